"""Typed lists: lines that begin with a dash, a star, a bullet, or with a number or letter that counts on.

Each is a ``list rend="run-in"`` with a ``label`` for the sign; lines below an item that begin with no sign are its own.
A list that counts in another way inside an item, or has the same sign farther to the right, stands in that item.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from teiconv.conventions.generic.lines import BLANKS, typed
from teiconv.grammar.labels import Styles, begins_list, styles
from teiconv.model import Element, Node, element
from teiconv.regex import regex

_ITEM = regex(r"(?P<label>--|[-*•·–o]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5}|[IVX]{1,5})(?:\)|\.(?=[ \t])))[ \t]+(?=\S)")
_SIGNS = frozenset((*"-*•·–o", "--"))
_INITIAL = regex(r"[A-Z]\.\Z")
_TOLERANCE = 1
"""Columns by which items of one list may differ."""
_DEEPEST = 9
"""No list is nested deeper; what looks so is text of the item."""


@dataclass(slots=True)
class _Item:
    label: str
    lines: list[str]
    inner: _List | None = None


@dataclass(slots=True)
class _List:
    """A list as far as it is read; ``ways`` are the ways of counting that all its labels may belong to."""

    ways: Styles
    indent: int
    items: list[_Item] = field(default_factory=list)

    def takes(self, label: str, indent: int) -> bool:
        """Whether ``label`` goes on with this list: a sign must stand below its like."""
        is_below = label not in _SIGNS or abs(indent - self.indent) <= _TOLERANCE
        return is_below and bool(self.ways & _ways(label))


def begins_typed_list(line: str) -> bool:
    """Whether a list may begin with ``line``."""
    first = _ITEM.match(line.strip(BLANKS))
    return first is not None and (first["label"] in _SIGNS or begins_list(first["label"]))


def read_typed_list(lines: Sequence[str]) -> Element | None:
    """Return the list that ``lines``, of which the first may begin one, are; ``None`` if it is a single item."""
    open_lists: list[_List] = []
    for line in lines:
        text = line.strip(BLANKS)
        if not text:
            continue
        match = _ITEM.match(text)
        if match and _place(open_lists, match["label"], line.index(text)):
            open_lists[-1].items.append(_Item(match["label"], [text[match.end() :]]))
        else:
            open_lists[-1].items[-1].lines.append(line)
    first = open_lists[0]
    return _element(first) if len(first.items) > 1 or first.items[0].inner or first.items[0].label in "•·" else None


def with_whole_lists(
    lines: Sequence[str], paragraphs: Iterable[tuple[int, int]], furniture: Container[int]
) -> Iterator[tuple[int, int]]:
    """Yield ``paragraphs`` of ``lines``, and as one those that are items of one list, in its column or farther right.

    Numbered paragraphs are a list only where a colon announces them; else that is how the text of a cable counts.
    """
    first, last = 0, 0
    ways: Styles = frozenset()
    column = 0
    for start, end in paragraphs:
        item = None if any(index in furniture for index in range(start, end)) else _item(lines[start])
        if item and item[1] == column and ways & _ways(item[0]):
            ways &= _ways(item[0])
        elif not (item and ways and item[0] in _SIGNS and item[1] > column + _TOLERANCE):
            if last:
                yield first, last
            is_list = item and (item[0] in _SIGNS or (begins_list(item[0]) and last and _announces(lines[last - 1])))
            ways, column = (_ways(item[0]), item[1]) if item and is_list else (frozenset(), 0)
            first = start
        last = end
    if last:
        yield first, last


def _item(line: str) -> tuple[str, int] | None:
    """Return the label that ``line`` begins with, and its column."""
    match = _ITEM.match(line.strip(BLANKS))
    return (match["label"], len(line) - len(line.lstrip(BLANKS))) if match else None


def _announces(line: str) -> bool:
    return line.rstrip(BLANKS).endswith(":")


def _ways(label: str) -> Styles:
    return frozenset({(label, "")}) if label in _SIGNS else styles(label)


def _place(open_lists: list[_List], label: str, indent: int) -> bool:
    """Make the list that an item with ``label`` belongs to the last of ``open_lists``; false if it belongs to none."""
    ways = _ways(label)
    if not open_lists:
        open_lists.append(_List(ways, indent))
        return True
    if len(open_lists) < _DEEPEST and _begins_inner(open_lists[-1], label, indent):
        inner = _List(ways, indent)
        open_lists[-1].items[-1].inner = inner
        open_lists.append(inner)
        return True
    depth = next((i for i in range(len(open_lists) - 1, -1, -1) if open_lists[i].takes(label, indent)), None)
    if depth is None:
        return False
    del open_lists[depth + 1 :]
    open_lists[-1].ways &= ways
    return True


def _begins_inner(around: _List, label: str, indent: int) -> bool:
    """Whether a list begins with ``label`` in the last item of ``around``, which stands farther to the left.

    A letter or number may stand as far left as the items around it, but for what may be an initial (``A. Smith``).
    """
    if indent > around.indent + _TOLERANCE and (label in _SIGNS or begins_list(label)):
        return True
    is_sure = begins_list(label) and label not in _SIGNS and not _INITIAL.match(label)
    return is_sure and not around.takes(label, indent)


def _element(found: _List) -> Element:
    content: list[Node] = []
    for item in found.items:
        made = typed("item", item.lines)
        if item.inner is not None:
            made = made.containing([*made.content, _element(item.inner)])
        content += [typed("label", [item.label]), made]
    return element("list", *content, rend="run-in")
