"""A part as the manifest keeps it, and back."""

from __future__ import annotations

from typing import Any

from teiconv.collection.identity import UnlistedPerson
from teiconv.collection.named import Named
from teiconv.collection.part import Part


def fields_of(part: Part) -> dict[str, Any]:
    """Return what JSON says of ``part``."""
    return {
        "id": part.id,
        "number": part.number,
        "notes": part.notes,
        "pages": part.pages,
        "opens": part.opens,
        "references": [[*want, lead] for want, lead in zip(part.wants, part.leads, strict=True)],
        "unresolved": part.unresolved,
        "found": [_said(one) for one in part.found],
        **({"known": part.known} if part.known else {}),
        **({"named": part.named} if part.named else {}),
        **({"date": part.date} if part.date else {}),
        **({"undated": part.bounds} if part.is_undated else {}),
    }


def part_of(said: dict[str, Any]) -> Part:
    """Return the part that ``said`` says; the inverse of :func:`fields_of`.

    Raises:
        ValueError, KeyError, TypeError: it says none.
    """
    if not all(isinstance(said[name], list) for name in ("notes", "pages", "references", "found")):
        raise TypeError("a part of a collection is of the wrong type")
    return Part(
        str(said["id"]),
        None if said["number"] is None else str(said["number"]),
        tuple(map(str, said["notes"])),
        tuple(map(str, said["pages"])),
        tuple((int(place), str(pointer)) for place, pointer, _ in said["references"]),
        tuple(None if lead is None else str(lead) for _, _, lead in said["references"]),
        tuple(map(_found, said["found"])),
        bool(said["opens"]),
        tuple(map(str, said.get("known", ()))),
        tuple(Named(str(id), str(name)) for id, name in said.get("named", ())),
        _pairs(said.get("date", ())),
        "undated" in said,
        _pairs(said.get("undated", ())),
    )


def _pairs(said: list[Any]) -> tuple[tuple[str, str], ...]:
    return tuple((str(key), str(value)) for key, value in said)


def _said(one: UnlistedPerson) -> list[Any]:
    decided = [True] if one.decided else []
    return [one.id, one.surname, one.forenames, one.name, one.document, *decided]


def _found(said: list[Any]) -> UnlistedPerson:
    id, surname, forenames, name, document, *decided = said
    parts = tuple((str(kind), str(text)) for kind, text in name)
    return UnlistedPerson(str(id), str(surname), tuple(map(str, forenames)), parts, str(document), bool(decided))
