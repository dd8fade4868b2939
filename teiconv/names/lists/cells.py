"""Cells of CSV that a spreadsheet would take for formulas: written with an apostrophe before them, read without."""

from __future__ import annotations

from teiconv.regex import regex

# OWASP, “CSV Injection”: what Excel, LibreOffice and Google Sheets calculate.  Apostrophes that were there stay.
_FORMULA = regex(r"'*[=+\-@\t\r]")
_DEFUSED = regex(r"'+[=+\-@\t\r]")


def defused(cell: str) -> str:
    """Return ``cell`` as no spreadsheet calculates it: ``=1+1`` as ``'=1+1``."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def as_meant(cell: str) -> str:
    """Return what ``cell`` was before :func:`defused`."""
    return cell[1:] if _DEFUSED.match(cell) else cell
