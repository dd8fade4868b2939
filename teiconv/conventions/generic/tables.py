"""Tabs of a typed text that part no cells."""

from __future__ import annotations

from teiconv.model import Element


def is_indentation(block: Element) -> bool:
    """Whether ``block`` is a table for no better reason than tabs at the start of lines: one has two rows of cells."""
    rows = [row for row in block.content if isinstance(row, Element)] if block.name == "table" else []
    return block.name == "table" and sum(sum(bool(cell.content) for cell in _cells(row)) > 1 for row in rows) < 2


def _cells(row: Element) -> list[Element]:
    return [cell for cell in row.content if isinstance(cell, Element)]
