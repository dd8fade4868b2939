"""Who is who over the whole of a collection, without an authority.

A list says who its persons are, and its ids are kept.  Two lists may give one id to two people, or two ids to one:
persons of several lists are one if surname and forenames, one of them at least in full, are the same.

Who was found in a document without any list is known by a name alone.  Whole names (a surname and a forename in
full) are one person wherever they stand; a bare surname, or one with initials, is a person of its document and of no
other, and may be said to be *perhaps* another (:func:`likely`).  So an id says all that it follows from, and no
document can rename the persons of another.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from teiconv.collection.ids import slug, words
from teiconv.names.people.person import Person, PersonName
from teiconv.names.term import Term
from teiconv.regex import regex

_REFERS = regex(r"[Ss]ee\s+(?:also\s+)?[^\W\d_]")
_SHORT = 2
"""Letters that an initial may have (``R.``, ``Wm``)."""


@dataclass(frozen=True, slots=True)
class UnlistedPerson:
    """A person whom no list names: the id over the collection, the name, and the document if it is known in no other.

    ``surname`` and ``forenames`` are folded, for comparison; ``decided``: an editor gave the id.
    """

    id: str
    surname: str
    forenames: tuple[str, ...]
    name: tuple[tuple[str, str], ...]
    document: str = ""
    decided: bool = False

    @property
    def text(self) -> str:
        """The name as it is written."""
        return "".join(text for _, text in self.name)


def found_in(document: str, name: PersonName) -> UnlistedPerson:
    """Return the person with that name, found in ``document``."""
    surname, forenames = _folded(name)
    slug = "-".join((surname.replace(" ", "-"), *forenames))
    parts = _parts(name)
    if any(len(word) > _SHORT for word in forenames):
        return UnlistedPerson(f"p_{slug}", surname, forenames, parts)
    return UnlistedPerson(f"p_{slug}.{document}", surname, forenames, parts, document)


def added_by_editor(id: str, name: PersonName) -> UnlistedPerson:
    """Return the person of that name whom an editor added, with the ``id`` that the decision gives."""
    return UnlistedPerson(id, *_folded(name), _parts(name), decided=True)


def likely(person: UnlistedPerson, others: Iterable[UnlistedPerson]) -> UnlistedPerson | None:
    """Return the only one of ``others``, known by whole names, who may be ``person``; ``None`` where several may be.

    ``Rogers`` and ``W. P. Rogers`` may be ``William P. Rogers``; so may ``William Rogers``.
    """
    able = [other for other in others if other.id != person.id and not other.document and _may_be(person, other)]
    return able[0] if len(able) == 1 else None


def _may_be(person: UnlistedPerson, other: UnlistedPerson) -> bool:
    says_more = bool(person.document) or len(other.forenames) > len(person.forenames)
    pairs = zip(person.forenames, other.forenames, strict=False)
    return person.surname == other.surname and says_more and all(_agree(one, two) for one, two in pairs)


def _agree(one: str, two: str) -> bool:
    short, long = sorted((one, two), key=len)
    return long.startswith(short) if len(short) <= _SHORT else long == short


def renamed(lists: Mapping[str, Sequence[Person]]) -> dict[str, dict[str, str]]:
    """Return, for the list of each folder, the ids that are others in the collection.

    The first list in the order of folders keeps its ids.  Of one that comes later, persons that are there already have
    the id they have there; an id that means somebody else there gets the folder's name behind it.
    """
    taken: dict[str, tuple[str, tuple[str, ...]]] = {}
    by_name: dict[tuple[str, tuple[str, ...]], str] = {}
    changes: dict[str, dict[str, str]] = {}
    for folder in sorted(lists):
        new = _ids_of(lists[folder], folder, taken, by_name)
        changes[folder] = {old: id for old, id in new.items() if old != id}
        for person in lists[folder]:
            name = _known_as(person)
            taken.setdefault(new[person.id], name)
            if any(len(word) > _SHORT for word in name[1]):
                by_name.setdefault(name, new[person.id])
    return changes


def _ids_of(
    persons: Sequence[Person],
    folder: str,
    taken: Mapping[str, tuple[str, tuple[str, ...]]],
    by_name: Mapping[tuple[str, tuple[str, ...]], str],
) -> dict[str, str]:
    """Return the id in the collection of each of ``persons``; two of one list are never made one."""
    new: dict[str, str] = {}
    used: set[str] = set()
    for person in persons:
        name = _known_as(person)
        id = by_name.get(name, person.id)
        if id in used or (id == person.id and taken.get(id, name) != name):
            id = _unused(f"{person.id}.{slug(folder)}", used, taken)
        used.add(id)
        new[person.id] = id
    return new


def _unused(stem: str, used: set[str], taken: Mapping[str, object]) -> str:
    number, id = 1, stem
    while id in used or id in taken:
        number += 1
        id = f"{stem}-{number}"
    return id


def joined(lists: Iterable[tuple[Sequence[Person], Mapping[str, str]]]) -> dict[str, Person]:
    """Return the persons of several lists by the ids that :func:`renamed` gave them, names and descriptions joined."""
    people: dict[str, Person] = {}
    for persons, new in lists:
        for person in persons:
            id = new.get(person.id, person.id)
            known = people.get(id)
            people[id] = replace(person, id=id) if known is None else _merged(known, person)
    return people


def perhaps_one(lists: Iterable[tuple[Sequence[Person], Mapping[str, str]]]) -> dict[str, tuple[str, ...]]:
    """Return, by the ids of :func:`renamed`, who of another list may be the same: surname alike, no forename at odds.

    Nobody is made one for that: it is for an editor to say.
    """
    by_surname: dict[str, list[tuple[int, str, tuple[str, ...]]]] = {}
    lists_of: dict[str, set[int]] = {}
    for number, (persons, new) in enumerate(lists):
        for person in persons:
            id = new.get(person.id, person.id)
            surname, forenames = _folded(person.name)
            by_surname.setdefault(surname, []).append((number, id, forenames))
            lists_of.setdefault(id, set()).add(number)
    return {
        id: tuple(sorted(others))
        for entries in by_surname.values()
        for id in dict.fromkeys(id for _, id, _ in entries)
        if (others := _alike(id, entries, lists_of))
    }


def _alike(id: str, entries: Sequence[tuple[int, str, tuple[str, ...]]], lists_of: Mapping[str, set[int]]) -> set[str]:
    """Return the ids whose names agree with one of ``id``'s; two of one list are two people."""
    own = [forenames for _, each, forenames in entries if each == id]
    return {
        other
        for _, other, forenames in entries
        if other != id and not lists_of[id] & lists_of[other] and any(_agree_all(one, forenames) for one in own)
    }


def _agree_all(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    return bool(one and two) and all(_agree(*pair) for pair in zip(one, two, strict=False))


def _merged(one: Person, two: Person) -> Person:
    names = tuple(dict.fromkeys((*one.names, *two.names)))
    said = [text for text in (one.description, two.description) if text]
    return replace(
        one,
        names=names,
        description="; ".join(dict.fromkeys(said)),
        offices=tuple(dict.fromkeys((*one.offices, *two.offices))),
        identifiers=tuple(dict.fromkeys((*one.identifiers, *two.identifiers))),
    )


def _known_as(person: Person) -> tuple[str, tuple[str, ...]]:
    """Return the name by which persons of two lists are held to be one; an entry that refers is whom it refers to."""
    surname, forenames = _folded(person.name)
    referred = words(person.description or "") if _REFERS.match(person.description or "") else ()
    return surname, (*forenames, *referred)


def _parts(name: PersonName) -> tuple[tuple[str, str], ...]:
    return tuple((part.kind, part.text) for part in name.parts)


def _folded(name: PersonName) -> tuple[str, tuple[str, ...]]:
    """Return surname and forenames in plain small letters, the suffix (Jr.) with the forenames."""
    surname = words(name.of("surname") or name.text)
    return " ".join(surname), (*words(name.of("forename")), *words(name.of("genName")))


def renamed_terms(lists: Mapping[str, Sequence[Term]]) -> dict[str, dict[str, str]]:
    """Return, for the list of each folder, the ids of terms that are others in the collection.

    A term is the same if name and meaning are; an id that means something else in an earlier list gets the folder's
    name behind it.
    """
    taken: dict[str, tuple[str, str]] = {}
    changes: dict[str, dict[str, str]] = {}
    for folder in sorted(lists):
        changes[folder] = {}
        for term in lists[folder]:
            said = (term.name, term.expansion)
            id = term.id
            if taken.get(id, said) != said:
                id = f"{term.id}.{slug(folder)}"
                changes[folder][term.id] = id
            taken.setdefault(id, said)
    return changes
