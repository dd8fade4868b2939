"""Whom of an authority those mean whom a document names, how sure that is, and who of them are one person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from teiconv.authority.accept import LIKELY, is_expected
from teiconv.authority.compiled import Authority
from teiconv.authority.resolve import Candidate, names_in
from teiconv.authority.weigh import BARE, FOREMOST
from teiconv.names.people.classifier import PersonOdds
from teiconv.names.people.fitting import generation_of
from teiconv.names.people.names import fold, words
from teiconv.names.people.person import Person, PersonName
from teiconv.names.people.resolve import PersonLink
from teiconv.names.people.tokens import Tokens
from teiconv.names.people.vocabulary import GIVEN_NAMES, HARDLY_SURNAMES, NICKNAMES

SURE = 0.8
"""From which probability on a person is meant without ``@cert``: right 98 times in 100 (docs/people.md)."""

SURE_OF_FOREMOST = 0.967
"""The same for the President and the Secretary of State, without what their offices speak for them."""

POSSIBLE = 0.1
"""From which on somebody is among those."""

_FEWEST, _MOST = 2, 3
"""To how many a link of low certainty leads."""


@dataclass(frozen=True, slots=True)
class Sought:
    """Somebody whom a document seems to name, whom of the authority that may be, and what speaks for a name at all.

    ``mentions`` are where the name stands, or, of a part of a name (:data:`.SPLIT`), the whole.
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


def as_meant(authority: Authority, sought: Sought, likely: Mapping[int, float]) -> Meant:
    """Return whom of the group of ``sought`` the document means, and how sure that is.

    A link is not certain where the document alone tells that there is a person at all, nor is somebody without one
    whom the authority may know.
    """
    person = sought.person
    ranked = sorted(sought.group, key=lambda candidate: -likely[candidate.number])
    best = likely[ranked[0].number] if ranked else 0.0
    if best >= LIKELY and (namesake := _of_another_generation(ranked, likely)):
        return Meant(person, person.names, (ranked[0].known.person, namesake), "low")
    if best >= LIKELY:
        names, known = names_in(authority, ranked[0].form, person), ranked[0].known.person
        least = SURE_OF_FOREMOST if FOREMOST in ranked[0].features else SURE
        is_sure = best >= least and is_expected(sought.belief, sought.group, likely)
        return Meant(person, names, (known,), None if is_sure else "medium")
    bearers = [each for each in ranked if not each.form.title]  # without who is called so by forename and title only
    possible = tuple(each.known.person for each in bearers[:_MOST] if likely[each.number] >= POSSIBLE)
    if len(possible) < _FEWEST:
        is_in_doubt = possible or is_called_by_short_name(person)  # a pointer to one states too much
        return Meant(person, person.names, (), "medium" if is_in_doubt else None)
    return Meant(person, person.names, possible, "low")


def _of_another_generation(ranked: Sequence[Candidate], likely: Mapping[int, float]) -> Person | None:
    """Return who may be meant by a mere surname besides the likeliest, whose father or son of one forename that is."""
    first, *others = ranked
    forename, generation = _forename_and_generation(first.known.person)
    if BARE in first.features and forename:
        for other in others:
            own = _forename_and_generation(other.known.person)
            if likely[other.number] >= POSSIBLE and own[0] == forename and own[1] != generation:
                return other.known.person
    return None


def _forename_and_generation(person: Person) -> tuple[str, str]:
    return "".join(words(person.name.of("forename"))[:1]), generation_of(person)


def is_called_by_short_name(person: Person) -> bool:
    """Tell whether ``person`` may be known under another name: called by a forename alone, or by a short one.

    ``Yours, Henry``; ``Tony Roe``.
    """
    first, *_ = words(person.name.of("forename")) or ("",)
    return first in NICKNAMES or words(person.name.text)[0] in HARDLY_SURNAMES


def joined(meant: Iterator[Meant]) -> tuple[Meant, ...]:
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


def without_forenames(meant: Sequence[Meant]) -> Iterator[Meant]:
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
