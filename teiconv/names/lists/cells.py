"""Cells of CSV and spreadsheets.

What one would take for a formula is written with an apostrophe before it, and read without.  What one has spoilt is
not read: the error that a formula came to, or an identifier of which a number was made, and rounded.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from teiconv.errors import Place
from teiconv.names.people.person import Spoilt
from teiconv.regex import regex

# OWASP, “CSV Injection”: what Excel, LibreOffice and Google Sheets calculate.  Apostrophes that were there stay.
_FORMULA = regex(r"'*[=+\-@\t\r]")
_DEFUSED = regex(r"'+[=+\-@\t\r]")

# The errors of Excel, Google Sheets and LibreOffice; and a column that was too narrow when it was copied.
_ERROR = regex(
    r"#(?:REF|N/A|NAME|VALUE|NULL|DIV/0|NUM|SPILL|CALC|FIELD|BLOCKED|CONNECT|UNKNOWN|ERROR)[!?]?|##+|Err:5\d\d"
)
_ROUNDED = regex(r"\d(?:[.,]\d+)?E\+\d+")


def sound(
    row: Mapping[str, str], place: Place, numbers: Collection[str] = ()
) -> tuple[Mapping[str, str], tuple[Spoilt, ...]]:
    """Return ``row`` without what a spreadsheet has spoilt, and that; ``numbers`` are the columns of identifiers."""
    kept, spoilt = dict(row), []
    for column, cell in row.items():
        for part in cell.split(";"):
            if why := _why_spoilt(part.strip(), is_number=column in numbers):
                spoilt.append(Spoilt(place.file, place.line or 0, part.strip(), why))
                kept[column] = ";".join(other for other in kept[column].split(";") if other != part)
    return kept, tuple(spoilt)


def _why_spoilt(cell: str, *, is_number: bool) -> str | None:
    if _ERROR.fullmatch(cell):
        return "is an error of a spreadsheet"
    return "is a number that a spreadsheet has rounded" if is_number and _ROUNDED.fullmatch(cell) else None


def defused(cell: str) -> str:
    """Return ``cell`` as no spreadsheet calculates it: ``=1+1`` as ``'=1+1``."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def as_meant(cell: str) -> str:
    """Return what ``cell`` was before :func:`defused`."""
    return cell[1:] if _DEFUSED.match(cell) else cell
