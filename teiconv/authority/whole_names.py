"""Names that stand in a document longer than they were found: ``Costa`` Gomes, ``Anwar al-``Sadat, ``Bani-``Sadr."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from teiconv.authority.ruled import Ruled
from teiconv.names.people.names import words
from teiconv.names.people.person import Person
from teiconv.names.people.resolve import PersonLink
from teiconv.names.people.tokens import Tokens
from teiconv.names.people.vocabulary import PARTICLES, TITLES

_JOINTS = (" ", "-", ". ")


def whole(tokens: Tokens, links: Sequence[Ruled]) -> list[Ruled]:
    """Return ``links`` to whole names: with what else of them stands there, without parts of others."""
    return list(_without_halves(tokens, list(_with_own_words(tokens, _without_tails(tokens, links)))))


def _without_tails(tokens: Tokens, links: Sequence[Ruled]) -> list[Ruled]:
    """Return ``links`` without the mere surnames that end a longer name than the one found: Ada Prest ``Roe``."""
    tails = {
        after.start
        for (before, _), (after, _) in pairwise(links)
        if tokens.text[before.end : after.start] == " "
        and len(words(tokens.text[before.start : before.end])) > 1 == len(words(tokens.text[after.start : after.end]))
    }
    return [linked for linked in links if linked[0].start not in tails]


def _with_own_words(tokens: Tokens, links: Sequence[Ruled]) -> Iterator[Ruled]:
    """Yield ``links`` with the words before each that are of the same name: ``Costa`` Gomes (Francisco da Costa)."""
    end = 0
    for link, persons in links:
        start = _begin(tokens, link.start, persons[0], end) if len(persons) == 1 else link.start
        is_free = start == link.start or not tokens.run.is_taken(start, link.start)
        yield (link._replace(start=start) if is_free else link), persons
        end = link.end


def _begin(tokens: Tokens, start: int, person: Person, since: int) -> int:
    """Return where the words of ``person`` begin, from ``since``, that lead to ``start``.

    Particles may stand between them.
    """
    index = at = bisect_left(tokens.starts, start)
    own = {word for name in person.names for word in words(name.text)} - TITLES
    while index and tokens.gaps[index] in _JOINTS and tokens.words[index - 1] in own | PARTICLES:
        index -= 1
        if tokens.starts[index] < since:
            break
        at = index if tokens.capital(index) and tokens.words[index] in own else at
    return tokens.start(at) if at < len(tokens.words) else start


def _without_halves(tokens: Tokens, links: Sequence[Ruled]) -> Iterator[Ruled]:
    """Yield ``links`` without those to people nobody knows of whose names a hyphen parts another half.

    ``Bani-Sadr`` is not a Mr. Bani; of the ``Roe-Doe`` talks both halves are names.
    """
    edges = {link.start for link, _ in links} | {link.end for link, _ in links}
    for link, persons in links:
        if any(person.listed for person in persons) or not _is_half(tokens, link, edges):
            yield link, persons


def _is_half(tokens: Tokens, link: PersonLink, edges: Set[int]) -> bool:
    """Tell whether a hyphen joins ``link`` to a word with a capital where none of ``edges``, those of links, is."""
    first, stop = bisect_left(tokens.starts, link.start), bisect_left(tokens.starts, link.end)
    if tokens.gap(first) == "-" and tokens.capital(first - 1) and tokens.end(first - 1) not in edges:
        return True
    return tokens.gap(stop) == "-" and tokens.capital(stop) and tokens.start(stop) not in edges
