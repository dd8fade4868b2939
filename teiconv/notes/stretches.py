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
