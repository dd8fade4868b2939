"""Where documents come from: a folder, or the rows of a JSON Lines or Parquet file; each gives tasks one by one."""

from __future__ import annotations

import gzip
import json
import os
import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, Protocol, cast

from teiconv.batch.extras import optional
from teiconv.batch.places import Folder, LocalFolder, RemoteFolder, file_system, folder, is_url
from teiconv.batch.records import Direction, Task
from teiconv.collection.part import REGISTERS
from teiconv.errors import Place, TeiconvError
from teiconv.formats.tei.read import is_register

_TABLES = re.compile(r"\.(?:jsonl|ndjson)(?:\.gz)?$|\.(?:parquet|pq)$")
_UNSAFE = re.compile(r"[\x00-\x1f\x7f\\]|(?:^|/)\.{0,2}(?:/|$)|^[A-Za-z]:")
_ROWS = 64
_BUFFER = 2**20


class Source(Protocol):
    """Documents in a fixed order; ``folder`` is what the paths of those that are files are relative to."""

    @property
    def folder(self) -> Folder:
        """What paths are relative to."""

    def tasks(self) -> Iterator[Task]:
        """Yield a task for each document."""

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
        TeiconvError: it is none of these, or is not there.
    """
    place = place.removeprefix("file://")
    if found := _TABLES.search(place):
        is_parquet = found[0] in (".parquet", ".pq")
        return (Parquet if is_parquet else JsonLines)(place, columns, direction)
    if not is_url(place):
        if place.endswith(".zip") and os.path.isfile(place):
            return Files(RemoteFolder(f"zip://::{os.path.abspath(place)}"), direction, without)
        if os.path.isfile(place):
            raise TeiconvError("is a single file; teiconv convert takes those", Place(place))
        if not os.path.isdir(place):
            raise TeiconvError("is not there; give a folder, a URL, or a .jsonl or .parquet file", Place(place))
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

    def tasks(self) -> Iterator[Task]:
        """See :meth:`Source.tasks`."""
        suffix, other = self.direction.suffixes
        for path, size in self.folder.files(suffix):
            if not self._is_excluded(path) and not self._is_register(path):
                yield Task(path, path[: -len(suffix)] + other, size=size)

    def count(self) -> int | None:
        """See :meth:`Source.count`."""
        return sum(1 for _ in self.tasks()) if isinstance(self.folder, LocalFolder) else None

    def _is_register(self, path: str) -> bool:
        """Tell whether the file is a register of a collection, which is no document on the way back."""
        is_named_so = self.direction is Direction.TEXT and path in REGISTERS
        return is_named_so and is_register(self.folder.read(path))

    def _is_excluded(self, path: str) -> bool:
        root = self.folder.root if isinstance(self.folder, LocalFolder) else None
        return bool(root and self.without and os.path.realpath(os.path.join(root, path)) in self.without)


@dataclass(frozen=True, slots=True)
class JsonLines:
    """A file with a JSON object on each line; may be packed with gzip (``.jsonl.gz``)."""

    place: str
    columns: Columns
    direction: Direction
    folder: Folder = field(default_factory=lambda: LocalFolder(os.getcwd()))

    def tasks(self) -> Iterator[Task]:
        """See :meth:`Source.tasks`."""
        with _opened(self.place) as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield self._task(line.removeprefix(b"\xef\xbb\xbf"), number)

    def _task(self, line: bytes, number: int) -> Task:
        where = f"line {number}"
        try:
            row = json.loads(line)
        except ValueError as error:
            return _broken(where, f"is not JSON: {error}")
        if not isinstance(row, dict):
            return _broken(where, "is not a JSON object")
        for option, column in (("--text-column", self.columns.text), ("--id-column", self.columns.id)):
            if row.get(column) is None:
                return _broken(where, f"has no “{column}”, only {', '.join(row) or 'nothing'}; see {option}")
        return _task(row[self.columns.id], row[self.columns.text], where, self.direction)

    def count(self) -> int | None:
        """See :meth:`Source.count`."""
        if is_url(self.place):
            return None
        with _opened(self.place) as file:
            return sum(1 for line in file if line.strip())


@dataclass(frozen=True, slots=True)
class Parquet:
    """A Parquet file; read a few rows at a time."""

    place: str
    columns: Columns
    direction: Direction
    folder: Folder = field(default_factory=lambda: LocalFolder(os.getcwd()))

    def tasks(self) -> Iterator[Task]:
        """See :meth:`Source.tasks`."""
        with _opened(self.place) as file:
            wanted = [self.columns.id, self.columns.text]
            number = 0
            for batch in self._table(file).iter_batches(batch_size=_ROWS, columns=wanted, use_threads=False):
                for identifier, text in zip(*(batch.column(name).to_pylist() for name in wanted), strict=True):
                    number += 1
                    yield _task(identifier, text, f"row {number}", self.direction)

    def count(self) -> int | None:
        """See :meth:`Source.count`."""
        with _opened(self.place) as file:
            rows: int = self._table(file).metadata.num_rows
            return rows

    def _table(self, file: IO[bytes]) -> Any:
        arrow = optional("pyarrow", "batch", f"{self.place}: Parquet needs pyarrow")
        reader = optional("pyarrow.parquet", "batch", "Parquet needs pyarrow")
        try:
            # without these, whole columns of a row group, or of many, are read ahead into memory
            table = reader.ParquetFile(file, buffer_size=_BUFFER, pre_buffer=False)
        except arrow.ArrowException as error:
            raise TeiconvError(f"is not a Parquet file: {error}", Place(self.place)) from error
        names = table.schema_arrow.names
        for option, column in (("--text-column", self.columns.text), ("--id-column", self.columns.id)):
            if column not in names:
                raise TeiconvError(
                    f"has no column “{column}”, only {', '.join(names)}; see {option}", Place(self.place)
                )
        return table


def _task(identifier: object, text: object, where: str, direction: Direction) -> Task:
    """Return the task for a row: ``a/b`` and ``a/b.txt`` both become ``a/b.xml``."""
    name = str(identifier) if isinstance(identifier, (str, int)) else ""
    suffix, other = direction.suffixes
    path = name.removesuffix(suffix) + other
    if not name or _UNSAFE.search(name):
        return _broken(where, f"has the id {identifier!r}, which cannot name a file in a folder")
    if isinstance(text, bytes):
        return Task(name, path, data=text, size=len(text))
    if not isinstance(text, str):
        return Task(name, path, fault=f"{where} has no text, but {type(text).__name__}")
    try:
        data = text.encode()
    except UnicodeEncodeError as error:
        return Task(name, path, fault=f"{where}: half of a surrogate pair at character {error.start + 1}")
    return Task(name, path, data=data, size=len(data))


def _broken(where: str, why: str) -> Task:
    return Task(where, "", fault=f"{where} {why}")


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
