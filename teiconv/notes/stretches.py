"""The stretches of a text that matter where the calls of notes are sought: numerals, signs, letters behind a stop.

Each text is looked through once; candidates, the counts of numerals and what notes name are all read off the stretches.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from teiconv.regex import regex

DIGITS = frozenset("0123456789")
SUPERSCRIPT_DIGITS = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹")

_SUPERSCRIPT = "⁰¹²³⁴-⁹"
_SIGN = "*†‡§¶"
_STOP = r",.;:!?)\]”’"
_STRETCH = regex(  # a set at its start makes the search fast
    rf"[0-9{_SUPERSCRIPT}{_SIGN}{_STOP}](?:[a-h](?<=[{_STOP}].)(?!\w|[.’'-])"
    rf"|(?<=[0-9])[0-9]*|(?<=[{_SUPERSCRIPT}])[{_SUPERSCRIPT}]*|(?<=[{_SIGN}]))"
)
"""A numeral, a numeral of superscripts, a sign, or a stop with a letter behind it that stands alone."""

_CLOSE = 20
"""How far the numbers of two messages of a series are apart that one document names."""

_MESSAGE = regex(r"\b([A-Z][a-z]+) ([0-9]{2,5})(?![\w/–-])")
"""A name and a number of messages: ``Gocus 687``."""


class Text(NamedTuple):
    """A text, and the stretches of it that may be, or hold, the call of a note."""

    words: str
    stretches: Sequence[re.Match[str]]


def look_through(words: str) -> Text:
    """Return the text of these words with its stretches."""
    return Text(words, list(_STRETCH.finditer(words)))


@dataclass(frozen=True)
class Numerals:
    """The numerals of texts: ``mytel 4633`` is 463 with a call where 463 occurs elsewhere."""

    texts: Sequence[Text]

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How often each occurs."""
        return Counter([stretch[0] for text in self.texts for stretch in text.stretches])

    @cached_property
    def series(self) -> Mapping[str, frozenset[str]]:
        """The numbers that stand behind a name, as those of messages do: ``Gocus 687``."""
        found: dict[str, set[str]] = {}
        for text in self.texts:
            for message in _MESSAGE.finditer(text.words) if text.stretches else ():
                found.setdefault(message[1], set()).add(message[2])
        return {name: frozenset(numbers) for name, numbers in found.items()}

    def counts_near(self, name: str, number: str) -> bool:
        """Tell whether a number close to this one stands behind ``name`` elsewhere: ``Gocus 687``, ``Gocus 685``."""
        numbers = self.series.get(name, frozenset())
        return (
            any(step and str(int(number) + step) in numbers for step in range(-_CLOSE, _CLOSE + 1))
            if numbers
            else False
        )
