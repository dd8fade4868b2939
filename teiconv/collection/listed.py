"""Whom and what the lists of a document name: its persons and terms, which go to the registers of the collection."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Set
from dataclasses import replace

from teiconv.collection.identity import UnlistedPerson, added_by_editor, found_in
from teiconv.collection.ids import address
from teiconv.model import Element, Lasting, elements_named, plain
from teiconv.names.people.person import NamePart, PersonName

PERSONS, TERMS = "persons.xml", "terms.xml"
"""The registers of persons and terms, at the top of a collection."""

_TERMS = frozenset({"term"})


def found_persons(lists: tuple[Element, ...], document: str) -> dict[str, UnlistedPerson]:
    """Return the persons whom no list names, by their ids in the document; ``listPerson`` then says who found them."""
    found: dict[str, UnlistedPerson] = {}
    count: Counter[str] = Counter()
    for listed in children(lists):
        if listed.name == "listPerson" and listed.get("resp"):
            for person in children((listed,)):
                one = _unlisted(document, person)
                count[one.id] += 1
                if one.document and count[one.id] > 1:  # two of one surname, whom the document tells apart
                    one = replace(one, id=f"{one.id}-{count[one.id]}")
                found[person.get("xml:id") or ""] = one
    return found


def _unlisted(document: str, person: Element) -> UnlistedPerson:
    if person.get("resp"):
        return added_by_editor(person.get("xml:id") or "", _name_of(person))
    return found_in(document, _name_of(person))


def known_persons(lists: tuple[Element, ...], listed: Set[str]) -> tuple[str, ...]:
    """Return the ids of the persons whom an authority names: neither found nor ``listed``."""
    known = [one for one in children(lists) if one.name == "listPerson" and not one.get("resp")]
    ids = (person.get("xml:id") or "" for person in children(tuple(known)) if person.name == "person")
    return tuple(id for id in ids if id not in listed)


def register_names(
    lists: tuple[Element, ...], found: dict[str, UnlistedPerson], above: int
) -> list[tuple[str, str, str]]:
    """Return for each person and term listed the pointer in the document, that in the collection, and the name."""
    persons, terms = address(PERSONS, above), address(TERMS, above)
    names = []
    for node in (node for part in lists for node in _listed(part)):
        id = node.get("xml:id") or ""
        if node.name == "person":
            names.append((f"#{id}", f"{persons}#{found[id].id if id in found else id}", _name_text(node)))
        elif node.name == "term" and id:
            names.append((f"#{id}", f"{terms}#{id}", plain(node.content)))
    return names


def _listed(part: Element) -> Iterator[Element]:
    """Yield the persons and the terms in a ``standOff``."""
    for listed in children((part,)):
        if listed.name == "listPerson":
            yield from children((listed,))
        else:
            yield from elements_named(listed, _TERMS)


def children(nodes: tuple[Element, ...]) -> Iterator[Element]:
    """Yield the elements in each of ``nodes``, without the text between them."""
    return (child for node in nodes for child in node.content if isinstance(child, Element))


def _name_of(person: Element) -> PersonName:
    """Return the first name of ``person``, a TEI element."""
    name = next(node for node in children((person,)) if node.name == "persName")
    parts = (("", node) if isinstance(node, str) else (node.name, plain(node.content)) for node in name.content)
    return PersonName(tuple(NamePart(kind, text) for kind, text in parts))


def _name_text(person: Element) -> str:
    """Return the first name of ``person`` in one string; of a person in a list it is made but once."""
    if isinstance(person, Lasting):
        return person.once("name", lambda node: _name_of(node).text)
    return _name_of(person).text
