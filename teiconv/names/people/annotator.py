"""The people of a document: its running text in, who is named where out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from teiconv.model import Element, Span, element
from teiconv.model.certainty import Certainty
from teiconv.names.people.classifier import believed
from teiconv.names.people.decisions import UNDECIDED, Decided, LinkDecision, decided
from teiconv.names.people.discover import discover
from teiconv.names.people.fitting import is_wife
from teiconv.names.people.index import FoundPeople, PersonList
from teiconv.names.people.mentions import Mention, mentions
from teiconv.names.people.names import words
from teiconv.names.people.person import Person, identified
from teiconv.names.people.register import Register
from teiconv.names.people.resolve import PersonLink, resolve
from teiconv.names.people.signers import with_signers
from teiconv.names.people.speakers import with_speakers
from teiconv.names.people.tokens import Tokens
from teiconv.names.runs import Run, with_taken
from teiconv.remember import remembered


@dataclass(frozen=True, slots=True)
class Sources:
    """Who may be named in a document, as far as anything but itself tells.

    Attributes:
        people: a list of persons; if there is one, it alone tells who is named.
        register: knows people by the thousand (:mod:`teiconv.authority`); without either the document itself tells.
        decisions: an editor's, some of them about the document whose ``xml:id`` is ``document``.
        date: that of the document, as TEI writes dates.
        unlisted: whether those are named as well whom neither ``people`` nor ``register`` knows.
    """

    people: PersonList | None = None
    register: Register | None = None
    decisions: Sequence[LinkDecision] = ()
    document: str = ""
    date: str | None = None
    unlisted: bool = False


NOTHING_ELSE = Sources()


class Found(NamedTuple):
    """A ``persName`` for each mention of a person, by the number of its run, and the persons mentioned.

    ``decided`` is what became of an editor's decisions.
    """

    spans: Mapping[int, Sequence[Span]]
    persons: tuple[Person, ...]
    decided: Decided = UNDECIDED


def find_people(texts: Sequence[Run], sources: Sources = NOTHING_ELSE) -> Found:
    """Return who is named in ``texts``, and where.

    Offices that stand for who holds them are ``rs``.  The persons come in the order of the list.
    """
    outcome = UNDECIDED
    all_tokens = [Tokens(run) for run in texts]
    known, linked = _people_in(all_tokens, sources)
    if sources.decisions:
        linked, outcome = decided(sources.document, all_tokens, linked, known, sources.decisions)
    spans = {number: [_span(link, known) for link in links] for number, links in enumerate(linked) if links}
    mentioned = {number for links in linked for link in links for number in link.persons}
    persons = tuple(known.persons[number] for number in sorted(mentioned))
    if sources.unlisted and sources.people is not None:
        spans, persons = _with_unlisted(texts, spans, persons, sources.people)
    if sources.register:
        spans, persons = _with_offices(all_tokens, spans, persons, sources)
    return Found(spans, persons, outcome)


def _people_in(all_tokens: Sequence[Tokens], sources: Sources) -> tuple[PersonList, list[list[PersonLink]]]:
    """Return who may be named in ``all_tokens``, and whom of them the mentions mean."""
    if sources.people is not None:
        people, linked = linked_by(all_tokens, sources.people, sources.date)
        return people, with_signers(all_tokens, linked, people)
    if sources.register is None:
        return _found_in(all_tokens)
    known, linked = sources.register.find(all_tokens, sources.date)
    return known, linked if sources.unlisted else _to_known(linked, known)


def _to_known(linked: Sequence[Sequence[PersonLink]], people: PersonList) -> list[list[PersonLink]]:
    """Return those ``linked`` that lead to somebody whom an authority knows."""
    known = {number for number, person in enumerate(people.persons) if person.listed}
    return [[link for link in links if not known.isdisjoint(link.persons)] for links in linked]


def _with_unlisted(
    texts: Sequence[Run], spans: dict[int, list[Span]], persons: tuple[Person, ...], people: PersonList
) -> tuple[dict[int, list[Span]], tuple[Person, ...]]:
    """Return ``spans`` and ``persons`` with those whom the document names and ``people``, a list, does not have.

    Who bears the surname of a person of the list is nobody else, except a wife whom the title tells apart.
    """
    all_tokens = [Tokens(with_taken(run, spans.get(number, ()))) for number, run in enumerate(texts)]
    found, evidence = discover(all_tokens)
    others = [
        person
        for person in found
        if is_wife(person) or not any(word in people.forms for word in words(person.name.text))
    ]
    used = {person.id for person in people.persons}
    own = identified((replace(person, id="") for person in others), used)
    known, linked = linked_by(all_tokens, FoundPeople(own))
    linked = believed(all_tokens, linked, known, evidence)
    for number, links in enumerate(linked):
        if links:
            spans[number] = sorted((*spans.get(number, ()), *(_span(link, known) for link in links)), key=_start)
    mentioned = {number for links in linked for link in links for number in link.persons}
    return spans, (*persons, *(known.persons[number] for number in sorted(mentioned)))


def _start(span: Span) -> int:
    return span.start


def _with_offices(
    all_tokens: Sequence[Tokens], spans: dict[int, list[Span]], persons: tuple[Person, ...], sources: Sources
) -> tuple[dict[int, list[Span]], tuple[Person, ...]]:
    """Return ``spans`` and ``persons`` with the offices that stand for who holds them."""
    assert sources.register is not None
    offices = sources.register.offices(all_tokens, spans, sources.date)
    for number, held in offices.items():
        own = [_as_listed(span, holders, sources.people) for span, holders in held] if sources.people else held
        spans[number] = sorted((*spans.get(number, ()), *(span for span, _ in own)), key=lambda span: span.start)
        known = {person.id: person for person in persons}
        persons = tuple((known | {p.id: known.get(p.id, p) for _, holders in own for p in holders}).values())
    return spans, persons


def _as_listed(span: Span, holders: tuple[Person, ...], people: PersonList) -> tuple[Span, tuple[Person, ...]]:
    """Return ``span`` and ``holders`` with the persons of the list in place of those of the register: nobody is two."""
    listed = {frozenset(words(name.text)): person for person in people.persons for name in person.names}
    same = {person.id: _same(person, listed) for person in holders}
    pointers = (pointer.removeprefix("#") for pointer in (span.element.get("ref") or "").split())
    ref = " ".join(f"#{same[id].id if id in same else id}" for id in pointers)
    return replace(span, element=span.element.having(ref=ref)), tuple(same.values())


def _same(person: Person, listed: Mapping[frozenset[str], Person]) -> Person:
    """Return who of those ``listed`` has a name of ``person``, or else ``person``."""
    keys = (frozenset(words(name.text)) for name in person.names)
    return next((listed[key] for key in keys if key in listed), person)


def linked_by(
    all_tokens: Sequence[Tokens], people: PersonList, date: str | None = None
) -> tuple[PersonList, list[list[PersonLink]]]:
    """Return ``people``, and whom of them the mentions in ``all_tokens``, a document of ``date``, mean."""
    linked = resolve(all_tokens, mentions_in(all_tokens, people), people, date)
    return people, with_speakers(all_tokens, linked, people)


def _found_in(all_tokens: Sequence[Tokens]) -> tuple[PersonList, list[list[PersonLink]]]:
    """Return who is named in ``all_tokens`` as the document itself tells, and whom of them the mentions mean."""
    persons, evidence = discover(all_tokens)
    people, linked = linked_by(all_tokens, FoundPeople(persons))
    return people, _in_doubt_by_forename(believed(all_tokens, linked, people, evidence), people)


def _in_doubt_by_forename(linked: Sequence[Sequence[PersonLink]], people: PersonList) -> list[list[PersonLink]]:
    """Return ``linked``, in doubt where a forename is all: ``Ken``, who signs, may be the sender of the title."""
    doubtful = {number for number, person in enumerate(people.persons) if not person.name.of("surname")}
    return [
        [
            link._replace(cert=link.cert or Certainty.MEDIUM) if doubtful.issuperset(link.persons) else link
            for link in links
        ]
        for links in linked
    ]


def mentions_in(all_tokens: Sequence[Tokens], people: PersonList) -> list[list[Mention]]:
    """Return where somebody of ``people`` may be named in each run, without what another element holds."""
    return [_free(tokens, people) for tokens in all_tokens]


def _free(tokens: Tokens, people: PersonList) -> list[Mention]:
    beginnings = people.beginnings(tokens)
    found = list(mentions(tokens, people, beginnings)) if beginnings else []
    return [one for one in found if not tokens.run.is_taken(one.start, one.end)] if tokens.run.taken else found


def _span(link: PersonLink, people: PersonList) -> Span:
    pointers = " ".join([f"#{people.persons[number].id}" for number in link.persons])
    return Span(link.start, link.end, _pers_name(pointers, link.cert))


@remembered(4096)  # a few persons have most of the mentions
def _pers_name(pointers: str, cert: str | None) -> Element:
    return element("persName", ref=pointers, cert=cert)
