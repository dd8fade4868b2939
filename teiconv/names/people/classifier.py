"""Whether those whom a document seems to name are people: a person is kept or left with all mentions.

Every mention is weighed by the words around it, by where it stands, and by what is known of its person: a linear
model, whose weights were learned from edited volumes (``tools/train_names.py``).  A person's mentions decide
together, so that a person is not named in one sentence and missed in the next.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from teiconv.names.people.discover import Evidence
from teiconv.names.people.index import PersonList
from teiconv.names.people.name_classifier import CERTAIN
from teiconv.names.people.names import words
from teiconv.names.people.person import Person
from teiconv.names.people.resolve import PersonLink
from teiconv.names.people.tokens import Tokens
from teiconv.regex import regex
from teiconv.remember import remembered

THRESHOLD = 0.1
"""The log-odds from which on a person counts as one."""

PLAIN = frozenset({CERTAIN, "attending", "head("})
"""Features of those of whom a document plainly says that they are people: by title, presence or head."""

BENEFIT = 1.5
"""By how much the threshold is lower for them."""

_BEFORE, _AFTER = 6, 5
"""How many words before and after a mention are looked at, in whatever order."""

_SOURCE = "Source:"
_LONG = 1000
_MOST_WORDS = 4
_POSSESSIVE = ("'s", "’s")
_HANDLED = regex(r"\b(?:drafted|cleared|approved|concurred|initialed|typed|repeated|transmitted|signed)\b", re.I)


@remembered(1)
def weights() -> Mapping[str, float]:
    """Return the learned weight of each feature."""
    loaded: dict[str, float] = json.loads(Path(__file__).with_name("mentions.json").read_text(encoding="utf-8"))
    return loaded


class PersonOdds(NamedTuple):
    """What speaks for a person: the log-odds of each mention, and the features of the person."""

    odds: tuple[float, ...]
    about: tuple[str, ...]

    @property
    def score(self) -> float:
        """The log-odds of the person: the best mention counts like all together."""
        return (sum(self.odds) / len(self.odds) + max(self.odds)) / 2

    @property
    def threshold(self) -> float:
        """What the score must exceed: less for one of whom the document plainly says that they are a person."""
        return THRESHOLD - BENEFIT if self.plain else THRESHOLD

    @property
    def plain(self) -> bool:
        """Whether the document plainly says what the person is."""
        return not PLAIN.isdisjoint(self.about)


def believed(
    all_tokens: Sequence[Tokens], linked: Sequence[Sequence[PersonLink]], people: PersonList, evidence: Evidence
) -> list[list[PersonLink]]:
    """Return ``linked`` without the links to those who are hardly people."""
    beliefs = beliefs_in(all_tokens, linked, people, evidence)
    kept = {person for person, belief in beliefs.items() if is_believed(belief.odds, belief.about)}
    return [[link for link in links if link.persons[0] in kept] for links in linked]


def beliefs_in(
    all_tokens: Sequence[Tokens], linked: Sequence[Sequence[PersonLink]], people: PersonList, evidence: Evidence
) -> dict[int, PersonOdds]:
    """Return what speaks for each person to whom a link of ``linked`` leads first."""
    known = weights()
    odds: dict[int, list[float]] = {}
    about = _about_persons(all_tokens, linked, people, evidence)
    own = {person: sum(known.get(feature, 0.0) for feature in shown) for person, shown in about.items()}
    for tokens, links in zip(all_tokens, linked, strict=True):
        for link in links:
            person = link.persons[0]
            local = sum(known.get(feature, 0.0) for feature in about_mention(tokens, link))
            odds.setdefault(person, []).append(own[person] + local)
    return {person: PersonOdds(tuple(each), about[person]) for person, each in odds.items()}


def is_believed(odds: Sequence[float], about: Sequence[str]) -> bool:
    """Tell whether a person is one whose mentions have these log-odds: the best of them counts like all together.

    One of whom the document plainly says what they are is left only where everything else speaks against it.
    """
    belief = PersonOdds(tuple(odds), tuple(about))
    return belief.score > belief.threshold


def features(
    all_tokens: Sequence[Tokens], linked: Sequence[Sequence[PersonLink]], people: PersonList, evidence: Evidence
) -> Iterator[tuple[int, PersonLink, tuple[str, ...]]]:
    """Yield for each link the number of its page, and the features that speak for and against it."""
    about = _about_persons(all_tokens, linked, people, evidence)
    for number, (tokens, links) in enumerate(zip(all_tokens, linked, strict=True)):
        for link in links:
            yield number, link, (*about[link.persons[0]], *about_mention(tokens, link))


def _about_persons(
    all_tokens: Sequence[Tokens], linked: Sequence[Sequence[PersonLink]], people: PersonList, evidence: Evidence
) -> dict[int, tuple[str, ...]]:
    """Return the features of each person who is mentioned."""
    places: dict[int, Counter[str]] = {}
    for tokens, links in zip(all_tokens, linked, strict=True):
        place = _place(tokens)
        for link in links:
            for person in link.persons:
                places.setdefault(person, Counter())[place] += 1
    return {
        number: (*evidence.of(people.persons[number]), *_about_person(people.persons[number], where))
        for number, where in places.items()
    }


def _about_person(person: Person, where: Counter[str]) -> Iterator[str]:
    """Yield what the name of a person says, and in what kinds of blocks it stands."""
    count = where.total()
    if len(where) == 1:
        (place,) = where
        yield f"only:{place}:{_size(count)}"
        if count == 1:
            yield f"once:{place}"
    given, surname = words(person.name.of("forename")), words(person.name.of("surname"))
    kind = "none" if not given else "initials" if all(len(word) == 1 for word in given) else "full"
    yield f"given:{kind}:{_size(count)}"
    yield f"given:{kind}{min(len(given), 2)}"
    if given:
        yield f"forename:{given[0]}"
        yield f"name:{given[0]} {surname[-1] if surname else ''}"


def _size(count: int) -> str:
    return str(count) if count < 4 else "4-9" if count < 10 else "10+"


def _place(tokens: Tokens) -> str:
    """Return in what kind of block ``tokens`` stands."""
    if tokens.text.startswith(_SOURCE):
        return "source"
    if tokens.run.list_type:
        return f"item:{tokens.run.list_type}"
    return "note" if tokens.run.depth else tokens.run.block


def about_mention(tokens: Tokens, link: PersonLink) -> Iterator[str]:
    """Yield the features of one mention; those of a mention begin with ``m:``."""
    first = bisect_left(tokens.starts, link.start)
    stop = bisect_left(tokens.starts, link.end)
    titles = tokens.titles_before(first)
    yield from _where(tokens, stop - first)
    if titles:
        yield f"m:t:{titles[-1]}"
        yield f"m:t0:{titles[0]}"
    yield from _words_before(tokens, first - len(titles), bool(titles))
    yield from _words_after(tokens, stop, link.end)
    if handled := _HANDLED.findall(tokens.text[max(0, link.start - 150) : link.start].rpartition(". ")[2]):
        yield f"m:handled:{handled[-1].lower()}"


def _where(tokens: Tokens, length: int) -> Iterator[str]:
    """Yield in what block a mention of ``length`` words stands."""
    place = ("note" if tokens.run.depth else tokens.run.block) + tokens.text.startswith(_SOURCE) * "!"
    yield f"m:{place}"
    yield f"m:{place}:{min(length, 3)}"
    yield f"m:words:{min(length, _MOST_WORDS)}"
    yield f"m:length:{len(tokens.text) // 200 if len(tokens.text) < _LONG else 9}"
    if tokens.run.list_type:
        yield f"m:list:{tokens.run.list_type}"
    if label := words(tokens.run.label[:80]):
        yield f"m:label:{label[0]}"


def _words_before(tokens: Tokens, at: int, titled: bool) -> Iterator[str]:
    """Yield what stands before the word ``at``."""
    near = tokens.words[at - 1] if at else "^"
    gap = "" if not at else "|" if tokens.gap(at).isspace() and "\n" in tokens.gap(at) else tokens.gap(at).strip()
    if "\ufffc" in gap:
        gap = "|"
    yield f"m:<{gap[-2:]}{near}"
    yield f"m:<<{tokens.words[at - 2] if at > 1 else '^'} {near}"
    yield f"m:<g{gap[-1:]}{'C' if at and tokens.capital(at - 1) else ''}{'T' if titled else ''}"
    if tokens.begins_sentence(at):
        yield "m:begins"
    for word in sorted(set(tokens.words[max(0, at - _BEFORE) : at])):
        yield f"m:b<{word}"


def _words_after(tokens: Tokens, at: int, end: int) -> Iterator[str]:
    """Yield what stands from the word ``at`` on, after the mention that ends at ``end``."""
    near, next_one = chain(tokens.words[at : at + 2], ["$"] * max(0, min(2, at + 2 - len(tokens.words))))
    gap = tokens.text[end : tokens.start(at) if at < len(tokens.words) else None].strip()
    yield f"m:>{gap[:1]}{near}"
    yield f"m:>>{near} {next_one}"
    yield f"m:>g{gap[:2]}{'C' if tokens.capital(at) else ''}"
    if tokens.text.startswith(_POSSESSIVE, end):
        yield "m:'s"
    for word in sorted(set(tokens.words[at : at + _AFTER])):
        yield f"m:b>{word}"
