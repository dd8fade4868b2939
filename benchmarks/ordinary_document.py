"""How long a document of ordinary length takes in a running process: to convert, and to validate.

Ten documents of about 6 kB are taken evenly from a folder of texts; each is converted and validated in turns, and the
medians of processor time are printed. Without the folder it is the seed that is timed.

    python benchmarks/ordinary_document.py [FOLDER] [--bytes 6000] [--rounds 15]
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from statistics import median

from teiconv import to_tei, validate

ROOT = Path(__file__).parents[1]
CORPUS = ROOT.parent / "shared" / "corpus" / "text"
NEAR = 0.04
"""How much shorter or longer a document may be, in parts of the wanted length."""


def main() -> None:
    parser = argparse.ArgumentParser(description="Time the conversion and validation of single documents.")
    parser.add_argument("folder", nargs="?", type=Path, default=CORPUS)
    parser.add_argument("--bytes", type=int, default=6000)
    parser.add_argument("--rounds", type=int, default=15)
    options = parser.parse_args()
    files = documents(options.folder, options.bytes) or sorted((ROOT / "seeds").glob("*.txt"))
    found = [timed(file.read_bytes(), options.rounds) for file in files]
    for file, (convert, check) in zip(files, found, strict=True):
        print(f"{convert:5.2f} + {check:4.2f} ms  {file.stat().st_size} bytes  {file.parent.name}/{file.name}")
    both = median(convert + check for convert, check in found)
    print(f"median: convert {median(convert for convert, _ in found):.2f} ms, ", end="")
    print(f"validate {median(check for _, check in found):.2f} ms, both {both:.2f} ms")


def documents(folder: Path, size: int, count: int = 10) -> list[Path]:
    near = [file for file in sorted(folder.glob("**/d*.txt")) if abs(file.stat().st_size - size) <= NEAR * size]
    return near[:: max(1, len(near) // count)][:count]


def timed(text: bytes, rounds: int) -> tuple[float, float]:
    """Return the median milliseconds to convert and to validate ``text``; the first round warms up and is left out."""
    seconds = [_once(text) for _ in range(rounds + 1)][1:]
    return median(convert for convert, _ in seconds) * 1000, median(check for _, check in seconds) * 1000


def _once(text: bytes) -> tuple[float, float]:
    start = time.process_time()
    tei = to_tei(text)
    converted = time.process_time()
    assert all(problem.severity != "error" for problem in validate(tei))
    return converted - start, time.process_time() - converted


if __name__ == "__main__":
    main()
