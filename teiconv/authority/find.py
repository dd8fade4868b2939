"""The people of a document, found by an authority: the document tells who is in it, the authority who that is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from teiconv.authority.accept import is_accepted
from teiconv.authority.compiled import Authority
from teiconv.authority.held import Held, held_offices
from teiconv.authority.meant import Meant, Sought, as_meant, joined, without_forenames
from teiconv.authority.offices import holders, offices_in
from teiconv.authority.relatives import with_relatives
from teiconv.authority.resolve import Candidate, candidates, weighed
from teiconv.authority.ruled import Ruled, ruled_by, titles_in_full, with_bare_names, with_families
from teiconv.authority.scene import Named, Scene, named, scene_of, year_of_source
from teiconv.authority.signers import with_signer
from teiconv.authority.titles import TitleReader
from teiconv.authority.whole_names import whole
from teiconv.model import Span
from teiconv.names.people.annotator import linked_by
from teiconv.names.people.classifier import PersonOdds, beliefs_in
from teiconv.names.people.discover import discover
from teiconv.names.people.index import FoundPeople, PersonList
from teiconv.names.people.person import NamePart, Person, PersonName
from teiconv.names.people.resolve import PersonLink
from teiconv.names.people.tokens import Tokens
from teiconv.names.people.vocabulary import COMMON, FORENAMES, GIVEN_NAMES, WOMENS_FORENAMES

SPLIT = "split"
"""The feature of a name that was taken for a part of another."""

_OF_ONE = FORENAMES | WOMENS_FORENAMES
"""Forenames that make one name with a surname."""

_SHORTEST = 3


def find(
    authority: Authority, all_tokens: Sequence[Tokens], date: str | None
) -> tuple[PersonList, list[list[PersonLink]]]:
    """Return who is named in ``all_tokens``, and whom of them the mentions mean; see :class:`.Register`."""
    scene = scene_of(all_tokens, date)
    meant = joined(without_forenames(list(_meant(authority, all_tokens, scene))))
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
    in_whole = [whole(tokens, links) for tokens, links in zip(all_tokens, each_ruled, strict=True)]
    bare = with_bare_names(all_tokens, in_whole)
    families = with_families(all_tokens, with_relatives(reader, all_tokens, bare))
    ruled = with_signer(reader, all_tokens, families)
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
    is_one = len(words) < 2 or belief.plain or not _OF_ONE.isdisjoint(shown.given)
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
