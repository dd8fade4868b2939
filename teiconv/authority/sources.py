"""What an authority is built from: folders, archives and files, each read by whichever reader knows its form."""

from __future__ import annotations

import tarfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from teiconv.authority import people_database, pocom
from teiconv.authority.entries import Entry
from teiconv.errors import Place, TeiconvError
from teiconv.names.people.person import Spoilt, WrongId
from teiconv.reading import files_below

if TYPE_CHECKING:
    from lxml import etree

_SCHEMAS = "schema"


def read_source(path: Path) -> Iterator[Entry | WrongId | Spoilt]:
    """Yield the entries of a folder or tar archive of XML files, or of a list of persons, and what is wrong in it.

    Raises:
        TeiconvError: it cannot be read, or holds nothing that is known.
    """
    empty = True
    for name, data in _files(path):
        for entry in _entries(name, data):
            empty = False
            yield entry
    if empty:
        advice = "give a clone of the people database or of pocom, an official volume, or a list of persons"
        where = "folder" if path.is_dir() else "file"
        raise TeiconvError(f"no person found in this {where}; {advice}", Place(str(path)))


def _files(path: Path) -> Iterator[tuple[str, bytes]]:
    """Yield names and bytes of the files in ``path``, in the order of their names."""
    try:
        if path.is_dir():
            for file in files_below(path):
                if _SCHEMAS not in file.relative_to(path).parts:
                    yield str(file), file.read_bytes()
        elif tarfile.is_tarfile(path):
            yield from _members(path)
        else:
            yield str(path), path.read_bytes()
    except (OSError, EOFError, tarfile.TarError, zlib.error) as error:
        raise TeiconvError(f"cannot be read: {error}", Place(str(path))) from error


def _members(path: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the XML files of an archive as they come: compressed archives are read from front to end only."""
    with tarfile.open(path) as archive:
        for member in archive:
            file = archive.extractfile(member) if member.isfile() and member.name.endswith(".xml") else None
            if file and _SCHEMAS not in Path(member.name).parts:
                yield f"{path}/{member.name}", file.read()


def _entries(name: str, data: bytes) -> Iterator[Entry | WrongId | Spoilt]:
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        from teiconv.authority.lists import read_list

        yield from read_list(name, data)
        return
    root = _root(name, data)
    if people_database.is_person(root):
        yield people_database.read_person(root)
    elif pocom.is_officer(root):
        yield pocom.read_officer(root)
    elif pocom.is_mission(root):
        yield from pocom.read_mission(root)
    elif root.tag.startswith("{"):  # TEI; what else lies about in a clone says nothing of people
        from teiconv.authority.lists import read_list

        yield from read_list(name, data)


def _root(name: str, data: bytes) -> etree._Element:
    from teiconv.formats.tei.parsing import parse

    return parse(data, name).getroot()
