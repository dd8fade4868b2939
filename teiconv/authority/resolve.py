"""Whom of an authority a document names: the candidates of each name, weighed with those who are named beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import sqrt
from typing import NamedTuple

from teiconv.authority.bearing import contradicts
from teiconv.authority.compiled import Authority, Known
from teiconv.authority.scene import Named, Scene
from teiconv.authority.titles import foremost_on, held_by
from teiconv.authority.weigh import (
    BARE,
    BY_INITIAL,
    ELSE,
    FOREMOST,
    HELD,
    OF_LAND,
    agreement,
    company,
    is_of_age,
    of_name,
    of_scene,
    orders_of,
    probabilities,
    said_with,
    weights,
)
from teiconv.names.people.index import NameForm
from teiconv.names.people.linear import log_odds
from teiconv.names.people.names import words
from teiconv.names.people.person import Person, PersonName
from teiconv.names.people.vocabulary import GIVEN_NAMES, HARDLY_SURNAMES, TITLES
from teiconv.remember import remembered

CERTAIN = 0.9
"""From which probability on somebody tells by their company who the others are."""

ROUNDS = 2
"""How often the candidates are weighed: without company, then with that of those who are certain."""

_MOST = 200
"""Candidates of one name; the commonest surname of the series has 70."""


class Candidate(NamedTuple):
    """A person of the authority whom a name may mean by ``form``: the features of that, and their log-odds.

    The company (:func:`.company`) is not among them.
    """

    form: NameForm
    known: Known
    features: tuple[str, ...]
    odds: float

    @property
    def number(self) -> int:
        """The number of the person."""
        return self.form.person


def candidates(authority: Authority, named: Named, scene: Scene) -> tuple[Candidate, ...]:
    """Return whom ``named`` may mean, each with the form that fits best."""
    best: dict[int, Candidate] = {}
    for candidate in _candidates(authority, named, scene):
        other = best.get(candidate.number)
        if other is None or candidate.odds > other.odds:
            best[candidate.number] = candidate
    return tuple(best.values())[:_MOST]


def _candidates(authority: Authority, named: Named, scene: Scene) -> Iterator[Candidate]:
    if _is_called_by_forename(named):
        return  # who that is only a list of the document's own circle could tell
    learned = weights()
    holding, foremost = held_by(authority, named.offices, scene.date), foremost_on(authority, scene.date)
    for bearer in _bearers(authority, named.called, named.given, named.is_forename, scene.year):
        number = bearer.number
        if not _is_otherwise_called(authority, named, number, scene):
            shown = of_scene(named, bearer.known, scene)
            if not named.lands.isdisjoint(bearer.known.told):
                shown += (OF_LAND,)
            if number in holding:
                shown += (HELD,)
            if number in foremost and BARE in bearer.features and ELSE not in shown:
                shown += (FOREMOST,)  # ``Director Dulles`` is not the Secretary of State
            yield bearer._replace(features=bearer.features + shown, odds=bearer.odds + log_odds(learned, shown))


@remembered(1 << 11)  # the documents of a volume are of the same years, and name the same people
def _bearers(
    authority: Authority, called: tuple[str, ...], given: tuple[str, ...], is_forename: bool, year: int | None
) -> tuple[Candidate, ...]:
    """Return who bears the name of ``called`` and ``given``, with what it says in any document of ``year``."""
    learned, orders = weights(), orders_of(called, given)
    found: dict[tuple[int, tuple[str, ...]], Candidate] = {}
    others: set[int] = set()  # who have another forename in full
    for word in dict.fromkeys((called[0], called[-1], *given)):
        for form in authority.forms(word):
            if (is_forename and not form.title) or _is_mere_title(form):
                continue  # whose surname it is; ``King`` for a king
            said = said_with(orders, form)
            agreed = None if said is None else agreement(said, form)
            if said and agreed is None and form.given and len(form.given[0]) > 1:
                others.add(form.person)
            if agreed is None or (form.person, agreed) in found:
                continue  # another name of somebody that agrees as well says nothing new
            known = authority.known(form.person)
            if is_of_age(known, year):
                shown = of_name(agreed, known, year)
                found[form.person, agreed] = Candidate(form, known, shown, log_odds(learned, shown))
    return tuple(one for one in found.values() if one.number not in others or BY_INITIAL not in one.features)


def _is_mere_title(form: NameForm) -> bool:
    """Tell whether the words of ``form`` are a title that a source has before the name: ``King`` Hussein."""
    return len(form.called) == 1 and form.given_follows and form.called[0] in TITLES


def _is_called_by_forename(named: Named) -> bool:
    """Tell whether a document calls somebody by a forename alone, never with a title."""
    return not (named.given or named.offices or len(named.called) > 1) and named.called[0] in HARDLY_SURNAMES


def _is_otherwise_called(authority: Authority, named: Named, number: int, scene: Scene) -> bool:
    """Tell whether all titles that ``named`` has exclude the person of ``number``; no title excludes nobody."""
    titles = named.offices
    if not titles or () in titles:
        return False
    return all(contradicts(authority, number, title, scene.date) for title in titles)


def names_in(authority: Authority, form: NameForm, person: Person) -> tuple[PersonName, ...]:
    """Return the names that have ``form``, and that by which a document calls ``person`` if it says or spells more.

    What has other words than forenames and theirs before the surname is no mere name: ``Counsel Ada Roe``.
    """
    names, own = authority.called_by(form), set(words(person.name.text))
    known = [set(words(name.text)) for name in names]
    is_usual = GIVEN_NAMES.issuperset(set(words(person.name.of("forename"))).difference(*known))
    return (*names, person.name) if is_usual and not any(map(own.issubset, known)) else names


def weighed(groups: Sequence[Sequence[Candidate]], rounds: int = ROUNDS) -> list[dict[int, float]]:
    """Return for the candidates of each name how likely each is meant."""
    found = [_weighed(group, {}) for group in groups]
    for _ in range(1, rounds):
        cast = cast_of(groups, found)
        found = [_weighed(group, cast) for group in groups]
    return found


def _weighed(group: Sequence[Candidate], cast: Mapping[int, float]) -> dict[int, float]:
    odds = [candidate.odds for candidate in group]
    if cast:
        learned = weights()
        odds = [candidate.odds + log_odds(learned, company(candidate.known, cast)) for candidate in group]
    return dict(zip((candidate.number for candidate in group), probabilities(odds), strict=True))


def cast_of(groups: Sequence[Sequence[Candidate]], found: Sequence[Mapping[int, float]]) -> Mapping[int, float]:
    """Return how much each volume has of those who are certain, as a part of what the first of them has.

    Who stands in many volumes tells less of each.
    """
    cast: dict[int, float] = {}
    for group, likely in zip(groups, found, strict=True):
        for candidate in group:
            volumes = candidate.known.volumes
            if volumes and likely[candidate.number] > CERTAIN:
                weight = 1 / sqrt(len(volumes))
                for volume in volumes:
                    cast[volume] = cast.get(volume, 0.0) + weight
    highest = max(cast.values(), default=1.0)
    return {volume: value / highest for volume, value in cast.items()}
