"""The order that TEI asks of a division: what opens it, its text, what closes it.

(TEI Guidelines, 4.2: ``model.divTop``, ``model.common``, ``model.divBottom``.)  What was recognised but stands
elsewhere is a paragraph all the same.
"""

from __future__ import annotations

from collections.abc import Sequence

from teiconv.layout.canon import BLOCKS
from teiconv.layout.lines import Placed
from teiconv.model import Element, Node, element, joined

OPENS = frozenset({"head", "opener", "dateline"})
"""What opens a division."""

CLOSES = frozenset({"closer", "postscript", "trailer"})
"""What closes a division."""

ANYWHERE = frozenset({"pb", "note", "fw", "milestone"})
"""What may stand between any two blocks."""

ABOVE_TEXT = OPENS | ANYWHERE
_BELOW_TEXT = CLOSES | ANYWHERE


def in_order(blocks: Sequence[Placed]) -> list[Placed]:
    """Return ``blocks`` with those made paragraphs that open the text after it began, or close it before."""
    out: list[Placed] = []
    end = _end_of_text(blocks)
    begun = False
    for index, placed in enumerate(blocks):
        name = placed.block.name
        if (name in OPENS and begun) or (name in CLOSES and (index < end or not begun)):
            placed = placed.with_block(_paragraph(placed.block))
        begun = begun or placed.block.name not in ABOVE_TEXT
        out.append(placed)
    return out


def _end_of_text(blocks: Sequence[Placed]) -> int:
    """Return the end of the last block that neither closes the division nor may stand anywhere."""
    ends = (i + 1 for i in range(len(blocks) - 1, -1, -1) if blocks[i].block.name not in _BELOW_TEXT)
    return next(ends, 0)


def _paragraph(block: Element) -> Element:
    return element("p", *joined(_lines(block)))


def _lines(block: Element) -> list[Node]:
    """Return the content of ``block`` with a line break where a block inside it began a line."""
    content: list[Node] = []
    for node in block.content:
        if isinstance(node, Element) and node.name in BLOCKS:
            content += [element("lb"), *_lines(node), element("lb")]
        else:
            content.append(node)
    return [node for i, node in enumerate(content) if not _is_spare(content, i)]


def _is_spare(content: Sequence[Node], index: int) -> bool:
    """Whether the line break at ``index`` stands at an edge, or after another."""
    if content[index] != element("lb"):
        return False
    return index in (0, len(content) - 1) or content[index - 1] == element("lb")
