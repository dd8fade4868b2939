"""Folders, on this machine or wherever fsspec reaches: listed in order, read, and written whole or not at all."""

from __future__ import annotations

import hashlib
import os
import posixpath
import re
import uuid
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from teiconv.batch.extras import optional
from teiconv.errors import MissingExtraError, Place, TeiconvError

PART = ".teiconv-part"
"""What the name of a file ends in while it is being written."""

_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:/|[a-z0-9+]+::")
_PUT_WHOLE = frozenset({"s3", "s3a", "gs", "gcs", "abfs", "abfss", "adl", "az", "oci", "oss", "memory"})
"""Protocols of stores in which a file appears only once it is written whole."""


class Folder(Protocol):
    """A folder of inputs or outputs; paths are relative to it, with slashes."""

    def files(self, suffix: str) -> Iterator[tuple[str, int]]:
        """Yield path and size of every file with that suffix, in the order of folders and names; no hidden ones."""

    def read(self, path: str) -> bytes:
        """Return the bytes of a file; raises :class:`TeiconvError` where it cannot be read."""

    def write(self, path: str, data: bytes) -> None:
        """Write a file whole or not at all, with the folders above it; raises :class:`TeiconvError`."""

    def holds(self, path: str, size: int, digest: str) -> bool:
        """Tell whether the file is there, as it was written."""

    def clean(self) -> int:
        """Remove what an interrupted run left half-written, and return how many files that were."""

    def remove(self, path: str) -> None:
        """Remove a file, if it is there."""


def digest(data: bytes) -> str:
    """Return the SHA-256 of ``data`` in hex."""
    return hashlib.sha256(data).hexdigest()


def _is(data: bytes, size: int, expected: str) -> bool:
    return len(data) == size and digest(data) == expected


def is_url(place: str) -> bool:
    """Tell a URL (``s3://bucket``, ``zip://::a.zip``) from a path."""
    return bool(_URL.match(place))


def folder(place: str) -> Folder:
    """Return the folder that ``place``, a path or a URL, names; ``file://`` is a path, too.

    Raises:
        MissingExtraError: what reaches such URLs is not installed.
    """
    if place.startswith("file://"):
        place = place.removeprefix("file://")
    return RemoteFolder(place) if is_url(place) else LocalFolder(os.path.abspath(place))


@dataclass(frozen=True, slots=True)
class LocalFolder:
    """A folder on this machine, or on one that is mounted."""

    root: str

    def files(self, suffix: str) -> Iterator[tuple[str, int]]:
        """See :meth:`Folder.files`."""
        for entry in self._walk(self.root):
            if entry.name.lower().endswith(suffix) and not entry.name.startswith("."):
                yield os.path.relpath(entry.path, self.root).replace(os.sep, "/"), entry.stat().st_size

    def _walk(self, root: str) -> Iterator[os.DirEntry[str]]:
        """Yield the files under ``root``: those of a folder before those of the folders in it."""
        try:
            entries = sorted(os.scandir(root), key=lambda entry: entry.name)
        except OSError as error:
            raise TeiconvError(f"cannot be read: {error.strerror}", Place(root)) from error
        yield from (entry for entry in entries if entry.is_file())
        for entry in entries:
            if entry.is_dir(follow_symlinks=False) and not entry.name.startswith("."):
                yield from self._walk(entry.path)

    def read(self, path: str) -> bytes:
        """See :meth:`Folder.read`."""
        try:
            with open(os.path.join(self.root, path), "rb") as file:
                return file.read()
        except OSError as error:
            raise TeiconvError(f"cannot be read: {error.strerror}", Place(path)) from error

    def write(self, path: str, data: bytes) -> None:
        """See :meth:`Folder.write`."""
        folder, name = os.path.split(os.path.join(self.root, path))
        part = os.path.join(folder, f".{name[:150]}.{uuid.uuid4().hex[:12]}{PART}")
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
        return _is(data, size, digest)

    def clean(self) -> int:
        """See :meth:`Folder.clean`."""
        if not os.path.isdir(self.root):
            return 0
        parts = [entry.path for entry in self._walk(self.root) if entry.name.endswith(PART)]
        for part in parts:
            Path(part).unlink(missing_ok=True)
        return len(parts)

    def remove(self, path: str) -> None:
        """See :meth:`Folder.remove`."""
        Path(self.root, path).unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class RemoteFolder:
    """A folder at a URL; what fsspec opens is kept by fsspec itself, once in a process."""

    url: str

    def __post_init__(self) -> None:
        self._open()

    def _open(self) -> tuple[Any, str]:
        return file_system(self.url)

    def files(self, suffix: str) -> Iterator[tuple[str, int]]:
        """See :meth:`Folder.files`."""
        system, root = self._open()
        system.invalidate_cache()
        try:
            for folder, folders, files in system.walk(root, detail=True, on_error="raise"):
                hidden = [name for name in folders if name.startswith(".")]
                for name in hidden:
                    del folders[name]
                within = folder[len(root) :].strip("/")
                for name in sorted(files):
                    if name.lower().endswith(suffix) and not name.startswith("."):
                        yield posixpath.join(within, name), files[name].get("size") or 0
        except _ERRORS as error:
            raise TeiconvError(f"cannot be read: {_reason(error)}", Place(self.url)) from error

    def read(self, path: str) -> bytes:
        """See :meth:`Folder.read`."""
        system, root = self._open()
        try:
            data: bytes = system.cat_file(_join(root, path))
        except _ERRORS as error:
            raise TeiconvError(f"cannot be read: {_reason(error)}", Place(path)) from error
        return data

    def write(self, path: str, data: bytes) -> None:
        """See :meth:`Folder.write`."""
        system, root = self._open()
        target = _join(root, path)
        try:
            if not _PUT_WHOLE.isdisjoint([system.protocol] if isinstance(system.protocol, str) else system.protocol):
                system.pipe_file(target, data)
                return
            head, name = posixpath.split(target)
            part = posixpath.join(head, f".{name[:150]}.{uuid.uuid4().hex[:12]}{PART}")
            system.makedirs(head, exist_ok=True)
            system.pipe_file(part, data)
            system.mv(part, target)
        except _ERRORS as error:
            raise TeiconvError(f"cannot be written: {_reason(error)}", Place(path)) from error

    def holds(self, path: str, size: int, digest: str) -> bool:
        """Read the file again: sizes and dates of stores do not tell a change, and are kept by caches."""
        try:
            data = self.read(path)
        except TeiconvError:
            return False
        return _is(data, size, digest)

    def clean(self) -> int:
        """See :meth:`Folder.clean`."""
        system, root = self._open()
        try:
            parts = [path for path in system.find(root) if path.endswith(PART)]
        except _ERRORS:
            return 0
        for part in parts:
            with suppress(*_ERRORS):
                system.rm_file(part)
        return len(parts)

    def remove(self, path: str) -> None:
        """See :meth:`Folder.remove`."""
        system, root = self._open()
        with suppress(*_ERRORS):
            system.rm_file(_join(root, path))


_ERRORS = (OSError, NotImplementedError, ValueError, KeyError)
"""What the file systems of fsspec raise when something cannot be had."""


def file_system(url: str) -> tuple[Any, str]:
    """Return fsspec's file system for ``url``, and the path in it.

    Raises:
        MissingExtraError: fsspec, or what it needs for such URLs, is not installed.
        TeiconvError: there is no such place.
    """
    core = optional("fsspec.core", "remote", f"{url}: URLs need fsspec")
    try:
        system, root = core.url_to_fs(url)
    except ImportError as error:
        raise MissingExtraError(f"{_reason(error)}; teiconv[remote] brings what S3 needs", Place(url)) from error
    except _ERRORS as error:
        raise TeiconvError(f"there is no such place: {_reason(error)}", Place(url)) from error
    return system, root.rstrip("/")


def _join(root: str, path: str) -> str:
    return f"{root}/{path}" if root else path


def _reason(error: Exception) -> str:
    return str(error).split("\n")[0] or type(error).__name__
