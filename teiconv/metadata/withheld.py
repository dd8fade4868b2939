"""What a title does not name: ``CIA Station in [place not declassified]`` is read as if a name stood there.

A title is read with one letter for each notice, so that all offsets are those of the flattened head; what is read is
then worded as the text has it.
"""

from __future__ import annotations

from collections.abc import Iterator

from teiconv.model import OBJECT, OPAQUE, Content, Element, plain, shown

WITHHELD = "\N{LISU LETTER PA}"
"""Stands for a notice, as a name of one capital letter would; no text of the series has it."""

WITHHELD_PLACE = "\N{LISU LETTER NA}"
"""Stands for a notice that says it withholds a place."""

_LETTERS = (WITHHELD, WITHHELD_PLACE)


def veiled(content: Content) -> str:
    """Return ``content`` flattened, with one letter for each notice of withheld text, and a blank for a line end."""
    return shown(content, _letter)


def unveiled(text: str, content: Content, start: int = 0, end: int | None = None) -> str:
    """Return the stretch of ``text``, which was made of ``content``, with the notices worded and nothing for notes."""
    stretch = text[start:end].replace(OBJECT, "")
    if not any(letter in stretch for letter in _LETTERS):
        return stretch
    notices = [_worded(node) for node in _opaque(content) if node.name == "gap"]
    left = iter(notices[sum(text.count(letter, 0, start) for letter in _LETTERS) :])
    return "".join(next(left, character) if character in _LETTERS else character for character in stretch)


def _worded(notice: Element) -> str:
    words = plain(notice.content)
    return words if notice.get("rend") == "unbracketed" else f"[{words}]"


def _letter(node: Element) -> str:
    if node.name == "lb" and node.get("break") != "no":
        return " "
    if node.name != "gap":
        return OBJECT
    return WITHHELD_PLACE if node.get("unit") == "place" else WITHHELD


def _opaque(content: Content) -> Iterator[Element]:
    """Yield the elements that :func:`teiconv.model.flatten` shows one character for, in order."""
    for node in content:
        if isinstance(node, Element):
            if node.name in OPAQUE:
                yield node
            else:
                yield from _opaque(node.content)
