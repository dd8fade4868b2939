"""The answers of a document: small frozen records, each with its certainty and its place in the text."""

from __future__ import annotations

from dataclasses import dataclass

from teiconv.grammar.quantities import measured
from teiconv.model import Element


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of a document.

    Attributes:
        text: the words.
        start: where they begin in the text of the document.
        end: where they end: the words are ``document.text[start:end]``.
        certainty: ``high``, ``medium`` or ``low``; ``None`` if the document says it outright.
        element: its element in the TEI.
    """

    text: str
    start: int
    end: int
    certainty: str | None
    element: Element


@dataclass(frozen=True, slots=True)
class Mention(Answer):
    """Words that name a person.

    Attributes:
        persons: the ids of the persons who may be meant; one id if there is no doubt.

    >>> from pathlib import Path
    >>> import teiconv
    >>> document = teiconv.read_text(Path("memo.txt"))
    >>> [(mention.text, mention.persons) for mention in document.mentions]
    [('John Roe', ('p_RJ1',)), ('Doe', ('p_DOE1',)), ('Roe', ('p_RJ1',))]
    """

    persons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gap(Answer):
    """A place where something is missing.

    Attributes:
        reason: why: ``not-declassified``, ``illegible`` …
        unit: the unit of the measure: ``line``, ``page``, ``word`` …
        quantity: the number of units.
        at_most: an upper limit (“less than 1 line”).
        extent: a measure in words.

    :attr:`lines` and :attr:`pages` are the length of the gap, wherever the notice states it.

    >>> from pathlib import Path
    >>> import teiconv
    >>> gap = teiconv.read_text(Path("memo.txt")).gaps[0]
    >>> gap.text, gap.quantity, gap.unit
    ('[2 lines not declassified]', 2.0, 'line')
    """

    reason: str
    unit: str | None = None
    quantity: float | None = None
    at_most: float | None = None
    extent: str | None = None

    @property
    def lines(self) -> float | None:
        """How many lines are left out (16 for “4 paragraphs (16 lines)”); ``None`` if the notice does not say."""
        return measured("line", self.unit, self.quantity, self.extent)

    @property
    def pages(self) -> float | None:
        """How many pages are left out; ``None`` if the notice does not say."""
        return measured("page", self.unit, self.quantity, self.extent)


@dataclass(frozen=True, slots=True)
class Note(Answer):
    """A note. ``text`` holds its words; ``start`` and ``end`` are the place of its call.

    Attributes:
        label: the sign of the call.
        kind: ``source``, ``summary`` or ``None``.

    >>> from pathlib import Path
    >>> import teiconv
    >>> note = teiconv.read_text(Path("memo.txt")).notes[0]
    >>> note.label, note.kind, note.text
    ('1', 'source', 'Source: National Archives, RG 59, Box 12. Secret.')
    """

    label: str
    kind: str | None


@dataclass(frozen=True, slots=True)
class Reference(Answer):
    """A reference to another document, a note, a page or a volume.

    Attributes:
        targets: the ids or addresses that it points to.

    >>> from pathlib import Path
    >>> import teiconv
    >>> reference = teiconv.read_text(Path("memo.txt")).references[0]
    >>> reference.text, reference.targets
    ('Document 11', ('d11',))
    """

    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """A person in the list of a document.

    Attributes:
        id: the id that mentions point to.
        name: the name, as the list has it.
        note: the description in the list.
        element: the ``person`` in the TEI.

    >>> from pathlib import Path
    >>> import teiconv
    >>> person = teiconv.read_text(Path("memo.txt"), persons="persons.txt").persons[0]
    >>> person.name, person.note
    ('Doe, Paul', 'President')
    """

    id: str
    name: str
    note: str | None
    element: Element
