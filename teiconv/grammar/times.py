"""Times of day as the series writes them: ``4:05 p.m.``, ``7 p. m.``, ``1110Z``, ``noon``, ``10:45–11:20 a.m.``"""

from __future__ import annotations

import re
from typing import NamedTuple

from teiconv.regex import regex

_ZONES = {
    "Z": "Z", "GMT": "Z", "UTC": "Z", "EST": "-05:00", "EDT": "-04:00", "CST": "-06:00", "CDT": "-05:00",
    "MST": "-07:00", "MDT": "-06:00", "PST": "-08:00", "PDT": "-07:00",
}  # fmt: skip

_TIME = regex(
    rf"""[ ]{{0,3}}\[?                                     # “—[noon?]”: supplied by the editors
    (?: (?:12(?::00)?[ ])? (?P<named>noon|midnight) \b
      | (?P<meridian>12[ ]m\b\.?)
      | (?P<hours>\d\d) (?P<minutes>\d\d) (?P<zulu>[ ]?Z(?![a-z]))? (?P<military>[ ]?(?:hours|hrs|local|LT)\b)?
      | (?P<hour>\d{{1,2}}) (?:(?:[:.]|-(?=0\d[ ]?[ap]\.))(?P<minute>\d\d)(?P<second>:[0-5]\d)?)? (?:[ ]o[’']clock)?
        (?:[ ]{{0,2}}\[?(?P<half>[ap])\.?[ ]?m(?![a-z])\.?)?  # “4.30 [p.m.]”; “4-02 p.m.”: no hour is written so
    )
    (?:[ ]\(?(?P<zone>{"|".join(_ZONES)}|[+-]\d{{4}})\b\)?(?:(?<=\d)[ ]\([A-Z]{{2,5}}\))?)?
    (?: (?<=[.Zm]) | (?!\w) ) \??\]?                    # “p.m.2”: the numeral calls a note""",
    re.I | re.X,
)
_CONTINENTAL = regex(
    r"""[ ]{0,3}(?:
      (?:à[ ])?(?P<heure>\d{1,2})[ ]?(?:h\b\.?|heures?\b)(?:[ ]?(?P<minute>[0-5]\d)(?!\d))?
      | (?:alle[ ])?ore[ ](?P<ora>\d{1,2})(?:[.,:](?P<minuto>[0-5]\d)(?!\d))?
      | (?:um[ ])?(?P<uhr>\d{1,2})(?:[.:](?P<minuten>[0-5]\d))?[ ]Uhr\b)""",
    re.I | re.X,
)
"""``21 h. 30``, ``ore 20,15``, ``19.40 Uhr``: hours of the whole day."""
_TO = regex(r" {0,2}(?:[-–—]|(?:to|until)\b) {0,2}", re.I)


class Clock(NamedTuple):
    """A time of day; ``zone`` is ``""`` (local time), ``"Z"`` or an offset such as ``"-05:00"``."""

    hour: int
    minute: int
    zone: str = ""

    def __str__(self) -> str:
        return f"{self.hour:02}:{self.minute:02}:00{self.zone}"


class TimeMatch(NamedTuple):
    """A time, or with ``is_range`` a stretch of time, that stands in a text from ``start`` to ``end`` (characters).

    A clock is ``None`` where the wording is that of a time but no such time exists (``25:00 p.m.``).
    """

    start: int
    end: int
    clock: Clock | None
    end_clock: Clock | None = None
    is_range: bool = False

    def attributes(self) -> dict[str, str]:
        """Return the attributes of a TEI ``time``, in W3C form; none where the time is not a real one."""
        if self.clock is None or (self.is_range and self.end_clock is None):
            return {}
        return {"from": str(self.clock), "to": str(self.end_clock)} if self.is_range else {"when": str(self.clock)}


class _Reading(NamedTuple):
    """One time as written; ``half`` is ``a`` or ``p``, or ``""`` where the wording does not say it."""

    start: int
    end: int
    hour: int
    minute: int
    half: str = ""
    zone: str = ""
    is_complete: bool = True
    """A bare ``4`` or ``4:05`` is a time only beside a complete one: ``4–5 p.m.``"""

    @property
    def clock(self) -> Clock | None:
        hour = self.hour
        if self.half and hour <= 12:  # “13:30 p.m.” is found too, and is clear
            hour = hour % 12 + (12 if self.half == "p" else 0) if hour else 24
        return Clock(hour, self.minute, self.zone) if hour < 24 and self.minute < 60 else None


def match_time(text: str, position: int = 0) -> TimeMatch | None:
    """Return the time or the stretch of time that ``text`` has at ``position``, or ``None``."""
    first = _read(text, position)
    if first is None:
        return None
    link = _TO.match(text, first.end)
    second = _read(text, link.end()) if link else None
    if second is not None and second.is_complete:
        begin = _completed(first, second)
        return TimeMatch(begin.start, second.end, begin.clock, second.clock, is_range=True)
    return TimeMatch(first.start, first.end, first.clock) if first.is_complete else None


def _read(text: str, position: int) -> _Reading | None:
    continental = _CONTINENTAL.match(text, position)
    if continental is not None:
        return _of_whole_day(continental)
    match = _TIME.match(text, position)
    if match is None:
        return None
    start = position + len(match[0]) - len(match[0].lstrip(" "))
    zone = _zone(match["zone"]) if match["zone"] else "Z" if match["zulu"] else ""
    if match["named"]:
        return _Reading(start, match.end(), 0 if match["named"].lower() == "midnight" else 12, 0, "", zone)
    if match["meridian"]:
        return _Reading(start, match.end(), 12, 0, "", zone)
    if match["hours"]:
        complete = bool(zone or match["military"])
        return _Reading(start, match.end(), int(match["hours"]), int(match["minutes"]), "", zone, complete)
    half = (match["half"] or "").lower()
    complete = bool(half or match["second"]) or (match["minute"] is not None and int(match["hour"]) > 12)
    return _Reading(start, match.end(), int(match["hour"]), int(match["minute"] or 0), half, zone, complete)


def _of_whole_day(found: re.Match[str]) -> _Reading:
    hour = found["heure"] or found["ora"] or found["uhr"]
    minute = found["minute"] or found["minuto"] or found["minuten"] or 0
    start = found.end() - len(found[0].lstrip(" "))
    return _Reading(start, found.end(), int(hour), int(minute))


def _zone(written: str) -> str:
    """Return a zone by its name, or as mail has it: ``-0400``."""
    return f"{written[:3]}:{written[3:]}" if written[0] in "+-" else _ZONES[written.upper()]


def _completed(first: _Reading, second: _Reading) -> _Reading:
    """Return ``first`` with the half of the day and the zone that only ``second`` states (``10:45–11:20 a.m.``)."""
    first = first._replace(zone=first.zone or second.zone)
    if first.is_complete or not second.half:
        return first if first.is_complete or first.hour > 12 else first._replace(half=_half_before(second))
    same = first._replace(half=second.half)
    if same.clock and second.clock and str(same.clock) > str(second.clock):
        return first._replace(half="a" if second.half == "p" else "p")  # “11–1 p.m.” begins before noon
    return same


def _half_before(second: _Reading) -> str:
    """Return the half of the day that ends with ``second``: ``10–noon``, ``10–midnight``; ``1530`` says nothing."""
    return {(12, 0): "a", (0, 0): "p"}.get((second.hour, second.minute), "")
