"""The title of a document in a French, German, Italian or British collection, and the number above it.

So stands the number of a note in the third person, which has no title.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import dropwhile, islice, takewhile

from teiconv.conventions.generic.lines import BLANKS, typed
from teiconv.model import Element, element
from teiconv.structure.foreign_letters import NUMBER, is_foreign_title
from teiconv.structure.letters import is_correspondence, without_receipt
from teiconv.structure.third_person import is_in_third_person

_MOST = 4
"""A title has no more lines, with its number."""
_NEAR = 8
"""It stands within so many lines below the number."""


def read_foreign_title(lines: Sequence[str], below: Sequence[str]) -> list[Element] | None:
    """Return what a paragraph is that is such a title, or the number over one, or over a note, ``below`` it."""
    if len(lines) > _MOST:
        return None
    is_numbered = NUMBER.match(lines[0].strip(BLANKS)) is not None
    title = lines[1:] if is_numbered else lines
    text = _words(title or _next_paragraph(below))
    if not _is_title(text) and (title or not is_in_third_person(text)):
        return None
    number = [element("opener", typed("seg", lines[:1], type="number"))] if is_numbered else []
    return [*number, *([typed("head", title)] if title else [])]


def _is_title(text: str) -> bool:
    """Whether ``text`` is such a title, or one in English that says when it came: ``Roe to Doe (Received May 2)``"""
    return is_foreign_title(text) or (without_receipt(text) != text and is_correspondence(text))


def _next_paragraph(below: Sequence[str]) -> list[str]:
    shown = dropwhile(lambda line: not line.strip(BLANKS), islice(below, _NEAR))
    return list(takewhile(lambda line: line.strip(BLANKS), shown))


def _words(lines: Sequence[str]) -> str:
    return " ".join(" ".join(lines).split())
