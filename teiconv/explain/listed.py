"""Whom of a list some words mean, and why: what becomes of the mention, and what speaks for each candidate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from teiconv.editing.places import Stretch
from teiconv.explain.features import strongest
from teiconv.explain.records import Candidate, Sign
from teiconv.explain.view import View, candidate_of
from teiconv.explain.witness import Witness
from teiconv.names.people.annotator import mentions_in
from teiconv.names.people.index import PersonList
from teiconv.names.people.offices import agreement, beside, shared
from teiconv.names.people.resolve import BEYOND_DOUBT, PersonLink, Rule, Signs, Verdict, judged
from teiconv.names.people.signers import with_signers
from teiconv.names.people.speakers import with_speakers
from teiconv.names.people.tokens import Tokens

RULES = {
    Rule.ALONE: "only this person of the list has the name",
    Rule.MISSPELT: "it is not spelt as in the list, but nobody else has a name so near to it",
    Rule.OTHER_FORENAME: "only this person of the list has the name, but what stands beside it speaks of another"
    " (a forename, a title, a generation), and so the link is of medium certainty",
    Rule.OTHER_TIME: "only this person of the list has the name, but was dead, or held the office beside it years away"
    " from the document, and so the link is of medium certainty",
    Rule.ABLE: "of those who have the name, only this one may be meant by these words",
    Rule.OFFICE: "the office beside the name leaves no doubt",
    Rule.ONE_CUE: "one sign tells this person from the others, and so the link is of medium certainty",
    Rule.ONE_TIME: "of those who have the name, all but this one are of another time, and so the link is no more than"
    " likely",
    Rule.GUESS: "little speaks for the first of these, and so the link points to all, with low certainty",
    Rule.TIED: "nothing tells these apart, and so the link points to all, with low certainty",
    Rule.MERE_WORD: "it may be an ordinary word: it has no title or forename here, and the document names nobody of"
    " this name elsewhere",
    Rule.NO_OFFICE: "it is not spelt as in the list, and no office beside it is that of the person",
}
"""The rules by which a mention is judged, in words."""


SPEAKS = "somebody speaks under this initial, and of those whom the document names this one has it, or most often"
SIGNS = "somebody signs so, and of those whom the document names only this one has the forename"


class Listed:
    """What a list of persons makes of a document; ``nothing`` says why words have no view."""

    nothing = "nobody of the list has a name of these words, or they are a part of something else here"

    def __init__(self, witness: Witness, people: PersonList) -> None:
        self.witness, self.people = witness, people

    @cached_property
    def verdicts(self) -> list[list[Verdict]]:
        """What becomes of the mentions in each run."""
        all_tokens = self.witness.all_tokens
        found = mentions_in(all_tokens, self.people)
        return [list(each) for each in judged(all_tokens, found, self.people, self.witness.date)]

    def at(self, place: Stretch) -> View | None:
        """Return what becomes of the mention at a place; ``None`` if nobody of the list may be named there."""
        for verdict in self.verdicts[place.run]:
            if verdict.mention.start < place.end and place.start < verdict.mention.end:
                return View(RULES[verdict.rule], bool(verdict.persons), tuple(self._candidates(place.run, verdict)))
        return self._linked_at(place, self._speakers, SPEAKS) or self._linked_at(place, self._signers, SIGNS)

    def _linked_at(self, place: Stretch, linked: Sequence[Sequence[PersonLink]], why: str) -> View | None:
        """Return whom one of ``linked`` at a place means, and ``why``; ``None`` if there is none."""
        for link in linked[place.run]:
            if link.start < place.end and place.start < link.end:
                shown = tuple(candidate_of(self.people.persons[one], 0.0, ()) for one in link.persons)
                return View(why, is_taken=True, candidates=shown)
        return None

    @cached_property
    def _speakers(self) -> list[list[PersonLink]]:
        """Whom initials mean that speak in a transcript, and all other links."""
        linked = [[verdict.link for verdict in verdicts if verdict.persons] for verdicts in self.verdicts]
        return with_speakers(self.witness.all_tokens, linked, self.people)

    @cached_property
    def _signers(self) -> list[list[PersonLink]]:
        """Who signs by a forename, and all other links."""
        return with_signers(self.witness.all_tokens, self._speakers, self.people)

    def _candidates(self, number: int, verdict: Verdict) -> Iterator[Candidate]:
        """Yield those whom a mention may mean, the likeliest first, each with what speaks for it."""
        tokens = self.witness.all_tokens[number]
        found = verdict.signs or {one: Signs(self._office(tokens, verdict, one)) for one in verdict.mention.persons}
        for person, signs in sorted(found.items(), key=lambda one: -one[1].score):
            shown = strongest(sign for sign in self._signs(tokens, verdict, person, signs) if sign.weight)
            yield candidate_of(self.people.persons[person], signs.score, shown)

    def _office(self, tokens: Tokens, verdict: Verdict, person: int) -> float:
        return agreement(beside(tokens.text, verdict.mention), self.people.persons[person], self.witness.date)

    def _signs(self, tokens: Tokens, verdict: Verdict, person: int, signs: Signs) -> Iterator[Sign]:
        """Yield what speaks for a candidate, in words."""
        words = shared(beside(tokens.text, verdict.mention), self.people.persons[person], self.witness.date)
        if words.of_titles:
            agrees = f"the title agrees with the list: {_quoted(words.of_titles)}"
            yield Sign(agrees, words._replace(before=frozenset(), after=frozenset()).score)
        untitled = words._replace(titles=frozenset(), of_titles=frozenset())
        if words.before:
            agrees = f"words before the name agree with the list: {_quoted(words.before)}"
            yield Sign(agrees, untitled._replace(after=frozenset()).score)
        if words.after:
            agrees = f"words after the name agree with the list: {_quoted(words.after)}"
            yield Sign(agrees, untitled._replace(before=frozenset()).score)
        yield Sign(self._told(person), signs.told)
        yield Sign("was meant when the document last used this name", signs.last)
        yield Sign("held so high an office that the bare name means this person first", signs.prominent)
        yield Sign("all offices in the list are years away from the document, or the person was dead", signs.time)

    def _told(self, person: int) -> str:
        """Return where the document says that ``person`` is in it, in words."""
        for number, verdicts in enumerate(self.verdicts):
            for verdict in verdicts:
                if verdict.persons[:1] == (person,) and _says_who(verdict):
                    how = "named in full" if verdict.mention.full else "named with the office"
                    line = self.witness.line(number, verdict.mention.start)
                    return f"{how} in line {line}" if line else f"{how} in the document"
        return "named beyond doubt in the document"


def _says_who(verdict: Verdict) -> bool:
    """Tell whether a mention says by itself who is meant."""
    if len(verdict.mention.persons) == 1:
        return verdict.mention.full
    offices = sorted((signs.office for signs in verdict.signs.values()), reverse=True)
    return len(offices) > 1 and offices[0] - offices[1] >= BEYOND_DOUBT


def _quoted(words: frozenset[str]) -> str:
    return ", ".join(f"“{word}”" for word in sorted(words))
