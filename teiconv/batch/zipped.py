"""A ZIP archive as the source: its entries in the order of their names, each read when it is its turn."""

from __future__ import annotations

import os
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from lzma import LZMAError
from typing import NamedTuple

from teiconv.batch.places import Entry, leads_out
from teiconv.errors import Place, TeiconvError
from teiconv.remember import remembered

_HERE = re.compile(r"(?:(?<=^)|(?<=/))(?:\./+)+|(?<=/)/+")
_ERRORS = (OSError, zipfile.BadZipFile, zlib.error, LZMAError, EOFError, RuntimeError, ValueError)
"""What comes of an archive that is cut short, corrupt, encrypted, or packed by a method that is not known."""
_ENCRYPTED = 0x1


@dataclass(frozen=True, slots=True)
class ZipFolder:
    """The archive at the path ``root``; it is only read."""

    root: str

    def files(self) -> Iterator[Entry]:
        """Yield every entry that is a file, in the order of names, but no hidden ones; of two of a name, both."""
        for name, info in _opened(self.root).entries:
            if leads_out(name):
                yield Entry(repr(name)[1:-1], info.file_size, "its name leads out of the archive; rename it")
            elif not any(part.startswith(".") for part in name.split("/")):
                yield Entry(name, info.file_size, "is encrypted" if info.flag_bits & _ENCRYPTED else None)

    def read(self, path: str) -> bytes:
        """Return the bytes of an entry; raises :class:`TeiconvError` where it cannot be read."""
        opened = _opened(self.root)
        if path not in opened.first:
            raise TeiconvError("is not in the archive", Place(path))
        try:
            return opened.archive.read(opened.first[path])
        except _ERRORS as error:
            raise TeiconvError(f"cannot be unpacked: {error or type(error).__name__}", Place(path)) from error

    def write(self, path: str, data: bytes) -> None:
        """Refuse: an archive that is a target is made in a folder beside it."""
        raise TeiconvError("teiconv can only read this archive", Place(self.root))

    def holds(self, path: str, size: int, digest: str) -> bool:
        """Tell that nothing was written here."""
        return False

    def clean(self) -> int:
        """Remove nothing."""
        return 0

    def remove(self, path: str) -> None:
        """Refuse, as :meth:`write` does."""
        self.write(path, b"")


def _name(info: zipfile.ZipInfo) -> str:
    """Return the name of an entry as a path: ``./a.txt`` is ``a.txt``."""
    return _HERE.sub("", info.filename)


class _Opened(NamedTuple):
    """An open archive; ``entries`` are its files with their names, in order, ``first`` the first of each name."""

    archive: zipfile.ZipFile
    entries: tuple[tuple[str, zipfile.ZipInfo], ...]
    first: dict[str, zipfile.ZipInfo]


def _opened(path: str) -> _Opened:
    try:
        status = os.stat(path)
    except OSError as error:
        raise TeiconvError(f"cannot be read: {error.strerror}", Place(path)) from error
    return _open(path, status.st_mtime_ns, status.st_size)


@remembered(2)
def _open(path: str, changed: int, size: int) -> _Opened:
    """Return the archive, opened once in a process as long as it does not change."""
    try:
        archive = zipfile.ZipFile(path)
        found = [(_name(info), info) for info in archive.infolist() if not info.is_dir()]
        entries = tuple(sorted(found, key=lambda entry: entry[0]))
        return _Opened(archive, entries, dict(reversed(entries)))
    except _ERRORS as error:
        raise TeiconvError(f"is not a ZIP archive, or a part of it is missing: {error}", Place(path)) from error
