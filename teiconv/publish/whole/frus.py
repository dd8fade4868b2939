"""The volume in the conventions of *Foreign Relations of the United States*: of 2015, and of today."""

from __future__ import annotations

from collections.abc import Iterator

from teiconv.formats.frus import to_frus
from teiconv.formats.frus.conventions import RENDITIONS
from teiconv.formats.frus.entries import front_element
from teiconv.formats.losses import LossCounter
from teiconv.formats.tei.write import FRUS_NAMESPACE, TEI_NAMESPACE, fragment
from teiconv.model import Element, Node, descendants, element
from teiconv.publish.edition import Edition
from teiconv.publish.markup import DECLARATION, opened
from teiconv.publish.sections import BACK, FRONT
from teiconv.publish.table import Work
from teiconv.publish.volume import Text
from teiconv.publish.whole.parts import body_of, chapter_in, document_in, lists_of, pages_once, section_in, source_of
from teiconv.publish.whole.rules_2015 import of_2015
from teiconv.publish.whole.today import header_of_today, of_today

_INDEX = """SELECT p.person, p.name, d.document, d.number FROM persons p JOIN mentions m USING (person)
    JOIN documents d USING (document) WHERE m.candidates = 1 GROUP BY p.person, d.document
    ORDER BY p.name COLLATE NOCASE, p.person, d.position"""


def frus_pieces(work: Work, *, today: bool) -> Iterator[str]:
    """Yield the volume piece by piece, by the rules of today or by those of 2015."""
    edition = work.edition
    names = {"xmlns": TEI_NAMESPACE, "xmlns:frus": FRUS_NAMESPACE, "xml:id": edition.id}
    once = pages_once(work)
    first = next(work.volume.texts())
    header = _header(edition, to_frus(document_in(first, once)), source_of(work))
    yield f"{DECLARATION}{opened('TEI', **names)}\n  "
    yield fragment(header_of_today(header, edition) if today else header, "\n  ")
    yield f"\n  {opened('text', **{'xml:lang': edition.language or 'en'})}\n    "
    yield fragment(_front(work, once), "\n    ")
    yield from body_of(
        work,
        _documents(work, once, today=today),
        lambda chapter, id: _text(to_frus(chapter_in(chapter, id, once))),
    )
    if back := _back(work, once):
        yield "\n    " + fragment(element("back", *back), "\n    ")
    yield "\n  </text>\n</TEI>\n"


def _documents(work: Work, once: frozenset[str], *, today: bool) -> Iterator[tuple[Text, Element]]:
    for text in work.volume.texts():
        div = _text(to_frus(document_in(text, once)))
        yield text, of_today(div) if today else of_2015(div)


def _header(edition: Edition, sample: Element, source: str) -> Element:
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
            element("sourceDesc", element("p", source)),
        ),
        element("encodingDesc", *practice, *([element("tagsDecl", *looks)] if looks else ())),
        *changes,
    )


def _front(work: Work, once: frozenset[str]) -> Element:
    edition = work.edition
    parts = (
        ("series", edition.series),
        ("subseries", edition.subseries),
        ("volumenumber", edition.number),
        ("volume", edition.title),
    )
    title = element("docTitle", *(element("titlePart", words or "", type=kind) for kind, words in parts))
    sections: list[Node] = [element("titlePage", title, type="main"), *_sections(work, FRONT, once)]
    made = front_element(lists_of(work, ("listPerson", "list")), None, LossCounter())
    return element("front", *sections, *(made.content if made else ()))


def _sections(work: Work, side: str, once: frozenset[str]) -> list[Element]:
    return [_text(to_frus(section_in(section, once))) for section in work.sections(side)]


def _back(work: Work, once: frozenset[str]) -> list[Element]:
    """Return what stands behind the documents: the index of the volume, or one that is made where it has none."""
    sections = _sections(work, BACK, once)
    index = None if any(section.get("xml:id") == "index" for section in sections) else _index(work)
    return [*sections, *([index] if index else [])]


def _text(root: Element) -> Element:
    return next(node for node in descendants(root) if node.name == "div")


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
