"""A house and its street, as a letter has it above its date: ``100 Nassau Street``, ``1214 Vermont Ave.,``."""

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
_LONGEST = 60


def is_street_address(line: str) -> bool:
    """Whether ``line`` is the number of a house and its street, and nothing else; its number is that of no document."""
    return len(line) <= _LONGEST and _STREET.match(line) is not None
