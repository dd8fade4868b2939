"""Whom of those who bear a name the words at its sides allow: a woman's title, a generation, the office of a ruler."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import NamedTuple

from teiconv.grammar.offices import Use, offices
from teiconv.names.people.names import words
from teiconv.names.people.person import Person
from teiconv.names.people.vocabulary import FORENAMES, WOMENS_FORENAMES, WOMENS_TITLES
from teiconv.regex import regex

_ANOTHERS = regex(
    r"\b(?:to|Office of) the [^,;.]*|\b(?:[Ww]ife|[Ww]idow|[Ss]on|[Dd]aughter|[Bb]rother|[Ss]ister) [^,;.]*"
)
"""Offices in a description that are another's: ``Assistant to the President``, ``widow of President Roe``."""

_RULING = offices(Use.SOVEREIGN) | {"president"}
"""Titles that only those bear whose entry says so: ``Bishop Roe`` is not the Secretary of State."""


class Fitting(NamedTuple):
    """Those who may be meant, and whether something leaves a doubt about them."""

    persons: tuple[int, ...]
    doubtful: bool = False


def fitting(numbers: Sequence[int], people: Sequence[Person], titles: Sequence[str], generation: str | None) -> Fitting:
    """Return whom of ``people`` with these ``numbers`` the ``titles`` and the ``generation`` at a name allow."""
    kept, doubtful = _of_generation(numbers, people, generation)
    if titles and not WOMENS_TITLES.isdisjoint(titles):
        kept = [number for number in kept if not _is_man(people[number])]
        doubtful = doubtful or any(not _is_woman(people[number]) for number in kept)
    borne = _RULING.intersection(titles)
    doubtful = doubtful or (bool(borne) and not any(_rules(people[number], borne) for number in kept))
    return Fitting(tuple(kept), doubtful)


def _of_generation(
    numbers: Sequence[int], people: Sequence[Person], generation: str | None
) -> tuple[Sequence[int], bool]:
    """Return those of this generation; if there is none, those of whom the list says none, with a doubt."""
    if generation is None:
        return numbers, False
    said = {number: generation_of(people[number]) for number in numbers}
    if own := [number for number in numbers if said[number] == generation]:
        return own, False
    return [number for number in numbers if not said[number]], True


def generation_of(person: Person) -> str:
    """Return the generation that the entry of ``person`` gives (``jr``, ``iii``), or ``""``."""
    return " ".join(words(person.name.of("genName")))


def _is_man(person: Person) -> bool:
    """Tell whether the first forename of ``person`` is that of a man, and no title in the entry a woman's."""
    forename = _forename(person)
    return forename in FORENAMES and forename not in WOMENS_FORENAMES and not _has_womans_title(person)


def _is_woman(person: Person) -> bool:
    """Tell whether the entry may be a woman's for all that it says."""
    forename = _forename(person)
    return not forename or forename in WOMENS_FORENAMES or _has_womans_title(person)


def _has_womans_title(person: Person) -> bool:
    return not WOMENS_TITLES.isdisjoint(words(person.name.text))


def _forename(person: Person) -> str:
    """Return the first forename that is no initial, or ``""``."""
    return next((word for word in words(person.name.of("forename")) if len(word) > 1), "")


def ruling(numbers: Sequence[int], people: Sequence[Person], titles: Sequence[str]) -> Sequence[int]:
    """Return those whose entries say that they bear a title of a ruler that is among ``titles``; if nobody, all."""
    borne = _RULING.intersection(titles)
    return ([number for number in numbers if _is_said_to_rule(people[number], borne)] if borne else ()) or numbers


def _is_said_to_rule(person: Person, titles: Set[str]) -> bool:
    """Tell whether the entry says that ``person`` bears one of ``titles``, not somebody whom they serve or married."""
    said = _ANOTHERS.sub("", f"{person.name.of('roleName')} {person.description}")
    return not titles.isdisjoint(words(said))


def _rules(person: Person, titles: Set[str]) -> bool:
    """Tell whether the entry says that ``person`` bears one of ``titles``, or does not say what the person is."""
    if not person.description:
        return True
    return not titles.isdisjoint(words(f"{person.name.text} {person.description}"))
