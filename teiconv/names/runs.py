"""The running text of a tree as the annotators read it: one run for each block or note that carries text.

:func:`runs` lists the runs of a tree in document order; :func:`with_spans` puts elements into them and gives the
tree back, otherwise unchanged.  Both walk the tree the same way, so that a run is known by its number.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import accumulate, chain
from typing import NamedTuple

from teiconv.model import BLOCKS, OBJECT, OPAQUE, Content, Element, Node, Span, annotate, flatten, is_phrase
from teiconv.regex import regex

BREAKS = frozenset({"pb", "lb"})
"""Elements that a name may run across."""

BREAK = "\n"
"""Stands in a run for an element of :data:`BREAKS`; a text of the model itself holds no line feed."""

MARKED = frozenset({"persName", "gloss", "orgName", "placeName", "ref", "date"})
"""Inline elements whose text is spoken for."""

NOTABLE = regex(r"[^\x00-@\[-\u00a9\u2000-\u206f\ufffc-\uffff]\S*+")
"""What is notable: from a capital to the next blank.  Whatever a list names has one, with few exceptions.

The set says what is no capital, nor any other letter beyond ASCII: so it is found in a fifth of the time."""


class Taken(NamedTuple):
    """A stretch of a run that an element called ``name`` holds; none up to it ends after ``reach``."""

    begin: int
    stop: int
    name: str
    reach: int


def taken_by(stretches: Iterable[tuple[int, int, str]]) -> tuple[Taken, ...]:
    """Return ``stretches``, each with its begin, its end and the name of its element, in their order."""
    ordered = sorted(stretches)
    reach = accumulate((stop for _, stop, _ in ordered), max)
    return tuple(Taken(*stretch, furthest) for stretch, furthest in zip(ordered, reach, strict=True))


class Run(NamedTuple):
    """The text of a block or note, and where it stands.

    ``text`` is as long as :func:`teiconv.model.flatten` of the same content.  ``block`` is the name of the block;
    ``list_type`` and ``label`` are the type and the head of the nearest list; ``depth`` counts the notes around
    it; ``taken`` are the stretches that elements of :data:`MARKED` hold already, in their order; ``notable`` is
    what is :data:`NOTABLE` in the text, each once: most of it is known from other runs to be in no list.
    """

    text: str
    block: str
    list_type: str = ""
    label: str = ""
    depth: int = 0
    taken: tuple[Taken, ...] = ()
    notable: Set[str] = frozenset()

    def is_taken(self, start: int, end: int, by: Set[str] = MARKED) -> bool:
        """Tell whether an element whose name is in ``by`` has text between ``start`` and ``end``."""
        index = bisect_left(self.taken, (end,))
        while index and self.taken[index - 1].reach > start:
            index -= 1
            if start < self.taken[index].stop and self.taken[index].name in by:
                return True
        return False


class _Where(NamedTuple):
    list_type: str = ""
    label: str = ""
    depth: int = 0


_NOWHERE = _Where()
_CARRIERS = (BLOCKS | {"note"}) - {"fw"}
"""Blocks that may name somebody; the furniture of a page, and stamps, do not."""


def runs(root: Element) -> tuple[Run, ...]:
    """Return the runs of ``root`` in the order in which :func:`with_spans` counts them."""
    found: list[Run] = []
    _add_runs(found, root, _NOWHERE)
    return tuple(found)


def with_taken(run: Run, spans: Iterable[Span]) -> Run:
    """Return ``run`` with the stretches of ``spans`` taken by their elements."""
    further = ((span.start, span.end, span.element.name) for span in spans)
    return run._replace(taken=taken_by(chain((each[:3] for each in run.taken), further)))


def with_spans(root: Element, spans: Mapping[int, Sequence[Span]]) -> Element:
    """Return ``root`` with the elements of ``spans[number]`` put into the run of that number.

    The spans of a run are disjoint and in order, counted in its text; one that would break up markup that is
    already there is left out (:func:`teiconv.model.annotate`).
    """
    return _Rebuild(spans).element(root) if spans else root


def elements_in_runs(root: Element, name: str) -> Iterator[tuple[Run, int, int, Element]]:
    """Yield the inline elements called ``name`` with the run they stand in, their start and their end."""
    texts = iter(runs(root))
    for block in _carriers(root):
        run = next(texts)
        yield from ((run, start, end, found) for start, end, found in _inside_block(block.content, name, 0))


def _carriers(element: Element) -> Iterator[Element]:
    """Yield the elements whose content is a run, in the order of the runs."""
    if carries_text(element):
        yield element
    for node in element.content:
        if isinstance(node, Element) and node.content:
            yield from _carriers(node)


def _inside_block(content: Iterable[Node], name: str, position: int) -> Iterator[tuple[int, int, Element]]:
    for node in content:
        length = len(flatten([node]))
        if isinstance(node, Element) and node.name not in OPAQUE:
            if node.name == name:
                yield position, position + length, node
            else:
                yield from _inside_block(node.content, name, position)
        position += length


def carries_text(element: Element) -> bool:
    """Tell whether ``element`` is a block or note with text of its own, not only with blocks in it."""
    if element.name not in _CARRIERS:
        return False
    for node in element.content:
        if isinstance(node, str) or node.name not in BLOCKS:
            return True
    return False


def _add_runs(found: list[Run], element: Element, where: _Where) -> None:
    if carries_text(element):
        text, taken = _flat(element.content)
        notable = set(NOTABLE.findall(text))
        found.append(Run(text, element.name, where.list_type, where.label, where.depth, taken, notable))
    for node in element.content:
        if isinstance(node, Element) and not is_phrase(node):
            _add_runs(found, node, _inside(node, where))


def _inside(element: Element, where: _Where) -> _Where:
    if element.name == "note":
        return _Where(depth=where.depth + 1)
    if element.name == "list":
        heads = [node for node in element.content if isinstance(node, Element) and node.name == "head"]
        return _Where(element.get("type") or "", _flat(heads[0].content)[0] if heads else "", where.depth)
    return where


def _flat(content: Content) -> tuple[str, tuple[Taken, ...]]:
    if len(content) == 1 and isinstance(content[0], str):
        return content[0], ()
    pieces: list[str] = []
    taken: list[tuple[int, int, str]] = []
    _flatten(content, pieces, taken, 0)
    return "".join(pieces), taken_by(taken)


def _flatten(content: Iterable[Node], pieces: list[str], taken: list[tuple[int, int, str]], position: int) -> int:
    """Add the text of ``content`` to ``pieces``, the stretches of marked elements to ``taken``; return the end."""
    for node in content:
        if isinstance(node, str):
            pieces.append(node)
            position += len(node)
        elif node.name in OPAQUE:
            pieces.append(BREAK if node.name in BREAKS else OBJECT)
            position += 1
        else:
            end = _flatten(node.content, pieces, taken, position)
            if node.name in MARKED:
                taken.append((position, end, node.name))
            position = end
    return position


class _Rebuild:
    """Walks a tree as :func:`runs` does and puts spans into its runs."""

    def __init__(self, spans: Mapping[int, Sequence[Span]]) -> None:
        self.spans = spans
        self.number = -1

    def element(self, element: Element) -> Element:
        content = element.content
        if carries_text(element):
            self.number += 1
            if spans := self.spans.get(self.number):
                content = annotate(content, spans)
        changed: list[Node] | None = None
        for place, node in enumerate(content):
            if isinstance(node, Element) and not is_phrase(node):
                new = self.element(node)
                if new is not node:
                    changed = changed or list(content)
                    changed[place] = new
        if changed is None and content is element.content:
            return element
        return element.containing(changed or content)
