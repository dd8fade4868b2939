"""What stands at a mention decides against what the document says of its people: titles, initials, ``brothers``."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from itertools import islice

from teiconv.authority.bearing import Title
from teiconv.authority.titles import PAST, TitleReader
from teiconv.grammar.offices import Use, of_each, offices
from teiconv.names.people.context import titles_at
from teiconv.names.people.mere_words import names_several
from teiconv.names.people.names import words
from teiconv.names.people.person import NamePart, Person, PersonName
from teiconv.names.people.resolve import PersonLink
from teiconv.names.people.tokens import Tokens
from teiconv.names.people.vocabulary import PLACES, WOMEN, WOMENS_TITLES
from teiconv.regex import regex

_RULERS = offices(Use.SOVEREIGN) | {"president", "prime"}
_LAND = regex(r" of (?P<land>[A-Z]\w+)")

MOST = 3
"""To how many a link of low certainty leads."""

Ruled = tuple[PersonLink, tuple[Person, ...]]
"""A mention, and whom it means."""


def ruled_by(reader: TitleReader, tokens: Tokens, linked: Ruled, own: Person, in_full: Set[str]) -> Ruled:
    """Return a link with whom title and initials of the mention decide for, or without whom the title excludes.

    ``own`` is the person as the document names them, ``in_full`` are the titles that it has with the whole name.
    """
    link, persons = linked
    title, name = title_at(tokens, link.start), tokens.text[link.start : link.end]
    land = _land_at(tokens, link, title)
    if land and not all(reader.is_of_land(one, land) for one in persons):
        return in_doubt(link, reader.of_land(title, name, land)[:MOST] or persons)
    meant_so = _meant_so(reader, title, name, persons, in_full)
    if 0 < len(meant_so) <= MOST:
        return linked if persons == meant_so else in_doubt(link._replace(cert="medium"), meant_so)
    if len(persons) == 1 and title and reader.excludes(title, persons[0]):
        return link._replace(cert=None), (_titled(own, title) if len(words(name)) == 1 else own,)
    if persons and reader.doubts(title, persons[0]):
        heirs = reader.heirs(name)[:MOST]
        return in_doubt(link, heirs or persons)
    return linked


def _meant_so(
    reader: TitleReader, title: Title, name: str, persons: Sequence[Person], in_full: Set[str]
) -> tuple[Person, ...]:
    """Return whom title, initials and generation of ``name`` decide for, which without them means ``persons``."""
    if not persons:
        return ()
    if bearer := reader.of_generation(name, persons[0]):
        return (bearer,)
    if one := reader.holder(title, name) if title else reader.husband(name, persons[0]):
        return (one,)
    if found := reader.bearers(title, name, persons[0], in_full):
        return found
    if one := reader.initialled(name, persons[0]):
        return (one,)
    living = reader.living(title, persons)
    return reader.titled(title, living or persons) or living


def _land_at(tokens: Tokens, link: PersonLink, title: Title) -> str:
    """Return the country of which the mention is a ruler by the words there: King Hassan of ``Morocco``."""
    land = _LAND.match(tokens.text, link.end) if not _RULERS.isdisjoint(title) else None
    return land["land"] if land and not PLACES.isdisjoint(words(land["land"])) else ""


def _titled(person: Person, title: Title) -> Person:
    """Return ``person``, of whom no more is said than surname and title: the forename is that of somebody else."""
    if not person.name.of("forename"):
        return person
    role = " ".join(map(str.capitalize, title))
    parts = NamePart("surname", person.name.of("surname")), NamePart("", ", "), NamePart("roleName", role)
    return replace(person, id=f"{person.id}_{'_'.join(title)}", names=(PersonName(parts),))


def title_at(tokens: Tokens, position: int) -> Title:
    """Return the title of the name at ``position``, with ``former`` before it."""
    title = of_each(titles_at(tokens, position))
    begin = bisect_left(tokens.starts, position) - len(title)
    return (tokens.words[begin - 1], *title) if title and begin and tokens.words[begin - 1] in PAST else title


def with_families(all_tokens: Sequence[Tokens], ruled: Sequence[Sequence[Ruled]]) -> list[list[Ruled]]:
    """Return the links with that of ``the Roe brothers`` to all whom the document names so."""
    found = list(map(list, ruled))
    families = [
        (number, place, _called(tokens, link))
        for number, tokens in enumerate(all_tokens)
        for place, (link, _) in enumerate(ruled[number])
        if names_several(tokens, bisect_left(tokens.starts, link.end))
    ]
    bearers = _bearers(all_tokens, ruled, {name for _, _, name in families})
    for number, place, name in families:
        if len(bearers[name]) > 1:
            found[number][place] = found[number][place][0]._replace(cert="low"), tuple(bearers[name])
    return found


def _bearers(
    all_tokens: Sequence[Tokens], ruled: Sequence[Sequence[Ruled]], names: Set[str]
) -> Mapping[str, Mapping[Person, None]]:
    """Return whom the document calls by each of ``names``, in the order in which they appear."""
    bearers: dict[str, dict[Person, None]] = {name: {} for name in names}
    if names:
        for tokens, links in zip(all_tokens, ruled, strict=True):
            for link, persons in links:
                bearers.get(_called(tokens, link), {}).update(dict.fromkeys(persons))
    return bearers


def with_bare_names(all_tokens: Sequence[Tokens], ruled: Sequence[Sequence[Ruled]]) -> list[list[Ruled]]:
    """Return the links with those of bare names to whom the document has so with titles or forenames.

    If these are several, or in doubt, the bare name means nobody for certain.
    """
    told: dict[str, dict[str, Person]] = {}
    certain: set[str] = set()
    for tokens, links in zip(all_tokens, ruled, strict=True):
        for link, persons in links:
            if not _is_bare(tokens, link) and not _is_of_woman(tokens, link):
                name = _called(tokens, link)
                told.setdefault(name, {}).update({person.id: person for person in persons})
                certain.update((name,) if link.cert is None else ())
    return [
        [
            _bare(linked, told[name], name in certain) if name in told and _is_bare(tokens, linked[0]) else linked
            for linked in links
            for name in (_called(tokens, linked[0]),)
        ]
        for tokens, links in zip(all_tokens, ruled, strict=True)
    ]


def _bare(linked: Ruled, told: Mapping[str, Person], is_certain: bool) -> Ruled:
    """Return the link of a bare name which the document has with titles or forenames for those ``told``, by id."""
    link, persons = linked
    if len(persons) != 1 or (is_certain and len(told) == 1 and persons[0].id in told):
        return linked
    return in_doubt(link, persons if persons[0].id in told else tuple(islice(told.values(), MOST)))


def in_doubt(link: PersonLink, persons: tuple[Person, ...]) -> Ruled:
    """Return ``link`` as one that is not certain to lead to ``persons``."""
    return link._replace(cert="low" if len(persons) > 1 else link.cert or "medium"), persons


def titles_in_full(all_tokens: Sequence[Tokens], linked: Sequence[Sequence[PersonLink]]) -> Mapping[int, Set[str]]:
    """Return the titles that the document has with more than the surname of somebody, by number."""
    found: dict[int, set[str]] = {}
    for tokens, links in zip(all_tokens, linked, strict=True):
        for link in links:
            if len(words(tokens.text[link.start : link.end])) > 1:
                found.setdefault(link.persons[0], set()).update(titles_at(tokens, link.start))
    return found


def _is_bare(tokens: Tokens, link: PersonLink) -> bool:
    """Tell whether the mention is one word without a title, even that of a couple."""
    is_one = len(words(tokens.text[link.start : link.end])) == 1
    return is_one and not tokens.titles_before(bisect_left(tokens.starts, link.start))


def _is_of_woman(tokens: Tokens, link: PersonLink) -> bool:
    """Tell whether the mention has a woman's title or forename: the bare names do not mean the wife."""
    name = words(tokens.text[link.start : link.end])
    return (name[:-1] != () and name[0] in WOMEN) or not WOMENS_TITLES.isdisjoint(titles_at(tokens, link.start))


def _called(tokens: Tokens, link: PersonLink) -> str:
    """Return the last word of the mention, folded."""
    return "".join(words(tokens.text[link.start : link.end])[-1:])
