"""How likely a text is of this series: by its first lines and its last ones, which cost nothing to look at."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from teiconv.conventions.dafp.openers import parse_opener
from teiconv.conventions.dafp.sources import bracket_end
from teiconv.conventions.dafp.titles import begins_title, parse_title
from teiconv.grammar.streets import is_street_address
from teiconv.regex import regex

_LINE = regex(r"[^\r\n]+")
_CALL = regex(r"\[[1-9]\d?\]")
_FILE_NUMBER = regex(r"/[^/]*: ?(?:Telegram|Airgram|Despatch)\s*\Z")
_PAGE = regex(r"\[Page [0-9]{1,4}\]")
"""What texts of another series have: a file number over the title, the numbers of its pages."""
_TITLED, _OPENED, _CITED, _CALLED = 0.3, 0.2, 0.4, 0.1
"""What each sign weighs: a number without a full stop begins many a text, a bracket that cites a file ends few."""
_FIRST, _LAST = 4, 6
"""Paragraphs, from the start and from the end, that are looked at."""
_TAIL = 4000
"""Characters at the end in which the last paragraphs are sought."""


def score(text: str) -> float:
    """Return from 0 to 1 how likely ``text`` is a document of the series: 0.5 and above is one."""
    first = _paragraphs(text)
    head = next(first, "")
    if not begins_title(head) or is_street_address(head.strip()):
        return 0.0
    if _FILE_NUMBER.search(head) or _PAGE.search(text):
        return 0.0
    title = parse_title(_CALL.sub("", head))
    if title.number is None:
        return 0.0
    below = list(islice(first, _FIRST - 1))
    last = list(_paragraphs(text, max(0, len(text) - _TAIL)))[-_LAST:]
    opened = title.tail or any(line and (said := parse_opener(_CALL.sub(" ", line))) and said.date for line in below)
    return (
        _TITLED
        + _OPENED * bool(opened)
        + _CITED * any(bracket_end(line) is not None for line in last)
        + _CALLED * (_CALL.search(text) is not None)
    )


def _paragraphs(text: str, start: int = 0) -> Iterator[str]:
    """Yield the lines of ``text`` that are not blank, from ``start`` on."""
    return (line for found in _LINE.finditer(text, start) if not (line := found[0]).isspace())
