"""The fuzz targets (``tests/fuzz_targets.py``) for as long as one likes: led by what the code does, with atheris.

    python tools/fuzz.py text --runs 100000 --seed 1        # text series tei persons terms decisions settings manifest
    python tools/fuzz.py tei --runs 100000 --corpus corpus/tei      # goes on from what earlier runs found

Where atheris is not installed (it has no wheel for every Python), the same number of blind mutants is tried.  What
breaks a promise ends the run and is kept (``crash-…``, or ``failure-…``): make it small, and make it a test.
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

LONGEST = 6000


def main() -> None:
    """Call one target as often as asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target")
    parser.add_argument("--runs", type=int, default=10_000)
    parser.add_argument("--seconds", type=int, default=0, help="stop after so many; 0 is never")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--corpus", type=Path, help="a folder for inputs that do something new")
    given = parser.parse_args()
    if importlib.util.find_spec("atheris"):
        led(given.target, given)
    else:
        print("atheris is not installed: blind mutants")
        blind(given.target, given)


def led(name: str, given: argparse.Namespace) -> None:
    """Let atheris choose the inputs."""
    import atheris

    with atheris.instrument_imports(include=["teiconv"]):
        from fuzz_targets import SEEDS, TARGETS
    folder = SEEDS / ("text" if name == "series" else name)
    corpus = given.corpus or Path(tempfile.mkdtemp(prefix="fuzz-"))
    corpus.mkdir(parents=True, exist_ok=True)
    folders = [str(corpus), str(folder)]  # the first takes what is found
    choices = [f"-runs={given.runs}", f"-seed={given.seed}", f"-max_len={LONGEST}", f"-max_total_time={given.seconds}"]
    atheris.Setup([name, *choices, "-timeout=60", "-close_fd_mask=1", *folders], TARGETS[name])
    atheris.Fuzz()


def blind(name: str, given: argparse.Namespace) -> None:
    """Try mutants of the seeds."""
    from fuzz_targets import TARGETS, mutants

    started, done = time.monotonic(), 0
    for data in mutants(name, given.runs, given.seed):
        try:
            TARGETS[name](data)
        except Exception:
            Path(f"failure-{name}").write_bytes(data)
            raise
        done += 1
        if given.seconds and time.monotonic() - started > given.seconds:
            break
    print(f"{name}: {done} executions, seed {given.seed}")


if __name__ == "__main__":
    main()
