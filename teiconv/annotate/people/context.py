"""What stands around a word that may be a name, and what it says: a title, another's forename, a mere word."""

from __future__ import annotations

import re
from collections.abc import Sequence

from teiconv.annotate.people.index import Form
from teiconv.annotate.people.tokens import Token
from teiconv.annotate.people.vocabulary import COMMON, FORENAMES, MONTHS, NAMED_AFTER, PLACES, TITLES, WORDS_AND_NAMES

_SENTENCE_END = re.compile(r"(?:^|[.?!:;]|[\n\uFFFC])[\s\"“”‘’'()\[\]—–]*$")


def titles_before(text: str, found: Sequence[Token], first: int) -> tuple[str, ...]:
    """Return the folded titles that stand right before the word ``first``, the nearest last."""
    out: list[str] = []
    for index in range(first - 1, max(-1, first - 7), -1):
        gap = text[found[index].end : found[index + 1].start]
        if found[index].word not in TITLES or not text[found[index].start].isupper() or gap.strip(". \n-"):
            break
        out.append(found[index].word)
    return tuple(reversed(out))


def goes_on(text: str, found: Sequence[Token], first: int, stop: int, forms: Sequence[Form]) -> bool:
    """Tell whether what follows ``stop`` makes the words something else: ``Dean`` Acheson, ``Johnson`` Library."""
    if stop >= len(found):
        return False
    after = found[stop]
    gap = text[found[stop - 1].end : after.start]
    if gap == "-":
        eastern = any(form.given_follows for form in forms)
        if not text[after.start].isupper():
            return eastern or after.start - found[first].start < 5
        return after.word in PLACES and found[first].word in WORDS_AND_NAMES
    if gap not in (" ", "\n") or not text[after.start].isupper():
        return False
    if after.word in NAMED_AFTER:
        return True
    known = after.word in COMMON or after.word in TITLES or after.word in PLACES or after.word in MONTHS
    if stop - first > 1 or known or text[found[first].start : found[first].end].isupper():
        return False
    if len(after.word) < 2:
        return found[first].word in FORENAMES and text[after.end : after.end + 1] == "."
    if found[first].word in FORENAMES or found[first].word in TITLES:
        return True
    return any(form.given_follows for form in forms)


def numbers_a_paragraph(text: str, found: Sequence[Token], begin: int, first: int) -> bool:
    """Tell whether the one initial before ``first`` is the number of a paragraph: ``A. Calligeris himself``."""
    return first - begin == 1 and found[begin].end - found[begin].start == 1 and begins_sentence(text, found, begin)


def may_be_a_word(text: str, found: Sequence[Token], first: int, stop: int) -> bool:
    """Tell whether the word ``first`` may be an ordinary word here, not a name (``White House``, ``Begin text``)."""
    word = found[first]
    if stop - first > 1 or (word.word not in WORDS_AND_NAMES and word.word not in COMMON and word.word not in PLACES):
        return False
    if text[word.start : word.end].isupper() or begins_sentence(text, found, first):
        return True
    before = found[first - 1]
    gap = text[before.end : word.start]
    if gap == " " and (before.word == "the" or text[before.start].isupper()):
        return True
    after = found[stop] if stop < len(found) else None
    return bool(after and text[word.end : after.start] == " " and text[after.start].isupper())


def begins_sentence(text: str, found: Sequence[Token], index: int) -> bool:
    """Tell whether the word ``index`` begins a sentence."""
    start = found[index - 1].end if index else 0
    return bool(_SENTENCE_END.search(text, start, found[index].start)) or index == 0
