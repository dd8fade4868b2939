"""Counts the lines of Python that are run, each turn of a loop among them: the same on every machine, however busy."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

MOST = 2.1
"""Times as many steps for twice the size, at most: 2 is linear, 4 its square."""


class Steps:
    """Counts the lines that are run while it is entered."""

    def __enter__(self) -> Steps:
        self.count, self._before = 0, sys.gettrace()
        sys.settrace(self._enter)
        return self

    def __exit__(self, *_: object) -> None:
        sys.settrace(self._before)

    def _enter(self, frame: FrameType, event: str, argument: object) -> object:
        return self._line

    def _line(self, frame: FrameType, event: str, argument: object) -> object:
        self.count += event == "line"
        return self._line


def steps(work: Callable[[int], object], size: int) -> int:
    """Return how many lines are run for ``work`` of ``size``."""
    with Steps() as counted:
        work(size)
    return counted.count


def grows_in_proportion(work: Callable[[int], object], size: int) -> bool:
    """Tell whether ``work`` of twice the ``size`` takes twice the steps, at most."""
    work(size // 10)  # what is made once, whatever the size
    return steps(work, 2 * size) < MOST * steps(work, size)
