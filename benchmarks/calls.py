"""How well and how fast the calls of notes are found: ``python benchmarks/calls.py [VOLUME ...] [--hostile]``.

The ten volumes of ``../shared/corpus`` are taken as their text has them: the list of notes is split off, its
calls are sought in the lines before it, and these are held against the ``note`` elements of the official TEI.
Places are counted in characters that are neither blank nor bracket, as ``../shared/score.py`` counts them, but
with the numerals that call notes, which the texts have and the TEI has not.
"""

from __future__ import annotations

import importlib.util
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from teiconv.notes.calls import are_called, find_calls
from teiconv.notes.listing import split_notes

SHARED = Path(__file__).parents[1].parent / "shared"
CORPUS = SHARED / "corpus"
PAGE = re.compile(r"\[Page [^\]\n]*\]")
UNSCORED = re.compile(r"[\s\[\]•\u00ad]+")


@dataclass(frozen=True)
class Measured:
    """Of one volume: calls found and right, found and wrong, not found; right and wrong ones called certain."""

    documents: int
    seconds: float
    right: int
    wrong: int
    missed: int
    certain_right: int
    certain_wrong: int

    @property
    def f1(self) -> float:
        return 2 * self.right / (2 * self.right + self.wrong + self.missed)


def measure(volume: str) -> Measured:
    """Hold the calls found in the texts of ``volume`` against the official TEI."""
    counts: Counter[str] = Counter()
    seconds, documents = 0.0, 0
    for identifier, gold in _official(volume):
        lines = (CORPUS / "text" / volume / f"{identifier}.txt").read_text("utf-8").split("\n")
        start = perf_counter()
        found = split_notes(lines, are_called)
        notes = found.notes if found else ()
        body = lines[: found.start] if found else lines
        words = ["\n".join(note.lines) for note in notes]
        calls = find_calls(body, [note.label for note in notes], words)
        seconds += perf_counter() - start
        documents += 1
        places = [(call.text, call.start, call.end) for call in calls if call]
        certain = dict(zip(places, (call.certain for call in calls if call), strict=True))
        scored = _scored(body, places)
        for place, position in scored.items():
            kind = "right" if position in gold else "wrong"
            counts[kind] += 1
            counts[f"certain {kind}"] += certain[place]
        counts["missed"] += len(gold - set(scored.values()))
    figures = (counts[key] for key in ("right", "wrong", "missed", "certain right", "certain wrong"))
    return Measured(documents, seconds, *figures)


def _official(volume: str) -> Iterator[tuple[str, set[tuple[int, str]]]]:
    """Yield each document and where its notes are called: scored characters before the call, and its numeral."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "score.py")
    assert spec
    assert spec.loader
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    for identifier, document in score.gold_docs(CORPUS / "official" / f"{volume}.xml"):
        called, numerals = set(), 0
        for start, _, label in document.layers.get("note", ()):
            called.add((start + numerals, label))
            numerals += len(label or "")
        yield identifier, called


def _scored(body: list[str], places: list[tuple[int, int, int]]) -> dict[tuple[int, int, int], tuple[int, str]]:
    """Return each place, in order, as the scorer has it: scored characters before it, and the numeral."""
    scored: dict[tuple[int, int, int], tuple[int, str]] = {}
    before = line = done = 0
    for place in places:
        before += sum(map(_length, [body[line][done:], *body[line + 1 : place[0]]])) if place[0] > line else 0
        done = 0 if place[0] > line else done
        line = place[0]
        before += _length(body[line][done : place[1]])
        done = place[1]
        scored[place] = (before, body[line][place[1] : place[2]])
    return scored


def _length(text: str) -> int:
    return len(UNSCORED.sub("", PAGE.sub("", text)))


HOSTILE = {
    "prose": ("the report of May 3 1971 came from Lima and Embtel 463 said so " * 4, True),
    "1 2 3": ("1 2 3 ", False),
    "ab1 ab2": ("ab1 ab2 ab3 ", False),
    "years": ("19711 2 ", False),
    "digits": ("1234567890", False),
    "asterisks": ("ab* ", False),
}


def hostile(megabytes: float, notes: int) -> None:
    """Time texts that are made of candidates."""
    labels = [str(number) for number in range(1, notes + 1)]
    for name, (piece, has_calls) in HOSTILE.items():
        times = int(megabytes * 1e6 / len(piece))
        text = piece * times
        texts = [f"{piece * (times // notes)}so.{label}" for label in labels] if has_calls else [text]
        start = perf_counter()
        calls = find_calls(texts, labels)
        seconds = perf_counter() - start
        print(
            f"{name:<12}{megabytes:6.1f} MB {notes:6} notes {seconds:8.2f} s {len(calls) - calls.count(None):6} found"
        )


def main(arguments: list[str]) -> None:
    if "--hostile" in arguments:
        for megabytes in (1, 2, 4):
            hostile(megabytes, 2000)
        return
    volumes = arguments or sorted(path.stem for path in (CORPUS / "official").glob("*.xml"))
    results = [measure(volume) for volume in volumes]
    print(f"{'volume':<18}{'right':>7}{'wrong':>7}{'missed':>7}{'F1':>9}{'certain':>9}{'wrongly':>8}{'ms/doc':>8}")
    for volume, result in zip(volumes, results, strict=True):
        print(
            f"{volume:<18}{result.right:7}{result.wrong:7}{result.missed:7}{result.f1:9.5f}"
            f"{result.certain_right:9}{result.certain_wrong:8}{1000 * result.seconds / result.documents:8.2f}"
        )
    right, wrong, missed = (sum(getattr(result, key) for result in results) for key in ("right", "wrong", "missed"))
    print(f"{'all':<18}{right:7}{wrong:7}{missed:7}{2 * right / (2 * right + wrong + missed):9.5f}")


if __name__ == "__main__":
    main(sys.argv[1:])
