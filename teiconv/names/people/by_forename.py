"""Who is called by a forename alone: who signs ``Walt``, and ``Sir John``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from teiconv.names.people.candidates import NameCandidate
from teiconv.names.people.features import IS_FORENAME, SIGNED
from teiconv.names.people.person import NamePart, Person, PersonName
from teiconv.names.people.vocabulary import HARDLY_SURNAMES

_SIR = "sir"


def is_mere_forename(candidate: NameCandidate) -> bool:
    """Tell whether the words are a forename alone that stands for a man: in a signature, or behind ``Sir``."""
    if candidate.given or IS_FORENAME not in candidate.features:
        return False
    return SIGNED in candidate.features or _SIR in candidate.titles


def is_untitled_forename(candidate: NameCandidate) -> bool:
    """Tell whether the name is a word alone, without a title, that is hardly a surname: ``George has the note``."""
    is_alone = not (candidate.given or candidate.titles) and len(candidate.called) == 1
    return is_alone and candidate.called[0] in HARDLY_SURNAMES


def called_by_forename(
    candidate: NameCandidate, found: Sequence[NameCandidate], groups: Sequence[list[int]]
) -> list[int] | None:
    """Return whom of those who have the forename of ``candidate`` it means, if that is one alone.

    Each of ``groups`` is where the names of one stand in ``found``.  Of several, ``Sir`` means the one called so.
    """
    if _SIR in candidate.titles:
        groups = [group for group in groups if any(_SIR in found[place].titles for place in group)] or groups
    return groups[0] if len(groups) == 1 else None


def with_forename(person: Person, called_so: Sequence[NameCandidate]) -> Person:
    """Return ``person``, whom the document also calls by the forename alone, as in ``called_so``."""
    if any(_SIR not in candidate.titles for candidate in called_so):
        return replace(person, names=(*person.names, of_forename(called_so[0].words[0])))
    surname, comma, *given = person.name.parts
    sir = (NamePart("roleName", "Sir"), NamePart("", " "))
    return replace(person, names=(PersonName((surname, comma, *sir, *given)),))


def of_forename(word: str) -> PersonName:
    """Return the name of somebody who is called by a forename alone."""
    return PersonName((NamePart("forename", cased(word)),))


def cased(word: str) -> str:
    """Return ``word``, one in capitals as a name is written otherwise."""
    return word.capitalize() if len(word) > 2 and word.isupper() else word
