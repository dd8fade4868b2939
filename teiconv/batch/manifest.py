"""The manifest: JSON Lines, a row for each document, in the order of their inputs.

It stands beside the target (``tei.manifest.jsonl`` for ``tei/``): the target holds documents and nothing else, so
that equal runs give equal folders.  While a run goes on its rows are added at the end as they come; later ones hold.
At the end the file is written anew, whole.  A run that was killed leaves what it had added.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Protocol

from teiconv.batch.places import Folder, is_url, lock
from teiconv.batch.rows import Row
from teiconv.batch.stores import RemoteFolder
from teiconv.errors import Place, TeiconvError

_ADVICE = "the converted documents stay; make room, or give another place (--manifest), and run the command again"
_SUFFIX = ".manifest.jsonl"
_ROWS, _SECONDS = 500, 15.0


class Manifest(Protocol):
    """Where rows are kept."""

    place: str

    def read(self) -> Iterator[Row]:
        """Yield the rows of earlier runs, also of interrupted ones; the last row of a document holds."""

    def start(self, *, fresh: bool) -> None:
        """Begin to add rows; a ``fresh`` run forgets those that are there."""

    def add(self, line: str) -> None:
        """Add the line of a row; after a kill it is there, or (in remote stores, for some seconds' worth) is not."""

    def close(self, lines: Iterable[str] | None = None) -> None:
        """End the run: with ``lines`` they become the manifest, whole; without, what was added stays, if anything."""


def manifest_for(target: str, place: str | None = None) -> Manifest:
    """Return the manifest of ``target``, a path or URL: beside it, unless ``place`` says where."""
    target = target.removeprefix("file://")
    place = (place or _beside(target)).removeprefix("file://")
    if is_url(place):
        return RemoteManifest(place)
    return LocalManifest(os.path.abspath(place))


def read_manifest(place: str) -> Iterator[Row]:
    """Yield the rows of the manifest at ``place``, a path or a URL, for programs that work with the results of a batch.

    Raises:
        TeiconvError: it cannot be read, or is no manifest.
    """
    yield from manifest_for("", place).read()


def _beside(target: str) -> str:
    """Return the place beside ``target``; inside it, where there is no beside (a whole bucket)."""
    if not is_url(target):
        return os.path.abspath(target) + _SUFFIX
    scheme, _, rest = target.rstrip("/").partition("://")
    return f"{scheme}://{rest}{_SUFFIX}" if "/" in rest else f"{scheme}://{rest}/{_SUFFIX.lstrip('.')}"


class LocalManifest:
    """A manifest on this machine."""

    def __init__(self, place: str) -> None:
        self.place = place
        self._file: IO[bytes] | None = None
        self._is_new = False

    def read(self) -> Iterator[Row]:
        """See :meth:`Manifest.read`."""
        try:
            with open(self.place, "rb") as file:
                yield from _rows(file, self.place)
        except FileNotFoundError:
            return
        except OSError as error:
            raise TeiconvError(f"cannot be read: {error.strerror}", Place(self.place)) from error

    def start(self, *, fresh: bool) -> None:
        """See :meth:`Manifest.start`."""
        with self._told("nothing was converted; give another place (--manifest)"):
            _refuse_what_is_no_manifest(self.place)
            Path(self.place).parent.mkdir(parents=True, exist_ok=True)
            self._is_new = not os.path.lexists(self.place)
            self._file = open(self.place, "a+b", buffering=0)  # noqa: SIM115 (closed by close)
            try:
                lock(self._file.fileno(), self.place)
                if fresh:
                    self._file.truncate(0)
                elif _ends_within_a_line(self._file):
                    self._write(b"\n")
            except BaseException:
                self._file.close()
                raise

    def add(self, line: str) -> None:
        """See :meth:`Manifest.add`."""
        with self._told():
            self._write(f"{line}\n".encode())

    def _write(self, data: bytes) -> None:
        assert self._file
        while data:  # a disk that is nearly full takes a part
            data = data[self._file.write(data) or 0 :]

    def close(self, lines: Iterable[str] | None = None) -> None:
        """See :meth:`Manifest.close`."""
        part = Path(f"{self.place}.part")
        if lines is None and self._is_new:  # while the lock holds
            with suppress(OSError):
                if not os.path.getsize(self.place):
                    os.unlink(self.place)
        try:
            if lines is not None:
                with self._told(), part.open("wb") as file:
                    file.writelines(f"{line}\n".encode() for line in lines)
                with self._told():
                    part.replace(self.place)
        finally:
            if lines is not None:
                with suppress(OSError):
                    part.unlink(missing_ok=True)
            if self._file:
                self._file.close()

    @contextmanager
    def _told(self, advice: str = _ADVICE) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise TeiconvError(f"cannot be written: {error.strerror}; {advice}", Place(self.place)) from error


class RemoteManifest:
    """A manifest in a store in which nothing can be added to a file: rows are put beside it in files of some hundred.

    They stand in ``….manifest.jsonl.rows/`` until the run ends.
    """

    def __init__(self, place: str) -> None:
        self.place = place
        head, _, self._name = place.rpartition("/")
        self._folder: Folder = RemoteFolder(head)
        self._rows = f"{self._name}.rows"
        self._pending: list[str] = []
        self._written = time.monotonic()
        self._number = 0

    def read(self) -> Iterator[Row]:
        """See :meth:`Manifest.read`."""
        for name in (self._name, *self._parts()):
            try:
                data = self._folder.read(name)
            except TeiconvError:
                continue
            yield from _rows(data.splitlines(keepends=True), name)

    def start(self, *, fresh: bool) -> None:
        """See :meth:`Manifest.start`."""
        parts = self._parts()
        if fresh:
            for name in (self._name, *parts):
                self._folder.remove(name)
        self._number = len(parts)

    def add(self, line: str) -> None:
        """See :meth:`Manifest.add`."""
        self._pending.append(line)
        if len(self._pending) >= _ROWS or time.monotonic() - self._written > _SECONDS:
            self._flush()

    def close(self, lines: Iterable[str] | None = None) -> None:
        """See :meth:`Manifest.close`."""
        if lines is None:
            self._flush()
            return
        self._folder.write(self._name, b"".join(f"{line}\n".encode() for line in lines))
        for name in self._parts():
            self._folder.remove(name)

    def _flush(self) -> None:
        if self._pending:
            data = "".join(f"{line}\n" for line in self._pending)
            self._folder.write(f"{self._rows}/{self._number:06}.jsonl", data.encode())
            self._number += 1
        self._pending = []
        self._written = time.monotonic()

    def _parts(self) -> list[str]:
        rows = RemoteFolder(f"{self.place}.rows")
        try:
            return sorted(f"{self._rows}/{entry.path}" for entry in rows.files())
        except TeiconvError:
            return []


def _rows(lines: Iterable[bytes], place: str) -> Iterator[Row]:
    """Yield the rows in ``lines``; one that was cut short, is zeros, or no row any more, is passed over."""
    for number, line in enumerate(lines, 1):
        if not line.strip(b"\0 \r\n"):
            continue
        try:
            row = Row.from_json(line.strip(b"\0"))
        except ValueError:
            if number == 1 and not _begins_as_a_row(line):
                raise _no_manifest(place) from None
            continue
        yield row


_BEGINNING = b'{"input":'
_HEAD = 4096


def _begins_as_a_row(line: bytes) -> bool:
    """Tell whether ``line`` may be a row that was cut short."""
    line = line.strip(b"\0 \r\n")
    return line.startswith(_BEGINNING) or _BEGINNING.startswith(line)


def _refuse_what_is_no_manifest(place: str) -> None:
    """Refuse to write to a file of the user's that a manifest was named after."""
    if os.path.exists(place) and not os.path.isfile(place):
        raise TeiconvError("is not a file; give the manifest another name", Place(place))
    try:
        with open(place, "rb") as file:
            head = file.read(_HEAD).strip(b"\0 \r\n")
    except FileNotFoundError:
        return
    if not _begins_as_a_row(head):
        raise _no_manifest(place)


def _no_manifest(place: str) -> TeiconvError:
    return TeiconvError("is not the manifest of a batch; name another file, or remove this one", Place(place, 1))


def _ends_within_a_line(file: IO[bytes]) -> bool:
    size = file.seek(0, os.SEEK_END)
    if not size:
        return False
    file.seek(size - 1)
    return file.read(1) != b"\n"
