"""Decisions about one document that mean the same place, however they name it: the last of them holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from teiconv.editing.file import Contradiction, in_force
from teiconv.editing.places import occurrences
from teiconv.model.decision import EVERY, Decision

_THIS = "this document"


def settled(decisions: Iterable[Decision], text: str = "") -> tuple[list[Decision], list[Contradiction]]:
    """Return which of the ``decisions`` about one document hold, and those that contradict each other.

    Its id and its file mean the same document.  Words that ``text`` has once mean the same place with or without
    ``nth``.
    """
    named = {_named_alike(decision, text): decision for decision in decisions}
    holding, against = in_force(named)
    return [named[one] for one in holding], [Contradiction(named[kept], named[other]) for kept, other in against]


def _named_alike(decision: Decision, text: str) -> Decision:
    """Return ``decision`` as it would name its document and place if there were one way to do so."""
    document = decision.document if decision.document == EVERY else _THIS
    is_alone = decision.words and decision.nth is None and len(occurrences(decision.words, text)) == 1
    return replace(decision, document=document, nth=1 if is_alone else decision.nth)
