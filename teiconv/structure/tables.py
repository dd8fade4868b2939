"""Tables: rows of cells, each cell followed by two tabs, the blanks at the end of a row dropped; above them a title.

The lines of a table have no margin, and neither has the sentence that announces it, or the line with which a treaty
in two columns ends: they look like rows of one cell.  And the break of a line inside a cell looks like that of a row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from teiconv.layout.canon import ONE_TAB
from teiconv.layout.lines import Placed, has_block, running
from teiconv.model import Element, element, flatten
from teiconv.regex import regex
from teiconv.structure.end_dates import read_closing_dateline

SEPARATOR = "\t\t"
_GOES_ON = regex(r"(?!\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[).] )(?:[(\[]?[^\W\d_A-Z]|\()")
"""What the second line of a cell begins with: a small letter, or a bracket, but not the number of an item."""
_ANNOUNCES = regex(r"(?:\S+ ){3}.*[:—–-]\s*\Z")
_DATES_TREATY = regex(r"(?:Signed|Concluded|Done|Ratifi\w+|Proclaimed|Exchanged)\b.{0,200}\d{4}\.?\Z")

TABLE_TITLE = regex(r"(?:TABLE|Table) (?:[IVX]+|\d+)\b|CONTENTS\Z|Contents\Z")
"""What says that it is the title of a table."""
_FEWEST_ROWS = 2
_LONGEST_TABBED_CELL = 60


def read_table(lines: Sequence[str]) -> Element | None:
    """Return the table that ``lines`` are, or ``None`` where they are none."""
    if not has_cells(lines):
        return None
    cells = [line.split(SEPARATOR) for line in lines]
    if any(line != line.rstrip(" \t") for line in lines) or any("\t" in cell for row in cells for cell in row):
        return None
    rows = _whole_rows(cells)
    return element("table", *(element("row", *map(_cell, cells)) for cells in rows))


def read_tabbed(lines: Sequence[str]) -> Element | None:
    """Return the table that ``lines`` are which all have the same number of single tabs; ``None`` for others.

    A cell between others may be empty.
    """
    if "\t" not in lines[0] or len(lines) < _FEWEST_ROWS:
        return None
    rows = [line.split("\t") for line in lines]
    width = len(rows[0])
    if not all(len(row) == width and row[0] and row[-1] and all(map(_is_tabbed_cell, row)) for row in rows):
        return None
    made = (element("row", *(running("cell", [cell] if cell else []) for cell in row), rend=ONE_TAB) for row in rows)
    return element("table", *made)


def _is_tabbed_cell(text: str) -> bool:
    return text == text.strip() and len(text) <= _LONGEST_TABBED_CELL


def has_cells(lines: Sequence[str]) -> bool:
    """Whether a line has cells in it, as those of tables do."""
    for line in lines:  # a loop, since nearly all texts are asked, and have none
        if SEPARATOR in line:
            return True
    return False


def _whole_rows(lines: Sequence[list[str]]) -> list[list[str]]:
    """Return the rows that ``lines`` are; a row that a break in a cell has cut has no more cells than the widest."""
    width = max(map(len, lines))
    rows: list[list[str]] = []
    for cells in lines:
        if rows and len(rows[-1]) + len(cells) - 1 <= width and _GOES_ON.match(cells[0]):
            rows[-1] = [*rows[-1][:-1], f"{rows[-1][-1]}\n{cells[0]}", *cells[1:]]
        else:
            rows.append(cells)
    return rows


def _cell(text: str) -> Element:
    return running("cell", text.split("\n") if text else [])


def free_tables(blocks: Sequence[Placed]) -> Sequence[Placed]:
    """Remove from the rows of a table the sentence that announces it, and the lines of a treaty around it."""
    if not has_block(blocks, "table"):
        return blocks
    out: list[Placed] = []
    for placed in blocks:
        if placed.block.name != "table":
            out.append(placed)
            continue
        for table in _parted(placed):
            out += _freed(table, out)
    return out


def _parted(placed: Placed) -> Iterator[Placed]:
    """Yield the tables that stand below each other without a blank line: each but the first has a title."""
    rows = [node for node in placed.block.content if isinstance(node, Element)]
    begins = [i for i in range(1, len(rows) - 1) if _only_cell(rows[i]) is not None and _has_heads(rows[i + 1])]
    for start, end in pairwise([0, *begins, len(rows)]):
        table = placed.block.containing(rows[start:end])
        yield Placed("\n", table) if start else placed.with_block(table)


def _freed(placed: Placed, above: Sequence[Placed]) -> list[Placed]:
    rows = [node for node in placed.block.content if isinstance(node, Element)]
    first, last = _only_cell(rows[0]), _only_cell(rows[-1])
    below: list[Placed] = []
    if last is not None and read_closing_dateline(last.content) is not None:
        rows, below = rows[:-1], [Placed("\n", Element("p", last.content))]
    whole = [placed.with_block(placed.block.containing(rows)), *below]
    if first is None or len(rows) < _FEWEST_ROWS:
        return whole
    table = placed.block.containing(rows[1:])
    if _ANNOUNCES.match(flatten(first.content)):
        return [placed.with_block(Element("p", (*first.content, table))), *below]
    if _is_title(first, rows[1]):
        return [placed.with_block(table.containing([Element("head", first.content), *rows[1:]])), *below]
    if above and above[-1].block.name == "head" and _DATES_TREATY.match(flatten(first.content)):
        opener = Element("opener", (Element("seg", first.content),))
        return [placed.with_block(opener), Placed("\n", table), *below]
    return whole


def _is_title(first: Element, below: Element) -> bool:
    """Whether the ``first`` row, of one cell, is the title of a table: it says so, or heads of columns are below."""
    text = flatten(first.content)
    return (_has_heads(below) and not text.endswith(":")) or TABLE_TITLE.match(text) is not None


def _has_heads(row: Element) -> bool:
    """Whether ``row`` has the heads of columns, and none above the names of the rows."""
    first, *others = row.content or ("",)
    return isinstance(first, Element) and not first.content and len(others) > 1


def _only_cell(row: Element) -> Element | None:
    cells = [node for node in row.content if isinstance(node, Element)]
    return cells[0] if len(cells) == 1 and flatten(cells[0].content) else None
