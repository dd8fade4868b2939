"""Datelines: ``Washington, May 5, 1971, 4:05 p.m.``, ``[Paris,] December 12, 1948—1 p. m.``, ``Moscow, undated``.

Here is how one is read and marked up; where in a document one stands is the matter of :mod:`teiconv.structure.openers`.
The spans of ``placeName``, ``date`` and ``time`` are those of the official volumes: a time of day is part of the
``date``, a stretch of time is a ``time`` beside it, and the comma and the full stop belong to neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from teiconv.grammar import months
from teiconv.grammar.centuries import full_year
from teiconv.grammar.dates import CalendarDate, DateMatch, DateValue, match_date
from teiconv.grammar.times import Clock, match_time
from teiconv.layout.lines import LINE_BREAK
from teiconv.model import OBJECT, Content, Element, Span, annotate, flatten, shown
from teiconv.regex import regex
from teiconv.remember import remembered
from teiconv.structure.places import DATE_OF, WITHHELD, is_place, is_withheld

_LONGEST = 240
_HOURS_IN_DATE_SINCE = 1977
"""From the subseries 1977–80 on the editors take a stretch of time into the ``date`` (frus1977-80v21, d7)."""
_STOP_IN_ITALIC_DATE_SINCE = 1955
"""Volumes set in italics, from 1955–57 on, end the ``date`` with the full stop (frus1955-57v03, d4)."""

_WORD_START = regex(r"(?<!\w)\w")
ITALIAN_NUMBER = (
    r"(?-i:T|R|L|TELESPRESSO|Telespresso|RAPPORTO|Rapporto)\.?(?: (?-i:s\.? ?n\.? ?d|s|u|p|r|rr)\.)*"
    r" \d{1,5}(?:/\d{1,5})?(?:\.|(?: ?(?-i:[A-Z])\.){1,3})"
)
"""The number of a telegram or report in an Italian collection, before its place: ``T. 1188/412 R.``"""
_BEFORE_PLACE = regex(
    rf"\s*(?:{ITALIAN_NUMBER}(?= )|"
    r"(?:No|Nr)\. ?[\w-]+[.,]?\]?|[\[(]Telegra(?:m|phic)\b[^()\[\]]{0,30}[\])]\.?(?:\s(?:P|R|D|En clair)\.)?"
    r"|\(No\. ?\d{1,4}\.(?: [A-Z][a-z]+\.){0,2}\)|(?:Confidential|Informal|Official|Personal|Private|Unofficial)\.?\]"
    r"|(?-i:[A-Z]{2,5}) \d{1,3}[–/-]\d[\d–/.-]{0,12},?(?= ))?\s*"
    r"(?:(?:My Lord|Sir|(?:[A-Z] )?(?:Confidentiel|Secret|Geheim|Vertraulich)),? {3,})?",
    re.I,
)
"""What may stand before the place on its line: ``No. 45.]``, ``(Telegraphic.) P.``, ``Informal.]``, ``NIE 93–2–64``;
and in the column before it, ``(No. 8. Secret.)`` over ``My Lord,``"""
_TAIL = regex(
    r"""[\s.,;:\]?]* (?:\d{1,2}\s*){0,2}               # the numerals of notes, where they stand as text
    (?:\([^()]{1,60}\)[\s.\]]*)?                      # “(local time)”
    (?:\[?(?:Received|Ankunft)\b[^\[\]]{0,80}\]?[\s.]*)?\Z""",
    re.X,
)
_PLACE_AFTER = regex(r"[\s,]+(?=[^\W\d_])(?P<place>[^\d,]+(?:, [^\d,]+)?)(?P<link>,\s*|\Z)")
_STYLED_COMMA = regex(r"\w ,")
_RUNS_ON = regex(
    r"(?: (?:a|and|at|by|dated|for|from|in|of|on|or|our|since|the|till|to|until|your)|.\b(?:le|du|vom|am))\Z"
)
_LINK = regex(r",? (?:a|em|en) \Z")
"""What joins a place and a date in Spanish and Portuguese: ``México, D. F., a 12 de agosto de 1938``."""
_HOUR = regex(r"\d{4}Z?")
"""An hour that stands before the date, and is no place: ``0517Z 3 May 62``."""
_DATE_TIME_GROUP = regex(
    rf"(?:[A-Z] ){{0,2}}(?P<day>\d\d)(?P<hour>\d\d)(?P<minute>\d\d)Z ?(?P<month>{months.IN_FULL}|{months.CUT})"
    r" ?(?P<year>\d{4}|\d\d)(?: (?:Z[A-Z]{2}(?:[ -]?\d{1,2})?|PSN(?: \d{3,8})?))*\Z",
    re.I,
)
"""With the signals for the operators of the circuit behind it: ``O 021145Z NOV 79 ZFF-4``."""
_OTHER_CALENDAR = regex(
    r"""(?P<names>[^\d()]{0,60}?[ ,]*)(?P<first>\b(?:the[ ])?(?:\d{1,2}(?:st|nd|rd|th|d)?|[a-z-]{5,14})[ ]
    (?:day|moon|month|year)\b|\b\d{1,2}[ ][^\W\d_][^\W\d_’'-]+(?:[ -][^\W\d_]+)?,?[ ]\d{3,4}\b)
    [^()]{0,90}\((?=[^()]{6,40}\))""",
    re.X,
)
"""A day of another calendar before that of ours: ``Peking, 26th year, 8th moon, 12th day (``, ``12 Safar 1301 (``."""
_AFTER_OTHER_CALENDAR = regex(r"\)[\s.,]*(?:[\[(]Received\b[^()\[\]]{1,60}[\])][\s.]*)?\Z")
_PLACE_HAS_COMMA_UNTIL = 1868
"""Volumes of 1861 to 1868 set place and date in different type, each with the stop after it (``Paris, | May 3.``)."""
_TOWN_ALONE = range(1914, 1918)
"""Volumes of these years name the town alone as the place, without the office."""
_STOP_IN_DATE = frozenset({*_TOWN_ALONE, 1949})
"""Volumes of these years end most dates with the full stop."""
_OFFICE_BEFORE_TOWN = regex(r"(?:American |Department|Embassy|Legation|Consul)[^,]{0,60},\s+(?=[^,]+\Z)")


class Dateline(NamedTuple):
    """The marked-up content of a dateline, and what it says.

    ``place`` is as written, without brackets around it; ``None`` where no place is named, or it is withheld.
    """

    content: Content
    value: DateValue
    place: str | None = None


class _Reading(NamedTuple):
    """Where place and date stand in the running text of a dateline."""

    date: DateMatch
    place: tuple[int, int] | None


def read_dateline(content: Content) -> Dateline | None:
    """Return ``content`` as a dateline, if all of it is one."""
    text = running_line(content)
    reading = _read(text) if len(text) <= _LONGEST else None
    if reading is None:
        return None
    is_line = LINE_BREAK not in content
    spans = sorted(_spans(text, reading, is_line=is_line), key=lambda span: span.start)
    place = text[slice(*reading.place)] if reading.place else ""
    named = None if is_withheld(place) else place.strip("[]") or None
    return Dateline(annotate(content, spans), reading.date.whole_value, named)


def read_date_time_group(content: Content) -> Dateline | None:
    """Return ``content`` as the date line of a cable, if it is one: precedence, day and hour (``R 171530Z JAN 72``)."""
    text = flatten(content)
    match = _DATE_TIME_GROUP.match(text)
    if match is None:
        return None
    year = full_year(match["year"])
    clock = Clock(int(match["hour"]), int(match["minute"]), "Z")
    moment = CalendarDate(year, months.number(match["month"]), int(match["day"]), clock)
    value = DateValue(when=moment if moment.is_real and clock.hour < 24 and clock.minute < 60 else None)
    span = Span(match.start("day"), match.end("year"), date_element("date", value.attributes()))
    return Dateline(annotate(content, [span]), value)


def time_and_place(content: Content) -> tuple[DateValue | None, str | None]:
    """Return when and where a document was written, as its dateline says, or the date with which its title ends.

    The place is given as written; the date-time group of a cable names none.
    """
    dateline, cabled = read_dateline(content), read_date_time_group(content)
    if dateline:
        return dateline.value, None if cabled else dateline.place
    if cabled:
        return cabled.value, None
    found = next(dates_at_end(running_line(content)[-_LONGEST:]), None)
    return found.whole_value if found else None, None


def date_at_end(text: str) -> DateMatch | None:
    """Return the date with which ``text`` ends, after whatever words, unless these say what else it is the date of."""
    found = next(dates_at_end(text), None)
    return found if found and found.value.first and not DATE_OF.search(text, 0, found.start) else None


def running_line(content: Content) -> str:
    """Return the running text with a blank for each note and break; a gap, which may be the name of a place, stays."""
    return shown(content, lambda node: OBJECT if node.name == "gap" else " ")


def dates_at_end(text: str, start: int = 0) -> Iterator[DateMatch]:
    """Yield the dates of ``text`` from ``start`` on, below which nothing stands, the one that begins first first."""
    for word in _WORD_START.finditer(text, start):
        found = match_date(text, word.start())
        if found and not found.is_bare_year and _TAIL.match(text, found.whole_end):
            yield found


@remembered(1024)  # each line is asked for where an opener is sought, and again for the header
def _read(text: str) -> _Reading | None:
    above = _BEFORE_PLACE.match(text)
    begin = above.end() if above else 0
    other = _read_other_calendar(text, begin)
    if other:
        return other
    for found in dates_at_end(text):
        if found.start >= begin:
            link = _LINK.search(text, begin, found.start)
            place = _trimmed(text, begin, link.start() if link else found.start)
            if place and _HOUR.fullmatch(text, *place):
                place = None
            if place is None or is_place(text[slice(*place)]):
                return _Reading(found, place)
    return _read_date_first(text, begin + len(text[begin:]) - len(text[begin:].lstrip(" [")))


def _read_other_calendar(text: str, begin: int) -> _Reading | None:
    """Read a date of another calendar with that of ours in brackets; the name before its year is that of a reign."""
    other = _OTHER_CALENDAR.match(text, begin) if "(" in text else None
    found = match_date(text, other.end()) if other else None
    if other is None or found is None or not _AFTER_OTHER_CALENDAR.match(text, found.whole_end):
        return None
    names = other["names"].rstrip(" ,")
    end = begin + (max(names.rfind(","), 0) if other["first"].endswith("year") else len(names))
    place = _trimmed(text, begin, end)
    return _Reading(found, place) if place is None or is_place(text[slice(*place)]) else None


def _read_date_first(text: str, begin: int) -> _Reading | None:
    """Read the rarer order: ``December 22, 1972, New York, 3:45–4:15 p.m.``"""
    found = match_date(text, begin)
    place = _PLACE_AFTER.match(text, found.whole_end) if found else None
    if found is None or found.is_bare_year or place is None or not is_place(place["place"].rstrip(" .]")):
        return None  # a number is a year beside a month or a day only
    time = match_time(text, place.end()) if place["link"] else None
    if not _TAIL.match(text, time.end if time else place.end()):
        return None
    if time is not None:
        found = DateMatch(found.start, found.end, found.value, (time,))
    return _Reading(found, _trimmed(text, *place.span("place")))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where the name of the place stands without the punctuation around it, or ``None`` if nothing is left."""
    while start < end and text[start] in " [," and not WITHHELD.match(text, start):
        start += 1
    while start < end and (
        text[end - 1] in " ,;—–-[" or (text[end - 1] in "]." and _is_loose(text[start:end], text[end : end + 1]))
    ):
        end -= 1
    return (start, end) if start < end else None


def _is_loose(place: str, after: str) -> bool:
    """Whether the last character, a bracket or a full stop, does not belong to the name: ``Paris ,]`` but ``D.C.``

    ``after`` is what follows it; no comma does on a full stop that ends nothing (``San Francisco, Cal.,``).
    """
    return "[" not in place if place[-1] == "]" else place.count(".") == 1 and after != ","


def runs_on(line: str) -> bool:
    """Whether the sentence in ``line`` goes on with the date below it: ``receipt of your letter of``."""
    return _RUNS_ON.search(line.rstrip()) is not None


def _spans(text: str, reading: _Reading, *, is_line: bool) -> Iterator[Span]:
    """Yield the place and the date of a dateline; ``is_line``: it stands on one line."""
    found = reading.date
    year = found.whole_value.first.year if found.whole_value.first else 0
    is_early = is_line and 0 < year <= _PLACE_HAS_COMMA_UNTIL
    if reading.place:
        yield Span(*_named_place(text, reading.place, year, is_early=is_early), Element("placeName"))
    if found.hours and not _takes_hours_in(reading):
        yield Span(found.start, found.end, date_element("date", found.value.attributes()))
        yield from (Span(time.start, time.end, date_element("time", time.attributes())) for time in found.hours)
    else:
        is_stopped = text[found.whole_end : found.whole_end + 1] == "."
        end = found.whole_end + (is_stopped and (is_early or year in _STOP_IN_DATE or _takes_stop_in(text, found)))
        yield Span(found.start, end, date_element("date", found.whole_value.attributes()))


def _named_place(text: str, place: tuple[int, int], year: int, *, is_early: bool) -> tuple[int, int]:
    """Return what of the place is marked as its name: with the comma after it, or without the office before it."""
    start, end = place
    if year in _TOWN_ALONE and (office := _OFFICE_BEFORE_TOWN.match(text, start, end)):
        return office.end(), end
    return (start, end + 1) if is_early and text[end : end + 1] == "," else place


def _takes_hours_in(reading: _Reading) -> bool:
    first = reading.date.whole_value.first
    in_order = reading.place is None or reading.place[0] < reading.date.start
    return in_order and first is not None and (first.year >= _HOURS_IN_DATE_SINCE or reading.date.value.when is None)


def _takes_stop_in(text: str, found: DateMatch) -> bool:
    """Whether the full stop after a date is counted as part of it, in volumes set in italics."""
    first = found.value.first
    is_late = first is not None and first.year >= _STOP_IN_ITALIC_DATE_SINCE
    return is_late and _STYLED_COMMA.search(text, 0, found.start) is not None


def date_element(name: str, attributes: dict[str, str]) -> Element:
    """Return the ``date`` or ``time`` to put around a wording."""
    return Element(name, (), tuple(attributes.items()))
