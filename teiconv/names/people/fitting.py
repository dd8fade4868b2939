"""Whom of those who bear a name the words at its sides allow: a woman's title, a generation, the office of a ruler."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import NamedTuple

from teiconv.grammar.offices import Use, offices
from teiconv.names.people.names import words
from teiconv.names.people.person import Person
from teiconv.names.people.vocabulary import FORENAMES, WOMENS_FORENAMES, WOMENS_TITLES
from teiconv.regex import regex
from teiconv.remember import remembered

OF_ANOTHER = regex(
    r"\b(?:(?:to|Office of) the|to(?= (?:Vice )?President\b| Secretary\b| Prime Minister\b| Chancellor\b)"
    r"|(?:wife|widow|husband|son|daughter|brother|sister|nephew|niece|cousin) of) [^,;.]*"
)
"""Offices in a description that are another's: the Assistant ``to the President`` is not President Roe, nor is the
Secretary ``to President Roe``, nor his widow."""
_OF_INSTITUTION = regex(
    r"\bPresident(?:,| of)(?= [^,;.]*\b(?:Universit|College|Institut|Bank|Compan|Corporation|Foundation|Association))"
)
"""What is no title of a ruler in a description: the ``President, Roe University`` is not President Roe."""
_RULING = offices(Use.SOVEREIGN) | {"president"}
"""Titles that only those bear whose entry says so: ``Bishop Roe`` is not the Secretary of State."""
_RELATIVE = regex(r"(?:[Tt]he )?(?:[Ww]ife|[Ww]idow|[Dd]aughter|[Mm]other|[Ss]ister) of\b")
"""What is said first of those whom a list has for another's sake: they bear no office (``Senator Roe``)."""
_IN_CONGRESS = regex(r"\bSenat|\bCongress|\([DR][–-]")
"""What an entry says of a member of Congress: ``Case, Clifford P. (R–New Jersey)``."""
_OF_CONGRESS = frozenset({"congressman", "congressmen", "congresswoman", "sen", "senator", "senators"})
"""Titles of those members."""
_OFTEN_SENATORS = _OF_CONGRESS | {"president"}
"""What is said of those who may be called so: a President or Vice President has often been a Senator before."""
_RANKS = offices(Use.MILITARY)
_NO_RANKS = frozenset({"attorney", "consul", "counsel", "director", "governor", "inspector", "secretary", "solicitor"})
"""Beside one of these ``General`` is no rank: ``Attorney General``."""
_LAWYER = regex(r"\b(?:Counsel|Legal Adviser)\b")
_SERVED = regex(r"\bUS(?:M?[AN]|AF|MC)\b|\b(?:Army|Navy|Marine|Force|Command|Judge Advocate)")
"""What is said of somebody who bears no rank of the services, if the other is not: ``General Roe`` is no counsel."""
_MARRIED = regex(r"(?:[Tt]he )?(?:[Ww]ife|[Ww]idow|[Mm]other) of\b")
"""What is said first of those of them who are called ``Mrs.`` by the surname."""
_WIVES = frozenset({"madame", "mme", "mrs"})
"""Titles under which a list has a wife by the name of her husband: ``Chiang Kai-shek, Madame``."""
_VIETNAMESE = 3
_OF_MEN = "van"
_MIDDLE_NAMES = frozenset({"thi", _OF_MEN})
"""The middle of such a name: ``Thi`` is a woman's, ``Van`` a man's."""
_OF_MEN_IN_THE_EAST = _RULING | _RANKS | {"generalissimo"}
"""What is said there of men alone."""
_TELLING = _RULING | _OF_CONGRESS
"""Titles of which those alone are meant whose entry says so, if there are any."""
_SECRETARY = "secretary"
_CIVILIAN = frozenset("ambassador congressman congresswoman envoy judge professor senator".split())
"""Offices of those who have no rank, if nothing else in the entry speaks of one."""
_AMONG_SOLDIERS = _RANKS | _RULING | {"defense", "military", "staff"}
_DOCTORS = frozenset({"dr", "doctor", "professor"})
_OF_ANYBODY = WOMENS_TITLES | {"dr", "doctor", "professor"}
_OF_NO_OFFICE = _OF_ANYBODY | offices(Use.COURTESY)


class Fitting(NamedTuple):
    """Those who may be meant, and whether something leaves a doubt about them."""

    persons: tuple[int, ...]
    doubtful: bool = False


def fitting(numbers: Sequence[int], people: Sequence[Person], titles: Sequence[str], generation: str | None) -> Fitting:
    """Return whom of ``people`` with these ``numbers`` the ``titles`` and the ``generation`` at a name allow."""
    kept, doubtful = _of_generation(_of_couples(numbers, people, titles), people, generation)
    if not titles:
        return Fitting(tuple(_for_their_own_sake(kept, people)), doubtful)
    if not WOMENS_TITLES.isdisjoint(titles):
        women = [number for number in kept if not _is_man(people[number])]
        doubtful = doubtful or any(not _is_woman(people[number]) for number in women)
        is_married = any(is_relative(people[number]) or is_wife(people[number]) for number in women)
        doubtful = doubtful or (len(women) < len(kept) and not is_married and not _WIVES.isdisjoint(titles))
        kept = women
    relatives = [number for number in kept if is_relative(people[number])]
    if not _OF_ANYBODY.issuperset(titles):
        kept = [number for number in kept if number not in relatives]
    elif relatives and "mrs" in titles:
        kept = relatives
    doubtful = doubtful or (not _RULING.isdisjoint(titles) and not rulers(kept, people, titles))
    doubtful = doubtful or (_is_rank(titles) and all(_is_lawyer(people[number]) for number in kept))
    return Fitting(tuple(kept), doubtful)


def is_never_called_so(numbers: Sequence[int], people: Sequence[Person], titles: Sequence[str]) -> bool:
    """Tell whether nobody of ``people`` with these ``numbers`` has the office that the ``titles`` before a surname say.

    ``Secretary Roe`` is no Prime Minister, ``General Roe`` no Ambassador of whom no rank is said, ``Dr. Roe`` no
    Brigadier, ``Senator Roe`` nobody of whom no seat in Congress is said.
    """
    persons = [people[number] for number in numbers]
    if not _OF_CONGRESS.isdisjoint(titles):
        return not any(_bears(person, _OFTEN_SENATORS) for person in persons)
    if titles[-1:] == (_SECRETARY,) and "foreign" not in titles:
        return not any(_bears(person, {_SECRETARY}) for person in persons)
    if _is_rank(titles):
        return all(map(_is_civilian, persons))
    return not _DOCTORS.isdisjoint(titles) and all(map(_has_rank, persons))


def _for_their_own_sake(numbers: Sequence[int], people: Sequence[Person]) -> Sequence[int]:
    """Return whom a surname alone may mean: no relatives, nor a woman beside one who is only known as President."""
    others = [number for number in numbers if not is_relative(people[number])] or numbers
    if any(_is_president(people[number]) for number in others):
        return [number for number in others if _forename(people[number]) not in WOMENS_FORENAMES]
    return others


def is_relative(person: Person) -> bool:
    """Tell whether the entry says first of all whose wife, widow, daughter, mother or sister ``person`` is."""
    return _RELATIVE.match(person.description) is not None


def _is_president(person: Person) -> bool:
    """Tell whether all that is known of an unlisted ``person`` besides the surname is that title."""
    return not person.listed and person.name.of("roleName") == "President"


def is_hers_in_doubt(numbers: Sequence[int], people: Sequence[Person], titles: Sequence[str]) -> bool:
    """Tell whether an office stands before the surname of women of whom no list says that they hold any."""
    return not _OF_NO_OFFICE.issuperset(titles) and all(
        not people[number].listed and _forename(people[number]) in WOMENS_FORENAMES for number in numbers
    )


def may_be_wife(numbers: Sequence[int], people: Sequence[Person], titles: Sequence[str]) -> bool:
    """Tell whether ``Mrs. Roe`` may be the wife of a Roe, for no more than a name is said of these ``people``."""
    return not _WIVES.isdisjoint(titles) and not any(_is_known_woman(people[number]) for number in numbers)


def _is_known_woman(person: Person) -> bool:
    """Tell whether the entry has a woman's title, or says who she is, and that not only as a daughter or a sister."""
    said = person.description
    return _has_womans_title(person) or bool(said and (_MARRIED.match(said) or not _RELATIVE.match(said)))


def rulers(numbers: Sequence[int], people: Sequence[Person], titles: Sequence[str]) -> list[int]:
    """Return those of ``people`` with these ``numbers`` who may bear the title of a ruler or senator in ``titles``."""
    telling = _TELLING.intersection(titles)
    return [number for number in numbers if telling and _bears(people[number], telling)]


def _of_couples(numbers: Sequence[int], people: Sequence[Person], titles: Sequence[str]) -> Sequence[int]:
    """Return after ``Madame`` those alone who are listed under a husband's name, and nobody of them else."""
    if len(numbers) < 2:
        return numbers
    meant = not _WIVES.isdisjoint(titles)
    return [number for number in numbers if is_wife(people[number]) is meant] or numbers


def is_wife(person: Person) -> bool:
    """Tell whether the name has a title of a wife as part of it: ``Roe, Madame``."""
    return not _WIVES.isdisjoint(words(person.name.of("roleName")))


def _of_generation(
    numbers: Sequence[int], people: Sequence[Person], generation: str | None
) -> tuple[Sequence[int], bool]:
    """Return those of this generation; if there is none, those of whom the list says none, with a doubt."""
    if generation is None:
        return numbers, False
    said = {number: generation_of(people[number]) for number in numbers}
    if own := [number for number in numbers if said[number] == generation]:
        return own, False
    if generation == "sr" and "jr" in said.values():
        sons = {_forename(people[number]) for number in numbers if said[number] == "jr"}
        return [number for number in numbers if not said[number] and _forename(people[number]) in sons], True
    return [number for number in numbers if not said[number]], True


def generation_of(person: Person) -> str:
    """Return the generation that the entry of ``person`` gives (``jr``, ``iii``), or ``""``."""
    return " ".join(words(person.name.of("genName")))


def _is_man(person: Person) -> bool:
    """Tell whether the first forename of ``person`` is that of a man, and no title in the entry a woman's."""
    forename = _forename(person)
    is_mans_name = forename in FORENAMES and forename not in WOMENS_FORENAMES
    return (is_mans_name or _is_president(person) or _is_eastern_man(person)) and not _has_womans_title(person)


def _is_eastern_man(person: Person) -> bool:
    """Tell whether the name begins with the surname, and the rest of it or the office is a man's: ``Nguyen Van Thieu``.

    President Roe Kai-lin is one; that ``Madame Roe Kai-lin`` is his wife.
    """
    name, own = person.name, words(person.name.text)
    if name.of("surname") and not name.surname_first:
        return False
    if len(own) == _VIETNAMESE and own[1] in _MIDDLE_NAMES:
        return own[1] == _OF_MEN
    return bool(person.description) and not _OF_MEN_IN_THE_EAST.isdisjoint(
        _said_of(name.text, person.description).words
    )


def _is_woman(person: Person) -> bool:
    """Tell whether the entry may be a woman's for all that it says."""
    forename = _forename(person)
    return not forename or forename in WOMENS_FORENAMES or _has_womans_title(person)


def _has_womans_title(person: Person) -> bool:
    return not WOMENS_TITLES.isdisjoint(words(person.name.text))


def _forename(person: Person) -> str:
    """Return the first forename that is no initial, or ``""``."""
    return next((word for word in words(person.name.of("forename")) if len(word) > 1), "")


def _is_rank(titles: Sequence[str]) -> bool:
    """Tell whether the last of ``titles`` is a rank of the services."""
    return not _RANKS.isdisjoint(titles[-1:]) and _NO_RANKS.isdisjoint(titles)


def _is_lawyer(person: Person) -> bool:
    """Tell whether the entry is that of a counsel, and of no officer of the services."""
    said = f"{person.name.text} {person.description}"
    return _LAWYER.search(said) is not None and not _SERVED.search(said) and _RANKS.isdisjoint(words(person.name.text))


def _is_civilian(person: Person) -> bool:
    """Tell whether the entry has a civil office, and neither a rank nor what else may be said of an officer."""
    said = _said_of(person.name.text, person.description).words
    is_soldier = not _AMONG_SOLDIERS.isdisjoint(said) or _SERVED.search(person.description) is not None
    return not is_soldier and not _CIVILIAN.isdisjoint(said)


def _has_rank(person: Person) -> bool:
    """Tell whether the entry has a rank of the services as part of the name."""
    return not _RANKS.isdisjoint(words(person.name.of("roleName")))


def _bears(person: Person, titles: Set[str]) -> bool:
    """Tell whether the entry says that ``person`` bears one of ``titles``, or does not say what the person is."""
    said = _said_of(person.name.text, person.description)
    if not person.description and not said.is_in_congress:
        return True
    return (said.is_in_congress and not _OF_CONGRESS.isdisjoint(titles)) or not titles.isdisjoint(said.words)


class _Said(NamedTuple):
    """What an entry says: its words without the offices of others, and whether it is that of a member of Congress."""

    words: Set[str]
    is_in_congress: bool


@remembered(1 << 12)  # the rulers of a volume are in all its documents
def _said_of(name: str, description: str) -> _Said:
    said = f"{name} {_OF_INSTITUTION.sub('', OF_ANOTHER.sub('', description))}"
    return _Said(frozenset(words(said)), _IN_CONGRESS.search(said) is not None)
