"""The table of the chapters: a CSV file with a line for the names of its two columns, ``title`` and ``documents``."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from teiconv.errors import Place
from teiconv.publish.chapters import Row
from teiconv.settings import SettingsError

_COLUMNS = ("title", "documents")
_DELIMITERS = (",", ";", "\t")
"""What may stand between two columns; spreadsheets of some countries write semicolons."""


def read_table(path: Path) -> list[Row]:
    """Return the rows of a CSV file.

    Raises:
        SettingsError: it cannot be read, or has other columns; all rows with other columns are told.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
        delimiter = _delimiter(text.partition("\n")[0], path)
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        lines = [(cells, Place(str(path), reader.line_num)) for cells in reader if any(map(str.strip, cells))]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise SettingsError(f"the chapters cannot be read ({error})", Place(str(path))) from error
    (head, _), *rows = lines
    if faults := list(_surplus(rows, delimiter)):
        raise SettingsError.of(faults)
    at = [_named(head).index(column) for column in _COLUMNS]
    filled = (([*cells, "", ""], place) for cells, place in rows)
    return [Row(cells[at[0]], cells[at[1]], place) for cells, place in filled]


def _delimiter(line: str, path: Path) -> str:
    """Return what stands between the columns in the first line of the file."""
    for delimiter in _DELIMITERS:
        if sorted(_named(next(csv.reader([line], delimiter=delimiter), []))) == sorted(_COLUMNS):
            return delimiter
    said = f"is “{line.strip()}”" if line.strip() else "is empty"
    raise SettingsError(
        f"the first line {said}; it must be title,documents, the names of the two columns", Place(str(path), 1)
    )


def _named(cells: Sequence[str]) -> list[str]:
    return [cell.strip().lower() for cell in cells]


def _surplus(rows: Sequence[tuple[list[str], Place]], delimiter: str) -> Iterator[SettingsError]:
    """Yield a fault for each row with more columns than there are."""
    for cells, place in rows:
        if surplus := [cell for cell in cells[len(_COLUMNS) :] if cell.strip()]:
            yield SettingsError(
                f"there are two columns, but this row has more ({f'{delimiter} '.join(surplus)}); write blanks between "
                f"documents, and a title with “{delimiter}” in quotation marks",
                place,
            )
