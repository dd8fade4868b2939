"""Where a name ends: at a full stop, unless a forename is cut short, and at the end of a line of a list."""

from __future__ import annotations

from teiconv.names.people.index import CALLED_BY_LAST
from teiconv.names.people.tokens import Tokens
from teiconv.names.people.vocabulary import FORENAMES, PARTICLES, WORDS_AND_NAMES, WRITTEN_SHORT

_LONGEST_IN_SIGNATURE = 5
"""No forename that a signature cuts short has more letters."""
_SHORTEST_SURNAME = 2
_VOWELS = frozenset("aeiouy")
"""One of these is in each surname of two letters: Vice President ``Ky``."""
_CUT_BEHIND_VOWEL = frozenset("al ed ia ie iu jo ya ye yu".split())
"""Forenames that are cut short so that they look like one: ``Yu.`` V. Andropov."""

_MIDDLE = frozenset({"chi", "thi", "van"})
"""The second of three words of Vietnamese names."""
_FAMILIES = frozenset({("ton", "that")})
"""Family names of two words there, of which the second is an ordinary word."""


def is_given(tokens: Tokens, index: int) -> bool:
    """Tell whether the word ``index`` is a forename or an initial: ``Winston`` Lord, Graham ``L.`` Page."""
    return tokens.words[index] in FORENAMES or tokens.initial(index)


def is_name_behind_another(tokens: Tokens, first: int, at: int) -> bool:
    """Tell whether the word ``at`` is of the name that began with the word ``first``, though it is a word or a place.

    Graham L. ``Page``, Ho Chi ``Minh``, Ton ``That`` Dinh.
    """
    before, word = tokens.words[at - 1], tokens.words[at]
    if (before in _MIDDLE and at == first + 2) or (before, word) in _FAMILIES:
        return True
    return word in WORDS_AND_NAMES and is_given(tokens, at - 1)


def is_cut_short(tokens: Tokens, first: int, at: int) -> bool:
    """Tell whether the word ``at`` before a full stop, of a name that began with the word ``first``, is a forename.

    It is cut short (``Thos.``); in a signature that may be any.  ``Ky.`` is a surname, and ends a sentence.
    """
    word = tokens.words[at]
    is_behind_name = at > first and tokens.gap(at) == " "  # Mai Chi ``Tho``. Bui Diem came
    if (word in WRITTEN_SHORT and not is_behind_name) or tokens.is_particle_of_initial(at):
        return True
    if tokens.run.block == "signed" and at == first:
        return len(word) <= _LONGEST_IN_SIGNATURE
    if len(word) < _SHORTEST_SURNAME or word in _CUT_BEHIND_VOWEL:
        return True
    return len(word) == _SHORTEST_SURNAME and _VOWELS.isdisjoint(word)


def ends_with_line(tokens: Tokens, first: int, at: int) -> bool:
    """Tell whether the name from the word ``first`` on ends with its line, and the word ``at`` begins another.

    ``Chou En-lai`` stands above ``Yeh Chien-ying`` in a list of those present, ``Mr. Roe`` above ``Jane Doe``.
    """
    before = at - 1
    if is_given(tokens, before) or tokens.words[before] in PARTICLES or tokens.words[first] in CALLED_BY_LAST:
        return False
    if not tokens.capital(at + 1) or tokens.gap(at + 1) not in (" ", "."):
        return False
    return at > first + 1 or is_given(tokens, at)
