"""Where the notes of a document are called.

The whole sequence is solved at once: every stretch that may be a call has odds from its context
(:mod:`~teiconv.notes.candidates`), and of all ways to give each note one call at most, in the order of the
text, the likeliest is taken (:mod:`~teiconv.notes.chain`).  ``docs/notes.md`` has the reasons and the figures.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from sys import maxsize
from typing import NamedTuple

from teiconv.notes.calls_within import calls_of
from teiconv.notes.candidates import Candidate
from teiconv.notes.chain import best_chain
from teiconv.notes.choices import LOST, LOST_WITH_OTHERS, STRONG, Choice, irregular_rows, regular_rows
from teiconv.notes.search import NotedText, Search

_RIVAL = 3.0
"""A candidate that scores no more than this below the chosen one makes it uncertain."""


class Call(NamedTuple):
    """The call of a note: ``texts[text][start:end]``, or ``notes[text - len(texts)][start:end]``.

    ``certain`` is whether its context leaves no doubt.  What stands there is as a rule the note's label; where
    the text counts otherwise than the list (a numeral used twice or left out, a ``*``) it is what the text has.
    """

    text: int
    start: int
    end: int
    certain: bool = True


def find_calls(
    texts: Sequence[str], labels: Sequence[str], notes: Sequence[str] = (), *, continued: bool = True
) -> tuple[Call | None, ...]:
    """Return the call of each note, or ``None`` for a note that nothing calls.

    ``texts`` are the blocks of the document in order, ``labels`` the labels of its notes, ``notes`` what the
    notes say (or nothing); a note may be called from within one before it.  ``continued``: the numerals of the text may
    go on from documents before it, while the list counts from 1.  The calls are disjoint, and whoever
    reads the texts, and each note where it is called, meets the notes in the order of ``labels``.
    """
    search, chosen = _likeliest(Search(NotedText(texts, labels, notes)), continued=continued)
    certain = _certain(search, chosen)
    return tuple(
        Call(candidate.text, candidate.start, candidate.end, row in certain) if candidate else None
        for row, candidate in enumerate(chosen)
    )


def are_called(texts: Sequence[str], labels: Sequence[str], notes: Sequence[str] = (), strict: bool = True) -> bool:
    """Return whether ``texts`` call the notes with these labels: what looks like a list of notes is one.

    If ``strict``, two in three must be called beyond doubt and by their labels, and the text must not call one more
    note than there are, by its numeral; else it is enough that one is, or that all of up to three are called, with
    doubts.
    """
    if strict:
        calls = find_calls(texts, labels, notes, continued=False)
        words = [*texts, *notes]
        said = ((label, call) for label, call in zip(labels, calls, strict=True) if call and call.certain)
        certain = sum(words[call.text][call.start : call.end] == label for label, call in said)
        return 3 * certain >= 2 * len(labels) > 0 and not _calls_one_more(texts, labels, notes)
    calls = find_calls(texts, labels, notes)
    return any(call and call.certain for call in calls) or (0 < len(calls) <= 3 and None not in calls)


def _calls_one_more(texts: Sequence[str], labels: Sequence[str], notes: Sequence[str]) -> bool:
    """Whether something calls the note after the last, by its numeral: in the text beyond doubt, or in a note."""
    label = _next(labels[-1])
    *_, call = find_calls(texts, [*labels, label], notes, continued=False)
    if call is None or call.text >= len(texts):
        return call is not None
    return call.certain and texts[call.text][call.start : call.end] == label


def _next(label: str) -> str:
    """Return the label after ``label``: ``3`` after ``2``, ``(3)`` after ``(2)``, ``***`` after ``**``."""
    digits = label.strip("[]()/")
    return label.replace(digits, str(int(digits) + 1)) if digits.isdecimal() else label + label[:1]


def _likeliest(search: Search, *, continued: bool) -> tuple[Search, list[Candidate | None]]:
    """Return the likeliest candidate for each note, and the search that found it.

    What is out of the ordinary is weighed only where need be.
    """
    regular = regular_rows(search)
    chosen = _solve(search, regular)
    if _is_doubtful(search, chosen):
        chosen = _solve(search, _with_irregular(search, regular))
        if continued:
            wider = replace(search, continued=True)
            going_on = _solve(wider, _with_irregular(wider, regular_rows(wider)))
            if _weight(wider, going_on) > _weight(search, chosen):
                return wider, going_on
    if _has_lost_its_calls(search, chosen):
        chosen = _solve(search, regular_rows(search, LOST_WITH_OTHERS))
    return search, chosen


def _with_irregular(search: Search, regular: Sequence[Sequence[Choice]]) -> list[list[Choice]]:
    """Return ``regular`` with the places where the text counts otherwise than the list."""
    return [[*row, *more] for row, more in zip(regular, irregular_rows(search), strict=True)]


def _solve(search: Search, rows: Sequence[Sequence[Choice]]) -> list[Candidate | None]:
    """Return the candidate of each note in the best chain through ``rows``."""
    chosen: list[Candidate | None] = [None] * len(rows)
    for row, choice in best_chain([[place.option for place in places] for places in rows]):
        place = rows[row][choice]
        chosen[row] = place.candidate
        if place.option.last > row:
            for called, candidate in calls_of(row, search.noted.runs):
                chosen[called] = candidate
    return chosen


def _is_doubtful(search: Search, chosen: Sequence[Candidate | None]) -> bool:
    """Return whether a note is not called, or hardly so, or something that must be a call is left over."""
    for row, candidate in enumerate(chosen):
        if candidate is None or search.score(row, candidate) < 0:
            return True
    taken = {(candidate.text, candidate.end) for candidate in chosen if candidate}
    for candidates in search.candidates.values():
        for candidate in candidates:
            if candidate.score >= STRONG and (candidate.text, candidate.end) not in taken:
                return True
    return False


def _has_lost_its_calls(search: Search, chosen: Sequence[Candidate | None]) -> bool:
    """Return whether most notes of several have no call, or hardly one: then weak candidates say nothing."""
    good = sum(candidate is not None and search.score(row, candidate) >= 0 for row, candidate in enumerate(chosen))
    return len(chosen) > 4 and 5 * good < len(chosen)


def _weight(search: Search, chosen: Sequence[Candidate | None]) -> float:
    """Return how likely the candidates are, all together, in nats."""
    return sum(search.score(row, candidate) if candidate else -LOST for row, candidate in enumerate(chosen))


def _certain(search: Search, chosen: Sequence[Candidate | None]) -> frozenset[int]:
    """Return the notes whose call is beyond doubt: its score is high, and no rival stands where it might."""
    outer = [
        (row, candidate)
        for row, candidate in enumerate(chosen)
        if candidate and candidate.text < len(search.noted.texts)
    ]
    starts = [-1, *(search.start(candidate) for _, candidate in outer), maxsize]
    return frozenset(
        row
        for index, (row, candidate) in enumerate(outer)
        if search.score(row, candidate) >= STRONG
        and not _has_rival(search, row, candidate, starts[index], starts[index + 2])
    )


def _has_rival(search: Search, row: int, chosen: Candidate, after: int, before: int) -> bool:
    """Return whether another candidate for the same label between two places is about as good."""
    candidates = search.candidates[chosen.label]
    first = bisect_right(candidates, after, key=search.start)
    last = bisect_left(candidates, before, key=search.start)
    least = search.score(row, chosen) - _RIVAL
    return any(other is not chosen and search.score(row, other) >= least for other in candidates[first:last])
