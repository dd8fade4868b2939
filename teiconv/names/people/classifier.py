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
from pathlib import Path
from typing import NamedTuple

from teiconv.names.people.discover import Evidence
from teiconv.names.people.index import PersonList
from teiconv.names.people.known import NOBODY, called, known, known_as
from teiconv.names.people.linear import log_odds
from teiconv.names.people.name_classifier import CERTAIN
from teiconv.names.people.names import words
from teiconv.names.people.person import Person
from teiconv.names.people.resolve import PersonLink
from teiconv.names.people.tokens import Tokens
from teiconv.regex import regex
from teiconv.remember import remembered

LENIENCE = 1.0
"""What is added to the log-odds: editors leave many people untagged, and who is named is a person all the same."""

THRESHOLD = 0.0
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
_HANDLING = frozenset("drafted cleared approved concurred initialed typed repeated transmitted signed".split())
_HANDLED = regex(rf"\b(?:{'|'.join(sorted(_HANDLING))})\b", re.I)
_CLAUSE = 150
"""How many characters before a mention may say what was done to the paper; half as many are words."""


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
        return (sum(self.odds) / len(self.odds) + max(self.odds)) / 2 + LENIENCE

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
    own = {person: log_odds(known, shown) for person, shown in about.items()}
    for tokens, links in zip(all_tokens, linked, strict=True):
        reader = _MentionReader(tokens) if links else None
        for link in links:
            person, shown = link.persons[0], reader.of(link) if reader else ()
            odds.setdefault(person, []).append(own[person] + log_odds(known, shown))
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
        number: (*evidence.of(one := people.persons[number]), *_about_person(one, where), *how_known(one))
        for number, where in places.items()
    }


def how_known(person: Person) -> Sequence[str]:
    """Return the features that say how well known the name of ``person`` is."""
    return _how_known(person.name.text)


@remembered(1 << 12)  # well-known names come in document after document
def _how_known(name: str) -> Sequence[str]:
    surname, forename = called(name)
    return tuple(known_as(known().get(surname, NOBODY), forename))


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


def about_mention(tokens: Tokens, link: PersonLink) -> list[str]:
    """Return the features of one mention; those of a mention begin with ``m:``."""
    return _MentionReader(tokens).of(link)


class _MentionReader:
    """Reads the features of the mentions in one run: ``block`` is the kind of it, ``of_run`` is what all have."""

    def __init__(self, tokens: Tokens) -> None:
        run, size = tokens.run, len(tokens.text)
        self.tokens = tokens
        self.block = ("note" if run.depth else run.block) + tokens.text.startswith(_SOURCE) * "!"
        self.of_run = [f"m:length:{size // 200 if size < _LONG else 9}"]
        if run.list_type:
            self.of_run.append(f"m:list:{run.list_type}")
        if run.label and (label := words(run.label[:80])):
            self.of_run.append(f"m:label:{label[0]}")
        self.is_handled = not _HANDLING.isdisjoint(tokens.words)

    def of(self, link: PersonLink) -> list[str]:
        """Return the features of the mention at ``link``."""
        tokens = self.tokens
        first = bisect_left(tokens.starts, link.start)
        stop = bisect_left(tokens.starts, link.end, first)
        titles = tokens.titles_before(first)
        shown = self.where(stop - first)
        if titles:
            shown += f"m:t:{titles[-1]}", f"m:t0:{titles[0]}"
        shown += _words_before(tokens, first - len(titles), bool(titles))
        shown += _words_after(tokens, stop, link.end)
        if self.is_handled and not _HANDLING.isdisjoint(tokens.words[max(0, first - _CLAUSE // 2) : first]):
            shown += _handled(tokens.text[max(0, link.start - _CLAUSE) : link.start])
        return shown

    def where(self, length: int) -> list[str]:
        """Return in what block a mention of ``length`` words stands."""
        block = self.block
        return [f"m:{block}", f"m:{block}:{min(length, 3)}", f"m:words:{min(length, _MOST_WORDS)}", *self.of_run]


def _handled(before: str) -> list[str]:
    """Return what the sentence that ends with ``before`` says was done to the paper: a slow search, rarely needed."""
    return [f"m:handled:{done.lower()}" for done in _HANDLED.findall(before.rpartition(". ")[2])[-1:]]


def _words_before(tokens: Tokens, at: int, titled: bool) -> list[str]:
    """Return what stands before the word ``at``."""
    near = tokens.words[at - 1] if at else "^"
    gap = tokens.gap(at)
    sign = "|" if "\ufffc" in gap or ("\n" in gap and gap.isspace()) else gap.strip()
    shown = [
        f"m:<{sign[-2:]}{near}",
        f"m:<<{tokens.words[at - 2] if at > 1 else '^'} {near}",
        f"m:<g{sign[-1:]}{'C' if at and tokens.capital(at - 1) else ''}{'T' if titled else ''}",
    ]
    if tokens.begins_sentence(at):
        shown.append("m:begins")
    shown += [f"m:b<{word}" for word in sorted(set(tokens.words[max(0, at - _BEFORE) : at]))]
    return shown


def _words_after(tokens: Tokens, at: int, end: int) -> list[str]:
    """Return what stands from the word ``at`` on, after the mention that ends at ``end``."""
    following = tokens.words[at : at + _AFTER]
    near, next_one, *_ = *following, "$", "$"
    gap = tokens.text[end : tokens.start(at) if following else None].strip()
    shown = [
        f"m:>{gap[:1]}{near}",
        f"m:>>{near} {next_one}",
        f"m:>g{gap[:2]}{'C' if tokens.capital(at) else ''}",
    ]
    if tokens.text.startswith(_POSSESSIVE, end):
        shown.append("m:'s")
    shown += [f"m:b>{word}" for word in sorted(set(following))]
    return shown
