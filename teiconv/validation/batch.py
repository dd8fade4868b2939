"""Many files: each is checked on its own, in parallel, and reported in the order given."""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from teiconv.errors import TeiError
from teiconv.validation.document import checked
from teiconv.validation.problem import Problem
from teiconv.validation.schemas import Schema, load_schemas, problems_of
from teiconv.validation.schematron import Schematron

_UNREADABLE = "unreadable"
_CHUNK = 16


@dataclass(frozen=True, slots=True)
class Checkup:
    """The problems of one file; a file that cannot be read has one problem, which says so."""

    file: str
    problems: tuple[Problem, ...] = ()
    idle: tuple[str, ...] = ()
    """The names of the schemas of which no rule is about anything in the file."""

    @property
    def is_readable(self) -> bool:
        """Whether the file could be read at all."""
        return all(problem.rule != _UNREADABLE for problem in self.problems)

    @property
    def is_valid(self) -> bool:
        """Whether the file could be read and has no errors; there may be warnings."""
        return all(problem.severity != "error" for problem in self.problems)


def check_bytes(data: bytes, name: str, schemas: Sequence[Schema]) -> Checkup:
    """Check a document in memory; what cannot be read is reported as a problem, too."""
    return _check(data, name, schemas)


def check_files(files: Sequence[Path], schemas: Sequence[Path], jobs: int) -> Iterator[Checkup]:
    """Check ``files`` against ``schemas`` (those of the project if there are none) with ``jobs`` processes.

    The schemas are compiled once in this process, and inherited by the others where it can be forked.
    """
    loaded = load_schemas(schemas)
    for schema in loaded:
        schema.compile()
    if jobs <= 1:
        yield from (_check(file, str(file), loaded) for file in files)
        return
    with _pool(loaded, schemas, jobs) as pool:
        yield from pool.map(_check_in_worker, files, chunksize=_CHUNK)


_schemas: Sequence[Schema] = ()


def _pool(loaded: Sequence[Schema], paths: Sequence[Path], jobs: int) -> ProcessPoolExecutor:
    global _schemas
    if "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1:
        _schemas = loaded
        return ProcessPoolExecutor(jobs, multiprocessing.get_context("fork"))
    spawning = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(jobs, spawning, initializer=_load_in_worker, initargs=(tuple(paths),))


def _load_in_worker(paths: Sequence[Path]) -> None:
    global _schemas
    _schemas = load_schemas(paths)


def _check_in_worker(file: Path) -> Checkup:
    return _check(file, str(file), _schemas)


def _check(xml: Path | bytes, name: str, schemas: Sequence[Schema]) -> Checkup:
    try:
        document = checked(xml, name)
    except TeiError as error:
        line, column = (error.place.line, error.place.column) if error.place else (None, None)
        return Checkup(name, (Problem(name, line, column, "/", error.message, rule=_UNREADABLE),))
    idle = (schema.name for schema in schemas if isinstance(schema, Schematron) and not schema.is_about(document))
    return Checkup(name, tuple(problems_of(document, schemas)), tuple(idle))
