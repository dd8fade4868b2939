"""Words with which a sentence begins, and no name: ``Commenting Nehru said``; ``Found de Gaulle not interested``."""

from __future__ import annotations

from collections.abc import Sequence, Set

from teiconv.names.people.tokens import Tokens
from teiconv.names.people.vocabulary import FORENAMES, GIVEN_NAMES, NICKNAMES, PARTICLES, WORDS_AND_NAMES
from teiconv.regex import regex

_OPENING = regex(r"[a-z]{3}(?:ing|[^aeiou]ly)$")
"""What a participle or an adverb ends with."""

_ENDINGS = ("ing", "ly")

_MAY_BE_NAMES = GIVEN_NAMES | NICKNAMES.keys() | PARTICLES | WORDS_AND_NAMES
"""Words with which a name may begin, whatever they are elsewhere."""


def opening_words(pages: Sequence[Tokens], small: Set[str]) -> Set[str]:
    """Return the words of ``small``, those that ``pages`` have in small letters, with capitals only in openings."""
    opening: set[str] = set()
    others: set[str] = set()
    for tokens in pages:
        for at in tokens.capitals:
            word = tokens.words[at]
            if word in small and word not in others and word not in _MAY_BE_NAMES:
                (opening if _begins(tokens, at) else others).add(word)
    return opening - others


def opens_sentence(tokens: Tokens, index: int, known: Set[str]) -> bool:
    """Tell whether the word ``index`` stands before a name and is none: one of those ``known``, or by its ending."""
    word = tokens.words[index]
    if (word not in known and not _is_by_ending(word)) or not _begins(tokens, index):
        return False
    after = index + 1
    while after < len(tokens.words) and tokens.words[after] in PARTICLES and tokens.gaps[after] == " ":
        after += 1
    return tokens.capital(after) and tokens.gap(after) == " "


def _begins(tokens: Tokens, index: int) -> bool:
    """Tell whether the word ``index`` begins a sentence; the point of ``Mr.`` ends none."""
    return tokens.begins_sentence(index) and not tokens.titles_before(index)


def _is_by_ending(word: str) -> bool:
    """Tell whether ``word`` is a participle or an adverb."""
    return word.endswith(_ENDINGS) and word not in FORENAMES and _OPENING.search(word) is not None
