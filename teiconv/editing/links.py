"""The rows of tables of links: which of them are about a document, and what became of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from teiconv.document.record import Document
from teiconv.editing.scope import keys_of, names_of_file
from teiconv.model.decision import Decision
from teiconv.names.people.decisions import Decided, LinkDecision


def links_by_file(decisions: Sequence[Decision | LinkDecision], file: str) -> tuple[Decision | LinkDecision, ...]:
    """Return ``decisions`` with those about links that name the document by its ``file`` as of the one in hand."""
    names = names_of_file(file) if decisions else ()
    return tuple(
        replace(one, is_here=True) if isinstance(one, LinkDecision) and one.document in names else one
        for one in decisions
    )


def with_links_told(document: Document, decided: Decided) -> Document:
    """Return ``document`` with the rows that were carried out on it, and those about it alone that could not be."""
    if not decided.done and not decided.missed:
        return document
    undone = (*document.undone, *((one.decision, why) for one, why in decided.missed))
    return replace(document, linked=tuple(one.decision for one in decided.done), undone=undone)


def with_rows_for_all_told(document: Document, decisions: Iterable[Decision | LinkDecision]) -> Document:
    """Return ``document``, the only one there is, with the rows about all documents that it missed."""
    met = set(keys_of(document))
    rows = [one.decision for one in decisions if isinstance(one, LinkDecision) and one.is_for_all]
    missed = tuple((one, f"{_NO_MENTION}: “{one.words:.60}”") for one in rows if one.key not in met)
    return replace(document, undone=(*document.undone, *missed)) if missed else document


_NO_MENTION = "no person is found by these words, or no list has the person"
