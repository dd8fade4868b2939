"""Whom and what a decision may point to: the persons and terms of the lists, of the authority, and new ones."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

from teiconv.collection.identity import found_in
from teiconv.conventions.annotators import Edition
from teiconv.model import Element, descendants
from teiconv.model.decision import CORRESPONDENTS, Decision, Kind
from teiconv.names.lists.entry_names import split_entry
from teiconv.names.people.person import NamePart, Person, PersonName
from teiconv.names.term import Term

_PERSONS = CORRESPONDENTS | {Kind.PERSON}


class Known:
    """The persons and terms that decisions about an edition may point to; ``resp`` points to who made a decision."""

    def __init__(self, edition: Edition, resp: Callable[[Decision], str]) -> None:
        self._resp = resp
        options = edition.options
        listed = options.persons.persons if options.persons else ()
        self._persons: dict[str, Person] = {person.id: person for person in (*listed, *edition.people)}
        self._terms: dict[str, Term] = {
            term.id: term for term in (*(options.terms.terms if options.terms else ()), *edition.terms)
        }
        self._register = options.authority
        document = edition.body.get("xml:id") or ""
        found = [person for person in edition.people if not person.listed and not person.resp]
        self._in_collection = {found_in(document, person.name).id: person.id for person in found}

    def meant(self, decision: Decision) -> Decision:
        """Return ``decision`` with the id that its person has here; whom no list names has another in a collection."""
        identifier = decision.get("is")
        id = self._in_collection.get(identifier) if decision.kind in _PERSONS else None
        if id is None or identifier in self._persons:
            return decision
        return replace(decision, values=tuple((key, id if key == "is" else value) for key, value in decision.values))

    def unknown(self, decision: Decision) -> str | None:
        """Return why ``decision`` points to nobody, in words; a person with a name is known from then on."""
        decision = self.meant(decision)
        identifier = decision.get("is")
        if decision.takes_away or not identifier:
            return None
        if decision.kind is Kind.TERM and identifier not in self._terms:
            return f"no list has the term {identifier}"
        if decision.kind in _PERSONS and identifier not in self._persons:
            person = self._person(decision)
            if person is None:
                return f"no list has the person {identifier}, and the decision gives no name"
            self._persons[identifier] = person
        return None

    def _person(self, decision: Decision) -> Person | None:
        identifier, name = decision.get("is"), decision.get("name")
        if name:
            return Person(identifier, (_whole(name),), listed=False, resp=self._resp(decision))
        return self._register.person(identifier) if self._register else None

    def names(self) -> dict[str, str]:
        """Return the names of all persons who are known, by id."""
        return {identifier: person.name.text for identifier, person in self._persons.items()}

    def people(self, body: Element, others: Collection[str] = ()) -> tuple[Person, ...]:
        """Return the persons whom ``body`` points to, and the ``others`` of these ids, in the order of their lists."""
        meant = _pointed_to(body, "ref") | set(others)
        return tuple(person for identifier, person in self._persons.items() if identifier in meant)

    def terms(self, body: Element) -> tuple[Term, ...]:
        """Return the terms that ``body`` points to, in the order of their lists."""
        meant = _pointed_to(body, "target")
        return tuple(term for identifier, term in self._terms.items() if identifier in meant)


def _whole(name: str) -> PersonName:
    """Return the name that an editor gave, all of it."""
    found, rest = split_entry(name)
    return PersonName((*found.parts, NamePart("", name[len(found.text) :]))) if rest else found


def _pointed_to(body: Element, attribute: str) -> set[str]:
    return {
        pointer.removeprefix("#")
        for node in descendants(body)
        for pointer in (node.get(attribute) or "").split()
        if pointer.startswith("#")
    }
