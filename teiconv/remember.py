"""What the process remembers: the answers of functions that are asked for the same again and again.

Nothing else is kept between one document and the next.  :func:`forget` empties it all.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, ParamSpec, TypeVar
from weakref import WeakSet

P = ParamSpec("P")
T = TypeVar("T")

_MEMORIES: WeakSet[Any] = WeakSet()


def remembered(most: int | None = None) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Return a decorator for a function that keeps ``most`` of its answers, the latest ones; all without ``most``."""

    def decorate(function: Callable[P, T]) -> Callable[P, T]:
        memory = lru_cache(most)(function)
        _MEMORIES.add(memory)
        return memory  # type: ignore[return-value]

    return decorate


def forget() -> None:
    """Empty the memory of every function."""
    for memory in list(_MEMORIES):
        memory.cache_clear()
