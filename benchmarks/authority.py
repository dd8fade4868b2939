"""What an authority costs: opening it, and converting documents with it, with the volumes' lists, and with neither.

    python benchmarks/authority.py us-foreign-relations.auth [--every 12] [--rounds 3]

The three ways take turns document by document, so that a busy machine slows all alike; processor time, not the clock.
The least of the rounds counts for each document.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from time import process_time

from teiconv.convert import converted
from teiconv.options import Options

TEXTS = Path(__file__).parents[2] / "shared" / "corpus" / "text"

OPENING = """
import resource, sys, time
from teiconv.authority.compiled import Authority
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
start = time.perf_counter()
authority = Authority(sys.argv[1])
authority.forms("kissinger")
spent = time.perf_counter() - start
print(f"opened in {1000 * spent:.1f} ms, {(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024:.1f} MB")
"""


def sample(every: int) -> list[Path]:
    """Return every so many of the documents of the volumes that have a list of persons."""
    folders = [folder for folder in sorted(TEXTS.iterdir()) if (folder / "persons.txt").exists()]
    return [file for folder in folders for file in sorted(folder.glob("d*.txt"))[::every]]


def ways(authority: Path, folder: Path) -> dict[str, Options]:
    """Return the options of the three ways."""
    return {
        "with the list": Options(persons=folder / "persons.txt"),  # type: ignore[arg-type]
        "with the authority": Options(authority=authority),  # type: ignore[arg-type]
        "without either": Options(),
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("authority", type=Path)
    parser.add_argument("--every", type=int, default=12)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    subprocess.run([sys.executable, "-c", OPENING, str(given.authority)], check=True)
    options = {folder: ways(given.authority, folder) for folder in {file.parent for file in sample(given.every)}}
    least: dict[str, dict[Path, float]] = defaultdict(dict)
    for _ in range(given.rounds):
        for file in sample(given.every):
            data = file.read_bytes()
            for way, chosen in options[file.parent].items():
                start = process_time()
                converted(data, chosen, name=str(file))
                spent = process_time() - start
                least[way][file] = min(spent, least[way].get(file, spent))
    list_ = sum(least["with the list"].values())
    for way, times in least.items():
        total = sum(times.values())
        print(f"{way:20}{1000 * total / len(times):7.2f} ms a document, {total / list_:.2f} of that with the list")
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB at most, all lists together")


if __name__ == "__main__":
    main()
