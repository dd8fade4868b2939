"""The persons of a document whose list stands elsewhere: in the front of its volume, or in the register beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from teiconv.document.record import Document
from teiconv.errors import TeiconvError
from teiconv.model import Element, descendants, element

Listed = Mapping[str, Element]
"""The ``person`` of each, by ``xml:id``."""

_COLLECTION, _PERSONS = "collection.xml", "persons.xml"
_MOST_FOLDERS = 12


def with_persons(document: Document, listed: Listed) -> Document:
    """Return ``document`` with those of ``listed`` whom it names in its stand-off, unless it has a list of its own."""
    if document.persons or not listed:
        return document
    meant = {person for mention in document.mentions for person in mention.persons}
    found = [person for identifier, person in listed.items() if identifier in meant]
    return replace(document, standoff=(*document.standoff, element("listPerson", *found))) if found else document


def listed_in(data: bytes, name: str) -> Listed:
    """Return the persons whom a TEI file lists in its front matter, as official volumes do; none if it has no list."""
    from teiconv.names.lists.load import load_persons
    from teiconv.names.lists.tei import person_element

    try:
        return {person.id: person_element(person) for person in load_persons([(name, data)]).persons}
    except TeiconvError:
        return {}


def registered_beside(file: Path) -> Listed:
    """Return the persons in the register of the collection that ``file`` is in; none if it is in none.

    The register is sought by its name beside ``file`` and above it, never where the XML points.
    """
    from teiconv.formats.tei.read import read_register

    top = next((folder for folder in file.parents[:_MOST_FOLDERS] if (folder / _COLLECTION).is_file()), None)
    try:
        lists = read_register((top / _PERSONS).read_bytes(), _PERSONS) if top else ()
    except (OSError, TeiconvError):
        return {}
    people = (node for part in lists for node in descendants(part) if node.name == "person")
    return {person.get("xml:id") or "": person for person in people}
