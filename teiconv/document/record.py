"""A whole document: what the TEI file says, as one frozen record that answers questions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from teiconv.model import Element
from teiconv.model.header import Agent, Archive, Classification, Date, Form, Header

if TYPE_CHECKING:
    from teiconv.document.answers import Gap, Mention, Note, Person, Reference
    from teiconv.document.questions import Places
    from teiconv.model.decision import Decision


NOT_CARRIED_OUT = "decision not carried out"
"""What is told of a decision that could not be: by this it is known among other things that are told."""


@dataclass(frozen=True)
class Document:
    """One document: its ``body`` (a ``div``), its ``header``, the ``form`` of its source, and its ``standoff``.

    ``standoff`` holds the lists that the text points to: ``listPerson``, ``listOrg``, the list of terms.
    ``conventions`` is the name of the conventions of the text.  ``decisions`` are the decisions of editors that were
    carried out, and ``linked`` those in tables of links; ``undone`` are the others, each with the reason.

    >>> import teiconv
    >>> document = teiconv.read_text("12. Telegram From the Embassy in Peru to the Department of State")
    >>> document.number, document.sender[0].name
    ('12', 'Embassy in Peru')
    """

    body: Element
    form: Form
    header: Header = field(default_factory=Header)
    standoff: tuple[Element, ...] = ()
    conventions: str = "frus"
    decisions: tuple[Decision, ...] = ()
    undone: tuple[tuple[Decision, str], ...] = ()
    linked: tuple[Decision, ...] = ()

    @property
    def title(self) -> str:
        """The title without its number and its notes; empty if there is none."""
        return self.header.title

    @property
    def number(self) -> str | None:
        """The number of the document in its volume."""
        return self.header.number

    @property
    def genre(self) -> str | None:
        """The kind of paper, in small letters (``telegram``, ``memorandum of conversation``)."""
        return self.header.genre

    @property
    def date(self) -> Date | None:
        """The date of writing, with its words and the TEI attributes that give its value."""
        return self.header.created

    @property
    def place(self) -> str | None:
        """The place of writing."""
        return self.header.place

    @property
    def sender(self) -> tuple[Agent, ...]:
        """The senders, which are persons, offices or organisations; a conversation has none."""
        return () if self.header.is_conversation else self.header.sent

    @property
    def recipients(self) -> tuple[Agent, ...]:
        """The recipients; a conversation has none."""
        return () if self.header.is_conversation else self.header.received

    @property
    def participants(self) -> tuple[Agent, ...]:
        """The people who took part in a conversation or a meeting."""
        return self.header.participants

    @property
    def source(self) -> Archive | None:
        """The place of the original (repository, collection, box …)."""
        return self.header.archive

    @property
    def classification(self) -> Classification | None:
        """The marking, with its level, its handling and its precedence."""
        return self.header.classification

    @property
    def decided(self) -> tuple[str, ...]:
        """The keys of the decisions that were carried out, each once."""
        return tuple(dict.fromkeys(decision.key for decision in self.decisions))

    @property
    def told(self) -> tuple[str, ...]:
        """A line for each decision that could not be carried out, with its place and the reason."""
        return tuple(f"{decision.place}: {NOT_CARRIED_OUT}: {why}" for decision, why in self.undone)

    @property
    def persons(self) -> tuple[Person, ...]:
        """The persons in the list of the document."""
        from teiconv.document.questions import persons

        return persons(self.standoff)

    @property
    def text(self) -> str:
        """The text of the document, with LF as its line end."""
        return self._places().text

    @property
    def source_bytes(self) -> bytes:
        """The text as bytes, in the encoding and with the line ends of its file."""
        from teiconv.formats.text import encode

        return encode(self.text, self.form)

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Each place where a person is named, in the order of the text."""
        return self._places().mentions()

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """The gaps, each with its measure, in the order of the text; notices in italics in TEI of others, too."""
        return self._places().gaps()

    @property
    def notes(self) -> tuple[Note, ...]:
        """The notes, in the order of their calls."""
        return self._places().notes()

    @property
    def references(self) -> tuple[Reference, ...]:
        """The references to other documents, notes, pages and volumes, in the order of the text."""
        return self._places().references()

    def _places(self) -> Places:
        """Return the answers that the text holds; they are found once."""
        found: Places | None = self.__dict__.get("_found")
        if found is None:
            from teiconv.conventions.table import named
            from teiconv.document.questions import Places

            conventions = named(self.conventions)
            found = Places(self.body, conventions.write, conventions.canon)
            object.__setattr__(self, "_found", found)
        return found

    def _repr_html_(self) -> str:
        """Return the reading view, which notebooks show."""
        from teiconv.document.reading_view import reading_view

        return reading_view(self)
