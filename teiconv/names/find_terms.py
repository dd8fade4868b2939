"""The terms of a list, found in the running text of a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from teiconv.model import Element, Span, element
from teiconv.names.people.vocabulary import TITLES
from teiconv.names.runs import NOTABLE, Run
from teiconv.names.terms import JOINED, ORDINARY, Term, TermList, in_word
from teiconv.regex import regex
from teiconv.remember import remembered

_HOUR = regex(r"\d ?$")
_HALVES = frozenset({"AM", "PM"})
"""Halves of the day behind an hour: ``1:00 PM`` is no Prime Minister."""
_BEFORE_NAME = regex(r"\. (?=[A-Z])")

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


def occurrences(run: Run, stretches: Iterable[tuple[int, int]], terms: TermList) -> Iterator[tuple[int, int, int]]:
    """Yield start, end and number of each term in ``stretches`` of ``run``, in order, outside what is already marked.

    A word may stand in two stretches, the second time as the end of a longer one.
    """
    text, last = run.text, 0
    for match in chain.from_iterable(JOINED.finditer(text, start, stop) for start, stop in stretches):
        if match.start() < last:
            continue
        for start, end, term in in_word(text, match.start(), match[0], terms):
            if not _is_word_or_title(text, start, end) and not run.is_taken(start, end, _NO_TERMS):
                last = end
                yield start, end, term


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


def _stretches(run: Run, terms: TermList) -> Sequence[tuple[int, int]]:
    """Return where terms may be in ``run``, in order."""
    found = terms.cache.sift(run.notable)
    stretches = [match.span() for match in NOTABLE.finditer(run.text) if match[0] in found] if found else []
    return sorted([*stretches, *terms.plain_words(run.text)]) if terms.plain_starts else stretches


def _is_loud(text: str) -> bool:
    """Tell whether ``text`` is written in capitals."""
    letters = [char for char in text[:_SAMPLE] if char.isalpha()]
    return sum(map(str.isupper, letters)) > 0.6 * len(letters)
