"""Relatives: ``his brother, Nicolás Roe`` is another than Roe, and in ``Roe’s son Irwin`` stands a forename."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence, Set

from teiconv.authority.ruled import MOST, Ruled, in_doubt, title_at
from teiconv.authority.titles import TitleReader
from teiconv.names.people.names import is_short_for, words
from teiconv.names.people.person import NamePart, Person, PersonName
from teiconv.names.people.tokens import Tokens
from teiconv.names.people.vocabulary import KIN
from teiconv.regex import regex

_BEHIND = regex(r", (?:(?:his|her|their|the|a|an|younger|elder|older|half) ?-?){0,3}(?P<kin>[a-z]+)\b")
"""What follows the name of a relative: Nicolás Roe, the younger ``brother`` of the General."""
_POSSESSIVE = regex(r"[’'](?:s )?(?:[a-z-]+ ){0,2}$")
"""What stands between the name of whom something is said and the word for a relative."""
_NEAR = 40
"""How far before such a word its possessor ends at most."""


def with_relatives(
    reader: TitleReader, all_tokens: Sequence[Tokens], ruled: Sequence[Sequence[Ruled]]
) -> list[list[Ruled]]:
    """Return the links with those to a relative where only the surname is said, or where only a forename is.

    Whom a document names in full as a relative of somebody, and nowhere else, is not the one whom it calls by the
    surname.
    """
    relatives = _relatives(all_tokens, ruled)
    return [
        [_apart(reader, tokens, linked, relatives) for linked in links]
        for tokens, links in zip(all_tokens, ruled, strict=True)
    ]


def _relatives(all_tokens: Sequence[Tokens], ruled: Sequence[Sequence[Ruled]]) -> Set[str]:
    """Return the ids of those whom the document names in full as relatives alone, or as those of a namesake."""
    said: dict[str, bool] = {}
    of_namesakes: set[str] = set()
    for tokens, links in zip(all_tokens, ruled, strict=True):
        ends = {link.end: persons for link, persons in links}
        for link, persons in links:
            if len(persons) == 1 and not _is_one_word(tokens, link.start, link.end):
                kin = _kin_before(tokens, link.start)
                said[persons[0].id] = said.get(persons[0].id, True) and (kin is not None or _is_kin(tokens, link.end))
                of_namesakes.update(one.id for one in _possessor(tokens, kin, ends) if one == persons[0])
    return of_namesakes.union(who for who, is_relative in said.items() if is_relative)


def _possessor(tokens: Tokens, kin: int | None, ends: Mapping[int, Sequence[Person]]) -> Sequence[Person]:
    """Return whose relative the word ``kin`` speaks of: King ``Roe``’s father."""
    if kin is None:
        return ()
    start = tokens.start(kin)
    match = _POSSESSIVE.search(tokens.text, max(0, start - _NEAR), start)
    return ends.get(match.start(), ()) if match else ()


def _kin_before(tokens: Tokens, position: int) -> int | None:
    """Return which word says before the name at ``position`` that it is a relative's, or None."""
    begin = bisect_left(tokens.starts, position)
    kin = begin - len(tokens.titles_before(begin)) - 1
    is_kin = kin >= 0 and tokens.written[kin] in KIN and tokens.gaps[kin + 1] in (" ", ", ", "\n")
    return kin if is_kin else None


def _is_kin(tokens: Tokens, end: int) -> bool:
    """Tell whether an apposition behind a name that ends at ``end`` says so."""
    match = _BEHIND.match(tokens.text, end)
    return match is not None and match["kin"] in KIN


def _is_one_word(tokens: Tokens, start: int, end: int) -> bool:
    return len(words(tokens.text[start:end])) == 1


def _apart(reader: TitleReader, tokens: Tokens, linked: Ruled, relatives: Set[str]) -> Ruled:
    """Return the link of a single word for another than those whom it cannot mean."""
    link, persons = linked
    if not persons or not _is_one_word(tokens, link.start, link.end):
        return linked
    title, name = title_at(tokens, link.start), tokens.text[link.start : link.end]
    kin = _kin_before(tokens, link.start)
    if kin is None:
        if len(persons) > 1 or persons[0].id not in relatives or _is_kin(tokens, link.end):
            return linked
        return in_doubt(
            link, reader.namesakes(title, name, persons[0])[:MOST] or (_called(persons[0], name, "surname"),)
        )
    if title or tokens.text[tokens.end(kin) : link.start] != " " or any(_has_forename(one, name) for one in persons):
        return linked
    return link._replace(cert="medium"), (_called(persons[0], name, "forename"),)


def _has_forename(person: Person, name: str) -> bool:
    """Tell whether ``name`` is, or is short for, a forename of ``person``."""
    called = words(name)[0]
    return any(is_short_for(called, word) for each in person.names for word in words(each.of("forename")))


def _called(person: Person, name: str, part: str) -> Person:
    """Return somebody who is not ``person``, and of whom the document tells no more than ``name``."""
    word = words(name)[0]
    return Person(f"{person.id}_{word}", (PersonName((NamePart(part, word.capitalize()),)),), listed=False)
