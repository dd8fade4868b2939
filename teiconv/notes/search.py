"""What is known about a document before its calls are sought: candidates, numerals, notes called in notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from teiconv.notes.calls_within import CallsWithin, find_runs
from teiconv.notes.candidates import UNCOUNTED, Candidate, find_candidates
from teiconv.notes.stretches import Numerals, Text, look_through

NAMED_IN_NOTE = 2.0
"""What it adds that the note names the numeral before its call: ``mytel 4633`` and “In telegram 463 …”."""

BEYOND = 9
"""By how much a numeral of the text may be higher than every label."""

HIGHEST = 99
"""The highest numeral of a note where numerals go on from document to document: after it they begin again with 1."""

_NUMBER_DIGITS = 5


@dataclass(frozen=True)
class NotedText:
    """The texts of a document, the labels of its notes, and what the notes say (or nothing)."""

    texts: Sequence[str]
    labels: Sequence[str]
    notes: Sequence[str]

    @cached_property
    def texts_looked_at(self) -> list[Text]:
        """The texts with what may call a note in them."""
        return list(map(look_through, self.texts))

    @cached_property
    def notes_looked_at(self) -> list[Text]:
        """What the notes say, with what may call a note in it."""
        return list(map(look_through, self.notes))

    @cached_property
    def numerals(self) -> Numerals:
        """The numerals of the document."""
        return Numerals([*self.texts_looked_at, *self.notes_looked_at])

    @cached_property
    def named(self) -> list[frozenset[str]]:
        """The numerals that each note names."""
        return [frozenset([stretch[0] for stretch in note.stretches]) for note in self.notes_looked_at]

    @cached_property
    def numbers(self) -> list[int | None]:
        """The labels as numbers, where they are such."""
        return [number_of(label) for label in self.labels]

    @cached_property
    def runs(self) -> list[CallsWithin]:
        """For each note, the notes called from within it."""
        return find_runs(self.notes_looked_at, self.labels, len(self.texts))

    @cached_property
    def offsets(self) -> list[int]:
        """Where each text begins when all are laid in a row."""
        return list(accumulate((len(text) + 1 for text in self.texts), initial=0))


@dataclass(frozen=True)
class Search:
    """The search for the calls of a document's notes.

    ``continued`` is whether the numerals of the text may go on from documents before it.
    """

    noted: NotedText
    continued: bool = False

    @cached_property
    def candidates(self) -> dict[str, list[Candidate]]:
        """The candidates for each label, and for what may stand in the text instead of one."""
        noted, labels = self.noted, self.noted.labels
        highest = max((number for number in noted.numbers if number is not None), default=0)
        above = HIGHEST if self.continued else min(highest, 2 * len(labels)) + BEYOND
        instead = range(0 if labels[0] == "1" else 1, above + 1) if highest else ()
        sought = [*labels, *map(str, instead), *UNCOUNTED]
        return find_candidates(noted.texts_looked_at, sought, noted.numerals, lettered=self.continued)

    def words(self, row: int) -> str:
        """Return what note ``row`` says."""
        notes = self.noted.notes
        return notes[row].strip() if row < len(notes) else ""

    def score(self, row: int, candidate: Candidate) -> float:
        """Return the log-odds that ``candidate`` calls note ``row``."""
        rest, notes = candidate.rest, self.noted.notes
        named = len(rest) > 1 and row < len(notes) and rest in self.noted.named[row]
        return candidate.score + NAMED_IN_NOTE if named else candidate.score

    def start(self, candidate: Candidate) -> int:
        """Return where ``candidate`` begins when all texts are laid in a row."""
        return self.noted.offsets[candidate.text] + candidate.start


def number_of(label: str) -> int | None:
    """Return the number that ``label`` is, or ``None``."""
    return int(label) if len(label) <= _NUMBER_DIGITS and label.isascii() and label.isdigit() else None
