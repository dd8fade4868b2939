"""A real scheduler and two workers, one of which is killed: nothing lost, nothing twice, the same bytes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from batch_helpers import but_times, contents, convert, rows, tree

from teiconv.batch import Plan, Row, Watch, run
from teiconv.batch.cluster import run_on_dask
from teiconv.errors import TeiconvError

pytest.importorskip("distributed", reason="Dask is not installed: pip install 'teiconv[dask]'")
pytestmark = pytest.mark.filterwarnings("ignore")  # what a scheduler warns of while it loses workers is not ours

TESTS = Path(__file__).parent
SHELF = {f"{n % 4}/{n:03}.txt": f"text {n} %" for n in range(96)}


def start(*arguments: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(TESTS)}
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()


@pytest.fixture
def scheduler(tmp_path: Path) -> Iterator[str]:
    """The address of a scheduler in a process of its own."""
    file = tmp_path / "scheduler.json"
    process = start("distributed.cli.dask_scheduler", "--port=0", "--no-dashboard", f"--scheduler-file={file}")
    try:
        yield address(file)
    finally:
        end(process)


def address(file: Path) -> str:
    import json

    for _ in range(2000):
        try:
            return str(json.loads(file.read_text())["address"])
        except (FileNotFoundError, ValueError):
            time.sleep(0.01)
    raise AssertionError("the scheduler does not start")


@pytest.fixture
def workers(scheduler: str, tmp_path: Path) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Two workers of one thread each, which are not started again when they die."""
    options = ("--no-nanny", "--no-dashboard", "--nthreads=1", f"--local-directory={tmp_path}/scratch")
    processes = [start("distributed.cli.dask_worker", scheduler, *options) for _ in range(2)]
    try:
        yield processes
    finally:
        for process in processes:
            end(process)


def on(scheduler: str, place: Path, name: str, watch: Watch | None = None) -> dict[str, Row]:
    from batch_helpers import SMALL

    plan = Plan(str(place / "in"), str(place / name), (SMALL,), jobs=1, engine="dask", scheduler=scheduler)
    return rows(run(plan, watch or Watch()))


def test_a_worker_is_killed_in_the_middle(
    scheduler: str, workers: list[subprocess.Popen[bytes]], tmp_path: Path
) -> None:
    tree(tmp_path / "in", SHELF)
    convert(tmp_path / "in", tmp_path / "unbroken")
    seen: Counter[str] = Counter()

    def done(row: Row, unchanged: bool) -> None:
        seen[row.input] += 1
        if len(seen) == 20:
            workers[0].send_signal(signal.SIGKILL)

    found = on(scheduler, tmp_path, "out", Watch(done=done))
    assert workers[0].wait(10) == -signal.SIGKILL
    assert set(seen.values()) == {1}
    assert len(found) == len(seen) == len(SHELF)
    assert contents(tmp_path / "out") == contents(tmp_path / "unbroken")
    assert but_times(tmp_path / "out.manifest.jsonl") == but_times(tmp_path / "unbroken.manifest.jsonl")


def test_a_cluster_of_its_own(tmp_path: Path) -> None:
    from batch_helpers import SMALL

    tree(tmp_path / "in", dict(list(SHELF.items())[:20]))
    summary = convert(tmp_path / "in", tmp_path / "out", engine="dask", setups=(replace(SMALL),))
    assert summary.converted == 20
    assert convert(tmp_path / "in", tmp_path / "out").unchanged == 20


def test_no_scheduler_answers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("teiconv.batch.cluster._PATIENCE", 0.5)
    with pytest.raises(TeiconvError, match="no Dask scheduler answers"):
        next(run_on_dask(None, [], "tcp://127.0.0.1:9", 1))  # type: ignore[arg-type]
