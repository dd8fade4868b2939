"""Whom a mention means: the one of several of the same name, and whether a word is a name at all.

The document decides.  First come the mentions that say it themselves, by forenames or by an office beside the
name that the list gives to one of the candidates; then the others follow them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from enum import StrEnum
from itertools import chain
from typing import NamedTuple

from teiconv.model.certainty import Certainty
from teiconv.names.people.fitting import rulers
from teiconv.names.people.index import PersonList
from teiconv.names.people.mentions import Mention
from teiconv.names.people.names import words
from teiconv.names.people.offices import agreement, beside, is_prominent
from teiconv.names.people.person import Person
from teiconv.names.people.times import Fit, fit, is_of_another_time
from teiconv.names.people.tokens import Tokens
from teiconv.names.people.two_offices import TwoOffices

PROMINENCE = 0.5
CLEAR = 1.0
"""By how much the best candidate must lead for the link to be more than a guess."""
FAR = -1.0
"""What it weighs that the entry of somebody is of another time."""
BEYOND_DOUBT = 2.0
"""By how much the office beside the name must agree better with one candidate than with any other."""


class PersonLink(NamedTuple):
    """A mention and whom it means; ``cert`` says how certain that is where it is not."""

    start: int
    end: int
    persons: tuple[int, ...]
    cert: str | None = None


class Rule(StrEnum):
    """Why a mention means whom it means, or nobody."""

    ALONE = "alone"
    """Only one person of the list has the name."""
    MISSPELT = "misspelt"
    """Only one has a name that is spelt so nearly."""
    OTHER_FORENAME = "other forename"
    """Only one has the name, but an unknown word, perhaps another forename, stands before it."""
    OTHER_TIME = "other time"
    """Only one has the name, but was dead, or held the office beside the name years away from the document."""
    ABLE = "able"
    """Of those who have the name, only one may be meant by these words."""
    OFFICE = "office"
    """The office beside the name is that of one of them, beyond doubt."""
    ONE_CUE = "one cue"
    """One sign speaks for one of them: the office beside the name, or that the document says elsewhere who it is."""
    ONE_TIME = "one time"
    """Of those who have the name, all but one are of another time."""
    GUESS = "guess"
    """What speaks for the first of them is little."""
    TIED = "tied"
    """Nothing tells them apart."""
    MERE_WORD = "mere word"
    """It may be an ordinary word, and nothing else in the document names the person."""
    NO_OFFICE = "no office"
    """It is not spelt as in the list, and nothing beside it says that the person is meant."""


class Signs(NamedTuple):
    """What speaks for one candidate of a mention, as weights that are added up.

    ``office``: the words around the name agree with the description; ``told``: the document says elsewhere who is
    meant; ``last``: was the one meant before by this word; ``prominent``: holds so high an office; ``time``: less
    than nothing if all offices were held years away from the document.
    """

    office: float
    told: float = 0.0
    last: float = 0.0
    prominent: float = 0.0
    time: float = 0.0

    @property
    def score(self) -> float:
        """All of them together."""
        return self.office + (self.told + self.last) + self.prominent + self.time

    @property
    def is_of_another_time(self) -> bool:
        """Whether the entry is of another time, and nothing at the name or elsewhere says that it is meant."""
        return self.time < 0 and not self.told and self.office < CLEAR


class Verdict(NamedTuple):
    """What becomes of a mention, by which rule, and what speaks for each candidate, where there are several.

    ``persons`` are whom it means, the likeliest first; none where it is taken for no name.  ``cert`` says how certain
    that is where it is not.
    """

    mention: Mention
    rule: Rule
    persons: tuple[int, ...]
    cert: str | None = None
    signs: Mapping[int, Signs] = {}

    @property
    def link(self) -> PersonLink:
        """The link that is made of it."""
        return PersonLink(self.mention.start, self.mention.end, self.persons, self.cert)


def resolve(
    all_tokens: Sequence[Tokens], found: Sequence[Sequence[Mention]], people: PersonList, date: str | None = None
) -> list[list[PersonLink]]:
    """Return the links on each page, for the mentions ``found`` on it."""
    return [
        [verdict.link for verdict in verdicts if verdict.persons] if verdicts else []
        for verdicts in judged(all_tokens, found, people, date)
    ]


def judged(
    all_tokens: Sequence[Tokens], found: Sequence[Sequence[Mention]], people: PersonList, date: str | None = None
) -> list[Sequence[Verdict]]:
    """Return what becomes of each of the mentions ``found`` in the tokens of each run, in a document of ``date``."""
    judge = _Judge(people, found, date)
    heard = [
        [judge.hear(tokens, each) for each in mentions] for tokens, mentions in zip(all_tokens, found, strict=True)
    ]
    return [
        [judge.verdict(tokens, *each) for each in zip(mentions, offices, strict=True)] if mentions else ()
        for tokens, mentions, offices in zip(all_tokens, found, heard, strict=True)
    ]


class _Judge:
    """Knows who is established in a document, and who was meant last by a name."""

    def __init__(self, people: PersonList, found: Sequence[Sequence[Mention]], date: str | None) -> None:
        self.people, self.date = people, date
        self.established = {
            n for mentions in found for m in mentions if not m.weak and not m.misspelt for n in m.persons
        }
        self.votes: Counter[int] = Counter()
        self.last: dict[str, int] = {}
        self.two_offices = TwoOffices(chain.from_iterable(found) if people.is_of_names else ())

    def hear(self, tokens: Tokens, mention: Mention) -> Mapping[int, float]:
        """Count whom ``mention`` means beyond doubt; return the scores of several candidates (:meth:`scores`)."""
        if len(mention.persons) == 1:
            if mention.full:
                self.votes[mention.persons[0]] += 3
            return {}
        scores = self.scores(tokens, mention)
        best, next_best, *_ = *sorted(scores.values(), reverse=True), 0.0
        if scores and best - next_best >= BEYOND_DOUBT:
            self.votes[max(scores, key=scores.__getitem__)] += 2
        return scores

    def scores(self, tokens: Tokens, mention: Mention) -> dict[int, float]:
        """Return how well the words around ``mention`` agree with each candidate's description."""
        if self.people.is_of_names:
            return dict.fromkeys(mention.persons, 0.0)
        words = beside(tokens.text, mention)
        persons, date = self.people.persons, self.date
        return {number: agreement(words, persons[number], date) for number in self.may_be_meant(tokens, mention)}

    def may_be_meant(self, tokens: Tokens, mention: Mention) -> Sequence[int]:
        """Return whom of those who bear the name it may mean.

        An entry that only refers to another one stands for its very words (``Ky, see Nguyen Cao Ky``); else it yields
        to that one.  After ``President`` those are meant who are one by their entry, if there are any.
        """
        if len(mention.persons) == 1:
            return mention.persons
        persons = self.people.persons
        referring = [number for number in mention.persons if persons[number].same_as]
        printed = words(tokens.text[mention.start : mention.end])
        printed_so = [number for number in referring if _called(persons[number]) == printed]
        able = printed_so or [number for number in mention.persons if number not in referring] or mention.persons
        return rulers(able, persons, mention.titles) or able

    def verdict(self, tokens: Tokens, mention: Mention, offices: Mapping[int, float]) -> Verdict:
        """Return what becomes of ``mention``, of which ``offices`` are the scores of several candidates.

        Who is meant is remembered for the next one.
        """
        if not self.believes(tokens, mention):
            return Verdict(mention, Rule.NO_OFFICE if mention.misspelt else Rule.MERE_WORD, ())
        if len(mention.persons) == 1:
            verdict = self.only_one(mention)
        elif mention.several:
            verdict = Verdict(mention, Rule.TIED, mention.persons, Certainty.LOW)
        else:
            verdict = self.choice(mention, self.signs(mention, offices))
        if verdict.rule is not Rule.TIED:
            self.last[mention.word] = verdict.persons[0]
        return verdict

    def only_one(self, mention: Mention) -> Verdict:
        """Return that ``mention`` means the only person it may mean."""
        if mention.misspelt:
            return Verdict(mention, Rule.MISSPELT, mention.persons, Certainty.MEDIUM)
        person = self.people.persons[mention.persons[0]]
        if not mention.full and is_of_another_time(person, mention.titles, self.date):
            return Verdict(mention, Rule.OTHER_TIME, mention.persons, Certainty.MEDIUM)
        if mention.unlike or self.two_offices.leave_doubt(mention):
            return Verdict(mention, Rule.OTHER_FORENAME, mention.persons, Certainty.MEDIUM)
        return Verdict(mention, Rule.ALONE, mention.persons)

    def believes(self, tokens: Tokens, mention: Mention) -> bool:
        """Tell whether ``mention`` is one: a mere word if nothing else names the person, a misspelling by office."""
        if mention.misspelt and not mention.full:
            return max(self.scores(tokens, mention).values()) >= 1
        return not mention.weak or bool(self.established.intersection(mention.persons))

    def signs(self, mention: Mention, offices: Mapping[int, float]) -> dict[int, Signs]:
        """Return what speaks for each candidate of ``mention``."""
        last = self.last.get(mention.word)
        return {
            number: Signs(
                office,
                min(self.votes[number], 6) / 2,
                float(last == number),
                PROMINENCE * is_prominent(self.people.persons[number]),
                FAR * (fit(self.people.persons[number], self.date) <= Fit.FAR),
            )
            for number, office in offices.items()
        }

    def only_able(self, mention: Mention, number: int, signs: Mapping[int, Signs]) -> Verdict:
        """Return that ``mention`` means one alone: in doubt if that is because the others are of another time.

        The doubt is great if the offices of that one are told, and none of them is of that year either.
        """
        if len(signs) == 1:
            return Verdict(mention, Rule.ABLE, (number,), None, signs)
        is_near = fit(self.people.persons[number], self.date) is Fit.OTHER
        cert = Certainty.LOW if is_near else Certainty.MEDIUM
        return Verdict(mention, Rule.ONE_TIME, (number,), cert, signs)

    def choice(self, mention: Mention, signs: Mapping[int, Signs]) -> Verdict:
        """Return whom a mention that may mean several persons means.

        The office beside the name decides, in doubt if somebody else is named in full elsewhere.  Who is named in
        full elsewhere is likely; who is only prominent, or was named last, is a guess, and so is who is named in
        full, but not last, while a namesake holds a high office: then all are pointed to, the likeliest first.
        Those of another time are left out beside others.
        """
        left = [number for number in signs if not signs[number].is_of_another_time] or signs
        ranked = sorted(left, key=lambda number: -signs[number].score)
        if len(ranked) == 1:
            return self.only_able(mention, ranked[0], signs)
        best, others = signs[ranked[0]], [signs[number] for number in ranked[1:]]
        lead = best.score - others[0].score
        if (holder := _holder(signs, ranked)) is not None and (holder != ranked[0] or lead < CLEAR):
            return Verdict(mention, Rule.ONE_CUE, (holder,), Certainty.MEDIUM, signs)
        if lead <= 0:
            tied = tuple(number for number in ranked if signs[number].score == best.score)
            return Verdict(mention, Rule.TIED, tied, Certainty.LOW, signs)
        office = best.office - max(other.office for other in others)
        is_told = self.votes[ranked[0]] > max(self.votes[number] for number in ranked[1:])
        if lead >= CLEAR and office >= BEYOND_DOUBT and not best.time:
            return Verdict(mention, Rule.OFFICE, (ranked[0],), None, signs)
        is_outranked = not best.prominent and any(other.prominent for other in others)
        if lead >= CLEAR and (office >= CLEAR or (is_told and (best.last or not is_outranked))):
            return Verdict(mention, Rule.ONE_CUE, (ranked[0],), Certainty.MEDIUM, signs)
        return Verdict(mention, Rule.GUESS, tuple(ranked), Certainty.LOW, signs)


def _holder(signs: Mapping[int, Signs], left: Sequence[int]) -> int | None:
    """Return who of those ``left`` has the office beside the name beyond doubt, whoever else is named in full."""
    first, second = sorted(left, key=lambda number: -signs[number].office)[:2]
    return first if signs[first].office - signs[second].office >= BEYOND_DOUBT else None


def _called(person: Person) -> tuple[str, ...]:
    """Return the words of the name without titles."""
    return words(" ".join(part.text for part in person.name.parts if part.kind != "roleName"))
