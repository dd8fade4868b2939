"""Every stretch of the text that may be the call of a note.

A numeral that is the label of a note is a candidate, and so is every *tail* of a numeral: ``December 304``
may be a day 304, which there is not, or December 30 and a call of note 4.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from teiconv.model import OBJECT
from teiconv.notes.scores import (
    HOPELESS,
    MESSAGE,
    MONTH,
    NUMBER_LINE,
    NUMERAL,
    SURE,
    WINDOW,
    YEAR,
    Numerals,
    tail_score,
    whole_score,
)
from teiconv.regex import regex

_MOST_PER_LABEL = 512
_MOST_PER_NOTE = 4
"""How many candidates are kept for a label, the likeliest: a text of numerals must not stop the machine."""
_SLACK = 8
"""How many times as many may pile up before the less likely ones are dropped."""

SYMBOLS = ("*", "**", "***", "†", "‡", "§", "¶")
"""What calls a note where no numeral does."""

LETTERS = tuple("abcdefgh")
"""What calls a note in volumes of about 1900, where the notes of each page begin with ``a``."""

UNCOUNTED = frozenset((*SYMBOLS, *LETTERS))
"""What may call any note: nothing tells which one but its place."""

_MAY_CLOSE = frozenset("]/")
"""What may stand after the numeral of a label such as ``[1]`` or ``1/``."""

_SYMBOL = regex(r"(?<=[^\s*†‡§¶])(?:\*{1,3}|[†‡§¶])(?![\w*†‡§¶])|(?<=[^\s*†‡§¶] )(?:\*{1,3}|[†‡§¶])(?=\s*\Z|\n)")
_LETTER_ALONE = regex(r"[,.;:!?)\]”’][a-h](?!\w|[.’'-])")
_LETTER_IN_TABLE = regex(r"(?<=[a-z]{3}s)[a-d](?=\t+[$£]?[0-9]|\Z)")
"""A letter behind a plural, at the end of a cell or before the figures of its row: ``Winesa``."""
_WORD_BEFORE = regex(r"(?:[^\W\d_]{2}[)\]”’]*|[0-9])\Z")
_LETTER = regex(r"[a-d](?!\w)")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")

_SYMBOL_SCORE = 3.0
_LETTER_IN_TABLE_SCORE = 2.0
_SUPERSCRIPT_SCORE = 4.0
_BRACKETED_SCORE, _WANTED_SO, _UNGLUED = 3.0, 3.0, 4.0
_SLASHED_SCORE = 4.0
_LIST_NUMBER_SCORE = -6.0
_LIST_DIGITS = 2
"""How many digits the number of a list item may have."""
_CALL_IN_YEAR = -6.0
"""The most that speaks for a call in ``Dec. 1948``, a year or the 19th and a call of note 48."""


_LONGEST_LINE, _LONGEST_CELL = 160, 40
_LINE_ENDS = (OBJECT, "\n")
_LINE_END = regex(f"[{OBJECT}\\n]")


class Candidate(NamedTuple):
    """A stretch of ``texts[text]`` that may call the note ``label``, and the log-odds that it does."""

    text: int
    start: int
    end: int
    label: str
    score: float
    rest: str = ""
    """The digits it is the tail of: ``30`` in ``December 304``."""


class _Finder(NamedTuple):
    """What to look for: the labels, the length of the longest, and the numerals that tell of tails; or none of these.

    ``lettered`` is whether a numeral may have a letter (``25a``): a note that was put in after the others;
    ``signs`` and ``letters`` whether some label is a sign, or a letter.
    """

    labels: frozenset[str]
    longest: int
    numerals: Numerals | None
    lettered: bool = False
    signs: bool = False
    letters: bool = False

    def candidates(self, number: int, text: str) -> Iterator[Candidate]:
        """Yield the candidates in the text of this number."""
        for match in NUMERAL.finditer(text):
            start, end = match.span()
            if start > 5 and text.startswith("[Page ", start - 6):
                continue
            if text[start] > "9":
                yield from self._superscript(number, text, start, end)
                continue
            if not start:
                yield from self._before_list_number(number, text, end)
            if text[start:end] in self.labels or text[end : end + 1] in _MAY_CLOSE:
                yield from self._whole(number, text, start, end)
            if self.numerals and end - start > 1:
                yield from self._tails(self.numerals, number, text, start, end)
        if self.signs and _has_symbol(text):
            yield from self._signs(number, text)
        if self.letters:
            yield from self._letters(number, text)

    def _signs(self, number: int, text: str) -> Iterator[Candidate]:
        """Yield the signs that may be calls: ``the Pathans*``."""
        for match in _SYMBOL.finditer(text):
            if match[0] in self.labels:
                yield Candidate(number, *match.span(), match[0], _SYMBOL_SCORE)

    def _letters(self, number: int, text: str) -> Iterator[Candidate]:
        """Yield the letters that may be calls: ``of the minister,a of the 1st``."""
        for match in _LETTER_ALONE.finditer(text):
            start = match.end() - 1
            if text[start] in self.labels and _WORD_BEFORE.search(text[max(0, start - 6) : start - 1]):
                yield Candidate(number, start, start + 1, text[start], _SYMBOL_SCORE)
        if "\t" in text or len(text) < _LONGEST_CELL:
            for match in _LETTER_IN_TABLE.finditer(text):
                yield Candidate(number, *match.span(), match[0], _LETTER_IN_TABLE_SCORE)

    def _whole(self, number: int, text: str, start: int, end: int) -> Iterator[Candidate]:
        label, after = text[start:end], text[end : end + 1]
        if after == "]" and text[start - 1 : start] == "[" and not self.labels.isdisjoint((label, f"[{label}]")):
            glued = start > 1 and not text[start - 2].isspace()
            wanted = f"[{label}]" in self.labels
            score = _BRACKETED_SCORE + (_WANTED_SO if wanted else 0.0) - (0.0 if glued else _UNGLUED)
            yield Candidate(number, start - 1, end + 1, f"[{label}]" if wanted else label, score)
        elif after == "]" and f"[^{label}]" in self.labels and text[max(0, start - 2) : start] == "[^":
            yield Candidate(number, start - 2, end + 1, f"[^{label}]", _SLASHED_SCORE)
        elif after == "/" and f"/{label}/" in self.labels and text[start - 1 : start] == "/":
            if start > 1 and not text[start - 2].isspace():
                yield Candidate(number, start - 1, end + 1, f"/{label}/", _SLASHED_SCORE)
        elif after == "/" and f"{label}/" in self.labels and not text[end + 1 : end + 2].isdigit():
            yield Candidate(number, start, end + 1, f"{label}/", _SLASHED_SCORE)
        elif label in self.labels:
            left, right = text[max(0, start - WINDOW) : start], text[end : end + WINDOW]
            yield Candidate(number, start, end, label, whole_score(left, label, right))
            if self.lettered and _LETTER.match(text, end):
                yield Candidate(number, start, end + 1, text[start : end + 1], whole_score(left, label, right[1:]))

    def _tails(self, numerals: Numerals, number: int, text: str, start: int, end: int) -> Iterator[Candidate]:
        if self.labels.isdisjoint([text[cut:end] for cut in range(max(start + 1, end - self.longest), end)]):
            return
        is_year = end - start == 4 and YEAR.match(text, start) is not None and not _is_message(text, start)
        first = start + 2 if is_year else start + 1
        for cut in range(max(first, end - self.longest), first + 1 if is_year else end):
            label = text[cut:end]
            if label in self.labels and (label != "0" or _may_be_zero(text, start, cut, end)):
                if _is_in_number_line(text, start, end):
                    return
                left, rest = text[max(0, start - WINDOW) : start], text[max(start, cut - WINDOW) : cut]
                most = _tail_of_year(left, rest) if is_year else SURE
                if most > HOPELESS:
                    score = tail_score(left, rest, label, text[end : end + WINDOW], numerals)
                    yield Candidate(number, cut, end, label, min(score, most), rest)

    def _before_list_number(self, number: int, text: str, end: int) -> Iterator[Candidate]:
        """Yield what stands before the number of a list item at the start of a block: ``24.`` may be a call and 4."""
        if text[end : end + 1] in (".", ")") and not YEAR.fullmatch(text, 0, end):
            for cut in range(max(1, end - _LIST_DIGITS), min(self.longest, end - 1) + 1):
                if text[:cut] in self.labels and text[cut] != "0":
                    yield Candidate(number, 0, cut, text[:cut], _LIST_NUMBER_SCORE)

    def _superscript(self, number: int, text: str, start: int, end: int) -> Iterator[Candidate]:
        label = text[start:end].translate(_SUPERSCRIPTS)
        if label in self.labels:
            yield Candidate(number, start, end, label, _SUPERSCRIPT_SCORE)


def _has_symbol(text: str) -> bool:
    return "*" in text or "†" in text or "‡" in text or "§" in text or "¶" in text


def _is_in_number_line(text: str, start: int, end: int) -> bool:
    """Return whether the numeral stands in a line in which none is cut: a date-time group, a file number."""
    least = max(0, start - _LONGEST_LINE)
    first = max(text.rfind(OBJECT, least, start), text.rfind("\n", least, start)) + 1
    if not first and least:
        return False
    match = _LINE_END.search(text, end, first + _LONGEST_LINE + 1)
    last = match.start() if match else len(text)
    return last - first <= _LONGEST_LINE and NUMBER_LINE.match(text, first, last) is not None


def _is_message(text: str, start: int) -> bool:
    """Return whether a message is named by the numeral at ``start``: ``Embtel 1652`` is no year."""
    return MESSAGE.search(text[max(0, start - WINDOW) : start]) is not None


def _may_be_zero(text: str, start: int, cut: int, end: int) -> bool:
    """Return whether the last digit of a numeral may be the call of a note 0: after a year, or a number in a title."""
    return YEAR.fullmatch(text, start, cut) is not None or (
        text[end : end + 1] in ("", *_LINE_ENDS) and _is_message(text, start)
    )


def _tail_of_year(left: str, rest: str) -> float:
    """Return the most that speaks for a call of two digits in what looks like a year; without a month it is none."""
    if not MONTH.search(left):
        return HOPELESS
    return _CALL_IN_YEAR if rest in ("18", "19") else SURE


def find_candidates(
    texts: Sequence[str], labels: Iterable[str], numerals: Numerals | None, first: int = 0, *, lettered: bool = False
) -> dict[str, list[Candidate]]:
    """Return the candidates in ``texts`` for each of ``labels``, in the order of the text.

    Tails of numerals are among them where ``numerals``, those of the document, are given.
    ``first`` is the number of the first text; with ``lettered`` there may be such as ``25a`` among them.
    """
    notes = Counter(labels)
    labels = frozenset(notes)
    signs, letters = not labels.isdisjoint(SYMBOLS), not labels.isdisjoint(LETTERS)
    finder = _Finder(labels, max(map(len, notes), default=0), numerals, lettered, signs, letters)
    found: dict[str, list[Candidate]] = {}
    for number, text in enumerate(texts, first):
        for candidate in finder.candidates(number, text):
            if candidate.score <= HOPELESS:
                continue
            known = found.setdefault(candidate.label, [])
            known.append(candidate)
            if len(known) > _SLACK * _MOST_PER_LABEL and len(known) > _SLACK * _most(notes[candidate.label]):
                known[:] = _likeliest(known, notes[candidate.label])
    return {label: _likeliest(known, notes[label]) for label, known in found.items()}


def _most(notes: int) -> int:
    """Return how many candidates are kept for a label that so many notes have."""
    return max(_MOST_PER_LABEL, notes * _MOST_PER_NOTE)


def _likeliest(candidates: list[Candidate], notes: int) -> list[Candidate]:
    most = _most(notes)
    if len(candidates) <= most:
        return candidates
    best = sorted(candidates, key=lambda candidate: -candidate.score)[:most]
    return sorted(best, key=lambda candidate: candidate[:3])
