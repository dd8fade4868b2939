"""Speakers known by an initial: ``K:`` and ``D:`` in the transcript of a talk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from teiconv.names.people.index import PersonList
from teiconv.names.people.names import words
from teiconv.names.people.resolve import PersonLink
from teiconv.names.people.tokens import Tokens
from teiconv.regex import regex

_SPEAKS = regex(r"([A-Z])(?=: )")
_COLON = ": "
_WEIGHT = {"head": 20, "item": 5}
"""What names somebody once in a title, or in a list such as that of the participants, counts as often in the text."""
_TURNS = 2
"""How often an initial must speak to be taken for a speaker."""


def with_speakers(
    all_tokens: Sequence[Tokens], linked: Sequence[list[PersonLink]], people: PersonList
) -> list[list[PersonLink]]:
    """Return ``linked`` with the initials of speakers added, each linked to whom else the document names."""
    turns = {
        number: match
        for number, tokens in enumerate(all_tokens)
        if tokens.text[1:3] == _COLON and (match := _SPEAKS.match(tokens.text))
    }
    if not turns:
        return list(linked)
    counts = Counter(match[1] for match in turns.values())
    bearers = _bearers(all_tokens, linked, people) if any(count >= _TURNS for count in counts.values()) else {}
    out = list(linked)
    for number, match in turns.items():
        person = bearers.get(match[1].lower())
        if person is not None and counts[match[1]] >= _TURNS:
            out[number] = [PersonLink(match.start(), match.end(), (person,), "medium"), *linked[number]]
    return out


def _bearers(
    all_tokens: Sequence[Tokens], linked: Sequence[Sequence[PersonLink]], people: PersonList
) -> Mapping[str, int]:
    """Return for each initial the person of the document whose surname has it, if one is named most often.

    Who is named in a head or in a list counts more: these say who talks.
    """
    named: Counter[int] = Counter()
    for tokens, links in zip(all_tokens, linked, strict=True):
        for link in links:
            for person in link.persons:
                named[person] += _WEIGHT.get(tokens.run.block, 1)
    by_initial: dict[str, list[int]] = {}
    for person, _ in named.most_common():
        surname = words(people.persons[person].name.of("surname") or people.persons[person].name.text)
        if surname:
            by_initial.setdefault(surname[0][0], []).append(person)
    return {
        initial: persons[0]
        for initial, persons in by_initial.items()
        if len(persons) == 1 or named[persons[0]] > named[persons[1]]
    }
