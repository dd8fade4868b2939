"""Stretches of capitalised words that may be somebody's name, and what around them speaks for it or against it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from teiconv.annotate.people.context import begins_sentence
from teiconv.annotate.people.tokens import Token, tokens
from teiconv.annotate.people.vocabulary import (
    COMMON,
    COURTESY,
    FORENAMES,
    MODIFIERS,
    MONTHS,
    NAMED_AFTER,
    PARTICLES,
    PLACES,
    SUFFIXES,
    TITLES,
    WORDS_AND_NAMES,
)
from teiconv.annotate.runs import Run

NO_NAMES = COMMON | PLACES | MONTHS
_LONGEST = 5
_ATTENDANCE = re.compile(r"particip|present|attend|from|^to\b|members|side$", re.I)
_JOINT = re.compile(r"[ \n]|\.[ \n]?|-")
_MILITARY = frozenset(
    "general gen major maj lieutenant lt colonel col captain capt commander cdr admiral adm brigadier brig marshal"
    " sergeant sgt generals colonels".split()
)
_OFFICES = frozenset(
    "ambassador minister president secretary director chief chairman head premier counselor officer assistant deputy"
    " commander representative advisor adviser member governor senator congressman consul charge attache spokesman"
    " interpreter general leader delegate".split()
)
_SOVEREIGN = frozenset("king queen prince princess emperor shah sultan sheikh pope archbishop bishop cardinal".split())


@dataclass(frozen=True, slots=True)
class Sighting:
    """What may be a name: its words as written and folded, which of them are the surname, and the signs around it.

    ``signs`` are short labels of what a reader goes by: ``t:courtesy``, ``>said``, ``<told``, ``forename`` …
    """

    words: tuple[str, ...]
    folded: tuple[str, ...]
    surname: slice
    signs: tuple[str, ...]

    @property
    def called(self) -> tuple[str, ...]:
        """The folded surname."""
        return self.folded[self.surname]

    @property
    def given(self) -> tuple[str, ...]:
        """The folded forenames."""
        return self.folded[: self.surname.start] + self.folded[self.surname.stop :]


class Page:
    """One run, read for names; ``loud`` if it is written in capitals."""

    def __init__(self, run: Run) -> None:
        self.run, self.text = run, run.text
        self.words: Sequence[Token] = tokens(run.text)
        letters = [char for char in run.text[:300] if char.isalpha()]
        self.loud = sum(map(str.isupper, letters)) > 0.6 * len(letters)

    def small_words(self) -> Iterator[str]:
        """Yield the folded words that are written in small letters."""
        return (token.word for token in self.words if self.text[token.start].islower())

    def sightings(self) -> Iterator[Sighting]:
        """Yield what may be names, in order."""
        index = 0
        while index < len(self.words):
            stop = self._name_end(index) if self._may_begin(index) else index
            if stop > index:
                if found := self._sighting(index, stop):
                    yield found
                index = stop
            else:
                index += 1

    def _capital(self, index: int) -> bool:
        return index < len(self.words) and self.text[self.words[index].start].isupper()

    def _upper(self, index: int) -> bool:
        token = self.words[index]
        return token.end - token.start > 1 and self.text[token.start : token.end].isupper()

    def _gap(self, index: int) -> str:
        return self.text[self.words[index - 1].end : self.words[index].start] if index else ""

    def _initial(self, index: int) -> bool:
        token = self.words[index]
        return token.end - token.start == 1 and self.text[token.end : token.end + 1] == "."

    def _may_begin(self, index: int) -> bool:
        """Tell whether a name may begin with the word ``index``."""
        if not self._capital(index):
            return False
        token = self.words[index]
        if token.word in TITLES and token.word not in FORENAMES:
            surname = token.word in WORDS_AND_NAMES and not (self._capital(index + 1) and self._gap(index + 1) == " ")
            return surname and (bool(self._titled(index)) or self._bracketed(index))
        if self._initial(index):
            return self._plausible_initial(index)
        if token.end - token.start == 1:
            return False
        if self._upper(index) and not self.loud and not self._capital(index + 1) and self.run.block != "signed":
            return bool(self._titled(index))
        if self.loud and token.word not in FORENAMES and not self._titled(index) and self.run.block != "signed":
            return False
        return token.word not in NO_NAMES or self._titled(index) in COURTESY or self._bracketed(index)

    def _bracketed(self, index: int) -> bool:
        return self.run.block == "head" and self._gap(index).endswith("(")

    def _plausible_initial(self, index: int) -> bool:
        """Tell whether an initial begins a name, not a numbered paragraph, ``U.S.`` or ``D.C.``."""
        token = self.words[index]
        if index + 1 >= len(self.words) or (token.start and self.text[token.start - 1] in ".’'-&/"):
            return False
        after = self.words[index + 1]
        if token.word in ("u", "d", "n") and after.end - after.start == 1 and after.word in ("s", "n", "k", "c", "y"):
            return False
        if begins_sentence(self.text, self.words, index) and not self._initial(index + 1):
            return self.run.block in ("signed", "item", "cell")
        return not self.loud or self._initial(index + 1)

    def _name_end(self, index: int) -> int:
        """Return the index after the last word of the name that begins at ``index``."""
        stop = index + 1
        while stop < len(self.words) and stop - index < _LONGEST and self._goes_on(index, stop):
            stop += 1
        while stop > index and self.words[stop - 1].word in SUFFIXES | PARTICLES:
            stop -= 1
        return stop

    def _goes_on(self, first: int, at: int) -> bool:
        """Tell whether the word ``at`` goes on the name that began with the word ``first``."""
        gap, token, before = self._gap(at), self.words[at], self.words[at - 1]
        if not _JOINT.fullmatch(gap) or (gap[0] == "." and before.end - before.start > 2):
            return False
        if not self._capital(at):
            return (
                len(token.word) > 1 if gap == "-" else token.word in PARTICLES and self._capital(at + 1) and gap == " "
            )
        if self.loud and self.run.block != "signed" and not (self._initial(at - 1) or before.word in FORENAMES):
            return False
        if self._upper(at) and not (self.loud or self._upper(first)):
            return False
        if gap == "-" and token.word in PLACES | COMMON:
            return False
        if token.end - token.start == 1:
            return self.text[token.end : token.end + 1] == "."
        return token.word not in NO_NAMES and (token.word not in TITLES or token.word in FORENAMES)

    def _sighting(self, index: int, stop: int) -> Sighting | None:
        chunk = self.words[index:stop]
        surname = self._surname_of(chunk)
        if len(chunk[surname.stop - 1].word) < 2:
            return None
        written = tuple(self.text[token.start : token.end] for token in chunk)
        return Sighting(
            written, tuple(token.word for token in chunk), surname, tuple(self._signs(index, stop, surname))
        )

    def _surname_of(self, chunk: Sequence[Token]) -> slice:
        """Return which words are the surname: the last with its particles, or the first of ``Chou En-lai``."""
        gaps = [self.text[a.end : b.start] for a, b in pairwise(chunk)]
        if len(chunk) == 3 and gaps[1] == "-" and gaps[0] == " " and chunk[0].word not in FORENAMES:
            return slice(0, 1)
        start = len(chunk) - 1
        while start > 0 and (chunk[start - 1].word in PARTICLES or (gaps[start - 1] == "-" and start > 1)):
            start -= 1
        return slice(start, len(chunk))

    def _titled(self, index: int) -> str:
        """Return the title that the word ``index`` follows, across ``of State`` and the like, or ``""``."""
        gap = self._gap(index)
        if not index or gap.strip(" \n") not in ("", ".") or not gap[-1:].isspace():
            return ""
        before = self.words[index - 1]
        if before.word in TITLES and before.word not in MODIFIERS:
            return before.word if self._capital(index - 1) else ""
        back = index - 1
        while back > 0 and index - back < 8 and self.words[back].word in NO_NAMES and self._gap(back) == " ":
            back -= 1
            word = self.words[back].word
            if word in TITLES and word not in MODIFIERS and self.words[back + 1].word in ("of", "for"):
                return f"of {word}"
        return ""

    def _signs(self, index: int, stop: int, surname: slice) -> Iterator[str]:
        """Yield the signs around the words ``index`` to ``stop``."""
        yield from self._signs_inside(index, stop, surname)
        yield from self._signs_before(index)
        yield from self._signs_after(stop)
        yield f"b:{self.run.block}"
        if self.run.depth:
            yield "b:innote"

    def _signs_inside(self, index: int, stop: int, surname: slice) -> Iterator[str]:
        given = [self.words[i].word for i in range(index, stop)][: surname.start]
        yield f"n:{stop - index}"
        if any(word in FORENAMES for word in given):
            yield "forename"
        elif any(len(word) == 1 for word in given):
            yield "initial"
        if surname.start == 0 and stop - index == 3:
            yield "eastern"
        if self.loud:
            yield "loud"
        elif self._upper(stop - 1):
            yield "upper"
        if self.words[stop - 1].word in FORENAMES and stop - index == 1:
            yield "is-forename"

    def _signs_before(self, index: int) -> Iterator[str]:
        title = self._titled(index)
        if title:
            yield f"t:{_class_of(title)}"
            return
        gap = self._gap(index)
        if gap == ", " and self._after_office(index):
            yield "office, <"
        if self._bracketed(index):
            yield "head("
        if begins_sentence(self.text, self.words, index):
            yield "bos" if index else "bor"
            if not index and self._attending():
                yield "attending"
        elif index and self._capital(index - 1) and gap == " ":
            yield "<Cap"
        elif gap == " ":
            yield f"<{self.words[index - 1].word}"
        else:
            yield f"<{gap.strip()[-1:] or gap[:1]}"

    def _after_office(self, index: int) -> bool:
        """Tell whether an office stands before the comma before the word ``index``: ``Ambassador to Peru, …``."""
        for back in range(index - 1, max(-1, index - 10), -1):
            if self.words[back].word in _OFFICES:
                return True
            if self._gap(back) != " ":
                return False
        return False

    def _attending(self) -> bool:
        return self.run.block == "item" and bool(_ATTENDANCE.search(f"{self.run.list_type} {self.run.label}"))

    def _signs_after(self, stop: int) -> Iterator[str]:
        if stop >= len(self.words):
            yield ">eor"
            return
        end = self.words[stop - 1].end
        gap = self._gap(stop)
        if self.text[end : end + 2] in ("'s", "’s"):
            yield ">'s"
        if gap == " " and self._capital(stop):
            yield ">thing" if self.words[stop].word in NAMED_AFTER else ">Cap"
        elif gap == " ":
            yield f">{self.words[stop].word}"
        else:
            yield f">{gap.lstrip()[:1] or gap[:1]}"
            if gap == ", " and any(token.word in _OFFICES for token in self.words[stop : stop + 5]):
                yield ">, office"


def _class_of(title: str) -> str:
    if title in COURTESY:
        return "courtesy"
    if title in _MILITARY:
        return "military"
    return "sovereign" if title in _SOVEREIGN else "of" if title.startswith("of ") else "civil"
