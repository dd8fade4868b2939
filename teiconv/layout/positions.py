"""Where in the text an element stands: the text is rendered once, with marks that no text can hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from teiconv.layout.canon import CANON, Canon
from teiconv.layout.leaf import WriteInline
from teiconv.layout.render import Layout, written
from teiconv.model import Element, Node
from teiconv.regex import regex

_MARK = "mark"
_MARKS = regex("\ufffe(?P<start>[0-9]+)\uffff|\uffff(?P<end>[0-9]+)\ufffe")
"""No XML, and so no text of ours, can hold these characters."""
HOLDERS = frozenset({"div", "list", "table", "row"})
"""What stands directly in these is a block."""

IsSought = Callable[[Element], bool]


class Positioned(NamedTuple):
    """An element, and the characters of the text that it stands for: from ``start`` to ``end``."""

    element: Element
    start: int
    end: int


def positions(
    div: Element, is_sought: IsSought, write_inline: WriteInline, canon: Canon = CANON
) -> tuple[str, list[Positioned]]:
    """Return the text of ``div``, and where in it the sought elements stand, in document order.

    Only elements of running text have a place of their own; a ``note`` has that of its call.
    """
    text, found = stretches(div, lambda node: isinstance(node, Element) and is_sought(node), write_inline, canon)
    return text, [Positioned(node, *at) for node, at in found if at is not None and isinstance(node, Element)]


def stretches(
    div: Element, is_sought: Callable[[Node], bool], write_inline: WriteInline, canon: Canon = CANON
) -> tuple[str, list[tuple[Node, tuple[int, int] | None]]]:
    """Return the text of ``div``, and of each sought node the characters that it stands for, in document order.

    What stands directly in a division, a list or a table has no place of its own, and is not sought; what is not
    written has no characters.
    """
    sought: list[Node] = []

    layout = _MarkedLayout(write_inline, canon)
    layout.add(_marked(div, is_sought, sought))
    text, found = _unmarked(layout.marked_text())
    return text, [(node, found.get(index)) for index, node in enumerate(sought)]


class _MarkedLayout(Layout):
    """Lays a tree out with the marks in it, which begin no line: one that stands first there waits for the text."""

    def __init__(self, write_inline: WriteInline, canon: Canon) -> None:
        super().__init__(write_inline, canon)
        self._waiting: list[str] = []

    def marked_text(self) -> str:
        """Return what was laid out, with its marks."""
        return "".join([*written(self), *self._waiting])

    def _inline(self, node: Element, apart: bool) -> None:
        if node.name != _MARK:
            super()._inline(node, apart)
        elif self._run and not (self.pending or self._cell_ends):
            self._run.append(node.get("n") or "")
        else:
            self._waiting.append(node.get("n") or "")

    def _text(self, text: str) -> None:
        super()._text(text)
        if text and self._waiting:
            self._run[-1:-1] = self._waiting
            self._waiting = []


def _marked(node: Element, is_sought: Callable[[Node], bool], sought: list[Node]) -> Element:
    return node.containing(_pieces(node, is_sought, sought)) if node.content else node


def _pieces(node: Element, is_sought: Callable[[Node], bool], sought: list[Node]) -> Iterator[Node]:
    for child in node.content:
        if node.name in HOLDERS or not is_sought(child):
            yield child if isinstance(child, str) else _marked(child, is_sought, sought)
            continue
        number = len(sought)
        sought.append(child)
        yield Element(_MARK, (), (("n", f"\ufffe{number}\uffff"),))
        yield child if isinstance(child, str) else _marked(child, is_sought, sought)
        yield Element(_MARK, (), (("n", f"\uffff{number}\ufffe"),))


def _unmarked(marked: str) -> tuple[str, dict[int, tuple[int, int]]]:
    """Return the text without its marks, and the stretch between the two of each number."""
    pieces: list[str] = []
    starts: dict[int, int] = {}
    found: dict[int, tuple[int, int]] = {}
    position = last = 0
    for mark in _MARKS.finditer(marked):
        pieces.append(marked[last : mark.start()])
        position += mark.start() - last
        last = mark.end()
        if mark["start"]:
            starts[int(mark["start"])] = position
        else:
            number = int(mark["end"])
            found[number] = (starts[number], position)
    return "".join([*pieces, marked[last:]]), found
