"""A document in the making: what a reader makes of a text, and what each pass makes of that.

A *pass* is a function from draft to draft with a name.  Conventions are, above all, an ordered list of passes
(:mod:`teiconv.conventions`): each can be left out by its name, and its docstring says its rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from teiconv.layout.lines import Placed
from teiconv.model import Element
from teiconv.notes.listed import NoteList


@dataclass(frozen=True, slots=True)
class Habits:
    """What a volume does, as the opening of one of its documents shows.

    Attributes:
        has_file_number: a file number stands above the title, as in the volumes of the 1910s to the 1940s.
        is_titled_as_letter: the title is that of a letter, as in the volumes up to the 1940s.
    """

    has_file_number: bool = False
    is_titled_as_letter: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """A document in the making.

    Attributes:
        blocks: the blocks in order, each with the white space before it.
        text: the text that it must give back; ``None`` where the file holds no text of its own (HTML, Word).
        notes: the list of notes at the end of the text, as long as they are not at their calls.
        after: the white space between the last block and the list of notes.
        habits: what the volume does, once the opening is read.
        body: the division that the document is, once it is divided.
    """

    blocks: tuple[Placed, ...]
    text: str | None = None
    notes: NoteList | None = None
    after: str = ""
    habits: Habits = field(default_factory=Habits)
    body: Element | None = None

    def with_blocks(self, blocks: Iterable[Placed]) -> Draft:
        """Return the draft with other blocks."""
        return Draft(tuple(blocks), self.text, self.notes, self.after, self.habits, self.body)


Change: TypeAlias = Callable[[Draft], Draft]


@dataclass(frozen=True, slots=True)
class Pass:
    """One step of the reading, by name: ``Pass("closers", find_closers)``; ``run`` takes a draft and returns one."""

    name: str
    run: Change

    @property
    def rule(self) -> str:
        """What the pass does, and by what rule: the docstring of its function."""
        return (self.run.__doc__ or "").strip()


def on_blocks(change: Callable[[Sequence[Placed]], Sequence[Placed]]) -> Change:
    """Return ``change``, a function from blocks to blocks, as a function from draft to draft."""

    def changed(draft: Draft) -> Draft:
        blocks = change(draft.blocks)
        return draft if blocks is draft.blocks else draft.with_blocks(blocks)

    changed.__doc__ = change.__doc__
    return changed


def taken(draft: Draft, passes: Iterable[Pass]) -> Draft:
    """Return what ``passes``, in their order, make of ``draft``."""
    for step in passes:
        draft = step.run(draft)
    return draft
