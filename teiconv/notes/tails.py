"""How likely the end of a numeral is to call a note: ``mytel 4633`` may be 463, and call note 3.

The scores are those of :mod:`teiconv.notes.scores`.
"""

from __future__ import annotations

import re

from teiconv.grammar import months
from teiconv.notes.scores import (
    DAY,
    HOPELESS,
    MESSAGE,
    NUMBERED,
    YEAR,
    YEAR_NEXT,
    after,
    bounded,
    is_end,
    is_next,
    month_before,
)
from teiconv.notes.stretches import Numerals
from teiconv.regex import regex

_GROUP = 3
"""Digits of a group of thousands."""

_MONTH_NEXT = regex(rf"\s{months.CUT}", re.IGNORECASE)
_DAY_BEFORE = regex(r"(?<![0-9])(?:0?[1-9]|[12][0-9]|3[01])[^\S\n]*$")
"""The day before a month, after which a year may follow: ``23 March 1948``; in ``urtel 250 March 42`` there is none."""

_SERIES = regex(r"\b([A-Z][a-z]+) $")
_SHORTEST_MESSAGE = 2
_NEAR_ANOTHER = 3.0
"""What it adds that the document names a message close to one without its call."""


def tail_score(left: str, rest: str, label: str, right: str, numerals: Numerals) -> float:
    """Score ``label`` as the tail of a longer numeral, where ``rest`` are the digits between ``left`` and it."""
    split = _split(left, rest, rest + label, right, numerals)
    if split <= HOPELESS:
        return HOPELESS
    score = split + after(right)
    return bounded(score + (2.0 if is_next(label, right) else 1.0 if is_end(right) else 0.0))


def _split(left: str, rest: str, whole: str, right: str, numerals: Numerals) -> float:
    """Score the cut of the numeral ``whole`` after ``rest``."""
    last = left[-1:]
    if last in "$£" or (len(whole) < _GROUP and YEAR_NEXT.search(left)):
        return HOPELESS
    if YEAR.fullmatch(rest) and not MESSAGE.search(left):
        return 2.0 if last in "-–/." or last.isalnum() else 5.0
    if last in "-–/" or last.isalpha():
        return -3.5 if last == "/" or len(rest) > 1 else -5.0
    if last in ".," and left[-2:-1].isdigit():
        return _split_thousands(rest, whole) if last == "," else -3.5
    month = month_before(left) if last in " \n" else None
    if month:
        if _DAY_BEFORE.search(left, 0, month.start()):
            return 2.5 if len(rest) == 2 else -6.0
        return -6.0 if not DAY.fullmatch(rest) else 2.5 if not DAY.fullmatch(whole) else -5.0
    cut = _split_message(left, rest, whole, numerals) or _split_number(rest, whole, numerals)
    return cut - (2.0 if _MONTH_NEXT.match(right) else 0.0)


def _split_message(left: str, rest: str, whole: str, numerals: Numerals) -> float:
    """Score the cut of the number of a message, ``Gocus 6852``, if the document names one near it: ``Gocus 687``."""
    name = _SERIES.search(left)
    if name is None or len(rest) < _SHORTEST_MESSAGE or NUMBERED.search(left):
        return 0.0
    is_near = numerals.counts_near(name[1], rest) and not numerals.counts_near(name[1], whole)
    return _NEAR_ANOTHER if is_near else 0.0


def _split_thousands(rest: str, whole: str) -> float:
    """Score the cut of what stands after a comma in a figure: a group of thousands has three digits."""
    return 3.0 if len(rest) == _GROUP else HOPELESS if len(whole) == _GROUP else -3.5


def _split_number(rest: str, whole: str, numerals: Numerals) -> float:
    """Score the cut of a numeral that is no date, by whether its parts occur elsewhere in the document."""
    if numerals.counts.get(whole, 0) > 1:
        return -5.5
    length = min(len(rest), 4)
    if numerals.counts.get(rest, 0):
        return {1: -4.5, 2: -2.5, 3: 3.0, 4: 4.0}[length]
    return {1: -4.5, 2: -4.0, 3: -2.0, 4: -1.5}[length]
