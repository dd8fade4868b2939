"""The likeliest chain of calls: one for each note at most, in the order of the notes and of the text.

A weighted longest increasing subsequence.  The rows are the notes in order; the options of a row are the places
where its note may be called, each with what choosing it gains over leaving the note without a call.  For every
shift between the numerals of the list and those of the text a *frontier* keeps, for each place, the best chain
that ends before it, so that each option costs two binary searches: time grows with n log n of the options.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

SHIFTED, SHIFTED_FIRST, BEGUN_AGAIN = 6.0, 5.0, 2.0
"""What it costs to change the shift: to leave out a numeral, to begin with another than 1, to begin again with 1."""

FROM_ZERO = 1.0
"""What it costs that the first note is called by 0, as in volumes of 1958–63: a 0 alone is hardly anything else."""


class Option(NamedTuple):
    """A place, ``start`` to ``end``, where a note may be called, and the ``gain`` of calling it there.

    ``shift`` is by how much the numeral there is higher than the note's label; ``None`` if it does not count on,
    as when a numeral is used a second time: whatever the shift was, it is one less after that.
    ``last`` is the row of the last note that is called from within this one, or the row itself.
    """

    start: int
    end: int
    gain: float
    last: int
    shift: int | None = 0


class ChainLink(NamedTuple):
    """A chosen option of a row, and the chain before it."""

    row: int
    choice: int
    shift: int
    value: float
    before: ChainLink | None


@dataclass(slots=True)
class _Frontier:
    """The best chain up to each place: ends and values rise together, what is beaten is not kept."""

    ends: list[int] = field(default_factory=list)
    links: list[ChainLink] = field(default_factory=list)

    def best(self, place: int) -> ChainLink | None:
        """Return the best chain that ends at or before ``place``."""
        index = bisect_right(self.ends, place)
        return self.links[index - 1] if index else None

    def add(self, end: int, link: ChainLink) -> None:
        """Keep ``link``, which ends at ``end``, unless as good a chain ends no later."""
        ends, links = self.ends, self.links
        start = bisect_right(ends, end)
        if start and links[start - 1].value >= link.value:
            return
        if start and ends[start - 1] == end:
            start -= 1
        stop = start
        while stop < len(ends) and links[stop].value <= link.value:
            stop += 1
        ends[start:stop] = [end]
        links[start:stop] = [link]


@dataclass(slots=True)
class _Chains:
    """The chains found so far, all together and by their shift."""

    all: _Frontier = field(default_factory=_Frontier)
    by_shift: defaultdict[int, _Frontier] = field(default_factory=lambda: defaultdict(_Frontier))

    def extended(self, row: int, choice: int, option: Option) -> ChainLink:
        """Return the best chain that ends with ``option``."""
        best = self.all.best(option.start)
        shift, value = (best.shift, best.value) if best else (0, 0.0)
        if option.shift is None:
            return ChainLink(row, choice, shift - 1, value + option.gain, best)
        if shift != option.shift:
            value -= _change(row, option.shift, best)
            steady = self.by_shift[option.shift].best(option.start)
            if steady and steady.value >= value:
                best, value = steady, steady.value
            elif option.shift == 0 and value < 0:
                best, value = None, 0.0
        return ChainLink(row, choice, option.shift, value + option.gain, best)

    def add(self, end: int, link: ChainLink) -> None:
        self.all.add(end, link)
        self.by_shift[link.shift].add(end, link)


def _change(row: int, shift: int, before: ChainLink | None) -> float:
    """Return what it costs that the shift changes to ``shift`` at ``row``, after the chain ``before``."""
    if row == 0 and shift == -1:
        return FROM_ZERO
    return BEGUN_AGAIN if row + shift == 0 else SHIFTED if before else SHIFTED_FIRST


def best_chain(rows: Sequence[Sequence[Option]]) -> Iterable[tuple[int, int]]:
    """Return the best chain, as the number of a row and of the option chosen there."""
    best = _best_in_order(rows)
    return _best_chain(rows) if best is None else best


def _best_in_order(rows: Sequence[Sequence[Option]]) -> list[tuple[int, int]] | None:
    """Return the best option of each row, if these follow each other as they should: then no chain gains more.

    In most texts they do.  ``None`` where they do not, or where it takes the search to tell.
    """
    chain: list[tuple[int, int]] = []
    end = 0
    for row, options in enumerate(rows):
        if not options:
            continue
        gains = [option.gain for option in options if option.last == row]
        gain = max(gains, default=0.0)
        if len(gains) < len(options) or gain <= 0 or gains.count(gain) > 1:
            return None
        choice = gains.index(gain)
        best = options[choice]
        if best.shift != 0 or best.start < end:
            return None
        chain.append((row, choice))
        end = best.end
    return chain


def _best_chain(rows: Sequence[Sequence[Option]]) -> Iterator[tuple[int, int]]:
    """Yield the best chain from its end to its start."""
    chains = _Chains()
    waiting: defaultdict[int, list[tuple[int, ChainLink]]] = defaultdict(list)
    for row, options in enumerate(rows):
        for choice, option in enumerate(options):
            link = chains.extended(row, choice, option)
            waiting[option.last].append((option.end, link))
        for end, link in waiting.pop(row, ()):
            chains.add(end, link)
    link_or_none = chains.all.links[-1] if chains.all.links else None
    while link_or_none is not None:
        yield link_or_none.row, link_or_none.choice
        link_or_none = link_or_none.before
