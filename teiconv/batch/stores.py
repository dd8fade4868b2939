"""Folders wherever fsspec reaches, by their URLs."""

from __future__ import annotations

import os
import posixpath
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from teiconv.batch.extras import optional
from teiconv.batch.places import PART, Entry, Folder, LocalFolder, is_as_written, is_url, part_name
from teiconv.errors import MissingExtraError, Place, TeiconvError

_PUT_WHOLE = frozenset({"s3", "s3a", "gs", "gcs", "abfs", "abfss", "adl", "az", "oci", "oss", "memory"})
"""Protocols of stores in which a file appears only once it is written whole."""


def folder(place: str) -> Folder:
    """Return the folder that ``place``, a path or a URL, names; ``file://`` is a path, too.

    Raises:
        MissingExtraError: what reaches such URLs is not installed.
    """
    if place.startswith("file://"):
        place = place.removeprefix("file://")
    return RemoteFolder(place) if is_url(place) else LocalFolder(os.path.abspath(place))


@dataclass(frozen=True, slots=True)
class RemoteFolder:
    """A folder at a URL; what fsspec opens is kept by fsspec itself, once in a process."""

    url: str

    def __post_init__(self) -> None:
        self._open()

    def _open(self) -> tuple[Any, str]:
        return file_system(self.url)

    def files(self) -> Iterator[Entry]:
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
                    if not name.startswith("."):
                        yield Entry(posixpath.join(within, name), files[name].get("size") or 0)
        except _errors() as error:
            raise TeiconvError(f"cannot be read: {_reason(error)}", Place(self.url)) from error

    def read(self, path: str) -> bytes:
        """See :meth:`Folder.read`."""
        system, root = self._open()
        try:
            data: bytes = system.cat_file(_join(root, path))
        except _errors() as error:
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
            head = posixpath.dirname(target)
            part = posixpath.join(head, part_name())
            system.makedirs(head, exist_ok=True)
            system.pipe_file(part, data)
            system.mv(part, target)
        except _errors() as error:
            raise TeiconvError(f"cannot be written: {_reason(error)}", Place(path)) from error

    def holds(self, path: str, size: int, digest: str) -> bool:
        """Read the file again: sizes and dates of stores do not tell a change, and are kept by caches."""
        try:
            data = self.read(path)
        except TeiconvError:
            return False
        return is_as_written(data, size, digest)

    def clean(self) -> int:
        """See :meth:`Folder.clean`."""
        system, root = self._open()
        try:
            parts = [path for path in system.find(root) if path.endswith(PART)]
        except _errors():
            return 0
        for part in parts:
            with suppress(*_errors()):
                system.rm_file(part)
        return len(parts)

    def remove(self, path: str) -> None:
        """See :meth:`Folder.remove`."""
        system, root = self._open()
        with suppress(*_errors()):
            system.rm_file(_join(root, path))


def _errors() -> tuple[type[Exception], ...]:
    """Return what the file systems of fsspec raise when something cannot be had."""
    from zipfile import BadZipFile

    return OSError, ValueError, KeyError, RuntimeError, BadZipFile, zlib.error, EOFError


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
    except _errors() as error:
        raise TeiconvError(f"there is no such place: {_reason(error)}", Place(url)) from error
    return system, root.rstrip("/")


def _join(root: str, path: str) -> str:
    return f"{root}/{path}" if root else path


def _reason(error: Exception) -> str:
    return str(error).split("\n")[0] or type(error).__name__
