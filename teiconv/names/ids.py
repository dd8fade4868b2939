"""Ids for what a list leaves without: a stem that a reader knows again, and a number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable


class Ids:
    """The ids that are in use, to which new ones are added."""

    def __init__(self, used: Iterable[str]) -> None:
        self._used = set(used)
        self._last: Counter[str] = Counter()  # by stem: thousands may share one

    def new(self, stem: str) -> str:
        """Return ``stem`` with the first number that makes it none that is in use; from now on it is."""
        number = self._last[stem] + 1
        while f"{stem}{number}" in self._used:
            number += 1
        self._last[stem] = number
        self._used.add(f"{stem}{number}")
        return f"{stem}{number}"
