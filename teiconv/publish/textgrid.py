"""``textgrid``: a project for TextGrid's importer (tg-model), which makes of it what the TextGrid Repository takes.

``tei/`` has the documents, ``registers/`` the registers, each with a ``collection.yaml`` that tells where works and
editions are described in them; ``project.yaml`` names both.  ``tg_model`` renders the import from there.  A document
without a date is of the years of the others, and tg-model says that it found none.
"""

from __future__ import annotations

import json
from functools import partial
from posixpath import dirname, relpath
from typing import Any
from urllib.parse import quote

from teiconv.collection.ids import document_id
from teiconv.publish.markup import DECLARATION
from teiconv.publish.pointers import file_of, moved
from teiconv.publish.table import Work
from teiconv.publish.target import Target

_NOTHING: dict[str, Any] = {"xpath": None, "value": None}
_DATE = "//profileDesc/creation/date"

Places = dict[str, str]
"""The files of the collection, and where they stand here: tg-model takes files of one folder."""


def write(work: Work, target: Target) -> None:
    """Write the project."""
    places = {file: f"tei/{document_id(file)}.xml" for file in work.volume.files}
    places |= {file: f"registers/{file}" for file in work.volume.registers}
    for file, place in places.items():
        data = f"{DECLARATION}{work.volume.string(file)}"
        target.write(place, moved(data, partial(_moved, file, places)))
    target.write("collection.yaml", _yaml({"collection": _collection(work, "", _work(work))}))
    target.write("registers/collection.yaml", _yaml({"collection": _collection(work, "-registers", _register(work))}))
    target.write("project.yaml", _yaml(_project(work, places)))


def _moved(file: str, places: Places, pointer: str) -> str:
    """Return a pointer in ``file`` as it leads to where the files stand here."""
    to, mark, fragment = pointer.partition("#")
    there = places.get(file_of(to, file)) if to and ":" not in to else None
    return quote(relpath(there, dirname(places[file]))) + mark + fragment if there else pointer


def _yaml(said: dict[str, Any]) -> str:
    """Return YAML, of which JSON is a part."""
    return json.dumps(said, ensure_ascii=False, indent=2) + "\n"


def _project(work: Work, places: Places) -> dict[str, Any]:
    edition = work.edition
    about = {
        "title": edition.title,
        "description": edition.subtitle or edition.title,
        "avatar": None,
        "xslt": None,
        "readme": None,
        "portalconfig": None,
        "collectors": _people(work),
    }
    parts = [
        _part(f"{edition.id}", "tei", ".", places),
        *([_part(f"{edition.id}-registers", "registers", "registers", places)] if work.volume.registers else ()),
    ]
    return {"project": about, "proposals": {"min_hitrate": 50}, "subprojects": parts}


def _part(name: str, folder: str, base: str, places: Places) -> dict[str, Any]:
    files = sorted(place for place in places.values() if place.startswith(f"{folder}/"))
    return {"name": name, "inpath": folder, "outpath": f"result/{name}", "basepath": base, "files": files}


def _people(work: Work) -> list[dict[str, str | None]]:
    names = work.edition.collectors or tuple(editor.name for editor in work.edition.editors)
    return [{"fullname": name, "url": work.edition.base} for name in names]


def _collection(work: Work, suffix: str, described: dict[str, Any]) -> dict[str, Any]:
    edition = work.edition
    holder = {"fullname": edition.publisher, "url": edition.base}
    nothing = dict.fromkeys(("time_slot", "author_gender", "size", "reprint_count", "corpus_collection"), _NOTHING)
    return {
        "title": {"short": f"{edition.id}{suffix}", "long": edition.title},
        "rights_holder": {"values": [holder], "xpaths": {"fullname": None, "url": None}},
        "collector": _people(work),
        "attributes": {"work": described, "edition": _edition(work)},
        "basic_classifications": [],
        "gnd_subjects": [],
        "eltec_specs": nothing,
        "images": {"xpaths": [], "notes": _NOTHING},
        "elements": [],
    }


def _work(work: Work) -> dict[str, Any]:
    first, last = _years(work)
    return _described(
        _at(f"{_DATE}/@when | {_DATE}/@from | {_DATE}/@notBefore", first),
        _at(f"{_DATE}/@when | {_DATE}/@to | {_DATE}/@notAfter", last),
        "non-fiction",
    )


def _register(work: Work) -> dict[str, Any]:
    year = (work.edition.date or "")[:4]
    return _described(_at(None, year), _at(None, year), "reference work")


def _years(work: Work) -> tuple[str | None, str | None]:
    """Return the years from which the documents are."""
    query = """SELECT min(substr(date, 1, 4)), max(substr(coalesce(date_end, date), 1, 4)) FROM documents
        WHERE date NOT NULL"""
    first, last = next(work.facts.ask(query))
    return first, last


def _described(first: dict[str, Any], last: dict[str, Any], genre: str) -> dict[str, Any]:
    return {
        "title": _at("//titleStmt/title"),
        "author": dict.fromkeys(("id", "fullname", "firstname", "lastname"), _NOTHING),
        "genre": _at(None, genre),
        "dateOfCreation": {"date": _NOTHING, "notBefore": first, "notAfter": last},
        "place": _NOTHING,
        "id": _NOTHING,
    }


def _edition(work: Work) -> dict[str, Any]:
    edition = work.edition
    licence = edition.licence or ""
    return {
        "title": _at("//titleStmt/title"),
        "author": dict.fromkeys(("id", "fullname", "firstname", "lastname"), _NOTHING),
        "license": {"title": _at(None, licence), "url": _at(None, licence)},
        "date": _at(None, edition.date),
        "place": _at(None, edition.place),
        "language": _at("//TEI/@xml:lang", edition.language or "en"),
        "wordcount": _NOTHING,
    }


def _at(xpath: str | None, value: str | None = None) -> dict[str, str | None]:
    """Return where a statement stands, and its value if it is missing."""
    return {"xpath": xpath, "value": value}
