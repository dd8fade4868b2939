"""Tables: rows of cells, each cell followed by two tabs, the blanks at the end of a row dropped."""

from __future__ import annotations

from collections.abc import Sequence

from teiconv.layout.lines import running
from teiconv.model import Element, element

SEPARATOR = "\t\t"


def read_table(lines: Sequence[str]) -> Element | None:
    """Return the table that ``lines`` are, or ``None`` where they are none."""
    if not any(SEPARATOR in line for line in lines):
        return None
    rows = [_read_row(line) for line in lines]
    return element("table", *(row for row in rows if row is not None)) if None not in rows else None


def _read_row(line: str) -> Element | None:
    if line != line.rstrip(" \t"):
        return None
    return element("row", *(running("cell", [cell] if cell else []) for cell in line.split(SEPARATOR)))
