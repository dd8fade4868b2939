"""Sizes, times and moments as people read them."""

from __future__ import annotations


def size(number: float) -> str:
    """Return a number of bytes in kB, MB or GB.

    >>> size(17_500_000)
    '17.5 MB'
    """
    for unit in ("B", "kB", "MB"):
        if number < 1000:
            return f"{number:.3g} {unit}" if number < 100 else f"{number:.0f} {unit}"
        number /= 1000
    return f"{number:.3g} GB"


def binary_size(number: float) -> str:
    """Return a number of bytes that is round in KiB, MiB or GiB, in these.

    >>> binary_size(4096)
    '4 KiB'
    """
    units = ("B", "KiB", "MiB", "GiB")
    rank = min((int(number).bit_length() - 1) // 10, len(units) - 1) if number else 0
    return f"{int(number) >> 10 * rank} {units[rank]}"


def duration(seconds: float) -> str:
    """Return a time in the unit that suits it.

    >>> duration(0.02), duration(5400)
    ('20 ms', '90 min')
    """
    if 0 < seconds < 0.001:
        return f"{seconds * 1e6:.0f} µs"
    if 0 < seconds < 1:
        return f"{seconds * 1e3:.3g} ms"
    if seconds < 120:
        return f"{seconds:.3g} s"
    return f"{seconds / 60:.0f} min" if seconds < 7200 else f"{seconds / 3600:.1f} h"


def moment(time: str) -> str:
    """Return an ISO 8601 moment to the minute.

    >>> moment("2026-11-23T21:16:06.399+00:00")
    '2026-11-23, 21:16 UTC'
    """
    return f"{time[:10]}, {time[11:16]} UTC"
