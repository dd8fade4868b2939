"""What the series writes today beyond its rules of 2015: the changes to a document and to the header of a volume.

Titles have the types ``sub-series`` and ``volume-number``; the date of the publication is a ``publication-date``; dates
are ``calendar="gregorian"`` and tell their zone by hours, not by ``Z``; a document has its bounds as
``frus:doc-dateTime-min`` and ``-max``, in the time of Washington (-05:00).  Images of pages (``pb/@facs``) are not made
up.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone

from teiconv.model import Element, descendants, transform
from teiconv.publish.edition import Edition
from teiconv.regex import regex

_TITLES = {"subseries": "sub-series", "volumenumber": "volume-number"}
_WASHINGTON = timezone(timedelta(hours=-5))
_MOMENT = regex(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d))?"
    r"(?P<zone>Z|[+-]\d\d:\d\d)?)?)?)?"
)
_VALUES = ("when", "from", "to", "notBefore", "notAfter")
_FIRST, _LAST = ("from", "notBefore", "when"), ("to", "notAfter", "when")


def header_of_today(header: Element, edition: Edition) -> Element:
    """Return the header of a volume by the rules of today; its status is ``draft`` unless the settings have one."""

    def changed(node: Element) -> Element:
        if node.name == "title" and node.get("type") in _TITLES:
            return node.having(type=_TITLES[node.get("type") or ""])
        if node.name == "publicationStmt":
            return node.containing(
                child.having(type="publication-date") if isinstance(child, Element) and child.name == "date" else child
                for child in node.content
            )
        return node.having(status=edition.status or "draft") if node.name == "revisionDesc" else node

    return transform(header, changed)


def of_today(div: Element) -> Element:
    """Return a document by the rules of today."""
    div = transform(div, _date)
    low, high = bounds(div)
    if not low or not high:
        return div
    return replace(div, attributes=(*div.attributes, ("frus:doc-dateTime-min", low), ("frus:doc-dateTime-max", high)))


def _date(node: Element) -> Element:
    if node.name not in ("date", "time"):
        return node
    for name in _VALUES:
        if (value := node.get(name)) and value.endswith("Z"):
            node = node.having(**{name: f"{value[:-1]}+00:00"})
    return node.having(calendar="gregorian") if node.name == "date" and not node.get("calendar") else node


def bounds(div: Element) -> tuple[str | None, str | None]:
    """Return the first and the last moment at which a document may have been written, by its own dateline."""
    dates = [date for line in _datelines(div) for date in descendants(line) if date.name == "date"]
    low = next((value for date in dates if (value := _value(date, _FIRST))), None)
    high = next((value for date in dates if (value := _value(date, _LAST))), None)
    return moment(low, last=False) if low else None, moment(high, last=True) if high else None


def _datelines(node: Element) -> Iterator[Element]:
    """Yield the datelines of a document, but not those of its enclosures and notes."""
    for child in node.content:
        if isinstance(child, Element) and child.name not in ("frus:attachment", "note"):
            if child.name == "dateline":
                yield child
            else:
                yield from _datelines(child)


def _value(date: Element, names: tuple[str, ...]) -> str | None:
    return next((value for name in names if (value := date.get(name))), None)


def moment(value: str, *, last: bool) -> str | None:
    """Return a date as a moment in the time of Washington: the first of what it means, or the last."""
    match = _MOMENT.fullmatch(value)
    if not match:
        return None
    try:
        return _within(match.groupdict(), last=last).isoformat()
    except (ValueError, OverflowError):
        return None


def _within(said: dict[str, str | None], *, last: bool) -> datetime:
    year, month = int(said["year"] or 0), int(said["month"] or (12 if last else 1))
    day = int(said["day"] or (calendar.monthrange(year, month)[1] if last else 1))
    late = (23, 59, 59) if last else (0, 0, 0)
    hour, minute, second = (int(said[name] or late[n]) for n, name in enumerate(("hour", "minute", "second")))
    zone = said["zone"]
    if zone is None:
        return datetime(year, month, day, hour, minute, second, tzinfo=_WASHINGTON)
    given = datetime.fromisoformat(f"2000-01-01T00:00{zone.replace('Z', '+00:00')}").tzinfo
    return datetime(year, month, day, hour, minute, second, tzinfo=given).astimezone(_WASHINGTON)
