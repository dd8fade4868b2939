"""When a letter or telegram came, as its title or its dateline says: ``(Received August 30.)``.

The editors leave the year out; it is that in which the day soon follows the date of writing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from teiconv.grammar.dates import parse_date
from teiconv.grammar.months import WRITTEN
from teiconv.model import Element, shown
from teiconv.model.certainty import Certainty
from teiconv.model.header import Date
from teiconv.regex import regex

_RECEIPT = regex(
    rf"[\[(](?:Received|Rec[’']d),? (?P<day>{WRITTEN}\.? \d{{1,2}})(?:,? (?P<year>(?:18|19|20)\d\d))?"
    r"(?P<rest>[^\[\]()]{0,40}?)[. ]*[\])]"
)
_MOST_ABOVE = 12
"""So many elements stand above the text, with the empty lines between them."""
_LONGEST_WAY = 200
"""Days; what came later than that was not written when the text seems to say."""
_ABOVE_TEXT = frozenset({"head", "opener", "dateline", "ab"})


def received_on(body: Element, written: Date | None) -> Date | None:
    """Return when the document ``body`` came, if it says so, and the day is known on which it was ``written``."""
    sent = parse_date(dict(written.attributes).get("when", "")[:10]) if written else None
    day = sent.when if sent else None
    receipt = next((found for text in _above_text(body) if (found := _RECEIPT.search(text))), None)
    if receipt is None or day is None or day.day is None:
        return None
    for year in [int(receipt["year"])] if receipt["year"] else [day.year, day.year + 1]:
        value = parse_date(f"{receipt['day']}, {year}{receipt['rest']}")
        came = value.when if value else None
        if came and came.day and 0 <= came.ordinal - day.ordinal <= _LONGEST_WAY:
            return Date(_wording(receipt), (("when", str(came)), ("cert", Certainty.MEDIUM)))
    return None


def _wording(receipt: re.Match[str]) -> str:
    """Return the words of a receipt, the hour parted from the day by a comma: ``June 2, 6:50 a.m.``"""
    year = f", {receipt['year']}" if receipt["year"] else ""
    said = f"{receipt['day']}{year}{receipt['rest']}".replace("—", ", ")
    return f"{said}." if said.endswith("m") else said


def _above_text(body: Element) -> Iterator[str]:
    """Yield the title and the lines above the text, without the calls of notes."""
    above = islice((node for node in body.content if isinstance(node, Element)), _MOST_ABOVE)
    return (_words(node) for node in above if node.name in _ABOVE_TEXT)


def _words(node: Element) -> str:
    return "" if node.name == "note" else shown(node.content, lambda within: _words(within) or " ")
