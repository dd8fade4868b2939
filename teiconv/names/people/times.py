"""Whether somebody of a list belongs to the time of a document: offices that ended or begin far from it, a death."""

from __future__ import annotations

import re
from enum import IntEnum

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
_LIFE = regex(r"\((?P<born>1[789]\d\d) ?[–-] ?(?P<died>1[789]\d\d)\)")
_SHORTEST_LIFE = 25
"""Years in brackets that are no life are those of an office: ``(1961–1963)``."""


class Fit(IntEnum):
    """How the offices of an entry fit the time of a document."""

    FAR = -1
    """All of them are years away from it, or the person was dead."""
    OPEN = 0
    """The entry does not say, or not for that year."""
    HELD = 1
    """One was held in that year."""


def fit(person: Person, date: str | None) -> Fit:
    """Return how the entry of ``person`` fits a document of ``date``."""
    if not date or not person.description:
        return Fit.OPEN
    year = int(date[:4])
    died = _died(person.description)
    if died and died < year:
        return Fit.FAR
    terms = [_term(office) for office in person.offices]
    if any(start <= year <= end for start, end in terms):
        return Fit.HELD
    says_when = terms and person.description.count(";") < len(terms)
    is_far = says_when and all(year - end >= _FAR or start - year >= _FAR for start, end in terms)
    return Fit.FAR if is_far else Fit.OPEN


def _term(office: Office) -> tuple[int, int]:
    """Return the first and the last year of ``office``, as far as they are told."""
    return int((office.start or "0")[:4]), int((office.end or "9999")[:4])


@remembered(1 << 12)  # the persons of a volume are in all its documents
def _died(description: str) -> int | None:
    """Return the year in which somebody died who is described so."""
    if (lived := _LIFE.search(description)) and _is_life(lived):
        return int(lived["died"])
    found = _DEATH.search(description)
    return int(found["year"] or found["until"] or found["d"]) if found else None


def without_life(description: str) -> str:
    """Return ``description`` without the years in which its bearer lived, which are those of no office."""
    return _LIFE.sub(lambda found: "" if _is_life(found) else found[0], description)


def _is_life(years: re.Match[str]) -> bool:
    return int(years["died"]) - int(years["born"]) >= _SHORTEST_LIFE
