"""Tabs of a typed text that part no cells, and the title above a table."""

from __future__ import annotations

from collections.abc import Sequence

from teiconv.layout.lines import Placed, has_block, lines_of
from teiconv.model import Element, element, plain
from teiconv.structure.tables import TABLE_TITLE

_MOST_LINES, _LONGEST = 4, 90
"""A title has no more lines, nor longer ones."""


def is_indentation(block: Element) -> bool:
    """Whether ``block`` is a table for no better reason than tabs at the start of lines: one has two rows of cells."""
    rows = [row for row in block.content if isinstance(row, Element)] if block.name == "table" else []
    return block.name == "table" and sum(sum(bool(cell.content) for cell in _cells(row)) > 1 for row in rows) < 2


def entitle_tables(blocks: Sequence[Placed]) -> Sequence[Placed]:
    """Take the lines above a table that give its number into it as its ``head``: ``Table 2``, over what it shows."""
    if not has_block(blocks, "table"):
        return blocks
    out: list[Placed] = []
    for placed in blocks:
        if placed.block.name == "table" and out and _entitles_table(out[-1].block):
            above = out.pop()
            head = element("head", *above.block.content)
            placed = Placed(above.before, placed.block.containing([head, *placed.block.content]))
        out.append(placed)
    return out


def _entitles_table(block: Element) -> bool:
    lines = [plain(line).strip() for line in lines_of(block.content)] if block.name == "p" else [""]
    is_short = len(lines) <= _MOST_LINES and all(len(line) <= _LONGEST for line in lines)
    return is_short and TABLE_TITLE.match(lines[0]) is not None and not lines[-1].endswith((".", ":", ";", "?"))


def _cells(row: Element) -> list[Element]:
    return [cell for cell in row.content if isinstance(cell, Element)]
