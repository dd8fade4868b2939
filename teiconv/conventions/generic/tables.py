"""Tables of a typed text: rows of cells that tabs part."""

from __future__ import annotations

from collections.abc import Sequence

from teiconv.layout.canon import ONE_TAB
from teiconv.layout.lines import running
from teiconv.model import Element, element

_FEWEST_ROWS, _LONGEST_CELL = 2, 60


def read_tabbed(lines: Sequence[str]) -> Element | None:
    """Return the table that ``lines`` are which all have the same number of tabs between words; ``None`` for others."""
    rows = [line.split("\t") for line in lines]
    width = len(rows[0])
    if len(rows) < _FEWEST_ROWS or width < 2 or not all(len(row) == width and all(map(_is_cell, row)) for row in rows):
        return None
    made = (element("row", *(running("cell", [cell]) for cell in row), rend=ONE_TAB) for row in rows)
    return element("table", *made)


def _is_cell(text: str) -> bool:
    return text == text.strip() and 0 < len(text) <= _LONGEST_CELL


def is_indentation(block: Element) -> bool:
    """Whether ``block`` is a table for no better reason than tabs at the start of lines: one has two rows of cells."""
    rows = [row for row in block.content if isinstance(row, Element)] if block.name == "table" else []
    return block.name == "table" and sum(sum(bool(cell.content) for cell in _cells(row)) > 1 for row in rows) < 2


def _cells(row: Element) -> list[Element]:
    return [cell for cell in row.content if isinstance(cell, Element)]
