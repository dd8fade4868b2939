"""Names taken apart: as a list writes them (surname first), and as running text does."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from teiconv.names.people.vocabulary import NICKNAMES
from teiconv.regex import regex
from teiconv.remember import remembered

_LETTERS = (
    r"[^\x00-@\[-`{-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7\u2000-\u2bff\u2e00-\u303f"
    r"\ud800-\uf8ff\uffdd-\uffff\U00010000-\U0010ffff]++"
)
"""A run of letters: said by the ranges of what is none, which takes half the time of ``[^\\W\\d_]``."""

WORD = regex(rf"{_LETTERS}(?:['’](?![sS]\b){_LETTERS})*+")
"""A word of a name; hyphens and points part words, an apostrophe does where it makes a possessive."""

_SPECIAL = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})


@remembered(1 << 16)
def fold(word: str) -> str:
    """Return ``word`` in the form in which names are compared: small letters without accents and apostrophes."""
    small = word.casefold().replace("'", "")
    if small.isascii():
        return small
    bare = unicodedata.normalize("NFKD", small.replace("’", "").translate(_SPECIAL))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


def folded(written: Sequence[str]) -> list[str]:
    """Return the words ``written``, folded: all at once, if none of them has an accent."""
    small = " ".join(written).casefold().replace("'", "").replace("’", "")
    return small.split() if small.isascii() else list(map(fold, written))


def words(text: str) -> tuple[str, ...]:
    """Return the folded words of ``text``; names come again and again, other texts do not."""
    return _words_of_name(text) if len(text) <= _LONGEST_NAME else _words(text)


def _words(text: str) -> tuple[str, ...]:
    return tuple(map(fold, WORD.findall(text)))


_words_of_name = remembered(1 << 13)(_words)
_LONGEST_NAME = 40
"""How many characters the name of a person has at most, if it is not very long."""


def is_short_for(short: str, forename: str) -> bool:
    """Tell whether ``short`` may stand for ``forename``: initial, nickname, or another spelling of it."""
    if short == forename:
        return True
    begins_alike = short[:1] == forename[:1]
    if len(short) == 1 or len(forename) == 1:
        return begins_alike
    if begins_alike and (_respelled(short, forename) or alike(short, forename)):
        return True
    return forename in NICKNAMES.get(short, ()) or short in NICKNAMES.get(forename, ())


def _respelled(one: str, other: str) -> bool:
    """Tell whether two forenames are one, shortened or transliterated differently (Matt, Anatoli, Sergey)."""
    start = _common_start(one, other)
    if start >= 3 and start == min(len(one), len(other)):
        return True
    longest = max(len(one), len(other))
    ends_alike = one[-2:] == other[-2:] and abs(len(one) - len(other)) < 2
    return start >= 3 and (start >= longest - 2 or ends_alike)


def alike(one: str, other: str) -> bool:
    """Tell whether two words are the same but for one letter that is other, missing, too many, or changed places."""
    if one == other:
        return True
    if min(len(one), len(other)) < 5 or one[:2] != other[:2] or abs(len(one) - len(other)) > 1:
        return False
    if len(one) != len(other):
        short, long = sorted((one, other), key=len)
        start = _common_start(short, long)
        return short[start:] == long[start + 1 :]
    differ = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return len(differ) == 1 or (len(differ) == 2 and differ[0] == differ[1][::-1])


def _common_start(one: str, other: str) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
