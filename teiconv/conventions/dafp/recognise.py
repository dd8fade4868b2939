"""How likely a text is of this series: by its first lines and its last ones, which cost nothing to look at."""

from __future__ import annotations

from itertools import islice

from teiconv.conventions.dafp.openers import parse_opener
from teiconv.conventions.dafp.sources import bracket_end
from teiconv.conventions.dafp.titles import begins_title, parse_title
from teiconv.regex import regex

_PARAGRAPH = regex(r"[^\r\n]*\S[^\r\n]*")
_CALL = regex(r"\[[1-9]\d?\]")
_TITLED, _OPENED, _CITED, _CALLED = 0.3, 0.2, 0.4, 0.1
"""What each sign weighs: a number without a full stop begins many a text, a bracket that cites a file ends few."""
_FIRST, _LAST = 4, 6
"""Paragraphs, from the start and from the end, that are looked at."""
_TAIL = 4000
"""Characters at the end in which the last paragraphs are sought."""


def score(text: str) -> float:
    """Return from 0 to 1 how likely ``text`` is a document of the series: 0.5 and above is one."""
    head = _PARAGRAPH.search(text)
    if head is None or not begins_title(head[0]):
        return 0.0
    title = parse_title(_CALL.sub("", head[0]))
    if title.number is None:
        return 0.0
    below = [found[0] for found in islice(_PARAGRAPH.finditer(text, head.end()), _FIRST - 1)]
    last = [found[0] for found in _PARAGRAPH.finditer(text, max(0, len(text) - _TAIL))][-_LAST:]
    opened = title.tail or any(line and (said := parse_opener(_CALL.sub(" ", line))) and said.date for line in below)
    return (
        _TITLED
        + _OPENED * bool(opened)
        + _CITED * any(bracket_end(line) is not None for line in last)
        + _CALLED * (_CALL.search(text) is not None)
    )
