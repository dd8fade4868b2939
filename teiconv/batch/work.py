"""The work on documents: a pure function of tasks and a job, the same in every engine.

read → unchanged? → convert → check → prove the round trip → write.  Every failure becomes a row that gives the reason.
"""

from __future__ import annotations

import traceback
from dataclasses import replace
from datetime import UTC, datetime
from typing import NamedTuple

from teiconv.batch.converter import Converted, Converter, converter_for
from teiconv.batch.facts import with_names
from teiconv.batch.places import digest
from teiconv.batch.records import Chunk, Direction, Job, Setup, Task
from teiconv.batch.rows import Facts, Failure, Outcome, Row
from teiconv.batch.steps import Steps, timed, together
from teiconv.collection.part import Part
from teiconv.editing.keep import copy_name, is_worth_a_copy, reason_to_keep, reason_to_keep_text
from teiconv.errors import REPORT, InvalidError, Place, SourceError, TeiconvError, TeiError, fault
from teiconv.formats.limits import LIMITS
from teiconv.formats.tei.parsing import parse


def work(job: Job, chunk: Chunk) -> tuple[Outcome, ...]:
    """Do all tasks of ``chunk`` and return what became of each; they take each step of the way together."""
    done = together([timed(_doing(job, task)) for task in chunk])
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    return tuple(
        outcome if isinstance(outcome, str) else replace(outcome, time=now, seconds=round(seconds, 6))
        for outcome, seconds in done
    )


def _doing(job: Job, task: Task) -> Steps[Outcome]:
    """Do ``task``: its row comes of it, or its ``input`` if nothing that the document depends on has changed."""
    setup = job.setup_for(task.input)
    row = Row(task.input, task.output, setup.digest_for(task.input))
    try:
        data = _taken(job, task, setup)
        row = replace(row, input_digest=digest(data), input_bytes=len(data))
        if _is_as_known(job, task, row):
            return task.input
        standing = edited(job, task, row.output)
        own = None if job.writes_over(row.output) else standing
        is_tei = setup.direction is Direction.TEI
        if own is not None and is_tei and (why := reason_to_keep(own, row.output)):
            return (yield from _kept(setup, row, task, own, why, data))
        yield
        made = yield from _MAKING[setup.direction](setup, data, task.input)
        yield
        if own is not None and not is_tei and (why := reason_to_keep_text(own, made.output)):
            return _as_kept(row, own, f"{row.output}: {why}")
        if standing is not None and standing != made.output and is_worth_a_copy(standing, row.output):
            job.target.write(copy_name(row.output, standing), standing)
        job.target.write(row.output, made.output)
    except TeiconvError as error:
        said = str(error)
        message = said if error.place or said.startswith(task.input) or task.fault else f"{task.input}: {said}"
        return replace(row, failure=Failure(type(error).__name__, message, error.exit_code))
    except Exception as error:  # a bug: the rest of the batch goes on
        trace = "".join(traceback.format_exception(error))
        return replace(row, failure=Failure(type(error).__name__, fault(error, task.input), trace=trace))
    return replace(
        row,
        output_digest=digest(made.output),
        output_bytes=len(made.output),
        facts=made.facts,
        problems=made.problems,
        part=made.part,
        decided=made.decided,
    )


def _taken(job: Job, task: Task, setup: Setup) -> bytes:
    """Return the bytes of the input; nothing larger than a document may be is read at all."""
    if task.fault is not None:
        raise TeiconvError(task.fault)
    if task.data is not None:
        return task.data
    if task.size > LIMITS.size:
        advice = f"it is larger than {LIMITS.size >> 20} MB; split it into single documents"
        raise (TeiError if setup.direction is Direction.TEXT else SourceError)(advice, Place(task.input))
    return job.source.read(task.input)


def _is_as_known(job: Job, task: Task, row: Row) -> bool:
    known = task.known
    if known is None or (known.setup, known.input_digest) != (row.setup, row.input_digest):
        return False
    if known.kept and job.writes_over(row.output):
        return False
    return job.target.holds(row.output, known.output_bytes, known.output_digest)


def edited(job: Job, task: Task, output: str) -> bytes | None:
    """Return the file that stands where ``output`` goes, unless it is known to be as the last run wrote it."""
    if not output:
        return None
    try:
        standing = job.target.read(output)
    except TeiconvError:
        return None
    known = task.known
    is_as_written = known is not None and not known.kept and digest(standing) == known.output_digest
    return None if is_as_written else standing


def _kept(setup: Setup, row: Row, task: Task, standing: bytes, why: str, text: bytes) -> Steps[Row]:
    """Return the row of a document whose output is an editor's: its facts are those of the file as it stands.

    What it brings to its collection is what its text does.
    """
    told = [f"{row.output}: {why}"]
    if task.known is not None and task.known.input_digest != row.input_digest:
        told.append(f"{row.output}: its text has changed as well; the kept file does not have that change")
    row = _as_kept(row, standing)
    try:
        made = yield from _MAKING[setup.direction](setup, text, task.input)
        row = replace(row, part=made.part, decided=made.decided)
    except TeiconvError as error:
        told.append(f"{row.output}: its text could not be converted again: {error}")
    try:
        root = parse(standing, row.output).getroot()
    except TeiError as error:
        return replace(row, problems=(*told, str(error)))
    errors, warnings, facts = yield from converter_for(setup).inspecting(root, row.output)
    return replace(row, facts=facts, problems=(*told, *errors, *warnings))


def _as_kept(row: Row, standing: bytes, *told: str) -> Row:
    return replace(row, output_digest=digest(standing), output_bytes=len(standing), kept=True, problems=told)


class _Made(NamedTuple):
    """An output, and what is to be said of it."""

    output: bytes
    facts: Facts = Facts()
    problems: tuple[str, ...] = ()
    part: Part | None = None
    decided: tuple[str, ...] = ()


def _making_tei(setup: Setup, text: bytes, name: str) -> Steps[_Made]:
    """Convert ``text`` and prove the TEI; where it does not stand the proof, without the markup at fault."""
    converter = converter_for(setup)
    converted = yield from converter.converting(text, name)
    try:
        return (yield from _proving(converter, setup, text, converted, name))
    except TeiconvError:
        if converter.mend is None or not setup.verify:
            raise
    yield
    return (yield from _proving(converter, setup, text, converter.mend(text, name), name))


def _proving(converter: Converter, setup: Setup, text: bytes, converted: Converted, name: str) -> Steps[_Made]:
    """Refuse TEI that is not valid, and prove that ``text`` comes back from it."""
    tei = converted.output
    yield
    root = parse(tei, name).getroot()
    yield
    errors, warnings, facts = yield from converter.inspecting(root, name)
    if errors:
        raise InvalidError(f"the TEI would not be valid ({errors[0]}); {REPORT}", Place(name))
    if setup.verify:
        yield
        prove(text if converted.text is None else converted.text, converter.restore(root, name), name)
    facts = with_names(facts, converted.names)
    return _Made(tei, facts, (*converted.losses, *warnings), converted.part, converted.decided)


def _making_text(setup: Setup, tei: bytes, name: str) -> Steps[_Made]:
    """Restore the text of ``tei``, and prove that it can be converted and comes back."""
    converter = converter_for(setup)
    text = converter.restore(tei, name)
    if setup.verify:
        yield
        prove(*converter.again(tei, name), name)
    return _Made(text)


_MAKING = {Direction.TEI: _making_tei, Direction.TEXT: _making_text}


def prove(before: bytes, after: bytes, name: str) -> None:
    """Raise :class:`TeiconvError` with the first place at which ``after`` differs from ``before``."""
    if before == after:
        return
    at = next((i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), min(len(before), len(after)))
    line = before.count(b"\n", 0, at) + 1
    column = len(before[before.rfind(b"\n", 0, at) + 1 : at].decode(errors="replace")) + 1
    raise TeiconvError(f"the text would not come back as it was; {REPORT}", Place(name, line, column))
