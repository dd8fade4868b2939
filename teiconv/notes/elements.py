"""A note of the list → its element: the label that is not canonical, and the blocks of its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from teiconv.model import Element, Node, element
from teiconv.notes.listed import NoteText
from teiconv.notes.listing import ARROW, BACK

_BLANKS = " \t"


def note_element(note: NoteText, blocks: Sequence[Element], *, is_canonical: bool) -> Element:
    """Return ``note``, whose text is ``blocks``; a marker that is not the canonical one is kept as its ``label``."""
    if not (is_canonical or note.lines[0].strip()):
        return element("note", element("label", note.marker.strip(_BLANKS), place="above"), *blocks, n=note.label)
    content: list[Node] = [] if is_canonical else [_label(note.marker.lstrip(_BLANKS))]
    attributes: tuple[tuple[str, str], ...] = ()
    if blocks and blocks[0].name == "p":
        first, *blocks = blocks
        content += first.content
        attributes = first.attributes
    return Element("note", tuple(_with_arrow((*content, *blocks))), (("n", note.label), *attributes))


def _with_arrow(content: Sequence[Node]) -> Iterator[Node]:
    """Yield ``content`` with an ``fw`` around the arrow at its end, which is no text of the note."""
    yield from content[:-1]
    for last in content[-1:]:
        if isinstance(last, str):
            match = BACK.search(last) if ARROW in last else None
            yield from (last[: match.start()], element("fw", last[match.start() :], type="back")) if match else (last,)
        else:
            yield last.containing(_with_arrow(last.content)) if last.name == "p" else last


def _label(marker: str) -> Element:
    """Return the ``label`` for a marker; of the white space after it, one blank need not be said."""
    if marker.endswith(" ") and marker == f"{marker.rstrip(_BLANKS)} ":
        return element("label", marker[:-1])
    return element("label", marker, xml_space="preserve")
