"""Blocks → the division that a document is, and the divisions in it: enclosures, sections.

TEI asks for an order (Guidelines, 4.2): what opens a division, its text, the divisions in it, what closes it.
Where an enclosure follows the close of a letter, the letter is a division of its own beside it.
"""

from __future__ import annotations

from collections.abc import Sequence

from teiconv.blocks.attachments import opens_attachment
from teiconv.blocks.order import ANYWHERE, OPENS, in_order
from teiconv.blocks.placed import Placed
from teiconv.model import Element, element


def divide(blocks: Sequence[Placed]) -> Element:
    """Return the document that ``blocks`` are."""
    top = _end_of_opening(blocks)
    starts = [index for index in range(top, len(blocks)) if _begins_attachment(blocks, index)]
    edges = [*starts, len(blocks)]
    main = _contents(blocks[top : edges[0]])
    enclosed = [
        element("div", *_contents(blocks[start:end]), type="attachment")
        for start, end in zip(starts, edges[1:], strict=True)
    ]
    if enclosed and any(block.name == "closer" for block in main):
        main = [element("div", *main, type="text")]
    opening = [placed.block for placed in blocks[:top]]
    return element("div", *opening, *main, *enclosed, type="document")


def _end_of_opening(blocks: Sequence[Placed]) -> int:
    """Return the end of the title and what goes with it."""
    return next((i for i, placed in enumerate(blocks) if placed.block.name not in OPENS | ANYWHERE), len(blocks))


def _begins_attachment(blocks: Sequence[Placed], index: int) -> bool:
    block = blocks[index].block
    if not opens_attachment(block):
        return False
    return block.name == "opener" or not opens_attachment(blocks[index - 1].block)


def _contents(blocks: Sequence[Placed]) -> list[Element]:
    return [placed.block for placed in in_order(blocks)]
