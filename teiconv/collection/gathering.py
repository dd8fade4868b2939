"""What documents bring to the registers, gathered on disk, so that any number of documents takes no memory."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Self

from teiconv.collection.identity import UnlistedPerson
from teiconv.collection.named import Kind, Named

_TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE found (id TEXT PRIMARY KEY, surname TEXT, found TEXT, name TEXT) WITHOUT ROWID;
CREATE TABLE named (id TEXT PRIMARY KEY, name TEXT) WITHOUT ROWID;
"""


class Gathering:
    """The persons found in documents, and the places and organisations that they name: each id once."""

    def __init__(self) -> None:
        self._database = sqlite3.connect("")
        self._database.executescript(_TABLES)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._database.close()

    def add(self, persons: Iterable[UnlistedPerson], named: Iterable[Named]) -> None:
        """Enter what one document brings."""
        for person in persons:
            self.add_person(person)
        for one in named:
            self.add_named(one)

    def add_person(self, person: UnlistedPerson) -> None:
        """Enter ``person``; of two names under one id that which comes first in the order of characters is kept."""
        row = (
            person.id,
            person.surname,
            json.dumps([person.forenames, person.name, person.document, person.decided]),
            person.text,
        )
        query = """INSERT INTO found VALUES (?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET found = excluded.found, name = excluded.name WHERE excluded.name < name"""
        self._database.execute(query, row)

    def add_named(self, one: Named) -> None:
        """Enter a place or an organisation; of ``WASHINGTON`` and ``Washington`` the latter is kept."""
        query = """INSERT INTO named VALUES (?, ?)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name WHERE excluded.name > name"""
        self._database.execute(query, one)

    def persons(self) -> Iterator[UnlistedPerson]:
        """Yield all persons, by surname and id."""
        for id, surname, said in self._database.execute("SELECT id, surname, found FROM found ORDER BY surname, id"):
            forenames, name, document, decided = json.loads(said)
            yield UnlistedPerson(id, surname, tuple(forenames), tuple(map(tuple, name)), document, decided)

    def named(self, kind: Kind) -> Iterator[Named]:
        """Yield all places, or all organisations, by their ids."""
        query = "SELECT id, name FROM named WHERE substr(id, 1, ?) = ? ORDER BY id"
        yield from map(Named._make, self._database.execute(query, (len(kind.stem), kind.stem)))
