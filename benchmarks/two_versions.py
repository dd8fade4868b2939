"""The time of two versions of teiconv for the batch of one volume, in turns, in one run.

    python benchmarks/two_versions.py OLD NEW FOLDER [--rounds 5]

OLD and NEW are the ``teiconv`` commands of two environments; install both packages, not in place, so that their
modules are compiled.  FOLDER holds texts with ``persons.txt`` and ``terms.txt``.  Each round runs OLD, NEW, and NEW
with files that stand alone (``--single``, as all versions before collections did).  The seconds are those of the
processor, the least of all rounds.  A batch of one document shows what each takes to start.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import subprocess
import tempfile
from pathlib import Path


def main() -> None:
    parser = argparse.ArgumentParser(description="Time two versions of teiconv on one volume.")
    parser.add_argument("old")
    parser.add_argument("new")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    choices = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        alone = Path(place, "one")
        alone.mkdir()
        shutil.copy(min(choices.folder.glob("d*.txt"), key=lambda file: file.stat().st_size), alone)
        for what, texts in (("the volume", choices.folder), ("one document", alone)):
            runs = {"old": (choices.old,), "new": (choices.new,), "new, --single": (choices.new, "--single")}
            rounds = [_round(runs, texts, choices.folder, Path(place, f"{what}-{n}")) for n in range(choices.rounds)]
            least = {name: min(seconds[name] for seconds in rounds) for name in runs}
            for name, seconds in least.items():
                print(f"{what:14} {name:14} {seconds:6.3f} s  {seconds / least['old']:5.2f} times the old")


def _round(runs: dict[str, tuple[str, ...]], texts: Path, lists: Path, target: Path) -> dict[str, float]:
    return {name: _seconds(run, texts, lists, target / name) for name, run in runs.items()}


def _seconds(run: tuple[str, ...], texts: Path, lists: Path, target: Path) -> float:
    """Return the seconds of the processor that a batch takes, into a new folder.

    Nothing is removed before the end: after it, some file systems take longer to make new files.
    """
    command, *choices = run
    given = ["--persons", str(lists / "persons.txt"), "--terms", str(lists / "terms.txt"), "--jobs", "1", *choices]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([command, "batch", str(texts), str(target), *given], capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
