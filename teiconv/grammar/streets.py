"""A house and its street, and its town, as a letter has them above its date: ``100 Nassau Street``."""

from __future__ import annotations

from teiconv.regex import regex

_IN_FULL = (
    "Street|Avenue|Road|Lane|Square|Place|Drive|Boulevard|Terrace|Gardens|Crescent|Court|Row|Circle|Parkway|Building"
)
_KINDS = rf"(?:{_IN_FULL}|{_IN_FULL.upper()}|St\.?|Ave\.?|Rd\.?|Sq\.?|Pl\.?|Blvd\.?|Bldg\.?)"
_STREET = regex(
    rf"\d{{1,5}}[A-Za-z]?,? (?:(?:[NSEW]|[A-Z][\w’'-]+|\d{{1,3}}(?:st|nd|rd|th))\.? ){{1,4}}{_KINDS}"
    r"(?:,? (?:N\. ?W|N\. ?E|S\. ?W|S\. ?E|NW|NE|SW|SE|[NSEW])\.?)?[,.]{0,2}\Z"
)
_ABBREVIATED = r"(?:D\. ?C|N\. ?[CDHJMY]|S\. ?[CD]|R\. ?I|W\. ?V|[A-Z][a-z]{2,4})\."
_POSTAL_TOWN = regex(
    rf"(?:[A-Z][\w.’'-]* ){{0,3}}[A-Z][\w.’'-]*(?: \d{{1,2}},? (?:{_ABBREVIATED}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)"
    rf"|,? {_ABBREVIATED}(?: \d{{5}})?"
    rf"|,? (?:{_ABBREVIATED}|[A-Z]{{2}}|[A-Z][a-z]+(?: [A-Z][a-z]+)?) \d{{5}}(?:-\d{{4}})?)\Z"
    r"|(?:London|LONDON),? (?:[NSEW]|[NS]\. ?[EW]|[EW]\. ?C|[NS][EW]|[EW]C)\.? ?\d{0,2}\.?\Z"
)
_LONGEST = 60


def is_street_address(line: str) -> bool:
    """Whether ``line`` is the number of a house and its street, and nothing else; its number is that of no document."""
    return len(line) <= _LONGEST and _STREET.match(line) is not None


def is_postal_town(line: str) -> bool:
    """Whether ``line`` is a town as the post has it: ``New York 19, N. Y.``, ``London, S.W.1``."""
    return len(line) <= _LONGEST and _POSTAL_TOWN.match(line) is not None
