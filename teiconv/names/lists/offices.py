"""Offices with the dates at which they were held, out of what a list of persons says of somebody.

Only what is plain is taken: ``Ambassador to Japan to February 1957; thereafter Ambassador to Indonesia`` gives two
offices, one with an end and one with a start; a stretch without a date gives none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from teiconv.grammar import months
from teiconv.names.people.person import Office
from teiconv.names.people.times import without_life
from teiconv.regex import regex

_MONTHS = tuple(name.lower() for name in months.NAMES)
_DATE = rf"(?:(?:{'|'.join(_MONTHS)})(?: \d{{1,2}})?(?:,? 1\d{{3}})?|1\d{{3}})"
_PHRASES = regex(
    rf"[,\s]*\b(?:"
    rf"(?:from )?(?P<first>{_DATE})(?: ?[–-] ?| (?:to|until|through) )(?:the present|(?P<last>{_DATE}))"
    rf"|(?:until|to|through|before) (?P<end>{_DATE})"
    rf"|(?:from|since|after|beginning) (?P<start>{_DATE})"
    rf")(?=[\s,.)]|$)",
    re.I,
)
_PEERAGE = regex(r"\d+(?:st|nd|rd|th) (?:Baron|Duke|Earl|Lord|Marquess|Viscount)(?:ess)?\b[^,;]*, ?")
"""A title that is inherited, not held with the office behind it: ``14th Earl of Home, British Prime Minister``."""
_THEREAFTER = regex(r"(?:and )?(?:thereafter|then|later|subsequently)\b[, ]*", re.I)
_YEAR = regex(r"1\d{3}")


def offices_of(description: str) -> tuple[Office, ...]:
    """Return the offices with plain dates that ``description`` gives."""
    return tuple(_offices(description))


def _offices(description: str) -> Iterator[Office]:
    end: str | None = None
    for part in without_life(description).split(";"):
        part = _PEERAGE.sub("", part.strip(), count=1)
        after = _THEREAFTER.match(part)
        words = part[after.end() :] if after else part
        phrases = list(_PHRASES.finditer(words))
        title = _PHRASES.sub("", words).strip(" ,.")
        if title and phrases and _are_one_after_another(words, phrases):
            for number, phrase in enumerate(phrases):
                start, stop = _dates(phrase)
                yield Office(title, start or (end if after and not number else None), stop)
                end = stop
        elif title and after and end and not phrases:
            yield Office(title, end)
            end = None
        else:
            end = None


def _are_one_after_another(words: str, phrases: Sequence[re.Match[str]]) -> bool:
    """Tell whether ``phrases`` are the terms of one office, nothing between them: ``1964–1970, 1974–1976``."""
    return all(not words[one.end() : two.start()].strip(" ,") for one, two in pairwise(phrases))


def _dates(phrase: re.Match[str]) -> tuple[str | None, str | None]:
    """Return start and end as TEI writes dates; a start without year has that of the end (``January–October 1969``)."""
    first, last = phrase["first"] or phrase["start"], phrase["last"] or phrase["end"]
    if first and last and not _YEAR.search(first) and (year := _YEAR.search(last)):
        first = f"{first}, {year[0]}"
    return _iso(first), _iso(last)


def _iso(date: str | None) -> str | None:
    """Return ``date`` as ``1969``, ``1969-01`` or ``1969-01-20``, or None where it has no year."""
    year = _YEAR.search(date) if date else None
    if not date or not year:
        return None
    words = re.findall(r"[a-z]+|\d{1,2}(?!\d)", date.lower().replace(year[0], ""))
    month = next((f"-{_MONTHS.index(word) + 1:02}" for word in words if word in _MONTHS), "")
    day = next((f"-{int(word):02}" for word in words if word.isdigit()), "")
    return f"{year[0]}{month}{day if month else ''}"
