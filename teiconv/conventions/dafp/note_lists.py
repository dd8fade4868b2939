"""A list of notes as it is found among the paragraphs of a text: its notes, and the pieces that each of them is."""

from __future__ import annotations

from typing import NamedTuple


class Piece(NamedTuple):
    """A note, or the rest of one, in one paragraph: ``paragraph[start:end]``, its marker apart.

    ``marker`` is what stands before its text there (``1 ``, ``_[1] ``), ``""`` where a paragraph goes on with a note.
    """

    paragraph: int
    start: int
    end: int
    marker: str = ""


class ListedNote(NamedTuple):
    """A note of a list: its number, and the pieces that its text is; the first piece has the marker."""

    label: int
    pieces: tuple[Piece, ...]

    @property
    def runs_on(self) -> bool:
        """Whether it begins within the paragraph of the note before it."""
        return self.pieces[0].start > 0


class NoteSection(NamedTuple):
    """A list of notes: the paragraphs from ``start`` to ``end``, all of which belong to it."""

    start: int
    end: int
    notes: tuple[ListedNote, ...]
