"""What a date says: a point of the calendar, a stretch of it, or the limits within which the point lies."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from teiconv.grammar.times import Clock, TimeMatch


class CalendarDate(NamedTuple):
    """A point of the calendar, as exact as it is known: a year, a month, a day, or a day with its time."""

    year: int
    month: int | None = None
    day: int | None = None
    clock: Clock | None = None

    def __str__(self) -> str:
        """Return the W3C form (``1971``, ``1971-05``, ``1971-05-05``, ``1971-05-05T16:05:00``)."""
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part is not None)]
        return "-".join(parts) + (f"T{self.clock}" if self.clock else "")

    @property
    def is_real(self) -> bool:
        """Whether the calendar has such a day."""
        try:
            date(self.year, self.month or 1, self.day or 1)
        except ValueError:
            return False
        return True

    @property
    def ordinal(self) -> int:
        """The number of the day, counted as :meth:`datetime.date.toordinal` does."""
        return date(self.year, self.month or 1, self.day or 1).toordinal()

    def next_day(self) -> CalendarDate:
        """Return the day after this day; the time is kept."""
        after = date(self.year, self.month or 1, self.day or 1) + timedelta(days=1)
        return self._replace(year=after.year, month=after.month, day=after.day)


class DateValue(NamedTuple):
    """What a date says: a point (``when``), a stretch (``from_``, ``to``), or the limits within which the point lies.

    All are ``None`` for *undated*, and where the calendar has no such day.  ``is_approximate``: ``circa 1971``.
    """

    when: CalendarDate | None = None
    from_: CalendarDate | None = None
    to: CalendarDate | None = None
    not_before: CalendarDate | None = None
    not_after: CalendarDate | None = None
    is_approximate: bool = False

    def attributes(self) -> dict[str, str]:
        """Return the attributes of a TEI ``date`` (att.datable.w3c, att.dimensions)."""
        values = {
            "when": self.when, "from": self.from_, "to": self.to,
            "notBefore": self.not_before, "notAfter": self.not_after,
            "precision": "low" if self.is_approximate else None,
        }  # fmt: skip
        return {name: str(value) for name, value in values.items() if value is not None}

    @property
    def first(self) -> CalendarDate | None:
        """The earliest moment that the value names."""
        return next((m for m in (self.when, self.from_, self.not_before, self.to, self.not_after) if m), None)

    def during(self, time: TimeMatch) -> DateValue:
        """Return this day with a time of day, or as the stretch of it that ``time`` is."""
        if time.clock is None or (day := self.when or self.to) is None or day.day is None:
            return self
        if not time.is_range:
            timed = day._replace(clock=time.clock)
            return self._replace(when=timed) if self.when else self._replace(to=timed)
        if time.end_clock is None:
            return self
        start, end = (self.from_ or day)._replace(clock=time.clock), day._replace(clock=time.end_clock)
        if self.when and (end.clock and start.clock) and str(end.clock) <= str(start.clock):
            end = end.next_day()  # “11:03 p.m.–12:55 a.m.”
        return DateValue(from_=start, to=end)


def are_one_day(julian: CalendarDate, gregorian: CalendarDate) -> bool:
    """Whether the two are one day in the old and in the new style, which lie 12 or 13 days apart."""
    if not (julian.day and gregorian.day and julian.is_real and gregorian.is_real):
        return False
    apart = gregorian.ordinal - julian.ordinal
    return apart == (12 if str(gregorian) < _THIRTEEN_DAYS_SINCE else 13)


def in_new_style(julian: CalendarDate) -> CalendarDate:
    """Return the day of the Gregorian calendar that a day of the 19th or 20th century has in the old style."""
    apart = 12 if str(julian) < _THIRTEEN_DAYS_SINCE_IN_OLD_STYLE else 13
    after = date.fromordinal(julian.ordinal + apart)
    return julian._replace(year=after.year, month=after.month, day=after.day)


_THIRTEEN_DAYS_SINCE, _THIRTEEN_DAYS_SINCE_IN_OLD_STYLE = "1900-03-14", "1900-03-01"
"""The Julian calendar had a 29 February in 1900."""
