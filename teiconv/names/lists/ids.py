"""The ids that lists give: one that no file can have, or that another entry has, is told, and not used."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from teiconv.names.people.names import words
from teiconv.names.people.person import Person, WrongId
from teiconv.regex import regex

_ID = regex(r"p_[A-Za-z0-9._-]+")


def with_sound_ids(entries: Iterable[tuple[str, Person]]) -> tuple[list[Person], list[WrongId]]:
    """Return the persons of ``entries`` (file, person), and the ids that cannot be used: these persons have none.

    Two lists may have the same person under the same id, who is listed once.
    """
    persons: dict[str, Person] = {}
    places: dict[str, str] = {}
    kept: list[Person] = []
    wrong: list[WrongId] = []
    for file, person in entries:
        id = person.id
        if id in persons and words(persons[id].name.text) == words(person.name.text):
            continue
        why = _wrong(id, places)
        if why:
            wrong.append(WrongId(file, person.line, id, why))
            person = replace(person, id="")
        elif id:
            persons[id], places[id] = person, f"{file}:{person.line}"
        kept.append(person)
    return kept, wrong


def _wrong(id: str, places: dict[str, str]) -> str | None:
    """Return why ``id`` cannot be used, if it is not to be."""
    if id in places:
        return f"is that of another entry ({places[id]})"
    if id and not _ID.fullmatch(id):
        return "is none that a person can have (“p_”, and letters of ASCII, digits, ., _ and - after it)"
    return None
