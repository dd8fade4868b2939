"""A document for the page: its text in pieces, the encoding as it will be read, and its XML; nothing in it can run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from lxml import etree

from teiconv.conventions.table import named
from teiconv.formats.tei.write import TEI_NAMESPACE
from teiconv.model import Element
from teiconv.publish.site.html import Html, joined, tag
from teiconv.publish.site.render import Renderer
from teiconv.review.numbered import SAID
from teiconv.review.statements import Stated

_TEI = f"{{{TEI_NAMESPACE}}}"
_NOWHERE = "#"

Span = tuple[int, int, int]
"""Where a statement stands in the text, from and to, and its number."""


def pieces(text: str, spans: Iterable[Span]) -> Iterator[dict[str, Any]]:
    """Yield ``text`` in pieces, each with where it starts and the numbers of the statements about it."""
    found = [span for span in spans if span[0] < span[1]]
    edges = sorted({0, len(text), *(edge for start, end, _ in found for edge in (start, end))})
    opening: dict[int, list[Span]] = {}
    for span in found:
        opening.setdefault(span[0], []).append(span)
    over: list[Span] = []
    for start, end in pairwise(edges):
        over = [span for span in over if span[1] > start] + opening.get(start, [])
        yield {"at": start, "text": text[start:end], "about": [number for _, _, number in over]}


def as_read(found: Stated, numbers: dict[int, int], names: dict[str, str]) -> str:
    """Return the encoding as HTML, as the reading edition would show it.

    ``numbers`` are those of the statements by the number of their element; ``names`` are those of persons by id.
    """

    def person(pointer: str) -> tuple[str, str] | None:
        id = pointer.rpartition("#")[2]
        return _NOWHERE, names.get(id, id)

    def around(node: Element, made: Html) -> Html:
        said = node.get(SAID)
        number = numbers.get(int(said)) if said else None
        return made if number is None else tag("span", made, class_="said", data_statement=str(number))

    write = named(found.document.conventions).write
    renderer = Renderer(person, lambda pointer: (_NOWHERE, pointer), _target, write, around=around)
    title = renderer.title(found.body)
    notes = renderer.notes()
    return joined(tag("h1", title) if title else Html(""), notes, renderer.document(found.body))


def _target(pointer: str) -> tuple[str, str] | None:
    return _NOWHERE, pointer


def as_xml(div: etree._Element, data: bytes, *, alone: bool) -> str:
    """Return the XML of a document: its file as it is, or, of one of several in a file, its element."""
    if alone:
        return data.decode("utf-8", errors="replace")
    return etree.tostring(div, encoding="unicode", with_tail=False)


def place_in_xml(div: etree._Element, name: str, ordinal: int, *, alone: bool) -> dict[str, Any]:
    """Return on which line of the XML an element begins, and how many of its name begin on that line before it."""
    found = [node for node in div.iter(f"{_TEI}{name}") if node is not div]
    if not 0 <= ordinal < len(found):
        return {"line": None}
    line, first = _line(found[ordinal]), 1 if alone else _line(div)
    before = sum(_line(node) == line for node in found[:ordinal])
    return {"line": line - first + 1, "name": name, "before": before}


def _line(node: Any) -> int:
    line: int = node.sourceline
    return line
