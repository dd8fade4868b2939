"""The terms of a list, found in the running text of a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from teiconv.model import Element, Span, element
from teiconv.names.people.vocabulary import TITLES
from teiconv.names.runs import NOTABLE, Run
from teiconv.names.term import Term
from teiconv.names.terms import JOINED, JOINS, ORDINARY, PlainTerm, TermList, in_word
from teiconv.regex import regex
from teiconv.remember import remembered

_HOUR = regex(r"\d ?$")
_HALVES = frozenset({"AM", "PM"})
"""Halves of the day behind an hour: ``1:00 PM`` is no Prime Minister."""
_BEFORE_NAME = regex(r"\. (?=[A-Z])")

_SMALL = regex(r"[a-z]+")

_NO_TERMS = frozenset({"persName", "gloss", "date"})
"""Elements in which no term is marked."""

_SAMPLE = 300
"""How many characters tell whether a run is written in capitals."""


def find_terms(texts: Iterable[Run], terms: TermList) -> tuple[Mapping[int, Sequence[Span]], tuple[Term, ...]]:
    """Return a ``gloss`` for each of ``terms`` in a run, by the number of the run, and the terms that occur.

    These come in the order of the list.
    """
    used: set[int] = set()
    spans: dict[int, Sequence[Span]] = {}
    for number, run in enumerate(texts):
        stretches = _stretches(run, terms)
        found = list(occurrences(run, stretches, terms)) if stretches else ()
        if found:
            used.update(term for _, _, term in found)
            spans[number] = [Span(start, end, _gloss(terms.terms[term].id)) for start, end, term in found]
    return spans, tuple(terms.terms[number] for number in sorted(used))


@remembered(1024)
def _gloss(term: str) -> Element:
    return element("gloss", target=f"#{term}")


class Stretch(NamedTuple):
    """Where a term may be: ``term`` is the one that is there, if no sign joins it to what stands before it."""

    start: int
    stop: int
    term: PlainTerm | None = None


def occurrences(run: Run, stretches: Iterable[Stretch], terms: TermList) -> Iterator[tuple[int, int, int]]:
    """Yield start, end and number of each term in ``stretches`` of ``run``, in order, outside what is already marked.

    A word may stand in two stretches, the second time as the end of a longer one.
    """
    text, last = run.text, 0
    for begin, found in _in_stretches(text, stretches, terms):
        if begin < last:
            continue
        for start, end, term in found:
            if not _is_word_or_title(text, start, end) and not run.is_taken(start, end, _NO_TERMS):
                last = end
                yield start, end, term


def _in_stretches(
    text: str, stretches: Iterable[Stretch], terms: TermList
) -> Iterator[tuple[int, Iterable[tuple[int, int, int]]]]:
    """Yield where each word of ``stretches`` begins, and the terms in it."""
    for start, stop, term in stretches:
        if term is not None and not (start and _joins(text[start - 1])):
            yield start, ((start, start + term.length, term.number),)
            continue
        for word in JOINED.finditer(text, start, stop):
            yield word.start(), in_word(text, word.start(), word[0], terms)


def _joins(before: str) -> bool:
    """Tell whether a word may be one with what ends with the character ``before``."""
    return before in JOINS or before.isalnum()


def _is_word_or_title(text: str, start: int, end: int) -> bool:
    """Tell whether it is a word of a text in capitals, part of a time, or the title of a name.

    ``Gen. Roe`` is one, ``VC. Roe`` is none.
    """
    written = text[start:end]
    word = written.lower()
    if written in _HALVES and _HOUR.search(text[max(0, start - 2) : start]):
        return True
    if word in ORDINARY and _is_loud(text):
        return True
    return word in TITLES and not written.isupper() and bool(_BEFORE_NAME.match(text, end))


def _stretches(run: Run, terms: TermList) -> Sequence[Stretch]:
    """Return where terms may be in ``run``, in order."""
    held = terms.cache.sift(run.notable)
    found = NOTABLE.finditer(run.text) if held else ()
    stretches = [
        Stretch(*match.span(), term if isinstance(term, PlainTerm) else None)
        for match in found
        if (term := held.get(match[0]))
    ]
    if not terms.plain_starts:
        return stretches
    return sorted([*stretches, *(Stretch(*span) for span in terms.plain_words(run.text))])


@remembered(1)  # asked for one term of a run after the other
def _is_loud(text: str) -> bool:
    """Tell whether ``text`` is written in capitals."""
    sample = text[:_SAMPLE]
    if 2 * sum(map(len, _SMALL.findall(sample))) > len(sample):
        return False  # as most are
    letters = [char for char in sample if char.isalpha()]
    return sum(map(str.isupper, letters)) > 0.6 * len(letters)
