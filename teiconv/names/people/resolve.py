"""Whom a mention means: the one of several of the same name, and whether a word is a name at all.

The document decides.  First come the mentions that say it themselves, by forenames or by an office beside the
name that the list gives to one of the candidates; then the others follow them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from teiconv.model.certainty import Certainty
from teiconv.names.people.index import PersonList
from teiconv.names.people.mentions import Mention
from teiconv.names.people.names import words
from teiconv.names.people.offices import agreement, is_prominent
from teiconv.names.people.person import Person
from teiconv.names.people.tokens import Tokens

PROMINENCE = 0.5
CLEAR = 1.0
"""By how much the best candidate must lead for the link to be more than a guess."""
BEYOND_DOUBT = 2.0
"""By how much the office beside the name must agree better with one candidate than with any other."""


WIVES = frozenset({"madame", "mme", "mrs"})
"""Titles under which a list has a wife by the name of her husband: ``Chiang Kai-shek, Madame``."""


class PersonLink(NamedTuple):
    """A mention and whom it means; ``cert`` says how certain that is where it is not."""

    start: int
    end: int
    persons: tuple[int, ...]
    cert: str | None = None


def resolve(
    all_tokens: Sequence[Tokens], found: Sequence[Sequence[Mention]], people: PersonList
) -> list[list[PersonLink]]:
    """Return the links on each page, for the mentions ``found`` on it."""
    judge = _Judge(people, found)
    for tokens, mentions in zip(all_tokens, found, strict=True):
        if mentions:
            judge.hear(tokens, mentions)
    return [
        list(judge.links(tokens, mentions)) if mentions else []
        for tokens, mentions in zip(all_tokens, found, strict=True)
    ]


class _Judge:
    """Knows who is established in a document, and who was meant last by a name."""

    def __init__(self, people: PersonList, found: Sequence[Sequence[Mention]]) -> None:
        self.people = people
        self.established = {
            n for mentions in found for m in mentions if not m.weak and not m.misspelt for n in m.persons
        }
        self.votes: Counter[int] = Counter()
        self.last: dict[str, int] = {}

    def hear(self, tokens: Tokens, mentions: Sequence[Mention]) -> None:
        """Count who is meant beyond doubt in ``tokens``."""
        for mention in mentions:
            if len(mention.persons) == 1:
                if mention.full:
                    self.votes[mention.persons[0]] += 3
            elif sure := self.by_office(tokens, mention):
                self.votes[sure] += 2

    def by_office(self, tokens: Tokens, mention: Mention) -> int | None:
        scores = self.scores(tokens, mention)
        best, next_best, *_ = *sorted(scores.values(), reverse=True), 0.0
        return max(scores, key=lambda n: scores[n]) if best - next_best >= BEYOND_DOUBT else None

    def scores(self, tokens: Tokens, mention: Mention) -> dict[int, float]:
        """Return how well the words around ``mention`` agree with each candidate's description."""
        return {
            number: agreement(tokens.text, mention, self.people.persons[number])
            for number in self.may_be_meant(tokens, mention)
        }

    def may_be_meant(self, tokens: Tokens, mention: Mention) -> Sequence[int]:
        """Return whom of those who bear the name it may mean.

        An entry that only refers to another one stands for its very words (``Ky, see Nguyen Cao Ky``); else it yields
        to that one.  Who is listed under a husband's name is meant after ``Madame`` alone, and nobody else is then.
        """
        if len(mention.persons) == 1:
            return mention.persons
        persons = self.people.persons
        is_wife = not WIVES.isdisjoint(mention.titles)
        able = [number for number in mention.persons if _is_wife(persons[number]) is is_wife] or mention.persons
        referring = [number for number in able if persons[number].same_as]
        printed = words(tokens.text[mention.start : mention.end])
        printed_so = [number for number in referring if _called(persons[number]) == printed]
        return printed_so or [number for number in able if number not in referring] or able

    def links(self, tokens: Tokens, mentions: Sequence[Mention]) -> Iterator[PersonLink]:
        for mention in mentions:
            if not self.believes(tokens, mention):
                continue
            if len(mention.persons) == 1:
                self.last[mention.word] = mention.persons[0]
                yield PersonLink(
                    mention.start, mention.end, mention.persons, Certainty.MEDIUM if mention.misspelt else None
                )
            else:
                yield self.choice(tokens, mention)

    def believes(self, tokens: Tokens, mention: Mention) -> bool:
        """Tell whether ``mention`` is one: a mere word if nothing else names the person, a misspelling by office."""
        if mention.misspelt and not mention.full:
            return max(self.scores(tokens, mention).values()) >= 1
        return not mention.weak or bool(self.established.intersection(mention.persons))

    def choice(self, tokens: Tokens, mention: Mention) -> PersonLink:
        """Return the link of a mention that may mean several persons.

        The office beside the name decides.  Who is named in full elsewhere is likely; who is only prominent, or was
        named last, is a guess: then all are pointed to, the likeliest first.
        """
        agreed = self.scores(tokens, mention)
        scores = dict(agreed)
        for number in scores:
            scores[number] += min(self.votes[number], 6) / 2 + (self.last.get(mention.word) == number)
            scores[number] += PROMINENCE * is_prominent(self.people.persons[number])
        ranked = sorted(scores, key=lambda number: -scores[number])
        lead = scores[ranked[0]] - scores[ranked[1]] if len(ranked) > 1 else CLEAR
        if len(ranked) == 1:
            self.last[mention.word] = ranked[0]
            return PersonLink(mention.start, mention.end, (ranked[0],))
        if lead <= 0:
            tied = tuple(number for number in ranked if scores[number] == scores[ranked[0]])
            return PersonLink(mention.start, mention.end, tied, Certainty.LOW)
        self.last[mention.word] = ranked[0]
        office = agreed[ranked[0]] - max(agreed[number] for number in ranked[1:])
        if office >= BEYOND_DOUBT and lead >= CLEAR:
            return PersonLink(mention.start, mention.end, (ranked[0],))
        is_told = self.votes[ranked[0]] > max(self.votes[number] for number in ranked[1:])
        if (office >= CLEAR or is_told) and lead >= CLEAR:
            return PersonLink(mention.start, mention.end, (ranked[0],), Certainty.MEDIUM)
        return PersonLink(mention.start, mention.end, tuple(ranked), Certainty.LOW)


def _is_wife(person: Person) -> bool:
    return not WIVES.isdisjoint(words(person.name.of("roleName")))


def _called(person: Person) -> tuple[str, ...]:
    """Return the words of the name without titles."""
    return words(" ".join(part.text for part in person.name.parts if part.kind != "roleName"))
