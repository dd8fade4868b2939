"""The form of an entry. It distinguishes a list of persons from a list of terms, and from a text that is no list."""

from __future__ import annotations

from teiconv.names.people.names import WORD, fold
from teiconv.names.people.person import PersonName
from teiconv.names.people.vocabulary import COMMON, PARTICLES, PLACES
from teiconv.regex import regex

_ASIDE = regex(r"\([^()]*\)")
_MOST_WORDS = 7
"""Of how many words a name is at most made."""

FEWEST = 0.65
"""Which part of the entries of a list must be of its kind; of the official lists it is nine in ten."""


def is_like_a_person(name: PersonName) -> bool:
    """Tell whether ``name`` may be somebody's: a surname with forenames or rank, or a few capitalised words.

    Abbreviations, words of small letters, and names of offices and places are none.
    """
    text = _ASIDE.sub("", name.text)
    written = WORD.findall(text)
    if not 0 < len(written) <= _MOST_WORDS or any(char.isdigit() for char in text):
        return False
    if name.of("surname") and name.of("forename"):
        return not name.of("surname").isupper() or len(name.of("surname")) > 1
    if any(len(word) > 1 and word.isupper() for word in written):
        return False
    if not all(word[0].isupper() or fold(word) in PARTICLES for word in written):
        return False
    folded = list(map(fold, written))
    return not any(word in COMMON for word in folded) and not all(word in PLACES for word in folded)


def is_inverted(name: PersonName) -> bool:
    """Tell whether ``name`` is somebody's for certain: the surname first (``Kissinger, Henry A.``)."""
    return "," in name.text and is_like_a_person(name)
