"""Work in steps, so that many documents can take each of them together.

:data:`Steps` are a generator that stops between one step and the next, and returns what comes of them all.  What each
step of the conversion needs (code, patterns, schemas) is more than the caches of a processor hold.  Taken together, the
steps of many documents take a sixth less time.
"""

from __future__ import annotations

import time
from collections.abc import Generator, Iterable
from typing import TypeAlias, TypeVar

Result = TypeVar("Result")
Steps: TypeAlias = Generator[None, None, Result]


def at_once(steps: Steps[Result]) -> Result:
    """Take all ``steps``, and return what comes of them."""
    (result,) = together([steps])
    return result


def together(many: Iterable[Steps[Result]]) -> list[Result]:
    """Take the first step of each, then the second of each …; return what comes of them, in their order."""
    going = dict(enumerate(many))
    results: dict[int, Result] = {}
    while going:
        for number, steps in list(going.items()):
            try:
                next(steps)
            except StopIteration as end:
                results[number] = end.value
                del going[number]
    return [results[number] for number in sorted(results)]


def timed(steps: Steps[Result]) -> Steps[tuple[Result, float]]:
    """Take ``steps``; return what comes of them, and how many seconds they took without the pauses."""
    seconds = 0.0
    while True:
        started = time.perf_counter()
        try:
            next(steps)
        except StopIteration as end:
            return end.value, seconds + time.perf_counter() - started
        seconds += time.perf_counter() - started
        yield
