"""A list of notes that is out of order: ``2 text`` above ``1 text``.  Those before its first note stay text."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import islice
from typing import NamedTuple

from teiconv.regex import regex

_MARKER = regex(r"[ \t]{0,8}[\[(/]?(?P<numeral>[1-9])[\])/.]{0,2}[ \t]+(?=\S)")
_MOST_LINES = 60
"""So many lines at the end are looked at."""
_FEWEST = 2


class Disorder(NamedTuple):
    """The line in which the notes at the end begin, and their numerals."""

    line: int
    numerals: Set[str]


def disordered_notes(lines: Sequence[str]) -> Disorder | None:
    """Return where the notes at the end begin, if they are out of order.

    They are the numerals from 1 on, each once; a list that counts from 1 in order is no such list.
    """
    numerals: list[str] = []
    found: Disorder | None = None
    for index in islice(range(len(lines) - 1, 0, -1), _MOST_LINES):
        marker = _MARKER.match(lines[index])
        if marker is None:
            continue
        if marker["numeral"] in numerals:
            break
        numerals.insert(0, marker["numeral"])
        is_whole = sorted(numerals) == [str(number) for number in range(1, len(numerals) + 1)]
        if is_whole and len(numerals) >= _FEWEST:
            found = Disorder(index, frozenset(numerals)) if numerals != sorted(numerals) else None
    return found
