"""``rdf``: documents, letters and persons as linked data, in the vocabulary of schema.org, as Turtle and JSON-LD.

A document is a ``schema:Message`` if it was sent to somebody, else a ``schema:CreativeWork``; persons are
``schema:Person``; the paper that it was printed from is a ``schema:ArchiveComponent``; what is missing in it is a part,
with the reason as ``schema:conditionsOfAccess``.  Both files say the same.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from teiconv.publish.authorities import addresses_of
from teiconv.publish.pointers import abroad
from teiconv.publish.table import Work
from teiconv.publish.target import Target

_CONTEXT = {
    "@vocab": "https://schema.org/",
    "schema": "https://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})
_AGENTS = "SELECT DISTINCT person FROM agents WHERE document = ? AND role = ? AND person NOT NULL ORDER BY 1"
_NAMED = "SELECT DISTINCT person FROM mentions WHERE document = ? AND candidates = 1 ORDER BY 1"
_GAPS = "SELECT position, reason, unit, quantity, text FROM gaps WHERE document = ? ORDER BY position"
_SOURCE = """SELECT institution, repository, record_group, collections, lot, box, folder, file_number FROM sources
    WHERE document = ?"""
_CITED = 'SELECT DISTINCT to_document FROM "references" WHERE document = ? AND to_document NOT NULL ORDER BY 1'
_CITED_ABROAD = """SELECT DISTINCT target FROM "references" WHERE document = ? AND to_document IS NULL
    AND target NOT NULL ORDER BY 1"""

Thing = dict[str, Any]
"""A thing as JSON-LD has it: ``@id``, ``@type``, and properties whose values are strings or other things' ``@id``."""


def write(work: Work, target: Target) -> None:
    """Write both files."""
    target.write_pieces("documents.ttl", _turtle(work))
    target.write_pieces("documents.jsonld", _json(work))


def _things(work: Work) -> Iterator[Thing]:
    yield _volume(work)
    for row in work.facts.rows("persons"):
        yield _person(work, row)
    query = "SELECT document, number, title, date, place, genre, language FROM documents ORDER BY position"
    for row in list(work.facts.ask(query)):
        yield from _document(work, row)


def _volume(work: Work) -> Thing:
    edition = work.edition
    thing: Thing = {"@id": edition.base, "@type": "Collection", "name": edition.title}
    if edition.publisher:
        thing["publisher"] = edition.publisher
    if edition.licence:
        thing["license"] = {"@id": edition.licence_address} if edition.licence_address else edition.licence
    if edition.editors:
        thing["editor"] = [editor.name for editor in edition.editors]
    return thing


def _person(work: Work, row: tuple[Any, ...]) -> Thing:
    id, name, surname, forename, description, _, identifiers, _ = row
    thing: Thing = {"@id": _page(work, "persons", id), "@type": "Person", "name": name}
    for key, value in (("familyName", surname), ("givenName", forename), ("description", description)):
        if value:
            thing[key] = value
    if same := [{"@id": address} for _, address in addresses_of(identifiers)]:
        thing["sameAs"] = same
    return thing


def _document(work: Work, row: tuple[Any, ...]) -> Iterator[Thing]:
    """Yield a document, and then what belongs to it alone: its source and its gaps."""
    thing, source, gaps = _written(work, row), _source(work, row[0]), list(_gaps(work, row[0]))
    if source:
        thing["isBasedOn"] = {"@id": source[0]["@id"]}
    if gaps:
        thing["hasPart"] = [{"@id": gap["@id"]} for gap in gaps if gap["@type"] == "CreativeWork"]
    yield from (thing, *source, *gaps)


def _source(work: Work, document: str) -> list[Thing]:
    """Return the paper in its archive; its box, folder and numbers are where it is (``itemLocation``)."""
    row = next(work.facts.ask(_SOURCE, document), None)
    if row is None:
        return []
    page = _page(work, "documents", document)
    institution, repository, record_group, collections, *numbers = row
    paper: Thing = {"@id": f"{page}#source", "@type": "ArchiveComponent"}
    things = [paper]
    if keeper := ", ".join(filter(None, (repository, institution))):
        things.append({"@id": f"{page}#archive", "@type": "ArchiveOrganization", "name": keeper})
        paper["holdingArchive"] = {"@id": f"{page}#archive"}
    if group := "; ".join(filter(None, (record_group, collections))):
        things.append({"@id": f"{page}#collection", "@type": "Collection", "name": group})
        paper["isPartOf"] = {"@id": f"{page}#collection"}
    located = [f"{what} {each}" for what, each in zip(_LOCATED, numbers, strict=True) if each]
    if located:
        paper["itemLocation"] = located
    return things


_LOCATED = ("Lot", "Box", "Folder", "File")


def _gaps(work: Work, document: str) -> Iterator[Thing]:
    """Yield each gap, and its size where it is measured."""
    page = _page(work, "documents", document)
    for position, reason, unit, quantity, text in list(work.facts.ask(_GAPS, document)):
        gap: Thing = {"@id": f"{page}#gap-{position}", "@type": "CreativeWork", "additionalType": "gap"}
        for key, value in (("conditionsOfAccess", reason), ("description", text)):
            if value:
                gap[key] = value
        if quantity is not None and unit:
            gap["size"] = {"@id": f"{page}#size-{position}"}
            value = {"@type": "xsd:decimal", "@value": f"{quantity:g}"}
            yield {"@id": gap["size"]["@id"], "@type": "QuantitativeValue", "value": value, "unitText": unit}
        yield gap


def _written(work: Work, row: tuple[Any, ...]) -> Thing:
    document, number, title, date, place, genre, language = row
    received = _people(work, document, "recipient")
    thing: Thing = {
        "@id": _page(work, "documents", document),
        "@type": "Message" if received else "CreativeWork",
        "name": title,
        "isPartOf": {"@id": work.edition.base},
        "inLanguage": language,
    }
    if number:
        thing["position"] = number
    if date:
        day = _DAY.match(date)
        thing["dateCreated"] = {"@type": "xsd:date", "@value": day[0]} if day else date
    for key, value in (("locationCreated", place), ("genre", genre)):
        if value:
            thing[key] = value
    links = (
        ("sender", _people(work, document, "sender")),
        ("author", _people(work, document, "author")),
        ("recipient", received),
        ("mentions", [_page(work, "persons", id) for (id,) in work.facts.ask(_NAMED, document)]),
        ("citation", [*_cited(work, document), *_cited_abroad(work, document)]),
    )
    return thing | {key: [{"@id": address} for address in found] for key, found in links if found}


def _cited(work: Work, document: str) -> Iterator[str]:
    yield from (_page(work, "documents", id) for (id,) in work.facts.ask(_CITED, document))


def _cited_abroad(work: Work, document: str) -> Iterator[str]:
    """Yield the addresses of what is cited in other volumes."""
    pointers = (pointer for (pointer,) in work.facts.ask(_CITED_ABROAD, document))
    found = (abroad(pointer, work.edition.volumes) for pointer in pointers)
    yield from dict.fromkeys(address for address in found if address)


def _people(work: Work, document: str, role: str) -> list[str]:
    return [_page(work, "persons", person) for (person,) in work.facts.ask(_AGENTS, document, role)]


def _page(work: Work, folder: str, id: str) -> str:
    """Return the address of a page of the site, which is that of the thing."""
    return f"{work.edition.base}{folder}/{id}.html"


def _json(work: Work) -> Iterator[str]:
    yield '{"@context": ' + json.dumps(_CONTEXT) + ',\n "@graph": [\n'
    for number, thing in enumerate(_things(work)):
        yield (",\n" if number else "") + json.dumps(thing, ensure_ascii=False)
    yield "\n]}\n"


def _turtle(work: Work) -> Iterator[str]:
    yield "@prefix schema: <https://schema.org/> .\n@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
    for thing in _things(work):
        said = [f"a schema:{thing['@type']}"]
        for key, value in thing.items():
            if not key.startswith("@"):
                values = value if isinstance(value, list) else [value]
                said.append(f"schema:{key} {', '.join(map(_value, values))}")
        yield f"\n<{thing['@id']}>\n  " + " ;\n  ".join(said) + " .\n"


def _value(value: str | Thing) -> str:
    if isinstance(value, str):
        return f'"{value.translate(_ESCAPES)}"'
    if "@value" in value:
        return f'"{value["@value"]}"^^{value["@type"]}'
    return f"<{value['@id']}>"
