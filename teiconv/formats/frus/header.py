"""``teiHeader`` → the header of the series, which has less: title, publication, source in prose, encoding, changes.

The form of the source (``tagsDecl``) is written as it is, since the text depends on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from teiconv.formats.frus.body import BodyWriter
from teiconv.formats.frus.conventions import RENDITIONS
from teiconv.formats.losses import LossCounter
from teiconv.formats.tei.encoding import TOOL
from teiconv.model import Content, Element, Node, descendants, element, plain

_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
FRUS_MARK = f"{{*}}teiHeader/{{*}}encodingDesc/{{*}}editorialDecl/{{*}}p/{{*}}name[@{_XML_ID}='{TOOL}']"
"""Where a file in this profile says that it is ours (a path below ``TEI``)."""

OWN_SERIES = "frus"
"""The conventions by which a text is read, unless the file says by which it was: ``name/@subtype``."""
_TITLES = {"s": "series", "m": "volume"}
"""``title/@level`` in our header, ``title/@type`` in that of the series."""
_NAMES = {"institution": "orgName", "repository": "orgName", "collection": "name", "idno": "idno"}
"""The parts of an ``msIdentifier``, and what they are in a paragraph."""
_PRACTICE = {
    "normalization": "White space of the canonical form is implied by the markup; what deviates from it is recorded by"
    " lb and space, by rendition and, for the file as a whole, in tagsDecl.",
    "interpretation": "Divisions, lists, notes, dates, names, terms and references were recognised by rule; this"
    " profile does not say where that is uncertain.",
}
"""What is done otherwise than our header says."""
_GROUPS = frozenset("fileDesc titleStmt publicationStmt seriesStmt sourceDesc encodingDesc profileDesc".split())
_HELD = frozenset(
    """appInfo bibl date editorialDecl idno langUsage msDesc p pubPlace publisher respStmt revisionDesc tagsDecl
    title""".split()
)
"""Elements of our header that are held, as such or in other words."""


class _Header:
    """Our header, and what is needed to write that of the series."""

    def __init__(self, header: Element, writer: BodyWriter) -> None:
        self.root = header
        self._writer = writer

    def all(self, *names: str) -> list[Element]:
        """Return the elements of these names, in order."""
        return [node for node in descendants(self.root) if node.name in names]

    def within(self, name: str) -> list[Element]:
        """Return the elements in the element ``name``."""
        return [child for node in self.all(name)[:1] for child in _children(node)]

    def text(self, node: Element) -> Content:
        """Return the content of ``node`` as the series has it."""
        return self._writer.content(node.content)


def frus_header(root: Element, writer: BodyWriter, body: Element, losses: LossCounter) -> Element:
    """Return the header of the series for ``root``, a ``teiHeader``, and ``body``, a text as it has been written."""
    header = _Header(root, writer)
    _count(root, losses)
    return element(
        "teiHeader",
        element("fileDesc", _titles(header), _publication(header), element("sourceDesc", *_sources(header))),
        element("encodingDesc", _practice(header), *_declared(header, body)),
        element("revisionDesc", *header.within("revisionDesc")),
    )


def _titles(header: _Header) -> Element:
    main = [element("title", plain(node.content), type="complete") for node in header.within("titleStmt")[:1]]
    series = [
        element("title", plain(node.content), type=_TITLES[node.get("level") or ""])
        for node in header.within("seriesStmt")
        if node.get("level") in _TITLES
    ]
    return element("titleStmt", *main, *series)


def _publication(header: _Header) -> Element:
    said = header.within("publicationStmt")
    numbers = [
        element("idno", plain(node.content), type="frus")
        for node in header.within("seriesStmt")
        if node.name == "idno" and node.get("type") == "volume"
    ]
    details = [node for node in said if node.name in ("publisher", "pubPlace", "date")]
    if any(node.name == "publisher" for node in said):
        return element("publicationStmt", *details, *numbers)
    prose = [element("p", *header.text(node)) for node in said if node.name == "p"]
    return element("publicationStmt", *prose, *(element("p", number) for number in numbers))


def _sources(header: _Header) -> Iterator[Element]:
    """Yield a paragraph for each statement about the source."""
    for node in header.within("sourceDesc"):
        if node.name == "msDesc":
            identifier = [part for part in descendants(node) if part.name in _NAMES]
            yield element("p", *_listed([_name(part) for part in identifier]), corresp=node.get("source"))
            origins = (found for found in descendants(node) if found.name == "origin")
            yield from (element("p", *header.text(line)) for origin in origins for line in _paragraphs(origin))
        else:
            yield element("p", *header.text(node), corresp=node.get("source"))


def _name(part: Element) -> Element:
    kind = part.get("type") or (part.name if part.name in _NAMES else None)
    return element(_NAMES.get(part.name, "name"), plain(part.content), type=kind)


def _listed(names: Sequence[Element]) -> list[Node]:
    return [piece for name in names for piece in (", ", name)][1:]


def _practice(header: _Header) -> Element:
    """Return the ``editorialDecl``: what our own says, and who made the file."""
    corrections = [node for node in header.within("editorialDecl") if node.name == "correction"]
    principles = [
        element("p", *([_PRACTICE[node.name]] if node.name in _PRACTICE else header.text(paragraph)), n=node.name)
        for node in header.within("editorialDecl")
        for paragraph in _paragraphs(node)
        if node.name != "correction"
    ]
    versions = [node.get("version") for node in header.all("application")]
    kinds = (node.get("type") for node in header.all("application") if node.get("type") != OWN_SERIES)
    tool = element("name", TOOL, type="software", subtype=next(kinds, None), n=next(iter(versions), None), xml_id=TOOL)
    made, *edited = header.all("respStmt")
    done = "; ".join(plain(node.content) for node in _children(made) if node.name == "resp")
    editors = (element("p", "Edited by ", *_editor(node), ".") for node in edited)
    return element("editorialDecl", *corrections, *principles, element("p", "Made by ", tool, f": {done}."), *editors)


def _editor(statement: Element) -> Iterator[Node]:
    """Yield the name of an editor, to which changes point, and what the editor did."""
    for node in _children(statement):
        if node.name == "name":
            yield element("name", *node.content, type="person", xml_id=statement.get("xml:id"))
    yield f": {'; '.join(plain(node.content) for node in _children(statement) if node.name == 'resp')}"


def _declared(header: _Header, body: Element) -> Iterable[Element]:
    """Yield the ``tagsDecl``: the form of the source, and the renditions that ``body`` points to."""
    used = {pointer for node in descendants(body) for pointer in (node.get("rendition") or "").split()}
    looks = [
        element("rendition", style, xml_id=name, scheme="css")
        for name, style in RENDITIONS.items()
        if f"#{name}" in used
    ]
    form = header.within("tagsDecl")
    if form or looks:
        yield element("tagsDecl", *form, *looks)


def _count(group: Element, losses: LossCounter) -> None:
    """Count what of ``group``, the header or a part of it, has no place in the header of the series."""
    for node in _children(group):
        if node.name in _GROUPS:
            _count(node, losses)
        elif node.name not in _HELD:
            losses.add(f"teiHeader//{node.name}")
        elif node.get("cert"):
            losses.add(f"{node.name}/@cert")


def _paragraphs(node: Element) -> list[Element]:
    return [child for child in _children(node) if child.name == "p"] or [node]


def _children(node: Element) -> list[Element]:
    return [child for child in node.content if isinstance(child, Element)]
