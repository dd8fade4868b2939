"""Notes that stand below the paragraphs that call them: ``left on Monday./2/`` and, as a paragraph, ``/2/Ten vessels.``

So the volumes of 1961–72 were first published on the web, and data sets still hold them so.  Each note goes to its
call; where one or several of them stood, a ``milestone`` says that the notes called above stand there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

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
    """Return the notes among ``blocks``, or nothing unless they count from 1 and stand directly below their calls."""
    found = tuple(_found(blocks))
    if not found or [note.label for note in found] != [f"/{number}/" for number in range(1, len(found) + 1)]:
        return ()
    calls = _calls(blocks)
    places = [calls.get(note.label, note.place) for note in found]
    are_called = all(place < note.place for place, note in zip(places, found, strict=True))
    return found if are_called and places == sorted(places) and not _are_apart(found, places) else ()


def _are_apart(found: Sequence[NoteBelow], places: Sequence[int]) -> bool:
    """Return whether a note stands further down than another place with notes below its call."""
    return any(
        following.place != note.place + 1 and place < note.place
        for note, following, place in zip(found, found[1:], places[1:], strict=False)
    )


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
