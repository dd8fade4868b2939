"""Divisions inside a document: the series has attachments at its end, and titles of sections that are paragraphs.

The grammar has ``frus:attachment`` only where a ``closer`` may stand, and nothing but paragraphs and the like before
it.  A section that has more than a title and paragraphs stays a ``div``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from teiconv.model import Element, Node
from teiconv.tei.frus.losses import LossCounter
from teiconv.tei.frus.vocabulary import ATTACHMENT

SECTION_TITLE = "sectiontitleital"
"""``p/@rend`` of the title of a section."""

_ANYWHERE = frozenset({"anchor", "figure", "gap", "lb", "note", "pb", "space"})
_AT_THE_END = frozenset({"byline", "closer", "dateline", "postscript", "salute", "signed", ATTACHMENT})
_IN_A_SECTION = _ANYWHERE | {"label", "l", "lg", "list", "p", "quote", "table"}


def arranged(div: Element, losses: LossCounter) -> Element:
    """Return ``div``, the divisions in which are already written, with these in the places that the series has.

    They are innermost first: a ``div`` in ``div`` is one that was not resolved.
    """
    children = div.content
    if not any(_is_div(child) for child in children):
        return div
    end = _start_of_attachments(children)
    sections = [child for child in children[:end] if isinstance(child, Element) and child.name == "div"]
    is_flat = all(map(_is_flat, sections))
    content = [*_with_sections(children[:end], losses, is_flat=is_flat), *map(_attachment, children[end:])]
    return div.containing(content)


def read_division(node: Element) -> Element:
    """Return ``node`` as the ``div`` that it was, where :func:`arranged` wrote it; any other node as it is."""
    if node.name == ATTACHMENT:
        return Element("div", node.content, (("type", "attachment"), *node.attributes))
    if node.name == "div" and node.get("type") == "section" and node.get("subtype") is not None:
        return node.having(type=node.get("subtype"), subtype=None)
    return node


def _start_of_attachments(children: Sequence[Node]) -> int:
    """Return the place from which on there are attachments, and only what may stand beside them."""
    for index in range(len(children) - 1, -1, -1):
        child = children[index]
        if not (isinstance(child, Element) and (_is_attachment(child) or child.name in _ANYWHERE | _AT_THE_END)):
            return index + 1
    return 0


def _attachment(child: Node) -> Node:
    if not isinstance(child, Element) or not _is_attachment(child):
        return child
    return Element(ATTACHMENT, child.content, tuple(pair for pair in child.attributes if pair[0] != "type"))


def _with_sections(children: Sequence[Node], losses: LossCounter, *, is_flat: bool) -> Iterator[Node]:
    for child in children:
        if not isinstance(child, Element) or child.name != "div":
            yield child
        elif is_flat:
            losses.add("div")
            yield from _flat(child)
        else:
            yield child.having(type="section", subtype=child.get("type") or "section")


def _flat(section: Element) -> Iterator[Node]:
    """Yield the title of ``section`` as a paragraph, which takes over its identifier, and then what stands in it."""
    identifier = section.get("xml:id")
    for child in section.content:
        if isinstance(child, Element) and child.name == "head":
            title = Element("p", child.content, child.attributes).having(type=None, subtype=None, rend=SECTION_TITLE)
            yield title.having(xml_id=title.get("xml:id") or identifier)
        else:
            yield child


def _is_flat(section: Element) -> bool:
    first, *others = (child for child in section.content if isinstance(child, Element))
    return first.name == "head" and all(child.name in _IN_A_SECTION for child in others)


def _is_div(node: Node) -> bool:
    return isinstance(node, Element) and node.name == "div"


def _is_attachment(node: Element) -> bool:
    return node.name == "div" and node.get("type") == "attachment"
