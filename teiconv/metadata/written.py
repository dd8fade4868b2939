"""When and where a document was written: as its dateline says, the end of its title, its lines, or a letterhead.

Of a document that has no date, what it says of itself may give bounds (:mod:`teiconv.metadata.bounds`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from teiconv.grammar.date_values import DateValue
from teiconv.layout.lines import lines_of
from teiconv.metadata import heading_lines
from teiconv.metadata.bounds import bounds
from teiconv.metadata.title import Title
from teiconv.model import Content, Element, descendants, flatten, plain
from teiconv.model.certainty import Certainty
from teiconv.model.header import Archive, Date
from teiconv.regex import regex
from teiconv.structure.datelines import date_at_end, read_dateline, runs_on, time_and_place

_PROSE = 100
"""Characters; a line that is longer belongs to the text."""
_SHORT = 40
"""Characters of a line that ends with a date, among those of a letterhead."""
_OF_SOMETHING_ELSE = regex(r"\b(?:[Bb]orn|BORN|[Bb]irth|BIRTH|DP?OB|[Dd]eclassified|DECLASSIFIED)\b")
_OF_A_MAIL = regex(r"\s*(?:-{3,} ?Original Message|From: ?\S)", re.I)
"""Where a mail begins that is quoted below another: it has a date of its own."""
_VALUES = ("when", "from", "notBefore", "to", "notAfter")


class Written(NamedTuple):
    """When and where a document was written."""

    date: Date | None = None
    place: str | None = None


WhenAndWhere = Callable[[Content], "tuple[DateValue | None, str | None]"]
"""The content of a dateline → what it says of date and place."""


def read_written(body: Element, head: Element, title: Title, when_and_where: WhenAndWhere = time_and_place) -> Written:
    """Return when and where the document ``body`` was written; ``head`` says what ``title`` records."""
    line: Content = next((node.content for node in _outside_enclosures(body) if node.name == "dateline"), ())
    if not line and title.tail and not _OF_SOMETHING_ELSE.search(plain(head.content)):
        line = (title.tail.of(flatten(head.content)),)
    value, place = when_and_where(line) if line else (None, None)
    if value is None:
        place = next((_place(node) for node in line if isinstance(node, Element) and node.name == "placeName"), None)
        date = _marked_date(line) or heading_lines.date(body) or _date_of_letterhead(body)
        return Written(date, place or _place_of_date(body))
    return Written(_dated(line, value), " ".join(place.split()) if place else None)


def with_bounds(written: Written, body: Element, archive: Archive | None) -> Written:
    """Return ``written`` with the bounds that the document gives, if it has no date of its own."""
    if written.date is not None and written.date.attributes:
        return written
    found = bounds(body, archive)
    return written._replace(date=Date(written.date.text if written.date else "", found)) if found else written


def _outside_enclosures(node: Element) -> Iterator[Element]:
    """Yield the elements of a document, but for those of its enclosures, which have dates of their own."""
    waiting = [node]
    while waiting:
        node = waiting.pop()
        yield node
        own = [child for child in node.content if isinstance(child, Element) and child.get("type") != "attachment"]
        waiting += reversed(own)


def _dated(line: Content, value: DateValue) -> Date:
    """Return the date that ``line`` gives, worded as it is marked; what was decided for the whole file holds here."""
    dates = [node for part in line if isinstance(part, Element) for node in descendants(part) if node.name == "date"]
    wording = plain(dates[0].content) if dates else plain(line)
    wording = wording if wording.endswith("m.") else wording.removesuffix(".")
    marked = dates[0].attributes if dates else ()
    decided = bool(dates) and (dates[0].get("cert") is not None or not marked or _year(marked) != value_year(value))
    return Date(wording, marked if decided else tuple(value.attributes().items()))


def value_year(value: DateValue) -> str | None:
    """Return the year in which ``value`` begins, in four digits."""
    return f"{value.first.year:04}" if value.first else None


def _year(attributes: tuple[tuple[str, str], ...]) -> str | None:
    return next((value[:4] for key, value in attributes if key in _VALUES), None)


def _marked_date(line: Content) -> Date | None:
    """Return the date that is marked in ``line`` though words follow it: ``Done at Lima, May 3, 1890, in copies.``"""
    dates = (node for node in line if isinstance(node, Element) and node.name == "date" and node.attributes)
    return next((Date(plain(node.content), node.attributes) for node in dates), None)


def _place_of_date(body: Element) -> str | None:
    """Return the place beside a date that stands below the heading lines."""
    for block in body.content:
        parts = block.content if isinstance(block, Element) and block.name == "ab" else ()
        named = {part.name: part for part in parts if isinstance(part, Element)}
        if "date" in named and "placeName" in named:
            return _place(named["placeName"])
    return None


def _place(name: Element) -> str:
    """Return the words of a place without the comma that old volumes set in its type."""
    return " ".join(plain(name.content).split()).rstrip(" ,")


def _date_of_letterhead(body: Element) -> Date | None:
    """Return the date that stands on a line of its own above the text, among those of a letterhead."""
    for block in body.content:
        if not isinstance(block, Element) or block.name != "p":
            continue
        line = ""
        for content in lines_of(block.content):
            above, line = line, flatten(content)
            if len(line) >= _PROSE or _OF_A_MAIL.match(line):
                return None
            dated = read_dateline(content) if not runs_on(above) else None
            if dated:
                return _dated(dated.content, dated.value)
            is_short = len(" ".join(line.split())) <= _SHORT and not runs_on(above)
            at_end = date_at_end(line) if is_short else None
            if at_end:
                attributes = at_end.value.attributes().items()
                return Date(line[at_end.start : at_end.end], (*attributes, ("cert", Certainty.LOW)))
    return None
