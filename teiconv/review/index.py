"""The statements of a folder in a database: filled file by file, asked in the order in which an editor works.

The database is a cache: it can be thrown away, and is made anew.  What is doubtful comes first, by kind, and there in
the order of the documents.
"""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from teiconv._version import __version__
from teiconv.review.kinds import KINDS
from teiconv.review.reader import Contents, Entry

_SCHEMA = """
CREATE TABLE files(file TEXT PRIMARY KEY, size INTEGER, stamp INTEGER, fault TEXT);
CREATE TABLE documents(document INTEGER PRIMARY KEY, file TEXT, place INTEGER, id TEXT, alone INTEGER, ours INTEGER,
  title TEXT, number TEXT, date TEXT, written TEXT, sender TEXT, recipient TEXT, statements INTEGER, doubts INTEGER);
CREATE INDEX documents_by_file ON documents(file); CREATE INDEX documents_by_id ON documents(id);
CREATE INDEX documents_by_place ON documents(place);
CREATE TABLE statements(statement INTEGER PRIMARY KEY, document INTEGER, rank INTEGER, kind TEXT, doubt INTEGER,
  certainty TEXT, start INTEGER, end INTEGER, words TEXT, nth INTEGER, said INTEGER, data TEXT);
CREATE INDEX by_rank ON statements(rank); CREATE INDEX by_document ON statements(document);
CREATE INDEX by_words ON statements(words, kind); CREATE INDEX by_kind ON statements(kind, rank);
CREATE TABLE meant(person TEXT, statement INTEGER); CREATE INDEX meant_by_person ON meant(person);
CREATE INDEX meant_by_statement ON meant(statement);
CREATE TABLE listed(id TEXT, kind TEXT, name TEXT, file TEXT, about TEXT);
CREATE INDEX listed_by_id ON listed(id, kind);
"""
_MADE_BY = int.from_bytes(f"{__version__} 1".encode()[-4:])
"""A cache of another version is not read."""
_KIND, _CERTAIN, _PLACE = 1 << 44, 1 << 48, 1 << 16
"""The rank of a statement: whether it is certain, then its kind, then the place of its document, then its own."""
_ORDER = {name: number for number, name in enumerate(KINDS)}

Row = tuple[Any, ...]


_SAME = {
    "document": "SELECT document, id FROM documents WHERE file = ?",
    "statement": "SELECT statement, document, kind, s.words, nth FROM statements s JOIN documents USING (document)"
    " WHERE file = ? ORDER BY statement",
}
"""By what a document or a statement of a file is known again when the file is read anew."""


class Numbers:
    """The numbers of rows: what is read again keeps its own, and what is new has one that nothing had before."""

    def __init__(self, known: Iterable[Row], highest: int) -> None:
        self._known: dict[Row, list[int]] = {}
        for number, *said in known:
            self._known.setdefault(tuple(said), []).append(number)
        self._highest = highest

    def of(self, *said: Any) -> int:
        """Return the number of what is known by ``said``."""
        if known := self._known.get(said):
            return known.pop(0)
        self._highest += 1
        return self._highest


class Index:
    """The database at ``path``, which several threads may ask; ``revision`` grows with each file that is read."""

    def __init__(self, path: Path | str) -> None:
        self.revision = 0
        self._lock = threading.RLock()
        self._base = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        self._base.execute("PRAGMA synchronous = OFF")
        self._base.execute("PRAGMA journal_mode = MEMORY")
        if self._base.execute("PRAGMA user_version").fetchone()[0] != _MADE_BY:
            self._make_anew()
        self._base.execute("CREATE TEMP TABLE decided(statement INTEGER PRIMARY KEY, decision TEXT)")

    def _make_anew(self) -> None:
        names = [row[0] for row in self._base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for name in names:
            self._base.execute(f'DROP TABLE "{name}"')
        self._base.executescript(_SCHEMA)
        self._base.execute(f"PRAGMA user_version = {_MADE_BY}")

    def ask(self, query: str, *values: Any) -> list[Row]:
        """Return the rows that answer ``query``."""
        with self._lock:
            return self._base.execute(query, values).fetchall()

    def one(self, query: str, *values: Any) -> Row | None:
        """Return the first row that answers ``query``."""
        with self._lock:
            found: Row | None = self._base.execute(query, values).fetchone()
            return found

    def stamps(self) -> dict[str, tuple[int, int]]:
        """Return size and time of change of each file, as they were when it was read."""
        return {file: (size, stamp) for file, size, stamp in self.ask("SELECT file, size, stamp FROM files")}

    def forget(self, files: Iterable[str]) -> None:
        """Remove what is known of ``files``."""
        with self._lock, self._base:
            self._base.execute("BEGIN")
            for file in files:
                self._forget(file)
            self.revision += 1

    def _forget(self, file: str) -> None:
        own = "(SELECT document FROM documents WHERE file = ?)"
        statements = f"(SELECT statement FROM statements WHERE document IN {own})"
        self._base.execute(f"DELETE FROM meant WHERE statement IN {statements}", (file,))
        self._base.execute(f"DELETE FROM temp.decided WHERE statement IN {statements}", (file,))
        self._base.execute(f"DELETE FROM statements WHERE document IN {own}", (file,))
        for table in ("documents", "listed", "files"):
            self._base.execute(f"DELETE FROM {table} WHERE file = ?", (file,))

    def put(self, found: Contents, stamp: tuple[int, int], place: int) -> None:
        """Take what was read of a file; ``place`` is that of the file among all."""
        with self._lock, self._base:
            self._base.execute("BEGIN")
            documents, statements = self._numbers("document", found.file), self._numbers("statement", found.file)
            self._forget(found.file)
            self._base.execute("INSERT INTO files VALUES (?, ?, ?, ?)", (found.file, *stamp, found.fault))
            for number, entry in enumerate(found.entries):
                self._put_entry(found.file, entry, place + number, documents, statements)
            rows = [(one.id, one.kind, one.name, found.file, json.dumps(one.about)) for one in found.listed]
            self._base.executemany("INSERT INTO listed VALUES (?, ?, ?, ?, ?)", rows)
            self.revision += 1

    def _numbers(self, of: str, file: str) -> Numbers:
        """Return the numbers for documents or statements of ``file``, which may have been read before."""
        (highest,) = self._base.execute(f"SELECT coalesce(max({of}), 0) FROM {of}s").fetchone()
        return Numbers(self._base.execute(_SAME[of], (file,)), highest)

    def _put_entry(self, file: str, entry: Entry, place: int, documents: Numbers, statements: Numbers) -> None:
        document = documents.of(entry.id)
        doubts = sum(statement.doubt > 0 for statement in entry.statements)
        facts = (entry.title, entry.number, entry.date, entry.place, entry.sender, entry.recipient)
        row = (document, file, place, entry.id, entry.alone, entry.ours, *facts, len(entry.statements), doubts)
        self._base.execute(f"INSERT INTO documents VALUES (?{', ?' * (len(row) - 1)})", row)
        for number, statement in enumerate(entry.statements):
            rank = _CERTAIN * (not statement.doubt) + _KIND * _ORDER[statement.kind] + _PLACE * place + number
            said = {
                "values": statement.values,
                "candidates": statement.candidates,
                "why": statement.why,
                "around": statement.around,
            }
            data = json.dumps(said, ensure_ascii=False)
            at = (statement.start, statement.end, statement.words, statement.nth, statement.said, data)
            made = statements.of(document, statement.kind, statement.words, statement.nth)
            said_so = (made, document, rank, statement.kind, statement.doubt, statement.certainty, *at)
            self._base.execute(f"INSERT INTO statements VALUES (?{', ?' * (len(said_so) - 1)})", said_so)
            self._base.executemany(
                "INSERT INTO meant VALUES (?, ?)", [(person, made) for person in statement.candidates]
            )

    def set_decided(self, pairs: Iterable[tuple[int, str]], *, afresh: bool = False) -> None:
        """Say which decision (by its mark) holds for which statement; ``afresh`` forgets what was said before."""
        with self._lock, self._base:
            self._base.execute("BEGIN")
            if afresh:
                self._base.execute("DELETE FROM temp.decided")
            self._base.executemany("INSERT OR REPLACE INTO temp.decided VALUES (?, ?)", pairs)

    def unset_decided(self, statements: Iterable[int]) -> None:
        """Say that nothing is decided about ``statements``."""
        with self._lock, self._base:
            self._base.execute("BEGIN")
            self._base.executemany(
                "DELETE FROM temp.decided WHERE statement = ?", [(statement,) for statement in statements]
            )

    def close(self) -> None:
        """Close the database."""
        with self._lock:
            self._base.close()


FILTERS: Mapping[str, str] = {
    "kind": "s.kind = ?",
    "certainty": "s.certainty = ?",
    "document": "s.document = ?",
    "person": "s.statement IN (SELECT statement FROM meant WHERE person = ?)",
    "words": "s.words = ?",
}
"""By what statements are chosen, and what the query says then."""
_STATES = {
    "doubtful": "s.doubt > 0 AND x.decision IS NULL",
    "open": "x.decision IS NULL",
    "decided": "x.decision IS NOT NULL",
    "all": "1",
}
"""Which of them are shown."""


def chosen(choice: Mapping[str, str]) -> tuple[str, list[str]]:
    """Return the condition that ``choice`` asks for, and its values."""
    parts = [_STATES.get(choice.get("state", "doubtful"), _STATES["doubtful"])]
    said = [(FILTERS[name], choice[name]) for name in FILTERS if choice.get(name)]
    return " AND ".join([*parts, *(part for part, _ in said)]), [value for _, value in said]


def records(rows: Iterable[Row], names: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Yield ``rows`` as JSON has them."""
    return (dict(zip(names, row, strict=True)) for row in rows)
