"""Passes that most conventions share: notations of running text, notes at their calls, divisions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from teiconv.conventions.generic.lines import typed_paragraphs
from teiconv.conventions.generic.pages import page_furniture
from teiconv.layout.canon import CANON, Canon, call_form, place_of_notes
from teiconv.layout.lines import Placed, settle
from teiconv.layout.notation import Notation, apply, hinted
from teiconv.model import Element, element, plain
from teiconv.notes.anchors import anchor
from teiconv.notes.below import note_of, notes_below
from teiconv.notes.elements import note_element
from teiconv.notes.listed import NoteList, NoteText
from teiconv.notes.listing import is_notes_heading
from teiconv.structure.blocks import ReadBreak, no_break, read_blocks
from teiconv.structure.divisions import divide
from teiconv.structure.draft import Draft, Pass, on_blocks

_INDENT = "    "
"""Stands before every line of a canonical note but the first."""


def reads_notations(notations: Sequence[Notation]) -> Pass:
    """Return the pass that reads ``notations`` in the text of all blocks."""

    def read(draft: Draft) -> Draft:
        """Make an element of each piece of text that is a notation: ``[Page 3]`` → ``pb``."""
        met = hinted(draft.text, notations)
        if not met:
            return draft
        return draft.with_blocks([placed.with_block(apply(placed.block, met)) for placed in draft.blocks])

    return Pass("notations", read)


def mark_notes_heading(draft: Draft) -> Draft:
    """Make the heading of the list of notes an ``fw``: ``Notes:``, or a rule."""
    last = draft.blocks[-1] if draft.notes and draft.blocks else None
    if last is None or not is_heading_of_notes(last.block):
        return draft
    return draft.with_blocks([*draft.blocks[:-1], last.with_block(heading_of_notes(last.block))])


def is_heading_of_notes(block: Element) -> bool:
    """Whether a paragraph is the heading of a list of notes."""
    return block.name == "p" and is_notes_heading(plain(block.content))


def heading_of_notes(block: Element) -> Element:
    """Return the ``fw`` that the heading of a list of notes is."""
    return element("fw", *block.content, type="notes")


NOTES_HEADING = Pass("notes heading", mark_notes_heading)


def places_notes(notations: Sequence[Notation], read_break: ReadBreak = no_break, canon: Canon = CANON) -> Pass:
    """Return the pass that puts each note of the list that the general reader has found at its call.

    ``notations`` are those of the text of notes.  A call or a marker in the form of ``canon`` needs no word in the TEI.
    """

    def place(draft: Draft) -> Draft:
        """Put each note of the list at its call. A note without a call follows the note before it."""
        if draft.notes is None:
            return _with_notes_below(draft, canon)
        notes = [apply(note, notations) for note in _elements(draft.notes, read_break, canon)]
        return _anchored(draft, draft.blocks, notes, canon)

    return Pass("notes", place)


def _with_notes_below(draft: Draft, canon: Canon) -> Draft:
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
    return _anchored(draft, blocks, notes, canon)


def _anchored(draft: Draft, blocks: Sequence[Placed], notes: Sequence[Element], canon: Canon) -> Draft:
    """Return ``draft`` with ``blocks``, and each of ``notes`` at its call in them."""
    div = anchor(element("div", *(placed.block for placed in blocks)), notes, canon)
    anchored = (block for block in div.content if isinstance(block, Element))
    placed = (placed.with_block(block) for placed, block in zip(blocks, anchored, strict=True))
    return replace(draft.with_blocks(placed), notes=None)


def _elements(notes: NoteList, read_break: ReadBreak, canon: Canon) -> list[Element]:
    is_site = notes.is_canonical and canon.is_site
    return [
        note_element(note, _blocks(note, is_site, read_break), is_canonical=is_site or _is_marked(note, canon))
        for note in notes.notes
    ]


def _is_marked(note: NoteText, canon: Canon) -> bool:
    """Whether a note of a list that is not the site's begins with the marker of ``canon``."""
    if canon.is_site or not note.lines[0].strip():
        return False
    return note.marker == canon.marker.format(call_form(note.label, canon)[0])


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
