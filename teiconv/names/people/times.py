"""Whether somebody of a list belongs to the time of a document: offices that ended or begin far from it, a death."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum, auto
from typing import NamedTuple

from teiconv.names.people.names import words
from teiconv.names.people.person import Office, Person
from teiconv.regex import regex
from teiconv.remember import remembered

_FAR = 5
"""Years between an office and a document in which hardly anything but the past or the future is spoken of."""
_YEAR = r"(?P<year>1[789]\d\d)"
_DEATH = regex(
    rf"\b(?:died|death|assassinat\w+|killed|murdered|executed)\b[^;()]{{0,40}}?\b{_YEAR}"
    rf"|\b[Uu]ntil [^;()]{{0,20}}?\b(?P<until>1[789]\d\d) ?[(,] ?(?:died|assassinated|killed|murdered|executed)\b"
    rf"|\(d\. (?P<d>1[789]\d\d)\)"
)
"""When somebody died, as descriptions say it: ``until his death in November 1963``, ``(d. 1963)``."""
_ANY_YEAR = regex(r"\b1[789]\d\d\b")
_LIFE = regex(r"\((?P<born>1[789]\d\d) ?[–-] ?(?P<died>1[789]\d\d)\)")
_SHORTEST_LIFE = 25
"""Years in brackets that are no life are those of an office: ``(1961–1963)``."""


class Fit(IntEnum):
    """How the entry of somebody fits the time of a document."""

    DEAD = auto()
    FAR = auto()
    """All offices are years away from it."""
    OTHER = auto()
    """Years are told, but none of them is that of the document."""
    UNTOLD = auto()
    HELD = auto()
    """An office was held in that year."""


def fit(person: Person, date: str | None) -> Fit:
    """Return how the entry of ``person`` fits a document of ``date``."""
    if not date or not (said := _said_of(person.description)).years:
        return Fit.UNTOLD
    year = int(date[:4])
    if said.died and said.died < year:
        return Fit.DEAD
    terms = [_term(office) for office in person.offices]
    if any(start <= year <= end for start, end in terms):
        return Fit.HELD
    is_told = terms and person.description.count(";") < len(terms)
    is_far = is_told and all(year - end >= _FAR or start - year >= _FAR for start, end in terms)
    return Fit.FAR if is_far else Fit.OTHER


def is_of_another_time(person: Person, titles: Sequence[str], date: str | None) -> bool:
    """Tell whether ``person`` was dead, or bore that one of ``titles`` which is told years away from ``date``."""
    found = fit(person, date)
    if found is not Fit.FAR:
        return found is Fit.DEAD
    return any(not set(titles).isdisjoint(words(office.title)) for office in person.offices)


def _term(office: Office) -> tuple[int, int]:
    """Return the first and the last year of ``office``, as far as they are told."""
    return int((office.start or "0")[:4]), int((office.end or "9999")[:4])


class _Said(NamedTuple):
    """Whether a description tells years at all, and in which of them its bearer died."""

    years: bool
    died: int | None


@remembered(1 << 12)  # the persons of a volume are in all its documents
def _said_of(description: str) -> _Said:
    if (lived := _LIFE.search(description)) and _is_life(lived):
        return _Said(True, int(lived["died"]))
    found = _DEATH.search(description)
    died = int(found["year"] or found["until"] or found["d"]) if found else None
    return _Said(_ANY_YEAR.search(description) is not None, died)


def without_life(description: str) -> str:
    """Return ``description`` without the years in which its bearer lived, which are those of no office."""
    return _LIFE.sub(lambda found: "" if _is_life(found) else found[0], description)


def _is_life(years: re.Match[str]) -> bool:
    return int(years["died"]) - int(years["born"]) >= _SHORTEST_LIFE
