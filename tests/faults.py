"""Faults of a disk: the n-th step that touches a folder (an open, a write, a rename, a listing) fails, or is the last.

A step that is only looked at (``stat``) is none: what changes nothing can lose nothing.
"""

from __future__ import annotations

import builtins
import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_EVENTS = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.scandir", "os.listdir", "os.truncate"}
_open = builtins.open


class Disk:
    """Counts the steps below ``root``; ``at`` is called with the number and the name of each."""

    def __init__(self, root: Path, at: Callable[[int, str], None]) -> None:
        self._root = str(root)
        self._at = at
        self.steps: list[str] = []

    def step(self, name: str, path: object) -> None:
        """Count a step, if it is below the folder."""
        if isinstance(path, (str, bytes, os.PathLike)) and os.fsdecode(path).startswith(self._root):
            self.steps.append(f"{name} {os.path.basename(os.fsdecode(path))}")
            self._at(len(self.steps) - 1, self.steps[-1])

    def open(self, file: Any, *arguments: Any, **choices: Any) -> Any:
        """Open ``file``; each of its writes is a step, too."""
        return _File(_open(file, *arguments, **choices), self, file)


class _File:
    """A file of which each write is a step; at a write that fails, half of it has been done."""

    def __init__(self, file: Any, disk: Disk, path: Any) -> None:
        self._file, self._disk, self._path = file, disk, path

    def write(self, data: bytes) -> int:
        try:
            self._disk.step("write", self._path)
        except OSError:
            self._file.write(data[: len(data) // 2])
            raise
        return int(self._file.write(data))

    def writelines(self, lines: Any) -> None:
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def __enter__(self) -> _File:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __iter__(self) -> Iterator[Any]:
        return iter(self._file)


_watching: list[Disk] = []


def _hook(event: str, arguments: tuple[object, ...]) -> None:
    if _watching and event in _EVENTS:
        _watching[-1].step(event, arguments[0])


sys.addaudithook(_hook)


@contextmanager
def watched(disk: Disk) -> Iterator[Disk]:
    """Let ``disk`` see every step."""
    before = builtins.open, io.open
    builtins.open = io.open = disk.open
    _watching.append(disk)
    try:
        yield disk
    finally:
        _watching.pop()
        builtins.open, io.open = before
