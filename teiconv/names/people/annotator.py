"""The people of a document: its running text in, who is named where out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from teiconv.model import Element, Span, element
from teiconv.names.people.classifier import believed
from teiconv.names.people.decisions import Decision, decided
from teiconv.names.people.discover import discover
from teiconv.names.people.index import PersonList
from teiconv.names.people.mentions import Mention, mentions
from teiconv.names.people.person import Person
from teiconv.names.people.resolve import Link, resolve
from teiconv.names.people.speakers import with_speakers
from teiconv.names.people.tokens import Page
from teiconv.names.runs import Run


def find_people(
    texts: Sequence[Run], people: PersonList | None = None, decisions: Sequence[Decision] = (), document: str = ""
) -> tuple[Mapping[int, Sequence[Span]], tuple[Person, ...]]:
    """Return a ``persName`` for each mention of a person, by the number of its run, and the persons mentioned.

    With ``people``, a list of persons, those are found; without, the document itself tells who is in it.
    ``decisions`` are an editor's, some of them about the document whose ``xml:id`` is ``document``.  The persons come
    in the order of the list.
    """
    pages = [Page(run) for run in texts]
    known, linked = linked_by(pages, people) if people is not None else _found_in(pages)
    if decisions:
        linked = decided(document, pages, linked, known, decisions)
    spans = {number: [_span(link, known) for link in links] for number, links in enumerate(linked) if links}
    mentioned = {number for links in linked for link in links for number in link.persons}
    return spans, tuple(known.persons[number] for number in sorted(mentioned))


def linked_by(pages: Sequence[Page], people: PersonList) -> tuple[PersonList, list[list[Link]]]:
    """Return ``people``, and whom of them the mentions on ``pages`` mean."""
    found = [_free(page, people) for page in pages]
    return people, with_speakers(pages, resolve(pages, found, people), people)


def _found_in(pages: Sequence[Page]) -> tuple[PersonList, list[list[Link]]]:
    """Return who is named on ``pages`` as the document itself tells, and whom of them the mentions mean."""
    persons, evidence = discover(pages)
    people, linked = linked_by(pages, PersonList(persons))
    return people, believed(pages, linked, people, evidence)


def _free(page: Page, people: PersonList) -> list[Mention]:
    names = people.names_in(page.run.notable)
    found = list(mentions(page, people, names)) if names else []
    return [one for one in found if not page.run.is_taken(one.start, one.end)] if page.run.taken else found


def _span(link: Link, people: PersonList) -> Span:
    pointers = " ".join([f"#{people.persons[number].id}" for number in link.persons])
    return Span(link.start, link.end, _pers_name(pointers, link.cert))


@lru_cache(maxsize=4096)  # a few persons have most of the mentions
def _pers_name(pointers: str, cert: str | None) -> Element:
    return element("persName", ref=pointers, cert=cert)
