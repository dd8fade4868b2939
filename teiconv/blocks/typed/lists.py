"""Typed lists: lines that begin with a dash, a star, a bullet, or with a number or letter that counts on.

Each is a ``list rend="run-in"`` with a ``label`` for the sign; lines below an item that begin with no sign are its own.
A list that counts in another way inside an item stands in that item.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from teiconv.blocks.labels import begins_list, styles
from teiconv.blocks.typed.lines import BLANKS, typed
from teiconv.model import Element, Node, element
from teiconv.regex import regex

_ITEM = regex(r"(?P<label>[-*•·–]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})(?:\)|\.(?=[ \t])))[ \t]+(?=\S)")
_SIGNS = frozenset("-*•·–")


class _Item(NamedTuple):
    label: str
    indent: int
    lines: list[str]


def begins_typed_list(line: str) -> bool:
    """Whether a list may begin with ``line``."""
    first = _ITEM.match(line.strip(BLANKS))
    return first is not None and (first["label"] in _SIGNS or begins_list(first["label"]))


def read_typed_list(lines: Sequence[str]) -> Element | None:
    """Return the list that ``lines``, of which the first may begin one, are; ``None`` if it is a single item."""
    items: list[_Item] = []
    for line in lines:
        text = line.strip(BLANKS)
        found = _ITEM.match(text)
        if found and _goes_on(found["label"], items):
            items.append(_Item(found["label"], line.index(text), [text[found.end() :]]))
        elif items:
            items[-1].lines.append(line)
    return _nested(items) if len(items) > 1 or items[0].label in "•·" else None


def _way(label: str) -> frozenset[tuple[str, str]]:
    return frozenset({(label, "")}) if label in _SIGNS else styles(label)


def _goes_on(label: str, items: Sequence[_Item]) -> bool:
    """Whether an item may begin with ``label`` below ``items``: it counts as one of them does, or begins to count."""
    return begins_list(label) or label in _SIGNS or any(_way(label) & _way(item.label) for item in items)


def _is_sibling(item: _Item, first: _Item) -> bool:
    """Whether ``item`` stands in the list that ``first`` begins: it counts like that, or is as little indented."""
    if _way(item.label) & _way(first.label):
        return True
    return item.label in _SIGNS and item.indent <= first.indent


def _nested(items: Sequence[_Item]) -> Element:
    """Return the list of ``items``, with those that count otherwise inside the item before them."""
    content: list[Node] = []
    index = 0
    while index < len(items):
        own = items[index]
        end = index + 1
        while end < len(items) and not _is_sibling(items[end], items[0]):
            end += 1
        item = typed("item", own.lines)
        if end > index + 1:
            item = item.containing([*item.content, _nested(items[index + 1 : end])])
        content += [typed("label", [own.label]), item]
        index = end
    return element("list", *content, rend="run-in")
