"""One coordinate system for encodings of the same text, whatever their layout and wherever they keep notes.

A position is a count of characters, of the running text first and then of each note in order, where white
space, square brackets, bullets and soft hyphens do not count: an encoding may keep the brackets of
``[text not declassified]`` or have them stand for a ``gap``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from teiconv.model import Element

_UNCOUNTED = re.compile(r"[\s\[\]\u2022\u00ad]+")
_UNREAD = frozenset({"teiHeader", "standOff", "listPerson", "fw", "figDesc"})
"""Elements whose text is not text of the document."""


@dataclass(frozen=True, slots=True)
class Placed:
    """An element and where it stands; ``start`` equals ``end`` where it has no text, and for every note."""

    element: Element
    start: int
    end: int
    parent: Element
    in_dateline: bool


@dataclass(frozen=True, slots=True)
class Axis:
    """A document's text without what is not counted, and all its elements in document order."""

    text: str
    placed: tuple[Placed, ...]
    notes: tuple[tuple[int, int], ...]
    """The stretch that each note takes."""
    readings: tuple[str, ...]
    """The running text and the text of each note, as they read."""

    def named(self, name: str) -> Iterator[Placed]:
        """Yield the elements called ``name`` that have text."""
        return (item for item in self.placed if item.element.name == name and item.end > item.start)

    def quote(self, start: int, end: int, context: int) -> tuple[str, str, str]:
        """Return the words from ``start`` to ``end`` as they read, with ``context`` characters before and after."""
        base, text = self._reading_at(start, start == end)
        places = [place for place, character in enumerate(text) if not _UNCOUNTED.match(character)]
        inside = places[start - base : end - base]
        begin = inside[0] if inside else (places[start - base] if start - base < len(places) else len(text))
        finish = inside[-1] + 1 if inside else begin
        return text[max(0, begin - context) : begin], text[begin:finish], text[finish : finish + context]

    def _reading_at(self, position: int, may_end: bool) -> tuple[int, str]:
        """Return where the reading begins that ``position`` is in, or at the end of, and the reading."""
        running = self.notes[0][0] if self.notes else len(self.text)
        for (start, end), text in zip([(0, running), *self.notes], self.readings, strict=True):
            if start <= position < end or (may_end and position == end):
                return start, text
        return 0, self.readings[0]

    def offsets(self, reading: int, start: int, end: int) -> tuple[int, int]:
        """Return the positions of characters ``start`` to ``end`` of one of the :attr:`readings`."""
        base = self.notes[reading - 1][0] if reading else 0
        text = self.readings[reading]
        return base + len(counted(text[:start])), base + len(counted(text[:end]))


def project(root: Element) -> Axis:
    """Return the axis of a document; ``root`` itself is not placed on it."""
    walk = _Walk()
    walk.children(root, 0, False)
    bases = list(accumulate(walk.lengths, initial=0))[:-1]
    placed = tuple(
        Placed(element, bases[stream] + start, bases[stream] + end, parent, in_dateline)
        for stream, element, start, end, parent, in_dateline in walk.found
    )
    stretches = [(base, base + length) for base, length in zip(bases, walk.lengths, strict=True)]
    readings = tuple("".join(parts) for parts in walk.readings)
    return Axis("".join(map(counted, readings)), placed, tuple(stretches[1:]), readings)


def counted(text: str) -> str:
    """Return ``text`` without what is not counted."""
    return _UNCOUNTED.sub("", text)


class _Walk:
    """Reads a tree into streams: the running text is the first, each note opens another."""

    def __init__(self) -> None:
        self.readings: list[list[str]] = [[]]
        self.lengths = [0]
        self.found: list[tuple[int, Element, int, int, Element, bool]] = []

    def children(self, node: Element, stream: int, in_dateline: bool) -> None:
        for child in node.content:
            if isinstance(child, str):
                self.readings[stream].append(child)
                self.lengths[stream] += len(counted(child))
            elif child.name not in _UNREAD:
                self.element(child, node, stream, in_dateline)

    def element(self, node: Element, parent: Element, stream: int, in_dateline: bool) -> None:
        start = self.lengths[stream]
        slot = len(self.found)
        self.found.append((stream, node, start, start, parent, in_dateline))
        if stands_apart(node):
            self.readings.append([])
            self.lengths.append(0)
            self.children(node, len(self.lengths) - 1, in_dateline)
            return
        if node.name == "lb":
            self.readings[stream].append(" ")
        self.children(node, stream, in_dateline or node.name == "dateline")
        self.found[slot] = (stream, node, start, self.lengths[stream], parent, in_dateline)


def stands_apart(node: Element) -> bool:
    """Tell whether an element is a note, whose text is no part of the running text."""
    return node.name == "note" and node.get("rend") != "inline"
