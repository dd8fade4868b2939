"""The text of a note → its element, with the blocks in it."""

from __future__ import annotations

from teiconv.conventions.generic.lines import BLANKS, typed_paragraphs
from teiconv.conventions.generic.pages import page_furniture
from teiconv.model import Element, Node, element
from teiconv.notes.listing import NoteText
from teiconv.structure.blocks import read_blocks

_INDENT = "    "
"""Stands before every line of a note but the first."""


def note_element(note: NoteText, is_canonical: bool) -> Element:
    """Return ``note``; a marker that is not the canonical one is kept as its ``label``."""
    is_typed = not is_canonical and not any("\r" in line for line in note.lines)
    blocks = typed_paragraphs(note.lines, page_furniture(note.lines)) if is_typed else _published(note)
    content: list[Node] = [] if is_canonical else [_label(note.marker.lstrip(BLANKS))]
    attributes: tuple[tuple[str, str], ...] = ()
    if blocks and blocks[0].name == "p":
        content += blocks[0].content
        attributes = blocks.pop(0).attributes
    return Element("note", (*content, *blocks), (("n", note.label), *attributes))


def _published(note: NoteText) -> list[Element]:
    first, *further = note.lines
    text = "\n".join([first, *(line.removeprefix(_INDENT) for line in further)])
    return [placed.block for placed in read_blocks(text)]


def _label(marker: str) -> Element:
    """Return the ``label`` for a marker; of the white space after it, one blank need not be said."""
    if marker.endswith(" ") and marker == f"{marker.rstrip(BLANKS)} ":
        return element("label", marker[:-1])
    return element("label", marker, xml_space="preserve")
