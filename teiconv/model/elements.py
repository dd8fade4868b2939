"""Classes of elements: which begin a line, which hold others, and which running text does not pass through."""

from __future__ import annotations

BLOCKS = frozenset(
    """ab byline cell closer dateline div fw head item label list opener p postscript quote row salute seg
    signed table trailer""".split()
)
"""Elements that begin a line of the text; each carries running text of its own, or holds others that do."""

SEVERAL = "documents"
"""``div/@type`` of a tree of several documents, each a ``div`` in it, and ``text/@type`` of their file."""

_HOLDERS = frozenset({"div", "list", "table", "row"})  # of these, only what stands in them carries text

NO_PHRASES = BLOCKS | {"note"}

MAY_CARRY_TEXT = NO_PHRASES - _HOLDERS - {"fw"}
"""Elements whose running text says something of the document; the furniture of a page, and stamps, do not."""

APART = BLOCKS | {"pb", "lb", "space"}

OPAQUE = BLOCKS | {"pb", "lb", "gap", "note", "space"}
"""Elements that the running text around them does not pass through; :func:`flatten` shows one character for each."""
