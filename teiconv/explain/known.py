"""Whom of an authority some words mean, and why: the candidates, how likely each is, and what speaks for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from teiconv.authority.accept import LIKELY, is_accepted, is_expected
from teiconv.authority.compiled import Known
from teiconv.authority.find import Finder, sought_in
from teiconv.authority.meant import POSSIBLE, SURE, Sought, as_meant
from teiconv.authority.offices import term_of
from teiconv.authority.resolve import Candidate as Weighed
from teiconv.authority.resolve import cast_of, weighed
from teiconv.authority.scene import scene_of
from teiconv.authority.weigh import company, weights
from teiconv.editing.places import Stretch
from teiconv.explain.features import AUTHORITY, known_only, signs
from teiconv.explain.records import Candidate, Statement
from teiconv.explain.unlisted import NOTHING, Unlisted
from teiconv.explain.view import View, by_commas, candidate_of
from teiconv.explain.witness import Witness
from teiconv.options import names_unlisted

NOBODY = "the authority has nobody of this name: the document alone says that this is a person"
UNKNOWN = "this is a person whom the authority does not know; only those whom it knows are named, as was asked for"
ALONE = "but the document alone tells that this is a person, and so the link is of medium certainty"
LEFT = (
    "the document says too little of a person (the sum below is not above the threshold), and what the authority knows"
    " does not outweigh that; a probability tells who is meant if it is a person"
)
HELD = "the authority knows who held this office when the document was written, or who was named with it before"
NAMED_BESIDE = "the name of the person stands beside the office"
_SHOWN = 5


class OfAuthority:
    """What an authority makes of the people of a document; ``nothing`` says why words have no view."""

    nothing = NOTHING

    def __init__(self, witness: Witness, finder: Finder) -> None:
        self.witness, self.finder = witness, finder
        self.unlisted = Unlisted(witness)

    @cached_property
    def sought(self) -> list[Sought]:
        """Those whom the document seems to name."""
        scene = scene_of(self.witness.all_tokens, self.witness.date)
        return sought_in(self.finder.authority, self.witness.all_tokens, scene)

    @cached_property
    def _likely(self) -> list[dict[int, float]]:
        return weighed([each.group for each in self.sought])

    @cached_property
    def _cast(self) -> Mapping[int, float]:
        """Which volumes have those who are certain, as the last weighing saw them."""
        groups = [each.group for each in self.sought]
        return cast_of(groups, weighed(groups, rounds=1))

    def at(self, place: Stretch) -> View | None:
        """Return what was made of the words at a place; ``None`` if they do not have the form of a name."""
        tokens = self.witness.all_tokens[place.run]
        for each, likely in zip(self.sought, self._likely, strict=True):
            for where, link in each.mentions:
                if where is tokens and link.start < place.end and place.start < link.end:
                    return self._view(each, likely)
        return self.unlisted.at(place)

    def holder(self, statement: Statement) -> Statement:
        """Return the ``statement`` that an office stands for somebody, with whom, and why."""
        pointers = (dict(statement.values).get("ref") or "").split()
        numbers = [self.finder.authority.number_of(pointer.removeprefix("#")) for pointer in pointers]
        shown = tuple(self._holder(statement.words, number) for number in numbers if number is not None)
        return replace(statement, why=HELD if statement.certainty else NAMED_BESIDE, candidates=shown)

    def _holder(self, office: str, number: int) -> Candidate:
        """Return somebody who held ``office``, with the term that the sources tell."""
        known = self.finder.authority.known(number)
        term = term_of(self.finder.authority, office, number, self.witness.date) if self.witness.date else None
        return candidate_of(known.person, 0.0, (), by_commas(iter((_served(term), _dates(known)))))

    def _view(self, each: Sought, likely: Mapping[int, float]) -> View:
        """Return what was made of somebody whom the document seems to name."""
        is_person = is_accepted(each.belief, each.group, likely)
        is_known = bool(as_meant(self.finder.authority, each, likely).known)
        is_taken = is_person and (is_known or names_unlisted(self.witness.options))
        left = UNKNOWN if is_person else LEFT
        tokens, link = each.mentions[0]
        document = self.unlisted.belief(tokens, link)
        if not each.group:
            return View(NOBODY if is_taken else left, is_taken, document.candidates, document.signs, document.sum)
        ranked = sorted(each.group, key=lambda one: -likely[one.number])[:_SHOWN]
        shown = tuple(self._candidate(one, likely[one.number]) for one in ranked)
        is_expected_here = is_expected(each.belief, each.group, likely)
        why = _rule(likely[ranked[0].number], is_expected=is_expected_here) if is_taken else left
        if is_taken:
            return View(why, is_taken, shown, is_probability=True)
        return View(why, is_taken, shown, document.signs, document.sum, is_probability=True)

    def _candidate(self, one: Weighed, probability: float) -> Candidate:
        shown = (*one.features, *company(one.known, self._cast))
        return candidate_of(
            one.known.person, probability, signs(known_only(shown, weights()), AUTHORITY), _dates(one.known)
        )


def _rule(best: float, *, is_expected: bool) -> str:
    """Return by which rule somebody of that probability is linked, in words."""
    if best >= SURE and not is_expected:
        return f"the first is meant with a probability of at least {SURE}; {ALONE}"
    if best >= SURE:
        return f"the first is meant with a probability of at least {SURE}"
    if best >= LIKELY:
        return f"the first is meant with a probability of at least {LIKELY}, and so the link is of medium certainty"
    return f"nobody reaches {LIKELY}: the link points to all from {POSSIBLE} on, with low certainty"


def _served(term: tuple[str, str | None] | None) -> str:
    """Return a term of office in words."""
    if not term:
        return ""
    start, end = term
    return f"held this office{f' from {start}' if start else ''}{f' until {end}' if end else ''}"


def _dates(known: Known) -> str:
    return by_commas(_times(known))


def _times(known: Known) -> Iterator[str]:
    """Yield when somebody lived, and for which years sources attest them."""
    if known.born or known.died:
        yield f"lived {known.born or '?'}–{known.died or '?'}"
    spans = [str(first) if first == last else f"{first}–{last}" for first, last in known.spans]
    yield from [f"attested {', '.join(spans)}"] if spans else ()
