"""A ZIP archive as the target: documents go to a folder beside it, which is packed once all are done.

The archive is there whole, or as it was before.  Equal documents give equal bytes, whenever they were written.
"""

from __future__ import annotations

import shutil
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from teiconv.batch.places import LocalFolder, is_url
from teiconv.batch.unpacked import files_in, is_only_unpacked, unpack
from teiconv.errors import Place, TeiconvError

PARTS = ".teiconv-parts"
"""What the name of the folder beside the archive ends in."""

_URL = "zip://"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_MODE = 0o100644 << 16
_UNIX = 3


def archive_at(place: str) -> Archive | None:
    """Return the archive that ``place`` names (``tei.zip``, ``zip://::tei.zip``), or ``None`` if it names a folder.

    Raises:
        TeiconvError: it names an archive elsewhere, or a folder in one.
    """
    within, _, path = place.removeprefix(_URL).rpartition("::") if place.startswith(_URL) else ("", "", place)
    path = path.removeprefix("file://")
    if place.startswith(_URL) and (within or is_url(path)):
        advice = "an archive can only be written on this machine; give tei.zip, and copy it afterwards"
        raise TeiconvError(advice, Place(place))
    named = place.startswith(_URL) or path.lower().endswith(".zip")
    return Archive(Path(path).absolute()) if named and not is_url(path) and not Path(path).is_dir() else None


@dataclass(frozen=True, slots=True)
class Archive:
    """The archive at ``path``."""

    path: Path

    @property
    def parts(self) -> Path:
        """The folder that the archive is made of; it is left where a run is interrupted."""
        return self.path.with_name(self.path.name + PARTS)

    def open(self) -> LocalFolder:
        """Return the folder to write to.

        Raises:
            TeiconvError: it cannot be made.
        """
        with _told(self.path, "cannot be unpacked"):
            self.parts.mkdir(parents=True, exist_ok=True)
        return LocalFolder(str(self.parts))

    @contextmanager
    def unpacked(self) -> Iterator[None]:
        """Unpack what the archive holds already; if the run fails before it has written anything, remove the folder.

        Raises:
            TeiconvError: what is there is no archive, or cannot be unpacked.
        """
        try:
            with _told(self.path, "cannot be unpacked"):
                if self.path.exists():
                    with zipfile.ZipFile(self.path) as archive:
                        unpack(archive, self.parts)
            yield
        except BaseException:
            with suppress(OSError):
                if is_only_unpacked(self.parts):
                    shutil.rmtree(self.parts)
            raise

    def pack(self) -> None:
        """Put the archive in its place, and remove the folder.

        Raises:
            TeiconvError: it cannot be written.
        """
        part = self.path.with_name(f".{self.path.name}.part")
        with _told(self.path, "cannot be written"):
            try:
                with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
                    for name, file in files_in(self.parts):
                        archive.writestr(_entry(name), file.read_bytes())
                part.replace(self.path)
            finally:
                part.unlink(missing_ok=True)
            shutil.rmtree(self.parts)


def _entry(name: str) -> zipfile.ZipInfo:
    """Return an entry without a trace of the time or the machine."""
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, _MODE, _UNIX
    return entry


@contextmanager
def _told(path: Path, what: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        place = error.filename if isinstance(error.filename, str) else str(path)
        raise TeiconvError(f"the archive {what}: {error.strerror or error}", Place(place)) from error
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError) as error:
        raise TeiconvError(f"the archive {what}: {error}", Place(str(path))) from error
