"""What calls an item of a list: ``1.``, ``(a)``, ``iv)``, and how labels of one list follow each other."""

from __future__ import annotations

import re
from typing import TypeAlias

from teiconv.regex import regex
from teiconv.remember import remembered

Styles: TypeAlias = "frozenset[tuple[str, str]]"
"""Ways of counting: what each counts with (``1``, ``a``, ``A``, ``i``, ``I``), and the marks around it."""

_OPEN, _CLOSE = r"[“\"‘]?(?P<open>\(?)", r"(?P<close>\)\.?|\.)"
LABEL = regex(rf"{_OPEN}(?:\d{{1,3}}|[a-zA-Z]|[ivxlIVXL]{{1,6}}){_CLOSE}\Z")
_BLANK = regex("[\u00a0\u2000-\u200a]\\Z")
_FIRST = regex(r"[“\"‘]?\(?(?:1|a|A|i|I)\)?\.?\Z")
_ROMAN = regex(r"[ivxl]+", re.I)


def is_label(line: str) -> bool:
    """Whether ``line`` is the label of an item and nothing else; a blank wider than a word's is an empty one."""
    return LABEL.match(line) is not None or _BLANK.match(line) is not None


def begins_list(label: str) -> bool:
    """Whether a list may begin with ``label``."""
    return _FIRST.match(label) is not None


@remembered(1024)  # of the lists of a document, most count alike
def styles(label: str, above: str | None = None) -> Styles:
    """Return the ways of counting that ``label`` may belong to; an empty label belongs to any, and gives none.

    ``above`` is the label before it: an ``i`` that follows another letter than ``h`` is a Roman numeral.
    """
    match = LABEL.match(label)
    if match is None:
        return frozenset()
    mark = match["open"] + match["close"]
    sign = _sign(label)
    if sign.isdigit():
        return frozenset({("1", mark)})
    case = "a" if sign.islower() else "A"
    is_letter = len(sign) == 1 and (sign.lower() != "i" or above is None or _sign(above).lower() == "h")
    kinds = {case} if is_letter else set()
    if _ROMAN.fullmatch(sign):
        kinds.add("i" if sign.islower() else "I")
    return frozenset((kind, mark) for kind in kinds)


def _sign(label: str) -> str:
    return label.strip('“"‘().')
