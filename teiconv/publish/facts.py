"""What the documents of a volume say, gathered once into a database on disk: the source of tables, lists and graphs.

The tables are those of the format ``tables`` (:data:`TABLES`): one row for a document, a mention, a reference …
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any, Self

from teiconv.publish.extract import person_row, read_document, term_row
from teiconv.publish.volume import TEI, Volume

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, ``text``, ``integer`` or ``number``, and what it holds."""

    name: str
    kind: str
    description: str


def _columns(*said: str) -> tuple[Column, ...]:
    """Return the columns that ``said`` describes: ``name kind: what it holds``."""
    split = (line.partition(": ") for line in said)
    parts = ((*head.split(" ", 1), description) for head, _, description in split)
    return tuple(Column(name, kind, description) for name, kind, description in parts)


TABLES: dict[str, tuple[Column, ...]] = {
    "documents": _columns(
        "document text: id of the document",
        "position integer: place in the order of the volume, from 1",
        "file text: its TEI file",
        "number text: the number in its title",
        "title text: its title, without number and notes",
        "kind text: historical-document or editorial-note",
        "genre text: memorandum, telegram …",
        "date text: when it was written (ISO 8601), or the first day of that",
        "date_end text: the last day, where it is a period",
        "date_text text: the date as it stands in the text",
        "place text: where it was written",
        "classification text: Secret, Top Secret …",
        "language text: of the text",
        "page text: the page on which it begins",
        "words integer: words of its text, notes included",
        "notes integer: notes in it",
        "source text: its source note, in full",
    ),
    "agents": _columns(
        "document text: id of the document",
        "position integer: place in the document, from 1",
        "role text: sender, recipient, participant or author",
        "name text: the name as it stands",
        "office text: the office named with it",
        "kind text: persName, orgName or roleName",
        "person text: id in persons; empty where nobody is meant for certain",
        "cert text: certainty of the link (high, medium, low)",
    ),
    "mentions": _columns(
        "document text: id of the document",
        "position integer: place in the document, from 1",
        "person text: id in persons",
        "text text: the words",
        "cert text: certainty of the link (high, medium, low)",
        "candidates integer: how many persons the link leaves open, this one among them",
        "place text: head, text or note",
    ),
    "references": _columns(
        "document text: id of the document",
        "position integer: place in the document, from 1",
        "text text: the words",
        "target text: the pointer, as it stands",
        "to_document text: id of the document that is meant, if it is one of this volume",
        "cert text: certainty of the link (high, medium, low)",
    ),
    "gaps": _columns(
        "document text: id of the document",
        "position integer: place in the document, from 1",
        "reason text: not-declassified, illegible …",
        "unit text: line, page, word …",
        "quantity number: how many of the unit",
        "at_most number: how many at most",
        "extent text: the measure, where it is no number",
        "text text: the notice",
    ),
    "sources": _columns(
        "document text: id of the document",
        "institution text: what the repository is a part of",
        "repository text: where the document is kept",
        "record_group text: record group",
        "collections text: collections, from the widest to the narrowest, parted by ; ",
        "lot text: lot number",
        "box text: box",
        "folder text: folder",
        "file_number text: file number",
        "others text: other numbers, parted by ; ",
    ),
    "glosses": _columns(
        "document text: id of the document",
        "position integer: place in the document, from 1",
        "term text: id in terms",
        "text text: the words",
    ),
    "persons": _columns(
        "person text: id of the person",
        "name text: the name, surname first",
        "surname text: surname",
        "forename text: forenames",
        "description text: what the list says",
        "perhaps text: id of the person who may be the same",
        "identifiers text: of authorities (VIAF:1 Wikidata:Q2)",
        "listed integer: 1 if an editor listed the person, 0 if a machine found it",
    ),
    "terms": _columns(
        "term text: id of the term",
        "name text: the term or abbreviation",
        "expansion text: what it stands for",
    ),
}
"""The tables and their columns, the first of each what it is sorted by."""


class Facts:
    """The database; rows are tuples in the order of :data:`TABLES`."""

    def __init__(self) -> None:
        self._database = sqlite3.connect("")
        self._database.execute("PRAGMA journal_mode = OFF")
        self._database.execute("PRAGMA synchronous = OFF")
        kinds = {"text": "TEXT", "integer": "INTEGER", "number": "REAL"}
        for name, columns in TABLES.items():
            said = ", ".join(f'"{column.name}" {kinds[column.kind]}' for column in columns)
            self._database.execute(f'CREATE TABLE "{name}" ({said})')

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._database.close()

    def add(self, table: str, rows: Iterable[Row]) -> None:
        """Enter ``rows`` in ``table``."""
        marks = ", ".join("?" * len(TABLES[table]))
        self._database.executemany(f'INSERT INTO "{table}" VALUES ({marks})', rows)

    def index(self) -> None:
        """Make the tables quick to look up."""
        for table, column in _LOOKED_UP:
            self._database.execute(f'CREATE INDEX "{table}_{column}" ON "{table}" ("{column}")')

    def ask(self, query: str, *values: object) -> Iterator[Row]:
        """Yield the rows of an SQL query."""
        yield from self._database.execute(query, values)

    def rows(self, table: str) -> Iterator[Row]:
        """Yield all rows of ``table``: documents in their order, and what is in them by document and place."""
        columns = [column.name for column in TABLES[table]]
        if table == "documents":
            yield from self.ask('SELECT * FROM "documents" ORDER BY position')
        elif columns[0] == "document":
            own = "ORDER BY d.position, t.position" if "position" in columns else "ORDER BY d.position"
            yield from self.ask(f'SELECT t.* FROM "{table}" t JOIN documents d USING (document) {own}')
        else:
            yield from self.ask(f'SELECT * FROM "{table}" ORDER BY "{columns[0]}"')


_LOOKED_UP = (
    ("documents", "document"),
    ("agents", "document"),
    ("agents", "person"),
    ("mentions", "person"),
    ("mentions", "document"),
    ("references", "to_document"),
    ("sources", "document"),
    ("glosses", "term"),
    ("persons", "person"),
)


def gather(volume: Volume) -> Facts:
    """Return what the documents and registers of ``volume`` say.

    Raises:
        TeiError: a file cannot be read, or is no TEI.
    """
    with ExitStack() as open_until_done:
        facts = open_until_done.enter_context(Facts())
        _enter(facts, volume)
        open_until_done.pop_all()
    return facts


def _enter(facts: Facts, volume: Volume) -> None:
    begins = _pages(volume)
    for position, text in enumerate(volume.texts(), 1):
        for table, rows in read_document(text, position, begins.get(text.id)).items():
            facts.add(table, rows)
        if text.alone:
            facts.add("persons", map(person_row, text.reading.tei.iter(f"{TEI}person")))
    for register in volume.listed():
        facts.add("persons", map(person_row, register.iter(f"{TEI}person")))
        facts.add("terms", (row for item in register.iter(f"{TEI}item") if (row := term_row(item))))
    _once(facts)
    facts.index()


def _pages(volume: Volume) -> dict[str, str]:
    """Return the page on which each document begins, as the list of documents tells it."""
    found: dict[str, str] = {}
    for register in volume.listed():
        for citation in register.iter(f"{TEI}bibl"):
            target, scope = citation.find(f"{TEI}ref"), citation.find(f"{TEI}biblScope[@from]")
            if target is not None and scope is not None:
                found[(target.get("target") or "").partition("#")[2]] = scope.get("from") or ""
    return found


def _once(facts: Facts) -> None:
    """Keep of each person and term the first row; drop persons without an id, as participants in a header are."""
    for table, key in (("persons", "person"), ("terms", "term")):
        first = f'SELECT min(rowid) FROM "{table}" GROUP BY {key}'
        list(facts.ask(f'DELETE FROM "{table}" WHERE {key} = "" OR rowid NOT IN ({first})'))
    query = """UPDATE "references" SET to_document = NULL
        WHERE to_document NOT NULL
        AND to_document NOT IN (SELECT document FROM documents)"""
    list(facts.ask(query))
