"""``datapackage.json``: the tables and their columns, for machines (Data Package 1, which all readers know)."""

from __future__ import annotations

import json
import re
from typing import Any

from teiconv.publish.columns import TABLES
from teiconv.publish.edition import Edition

_KINDS = {"text": "string", "integer": "integer", "number": "number"}
_KEYS = {
    "documents": "document",
    "persons": "person",
    "places": "place",
    "organisations": "organisation",
    "terms": "term",
}
_POINTS = {"document": "documents", "to_document": "documents"}
"""Columns that hold keys of other tables; of persons it is no rule, TEI of others may name one that nobody lists."""


def package(edition: Edition) -> str:
    """Return the description of the tables."""
    name = (
        re.sub(r"[^a-z0-9._-]+", "-", (edition.id or edition.title or "documents").lower()).strip("-.") or "documents"
    )
    said: dict[str, Any] = {
        "name": name,
        "profile": "tabular-data-package",
        "title": edition.title or "Documents",
        "resources": [_resource(table) for table in TABLES],
    }
    if edition.licence:
        address = edition.licence_address
        said["licenses"] = [{"path": address} if address else {"name": "custom", "title": edition.licence}]
    if edition.editors:
        said["contributors"] = [
            {"title": editor.name, "role": "contributor"} | ({"email": editor.email} if editor.email else {})
            for editor in edition.editors
        ]
    if edition.base:
        said["homepage"] = edition.base
    return json.dumps(said, ensure_ascii=False, indent=2) + "\n"


def _resource(table: str) -> dict[str, Any]:
    columns = TABLES[table]
    schema: dict[str, Any] = {
        "fields": [
            {"name": column.name, "type": _KINDS[column.kind], "description": column.description} for column in columns
        ],
        "missingValues": [""],
    }
    if table in _KEYS:
        schema["primaryKey"] = _KEYS[table]
    names = {column.name for column in columns}
    keys = [
        {"fields": column, "reference": {"resource": "" if other == table else other, "fields": _KEYS[other]}}
        for column, other in _POINTS.items()
        if column in names and column != _KEYS.get(table)
    ]
    if keys:
        schema["foreignKeys"] = keys
    return {
        "name": table,
        "path": f"{table}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }
