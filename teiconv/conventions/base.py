"""What conventions are: one record that says how a series, or a kind of paper, is recognised and read.

:data:`teiconv.conventions.table.ALL` lists them.  A text is recognised once (:func:`recognised`).  From then on nobody
asks for the kind of text: each function gets the part of the record that it needs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from teiconv.conventions.annotators import Annotator
from teiconv.conventions.documents_in_text import numbered_in
from teiconv.layout.canon import CANON, Canon
from teiconv.layout.lines import Placed
from teiconv.layout.notation import Notation, write
from teiconv.metadata.rules import HeaderRules
from teiconv.model import Element
from teiconv.notes.calls import are_called
from teiconv.notes.listed import NoteList
from teiconv.notes.listing import split_notes
from teiconv.structure.blocks import ReadBreak, no_break, read_blocks
from teiconv.structure.draft import Draft, Pass


class Sample:
    """A text as it is looked at before its conventions are known; each view of it is made once, when it is asked for.

    ``read_break`` gives the ``pb`` that a line is.
    """

    def __init__(self, text: str, read_break: ReadBreak = no_break) -> None:
        self.text = text
        self._read_break = read_break
        self._others: dict[ReadBreak, Sample] = {}

    def broken_by(self, read_break: ReadBreak) -> Sample:
        """Return the sample of the same text in which ``read_break`` tells the page breaks."""
        if read_break is self._read_break:
            return self
        return self._others.setdefault(read_break, Sample(self.text, read_break))

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text."""
        return self.text.split("\n")

    @cached_property
    def notes(self) -> NoteList | None:
        """The list of notes at the end of the text."""
        return split_notes(self.lines, are_called)

    @cached_property
    def body(self) -> str:
        """The text above the list of notes."""
        return "\n".join(self.lines[: self.notes.start]) if self.notes else self.text

    @cached_property
    def blocks(self) -> Sequence[Placed]:
        """The blocks of the body, as the margins of its lines tell them."""
        return read_blocks(self.body, self._read_break)

    @property
    def after(self) -> str:
        """The white space between the body and the notes."""
        if self.notes is None:
            return ""
        return "\n\n" if self.body.endswith("\n") else "\n"


class Recognition(NamedTuple):
    """How well conventions fit a text: ``score`` from 0 to 1, and the ``cue`` that it rests on, in words."""

    score: float
    cue: str = ""


@dataclass(frozen=True, slots=True)
class Conventions:
    """What holds for one series, or for one kind of paper.

    Attributes:
        name: by which users choose them, and the TEI records them.
        title: what they are the conventions of.
        recognise: how well they fit a text.
        read: text → draft: its blocks, and its list of notes.
        passes: what is done to the draft, by name and in order; the last makes the division that the document is.
        notations: stretches of running text that are elements, both ways (``[Page 3]`` ⇄ ``pb``).
        annotators: what is done to the document once it is divided, by name and in order.
        header: how its title, its source and its markings are read.
        canon: the canonical form of its texts.
        read_break: the ``pb`` that a line is; ``sample.blocks`` has it as a block of its own.
        numbered_title: the title line of a document; its group ``number`` is what it is counted by. A text that has one
            after another in order may be several documents.
        several: the line with which each document begins that a text certainly holds, where no numbered title tells it.
            Without both, every text is one document.
    """

    name: str
    title: str
    recognise: Callable[[Sample], Recognition]
    read: Callable[[Sample], Draft]
    passes: tuple[Pass, ...]
    notations: tuple[Notation, ...]
    annotators: tuple[Annotator, ...]
    header: HeaderRules
    canon: Canon = CANON
    read_break: ReadBreak = no_break
    numbered_title: re.Pattern[str] | None = None
    several: Callable[[str], list[int]] | None = None

    def fit(self, sample: Sample) -> Recognition:
        """Return how well these conventions fit a text."""
        return self.recognise(sample.broken_by(self.read_break))

    def draft(self, sample: Sample) -> Draft:
        """Return the draft that these conventions make of a text."""
        return self.read(sample.broken_by(self.read_break))

    def starts(self, text: str) -> list[int]:
        """Return the line with which each document begins that ``text`` certainly holds."""
        found = numbered_in(text, self.numbered_title) if self.numbered_title else [0]
        return self.several(text) if self.several and len(found) == 1 else found

    def write(self, node: Element) -> str | None:
        """Return the text of an element that a notation stands for; ``None`` for one that text runs through."""
        return write(node, self.notations)

    def without(self, *names: str) -> Conventions:
        """Return these conventions without the passes and annotators of those names.

        Raises:
            ValueError: they have none of that name.
        """
        known = {step.name for step in self.passes} | {step.name for step in self.annotators}
        unknown = [name for name in names if name not in known]
        if unknown:
            raise ValueError(f"{self.name} has no pass {unknown[0]!r}; it has {', '.join(sorted(known))}")
        return replace(
            self,
            passes=tuple(step for step in self.passes if step.name not in names),
            annotators=tuple(step for step in self.annotators if step.name not in names),
        )


def scores(sample: Sample, among: Iterable[Conventions]) -> list[tuple[Conventions, Recognition]]:
    """Return how well each of the conventions fits, the best first; of equals, the first stays first."""
    fits = [(conventions, conventions.fit(sample)) for conventions in among]
    return sorted(fits, key=lambda fit: -fit[1].score)


def recognised(sample: Sample, among: Iterable[Conventions]) -> Conventions:
    """Return the conventions that fit a text best."""
    return scores(sample, among)[0][0]
