"""An entry of a list of terms."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from teiconv.names.ids import Ids
from teiconv.regex import regex

_FEWEST = 4
_CAPITALS = regex(rf"[A-Z]{{{_FEWEST},}}")
_REMARK = regex(r"[,;(]")
_LETTERS = regex(r"[A-Za-z]+")
_SMALL = frozenset({"a", "an", "and", "at", "for", "in", "of", "on", "or", "the", "to"})


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of a list of terms: its ``xml:id``, the heading as the list has it, and what it stands for.

    ``line`` is where its list has it, if that gives an id.
    """

    id: str
    name: str
    expansion: str = ""
    line: int = field(default=0, compare=False)


def identified(terms: Iterable[Term]) -> tuple[Term, ...]:
    """Return ``terms`` with an ``id`` for each that has none: ``t_``, its letters and digits, and a number."""
    entries = tuple(terms)
    ids = Ids(term.id for term in entries)
    return tuple(term if term.id else replace(term, id=ids.new(_stem(term.name))) for term in entries)


def _stem(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return f"t_{re.sub('[^A-Za-z0-9]+', '', letters) or 'X'}"


def initials(term: Term) -> Iterator[str]:
    """Yield the initials of what ``term`` stands for, if one letter tells them from its heading.

    A list misprints a heading, or adds a letter: ``UNCFIN, United Nations Commission for Indonesia``, where papers
    have ``UNCFI``.  Small words may count or not.
    """
    if not _CAPITALS.fullmatch(term.name):
        return
    words = _LETTERS.findall(_REMARK.split(term.expansion, maxsplit=1)[0])
    for counted in (words, [word for word in words if word not in _SMALL]):
        form = "".join(word[0] for word in counted).upper()
        if len(form) >= _FEWEST and _is_one_letter_apart(form, term.name):
            yield form


def _is_one_letter_apart(one: str, other: str) -> bool:
    """Tell whether ``other`` is ``one`` with a letter more, a letter less or another letter."""
    pairs = enumerate(zip(one, other, strict=False))
    same = next((place for place, (left, right) in pairs if left != right), min(len(one), len(other)))
    left, right = one[same:], other[same:]
    return one != other and (left[1:] == right[1:] or left[1:] == right or left == right[1:])
