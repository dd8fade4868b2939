"""The title of a document in a French, German, Italian, British, American or Canadian collection; the number above.

So stands the number of a note in the third person, which has no title; and beside a number that of the file.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import dropwhile, islice, takewhile

from teiconv.conventions.generic.lines import BLANKS, typed
from teiconv.conventions.generic.marks import OF_DESPATCH
from teiconv.metadata.archive import match_numbered_file
from teiconv.model import Element, element
from teiconv.structure.datelines import read_dateline
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
    if filed := _read_filed(lines[0]):
        entitled = read_foreign_title(lines[1:], below) if lines[1:] else []
        return [filed, *entitled] if entitled is not None else None
    is_numbered = NUMBER.match(lines[0].strip(BLANKS)) is not None
    title = lines[1:] if is_numbered else lines
    text = _words(title or _next_paragraph(below))
    is_title = _is_title(text) or _is_of_letter(text, _next_paragraph(below))
    if not is_title and (title or not is_in_third_person(text)):
        return None
    number = [element("opener", typed("seg", lines[:1], type="number"))] if is_numbered else []
    return [*number, *([typed("head", title)] if title else [])]


def _read_filed(line: str) -> Element | None:
    """Return the ``opener`` that the number of a document is with that of the file: ``302. DEA/50128-40``."""
    found = match_numbered_file(line.strip(BLANKS))
    if found is None:
        return None
    number, file = element("seg", found["number"], type="number"), element("seg", found["file"], type="file-number")
    return element("opener", number, found["gap"], file)


def _is_title(text: str) -> bool:
    """Whether ``text`` is such a title, or one in English that says when it came: ``Roe to Doe (Received May 2)``"""
    return is_foreign_title(text) or (without_receipt(text) != text and is_correspondence(text))


def _is_of_letter(text: str, below: Sequence[str]) -> bool:
    """Whether ``text`` is ``Mr. Roe to Mr. Doe.`` over the number of the despatch, or over its dateline."""
    if not (below and text.endswith(".") and is_correspondence(text)):
        return False
    return OF_DESPATCH.match(below[0].strip(BLANKS)) is not None or read_dateline((below[0].strip(BLANKS),)) is not None


def _next_paragraph(below: Sequence[str]) -> list[str]:
    shown = dropwhile(lambda line: not line.strip(BLANKS), islice(below, _NEAR))
    return list(takewhile(lambda line: line.strip(BLANKS), shown))


def _words(lines: Sequence[str]) -> str:
    return " ".join(" ".join(lines).split())
