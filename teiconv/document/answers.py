"""What a document answers when it is asked: small frozen records, each with its certainty and its place in the text."""

from __future__ import annotations

from dataclasses import dataclass

from teiconv.model import Element


@dataclass(frozen=True, slots=True)
class Answer:
    """Something that a document says.

    Attributes:
        text: the words that say it.
        start, end: the characters of the document's text that they are, ``text[start:end]``.
        certainty: TEI's ``high``, ``medium`` or ``low``; ``None`` where the document says it outright.
        element: the element that says it in the TEI.
    """

    text: str
    start: int
    end: int
    certainty: str | None
    element: Element


@dataclass(frozen=True, slots=True)
class Mention(Answer):
    """A person named in the text; ``persons`` are the ids of those who may be meant, one where there is no doubt."""

    persons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gap(Answer):
    """Something that is left out; ``reason``, ``unit``, ``quantity``, ``at_most``, ``extent`` are attributes of TEI."""

    reason: str
    unit: str | None = None
    quantity: float | None = None
    at_most: float | None = None
    extent: str | None = None


@dataclass(frozen=True, slots=True)
class Note(Answer):
    """A note: ``text`` is what it says; ``start`` and ``end`` are those of its call.

    ``label`` is what calls it, ``kind`` is ``source``, ``summary`` or ``None``.
    """

    label: str
    kind: str | None


@dataclass(frozen=True, slots=True)
class Reference(Answer):
    """A reference to another document, a note, a page or a volume; ``targets`` are the pointers."""

    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the document's list: the id that mentions point to, the name, and what the list says of them."""

    id: str
    name: str
    note: str | None
    element: Element
