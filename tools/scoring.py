"""What the tools that score share: a run of ``../shared/score.py``, its figures, and what two runs differ in."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

SHARED = Path(__file__).parents[2] / "shared"

_DIFFERENCE = re.compile(r"\S+ (?:MISS|EXTRA) ")


@dataclass(frozen=True)
class Figures:
    """How many spans of a layer agree, how many the gold has, and how many the candidate."""

    agree: int = 0
    gold: int = 0
    candidate: int = 0

    def __add__(self, other: Figures) -> Figures:
        return Figures(self.agree + other.agree, self.gold + other.gold, self.candidate + other.candidate)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.agree / (self.gold + self.candidate) if self.gold + self.candidate else 0.0


Scores = dict[str, Figures]
"""The figures of each layer."""


def score(gold: Path, output: Path, *, show: str = "") -> tuple[Scores, list[str]]:
    """Return the figures of the files in ``output``, and their differences in the layer ``show``."""
    file = output.with_suffix(".json")
    command = [sys.executable, str(SHARED / "score.py"), str(gold), str(output), "--json", str(file)]
    told = subprocess.run([*command, "--show", show], check=True, capture_output=True, text=True).stdout
    raw = json.loads(file.read_text())
    file.unlink()
    scores = {name: Figures(one["tp"], one["gold"], one["cand"]) for name, one in raw.items() if isinstance(one, dict)}
    return scores, [line for line in told.splitlines() if _DIFFERENCE.match(line)]


def total(parts: Iterable[Scores]) -> Scores:
    """Return the figures of all parts together (micro average)."""
    sums: Scores = {}
    for part in parts:
        for layer, figures in part.items():
            sums[layer] = sums.get(layer, Figures()) + figures
    return sums


def table(scores: Scores, before: Scores | None = None) -> str:
    """Return the figures as lines, with what has changed since ``before``."""
    lines = [f"{'layer':<12}{'gold':>8}{'P':>9}{'R':>9}{'F1':>9}"]
    for layer, one in scores.items():
        precision = one.agree / one.candidate if one.candidate else 0.0
        recall = one.agree / one.gold if one.gold else 0.0
        changed = one.f1 - before[layer].f1 if before and layer in before else 0.0
        lines.append(
            f"{layer:<12}{one.gold:>8}{precision:>9.4f}{recall:>9.4f}{one.f1:>9.4f}"
            + (f"{changed:>+9.4f}" if changed else "")
        )
    return "\n".join(lines)


def write_run(folder: Path, scores: Mapping[str, Scores]) -> None:
    """Keep the figures of a run, part by part."""
    raw = {
        part: {layer: [one.agree, one.gold, one.candidate] for layer, one in own.items()}
        for part, own in scores.items()
    }
    (folder / "scores.json").write_text(json.dumps(raw, indent=1))


def read_run(folder: Path) -> dict[str, Scores]:
    """Return the figures that :func:`write_run` kept."""
    raw = json.loads((folder / "scores.json").read_text())
    return {part: {layer: Figures(*one) for layer, one in own.items()} for part, own in raw.items()}


def changes(now: Iterable[str], before: Iterable[str]) -> list[str]:
    """Return the differences from the gold that are new (``+``), and those that are gone (``-``)."""
    new, old = set(now), set(before)
    return [f"+ {line}" for line in sorted(new - old)] + [f"- {line}" for line in sorted(old - new)]
