"""Words that differ between two texts → decisions about the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from typing import NamedTuple

from teiconv.editing.places import occurrences
from teiconv.model.decision import Decision, Kind

_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
_WORD_BEFORE = re.compile(r"\S+\s*\Z")
_WORD_AFTER = re.compile(r"\s*\S+")
_LONGEST_WORD = 200
_MOST_WORDS_BEFORE = 20
_TELLING = 3
"""Characters that tell a place by themselves; of fewer, the words around are named as well."""


class Change(NamedTuple):
    """Characters ``start`` to ``end`` of a text, and what stands there instead."""

    start: int
    end: int
    new: str


class _Decided(NamedTuple):
    """A change, the decision that makes it, and where the words of that begin."""

    change: Change
    decision: Decision
    reach: int


def changed_words(before: str, after: str) -> list[Decision]:
    """Return the decisions that make ``after`` of ``before``, but for changes of white space alone."""
    raw = list(changes_between(before, after))
    found: list[_Decided] = []
    for start, end in _merged(_widened(change, before) for change in raw):
        decided = _decided(_applied(raw, before, start, end), before)
        while decided and found and decided.reach < found[-1].change.end:  # both name some words: they are one
            decided = _decided(_applied(raw, before, found.pop().change.start, end), before)
        found += [decided] if decided else []
    return [one.decision for one in found]


def changes_between(before: str, after: str) -> Iterator[Change]:
    """Yield the changes that make ``after`` of ``before``: first the lines that differ, and in these the words."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    starts = [0]
    for line in old:
        starts.append(starts[-1] + len(line))
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield from _in_lines("".join(old[a:b]), "".join(new[c:d]), starts[a])


def _in_lines(before: str, after: str, offset: int) -> Iterator[Change]:
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    starts = [offset]
    for token in old:
        starts.append(starts[-1] + len(token))
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield Change(starts[a], starts[b], "".join(new[c:d]))


def _widened(change: Change, text: str) -> tuple[int, int]:
    """Return the stretch of whole words that ``change`` is about; what is put in stands between the words around."""
    start, end, new = change
    is_vague = len(text[start:end].strip()) < _TELLING or not new.strip()
    if is_vague or text[start].isspace():
        start -= len(match[0]) if (match := _WORD_BEFORE.search(text[max(0, start - _LONGEST_WORD) : start])) else 0
    if is_vague or text[end - 1].isspace():
        end = match.end() if (match := _WORD_AFTER.match(text, end)) else end
    while start and text[start - 1].isalnum() and text[start].isalnum():  # a word that is longer than was looked at
        start -= 1
    return start, end


def _merged(stretches: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the stretches, those made one that overlap."""
    last: tuple[int, int] | None = None
    for start, end in stretches:
        if last is not None and start < last[1]:
            last = (last[0], max(last[1], end))
            continue
        if last is not None:
            yield last
        last = (start, end)
    if last is not None:
        yield last


def _applied(changes: Iterable[Change], text: str, start: int, end: int) -> Change:
    """Return all of ``changes`` that lie in a stretch of ``text`` as one."""
    pieces, last = [], start
    for change in changes:
        if start <= change.start and change.end <= end:
            pieces += [text[last : change.start], change.new]
            last = change.end
    return Change(start, end, "".join([*pieces, text[last:end]]))


def _decided(change: Change, text: str) -> _Decided | None:
    """Return the decision that makes ``change``; ``None`` if words cannot name its place."""
    start, end, new = change
    while start < end and text[start].isspace() and new[:1] == text[start]:
        start, new = start + 1, new[1:]
    while start < end and text[end - 1].isspace() and new[-1:] == text[end - 1]:
        end, new = end - 1, new[:-1]
    for _ in range(_MOST_WORDS_BEFORE):
        decision = placed(Decision(Kind.TEXT, values=(("to", new),)), text, start, end)
        before = _WORD_BEFORE.search(text[max(0, start - _LONGEST_WORD) : start])
        if decision is not None:
            return _Decided(change, decision, start)
        if before is None:
            return None
        start, new = start - len(before[0]), before[0] + new  # of words that repeat, more are named
    return None


def placed(decision: Decision, text: str, start: int, end: int) -> Decision | None:
    """Return ``decision`` about characters ``start`` to ``end`` of ``text``; ``None`` if words cannot name them."""
    words = " ".join(text[start:end].split())
    places = occurrences(words, text) if words else []
    if (start, end) not in places:
        return None
    return replace(decision, words=words, nth=places.index((start, end)) + 1 if len(places) > 1 else None)


def numbered(decision: Decision | None) -> Decision | None:
    """Return ``decision`` with the number of its place, as the review writes it: one replaces the other."""
    return decision and replace(decision, nth=decision.nth or 1)
