"""The people of a document, found by an authority: the document tells who is in it, the authority who that is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from teiconv.authority.accept import is_accepted, is_expected
from teiconv.authority.compiled import Authority
from teiconv.authority.held import Held, held_offices
from teiconv.authority.offices import holders, offices_in
from teiconv.authority.relatives import with_relatives
from teiconv.authority.resolve import Candidate, candidates, names_in, weighed
from teiconv.authority.ruled import Ruled, ruled_by, titles_in_full, with_bare_names, with_families, without_tails
from teiconv.authority.scene import Named, Scene, named, scene_of, year_of_source
from teiconv.authority.titles import TitleReader
from teiconv.authority.weigh import FOREMOST
from teiconv.model import Span
from teiconv.names.people.annotator import linked_by
from teiconv.names.people.classifier import PersonOdds, beliefs_in
from teiconv.names.people.discover import discover
from teiconv.names.people.index import FoundPeople, PersonList
from teiconv.names.people.names import fold, words
from teiconv.names.people.person import NamePart, Person, PersonName
from teiconv.names.people.resolve import PersonLink
from teiconv.names.people.tokens import Tokens
from teiconv.names.people.vocabulary import COMMON, FORENAMES, GIVEN_NAMES

SURE = 0.8
"""From which probability on a person is meant without ``@cert``: right 98 times in 100 (docs/people.md)."""

SURE_OF_FOREMOST = 0.967
"""The same for the President and the Secretary of State, without what their offices speak for them."""

LIKELY = 0.4
"""From which on it is ``medium``; below, all who may be meant are named, with ``low``."""

POSSIBLE = 0.1
"""From which on somebody is among those."""

_FEWEST, _MOST = 2, 3
"""To how many a link of low certainty leads."""


SPLIT = "split"
"""The feature of a name that was taken for a part of another."""

_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Sought:
    """Somebody whom a document seems to name, whom of the authority that may be, and what speaks for a name at all.

    ``mentions`` are where the name stands, or, of a part of a name (:data:`SPLIT`), the whole.
    """

    person: Person
    group: tuple[Candidate, ...]
    belief: PersonOdds
    mentions: Sequence[tuple[Tokens, PersonLink]]


@dataclass(frozen=True, slots=True)
class Meant:
    """Somebody whom a document names: the person as it names them, and whom of the authority that may mean.

    ``names`` are those that are to be found in the document.
    """

    person: Person
    names: tuple[PersonName, ...]
    known: tuple[Person, ...] = ()
    cert: str | None = None


def find(
    authority: Authority, all_tokens: Sequence[Tokens], date: str | None
) -> tuple[PersonList, list[list[PersonLink]]]:
    """Return who is named in ``all_tokens``, and whom of them the mentions mean; see :class:`.Register`."""
    scene = scene_of(all_tokens, date)
    meant = _joined(_without_forenames(list(_meant(authority, all_tokens, scene))))
    _, linked = linked_by(all_tokens, FoundPeople(_as_listed(each) for each in meant))
    reader, in_full = TitleReader(authority, scene.date), titles_in_full(all_tokens, linked)
    each_ruled = [
        [
            ruled_by(reader, tokens, _link(link, meant), meant[number].person, in_full.get(number, frozenset()))
            for link in links
            for number in link.persons[:1]
        ]
        for tokens, links in zip(all_tokens, linked, strict=True)
    ]
    whole = [without_tails(tokens, links) for tokens, links in zip(all_tokens, each_ruled, strict=True)]
    bare = with_bare_names(all_tokens, whole)
    ruled = with_families(all_tokens, with_relatives(reader, all_tokens, bare))
    persons: dict[str, Person] = {}
    for each in chain.from_iterable(them for links in ruled for _, them in links):
        persons.setdefault(each.id, each)
    numbers = {identifier: number for number, identifier in enumerate(persons)}
    return PersonList(persons.values()), [
        [
            PersonLink(link.start, link.end, tuple(dict.fromkeys([numbers[one.id] for one in them])), link.cert)
            for link, them in links
        ]
        for links in ruled
    ]


def _meant(authority: Authority, all_tokens: Sequence[Tokens], scene: Scene) -> Iterator[Meant]:
    """Yield the persons whom the document names, without those who are probably not people."""
    sought = sought_in(authority, all_tokens, scene)
    for each, likely in zip(sought, weighed([each.group for each in sought]), strict=True):
        if is_accepted(each.belief, each.group, likely):
            yield as_meant(authority, each, likely)


def _without_forenames(meant: Sequence[Meant]) -> Iterator[Meant]:
    """Yield ``meant``, in doubt whose mere surname is the forename of somebody else there: ``Ellsworth`` Bunker.

    If it is the last of several and no usual forename, it is perhaps their first surname: Luis ``Mora`` Solis.
    """
    bearers: dict[str, Person] = {}
    doubled: dict[str, Person] = {}
    for each in meant:
        for person in each.known or (each.person,):
            first, *later = words(person.name.of("forename")) or ("",)
            bearers |= {first: person} if each.known else {}
            doubled |= {word: person for word in later[-1:] if len(word) > 1 and word not in GIVEN_NAMES}
    for each in meant:
        called = fold(each.person.name.text)
        bearer = bearers.get(called) or doubled.get(called)
        if bearer is None or bearer in each.known or bearer is each.person:
            yield each
        elif called in bearers or len(each.known) > 1:
            yield replace(each, cert=each.cert or "medium")
        else:
            yield replace(each, known=(*each.known, bearer), cert="low" if each.known else "medium")


def sought_in(authority: Authority, all_tokens: Sequence[Tokens], scene: Scene) -> list[Sought]:
    """Return those whom the document seems to name."""
    persons, evidence = discover(all_tokens)
    people, linked = linked_by(all_tokens, FoundPeople(persons))
    beliefs = beliefs_in(all_tokens, linked, people, evidence)
    mentions = _mentions(all_tokens, linked)
    return [
        each
        for number, belief in beliefs.items()
        for each in _sought(authority, people.persons[number], mentions[number], belief, scene)
    ]


def _sought(
    authority: Authority,
    person: Person,
    mentions: Sequence[tuple[Tokens, PersonLink]],
    belief: PersonOdds,
    scene: Scene,
) -> Iterator[Sought]:
    """Yield ``person`` with the candidates, or, if nobody is called so, each word that may be the name of another.

    A forename and a surname are one name, whoever else has that surname.
    """
    shown = named(person, mentions)
    group = candidates(authority, shown, scene)
    words = shown.given + shown.called
    is_one = len(words) < 2 or belief.plain or not FORENAMES.isdisjoint(shown.given)
    parts = [] if group or is_one else _parts(authority, person, shown, scene)
    if not parts:
        yield Sought(person, group, belief, mentions)
    for part, others in parts:
        yield Sought(part, others, belief._replace(about=(*belief.about, SPLIT)), mentions)


def _parts(
    authority: Authority, person: Person, shown: Named, scene: Scene
) -> list[tuple[Person, tuple[Candidate, ...]]]:
    """Return those whose names stand side by side and were taken for one: ``Subandrio Sukarno``.

    A hyphen or a forename makes one name of all.
    """
    words = shown.given + shown.called
    if "-" in person.name.text or not GIVEN_NAMES.isdisjoint(words):
        return []
    found = []
    for word in words:
        if len(word) < _SHORTEST or word in COMMON:
            continue
        group = candidates(authority, shown._replace(called=(word,), given=()), scene)
        if not group:
            continue
        name = PersonName((NamePart("surname", word.capitalize()),))
        found.append((replace(person, id=f"{person.id}_{word}", names=(name,)), group))
    return found


def _mentions(
    all_tokens: Sequence[Tokens], linked: Sequence[Sequence[PersonLink]]
) -> Mapping[int, list[tuple[Tokens, PersonLink]]]:
    found: dict[int, list[tuple[Tokens, PersonLink]]] = {}
    for tokens, links in zip(all_tokens, linked, strict=True):
        for link in links:
            found.setdefault(link.persons[0], []).append((tokens, link))
    return found


def as_meant(authority: Authority, sought: Sought, likely: Mapping[int, float]) -> Meant:
    """Return whom of the group of ``sought`` the document means, and how sure that is.

    A link is not certain where the document alone tells that there is a person at all, nor is somebody without one
    whom the authority may know.
    """
    person = sought.person
    ranked = sorted(sought.group, key=lambda candidate: -likely[candidate.number])
    best = likely[ranked[0].number] if ranked else 0.0
    if best >= LIKELY:
        names, known = names_in(authority, ranked[0].form, person), ranked[0].known.person
        least = SURE_OF_FOREMOST if FOREMOST in ranked[0].features else SURE
        is_sure = best >= least and is_expected(sought.belief, sought.group, likely)
        return Meant(person, names, (known,), None if is_sure else "medium")
    possible = tuple(each.known.person for each in ranked[:_MOST] if likely[each.number] >= POSSIBLE)
    if len(possible) < _FEWEST:
        return Meant(person, person.names, (), "medium" if possible else None)  # a pointer to one states too much
    return Meant(person, person.names, possible, "low")


def _joined(meant: Iterator[Meant]) -> tuple[Meant, ...]:
    """Return ``meant`` with those who are one person of the authority as one, under all the names of the document.

    A name in doubt becomes no surer by one of other words: ``King Hassan`` beside ``King Hussein``.
    """
    found: dict[tuple[str, ...], Meant] = {}
    for each in meant:
        key = tuple(person.id for person in each.known) or (f" {each.person.id}",)
        other = found.get(key)
        if other and other.cert != each.cert and _shares_no_word(other.person, each.person):
            key, other = (*key, f" {each.person.id}"), None
        if other:
            cert = None if None in (other.cert, each.cert) else other.cert
            each = replace(other, names=tuple(dict.fromkeys(other.names + each.names)), cert=cert)
        found[key] = each
    return tuple(found.values())


def _shares_no_word(one: Person, other: Person) -> bool:
    """Tell whether a document calls ``one`` and ``other`` by names of other words."""
    return set(words(one.name.text)).isdisjoint(words(other.name.text))


def _as_listed(meant: Meant) -> Person:
    """Return the person as a list would give it that has the names of the document, and what the authority says."""
    description = meant.known[0].description if len(meant.known) == 1 else ""
    return Person(meant.person.id, meant.names, description, listed=meant.person.listed)


def _link(link: PersonLink, meant: Sequence[Meant]) -> Ruled:
    """Return ``link``, which leads to those whom the document names, with its certainty, and whom that may mean."""
    each = [meant[number] for number in link.persons]
    persons = tuple(person for one in each for person in one.known or (one.person,))
    certs = {link.cert, *(one.cert for one in each)}
    cert = next((cert for cert in ("low", "medium") if cert in certs), None)
    return link._replace(cert=cert), persons


class Finder:
    """An authority in use: a :class:`.Register` of those whom it knows."""

    def __init__(self, path: Path | str) -> None:
        self.authority = Authority(path)

    def person(self, identifier: str) -> Person | None:
        """Return the person with that ``xml:id``."""
        number = self.authority.number_of(identifier)
        return None if number is None else self.authority.known(number).person

    def find(self, all_tokens: Sequence[Tokens], date: str | None) -> tuple[PersonList, list[list[PersonLink]]]:
        """Return who is named in ``all_tokens``, and whom of them the mentions mean."""
        return find(self.authority, all_tokens, date)

    def offices(
        self, all_tokens: Sequence[Tokens], spans: Mapping[int, Sequence[Span]], date: str | None
    ) -> Mapping[int, Sequence[Held]]:
        """Return an element for each office that stands for who holds it, and who may."""
        year = None if date else year_of_source(all_tokens)
        return held_offices(self.authority, all_tokens, spans, date or (str(year) if year else None))

    def holders(self, text: str, date: str) -> Iterator[tuple[int, Person]]:
        """Yield where each office in ``text`` ends that one person held on ``date``, and that person."""
        for office in offices_in(text):
            numbers = holders(self.authority, office.posts, date) if office.posts else ()
            if len(numbers) == 1:
                yield office.end, self.authority.known(numbers[0]).person
