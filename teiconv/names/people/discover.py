"""Who may be in a document that comes without any list: the names that are not unlikely, joined into persons.

Every stretch that may be a name is a candidate (:mod:`.candidates`).  The features of all the candidates of a surname
together say whether it may be one (:mod:`.name_classifier`).  What remains is joined into persons.  The other mentions
of them, bare surnames above all, are then found as with any other list, and all the mentions of a person together say
whether it is one (:mod:`.classifier`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import chain

from teiconv.names.people.another import SERVANTS
from teiconv.names.people.apart import GENERATIONS, are_apart, is_of_her_family, role_of, with_role
from teiconv.names.people.by_forename import (
    called_by_forename,
    cased,
    is_mere_forename,
    is_untitled_forename,
    of_forename,
    with_forename,
)
from teiconv.names.people.candidates import NameCandidate, candidates
from teiconv.names.people.forenames import contradict
from teiconv.names.people.linear import log_odds
from teiconv.names.people.name_classifier import CERTAIN, POSSIBLE, beyond_doubt, features, weights
from teiconv.names.people.names import fold, folded, is_short_for, words
from teiconv.names.people.opening_words import opening_words
from teiconv.names.people.person import NamePart, Person, PersonName, identified
from teiconv.names.people.tokens import Tokens
from teiconv.names.people.vocabulary import FORENAMES, NICKNAMES, PARTICLES, WOMEN, WRITTEN_SHORT
from teiconv.remember import remembered


class Evidence:
    """What the document shows of each surname: the features by which :mod:`.name_classifier` knows it."""

    def __init__(self, by_surname: Mapping[tuple[str, ...], tuple[str, ...]]) -> None:
        self._by_surname = by_surname

    def of(self, person: Person) -> tuple[str, ...]:
        """Return the features of the surname of ``person``, or of another word by which the document calls them."""
        surname = words(person.name.of("surname") or person.name.text)
        if surname in self._by_surname:
            return self._by_surname[surname]
        own = set(words(person.name.text))
        return next((shown for called, shown in self._by_surname.items() if own.intersection(called)), ())


def discover(all_tokens: Iterable[Tokens]) -> tuple[tuple[Person, ...], Evidence]:
    """Return whom ``all_tokens`` may name, in the order in which they appear, and what speaks for them."""
    by_surname, common = by_surnames(all_tokens)
    likely: list[NameCandidate] = []
    shown: dict[tuple[str, ...], tuple[str, ...]] = {}
    for called, group in by_surname.items():
        known = features(called, group, called[-1] in common)
        certain = beyond_doubt(group)
        if certain or log_odds(weights(), known) > POSSIBLE:
            shown[called] = (*known, CERTAIN) if certain else known
            likely += group
    return identified(joined(likely)), Evidence(shown)


def by_surnames(all_tokens: Iterable[Tokens]) -> tuple[dict[tuple[str, ...], list[NameCandidate]], Set[str]]:
    """Return the candidates in ``all_tokens`` by surname, and the words that they have in small letters."""
    pages = list(all_tokens)
    written = set(chain.from_iterable(tokens.written for tokens in pages))
    small = set(folded([word for word in written if word[0].islower()]))
    opening = opening_words(pages, small)
    by_surname: dict[tuple[str, ...], list[NameCandidate]] = {}
    for tokens in pages:
        for found in candidates(tokens, opening):
            by_surname.setdefault(found.called, []).append(found)
    return by_surname, small


_MOST_OF_A_NAME = 50
"""How many people of one surname are told apart: no document has so many, and the rest of them are nobody."""


def joined(found: Sequence[NameCandidate]) -> Iterator[Person]:
    """Yield one person for each group of candidates that can be of the same one."""
    groups: list[list[int]] = []  # where the candidates of each stand in ``found``
    letters = [_initials(_telling(candidate.given)) for candidate in found]
    near: defaultdict[tuple[str, ...], list[list[int]]] = defaultdict(list)
    for place in sorted(range(len(found)), key=lambda place: (not found[place].given, not found[place].generation)):
        candidate = found[place]
        alike = near[candidate.called]  # of the same surname, or called by it before their own
        own = letters[place]
        may_be = [group for group in alike if not (own and letters[group[0]]) or own & letters[group[0]]]
        may_be = [group for group in may_be if group[0] < place or not is_of_her_family(candidate, found[group[0]])]
        if is_mere_forename(candidate):
            same = [group for group in may_be if _same(candidate, found[group[0]])]
            group = called_by_forename(candidate, found, same)
        else:
            if own:  # who has the very forenames comes first
                may_be.sort(key=lambda group: found[group[0]].given != candidate.given)
            group = next((group for group in may_be if _same(candidate, found[group[0]])), None)
        if group is not None:
            group.append(place)
        elif len(alike) < _MOST_OF_A_NAME:
            groups.append([place])
            near[candidate.called].append(groups[-1])
            near[candidate.given[:1]].append(groups[-1])
    for places in sorted(groups, key=min):
        members = [found[place] for place in places]
        if _is_forename_of_another(members, [found[group[0]] for group in near[members[0].called]]):
            continue
        best = max(members, key=_fullness)
        yield _of_group(best, members, is_alone=len(near[best.called]) < 2)


def _of_group(best: NameCandidate, members: Sequence[NameCandidate], *, is_alone: bool) -> Person:
    """Return the person of ``members``, all names of one; ``best`` is the fullest, ``is_alone``: nobody else has it."""
    called_so = [candidate for candidate in members if is_mere_forename(candidate)]
    if best.given and called_so:
        return with_forename(_person(best), called_so)
    if all(map(is_untitled_forename, members)):
        return Person("", (of_forename(best.words[0]),), listed=False)
    if not is_alone and (role := role_of(members)):
        return with_role(_person(best), role)
    if not _is_called_by_first(best, members):
        return _person(best)
    if best.given[0] in WOMEN:
        person = _person(best)
        return replace(person, names=(*person.names, of_forename(best.words[0])))
    return _person(best._replace(surname=slice(0, 1)))


def _fullness(candidate: NameCandidate) -> tuple[int, int, bool]:
    """Return how much of somebody's name ``candidate`` has."""
    return len(candidate.given), sum(map(len, candidate.given)), bool(candidate.generation)


@remembered(1 << 12)
def _initials(given: tuple[str, ...]) -> Set[str]:
    """Return the letters with which forenames may begin that are those of one person with ``given``: nicknames, too."""
    return frozenset(word[0] for own in given for word in (own, *NICKNAMES.get(own, ())))


def _is_forename_of_another(members: Sequence[NameCandidate], alike: Sequence[NameCandidate]) -> bool:
    """Tell whether ``members`` are no more than a forename, that of somebody whom the document names in full."""
    called = members[0].called
    if called[-1] not in FORENAMES or any(member.given or _is_titled(member) for member in members):
        return False
    return any(other.given[:1] == called for other in alike)


def _is_titled(candidate: NameCandidate) -> bool:
    return any(feature.startswith("t:") for feature in candidate.features)


def _is_called_by_first(best: NameCandidate, members: Sequence[NameCandidate]) -> bool:
    """Tell whether the document calls a person by the first word of the name more often than by the last."""
    alone = [candidate.called for candidate in members if not candidate.given]
    return best.surname.start > 0 and alone.count(best.given[:1]) > alone.count(best.called)


def _same(candidate: NameCandidate, other: NameCandidate) -> bool:
    if are_apart(candidate, other):
        return False
    if candidate.called != other.called:
        is_called_so = not candidate.given and candidate.called == other.given[:1]
        return is_called_so and (other.given[0] not in FORENAMES or is_mere_forename(candidate))
    if not candidate.given or not other.given:
        return True
    return _agree(_telling(candidate.given), _telling(other.given))


@remembered(1 << 12)
def _telling(given: tuple[str, ...]) -> tuple[str, ...]:
    """Return the two of the forenames that tell people apart: ``Abd al`` begins many (``Abd al-Salam``)."""
    return tuple([word for word in given if word not in SERVANTS][:2]) or given[:2]


def _agree(own: Sequence[str], other: Sequence[str]) -> bool:
    """Whether forenames may be those of one person: in their order, or where either leaves out its first.

    ``F. W.`` and ``W. H.`` are two, though both have a W; ``J. Edgar`` and ``Edgar`` are one.
    """
    if is_short_for(own[0], other[0]):
        return True
    if min(len(own), len(other)) == 1:
        return any(is_short_for(one, two) for one in own for two in other)
    if contradict(own, other):
        return False
    return any(len(one) > 1 and len(two) > 1 and is_short_for(one, two) for one in own for two in other)


def _person(found: NameCandidate) -> Person:
    is_woman = not found.given and found.called[0] in WOMEN and "t:courtesy" not in found.features
    if is_woman or is_mere_forename(found):
        return Person("", (of_forename(found.words[0]),), listed=False)
    surname = found.words[found.surname]
    given = found.words[: found.surname.start] + found.words[found.surname.stop :]
    parts = [NamePart("surname", ("-" if found.is_double else " ").join(map(_cased_in_surname, surname)))]
    if found.honour:
        parts += [NamePart("", " "), NamePart("addName", cased(found.honour))]
    if given:
        eastern = found.surname.start == 0
        forename = _eastern(found) if eastern else " ".join(map(_pointed, given))
        parts += [NamePart("", " " if eastern else ", "), NamePart("forename", forename)]
    if found.generation:
        suffix = found.generation
        parts += [NamePart("", ", "), NamePart("genName", GENERATIONS.get(suffix, suffix.upper()))]
    return Person("", (PersonName(tuple(parts)),), listed=False)


def _cased_in_surname(word: str) -> str:
    """Return a word of a surname; a particle in capitals may be of two letters: ``LE TELLIER``."""
    return word.capitalize() if word.isupper() and fold(word) in PARTICLES else cased(word)


def _eastern(found: NameCandidate) -> str:
    """Return the forenames of a name that has them behind: ``En-lai``, ``Kittikachorn``."""
    parts = [f"{' ' if word[0].isupper() else '-'}{word}" for word in found.words[1:]]
    return "".join(parts).lstrip(" -")


def _pointed(word: str) -> str:
    return f"{cased(word)}." if len(word) == 1 or word.lower() in WRITTEN_SHORT else cased(word)
