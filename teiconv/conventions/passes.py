"""Passes that most conventions share: notations of running text, notes at their calls, divisions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from teiconv.conventions.generic.lines import typed_paragraphs
from teiconv.conventions.generic.pages import page_furniture
from teiconv.layout.canon import place_of_notes
from teiconv.layout.lines import Placed, settle
from teiconv.layout.notation import Notation, apply
from teiconv.model import Element, element
from teiconv.notes.anchors import anchor
from teiconv.notes.below import note_of, notes_below
from teiconv.notes.elements import note_element
from teiconv.notes.listing import NoteList, NoteText
from teiconv.structure.blocks import ReadBreak, no_break, read_blocks
from teiconv.structure.divisions import divide
from teiconv.structure.draft import Draft, Pass, on_blocks

_INDENT = "    "
"""Stands before every line of a canonical note but the first."""


def reads_notations(notations: Sequence[Notation]) -> Pass:
    """Return the pass that reads ``notations`` in the text of all blocks."""

    def read(draft: Draft) -> Draft:
        """Make an element of each piece of text that is a notation: ``[Page 3]`` → ``pb``."""
        return draft.with_blocks(placed.with_block(apply(placed.block, notations)) for placed in draft.blocks)

    return Pass("notations", read)


def places_notes(notations: Sequence[Notation], read_break: ReadBreak = no_break) -> Pass:
    """Return the pass that puts each note at its call; ``notations`` are those of the text of notes."""

    def place(draft: Draft) -> Draft:
        """Put each note of the list at its call. A note without a call follows the note before it."""
        if draft.notes is None:
            return _with_notes_below(draft)
        notes = [apply(note, notations) for note in _elements(draft.notes, read_break)]
        return _anchored(draft, draft.blocks, notes)

    return Pass("notes", place)


def _with_notes_below(draft: Draft) -> Draft:
    """Put each note that stands below the paragraph that calls it at its call."""
    below = {note.place: note for note in notes_below([placed.block for placed in draft.blocks])}
    if not below:
        return draft
    notes = [note_of(draft.blocks[place].block, note) for place, note in below.items()]
    blocks = [
        placed.with_block(place_of_notes()) if place in below else placed
        for place, placed in enumerate(draft.blocks)
        if place not in below or place - 1 not in below
    ]
    return _anchored(draft, blocks, notes)


def _anchored(draft: Draft, blocks: Sequence[Placed], notes: Sequence[Element]) -> Draft:
    """Return ``draft`` with ``blocks``, and each of ``notes`` at its call in them."""
    div = anchor(element("div", *(placed.block for placed in blocks)), notes)
    anchored = (block for block in div.content if isinstance(block, Element))
    placed = (placed.with_block(block) for placed, block in zip(blocks, anchored, strict=True))
    return replace(draft.with_blocks(placed), notes=None)


def _elements(notes: NoteList, read_break: ReadBreak) -> list[Element]:
    return [
        note_element(note, _blocks(note, notes.is_canonical, read_break), is_canonical=notes.is_canonical)
        for note in notes.notes
    ]


def _blocks(note: NoteText, is_canonical: bool, read_break: ReadBreak) -> list[Element]:
    """Return the blocks of a note: of a canonical one by its margins, of a typed one by its lines."""
    if not is_canonical and not any("\r" in line for line in note.lines):
        return typed_paragraphs(note.lines, page_furniture(note.lines))
    first, *further = note.lines
    text = "\n".join([first, *(line.removeprefix(_INDENT) for line in further)])
    return [placed.block for placed in read_blocks(text, read_break)]


MARGINS = Pass("margins", on_blocks(settle))


def divides(*, with_heads: bool = False) -> Pass:
    """Return the last pass, which makes the division of the document; ``with_heads``: its parts have a ``head``."""

    def into_divisions(draft: Draft) -> Draft:
        """Put the blocks of enclosures and sections into divisions of their own, in the order that TEI asks for."""
        return replace(draft, blocks=(), body=divide(draft.blocks, with_heads=with_heads))

    return Pass("divisions", into_divisions)
