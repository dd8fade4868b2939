"""Persons and terms as TEI: ``person`` in a ``listPerson``, ``term`` in a ``list``."""

from __future__ import annotations

from collections.abc import Sequence

from teiconv.annotate.people.person import Identifier, Office, Person, PersonName
from teiconv.annotate.terms import Term
from teiconv.model import Element, element


def list_of_persons(people: Sequence[Person]) -> tuple[Element, ...]:
    """Return the ``listPerson`` of ``people``, or nothing for none; ``@resp`` if they were found by rule."""
    if not people:
        return ()
    responsible = None if all(person.listed for person in people) else "#teiconv"
    return (element("listPerson", *map(person_element, people), resp=responsible),)


def list_of_terms(terms: Sequence[Term]) -> tuple[Element, ...]:
    """Return the ``list`` of ``terms``, or nothing where there are none."""
    return (element("list", *map(term_element, terms), type="terms"),) if terms else ()


def term_element(term: Term) -> Element:
    """Return ``term`` as an ``item``: the term, and what it stands for as ``gloss``."""
    expansion = (", ", element("gloss", term.expansion)) if term.expansion else ()
    return element("item", element("term", term.name, xml_id=term.id), *expansion)


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
