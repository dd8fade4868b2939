"""Whom and what a decision may point to: the persons and terms of the lists, of the authority, and new ones."""

from __future__ import annotations

from teiconv.conventions.annotators import Edition
from teiconv.model import Element, descendants
from teiconv.model.decision import Decision, Kind
from teiconv.names.lists.entry_names import split_entry
from teiconv.names.people.person import Person
from teiconv.names.terms import Term


class Known:
    """The persons and terms that decisions about an edition may point to."""

    def __init__(self, edition: Edition) -> None:
        options = edition.options
        listed = options.persons.persons if options.persons else ()
        self._persons: dict[str, Person] = {person.id: person for person in (*listed, *edition.people)}
        self._terms: dict[str, Term] = {
            term.id: term for term in (*(options.terms.terms if options.terms else ()), *edition.terms)
        }
        self._register = options.authority

    def unknown(self, decision: Decision) -> str | None:
        """Return why ``decision`` points to nobody, in words; a person with a name is known from then on."""
        identifier = decision.get("is")
        if decision.takes_away:
            return None
        if decision.kind is Kind.TERM and identifier not in self._terms:
            return f"no list has the term {identifier}"
        if decision.kind is Kind.PERSON and identifier not in self._persons:
            person = self._person(decision)
            if person is None:
                return f"no list has the person {identifier}, and the decision gives no name"
            self._persons[identifier] = person
        return None

    def _person(self, decision: Decision) -> Person | None:
        identifier, name = decision.get("is"), decision.get("name")
        if name:
            return Person(identifier, (split_entry(name)[0],), listed=False)
        return self._register.person(identifier) if self._register else None

    def names(self) -> dict[str, str]:
        """Return the names of all persons who are known, by id."""
        return {identifier: person.name.text for identifier, person in self._persons.items()}

    def people(self, body: Element) -> tuple[Person, ...]:
        """Return the persons whom ``body`` points to, in the order of their lists."""
        meant = _pointed_to(body, "ref")
        return tuple(person for identifier, person in self._persons.items() if identifier in meant)

    def terms(self, body: Element) -> tuple[Term, ...]:
        """Return the terms that ``body`` points to, in the order of their lists."""
        meant = _pointed_to(body, "target")
        return tuple(term for identifier, term in self._terms.items() if identifier in meant)


def _pointed_to(body: Element, attribute: str) -> set[str]:
    return {
        pointer.removeprefix("#")
        for node in descendants(body)
        for pointer in (node.get(attribute) or "").split()
        if pointer.startswith("#")
    }
