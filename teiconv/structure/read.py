"""Text → the body of a document: blocks, titles, lists, closers, notes at their calls, datelines, divisions."""

from __future__ import annotations

from collections.abc import Sequence

from teiconv.conventions.frus.titles import find_title, find_typed_title, is_published
from teiconv.conventions.generic.closers import find_typed_closers
from teiconv.conventions.generic.order import below_lists
from teiconv.conventions.generic.read import read_typed_blocks
from teiconv.conventions.notations import write as write_inline
from teiconv.layout.placed import Placed, settle
from teiconv.layout.preserve import preserve
from teiconv.layout.reconcile import NotTheTextError, reconcile
from teiconv.model import Element, element, plain
from teiconv.notes.anchors import anchor
from teiconv.notes.calls import are_called
from teiconv.notes.elements import note_element
from teiconv.notes.listing import NoteList, is_notes_heading, split_notes
from teiconv.steps import Steps, at_once
from teiconv.structure.blocks import read_blocks
from teiconv.structure.closers import find_closers
from teiconv.structure.divisions import divide
from teiconv.structure.enclosures import find_attachments
from teiconv.structure.headings import join_lists_with_headings
from teiconv.structure.openers import find_openers
from teiconv.structure.postscripts import find_postscripts
from teiconv.structure.quotations import find_quotations, join_labels_with_sentences
from teiconv.structure.speakers import mark_speakers


def read_body(text: str) -> Element:
    """Return ``text`` as a ``div``.

    Should the richest reading not give the text back, the plainest does: every chunk a paragraph.
    """
    return at_once(reading_body(text))


def reading_body(text: str) -> Steps[Element]:
    """Return the steps of :func:`read_body`."""
    body = yield from _structuring(text)
    yield
    try:
        body = reconcile(body, text, write_inline)
    except NotTheTextError:
        body = reconcile(_plain(text), text, write_inline)
    yield
    return preserve(body)


def _structuring(text: str) -> Steps[Element]:
    lines = text.split("\n")
    notes = split_notes(lines, are_called)
    yield
    body = "\n".join(lines[: notes.start] if notes else lines)
    blocks = read_blocks(body)
    yield
    if "\r" not in body and not is_published(blocks, notes):
        return (yield from _reading_typed(read_typed_blocks(body), notes))
    after = "" if notes is None else _margin_at_end(body)
    return (yield from _reading_published(find_title(blocks), notes, after=after))


def _margin_at_end(body: str) -> str:
    """Return the white space between ``body`` and the notes below it."""
    return "\n\n" if body.endswith("\n") else "\n"


def _reading_published(blocks: Sequence[Placed], notes: NoteList | None, *, after: str) -> Steps[Element]:
    """Read a document in the form of the series, or of its site: what a block is, its margins tell."""
    blocks = join_lists_with_headings(blocks)
    blocks = find_attachments(blocks)
    blocks = find_closers(blocks, after=after)
    blocks = join_labels_with_sentences(find_postscripts(blocks))
    blocks = find_quotations(blocks)
    yield
    blocks = mark_speakers(_with_notes(blocks, notes))
    yield
    return divide(settle(find_openers(blocks)))


def _reading_typed(blocks: Sequence[Placed], notes: NoteList | None) -> Steps[Element]:
    """Read a text from outside the series."""
    if notes and blocks and blocks[-1].block.name == "p" and is_notes_heading(plain(blocks[-1].block.content)):
        blocks = [*blocks[:-1], blocks[-1].with_block(Element("fw", blocks[-1].block.content, (("type", "notes"),)))]
    blocks = join_lists_with_headings(find_typed_title(blocks))
    blocks = find_typed_closers(below_lists(blocks))
    blocks = find_quotations(blocks)
    yield
    blocks = mark_speakers(_with_notes(blocks, notes))
    yield
    return divide(blocks, with_heads=True)


def _with_notes(blocks: Sequence[Placed], found: NoteList | None) -> list[Placed]:
    """Return ``blocks`` with each note at its call."""
    notes = [note_element(note, found.is_canonical) for note in found.notes] if found else []
    div = anchor(element("div", *(placed.block for placed in blocks)), notes)
    return [
        placed.with_block(block)
        for placed, block in zip(blocks, div.content, strict=True)
        if isinstance(block, Element)
    ]


def _plain(text: str) -> Element:
    return element("div", *(placed.block for placed in settle(read_blocks(text))), type="document")
