"""Offices, ranks and titles of persons, each word once (``offices.txt``), with what it is or may do.

The words stand in small letters.  A rule that wants some of them asks for those of one :class:`Use`.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path


class Use(StrEnum):
    """What a word is, or where it may stand."""

    TITLE = "title"
    """It stands before a name and says what its bearer is; ``of State``, ``of Affairs`` and the like may follow."""
    RANK = "rank"
    """A list of persons writes it inside the name: ``Haig, Brigadier General Alexander Meigs, Jr.``"""
    PLURAL = "plural"
    """It holds for each of several names: ``Messrs. Dana, Searle and Jennings``."""
    MODIFIER = "modifier"
    """It is no title by itself: a name may follow ``Field Marshal``, not ``Field``."""
    COURTESY = "courtesy"
    """It makes the next capitalised word a name, whatever it is."""
    WOMAN = "woman"
    """It says that its bearer is a woman."""
    OFFICE = "office"
    """It says beside a name which office somebody holds."""
    MILITARY = "military"
    SOVEREIGN = "sovereign"
    STATION = "station"
    """It is part of the name in a list only where a forename follows."""
    TAKES_TO = "takes-to"
    """``to`` belongs to it: the Ambassador to Thailand, the Mission to the United Nations."""
    SIGNS = "signs"
    """It stands under a signature."""
    WRITES = "writes"
    """Whoever sends or receives a letter is called so in its title."""
    IN_TITLE = "in-title"
    """It may stand in small letters in the title of a letter."""
    NO_HEADING = "no-heading"
    """It begins no title of a section."""
    NAMED = "named"
    """The next capitalised words are a name that an editor should look at."""
    NO_NAME = "no-name"
    """It is no name after the title of a person."""
    HOLDS = "holds"
    """Every office that stands for its holder has one of these."""
    AT_HOME = "at-home"
    """With it begins the title of an officer at home of whom the sources of an authority tell the term."""
    BEHIND = "behind"
    """It may stand behind a name, as part of it: ``Ayub Khan``."""
    NO_PRESIDENT = "no-president"
    """The President of the day is not called so."""


def _read() -> dict[str, frozenset[str]]:
    lines = Path(__file__).with_name("offices.txt").read_text(encoding="utf-8").splitlines()
    entries = (line.partition(": ") for line in lines if not line.startswith("#"))
    return {word: frozenset(uses.split()) for word, _, uses in entries}


_USES = _read()


def offices(use: Use) -> frozenset[str]:
    """Return the words of that use, in small letters."""
    return frozenset(word for word, uses in _USES.items() if use in uses)


_SINGULAR = {word: word.removesuffix("s") for word in offices(Use.PLURAL) - {"messrs"}} | {
    "congressmen": "congressman",
    "secretaries": "secretary",
}


def of_each(titles: Iterable[str]) -> tuple[str, ...]:
    """Return the titles of each of several who share ``titles``: ``Senators`` Roe and Doe."""
    return tuple(_SINGULAR.get(word, word) for word in titles)


def begins_with(use: Use) -> str:
    """Return the pattern of the words of that use, each with a capital, at the start of a word.

    A set at its start makes a search fast.
    """
    words = sorted(word.capitalize() for word in offices(use))
    initials = sorted({word[0] for word in words})
    rests = (rf"(?<={initial})(?:{'|'.join(w[1:] for w in words if w[0] == initial)})" for initial in initials)
    return rf"[{''.join(initials)}](?<=\b.)(?:{'|'.join(rests)})"


def capitalised(use: Use) -> str:
    """Return the pattern of the words of that use, each with a capital."""
    return f"(?:{'|'.join(word.capitalize() for word in sorted(offices(use)))})"
