"""Decisions about the text itself: words that stand there instead of others."""

from __future__ import annotations

from collections.abc import Sequence

from teiconv.editing.places import occurrences
from teiconv.model.decision import Decision


def corrected(text: str, decisions: Sequence[Decision]) -> tuple[str, dict[Decision, str]]:
    """Return ``text`` with the words changed as ``decisions`` have it, and why others could not be carried out.

    All places are sought in the text as it was; of two that overlap, the first is changed.
    """
    found = []
    missed: dict[Decision, str] = {}
    for decision in decisions:
        places = nth(occurrences(decision.words, text), decision)
        found += [(start, end, decision) for start, end in places]
        if not places:
            missed[decision] = "the text does not have these words"
    pieces, last = [], 0
    for start, end, decision in sorted(found, key=lambda change: change[:2]):
        if start < last:
            missed[decision] = "another decision changes some of these words"
            continue
        pieces += [text[last:start], decision.get("to")]
        last = end
    return "".join([*pieces, text[last:]]), missed


def nth(places: Sequence[tuple[int, int]], decision: Decision) -> list[tuple[int, int]]:
    """Return those of ``places`` that ``decision`` is about: all, or the one that it numbers."""
    return list(places if decision.nth is None else places[decision.nth - 1 : decision.nth])
