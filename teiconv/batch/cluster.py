"""The engine for a cluster: the same work on the workers of Dask, wherever they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from teiconv.batch.extras import optional
from teiconv.batch.local import died
from teiconv.batch.records import Chunk, Job
from teiconv.batch.rows import Outcomes
from teiconv.batch.work import work
from teiconv.errors import TeiconvError

_AHEAD = 4
_RETRIES = 2
_PATIENCE = 30
"""Seconds to wait for the scheduler."""


def run_on_dask(job: Job, chunks: Iterable[Chunk], scheduler: str | None, jobs: int) -> Outcomes:
    """Do chunks on the cluster at ``scheduler``, or on one of ``jobs`` processes started here.

    Only so many chunks are given out as keep all workers busy, also those that join later.  If a worker is lost, the
    scheduler gives its chunks to others; a chunk with which several are lost is done document by document.

    Raises:
        MissingExtraError: Dask is not installed.
        TeiconvError: there is no scheduler at that address.
    """
    with _client(scheduler, jobs) as client:
        # as the result of a task, the job is made again if the worker that holds it is lost
        shared = client.submit(_the_same, job, pure=False)
        yield from _through(client, shared, job, iter(chunks))


def _dask() -> Any:
    return optional("distributed", "dask", "--engine dask needs Dask")


def _client(scheduler: str | None, jobs: int) -> Any:
    dask = _dask()
    if scheduler is None:
        return dask.Client(n_workers=jobs, threads_per_worker=1, dashboard_address=None)
    try:
        return dask.Client(scheduler, timeout=_PATIENCE)
    except (OSError, ValueError) as error:
        raise TeiconvError(f"{scheduler}: no Dask scheduler answers ({error}); check --scheduler") from error


def _through(client: Any, shared: Any, job: Job, waiting: Iterator[Chunk]) -> Outcomes:
    dask = _dask()
    given: dict[Any, Chunk] = {}
    done = dask.as_completed(with_results=False)

    def give(some: Iterable[Chunk]) -> None:
        for chunk in some:
            future = client.submit(work, shared, chunk, pure=False, retries=_RETRIES)
            given[future] = chunk
            done.add(future)

    give(islice(waiting, _ahead(client)))
    while given:
        future = next(done)
        chunk = given.pop(future)
        try:
            yield future.result()
        except dask.KilledWorker:
            if len(chunk) > 1:
                give((task,) for task in chunk)
            else:
                yield (died(job, chunk[0]),)
        give(islice(waiting, max(0, _ahead(client) - len(given))))


def _ahead(client: Any) -> int:
    threads: dict[str, int] = client.nthreads()
    return _AHEAD * max(1, sum(threads.values()))


def _the_same(job: Job) -> Job:
    return job
