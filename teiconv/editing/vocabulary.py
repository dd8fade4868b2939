"""What can be decided of each kind: the names of the values, what each takes, and how TEI says it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

from teiconv.model.decision import NOTHING, Kind
from teiconv.regex import regex

_DATE = regex(r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d:\d\d(?:Z|[+-](?:0\d|1[0-3]):[0-5]\d)?)?)?)?")
"""What the schema takes for a date: the rest would cost the header its date."""
_NUMBER = regex(r"\d{1,9}(?:\.\d{1,9})?")
_ID = regex(r"[^\W\d][\w.-]*")
_WORD = regex(r"[\w.-]+")
_NO_XML = r"\x00-\x08\x0b-\x1f\x7f\ufffe\uffff"
"""Characters that XML has no place for, or that no text should hold."""
_LINE = regex(rf"[^{_NO_XML}\t\n]*[^{_NO_XML}\s][^{_NO_XML}\t\n]*")

DATES = ("when", "from", "to", "notBefore", "notAfter")
"""The attributes by which TEI says when."""

BLOCKS = {
    "paragraph": "p",
    "heading": "head",
    "dateline": "dateline",
    "signature": "signed",
    "salutation": "salute",
    "quotation": "quote",
}
"""What a block may be, and the element that it then is."""

_WHEN = dict.fromkeys(DATES, (_DATE, "a date as 1971-05-05, 1971-05 or 1971, or a moment as 1971-05-05T16:05:00"))
_TEXT = (_LINE, "a line of text")
_POINTER = (_ID, "an xml:id")

VALUES: dict[Kind, dict[str, tuple[re.Pattern[str], str]]] = {
    Kind.PERSON: {"is": _POINTER, "name": _TEXT},
    Kind.TERM: {"is": _POINTER},
    Kind.PLACE: {"is": (regex(rf"place|{NOTHING}"), f"“place” or “{NOTHING}”"), "ref": _TEXT},
    Kind.DATE: {"is": (regex(NOTHING), f"“{NOTHING}”"), **_WHEN},
    Kind.GAP: {
        "is": (regex(NOTHING), f"“{NOTHING}”"),
        "reason": (_WORD, "a word, such as not-declassified or illegible"),
        "unit": (_WORD, "a word, such as line"),
        "quantity": (_NUMBER, "a number"),
        "atMost": (_NUMBER, "a number"),
        "extent": _TEXT,
    },
    Kind.REFERENCE: {
        "is": (regex(NOTHING), f"“{NOTHING}”"),
        "target": (regex(rf"[^\s{_NO_XML}]+"), "an id or an address"),
    },
    Kind.CALL: {"is": (regex(rf"[^\s{_NO_XML}]{{1,20}}"), "the number of the note that is called")},
    Kind.BLOCK: {"is": (regex("|".join(BLOCKS)), f"one of {', '.join(BLOCKS)}")},
    Kind.TEXT: {"to": (regex(rf"[^{_NO_XML}]*"), "the words that stand there instead")},
    Kind.TITLE: {"is": _TEXT},
    Kind.SENDER: {"is": _POINTER, "name": _TEXT, "office": _TEXT, "organisation": _TEXT},
    Kind.RECIPIENT: {"is": _POINTER, "name": _TEXT, "office": _TEXT, "organisation": _TEXT},
    Kind.CLASSIFICATION: {"level": _TEXT, "handling": _TEXT, "precedence": _TEXT},
    Kind.HEADER: {"place": _TEXT, "genre": _TEXT, "drafting": _TEXT, "language": (regex("[a-z]{2,3}"), "a code")},
}
"""The values that a decision of each kind may have: what each must be, as a pattern and in words."""


NEEDS: dict[Kind, frozenset[str]] = {
    Kind.PERSON: frozenset({"is"}),
    Kind.PLACE: frozenset({"is"}),
    Kind.SENDER: frozenset({"is", "name", "office", "organisation"}),
    Kind.RECIPIENT: frozenset({"is", "name", "office", "organisation"}),
}
"""The values of which a decision must have one, where not any will do."""


def unknown_value(kind: Kind, key: str, value: str) -> str | None:
    """Return what is wrong with the value called ``key``, in words; ``None`` if it can be meant."""
    pattern, what = VALUES[kind][key]
    if not pattern.fullmatch(value):
        return f"“{key}” takes {what}, not “{value:.40}”"
    is_date = kind is Kind.DATE and key in DATES
    return f"“{key}”: there is no day {value:.40}" if is_date and not _is_of_the_calendar(value) else None


_PERIODS = (("from", "to"), ("notBefore", "notAfter"))
"""The attributes of a first and a last day."""
_APART = (*(("when", key) for key in DATES[1:]), ("from", "notBefore"), ("to", "notAfter"))
"""Attributes that TEI does not allow beside each other."""


def wrong_period(values: Mapping[str, str]) -> str | None:
    """Return what is wrong with the dates among ``values`` together, in words; ``None`` if they can be meant."""
    for one, other in _APART:
        if one in values and other in values:
            return f"“{one}” and “{other}” exclude each other"
    for first, last in _PERIODS:
        if first in values and last in values and _is_after(values[first], values[last]):
            return f"“{first}” {values[first]} is after “{last}” {values[last]}"
    return None


def _is_after(first: str, last: str) -> bool:
    """Tell whether the whole of ``first`` is after ``last``; of a year and a day in it, neither is."""
    length = min(len(first), len(last), len("1971-05-05"))
    return first[:length] > last[:length]


def _is_of_the_calendar(value: str) -> bool:
    """Tell whether there is such a day, month and time: February has no 30th."""
    date, mark, time = value.partition("T")
    try:
        datetime.fromisoformat(f"{date}{'0001-01-01'[len(date) :]}{mark}{time}")
    except ValueError:
        return False
    return True
