"""Where references lead: an index of the documents of a collection, on disk, so that any number takes no memory.

A reference says ``Document 12, footnote 3``: the number of a document, not its file.  Numbers are those of a *volume*:
the folder that has settings of its own, or all documents together; where documents of one volume share a number, each
folder of it counts as a volume.  A number that still means several documents leads nowhere.

The order of a volume is that of the numbers, too; where a document of a folder has none, that of the files (``d2.txt``
before ``d10.txt``) in the whole of that folder.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from typing import NamedTuple, Self

from teiconv.collection.ids import below, natural, relative
from teiconv.collection.part import Part
from teiconv.collection.undated import Attributes
from teiconv.regex import regex

_TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE documents (volume TEXT, folder TEXT, name TEXT, file TEXT, id TEXT, notes TEXT, input TEXT,
    wants INTEGER, number INTEGER, sorted TEXT, label TEXT, title TEXT, date TEXT, undated TEXT,
    pages TEXT, opens INTEGER);
CREATE INDEX by_name ON documents (name, volume, folder);
CREATE TABLE pages (volume TEXT, folder TEXT, page TEXT, file TEXT, id TEXT);
CREATE INDEX by_page ON pages (page, volume, folder);
CREATE TABLE volumes (volume TEXT PRIMARY KEY, is_one INTEGER);
"""
_DOCUMENT = regex(r"(?P<name>d[0-9]+[a-z]?)(?P<note>fn.+)?\Z")
_PAGE = regex(r"pg_(?P<page>.+)\Z")
_DIGITS = regex(r"[0-9]+")
_LONG = 15
"""Digits of a number in the name of a file; longer ones are no numbers of documents."""

Place = tuple[str, str]
"""A volume (the folder of its settings) and a folder in it."""


class About(NamedTuple):
    """What is told of a document besides its part: the text it was made of, and its title."""

    input: str
    title: str


class Listed(NamedTuple):
    """A document as the index has it; ``number`` is the one it is sorted by, ``label`` the one in its title.

    ``date`` has the attributes of its ``date``; ``bounds`` are those that an undated document has had so far.
    """

    input: str
    folder: str
    file: str
    id: str
    number: int | None
    label: str | None
    title: str
    date: Attributes
    is_undated: bool
    bounds: Attributes
    pages: tuple[str, ...]
    opens: bool


class Index:
    """The documents of a collection by what references call them."""

    def __init__(self, volumes: dict[str, str] | None = None, prefix: str | None = None) -> None:
        """``volumes`` gives the folders of volumes by their ids; ``prefix`` is that of pointers to other volumes."""
        self._database = sqlite3.connect("")
        self._database.executescript(_TABLES)
        self._volumes = volumes or {}
        self._prefix = prefix

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._database.close()

    def add(self, place: Place, file: str, part: Part, about: About) -> None:
        """Enter the document in ``file``."""
        name = f"d{part.number}" if part.number else None
        called = (*place, name, file, part.id, json.dumps(part.notes), about.input, bool(part.wants))
        order = (_number(file, part), natural(file))
        dated = (json.dumps(part.date), json.dumps(part.bounds) if part.is_undated else None)
        listed = (part.number, about.title, *dated, json.dumps(part.pages), part.opens)
        query = "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        self._database.execute(query, (*called, *order, *listed))
        pages = ((*place, page, file, f"pg_{page}.{part.id}") for page in dict.fromkeys(part.pages))
        self._database.executemany("INSERT INTO pages VALUES (?, ?, ?, ?, ?)", pages)

    def target(self, pointer: str, place: Place, file: str) -> str | None:
        """Return where ``pointer``, a reference in ``file``, leads; ``None`` if nobody can tell."""
        volume, mark, rest = pointer.partition("#")
        if not mark and (_DOCUMENT.match(pointer) or _PAGE.match(pointer)):
            volume, rest = "", pointer
        if volume:
            if volume not in self._volumes:
                return self._abroad(volume, rest)
            place = (self._volumes[volume], self._volumes[volume])
        if page := _PAGE.match(rest):
            return self._page(page["page"], place, file)
        document = _DOCUMENT.match(rest)
        return self._document(document["name"], document["note"], place, file) if document else None

    def _abroad(self, volume: str, rest: str) -> str | None:
        """Return the pointer to another volume: ``volume:frus1969-76v06/d32``, a note of it behind ``#``."""
        if self._prefix is None:
            return None
        return f"{self._prefix}:{below(volume, rest)}"

    def _document(self, name: str, note: str | None, place: Place, file: str) -> str | None:
        query = "SELECT file, id, notes FROM documents WHERE name = ? AND volume = ?"
        found = self._rows(query, name, place)
        if len(found) != 1:
            return None
        there, id, notes = found[0]
        if note and note not in json.loads(notes):
            return None
        return relative(there, file, id + (note or ""))

    def _page(self, page: str, place: Place, file: str) -> str | None:
        found = self._rows("SELECT file, id FROM pages WHERE page = ? AND volume = ?", page, place)
        return relative(found[0][0], file, found[0][1]) if len(found) == 1 else None

    def _rows(self, query: str, name: str, place: Place) -> list[tuple[str, ...]]:
        volume, folder = place
        if self._is_one(volume):
            return self._database.execute(query, (name, volume)).fetchmany(2)
        return self._database.execute(f"{query} AND folder = ?", (name, volume, folder)).fetchmany(2)

    def _is_one(self, volume: str) -> bool:
        """Tell whether no number comes twice in all the folders of ``volume``."""
        known = self._database.execute("SELECT is_one FROM volumes WHERE volume = ?", (volume,)).fetchone()
        if known is None:
            query = """SELECT name FROM documents WHERE volume = ? AND name NOT NULL
                GROUP BY name HAVING count(DISTINCT folder) > 1 LIMIT 1"""
            known = (self._database.execute(query, (volume,)).fetchone() is None,)
            self._database.execute("INSERT INTO volumes VALUES (?, ?)", (volume, known[0]))
        return bool(known[0])

    def wanting(self) -> Iterator[str]:
        """Yield the inputs of the documents from which references lead out."""
        query = "SELECT input FROM documents WHERE wants ORDER BY input"
        return (str(input) for (input,) in self._database.execute(query))

    def in_order(self) -> Iterator[Listed]:
        """Yield all documents in the order of their volumes."""
        query = """SELECT input, folder, file, id, number, label, title, date, undated, pages, opens FROM documents
            JOIN (SELECT volume, folder, count(name) = count(*) AS numbered FROM documents GROUP BY 1, 2)
            USING (volume, folder)
            ORDER BY volume, folder, CASE WHEN numbered THEN number END, CASE WHEN numbered THEN name END, sorted"""
        for input, folder, file, id, number, label, title, date, undated, pages, opens in self._database.execute(query):
            named = (input, folder, file, id, number, label, title)
            dated = (_pairs(date), undated is not None, _pairs(undated or "[]"))
            yield Listed(*named, *dated, tuple(json.loads(pages)), bool(opens))


def _pairs(said: str) -> Attributes:
    return tuple((str(key), str(value)) for key, value in json.loads(said))


def _number(file: str, part: Part) -> int | None:
    """Return the number in the title of a document, or else the last one in the name of its file."""
    if match := _DIGITS.match(part.number or ""):
        return int(match[0])
    numbers = _DIGITS.findall(file.rpartition("/")[2].rpartition(".")[0])
    return int(numbers[-1][-_LONG:]) if numbers else None
