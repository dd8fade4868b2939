"""Decisions about the text itself: words that stand there instead of others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from teiconv.editing.places import occurrences
from teiconv.model.decision import Decision


def corrected(text: str, decisions: Sequence[Decision]) -> tuple[str, list[Decision]]:
    """Return ``text`` with the words changed as ``decisions`` have it, and those that found no place.

    All places are sought in the text as it was; of two that overlap, the first is changed.
    """
    found, missed = [], []
    for decision in decisions:
        places = nth(occurrences(decision.words, text), decision)
        found += [(start, end, decision) for start, end in places]
        missed += [] if places else [decision]
    pieces, last = [], 0
    for start, end, decision in sorted(found, key=lambda change: change[:2]):
        if start < last:
            missed.append(decision)
            continue
        pieces += [text[last:start], decision.get("to")]
        last = end
    return "".join([*pieces, text[last:]]), missed


def nth(places: Sequence[tuple[int, int]], decision: Decision) -> list[tuple[int, int]]:
    """Return those of ``places`` that ``decision`` is about: all, or the one that it numbers."""
    return list(places if decision.nth is None else places[decision.nth - 1 : decision.nth])


def without(decisions: Iterable[Decision], missed: Sequence[Decision]) -> list[Decision]:
    """Return the ``decisions`` that were carried out."""
    return [decision for decision in decisions if decision not in missed]
