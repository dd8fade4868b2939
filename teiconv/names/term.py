"""An entry of a list of terms."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from teiconv.names.ids import Ids


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
