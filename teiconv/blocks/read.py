"""Text → the body of a document: blocks, then titles, lists, datelines and closers, then notes at their calls."""

from __future__ import annotations

from collections.abc import Sequence

from teiconv.blocks.anchors import anchor
from teiconv.blocks.closers import find_closer
from teiconv.blocks.front import find_title, join_labels_with_sentences, join_lists_with_heads
from teiconv.blocks.notes import NoteText, split_notes
from teiconv.blocks.openers import find_openers
from teiconv.blocks.order import in_order
from teiconv.blocks.parse import read_blocks
from teiconv.blocks.placed import Placed, settle
from teiconv.blocks.reconcile import NotTheTextError, reconcile
from teiconv.blocks.running import running
from teiconv.inline import write as write_inline
from teiconv.inline.calls import are_called
from teiconv.model import Element, Node, element


BLANKS = " \t"


def read_body(text: str, identifier: str | None = None) -> Element:
    """Return ``text`` as a ``div``.

    Should the richest reading not give the text back, the plainest does: every chunk a paragraph.
    """
    try:
        return reconcile(_structured(text), text, write_inline)
    except NotTheTextError:
        return reconcile(_plain(text), text, write_inline)


def _structured(text: str) -> Element:
    lines = text.split("\n")
    found = split_notes(lines, are_called)
    body = "\n".join(lines[: found.start] if found else lines)
    blocks = find_title(read_blocks(body))
    blocks = join_labels_with_sentences(join_lists_with_heads(blocks))
    blocks = find_closer(blocks, "" if found is None else "\n\n" if body.endswith("\n") else "\n")
    blocks = _anchored(blocks, [_note(note, found.is_canonical) for note in found.notes] if found else ())
    blocks = settle(in_order(find_openers(blocks)))
    return element("div", *(placed.block for placed in blocks), type="document")


def _anchored(blocks: Sequence[Placed], notes: Sequence[Element]) -> list[Placed]:
    div = anchor(element("div", *(placed.block for placed in blocks)), notes)
    return [
        placed.with_block(block)
        for placed, block in zip(blocks, div.content, strict=True)
        if isinstance(block, Element)
    ]


def _note(note: NoteText, is_canonical: bool) -> Element:
    """Return ``note``; a marker that is not the canonical one is kept as its ``label``."""
    first, *further = note.lines
    text = "\n".join([first, *(line.removeprefix("    ") for line in further)])
    blocks = [placed.block for placed in read_blocks(text)]
    content: list[Node] = [] if is_canonical else [_label(note.marker.lstrip(BLANKS))]
    attributes: tuple[tuple[str, str], ...] = ()
    if blocks and blocks[0].name == "p":
        content += blocks[0].content
        attributes = blocks.pop(0).attributes
    return Element("note", (*content, *blocks), (("n", note.label), *attributes))


def _label(marker: str) -> Element:
    """Return the ``label`` for a marker; of the white space after it, one blank need not be said."""
    if marker.endswith(" ") and marker == f"{marker.rstrip(BLANKS)} ":
        return element("label", marker[:-1])
    return element("label", marker, xml_space="preserve")


def _plain(text: str) -> Element:
    return element("div", *(placed.block for placed in settle(read_blocks(text))), type="document")
