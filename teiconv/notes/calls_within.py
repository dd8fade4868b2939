"""Notes that are called from within other notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from teiconv.notes.candidates import Candidate, find_candidates
from teiconv.notes.stretches import SUPERSCRIPT_DIGITS, Text

NESTED = 8.0
"""What it costs, in nats, that a note is called from within another one: none of 8,006 is in ten volumes."""

_STRONG = 4.0
_DEEPEST = 8
"""Notes within notes within notes: no tree may become so deep that those who walk it lose their way."""

_AHEAD = 9


class CallsWithin(NamedTuple):
    """The notes that a note calls: their numbers and where, up to note ``last``, and the score of it all.

    A note called from within this one may call the next in its turn: ``last`` and ``score`` count these in,
    ``calls`` does not.
    """

    last: int
    score: float = 0.0
    calls: tuple[tuple[int, Candidate], ...] = ()
    depth: int = 0


def find_runs(notes: Sequence[Text], labels: Sequence[str], first: int) -> list[CallsWithin]:
    """Return for each note the run of notes, beginning with the one after it, that are called from within it.

    The candidates count the notes as texts from ``first`` on.
    """
    runs = [CallsWithin(row) for row in range(len(labels))]
    are_numerals = "".join(labels).isdecimal()
    for row in range(min(len(notes), len(labels)) - 2, -1, -1):
        following = labels[row + 1 : row + 1 + _AHEAD]
        if are_numerals and not _names_any(notes[row], following):
            continue
        found = find_candidates([notes[row]], following, None, first + row)
        strong = [candidate for candidates in found.values() for candidate in candidates if candidate.score >= _STRONG]
        runs[row] = _run(row, sorted(strong), labels, runs)
    return runs


def _names_any(note: Text, labels: Sequence[str]) -> bool:
    """Return whether one of the numerals in ``note`` is among ``labels``, which are numerals; most name none."""
    for stretch in note.stretches:
        if stretch[0] in labels or stretch[0][0] in SUPERSCRIPT_DIGITS:
            return True
    return False


def _run(row: int, candidates: Sequence[Candidate], labels: Sequence[str], runs: Sequence[CallsWithin]) -> CallsWithin:
    """Take the candidates that call the note which comes next, and with each what that note calls."""
    run, end = CallsWithin(row), 0
    for candidate in candidates:
        called = run.last + 1
        if called == len(labels) or candidate.label != labels[called] or candidate.start < end:
            continue
        inner = runs[called]
        if inner.depth < _DEEPEST:
            score = run.score + candidate.score - NESTED + inner.score
            depth = max(run.depth, inner.depth + 1)
            run, end = CallsWithin(inner.last, score, (*run.calls, (called, candidate)), depth), candidate.end
    return run


def calls_of(row: int, runs: Sequence[CallsWithin]) -> Iterator[tuple[int, Candidate]]:
    """Yield the calls in note ``row``, and in the notes called there, and so on."""
    waiting = [row]
    while waiting:
        for called, candidate in runs[waiting.pop()].calls:
            yield called, candidate
            waiting.append(called)
