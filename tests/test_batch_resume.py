"""Run again: what has not changed is left, what has is done, and an interrupted run ends as an unbroken one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from batch_helpers import SMALL, TEI, but_times, contents, convert, rows, tree

from teiconv.batch.records import ListFile
from teiconv.batch.withdrawn import ADVICE
from teiconv.errors import TeiconvError

SHELF = {"a/b.txt": "one", "a/c.txt": "two", "d.txt": "three"}
TESTS = Path(__file__).parent


@pytest.fixture
def done(tmp_path: Path) -> Path:
    """A shelf that has been converted once."""
    convert(tree(tmp_path / "in", SHELF), tmp_path / "out")
    return tmp_path


def again(place: Path, **choices: object) -> tuple[int, int]:
    summary = convert(place / "in", place / "out", **choices)
    return summary.converted, summary.unchanged


def test_nothing_changed(done: Path) -> None:
    before = but_times(done / "out.manifest.jsonl")
    times = {path: path.stat().st_mtime_ns for path in (done / "out").rglob("*.xml")}
    assert again(done) == (0, 3)
    assert but_times(done / "out.manifest.jsonl") == before
    assert times == {path: path.stat().st_mtime_ns for path in (done / "out").rglob("*.xml")}


def test_an_input_changed(done: Path) -> None:
    (done / "in" / "d.txt").write_text("four!".rstrip("!"))
    assert again(done) == (1, 2)
    assert (done / "out" / "d.xml").read_bytes() == TEI % b"FOUR"


def test_an_input_was_touched_but_says_the_same(done: Path) -> None:
    os.utime(done / "in" / "d.txt")
    assert again(done) == (0, 3)


def test_an_output_was_changed_or_removed(done: Path) -> None:
    (done / "out" / "d.xml").write_bytes(TEI % b"THREX")
    (done / "out" / "a" / "b.xml").unlink()
    assert again(done) == (2, 1)
    assert (done / "out" / "d.xml").read_bytes() == TEI % b"THREE"


@pytest.mark.parametrize(
    "setup",
    [
        replace(SMALL, persons=(ListFile("persons.txt", b"K"),)),
        replace(SMALL, options=replace(SMALL.options, encoding="latin-1")),
        replace(SMALL, validate=False),
    ],
    ids=["lists", "options", "checks"],
)
def test_what_outputs_follow_from_changed(done: Path, setup: object) -> None:
    assert again(done, setups=(setup,)) == (3, 0)


def test_another_version(done: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("teiconv.batch.records.__version__", "999")
    assert again(done, setups=(replace(SMALL),)) == (3, 0)


def test_fresh_does_all_again(done: Path) -> None:
    assert again(done, resume=False) == (3, 0)


def test_what_failed_is_tried_again(tmp_path: Path) -> None:
    tree(tmp_path / "in", {"a.txt": "one!", "b.txt": "two"})
    convert(tmp_path / "in", tmp_path / "out")
    summary = convert(tmp_path / "in", tmp_path / "out")
    assert (summary.failed, summary.unchanged) == (1, 1)
    (tmp_path / "in" / "a.txt").write_text("one")
    assert again(tmp_path) == (1, 1)


def test_a_document_that_is_gone_is_told_and_its_output_left(done: Path) -> None:
    (done / "in" / "d.txt").unlink()
    summary = convert(done / "in", done / "out")
    assert summary.gone == 1
    assert (done / "out" / "d.xml").exists()
    assert {name: row.gone for name, row in rows(summary).items()} == {"a/b.txt": 0, "a/c.txt": 0, "d.txt": 1}
    assert summary.told == ("d.xml: its text is no longer in the source; " + ADVICE,)
    assert convert(done / "in", done / "out").gone == 1  # as often as the batch is run


@pytest.mark.parametrize("tail", [b'{"input":"d.txt","out', b"\0\0\0\0", b"", b"\n\n"])
def test_a_manifest_that_was_cut_short(done: Path, tail: bytes) -> None:
    manifest = done / "out.manifest.jsonl"
    whole = but_times(manifest)
    lines = manifest.read_bytes().splitlines(keepends=True)
    manifest.write_bytes(b"".join(lines[:2]) + tail)
    assert again(done) == (1, 2)
    assert but_times(manifest) == whole


def test_what_is_no_manifest_is_not_overwritten(tmp_path: Path) -> None:
    tree(tmp_path, {"in/a.txt": "one", "out.manifest.jsonl": "dear diary\n"})
    with pytest.raises(TeiconvError, match="is not the manifest"):
        convert(tmp_path / "in", tmp_path / "out")
    assert (tmp_path / "out.manifest.jsonl").read_text() == "dear diary\n"


def test_half_written_files_are_cleared_away(done: Path) -> None:
    tree(done / "out", {"a/.b.xml.0123456789ab.teiconv-part": "<TEI", ".keep": "mine"})
    assert convert(done / "in", done / "out").cleaned == 1
    assert sorted(contents(done / "out")) == [".keep", "a/b.xml", "a/c.xml", "d.xml"]


def test_two_runs_at_once_are_refused(done: Path) -> None:
    fcntl = pytest.importorskip("fcntl")
    with (done / "out.manifest.jsonl").open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        with pytest.raises(TeiconvError, match="another run is writing to this folder"):
            convert(done / "in", done / "out")


_MANY = 160
"""So many documents that a run is far from its end when the first sixteen are done, on any machine."""

SLOW = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # who runs the tests in the background ignores it
sys.path.insert(0, sys.argv[1])
from batch_helpers import convert
if __name__ == "__main__":
    convert(sys.argv[2], sys.argv[3], jobs=2)
"""


def start(place: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", SLOW, str(TESTS), str(place / "in"), str(place / "out")]
    return subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True)


def wait_for_rows(place: Path, number: int) -> None:
    manifest = place / "out.manifest.jsonl"
    for _ in range(1000):
        if manifest.exists() and manifest.read_bytes().count(b"\n") >= number:
            return
        time.sleep(0.01)
    raise AssertionError("the run does not get on")


@pytest.fixture
def slow(tmp_path: Path) -> Path:
    """A shelf of which each document takes a twentieth of a second."""
    tree(tmp_path / "in", {f"{n:03}.txt": f"text {n} %" for n in range(_MANY)})
    convert(tmp_path / "in", tmp_path / "unbroken", jobs=2)
    return tmp_path


@pytest.mark.parametrize("kind", ["SIGKILL", "SIGINT"])
def test_an_interrupted_run_goes_on_and_ends_as_an_unbroken_one(slow: Path, kind: str) -> None:
    process = start(slow)
    wait_for_rows(slow, 16)
    process.send_signal(getattr(signal, kind))
    process.communicate()
    assert process.returncode != 0
    summary = convert(slow / "in", slow / "out", jobs=2)
    assert 16 <= summary.unchanged < _MANY
    assert summary.unchanged + summary.converted == _MANY
    assert contents(slow / "out") == contents(slow / "unbroken")
    assert but_times(slow / "out.manifest.jsonl") == but_times(slow / "unbroken.manifest.jsonl")


def test_processes_end_when_the_run_is_killed(slow: Path) -> None:
    process = start(slow)
    wait_for_rows(slow, 16)
    process.kill()
    process.communicate()
    for _ in range(500):
        if not alive(process.pid):
            return
        time.sleep(0.01)
    raise AssertionError("workers are left")


def alive(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


BATCH = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # who runs the tests in the background ignores it
from teiconv.cli import main
if __name__ == "__main__":
    main()
"""


def _is_starting(process: Path) -> bool:
    """Whether it is a worker that Ctrl-C would not end without a word: Python hears it, or it is held."""
    try:
        status = dict(line.split(":", 1) for line in (process / "status").read_text().splitlines())
        is_worker = b"spawn_main" in (process / "cmdline").read_bytes()
    except OSError:  # it has ended
        return False
    number = 1 << signal.SIGINT - 1
    return is_worker and any(int(status[name], 16) & number for name in ("SigBlk", "SigIgn", "SigCgt"))


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="tells the state of processes by /proc")
def test_ctrl_c_while_processes_start_is_one_line(tmp_path: Path) -> None:
    tree(tmp_path, {f"in/d{number}.txt": f"{number}. Editorial Note" for number in range(40)} | {"batch.py": BATCH})
    command = [sys.executable, "batch.py", "batch", "in", "out", "--jobs", "2", "-q"]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True, start_new_session=True) as process:
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        end = time.monotonic() + 60
        while time.monotonic() < end and not any(_is_starting(Path("/proc", c)) for c in children.read_text().split()):
            time.sleep(0.001)
        time.sleep(0.25)  # it imports its modules
        os.killpg(process.pid, signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (130, "teiconv: interrupted; run the same command to go on from here\n")
