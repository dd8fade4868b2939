"""``volume``: the collection as one file in the conventions of *Foreign Relations of the United States* (2015).

Front matter, lists of persons and terms, chapters, documents, an index of persons.  All pointers lead within the file,
or to other volumes as the series writes them (``frus1969-76v06#d32``).  The text of each document comes back from it
(``teiconv text volume.xml --document d12``); only the form of its bytes (line ends, white space at the edges) does not,
for a volume has one header.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeGuard

from teiconv.convert import read_tei
from teiconv.document.record import Document
from teiconv.formats.frus import to_frus
from teiconv.formats.frus.conventions import RENDITIONS
from teiconv.formats.frus.entries import front_element
from teiconv.formats.frus.vocabulary import FRUS_NAMESPACE
from teiconv.formats.losses import LossCounter
from teiconv.formats.tei.read import read_register
from teiconv.formats.tei.write import TEI_NAMESPACE, fragment
from teiconv.model import Element, Node, descendants, element, joined, transform
from teiconv.publish.edition import Edition
from teiconv.publish.front import paragraphs
from teiconv.publish.markup import DECLARATION, opened
from teiconv.publish.table import Work
from teiconv.publish.target import Target
from teiconv.publish.volume import Text

_POINTERS = frozenset({"ref", "target", "corresp", "sameAs", "source", "resp", "who"})
_INDEX = """SELECT p.person, p.name, d.document, d.number FROM persons p JOIN mentions m USING (person)
    JOIN documents d USING (document) WHERE m.candidates = 1 GROUP BY p.person, d.document
    ORDER BY p.name COLLATE NOCASE, p.person, d.position"""


def write(work: Work, target: Target) -> None:
    """Write the volume, a document at a time."""
    target.write_pieces("volume.xml", _pieces(work))


def _pieces(work: Work) -> Iterator[str]:
    edition = work.edition
    names = {"xmlns": TEI_NAMESPACE, "xmlns:frus": FRUS_NAMESPACE, "xml:id": edition.id}
    once = _pages(work)
    first = next(work.volume.texts())
    yield f"{DECLARATION}{opened('TEI', **names)}\n  "
    yield fragment(_header(edition, to_frus(_document(first, once))), "\n  ")
    yield f"\n  {opened('text', **{'xml:lang': edition.language or 'en'})}\n    "
    yield fragment(_front(work), "\n    ")
    yield "\n    <body>"
    for depth, piece in _body(work, once):
        yield piece if isinstance(piece, str) else f"\n{' ' * depth}" + fragment(piece, f"\n{' ' * depth}")
    yield "\n    </body>"
    index = _index(work)
    if index:
        yield "\n    " + fragment(element("back", index), "\n    ")
    yield "\n  </text>\n</TEI>\n"


def _pages(work: Work) -> frozenset[str]:
    """Return the numbers of pages that begin but once in the volume; only these have an ``xml:id`` in it."""
    counted = Counter(
        node.get("n") or ""
        for text in work.volume.texts()
        for node in descendants(text.reading.body)
        if node.name == "pb"
    )
    return frozenset(number for number, count in counted.items() if count == 1)


def _document(text: Text, once: frozenset[str]) -> Document:
    """Return the document with pointers that lead within the volume."""
    found = read_tei(text.reading.tei, name=text.file, document=None if text.alone else text.id)
    return replace(found, body=transform(found.body, lambda node: _within(node, once)), standoff=())


def _within(node: Element, once: frozenset[str]) -> Element:
    """Return ``node`` with pointers within the volume; a reference that leads nowhere is mere text."""
    if any(map(_leads_nowhere, node.content)):
        pieces = (piece for child in node.content for piece in (child.content if _leads_nowhere(child) else (child,)))
        node = node.containing(joined(pieces))
    if node.name == "pb":
        number = node.get("n") or ""
        return node.having(xml_id=f"pg_{number}" if number in once and node.get("xml:id") else None)
    if not any(key in _POINTERS for key, _ in node.attributes):
        return node
    pairs = ((key, _pointers(value) if key in _POINTERS else value) for key, value in node.attributes)
    return Element(node.name, node.content, tuple(pairs))


def _leads_nowhere(node: Node) -> TypeGuard[Element]:
    return isinstance(node, Element) and node.name == "ref" and node.get("target") is None


def _pointers(value: str) -> str:
    return " ".join(map(_pointer, value.split()))


def _pointer(pointer: str) -> str:
    prefix, colon, rest = pointer.partition(":")
    if colon and prefix == "volume":
        path, mark, note = rest.partition("#")
        volume, _, document = path.partition("/")
        return f"{volume}#{note if mark else document}" if document else volume
    file, mark, fragment_ = pointer.partition("#")
    if not mark or not (file == "" or file.endswith(".xml")):
        return pointer
    return f"#{fragment_.partition('.')[0]}" if fragment_.startswith("pg_") else f"#{fragment_}"


def _header(edition: Edition, sample: Element) -> Element:
    """Return the header of the volume; editorial practice and changes are those that a document's header tells."""
    own = sample.content[0]
    assert isinstance(own, Element)
    practice = [node for node in descendants(own) if node.name == "editorialDecl"]
    changes = [node for node in descendants(own) if node.name == "revisionDesc"]
    looks = [element("rendition", style, xml_id=name, scheme="css") for name, style in RENDITIONS.items()]
    titles = (
        ("complete", f"{edition.series}, {edition.subseries}, {edition.number}, {edition.title}"),
        ("series", edition.series),
        ("subseries", edition.subseries),
        ("volumenumber", edition.number),
        ("volume", edition.title),
    )
    return element(
        "teiHeader",
        element(
            "fileDesc",
            element(
                "titleStmt",
                *(element("title", words or "", type=kind) for kind, words in titles),
                *(
                    element("editor", each.name, role="general" if n else "primary")
                    for n, each in enumerate(edition.editors)
                ),
            ),
            element(
                "publicationStmt",
                element("publisher", edition.publisher or ""),
                element("pubPlace", edition.place or ""),
                element("date", edition.date or ""),
                element("idno", edition.id or "", type="frus"),
            ),
            element("sourceDesc", element("p", "Made from the plain texts of the documents.")),
        ),
        element("encodingDesc", *practice, *([element("tagsDecl", *looks)] if looks else ())),
        *changes,
    )


def _front(work: Work) -> Element:
    edition = work.edition
    parts = (
        ("series", edition.series),
        ("subseries", edition.subseries),
        ("volumenumber", edition.number),
        ("volume", edition.title),
    )
    title = element("docTitle", *(element("titlePart", words or "", type=kind) for kind, words in parts))
    sections: list[Node] = [element("titlePage", title, type="main")]
    for name, head, file in (("preface", "Preface", edition.preface), ("sources", "Sources", edition.sources)):
        if file:
            blocks = (element("p", words) for words in paragraphs(file))
            sections.append(element("div", element("head", head), *blocks, type="section", xml_id=name))
    lists = [
        node
        for register in work.volume.registers
        for node in read_register(work.volume.root.joinpath(register).read_bytes(), register)
        if node.name in ("listPerson", "list")
    ]
    made = front_element(_joined(lists), None, LossCounter())
    return element("front", *sections, *(made.content if made else ()))


def _joined(lists: Iterable[Element]) -> list[Element]:
    """Return one list of a kind, for ids are there but once."""
    by_kind: dict[str, list[Node]] = {}
    for each in lists:
        by_kind.setdefault(each.name, []).extend(each.content)
    return [Element(name, tuple(content)) for name, content in sorted(by_kind.items(), reverse=True)]


def _body(work: Work, once: frozenset[str]) -> Iterator[tuple[int, str | Element]]:
    """Yield the documents in their chapters, each with its indentation; one that no chapter has stands by itself."""
    chapter_of = _chapters(work)
    current: int | None = None
    for text in work.volume.texts():
        number = chapter_of.get(text.id)
        if number != current:
            if current is not None:
                yield 0, "\n      </div>"
            if number is not None:
                start = opened("div", type="chapter", **{"xml:id": f"ch{number}"})
                title = fragment(element("head", work.edition.chapters[number - 1].title), "\n        ")
                yield 0, f"\n      {start}\n        {title}"
            current = number
        yield 6 if number is None else 8, _text(to_frus(_document(text, once)))
    if current is not None:
        yield 0, "\n      </div>"


def _chapters(work: Work) -> dict[str, int]:
    """Return the chapter of each document; chapters hold the documents in the order of the volume."""
    query = "SELECT document FROM documents WHERE document = ? OR number = ? ORDER BY document != ? LIMIT 1"
    return {
        document: number
        for number, chapter in enumerate(work.edition.chapters, 1)
        for name in chapter.documents
        for (document,) in work.facts.ask(query, name, name, name)
    }


def _text(root: Element) -> Element:
    return next(node for node in descendants(root) if node.name == "div" and node.get("type") == "document")


def _index(work: Work) -> Element | None:
    """Return the index of persons: where each is named."""
    items: list[Element] = []
    found: dict[str, tuple[str, list[Element]]] = {}
    for person, name, document, number in work.facts.ask(_INDEX):
        found.setdefault(person, (name, []))[1].append(element("ref", number or document, target=f"#{document}"))
    for person, (name, refs) in found.items():
        places = [piece for ref in refs for piece in (", ", ref)]
        items.append(element("item", element("persName", name, corresp=f"#{person}"), *places))
    if not items:
        return None
    listed = element("list", *items, type="index")
    return element("div", element("head", "Index of Persons"), listed, type="section", xml_id="index")
