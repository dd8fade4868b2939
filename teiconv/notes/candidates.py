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
    NUMBER_LINE,
    SURE,
    WINDOW,
    YEAR,
    month_before,
    whole_score,
)
from teiconv.notes.stretches import DIGITS, SUPERSCRIPT_DIGITS, Numerals, Text
from teiconv.notes.tails import tail_score
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

_MAY_CLOSE = frozenset("])/")
"""What may stand after the numeral of a label such as ``[1]`` or ``1/``."""
_BEFORE_PARENTHESIS = frozenset('.,;:”’"')
"""What may stand before ``(1)``, as a letter may; behind a blank it numbers what follows, behind a figure a section."""

_OF_PAPER = regex(r"[A-Z](?:[–-]|\([0-9]{2}\))$")
"""What stands before the number of a paper: ``RSE–1751``, ``C–M(58)1704``."""
_MAY_NUMBER_ITEM = frozenset(".)")
"""What may stand after the number of an item of a list."""

_SYMBOL = regex(r"(?<=[^\s*†‡§¶])(?:\*{1,3}|[†‡§¶])(?![\w*†‡§¶])|(?<=[^\s*†‡§¶] )(?:\*{1,3}|[†‡§¶])(?=\s*\Z|\n)")
_LETTER_IN_TABLE = regex(r"(?<=[a-z]{3}s)[a-d](?=\t+[$£]?[0-9]|\Z)")
"""A letter behind a plural, at the end of a cell or before the figures of its row: ``Winesa``."""
_IN_TABLE = frozenset("abcd")
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

    def candidates(self, number: int, looked_at: Text) -> list[Candidate]:
        """Return the candidates in the text of this number."""
        text = looked_at.words
        found: list[Candidate] = []
        letters: list[int] = []
        has_sign = False
        for stretch in looked_at.stretches:
            start, end = stretch.span()
            first = text[start]
            if first in DIGITS:
                found += self._numeral(number, text, start, end)
            elif first in SUPERSCRIPT_DIGITS:
                found += self._superscript(number, text, start, end)
            elif end - start > 1:
                letters.append(end - 1)
            else:
                has_sign = True
        if has_sign and self.signs:
            found += self._signs(number, text)
        if letters and self.letters:
            found += self._letters(number, text, letters)
        if self.letters and ("\t" in text or (text[-1:] in _IN_TABLE and len(text) < _LONGEST_CELL)):
            found += self._letters_in_table(number, text)
        return found

    def _numeral(self, number: int, text: str, start: int, end: int) -> Sequence[Candidate]:
        if _is_of_page(text, start):
            return ()
        found: list[Candidate] = []
        after = text[end : end + 1]
        if number and not start and after in _MAY_NUMBER_ITEM:
            found += self._before_list_number(number, text, end)
        if after in _MAY_CLOSE:
            found += self._enclosed(number, text, start, end)
        elif text[start:end] in self.labels:
            found += self._whole(number, text, start, end)
        if self.numerals and end - start > 1:
            found += self._tails(self.numerals, number, text, start, end)
        return found

    def _signs(self, number: int, text: str) -> Iterator[Candidate]:
        """Yield the signs that may be calls: ``the Pathans*``."""
        for match in _SYMBOL.finditer(text):
            if match[0] in self.labels:
                yield Candidate(number, *match.span(), match[0], _SYMBOL_SCORE)

    def _letters(self, number: int, text: str, places: Iterable[int]) -> Iterator[Candidate]:
        """Yield the letters that may be calls: those at ``places`` behind a stop (``of the minister,a of the 1st``)."""
        for start in places:
            if text[start] in self.labels and _WORD_BEFORE.search(text[max(0, start - 6) : start - 1]):
                yield Candidate(number, start, start + 1, text[start], _SYMBOL_SCORE)

    def _letters_in_table(self, number: int, text: str) -> Iterator[Candidate]:
        for match in _LETTER_IN_TABLE.finditer(text):
            yield Candidate(number, *match.span(), match[0], _LETTER_IN_TABLE_SCORE)

    def _enclosed(self, number: int, text: str, start: int, end: int) -> Sequence[Candidate]:
        """Return what a numeral before a bracket or a slash may be: ``[1]``, ``[^1]``, ``(1)``, ``/1/``, ``1/``."""
        label, after = text[start:end], text[end]
        if after == "]" and text[start - 1 : start] == "[" and not self.labels.isdisjoint((label, f"[{label}]")):
            glued = start > 1 and not text[start - 2].isspace()
            wanted = f"[{label}]" in self.labels
            score = _BRACKETED_SCORE + (_WANTED_SO if wanted else 0.0) - (0.0 if glued else _UNGLUED)
            return (Candidate(number, start - 1, end + 1, f"[{label}]" if wanted else label, score),)
        if after == "]" and f"[^{label}]" in self.labels and text[max(0, start - 2) : start] == "[^":
            return (Candidate(number, start - 2, end + 1, f"[^{label}]", _SLASHED_SCORE),)
        if after == ")" and f"({label})" in self.labels and text[start - 1 : start] == "(":
            is_glued = start > 1 and (text[start - 2].isalpha() or text[start - 2] in _BEFORE_PARENTHESIS)
            return (Candidate(number, start - 1, end + 1, f"({label})", _SLASHED_SCORE),) if is_glued else ()
        if after == "/" and f"/{label}/" in self.labels and text[start - 1 : start] == "/":
            is_glued = start > 1 and not text[start - 2].isspace()
            return (Candidate(number, start - 1, end + 1, f"/{label}/", _SLASHED_SCORE),) if is_glued else ()
        if after == "/" and f"{label}/" in self.labels and not text[end + 1 : end + 2].isdigit():
            return (Candidate(number, start, end + 1, f"{label}/", _SLASHED_SCORE),)
        return self._whole(number, text, start, end) if label in self.labels else ()

    def _whole(self, number: int, text: str, start: int, end: int) -> Sequence[Candidate]:
        label, left, right = text[start:end], text[max(0, start - WINDOW) : start], text[end : end + WINDOW]
        whole = Candidate(number, start, end, label, whole_score(left, label, right))
        if not (self.lettered and _LETTER.match(text, end)):
            return (whole,)
        return whole, Candidate(number, start, end + 1, text[start : end + 1], whole_score(left, label, right[1:]))

    def _tails(self, numerals: Numerals, number: int, text: str, start: int, end: int) -> Sequence[Candidate]:
        cuts = [cut for cut in range(max(start + 1, end - self.longest), end) if text[cut:end] in self.labels]
        if not cuts:
            return ()
        is_year = end - start == 4 and YEAR.match(text, start) is not None and not _is_message(text, start)
        if is_year:
            cuts = [start + 2] if start + 2 in cuts else []
        if text[end - 1] == "0":
            cuts = [cut for cut in cuts if end - cut > 1 or _may_be_zero(text, start, cut, end)]
        if not cuts or _is_in_number_line(text, start, end):
            return ()
        left, right = text[max(0, start - WINDOW) : start], text[end : end + WINDOW]
        found: list[Candidate] = []
        for cut in cuts:
            label, rest = text[cut:end], text[max(start, cut - WINDOW) : cut]
            most = _tail_of_year(left, rest) if is_year else SURE
            if most > HOPELESS:
                score = tail_score(left, rest, label, right, numerals)
                found.append(Candidate(number, cut, end, label, min(score, most), rest))
        return found

    def _before_list_number(self, number: int, text: str, end: int) -> Iterator[Candidate]:
        """Yield what stands before the number of a list item at the start of a block: ``24.`` may be a call and 4."""
        if not YEAR.fullmatch(text, 0, end):
            for cut in range(max(1, end - _LIST_DIGITS), min(self.longest, end - 1) + 1):
                if text[:cut] in self.labels and text[cut] != "0":
                    yield Candidate(number, 0, cut, text[:cut], _LIST_NUMBER_SCORE)

    def _superscript(self, number: int, text: str, start: int, end: int) -> Sequence[Candidate]:
        label = text[start:end].translate(_SUPERSCRIPTS)
        if label not in self.labels or _is_of_page(text, start):
            return ()
        return (Candidate(number, start, end, label, _SUPERSCRIPT_SCORE),)


def _is_of_page(text: str, start: int) -> bool:
    """Return whether the numeral at ``start`` is that of a page break: ``[Page 12]``."""
    return start > 5 and text.startswith("[Page ", start - 6)


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
    """Return whether the numeral at ``start`` is that of a message or paper: ``Embtel 1652`` is no year."""
    before = text[max(0, start - WINDOW) : start]
    return MESSAGE.search(before) is not None or _OF_PAPER.search(before) is not None


def _may_be_zero(text: str, start: int, cut: int, end: int) -> bool:
    """Return whether the last digit of a numeral may be the call of a note 0: after a year, or a number in a title."""
    return YEAR.fullmatch(text, start, cut) is not None or (
        text[end : end + 1] in ("", *_LINE_ENDS) and _is_message(text, start)
    )


def _tail_of_year(left: str, rest: str) -> float:
    """Return the most that speaks for a call of two digits in what looks like a year; without a month it is none."""
    if not month_before(left):
        return HOPELESS
    return _CALL_IN_YEAR if rest in ("18", "19") else SURE


def find_candidates(
    texts: Sequence[Text], labels: Iterable[str], numerals: Numerals | None, first: int = 0, *, lettered: bool = False
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
