"""The list's description of a person, compared with the words around a mention."""

from __future__ import annotations

from typing import NamedTuple

from teiconv.grammar import months
from teiconv.names.people.fitting import OF_ANOTHER
from teiconv.names.people.mentions import Mention
from teiconv.names.people.names import words
from teiconv.names.people.person import Person
from teiconv.regex import regex
from teiconv.remember import remembered

_SAME = {
    "amb": "ambassador", "ambassadors": "ambassador", "pres": "president", "presidents": "president",
    "sec": "secretary", "secy": "secretary", "undersecretary": "secretary", "gen": "general",
    "genl": "general", "col": "colonel",
    "adm": "admiral", "maj": "major", "lt": "lieutenant", "capt": "captain", "cdr": "commander", "cmdr": "commander",
    "sen": "senator", "senators": "senator", "gov": "governor", "pm": "prime", "premier": "prime", "primin": "prime",
    "fonmin": "foreign", "fm": "foreign", "counsellor": "counselor", "chmn": "chairman", "dr": "doctor",
    "secretaries": "secretary", "ministers": "minister", "generals": "general", "rep": "representative",
    "congressman": "representative", "messrs": "mr",
}  # fmt: skip

EMPTY = frozenset(
    "the and for from until with that this was were has had his her its not but who also their there been after to of"
    " in at on by as an is it he she we us united states american thereafter member".split()
) | {name.lower() for name in months.NAMES}
"""Words that tell nobody from others."""
_COURTESY = frozenset("mr mrs ms miss sir".split())
_NONE: frozenset[str] = frozenset()
_MANY = 4
"""So many words of an office tell it from most others; further ones tell offices of one bureau apart."""
BEFORE, AFTER = 110, 60
"""How many characters before and after a mention may speak of its bearer."""


@remembered(4096)
def _telling(text: str) -> frozenset[str]:
    return frozenset(_SAME.get(word, word) for word in words(text) if word not in EMPTY and len(word) > 1)


@remembered(4096)
def _own_titles(description: str) -> frozenset[str]:
    return _telling(OF_ANOTHER.sub("", description))


class Beside(NamedTuple):
    """The words around a mention that may tell whom it means: titles, those before it, and those of an apposition."""

    titles: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]


def beside(text: str, mention: Mention) -> Beside:
    """Return the words around ``mention``."""
    titles = frozenset([_SAME.get(title, title) for title in mention.titles]) - _COURTESY
    before = _telling(_tail(text[max(0, mention.start - BEFORE) : mention.start]))
    after = text[mention.end : mention.end + AFTER]
    return Beside(titles, before, _telling(after) if after.startswith(",") else _NONE)


class Shared(NamedTuple):
    """The words around a mention that the description of a person has, too: ``titles`` are all that stand before it."""

    titles: frozenset[str]
    of_titles: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]

    @property
    def score(self) -> float:
        """How well they agree: an office right before the name weighs more than one after it."""
        score = 2.0 * len(self.of_titles) / len(self.titles) if self.titles else 0.0
        further = 0.2 * max(0, len(self.before) - _MANY)
        return score + 0.7 * min(_MANY, len(self.before)) + further + 0.5 * min(3, len(self.after))


def shared(words: Beside, person: Person, date: str | None = None) -> Shared:
    """Return which ``words`` beside a mention agree with the description of ``person``.

    None does in a document of a ``date`` before all offices there: ``from 1981`` says nothing of 1956.
    """
    if date and _held_later(person, date):
        return Shared(words.titles, _NONE, _NONE, _NONE)
    described = f"{person.name.of('roleName')} {person.description}"
    known = _telling(described)
    of_titles = words.titles & _own_titles(described) if words.titles else _NONE
    return Shared(words.titles, of_titles, words.before & known, words.after & known)


def _held_later(person: Person, date: str) -> bool:
    """Tell whether all offices of ``person`` began in years after that of ``date``."""
    return bool(person.offices) and all(each.start and each.start[:4] > date[:4] for each in person.offices)


def agreement(words: Beside, person: Person, date: str | None = None) -> float:
    """Return how well the ``words`` beside a mention agree with the description of ``person``: 0 for nothing at all.

    An office right before the name (``the Secretary of Defense (Brown)``) weighs more than one after it.
    """
    return shared(words, person, date).score


_HIGHEST = regex(
    r"(?<!Vice )President of the|(?<!Under )(?<!Assistant )(?<!Deputy )(?<!the )Secretary of (?:State|Defense)|"
    r"(?<!Deputy )Prime Minister|Chancellor of"
)


def is_prominent(person: Person) -> bool:
    """Tell whether ``person`` held an office so high that the bare surname means them before others."""
    return bool(_HIGHEST.search(person.description))


def _tail(before: str) -> str:
    """Return what speaks of the name that follows: from the last full stop, semicolon or closing bracket on."""
    for sign in (". ", "; ", ") ", "\n", "\ufffc"):
        before = before.rsplit(sign, 1)[-1]
    return before
