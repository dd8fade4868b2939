"""Who signs by a forename: ``Walt``, ``Cabot L.``, ``McG. B.``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from teiconv.model.certainty import Certainty
from teiconv.names.people.index import PersonList
from teiconv.names.people.names import is_short_for, words
from teiconv.names.people.person import Person
from teiconv.names.people.resolve import PersonLink
from teiconv.names.people.tokens import Tokens

_MOST_WORDS = 2
_SHORTEST_CUT = 3
"""Letters of a forename that a point cuts short in a signature: ``McG. B.``"""


def with_signers(
    all_tokens: Sequence[Tokens], linked: Sequence[list[PersonLink]], people: PersonList
) -> list[list[PersonLink]]:
    """Return ``linked`` with those added who sign by a forename, with the initial of the surname or without.

    Of all whom the document names, one alone may be meant.
    """
    out = list(linked)
    signed = {
        number: tokens
        for number, tokens in enumerate(all_tokens)
        if tokens.run.block == "signed" and not linked[number] and not tokens.run.taken and _may_be_forename(tokens)
    }
    named = _named(linked, people) if signed else {}
    for number, tokens in signed.items():
        bearers = [person for person, entry in named.items() if _signs_so(tokens, entry)]
        if len(bearers) == 1:
            out[number] = [PersonLink(tokens.start(0), _end(tokens), (bearers[0],), Certainty.MEDIUM)]
    return out


def _may_be_forename(tokens: Tokens) -> bool:
    """Tell whether all of the words are a forename, and perhaps an initial."""
    written = tokens.written
    if not 0 < len(written) <= _MOST_WORDS or written[0].isupper():
        return False
    return tokens.capital(0) and (len(written) == 1 or (tokens.letter(1) and tokens.gap(1) in (" ", ". ", ".")))


def _end(tokens: Tokens) -> int:
    """Return where the last word ends, or the point of an initial."""
    last = len(tokens.written) - 1
    return tokens.ends[last] + tokens.initial(last)


def _named(linked: Sequence[Sequence[PersonLink]], people: PersonList) -> Mapping[int, Person]:
    """Return the persons to whom links lead alone."""
    numbers = {link.persons[0] for links in linked for link in links if len(link.persons) == 1}
    return {number: people.persons[number] for number in numbers}


def _signs_so(tokens: Tokens, person: Person) -> bool:
    """Tell whether ``person`` has the forename, or one that begins so before a point, and the initial."""
    first, *initial = tokens.words
    if initial and not person.name.of("surname").casefold().startswith(initial[0]):
        return False
    given = [word for word in words(person.name.of("forename")) if len(word) > 1]
    is_cut = bool(initial) and tokens.gap(1).startswith(".") and len(first) >= _SHORTEST_CUT
    return any(is_short_for(first, word) or (is_cut and word.startswith(first)) for word in given)
