"""Where a format is written: a folder that is there whole once all is written, or as it was before."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

from teiconv.errors import Place, TeiconvError


class Target:
    """A folder, or a single file, that is made beside its place and moved there at the end.

    Used as a context: an exception leaves what was there before, and nothing half-made.
    """

    def __init__(self, place: Path, *, is_file: bool = False) -> None:
        self._place = place
        self._is_file = is_file
        self._part = place.parent / f".{place.name}.teiconv-part"

    def __enter__(self) -> Self:
        try:
            self._clear()
            self._part.mkdir(parents=True)
        except OSError as error:
            raise TeiconvError(f"cannot be written: {error.strerror}", Place(str(self._place))) from error
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if kind is None:
            self._settle()
        self._clear()

    @property
    def folder(self) -> Path:
        """The folder in which it is made."""
        return self._part

    @property
    def file(self) -> Path:
        """The single file as it is made."""
        return self._part / self._place.name

    def write(self, path: str, data: bytes | str) -> None:
        """Write a file below the folder, with the folders above it."""
        file = self._part / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data if isinstance(data, bytes) else data.encode())

    def write_pieces(self, path: str, pieces: Iterable[str]) -> None:
        """Write a file piece by piece."""
        file = self._part / path
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("w", encoding="utf-8", newline="") as opened:
            opened.writelines(pieces)

    def copy(self, path: str, source: Path) -> None:
        """Copy a file to below the folder."""
        file = self._part / path
        file.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, file)

    def _settle(self) -> None:
        """Put what was made in its place; the old goes aside first, for folders cannot be replaced at one stroke."""
        if self._is_file:
            self.file.replace(self._place)
            return
        old = self._place.parent / f".{self._place.name}.teiconv-old"
        shutil.rmtree(old, ignore_errors=True)
        if self._place.exists():
            self._place.rename(old)
        self._part.rename(self._place)
        shutil.rmtree(old, ignore_errors=True)

    def _clear(self) -> None:
        if self._part.exists():
            shutil.rmtree(self._part)
