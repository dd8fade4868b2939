"""Posts abroad, as telegrams address them: ``AMEMBASSY PARIS``."""

from __future__ import annotations

import re

from teiconv.regex import regex

_KIND = regex(
    r"(?:the )?(?:(?:american|u\.?s\.?) |am|us)?(?:embassy|emb|legation|leg|mission|consulate(?: general)?"
    r"|consul(?: general)?|congen),?\Z",
    re.I,
)
_POST = regex(r"[A-Z ,/]*\b(?:AM(?:EMBASSY|CONSUL|LEGATION)|US(?:MISSION|DEL)|SECSTATE|WASHDC|F ?C ?O)\b[A-Z ,/]*\Z")

HONOURED = regex(r"(?:(?:His|Her) (?:Excellency|Majesty|(?:Royal )?Highness)|H\. ?E\.),?\Z", re.I)
"""What stands on a line of its own over the office or the name of whoever is written to."""


def lacks_place(line: str) -> bool:
    """Whether ``line`` says the kind of a post, and not where it is: ``AMEMBASSY,`` stands over ``PARIS.``"""
    return _KIND.match(line.strip()) is not None


def names_post(text: str) -> bool:
    """Whether ``text`` is a post, or the Department, as cables address it: ``AMEMBASSY LIMA``, ``WASHDC, SECSTATE``."""
    return _POST.match(text) is not None
