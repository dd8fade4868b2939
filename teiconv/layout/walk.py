"""What every walk over the blocks of a tree has in common: which of them begin a line, how deep, and with a margin."""

from __future__ import annotations

from typing import TypeAlias

from teiconv.layout.canon import Block, has_labels, runs_in
from teiconv.model import Content, Element

Around: TypeAlias = "tuple[bool, bool, bool, int]"
"""What holds around a block, and again behind it."""


class Walk:
    """Where a walk stands: in lists of some depth, with labels, run in or not, and in a paragraph or not."""

    def __init__(self) -> None:
        self._depth = 0
        self._labelled = False
        self._runs_in = False  # whether the list at hand has its heads and labels on the lines of their items
        self._in_paragraph = False
        self._in_table = False  # between its rows

    def _has_margin(self, node: Element, block: Block) -> bool:
        """Whether a margin stands before ``node``: one of its own, or that of the paragraph that it ends."""
        return self._has_own_margin(node, block) or (self._in_paragraph and node.name != "table")

    def _has_own_margin(self, node: Element, block: Block) -> bool:
        """Whether ``node`` has a margin on both sides; the title of a table stands directly above its rows."""
        return block.margin and not (self._in_table and node.name == "head")

    def _enter(self, node: Element) -> Around:
        """Enter a block; return what :meth:`_leave` wants."""
        around = self._labelled, self._runs_in, self._in_table, self._depth
        self._in_paragraph, self._in_table = node.name == "p", node.name == "table"
        if node.name == "list":
            self._labelled, self._runs_in = has_labels(node), runs_in(node)
        elif node.name == "item" and self._is_marked(node):
            self._depth += 1
        return around

    def _leave(self, around: Around) -> None:
        self._labelled, self._runs_in, self._in_table, self._depth = around
        self._in_paragraph = False

    def _is_marked(self, node: Element) -> bool:
        """Whether ``node`` is an item that begins with a bullet."""
        return node.name == "item" and not (self._labelled or self._runs_in)


def holds_lines(content: Content) -> bool:
    """Whether each phrase of ``content`` has a line of its own, since no text runs there."""
    for child in content:
        if isinstance(child, str):
            return False
    return True
