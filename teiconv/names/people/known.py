"""How well known a name is: in how many edited volumes somebody of that name is tagged (``known.txt``).

Statesmen come again from volume to volume, and a document often names them once, by a bare surname.  The counts were
learned with the weights (``tools/train_mentions.py``).  Surnames that are ordinary words as well have none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from teiconv.names.people.names import words
from teiconv.names.people.vocabulary import PARTICLES
from teiconv.remember import remembered

SIGN = "known:"
"""What the features begin with."""

FEWEST_WITH_FORENAME = 2
"""In how many volumes somebody of a surname must have a forename for the two to count together."""

_SHARES = 5
"""Of all volumes in which the word may be a name, how many tag somebody so: in fifths."""


class Known(NamedTuple):
    """In how many volumes a surname is tagged, and may be a name; in how many it is tagged with each forename."""

    tagged: int
    met: int
    forenames: Mapping[str, int]


NOBODY = Known(0, 0, {})


@remembered(1)
def known() -> Mapping[str, Known]:
    """Return what was learned of each surname."""
    lines = Path(__file__).with_name("known.txt").read_text(encoding="utf-8").splitlines()
    return {surname: _known(*counts) for surname, *counts in map(str.split, lines)}


def _known(tagged: str, met: str, *forenames: str) -> Known:
    pairs = (forename.partition(":") for forename in forenames)
    return Known(int(tagged), int(met), {name: int(count) for name, _, count in pairs})


def called(name: str) -> tuple[str, str]:
    """Return the folded word that a name, as a list has it, is known by, and the first word of the rest or ``""``."""
    surname, _, rest = name.partition(", ")
    own, given = words(surname), words(rest)
    if not own:
        return "", ""
    if given or len(own) == 1 or own[0] in PARTICLES:
        return own[-1], given[0] if given else ""
    return own[0], own[1]


def known_as(found: Known, forename: str) -> Iterator[str]:
    """Yield the features of a name of which so much is known; they begin with :data:`SIGN`."""
    tagged = _size(found.tagged)
    yield f"{SIGN}{tagged}"
    if found.tagged:
        yield f"{SIGN}{tagged}:{found.tagged * _SHARES // found.met}"
    if forename:
        both = found.forenames.get(forename, 0)
        yield f"{SIGN}forename:{_size(both)}"
        yield f"{SIGN}forename:{both > 0}:{tagged}"
    else:
        yield f"{SIGN}bare:{tagged}"


def _size(count: int) -> str:
    return str(count) if count < 3 else "3-4" if count < 5 else "5-9" if count < 10 else "10+"
