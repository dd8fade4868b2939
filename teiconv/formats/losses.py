"""What a form of output has no place for: counted, and told."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Loss:
    """Something of a document that its file does not say.

    Attributes:
        what: an element (``unclear``), or an attribute of one (``persName/@cert``).  The words of an element that is
            not written stay in the text.
        count: how often.
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
