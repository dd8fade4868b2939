"""The words of markings, each once: how secret a paper is, who may see it, how fast it went.

They stand in small letters.  Series, cables and letterheads print them each in their own way: :func:`pattern` gives the
pattern of any, and :func:`in_capitals` that of words that are typed so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

LEVELS = (
    "cosmic top secret",
    "nato secret",
    "nato confidential",
    "nato restricted",
    "nato unclassified",
    "top secret",
    "secret",
    "limited official use",
    "for official use only",
    "official use only",
    "personal and confidential",
    "private and confidential",
    "administratively confidential",
    "confidential",
    "administratively restricted",
    "restricted",
    "unclassified",
)
"""How secret, in the order of trial: a longer one stands before a shorter that it begins with."""

FOREIGN_LEVELS = (
    "très secret",
    "très confidentiel",
    "confidentiel",
    "ganz geheim",
    "streng geheim",
    "geheim",
    "streng vertraulich",
    "vertraulich",
    "segretissimo",
    "segreto",
    "riservatissimo",
    "riservato",
    "secreto",
    "reservado",
)
"""How secret, on French, German, Italian and Spanish papers; a ``secret`` of the French is that of the English."""

OF_ONE_WORD = ("secret", "confidential", "unclassified")
"""The levels that stand alone on many a line, which is then no name and no heading."""

UNMARKED = ("no classification markings?", "no classification indicated")
"""What source notes say of a paper without a marking, as patterns."""

CUT_SHORT = ("unclas", "official use")
"""How typists cut levels short."""

CAPTIONS = ("nodis", "exdis", "limdis", "stadis")
"""The captions of the Department of State, which limit who may see a telegram."""

URGENCY = (
    "us urgent",
    "most urgent",
    "urgent",
    "most immediate",
    "operational immediate",
    "immediate",
    "triple priority",
    "priority",
    "rush",
    "niact",
)
"""How fast a telegram went, as it stands under a dateline."""


def pattern(words: Iterable[str]) -> str:
    """Return the pattern of any of ``words``, longer ones first."""
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})"


def in_capitals(words: Iterable[str]) -> str:
    """Return the pattern of any of ``words`` as they are typed in capitals."""
    return pattern(word.upper() for word in words)


def spaced(words: Iterable[str]) -> str:
    """Return the pattern of any of ``words`` with its letters apart: ``S E C R E T``, ``S-E-C-R-E-T``."""
    return pattern(gap.join(word.upper().replace(" ", "")) for word in words for gap in " -")
