"""Why some words were taken for a person, or were not, where the document alone tells: the learned models in words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from teiconv.editing.places import Stretch
from teiconv.explain.features import NAMES, known_only, signs, strongest
from teiconv.explain.listed import Listed
from teiconv.explain.records import Sum
from teiconv.explain.view import View
from teiconv.explain.witness import Witness
from teiconv.names.people import classifier, name_classifier
from teiconv.names.people.annotator import linked_by
from teiconv.names.people.classifier import PersonOdds, about_mention, beliefs_in
from teiconv.names.people.discover import by_surnames, discover
from teiconv.names.people.index import PersonList
from teiconv.names.people.names import words
from teiconv.names.people.resolve import PersonLink
from teiconv.names.people.tokens import Tokens

TAKEN = "the signs around all places of the name come to more than the threshold"
PLAIN = (
    "the document says plainly that this is a person (by a courtesy title, a list of those present, or a heading),"
    " and so the threshold is lower"
)
LEFT = "the signs around all places of the name come to no more than the threshold, and so it is left out everywhere"
NOTHING = "the words do not have the form of a name here, or are known as a place, a month or an ordinary word"
UNLIKELY = "as a surname the word is so unlikely here that its places were not looked at one by one"


class _Found(NamedTuple):
    people: PersonList
    linked: Sequence[Sequence[PersonLink]]
    beliefs: dict[int, PersonOdds]


class Unlisted:
    """What a document without any list tells of its people; ``nothing`` says why words have no view."""

    nothing = NOTHING

    def __init__(self, witness: Witness) -> None:
        self.witness, self.all_tokens = witness, witness.all_tokens

    @cached_property
    def found(self) -> _Found:
        """Those who may be people, where, and what speaks for each."""
        persons, evidence = discover(self.all_tokens)
        people, linked = linked_by(self.all_tokens, PersonList(persons))
        return _Found(people, linked, beliefs_in(self.all_tokens, linked, people, evidence))

    @cached_property
    def _listed(self) -> Listed:
        """What the document makes of those whom it names, once they stand in a list of their own."""
        return Listed(self.witness, self.found.people)

    @cached_property
    def surnames(self) -> dict[tuple[str, ...], tuple[str, ...]]:
        """All words of the document that have the form of a surname, with their features."""
        groups, common = by_surnames(self.all_tokens)
        return {
            called: tuple(name_classifier.features(called, group, called[-1] in common))
            for called, group in groups.items()
        }

    def at(self, place: Stretch) -> View | None:
        """Return what was made of the words at a place; ``None`` if they do not have the form of a name."""
        tokens = self.all_tokens[place.run]
        for link in self.found.linked[place.run]:
            if link.start < place.end and place.start < link.end:
                return self.belief(tokens, link)
        return self._unlikely(tokens.text[place.start : place.end])

    def belief(self, tokens: Tokens, link: PersonLink) -> View:
        """Return why the person of ``link`` was kept, or left out."""
        number = link.persons[0]
        belief = self.found.beliefs[number]
        known = classifier.weights()
        about = [*known_only(belief.about, known)]
        local = [*known_only(about_mention(tokens, link), known)]
        here = sum(weight for _, weight in (*about, *local))
        is_taken = belief.score > belief.threshold
        why = LEFT if not is_taken else PLAIN if belief.plain else TAKEN
        total = Sum(here, belief.score, belief.threshold, len(belief.odds))
        whom = self._listed.at(Stretch(self.all_tokens.index(tokens), link.start, link.end))
        candidates = whom.candidates if whom else ()
        who = whom.why if whom and len(candidates) > 1 else ""
        shown = strongest((*signs(local, NAMES), *signs(about, NAMES, is_everywhere=True)))
        return View(why, is_taken, candidates if is_taken else (), shown, total, who=who)

    def _unlikely(self, text: str) -> View | None:
        """Return why words that have the form of a name were not even looked at one by one."""
        folded = set(words(text))
        for called, features in self.surnames.items():
            if folded.issuperset(called):
                known = [*known_only(features, name_classifier.weights())]
                odds = sum(weight for _, weight in known)
                if odds <= name_classifier.POSSIBLE:
                    total = Sum(odds, odds, name_classifier.POSSIBLE, 1)
                    return View(UNLIKELY, False, (), signs(known, NAMES, is_everywhere=True), total)
        return None
