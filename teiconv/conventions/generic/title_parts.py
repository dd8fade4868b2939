"""A title whose parts stand apart, each in the middle of its line: what it is, by whom, ``on``, and on what.

So the papers of committees have it: ``A Report by the Harbor Committee`` over ``on`` over ``BASES IN THE ISLANDS``.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from itertools import islice

from teiconv.conventions.generic.cursor import Cursor, Found, furniture_in
from teiconv.conventions.generic.lines import BLANKS, typed, words_of
from teiconv.regex import regex

_KIND = r"(?:decision|report|memorandum|note|directive|study|corrigendum|paper|draft)"
_OPENS = regex(rf"(?i:(?:an? |joint |draft )?{_KIND}(?: by| of| on| from| to) )(?:[A-Z]|the\b).{{2,80}}\Z")
_LINK = regex(r"(?:[Tt]o|TO|[Ff]or|FOR|[Oo]n|ON)(?: the| THE)?\Z")
_TOPIC = regex(r"[^a-z]{4,200}\Z")
_MOST_PARTS, _MOST_LINES = 10, 4


def end_of_title(lines: Sequence[str], start: int, end: int, waiting: deque[tuple[int, int]]) -> int:
    """Return where the title ends whose first part is the paragraph ``start`` to ``end``; the rest is ``waiting``."""
    if not _is_part(lines, start, end) or not _OPENS.match(words_of(lines[start])):
        return end
    count = _count_parts([_words(lines, *place) for place in islice(waiting, _MOST_PARTS)])
    for _ in range(count):
        _, end = waiting.popleft()
    return end


def title_in_parts(cursor: Cursor) -> Found:
    """The title whose parts stand apart."""
    if cursor.begun or not _OPENS.match(words_of(cursor.lines[cursor.start])):
        return None
    lines = cursor.lines[cursor.start : cursor.end]
    is_apart = not all(line.strip(BLANKS) for line in lines) and not furniture_in(cursor, cursor.end)
    return (cursor.end, [typed("head", lines)]) if is_apart else None


def _count_parts(below: Sequence[str]) -> int:
    """Return how many of the paragraphs ``below`` go on with the title: ``on``, and on what, at least."""
    place = next((index for index, words in enumerate(below) if not _OPENS.match(words)), len(below))
    linked = place
    while _LINK.match("".join(below[place : place + 1])) and _TOPIC.match("".join(below[place + 1 : place + 2])):
        place += 2
    if place == linked:
        return 0
    return place + sum(1 for words in below[place : place + 1] if _OPENS.match(words))


def _words(lines: Sequence[str], start: int, end: int) -> str:
    return words_of(" ".join(lines[start:end])) if _is_part(lines, start, end) else ""


def _is_part(lines: Sequence[str], start: int, end: int) -> bool:
    return end - start <= _MOST_LINES and not lines[end - 1].rstrip().endswith((".", ":", ";"))
