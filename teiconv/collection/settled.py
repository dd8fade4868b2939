"""What is settled for a collection before any document is read: ids over all lists, and where other volumes stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from teiconv.collection.identity import renamed, renamed_terms
from teiconv.names.people.index import PersonList
from teiconv.names.people.person import Person
from teiconv.names.term import Term
from teiconv.names.terms import TermList

Ids = tuple[tuple[str, str], ...]
"""Ids of a list that are others in the collection: old and new."""

PREFIX = "volume"
"""What pointers to other volumes begin with: ``volume:frus1969-76v06/d32``."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What documents of one setup know of their collection.

    ``prefixes`` are declared in each document: the prefix and the address that it stands for.
    """

    persons: Ids = ()
    terms: Ids = ()
    prefixes: tuple[tuple[str, str], ...] = ()

    def persons_of(self, listed: PersonList) -> PersonList:
        """Return the list with the ids of the collection."""
        new = dict(self.persons)
        return (
            PersonList(replace(person, id=new.get(person.id, person.id)) for person in listed.persons)
            if new
            else listed
        )

    def terms_of(self, listed: TermList) -> TermList:
        """Return the list with the ids of the collection."""
        new = dict(self.terms)
        return TermList(replace(term, id=new.get(term.id, term.id)) for term in listed.terms) if new else listed


def settled(
    persons: Mapping[str, Iterable[Person]], terms: Mapping[str, Iterable[Term]], volumes: str | None
) -> dict[str, Settled]:
    """Return what is settled for each folder; both mappings have the lists of all folders, empty ones included.

    ``volumes`` is the address below which other volumes stand.
    """
    people = renamed({folder: tuple(listed) for folder, listed in persons.items()})
    words = renamed_terms({folder: tuple(listed) for folder, listed in terms.items()})
    prefixes = ((PREFIX, volumes),) if volumes else ()
    return {
        folder: Settled(tuple(sorted(people[folder].items())), tuple(sorted(words[folder].items())), prefixes)
        for folder in persons
    }
