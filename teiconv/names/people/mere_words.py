"""Surnames that are no names where they stand alone: a country, an exclamation, the Church of somewhere.

The document may name somebody so elsewhere; still ``Chad, Jordan and Israel`` are three countries.
"""

from __future__ import annotations

from teiconv.names.people.tokens import Tokens
from teiconv.names.people.vocabulary import COUNTRIES, STATES_OF_AMERICA

_INSTITUTIONS = frozenset(
    """banks bill bishop chase church cross field hall king knight lake law lord park pope port prince rock street
    temple wall""".split()
)
"""Words with which the names of offices, laws, churches and places begin: ``Church`` of England, ``Bill`` of Rights."""

_STREETS = frozenset({"avenue", "boulevard", "street"})

_BEFORE_GOD = frozenset({"good", "my", "oh", "the"})
"""Words behind which ``Lord`` is God."""


def is_place(tokens: Tokens, first: int, stop: int) -> bool:
    """Tell whether the words ``first`` to ``stop`` are a street or a town: Roe Avenue; Jackson, Mississippi.

    A town has no title or forename, and its State behind a comma.
    """
    words = tokens.words
    if stop - first > 1:
        return words[stop - 1] in _STREETS
    if tokens.gap(stop) != ", " or not tokens.capital(stop) or tokens.titles_before(first):
        return False
    return words[stop] in STATES_OF_AMERICA or " ".join(words[stop : stop + 2]) in STATES_OF_AMERICA


def is_mere_word(tokens: Tokens, first: int, stop: int) -> bool:
    """Tell whether the words ``first`` to ``stop``, without title and forenames, are nobody's name."""
    word = tokens.words[first]
    if stop - first > 1:
        return False
    if is_place(tokens, first, stop):
        return True
    if word in COUNTRIES:
        return not tokens.gap(stop).startswith(":")
    if word == "lord" and first and tokens.gap(first) == " " and tokens.words[first - 1] in _BEFORE_GOD:
        return True
    return word in _INSTITUTIONS and stop < len(tokens.words) and tokens.words[stop] == "of"
