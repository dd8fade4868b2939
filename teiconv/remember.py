"""What the process remembers: the answers of functions that are asked for the same again and again.

Nothing else is kept between one document and the next.  :func:`forget` empties it all.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, update_wrapper
from typing import Any, ParamSpec, Protocol, TypeVar
from weakref import WeakSet

P = ParamSpec("P")
T = TypeVar("T")


class Noting(Protocol):
    """Something that keeps what was found out about the places in it, for as long as it lives itself."""

    notes: dict[Callable[..., Any], dict[int, Any]]


N = TypeVar("N", bound=Noting)

_MEMORIES: WeakSet[Any] = WeakSet()


def remembered(most: int | None = None) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Return a decorator for a function that keeps ``most`` of its answers, the latest ones; all without ``most``."""

    def decorate(function: Callable[P, T]) -> Callable[P, T]:
        memory = lru_cache(most)(function)
        _MEMORIES.add(memory)
        return memory  # type: ignore[return-value]

    return decorate


def noted(function: Callable[[N, int], T]) -> Callable[[N, int], T]:
    """Return ``function`` so that it finds out once what it tells of a place in a page; the page notes it."""

    def told(page: N, place: int) -> T:
        known = page.notes.get(function)
        if known is None:
            known = page.notes[function] = {}
        if place not in known:
            known[place] = function(page, place)
        return known[place]  # type: ignore[no-any-return]

    return update_wrapper(told, function)


def forget() -> None:
    """Empty the memory of every function."""
    for memory in list(_MEMORIES):
        memory.cache_clear()
