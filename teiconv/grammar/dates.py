"""The grammar of dates: ``May 5, 1971, 4:05 p.m.``, ``5 August 1969``, ``January 27–29, 1969``, ``undated``.

Values are those that the official volumes give: the day, with the time to the second where one is written
(``1948-04-09T19:00:00``), and the zone where it is written (``1970-11-03T11:10:00Z``).  A day that no calendar has
gets no value: the wording is marked as a date, and that is all that can be said of it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from teiconv.grammar import months
from teiconv.grammar.centuries import full_year
from teiconv.grammar.date_values import CalendarDate, DateValue, are_one_day
from teiconv.grammar.solemn_dates import match_solemn_date
from teiconv.grammar.times import TimeMatch, match_time
from teiconv.regex import regex

__all__ = ["CalendarDate", "DateMatch", "DateValue", "match_date", "parse_date"]

_MONTHS = {name.lower(): number for number, name in enumerate(months.SHORT, 1)}
_MONTH_NAME = (
    r"(?P<month>jan(?:uary|[’ʼ']?y)?|feb(?:ruary|[’ʼ']?y)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember|b?r)?|oct(?:ober|b?r)?|nov(?:ember|b?r)?|dec(?:ember|b?r)?)\b\.?"
)
_DAY_NUMBER = r"\d{1,2}(?:(?:st|nd|rd|th|d)\b|(?!\d)|(?=(?:18|19|20)\d\d\b))"  # the last: “July 71969”
_DAY = rf"{_DAY_NUMBER}(?:[ ]?\[{_DAY_NUMBER}\??\])?\??"  # “August 12 [13]”: the editors mend the date
_DAYS = rf"(?P<days>{_DAY}(?:(?:[ ]?[-–—/][ ]?|,[ ]|,?[ ](?:and|to|or|&)[ ]){_DAY}){{0,9}})"
_GAP = r"[ ,\[\]?]{0,4}"
_YEAR = r"(?P<year>(?:18|19|20)\d\d)(?!\d{3})\??"  # “1971” with the numeral of a note glued to it is a year
_TYPED_YEAR = r"(?P<year>(?:18|19|20)\d\d(?!\d{3})|[4-9]\d(?!\d|[:.]\d|[ ]?[ap]\.?[ ]?m\b))\??"  # “17 Jan 72”

_BLANK_DAY = r"[ ]?\[?(?:[—–-]{1,4}|_{2,8})\]?(?=,?[ ](?:18|19|20)\d\d)"  # “April —, 1880”: left blank for the day
_AMERICAN = regex(rf"{_MONTH_NAME}(?:{_GAP}(?:the[ ])?{_DAYS}|{_BLANK_DAY})?(?:{_GAP}{_YEAR})?", re.I)
_CONTINENTAL = regex(
    rf"(?:(?:the|this)[ ])?{_DAYS}(?:[ ,]{{1,2}}|[ ](?:day[ ])?of[ ])\[?{_MONTH_NAME}"
    rf"(?:{_GAP}{_TYPED_YEAR})?",
    re.I,
)
_DATE_TIME_GROUP = regex(rf"(?P<days>\d\d)(?P<clock>\d{{4}}Z)[ ]{_MONTH_NAME}[ ](?P<year>\d{{4}}|\d\d)(?!\d)", re.I)
"""A cable's: ``171530Z JAN 72``."""
_STAMP = regex(
    rf"{_MONTH_NAME} {{1,2}}(?P<days>\d{{1,2}}),? {{1,3}}(?P<hour>\d{{1,2}})[ :](?P<minute>[0-5]\d)"
    r" (?P<half>[AP])\.?M\.? {1,2}"
    r"(?:['’](?P<year>\d\d)|(?P<whole>(?:18|19|20)\d\d))(?!\d)",
    re.I,
)
"""The stamp on a telegram: ``Mar 11  7 14 PM '63``."""
_OF_MACHINE = regex(
    rf"(?:(?:mon|tue|wed|thu|fri|sat|sun) )?{_MONTH_NAME} {{1,2}}(?P<days>\d{{1,2}})"
    r" (?P<clock>\d\d:[0-5]\d:[0-5]\d(?: [A-Z]{3,4})?) (?P<year>(?:18|19|20)\d\d)(?!\d)",
    re.I,
)
"""As machines write it: ``Fri Nov 12 06:58:03 2010``."""
_NUMERIC = regex(r"(?P<month>\d{1,2})/(?P<days>\d{1,2})/(?P<year>(?:18|19|20)\d\d|\d\d)(?!\d)")
_ISO = regex(r"(?P<year>(?:18|19|20)\d\d)-(?P<month>\d\d)-(?P<days>\d\d)(?!\d)")
_BARE_YEAR = regex(rf"{_YEAR}(?!\d)")
_PART_FORMS = (_AMERICAN, _CONTINENTAL, _ISO, _NUMERIC)

_WEEKDAY = r"(?:(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues?|wed|thur?s?|fri|sat|sun)\.?),?[ ])?"
_BEFORE, _AFTER, _ABOUT = "before", "after", "about"
_QUALIFIERS = {
    "before": _BEFORE, "not later than": _BEFORE, "no later than": _BEFORE, "prior to": _BEFORE, "after": _AFTER,
    "not earlier than": _AFTER, "circa": _ABOUT, "ca.": _ABOUT, "c.": _ABOUT, "about": _ABOUT, "early": _ABOUT,
    "mid": _ABOUT, "late": _ABOUT, "approximately": _ABOUT, "probably": _ABOUT, "between": "between",
}  # fmt: skip
_LEAD = regex(rf"(?:(?P<qualifier>{'|'.join(map(re.escape, _QUALIFIERS))})[ -])?\[?{_WEEKDAY}\[?", re.I)
_UNDATED = regex(r"(?:\[no[ ]date\]|no[ ]date\b|not[ ]dated\b|n\.d\.|undated\b)", re.I)
_SEASON = regex(rf"(?P<season>spring|summer|autumn|fall|winter),? (?:of )?{_YEAR}(?!\d)", re.I)
_SEASONS = {"spring": (3, 6), "summer": (6, 9), "autumn": (9, 12), "fall": (9, 12)}
"""The first and the last month of a season, north of the equator; winter has no year of its own."""
_DAYS_OF_WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WORDS = (
    *_MONTHS,
    *_QUALIFIERS,
    *_SEASONS,
    "winter",
    *_DAYS_OF_WEEK,
    "the",
    "this",
    "le ",
    "ce ",
    "el ",
    "il ",
    "den ",
    "undated",
    "no ",
    "not",
    "n.d",
)
_MAY_BEGIN = regex(rf"[\W\d]|[ivx]{{1,4}}-\d|{'|'.join(sorted({re.escape(word[:3]) for word in _WORDS}))}", re.I)
"""What every date begins with; of most words it is not worth asking more."""
_PART_OF_DAY = regex(r"(?:, ?|[—–-]| )(?:early |late )?(?:morning|forenoon|afternoon|evening)(?=[.\]]|\Z)", re.I)
_SUPPLIED = regex(r"(?:[,;—] ?| )\[?(?:but )?(?=[^\W_])", re.I)
_CLOSING = regex(r"\??\]")
_PART_LINK = regex(r"\]? ?(?:[-–—/]|,? (?:and|to|through|or|&)) ?\[?", re.I)
_TWO_CALENDARS = regex(r"\d ?/ ?[A-Z0-9]|[a-z] ?/ ?\d")
_LAST_OLD_STYLE = 1930
"""Old style and new style, as in papers from Russia: ``March 5/18, 1917``, ``March 28/April 10, 1917``."""
_TIME_LINK = regex(r"\]? {0,2}(?:[,.;] ?|[—–-] ?|at )?")


class DateMatch(NamedTuple):
    """A date that stands in a text from ``start`` to ``end``, a time that belongs to it included.

    A stretch of time after it (``10:45–11:20 a.m.``) is given apart in ``hours``; there may be several.
    """

    start: int
    end: int
    value: DateValue
    hours: tuple[TimeMatch, ...] = ()

    @property
    def is_bare_year(self) -> bool:
        """Whether the text gives only a year: a number that may be something else."""
        first = self.value.first
        return first is not None and first.month is None

    @property
    def whole_end(self) -> int:
        """Where date and hours end."""
        return self.hours[-1].end if self.hours else self.end

    @property
    def whole_value(self) -> DateValue:
        """The value of date and hours together, from the first to the last."""
        if not self.hours:
            return self.value
        last = self.hours[-1]
        return self.value.during(self.hours[0]._replace(end_clock=last.end_clock or last.clock, is_range=True))


def parse_date(text: str) -> DateValue | None:
    """Return the value of ``text`` if all of it is a date, else ``None``."""
    found = match_date(text, len(text) - len(text.lstrip()))
    if found is None:
        return None
    return found.whole_value if not text[found.whole_end :].strip(" .,]?") else None


def match_date(text: str, position: int = 0) -> DateMatch | None:
    """Return the date that ``text`` has at ``position``, with the times after it, or ``None``."""
    if not _MAY_BEGIN.match(text, position):
        return None
    undated = _UNDATED.match(text, position)
    if undated:
        return _supplied(text, DateMatch(position, undated.end(), DateValue()))
    timed = _DATE_TIME_GROUP.match(text, position) or _OF_MACHINE.match(text, position)
    if timed:
        return DateMatch(position, timed.end(), _date_time(timed))
    stamp = _STAMP.match(text, position)
    if stamp:
        return DateMatch(position, stamp.end(), _stamped(stamp))
    season = _SEASON.match(text, position)
    if season:
        return DateMatch(position, season.end(), _seasonal(season))
    lead = _LEAD.match(text, position)
    assert lead is not None  # all of it is optional
    solemn = match_solemn_date(text, lead.end())
    if solemn is not None:
        return _with_times(text, DateMatch(position, solemn[1], _value(solemn[0], solemn[0])))
    found = _match_days(text, lead.end())
    if found is None:
        return None
    value, end = found
    qualifier = _QUALIFIERS[lead["qualifier"].lower()] if lead["qualifier"] else None
    return _with_times(text, DateMatch(position, end, _qualified(value, qualifier)))


def _supplied(text: str, undated: DateMatch) -> DateMatch:
    """Include the date that the editors supply for a missing one: ``undated [January 1951?]``."""
    link = _SUPPLIED.match(text, undated.end)
    found = match_date(text, link.end()) if link else None
    if link is None or found is None or found.hours:
        return undated
    bracket = _CLOSING.match(text, found.end) if "[" in link[0] else None
    return found._replace(start=undated.start, end=bracket.end() if bracket else found.end)


def _date_time(group: re.Match[str]) -> DateValue:
    day = CalendarDate(full_year(group["year"]), _month(group["month"]), int(group["days"]))
    time = match_time(group["clock"])
    return _value(day, day).during(time) if time else _value(day, day)


def _stamped(stamp: re.Match[str]) -> DateValue:
    year = full_year(stamp["whole"] or stamp["year"])
    day = CalendarDate(year, _month(stamp["month"]), int(stamp["days"]))
    time = match_time(f"{stamp['hour']}:{stamp['minute']} {stamp['half']}m")
    return _value(day, day).during(time) if time else _value(day, day)


def _seasonal(season: re.Match[str]) -> DateValue:
    year, months = int(season["year"]), _SEASONS.get(season["season"].lower())
    if months is None:
        return DateValue(when=CalendarDate(year), is_approximate=True)
    return DateValue(not_before=CalendarDate(year, months[0]), not_after=CalendarDate(year, months[1]))


def _with_times(text: str, found: DateMatch) -> DateMatch:
    """Take in the time that follows a date, or the stretches of time, or a part of the day, which has no value."""
    if part_of_day := _PART_OF_DAY.match(text, found.end):
        return found._replace(end=part_of_day.end())
    hours: list[TimeMatch] = []
    while True:
        end = hours[-1].end if hours else found.end
        link = (_PART_LINK if hours else _TIME_LINK).match(text, end)
        time = match_time(text, link.end()) if link and (hours or link[0]) else None
        if time is None or (hours and not time.is_range):
            return found._replace(hours=tuple(hours))
        if not time.is_range:
            return found._replace(end=time.end, value=found.value.during(time))
        hours.append(time)


class _Part(NamedTuple):
    """Days of one month, or a month, or a year, as written; the year may be said only by a part after it."""

    start: int
    end: int
    year: int | None
    month: int | None = None
    days: tuple[int, ...] = ()

    def moment(self, year: int, which: int) -> CalendarDate:
        return CalendarDate(year, self.month, self.days[which] if self.days else None)


def _match_days(text: str, position: int) -> tuple[DateValue, int] | None:
    """Return the value of one date or of a series of dates (``June 28–July 2, 1971``), and where it ends."""
    parts: list[_Part] = []
    while part := _match_part(text, position):
        parts.append(part)
        link = _PART_LINK.match(text, part.end)
        if link is None or len(parts) > 9:
            break
        position = link.end()
    while parts and parts[-1].year is None:
        parts.pop()
    if not parts:
        return None
    year = last_year = parts[-1].year or 0
    for later, earlier in zip(parts[::-1], parts[-2::-1], strict=False):
        year = earlier.year or (year - 1 if (earlier.month or 0) > (later.month or 0) else year)
    first, last = parts[0].moment(year, 0), parts[-1].moment(last_year, -1)
    is_old = last_year < _LAST_OLD_STYLE and _TWO_CALENDARS.search(text, parts[0].start, parts[-1].end)
    if is_old and are_one_day(first, last):
        first = last
    return _value(first, last), parts[-1].end


def _value(first: CalendarDate, last: CalendarDate) -> DateValue:
    if not (first.is_real and last.is_real):
        return DateValue()
    return DateValue(when=first) if first == last else DateValue(from_=first, to=last)


def _match_part(text: str, position: int) -> _Part | None:
    for form in _PART_FORMS:
        if match := form.match(text, position):
            year = full_year(match["year"]) if match["year"] else None
            end = match.end() + (text[match.end() : match.end() + 1] == "]" and "[" in match[0])
            return _Part(position, end, year, _month(match["month"]), _days(match["days"] or ""))
    bare = _BARE_YEAR.match(text, position)
    return _Part(position, bare.end(), int(bare["year"])) if bare else None


def _days(written: str) -> tuple[int, ...]:
    """Return the days of a series; one in brackets stands for the one before it, which it mends."""
    mended = re.sub(r"\d+\D{0,3}\[(\d+)", r"\1", written)
    return tuple(map(int, re.findall(r"\d+", mended)))


def _month(written: str) -> int:
    return int(written) if written.isdigit() else _MONTHS[written[:3].lower()]


def _qualified(value: DateValue, qualifier: str | None) -> DateValue:
    if qualifier == _BEFORE:
        return DateValue(not_after=value.when or value.to)
    if qualifier == _AFTER:
        return DateValue(not_before=value.when or value.from_)
    if qualifier == "between":
        return DateValue(not_before=value.from_, not_after=value.to) if value.from_ else value
    return value._replace(is_approximate=qualifier == _ABOUT)
