"""What goes through a batch: the work as a whole, a task for each document, and what became of it.

All are frozen and can be sent to other processes and machines; none holds more than one document.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Generator
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from teiconv._version import __version__
from teiconv.collection.part import Part
from teiconv.collection.record import fields_of, part_of
from teiconv.collection.settled import Settled
from teiconv.options import DEFAULTS, Options

if TYPE_CHECKING:
    from teiconv.batch.kit import Kit
    from teiconv.batch.places import Folder


class Direction(StrEnum):
    """Where a batch goes: from text to TEI, or back."""

    TEI = "tei"
    TEXT = "text"

    @property
    def suffixes(self) -> tuple[str, str]:
        """The suffix of inputs, and that of outputs."""
        return (".txt", ".xml") if self is Direction.TEI else (".xml", ".txt")


@dataclass(frozen=True, slots=True)
class ListFile:
    """A list of persons or terms, or a table of decisions, as it was read: workers need not reach the file."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class AuthorityFile:
    """A compiled authority: workers map it into memory, so they must reach ``path``; ``digest`` tells its state."""

    path: Path
    digest: str


@dataclass(frozen=True)
class Setup:
    """All that an output follows from, besides its input; ``folder`` is the part of the source that it holds for.

    ``kit`` makes the functions that do the work out of this record, once in a process.  ``collection`` says what is
    settled of the collection that the documents make; without it each stands alone.
    """

    kit: Callable[[Setup], Kit]
    direction: Direction = Direction.TEI
    folder: str = ""
    options: Options = DEFAULTS
    persons: tuple[ListFile, ...] = ()
    terms: tuple[ListFile, ...] = ()
    decisions: tuple[ListFile, ...] = ()
    authority: AuthorityFile | None = None
    validate: bool = True
    verify: bool = True
    collection: Settled | None = None

    @cached_property
    def digest(self) -> str:
        """What changes when an output might: version, direction, options, lists and checks (16 hex digits)."""
        said = {
            "version": __version__,
            "kit": self.kit.__qualname__,
            "direction": self.direction,
            "options": asdict(self.options),
            "lists": [
                [(file.name, hashlib.sha256(file.data).hexdigest()) for file in files]
                for files in (self.persons, self.terms, self.decisions)
            ],
            "authority": self.authority.digest if self.authority else None,
            "checks": [self.validate, self.verify],
            **({"collection": asdict(self.collection)} if self.collection else {}),
        }
        return hashlib.sha256(json.dumps(said, sort_keys=True, default=repr).encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Job:
    """What every worker is told once: where inputs and outputs are, and the setups, the one for all first.

    ``overwrite``: TEI files that were changed since they were written are written anew, and a copy is kept.
    """

    source: Folder
    target: Folder
    setups: tuple[Setup, ...]
    overwrite: bool = False

    def setup_for(self, path: str) -> Setup:
        """Return the setup of the innermost folder that ``path`` is in."""
        holding = [setup for setup in self.setups if not setup.folder or path.startswith(f"{setup.folder}/")]
        return max(holding, key=lambda setup: len(setup.folder))


@dataclass(frozen=True, slots=True)
class Known:
    """What the manifest tells of an earlier run: enough to see that nothing has changed.

    ``kept``: the output is an editor's, which the run left as it was.
    """

    setup: str
    input_digest: str
    output_digest: str
    output_bytes: int
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """One document to convert: ``input`` is its path or id, ``output`` its path in the target.

    A document that is no file of its own (a row of a table) is in ``data``.  One that cannot be had has a
    ``fault`` that says why.
    """

    input: str
    output: str
    data: bytes | None = None
    fault: str | None = None
    size: int = 0
    known: Known | None = None


Chunk: TypeAlias = "tuple[Task, ...]"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A link that the machine was not sure of: its wording, where it points, TEI's ``@cert``, and what it is.

    ``kind`` is TEI's name of the element: ``persName`` or ``ref``.
    """

    text: str
    target: str
    cert: str
    kind: str = "persName"


@dataclass(frozen=True, slots=True)
class Facts:
    """What a TEI document says of itself, for manifest and report.

    ``gaps`` are counted by reason and unit (``not-declassified line``), ``persons`` by name.
    """

    title: str = ""
    date: str | None = None
    notes: int = 0
    links: int = 0
    gaps: dict[str, int] = field(default_factory=dict)
    persons: dict[str, int] = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a document was not converted; ``kind`` is the name of the error, ``exit_code`` what it would exit with.

    ``trace`` is where a fault of teiconv itself came up.
    """

    kind: str
    message: str
    exit_code: int = 1
    trace: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the manifest: one document and what became of it.

    Digests are SHA-256 in hex; ``time`` is when it was done (UTC, ISO 8601) and ``seconds`` how long it took:
    these two alone may differ between runs.  ``kept``: the output was changed since it was written, and left so.
    ``part`` is what the document brought to its collection.
    """

    input: str
    output: str
    setup: str = ""
    input_digest: str = ""
    input_bytes: int = 0
    output_digest: str = ""
    output_bytes: int = 0
    facts: Facts = field(default_factory=Facts)
    problems: tuple[str, ...] = ()
    failure: Failure | None = None
    time: str = ""
    seconds: float = 0.0
    kept: bool = False
    part: Part | None = None

    @property
    def known(self) -> Known | None:
        """What a later run needs to know of this one; nothing if the document failed."""
        if self.failure:
            return None
        return Known(self.setup, self.input_digest, self.output_digest, self.output_bytes, self.kept)

    def to_json(self) -> str:
        """Return this row as a line of JSON, without line end; half a surrogate pair is an escape in it."""
        return _JSON.encode(_fields(self)).encode(errors="backslashreplace").decode()

    @classmethod
    def from_json(cls, line: str | bytes) -> Row:
        """Return the row that ``line`` says.

        Raises:
            ValueError: it is not a row.
        """
        try:
            return _row(json.loads(line, parse_constant=_refuse_constant))
        except (KeyError, TypeError, AttributeError, RecursionError) as error:
            raise ValueError(f"not a row of a manifest: {type(error).__name__} {error}") from error


Outcome: TypeAlias = "Row | str"
"""What a worker gives back: a row, or the ``input`` of a document that has not changed."""

Outcomes: TypeAlias = "Generator[tuple[Outcome, ...], None, None]"
"""What an engine yields, chunk by chunk, as chunks are done; to close it ends the work."""


_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def _fields(row: Row) -> dict[str, Any]:
    facts = row.facts
    return {
        "input": row.input,
        "output": row.output,
        "status": "failed" if row.failure else "kept" if row.kept else "done",
        "failure": _said(row.failure) if row.failure else None,
        "input_sha256": row.input_digest,
        "input_bytes": row.input_bytes,
        "output_sha256": row.output_digest,
        "output_bytes": row.output_bytes,
        "setup": row.setup,
        "title": facts.title,
        "date": facts.date,
        "notes": facts.notes,
        "links": facts.links,
        "gaps": sum(facts.gaps.values()),
        "persons": len(facts.persons),
        "problems": len(row.problems),
        "details": {
            "gaps": facts.gaps,
            "persons": facts.persons,
            "doubts": [[doubt.text, doubt.target, doubt.cert, doubt.kind] for doubt in facts.doubts],
            "problems": row.problems,
        },
        **({"collection": fields_of(row.part)} if row.part else {}),
        "time": row.time,
        "seconds": row.seconds,
    }


def _said(failure: Failure) -> dict[str, Any]:
    said = asdict(failure)
    return said if failure.trace else {name: value for name, value in said.items() if name != "trace"}


def _refuse_constant(name: str) -> float:
    raise ValueError(f"{name} is no number of JSON")


def _row(said: dict[str, Any]) -> Row:
    details = said["details"]
    return Row(
        input=_is(str, said["input"]),
        output=_is(str, said["output"]),
        setup=_is(str, said["setup"]),
        input_digest=_is(str, said["input_sha256"]),
        input_bytes=_is(int, said["input_bytes"]),
        output_digest=_is(str, said["output_sha256"]),
        output_bytes=_is(int, said["output_bytes"]),
        facts=Facts(
            title=_is(str, said["title"]),
            date=None if said["date"] is None else _is(str, said["date"]),
            notes=_is(int, said["notes"]),
            links=_is(int, said["links"]),
            gaps=_counts(details["gaps"]),
            persons=_counts(details["persons"]),
            doubts=tuple(Doubt(*(_is(str, part) for part in _is(list, doubt))) for doubt in details["doubts"]),
        ),
        problems=tuple(_is(str, problem) for problem in _is(list, details["problems"])),
        failure=_failure(said["failure"]) if said["failure"] else None,
        time=_is(str, said["time"]),
        seconds=float(_is((float, int), said["seconds"])),
        kept=said.get("status") == "kept",
        part=part_of(said["collection"]) if said.get("collection") else None,
    )


_Type = TypeVar("_Type")


def _is(kind: type[_Type] | tuple[type[_Type], ...], value: Any) -> _Type:
    """Return ``value``, which must be of that ``kind``; whoever edits a manifest may have made it anything."""
    if not isinstance(value, kind) or isinstance(value, bool):
        raise TypeError(f"{value!r:.40} is of the wrong type")
    return value


def _counts(said: Any) -> dict[str, int]:
    return {_is(str, name): _is(int, number) for name, number in _is(dict, said).items()}


def _failure(said: dict[str, Any]) -> Failure:
    trace = _is(str, said.get("trace", ""))
    return Failure(_is(str, said["kind"]), _is(str, said["message"]), _is(int, said["exit_code"]), trace)
