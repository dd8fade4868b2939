"""The ids that lists give: one that no file can have, or that another entry has, is told, and not used."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import NamedTuple, TypeVar

from teiconv.names.people.names import words
from teiconv.names.people.person import Person, WrongId
from teiconv.names.term import Term
from teiconv.regex import regex

_Entry = TypeVar("_Entry", Person, Term)


class _Kind(NamedTuple):
    """What an id of a kind of entries must be, in a pattern and in words, and what is put before one without it."""

    pattern: re.Pattern[str]
    said: str
    prefix: str = ""

    def prefixed(self, id: str) -> str:
        """Return ``id`` with the prefix that the ids of the kind have."""
        return self.prefix + id if id and not id.startswith(self.prefix) else id


_PERSON = _Kind(regex(r"p_[A-Za-z0-9._-]+"), "a person can have (letters of ASCII, digits, ., _ and -)", prefix="p_")
_TERM = _Kind(
    regex(r"[A-Za-z_][A-Za-z0-9._-]*"), "a term can have (letters of ASCII, digits, ., _ and -; first a letter or _)"
)


def with_sound_ids(entries: Iterable[tuple[str, Person]]) -> tuple[list[Person], list[WrongId]]:
    """Return the persons of ``entries`` (file, person), and the ids that cannot be used: these persons have none.

    Two lists may have the same person under the same id, who is listed once.
    """
    return _sound(entries, _PERSON, lambda person: words(person.name.text))


def with_sound_ids_of_terms(entries: Iterable[tuple[str, Term]]) -> tuple[list[Term], list[WrongId]]:
    """Return the terms of ``entries`` (file, term), and the ids that cannot be used, as :func:`with_sound_ids`."""
    return _sound(entries, _TERM, lambda term: term.name)


def _sound(
    entries: Iterable[tuple[str, _Entry]], kind: _Kind, named: Callable[[_Entry], object]
) -> tuple[list[_Entry], list[WrongId]]:
    known: dict[str, _Entry] = {}
    places: dict[str, str] = {}
    kept: list[_Entry] = []
    wrong: list[WrongId] = []
    for file, entry in entries:
        id = kind.prefixed(entry.id)
        if id in known and named(known[id]) == named(entry):
            continue
        why = _wrong(id, places, kind)
        if why:
            wrong.append(WrongId(file, entry.line, entry.id, why))
            entry = replace(entry, id="")
        elif id:
            entry = replace(entry, id=id) if id != entry.id else entry
            known[id], places[id] = entry, f"{file}:{entry.line}"
        kept.append(entry)
    return kept, wrong


def _wrong(id: str, places: dict[str, str], kind: _Kind) -> str | None:
    """Return why ``id`` cannot be used, if it is not to be."""
    if id in places:
        return f"is that of another entry ({places[id]})"
    if id and not kind.pattern.fullmatch(id):
        return f"is none that {kind.said}"
    return None
