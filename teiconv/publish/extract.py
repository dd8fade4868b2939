"""A document → rows of the tables (:data:`teiconv.publish.columns.TABLES`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from teiconv.conventions.printed_notices import printed_notice
from teiconv.grammar.quantities import measured
from teiconv.model import OPAQUE, Element, descendants
from teiconv.model.header import Header
from teiconv.publish.described import read_off
from teiconv.publish.headers import agents_of, first_of, fragment, keyword, path_of, sources_of
from teiconv.publish.pointers import anchor_of
from teiconv.publish.volume import Text, words_in

Row = tuple[Any, ...]
Rows = dict[str, list[Row]]

_WORD = re.compile(r"\w+(?:[’'.-]\w+)*")
_NUMBER = re.compile(r"\s*(?:No\. ?)?\[?\d+[a-z]?[.\]]+\s*")
_BETWEEN = re.compile(r"\bbetween\b", re.IGNORECASE)
"""In the title of a talk, in which the series types its names as in the title of a letter."""
_ROLES = {"from": "sender", "to": "recipient"}
_PLACES = ("profileDesc/creation/placeName", "profileDesc/correspDesc/correspAction[@type='sent']/placeName")
_FIRST, _LAST = ("when", "from", "notBefore", "frus:doc-dateTime-min"), ("to", "notAfter")


def read_document(text: Text, position: int, page: str | None) -> Rows:
    """Return the rows of one document, by table; ``position`` is its place in the volume."""
    walk = _Walk(text.id)
    walk.through(text.reading.body)
    header, told = text.header, read_off(text)
    agents = list(agents_of(header)) or _joined(list(_agents_of_head(text.reading.body)), list(agents_of(told)))
    rows: Rows = {
        "documents": [_document(text, position, page, walk, told)],
        "agents": [(text.id, number, *agent) for number, agent in enumerate(agents, 1)],
        "sources": [(text.id, *source) for source in list(sources_of(header)) or sources_of(told)],
    }
    return rows | walk.rows | {"anchors": [(anchor, text.id) for anchor in (*_breaks(text), *walk.anchors)]}


def _breaks(text: Text) -> list[str]:
    """Return the ids of the page breaks before a document, which lead to it."""
    return [id for node in text.around.breaks if (id := node.get("{http://www.w3.org/XML/1998/namespace}id"))]


def _document(text: Text, position: int, page: str | None, walk: _Walk, told: etree._Element | None) -> Row:
    header, body = text.header, text.reading.body
    said = text.reading.stated
    date = _stated_date(said) or _date(header, body)
    source = next((node for node in descendants(body) if node.name == "note" and node.get("type") == "source"), None)
    words = len(_WORD.findall(" ".join(_words(body))))
    number, genre = body.get("n") or "", keyword(header, "genre") or keyword(told, "genre")
    return (
        *(text.id, position, text.file, number, title_of(text), _kind(body, genre), genre),
        *(date[0], date[1], date[2]),
        *_place(header, body),
        keyword(header, "classification") or keyword(told, "classification"),
        said.language if said else text.reading.tei.get("{http://www.w3.org/XML/1998/namespace}lang") or "en",
        *(page or text.around.page, words, walk.notes, None if source is None else one_line(source)),
    )


def _kind(body: Element, genre: str | None) -> str:
    """Return the kind of a document; one of the series is what its title says."""
    if body.get("subtype") or body.get("type") != "document":
        return body.get("subtype") or ""
    return "editorial-note" if genre == "editorial note" else "historical-document"


def numbered(number: str, title: str) -> str:
    """Return a title with its number, if it has one."""
    return f"{number}. {title}" if number else title


def title_of(text: Text) -> str:
    """Return the title of a document, without its number and notes."""
    told = first_of(text.header, "fileDesc/titleStmt/title")
    if told and told != "Untitled document":
        return told
    head = next((node for node in text.reading.body.content if isinstance(node, Element) and node.name == "head"), None)
    return _NUMBER.sub("", one_line(head, notes=False), count=1) if head else told or text.id


def one_line(node: Element, *, notes: bool = True) -> str:
    """Return the text of ``node`` with single blanks, with or without the notes in it."""
    return " ".join("".join(_words(node, notes=notes)).split())


def words_of(node: Element) -> str:
    """Return the text of ``node`` with a blank where a block or a note begins or ends, for who counts its words."""
    return " ".join("".join(_parted(node)).split())


def _parted(node: Element) -> Iterator[str]:
    for child in node.content:
        if isinstance(child, str):
            yield child
        else:
            between = " " if child.name in OPAQUE else ""
            yield from (between, *_parted(child), between)


def _words(node: Element, *, notes: bool = True) -> Iterator[str]:
    for child in node.content:
        if isinstance(child, str):
            yield child
        elif child.name in ("lb", "pb"):
            yield " "
        elif notes or child.name != "note":
            yield from _words(child, notes=notes)


def _stated_date(said: Header | None) -> tuple[str | None, str | None, str | None] | None:
    """Return the date that the header of a file of others has, of writing or of sending, as :func:`_date` does."""
    if said is None or said.created is None:
        return None
    attributes = dict(said.created.attributes)
    return _value(attributes, _FIRST), _value(attributes, _LAST), said.created.text


def _date(header: etree._Element | None, body: Element) -> tuple[str | None, str | None, str | None]:
    """Return first day, last day and wording of when the document was written."""
    told = None if header is None else header.find(path_of("profileDesc/creation/date"))
    if told is not None:
        return _value(told.attrib, _FIRST), _value(told.attrib, _LAST), words_in(told)
    for node in descendants(body):
        if node.name == "dateline":
            for date in descendants(node):
                if date.name == "date":
                    return _value(dict(date.attributes), _FIRST), _value(dict(date.attributes), _LAST), one_line(date)
    return body.get("frus:doc-dateTime-min"), None, None


def _value(attributes: Any, names: tuple[str, ...]) -> str | None:
    return next((attributes[name] for name in names if attributes.get(name)), None)


def _place(header: etree._Element | None, body: Element) -> tuple[str | None, str | None]:
    """Return where the document was written, and the id of that place."""
    for path in _PLACES:
        told = None if header is None else header.find(path_of(path))
        if told is not None:
            return words_in(told) or None, fragment(told.get("ref"))
    datelines = (node for node in descendants(body) if node.name == "dateline")
    place = next((node for line in datelines for node in descendants(line) if node.name == "placeName"), None)
    return (None, None) if place is None else (one_line(place), fragment(place.get("ref")))


def _agents_of_head(body: Element) -> Iterator[Row]:
    """Yield who sent and received, as the names in the title are typed by the editors of the series."""
    head = next((node for node in body.content if isinstance(node, Element) and node.name == "head"), None)
    talk = head is not None and _BETWEEN.search(one_line(head, notes=False))
    roles = dict.fromkeys(_ROLES, "participant") if talk else _ROLES
    for node in descendants(head) if head else ():
        role = roles.get(node.get("type") or "")
        if role and node.name == "persName":
            person = fragment(node.get("ref") or node.get("corresp"))
            yield role, one_line(node), None, "persName", person, "high", None


def _joined(typed: list[Row], told: list[Row]) -> list[Row]:
    """Return whom a title tells, with their offices; whom the editors of the series typed has the role they say."""
    known = {(row[0], row[1]) for row in told}
    kept = [row for row in told if all(row[:2] == one[:2] or one[1] not in row[1] for one in typed)]
    return kept + [row for row in typed if row[:2] not in known]


class _Walk:
    """One walk through a document: mentions, references, gaps, terms and notes, in order."""

    def __init__(self, document: str) -> None:
        self.document = document
        self.notes = 0
        self.anchors = [document]
        self.rows: Rows = {"mentions": [], "references": [], "gaps": [], "glosses": []}

    def through(self, node: Element, place: str = "text") -> None:
        """Walk through what is in ``node``, which stands in ``place``."""
        for child in node.content:
            if isinstance(child, str):
                continue
            inner = child.name if child.name in ("note", "gap") else place
            inner = "head" if child.name == "head" and place == "text" else inner
            self.notes += child.name == "note"
            if (id := child.get("xml:id")) and child.name in _ANCHORS:
                self.anchors.append(id)
            if found := _READ.get(child.name):
                found(self, child, place)
            self.through(child, inner)

    def _add(self, table: str, *values: Any) -> None:
        rows = self.rows[table]
        rows.append((self.document, len(rows) + 1, *values))

    def person(self, node: Element, place: str) -> None:
        """Enter a mention for each person whom the link may mean."""
        pointers = (node.get("ref") or node.get("corresp") or "").split()
        for pointer in pointers:
            person = pointer.rpartition("#")[2]
            self._add("mentions", person, one_line(node), node.get("cert") or "high", len(pointers), place)

    def reference(self, node: Element, place: str) -> None:
        """Enter a reference."""
        target = node.get("target")
        self._add("references", one_line(node), target, anchor_of(target or ""), node.get("cert") or "high")

    def gap(self, node: Element, place: str) -> None:
        """Enter a gap."""
        unit, extent = node.get("unit"), node.get("extent")
        quantity, most = _decimal(node.get("quantity")), _decimal(node.get("atMost"))
        lengths = (measured(wanted, unit, quantity, extent) for wanted in ("line", "page"))
        self._add("gaps", node.get("reason"), unit, quantity, most, extent, *lengths, one_line(node))

    def notice(self, node: Element, place: str) -> None:
        """Enter the gap that a notice in italics stands for, as official volumes print it."""
        if place != "gap" and (gap := printed_notice(node)):
            self.gap(gap, place)

    def term(self, node: Element, place: str) -> None:
        """Enter a term."""
        target = node.get("target") or node.get("ref")
        if target:
            self._add("glosses", target.rpartition("#")[2], one_line(node))


_ANCHORS = frozenset({"note", "pb", "div", "floatingText", "p"})
"""What references lead to, if it has an id."""

_READ = {
    "persName": _Walk.person,
    "ref": _Walk.reference,
    "gap": _Walk.gap,
    "hi": _Walk.notice,
    "gloss": _Walk.term,
}


def _decimal(value: str | None) -> float | None:
    try:
        return None if value is None else float(value)
    except ValueError:
        return None
