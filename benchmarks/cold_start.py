"""How long one command takes from a cold start, beside ``import lxml.etree`` on the same machine.

The commands run in turns, each in a process of its own; the medians are printed, and their ratios to lxml's. Bytecode
is compiled beforehand, as it is by installing: without it (``PYTHONDONTWRITEBYTECODE``) Python reads the sources anew
each time.

    python benchmarks/cold_start.py [TEXT] [--rounds 21]
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

SEED = Path(__file__).parents[1] / "seeds" / "000_f231dd26702c106e.txt"
BASE = "import lxml.etree"


def main() -> None:
    parser = argparse.ArgumentParser(description="Time commands from a cold start.")
    parser.add_argument("text", nargs="?", type=Path, default=SEED)
    parser.add_argument("--rounds", type=int, default=21)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        seconds = measure(commands(options.text), options.rounds, environment(folder))
    base = median(seconds[BASE])
    for name, found in seconds.items():
        print(f"{median(found) * 1000:6.1f} ms {median(found) / base:5.2f} x  {name}")


def commands(text: Path) -> dict[str, list[str]]:
    teiconv = [sys.executable, "-c", "from teiconv.cli import main; main(prog_name='teiconv')"]
    return {
        "python, nothing imported": [sys.executable, "-c", "pass"],
        BASE: [sys.executable, "-c", BASE],
        "teiconv --help": [*teiconv, "--help"],
        "teiconv convert --no-validate": [*teiconv, "convert", "--no-validate", str(text)],
        "teiconv convert": [*teiconv, "convert", str(text)],
    }


def environment(folder: str) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": folder}


def measure(timed: Mapping[str, Sequence[str]], rounds: int, env: Mapping[str, str]) -> dict[str, list[float]]:
    for command in timed.values():
        subprocess.run(command, env=env, check=True, stdout=subprocess.DEVNULL)
    seconds: dict[str, list[float]] = {name: [] for name in timed}
    for _ in range(rounds):
        for name, command in timed.items():
            start = time.perf_counter()
            subprocess.run(command, env=env, check=True, stdout=subprocess.DEVNULL)
            seconds[name].append(time.perf_counter() - start)
    return seconds


if __name__ == "__main__":
    main()
