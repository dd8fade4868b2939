"""Years of two digits: one pivot for all, and what else in a text tells the century."""

from __future__ import annotations

from teiconv.regex import regex

FIRST_YEAR = 30
"""Two digits from here on are years of the twentieth century, and below of the twenty-first, if nothing tells else."""

_YEAR = regex(r"(?<![\d#/.-])(?:18|19|20)\d\d(?![\d/-])")
_ORDER = regex(r"\bE\.? ?O\.? ?(?P<number>1\d{4})\b")
_FIRST_ORDER_OF_COMPUTERS = 12958
"""Executive Order 12958 is of 1995: a paper that names it, or a later one, is not older."""


def full_year(written: str) -> int:
    """Return the year that ``written``, two or four digits, is.

    >>> [full_year(written) for written in ("72", "08", "1908")]
    [1972, 2008, 1908]
    """
    year = int(written)
    return year if len(written) == 4 else year + (1900 if year >= FIRST_YEAR else 2000)


def century_told(text: str) -> int | None:
    """Return the century (1900 or 2000) of the years below :data:`FIRST_YEAR` in ``text``, if something tells it."""
    years = [int(year) for year in _YEAR.findall(text)]
    orders = [int(number) for number in _ORDER.findall(text)]
    if any(year >= 1990 for year in years) or any(order >= _FIRST_ORDER_OF_COMPUTERS for order in orders):
        return 2000
    return 1900 if years and max(years) < 1900 + FIRST_YEAR else None
