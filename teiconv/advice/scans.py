"""Whether a text looks like one that a machine read off a scan: words that are none, signs in words, broken letters."""

from __future__ import annotations

from collections.abc import Sequence

from teiconv.regex import regex

_WORD = regex(r"\S+")
_ODD = regex(
    r"[^\W\d_]+[0-9][^\W\d_]+\Z|[^\W\d_]*[|~^\\{}<>¢£¥•■□§¬»«][^\W\d_]+|[^\W\d_]+[|~^\\{}¢¥■□¬»«]"
    r"|(?:thc|tbe|tlie|wlth|wlll)\b|\d*l[\d/]\d*[.,]?\Z|[a-z]+[A-Z]+[a-z]*[A-Z]*[a-z]*\Z|[bcdfghjklmnpqrstvwxz]{5,}\Z|[.,;:'`_~-]{3,}[^\W\d_.]"
)
"""What hardly any word of a text that somebody typed looks like."""
_LEAST_WORDS, _LEAST_ODD, _SHARE = 40, 6, 0.03


def looks_scanned(lines: Sequence[str]) -> int | None:
    """Return the index of the line with the most odd words, if the text looks like OCR; else ``None``."""
    words = 0
    odd: list[int] = []
    for line in lines:
        found = _WORD.findall(line)
        words += len(found)
        odd.append(sum(_ODD.match(word) is not None for word in found))
    total = sum(odd)
    if words < _LEAST_WORDS or total < _LEAST_ODD or total < _SHARE * words:
        return None
    return odd.index(max(odd))
