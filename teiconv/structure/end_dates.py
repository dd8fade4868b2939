"""Dates at the end: of a title (``…, Washington, January 5, 1973.``), of the last line of a treaty (``Done at …``)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from teiconv.grammar.dates import DateMatch, match_date
from teiconv.model import Content, Element, Span, annotate
from teiconv.regex import regex
from teiconv.structure.datelines import date_element, dates_at_end, running_line
from teiconv.structure.places import DONE, is_place

_LONGEST = 240
_WORD_START = regex(r"(?<!\w)\w")
_DONE_AT = regex(
    r"\b(?:at|in) (?:(?:the|our|this) )?(?:(?:city|town|palace|legation|embassy|castle|port|camp) of )?"
    r"(?P<place>(?!the\b)[A-Z][\w.’'-]+(?:,? (?:de |da |del |la )?[A-Z][\w.’'-]*)*)(?=[ ,]{1,2}(?:on )?\Z)"
)
_END_OF_DONE = regex(
    r"[\s.,;:\]]*(?:and of (?:the|our) (?:independence|reign)\b.{0,160}"
    r"|in (?:two|three|four|duplicate|triplicate|quadruplicate|the)\b.{0,120})?\Z",
    re.I,
)
_PLACE_IN_TITLE = regex(r", (?P<place>[A-Z][^\W\d_][^,()]{1,30}), \Z")


def mark_date_at_end(content: Content) -> Content:
    """Return a title with the place and the date marked with which it ends: ``…, Washington, January 5, 1973.``"""
    text = running_line(content)
    found = next(dates_at_end(text, max(0, len(text) - _LONGEST)), None)
    if found is None or found.value.first is None or found.value.first.day is None:
        return content
    place = _PLACE_IN_TITLE.search(text, 0, found.start)
    spans = [Span(found.start, found.whole_end, date_element("date", found.whole_value.attributes()))]
    if place and is_place(place["place"]):
        spans.insert(0, Span(*place.span("place"), Element("placeName")))
    return annotate(content, spans)


def read_closing_dateline(content: Content) -> Content | None:
    """Return ``content`` as the line above the signatures of a treaty: ``Done at Washington this 6th day of May …``

    The place and the date are marked in it; ``None`` for a line that does not say them, the date at its end.
    """
    text = running_line(content)
    done = DONE.match(text) if len(text) <= _LONGEST else None
    if done is None:
        return None
    found = next(_dates_before_end(text, done.end()), None)
    if found is None:
        return None
    place = _DONE_AT.search(text, 0, found.start)
    spans = [Span(*place.span("place"), Element("placeName"))] if place else []
    return annotate(content, [*spans, Span(found.start, found.end, date_element("date", found.value.attributes()))])


def _dates_before_end(text: str, start: int) -> Iterator[DateMatch]:
    for word in _WORD_START.finditer(text, start):
        found = match_date(text, word.start())
        if found and found.value.when and _END_OF_DONE.match(text, found.end):
            yield found
