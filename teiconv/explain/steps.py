"""By which pass or annotator an element was found: those of the conventions without which it is gone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from teiconv.conventions.annotators import NAMES
from teiconv.conventions.base import Conventions
from teiconv.explain.records import Statement, Step
from teiconv.explain.standing import Standings
from teiconv.explain.witness import Witness

_NAMED = frozenset({"persName", "rs", "gloss"})
"""The elements that the search for names makes."""


def steps_behind(witness: Witness, statements: Sequence[Statement]) -> list[tuple[Step, ...]]:
    """Return for each of ``statements`` the steps without which it would not be made, the last one first.

    What only an editor's decision made has none.

    The text is read once for each step; it takes as long as some twenty conversions.
    """
    if not statements:
        return []
    machine = witness.without()
    found: list[list[Step]] = [[] for _ in statements]
    others = () if any(statement.element in _NAMED for statement in statements) else (NAMES.name,)
    for step in _that_can_be_left_out(witness.conventions):
        layout = witness.without(step.name, *others)
        for steps, statement in zip(found, statements, strict=True):
            if statement.element == "note" if layout is None else not _is_in(layout, statement):
                steps.append(step)
    return [
        (tuple(reversed(steps)) or (_reader(witness.conventions),)) if _is_in(machine, statement) else ()
        for steps, statement in zip(found, statements, strict=True)
    ]


def _is_in(layout: Standings | None, one: Statement) -> bool:
    """Tell whether a reading makes a statement."""
    return layout is not None and layout.has(one.element, one.start, one.end)


def _that_can_be_left_out(conventions: Conventions) -> Iterator[Step]:
    """Yield all passes but the last, which makes the division, and all annotators."""
    yield from (Step(one.name, _in_short(one.run)) for one in conventions.passes[:-1])
    yield from (Step(one.name, _in_short(one.run)) for one in conventions.annotators)


def _reader(conventions: Conventions) -> Step:
    """Return the step before all passes."""
    return Step("blocks", _in_short(conventions.read))


def _in_short(run: Any) -> str:
    """Return the rule of a step: the first paragraph of its docstring."""
    rule = " ".join((run.__doc__ or "").partition("\n\n")[0].split())
    opened = rule.split("``")
    return "".join(part if number % 2 == 0 else f"“{part}”" for number, part in enumerate(opened))
