"""Enclosures, annexes, attachments, tabs: papers that stand under the one that they came with.

The volumes of the 1940s begin one with a marker in brackets, without a margin, and its title under that
(``frus:attachment``); sometimes with the title alone, directly under the signature.  In the others the marker is a
paragraph (``Tab A``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from teiconv.layout.lines import Placed, lines_of, with_breaks
from teiconv.model import Element, element, flatten, plain
from teiconv.regex import regex
from teiconv.structure.draft import Draft
from teiconv.structure.letters import UNTITLED, entitles_letter, is_correspondence
from teiconv.structure.openers import opens_letter, read_opener
from teiconv.structure.signatures import kind_below_name
from teiconv.structure.unmarked import split_unmarked

_KINDS = r"(?:sub-?)?(?:attachments?|[ei]nclosures?|annex(?:es)?|append(?:ix|ices)|tabs?)"
_REMARK = r"(?:not|omitted|printed|see|missing|is|are|was|were|here|found|retained)"
_WHICH = rf"(?:[ .,—–-](?![^\]]*\b{_REMARK}\b)[\w .,:“”\"’—–-]{{0,60}})?"
_MARKER = regex(rf"\[(?:(?:translation|extract|copy) (?:of|from) (?:the )?)?{_KINDS}{_WHICH}\]\.?\d{{0,2}}\Z", re.I)
"""``[Enclosure]``, ``[Inclosure 1 in No. 45.—Translation.]``, but not ``[Enclosure not printed]``."""
_PARAGRAPH = regex(
    r"\[?((?:attachment|enclosure|annex|appendix)(?: (?:\d{1,2}|[A-Z]))?|tab (?:[A-Z]|\d{1,2}|[IVX]{1,4}))\]?\Z"
    r"|((?:enclosure|inclosure)(?: \d{1,2})? in No\. \d{1,4})\.\Z",
    re.I,
)
"""``Tab A``, ``[Annex 2]``; and as the British print it, ``Inclosure 1 in No. 31.``"""
_BEGINNINGS = frozenset("[AaEeIiTt")
"""What either of these begins with."""
_LONGEST_LABEL = 100
"""No label is longer, nor any marker."""
_MOST_WORDS = 8
"""No title below a marker has more words, unless it is that of a letter."""
_PASSED = frozenset({"pb", "fw"})
_BELOW_MARKER = frozenset({"copies", "number"})
_OPENS = frozenset({"head", "opener", "dateline", "note"})


def is_marker(line: str) -> bool:
    """Whether ``line`` is what an enclosure begins with: ``[Enclosure]``, ``[Annex 2]``."""
    return line.startswith("[") and _MARKER.match(line) is not None


def opens_attachment(block: Element) -> bool:
    """Whether an enclosure begins with ``block`` that stands below the title of the document."""
    return block.name == "head" or attachment_label(block) is not None


def begins_attachment(blocks: Sequence[Placed], index: int) -> bool:
    """Whether an enclosure begins at ``index``: at its marker, or at a title without one, with text below it."""
    block = blocks[index].block
    if block.name == "head":
        above = _block_above(blocks, index)
        return not (above is None or above.name == "opener" or opens_attachment(blocks[index - 1].block))
    if attachment_label(block) is None:
        above = _block_above(blocks, index) if block.name == "opener" else None
        return above is not None and above.name not in _OPENS and attachment_label(above) is None
    text = next((placed.block for placed in blocks[index + 1 : index + 3] if placed.block.name not in _PASSED), None)
    return text is not None and (text.name != "p" or not _goes_with_marker(text))


def _block_above(blocks: Sequence[Placed], index: int) -> Element | None:
    """Return the block above, page breaks and running heads aside; above the first one stands itself."""
    return next((placed.block for placed in blocks[index - 1 :: -1] if placed.block.name not in _PASSED), None)


def _goes_with_marker(text: Element) -> bool:
    """Whether a paragraph under a marker says that nothing is enclosed there: another marker, or who gets copies."""
    return attachment_label(text) is not None or kind_below_name(plain(lines_of(text.content)[0])) in _BELOW_MARKER


def attachment_label(block: Element) -> str | None:
    """Return what ``block`` calls the enclosure that it marks (``Tab A``), or ``None`` if it marks none."""
    if block.name == "p":
        first = block.content[0] if block.content else ""
        if isinstance(first, str) and (first[:1] not in _BEGINNINGS or len(first) > _LONGEST_LABEL):
            return None
        text = plain(block.content)
        marker = _PARAGRAPH.match(text)
        return marker[1] or marker[2] if marker else text.strip("[].") if is_marker(text) else None
    if block.name != "opener":
        return None
    segments = (plain(node.content) for node in block.content if isinstance(node, Element) and node.name == "seg")
    return next((text.strip("[]") for text in segments if is_marker(text)), None)


def find_attachments(draft: Draft) -> Draft:
    """Make the marker of an enclosure an ``opener``, and the title under it a ``head``.

    A title directly under the signature is one only in documents with a file number, and not as the last line of all.
    """
    is_old = draft.habits.has_file_number or draft.habits.is_titled_as_letter
    blocks = split_unmarked(draft.blocks, ends_with_stop=_ends_with_stop(draft.blocks)) if is_old else draft.blocks
    out: list[Placed] = []
    for index, placed in enumerate(blocks):
        below = blocks[index + 1] if index + 1 < len(blocks) else None
        if placed.block.name != "p" or not out:
            out.append(placed)
        elif "\n" in (placed.before, below.before if below else "") and is_marker(flatten(placed.block.content)):
            out.append(placed.with_block(element("opener", element("seg", *placed.block.content))))
        elif _is_letter_enclosed(out[-1].block, placed.block):
            out[-1] = out[-1].with_block(element("opener", element("seg", *out[-1].block.content)))
            out.append(placed.with_block(_head(placed.block)))
        elif is_old and below and _entitles(placed, out[-1].block, below.block):
            out.append(placed.with_block(_head(placed.block)))
        else:
            out += _titled(placed) if _is_under_opener(placed, out[-1]) else [placed]
    return draft.with_blocks(out)


def _entitles(placed: Placed, above: Element, below: Element) -> bool:
    """Whether ``placed`` is the title of an enclosed paper, with margins: of a letter, or below a marker."""
    text = plain(placed.block.content)
    if placed.before != "\n\n" or above.name == "head" or len(lines_of(placed.block.content)) > 1:
        return False
    if above.name == "opener":
        is_short = len(text.split()) <= _MOST_WORDS and text[:1].isupper() and text[-1] not in ":;,"
        return is_short and not opens_letter(placed.block)
    return entitles_letter(text) and (opens_letter(below) or text == UNTITLED)


def _head(title: Element) -> Element:
    return Element("head", title.content, title.attributes)


def _is_letter_enclosed(marker: Element, title: Element) -> bool:
    """Whether ``title`` is that of a letter that stands under the marker of an enclosure, a paragraph as well."""
    return marker.name == "p" and attachment_label(marker) is not None and is_correspondence(plain(title.content))


def _is_under_opener(placed: Placed, above: Placed) -> bool:
    """Whether the first line of the block is the title of an enclosure, directly under its marker."""
    if placed.before != "\n" or above.block.name != "opener":
        return False
    return read_opener(placed.block.containing(lines_of(placed.block.content)[0])) is None


def _titled(placed: Placed) -> list[Placed]:
    first, *rest = lines_of(placed.block.content)
    title = placed.with_block(Element("head", first, placed.block.attributes))
    return [title, Placed("\n", placed.block.containing(with_breaks(rest)))] if rest else [title]


def _ends_with_stop(blocks: Sequence[Placed]) -> bool:
    """Whether the title of the document ends with a full stop, as in the volumes from 1870 to 1906."""
    head = next((plain(placed.block.content) for placed in blocks if placed.block.name == "head"), "")
    return head.rstrip("0123456789 ").endswith(".")
