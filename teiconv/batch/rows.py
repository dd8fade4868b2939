"""A row of the manifest: what became of one document, and how it is written and read as JSON."""

from __future__ import annotations

import json
import math
from collections.abc import Generator
from dataclasses import asdict, dataclass, field
from typing import Any, TypeAlias, TypeVar

from teiconv.batch.places import leads_out
from teiconv.batch.records import Known
from teiconv.collection.part import Part
from teiconv.collection.part_record import fields_of, part_of


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

    ``gaps`` are counted by reason and unit (``not-declassified line``), ``persons`` by name.  ``number`` is the one in
    its volume.
    """

    title: str = ""
    date: str | None = None
    notes: int = 0
    links: int = 0
    gaps: dict[str, int] = field(default_factory=dict)
    persons: dict[str, int] = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()
    number: str = ""
    sender: str = ""
    recipient: str = ""


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
    ``gone``: the source has no such document any more, and the output was left.
    ``part`` is what the document brought to its collection; ``decided`` are the keys of the decisions about it.
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
    decided: tuple[str, ...] = ()
    gone: bool = False

    @property
    def known(self) -> Known | None:
        """What a later run needs to know of this one; nothing if the document failed, or was gone."""
        if self.failure or self.gone:
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
            return _row(json.loads(line, parse_constant=_refuse_constant, parse_float=_finite))
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
        "status": _status(row),
        "failure": _said(row.failure) if row.failure else None,
        "input_sha256": row.input_digest,
        "input_bytes": row.input_bytes,
        "output_sha256": row.output_digest,
        "output_bytes": row.output_bytes,
        "setup": row.setup,
        "title": facts.title,
        "number": facts.number,
        "date": facts.date,
        "sender": facts.sender,
        "recipient": facts.recipient,
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
        **({"decided": row.decided} if row.decided else {}),
        "time": row.time,
        "seconds": row.seconds,
    }


def _status(row: Row) -> str:
    return "failed" if row.failure else "gone" if row.gone else "kept" if row.kept else "done"


def _said(failure: Failure) -> dict[str, Any]:
    said = asdict(failure)
    return said if failure.trace else {name: value for name, value in said.items() if name != "trace"}


def _refuse_constant(name: str) -> float:
    raise ValueError(f"{name} is not a JSON number")


def _finite(digits: str) -> float:
    number = float(digits)
    return number if math.isfinite(number) else _refuse_constant(digits)


def _row(said: dict[str, Any]) -> Row:
    details = said["details"]
    status = "failed" if said["failure"] else said.get("status")
    return Row(
        input=_is(str, said["input"]),
        output=_output(said["output"]),
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
            **{name: _is(str, said.get(name, "")) for name in ("number", "sender", "recipient")},
        ),
        problems=tuple(_is(str, problem) for problem in _is(list, details["problems"])),
        failure=_failure(said["failure"]) if said["failure"] else None,
        time=_is(str, said["time"]),
        seconds=float(_is((float, int), said["seconds"])),
        kept=status == "kept",
        gone=status == "gone",
        part=part_of(said["collection"]) if said.get("collection") else None,
        decided=tuple(_is(str, key) for key in _is(list, said.get("decided", []))),
    )


_Type = TypeVar("_Type")


def _is(kind: type[_Type] | tuple[type[_Type], ...], value: Any) -> _Type:
    """Return ``value``, which must be of that ``kind``; an edited manifest may hold anything."""
    if not isinstance(value, kind) or isinstance(value, bool):
        raise TypeError(f"{value!r:.40} is of the wrong type")
    return value


def _output(said: Any) -> str:
    """Return the path of an output, which is in the target."""
    path = _is(str, said)
    if leads_out(path):
        raise ValueError(f"{path!r:.80} leads out of the target")
    return path


def _counts(said: Any) -> dict[str, int]:
    return {_is(str, name): _is(int, number) for name, number in _is(dict, said).items()}


def _failure(said: dict[str, Any]) -> Failure:
    trace = _is(str, said.get("trace", ""))
    return Failure(_is(str, said["kind"]), _is(str, said["message"]), _is(int, said["exit_code"]), trace)
