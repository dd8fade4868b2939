"""A batch, from its plan to its manifest."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, nullcontext
from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING

from teiconv.batch.collected import claim_registers, finish
from teiconv.batch.ledger import Ledger
from teiconv.batch.manifest import Manifest, manifest_for
from teiconv.batch.places import Folder, LocalFolder, alone, is_one_of, is_url
from teiconv.batch.plan import Plan
from teiconv.batch.records import Chunk, Job, Task
from teiconv.batch.rows import Outcome, Outcomes, Row
from teiconv.batch.sources import Source, source
from teiconv.batch.stores import folder
from teiconv.batch.withdrawn import ADVICE, EMPTY, FAILED, told_of, withdraw, without_text
from teiconv.batch.work import work
from teiconv.collection.ids import document_id
from teiconv.editing.scope import about, names_of_file, unmet
from teiconv.errors import Place, TeiconvError

if TYPE_CHECKING:
    from teiconv.batch.archive import Archive

TASKS, _BYTES = 16, 256 * 1024
"""How many documents make a chunk at most, and how many bytes of them."""


@dataclass(frozen=True, slots=True)
class Summary:
    """The result of a batch, in counts of documents.

    Attributes:
        manifest: the place of the manifest.
        converted: documents that were converted.
        unchanged: documents that were up to date.
        failed: documents that failed.
        kept: TEI files that were edited, and therefore kept.
        gone: outputs whose texts the source no longer has, and which were kept.
        withdrawn: outputs whose texts the source no longer has, and which were removed.
        cleaned: half-written files of an interrupted run that were removed.
        exit_codes: the exit codes of the failures.
        aside: the numbers of files in the source that are no documents, by suffix.
        told: further messages, a line each.

    >>> import teiconv
    >>> summary = teiconv.convert_folder("texts", "tei", jobs=1)
    >>> summary.total, summary.exit_code
    (1, 0)
    """

    manifest: str
    converted: int = 0
    unchanged: int = 0
    failed: int = 0
    kept: int = 0
    gone: int = 0
    cleaned: int = 0
    exit_codes: frozenset[int] = frozenset()
    aside: tuple[tuple[str, int], ...] = ()
    told: tuple[str, ...] = ()
    withdrawn: int = 0

    @property
    def total(self) -> int:
        """The number of documents in the source."""
        return self.converted + self.unchanged + self.failed + self.kept

    @property
    def exit_code(self) -> int:
        """0; the code of the failures if they are all of one kind; else, or if there was nothing to convert, 1."""
        if len(self.exit_codes) == 1:
            return min(self.exit_codes)
        return 1 if self.exit_codes or not self.total else 0


@dataclass(frozen=True, slots=True)
class Watch:
    """What a caller hears during a batch: the number of documents, if it is known, and the row of each."""

    start: Callable[[int | None], None] = lambda total: None
    done: Callable[[Row, bool], None] = lambda row, unchanged: None


def run(plan: Plan, watch: Watch = Watch()) -> Summary:
    """Convert all documents of ``plan`` that need it; return what became of them.

    A document that fails is in the manifest with its reason.  Whatever ends the run before its end, the next one goes
    on from there.

    Raises:
        TeiconvError: the source, the target or the manifest cannot be used at all.
    """
    _refuse_one_place(plan)
    documents = source(plan.source, plan.direction, plan.columns, plan.without)
    archive = _archive(plan.target)
    manifest = manifest_for(str(archive.path) if archive else plan.target, plan.manifest)
    _refuse_to_keep_rows_in(manifest.place, plan)
    manifest.start(fresh=not plan.resume)
    try:
        target = archive.open() if archive else folder(plan.target)
        job = Job(documents.folder, target, plan.setups, plan.overwrite, plan.taken)
        with alone(target), archive.unpacked() if archive else nullcontext(), Ledger(manifest.read()) as ledger:
            return _watched(plan, job, documents, ledger, manifest, watch, archive)
    except BaseException:
        manifest.close()
        raise


def _archive(target: str) -> Archive | None:
    """Return the archive that ``target`` is; what packs one is not imported for a folder."""
    if "zip" not in target.lower():
        return None
    from teiconv.batch.archive import archive_at

    return archive_at(target)


def _watched(
    plan: Plan, job: Job, documents: Source, ledger: Ledger, manifest: Manifest, watch: Watch, archive: Archive | None
) -> Summary:
    cleaned = job.target.clean()
    is_collection = any(setup.collection for setup in plan.setups)
    if is_collection:
        claim_registers(ledger)
    watch.start(documents.count())
    aside: Counter[str] = Counter()
    tasks = _tasks(documents, ledger, aside, _Kept(job.target, plan.without))
    if is_collection:
        tasks = _with_own_ids(tasks, ledger)
    summary = _run(plan, job, tasks, ledger, manifest, watch)
    is_whole = not (plan.fail_fast and summary.failed)
    kinds = sorted(aside.items(), key=lambda each: (-each[1], each[0]))
    summary = replace(summary, cleaned=cleaned, aside=tuple(kinds), told=summary.told if is_whole else ())
    if is_whole:
        summary = _ended(plan, job, ledger, manifest, summary, is_collection=is_collection)
    if archive and is_whole:
        archive.pack()
    manifest.close(ledger.lines() if is_whole and summary.total else ledger.all_lines())
    return summary


def _ended(
    plan: Plan, job: Job, ledger: Ledger, manifest: Manifest, summary: Summary, *, is_collection: bool
) -> Summary:
    """Do what follows when all documents are done: what is gone is told or withdrawn, a collection is finished."""
    gone = without_text(job, ledger, is_collection=is_collection)
    told = summary.told + (finish(job, ledger, manifest) if is_collection else ())
    if plan.withdraw and summary.total and not summary.failed:
        told += tuple(withdraw(job.target, row) for row in gone)
        return replace(summary, told=told, withdrawn=len(gone))
    for row in gone:
        ledger.put(row.input, row.to_json())
    advice = ADVICE if not plan.withdraw else FAILED if summary.failed else EMPTY
    return replace(summary, told=(*told, *told_of(gone, advice)), gone=len(gone))


def _run(plan: Plan, job: Job, tasks: Iterator[Task], ledger: Ledger, manifest: Manifest, watch: Watch) -> Summary:
    converted = unchanged = failed = kept = 0
    codes: set[int] = set()
    met: set[str] = set()
    with closing(_engine(plan, job, in_chunks(tasks, 1 if plan.fail_fast else TASKS))) as done:
        for outcome in (outcome for outcomes in done for outcome in outcomes):
            row = _entered(outcome, ledger, manifest)
            met.update(_decided_about(plan, row) if row.failure else row.decided)
            watch.done(row, isinstance(outcome, str))
            if row.failure:
                failed += 1
                codes.add(row.failure.exit_code)
                if plan.fail_fast:
                    break
            elif row.kept:
                kept += 1
            elif isinstance(outcome, str):
                unchanged += 1
            else:
                converted += 1
    told = tuple(dict.fromkeys(said for setup in plan.setups for said in unmet(setup.asked, met)))
    return Summary(manifest.place, converted, unchanged, failed, kept, exit_codes=frozenset(codes), told=told)


def _decided_about(plan: Plan, row: Row) -> Iterator[str]:
    """Yield the keys of the decisions about a document that failed: there is such a document."""
    names = names_of_file(row.input)
    return (decision.key for setup in plan.setups for decision in about(setup.asked, names))


def _entered(outcome: Outcome, ledger: Ledger, manifest: Manifest) -> Row:
    if isinstance(outcome, str):
        return ledger.keep(outcome)
    line = outcome.to_json()
    manifest.add(line)
    ledger.put(outcome.input, line)
    return outcome


def _engine(plan: Plan, job: Job, chunks: Iterator[Chunk]) -> Outcomes:
    """Yield what becomes of ``chunks``; what runs several processes is only imported where there are several."""
    if plan.engine == "dask":
        from teiconv.batch.cluster import run_on_dask

        return run_on_dask(job, chunks, plan.scheduler, plan.processes)
    if plan.processes == 1:
        return (work(job, chunk) for chunk in chunks)
    from teiconv.batch.local import run_in_processes

    return run_in_processes(job, chunks, plan.processes)


@dataclass(frozen=True, slots=True)
class _Kept:
    """What no output may replace: the ``files`` (real paths) that the user named as lists and settings."""

    target: Folder
    files: frozenset[str]

    def holds(self, output: str) -> bool:
        if not self.files or not output or not isinstance(self.target, LocalFolder):
            return False
        return is_one_of(os.path.join(self.target.root, output), self.files)


def _tasks(documents: Source, ledger: Ledger, aside: Counter[str], kept: _Kept) -> Iterator[Task]:
    """Yield the tasks with what is known of each; of two that would become one file, the second has failed."""
    for task in documents.tasks(aside):
        if kept.holds(task.output):
            task = replace(task, fault=f"{task.input} would become {task.output}, which is a list; choose another DEST")
        other = ledger.claim(task.output or task.input, task.input)
        if other is None:
            yield replace(task, known=ledger.known(task.input, task.output))
        else:
            yield _doubled(task, other, ledger)


def _with_own_ids(tasks: Iterator[Task], ledger: Ledger) -> Iterator[Task]:
    """Yield the tasks of a collection; of two whose documents would have one id, the second has failed."""
    for task in tasks:
        if task.fault or not task.output:
            yield task
            continue
        id = document_id(task.output)
        other = ledger.claim(f"#{id}", task.input)
        if other is not None:
            where = f"{task.place}: " if task.place else ""
            fault = f"{where}the id of {task.input} would be {id}, which {other} has already; give it another name"
            task = replace(task, known=None, fault=fault)
        yield task


def _doubled(task: Task, other: str, ledger: Ledger) -> Task:
    name = next(name for number in count(2) if ledger.claim(name := f"{task.input} ({number})", task.input) is None)
    where = f"{task.place}: " if task.place else ""
    fault = f"{where}{task.input} would become {task.output}, and so does {other}; give it another name"
    return Task(name if task.input == other else task.input, "", fault=fault)


def in_chunks(tasks: Iterable[Task], most: int = TASKS) -> Iterator[Chunk]:
    """Yield tasks in chunks of ``most``, or fewer: small enough that all processes end at about the same time."""
    chunk: list[Task] = []
    size = 0
    for task in tasks:
        chunk.append(task)
        size += task.size
        if len(chunk) >= most or size >= _BYTES:
            yield tuple(chunk)
            chunk, size = [], 0
    if chunk:
        yield tuple(chunk)


def _refuse_one_place(plan: Plan) -> None:
    places = [place.removeprefix("zip://::").removeprefix("file://") for place in (plan.source, plan.target)]
    if len({place.rstrip("/") if is_url(place) else os.path.realpath(place) for place in places}) == 1:
        raise TeiconvError("source and target are one folder; choose another target", Place(plan.target))


def _refuse_to_keep_rows_in(manifest: str, plan: Plan) -> None:
    """Refuse a manifest that would be written over what the user gave, or over an output."""
    if is_url(manifest):
        return
    place = os.path.realpath(manifest)
    source, target = (os.path.realpath(path.removeprefix("file://")) for path in (plan.source, plan.target))
    within = any(place.startswith(root + os.sep) for root in (source, target))
    if place in {source, target, *plan.without} or (within and place.lower().endswith(plan.direction.suffixes)):
        raise TeiconvError("the manifest would replace a document or a list; give it another name", Place(manifest))
