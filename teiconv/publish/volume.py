"""A collection as publishing reads it: the documents in their order, the registers, and what the documents say.

What documents say is gathered once, in one walk over all of them, into a database on disk (:mod:`.facts`); texts are
read again by the formats that show them.  So memory holds one document at a time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from lxml import etree

from teiconv.batch.withdrawn import is_of_collection
from teiconv.collection.ids import natural
from teiconv.convert import to_bytes
from teiconv.errors import Place, TeiconvError
from teiconv.formats.tei.meaning import State, state
from teiconv.formats.tei.parsing import parse, read_file
from teiconv.formats.tei.read import Reading, is_register, model_of, open_tei
from teiconv.model import Element
from teiconv.publish.apart import is_needed, name_files, set_apart
from teiconv.publish.around import Around, around
from teiconv.reading import files_below

TEI = "{http://www.tei-c.org/ns/1.0}"

_NAMES: Any = {None: TEI[1:-1]}
_DECLARED = re.compile(r"\A\s*<\?xml[^>]*\?>\s*")
DOCUMENTS, FRONT_FILE = "collection.xml", "front.xml"


@dataclass(frozen=True, slots=True)
class Text:
    """A document: its file (relative to the volume), its id, what was read of it, and if it is alone in its file.

    ``div`` is its element in the file, ``around`` what stands around it there.
    """

    file: str
    id: str
    reading: Reading
    alone: bool
    div: etree._Element
    around: Around = field(default_factory=Around)

    @property
    def body(self) -> Element:
        """Its ``div``, with the page breaks that stand before it."""
        own = self.reading.body
        breaks = tuple(map(model_of, self.around.breaks))
        return own.containing((*breaks, *own.content)) if breaks else own

    def source_bytes(self) -> bytes:
        """Return the text that it was made from, or that the site of others shows."""
        return to_bytes(self.own_tree(), name=self.file)

    def own_tree(self) -> etree._Element:
        """Return a ``TEI`` element that holds the document alone, below the header of its file."""
        if self.alone:
            return self.reading.tei
        root = etree.Element(f"{TEI}TEI", nsmap=_NAMES)
        root.extend(map(deepcopy, self.reading.tei.findall(f"{TEI}teiHeader")))
        text, body = etree.SubElement(root, f"{TEI}text"), f"{TEI}body"
        (text if self.div.tag == body else etree.SubElement(text, body)).append(deepcopy(self.div))
        return root

    @property
    def header(self) -> etree._Element | None:
        """The header, where it is that of this document and not of a volume."""
        return self.reading.tei.find(f"{TEI}teiHeader") if self.alone else None


@dataclass(frozen=True, slots=True)
class Volume:
    """The files of a collection below ``root``, in the order of its documents.

    ``others`` are those of them that no collection of ours lists; if they are ``apart``, the ids in each have the name
    of their file before them (:mod:`.apart`).  ``order`` has file and id of each document, where that is not the order
    of the files.  ``left`` are files that were written for the collection, which does not list them any more.
    """

    root: Path
    files: tuple[str, ...]
    registers: tuple[str, ...]
    others: frozenset[str] = frozenset()
    apart: bool = False
    order: tuple[tuple[str, str], ...] = ()
    left: tuple[str, ...] = ()
    made: tuple[tuple[str, Path], ...] = ()

    def path(self, file: str) -> Path:
        """Return where a file is."""
        return dict(self.made).get(file, self.root / file)

    def having(self, file: str, path: Path) -> Volume:
        """Return the volume with a file more, that of the edition, among the registers."""
        return replace(self, registers=(*self.registers, file), made=(*self.made, (file, path)))

    def texts(self) -> Iterator[Text]:
        """Yield the documents, one at a time.

        Raises:
            TeiError: a file cannot be read, or is no TEI.
        """
        for file, wanted in self._by_file():
            opened = open_tei(self.tree(file), file)
            divs = dict(zip(opened.names(), opened.divs, strict=True))
            places = dict(zip(divs, around(opened.root, divs.values()), strict=True))
            for name in wanted or divs:
                yield Text(file, name, opened.read_div(divs[name]), len(divs) == 1, divs[name], places[name])

    def _by_file(self) -> Iterator[tuple[str, list[str]]]:
        """Yield the files with the documents that are wanted of them; without any it is all."""
        if not self.order:
            yield from ((file, []) for file in self.files)
        for file, group in groupby(self.order, key=lambda place: place[0]):
            yield file, [id for _, id in group]

    def in_order(self, documents: Sequence[tuple[str, str]]) -> Volume:
        """Return the volume with its documents in this order, each by file and id."""
        files = tuple(dict.fromkeys(file for file, _ in documents))
        return replace(self, files=files, order=tuple(documents))

    def digest(self) -> str:
        """Return a digest of the files, by which a change is known."""
        found = sha256()
        for file in sorted((*self.files, *self.registers)):
            found.update(f"{file}\n{sha256(read_file(self.path(file))).hexdigest()}\n".encode())
        return found.hexdigest()

    def tree(self, file: str) -> etree._Element:
        """Return a file, parsed; the ids in it are those of the volume."""
        root = open_xml(self.path(file))
        if file in self.others:
            name_files(root, self.others)
        return set_apart(root, file, self.others) if self.apart and file in self.others else root

    def string(self, file: str) -> str:
        """Return a file as XML, without its declaration."""
        if file in self.others:
            return etree.tostring(self.tree(file), encoding="unicode")
        return _DECLARED.sub("", self.path(file).read_text(encoding="utf-8-sig"), count=1)

    def alone(self, text: Text) -> str:
        """Return the TEI of a document without those that stand in one file with it, as XML without a declaration."""
        return self.string(text.file) if text.alone else etree.tostring(text.own_tree(), encoding="unicode")

    def listed(self) -> Iterator[etree._Element]:
        """Yield the registers, parsed."""
        for file in self.registers:
            yield open_xml(self.path(file))


def words_in(node: etree._Element) -> str:
    """Return the text of ``node`` with single blanks."""
    return " ".join("".join(map(str, node.itertext())).split())


def open_xml(path: Path) -> etree._Element:
    """Return the root of the XML file at ``path``, read as safely as all are."""
    return parse(read_file(path), str(path)).getroot()


def volume(place: Path) -> Volume:
    """Return the volume at ``place``: a folder, or a TEI file with any number of documents.

    Raises:
        TeiconvError: there is no TEI, or a file of others cannot be read.
    """
    found = files_at(place)
    # Beside a collection, ids of others could be those of its documents, or name other people than its registers.
    is_beside = bool(found.others) and len(found.others) < len(found.files)
    return replace(found, apart=is_beside or is_needed(found.root, list(found.others)))


def files_at(place: Path) -> Volume:
    """Return the files of the volume at ``place`` in their order; those of others are not read, be they TEI or not.

    Raises:
        TeiconvError: there is no TEI.
    """
    root = place if place.is_dir() else place.parent
    found = sorted(files_below(place), key=lambda file: natural(file.as_posix())) if place.is_dir() else [place]
    files = [path.relative_to(root).as_posix() for path in found if path.is_file()]
    files = [file for file in files if not file.startswith(".") and "/." not in file]
    registers = tuple(file for file in files if "/" not in file and is_register_at(root / file))
    documents = [file for file in files if file not in registers]
    if not documents:
        raise TeiconvError("no documents found; give a folder that teiconv batch wrote", Place(str(place)))
    ordered, unlisted = _in_order(root, documents, registers)
    own = [file for file in unlisted if is_of_collection(file, (root / file).read_bytes())] if ordered else []
    others = [file for file in unlisted if file not in own]
    left = tuple(own) if own and not _is_list_edited(root) else ()
    ordered += [file for file in own if file not in left]
    return Volume(root, (*ordered, *others), registers, frozenset(others), left=left)


def _is_list_edited(root: Path) -> bool:
    """Tell whether somebody edited the list of the documents: then it may lack some that are there."""
    return state((root / DOCUMENTS).read_bytes(), DOCUMENTS) is not State.AS_WRITTEN


def is_register_at(path: Path) -> bool:
    """Tell whether the file at ``path`` is a register of a collection."""
    with path.open("rb") as file:
        return is_register(file.read(1024))


def _in_order(root: Path, documents: list[str], registers: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """Return the files in the order in which the collection lists them, and the others."""
    if DOCUMENTS not in registers:
        return [], documents
    there = set(documents)
    targets = (ref.get("target", "").partition("#")[0] for ref in open_xml(root / DOCUMENTS).iter(f"{TEI}ref"))
    listed = dict.fromkeys(file for target in targets if (file := unquote(target)) in there)
    return list(listed), [file for file in documents if file not in listed]
