"""A list of persons in text → persons."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from teiconv.names.lists.entry_names import by_names, split_entry
from teiconv.names.lists.offices import offices_of
from teiconv.names.lists.text import entries
from teiconv.names.people.names import words
from teiconv.names.people.person import Person
from teiconv.regex import regex

_SEE = regex(r"\(?see (?:also )?(.+?)\)?\.?", re.I)


def persons_from_text(text: str) -> Iterator[Person]:
    """Yield the persons of ``text``, a list as the site shows it, in its order; see :func:`gathered` for the rest."""
    for entry in entries(text):
        name, description = split_entry(entry)
        yield Person("", (name,), description)


def gathered(persons: Sequence[Person]) -> Iterator[Person]:
    """Yield ``persons`` with their offices, their names in brackets, and their references to each other.

    An entry that refers to another under the same words (``U Thant, see Thant, U``) becomes a further name of that
    one; under other words (``Caramanlis, see Karamanlis``) it stays, and says whose it is.
    """
    own = [words(person.name.text) for person in persons]
    meant = [_meant(number, person.description, own) for number, person in enumerate(persons)]
    merged = {
        number: target
        for number, target in enumerate(meant)
        if target is not None and set(own[number]) == set(own[target])
    }
    known = {frozenset(words(name.text)) for person in persons for name in person.names}
    for number, person in enumerate(persons):
        if number in merged:
            continue
        target = meant[number]
        bracketed = [name for name in by_names(person.name) if frozenset(words(name.text)) not in known]
        further = [persons[other].name for other, this in merged.items() if this == number]
        yield replace(
            person,
            names=(*person.names, *bracketed, *further),
            offices=person.offices or offices_of(person.description),
            same_as=person.same_as or (persons[target].name.text if target is not None else ""),
        )


def _meant(number: int, description: str, own: Sequence[tuple[str, ...]]) -> int | None:
    """Return which of the persons with these words as names the entry ``number`` refers to, if that is all it does."""
    reference = _SEE.fullmatch(description)
    wanted = words(reference[1]) if reference else ()
    others = (other for other in range(len(own)) if other != number) if wanted else ()
    return next(
        (other for other in others if own[other][: len(wanted)] == wanted or set(wanted) == set(own[other])), None
    )
