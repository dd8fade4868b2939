"""Notes that stand below the paragraphs that call them: ``left on Monday./2/`` and, as a paragraph, ``/2/Ten vessels.``

So the volumes of 1961–72 were first published on the web, and data sets still hold them so.  Each note goes to its
call; where it stood, an ``ab`` with an empty ``ref`` says that it stands there in the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from teiconv.layout.canon import NOTE_HERE
from teiconv.model import Element, element, flatten
from teiconv.regex import regex

_MARKER = regex(r"/([1-9][0-9]{0,3})/[ \t]*(?=[^\s/])")
_CALL = regex(r"(?<=[^\s\d])/[1-9][0-9]{0,3}/")


class NoteBelow(NamedTuple):
    """The note in the block ``place``, which begins with ``marker``; ``label`` is how the text calls it."""

    place: int
    label: str
    marker: str


def notes_below(blocks: Sequence[Element]) -> tuple[NoteBelow, ...]:
    """Return the notes among ``blocks``, or nothing unless they count from 1 and are called above, in order."""
    found = tuple(_found(blocks))
    if [note.label for note in found] != [f"/{number}/" for number in range(1, len(found) + 1)]:
        return ()
    calls = _calls(blocks) if found else {}
    places = [calls.get(note.label, note.place) for note in found]
    is_called = all(place < note.place for place, note in zip(places, found, strict=True))
    return found if is_called and places == sorted(places) else ()


def _found(blocks: Sequence[Element]) -> Iterator[NoteBelow]:
    for index, block in enumerate(blocks):
        first = block.content[0] if block.name == "p" and block.content else None
        if isinstance(first, str) and (marker := _MARKER.match(first)):
            yield NoteBelow(index, f"/{marker[1]}/", marker[0])


def _calls(blocks: Sequence[Element]) -> dict[str, int]:
    """Return for each call the first block that it stands in."""
    calls: dict[str, int] = {}
    for index, block in enumerate(blocks):
        for call in _CALL.finditer(flatten(block.content)):
            calls.setdefault(call[0], index)
    return calls


def note_of(block: Element, note: NoteBelow) -> Element:
    """Return ``block`` as the note that it is."""
    first, *rest = block.content
    label = element("label", note.marker, xml_space="preserve")
    return element("note", label, str(first)[len(note.marker) :], *rest, n=note.label)


def place_of(note: NoteBelow) -> Element:
    """Return what stands where the note stood; its ``ref`` points to the note once that has an id."""
    return element("ab", element("ref", type=NOTE_HERE, n=note.label.strip("/")))
