"""Where the reading of a typed text stands, and how far what begins there may go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from teiconv.conventions.generic.further import is_rule
from teiconv.conventions.generic.lines import begins_paragraph
from teiconv.model import Element

MOST_LINES = 7
"""A dated letterhead has no more lines."""
_MOST_AT_FOOT = 30
"""No page has more furniture at its foot."""


class Cursor(NamedTuple):
    """Where the reading stands: at ``start`` of a paragraph that ends before ``end``, among all ``lines``.

    ``furniture`` are the lines that are page numbers and the like; ``begun``: prose stands above.
    """

    lines: Sequence[str]
    start: int
    end: int
    furniture: Mapping[int, str]
    begun: bool


Found: TypeAlias = "tuple[int, list[Element]] | None"
"""The line after what was read, and its blocks."""


def end_of_paragraph(cursor: Cursor) -> int:
    """Return the end of the text, or where no more than an indented line begins the next paragraph."""
    end = end_of_text(cursor)
    shown = (index for index in range(cursor.start, end) if index not in cursor.furniture)
    begins = (below for above, below in pairwise(shown) if begins_paragraph(cursor.lines[above], cursor.lines[below]))
    end = next(begins, end)
    while end - 1 in cursor.furniture:
        end -= 1
    return end


def end_of_text(cursor: Cursor) -> int:
    """Return the end of the lines without the page numbers and rules below them."""
    end, least = cursor.end, max(cursor.start + 1, cursor.end - _MOST_AT_FOOT)
    while end > least and (end - 1 in cursor.furniture or is_rule(cursor.lines[end - 1])):
        end -= 1
    return end


def furniture_in(cursor: Cursor, end: int) -> dict[int, str]:
    """Return what in the text is no part of it, by the number of the line in the text."""
    if not cursor.furniture:
        return {}
    return {i - cursor.start: cursor.furniture[i] for i in range(cursor.start, end) if i in cursor.furniture}
