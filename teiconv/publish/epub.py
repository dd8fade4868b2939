"""``epub``: the edition as a book (EPUB 3.3): a chapter for each document with its notes at the end, persons, terms.

References between documents are links; notes open where reading systems show them (``epub:type="footnote"``).
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from importlib.resources import files
from typing import Any, NamedTuple

from lxml import etree, html

from teiconv.conventions.table import named
from teiconv.publish.archive import Archive
from teiconv.publish.chapters import Turns
from teiconv.publish.extract import numbered
from teiconv.publish.markup import DECLARATION, Xml, of_text, words, xml
from teiconv.publish.sections import BACK, FRONT
from teiconv.publish.site.frame import nested
from teiconv.publish.site.html import Html, joined, tag, text
from teiconv.publish.site.links import Links
from teiconv.publish.site.render import Renderer
from teiconv.publish.site.sections import rendered
from teiconv.publish.table import Work
from teiconv.publish.target import Target
from teiconv.publish.volume import Text

_CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
_XHTML, _OPS = "http://www.w3.org/1999/xhtml", "http://www.idpf.org/2007/ops"
_NAMESPACES: Any = {None: _XHTML, "epub": _OPS}
_CONTENTS = "../contents/chapter-"
_ROLES = {"doc-footnote": "footnote", "doc-noteref": "noteref", "doc-backlink": "backlink"}


class _Part(NamedTuple):
    """An entry of the contents with its level: the name of its file, its title, its content.

    A chapter that says no more than its title has no file.
    """

    name: str
    title: str
    content: Html
    level: int = 1


def write(work: Work, target: Target) -> None:
    """Write the book."""
    entries: list[_Part] = []
    with Archive(target.file) as archive:
        archive.add("mimetype", "application/epub+zip", packed=False)
        archive.add("META-INF/container.xml", _CONTAINER)
        archive.add("EPUB/style.css", files("teiconv.publish").joinpath("site", "static", "book.css").read_bytes())
        for part in _parts(work):
            if part.name:
                archive.add(f"EPUB/{part.name}", _page(work, part.title, part.content))
            entries.append(part._replace(content=Html("")))
        archive.add("EPUB/nav.xhtml", _contents(work, entries))
        archive.add("EPUB/package.opf", _package(work, [entry.name for entry in entries if entry.name]))


def _parts(work: Work) -> Iterator[_Part]:
    edition = work.edition
    lines = [edition.subtitle, ", ".join(editor.name for editor in edition.editors), edition.publisher, edition.date]
    front = [tag("p", text(line)) for line in lines if line]
    yield _Part(
        "title.xhtml", edition.title or "Documents", joined(tag("h1", text(edition.title or "Documents")), *front)
    )
    links = Links(work)
    yield from _sections(work, links, FRONT)
    yield from _documents(work, links)
    yield from _sections(work, links, BACK)
    yield from _registers(work)


def _documents(work: Work, links: Links) -> Iterator[_Part]:
    """Yield the documents, and the chapters before the first of theirs."""
    chapter_of, turns = work.chapter_of(), Turns(work.edition.chapters)
    titles = work.facts.ask("SELECT number, title FROM documents ORDER BY position")
    for found, (printed, title) in zip(work.volume.texts(), titles, strict=True):
        links.declare(found)
        shown = numbered(printed, title)
        number = chapter_of.get(found.id)
        yield from (_chapter(work, links, each) for each in turns.before(number))
        yield _Part(f"{found.id}.xhtml", shown, _document(links, found, shown), turns.level(number) + 1)
    yield from (_chapter(work, links, each) for each in turns.rest())


def _chapter(work: Work, links: Links, number: int) -> _Part:
    chapter = work.edition.chapters[number - 1]
    if chapter.is_title_only:
        return _Part("", chapter.title, Html(""), chapter.level)
    content = tag("section", rendered(chapter, _renderer(links, chapter.conventions)), id=chapter.id)
    return _Part(f"{number}-chapter.xhtml", chapter.title, content, chapter.level)


def _sections(work: Work, links: Links, side: str) -> Iterator[_Part]:
    """Yield what stands before or after the documents."""
    for section in work.sections(side):
        content = tag("section", rendered(section, _renderer(links, section.conventions)), id=section.id)
        yield _Part(f"section-{section.id}.xhtml", section.title, content)


def _renderer(links: Links, conventions: str) -> Renderer:
    return Renderer(
        lambda pointer: _moved(links.person(pointer)),
        lambda pointer: _moved(links.term(pointer)),
        lambda pointer: _moved(_with_file(links, links.target(pointer))),
        named(conventions).write,
    )


def _document(links: Links, found: Text, shown: str) -> Html:
    reading = found.reading
    renderer = _renderer(links, reading.conventions)
    title = renderer.title(reading.body) or text(shown)
    notes = renderer.notes()
    return tag("article", tag("h1", title), notes, renderer.document(found.body), id=found.id)


def _moved(known: tuple[str, str] | None) -> tuple[str, str] | None:
    """Return an address on the site as one in the book."""
    if known is None or known[0].startswith("http"):
        return known
    address, title = known
    if address.startswith("../persons/"):
        return f"persons.xhtml#{address.removeprefix('../persons/').removesuffix('.html')}", title
    if address.startswith("../sections/"):
        return f"section-{address.removeprefix('../sections/').replace('.html', '.xhtml', 1)}", title
    if address.startswith(_CONTENTS):
        return address.removeprefix(_CONTENTS).replace(".html", "-chapter.xhtml", 1), title
    return address.removeprefix("../").replace(".html", ".xhtml", 1), title


def _with_file(links: Links, known: tuple[str, str] | None) -> tuple[str, str] | None:
    """Return ``known``, or the contents instead of a chapter that says no more than its title."""
    return ("nav.html", known[1]) if known and known[0] in links.mere_titles else known


def _registers(work: Work) -> Iterator[_Part]:
    """Yield the persons and the terms, where there are any."""
    people = list(work.facts.ask("SELECT person, name, description FROM persons ORDER BY name COLLATE NOCASE, person"))
    if people:
        entries = (
            tag("p", tag("b", text(name)), text(f", {about}" if about else ""), id=id) for id, name, about in people
        )
        yield _Part("persons.xhtml", "Persons", joined(tag("h1", text("Persons")), *entries))
    terms = list(work.facts.ask("SELECT term, name, expansion FROM terms ORDER BY name COLLATE NOCASE, term"))
    if terms:
        entries = (
            tag("p", tag("b", text(name)), text(f", {about}" if about else ""), id=id) for id, name, about in terms
        )
        yield _Part("terms.xhtml", "Terms", joined(tag("h1", text("Terms")), *entries))


def _page(work: Work, title: str, content: Html, kind: str | None = None) -> bytes:
    """Return a page as XHTML: what the site writes as HTML, read and written again as XML."""
    language = work.edition.language or "en"
    root = etree.Element(f"{{{_XHTML}}}html", nsmap=_NAMESPACES)
    root.set("lang", language)
    root.set("{http://www.w3.org/XML/1998/namespace}lang", language)
    head = etree.SubElement(root, f"{{{_XHTML}}}head")
    etree.SubElement(head, f"{{{_XHTML}}}title").text = title
    style = {"rel": "stylesheet", "type": "text/css", "href": "style.css"}
    etree.SubElement(head, f"{{{_XHTML}}}link", style)
    body = etree.SubElement(root, f"{{{_XHTML}}}body")
    for node in html.fragment_fromstring(f"<div>{content}</div>"):
        body.append(_in_xhtml(node))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", doctype="<!DOCTYPE html>") + b"\n"


def _in_xhtml(node: etree._Element) -> etree._Element:
    for each in node.iter():
        each.tag = f"{{{_XHTML}}}{each.tag}"
        kind = each.get("data-type") or _ROLES.get(each.get("role") or "")
        if kind:
            each.attrib.pop("data-type", "")
            each.set(f"{{{_OPS}}}type", kind)
        if each.get("role") == "doc-footnote":
            each.tag = f"{{{_XHTML}}}aside"
    return node


def _contents(work: Work, entries: list[_Part]) -> bytes:
    """Return the contents, the documents of a chapter below its title."""
    shown = ((entry, text(entry.title)) for entry in entries)
    items = [
        (entry.level, tag("a", title, href=entry.name) if entry.name else tag("span", title)) for entry, title in shown
    ]
    content = tag("nav", tag("h1", text("Contents")), nested(items, "ol"), id="toc", data_type="toc")
    return _page(work, "Contents", content)


def _package(work: Work, names: list[str]) -> str:
    edition = work.edition
    identifier = (
        f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, (edition.base or '') + (edition.id or edition.title or ''))}"
    )
    stamp = f"{edition.day or '2000-01-01'}T00:00:00Z"
    metadata = xml(
        "metadata",
        xml("dc:identifier", words(identifier), id="uid"),
        of_text("dc:title", edition.title),
        of_text("dc:language", edition.language or "en"),
        *(of_text("dc:creator", name) for name in edition.creators),
        *(of_text("dc:contributor", editor.name) for editor in edition.editors),
        of_text("dc:publisher", edition.publisher),
        of_text("dc:date", edition.date),
        of_text("dc:rights", edition.licence),
        of_text("meta", stamp, property="dcterms:modified"),
        **{"xmlns:dc": "http://purl.org/dc/elements/1.1/"},
    )
    kind = "application/xhtml+xml"
    items: list[Xml] = [
        xml("item", id="nav", href="nav.xhtml", media_type=kind, properties="nav"),
        xml("item", id="style", href="style.css", media_type="text/css"),
        *(xml("item", id=f"p{n}", href=name, media_type=kind) for n, name in enumerate(names)),
    ]
    spine = [xml("itemref", idref=f"p{number}") for number in range(len(names))]
    spine.insert(1, xml("itemref", idref="nav"))
    package = xml(
        "package",
        metadata,
        xml("manifest", *items),
        xml("spine", *spine),
        xmlns="http://www.idpf.org/2007/opf",
        version="3.0",
        unique_identifier="uid",
        xml__lang=edition.language or "en",
    )
    return DECLARATION + package + "\n"
