"""Losses: what a profile has no place for."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Loss:
    """A part of a document that is not written, because the profile has no place for it.

    Attributes:
        what: an element (``unclear``), or an attribute of one (``persName/@cert``).  The words of an element that is
            not written stay in the text.
        count: how often.

    >>> from pathlib import Path
    >>> import teiconv
    >>> document = teiconv.read_text(Path("memo.txt"))
    >>> str(teiconv.left_out(document, "frus")[0])
    'gap (1 time)'
    """

    what: str
    count: int = 1

    def __str__(self) -> str:
        return f"{self.what} ({self.count} {'times' if self.count > 1 else 'time'})"


class LossCounter:
    """Counts what is left out while a document is written."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    def add(self, what: str) -> None:
        """Count one more of ``what``."""
        self._counts[what] += 1

    def found(self) -> tuple[Loss, ...]:
        """Return what was counted, in alphabetical order."""
        return tuple(Loss(what, count) for what, count in sorted(self._counts.items()))
