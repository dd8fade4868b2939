"""Classes of a distribution: sizes and times, years and months; none between the first and the last is left out."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

_FAR = 200
"""A span of years, or months, beyond which the empty ones are left out: one misread date must not stretch a plot."""

_LEAST = 1e-6
"""What is smaller has no class of its own: manifests count whole bytes, and seconds to the sixth decimal."""


def class_of(value: float, steps: Sequence[int]) -> float:
    """Return the upper bound of the class of ``value``: one of ``steps`` times a power of twice the last of them.

    >>> class_of(700, (1, 2, 4, 8)), class_of(0.03, (1, 2, 5))
    (1024.0, 0.05)
    """
    if value < _LEAST:
        return 0
    base = 2 * steps[-1]
    power = math.floor(math.log(value, base)) - 1
    bounds = [step * _power(base, power + more) for more in range(4) for step in steps]
    return next(bound for bound in bounds if value <= bound)


def _power(base: int, exponent: int) -> float:
    return float(base**exponent) if exponent >= 0 else 1 / base**-exponent


def spread(counts: Mapping[float, int], steps: Sequence[int]) -> dict[float, int]:
    """Return ``counts`` by :func:`class_of`, with the classes between the first and the last that are empty."""
    found = {0.0: counts[0]} if counts.get(0) else {}
    bound = min((each for each in counts if each), default=math.inf)
    while bound <= max(counts, default=0):
        found[bound] = counts.get(bound, 0)
        bound = class_of(bound * 1.01, steps)
    return found


def year_of(date: str | None) -> int | None:
    """Return the year of an ISO date."""
    return int(date[:4]) if date and date[:4].isdecimal() else None


def month_of(date: str | None) -> str | None:
    """Return the month of an ISO date (``1969-01``), where it says one."""
    if not date or not date[:4].isdecimal() or date[4:5] != "-" or not date[5:7].isdecimal():
        return None
    return date[:7] if 1 <= int(date[5:7]) <= 12 else None


def unbroken(counts: Mapping[int, int]) -> dict[int, int]:
    """Return ``counts`` of years with nothing left out between the first and the last, unless they are far apart."""
    if not counts:
        return {}
    first, last = min(counts), max(counts)
    years = range(first, last + 1) if last - first <= _FAR else sorted(counts)
    return {year: counts.get(year, 0) for year in years}


def unbroken_months(counts: Mapping[str, int]) -> dict[str, int]:
    """Return ``counts`` of months likewise."""
    numbered = unbroken({12 * int(month[:4]) + int(month[5:]) - 1: count for month, count in counts.items()})
    return {f"{number // 12:04}-{number % 12 + 1:02}": count for number, count in numbered.items()}


def falling(counts: Mapping[str, int]) -> dict[str, int]:
    """Return ``counts``, the largest first."""
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
