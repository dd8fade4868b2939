"""Whether a text looks like one that a machine read off a scan: words that are none, signs in words, broken letters."""

from __future__ import annotations

from collections.abc import Sequence

from teiconv.regex import regex

_WORD = regex(r"\S+")
_FIGURE = regex(r"[(\[]?(?:(?:\d[\d/]*)?l{1,2}[\d/][\dl/]*|\d[\d/]*(?:l[\dl/]*|O[\dO]*))[.,:;)\]]*\Z")
"""A letter for a figure: ``l952``, ``2l,``, ``1O``; nobody types so."""
_ODD = regex(
    r"[^\W\d_]+[0-9][^\W\d_]+\Z|[^\W\d_]*[|~^\\{}<>¢£¥•■□§¬»«][^\W\d_]+|[^\W\d_]+[|~^\\{}¢¥■□¬»«]"
    r"|(?:[Tt](?:hc|bc|be|lie|lic)(?:m|n|y|re|rc|se|sc|ir)?|[Tt](?:b|li)(?:at|is|ey)|[Tt]h[ce]t|w(?:lth|lll|cre|liich|bich)|[hH]cve|bccn)\b"
    r"|[a-z]+[A-Z]+[a-z]*[A-Z]*[a-z]*\Z|[bcdfghjklmnpqrstvwxz]{5,}\Z|[.,;:'`_~-]{3,}[^\W\d_.]"
)
"""What hardly any word of a text that somebody typed looks like."""
_LEAST_WORDS, _LEAST_ODD, _SHARE = 40, 6, 0.03
_FIGURES_COUNT = 2
"""A letter for a figure tells as much as so many odd words."""
_NOUGHT_IN_WORD = regex(r"(?<=[A-Z])0(?=[A-Z]|\b)|(?<![^\W_])0(?=[A-Z]{2})")
"""A nought for a letter: ``WASHINGT0N``, ``0FFICE``."""
_AS_FIGURES = str.maketrans("lIO", "110")


def looks_scanned(lines: Sequence[str]) -> int | None:
    """Return the index of the line with the most odd words, if the text looks like OCR; else ``None``."""
    words = 0
    odd: list[int] = []
    for line in lines:
        found = _WORD.findall(line)
        words += len(found)
        odd.append(sum(map(_oddness, found)))
    total = sum(odd)
    if words < _LEAST_WORDS or total < _LEAST_ODD or total < _SHARE * words:
        return None
    return odd.index(max(odd))


def _oddness(word: str) -> int:
    if _FIGURE.match(word):
        return _FIGURES_COUNT
    return _ODD.match(word) is not None


def with_figures_mended(line: str) -> str:
    """Return ``line`` with figures for the letters that a scan has in their place, each as long as before.

    >>> with_figures_mended("l4 September l961")
    '14 September 1961'
    """
    return " ".join(_mended(word) for word in line.split(" "))


def with_letters_mended(line: str) -> str:
    """Return ``line``, in capitals, with letters for the noughts that a scan has in their place.

    >>> with_letters_mended("MEM0RANDUM F0R THE C0UNCIL")
    'MEMORANDUM FOR THE COUNCIL'
    """
    return _NOUGHT_IN_WORD.sub("O", line)


def _mended(word: str) -> str:
    return word.translate(_AS_FIGURES) if _FIGURE.match(word) else word
