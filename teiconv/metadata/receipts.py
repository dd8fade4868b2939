"""When a letter or telegram came, as its title or its dateline says: ``(Received August 30.)``.

The editors leave the year out; it is that in which the day soon follows the date of writing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from teiconv.grammar.dates import CalendarDate, parse_date
from teiconv.grammar.months import WRITTEN
from teiconv.metadata import heading_lines
from teiconv.model import Element, descendants, plain, shown
from teiconv.model.certainty import Certainty
from teiconv.model.header import Date
from teiconv.regex import regex

_RECEIPT = regex(
    rf"[\[(](?:Received|Rec[’']d),? (?P<day>{WRITTEN}\.? \d{{1,2}})(?:,? (?P<year>(?:18|19|20)\d\d))?"
    r"(?P<rest>[^\[\]()]{0,40}?)[. ]*[\])]"
)
_NUMBERED = regex(
    rf"(?:No\. ?)?[\dA-Z-]{{1,8}}, {{1,3}}(?P<day>{WRITTEN}\.? \d{{1,2}})"
    r"(?P<rest>(?:, ?[\d:.]{1,5} ?[ap]\.? ?m\.?)?)(?: {3,}.*)?\Z",
    re.I,
)
"""The number of a telegram, and the day and hour beside it, without the year."""
_HOUR_AND_DAY = regex(r"R: ?(?P<whole>(?P<hour>\d{1,2}[.:]\d\d ?[ap]\.?m\.?),? (?P<day>\d{1,2}.{5,20}))\Z")
_MOST_ABOVE = 12
"""So many elements stand above the text, with the empty lines between them."""
_LONGEST_WAY = 200
"""Days; what came later than that was not written when the text seems to say."""
_ABOVE_TEXT = frozenset({"head", "opener", "dateline", "ab"})


def received_on(body: Element, written: Date | None) -> Date | None:
    """Return when the document ``body`` came, if it says so, and the day is known on which it was ``written``."""
    sent = parse_date(dict(written.attributes).get("when", "")[:10]) if written else None
    day = sent.when if sent else None
    if day is None or day.day is None:
        return None
    receipt = next((found for text in _above_text(body) if (found := _RECEIPT.search(text))), None)
    if receipt is None:
        stamp = _stamp(body) or _hour_of_receipt(body)
        return stamp[0] if stamp and _comes_soon(stamp[1], day) else None
    for year in [int(receipt["year"])] if receipt["year"] else [day.year, day.year + 1]:
        value = parse_date(f"{receipt['day']}, {year}{receipt['rest']}")
        came = value.when if value else None
        if came and _comes_soon(came, day):
            return Date(_wording(receipt), (("when", str(came)), ("cert", Certainty.MEDIUM)))
    return None


def numbered_on(body: Element) -> Date | None:
    """Return the day beside the number of a telegram, in the year of its receipt: ``NO: 31, July 6, 6 p.m.``"""
    stamp = _stamp(body)
    items = heading_lines.items_of(body).get("number", ()) if stamp else ()
    numbered = next((found for item in items if (found := _NUMBERED.match(plain(item.content)))), None)
    if stamp is None or numbered is None:
        return None
    for year in (stamp[1].year, stamp[1].year - 1):
        value = parse_date(f"{numbered['day']}, {year}{numbered['rest']}")
        sent = value.when if value else None
        if sent and _comes_soon(stamp[1], sent):
            return Date(numbered["day"] + numbered["rest"], (("when", str(sent)), ("cert", Certainty.MEDIUM)))
    return None


def _stamp(body: Element) -> tuple[Date, CalendarDate] | None:
    """Return the day on the heading line that says when a telegram came: ``Rec'd: JULY 7, 1958``, over the hour."""
    for item in heading_lines.items_of(body).get("received", ()):
        words = heading_lines.words_of_date(item)
        value = parse_date(words)
        if value and value.when and value.when.day:
            return Date(words, (("when", str(value.when)), ("cert", Certainty.MEDIUM))), value.when
    return None


def _hour_of_receipt(body: Element) -> tuple[Date, CalendarDate] | None:
    """Return when a British telegram came, as a line above the text says: ``R: 7.55 p.m. 11 August, 1956``."""
    segments = (part for block in _above(body) for part in descendants(block) if part.get("type") == "received")
    said = next((found for part in segments if (found := _HOUR_AND_DAY.match(plain(part.content)))), None)
    value = parse_date(f"{said['day']}, {said['hour']}") if said else None
    if said is None or value is None or value.when is None:
        return None
    return Date(said["whole"], (("when", str(value.when)), ("cert", Certainty.MEDIUM))), value.when


def _comes_soon(came: CalendarDate, sent: CalendarDate) -> bool:
    is_day = came.day is not None and came.is_real and sent.is_real
    return is_day and 0 <= came.ordinal - sent.ordinal <= _LONGEST_WAY


def _wording(receipt: re.Match[str]) -> str:
    """Return the words of a receipt, the hour parted from the day by a comma: ``June 2, 6:50 a.m.``"""
    year = f", {receipt['year']}" if receipt["year"] else ""
    said = f"{receipt['day']}{year}{receipt['rest']}".replace("—", ", ")
    return f"{said}." if said.endswith("m") else said


def _above_text(body: Element) -> Iterator[str]:
    """Yield the title and the lines above the text, without the calls of notes."""
    return map(_words, _above(body))


def _above(body: Element) -> Iterator[Element]:
    above = islice((node for node in body.content if isinstance(node, Element)), _MOST_ABOVE)
    return (node for node in above if node.name in _ABOVE_TEXT)


def _words(node: Element) -> str:
    return "" if node.name == "note" else shown(node.content, lambda within: _words(within) or " ")
