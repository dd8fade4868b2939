"""Bearers of one surname whom a document tells apart by titles and generations: they are never one person.

``Mrs. Roe`` is not Edgar Roe, ``King Roe`` not the Ambassador of that name, ``Edgar Roe III`` not ``Edgar Roe, Jr.``
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from teiconv.grammar.offices import Use, offices
from teiconv.names.people.candidates import NameCandidate
from teiconv.names.people.features import IN_BRACKETS_OF_HEAD, SIGNED
from teiconv.names.people.person import NamePart, Person, PersonName
from teiconv.names.people.vocabulary import FORENAMES, WOMEN, WOMENS_FORENAMES, WOMENS_TITLES

GENERATIONS = {"jr": "Jr.", "sr": "Sr."}
"""How a generation is written, if not in capitals."""

_MENS_TITLES = frozenset({"herr", "lord", "messrs", "mr", "senor", "signor", "sir"})
_CROWNED = offices(Use.SOVEREIGN) - WOMENS_TITLES - {"sheikh", "prince"}
_LEADING = frozenset({"king", "premier", "president", "prime"})
"""Titles of who leads a country, unless ``vice`` stands before."""
_POSTED = frozenset({"amb", "ambassador", "attorney", "consul"})
"""Titles of those who do not."""
_MARRIED = frozenset({"madame", "mme", "mrs"})
_UNMARRIED = frozenset({"miss", "mlle"})
_SHORT = frozenset({"mme", "mrs", "ms"})


def are_apart(one: NameCandidate, other: NameCandidate) -> bool:
    """Tell whether two who bear one surname are two persons by what stands at their names.

    Where neither has forenames, ``one`` stands behind ``other``.
    """
    if _comes_with_wife(other, one) or (SIGNED in one.features and _comes_with_wife(one, other)):
        return True
    if one.given and other.given and _side_by_side(one, other):
        return True
    if one.generation and other.generation:
        return one.generation != other.generation
    return _is_apart(one, other) or _is_apart(other, one)


def _comes_with_wife(husband: NameCandidate, wife: NameCandidate) -> bool:
    """Tell whether the second is ``Mrs. Roe`` and the first, who is named before her or signs, no more than ``Roe``.

    Who is ``Mrs. Roe`` from the beginning may be called ``Roe`` later on.
    """
    return not (_MARRIED.isdisjoint(wife.titles) or wife.given or husband.given or husband.titles)


def is_of_her_family(one: NameCandidate, her: NameCandidate) -> bool:
    """Tell whether ``one``, named before ``her``, is no more than a surname, and she a woman with a forename alone.

    ``Roe`` said, and his wife laughed: Lydia ``Roe``.  Of an office she would be called ``Roe`` herself.
    """
    if one.given or one.titles or not {SIGNED, IN_BRACKETS_OF_HEAD}.isdisjoint(one.features):
        return False
    return her.given[:1] != () and her.given[0] in WOMEN and WOMENS_TITLES.issuperset(her.titles)


def _side_by_side(one: NameCandidate, other: NameCandidate) -> bool:
    """Tell whether the document names the two with ``and`` between them: ``Peter Roe and P. J. Roe``."""
    return one.beside == (other.given, other.generation) or other.beside == (one.given, one.generation)


def _is_apart(one: NameCandidate, other: NameCandidate) -> bool:
    """Tell whether the titles of ``one`` are none that ``other`` can have."""
    titles = one.titles
    if not titles or (one.given and one.given == other.given):
        return False
    if not WOMENS_TITLES.isdisjoint(titles):
        if not _MARRIED.isdisjoint(titles) and not _UNMARRIED.isdisjoint(other.titles):
            return True
        return not _MENS_TITLES.isdisjoint(other.titles) or _presides(other) or _is_mans(other)
    if one.given or not other.given:
        return False
    if not _CROWNED.isdisjoint(titles):
        return WOMENS_TITLES.isdisjoint(other.titles) and other.surname.start > 0
    if _presides(one) and not _presides(other) and _is_womans(other):
        return True
    leads = not _LEADING.isdisjoint(titles) and "vice" not in titles
    return leads and not _POSTED.isdisjoint(other.titles)


def _presides(candidate: NameCandidate) -> bool:
    """Tell whether ``candidate`` is called President: hardly ever a woman in these papers."""
    return "president" in candidate.titles and "vice" not in candidate.titles


def _is_womans(candidate: NameCandidate) -> bool:
    """Tell whether the forename of ``candidate`` is that of a woman, or the only one and hers as well: ``Pat`` Roe."""
    first = candidate.given[0]
    return first in WOMEN or (len(candidate.given) == 1 and first in WOMENS_FORENAMES and candidate.surname.start > 0)


def _is_mans(candidate: NameCandidate) -> bool:
    """Tell whether the forenames of ``candidate`` are those of a man, or stand behind the surname."""
    given = candidate.given
    if not given or not WOMENS_FORENAMES.isdisjoint(given) or not WOMENS_TITLES.isdisjoint(candidate.titles):
        return False
    return given[0] in FORENAMES or candidate.surname.start == 0


def role_of(members: Sequence[NameCandidate]) -> str:
    """Return the title by which alone the document tells somebody from others of the surname, or ``""``."""
    if any(candidate.given or not candidate.titles for candidate in members):
        return ""
    words = max((candidate.titles for candidate in members), key=members[0].titles.__eq__)
    return " ".join(f"{word.capitalize()}{'.' if word in _SHORT else ''}" for word in words)


def with_role(person: Person, role: str) -> Person:
    """Return ``person`` with ``role`` as part of the name."""
    name = person.name
    return replace(person, names=(PersonName((*name.parts, NamePart("", ", "), NamePart("roleName", role))),))
