"""Comparing a candidate with the gold: what agrees, what is missing, and what is too much."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from teiconv.evaluation.align import Alignment, align
from teiconv.evaluation.axis import Axis
from teiconv.evaluation.encoded import Encoded
from teiconv.evaluation.layers import LAYERS, Layer, Mark, Marks

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Score:
    """Marks that agree, marks of the gold, marks of the candidate; and the measures that follow."""

    agreed: int = 0
    gold: int = 0
    candidate: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.agreed + other.agreed, self.gold + other.gold, self.candidate + other.candidate)

    @property
    def precision(self) -> float:
        """The share of the candidate's marks that the gold has; 0 where there is none."""
        return self.agreed / self.candidate if self.candidate else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold's marks that the candidate has; 0 where there is none."""
        return self.agreed / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.gold + self.candidate
        return 2 * self.agreed / total if total else 0.0


@dataclass(frozen=True, slots=True)
class LayerResult:
    """One layer of one document."""

    score: Score
    missing: tuple[Mark, ...]
    """Marks of the gold that the candidate lacks."""
    extra: tuple[Mark, ...]
    """Marks of the candidate that the gold lacks, at their places in the gold text."""


@dataclass(frozen=True, slots=True)
class DocumentResult:
    """One document: its gold axis, and what became of each layer."""

    identifier: str
    axis: Axis
    same_text: bool
    layers: dict[str, LayerResult]


def compare(gold: Encoded, candidate: Encoded, layers: Iterable[Layer] = LAYERS) -> DocumentResult:
    """Compare two encodings of one document.

    Raises:
        MissingExtraError: the texts differ, and ``rapidfuzz`` is not installed.
    """
    candidate = candidate.with_names_of(gold)
    to_gold = align(candidate.axis.text, gold.axis.text)
    results = {layer.name: _compare_layer(layer, gold, candidate, to_gold) for layer in layers}
    return DocumentResult(gold.identifier, gold.axis, candidate.axis.text == gold.axis.text, results)


def _compare_layer(layer: Layer, gold: Encoded, candidate: Encoded, to_gold: Alignment) -> LayerResult:
    expected, given = layer.gold(gold), layer.candidate(candidate)
    if layer.in_text:
        given = _moved(given, to_gold)
    unscored = {mark[:2] for mark in layer.unscored(gold)}
    if layer.overlapping:
        return _overlapping(sorted(expected.elements(), key=_stretch), _one_each(given, unscored))
    given = Counter({mark: count for mark, count in given.items() if mark[:2] not in unscored})
    missing, extra = expected - given, given - expected
    score = Score((expected & given).total(), expected.total(), given.total())
    return LayerResult(score, _in_order(missing), _in_order(extra))


def _moved(marks: Marks, to_gold: Alignment) -> Marks:
    moved: Marks = Counter()
    for (start, end, value), count in marks.items():
        moved[to_gold(start), to_gold(end), value] += count
    return moved


def _one_each(marks: Marks, unscored: set[Stretch]) -> list[Mark]:
    """Return one mark for each stretch, the one with a value first of all; none that touches an unscored stretch."""
    values: dict[Stretch, Hashable] = {}
    for start, end, value in marks:
        if value is not None or (start, end) not in values:
            values[start, end] = value
    free = (s for s in values if not any(s[0] < end and start < s[1] for start, end in unscored))
    return [(*stretch, values[stretch]) for stretch in sorted(free)]


def _overlapping(expected: list[Mark], given: list[Mark]) -> LayerResult:
    """Pair marks that share words, each with one at most, in the order of the text; they agree in their values."""
    missing, extra, agreed = list(expected), list(given), 0
    wanted, offered = iter(expected), iter(given)
    gold, candidate = next(wanted, None), next(offered, None)
    while gold and candidate:
        if candidate[1] <= gold[0]:
            candidate = next(offered, None)
        elif gold[1] <= candidate[0]:
            gold = next(wanted, None)
        else:
            if gold[2] == candidate[2]:
                agreed += 1
                missing.remove(gold)
                extra.remove(candidate)
            gold, candidate = next(wanted, None), next(offered, None)
    return LayerResult(Score(agreed, len(expected), len(given)), tuple(missing), tuple(extra))


def _stretch(mark: Mark) -> Stretch:
    return mark[:2]


def _in_order(marks: Marks) -> tuple[Mark, ...]:
    return tuple(sorted(marks.elements(), key=lambda mark: (mark[0], mark[1], str(mark[2]))))
