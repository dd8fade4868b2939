"""A list of terms, and the terms in a word: all the forms in which a text may have an entry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from teiconv.names.people.person import Spoilt, WrongId
from teiconv.names.people.vocabulary import ABBREVIATIONS, COMMON, TITLES
from teiconv.names.term import Term, identified, initials
from teiconv.names.token_cache import TokenCache
from teiconv.regex import regex

_WORD = r"[^\W_]+(?:[’'](?![sS]\b)[^\W_]+)*"
_PIECE = regex(_WORD)
JOINED = regex(rf"(?<![^\W_])(?<![^\W_][’']){_WORD}(?:[/&–.-]{_WORD})*\.?(?:\([A-Z]+\))?")
"""A word with what is joined to it by a stroke, a dash or a point: ``EUR/SOV``, ``U-2``, ``US–PRC``."""

_GOES_ON = regex(r"[^\W_][/&–.-]\Z")
"""What stands before a word that is joined to another one."""

_STOPS = ".,;:"
"""What most often stands behind a word."""

_SHORTEST_PLURAL = 4
"""How many letters a word has at least of which the last is that of a plural."""

_SHORTEST_SERIES = 3
"""How many letters of a term with a number are those of a series of papers (``NSC-68``), not of a type (``U-2``)."""

_PLAIN = regex(r"[a-z]+|[0-9]+")
"""What begins a plain word, one that is not notable."""

ORDINARY = (COMMON | TITLES) - ABBREVIATIONS

_DOTTED = regex(r"(?:[^\W\d_]\.){2}")
_LETTER_BEFORE = regex(r"(?:^|\b[a-z]+[,;]?|\bThe|[(/;:,.?”“\"—]) ?$")
_LETTER_AFTER = regex(r"[’']s| (?=[a-z(])|[,;—]|/(?=[A-Z])")
"""Where a single letter is the abbreviation of an office: ``approved by S on May 3``, not an initial or ``I``."""

_LETTERED = regex(
    r"(?i)\b(?:alternative|annex|appendix|article|case|category|class|course|group|item|option|paragraph|part|phase|plan"
    r"|point|proposal|recommendation|schedule|section|tab|title|zone)(?:s|es)?"
    r"(?: [A-Z](?:,? (?:and|or|to|through))?,?)* $"
)
"""What makes a single letter a number: ``Option B``, ``Tabs C and D``."""


class PlainTerm(NamedTuple):
    """The term that a stretch of one plain word begins with: how many characters it has, and its number.

    No words around it make it another one; only what is joined to it (:data:`JOINS`) may.
    """

    length: int
    number: int


JOINS = frozenset("’'/&–.-")
"""What joins a word to the one before it."""


class TermList:
    """Terms in their order, and the index by which they are found; made once, used for many texts.

    ``remarks`` tell which ids and cells of the lists cannot be used.
    """

    def __init__(self, terms: Iterable[Term] = (), remarks: Iterable[WrongId | Spoilt] = ()) -> None:
        self.terms = identified(terms)
        self.remarks = tuple(remarks)
        self.forms: dict[str, int] = {}
        """Each form of a term as written, and the number of the term."""
        self.small: dict[str, int] = {}
        """The same in small letters, for forms that are no ordinary words then."""
        self.longer: dict[str, int] = {}
        """The words that begin a form of several words, and how many words the longest such form has."""
        for number, term in enumerate(self.terms):
            for form in forms_of(term.name):
                self._add(form, number)
        for number, term in enumerate(self.terms):
            for form in initials(term):
                self.forms.setdefault(form, number)
        self.most_pieces = max((len(_PIECE.findall(form)) for form in self.forms), default=0)
        """How many pieces a form has at most; no more are looked at in a word that has any number of them."""
        self.plain_starts = sorted({start[0] for form in self.forms if (start := _PLAIN.match(form))})
        """The beginnings of forms that are plain words, in small letters or digits: these are sought one by one."""
        self._begins = _beginnings(self.forms)
        self.cache = TokenCache(self._held_in)
        """Tells which notable stretches of a run may hold a term."""

    def __len__(self) -> int:
        return len(self.terms)

    def _add(self, form: str, number: int) -> None:
        self.forms.setdefault(form, number)
        small = form.lower()
        if len(form) > 2 and small not in ORDINARY:
            self.small.setdefault(small, number)
        if numbered := _NUMBERED.fullmatch(form):
            is_type = "-" in form and len(numbered[1]) < _SHORTEST_SERIES
            for joint in ("", "-") if is_type else ("", "-", " "):
                form = f"{numbered[1]}{joint}{numbered[2]}"
                self.forms.setdefault(form, number)
        words = form.split(" ")
        if len(words) > 1:
            self.longer[words[0]] = max(len(words), self.longer.get(words[0], 0))

    def find(self, form: str) -> int | None:
        """Return the number of the term that has ``form``, as written or, failing that, in other letters."""
        found = self.forms.get(form)
        if found is None and form[:1].isupper() and (len(form) > 3 or form[-1].isupper()):
            return self.small.get(form.lower())
        return found

    def _held_in(self, stretch: str) -> PlainTerm | bool:
        """Return the term of a plain word; of other stretches, whether one is in it, or may be by what is around it."""
        bare = stretch.rstrip(_STOPS)
        if bare.isalnum():
            is_pointed = stretch.startswith(".", len(bare))
            return self._of_plain(bare, is_pointed=is_pointed) if bare.lower() in self._begins else False
        pieces = _PIECE.findall(stretch.replace("’", "'"))
        if self._begins.isdisjoint([piece.lower() for piece in pieces]):
            return False
        if any(len(piece) == 1 and piece in self.forms for piece in pieces):
            return True
        return any(
            normal(word[0]) in self.longer or any(in_word(stretch, word.start(), word[0], self))
            for word in JOINED.finditer(stretch)
        )

    def _of_plain(self, word: str, *, is_pointed: bool) -> PlainTerm | bool:
        """Return the term that ``word`` is, which has no sign in it; one letter may be none, and more words follow."""
        pointed = f"{word}."
        if len(word) == 1 or word in self.longer or pointed in self.longer:
            return True
        for written in (pointed, word) if is_pointed else (word,):
            if (number := self.find(written)) is not None:
                return PlainTerm(len(written), number)
        number = self.find(word[:-1]) if word.endswith("s") and len(word) >= _SHORTEST_PLURAL else None
        return False if number is None else PlainTerm(len(word) - 1, number)

    def plain_words(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where the plain words of ``text`` stand that begin as a form does."""
        for start in self.plain_starts:
            end, place = 0, text.find(start)
            while place >= 0:
                begins = place >= end and not (place and text[place - 1].isalnum())
                plain = _PLAIN.match(text, place) if begins else None
                if plain and plain[0] in (start, f"{start}s") and (word := JOINED.match(text, place)):
                    yield word.span()
                    end = word.end()
                place = text.find(start, place + len(start))


def _beginnings(forms: Iterable[str]) -> frozenset[str]:
    """Return the pieces that begin a form, in small letters, and each as if it were a plural."""
    first = {piece[0].lower() for form in forms if (piece := _PIECE.search(form))}
    return frozenset(first | {f"{piece}s" for piece in first})


def forms_of(name: str) -> Iterator[str]:
    """Yield the forms that a heading gives: ``UFCO (UNFC, UNIFRUIT)``, ``DRV or DRVN``, ``ChiCom(s)``."""
    for part in _FORMS.split(_PLURAL.sub("", name)):
        form = normal(part.strip("()"))
        if form:
            yield form


_NUMBERED = regex(r"([A-Z]+)[ -]?(\d+)")
_PLURAL = regex(r"\(e?s\)")
_FORMS = regex(r"[,;]|\bor\b|\balso\b|\band\b|\s\(|\)\s")


def normal(text: str) -> str:
    """Return ``text`` in the form in which terms are compared: one kind of dash and apostrophe, single blanks."""
    if text.isalnum():
        return text
    return " ".join(text.replace("–", "-").replace("’", "'").split())


def in_word(text: str, start: int, written: str, terms: TermList) -> Iterator[tuple[int, int, int]]:
    """Yield the terms in the word ``written``: the whole of it and the words after it, or else its pieces.

    What goes on a word in small letters (``pro-U.S.``) is a piece.
    """
    goes_on = _GOES_ON.search(text, max(0, start - 2), start) is not None
    if not goes_on and (whole := _at(text, start, written, terms)):
        yield whole
    elif goes_on or not _DOTTED.match(written):
        end, stop = start, start + len(written)
        for piece in _PIECE.finditer(text, start, stop):
            found = _from_piece(text, piece, stop, terms) if piece.start() >= end else None
            if found:
                end = found[1]
                yield found


def _at(text: str, start: int, written: str, terms: TermList) -> tuple[int, int, int] | None:
    """Return the term that begins with the word ``written`` and takes in the whole of it."""
    return (
        _several(text, start, written, terms) or _whole(text, start, written, terms) or _numbered(start, written, terms)
    )


def _several(text: str, start: int, word: str, terms: TermList) -> tuple[int, int, int] | None:
    """Return the longest term of several words that begins with ``word``."""
    for count in range(terms.longer.get(normal(word), 1), 1, -1):
        several = _SEVERAL[min(count, len(_SEVERAL) - 1)].match(text, start)
        if several:
            written = several[0].rstrip(",;:.)")
            found = terms.forms.get(normal(written))
            if found is not None:
                return start, start + len(written), found
    return None


_SEVERAL = [regex(rf"\S+(?: \S+){{{count - 1}}}") for count in range(1, 8)]
_SEVERAL.insert(0, _SEVERAL[0])


def _whole(text: str, start: int, word: str, terms: TermList) -> tuple[int, int, int] | None:
    """Return the term that ``word`` is, with the point at its end or without."""
    for written in dict.fromkeys((word, word.rstrip("."))):
        found = terms.find(normal(written))
        if found is not None and (len(written) > 1 or _is_office(text, start, word)):
            return start, start + len(written), found
    return None


def _numbered(start: int, word: str, terms: TermList) -> tuple[int, int, int] | None:
    """Return the term ``S/`` that stands before the number of a document: ``S/726``."""
    stroke = word.find("/") + 1
    found = terms.forms.get(word[:stroke]) if stroke and word[stroke:].rstrip(".").isdigit() else None
    return None if found is None else (start, start + stroke, found)


def _is_office(text: str, start: int, word: str) -> bool:
    """Tell whether a single letter is an office; ``I`` never is, and ``A`` before a word is the article."""
    if (
        word == "I"
        or (word == "A" and text.startswith(" ", start + 1))
        or not (_LETTER_AFTER.match(text, start + 1) and _LETTER_BEFORE.search(text[max(0, start - 6) : start]))
    ):
        return False
    return not _LETTERED.search(text[max(0, start - 40) : start])


def _from_piece(text: str, piece: re.Match[str], stop: int, terms: TermList) -> tuple[int, int, int] | None:
    """Return the longest term that starts with ``piece`` and ends with a piece of the same word.

    Before or after a dash it stands as in the list: ``VIET`` is not in ``Viet-Nam``.
    """
    start = piece.start()
    ends = [found.end() for found in islice(_PIECE.finditer(text, start, stop), terms.most_pieces)]
    for end in reversed(ends):
        if end - start < 2:
            continue
        for last in _endings(text, start, end, stop):
            form = normal(text[start:last])
            joined = text[last : last + 1] in _DASHES or (start and text[start - 1] in _DASHES)
            found = terms.forms.get(form) if joined else terms.find(form)
            if found is not None:
                return start, last, found
    return _office_of(text, piece, stop, terms)


def _endings(text: str, start: int, end: int, stop: int) -> Iterator[int]:
    """Yield where a term may end that is written to ``end``: with its last point (``Greek-U.S.``), without a plural."""
    if text[end - 2] == "." and text.startswith(".", end) and end < stop:
        yield end + 1
    yield end
    if text[end - 1] == "s" and end - start >= _SHORTEST_PLURAL:
        yield end - 1


def _office_of(text: str, piece: re.Match[str], stop: int, terms: TermList) -> tuple[int, int, int] | None:
    """Return the office of one letter that ``piece`` is, with a part of it after a stroke (``U/CF``)."""
    start, end = piece.span()
    if end - start > 1 or not _STROKE.match(text, end, stop) or (start and text[start - 1] in "/-–"):
        return None
    found = terms.forms.get(text[start])
    return None if found is None else (start, end, found)


_DASHES = ("-", "–")
_STROKE = regex(r"/[A-Z]{2}")
