"""Posts abroad, as telegrams address them: ``AMEMBASSY PARIS``."""

from __future__ import annotations

import re
from typing import NamedTuple

from teiconv.regex import regex

_KIND = regex(
    r"(?:the )?(?:(?:american|u\.?s\.?) |am|us)?(?:embassy|emb|legation|leg|mission|consulate(?: general)?"
    r"|consul(?: general)?|congen),?\Z",
    re.I,
)
_OF_NATION = regex(r"(?:the )?[a-z]{4,20} (?:embassy|legation|high commission|mission|consulate(?: general)?),\Z", re.I)
"""The kind of a post with the nation whose it is; the comma says that the place stands below."""
_POST = regex(r"[A-Z ,/]*\b(?:AM(?:EMBASSY|CONSUL|LEGATION)|US(?:MISSION|DEL)|SECSTATE|WASHDC|F ?C ?O)\b[A-Z ,/]*\Z")
_HOUSE = regex(
    r"(?:(?:FOREIGN(?: AND COMMONWEALTH)?|COMMONWEALTH(?: RELATIONS)?|COLONIAL|DOMINIONS|INDIA|WAR|CABINET) OFFICE"
    r"|ADMIRALTY|AIR MINISTRY|MINISTRY OF [A-Z ]{3,40}|DEPARTMENT OF STATE)(?:, (?:LONDON|WASHINGTON))?"
)
"""The house at home, which posts write to and hear from."""
_HOUSE_IN_WORDS = regex(
    r"(?:the )?(?:secretary of state|state department|department(?: of state)?|foreign office)"
    r"(?:, (?:washington|london)\b.{0,8})?\Z",
    re.I,
)
_BETWEEN = regex(r"FROM (?P<sent>[A-Z][A-Z ,.'’()-]{2,50}?) TO (?P<received>[A-Z][A-Z ,.'’()-]{2,50})\Z")

HONOURED = regex(r"(?:(?:His|Her) (?:Excellency|Majesty|(?:Royal )?Highness)|H\. ?E\.|(?:The )?Honorable),?\Z", re.I)
"""What stands on a line of its own over the office or the name of whoever is written to."""


def lacks_place(line: str) -> bool:
    """Whether ``line`` says the kind of a post, and not where it is: ``AMEMBASSY,`` stands over ``PARIS.``"""
    return _KIND.match(line.strip()) is not None


def goes_on_with_place(line: str) -> bool:
    """Whether the place of a post stands below ``line``: ``AMEMBASSY,``, ``AUSTRALIAN EMBASSY,`` over ``DJAKARTA``."""
    return lacks_place(line) or _OF_NATION.match(line.strip()) is not None


def names_post(text: str) -> bool:
    """Whether ``text`` is a post, or the Department, as cables address it: ``AMEMBASSY LIMA``, ``WASHDC, SECSTATE``."""
    return _POST.match(text) is not None


def is_house(text: str) -> bool:
    """Whether ``text`` is the house at home, or who heads it, in words that memoranda have as well."""
    return _HOUSE_IN_WORDS.match(text) is not None


class Posts(NamedTuple):
    """Where the names of two posts begin and end in a line."""

    sent: tuple[int, int]
    received: tuple[int, int]


def between_posts(line: str, start: int = 0) -> Posts | None:
    """Return which post a telegram comes from and which it goes to, if ``line`` says nothing else.

    One of them is the house at home: ``FROM LIMA TO FOREIGN OFFICE``.
    """
    found = _BETWEEN.match(line, start)
    if found is None or not any(_HOUSE.fullmatch(name) for name in found.groups()):
        return None
    return Posts(found.span("sent"), found.span("received"))
