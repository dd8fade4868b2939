"""Where a format is written: a folder that is there whole once all is written, or as it was before."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import Self

from teiconv.errors import Place, TeiconvError

_FEW = 20
_PART, _OLD, _RECORD = ".teiconv-part", ".teiconv-old", ".teiconv"
_MADE_FROM = "made from "
"""What begins the line of a record that has the digest of the source."""


def recover(folder: Path) -> None:
    """Clear away what a run left in ``folder`` that was killed, and put back what it had put aside.

    Raises:
        TeiconvError: something cannot be removed.
    """
    try:
        for old in folder.glob(f".*{_OLD}"):
            _put_back(old, folder / old.name.removeprefix(".").removesuffix(_OLD))
        for part in folder.glob(f".*{_PART}"):
            shutil.rmtree(part)
    except OSError as error:
        raise TeiconvError(f"cannot be removed: {error.strerror}", Place(str(error.filename or folder))) from error


def _put_back(old: Path, place: Path) -> None:
    if place.exists():
        shutil.rmtree(old)
    else:
        old.rename(place)


class Target:
    """A folder, or a single file, that is made beside its place and moved there at the end.

    Used as a context: an exception leaves what was there before, and nothing half-made.  A hidden file beside the
    place lists what was written; only that is replaced, so that nothing of others is lost.  It also has the digest of
    the ``source``.
    """

    def __init__(self, place: Path, *, is_file: bool = False, source: str = "") -> None:
        self._place = place
        self._source = source
        self._is_file = is_file
        self._part, self._old, self._record = (_beside(place, end) for end in (_PART, _OLD, _RECORD))

    def __enter__(self) -> Self:
        try:
            self._recover()
            refuse_others(self._place.parent, [self])
            self._part.mkdir(parents=True)
        except OSError as error:
            raise TeiconvError(f"cannot be written: {error.strerror}", Place(str(self._place))) from error
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        try:
            if kind is None:
                self._settle()
            elif isinstance(error, OSError):
                raise error
        except OSError as fault:
            place = str(fault.filename or self._place).replace(str(self._part), str(self._place))
            raise TeiconvError(f"cannot be written: {fault.strerror}", Place(place)) from fault
        finally:
            shutil.rmtree(self._part, ignore_errors=True)

    @property
    def folder(self) -> Path:
        """The folder in which it is made."""
        return self._part

    @property
    def file(self) -> Path:
        """The single file as it is made."""
        return self._part / self._place.name

    def standing(self, path: str) -> bytes | None:
        """Return a file as it stands in the place that is to be replaced; ``None`` if there is none."""
        file = self._place / path
        return file.read_bytes() if file.is_file() else None

    def write(self, path: str, data: bytes | str) -> None:
        """Write a file below the folder, with the folders above it."""
        self._at(path).write_bytes(data if isinstance(data, bytes) else data.encode())

    def write_pieces(self, path: str, pieces: Iterable[str]) -> None:
        """Write a file piece by piece."""
        with self._at(path).open("w", encoding="utf-8", newline="") as opened:
            opened.writelines(pieces)

    def copy(self, path: str, source: Path) -> None:
        """Copy a file to below the folder."""
        shutil.copyfile(source, self._at(path))

    def _at(self, path: str) -> Path:
        """Return where a file is made; ids of others, after which files are named, cannot lead out of the folder."""
        if ".." in PurePosixPath(path).parts or path.startswith("/"):
            raise TeiconvError("no file can have this name; change the id that it is made of", Place(path))
        file = self._part / path
        file.parent.mkdir(parents=True, exist_ok=True)
        return file

    def _recover(self) -> None:
        """Clear away what a run left of this place that was killed, and put back what it had put aside."""
        if self._old.exists():
            _put_back(self._old, self._place)
        shutil.rmtree(self._part, ignore_errors=True)

    def others(self) -> list[str]:
        """Return the names of the files at its place that were not written here."""
        others = sorted(_files(self._place) - self._known())
        return [f"{self._place.name}/{name}" for name in others] if self._place.is_dir() else others

    def _known(self) -> set[str]:
        return {line for line in _lines(self._record) if not line.startswith(_MADE_FROM)}

    def _note(self, names: set[str]) -> None:
        lines = [f"{_MADE_FROM}{self._source}", *sorted(names)]
        self._record.write_text("\n".join(lines), encoding="utf-8")

    def _settle(self) -> None:
        """Put what was made in its place; the old goes aside first, for folders cannot be replaced at one stroke."""
        made = self.file if self._is_file else self._part
        written = _files(made)
        self._note(written | self._known())
        if self._place.is_dir():
            self._place.rename(self._old)
        made.replace(self._place)
        self._note(written)
        shutil.rmtree(self._old, ignore_errors=True)


def refuse_others(folder: Path, targets: Iterable[Target]) -> None:
    """Refuse ``targets`` in ``folder`` if at one of them there is what was not written here; all of it is told.

    Raises:
        TeiconvError: there are files of others.
    """
    others = [name for each in targets for name in each.others()]
    if not others:
        return
    names = few(others, _FEW)
    raise TeiconvError(
        f"holds what teiconv publish did not write ({names}); move that away, or choose another target",
        Place(str(folder)),
    )


def few(names: Sequence[str], most: int) -> str:
    """Return the first names, and how many more there are: ``d1, d2 and 690 more``."""
    left = len(names) - most
    return ", ".join(names[:most]) + (f" and {left} more" if left > 0 else "")


def made_from(place: Path) -> str | None:
    """Return the digest of the source of what was written at ``place``; ``None`` if nothing was.

    It is empty where a former version of teiconv wrote it.
    """
    record = _beside(place, _RECORD)
    if not (place.exists() and record.exists()):
        return None
    return next((line.removeprefix(_MADE_FROM) for line in _lines(record) if line.startswith(_MADE_FROM)), "")


def _beside(place: Path, end: str) -> Path:
    return place.parent / f".{place.name}{end}"


def _lines(record: Path) -> list[str]:
    return record.read_text(encoding="utf-8").split("\n") if record.exists() else []


def _files(place: Path) -> set[str]:
    """Return the names of the files below ``place``, or that of the file that it is."""
    if not place.is_dir():
        return {place.name} if place.exists() else set()
    return {path.relative_to(place).as_posix() for path in place.rglob("*") if not path.is_dir()}
