"""What may tell who the people of a document are, besides a list: :mod:`teiconv.authority` does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol, runtime_checkable

from teiconv.model import Span
from teiconv.names.people.index import PersonList
from teiconv.names.people.person import Person
from teiconv.names.people.resolve import PersonLink
from teiconv.names.people.tokens import Tokens


@runtime_checkable
class Register(Protocol):
    """Knows people by the thousand, and finds those whom a document names."""

    def person(self, identifier: str) -> Person | None:
        """Return the person with that ``xml:id``."""

    def find(self, all_tokens: Sequence[Tokens], date: str | None) -> tuple[PersonList, list[list[PersonLink]]]:
        """Return who is named in ``all_tokens``, and whom of them the mentions mean.

        ``date`` is that of the document as TEI writes dates (``1972-01``), if it is known.
        """

    def offices(
        self, all_tokens: Sequence[Tokens], spans: Mapping[int, Sequence[Span]], date: str | None
    ) -> Mapping[int, Sequence[tuple[Span, tuple[Person, ...]]]]:
        """Return an element for each office that stands for who holds it, by the number of its page, and who may.

        ``spans`` are the names that are known on the pages.
        """
