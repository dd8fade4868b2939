"""Rows by input and in order, on disk, each as its line of the manifest: a hundred thousand take no memory.

The database is a private temporary one of SQLite's, gone when the process is.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import Self

from teiconv.batch.records import Known
from teiconv.batch.rows import Row

_TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE before (input TEXT PRIMARY KEY, line TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE now (input TEXT PRIMARY KEY, line TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE claims (output TEXT PRIMARY KEY, input TEXT NOT NULL) WITHOUT ROWID;
"""


class Ledger:
    """The rows of earlier runs, and of this one."""

    def __init__(self, earlier: Iterable[Row] = ()) -> None:
        self._database = sqlite3.connect("")
        try:
            self._database.executescript(_TABLES)
            lines = ((row.input, row.to_json()) for row in earlier)
            self._database.executemany("INSERT OR REPLACE INTO before VALUES (?, ?)", lines)
        except BaseException:
            self._database.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._database.close()

    def known(self, name: str, output: str) -> Known | None:
        """Return what an earlier run left of the document ``name``, if that became ``output``."""
        line = self._line("before", name)
        row = Row.from_json(line) if line else None
        return row.known if row and row.output == output else None

    def claim(self, output: str, name: str) -> str | None:
        """Note that ``name`` becomes ``output``; return the document that has claimed it already, if one has."""
        found = self._database.execute("SELECT input FROM claims WHERE output = ?", (output,)).fetchone()
        if found:
            return str(found[0])
        self._database.execute("INSERT INTO claims VALUES (?, ?)", (output, name))
        return None

    def put(self, name: str, line: str) -> None:
        """Enter the row of the document ``name``, which was done now."""
        self._database.execute("INSERT OR REPLACE INTO now VALUES (?, ?)", (name, line))

    def keep(self, name: str) -> Row:
        """Enter, and return, the earlier row of a document that has not changed."""
        line = self._line("before", name) or ""
        self.put(name, line)
        return Row.from_json(line)

    def row(self, name: str) -> Row:
        """Return the row of the document ``name`` in this run."""
        return Row.from_json(self._line("now", name) or "")

    def lines(self) -> Iterator[str]:
        """Yield the rows of this run, in the order of their inputs (by code point)."""
        yield from self._lines("SELECT line FROM now ORDER BY input")

    def all_lines(self) -> Iterator[str]:
        """Yield the rows of this run, and before them those of earlier ones that it did not come to."""
        yield from self._lines("SELECT line FROM before WHERE input NOT IN (SELECT input FROM now) ORDER BY input")
        yield from self.lines()

    def is_claimed(self, output: str) -> bool:
        """Tell whether a document of this run becomes ``output``."""
        return bool(self._database.execute("SELECT 1 FROM claims WHERE output = ?", (output,)).fetchone())

    def gone(self) -> Iterator[Row]:
        """Yield the rows of documents that earlier runs had and this one did not, in the order of their inputs."""
        query = "SELECT line FROM before WHERE input NOT IN (SELECT input FROM now) ORDER BY input"
        return map(Row.from_json, self._lines(query))

    def _line(self, table: str, name: str) -> str | None:
        found = self._database.execute(f"SELECT line FROM {table} WHERE input = ?", (name,)).fetchone()
        return str(found[0]) if found else None

    def _lines(self, query: str) -> Iterator[str]:
        return (str(line) for (line,) in self._database.execute(query))
