"""Lines of markings: ``MOST IMMEDIATE TOP SECRET``, ``SECRET AND PERSONAL``, ``6008. Top Secret``.

British order: how fast, how secret, for whom, in one line without commas, in capitals up to the 1950s; a cable of the
later volumes has its number before them.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from teiconv.conventions.dafp.vocabulary import alternatives
from teiconv.model.header import Classification
from teiconv.regex import regex
from teiconv.remember import remembered


class Marking(NamedTuple):
    """What a line of markings says; ``number`` is that of the cable before them, ``end`` where the markings end."""

    classification: Classification
    number: str | None = None
    end: int = 0


_NUMBER = regex(r"\s*(?:No\.?\s*)?(?P<number>[A-Z]{0,4}\.?\s?\d{1,6}(?:/\d+)?[A-Z]?)\.\s+(?=[A-Z])")
_LINK = regex(r"[\s.,;:()\[\]/–—-]*(?:(?:and|AND|&)\s+)?")
_CODE_WORD = regex(r"[\[(]([A-Z]{3,20})[\])]")
_FOR = regex(
    r"(?:(?:FOLLOWING|Following)\s+)?(?:FOR|For|TO|To)\s+(?:THE\s+|The\s+|the\s+)?[A-Z][\w.'’]*"
    r"(?:\s+(?:AND\s+|and\s+|OF\s+|of\s+|FOR\s+|for\s+|THE\s+)*[A-Z][\w.'’]*){0,5}"
)
_ALONE = regex(r"(?:\s+(?:HIMSELF|ALONE|ONLY|Himself|Alone|Only|himself|alone|only))+")
_LONGEST = 120


def parse_marking(line: str) -> Marking | None:
    """Return what ``line`` says if all of it is markings, else ``None``."""
    if len(line) > _LONGEST or (not line[:1].strip(" ").isupper() and not line.strip()[:1].isdigit()):
        return None
    number = _NUMBER.match(line)
    found = marking_at(line, number.end() if number else 0)
    if found is None or line[found.end :].strip(" .,;:[]()"):
        return None
    return found._replace(number=number["number"] if number else None)


def marking_at(line: str, start: int = 0) -> Marking | None:
    """Return the markings that ``line`` has from ``start`` on, as far as they go; ``None`` if it has none there."""
    terms: list[tuple[str, str]] = []
    position = _skip(line, start)
    end = start
    while term := _term(line, position):
        terms.append(term[:2])
        end = term[2]
        position = _skip(line, end)
    if not terms or all(kind == "for" for kind, _ in terms):
        return None
    return Marking(_classification(terms), end=end)


def _skip(line: str, position: int) -> int:
    link = _LINK.match(line, position)
    return link.end() if link else position


def _term(line: str, position: int) -> tuple[str, str, int] | None:
    """Return the class, the words and the end of the marking at ``position``."""
    match = _pattern().match(line, position)
    if match and not match[0].islower():
        return match.lastgroup or "", " ".join(match[0].split()), match.end()
    code = _CODE_WORD.match(line, position - 1) if position else None
    if code:
        return "handling", code[1], code.end()
    addressed = _FOR.match(line, position)
    if addressed is None:
        return None
    end = _end_of_addressee(addressed)
    alone = _ALONE.match(line, end)
    end = alone.end() if alone else end
    return "for", " ".join(line[position:end].split()), end


def _end_of_addressee(addressed: re.Match[str]) -> int:
    """Return where those end whom a line is for: before the next marking (``FOR THE PRIME MINISTER MOST SECRET``)."""
    for space in re.finditer(r"\s+", addressed[0]):
        if _pattern().match(addressed.string, addressed.start() + space.end()):
            return addressed.start() + space.start()
    return addressed.end()


@remembered()
def _pattern() -> re.Pattern[str]:
    classes = sorted(("level", "precedence", "handling"), key=lambda name: name != "handling")
    return regex("|".join(rf"(?P<{name}>(?:{alternatives('markings', name)})(?![\w’'-]))" for name in classes), re.I)


def _classification(terms: list[tuple[str, str]]) -> Classification:
    levels = [_level(term) for kind, term in terms if kind == "level"]
    more = tuple(_level(term) for kind, term in terms if kind in ("handling", "for"))
    also = tuple(level for level in levels[1:] if level != levels[0])
    precedence = tuple(_level(term) for kind, term in terms if kind == "precedence")
    return Classification(levels[0] if levels else None, also + more, precedence)


def _level(term: str) -> str:
    """Return a marking in the capitals of a title: ``Most Secret``, ``Secret and Personal``."""
    small = ("and", "of", "for", "the", "to")
    parts = [part.lower() if part.lower() in small and i else part.capitalize() for i, part in enumerate(term.split())]
    return " ".join(parts)
