"""Divisions inside a document: the series has attachments at its end, and titles of sections that are paragraphs.

The grammar has ``frus:attachment`` where a ``closer`` may stand, so that the text before it, which TEI wants in a
``div`` of its own (``type="text"``), needs none.  A section that has more than a title and paragraphs stays a ``div``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TypeGuard

from teiconv.formats.frus.conventions import OWN_SECTION_TITLE, SECTION_TITLE
from teiconv.formats.frus.vocabulary import ATTACHMENT
from teiconv.formats.losses import LossCounter
from teiconv.model import Element, Node

_ANYWHERE = frozenset({"anchor", "figure", "gap", "lb", "note", "pb", "space"})
_EITHER_END = frozenset({"byline", "dateline", "salute", "signed"})
_OPENS = _EITHER_END | {"head", "opener"}
_CLOSES = _EITHER_END | {"closer", "postscript", ATTACHMENT}
_TEXT = frozenset({"l", "label", "lg", "list", "p", "quote", "table"})


def arranged(div: Element, losses: LossCounter) -> Element:
    """Return ``div`` with the divisions in it, which are written already, in the places that the series has."""
    children = div.content
    if not any(_is_named(child, "div") for child in children):
        return div
    start = _start_of_attachments(children)
    attachments = [_attachment(child) for child in children[start:]]
    flat = [*_flat(children[:start]), *attachments]
    if not _is_in_order(flat):
        return div.containing([*_as_sections(children[:start]), *attachments])
    for child in children[:start]:
        if _is_named(child, "div") and not _is_made_anew(child):
            losses.add("div")
    return div.containing(flat)


def read_division(node: Element) -> Element:
    """Return ``node`` as the ``div`` that it was, where :func:`arranged` wrote it; any other node as it is."""
    if node.name not in ("div", ATTACHMENT):
        return node
    has_attachments = any(_is_attachment(child) for child in node.content)
    node = node.containing((_with_text_apart if has_attachments else _with_sections)(node.content))
    if node.name == ATTACHMENT:
        return Element("div", node.content, (("type", "attachment"), *node.attributes))
    if node.get("type") == "section" and node.get("subtype") is not None:
        return node.having(type=node.get("subtype"), subtype=None)
    return node


def _with_text_apart(children: Sequence[Node]) -> list[Node]:
    """Return ``children`` with the text and its closer in a ``div``, if they have one before the attachments."""
    begin = next((index for index, child in enumerate(children) if _is_named(child, *_TEXT)), 0)
    end = next(index for index, child in enumerate(children) if _is_attachment(child))
    if not any(_is_named(child, "closer") for child in children[begin:end]):
        return [*_with_sections(children[:end]), *children[end:]]
    end = 1 + max(index for index in range(begin, end) if _is_named(children[index], "closer", "pb"))
    text = Element("div", tuple(_with_sections(children[begin:end])), (("type", "text"),))
    return [*children[:begin], text, *children[end:]]


def _with_sections(children: Sequence[Node]) -> list[Node]:
    """Return ``children`` with a ``div`` from each title of a section to the next one, or to what closes the text."""
    starts = [index for index, child in enumerate(children) if _is_title(child, OWN_SECTION_TITLE)]
    if not starts:
        return list(children)
    closing = (i for i, child in enumerate(children) if i > starts[-1] and _is_named(child, *_CLOSES, "div"))
    edges = [*starts, next(closing, len(children))]
    sections = [Element("div", tuple(children[a:b]), (("type", "section"),)) for a, b in pairwise(edges)]
    return [*children[: starts[0]], *sections, *children[edges[-1] :]]


def _start_of_attachments(children: Sequence[Node]) -> int:
    """Return the place from which on there are attachments, and only what may stand beside them."""
    for index in range(len(children) - 1, -1, -1):
        child = children[index]
        if not (_is_attachment(child) or _is_named(child, *_ANYWHERE, *_CLOSES)):
            return index + 1
    return 0


def _attachment(child: Node) -> Node:
    if not _is_attachment(child):
        return child
    return Element(ATTACHMENT, child.content, tuple(pair for pair in child.attributes if pair[0] != "type"))


def _flat(children: Iterable[Node]) -> Iterator[Node]:
    """Yield ``children`` with what stands in each ``div`` instead of it; its title is a paragraph."""
    for child in children:
        if _is_named(child, "div"):
            yield from (_title(part, child) if _is_named(part, "head") else part for part in child.content)
        else:
            yield child


def _title(title: Element, section: Element) -> Element:
    """Return the paragraph that is the title of ``section``, and takes over its identifier."""
    paragraph = Element("p", title.content, title.attributes).having(type=None, subtype=None, rend=SECTION_TITLE)
    return paragraph.having(xml_id=title.get("xml:id") or section.get("xml:id"))


def _as_sections(children: Iterable[Node]) -> Iterator[Node]:
    for child in children:
        if _is_named(child, "div"):
            yield child.having(type="section", subtype=child.get("type") or "section")
        else:
            yield child


def _is_in_order(children: Iterable[Node]) -> bool:
    """Whether ``children`` are what opens a division, then text, then what closes it."""
    has_text = is_closing = False
    for child in children:
        if _is_named(child, *_TEXT) and not is_closing:
            has_text = True
        elif _is_named(child, *_CLOSES) and has_text:
            is_closing = True
        elif not _is_named(child, *_ANYWHERE) and (has_text or not _is_named(child, *_OPENS)):
            return False
    return True


def _is_made_anew(div: Element) -> bool:
    """Whether ``div`` is known again without being written: text before attachments, a section of the first level."""
    titles = sum(_is_title(child, SECTION_TITLE) for child in div.content)
    return div.get("type") == "text" or (div.get("type") == "section" and titles == 1)


def _is_title(node: Node, rend: str) -> bool:
    return _is_named(node, "p") and node.get("rend") == rend


def _is_attachment(child: Node) -> TypeGuard[Element]:
    return _is_named(child, "div") and child.get("type") == "attachment"


def _is_named(child: Node, *names: str) -> TypeGuard[Element]:
    return isinstance(child, Element) and child.name in names
