"""When and where a document was written: as its dateline says, the end of its title, its lines, or a letterhead.

Of a document that has no date, what it says of itself may give bounds (:mod:`teiconv.metadata.bounds`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice
from typing import NamedTuple

from teiconv.grammar.date_values import DateValue
from teiconv.grammar.dates import DateMatch, match_date
from teiconv.layout.lines import lines_of
from teiconv.metadata import heading_lines
from teiconv.metadata.bounds import bounds
from teiconv.metadata.letter_ends import names_minutes
from teiconv.metadata.receipts import numbered_on
from teiconv.metadata.title import Title
from teiconv.model import OBJECT, Content, Element, descendants, flatten, plain, shown
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
_HELD = regex(
    r"(?:(?:summary|verbatim|draft|agreed|secretary['’]s|stenographic) )?"
    r"(?:minutes|record|conclusions|notes of|(?:an?|the) (?:[\w-]+ )?meeting|meeting)\b"
    r"[^:;]{0,200}?\bheld\b|\(?Held (?=(?:in|at|on)\b)",
    re.I,
)
_ON = regex(r"\bon (?:the )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?")
_MADE = regex(
    r"(?:this |the |an? )?(?:[\w-]+ ){0,3}(?:agreement|treaty|convention|contract|protocol|indenture|lease)\b,? "
    r"(?:is |was )?(?:made|concluded|signed|entered into)(?: and (?:concluded|signed|entered into))?,? "
    r"(?:(?:at|in) [^,]{3,40},? )?(?:on |as of )?(?=th(?:is|e)\b)",
    re.I,
)
_MOST_OF_TREATY = 3
"""So many paragraphs of a treaty may stand above the one that says when it was made, with that."""
_WEEKDAY = regex(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day,", re.I)
_MOST_ABOVE = 12
"""So many blocks stand above the text at most."""
_VALUES = ("when", "from", "notBefore", "to", "notAfter")


class Written(NamedTuple):
    """When and where a document was written."""

    date: Date | None = None
    place: str | None = None


WhenAndWhere = Callable[[Content], "tuple[DateValue | None, str | None]"]
"""The content of a dateline → what it says of date and place."""


def read_written(body: Element, head: Element, title: Title, when_and_where: WhenAndWhere = time_and_place) -> Written:
    """Return when and where the document ``body`` was written; ``head`` says what ``title`` records."""
    dateline = next((node for node in _outside_enclosures(body) if node.name == "dateline"), None)
    if dateline is not None and _stands_at_foot(dateline, body) and _is_of_meeting(head, body):
        dateline = None  # it says when the minutes were written
    line: Content = dateline.content if dateline is not None else ()
    if (
        not line
        and title.tail
        and not _is_of_meeting(head, body)
        and not _OF_SOMETHING_ELSE.search(plain(head.content))
    ):
        line = (title.tail.of(flatten(head.content)),)
    if title.dated:  # what stands beside its number is the day of distribution
        line = (title.dated.of(flatten(head.content)),)
    value, place = when_and_where(line) if line else (None, None)
    if place is None:  # ``Done at Lima`` names one, and is no dateline by its words
        place = next((_place(node) for node in line if isinstance(node, Element) and node.name == "placeName"), None)
    if value is None:
        is_note = title.subtype == "editorial-note"
        of_meeting = None if is_note else _date_of_meeting(body)
        of_lines = heading_lines.date(body) or numbered_on(body)
        date = _marked_date(line) or of_lines or of_meeting or _date_of_letterhead(body)
        date = date or _date_of_treaty(body)
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


def _stands_at_foot(dateline: Element, body: Element) -> bool:
    return any(node is dateline for closer in _children(body, ("closer",)) for node in descendants(closer))


def _dated(line: Content, value: DateValue) -> Date:
    """Return the date that ``line`` gives, worded as it is marked; what was decided for the whole file holds here."""
    dates = [node for part in line if isinstance(part, Element) for node in descendants(part) if node.name == "date"]
    wording = heading_lines.words_of_date(dates[0]) if dates else plain(line)
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


def _is_of_meeting(head: Element, body: Element) -> bool:
    """Whether ``head`` is the title of minutes, with the day of the meeting in it or in the lines below."""
    title = _said(head)
    return _HELD.match(title) is not None or (names_minutes(title) and _date_of_meeting(body) is not None)


def _said(block: Element) -> str:
    return " ".join(shown(block.content, lambda _: " ").split())


def _date_of_meeting(body: Element) -> Date | None:
    """Return the day on which a meeting was held, as the first lines of its minutes say, or begin with."""
    for block in islice(_children(body, ("head", "p")), _MOST_ABOVE):
        text = _said(block)
        said = _HELD.match(text)
        found = next(_dates(text, said.end()), None) if said else _date_with_weekday(text)
        if found is not None and found.value.first and found.value.first.day:
            return Date(
                text[found.start : found.whole_end],
                (*found.whole_value.attributes().items(), ("cert", Certainty.MEDIUM)),
            )
    return None


def _date_of_treaty(body: Element) -> Date | None:
    """Return the day on which a treaty was made, as its first sentences say: ``This Agreement, made this 4th day …``"""
    for block in islice(_children(body, ("p",)), _MOST_OF_TREATY):
        text = _said(block)
        made = _MADE.match(text)
        found = match_date(text, made.end()) if made else None
        if found is not None and found.value.when and found.value.when.day:
            return Date(text[found.start : found.end], (*found.value.attributes().items(), ("cert", Certainty.MEDIUM)))
    return None


def _children(body: Element, names: tuple[str, ...]) -> Iterator[Element]:
    return (node for node in body.content if isinstance(node, Element) and node.name in names)


def _dates(text: str, start: int) -> Iterator[DateMatch]:
    """Yield the dates of ``text`` behind ``on``, from ``start``."""
    return (found for on in _ON.finditer(text, start) if (found := match_date(text, on.end())))


def _date_with_weekday(text: str) -> DateMatch | None:
    """Return the date with which a line begins that says more of a meeting: ``Monday, May 3, 1965; 3 p.m.; Room 5``."""
    found = match_date(text, 0) if len(text) < _PROSE and _WEEKDAY.match(text) else None
    return found if found and text[found.whole_end : found.whole_end + 1] in (";", ",") else None


def _date_of_letterhead(body: Element) -> Date | None:
    """Return the date that stands on a line of its own above the text, among those of a letterhead."""
    above_prose = True
    for block in _children(body, ("p",)):
        line = ""
        is_prose = _ends_sentence(block)
        for content in lines_of(block.content):
            above, line = line, flatten(content)
            if len(line) >= _PROSE or _OF_A_MAIL.match(line):
                return None
            dated = read_dateline(content) if not runs_on(above) else None
            if dated:
                return _dated(dated.content, dated.value)
            is_short = above_prose and len(" ".join(line.split())) <= _SHORT and not runs_on(above)
            at_end = date_at_end(line) if is_short else None
            if at_end:
                attributes = at_end.value.attributes().items()
                return Date(line[at_end.start : at_end.end], (*attributes, ("cert", Certainty.LOW)))
        above_prose = above_prose and not is_prose
    return None


def _ends_sentence(block: Element) -> bool:
    """Whether ``block`` is a paragraph of prose, below which no letterhead stands."""
    text = flatten(block.content)
    return len(text) >= _PROSE and text.rstrip(f'{OBJECT} )”"').endswith((".", "?", "!"))
