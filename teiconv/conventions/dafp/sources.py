"""The bracket that names the file: ``[AA : A1838, 854/10/4/2, v]`` ⇄ archive, series, control symbol, part.

Australian files are cited as the archives do: series, control symbol, and the part in Roman numerals; British ones by
class and piece (``[UKNA: PREM 11/3202]``).  Blanks around the colon and after commas come and go, a comma may be
missing (``[NAA: A5868 VOLUME 14]``).
"""

from __future__ import annotations

import re

from teiconv.conventions.dafp.vocabulary import words
from teiconv.model.certainty import Certainty
from teiconv.model.header import Archive, Level, Unit
from teiconv.regex import regex

_FILE = r"(?P<file>[^\[\]]{2,200}?(?:\[[^\[\]]{1,20}\]?)?)"
"""What is cited; a bracket of the editors may be left open in it (``[AA:A4144, [400]``)."""
_BRACKET = regex(rf"\s*_?(?P<bracket>\[\s*(?P<sign>[A-Z][A-Z &(),.]{{0,40}}?)\s*[:;]\s*{_FILE}\s*\]\.?)")
_LOOSE = regex(r"\s*_?(?P<bracket>\[\s*(?P<sign>[A-Z]{2,5})\s+(?P<file>[A-Z]{1,4} ?\d[^\[\]]{2,200}?)\s*\]\.?)")
"""Without the colon: only of an archive that is known."""
_PART = regex(r"(?:[ivxlIVXL]{1,6}|PART [\dIVX]+[A-Z]?|VOLUME [\dIVX]+)")
_LAST_PART = regex(r"(?P<file>.+?)\s+(?P<part>PART [\dIVX]+[A-Z]?)")
_WORDS_FIRST = regex(r"(?P<series>[A-Z]{1,2} ?\d+(?:/\d+)?)\s+(?P<file>[A-Z].+)")


def bracket_end(line: str) -> int | None:
    """Return where the bracket ends with which ``line`` begins, or ``None`` if it begins with none."""
    found = _match(line)
    return found.end() if found else None


def is_source(line: str) -> bool:
    """Whether ``line`` is a bracket that names a file, and nothing else."""
    end = bracket_end(line)
    return end is not None and not line[end:].strip()


def parse_source(line: str) -> Archive | None:
    """Return what the bracket says with which ``line`` begins, or ``None`` if it begins with none.

    The repository is given in the letters of the text: each volume explains them.
    """
    found = _match(line)
    if found is None:
        return None
    cited = " ".join(found["file"].split())
    return Archive(f"{found['sign']}: {cited}", repository=found["sign"], units=_units(cited), certainty=Certainty.HIGH)


def _match(line: str) -> re.Match[str] | None:
    match = _BRACKET.match(line)
    if match:
        return match
    match = _LOOSE.match(line)
    return match if match and match["sign"] in words("archives", "signs") else None


def _units(cited: str) -> tuple[Unit, ...]:
    series, *further = [part.strip() for part in cited.split(",")]
    if not further and (split := _WORDS_FIRST.fullmatch(series)):
        series, further = split["series"], [split["file"]]
    if not further:
        return (Unit(Level.FILE, series),)
    if len(further) == 1 and _PART.fullmatch(further[0]):
        return (Unit(Level.FILE, series), Unit(Level.PART, further[0]))
    units = (Unit(Level.SERIES, series),)
    if len(further) > 1 and _PART.fullmatch(further[-1]):
        return (*units, Unit(Level.FILE_NUMBER, ", ".join(further[:-1])), Unit(Level.PART, further[-1]))
    symbol = ", ".join(further)
    if last := _LAST_PART.fullmatch(symbol):
        return (*units, Unit(Level.FILE_NUMBER, last["file"]), Unit(Level.PART, last["part"]))
    return (*units, Unit(Level.FILE_NUMBER, symbol))
