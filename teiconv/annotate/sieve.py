"""Which stretches of text may hold what a list names: most hold nothing, and come again and again."""

from __future__ import annotations

from collections.abc import Callable, Set

_MOST = 1 << 15


class Sieve:
    """Asks of each stretch once whether it may hold what a list names, and remembers the answer.

    All answers are forgotten when they become so many that they would fill the memory.
    """

    def __init__(self, may_hold: Callable[[str], bool]) -> None:
        self._may_hold = may_hold
        self._barren: set[str] = set()
        self._fertile: set[str] = set()

    def sift(self, stretches: Set[str]) -> Set[str]:
        """Return those of ``stretches`` that may hold what the list names."""
        left = stretches - self._barren
        new = left - self._fertile
        if not new:
            return left
        fertile = set(filter(self._may_hold, new))
        if len(self._barren) + len(self._fertile) > _MOST:
            self._barren.clear()
            self._fertile.clear()
        self._fertile |= fertile
        self._barren |= new - fertile
        return left - (new - fertile)
