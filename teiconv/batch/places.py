"""Folders of inputs and outputs: listed in order, read, and written whole or not at all; those on this machine."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Protocol

from teiconv.errors import Place, TeiconvError
from teiconv.reading import read_bytes

PART = ".teiconv-part"
"""What the name of a file ends in while it is being written."""

_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:/|[a-z0-9+]+::")


_LEADS_OUT = re.compile(
    r"^/|(?:^|/)\.\.(?:/|$)|\0" if os.sep == "/" else r"^/|^[A-Za-z]:|(?:^|/)\.\.(?:/|$)|[\\\x00-\x1f]"
)
"""Where no letters name drives, ``a:b`` and ``a\\b`` are names like others."""


def leads_out(path: str) -> bool:
    """Tell whether ``path``, said to be in a folder or an archive, is outside it, or cannot be that of a file here."""
    return _LEADS_OUT.search(path) is not None


class Entry(NamedTuple):
    """A file in a folder: its path there, and its size in bytes.

    What cannot be had has a ``fault`` that says why.  A link to a folder, which is not followed, ends in a slash.
    """

    path: str
    size: int = 0
    fault: str | None = None


class Folder(Protocol):
    """A folder of inputs or outputs; paths are relative to it, with slashes."""

    def files(self) -> Iterator[Entry]:
        """Yield every file, in the order of folders and names, but no hidden ones."""

    def read(self, path: str) -> bytes:
        """Return the bytes of a file; raises :class:`TeiconvError` where it cannot be read."""

    def write(self, path: str, data: bytes) -> None:
        """Write a file whole or not at all, with the folders above it; raises :class:`TeiconvError`."""

    def holds(self, path: str, size: int, digest: str) -> bool:
        """Tell whether the file is there, as it was written."""

    def clean(self) -> int:
        """Remove what an interrupted run left half-written, and return how many files that were."""

    def remove(self, path: str) -> None:
        """Remove a file, if it is there; raises :class:`TeiconvError`."""


def _in_utf8(name: str) -> str:
    """Return ``name`` with an escape for each byte that is not UTF-8."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def part_name() -> str:
    """Return a name of its own for a file that is being written."""
    return f".{os.urandom(16).hex()}{PART}"


def digest(data: bytes) -> str:
    """Return the SHA-256 of ``data`` in hex."""
    return hashlib.sha256(data).hexdigest()


def is_as_written(data: bytes, size: int, expected: str) -> bool:
    """Tell whether ``data`` has that size and that :func:`digest`."""
    return len(data) == size and digest(data) == expected


@contextmanager
def alone(folder: Folder) -> Iterator[None]:
    """Keep other runs from writing to ``folder``, by whatever name, as long as this one does; stores have no locks.

    Raises:
        TeiconvError: another run is writing there, or nothing can be written.
    """
    if not isinstance(folder, LocalFolder):
        yield
        return
    is_new = not os.path.isdir(folder.root)
    try:
        os.makedirs(folder.root, exist_ok=True)
        handle = os.open(folder.root, os.O_RDONLY)
    except FileExistsError as error:
        raise TeiconvError("is a file; name a folder, or a ZIP archive", Place(folder.root)) from error
    except OSError as error:
        raise TeiconvError(f"cannot be written: {error.strerror}", Place(folder.root)) from error
    try:
        lock(handle, folder.root)
        yield
    finally:
        os.close(handle)
        if is_new:
            with suppress(OSError):  # something is in it
                os.rmdir(folder.root)


def lock(handle: int, place: str) -> None:
    """Refuse a second run; the lock on the open file or folder ``handle`` goes with the process, however it ends.

    Raises:
        TeiconvError: another run has it.
    """
    try:
        import fcntl
    except ImportError:  # Windows has no such locks; two runs at once still write each file whole
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise TeiconvError("another run is writing to this folder; wait for it, or stop it", Place(place)) from error
    except OSError:  # some file systems have no locks
        return


def is_one_of(path: str, files: frozenset[str]) -> bool:
    """Tell whether the file at ``path`` is one of ``files`` (real paths): it is called so, unless it is a link."""
    name = os.sep + os.path.basename(path)
    may_be = any(file.endswith(name) for file in files) or os.path.islink(path)
    return may_be and os.path.realpath(path) in files


def is_url(place: str) -> bool:
    """Tell a URL (``s3://bucket``, ``zip://::a.zip``) from a path."""
    return bool(_URL.match(place))


@dataclass(frozen=True, slots=True)
class LocalFolder:
    """A folder on this machine, or on one that is mounted."""

    root: str

    def files(self) -> Iterator[Entry]:
        """See :meth:`Folder.files`; of a folder before those of the folders in it."""
        waiting = [self.root]
        while waiting:
            folder = waiting.pop()
            try:
                with os.scandir(folder) as found:
                    entries = sorted((each for each in found if each.name[0] != "."), key=lambda each: each.name)
            except OSError as error:
                if folder == self.root:
                    raise TeiconvError(f"cannot be read: {error.strerror}", Place(folder)) from error
                yield self._entry(folder, 0, f"the folder cannot be read: {error.strerror}")
                continue
            folders = [each for each in entries if each.is_dir(follow_symlinks=False)]
            yield from (self._file(each) for each in entries if each not in folders)
            waiting += reversed([each.path for each in folders])

    def _file(self, found: os.DirEntry[str]) -> Entry:
        try:
            mode, size = (status := found.stat()).st_mode, status.st_size
        except OSError as error:  # it has vanished since, or is a link that leads nowhere, or in a circle
            return self._entry(found.path, 0, f"cannot be read: {error.strerror}")
        if stat.S_ISDIR(mode):
            return self._entry(f"{found.path}/", 0)
        return self._entry(found.path, size, None if stat.S_ISREG(mode) else "is no file, but a pipe or device")

    def _entry(self, path: str, size: int, fault: str | None = None) -> Entry:
        name = path[len(self.root.rstrip(os.sep)) + 1 :].replace(os.sep, "/")
        if not name.isascii() and (told := _in_utf8(name)) != name:
            return Entry(told, size, "its name is not UTF-8; rename it")
        return Entry(name, size, fault)

    def read(self, path: str) -> bytes:
        """See :meth:`Folder.read`."""
        try:
            return read_bytes(os.path.join(self.root, path))
        except OSError as error:
            raise TeiconvError(f"cannot be read: {error.strerror}", Place(path)) from error

    def write(self, path: str, data: bytes) -> None:
        """See :meth:`Folder.write`."""
        folder, name = os.path.split(os.path.join(self.root, path))
        part = os.path.join(folder, part_name())
        try:
            if not os.path.isdir(folder):
                os.makedirs(folder, exist_ok=True)
            try:
                with open(part, "wb") as file:
                    file.write(data)
                os.replace(part, os.path.join(folder, name))
            except BaseException:
                Path(part).unlink(missing_ok=True)
                raise
        except OSError as error:
            raise TeiconvError(f"cannot be written: {error.strerror}", Place(path)) from error

    def holds(self, path: str, size: int, digest: str) -> bool:
        """Read the file again: after a loss of power it may be there, with its size, and be all zeros."""
        try:
            data = Path(self.root, path).read_bytes()
        except OSError:
            return False
        return is_as_written(data, size, digest)

    def clean(self) -> int:
        """See :meth:`Folder.clean`."""
        if not os.path.isdir(self.root):
            return 0
        found = os.walk(self.root)
        parts = [os.path.join(folder, name) for folder, _, names in found for name in names if name.endswith(PART)]
        for part in parts:
            self.remove(os.path.relpath(part, self.root))
        return len(parts)

    def remove(self, path: str) -> None:
        """See :meth:`Folder.remove`."""
        try:
            Path(self.root, path).unlink(missing_ok=True)
        except OSError as error:
            raise TeiconvError(f"cannot be removed: {error.strerror}", Place(path)) from error
