"""A run as names are read in it: its words, and what stands between and around them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate, compress, count
from operator import ne
from typing import Any

from teiconv.names.people.names import WORD, folded, is_short_for
from teiconv.names.people.vocabulary import PLURAL_TITLES, TITLES, TITLES_IN_FULL
from teiconv.names.runs import Run
from teiconv.regex import regex
from teiconv.remember import noted

_PARTING = regex(f"({WORD.pattern})")
_SENTENCE_END = regex(r"[.?!:;\n\uFFFC][\s\"“”‘’'()\[\]—–]*$")
_MOST_TITLES = 6
_LONGEST_SERIES = 20
_IN_SERIES = ("", ",", ".", ".,", "-")
"""What may stand between the words of several names."""
_SAMPLE = 40
"""How many words tell whether a run is written in capitals."""


_HYPHEN = "-\n"
_PARTED = regex(r"-\n+")
_COMPOUNDS = frozenset(
    "backed based born bound controlled dominated era held inspired led like made oriented owned run sponsored style"
    " type wide".split()
)
"""What a hyphen joins to a name: at the end of a line it parts no word (``Nixon-era``)."""


class Tokens:
    """A run and its words, which are known by their number; it is read when a word is first asked for.

    ``written`` are the words as they stand, ``words`` the same folded, ``starts`` and ``ends`` where they stand, and
    ``gaps`` what stands before each; ``capitals`` are the numbers of those that begin with a capital.  A word that a
    hyphen parts at the end of a line or page is one, without the hyphen; ``rejoined`` are these.  ``notes`` are what
    was found out about single words (:func:`.noted`).
    """

    __slots__ = ("_parts", "capitals", "ends", "gaps", "notes", "rejoined", "run", "starts", "text", "words", "written")
    _parts: list[str]
    capitals: list[int]
    ends: list[int]
    gaps: list[str]
    rejoined: list[str]
    starts: list[int]
    words: Sequence[str]
    written: list[str]

    def __init__(self, run: Run) -> None:
        self.run, self.text = run, run.text
        self.notes: dict[Callable[..., Any], dict[int, Any]] = {}

    def __getattr__(self, name: str) -> Any:
        if name == "words":
            self.words = folded(self.written)
        elif name == "capitals":
            other = compress(count(), map(ne, self.written, self.words))  # folded; most words are not
            self.capitals = [index for index in other if self.written[index][0].isupper()]
        elif name in ("starts", "ends"):
            self._measure()
        elif name == "rejoined" and _HYPHEN not in self.text:
            self.rejoined = []
        else:
            self._read()
        return object.__getattribute__(self, name)

    def _read(self) -> None:
        self._parts = parts = _PARTING.split(self.text)
        self.gaps, self.written = parts[::2], parts[1::2]
        if _HYPHEN in self.text:
            self._rejoin()

    def _rejoin(self) -> None:
        """Take the two parts of a word that begins with a capital for one: ``Mac-``, ``millan``."""
        parts, written = self._parts[:1], list[str]()
        self.rejoined = []
        is_capital = False  # of the word before, which is no second part itself
        for before, word, gap in zip(self._parts[:-1:2], self._parts[1::2], self._parts[2::2], strict=True):
            if is_capital and _PARTED.fullmatch(before) and _goes_on_word(word):
                written[-1] += word
                self.rejoined.append(written[-1])
                parts[-2:] = [parts[-2] + before + word, gap]
                is_capital = False
            else:
                written.append(word)
                parts += [word, gap]
                is_capital = word[0].isupper()
        self._parts, self.gaps, self.written = parts, parts[::2], written

    def _measure(self) -> None:
        edges = list(accumulate(map(len, self._parts)))
        self.starts, self.ends = edges[:-1:2], edges[1::2]

    @property
    def loud(self) -> bool:
        """Whether the run is written in capitals."""
        words = [word for word in self.written[:_SAMPLE] if len(word) > 1]
        return sum(map(str.isupper, words)) > 0.5 * len(words)

    def start(self, index: int) -> int:
        """Return where the word ``index`` starts."""
        return self.starts[index]

    def end(self, index: int) -> int:
        """Return where the word ``index`` ends."""
        return self.ends[index]

    def capital(self, index: int) -> bool:
        """Tell whether there is a word ``index`` and it begins with a capital."""
        return index < len(self.written) and self.written[index][0].isupper()

    def upper(self, index: int) -> bool:
        """Tell whether the word ``index`` is written in capitals throughout."""
        return len(self.written[index]) > 1 and self.written[index].isupper()

    def gap(self, index: int) -> str:
        """Return what stands between the word before and the word ``index``."""
        return self.gaps[index] if index else ""

    def names_anew(self, index: int) -> bool:
        """Tell whether a line begins with the forename above it, in full or again: ``Bill`` over ``William Roe``."""
        if "\n" not in self.gaps[index] or self.letter(index - 1) or self.letter(index):
            return False
        return is_short_for(self.words[index - 1], self.words[index])

    def letter(self, index: int) -> bool:
        """Tell whether the word ``index`` is a single letter."""
        return len(self.written[index]) == 1

    def initial(self, index: int) -> bool:
        """Tell whether the word ``index`` is an initial with its point."""
        return len(self.written[index]) == 1 and self.gaps[index + 1].startswith(".")

    def is_cut_to_capital(self, index: int) -> bool:
        """Tell whether the word ``index`` is a name of which a capital and a point are left: ``McG.`` B."""
        written = self.written[index]
        return written[-1].isupper() and not written.isupper() and self.gaps[index + 1].startswith(".")

    def begins_sentence(self, index: int) -> bool:
        """Tell whether the word ``index`` begins a sentence."""
        return index == 0 or bool(_SENTENCE_END.search(self.gap(index)))

    def is_particle_of_initial(self, index: int) -> bool:
        """Tell whether the word ``index`` is a particle and an initial in one: Nicholas ``deB.`` Katzenbach."""
        written = self.written[index]
        return 2 < len(written) < 6 and written[:-1].islower() and written[-1].isupper()

    @noted
    def titles_before(self, first: int) -> tuple[str, ...]:
        """Return the folded titles that stand right before the word ``first``, the nearest last."""
        index, least = first, max(0, first - _MOST_TITLES)
        while index > least and self.written[index - 1][0].isupper() and self.words[index - 1] in TITLES:
            gap = self.gaps[index]
            if gap.strip(". \n-") or ("." in gap and self.words[index - 1] in TITLES_IN_FULL):
                break
            index -= 1
        if index < first:
            return tuple(self.words[index:first])
        series = self.title_of_series(first) if self.goes_on_series(first) else ""
        return (series,) if series else ()

    def goes_on_series(self, index: int) -> bool:
        """Tell whether the word ``index`` stands after a comma or ``and``."""
        return index > 0 and (self.gaps[index][:1] == "," or self.written[index - 1] == "and")

    def title_of_series(self, index: int) -> str:
        """Return the title that holds for several names of which the word ``index`` begins one, or ``""``."""
        if not self.goes_on_series(index):
            return ""
        for at in range(index - 1, max(-1, index - 1 - _LONGEST_SERIES), -1):
            if self.gaps[at + 1].strip(" \n") not in _IN_SERIES:
                return ""
            if not self.written[at][0].isupper() and self.written[at] != "and":
                return ""
            if self.words[at] in PLURAL_TITLES:
                return self.words[at]
        return ""


def _goes_on_word(word: str) -> bool:
    """Tell whether ``word`` is the second part of one that a hyphen parts at the end of a line."""
    return word[0].islower() and word not in _COMPOUNDS
