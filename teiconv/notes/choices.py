"""For each note, where it may be called and what that gains: the rows of which the best chain is sought."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from teiconv.notes.candidates import UNCOUNTED, Candidate
from teiconv.notes.chain import Option
from teiconv.notes.scores import HOPELESS
from teiconv.notes.search import Search, number_of

LOST = -HOPELESS
"""What it costs, in nats, to leave a note without a call; it happened to none of 8,006 notes in ten volumes."""

LOST_WITH_OTHERS = 2.0
"""What it costs where most of the notes seem to have lost their calls."""

REPEATED, REPEATED_WORD_FOR_WORD = 5.0, 1.0
"""What it costs to take a numeral a second time, and to do so for a note that says what an earlier one said."""

STRONG = 2.0
"""The score from which on a candidate is taken for a call by its context alone."""

_WEAK = -6.0
"""The score up to which a candidate is left aside where the text does not count as the list does."""

_WORK = 100_000
"""How many places are weighed, at most, where the text may not count as the list does."""

_SHIFTED = 40_000
"""How many of them are places of other numerals than a note has."""

_REACH = 256
"""How many candidates are weighed, at most, on either side of where a note is expected among those of its label."""

_LOST = 16
"""How many of many notes of one label may be without a call before one, so that its call is still weighed."""

_Usable = Mapping[int, Sequence[Candidate]]


class Choice(NamedTuple):
    """A candidate for the call of a note, and what choosing it means."""

    candidate: Candidate
    option: Option


def regular_rows(search: Search, lost: float = LOST) -> list[list[Choice]]:
    """Return for each note the places where the text has the label of the list.

    Where several notes have the same label, as with ``*``, the first of them is not sought at the end of the text.
    """
    notes, turns = Counter(search.noted.labels), Counter[str]()
    rows = []
    for row, label in enumerate(search.noted.labels):
        candidates = search.candidates.get(label, [])
        near = candidates[_near(len(candidates), turns[label], notes[label])]
        turns[label] += 1
        rows.append(_regular(search, row, near, lost))
    return rows


def _near(candidates: int, turn: int, notes: int) -> slice:
    """Return which of ``candidates`` may call the note whose turn it is among the ``notes`` of its label.

    If each note has a call, as many stand before it as there are notes before it, and at most the surplus besides.
    """
    middle = candidates * (2 * turn + 1) // (2 * notes)
    surplus = candidates - notes
    first = max(middle - _REACH, turn + min(surplus, 0) - _LOST)
    last = min(middle + _REACH, turn + max(surplus, 0) + _LOST + 1)
    return slice(max(0, first), max(0, last))


def irregular_rows(search: Search) -> Iterator[list[Choice]]:
    """Yield for each note the places where the text may call it by another numeral, or by what is not counted.

    The text may begin with 2, leave a numeral out, use one again, or begin again with 1 in an enclosure, while
    the list counts on.
    """
    usable, uncounted, width = _usable(search)
    others = sorted(usable)
    said: set[str] = set()
    for row, number in enumerate(search.noted.numbers):
        if number is None or not width:
            yield []
            continue
        words = search.words(row)
        again = REPEATED_WORD_FOR_WORD if words and words in said else REPEATED
        said.add(words)
        window = others[bisect_left(others, number - width) : bisect_right(others, number + width)]
        near = {other: usable[other] for other in window if other != number and (other or not row)}
        yield [
            *_shifted(search, row, number, near),
            *_repeated(search, row, number, near, again),
            *(_place(search, row, candidate, LOST - REPEATED, None) for candidate in uncounted),
        ]


def _regular(search: Search, row: int, candidates: Iterable[Candidate], lost: float) -> list[Choice]:
    run = search.noted.runs[row]
    found: list[Choice] = []
    for candidate in candidates:
        place = _place(search, row, candidate, lost)
        if place.option.gain > 0:
            found.append(place)
        if run.calls:
            gain = place.option.gain + run.score + lost * (run.last - row)
            found.append(Choice(candidate, place.option._replace(gain=gain, last=run.last)))
    return found


def _shifted(search: Search, row: int, number: int, near: _Usable) -> Iterator[Choice]:
    for other, candidates in near.items():
        for candidate in candidates:
            yield _place(search, row, candidate, LOST, other - number)


def _repeated(search: Search, row: int, number: int, near: _Usable, cost: float) -> Iterator[Choice]:
    for other, candidates in near.items():
        for candidate in candidates if other < number else ():
            place = _place(search, row, candidate, LOST - cost, None)
            if place.option.gain > 0:
                yield place


def _usable(search: Search) -> tuple[_Usable, list[Candidate], int]:
    """Return the candidates of each numeral, those not counted (``*``, ``25a``), and how far the count may differ."""
    every = [candidate for candidates in search.candidates.values() for candidate in candidates]
    likely = [candidate for candidate in every if candidate.score >= _WEAK]
    if len(likely) * len(search.noted.labels) > _WORK:
        likely = [candidate for candidate in likely if candidate.score >= STRONG]
    uncounted = [candidate for candidate in likely if candidate.label in UNCOUNTED or candidate.label[-1:].isalpha()]
    if len(uncounted) * len(search.noted.labels) > _WORK:
        uncounted = []
    return _by_number(likely), uncounted, _SHIFTED // max(1, len(likely))


def _by_number(candidates: Iterable[Candidate]) -> _Usable:
    found: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        number = number_of(candidate.label)
        if number is not None:
            found.setdefault(number, []).append(candidate)
    return found


def _place(search: Search, row: int, candidate: Candidate, gain: float, shift: int | None = 0) -> Choice:
    start = search.start(candidate)
    end = start + candidate.end - candidate.start
    return Choice(candidate, Option(start, end, gain + search.score(row, candidate), row, shift))
