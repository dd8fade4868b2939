"""What may tell who the people of a document are, besides a list: :mod:`teiconv.authority` does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from teiconv.model import Span
from teiconv.names.people.index import PersonList
from teiconv.names.people.person import Person
from teiconv.names.people.resolve import Link
from teiconv.names.people.tokens import Page


class Register(Protocol):
    """Knows people by the thousand, and finds those whom a document names."""

    def person(self, identifier: str) -> Person | None:
        """Return the person with that ``xml:id``."""

    def find(self, pages: Sequence[Page], date: str | None) -> tuple[PersonList, list[list[Link]]]:
        """Return who is named on ``pages``, and whom of them the mentions mean.

        ``date`` is that of the document as TEI writes dates (``1972-01``), if it is known.
        """

    def offices(
        self, pages: Sequence[Page], spans: Mapping[int, Sequence[Span]], date: str | None
    ) -> Mapping[int, Sequence[tuple[Span, tuple[Person, ...]]]]:
        """Return an element for each office that stands for who holds it, by the number of its page, and who may.

        ``spans`` are the names that are known on the pages.
        """
