"""The document model: TEI's own tree as frozen values, in which text is a node like any other.

Everything else in the package makes, reads or changes this model; it imports nothing of ours.
An :class:`Element` has TEI's names and attributes, so that the way to XML and back is a mere change of
clothes; what makes the model ours is that it is *canonical*: white space that means nothing is not in it,
and whatever it does not say follows from the canonical form (``docs/design.md``).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import TypeAlias

Node: TypeAlias = "str | Element"
Content: TypeAlias = "tuple[Node, ...]"

OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands in flattened text for an element that has no running text of its own (``pb``, ``gap``, ``note`` …)."""

BLOCKS = frozenset(
    """ab byline cell closer dateline div fw head item label list opener p postscript quote row salute seg
    signed table trailer""".split()
)
"""Elements that begin a line of the text; each carries running text of its own, or holds others that do."""

_HOLDERS = frozenset({"div", "list", "table", "row"})  # of these, only what stands in them carries text
_NO_PHRASES = BLOCKS | {"note"}
_MAY_CARRY_TEXT = _NO_PHRASES - _HOLDERS
_APART = BLOCKS | {"pb", "lb", "space"}

OPAQUE = BLOCKS | {"pb", "lb", "gap", "note", "space"}
"""Elements that the running text around them does not pass through; :func:`flatten` shows one character for each."""


@dataclass(frozen=True, slots=True, init=False)
class Element:
    """A TEI element: its name, what it contains in order, and its attributes as sorted-by-use pairs.

    ``name`` is a local name of the TEI namespace (``p``, ``persName``); attribute names are as written in
    XML with the prefix ``xml:`` where TEI uses it (``xml:id``).
    """

    name: str
    content: Content
    attributes: tuple[tuple[str, str], ...]

    def __init__(self, name: str, content: Content = (), attributes: tuple[tuple[str, str], ...] = ()) -> None:
        _set_name(self, name)  # what dataclasses do for frozen ones, at half the cost: a volume has a million elements
        _set_content(self, content)
        _set_attributes(self, attributes)

    def get(self, key: str, default: str | None = None) -> str | None:
        """Return the value of attribute ``key``, or ``default``."""
        for name, value in self.attributes:
            if name == key:
                return value
        return default

    def having(self, **attributes: str | None) -> Element:
        """Return this element with attributes set (``xml_id`` is ``xml:id``), or removed where ``None``."""
        named = {_attribute_name(key): value for key, value in attributes.items()}
        kept = [(key, named.pop(key, value)) for key, value in self.attributes]
        pairs = [*kept, *named.items()]
        return Element(self.name, self.content, tuple((key, value) for key, value in pairs if value is not None))

    def containing(self, content: Iterable[Node]) -> Element:
        """Return this element with other content."""
        return Element(self.name, tuple(content), self.attributes)


_set_name, _set_content, _set_attributes = (vars(Element)[field].__set__ for field in ("name", "content", "attributes"))


def element(name: str, *content: Node, **attributes: str | None) -> Element:
    """Make an :class:`Element`; ``xml_id="d1"`` gives ``xml:id``, attributes that are ``None`` are left out."""
    if not attributes:
        return Element(name, content)
    pairs = [(_attribute_name(key), value) for key, value in attributes.items() if value is not None]
    return Element(name, content, tuple(pairs))


@cache
def _attribute_name(key: str) -> str:
    return key.replace("_", ":", 1) if key.startswith("xml_") else key.rstrip("_")


def descendants(node: Element) -> Iterator[Element]:
    """Yield ``node`` and every element below it, in document order."""
    waiting = [node]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += [child for child in reversed(node.content) if isinstance(child, Element)]


def transform(node: Element, change: Callable[[Element], Element]) -> Element:
    """Return the tree with ``change`` applied to every element, the innermost first."""
    content: list[Node] | None = None
    for index, child in enumerate(node.content):
        new = child if isinstance(child, str) else transform(child, change)
        if new is not child:
            content = content or list(node.content)
            content[index] = new
    return change(node if content is None else node.containing(content))


def rewrite(node: Element, change: Callable[[Element], Element], *, notes: bool = True) -> Element:
    """Return the tree with ``change`` applied to every block and note that carries running text, in document order.

    ``change`` sees a block with the blocks inside it as they were, and these are rewritten after it; with
    ``notes=False`` notes are left as they are, but for those that are blocks themselves (``rend="inline"``).
    """
    if node.name == "note" and not notes and node.get("rend") != "inline":
        return node
    if _carries_text(node):
        node = change(node)
    content: list[Node] | None = None
    for index, child in enumerate(node.content):
        if isinstance(child, str) or is_phrase(child):
            continue
        new = rewrite(child, change, notes=notes)
        if new is not child:
            content = content or list(node.content)
            content[index] = new
    return node if content is None else node.containing(content)


def is_phrase(node: Element) -> bool:
    """Tell whether ``node`` is empty, or no block and holds mere text: most elements are, and hold nothing to find."""
    content = node.content
    return not content or (len(content) == 1 and isinstance(content[0], str) and node.name not in _NO_PHRASES)


def _carries_text(node: Element) -> bool:
    if node.name not in _MAY_CARRY_TEXT:
        return False
    for child in node.content:  # a loop, which takes half as long as ``any`` over a generator
        if isinstance(child, str) or child.name not in _APART:
            return True
    return False


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

    Where ``replaces`` is set, the element stands *instead* of the stretch: a note instead of its numeral.
    """

    start: int
    end: int
    element: Element
    replaces: bool = False

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
                out.append(span.over(pieces[index:stop]))
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
        out.append(span.over((text[start:end],) if start < end else ()))
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
    last: Node | None = None
    for node in content:
        if not isinstance(node, str):
            out.append(node)
        elif not node:
            continue
        elif isinstance(last, str):
            out[-1] = node = last + node
        else:
            out.append(node)
        last = node
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
