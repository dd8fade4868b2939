"""References in the forms of the oldest volumes: ``inclosure 7 in No. 12``, and the pages in a list of papers.

Documents have their number there as ``No. 12.`` above the title, and notes cite them by it.
"""

from __future__ import annotations

from collections.abc import Iterator

from teiconv.conventions.frus.reference_reader import reference
from teiconv.conventions.frus.volumes import GAP
from teiconv.model import Element, Node, Span, element, plain, transform
from teiconv.regex import regex

_NUMBERED = regex(r"No\.\s?\d{1,4}\b")
_CITED = regex(
    rf"\b(?:[IiEe]nclosure(?:{GAP}\d{{1,2}})?{GAP}in|[Ss]ee){GAP}(?P<whole>No\.{GAP}(?P<number>\d{{1,4}})\b(?!/))"
)
_PAGE = regex(r"\d{1,4}\.?")
_PAGES = "Page."
"""The heading of the column in which a list of papers has their pages."""


def is_numbered(body: Element) -> bool:
    """Tell whether ``body`` has its number as ``No. 12.`` above its title."""
    head = next((node for node in body.content if isinstance(node, Element) and node.name == "head"), None)
    return head is not None and _NUMBERED.match(plain(head.content)) is not None


def cited_by_number(text: str) -> Iterator[Span]:
    """Yield the references to documents by such a number: ``See inclosure 7 in No. 12.``"""
    return (reference(*match.span("whole"), f"#d{match['number']}") for match in _CITED.finditer(text))


def link_listed_pages(body: Element) -> Element:
    """Return ``body`` with a ``ref`` around each page in a table whose last column is headed ``Page.``"""
    return transform(body, _linked) if body.find("table") else body


def _linked(table: Element) -> Element:
    if table.name != "table":
        return table
    rows = [node for node in table.content if isinstance(node, Element) and node.name == "row"]
    columns = next((len(row.content) for row in rows if _last(row) == _PAGES), None)
    if columns is None:
        return table
    return table.containing(_with_page(node) if _is_row(node, columns) else node for node in table.content)


def _last(row: Element) -> str:
    cell = row.content[-1] if row.content else ""
    return cell.text.strip() if isinstance(cell, Element) else ""


def _is_row(node: Node, columns: int) -> bool:
    return isinstance(node, Element) and len(node.content) == columns and _PAGE.fullmatch(_last(node)) is not None


def _with_page(row: Node) -> Node:
    assert isinstance(row, Element)
    cell = row.content[-1]
    assert isinstance(cell, Element)
    page = element("ref", *cell.content, target=f"#pg_{cell.text.strip().rstrip('.')}")
    return row.containing((*row.content[:-1], cell.containing((page,))))
