"""An archive unpacked into the folder beside it, where an interrupted run may have left files: nothing of both is lost.

The folder notes what the archive held.  So the next run tells a file that was written there from one that was only
unpacked, and an archive that was replaced since from the one that it knew.
"""

from __future__ import annotations

import json
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from teiconv.batch.places import LocalFolder, leads_out
from teiconv.editing.keep import copy_name, is_worth_a_copy

_NOTES = ".teiconv-unpacked"
"""The file in the folder that notes what the archive held; it is not packed."""

Marks = Mapping[str, list[int]]
"""Size and CRC-32 of each file: what an archive says of them without being unpacked."""


def files_in(parts: Path) -> Iterator[tuple[str, Path]]:
    """Yield the files of the folder, each with its name in the archive, in the order of paths."""
    for path in sorted(parts.rglob("*")):
        if path.is_file() and path != parts / _NOTES:
            yield path.relative_to(parts).as_posix(), path


def unpack(archive: zipfile.ZipFile, parts: Path) -> None:
    """Bring the folder up to what the archive holds, each file whole.

    Of two files of a name, that of the archive stands if it is another than was unpacked last, else that of the folder.

    Raises:
        ValueError: a name leads out of the archive.
    """
    folder, before = LocalFolder(str(parts)), _noted(parts)
    files = {info.filename: info for info in archive.infolist() if not info.is_dir()}
    now = {name: [info.file_size, info.CRC] for name, info in files.items()}
    if any(map(leads_out, now)):
        raise ValueError(f"the name {next(filter(leads_out, now))!r} leads out of it")
    folder.write(_NOTES, json.dumps({**now, **before}).encode())  # a run that is killed here finds out what it did
    for name, info in files.items():
        standing = _read(parts / name)
        if standing is None or now[name] not in (before.get(name), _mark(standing)):
            _keep_copy(folder, name, standing, before)
            folder.write(name, archive.read(info))
    for name in before.keys() - now.keys():
        if (standing := _read(parts / name)) is not None and _mark(standing) == before[name]:
            folder.remove(name)
    folder.write(_NOTES, json.dumps(now).encode())


def is_only_unpacked(parts: Path) -> bool:
    """Tell whether the folder holds nothing but what was unpacked into it."""
    noted = _noted(parts)
    return all(_mark(path.read_bytes()) == noted.get(name) for name, path in files_in(parts))


def _keep_copy(folder: LocalFolder, name: str, standing: bytes | None, before: Marks) -> None:
    """Keep a copy of the file that is replaced if anything in it is neither of teiconv nor of the archive before."""
    if standing is not None and _mark(standing) != before.get(name) and is_worth_a_copy(standing, name):
        folder.write(copy_name(name, standing), standing)


def _noted(parts: Path) -> Marks:
    with suppress(FileNotFoundError, ValueError):  # nothing was unpacked, or the power failed
        found = json.loads((parts / _NOTES).read_bytes())
        return found if isinstance(found, dict) else {}
    return {}


def _read(path: Path) -> bytes | None:
    with suppress(FileNotFoundError):
        return path.read_bytes()
    return None


def _mark(data: bytes) -> list[int]:
    return [len(data), zlib.crc32(data)]
