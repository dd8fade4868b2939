"""What stands at a mention decides against what the document says of its people: titles, initials, ``brothers``."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from teiconv.authority.titles import PAST, Title, TitleReader
from teiconv.grammar.offices import Use, offices
from teiconv.names.people.context import titles_at
from teiconv.names.people.mere_words import names_several
from teiconv.names.people.names import words
from teiconv.names.people.person import NamePart, Person, PersonName
from teiconv.names.people.resolve import PersonLink
from teiconv.names.people.tokens import Tokens
from teiconv.names.people.vocabulary import PLACES, WOMENS_TITLES
from teiconv.regex import regex

_RULERS = offices(Use.SOVEREIGN) | {"president", "prime"}
_LAND = regex(r" of (?P<land>[A-Z]\w+)")

_MOST = 3
"""To how many a link of low certainty leads."""

Ruled = tuple[PersonLink, tuple[Person, ...]]
"""A mention, and whom it means."""


def ruled_by(reader: TitleReader, tokens: Tokens, linked: Ruled, own: Person) -> Ruled:
    """Return a link with whom title and initials of the mention decide for, or without whom the title excludes.

    ``own`` is the person as the document names them.
    """
    link, persons = linked
    title, name = _title_at(tokens, link.start), tokens.text[link.start : link.end]
    meant_so = _meant_so(reader, title, name, persons[0]) if persons else None
    if not meant_so and len(persons) == 1 and (land := _land_at(tokens, link, title)):
        meant_so = reader.of_land(name, persons[0], land)
    if meant_so:
        return linked if persons == (meant_so,) else (link._replace(cert="medium"), (meant_so,))
    if len(persons) == 1 and title and reader.excludes(title, persons[0]):
        return link._replace(cert=None), (_titled(own, title) if len(words(name)) == 1 else own,)
    if persons and reader.doubts(title, persons[0]):
        heirs = reader.heirs(name)[:_MOST]
        return (link._replace(cert="low"), heirs) if heirs else (link._replace(cert=link.cert or "medium"), persons)
    return linked


def _meant_so(reader: TitleReader, title: Title, name: str, person: Person) -> Person | None:
    """Return whom the title and the initials of ``name`` decide for, which without them means ``person``."""
    if title:
        return reader.holder(title, name) or reader.bearer(title, name, person) or reader.initialled(name, person)
    return reader.husband(name, person) or reader.initialled(name, person)


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


def _title_at(tokens: Tokens, position: int) -> Title:
    """Return the title of the name at ``position``, with ``former`` before it."""
    title = titles_at(tokens, position)
    begin = bisect_left(tokens.starts, position) - len(title)
    return (tokens.words[begin - 1], *title) if title and begin and tokens.words[begin - 1] in PAST else title


def with_namesakes(all_tokens: Sequence[Tokens], ruled: Sequence[Sequence[Ruled]]) -> list[list[Ruled]]:
    """Return the links in the light of all others: ``the Roe brothers`` are all whom the document names so.

    A bare name means whom it has with titles or forenames elsewhere; if these are several, nobody for certain.
    """
    bearers: dict[str, dict[Person, None]] = {}
    told: dict[str, list[Ruled]] = {}
    for tokens, links in zip(all_tokens, ruled, strict=True):
        for link, persons in links:
            called = _called(tokens, link)
            bearers.setdefault(called, {}).update(dict.fromkeys(persons))
            if not _is_bare(tokens, link) and not _is_of_woman(tokens, link):
                told.setdefault(called, []).append((link, persons))
    return [
        [
            _of_family(tokens, linked, tuple(bearers[called])) or _bare(tokens, linked, told.get(called, ()))
            for linked in links
            for called in (_called(tokens, linked[0]),)
        ]
        for tokens, links in zip(all_tokens, ruled, strict=True)
    ]


def _of_family(tokens: Tokens, linked: Ruled, bearers: tuple[Person, ...]) -> Ruled | None:
    link, _ = linked
    is_family = len(bearers) > 1 and names_several(tokens, bisect_left(tokens.starts, link.end))
    return (link._replace(cert="low"), bearers) if is_family else None


def _bare(tokens: Tokens, linked: Ruled, told: Sequence[Ruled]) -> Ruled:
    """Return the link of a bare name in a document that has it with titles or forenames in ``told``."""
    link, persons = linked
    if not told or len(persons) != 1 or not _is_bare(tokens, link):
        return linked
    named = tuple(dict.fromkeys(person for _, others in told for person in others))
    if named == persons and None in [other.cert for other, _ in told]:
        return linked
    if persons[0] in named:
        return link._replace(cert=link.cert or "medium"), persons
    return link._replace(cert="low" if len(named) > 1 else link.cert or "medium"), named


def _is_bare(tokens: Tokens, link: PersonLink) -> bool:
    """Tell whether the mention is one word without a title, even that of a couple."""
    is_one = len(words(tokens.text[link.start : link.end])) == 1
    return is_one and not tokens.titles_before(bisect_left(tokens.starts, link.start))


def _is_of_woman(tokens: Tokens, link: PersonLink) -> bool:
    """Tell whether the mention has a woman's title: the others do not mean the wife."""
    return not WOMENS_TITLES.isdisjoint(titles_at(tokens, link.start))


def _called(tokens: Tokens, link: PersonLink) -> str:
    """Return the last word of the mention, folded."""
    return "".join(words(tokens.text[link.start : link.end])[-1:])
