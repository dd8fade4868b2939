"""Which stretches of text may hold what a list names: most hold nothing, and come again and again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from typing import Generic, TypeVar

_Found = TypeVar("_Found")
_MOST = 1 << 15
_LONGEST = 64
"""No longer stretches are remembered: a text without blanks would fill the memory with itself."""


class TokenCache(Generic[_Found]):
    """Asks of each stretch once what of a list it may hold (``find``; nothing is false), and remembers the answer.

    All answers are forgotten when they become so many that they would fill the memory.
    """

    def __init__(self, find: Callable[[str], _Found]) -> None:
        self._find = find
        self._barren: set[str] = set()
        self._fertile: dict[str, _Found] = {}

    def sift(self, stretches: Set[str]) -> Mapping[str, _Found]:
        """Return those of ``stretches`` that may hold what the list names, each with that."""
        left = stretches - self._barren
        return {stretch: found for stretch in left if (found := self._fertile.get(stretch) or self._learned(stretch))}

    def _learned(self, stretch: str) -> _Found:
        if len(self._barren) + len(self._fertile) >= _MOST:
            self._barren.clear()
            self._fertile.clear()
        found = self._find(stretch)
        if len(stretch) > _LONGEST:
            return found
        if found:
            self._fertile[stretch] = found
        else:
            self._barren.add(stretch)
        return found
