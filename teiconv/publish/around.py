"""What stands around a document in a file of many: the pages that begin before it, its own page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

TEI = "{http://www.tei-c.org/ns/1.0}"
_PB, _FRONT, _BACK = f"{TEI}pb", f"{TEI}front", f"{TEI}back"
_WALKED = (_PB, _FRONT, _BACK, f"{TEI}div", f"{TEI}body")
_AROUND = (f"{TEI}text", f"{TEI}group", f"{TEI}body", f"{TEI}div")
_HEADS = (f"{TEI}head", f"{TEI}note")


@dataclass(slots=True)
class Around:
    """What stands around a document.

    Attributes:
        breaks: the page breaks (``pb``) between it and the document before.
        page: the number of the page on which it begins.
    """

    breaks: list[etree._Element] = field(default_factory=list)
    page: str | None = None


def around(root: etree._Element, documents: Iterable[etree._Element]) -> list[Around]:
    """Return what stands around each of the ``documents`` in a file, in their order."""
    found = {div: Around(page=_first(div)) for div in documents}
    if len(found) == 1:
        return list(found.values())
    before = _breaks(root, found)
    numbers = [node.get("n") for node in root.iter(_PB)]
    runs_on = len(numbers) == len(set(numbers))  # pages of images begin anew in each document
    for div, place in found.items():
        place.page = place.page or (before[div] if runs_on else None)
    return list(found.values())


def _breaks(root: etree._Element, found: dict[etree._Element, Around]) -> dict[etree._Element, str | None]:
    """Give each document the breaks before it, and return the page on which what stands before it ends."""
    ends: dict[etree._Element, str | None] = {}
    waiting: list[etree._Element] = []
    last: str | None = None
    is_within = False
    for event, node in etree.iterwalk(root, events=("start", "end"), tag=_WALKED):
        is_start = event == "start"
        if node in found or node.tag in (_FRONT, _BACK):
            is_within = is_start
            if node in found and is_start:
                found[node].breaks, waiting, ends[node] = waiting, [], last
            elif node.tag == _FRONT:
                last = None
        elif is_start and node.tag == _PB:
            last = node.get("n")
            waiting += [] if is_within or _is_in_a_block(node) else [node]
    return ends


def _is_in_a_block(node: etree._Element) -> bool:
    """Tell whether a page begins within a block, as in the text of a chapter, and not between divisions."""
    parent = node.getparent()
    return parent is not None and parent.tag not in _AROUND


def _first(div: etree._Element) -> str | None:
    """Return the number of the page that begins with the document, or right after its title."""
    first = next((node for node in div.iterchildren(f"{TEI}*") if node.tag not in _HEADS), None)
    return first.get("n") if first is not None and first.tag == _PB else None
