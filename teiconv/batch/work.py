"""The work on documents: a pure function of tasks and a job, the same in every engine.

read → unchanged? → convert → check → prove the round trip → write.  Whatever goes wrong becomes a row that says so.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from lxml import etree

from teiconv.batch.kit import kit_for
from teiconv.batch.places import digest
from teiconv.batch.records import Chunk, Direction, Facts, Failure, Job, Outcome, Row, Task
from teiconv.errors import InvalidError, Place, TeiconvError, TeiError
from teiconv.tei.parsing import LIMITS, parse

_FAULT = "this is a fault of teiconv: please report it with the document"


def work(job: Job, chunk: Chunk) -> tuple[Outcome, ...]:
    """Do all tasks of ``chunk`` and return what became of each.

    Each stage is done for all of them before the next: what does the same thing again and again finds its code, and
    the schemas, in the caches of the processor, and is quicker by a twentieth.
    """
    documents = [_Document(job, task) for task in chunk]
    for stage in _STAGES:
        for document in documents:
            document.go_through(stage)
    return tuple(document.outcome() for document in documents)


class _Document:
    """A document on its way; what a stage needs of those before is kept until it is written or has failed."""

    def __init__(self, job: Job, task: Task) -> None:
        self._job, self._task = job, task
        self._setup = job.setup_for(task.input)
        self._row = Row(task.input, task.output, self._setup.digest)
        self._is_unchanged = False
        self._seconds = 0.0
        self._data = self._output = b""
        self._root: etree._Element | None = None

    def go_through(self, stage: Callable[[_Document], None]) -> None:
        """Do ``stage``, unless one before it failed, or found the document unchanged."""
        if self._is_unchanged or self._row.failure:
            return
        started = time.perf_counter()
        try:
            stage(self)
        except TeiconvError as error:
            self._fail(Failure(type(error).__name__, str(error), error.exit_code))
        except Exception as error:  # a bug: the rest of the batch goes on
            self._fail(Failure(type(error).__name__, f"{self._task.input}: {error!r}; {_FAULT}"))
        self._seconds += time.perf_counter() - started

    def _fail(self, failure: Failure) -> None:
        self._row = replace(self._row, failure=failure, facts=Facts(), problems=())
        self._root = None

    def outcome(self) -> Outcome:
        """Return the row of the document, or its ``input`` if neither it nor what it depends on has changed."""
        if self._is_unchanged:
            return self._task.input
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        return replace(self._row, time=now, seconds=round(self._seconds, 6))

    def read(self) -> None:
        """Take the bytes of the input; of TEI, no more is read than its parser takes."""
        task = self._task
        if task.fault is not None:
            raise TeiconvError(task.fault)
        if task.data is None and self._setup.direction is Direction.TEXT and task.size > LIMITS.size:
            advice = f"it is larger than {LIMITS.size >> 20} MB; split it into single documents"
            raise TeiError(advice, Place(task.input))
        self._data = self._job.source.read(task.input) if task.data is None else task.data
        self._row = replace(self._row, input_digest=digest(self._data), input_bytes=len(self._data))
        self._is_unchanged = self._is_as_known()

    def _is_as_known(self) -> bool:
        known, row = self._task.known, self._row
        if known is None or (known.setup, known.input_digest) != (row.setup, row.input_digest):
            return False
        return self._job.target.holds(row.output, known.output_bytes, known.output_digest)

    def convert(self) -> None:
        """Make the output."""
        kit = kit_for(self._setup)
        if self._setup.direction is Direction.TEI:
            self._output, losses = kit.convert(self._data, self._task.input)
            self._row = replace(self._row, problems=tuple(losses))
        else:
            self._output = kit.restore(self._data, self._task.input)

    def check(self) -> None:
        """Parse the TEI that was made, refuse what is not valid, and note what it says."""
        if self._setup.direction is not Direction.TEI:
            return
        name = self._task.input
        self._root = parse(self._output, name).getroot()
        errors, warnings, facts = kit_for(self._setup).inspect(self._root, name)
        if errors:
            raise InvalidError(f"the TEI would not be valid ({errors[0]}); {_FAULT}", Place(name))
        self._row = replace(self._row, facts=facts, problems=(*self._row.problems, *warnings))

    def prove(self) -> None:
        """Prove that the input comes back; of a text made from TEI, that it can be converted and comes back."""
        if not self._setup.verify:
            return
        kit, name = kit_for(self._setup), self._task.input
        if self._root is not None:
            prove(self._data, kit.restore(self._root, name), name)
        else:
            prove(*kit.again(self._data, name), name)

    def write(self) -> None:
        """Write the output whole, and let go of what was needed for it."""
        self._job.target.write(self._row.output, self._output)
        self._row = replace(self._row, output_digest=digest(self._output), output_bytes=len(self._output))
        self._root = None


_STAGES = (_Document.read, _Document.convert, _Document.check, _Document.prove, _Document.write)


def prove(before: bytes, after: bytes, name: str) -> None:
    """Raise :class:`TeiconvError` with the first place at which ``after`` differs from ``before``."""
    if before == after:
        return
    at = next((i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), min(len(before), len(after)))
    line = before.count(b"\n", 0, at) + 1
    column = len(before[before.rfind(b"\n", 0, at) + 1 : at].decode(errors="replace")) + 1
    raise TeiconvError(f"the text would not come back as it was; {_FAULT}", Place(name, line, column))
