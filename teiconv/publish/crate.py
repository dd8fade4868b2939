"""The description of a deposit as an RO-Crate (1.1): the collection, who made it, its licence, and each file."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from teiconv.publish.edition import Edition

NAME = "ro-crate-metadata.json"
_KINDS = {".xml": "application/tei+xml", ".txt": "text/plain", ".json": "application/json"}

Entity = dict[str, Any]


def pieces(edition: Edition, folder: Path, names: Sequence[str]) -> Iterator[str]:
    """Yield the description of the files ``names`` below ``folder``, as JSON-LD."""
    yield '{"@context": "https://w3id.org/ro/crate/1.1/context",\n "@graph": [\n'
    for number, entity in enumerate(_entities(edition, folder, names)):
        yield (",\n" if number else "") + json.dumps(entity, ensure_ascii=False)
    yield "\n]}\n"


def _entities(edition: Edition, folder: Path, names: Sequence[str]) -> Iterator[Entity]:
    makers, licence, contact = list(_makers(edition)), _licence(edition), _contact(edition)
    yield {
        "@id": NAME,
        "@type": "CreativeWork",
        "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
        "about": {"@id": "./"},
    }
    yield {
        "@id": "./",
        "@type": "Dataset",
        "name": edition.title,
        "description": edition.subtitle or edition.title,
        "datePublished": edition.day,
        "license": _to(licence),
        "author": [_to(maker) for maker in makers],
        **({"publisher": edition.publisher} if edition.publisher else {}),
        **({"contactPoint": _to(contact)} if contact else {}),
        "hasPart": [{"@id": quote(name)} for name in names],
    }
    yield from (*makers, licence)
    if contact:
        yield contact
    for name in names:
        yield _file(folder / name, name)


def _to(entity: Entity) -> Entity:
    return {"@id": entity["@id"]}


def _makers(edition: Edition) -> Iterator[Entity]:
    """Yield who wrote the documents, taken for bodies, and who edited them."""
    kinds = dict.fromkeys(edition.creators, "Organization") | {each.name: "Person" for each in edition.editors}
    for number, (name, kind) in enumerate(kinds.items(), 1):
        yield {"@id": f"#maker-{number}", "@type": kind, "name": name}


def _licence(edition: Edition) -> Entity:
    address = edition.licence_address
    said = {"@id": address or "#licence", "@type": "CreativeWork"}
    return said | {"name": "Licence" if address else edition.licence, "description": edition.licence}


def _contact(edition: Edition) -> Entity | None:
    """Return the first editor who has an e-mail address."""
    found = next((each for each in edition.editors if each.email), None)
    if found is None:
        return None
    said = {"@id": f"mailto:{found.email}", "@type": "ContactPoint", "contactType": "customer service"}
    return said | {"name": found.name, "email": found.email}


def _file(path: Path, name: str) -> Entity:
    kind, size = _KINDS[path.suffix], str(path.stat().st_size)
    return {"@id": quote(name), "@type": "File", "name": name, "encodingFormat": kind, "contentSize": size}
