"""Bounds for a document without a date: within which days what it says of itself puts it.

The title of its folder says from when to when (``Peru, Vol. 3, January 1972–December 1973``), its source note when it
was drafted and when it was seen, its first words on which day of the year its subject happened (``On January 17 our
Ambassador met …``).  Each is one cue, so the bounds have ``cert="medium"``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from teiconv.grammar.centuries import full_year
from teiconv.grammar.dates import CalendarDate, DateValue, match_date
from teiconv.layout.lines import lines_of
from teiconv.metadata.archive import read_note
from teiconv.model import Element, descendants, plain
from teiconv.model.certainty import Certainty
from teiconv.model.header import Archive, Level
from teiconv.regex import regex

_WORD = regex(r"(?<![\w/–-])\w")
_YEARS = regex(r"(?<![\w/–-])(?P<first>(?:18|19)\d\d)(?: ?[–-] ?)(?P<last>(?:18|19)?\d\d)(?![\w/–-])")
_MONTHS = regex(
    r"(?<![\w/–-])(?P<month>0?[1-9]|1[0-2])/(?P<year>(?:18|19|20)\d\d|3[2-9]|[4-9]\d) ?[–-] ?"
    r"(?P<last>0?[1-9]|1[0-2])/(?P<end>(?:18|19|20)\d\d|3[2-9]|[4-9]\d)(?![\w/–-])"
)
"""Months of a folder: ``8/61-12/61``, whose years can be no days."""
_LEVELS = frozenset({Level.COLLECTION, Level.SERIES, Level.SUBSERIES, Level.FILE, Level.FOLDER})
"""Levels whose names are titles: a number of a lot or a file is no year."""
_NUMBERED = regex(r"\b(?:Vols?|Nos?|Box|Lot|Job|Folder|Part|[A-Z]{2,})\.? \Z")
"""What a number stands after that is neither a day nor a year."""
_DRAFTED = regex(r"\b(?:[Dd]rafted|[Pp]repared|[Tt]yped|[Dd]ictated)\b(?:[^.;]|(?<=\b[A-Z])\.){0,80}?\bon (?=[A-Z])")
_SEEN = regex(
    r"\b(?:saw (?:it|the \w+)|initialed (?:it|the \w+)|received|was (?:sent|forwarded|transmitted))\b"
    r"(?:[^.;]|(?<=\b[A-Z])\.){0,80}?\bon (?=[A-Z])"
)
_FIRST_DAY = regex(r"(?:On|At noon on|On the morning of|This morning, ) ?(?=[A-Z])")
_PAST = regex(r"\b(?:\w{2,}ed|met|told|said|saw|gave|was|were|had|made|took|held|sent|went|came|spoke)\b")
_FUTURE = regex(r"\b(?:will|shall|would|plans?|scheduled|intends?)\b")
_SENTENCE = regex(r"[.;?!](?=\s|\Z)")
_FOLDER = regex(r"\bFolder\b", re.I)
_LONGEST = 300

Attributes = tuple[tuple[str, str], ...]


class _Bounds(NamedTuple):
    """The first and the last day, as exact as they are known."""

    first: CalendarDate | None = None
    last: CalendarDate | None = None


def bounds(body: Element, archive: Archive | None) -> Attributes:
    """Return ``notBefore`` and ``notAfter``, with ``cert``, for the undated document ``body`` from that ``archive``."""
    folder = (_of_folder(archive) if archive else None) or _of_folder_above(body)
    notes = _of_notes(body, folder)
    found = _Bounds(notes.first or folder.first, notes.last or folder.last)
    if found.first and not notes.first:
        found = found._replace(first=_on_first_day(body, found))
    if found.first and found.last and _start(found.first) > _end(found.last):
        return ()  # the cues disagree
    named = {"notBefore": found.first, "notAfter": found.last}
    attributes = tuple((name, str(moment)) for name, moment in named.items() if moment is not None)
    return (*attributes, ("cert", Certainty.MEDIUM)) if attributes else ()


def _of_folder(archive: Archive) -> _Bounds | None:
    """Return the days that the narrowest unit of the archive names in its title."""
    titles = (unit.name for unit in reversed(archive.units) if unit.level in _LEVELS)
    return next(filter(None, map(_in_title, titles)), None)


def _of_folder_above(body: Element) -> _Bounds:
    """Return the days that the title of a folder above the paper names: ``Folder: Nets, 1/1/61-5/3/61``."""
    note = next((node for node in body.content if isinstance(node, Element) and node.name == "note"), None)
    lines = lines_of(note.content) if note is not None and note.get("rend") == "inline" else ()
    titles = (text for line in lines if _FOLDER.search(text := plain(line).strip()))
    return next(filter(None, map(_in_title, titles)), _Bounds())


def _in_title(title: str) -> _Bounds | None:
    if years := _YEARS.search(title):
        end = years["first"][: 4 - len(years["last"])] + years["last"]
        return _Bounds(CalendarDate(int(years["first"])), CalendarDate(int(end)))
    if found := _MONTHS.search(title):
        ends = (("year", "month"), ("end", "last"))
        first, last = (CalendarDate(full_year(found[year]), int(found[month])) for year, month in ends)
        return _Bounds(first, last)
    values = list(_dates(title))
    return _Bounds(_first(values[0]), _last(values[-1])) if values else None


def _of_notes(body: Element, folder: _Bounds) -> _Bounds:
    """Return what the source note says of the day on which the document was drafted, and when it was seen.

    A day without its year is of that of the ``folder``, if all of it is of one year, and the day is in it.
    """
    note = next((node for node in descendants(body) if node.name == "note" and node.get("type") == "source"), None)
    if note is None:
        return _Bounds()
    text = read_note(note.content)
    drafted, seen = (_day_after(pattern.search(text), text, folder) for pattern in (_DRAFTED, _SEEN))
    return _Bounds(drafted, seen)


def _day_after(found: re.Match[str] | None, text: str, folder: _Bounds) -> CalendarDate | None:
    value = match_date(text, found.end()) if found else None
    when = value.value.when if value else None
    if when and when.day:
        return when._replace(clock=None)
    if found is None or not (folder.first and folder.last and folder.first.year == folder.last.year):
        return None
    day = _day_in(text[found.end() :], folder.first.year)
    return day if day and _start(folder.first) <= _start(day) <= _end(folder.last) else None


def _on_first_day(body: Element, found: _Bounds) -> CalendarDate | None:
    """Return the day of the year that the first words name, in the first year in which it can be."""
    words = next((text for block in _paragraphs(body) if (text := plain(block.content))), "")[:_LONGEST]
    opening = _FIRST_DAY.match(words)
    sentence = _SENTENCE.split(words, maxsplit=1)[0]
    if found.first is None or opening is None or not _PAST.search(sentence) or _FUTURE.search(sentence):
        return found.first
    for year in (found.first.year, found.first.year + 1):
        day = _day_in(words[opening.end() :], year)
        if day and _start(found.first) <= _start(day) and (not found.last or _start(day) <= _end(found.last)):
            return day
    return found.first


def _day_in(words: str, year: int) -> CalendarDate | None:
    """Return the day of ``year`` whose month and day ``words`` begin with; one that has its own year is not taken."""
    month, _, rest = words.partition(" ")
    digits = rest[: len(rest) - len(rest.lstrip("0123456789"))]
    if not digits or rest[len(digits) : len(digits) + 6].lstrip(", ")[:2] in ("18", "19", "20"):
        return None
    read = match_date(f"{month} {digits}, {year}")
    return read.value.when if read and read.value.when and read.value.when.is_real else None


def _paragraphs(body: Element) -> Iterator[Element]:
    return (node for node in body.content if isinstance(node, Element) and node.name in ("p", "ab"))


def _dates(text: str) -> Iterator[DateValue]:
    position = 0
    while word := _WORD.search(text, position):
        is_number = text[word.start()].isdigit() and _NUMBERED.search(text, 0, word.start())
        found = None if is_number else match_date(text, word.start())
        position = found.end if found else word.end()
        if found and found.value.first:
            yield found.value


def _first(value: DateValue) -> CalendarDate | None:
    first = value.from_ or value.when or value.not_before
    return first and first._replace(clock=None)


def _last(value: DateValue) -> CalendarDate | None:
    last = value.to or value.when or value.not_after
    return last and last._replace(clock=None)


def _start(moment: CalendarDate) -> date:
    return date(moment.year, moment.month or 1, moment.day or 1)


def _end(moment: CalendarDate) -> date:
    if moment.day:
        return _start(moment)
    months = moment.year * 12 + (moment.month or 12)
    return date(months // 12, months % 12 + 1, 1) - timedelta(days=1)
