"""Who writes and who is written to, as the title of a document says it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from teiconv.annotate.people.resolve import Link
from teiconv.annotate.runs import Run

_FROM = re.compile(r"\b(?:[Ff]rom|FROM)\b|^\W*(?:\d+\.\s+)?(?=The\b)")
_BETWEEN = re.compile(r"\b(?:[Bb]etween|BETWEEN)\b")
_TO = re.compile(r"\s(?:to|TO)\s")
_AND = re.compile(r"\s(?:and|AND)\s")
_POSTED_TO = re.compile(
    r"(?:assistant|ambassador|advis[eo]r|counsell?or|consultant|representative|delegate|delegation|attach[ée]|emissary|"
    r"envoy|observer|minister|mission|aide|secretary|legation)$",
    re.I,
)
"""Offices that a person holds *to* somebody: the word after them does not begin the recipient."""


def head_of(runs: Sequence[Run]) -> int | None:
    """Return the number of the run that is the title of the document, or None if it has none."""
    return next((n for n, run in enumerate(runs) if run.block == "head" and not run.depth and not run.list_type), None)


def role(text: str, links: Sequence[Link], link: Link) -> str | None:
    """Return ``from`` or ``to``: the part that ``link`` has in the title ``text``, or None."""
    between = _BETWEEN.search(text)
    start = between or _FROM.search(text)
    if not start or link.start < start.end():
        return None
    turn = _turn(text, start.end(), links, _AND if between else _TO)
    if turn is None:
        return None if between else "from"
    return "from" if link.start < turn else "to"


def _turn(text: str, start: int, links: Sequence[Link], word: re.Pattern[str]) -> int | None:
    """Return where the part of the title begins that names the recipient: at the first ``to`` that can mean that."""
    ends = {link.end for link in links}
    for match in word.finditer(text, start):
        before = text[: match.start()]
        if before.count("(") != before.count(")"):
            continue
        named = match.start() in ends or before.rstrip(" \ufffc").endswith(")")
        if named or not _POSTED_TO.search(text, start, match.start()):
            return match.start()
    return None
