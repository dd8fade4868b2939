"""The brackets in a text that may call a note (``[12]``): others the editors have put there (``[15] October``)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from teiconv.regex import regex

_CALL = regex(r"\[([1-9]\d{0,2})\]")


class NoteCall(NamedTuple):
    """The call of the note ``label`` (in brackets): ``paragraphs[paragraph][start:end]``."""

    label: int
    paragraph: int
    start: int
    end: int


class Brackets:
    """Every bracket with a number in it, in the order of the text."""

    def __init__(self, paragraphs: Sequence[str]) -> None:
        self._all = [
            NoteCall(int(match[1]), index, *match.span())
            for index, text in enumerate(paragraphs)
            for match in _CALL.finditer(text)
        ]
        self.labels = frozenset(call.label for call in self._all)

    def between(self, after: tuple[int, int], before: tuple[int, int]) -> list[NoteCall]:
        """Return those between two places, each a paragraph and an offset in it."""
        first = bisect_left(self._all, after, key=_place)
        return self._all[first : bisect_left(self._all, before, key=_place)]


def _place(call: NoteCall) -> tuple[int, int]:
    return call.paragraph, call.start


def rising(calls: Sequence[NoteCall]) -> list[NoteCall]:
    """Return the longest run of ``calls`` whose labels rise; of several, the one with the earliest calls."""
    tops: list[int] = []
    ends: list[int] = []
    above: list[int] = []
    for index, call in enumerate(calls):
        length = bisect_left(tops, call.label)
        above.append(ends[length - 1] if length else -1)
        if length == len(tops):
            tops.append(call.label)
            ends.append(index)
        elif call.label < tops[length]:
            tops[length], ends[length] = call.label, index
    chosen: list[NoteCall] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        chosen.append(calls[index])
        index = above[index]
    return chosen[::-1]
