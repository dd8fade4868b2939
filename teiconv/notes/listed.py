"""The notes that a list at the end of a text holds, and the lines they take up."""

from __future__ import annotations

from typing import NamedTuple


class NoteText(NamedTuple):
    """A note as typed: ``marker + lines[0]`` and the further ``lines`` are its lines in the text.

    ``label`` is what calls it: ``1``, ``*``, ``[1]``, ``1/``.
    """

    label: str
    marker: str
    lines: tuple[str, ...]

    def typed(self) -> list[str]:
        """Return the lines of the text that the note came from."""
        return [self.marker + self.lines[0], *self.lines[1:]]


class NoteList(NamedTuple):
    """The notes that the lines from ``start`` to ``end`` hold; only empty lines come after ``end``."""

    start: int
    end: int
    notes: tuple[NoteText, ...]
    is_canonical: bool

    def typed(self) -> list[str]:
        """Return the lines of the text that the list came from."""
        return [line for note in self.notes for line in note.typed()]
