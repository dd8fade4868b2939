"""Elements that differ between two encodings of one text → decisions about persons, terms, places, dates, gaps …"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from teiconv.editing.edits.words import numbered, placed
from teiconv.editing.marks import ELEMENTS
from teiconv.editing.places import Standing, TextMap
from teiconv.editing.vocabulary import DATES, VALUES
from teiconv.model import Element
from teiconv.model.decision import NOTHING, Decision, Kind

_KINDS = {name: kind for kind, names in ELEMENTS.items() for name in names if name != "rs"}
_POINTERS = {Kind.PERSON: "ref", Kind.TERM: "target", Kind.REFERENCE: "target"}
_MEASURES = ("reason", "unit", "quantity", "atMost", "extent")
_SAID: Mapping[Kind, tuple[str, ...]] = {
    Kind.PERSON: ("ref",),
    Kind.TERM: ("target",),
    Kind.PLACE: ("ref",),
    Kind.DATE: DATES,
    Kind.GAP: _MEASURES,
    Kind.REFERENCE: ("target",),
}
"""The attributes of each kind that a decision can set."""


class Marked(NamedTuple):
    """An element of a kind, and the characters of the text that it stands for."""

    kind: Kind
    start: int
    end: int


def changed_marks(before: TextMap, after: TextMap, names: Mapping[str, str]) -> Iterator[Decision | str]:
    """Yield the decisions that make the elements of ``after`` of those of ``before``, whose text is the same.

    ``names`` are those of the persons whom the edited file lists, by id.  A change that no decision can say is told.
    """
    old, new = _marks(before), _marks(after)
    for at in sorted({*old, *new}, key=lambda at: (at.start, at.end)):
        values = _values(at.kind, old.get(at)), _values(at.kind, new.get(at))
        if at in old and at in new and (values[0] == values[1] or _leads_nowhere(at.kind, values[1])):
            continue
        decision = _decision(at, values[1] if at in new else None, names)
        where = None if decision is None else numbered(placed(decision, after.text, at.start, at.end))
        yield where or f"the {at.kind} “{' '.join(after.text[at.start : at.end].split()):.60}” {_WHY[decision is None]}"


_WHY = {True: "does not say what it is", False: "cannot be named by its words"}


def _leads_nowhere(kind: Kind, values: tuple[tuple[str, str], ...]) -> bool:
    """Whether an element is a reference without a pointer: in a collection it led to what is not there."""
    return kind is Kind.REFERENCE and not values


def _marks(text: TextMap) -> dict[Marked, Element]:
    found = {}
    for one in text.elements(frozenset(_KINDS)):
        if isinstance(one.node, Element) and _is_marked(one):
            found[Marked(_KINDS[one.node.name], one.start, one.end)] = one.node
    return found


def _is_marked(one: Standing) -> bool:
    return one.start < one.end


def _values(kind: Kind, node: Element | None) -> tuple[tuple[str, str], ...]:
    if node is None:
        return ()
    said = ((name, node.get(name)) for name in _SAID[kind])
    return tuple(
        (name, _fragment(value) if kind in _POINTERS else value)
        for name, value in said
        if value and not (kind is Kind.PLACE and "://" not in value)  # a register tells which place it is
    )


def _fragment(pointer: str) -> str:
    """Return what a pointer names, without the file: registers stand in one of their own."""
    return " ".join(one if "://" in one else one.rpartition("#")[2] for one in pointer.split())


def _decision(at: Marked, values: tuple[tuple[str, str], ...] | None, names: Mapping[str, str]) -> Decision | None:
    """Return the decision that an element has ``values``, or is none; ``None`` if these say nothing."""
    kind = at.kind
    if values is None:
        return Decision(kind, values=(("is", NOTHING),))
    if kind is Kind.PLACE:
        return Decision(kind, values=(("is", "place"), *values))
    if kind in (Kind.PERSON, Kind.TERM):
        pointer = next((value for _, value in values if " " not in value), "")
        name = (("name", names[pointer]),) if kind is Kind.PERSON and pointer in names else ()
        values = (("is", pointer), *name) if pointer else ()
    if not values or not all(VALUES[kind][key][0].fullmatch(value) for key, value in values):
        return None
    return Decision(kind, values=values)
