"""The date above a typed text, and what stands on the line below it: the hour, and when the paper was received."""

from __future__ import annotations

import re

from teiconv.conventions.generic.lines import BLANKS, break_between, words_of
from teiconv.conventions.generic.marks import RECEIVED
from teiconv.conventions.generic.notations import read
from teiconv.conventions.generic.scanned import read_misread_dateline
from teiconv.grammar.markings import FOREIGN_LEVELS, pattern
from teiconv.grammar.months import WRITTEN
from teiconv.model import Element, Node, element
from teiconv.regex import regex
from teiconv.structure.datelines import ITALIAN_NUMBER, read_date_time_group, read_dateline

_HOUR = regex(r"\s*\d{1,2}(?:[:.][0-5]\d)? ?(?:[ap]\.? ?m\.?|hours|hrs\.?)\s*\Z", re.I)
"""The hour on a line of its own, below the date: ``5:47 p.m.``"""
_NUMBER_ABOVE_DATE = regex(r"([A-Z]{1,6}(?:-[A-Z])?-\d{1,4}), (?=\S)")
"""The number of a paper before its date: ``REU-41, June 18, 1968``."""
_ITALIAN_NUMBER = regex(rf"({ITALIAN_NUMBER}) (?=\S)")
_FRENCH_NUMBER = regex(
    r"(?P<number>[TD]\. n(?:°s?|os?) ?\d[\d/-]*(?: (?:à|et) \d+)?\.)"
    rf"(?: (?P<marking>(?i:{pattern(FOREIGN_LEVELS)}|(?:très )?réservé)\.))? (?=\S)"
)
"""The number of a French telegram, and how secret it is, before its place: ``T. nos 411 à 413. Réservé.``"""
_LABEL_OF_DATE = regex(r"(?:Aufgabe|Abgang|Départ|Expédié) ?: ?(?=\d)")
_OF_ANY_CENTURY = regex(rf"{WRITTEN}\.? \d{{1,2}}(?:st|nd|rd|th)?,? ?['’]\d\d\.?\Z")
"""A date whose century is not said, and which has no value: ``Jan. 9, '91``."""
_LONGEST = 90


def dateline_in(line: str) -> Element | None:
    """Return the ``dateline`` that ``line`` is, with the number of the paper before it."""
    words = read(line.strip(BLANKS)) if len(line) <= _LONGEST else ()
    dated = read_date_time_group(words) or read_dateline(words)
    if dated is not None and (number := _ITALIAN_NUMBER.match(line.strip(BLANKS))):
        dated = read_dateline(read(line.strip(BLANKS)[number.end() :])) or dated
        return element("dateline", element("seg", number[1], type="number"), " ", *dated.content)
    if dated is None and len(line) <= _LONGEST and (before := _before_foreign_date(line.strip(BLANKS))):
        return before
    if dated is None and (number := _NUMBER_ABOVE_DATE.match(line.strip(BLANKS))) and len(line) <= _LONGEST:
        below = read_dateline(read(line.strip(BLANKS)[number.end() :]))
        return element("dateline", element("seg", number[1], type="number"), ", ", *below.content) if below else None
    if dated is None and _OF_ANY_CENTURY.match(words_of(line)):
        return element("dateline", element("date", *words))
    content = dated.content if dated else read_misread_dateline(words)
    return Element("dateline", content) if content else None


def _before_foreign_date(text: str) -> Element | None:
    """Return the ``dateline`` that ``text`` is, with a French number or a German label before the date."""
    label, number = _LABEL_OF_DATE.match(text), _FRENCH_NUMBER.match(text)
    start = label or number
    below = read_dateline(read(text[start.end() :])) if start else None
    if below is None or number is None:
        return element("dateline", label[0], *below.content) if below and label else None
    marking: list[Node] = [" ", element("seg", number["marking"], type="classification")] if number["marking"] else []
    return element("dateline", element("seg", number["number"], type="number"), *marking, " ", *below.content)


def says_receipt(line: str) -> bool:
    """Whether ``line`` says when the paper was received: ``(Received September 4.)``"""
    return RECEIVED.match(line) is not None


def is_receipt(line: str, above: Element | None) -> bool:
    """Whether ``line`` says, below a dateline, when the paper was received: ``(Received September 4.)``"""
    return above is not None and above.name == "dateline" and says_receipt(line)


def is_hour(line: str, above: Element | None) -> bool:
    """Whether ``line`` is the hour below a date, as the record of a talk by telephone has it."""
    return above is not None and above.name == "dateline" and _HOUR.match(line) is not None


def with_hour(dateline: str, hour: str) -> Element | None:
    """Return the ``dateline`` with the hour on the line below it, if the date has none itself."""
    words = (*read(dateline.strip(BLANKS)), *break_between(dateline, hour), *read(hour.strip(BLANKS)))
    dated = read_dateline(words)
    return Element("dateline", dated.content) if dated else None
