"""A block and the white space that stands before it in the text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from teiconv.model import Element


class Placed(NamedTuple):
    """A block as found: ``before`` is all the white space between the block before and this one."""

    before: str
    block: Element

    def with_block(self, block: Element) -> Placed:
        """Return the same place with another block."""
        return Placed(self.before, block)


def settle(blocks: Sequence[Placed]) -> list[Placed]:
    """Make a paragraph that has no blank line on some side an ``ab``: a block without margin."""
    out = list(blocks)
    for index, placed in enumerate(blocks):
        below = blocks[index + 1].before if index + 1 < len(blocks) else None
        above = placed.before if index else None
        if placed.block.name == "p" and "\n" in (above, below):
            out[index] = placed.with_block(Element("ab", placed.block.content, placed.block.attributes))
    return out
