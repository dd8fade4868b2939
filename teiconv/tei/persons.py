"""Persons → ``listPerson``."""

from __future__ import annotations

from collections.abc import Sequence

from teiconv.annotate.people.person import NamePart, Person, PersonName
from teiconv.model import Element, Node, element, joined


def list_of_persons(people: Sequence[Person]) -> tuple[Element, ...]:
    """Return the ``listPerson`` of ``people``, or nothing where there are none."""
    if not people:
        return ()
    responsible = None if all(person.listed for person in people) else "#teiconv"
    return (element("listPerson", *map(person_element, people), resp=responsible),)


def person_element(person: Person) -> Element:
    """Return the ``person`` for ``person``."""
    description = [element("note", person.description)] if person.description else []
    identifiers = [element("idno", known.value, type=known.authority) for known in person.identifiers]
    return element("person", *map(_name, person.names), *identifiers, *description, xml_id=person.id)


def _name(name: PersonName) -> Element:
    return element("persName", *joined(map(_part, name.parts)))


def _part(part: NamePart) -> Node:
    return element(part.kind, part.text) if part.kind else part.text
