"""What stands around a word that may be a name, and what it makes of it: another's name, a thing, a mere word."""

from __future__ import annotations

from collections.abc import Sequence

from teiconv.names.people.index import NameForm
from teiconv.names.people.tokens import Tokens
from teiconv.names.people.vocabulary import COMMON, FORENAMES, MONTHS, NAMED_AFTER, PLACES, TITLES, WORDS_AND_NAMES
from teiconv.regex import regex

_HOLDINGS = frozenset({"papers", "office", "files", "file", "collection", "records", "diaries"})
_IN_LIBRARY = regex(r"Library, [^.;]*\Z")
"""Holdings of a presidential library do not name people: ``Carter Library, …, Brzezinski Office File``."""
_LOT = regex(r": Lot\b")
"""Nor do the lots of the Department: ``Bruce Diaries: Lot 64 D 327``."""


def goes_on(tokens: Tokens, first: int, stop: int, forms: Sequence[NameForm]) -> bool:
    """Tell whether what follows ``stop`` makes the words something else: ``Dean`` Acheson, ``Johnson`` Library."""
    if stop >= len(tokens.written):
        return False
    gap = tokens.gaps[stop]
    if gap not in (" ", "\n", "-"):
        return False
    is_capital = tokens.capital(stop)
    if not is_capital and gap != "-":
        return False
    after, eastern = tokens.word(stop), any(form.given_follows for form in forms)
    if gap == "-":
        if not is_capital:
            return eastern or tokens.start(stop) - tokens.start(first) < 5
        return after in PLACES and tokens.word(first) in WORDS_AND_NAMES
    if all(form.title for form in forms):
        return True
    if after in _HOLDINGS and (_is_in_library(tokens, first) or _LOT.match(tokens.text, tokens.end(stop))):
        return True
    return after in NAMED_AFTER or (stop - first == 1 and _names_another(tokens, first, eastern))


def _is_in_library(tokens: Tokens, first: int) -> bool:
    start = tokens.start(first)
    return _IN_LIBRARY.search(tokens.text, max(0, start - 250), start) is not None


def _names_another(tokens: Tokens, first: int, eastern: bool) -> bool:
    """Tell whether the word ``first`` and the capitalised one after it are together somebody else's name."""
    word, after = tokens.word(first), tokens.word(first + 1)
    if after in COMMON or after in TITLES or after in PLACES or after in MONTHS or tokens.upper(first):
        return False
    if len(after) < 2:
        return word in FORENAMES and tokens.initial(first + 1)
    return word in FORENAMES or word in TITLES or eastern


def numbers_a_paragraph(tokens: Tokens, begin: int, first: int) -> bool:
    """Tell whether the one initial before ``first`` is the number of a paragraph: ``A. Calligeris himself``."""
    return first - begin == 1 and tokens.letter(begin) and tokens.begins_sentence(begin)


def may_be_a_word(tokens: Tokens, first: int, stop: int) -> bool:
    """Tell whether the word ``first`` may be an ordinary word here, not a name (``White House``, ``Begin text``)."""
    word = tokens.word(first)
    if stop - first > 1 or (word not in WORDS_AND_NAMES and word not in COMMON and word not in PLACES):
        return False
    if tokens.upper(first) or tokens.begins_sentence(first):
        return True
    if tokens.gap(first) == " " and (tokens.word(first - 1) == "the" or tokens.capital(first - 1)):
        return True
    return tokens.capital(stop) and tokens.gap(stop) == " "
