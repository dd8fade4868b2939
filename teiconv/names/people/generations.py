"""What stands behind a name and tells its bearer from others: ``Jr.``, ``III``, the numeral of a ruler."""

from __future__ import annotations

import re
from collections.abc import Sequence

from teiconv.grammar.offices import Use, offices
from teiconv.names.people.fitting import generation_of
from teiconv.names.people.person import Person
from teiconv.names.people.vocabulary import HONOURS
from teiconv.regex import regex

_SUFFIX = regex(r",?[ \n](?P<generation>Jr\b|Sr\b|[IVX]+\b)(?:(?<=r)\.)?")
_OF_ANYBODY = frozenset({"jr", "sr", "ii", "iii", "iv"})
"""Generations that need not be in the list; other numerals may be words (``I``), or those of rulers."""
_WRITTEN_OUT = frozenset({"jr", "sr"})
_HONOUR = regex(rf" ((?i:{'|'.join(sorted(HONOURS))}))\b")
_NUMERAL = regex(r" (?:I[IVX]|[VX])[IVX]*\b")
"""The numeral of a ruler; ``I`` may be the pronoun."""
CROWNED = offices(Use.SOVEREIGN)


def suffix_at(text: str, end: int, bearers: Sequence[Person], full: bool) -> re.Match[str] | None:
    """Return the generation at ``end``, behind a name that ``bearers`` have.

    Behind a mere surname, one that is not ``full``, it is a numeral only if one of them has it.
    """
    found = _SUFFIX.match(text, end)
    if not found:
        return None
    generation = found["generation"].lower()
    if generation in (_OF_ANYBODY if full else _WRITTEN_OUT):
        return found
    return found if any(generation_of(person) == generation for person in bearers) else None


def honour_at(text: str, end: int) -> str:
    """Return the title that stands at ``end``, behind a name, as part of it, or ``""``: Ayub ``Khan``."""
    found = _HONOUR.match(text, end)
    return found[1] if found and found[1][0].isupper() else ""


def is_of_another_ruler(text: str, end: int, titles: Sequence[str]) -> bool:
    """Tell whether the numeral at ``end``, which none of the list has, is that of a ruler: King Roe ``II``."""
    return numeral_at(text, end, titles) != ""


def numeral_at(text: str, end: int, titles: Sequence[str]) -> str:
    """Return the numeral (folded) at the ``end`` of a name that has ``titles`` of a ruler, or ``""``: Paul ``VI``."""
    found = _NUMERAL.match(text, end) if not CROWNED.isdisjoint(titles) else None
    return found[0].strip().lower() if found else ""
