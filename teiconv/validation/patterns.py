"""Content models that can be asked what may come next.

The derivative of a model by a child is the model of what may follow that child (Brzozowski; James Clark, “An
algorithm for RELAX NG validation”).  Elements are told apart by name only.  Patterns are interned: equal ones are
the same object, so that derivatives are found once and looked up afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import reduce
from typing import Literal

from teiconv.validation.names import NameClass

TEXT = "#text"
"""The symbol of a text node; those of elements are their names in Clark notation."""

Kind = Literal["empty", "notAllowed", "text", "data", "element", "choice", "group", "interleave", "oneOrMore"]


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    """A content model: ``parts`` is what it consists of; an ``element`` has a ``name`` and a ``key`` to its definition.

    ``nullable`` tells whether nothing at all satisfies it.
    """

    kind: Kind
    nullable: bool
    parts: tuple[Pattern, ...] = ()
    name: NameClass | None = None
    key: object = None


EMPTY = Pattern("empty", True)
NOT_ALLOWED = Pattern("notAllowed", False)
ANY_TEXT = Pattern("text", True)
DATA = Pattern("data", True)


@dataclass(frozen=True, slots=True)
class Step:
    """What one child does to a model: ``rest`` may follow it, ``matched`` are the element patterns that it may be."""

    rest: Pattern
    matched: tuple[Pattern, ...] = ()


@dataclass(slots=True)
class Algebra:
    """Makes patterns and their derivatives, each once."""

    _interned: dict[tuple[object, ...], Pattern] = field(default_factory=dict)
    _steps: dict[tuple[Pattern, str], Step] = field(default_factory=dict)

    def element(self, name: NameClass, key: object) -> Pattern:
        """Return the pattern of an element whose definition is known by ``key``."""
        return self._interned.setdefault(("element", key), Pattern("element", False, (), name, key))

    def choice(self, patterns: Iterable[Pattern]) -> Pattern:
        """Return the choice of ``patterns``: flat, without repetition."""
        flat: dict[Pattern, None] = {}
        for pattern in patterns:
            flat.update(dict.fromkeys(pattern.parts if pattern.kind == "choice" else (pattern,)))
        flat.pop(NOT_ALLOWED, None)
        if len(flat) < 2:
            return next(iter(flat), NOT_ALLOWED)
        return self._compound("choice", any(part.nullable for part in flat), tuple(flat))

    def group(self, patterns: Iterable[Pattern]) -> Pattern:
        """Return the sequence of ``patterns``."""
        return reduce(lambda rest, first: self._pair("group", first, rest), reversed(list(patterns)), EMPTY)

    def interleave(self, patterns: Iterable[Pattern]) -> Pattern:
        """Return ``patterns`` in any order, mingled."""
        return reduce(lambda first, second: self._pair("interleave", first, second), patterns, EMPTY)

    def one_or_more(self, pattern: Pattern) -> Pattern:
        """Return ``pattern`` repeated."""
        if pattern.kind in {"empty", "notAllowed", "text", "oneOrMore"}:
            return pattern
        return self._compound("oneOrMore", pattern.nullable, (pattern,))

    def optional(self, pattern: Pattern) -> Pattern:
        """Return ``pattern`` or nothing."""
        return self.choice((pattern, EMPTY))

    def step(self, pattern: Pattern, symbol: str) -> Step:
        """Return what ``symbol`` does to ``pattern``; its ``rest`` is ``NOT_ALLOWED`` where it cannot stand."""
        known = self._steps.get((pattern, symbol))
        if known is None:
            known = self._steps[pattern, symbol] = self._step(pattern, symbol)
        return known

    def _step(self, pattern: Pattern, symbol: str) -> Step:
        if pattern.kind == "element":
            matches = symbol != TEXT and pattern.name is not None and pattern.name.accepts(symbol)
            return Step(EMPTY, (pattern,)) if matches else Step(NOT_ALLOWED)
        if symbol == TEXT and pattern.kind in {"text", "data"}:
            return Step(ANY_TEXT if pattern.kind == "text" else EMPTY)
        steps = [self.step(part, symbol) for part in pattern.parts]
        matched = dict.fromkeys(leaf for step in steps for leaf in step.matched)
        return Step(self._rest(pattern, [step.rest for step in steps]), tuple(matched))

    def _rest(self, pattern: Pattern, rests: list[Pattern]) -> Pattern:
        """Return the derivative of a compound pattern, given those of its parts."""
        if pattern.kind == "choice":
            return self.choice(rests)
        if pattern.kind == "oneOrMore":
            return self._pair("group", rests[0], self.optional(pattern))
        if pattern.kind == "group":
            first, second = pattern.parts
            through = self._pair("group", rests[0], second)
            return self.choice((through, rests[1])) if first.nullable else through
        if pattern.kind == "interleave":
            first, second = pattern.parts
            return self.choice((self._pair("interleave", rests[0], second), self._pair("interleave", first, rests[1])))
        return NOT_ALLOWED

    def _pair(self, kind: Literal["group", "interleave"], first: Pattern, second: Pattern) -> Pattern:
        if NOT_ALLOWED in (first, second):
            return NOT_ALLOWED
        if EMPTY in (first, second):
            return second if first is EMPTY else first
        return self._compound(kind, first.nullable and second.nullable, (first, second))

    def _compound(self, kind: Kind, nullable: bool, parts: tuple[Pattern, ...]) -> Pattern:
        return self._interned.setdefault((kind, parts), Pattern(kind, nullable, parts))


def beginnings(pattern: Pattern) -> Iterator[Pattern]:
    """Yield the element, text and data patterns with which ``pattern`` can begin."""
    if pattern.kind in {"element", "text", "data"}:
        yield pattern
    elif pattern.kind == "group":
        first, second = pattern.parts
        yield from beginnings(first)
        if first.nullable:
            yield from beginnings(second)
    else:
        for part in pattern.parts:
            yield from beginnings(part)
