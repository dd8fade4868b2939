"""How much of a text is missing, as the editors say it, in TEI's ``att.dimensions``.

``less than 2½ lines of source text`` is ``atMost="2.5" unit="line" extent="of source text"``: the first number is a
decimal, its unit a word in the singular, and ``@extent`` holds the words that are left over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from teiconv.regex import regex

_VULGAR = {
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8,
}  # fmt: skip
_WORDS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_NUMBER_OF = {word: float(number) for number, word in enumerate(_WORDS)}
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NUMBER_OF.update({ten: 10.0 * place for place, ten in enumerate(_TENS, 2)})
_NUMBER_OF.update(
    {
        f"{ten}{link}{_WORDS[one]}": 10.0 * place + one
        for place, ten in enumerate(_TENS, 2)
        for one in range(1, 10)
        for link in "- "
    }
)
_NUMBER_OF.update(dict.fromkeys(("a", "an", "i", "l"), 1.0))  # “I” and “l” are misprints for the numeral
_PARTS_OF = {
    1 / 2: ("half", "a half", "one half", "one-half", "a half of", "half of", "one half of", "one-half of"),
    1 / 4: ("a quarter of", "a quarter", "one quarter", "one-quarter", "one quarter of", "one-quarter of"),
    3 / 4: ("three quarters", "three-quarters", "three quarters of", "three-quarters of"),
    1 / 3: ("a third of", "one third", "one-third", "one third of", "one-third of"),
    2 / 3: ("two thirds", "two-thirds", "two thirds of", "two-thirds of"),
}
_NUMBER_OF.update(
    {name + after: part for part, names in _PARTS_OF.items() for name in names for after in ("", " a", " an")}
)
_HALF_MORE = ("a half", "one half", "one-half")
_NUMBER_OF.update({f"{word} and {half}": n + 1 / 2 for n, word in enumerate(_WORDS) for half in _HALF_MORE})

_MIXED = r"[0-9]{1,6}(?:\s?[–—-]\s?|\s(?:and\s)?)[0-9]{1,2}/[0-9]{1,2}"
_VULGAR_MIXED = rf"(?:[0-9]{{1,6}}(?:[–—-]|\s(?:and\s)?)?)?[{''.join(_VULGAR)}]"
_THOUSANDS = r"[0-9]{1,3}(?:,[0-9]{3}){1,3}"
_PLAIN = r"[0-9]{1,6}(?:/[0-9]{1,2}|\.[0-9]{1,3})?"


def _one_of(words: Iterable[str]) -> str:
    """Return the source of an expression for one of ``words``, of several that fit the longest first."""
    return f"(?:{'|'.join(sorted(words, key=len, reverse=True))})"


_NAMED = (
    rf"(?:{_one_of(name for names in _PARTS_OF.values() for name in names)}(?: an?)?"
    rf"|{_one_of(_TENS)}[- ]{_one_of(_WORDS[1:10])}"
    rf"|{_one_of(_WORDS)}(?: and {_one_of(_HALF_MORE)})?|{_one_of(_TENS)}|an?|i|l)\b"
)
"""The names of numbers (the keys of :data:`_NUMBER_OF`), their parts said once: several patterns hold all of them."""

NUMERAL = rf"(?:{_MIXED}|{_VULGAR_MIXED}|{_THOUSANDS}|{_PLAIN}|{_NAMED})"
"""Source of a regular expression for a number; to be used with :data:`re.IGNORECASE`."""

AT_MOST = r"(?:(?:no|not) (?:more|longer|greater) than|less(?:\s*th[ae]?[nt]?)?|fewer than|under|up to|at most)"
_AT_LEAST = r"(?:(?:no|not) (?:less|fewer) than|more than|over|at least)"
AMOUNT = rf"(?:{AT_MOST}\s*)?{NUMERAL}"
"""Source of a regular expression for the commonest amounts: ``2½``, ``less than 1``; case is ignored."""

_AMOUNT = regex(
    rf"(?:(?P<most>{AT_MOST})|(?P<least>{_AT_LEAST})|(?P<about>about|approximately|nearly))?\s*"
    rf"(?:an?\s+(?=[0-9]))?(?P<low>{NUMERAL})(?:(?:\s?[–—-]\s?|\s(?:to|or)\s)(?P<high>{NUMERAL}))?(?!-)",
    re.IGNORECASE,
)
_STOP = r"(?:of|and|or|in|from|on|at|to|with|for|by|that|which|plus|including)\b"
_NOUN = regex(
    rf"\s*(?P<qualifiers>(?:(?!{_STOP})[^\W\d_]+[ -]){{0,3}}?)(?!{_STOP})(?P<noun>[A-Za-z]+)\b(?: s\b)?"
    rf"(?=\s*(?:{_STOP}|[^\w\s-]|\Z))"
)
_MEASURE = regex(
    r"\s*(?P<qualifiers>)(?P<noun>(?:line|page|paragraph|word|sentence|column|row|section|table|document|place)s?)"
    r"\b(?: s\b)?",
    re.IGNORECASE,
)
"""What text is measured by, and the unit even with a noun after it: ``1 line source text``, ``2 document numbers``."""

_MORE_UNITS = regex(rf"(?:,? (?:and|plus) |, )(?!an? ){NUMERAL}\s+(?:[a-z]+ )?[a-z]{{3,}}(?![^(]*\))", re.IGNORECASE)
"""A second amount of something else: ``2 names and 1 line`` has no quantity, for neither number is that of all."""

_MASS = frozenset(
    {
        "text",
        "texts",
        "matter",
        "passage",
        "information",
        "material",
        "portion",
        "part",
        "remainder",
        "rest",
        "contents",
        "data",
    }
)
"""Nouns that are no unit: ``text not declassified`` does not say how much."""

_BRACKETED = regex(r"\(([^()]*)\)")
_PARTS = regex(r"(?:(?P<whole>[0-9]+)\D+?)?(?P<numerator>[0-9]+)/(?P<denominator>[0-9]+)")


def dimensions(phrase: str) -> dict[str, str | None]:
    """Return the attributes for a noun phrase, from its first amount and noun.

    >>> dimensions("less than 1 line of source text")
    {'unit': 'line', 'atMost': '1', 'extent': 'of source text'}
    """
    phrase = " ".join(phrase.split())
    amount = _AMOUNT.match(phrase)
    after = amount.end() if amount else 0
    noun = (_MEASURE.match(phrase, after) if amount else None) or _NOUN.match(phrase, after)
    if noun is None or (amount is None and noun["noun"].lower() in _MASS):
        return {"extent": phrase} if phrase and phrase.lower() != "text" else {}
    if amount and _MORE_UNITS.search(phrase, noun.end()):
        return {"extent": phrase}
    left_over = f"{noun['qualifiers'].strip()} {phrase[noun.end() :].strip()}".strip(" ,;:—")
    return {"unit": singular(noun["noun"]), **(_amount(amount) if amount else {}), "extent": left_over or None}


def measured(wanted: str, unit: str | None, quantity: float | None, extent: str | None) -> float | None:
    """Return how many of the unit ``wanted`` a gap has by its attributes; ``@extent`` may state it in brackets.

    >>> measured("line", "paragraph", 4, "(16 lines of source text)"), measured("line", "page", 2, None)
    (16.0, None)
    """
    if unit == wanted:
        return quantity
    phrases = _BRACKETED.findall(extent or "") or [extent or ""]
    amounts = [said.get("quantity") for phrase in phrases if (said := dimensions(phrase)).get("unit") == wanted]
    return sum(map(float, filter(None, amounts))) if any(amounts) else None


def _amount(amount: re.Match[str]) -> dict[str, str | None]:
    """Return ``@quantity``, or ``@atMost`` and ``@atLeast``, of an amount."""
    low, high = decimal(amount["low"]), decimal(amount["high"]) if amount["high"] else None
    if high is not None:
        return {"atLeast": low, "atMost": high}
    if amount["about"]:
        return {"quantity": low, "precision": "low"}
    return {"atMost" if amount["most"] else "atLeast" if amount["least"] else "quantity": low}


def decimal(numeral: str) -> str | None:
    """Return ``numeral``, which :data:`NUMERAL` matches, as a decimal string, or ``None`` if it is no number.

    >>> [decimal(numeral) for numeral in ("2", "2½", "2–1/2", "21/2", "3/4", "two")]
    ['2', '2.5', '2.5', '2.5', '0.75', '2']
    """
    value = _value(numeral.strip())
    return None if value is None else f"{value:.3f}".rstrip("0").rstrip(".")


def _value(numeral: str) -> float | None:
    if numeral.lower() in _NUMBER_OF:
        return _NUMBER_OF[numeral.lower()]
    if numeral[-1:] in _VULGAR:
        whole = re.match(r"[0-9]*", numeral)
        return (int(whole[0] or 0) if whole else 0) + _VULGAR[numeral[-1]]
    if parts := _PARTS.fullmatch(numeral):
        return _fraction(parts["whole"] or "", parts["numerator"], int(parts["denominator"]))
    numeral = numeral.replace(",", "")
    return float(numeral) if re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", numeral) else None


def _fraction(whole: str, numerator: str, denominator: int) -> float | None:
    """Return the mixed number; ``21/2`` is printed for 2½, since nobody counts lines in halves."""
    if not denominator:
        return None
    if not whole and len(numerator) > 1 and 0 < int(numerator[-1]) < denominator:
        whole, numerator = numerator[:-1], numerator[-1]
    return (int(whole or 0) * denominator + int(numerator)) / denominator


def singular(noun: str) -> str:
    """Return an English ``noun`` in the singular and lower case: ``line`` for ``lines``, ``entry`` for ``entries``."""
    noun = noun.lower()
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "sses", "xes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun
