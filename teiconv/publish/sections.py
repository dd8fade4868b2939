"""What stands before and after the documents: preface, sources, lists, index; of the settings, or of volumes.

A section that the settings name (``preface``, ``sources``) stands in the place of one of that id in the volume.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from teiconv.collection.ids import document_id
from teiconv.collection.listed import PERSONS
from teiconv.convert import read_text
from teiconv.document.record import Document
from teiconv.errors import Place, TeiconvError
from teiconv.formats.tei.read import Convention, model_of, open_tei
from teiconv.model import Element, Node, descendants, element, transform
from teiconv.model.header import Form
from teiconv.options import Options
from teiconv.publish.apart import ID
from teiconv.publish.chapters import in_volume
from teiconv.publish.edition import Edition
from teiconv.publish.extract import one_line
from teiconv.publish.pointers import POINTERS
from teiconv.publish.told import name_of
from teiconv.publish.volume import TEI, Volume
from teiconv.reading import read_bytes
from teiconv.settings import SettingsError

FRONT, BACK = "front", "back"
_TITLES = {"preface": "Preface", "sources": "Sources"}


@dataclass(frozen=True, slots=True)
class Section:
    """A section: its id, its title, its canonical ``div``, its side (``front`` or ``back``) and its file."""

    id: str
    title: str
    body: Element
    side: str
    file: str
    conventions: str = "frus"

    @property
    def document(self) -> Document:
        """The section as a document, for the writers of TEI."""
        return Document(self.body, Form(), conventions=self.conventions)


def said(edition: Edition, found: Volume) -> tuple[Section, ...]:
    """Return the sections that the settings name; persons in them are those whom the register of the volume has.

    Raises:
        SettingsError: a file cannot be read.
        TeiError: the register cannot be read.
    """
    files = [(name, file) for name, file in (("preface", edition.preface), ("sources", edition.sources)) if file]
    is_listed = bool(files) and PERSONS in found.registers
    options = Options(persons=found.path(PERSONS)) if is_listed else Options()
    return tuple(_said(name, file, options) for name, file in files)


def _said(name: str, file: Path, options: Options) -> Section:
    try:
        data = read_bytes(file)
        content, persons = _content(data, file, options)
    except OSError as error:
        raise SettingsError(f"cannot be read: {error.strerror}", Place(str(file))) from error
    except TeiconvError as error:
        raise SettingsError(error.message, error.place or Place(str(file))) from error
    if not content or not isinstance(content[0], Element) or content[0].name != "head":
        content = (element("head", _TITLES[name]), *content)
    body = _own(element("div", *content), name, persons)
    return Section(name, title_of(body), body.having(type="section", xml_id=name), FRONT, file.name)


def _content(data: bytes, file: Path, options: Options) -> tuple[tuple[Node, ...], frozenset[str]]:
    """Return the blocks of a file of TEI or text, and the ids of those persons in it whom a list has."""
    if data.lstrip().startswith(b"<"):
        read = open_tei(data, str(file)).read_all()
        return tuple(node for _, reading in read for node in reading.body.content), frozenset()
    document = read_text(data, options, name=str(file))
    return document.body.content, frozenset(person.id for person in document.persons if options.persons)


def _own(body: Element, name: str, persons: frozenset[str]) -> Element:
    """Return ``body`` with ids that are those of the section ``name``, and pointers to them and to ``persons``.

    What else a pointer in a file means is not in the edition: a person whom only this text names, say.
    """
    ids = frozenset(id for node in descendants(body) if (id := node.get("xml:id")))

    def led(pointer: str) -> str | None:
        anchor = pointer.removeprefix("#")
        if anchor == pointer:
            return pointer
        return f"#{name}.{anchor}" if anchor in ids else f"{PERSONS}#{anchor}" if anchor in persons else None

    def renamed(inner: Element) -> Element:
        pairs = (
            (key, f"{name}.{value}" if key == "xml:id" else _led(value, led) if key in POINTERS else value)
            for key, value in inner.attributes
        )
        return Element(
            inner.name, inner.content, tuple((key, value) for key, value in pairs if value or key not in POINTERS)
        )

    return transform(body, renamed)


def _led(value: str, led: Callable[[str], str | None]) -> str:
    return " ".join(filter(None, map(led, value.split())))


def of_volume(found: Volume, taken: Iterable[Section]) -> Iterator[Section]:
    """Yield the sections of the files that others made, those before the documents first; not those ``taken``."""
    ids = {section.id for section in taken}
    for side in (FRONT, BACK):
        for file in found.files:
            if file in found.others:
                root = found.tree(file)
                volume = name_of(root, file) if len(found.others) > 1 else None
                yield from (each for each in _of_file(root, file, side, volume) if each.id not in ids)


def _of_file(root: etree._Element, file: str, side: str, volume: str | None) -> Iterator[Section]:
    opened = open_tei(root, file)
    if len(opened.divs) == 1 and Convention.of(root) is Convention.FRUS:
        return  # the lists in our own documents are registers
    breaks: list[Element] = []
    for number, node in enumerate(root.iterfind(f".//{TEI}text/{TEI}{side}/*"), 1):
        if node.tag == f"{TEI}pb":
            breaks.append(model_of(node))
        elif node.tag == f"{TEI}div":
            id = node.get(ID) or f"{document_id(file)}-{side}-{number}"
            node.set(ID, id)
            reading = opened.read_div(node)
            body = reading.body.containing((*breaks, *reading.body.content))
            breaks = []
            yield Section(id, in_volume(title_of(body), volume), body, side, file, reading.conventions)


def title_of(body: Element) -> str:
    """Return the title of a division, or else its id."""
    head = next((node for node in body.content if isinstance(node, Element) and node.name == "head"), None)
    return (one_line(head, notes=False) if head else "") or (body.get("xml:id") or "").capitalize()
