"""Kill a run at random moments, resume it, and hold the folder against an unbroken run's.

python benchmarks/kill_resume.py [--kills 20] [--documents 1000] [--jobs 2]
"""

from __future__ import annotations

import argparse
import filecmp
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from batch_material import COMMAND, shelf

from teiconv.batch import read_manifest


def start(source: Path, target: Path, jobs: int) -> subprocess.Popen[bytes]:
    command = [*COMMAND, str(source), str(target), "-q", "--jobs", str(jobs)]
    return subprocess.Popen(command, stderr=subprocess.DEVNULL, start_new_session=True)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=20261123)
    choices = parser.parse_args()
    moments = random.Random(choices.seed)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        source = shelf(place / "in", limit=choices.documents)
        started = time.perf_counter()
        start(source, place / "unbroken", choices.jobs).wait()
        whole = time.perf_counter() - started
        if sum(1 for _ in (place / "unbroken").rglob("*.xml")) < 0.99 * choices.documents:
            sys.exit("the unbroken run is not whole")
        print(f"{choices.documents} documents, unbroken: {whole:.2f} s")
        equal = sum(
            broken(place, source, f"run{number}", moments.uniform(0, whole), choices.jobs)
            for number in range(choices.kills)
        )
    print(f"{equal} of {choices.kills} killed and resumed runs equal the unbroken one")
    sys.exit(equal != choices.kills)


def broken(place: Path, source: Path, name: str, moment: float, jobs: int) -> bool:
    """Kill a run after ``moment`` seconds, run it again; tell whether its folder is as the unbroken one."""
    target = place / name
    process = start(source, target, jobs)
    time.sleep(moment)
    process.send_signal(signal.SIGKILL)
    process.wait()
    written = sum(1 for _ in target.rglob("*.xml"))
    halves = sum(1 for _ in target.rglob("*.teiconv-part"))
    start(source, target, jobs).wait()
    same = is_same(place / "unbroken", target) and rows(place / "unbroken") == rows(target)
    verdict = "equal" if same else "DIFFERENT"
    print(f"killed after {moment:5.2f} s with {written:4} documents written, {halves} half-written: {verdict}")
    return same


def is_same(one: Path, other: Path) -> bool:
    names = [sorted(path.relative_to(root) for path in root.rglob("*") if path.is_file()) for root in (one, other)]
    return names[0] == names[1] and all(filecmp.cmp(one / name, other / name, shallow=False) for name in names[0])


def rows(target: Path) -> list[tuple[str, str, str]]:
    found = read_manifest(f"{target}.manifest.jsonl")
    return [(row.input, row.input_digest, row.output_digest) for row in found]


if __name__ == "__main__":
    main()
