"""Entries of registers and lists → rows of the tables."""

from __future__ import annotations

from typing import Any

from lxml import etree

from teiconv.names.lists.tei import persons_in, terms_in
from teiconv.names.people.person import Person
from teiconv.publish.apart import ID
from teiconv.publish.volume import TEI, words_in

Row = tuple[Any, ...]


def listed_rows(root: etree._Element, file: str) -> tuple[list[Row], list[Row]]:
    """Return the rows of the persons and terms that lists of others name: items, as official volumes have them."""
    persons = [
        (
            *(person.id, person.name.text, person.name.of("surname"), person.name.of("forename")),
            person.description or None,
            None,
            " ".join(f"{known.authority}:{known.value}" for known in person.identifiers) or None,
            1,
        )
        for person in persons_in(root, file)
        if isinstance(person, Person) and person.id
    ]
    return persons, [(term.id, term.name, term.expansion or None) for term in terms_in(root)]


def person_row(person: etree._Element) -> Row:
    """Return the row of a ``person``."""
    name = person.find(f"{TEI}persName")
    parent = person.getparent()
    notes = " ".join(filter(None, (words_in(note) for note in person.findall(f"{TEI}note"))))
    known = " ".join(f"{known.get('type')}:{words_in(known)}" for known in person.findall(f"{TEI}idno"))
    return (
        person.get(ID) or "",
        "" if name is None else words_in(name),
        "" if name is None else " ".join(words_in(part) for part in name.findall(f"{TEI}surname")),
        "" if name is None else " ".join(words_in(part) for part in name.findall(f"{TEI}forename")),
        notes or None,
        " ".join(other.removeprefix("#") for other in (person.get("corresp") or "").split()) or None,
        known or None,
        int(parent is None or not parent.get("resp")),
    )


def named_row(entry: etree._Element) -> Row:
    """Return the row of a ``place`` or an ``org``."""
    name = entry.find(f"{TEI}*")
    return entry.get(ID) or "", "" if name is None else words_in(name)


def term_row(item: etree._Element) -> Row | None:
    """Return the row of an ``item`` that lists a term."""
    term = item.find(f"{TEI}term")
    if term is None or not term.get(ID):
        return None
    gloss = item.find(f"{TEI}gloss")
    return term.get(ID), words_in(term), None if gloss is None else words_in(gloss)
