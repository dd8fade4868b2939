"""A disk that fails at any step of a batch, and a process that is killed at any: nothing is lost, and nothing false."""

from __future__ import annotations

import errno
import os
import signal
import warnings
from collections.abc import Callable
from pathlib import Path

import pytest
from batch_helpers import but_times, contents, convert, tree
from faults import Disk, watched

from teiconv.batch import Plan, Summary, resolve, run
from teiconv.errors import TeiconvError
from teiconv.settings import Settings

SHELF = {"a/b.txt": "one", "a/c.txt": "two", "d.txt": "three"}
PAPERS = {
    "in/d1.txt": "1. Memorandum From Mr. Abel to Mr. Baker\n\nMr. Abel agreed. See Document 2.\n",
    "in/d2.txt": "2. Letter From Mr. Baker to Mr. Abel\n\nIt is so. See Document 1.\n",
    "persons.txt": "Abel, Adam, Director\nBaker, Berta, Officer\n",
}


def small(root: Path) -> Summary:
    """Convert three documents by a converter that one can see through."""
    if not (root / "in").exists():
        tree(root / "in", SHELF)
    return convert(root / "in", root / "out")


def whole(root: Path) -> Summary:
    """Convert two papers into a collection with its registers."""
    if not (root / "in").exists():
        tree(root, PAPERS)
    place = str(root / "in")
    setups, without, *_ = resolve(place, Settings(persons=(root / "persons.txt",)), collection=True)
    return run(Plan(place, str(root / "out"), setups, without, jobs=1))


BATCHES = [small, whole]
Batch = Callable[[Path], Summary]


@pytest.fixture(params=BATCHES, ids=lambda batch: batch.__name__)
def batch(request: pytest.FixtureRequest) -> Batch:
    return request.param


def unbroken(batch: Batch, root: Path) -> tuple[list[str], dict[str, bytes], dict[str, bytes]]:
    """Return the steps of a run, what it writes, and what it was given."""
    batch(root / "first")  # whatever is read once is read now
    batch_root = root / "unbroken"
    (batch_root / "none").mkdir(parents=True)
    with watched(Disk(batch_root, lambda number, name: None)) as disk:
        assert batch(batch_root).exit_code == 0
    return disk.steps[_given(disk.steps) :], contents(batch_root / "out"), contents(batch_root / "in")


def _given(steps: list[str]) -> int:
    """Return how many steps only lay out what the batch is given."""
    return max(number for number, step in enumerate(steps) if step.startswith("write") and step.endswith(".txt")) + 1


def prepared(batch: Batch, root: Path) -> Path:
    """Lay out what a batch is given, and nothing else."""
    tree(root / "in", SHELF) if batch is small else tree(root, PAPERS)
    return root


def is_whole(root: Path, expected: dict[str, bytes]) -> bool:
    """Tell whether every file under a name of its own is one that an unbroken run writes."""
    found = {name: data for name, data in contents(root / "out").items() if not name.rpartition("/")[2].startswith(".")}
    return all(data.endswith(b"</TEI>\n") or data == expected.get(name) for name, data in found.items())


def goes_on(batch: Batch, root: Path, expected: dict[str, bytes], given: dict[str, bytes], steps: str) -> None:
    """The next run ends as an unbroken one, and nothing that was given has changed."""
    assert is_whole(root, expected), steps
    assert batch(root).exit_code == 0, steps
    assert contents(root / "out") == expected, steps
    assert contents(root / "in") == given, steps
    manifest = but_times(root / "out.manifest.jsonl")
    assert len(manifest) == len(given), steps


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES], ids=errno.errorcode.get)
def test_a_step_that_fails_is_told_and_the_next_run_ends_as_an_unbroken_one(
    batch: Batch, code: int, tmp_path: Path
) -> None:
    steps, expected, given = unbroken(batch, tmp_path)
    assert len(steps) > 20

    for chosen in range(len(steps)):
        root = prepared(batch, tmp_path / str(chosen))

        def fail(number: int, name: str, chosen: int = chosen) -> None:
            if number == chosen:
                raise OSError(code, os.strerror(code))

        with watched(Disk(root, fail)) as disk:
            exit_code = outcome(batch, root)
        assert exit_code != 0 or contents(root / "out") == expected, steps[chosen]
        goes_on(batch, root, expected, given, f"{chosen}: {disk.steps[chosen]}")


def outcome(batch: Batch, root: Path) -> int:
    try:
        return batch(root).exit_code
    except TeiconvError as error:
        return error.exit_code


def test_a_process_that_is_killed_at_any_step_loses_nothing(batch: Batch, tmp_path: Path) -> None:
    steps, expected, given = unbroken(batch, tmp_path)
    for chosen in range(len(steps)):
        root = prepared(batch, tmp_path / str(chosen))

        def end(number: int, name: str, chosen: int = chosen) -> None:
            if number == chosen:
                os.kill(os.getpid(), signal.SIGKILL)

        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore", DeprecationWarning
            )  # of threads of the runner, which the child does not need
            child = os.fork()
        if not child:
            with watched(Disk(root, end)):
                batch(root)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        assert os.WIFSIGNALED(status), steps[chosen]
        goes_on(batch, root, expected, given, f"killed at {chosen}: {steps[chosen]}")
