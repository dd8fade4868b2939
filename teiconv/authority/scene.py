"""What a document shows of itself and of each of its people, as far as it helps to tell who they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from itertools import chain, islice
from typing import NamedTuple

from teiconv.authority.compiled import telling
from teiconv.authority.offices import lands_in
from teiconv.grammar.offices import of_each
from teiconv.names.people.context import titles_at
from teiconv.names.people.names import words
from teiconv.names.people.person import Person
from teiconv.names.people.resolve import PersonLink
from teiconv.names.people.tokens import Tokens
from teiconv.names.people.vocabulary import COURTESY, PLACES
from teiconv.regex import regex

_YEAR = regex(r"(?<![-/.\d])(?:1[789]|20)\d\d\b(?![-/]\d)")
"""A year, and no part of the number of a file: ``611.6194/7-1861`` is of July 18, 1961."""
_SOURCE = "Source:"
_BEFORE, _AFTER = 110, 70
_EDGES = (". ", "; ", ") ", "\n", "\ufffc")
_STEM = 4
_HEARD = 12
"""How many mentions of somebody are looked at."""


class Scene(NamedTuple):
    """A document: its year and date if known, and the words of its running text (:func:`.telling`).

    The date of an undated document is its year, as far as that can be told.
    """

    year: int | None
    words: Set[str]
    date: str | None = None


class Named(NamedTuple):
    """Somebody whom a document names: the words of the name, titles before it, and telling words around it.

    ``before`` are those of the clause that leads to a mention, ``after`` of an apposition behind one; ``offices`` are
    the titles of each mention that has some, or none beside forenames; ``is_forename`` if only a forename is told;
    ``lands`` are the stems of the countries of which the clauses speak.
    """

    called: tuple[str, ...]
    given: tuple[str, ...]
    titles: Set[str]
    before: Set[str]
    after: Set[str]
    offices: tuple[tuple[str, ...], ...] = ()
    is_forename: bool = False
    lands: Set[str] = frozenset()


def scene_of(all_tokens: Sequence[Tokens], date: str | None) -> Scene:
    """Return what ``all_tokens`` show; of a document without a date, its note of source or its text tell a year."""
    seen: set[str] = set()
    for tokens in all_tokens:
        seen.update(tokens.words)
    places = seen & PLACES
    shown = (seen - places).union([place[:_STEM] for place in places])
    year = int(date[:4]) if date else _year_of(all_tokens)
    return Scene(year, shown, date or (str(year) if year else None))


def _year_of(all_tokens: Sequence[Tokens]) -> int | None:
    """Return the year in the middle of those of which a document without a date speaks."""
    if year := year_of_source(all_tokens):
        return year
    years = sorted(int(year) for tokens in all_tokens for year in _YEAR.findall(tokens.text))
    return years[len(years) // 2] if years else None


def year_of_source(all_tokens: Sequence[Tokens]) -> int | None:
    """Return the first year of the files in which the document lies, as its note of source gives them."""
    texts = (tokens.text for tokens in all_tokens if tokens.text.startswith(_SOURCE))
    years = [int(year) for text in texts for year in _YEAR.findall(text)]
    return years[0] if years else None


def named(person: Person, mentions: Iterable[tuple[Tokens, PersonLink]]) -> Named:
    """Return what a document shows of ``person``, who is found in it, around ``mentions``."""
    titles: dict[tuple[str, ...], None] = {}  # empty where a mention has forenames instead
    before: set[str] = set()
    after: set[str] = set()
    lands: set[str] = set()
    for tokens, link in islice(mentions, _HEARD):
        own = of_each(titles_at(tokens, link.start))
        if own or len(words(tokens.text[link.start : link.end])) > 1:
            titles[own] = None
        clause = _clause(tokens.text[max(0, link.start - _BEFORE) : link.start])
        before.update(telling(clause))
        lands.update(lands_in(clause))
        behind = tokens.text[link.end : link.end + _AFTER]
        if behind.startswith(","):
            after.update(telling(behind))
    surname, given = words(person.name.of("surname")), words(person.name.of("forename"))
    called = (surname, given) if surname else (given or words(person.name.text), ())
    heard = set(chain.from_iterable(titles)) - COURTESY
    return Named(*called, heard, before, after, tuple(titles), bool(given) and not surname, lands)


def _clause(before: str) -> str:
    """Return what speaks of the name that follows: from the last end of a sentence or bracket on."""
    for edge in _EDGES:
        before = before.rsplit(edge, 1)[-1]
    return before
