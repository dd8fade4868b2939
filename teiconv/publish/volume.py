"""A collection as publishing reads it: the documents in their order, the registers, and what the documents say.

What documents say is gathered once, in one walk over all of them, into a database on disk (:mod:`.facts`); texts are
read again by the formats that show them.  So memory holds one document at a time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from teiconv.errors import Place, TeiconvError
from teiconv.formats.tei.parsing import read_file
from teiconv.formats.tei.read import Reading, is_register, open_tei

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"

_DIGITS = re.compile(r"(\d+)")
DOCUMENTS = "collection.xml"


@dataclass(frozen=True, slots=True)
class Text:
    """A document: its file (relative to the volume), its id, what was read of it, and if it is alone in its file."""

    file: str
    id: str
    reading: Reading
    alone: bool

    @property
    def header(self) -> etree._Element | None:
        """The header, where it is that of this document and not of a volume."""
        return self.reading.tei.find(f"{TEI}teiHeader") if self.alone else None


@dataclass(frozen=True, slots=True)
class Volume:
    """The files of a collection below ``root``, in the order of its documents."""

    root: Path
    files: tuple[str, ...]
    registers: tuple[str, ...]

    def texts(self) -> Iterator[Text]:
        """Yield the documents, one at a time.

        Raises:
            TeiError: a file cannot be read, or is no TEI.
        """
        for file in self.files:
            yield from self.texts_of(file)

    def texts_of(self, file: str) -> Iterator[Text]:
        """Yield the documents of one file."""
        opened = open_tei(read_file(self.root / file), file)
        for name, reading in opened.read_all():
            yield Text(file, name, reading, len(opened.divs) == 1)

    def register(self, file: str) -> etree._Element:
        """Return a register, parsed."""
        return open_xml(self.root / file)

    def listed(self) -> Iterator[etree._Element]:
        """Yield the elements that list persons or terms: registers, and lists in the files themselves."""
        for file in self.registers:
            yield self.register(file)


def open_xml(path: Path) -> etree._Element:
    """Return the root of the XML file at ``path``, read as safely as all are."""
    from teiconv.formats.tei.parsing import parse

    return parse(read_file(path), str(path)).getroot()


def volume(place: Path) -> Volume:
    """Return the volume at ``place``: a folder, or a TEI file with any number of documents.

    Raises:
        TeiconvError: there is no TEI.
    """
    root = place if place.is_dir() else place.parent
    found = sorted(place.rglob("*.xml"), key=_natural) if place.is_dir() else [place]
    files = [path.relative_to(root).as_posix() for path in found if path.is_file()]
    registers = tuple(file for file in files if "/" not in file and _is_register(root / file))
    documents = [file for file in files if file not in registers]
    if not documents:
        raise TeiconvError("no documents found; give a folder that teiconv batch wrote", Place(str(place)))
    return Volume(root, _in_order(root, documents, registers), registers)


def _is_register(path: Path) -> bool:
    with path.open("rb") as file:
        return is_register(file.read(1024))


def _in_order(root: Path, documents: list[str], registers: tuple[str, ...]) -> tuple[str, ...]:
    """Return the files in the order in which the collection lists them, and then the others."""
    if DOCUMENTS not in registers:
        return tuple(documents)
    there = set(documents)
    targets = (ref.get("target", "").partition("#")[0] for ref in open_xml(root / DOCUMENTS).iter(f"{TEI}ref"))
    listed = dict.fromkeys(file for target in targets if (file := unquote(target)) in there)
    return (*listed, *(file for file in documents if file not in listed))


def _natural(path: Path) -> list[tuple[int, int, str]]:
    """Return a key by which ``d2`` comes before ``d10``."""
    return [(0, int(part), "") if part.isdigit() else (1, 0, part) for part in _DIGITS.split(path.as_posix())]
