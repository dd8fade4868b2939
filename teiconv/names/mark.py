"""Names: the people and terms of a document, found in its running text and marked in it at one stroke."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from teiconv.model import Element, Span, transform
from teiconv.model.certainty import Certainty
from teiconv.names.find_terms import find_terms
from teiconv.names.people.annotator import NOTHING_ELSE, Sources, find_people
from teiconv.names.people.decisions import UNDECIDED, Decided
from teiconv.names.people.person import Person
from teiconv.names.runs import Run, runs, with_spans, with_taken
from teiconv.names.term import Term
from teiconv.names.terms import TermList


class Named(NamedTuple):
    """A body with its people and terms marked, and those that it names, each in the order of its list.

    ``decided`` is what became of an editor's decisions about people.
    """

    body: Element
    people: tuple[Person, ...]
    terms: tuple[Term, ...] = ()
    decided: Decided = UNDECIDED


def mark_names(body: Element, sources: Sources = NOTHING_ELSE, terms: TermList | None = None) -> Named:
    """Return ``body`` with ``persName`` around each mention of a person, and ``gloss`` around each of ``terms``.

    ``sources`` tell who may be named.  A name of a person holds no term.
    """
    texts = runs(body)
    spans, named, decided = find_people(texts, sources)
    if not terms:
        return Named(with_spans(body, spans), named, decided=decided)
    spans, named = _without_terms(texts, spans, named, terms)
    glosses, used = find_terms(_with_people(texts, spans), terms)
    return Named(with_spans(body, _merged(spans, glosses)), named, used, decided)


def as_misread(body: Element, people: Sequence[Person]) -> Element:
    """Return ``body``, read off a scan, with a doubt at each mention of those of ``people`` whom no list knows."""
    own = {f"#{person.id}" for person in people if not person.listed}

    def doubted(node: Element) -> Element:
        is_sure = node.name == "persName" and node.get("ref") in own and node.get("cert") is None
        return node.having(cert=Certainty.MEDIUM) if is_sure else node

    return transform(body, doubted) if own else body


def _without_terms(
    texts: Sequence[Run], spans: Mapping[int, Sequence[Span]], people: tuple[Person, ...], terms: TermList
) -> tuple[Mapping[int, Sequence[Span]], tuple[Person, ...]]:
    """Return ``spans`` and ``people`` without those of no list whom the document only names by a term (``FonOff``)."""
    own = {f"#{person.id}" for person in people if not person.listed}
    if not own:
        return spans, people
    named = {
        pointer
        for number, found in spans.items()
        for span in found
        if texts[number].text[span.start : span.end] not in terms.forms
        for pointer in (span.element.get("ref") or "").split()
    }
    nobody = own - named
    kept = {n: [span for span in found if span.element.get("ref") not in nobody] for n, found in spans.items()}
    return kept, tuple(person for person in people if f"#{person.id}" not in nobody)


def _with_people(texts: Sequence[Run], spans: Mapping[int, Sequence[Span]]) -> list[Run]:
    """Return ``texts`` with the stretches of ``spans`` taken."""
    taken = list(texts)
    for number, names in spans.items():
        taken[number] = with_taken(texts[number], names)
    return taken


def _merged(spans: Mapping[int, Sequence[Span]], others: Mapping[int, Sequence[Span]]) -> dict[int, Sequence[Span]]:
    merged = {**spans, **others}
    for number in spans.keys() & others.keys():
        merged[number] = sorted((*spans[number], *others[number]), key=lambda span: span.start)
    return merged
