"""The further names that an entry of a list has in brackets: another whole name, or the name at birth."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from teiconv.names.lists.entry_names import in_order, split_entry
from teiconv.names.people.names import WORD, fold
from teiconv.names.people.person import NamePart, PersonName
from teiconv.names.people.vocabulary import WOMENS_TITLES
from teiconv.regex import regex

_MAIDEN = regex(r"(?:n[ée]e|born) +(?=[^\W\d_])")
_WHOLE_NAME = regex(r"(?![A-Z][–-])[^\W\d_]\S+ (?:\S+ )*\S*[^\W\d_]{2}\.?")


def by_names(name: PersonName) -> Iterator[PersonName]:
    """Yield the names that ``name`` has in brackets: ``Dulles, Allen (Ascham, Robert A.)``, ``Mertens (née Oakley)``.

    ``Whitfield, Margaret (Mrs. Thomas)`` has none: it is the husband who is called Thomas.
    """
    for before, part in pairwise(name.parts):
        inside = part.text
        if part.kind != "addName" or not before.text.endswith("(") or _is_husbands(inside):
            continue
        if maiden := _MAIDEN.match(inside):
            yield _maiden_name(name, inside[maiden.end() :])
        elif _WHOLE_NAME.match(inside):
            yield split_entry(inside)[0] if "," in inside else in_order(inside, name.surname_first)


def _is_husbands(inside: str) -> bool:
    """Tell whether a title of a woman stands before the name in brackets."""
    word = WORD.match(inside)
    return word is not None and fold(word[0]) in WOMENS_TITLES


def _maiden_name(name: PersonName, surname: str) -> PersonName:
    """Return ``name`` with the ``surname`` that its bearer was born with."""
    forename = name.of("forename")
    given = (NamePart("forename", forename), NamePart("", " ")) if forename else ()
    return PersonName((*given, NamePart("surname", surname)))
