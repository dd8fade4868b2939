"""Which words of a name are the surname."""

from __future__ import annotations

from collections.abc import Sequence

from teiconv.names.people.index import CALLED_BY_LAST
from teiconv.names.people.tokens import Tokens
from teiconv.names.people.vocabulary import GIVEN_NAMES, PARTICLES


def surname_of(tokens: Tokens, index: int, stop: int) -> slice:
    """Return which of the words ``index`` to ``stop`` are the surname, counted from ``index``.

    It is the last with its particles, or the first of ``Chou En-lai``; in ``Tran Van Don`` Van is no particle.
    """
    length = stop - index
    if length == 1:
        return slice(0, 1)
    words: Sequence[str] = tokens.words[index:stop]
    gaps = [tokens.gap(at) for at in range(index + 1, stop)]
    if gaps == ["-"] and tokens.capital(stop - 1):
        return slice(0, 2)
    if gaps == [" ", "-"] and words[0] not in GIVEN_NAMES and not _is_article(tokens, index + 1):
        return slice(0, 1)
    start = length - 1
    if words[0] in CALLED_BY_LAST and length > 2 and tokens.capital(stop - 2) and gaps[-1] == " ":
        return slice(start, length)
    while start > 0 and (_is_particle(tokens, index + start - 1) or (gaps[start - 1] == "-" and start > 1)):
        start -= 1
    return slice(start, length)


def _is_article(tokens: Tokens, index: int) -> bool:
    """Tell whether the word ``index`` is a particle in small letters: Salim ``al``-Huss."""
    return tokens.words[index] in PARTICLES and not tokens.capital(index)


def _is_particle(tokens: Tokens, index: int) -> bool:
    """Tell whether the word ``index`` is of the surname behind it, and no initial: H.``E.`` Roe."""
    return tokens.words[index] in PARTICLES and not tokens.initial(index)
