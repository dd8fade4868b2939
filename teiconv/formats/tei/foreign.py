"""TEI that others wrote → our canonical tree, so that it renders as the published site shows it.

The rules are those of history.state.gov, found by holding the official volumes against the text of their pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from teiconv.formats.tei.fold import fold, strip_end
from teiconv.formats.tei.site import CAPTION, explicit_breaks
from teiconv.layout.canon import BLOCKS
from teiconv.model import Content, Element, Node, element, joined

_ATTACHMENT = "frus:attachment"
_MARKING = "frus:classification"
_CAPTIONED = frozenset({"table", _ATTACHMENT})
_NOTHING_BETWEEN = frozenset({"list", "table", "row"})
"""Breaks between items, rows or cells are not shown."""
_HIDDEN = frozenset({"fw", "figDesc", "graphic", "index", "milestone", "anchor"})
_READINGS = (("corr", "sic"), ("reg", "orig"), ("abbr", "expan"))
"""Of the two readings in a ``choice``, the one that the site shows comes first."""
_HOLD_BLOCKS = frozenset({"div", "body", "list", "table", "row", _ATTACHMENT})


def normalise(div: Element) -> Element:
    """Return the canonical tree of a document that has all the white space of its XML."""
    changed = _changed(_numbered(div, count(1)))
    return explicit_breaks(fold(changed, frozenset(BLOCKS), _runs, keeps_end=frozenset({"cell"})))


def _runs(node: Element) -> bool:
    return node.name not in _HOLD_BLOCKS


def _numbered(node: Element, places: Iterator[int]) -> Element:
    """Return ``node`` with a number for each note that has none: its place among the notes, of ``places``."""
    place = next(places) if node.name == "note" and node.get("rend") != "inline" else None
    content = (child if isinstance(child, str) else _numbered(child, places) for child in node.content)
    numbered = node.containing(content)
    return numbered.having(n=str(place)) if place and node.get("n") is None else numbered


def _changed(node: Element) -> Element:
    content = joined(_changed_content(node))
    if node.name == "row":
        content = _without_blank_at_end(content)
    if node.name in _HOLD_BLOCKS:
        content = tuple(_with_breaks_together(content))
    if node.name == _ATTACHMENT:
        return Element("div", content, (("type", "attachment"), *node.attributes))
    if node.name == "quote" and not _is_block_quotation(node):
        return Element("q", content, node.attributes)
    return node.containing(content)


def _changed_content(node: Element) -> Iterator[Node]:
    for child in node.content:
        if isinstance(child, str):
            yield child
        elif child.name in _HIDDEN or (child.name in ("pb", "lb") and node.name in _NOTHING_BETWEEN):
            continue
        elif child.name == "choice":
            yield from _reading(child)
        elif child.name == _MARKING:
            yield from _changed_content(child)
        elif child.name == "head" and node.name in _CAPTIONED:
            yield _changed(child).having(rend=CAPTION)
        else:
            yield _changed(child)
            if child.name == "pb":
                yield " "  # the site's own


def _reading(choice: Element) -> Iterator[Node]:
    """Yield the one reading of a ``choice`` that is shown (TEI Guidelines, 3.5); of unknown ones, the first."""
    readings = {child.name: child for child in reversed(choice.content) if isinstance(child, Element)}
    shown = next((readings[first] for first, other in _READINGS if first in readings and other in readings), None)
    shown = shown or next((child for child in choice.content if isinstance(child, Element)), None)
    if shown is not None:
        yield _changed(shown)


def _is_block_quotation(quote: Element) -> bool:
    """Whether ``quote`` stands by itself, as all those of the official volumes do, and not in a sentence."""
    is_marked = quote.get("rend") == "blockquote"
    return is_marked or any(isinstance(child, Element) and child.name in BLOCKS for child in quote.content)


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
    """Return ``cells``, those of a row, each without the blank at its end that also ends a line; others keep it."""
    out: list[Node] = []
    ends_line = True
    for cell in reversed(cells):
        if isinstance(cell, Element) and ends_line:
            cell = cell.containing(strip_end(list(cell.content)))
        out.append(cell)
        if isinstance(cell, Element):
            ends_line = _begins_line(cell) if cell.content else ends_line
    return tuple(reversed(out))


def _begins_line(cell: Element) -> bool:
    first = next((child for child in cell.content if not isinstance(child, str) or not child.isspace()), "")
    return isinstance(first, Element) and first.name in BLOCKS
