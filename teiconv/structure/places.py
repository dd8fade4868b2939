"""What may name a place on the line of a date: words with a capital, and small ones between them."""

from __future__ import annotations

import re

from teiconv.grammar import months
from teiconv.grammar.markings import OF_ONE_WORD, in_capitals
from teiconv.model import OBJECT
from teiconv.regex import regex
from teiconv.structure.letters import names_paper

_WORD = regex(r"[^\W\d_][\w’'.\-]*")
DATE_OF = regex(
    r"\b(?:[Bb]orn|[Bb]irth|BORN|BIRTH|DP?OB|[Dd]eclassified|DECLASSIFIED|[Rr]eleased?|RELEASED?|NAR[AS]"
    r"|X?GDS|[RX]DS|OADR|DECL|[Rr]eport|REPORT|[Aa]pproved|APPROVED|[Rr]eviewed|REVIEWED|[Rr]evised|[Pp]rinted|File[ds]?|FILE|Date|DATE)\b"
)
"""What else a date may be of: a birth, a release (``GDS - 10/21/80``), a report, a file."""
_IN_NO_PLACE = regex(
    r"[:;!“”]|\(\d|[^\s,] {3}|\A\d{1,3}\. |\b(?:WAS|WERE|IS|ARE|HAS|HAVE|HAD|WILL|BE|BEEN|SAID)\b"
    r"|\b(?:[Bb]etween|[Rr]eceived|[Rr]ec[’']d|[Rr]especting)\b"
    rf"|\A{months.WRITTEN}\.? \d|\b{in_capitals(OF_ONE_WORD)}\b|\b[A-Z]{{1,5}}-\d"
    r"|\A[AC-MO-QT-Z]\. (?:[A-Z]\. )?[A-Z][a-z]"
    r"|(?i:\b(?:Bulletin|Checklist|Digest|Estimate|Memorandum|Newsletter)\b)"
)
"""What is of a sentence, a date, a marking, a person, a paper, or two columns: ``K. Bell, May 3``, ``L.    Paris``."""
_SMALL_WORDS = frozenset(
    "a aboard al and at da day de del des di du el en for in la le near of off on route the to via".split()
)
_OF_PAPERS = frozenset({"by", "from", "of", "on", "to"})  # they join the kind of a paper to whose it is
_NOT_FIRST = frozenset(
    {
        "By",
        "FM",
        "For",
        "From",
        "FROM",
        "HELD",
        "Held",
        "UNCLASSIFIED",
        "CONFIDENTIAL",
        "RESTRICTED",
        "SECRET",
        "PRIORITY",
        "ROUTINE",
    }
)
"""What no name of a place begins with: it leads on to one, or is a marking."""
_CAPITALS_WITHIN = frozenset("AT BY FOR FROM IN OF ON THE TO WITH".split())
"""The last word of a sentence in capitals up to its date, which names no place."""
DONE = regex(
    r"[“‘\[(]?(?:Done|Given|Signed|Dated|Executed|Concluded|Made|In (?:witness|testimony|faith) (?:whereof|thereof))\b",
    re.I,
)
"""What the last line of a treaty begins with."""
WITHHELD = regex(r"\[[^\[\]]*\bnot declassified\]", re.I)


def is_place(text: str) -> bool:
    """Whether ``text`` may name a place: words with a capital, and small ones between them; or a place withheld."""
    if is_withheld(text):
        return True
    words = _WORD.findall(text)
    if not words or len(text) > 90 or words[-1] in _SMALL_WORDS or (text.isupper() and words[-1] in _CAPITALS_WITHIN):
        return False
    if words[0] in _NOT_FIRST or _IN_NO_PLACE.search(text) or DATE_OF.search(text) or DONE.match(text):
        return False
    is_paper = names_paper(text) and not _OF_PAPERS.isdisjoint(words)
    return not is_paper and all(not word[0].islower() or word in _SMALL_WORDS for word in words)


def is_withheld(place: str) -> bool:
    """Whether a notice stands in the place of the name."""
    return OBJECT in place or WITHHELD.fullmatch(place) is not None
