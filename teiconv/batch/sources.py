"""Where documents come from: a folder, or the rows of a JSON Lines or Parquet file; each gives tasks one by one."""

from __future__ import annotations

import gzip
import json
import os
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import IO, Any, Protocol, TypeVar, cast

from teiconv.batch.extras import optional
from teiconv.batch.places import Entry, Folder, LocalFolder, is_one_of, is_url
from teiconv.batch.records import Direction, Task
from teiconv.batch.rows_of_tables import RowName, broken, named, task_of
from teiconv.batch.stores import file_system, folder
from teiconv.collection.part import REGISTERS
from teiconv.errors import Place, TeiconvError
from teiconv.formats.tei.read import is_register
from teiconv.settings import FILE_NAME

_TABLES = re.compile(r"\.(?:jsonl|ndjson)(?:\.gz)?$|\.(?:parquet|pq)$")
_ROWS = 64
_UNREAD = f"{FILE_NAME} (of archives and stores it is not read; name a copy with --config)"
_CORRUPT = (OSError, EOFError, zlib.error)
"""What comes of a table that is cut short, or packed and corrupt."""
_BUFFER = 2**20

_Row = TypeVar("_Row")


class Source(Protocol):
    """Documents in a fixed order; ``folder`` is what the paths of those that are files are relative to."""

    @property
    def folder(self) -> Folder:
        """What paths are relative to."""

    def tasks(self, aside: Counter[str] | None = None) -> Iterator[Task]:
        """Yield a task for each document; ``aside`` counts what is left aside, by kind."""

    def count(self) -> int | None:
        """Return how many there are, or ``None`` where only reading all would tell."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns of a table hold the text and the id of a document."""

    text: str = "text"
    id: str = "id"


def source(place: str, direction: Direction, columns: Columns, without: frozenset[str] = frozenset()) -> Source:
    """Return the source that ``place`` names: a folder, a table, a ZIP archive, or a URL of one of these.

    ``without`` are files (absolute paths) that are no documents: lists, settings.

    Raises:
        TeiconvError: it is none of these, or does not exist.
    """
    place = place.removeprefix("file://")
    if match := _TABLES.search(place):
        is_parquet = match[0] in (".parquet", ".pq")
        return (Parquet if is_parquet else JsonLines)(place, columns, direction)
    path = place.removeprefix("zip://::")
    if not is_url(path) and (path != place or (path.lower().endswith(".zip") and os.path.isfile(path))):
        from teiconv.batch.zipped import ZipFolder

        return Files(ZipFolder(os.path.abspath(path)), direction, without)
    if not is_url(place):
        if os.path.isfile(place):
            command = "convert" if direction is Direction.TEI else "text"
            if place.lower().endswith((".csv", ".tsv")):
                raise TeiconvError("is no table that a batch reads; save it as JSON Lines or Parquet", Place(place))
            raise TeiconvError(f"is a single file; use teiconv {command}", Place(place))
        if not os.path.isdir(place):
            raise TeiconvError("not found; give a folder, a URL, or a .jsonl or .parquet file", Place(place))
    return Files(folder(place), direction, without)


def is_of_files(place: str) -> bool:
    """Tell whether ``place`` is a folder or an archive, whose documents are files, and no table."""
    return _TABLES.search(place) is None


@dataclass(frozen=True, slots=True)
class Files:
    """The files of a folder."""

    folder: Folder
    direction: Direction
    without: frozenset[str] = frozenset()

    def tasks(self, aside: Counter[str] | None = None) -> Iterator[Task]:
        """See :meth:`Source.tasks`."""
        suffix, other = self.direction.suffixes
        for entry in self.folder.files():
            path = entry.path
            is_document = path.lower().endswith(suffix)
            if entry.fault and (is_document or not PurePosixPath(path).suffix):
                yield Task(path, "", fault=f"{path}: {entry.fault}")
            elif is_document and not self._is_excluded(path) and not self._is_register(path):
                yield Task(path, path[: -len(suffix)] + other, size=entry.size)
            elif aside is not None and not is_document:
                is_unread = not isinstance(self.folder, LocalFolder) and PurePosixPath(path).name == FILE_NAME
                aside[_UNREAD if is_unread else _kind(entry)] += 1

    def count(self) -> int | None:
        """See :meth:`Source.count`."""
        return sum(1 for _ in self.tasks()) if isinstance(self.folder, LocalFolder) else None

    def _is_register(self, path: str) -> bool:
        """Tell whether the file is a register of a collection, which is no document on the way back."""
        is_named_so = self.direction is Direction.TEXT and path in REGISTERS
        return is_named_so and is_register(self.folder.read(path))

    def _is_excluded(self, path: str) -> bool:
        root = self.folder.root if isinstance(self.folder, LocalFolder) else None
        return bool(root and self.without and is_one_of(os.path.join(root, path), self.without))


def _kind(entry: Entry) -> str:
    """Return what ``entry`` is called among those that are no documents: its suffix."""
    if entry.path.endswith("/"):
        return "links to folders"
    return PurePosixPath(entry.path).suffix.lower() or "without a suffix"


@dataclass(frozen=True, slots=True)
class JsonLines:
    """A file with a JSON object on each line; may be packed with gzip (``.jsonl.gz``)."""

    place: str
    columns: Columns
    direction: Direction
    folder: Folder = field(default_factory=lambda: LocalFolder(os.getcwd()))

    def tasks(self, aside: Counter[str] | None = None) -> Iterator[Task]:
        """See :meth:`Source.tasks`."""
        with _opened(self.place) as file:
            for number, line in _numbered(file, _CORRUPT):
                if isinstance(line, Exception):
                    yield broken(self._row(number), f"cannot be unpacked from here on: {line}")
                elif line.strip():
                    yield self._task(line.removeprefix(b"\xef\xbb\xbf"), number)

    def _row(self, number: int) -> RowName:
        return RowName(f"line {number}", str(Place(self.place, number)))

    def _task(self, line: bytes, number: int) -> Task:
        where = self._row(number)
        try:
            row = json.loads(line, object_pairs_hook=self._unique)
        except RecursionError:
            return broken(where, "is JSON that is nested too deeply")
        except ValueError as error:
            return broken(where, f"is not JSON: {error}")
        if not isinstance(row, dict):
            return broken(where, "is not a JSON object")
        for option, column in (("--text-column", self.columns.text), ("--id-column", self.columns.id)):
            if column in row and row[column] is None:
                return broken(where, f"has null for “{column}”")
            if column not in row:
                return broken(where, f"has no “{column}”, only {named(row)}; see {option}")
        return task_of(row[self.columns.id], row[self.columns.text], where, self.direction)

    def _unique(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        """Return the object of ``pairs``; if a row gives two texts or ids, nobody knows which is meant."""
        found = dict(pairs)
        for column in (self.columns.text, self.columns.id):
            if len(found) < len(pairs) and sum(name == column for name, _ in pairs) > 1:
                raise ValueError(f"“{column}” stands in it twice")
        return found

    def count(self) -> int | None:
        """See :meth:`Source.count`."""
        if is_url(self.place):
            return None
        try:
            with _opened(self.place) as file:
                return sum(1 for line in file if line.strip())
        except (*_CORRUPT, TeiconvError):  # the tasks will tell
            return None


@dataclass(frozen=True, slots=True)
class Parquet:
    """A Parquet file; read a few rows at a time."""

    place: str
    columns: Columns
    direction: Direction
    folder: Folder = field(default_factory=lambda: LocalFolder(os.getcwd()))

    def tasks(self, aside: Counter[str] | None = None) -> Iterator[Task]:
        """See :meth:`Source.tasks`."""
        with _opened(self.place) as file:
            for number, row in _numbered(self._rows(file), self._errors()):
                if isinstance(row, Exception):
                    yield broken(self._row(number), f"cannot be read from here on: {row}")
                else:
                    yield task_of(*row, self._row(number), self.direction)

    def _rows(self, file: IO[bytes]) -> Iterator[tuple[object, object]]:
        wanted = [self.columns.id, self.columns.text]
        for batch in self._table(file).iter_batches(batch_size=_ROWS, columns=wanted, use_threads=False):
            yield from zip(*(batch.column(name).to_pylist() for name in wanted), strict=True)

    def _row(self, number: int) -> RowName:
        return RowName(f"row {number}", f"{self.place}: row {number}")

    def _errors(self) -> tuple[type[Exception], ...]:
        arrow = optional("pyarrow", "batch", f"{self.place}: Parquet needs pyarrow")
        return (arrow.ArrowException, *_CORRUPT, ValueError)

    def count(self) -> int | None:
        """See :meth:`Source.count`."""
        with _opened(self.place) as file:
            rows: int = self._table(file).metadata.num_rows
            return rows

    def _table(self, file: IO[bytes]) -> Any:
        errors = self._errors()
        reader = optional("pyarrow.parquet", "batch", "Parquet needs pyarrow")
        try:
            # without these, whole columns of a row group, or of many, are read ahead into memory
            table = reader.ParquetFile(file, buffer_size=_BUFFER, pre_buffer=False)
        except errors as error:
            raise TeiconvError(f"is not a Parquet file: {error}", Place(self.place)) from error
        names = table.schema_arrow.names
        for option, column in (("--text-column", self.columns.text), ("--id-column", self.columns.id)):
            if column not in names:
                raise TeiconvError(
                    f"has no column “{column}”, only {', '.join(names)}; see {option}", Place(self.place)
                )
        return table


def _numbered(rows: Iterable[_Row], errors: tuple[type[Exception], ...]) -> Iterator[tuple[int, _Row | Exception]]:
    """Yield the rows with their numbers, counted from 1; if a broken file ends them early, its error comes last."""
    number = 0
    try:
        for number, row in enumerate(rows, 1):
            yield number, row
    except errors as error:
        yield number + 1, error


@contextmanager
def _opened(place: str) -> Iterator[IO[bytes]]:
    try:
        with ExitStack() as stack:
            if is_url(place):
                system, path = file_system(place)
                file: IO[bytes] = stack.enter_context(system.open(path, "rb"))
            else:
                file = stack.enter_context(Path(place).open("rb"))
            yield cast("IO[bytes]", stack.enter_context(gzip.open(file))) if place.endswith(".gz") else file
    except OSError as error:
        raise TeiconvError(f"cannot be read: {error.strerror or error}", Place(place)) from error
