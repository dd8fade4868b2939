"""The engine for one machine: processes that are given chunks, a few at a time."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from itertools import islice
from multiprocessing.connection import wait as wait_for_end
from multiprocessing.resource_tracker import ensure_running

from teiconv.batch.converter import converter_for
from teiconv.batch.records import Chunk, Job, Task
from teiconv.batch.rows import Failure, Outcome, Outcomes, Row
from teiconv.batch.work import work
from teiconv.errors import TeiconvError

_AHEAD = 3
"""Chunks that are given out for each process: enough that none waits, and no more than memory should hold."""


def run_in_processes(job: Job, chunks: Iterable[Chunk], jobs: int) -> Outcomes:
    """Do chunks in ``jobs`` processes, and yield what became of them as they are done.

    If a process dies (out of memory, killed) the chunks that were given out are done again, document by document;
    one with which a process dies again has failed.
    """
    waiting = iter(chunks)
    given: dict[Future[tuple[Outcome, ...]], Chunk] = {}
    while True:
        pool = _pool(job, jobs)
        try:
            yield from _through(pool, waiting, given, jobs * _AHEAD)
            return
        except BrokenProcessPool:
            suspects = list(given.values())
            given.clear()
            yield from _one_by_one(job, [task for chunk in suspects for task in chunk])
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _through(
    pool: ProcessPoolExecutor,
    waiting: Iterator[Chunk],
    given: dict[Future[tuple[Outcome, ...]], Chunk],
    ahead: int,
) -> Outcomes:
    while True:
        for chunk in islice(waiting, max(0, ahead - len(given))):
            given[_submit(pool, chunk)] = chunk
        if not given:
            return
        for future in wait(given, return_when=FIRST_COMPLETED).done:
            outcomes = future.result()
            del given[future]
            yield outcomes


def _submit(pool: ProcessPoolExecutor, chunk: Chunk) -> Future[tuple[Outcome, ...]]:
    try:
        with ctrl_c_held():
            return pool.submit(_work_in_worker, chunk)
    except BrokenProcessPool as error:
        lost: Future[tuple[Outcome, ...]] = Future()
        lost.set_exception(error)
        return lost


def _one_by_one(job: Job, tasks: list[Task]) -> Outcomes:
    pool = _pool(job, 1)
    try:
        for task in tasks:
            try:
                yield _submit(pool, (task,)).result()
            except BrokenProcessPool:
                yield (died(job, task),)
                pool.shutdown()
                pool = _pool(job, 1)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def died(job: Job, task: Task) -> Row:
    """Return the row of a document whose worker died of it."""
    message = f"{task.input}: the process that converted it died, perhaps because memory ran out; convert it by itself"
    return Row(task.input, task.output, job.setup_for(task.input).digest, failure=Failure("WorkerDied", message))


def _pool(job: Job, jobs: int) -> ProcessPoolExecutor:
    """Return a pool of fresh processes: none inherits the threads, files or memory of this one."""
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(jobs, context, initializer=_start_worker, initargs=(job,))


_job: Job


def _start_worker(job: Job) -> None:
    """Take the job, and make its converter at once; leave Ctrl-C to the parent, and end when it ends."""
    global _job
    _job = job
    belong_to_parent()
    with suppress(TeiconvError):  # it will be told of each document
        converter_for(job.setups[0])


@contextmanager
def ctrl_c_held() -> Iterator[None]:
    """Keep Ctrl-C from processes that are begun here until they leave it to this one, which hears it afterwards."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    ensure_running()  # the first process would begin this one as well, which lets Ctrl-C through
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def belong_to_parent() -> None:
    """Leave Ctrl-C to the process that began this one, and end when that ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # held until here
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A worker whose parent was killed would else wait for work for ever."""
    parent = multiprocessing.parent_process()
    if parent:
        wait_for_end([parent.sentinel])
        os._exit(1)


def _work_in_worker(chunk: Chunk) -> tuple[Outcome, ...]:
    return work(_job, chunk)
