"""The work on one document: a pure function of a task and a job, the same in every engine.

read → unchanged? → convert → check → prove the round trip → write.  Whatever goes wrong becomes a row that says so.
"""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime

from teiconv.batch.kit import Kit, kit_for
from teiconv.batch.places import digest
from teiconv.batch.records import Chunk, Direction, Facts, Failure, Job, Outcome, Row, Setup, Task
from teiconv.errors import InvalidError, Place, TeiconvError, TeiError
from teiconv.tei.parsing import LIMITS, parse

_FAULT = "this is a fault of teiconv: please report it with the document"


def work(job: Job, chunk: Chunk) -> tuple[Outcome, ...]:
    """Do all tasks of ``chunk`` and return what became of each."""
    return tuple(attempt(job, task) for task in chunk)


def attempt(job: Job, task: Task) -> Outcome:
    """Do ``task``; return its row, or its ``input`` if neither it nor what it depends on has changed."""
    started = time.perf_counter()
    setup = job.setup_for(task.input)
    row = Row(task.input, task.output, setup.digest)
    try:
        if task.fault is not None:
            raise TeiconvError(task.fault)
        data = _taken(job, setup, task)
        row = replace(row, input_digest=digest(data), input_bytes=len(data))
        if _is_unchanged(job, task, row):
            return task.input
        row = _converted(job, setup, row, data)
    except TeiconvError as error:
        row = replace(row, failure=Failure(type(error).__name__, str(error), error.exit_code))
    except Exception as error:  # a bug: the rest of the batch goes on
        row = replace(row, failure=Failure(type(error).__name__, f"{task.input}: {error!r}; {_FAULT}"))
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    return replace(row, time=now, seconds=round(time.perf_counter() - started, 6))


def _taken(job: Job, setup: Setup, task: Task) -> bytes:
    """Return the bytes of the input; of TEI, no more is read than its parser takes."""
    if task.data is not None:
        return task.data
    if setup.direction is Direction.TEXT and task.size > LIMITS.size:
        raise TeiError(f"it is larger than {LIMITS.size >> 20} MB; split it into single documents", Place(task.input))
    return job.source.read(task.input)


def _is_unchanged(job: Job, task: Task, row: Row) -> bool:
    known = task.known
    if known is None or (known.setup, known.input_digest) != (row.setup, row.input_digest):
        return False
    return job.target.holds(task.output, known.output_bytes, known.output_digest)


def _converted(job: Job, setup: Setup, row: Row, data: bytes) -> Row:
    kit = kit_for(setup)
    if setup.direction is Direction.TEI:
        output, facts, warnings = _to_tei(kit, setup, data, row.input)
    else:
        output, facts, warnings = _to_text(kit, setup, data, row.input), Facts(), []
    job.target.write(row.output, output)
    return replace(row, output_digest=digest(output), output_bytes=len(output), facts=facts, problems=tuple(warnings))


def _to_tei(kit: Kit, setup: Setup, data: bytes, name: str) -> tuple[bytes, Facts, list[str]]:
    tei, losses = kit.convert(data, name)
    root = parse(tei, name).getroot()
    errors, warnings, facts = kit.inspect(root, name)
    if errors:
        raise InvalidError(f"the TEI would not be valid ({errors[0]}); {_FAULT}", Place(name))
    if setup.verify:
        prove(data, kit.restore(root, name), name)
    return tei, facts, [*losses, *warnings]


def _to_text(kit: Kit, setup: Setup, data: bytes, name: str) -> bytes:
    if setup.verify:
        prove(*kit.again(data, name), name)
    return kit.restore(data, name)


def prove(before: bytes, after: bytes, name: str) -> None:
    """Raise :class:`TeiconvError` with the first place at which ``after`` differs from ``before``."""
    if before == after:
        return
    at = next((i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), min(len(before), len(after)))
    line = before.count(b"\n", 0, at) + 1
    column = len(before[before.rfind(b"\n", 0, at) + 1 : at].decode(errors="replace")) + 1
    raise TeiconvError(f"the text would not come back as it was; {_FAULT}", Place(name, line, column))
