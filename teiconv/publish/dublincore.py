"""Documents in the fifteen elements of Dublin Core, which catalogues and harvesters take."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from teiconv.publish.edition import Edition
from teiconv.publish.extract import numbered
from teiconv.publish.markup import Xml, words, xml
from teiconv.publish.table import Work

_DC = "http://www.openarchives.org/OAI/2.0/oai_dc/"
_ELEMENTS = "http://purl.org/dc/elements/1.1/"
_ROWS = """SELECT document, file, number, title, date, date_end, place, genre, classification, language, source
    FROM documents ORDER BY position"""
_AGENTS = """SELECT a.role, coalesce(p.name, CASE WHEN a.office IS NULL THEN a.name ELSE a.office || ' ' || a.name END)
    FROM agents a LEFT JOIN persons p USING (person) WHERE a.document = ? ORDER BY a.position"""
_NAMED = """SELECT DISTINCT p.name FROM mentions m JOIN persons p USING (person)
    WHERE m.document = ? AND m.candidates = 1 ORDER BY 1"""


@dataclass(frozen=True, slots=True)
class Record:
    """A document as Dublin Core: ``terms`` are names of elements and their values, in order."""

    id: str
    file: str
    title: str
    terms: tuple[tuple[str, str], ...]


def records(work: Work) -> Iterator[Record]:
    """Yield a record for each document."""
    for row in work.facts.ask(_ROWS):
        yield Record(row[0], row[1], numbered(row[2], row[3]), tuple(_terms(work, row)))


def _terms(work: Work, row: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    document, _, number, title, date, end, place, genre, classification, language, source = row
    edition = work.edition
    yield "title", numbered(number, title)
    agents = list(work.facts.ask(_AGENTS, document))
    yield from (("creator", name) for role, name in agents if role in ("sender", "author"))
    yield from (("contributor", name) for role, name in agents if role in ("recipient", "participant"))
    yield from (("subject", name) for (name,) in work.facts.ask(_NAMED, document))
    if date:
        yield "date", f"{date[:10]}/{end[:10]}" if end else date[:10]
    yield "type", "Text"
    for name, value in (
        ("type", genre),
        ("coverage", place),
        ("rights", edition.licence),
        ("publisher", edition.publisher),
    ):
        if value:
            yield name, value
    if classification:
        yield "description", f"Classification: {classification}"
    yield "format", "application/tei+xml"
    yield "language", language
    if source:
        yield "source", source
    if edition.base:
        yield "identifier", f"{edition.base}documents/{document}.html"
    if edition.title:
        yield "relation", edition.title


def oai_dc(terms: Iterable[tuple[str, str]]) -> Xml:
    """Return ``terms`` as the XML that harvesters take."""
    said = (xml(f"dc:{name}", words(value)) for name, value in terms)
    return xml("oai_dc:dc", *said, **{"xmlns:oai_dc": _DC, "xmlns:dc": _ELEMENTS})


def of_edition(edition: Edition) -> tuple[tuple[str, str], ...]:
    """Return the terms of the collection as a whole."""
    pairs = [
        ("title", edition.title),
        *(("creator", name) for name in edition.creators),
        *(("contributor", editor.name) for editor in edition.editors),
        *(("contributor", name) for name in edition.collectors),
        ("publisher", edition.publisher),
        ("date", edition.date),
        ("type", "Dataset"),
        ("format", "application/tei+xml"),
        ("language", edition.language or "en"),
        ("rights", edition.licence),
        ("identifier", edition.doi or edition.base),
    ]
    return tuple((name, value) for name, value in pairs if value)
