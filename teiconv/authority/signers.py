"""Who signs a paper by a forename: ``Walt`` under that of the ``Special Assistant (Rostow)``."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from teiconv.authority.ruled import Ruled
from teiconv.authority.titles import TitleReader
from teiconv.model.certainty import Certainty
from teiconv.names.people.names import is_short_for, words
from teiconv.names.people.person import Person
from teiconv.names.people.resolve import PersonLink
from teiconv.names.people.tokens import Tokens


def with_signer(
    reader: TitleReader, all_tokens: Sequence[Tokens], ruled: Sequence[Sequence[Ruled]]
) -> list[list[Ruled]]:
    """Return the links with that of a signature that is no more than a forename to whom the title has as the sender.

    If the sender has not that forename, the title means the only one of the surname who has it.
    """
    found = list(map(list, ruled))
    signed = [number for number, tokens in enumerate(all_tokens) if _is_forename(tokens, found[number])]
    place = _sender(all_tokens, found) if len(signed) == 1 else None
    if place is None:
        return found
    number, tokens = signed[0], all_tokens[signed[0]]
    title, at = place
    link, persons = found[title][at]
    signer = _signer(reader, tokens.words[0], all_tokens[title].text[link.start : link.end], persons[0])
    if signer is None:
        return found
    if signer != persons[0]:
        found[title][at] = link._replace(cert=Certainty.MEDIUM), (signer,)
    found[number] = [(PersonLink(tokens.start(0), tokens.end(0), (), Certainty.MEDIUM), (signer,))]
    return found


def _is_forename(tokens: Tokens, links: Sequence[Ruled]) -> bool:
    """Tell whether a signature is one word, and that the name of nobody whom the authority has."""
    if tokens.run.block != "signed" or tokens.run.taken or len(tokens.written) != 1 or not tokens.capital(0):
        return False
    return not any(person.listed for _, persons in links for person in persons)


def _sender(all_tokens: Sequence[Tokens], ruled: Sequence[Sequence[Ruled]]) -> tuple[int, int] | None:
    """Return page and place of the link of the sender in a title, if it leads to one person.

    That is the first name in brackets (``From the Special Assistant (Roe)``) or behind ``From``.
    """
    for number, tokens in enumerate(all_tokens):
        if tokens.run.block == "head":
            for place, (link, persons) in enumerate(ruled[number]):
                at = bisect_left(tokens.starts, link.start)
                if tokens.gap(at).endswith("(") or tokens.words[at - 1 : at] == ["from"]:
                    return (number, place) if len(persons) == 1 else None
    return None


def _signer(reader: TitleReader, forename: str, name: str, person: Person) -> Person | None:
    """Return ``person``, or the only one called by the surname ``name``, who has ``forename``."""
    if _has(forename, person):
        return person
    others = [one for one in reader.namesakes((), name, person) if _has(forename, one)]
    return others[0] if len(others) == 1 and len(words(name)) == 1 else None


def _has(forename: str, person: Person) -> bool:
    given = [word for name in person.names for word in words(name.of("forename")) if len(word) > 1]
    return any(is_short_for(forename, word) for word in given)
