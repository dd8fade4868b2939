"""Persons as TEI: ``person`` in a ``listPerson``."""

from __future__ import annotations

from teiconv.annotate.people.person import Identifier, Office, Person, PersonName
from teiconv.model import Element, element


def person_element(person: Person) -> Element:
    """Return ``person`` as TEI's ``person``."""
    names = [persname_element(name) for name in person.names]
    note = [element("note", person.description)] if person.description else []
    offices = [_office(office) for office in person.offices]
    identifiers = [_identifier(identifier) for identifier in person.identifiers]
    return element("person", *names, *offices, *identifiers, *note, xml_id=person.id)


def persname_element(name: PersonName) -> Element:
    """Return ``name`` as TEI's ``persName``, its parts marked up and its text as the list has it."""
    return element("persName", *(element(part.kind, part.text) if part.kind else part.text for part in name.parts))


def _office(office: Office) -> Element:
    return element("occupation", office.title, from_=office.start, to=office.end)


def _identifier(identifier: Identifier) -> Element:
    return element("idno", identifier.value, type=identifier.authority)
