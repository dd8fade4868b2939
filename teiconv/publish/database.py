"""What the documents of a volume say, gathered once into a database on disk: the source of tables, lists and graphs.

The tables are those of :data:`teiconv.publish.columns.TABLES`: one row for a document, a mention, a reference …
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from typing import Any, Self

from teiconv.model import descendants
from teiconv.publish.columns import TABLES
from teiconv.publish.entries import listed_rows, named_row, person_row, term_row
from teiconv.publish.extract import read_document
from teiconv.publish.sections import Section
from teiconv.publish.volume import TEI, Volume

Row = tuple[Any, ...]


_HELPERS = {
    "anchors": ("anchor", "document"),
    "sections": ("section", "title", "side"),
}
"""Further tables: the ids that references lead to, and what stands before and after the documents."""


class Database:
    """The database; rows are tuples in the order of :data:`TABLES`."""

    def __init__(self) -> None:
        self._database = sqlite3.connect("")
        self._database.execute("PRAGMA journal_mode = OFF")
        self._database.execute("PRAGMA synchronous = OFF")
        kinds = {"text": "TEXT", "integer": "INTEGER", "number": "REAL"}
        for name, columns in TABLES.items():
            said = ", ".join(f'"{column.name}" {kinds[column.kind]}' for column in columns)
            self._database.execute(f'CREATE TABLE "{name}" ({said})')
        for name, names in _HELPERS.items():
            self._database.execute(f"CREATE TABLE {name} ({', '.join(names)})")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._database.close()

    def add(self, table: str, rows: Iterable[Row]) -> None:
        """Enter ``rows`` in ``table``."""
        marks = ", ".join("?" * len(TABLES.get(table) or _HELPERS[table]))
        self._database.executemany(f'INSERT INTO "{table}" VALUES ({marks})', rows)

    def index(self) -> None:
        """Make the tables quick to look up."""
        for table, column in _LOOKED_UP:
            self._database.execute(f'CREATE INDEX "{table}_{column}" ON "{table}" ("{column}")')

    def ask(self, query: str, *values: object) -> Iterator[Row]:
        """Yield the rows of an SQL query."""
        yield from self._database.execute(query, values)

    def enter(self, section: Section) -> None:
        """Enter a section that stands before or after the documents."""
        self.add("sections", [(section.id, section.title, section.side)])
        ids = (node.get("xml:id") for node in (section.body, *descendants(section.body)))
        self.add("anchors", [(id, section.id) for id in dict.fromkeys(ids) if id])

    def named(self, name: str) -> list[str]:
        """Return the document with this id, or else those with this number."""
        for column in ("document", "number"):
            if found := [id for (id,) in self.ask(f"SELECT document FROM documents WHERE {column} = ?", name)]:
                return found
        return []

    def order(self, documents: Iterable[str]) -> None:
        """Give the documents the positions that they have in ``documents``."""
        rows = ((position, document) for position, document in enumerate(documents, 1))
        self._database.executemany("UPDATE documents SET position = ? WHERE document = ?", rows)

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
    ("anchors", "anchor"),
    ("agents", "document"),
    ("agents", "person"),
    ("mentions", "person"),
    ("mentions", "document"),
    ("references", "to_document"),
    ("sources", "document"),
    ("glosses", "term"),
    ("persons", "person"),
    ("organisations", "organisation"),
    ("documents", "place_id"),
)


def gather(volume: Volume) -> Database:
    """Return what the documents and registers of ``volume`` say.

    Raises:
        TeiError: a file cannot be read, or is no TEI.
    """
    with ExitStack() as open_until_done:
        facts = open_until_done.enter_context(Database())
        _enter(facts, volume)
        open_until_done.pop_all()
    return facts


def _enter(facts: Database, volume: Volume) -> None:
    begins = _pages(volume)
    read = ""
    for position, text in enumerate(volume.texts(), 1):
        for table, rows in read_document(text, position, begins.get(text.id)).items():
            facts.add(table, rows)
        if text.file != read:
            persons, terms = listed_rows(text.reading.tei, text.file)
            facts.add("persons", map(person_row, text.reading.tei.iter(f"{TEI}person")))
            facts.add("persons", persons)
            facts.add("terms", terms)
        read = text.file
    for register in volume.listed():
        facts.add("persons", map(person_row, register.iter(f"{TEI}person")))
        facts.add("terms", (row for item in register.iter(f"{TEI}item") if (row := term_row(item))))
        facts.add("places", map(named_row, register.iter(f"{TEI}place")))
        facts.add("organisations", map(named_row, register.iter(f"{TEI}org")))
    facts.index()
    _once(facts)
    facts.add("letters", facts.ask(_LETTERS))


def _pages(volume: Volume) -> dict[str, str]:
    """Return the page on which each document begins, as the list of documents tells it."""
    found: dict[str, str] = {}
    for register in volume.listed():
        for citation in register.iter(f"{TEI}bibl"):
            target, scope = citation.find(f"{TEI}ref"), citation.find(f"{TEI}biblScope[@from]")
            if target is not None and scope is not None:
                found[(target.get("target") or "").partition("#")[2]] = scope.get("from") or ""
    return found


_KEYS = (("persons", "person"), ("places", "place"), ("organisations", "organisation"), ("terms", "term"))
_LETTERS = """WITH known AS (SELECT a.document, a.position, a.role, coalesce(a.person, a.organisation) AS id,
        coalesce(p.name, o.name, CASE WHEN a.office IS NULL THEN a.name ELSE a.office || ' ' || a.name END) AS name
        FROM agents a LEFT JOIN persons p USING (person) LEFT JOIN organisations o USING (organisation))
    SELECT d.document, row_number() OVER (PARTITION BY d.document ORDER BY s.position, r.position), d.date, d.place,
        s.name, s.id, r.name, r.id
    FROM documents d JOIN known r ON r.document = d.document AND r.role = 'recipient'
    LEFT JOIN known s ON s.document = d.document AND s.role = 'sender' ORDER BY d.position"""


def _once(facts: Database) -> None:
    """Keep of each person and term the first row; drop persons without an id, as participants in a header are."""
    for table, key in _KEYS:
        first = f'SELECT min(rowid) FROM "{table}" GROUP BY {key}'
        list(facts.ask(f'DELETE FROM "{table}" WHERE {key} = "" OR rowid NOT IN ({first})'))
    query = """UPDATE "references" SET to_document = (SELECT document FROM anchors WHERE anchor = to_document)
        WHERE to_document NOT NULL"""
    list(facts.ask(query))
