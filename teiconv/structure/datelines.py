"""Datelines: ``Washington, May 5, 1971, 4:05 p.m.``, ``[Paris,] December 12, 1948—1 p. m.``, ``Moscow, undated``.

Here is how one is read and marked up; where in a document one stands is the matter of :mod:`teiconv.structure.openers`.
The spans of ``placeName``, ``date`` and ``time`` are those of the official volumes: a time of day is part of the
``date``, a stretch of time is a ``time`` beside it, and the comma and the full stop belong to neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from teiconv.grammar import months
from teiconv.grammar.centuries import full_year
from teiconv.grammar.dates import DateMatch, DateValue, Moment, match_date
from teiconv.grammar.times import Clock, match_time
from teiconv.model import OBJECT, Content, Element, Span, annotate, flatten, shown
from teiconv.regex import regex

_LONGEST = 240
_HOURS_IN_DATE_SINCE = 1977
"""From the subseries 1977–80 on the editors take a stretch of time into the ``date`` (frus1977-80v21, d7)."""
_STOP_IN_ITALIC_DATE_SINCE = 1955
"""Volumes set in italics, from 1955–57 on, end the ``date`` with the full stop (frus1955-57v03, d4)."""

_WORD_START = regex(r"(?<!\w)\w")
_DESPATCH_NUMBER = regex(r"\s*(?:(?:No|Nr)\. ?[\w-]+[.,]?)?\s*", re.I)
_TAIL = regex(
    r"""[\s.,;:\]?]* (?:\d{1,2}\s*){0,2}               # the numerals of notes, where they stand as text
    (?:\([^()]{1,60}\)[\s.\]]*)?                      # “(local time)”
    (?:\[?Received\b[^\[\]]{0,80}\]?[\s.]*)?\Z""",
    re.X,
)
_PLACE_AFTER = regex(r"[\s,]+(?=[^\W\d_])(?P<place>[^\d,]+(?:, [^\d,]+)?)(?P<link>,\s*|\Z)")
_STYLED_COMMA = regex(r"\w ,")
_PLACE_WORD = regex(r"[^\W\d_][\w’'.\-]*")
_DATE_OF = regex(
    r"\b(?:[Bb]orn|[Bb]irth|BORN|BIRTH|DP?OB|[Dd]eclassified|DECLASSIFIED|[Rr]eleased?|RELEASED?|NAR[AS]"
    r"|[Rr]eport|REPORT|[Aa]pproved|APPROVED|[Rr]eviewed|REVIEWED|[Rr]evised|[Pp]rinted|File[ds]?|FILE|Date|DATE)\b"
)
"""What else a date may be of: a birth, a release, a report, a file."""
_NOT_IN_PLACES = regex(r"[:;!“”]|\(\d")
_SMALL_WORDS = frozenset(
    "a aboard al and at da day de del des di du el en for in la le near of off on route the to via".split()
)
_DATE_TIME_GROUP = regex(
    rf"(?:[A-Z] ){{0,2}}(?P<day>\d\d)(?P<hour>\d\d)(?P<minute>\d\d)Z ?(?P<month>{months.CUT})"
    r" ?(?P<year>\d{4}|\d\d)\Z",
    re.I,
)
_WITHHELD = regex(r"\[[^\[\]]*\bnot declassified\]", re.I)


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


def parse_dateline(content: Content) -> Content | None:
    """Return ``content`` with its ``placeName``, ``date`` and ``time`` if all of it is a dateline, else ``None``."""
    dateline = read_dateline(content)
    return dateline.content if dateline else None


def read_dateline(content: Content) -> Dateline | None:
    """Return ``content`` as a dateline, if all of it is one."""
    text = _without_objects(content)
    reading = _read(text) if len(text) <= _LONGEST else None
    if reading is None:
        return None
    spans = sorted(_spans(text, reading), key=lambda span: span.start)
    place = text[slice(*reading.place)] if reading.place else ""
    named = None if _is_withheld(place) else place.strip("[]") or None
    return Dateline(annotate(content, spans), reading.date.whole_value, named)


def read_date_time_group(content: Content) -> Dateline | None:
    """Return ``content`` as the date line of a cable, if it is one: precedence, day and hour (``R 171530Z JAN 72``)."""
    text = flatten(content)
    found = _DATE_TIME_GROUP.match(text)
    if found is None:
        return None
    year = full_year(found["year"])
    clock = Clock(int(found["hour"]), int(found["minute"]), "Z")
    moment = Moment(year, months.number(found["month"]), int(found["day"]), clock)
    value = DateValue(when=moment if moment.is_real and clock.hour < 24 and clock.minute < 60 else None)
    span = Span(found.start("day"), found.end("year"), _element("date", value.attributes()))
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
    found = next(_dates_at_end(_without_objects(content)[-_LONGEST:]), None)
    return found.whole_value if found else None, None


def date_at_end(text: str) -> DateMatch | None:
    """Return the date with which ``text`` ends, after whatever words, unless these say what else it is the date of."""
    found = next(_dates_at_end(text), None)
    return found if found and found.value.first and not _DATE_OF.search(text, 0, found.start) else None


def _without_objects(content: Content) -> str:
    """Return the running text with a blank for each note and break; a gap, which may be the name of a place, stays."""
    return shown(content, lambda node: OBJECT if node.name == "gap" else " ")


def _dates_at_end(text: str) -> Iterator[DateMatch]:
    for word in _WORD_START.finditer(text):
        found = match_date(text, word.start())
        if found and not found.is_bare_year and _TAIL.match(text, found.whole_end):
            yield found


@lru_cache(maxsize=1024)  # each line is asked for where an opener is sought, and again for the header
def _read(text: str) -> _Reading | None:
    number = _DESPATCH_NUMBER.match(text)
    begin = number.end() if number else 0
    for found in _dates_at_end(text):
        if found.start >= begin:
            place = _trimmed(text, begin, found.start)
            if place is None or is_place(text[slice(*place)]):
                return _Reading(found, place)
    return _read_date_first(text, begin + len(text[begin:]) - len(text[begin:].lstrip(" [")))


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
    while start < end and text[start] in " [," and not _WITHHELD.match(text, start):
        start += 1
    while start < end and (text[end - 1] in " ,;—–-[" or (text[end - 1] in "]." and _is_loose(text[start:end]))):
        end -= 1
    return (start, end) if start < end else None


def _is_loose(place: str) -> bool:
    """Whether the last character, a bracket or a full stop, does not belong to the name: ``Paris ,]`` but ``D.C.``"""
    return "[" not in place if place[-1] == "]" else place.count(".") == 1


def is_place(text: str) -> bool:
    """Whether ``text`` may name a place: words with a capital, and small ones between them; or a place withheld."""
    if _is_withheld(text):
        return True
    words = _PLACE_WORD.findall(text)
    if not words or len(text) > 90 or words[-1] in _SMALL_WORDS:
        return False
    if _NOT_IN_PLACES.search(text) or _DATE_OF.search(text):
        return False
    return all(not word[0].islower() or word in _SMALL_WORDS for word in words)


def _is_withheld(place: str) -> bool:
    return OBJECT in place or _WITHHELD.fullmatch(place) is not None


def _spans(text: str, reading: _Reading) -> Iterator[Span]:
    found = reading.date
    if reading.place:
        yield Span(*reading.place, Element("placeName"))
    if found.hours and not _takes_hours_in(reading):
        yield Span(found.start, found.end, _element("date", found.value.attributes()))
        yield from (Span(time.start, time.end, _element("time", time.attributes())) for time in found.hours)
    else:
        end = found.whole_end + _takes_stop_in(text, found)
        yield Span(found.start, end, _element("date", found.whole_value.attributes()))


def _takes_hours_in(reading: _Reading) -> bool:
    first = reading.date.whole_value.first
    in_order = reading.place is None or reading.place[0] < reading.date.start
    return in_order and first is not None and (first.year >= _HOURS_IN_DATE_SINCE or reading.date.value.when is None)


def _takes_stop_in(text: str, found: DateMatch) -> bool:
    """Whether the full stop after a date is counted as part of it."""
    if text[found.end : found.end + 1] != ".":
        return False
    first = found.value.first
    is_italic = _STYLED_COMMA.search(text, 0, found.start) and first and first.year >= _STOP_IN_ITALIC_DATE_SINCE
    return bool(is_italic)


def _element(name: str, attributes: dict[str, str]) -> Element:
    return Element(name, (), tuple(attributes.items()))
