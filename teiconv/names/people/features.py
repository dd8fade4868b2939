"""What around some words speaks for their being a name, or against it.

Features are short labels of what a reader goes by: ``t:courtesy`` (after a title), ``forename``, ``<told`` and
``>said`` (the words before and after), ``>'s``, ``head(`` (in the brackets of a title), ``attending``, ``bos`` (a
sentence begins), ``b:item`` (in what block) …
"""

from __future__ import annotations

import re

from teiconv.grammar.offices import Use, offices
from teiconv.model import OBJECT
from teiconv.names.people.tokens import Tokens
from teiconv.names.people.vocabulary import (
    COMMON,
    COURTESY,
    FORENAMES,
    MODIFIERS,
    MONTHS,
    NAMED_AFTER,
    PLACES,
    TITLES,
    TITLES_IN_FULL,
)
from teiconv.regex import regex

_ATTENDANCE = regex(r"particip|present|attend|from|^to\b|members|side$", re.I)
_OF_OFFICE = COMMON | PLACES | MONTHS
_ALONE = TITLES - MODIFIERS
_INDENTED = f"\n{OBJECT}"
"""What stands between two words if the second begins an indented line."""
_MILITARY, _SOVEREIGN, _OFFICES = offices(Use.MILITARY), offices(Use.SOVEREIGN), offices(Use.OFFICE)


IS_FORENAME, SIGNED, IN_BRACKETS_OF_HEAD = "is-forename", "b:signed", "head("
"""The features of a name that is a mere forename, and of one in a signature."""


class FeatureReader:
    """Reads the features on one page; ``loud`` if it is written in capitals."""

    def __init__(self, tokens: Tokens, loud: bool) -> None:
        self.tokens, self.words, self.loud = tokens, tokens.words, loud

    def of(self, index: int, stop: int, surname: slice) -> tuple[str, ...]:
        """Return the features of the words ``index`` to ``stop``, of which ``surname`` are the surname."""
        run = self.tokens.run
        of_block = ("b:innote",) if run.depth else ()
        return (
            *self.inside(index, stop, surname),
            *self.before(index),
            *self.after(stop),
            f"b:{run.block}",
            *of_block,
        )

    def inside(self, index: int, stop: int, surname: slice) -> list[str]:
        """Return what the words themselves say."""
        given = self.words[index : index + surname.start]
        shown = [f"n:{stop - index}"]
        if not FORENAMES.isdisjoint(given):
            shown.append("forename")
        elif 1 in map(len, given):
            shown.append("initial")
        if surname.start == 0 and stop - index == 3:
            shown.append("eastern")
        if self.loud:
            shown.append("loud")
        elif self.tokens.upper(stop - 1):
            shown.append("upper")
        if stop - index == 1 and self.words[index] in FORENAMES:
            shown.append(IS_FORENAME)
        return shown

    def before(self, index: int) -> list[str]:
        """Return what stands before the word ``index``."""
        tokens, gap = self.tokens, self.tokens.gap(index)
        title = self.title(index)
        if title:
            return [f"t:{_class_of(title)}"]
        shown = []
        if gap == ", " and self.after_office(index):
            shown.append("office, <")
        if self.bracketed(index):
            shown.append(IN_BRACKETS_OF_HEAD)
        if gap == " ":
            shown.append("<Cap" if tokens.capital(index - 1) and not self.loud else f"<{self.words[index - 1]}")
        elif tokens.begins_sentence(index):
            shown.append("bos" if index else "bor")
            if not index and self.attending():
                shown.append("attending")
        else:
            shown.append(f"<{gap.strip()[-1:] or gap[:1]}")
        return shown

    def after(self, stop: int) -> list[str]:
        """Return what stands after the word before ``stop``."""
        if stop >= len(self.words):
            return [">eor"]
        tokens, gap = self.tokens, self.tokens.gap(stop)
        if gap == " ":
            if not tokens.capital(stop) or self.loud:
                return [f">{self.words[stop]}"]
            return [">thing" if self.words[stop] in NAMED_AFTER else ">Cap"]
        shown = [">'s"] if gap in ("'", "’") and tokens.written[stop][0] == "s" else []
        shown.append(f">{gap.lstrip()[:1] or gap[:1]}")
        if gap == ", " and not _OFFICES.isdisjoint(self.words[stop : stop + 5]):
            shown.append(">, office")
        return shown

    def title(self, index: int) -> str:
        """Return the title that the word ``index`` follows, across ``of State`` and the like, or ``""``."""
        before = self.words[index - 1]
        if self.words[index] not in _OF_OFFICE and (series := self.tokens.title_of_series(index)):
            return series
        if before not in _ALONE and before not in _OF_OFFICE:
            return ""
        gap = self.tokens.gap(index)
        gap = gap.removesuffix(OBJECT) if gap.endswith(_INDENTED) else gap
        point = gap.strip(" \n")
        if not gap[-1:].isspace() or point not in ("", ".") or (point and before in TITLES_IN_FULL):
            return ""
        if before in _ALONE:
            return before if self.tokens.capital(index - 1) else ""
        back = index - 1
        while back > 0 and index - back < 8 and self.words[back] in _OF_OFFICE and self.tokens.gap(back) == " ":
            back -= 1
            if self.words[back] in _ALONE and self.words[back + 1] in ("of", "for"):
                return f"of {self.words[back]}"
        return ""

    def bracketed(self, index: int) -> bool:
        """Tell whether the word ``index`` opens the brackets of a title: ``(Kissinger)``."""
        return self.tokens.run.block == "head" and self.tokens.gap(index).endswith("(")

    def after_office(self, index: int) -> bool:
        """Tell whether an office stands before the comma before the word ``index``: ``Ambassador to Peru, …``."""
        for back in range(index - 1, max(-1, index - 10), -1):
            if self.words[back] in _OFFICES:
                return True
            if self.tokens.gap(back) != " ":
                return False
        return False

    def attending(self) -> bool:
        """Tell whether the run is an item of a list of participants."""
        run = self.tokens.run
        return run.block == "item" and bool(_ATTENDANCE.search(f"{run.list_type} {run.label}"))


def _class_of(title: str) -> str:
    if title in COURTESY:
        return "courtesy"
    if title in _MILITARY:
        return "military"
    return "sovereign" if title in _SOVEREIGN else "of" if title.startswith("of ") else "civil"
