"""Blocks → the division that a document is, and the divisions in it: enclosures, sections.

TEI asks for an order (Guidelines, 4.2): what opens a division, its text, the divisions in it, what closes it.
Where an enclosure follows the close of a letter, the letter is a division of its own beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from teiconv.layout.canon import is_source_line
from teiconv.layout.lines import Placed
from teiconv.model import Element, element, plain
from teiconv.structure.enclosures import attachment_label, begins_attachment
from teiconv.structure.order import ABOVE_TEXT, CLOSES, in_order
from teiconv.structure.sections import SECTION_TITLE, find_sections, is_section_title


def divide(blocks: Sequence[Placed], *, with_heads: bool = False) -> Element:
    """Return the document that ``blocks`` are.

    The titles of its sections and enclosures are ``head``, or, as in the series, ``p rend="sectiontitle"``.
    """
    top = _end_of_opening(blocks)
    starts = [index for index in range(top + 1, len(blocks)) if begins_attachment(blocks, index)]
    edges = [*starts, len(blocks)]
    main = _contents(blocks[top : edges[0]], with_heads)
    enclosed = [_enclosed(blocks[start:end], with_heads) for start, end in zip(starts, edges[1:], strict=True)]
    if enclosed and any(block.name in CLOSES for block in main):
        main = [element("div", *main, type="text")]
    opening = [placed.block for placed in blocks[:top]]
    return element("div", *opening, *main, *enclosed, type="document")


def _end_of_opening(blocks: Sequence[Placed]) -> int:
    """Return the end of the title and what goes with it."""
    return next((i for i, placed in enumerate(blocks) if placed.block.name not in ABOVE_TEXT), len(blocks))


def _enclosed(blocks: Sequence[Placed], with_heads: bool) -> Element:
    label = attachment_label(blocks[0].block)
    if with_heads:
        titles = 1 + (len(blocks) > 2 and is_section_title(plain(blocks[1].block.content)))
        above = takewhile(lambda placed: placed.block.name == "p", blocks[:titles])
        heads = [placed.with_block(_head(placed.block)) for placed in above]
        blocks = [*heads, *blocks[len(heads) :]]
    return element("div", *_contents(blocks, with_heads), type="attachment", n=label)


def _contents(blocks: Sequence[Placed], with_heads: bool) -> list[Element]:
    """Return the blocks of a division, those of each section in one of their own."""
    ordered = in_order(blocks)
    starts = find_sections(ordered, is_typed=with_heads)
    if not starts:
        return [placed.block for placed in ordered]
    content = [placed.block for placed in ordered]
    closing = next((i for i, block in enumerate(content) if block.name in CLOSES), _end_of_text(content))
    edges = [start for start in starts if start < closing] + [closing]
    titled = _head if with_heads else _section_title
    sections = [
        element("div", titled(content[start]), *content[start + 1 : end], type="section")
        for start, end in pairwise(edges)
    ]
    return [*content[: edges[0]], *sections, *content[closing:]]


def _end_of_text(content: Sequence[Element]) -> int:
    """Return the end of the text: below it may stand the source, and the place of the notes."""
    end = len(content)
    while end and (content[end - 1].name == "milestone" or is_source_line(content[end - 1])):
        end -= 1
    return end


def _head(title: Element) -> Element:
    return Element("head", title.content, title.having(rend=None).attributes)


def _section_title(title: Element) -> Element:
    return title.having(rend=SECTION_TITLE)
