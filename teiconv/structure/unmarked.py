"""Enclosures that no word marks: their first line stands directly under a signature, or their title over a dateline.

A paragraph has a margin, and what closes a letter or opens a paper has none.  So where several lines stand together,
the first may be the signature of one paper, and those under it title and dateline of the next
(``A. BELL.`` / ``Mr. Bell to Prince Tsai.`` / ``Peking, May 9, 1864.``).  Half the enclosures of 1861–1902 are so.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from teiconv.layout.lines import Placed, lines_of, with_breaks
from teiconv.model import Content, Element, plain
from teiconv.regex import regex
from teiconv.structure.letters import entitles_letter, names_paper
from teiconv.structure.openers import opens_paper, stands_above_dateline
from teiconv.structure.signature_lines import end_of_signature
from teiconv.structure.signatures import is_addressee

_LETTER = regex(r"[\[(]?(?:(?:No|Exhibit)\. ?)?(?:[A-Z]|\d{1,2})[.)\]]{0,2}\Z")
"""How the sender marked a paper: ``A.``, ``[B.]``, ``No. 1.``"""
_PLACE = regex(r"(?:Office|Department|Legation|Embassy|Consulate|Commission)\b")
_FEWEST_WORDS = 5
"""A title of no known kind has as many words."""
_FIRST_POSSIBLE = 2
"""Above the first enclosure there is a title, and some text."""


class _Parts(NamedTuple):
    """Which lines of a block are what: the end of the signature, of the marks above the title, and of the title."""

    signed: int
    marked: int
    titled: int


def split_unmarked(blocks: Sequence[Placed], *, ends_with_stop: bool) -> list[Placed]:
    """Cut blocks in which a paper begins; ``ends_with_stop``: the titles of the volume do."""
    out: list[Placed] = []
    for index, placed in enumerate(blocks):
        placed = _as_lines(placed)
        is_inside = _FIRST_POSSIBLE <= index < len(blocks) - 1 and placed.block.name == "p"
        parts = _parts(placed, out, ends_with_stop=ends_with_stop) if is_inside else None
        out += [blocks[index]] if parts is None else _cut(placed, parts)
    return out


def _as_lines(placed: Placed) -> Placed:
    """Return a list with one label as the lines that it is, where a letter stands marked: ``A.`` over its title."""
    label, *items = placed.block.content if placed.block.name == "list" else ("",)
    if not isinstance(label, Element) or label.name != "label" or len(items) != 1 or not isinstance(items[0], Element):
        return placed
    lines = [label.content, *lines_of(items[0].content)]
    return placed.with_block(Element("p", with_breaks(lines))) if entitles_letter(plain(lines[1])) else placed


def _parts(placed: Placed, above: Sequence[Placed], *, ends_with_stop: bool) -> _Parts | None:
    contents = lines_of(placed.block.content)
    lines = [plain(line) for line in contents]
    is_on_new_page = placed.before == "\n" and above[-1].block.name == "pb" and _is_signed(above[-2].block)
    if (len(lines) < 2 and not is_on_new_page) or not (placed.before == "\n\n" or is_on_new_page):
        return None
    signed = 0 if is_on_new_page else end_of_signature(lines)
    marked = next((i for i in range(signed, len(lines)) if not _is_mark(lines[i])), len(lines))
    if marked == len(lines):
        return None
    title = lines[marked]
    is_title = entitles_letter(title) or (
        (signed > 0 or is_on_new_page) and _entitles(title, ends_with_stop=ends_with_stop, is_marked=marked > signed)
    )
    below = contents[marked + is_title :]
    is_paper = is_title or (0 < signed < marked and bool(below))
    if not is_paper or not opens_paper(below):
        return None
    return _Parts(signed, marked, marked + is_title)


def _is_signed(block: Element) -> bool:
    lines = [plain(line) for line in lines_of(block.content)]
    return block.name == "p" and end_of_signature(lines) == len(lines)


def _is_mark(line: str) -> bool:
    return stands_above_dateline(line) or _LETTER.match(line) is not None


def _entitles(line: str, *, ends_with_stop: bool, is_marked: bool) -> bool:
    """Whether a line under a signature is the title of a paper, as the volume writes its titles."""
    text = line.rstrip("0123456789")
    if not text[:1].isupper() and text[:1] not in "[“":
        return False
    if names_paper(text):
        return True
    if is_addressee(line):
        return False
    if text.endswith((":", ";", ",")) or (text.endswith(".") and not ends_with_stop) or _PLACE.match(text):
        return False
    return not opens_paper([(line,)]) and (is_marked or len(text.split()) >= _FEWEST_WORDS)


def _cut(placed: Placed, parts: _Parts) -> list[Placed]:
    """Return the pieces of a block: what signs, what marks the paper, its title, what opens it."""
    lines = lines_of(placed.block.content)
    attributes = placed.block.attributes
    pieces: list[Element] = []
    if parts.signed:
        pieces.append(_element("p", lines[: parts.signed], attributes))
    if parts.marked > parts.signed:
        marks = [Element("seg", line, attributes) for line in lines[parts.signed : parts.marked]]
        pieces.append(Element("opener", with_breaks([(mark,) for mark in marks])))
    if parts.titled > parts.marked:
        pieces.append(_element("head", lines[parts.marked : parts.titled], attributes))
    if parts.titled < len(lines):
        pieces.append(_element("p", lines[parts.titled :], attributes))
    return [Placed("\n" if index else placed.before, piece) for index, piece in enumerate(pieces)]


def _element(name: str, lines: Sequence[Content], attributes: tuple[tuple[str, str], ...]) -> Element:
    return Element(name, with_breaks(lines), attributes)
