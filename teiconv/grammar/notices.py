"""Notices of what is missing, beyond “not declassified”: ``12 lines excised``, ``two words illegible``, ``REDACTED``.

The words stand in brackets, or for what was measured in parentheses; the grammar is::

    notice   = withheld participle [remark]    "24 words omitted", "text withheld under statutory authority"
             | page participle [remark]        "Page 3 of 5 withheld in full"
             | participle [remark]             "REDACTED", "excised - FOIA (b)(1)"

``@reason`` is ``redacted``, ``omitted``, ``illegible``, ``missing`` or ``blank``; the exemption that is claimed is
``@ana``.
"""

from __future__ import annotations

import re
from typing import TypeAlias

from teiconv.grammar.quantities import AMOUNT, dimensions, singular
from teiconv.regex import regex

Attributes: TypeAlias = "dict[str, str | None]"

EXEMPTION = (
    r"(?:\(b\) ?\([1-9]\)(?: [Ss]ec(?:tion|\.)? 3\.[3-5] ?\([a-h]\)(?: ?\([1-9]\))?)?(?: ?\([A-F]\))?"
    r"|25X[1-9]|50X[1-9](?:-HUM)?"
    r"|(?:FOIA )?[Ee]xemption (?:\(?b\)?)?\(?[1-9]\)?(?:\([A-F]\))?"
    r"|(?:E\.?O\.? ?1\d{4},? (?:[Ss]ec(?:tion|\.) )?)?[13]\.[3-5] ?\([a-h]\)(?: ?\([1-9]\))?"
    r"|(?:JFK Act (?:[Ss]ection )?)?[56] ?\([1-4]\) ?\([A-F]\))"
)
"""Source of a regular expression for the exemption under which something is withheld (5 U.S.C. 552 and its kin)."""

_REASONS = {"omitted": "omitted", "blank": "blank"}
_ILLEGIBLE = r"illegible|not legible|undecipherable|indecipherable|cannot be (?:read|deciphered)|unreadable"
_WITHHELD = (
    r"redacted|excised|withheld|deleted|blacked[ -]out|expunged|censored|sanitized|removed|denied|exempt(?:ed)?"
    r"|suppressed|omitted"
)
_BLANK = r"(?:left )?blank"
_LOST = r"missing|lost|torn (?:off|away)"
_LINK = r"(?:(?:is|are|was|were|has been|have been) )?"
_THINGS = (
    r"(?:names?|titles?|places?|signatures?|initials?|dates?|words?|lines?|sentences?|paragraphs?|pages?|sections?"
    r"|addresse?s?|numbers?|phone numbers?|texts?|matter|materials?|portions?|passages?|remainders?|information"
    r"|sources?|documents?|(?:attachments?|enclosures?|tabs?|annex(?:es)?)(?: [A-Z\d]{1,2})?|figures?|amounts?)"
)
_OF_WHAT = r"(?: (?:of|in|from|and|or|at|on) [a-z][a-z ]{0,40}?)?"
_PAGE = r"pages? (?P<first>\d{1,4})(?: ?(?:-|–|to|through) ?(?P<last>\d{1,4}))?(?: of \d{1,4})?"
_UNCOUNTED = rf"(?:(?:several|a few|few|some|many|entire|remaining|rest of) )?(?:[a-z]+ )?{_THINGS}{_OF_WHAT}"
_COUNTED = rf"(?:(?:approximately|about|over|more than|at least) )?{AMOUNT}[ -]?(?:[a-z]+ ){{0,2}}?{_THINGS}{_OF_WHAT}"
_MEASURED = rf"(?: \({AMOUNT} {_THINGS}\))?"
_REMARK = (
    r"(?:[ ,;:—–-]{0,3}(?:and )?"
    r"(?:in (?:full|part|whole|its entirety|entirety|(?:the )?(?:original|source)(?: text)?)\b"
    rf"|(?:under|pursuant to|by|for|per|due to|because of|on grounds of)\b[^.;]{{1,80}}"
    rf"|(?:FOIA|foia)\b|[(]?{EXEMPTION}[)]?))*[.]?"
)
_NOTICE = regex(
    rf"(?:(?P<page>{_PAGE})|(?P<counted>{_COUNTED}{_MEASURED})|(?P<what>{_UNCOUNTED})|(?P<nothing>))"
    rf"(?P<after> ?){_LINK}(?:(?P<illegible>{_ILLEGIBLE})|(?P<lost>{_LOST})|(?P<why>{_WITHHELD}|{_BLANK}))"
    rf"(?P<remark>{_REMARK})\Z",
    re.IGNORECASE,
)
_HINT = regex(
    r"redact|excis|withh|delet|black|expung|censor|saniti|remov|denied|exempt|suppress|omit|legib|cipher|read|blank|missing|lost|torn",
    re.IGNORECASE,
)
_CODE = regex(EXEMPTION)
_LETTERED = regex(r"(?P<thing>[A-Za-z]+) [A-Z\d]{1,2}")
_SOME = regex(r"(?:several|a few|few|some)\b", re.I)
_LONGEST = 200


def missing(wording: str) -> Attributes | None:
    """Return the attributes of ``gap`` for the wording of a notice, or ``None`` if it is none.

    >>> missing("24 words omitted")
    {'reason': 'omitted', 'unit': 'word', 'quantity': '24', 'extent': None}
    """
    wording = " ".join(wording.split())
    match = _NOTICE.match(wording) if len(wording) <= _LONGEST and _HINT.search(wording) else None
    if match is None or bool(match["after"]) != (match["nothing"] is None):
        return None
    if match["lost"] and not (match["counted"] or match["page"] or _SOME.match(wording)):
        return None  # “text missing” is a remark of the editors
    why = (match["why"] or "").lower().removeprefix("left ")
    reason = "illegible" if match["illegible"] else "missing" if match["lost"] else _REASONS.get(why, "redacted")
    return {"reason": reason, **_measure(match), "ana": exemptions(match["remark"])}


def is_counted(wording: str) -> bool:
    """Whether the notice says how much is missing, or which page: such a one is a notice in parentheses as well."""
    match = _NOTICE.match(" ".join(wording.split()))
    return match is not None and (match["counted"] or match["page"]) is not None


def exemptions(text: str) -> str | None:
    """Return the exemptions that ``text`` names, as ``@ana`` has them: ``(b)(1) (b)(3)``."""
    return " ".join(found.replace(" ", "") for found in _CODE.findall(text)) or None


def _measure(found: re.Match[str]) -> Attributes:
    if found["page"]:
        first, last = int(found["first"]), int(found["last"] or found["first"])
        return {"unit": "page", "quantity": str(last - first + 1) if last >= first else None, "extent": found["page"]}
    if found["counted"]:
        return dimensions(found["counted"])
    what = found["what"]
    if lettered := _LETTERED.fullmatch(what or ""):
        return {"unit": singular(lettered["thing"]), "quantity": "1", "extent": what}
    said = dimensions(what) if what else {}
    if "unit" not in said and what and " " not in what:
        return {}  # “matter omitted” does not say how much
    one = "unit" in said and not said.get("extent") and not (what or "").lower().endswith("s")
    return {**said, "quantity": "1"} if one else said
