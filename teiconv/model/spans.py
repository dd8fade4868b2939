"""Running text: a tree flattened, and elements put around stretches of what is flattened."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from teiconv.model.elements import OPAQUE
from teiconv.model.tree import Content, Element, Node

OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands in flattened text for an element that has no running text of its own (``pb``, ``gap``, ``note`` …)."""


def flatten(content: Iterable[Node]) -> str:
    """Return the running text of ``content``, with :data:`OBJECT` for each element in :data:`OPAQUE`."""
    if content.__class__ is tuple and len(content) == 1 and isinstance(content[0], str):
        return content[0]
    pieces = [
        node if isinstance(node, str) else OBJECT if node.name in OPAQUE else flatten(node.content) for node in content
    ]
    return "".join(pieces)


def shown(content: Iterable[Node], show: Callable[[Element], str]) -> str:
    """Return the running text of ``content``, with what ``show`` gives for each element in :data:`OPAQUE`."""
    pieces = [
        node if isinstance(node, str) else show(node) if node.name in OPAQUE else shown(node.content, show)
        for node in content
    ]
    return "".join(pieces)


def plain(content: Iterable[Node]) -> str:
    """Return the running text of ``content`` without its notes, breaks and gaps."""
    return flatten(content).replace(OBJECT, "")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of flattened text, ``start`` to ``end`` in characters, and the element to put around it.

    Where ``replaces`` is set, the element stands *instead* of the stretch: a note instead of its numeral.  Right after
    the element comes what it is ``followed_by``.
    """

    start: int
    end: int
    element: Element
    replaces: bool = False
    followed_by: Content = ()

    def over(self, content: Iterable[Node]) -> Element:
        """Return the element as it stands in the text once it is put over ``content``."""
        return self.element if self.replaces else self.element.containing(content)


def annotate(content: Content, spans: Iterable[Span]) -> Content:
    """Put the elements of ``spans`` around their stretches of the flattened text of ``content``.

    Spans are disjoint and in order.  One that would cut an element in two is left out: markup that is
    already there is never broken up.  One that lies within an element goes inside it; one that covers
    whole elements takes them in.
    """
    if len(content) == 1 and isinstance(content[0], str):
        return _annotated(content[0], spans) or content
    queue = deque(spans)
    if not queue:
        return content
    pieces = _cut(content, sorted({edge for span in queue for edge in (span.start, span.end)}))
    out: list[Node] = []
    position = index = 0
    while index < len(pieces):
        node = pieces[index]
        end = position + _length(node)
        while queue and queue[0].start < position:
            queue.popleft()
        if queue and queue[0].end <= end and isinstance(node, Element) and node.name not in OPAQUE:
            inner = [_shifted(span, position) for span in _taken_until(queue, end)]
            out.append(node.containing(annotate(node.content, inner)))
        elif queue and queue[0].start == position:
            span = queue.popleft()
            stop, reached = _reach(pieces, index, position, span.end)
            if reached == span.end:
                out += (span.over(pieces[index:stop]), *span.followed_by)
                position, index = reached, stop
            continue
        else:
            out.append(node)
        position, index = end, index + 1
    return joined(out)


def _annotated(text: str, spans: Iterable[Span]) -> Content:
    """Return what :func:`annotate` makes of a mere ``text``, as most blocks are; nothing if that stays as it is."""
    out: list[Node] = []
    position, length = 0, len(text)
    for span in spans:
        start, end = span.start, span.end
        if start < position or end > length:
            continue
        if start > position:
            out.append(text[position:start])
        out += (span.over((text[start:end],) if start < end else ()), *span.followed_by)
        position = end
    if out and position < length:
        out.append(text[position:])
    return tuple(out)


def _taken_until(queue: deque[Span], end: int) -> Iterator[Span]:
    while queue and queue[0].end <= end:
        yield queue.popleft()


def _shifted(span: Span, by: int) -> Span:
    return replace(span, start=span.start - by, end=span.end - by)


def _reach(pieces: Sequence[Node], index: int, position: int, end: int) -> tuple[int, int]:
    """Return the first piece that does not begin before ``end``, and where it begins."""
    while index < len(pieces) and position < end:
        position += _length(pieces[index])
        index += 1
    return index, position


def joined(content: Iterable[Node]) -> Content:
    """Return ``content`` with neighbouring strings made one, and empty ones left out."""
    out: list[Node] = []
    pieces: list[str] = []  # of the string that is being joined; one after another would copy it again and again
    for node in content:
        if isinstance(node, str):
            if node:
                pieces.append(node)
            continue
        if pieces:
            out.append("".join(pieces))
            pieces = []
        out.append(node)
    if pieces:
        out.append("".join(pieces))
    return tuple(out)


def _cut(content: Content, edges: Sequence[int]) -> list[Node]:
    """Return ``content`` with its strings cut at ``edges``, which are in order."""
    pieces: list[Node] = []
    position = 0
    for node in content:
        end = position + _length(node)
        first, last = bisect_right(edges, position), bisect_left(edges, end)
        if first < last and isinstance(node, str):
            cuts = (position, *edges[first:last], end)
            pieces += [node[a - position : b - position] for a, b in pairwise(cuts)]
        else:
            pieces.append(node)
        position = end
    return pieces


def _length(node: Node) -> int:
    if isinstance(node, str):
        return len(node)
    return 1 if node.name in OPAQUE else sum(map(_length, node.content))
