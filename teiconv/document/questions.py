"""Document → answers: one walk over its text for each kind of question."""

from __future__ import annotations

from collections.abc import Iterator

from teiconv.conventions.printed_notices import printed_notice
from teiconv.document.answers import Gap, Mention, Note, Person, Reference
from teiconv.layout.canon import CANON, Canon
from teiconv.layout.leaf import WriteInline
from teiconv.layout.positions import Positioned, positions
from teiconv.model import BLOCKS, Element, descendants

_CALLED = frozenset({"persName", "rs", "gap", "note", "ref"})


class Places:
    """The answers that a text holds, found in one rendering of it."""

    def __init__(self, body: Element, write_inline: WriteInline, canon: Canon = CANON) -> None:
        self.text, found = positions(body, _is_called, write_inline, canon)
        self._found = sorted(found, key=lambda at: at.start)  # a note stands at its call, and its words at the end

    def mentions(self) -> tuple[Mention, ...]:
        """Return the persons named, in the order of the text."""
        return tuple(
            Mention(self._words(at), at.start, at.end, at.element.get("cert"), at.element, _persons(at.element))
            for at in self._found
            if _names_person(at.element)
        )

    def gaps(self) -> tuple[Gap, ...]:
        """Return what is left out: gaps, and the notices that stand for one in TEI of others."""
        return tuple(
            _gap(self._words(place), place, gap)
            for at in self._found
            if (gap := at.element if at.element.name == "gap" else printed_notice(at.element))
            if (place := self._with_brackets(at))
        )

    def notes(self) -> tuple[Note, ...]:
        """Return the notes, in the order of their calls."""
        return tuple(
            Note(words(at.element), at.start, at.end, at.element.get("cert"), at.element, label, at.element.get("type"))
            for at in self._all("note")
            if (label := at.element.get("n") or "")
        )

    def references(self) -> tuple[Reference, ...]:
        """Return the references that point somewhere."""
        return tuple(
            Reference(self._words(at), at.start, at.end, at.element.get("cert"), at.element, targets)
            for at in self._all("ref")
            if (targets := _pointers(at.element, "target"))
        )

    def _all(self, name: str) -> Iterator[Positioned]:
        return (at for at in self._found if at.element.name == name)

    def _with_brackets(self, at: Positioned) -> Positioned:
        """Return the place of a printed notice with the brackets around it; those of a ``gap`` are its own."""
        around = self.text[at.start - 1 : at.start] + self.text[at.end : at.end + 1]
        is_bare = at.element.name == "hi" and around == "[]"
        return at._replace(start=at.start - 1, end=at.end + 1) if is_bare else at

    def _words(self, at: Positioned) -> str:
        return self.text[at.start : at.end]


def persons(standoff: tuple[Element, ...]) -> tuple[Person, ...]:
    """Return the persons of the lists in ``standoff``."""
    entries = (node for root in standoff for node in descendants(root) if node.name == "person")
    return tuple(_person(entry) for entry in entries)


def words(node: Element) -> str:
    """Return the running text of ``node``, with a blank where a block ends and none of its own notes."""
    pieces = (
        piece if isinstance(piece, str) else f" {words(piece)} " if piece.name in BLOCKS else _inner(piece)
        for piece in node.content
    )
    return " ".join("".join(pieces).split())


def _inner(node: Element) -> str:
    return "" if node.name == "note" else " " if node.name in ("pb", "lb", "space") else words(node)


def _is_called(node: Element) -> bool:
    return node.name in _CALLED or printed_notice(node) is not None


def _names_person(node: Element) -> bool:
    """Whether ``node`` names a person; others may write ``rs`` with a type and a pointer."""
    return node.name == "persName" or (node.name == "rs" and node.get("type") == "person" and bool(node.get("ref")))


def _gap(wording: str, at: Positioned, gap: Element) -> Gap:
    get = gap.get
    return Gap(
        wording, at.start, at.end, get("cert"), at.element, get("reason") or "", get("unit"),
        _number(get("quantity")), _number(get("atMost")), get("extent"),
    )  # fmt: skip


def _number(value: str | None) -> float | None:
    try:
        return None if value is None else float(value)
    except ValueError:
        return None


def _persons(node: Element) -> tuple[str, ...]:
    """Return the ids of those whom a name means; official volumes point to them by ``@corresp``."""
    pointers = _pointers(node, "ref") or _pointers(node, "corresp")
    return tuple(pointer.rpartition("#")[2] for pointer in pointers)


def _pointers(node: Element, attribute: str) -> tuple[str, ...]:
    return tuple(pointer.removeprefix("#") for pointer in (node.get(attribute) or "").split())


def _person(entry: Element) -> Person:
    named = next((node for node in descendants(entry) if node.name == "persName"), Element("persName"))
    note = next((node for node in descendants(entry) if node.name == "note"), None)
    return Person(entry.get("xml:id") or "", words(named), words(note) if note else None, entry)
