"""What the benchmarks of batches work on: the reference corpus, each volume with its lists."""

from __future__ import annotations

import os
import resource
import statistics
import sys
from collections.abc import Callable
from pathlib import Path

from teiconv.steps import Result, Steps, together

from teiconv.batch.run import TASKS

CORPUS = Path(__file__).parents[1].parent / "shared" / "corpus" / "text"
SETTINGS = 'persons = "persons.txt"\nterms = "terms.txt"\n'
VOLUME = "frus1969-76v12"


def corpus() -> Path:
    if not CORPUS.is_dir():
        sys.exit(f"the reference corpus is not at {CORPUS}")
    return CORPUS


COMMAND = (sys.executable, "-c", "from teiconv.cli import main; main()", "batch")


def documents(volume: str) -> list[Path]:
    return sorted((corpus() / volume).glob("d*.txt"))


def shelf(place: Path, *, copies: int = 1, limit: int | None = None) -> Path:
    """Make a tree of all volumes, each with its lists and settings, ``copies`` times, at most ``limit`` documents."""
    made = 0
    for copy in range(copies):
        for volume in sorted(path for path in corpus().iterdir() if path.is_dir()):
            target = place / f"{copy:02}" / volume.name
            target.mkdir(parents=True)
            lists = [f'{name} = "{name}.txt"\n' for name in ("persons", "terms") if (volume / f"{name}.txt").exists()]
            (target / "teiconv.toml").write_text("".join(lists))
            for file in sorted(volume.glob("*.txt")):
                is_document = file.name.startswith("d")
                if is_document and limit is not None and made >= limit:
                    continue
                made += is_document
                os.link(file, target / file.name) if place.stat().st_dev == file.stat().st_dev else (
                    target / file.name
                ).write_bytes(file.read_bytes())
    return place


def chunkwise(ways: list[Steps[Result]]) -> list[Result]:
    """Go ``ways`` as a batch does, a chunk together."""
    return [found for start in range(0, len(ways), TASKS) for found in together(ways[start : start + TASKS])]


def cpu() -> float:
    """Return the seconds of processor that this process and those it waited for have used."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


def timed(work: Callable[[], object]) -> float:
    """Return the seconds of processor that ``work`` uses: for one process, what a quiet machine's clock would show."""
    started = cpu()
    work()
    return cpu() - started


def medians(rounds: int, peers: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Return the median seconds of each of ``peers``, taken in turn ``rounds`` times."""
    found: dict[str, list[float]] = {name: [] for name in peers}
    for _ in range(rounds):
        for name, work in peers.items():
            found[name].append(timed(work))
    return {name: statistics.median(seconds) for name, seconds in found.items()}
