"""The decisions of editors that hold at a place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from teiconv.editing.links import links_by_file
from teiconv.editing.marks import ELEMENTS
from teiconv.editing.places import occurrences
from teiconv.editing.vocabulary import BLOCKS
from teiconv.editing.words import nth
from teiconv.explain.witness import Witness
from teiconv.model.decision import Decision, Kind
from teiconv.names.people.decisions import LinkDecision

MORE = "…"
"""Ends the words of a decision about a block that says more than these."""

ABOUT: Mapping[Kind, frozenset[str]] = {
    **ELEMENTS,
    Kind.CALL: frozenset({"note"}),
    Kind.BLOCK: frozenset(BLOCKS.values()),
}
"""The elements that say what a decision of each kind is about."""


def decisions_at(witness: Witness, start: int, end: int) -> list[Decision]:
    """Return the decisions that were carried out at a place of the text."""
    made = [(one, _places(one, witness.text)) for one in witness.document.decisions]
    made += _of_links(witness)
    return [one for one, places in made if any(at < end and start < to for at, to in places)]


def _places(decision: Decision, text: str) -> list[tuple[int, int]]:
    """Return where a decision holds; a word that was changed is found as it stands now."""
    words = decision.get("to") if decision.kind is Kind.TEXT else decision.words.removesuffix(MORE)
    return nth(occurrences(words, text), decision) if words else []


def _of_links(witness: Witness) -> Iterator[tuple[Decision, list[tuple[int, int]]]]:
    """Yield the rows of the older table that are about this document, with their places: they count mentions."""
    document = witness.document.body.get("xml:id") or ""
    for one in links_by_file(witness.options.decisions, witness.found.name):
        if isinstance(one, LinkDecision) and one.is_about(document):
            yield one.decision, nth(witness.mentions.get(one.mention, []), one.decision)
