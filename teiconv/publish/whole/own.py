"""The volume as one file in our own TEI: registers in ``standOff``, front matter, chapters, documents."""

from __future__ import annotations

from collections.abc import Iterator

from teiconv.formats.tei.header import header_element
from teiconv.formats.tei.write import TEI_NAMESPACE, fragment
from teiconv.model import Element, Node, descendants, element
from teiconv.publish.edition import Edition
from teiconv.publish.markup import DECLARATION, opened
from teiconv.publish.sections import BACK, FRONT
from teiconv.publish.table import Work
from teiconv.publish.volume import Text
from teiconv.publish.whole.parts import body_of, chapter_in, document_in, lists_of, pages_once, section_in, source_of


def own_pieces(work: Work) -> Iterator[str]:
    """Yield the volume piece by piece."""
    edition, once = work.edition, pages_once(work)
    names = {"xmlns": TEI_NAMESPACE, "xml:id": edition.id, "xml:lang": edition.language or "en"}
    first = document_in(next(work.volume.texts()), once)
    sample = header_element(first.header, first.form, first.conventions)
    yield f"{DECLARATION}{opened('TEI', **names)}\n  "
    yield fragment(_header(edition, sample, source_of(work)), "\n  ")
    lists = lists_of(work, ("listPerson", "listPlace", "listOrg", "list"))
    if lists:
        yield "\n  " + fragment(element("standOff", *lists), "\n  ")
    yield f"\n  {opened('text', type='documents')}"
    yield _side(work, FRONT, once)
    yield from body_of(work, _documents(work, once), lambda chapter, id: chapter_in(chapter, id, once).body)
    yield _side(work, BACK, once)
    yield "\n  </text>\n</TEI>\n"


def _side(work: Work, side: str, once: frozenset[str]) -> str:
    """Return what stands before or behind the documents."""
    sections = [section_in(section, once).body for section in work.sections(side)]
    return "\n    " + fragment(element(side, *sections), "\n    ") if sections else ""


def _documents(work: Work, once: frozenset[str]) -> Iterator[tuple[Text, Element]]:
    for text in work.volume.texts():
        yield text, document_in(text, once).body


def _header(edition: Edition, sample: Element, source: str) -> Element:
    """Return the header; practice, tool and prefixes are those that the header of a document tells."""
    kept = {
        name: [node for node in descendants(sample) if node.name == name]
        for name in ("respStmt", "editorialDecl", "appInfo", "listPrefixDef", "langUsage", "revisionDesc")
    }
    title = ", ".join(filter(None, (edition.series, edition.subseries, edition.number, edition.title)))
    licence: list[Node] = []
    if edition.licence:
        said = element("licence", element("p", edition.licence), target=edition.licence_address)
        licence = [element("availability", said)]
    return element(
        "teiHeader",
        element(
            "fileDesc",
            element(
                "titleStmt",
                element("title", title),
                *(element("editor", each.name) for each in edition.editors),
                *kept["respStmt"],
            ),
            element(
                "publicationStmt",
                element("publisher", edition.publisher or ""),
                element("pubPlace", edition.place or ""),
                element("date", edition.date or "", when=edition.date),
                element("idno", edition.id or "", type="volume"),
                *licence,
            ),
            element("sourceDesc", element("p", source)),
        ),
        element("encodingDesc", *kept["editorialDecl"], *kept["appInfo"], *kept["listPrefixDef"]),
        *([element("profileDesc", *kept["langUsage"])] if kept["langUsage"] else ()),
        *kept["revisionDesc"],
    )
