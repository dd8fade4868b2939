"""TEI that others wrote → our canonical tree, so that it renders as the published site shows it.

The rules are those of history.state.gov, found by holding the official volumes against the text of their pages.
"""

from __future__ import annotations

from collections.abc import Iterator

from teiconv.blocks.layout import BLOCKS
from teiconv.model import Content, Element, Node, element
from teiconv.tei.fold import fold, strip_end
from teiconv.tei.site import CAPTION, explicit_breaks

_ATTACHMENT = "frus:attachment"
_CAPTIONED = frozenset({"table", _ATTACHMENT})
_NOTHING_BETWEEN = frozenset({"list", "table", "row"})
"""Breaks between items, rows or cells are not shown."""
_HIDDEN = frozenset({"fw", "figDesc", "graphic", "index", "milestone", "anchor"})
_HOLD_BLOCKS = frozenset({"div", "body", "list", "table", "row", _ATTACHMENT})


def normalise(div: Element) -> Element:
    """Return the canonical tree of a document that has all the white space of its XML."""
    return explicit_breaks(fold(_changed(div), frozenset(BLOCKS), _runs, keeps_end=frozenset({"cell"})))


def _runs(node: Element) -> bool:
    return node.name not in _HOLD_BLOCKS


def _changed(node: Element) -> Element:
    content: Content = tuple(_changed_content(node))
    if node.name == "row":
        content = _without_blank_at_end(content)
    if node.name in _HOLD_BLOCKS:
        content = tuple(_with_breaks_together(content))
    if node.name == _ATTACHMENT:
        return Element("div", content, (("type", "attachment"), *node.attributes))
    return node.containing(content)


def _changed_content(node: Element) -> Iterator[Node]:
    for child in node.content:
        if isinstance(child, str):
            yield child
        elif child.name in _HIDDEN or (child.name in ("pb", "lb") and node.name in _NOTHING_BETWEEN):
            continue
        elif child.name == "head" and node.name in _CAPTIONED:
            yield _changed(child).having(rend=CAPTION)
        else:
            yield _changed(child)
            if child.name == "pb":
                yield " "  # the site's own


def _with_breaks_together(content: Content) -> Iterator[Node]:
    """Yield ``content``, that of a ``div`` or the like, with page breaks that follow each other in one line."""
    breaks: list[Node] = []
    for child in content:
        if isinstance(child, str) and child.isspace():
            continue
        if isinstance(child, Element) and child.name == "pb":
            breaks += [" ", child] if breaks else [child]
            continue
        yield from _in_one_line(breaks)
        breaks = []
        yield child
    yield from _in_one_line(breaks)


def _in_one_line(breaks: list[Node]) -> list[Node]:
    return [element("seg", *breaks)] if len(breaks) > 1 else breaks


def _without_blank_at_end(cells: Content) -> Content:
    """Return ``cells``, those of a row, with the last that is not empty stripped; the others keep such a blank."""
    out = list(cells)
    for index in reversed(range(len(out))):
        cell = out[index]
        if isinstance(cell, Element):
            out[index] = cell = cell.containing(strip_end(list(cell.content)))
            if cell.content:
                break
    return tuple(out)
