"""What stands at a place of the text: the inline elements there, and the blocks around them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import count
from typing import NamedTuple

from teiconv.conventions.base import Conventions
from teiconv.editing.places import is_inline
from teiconv.layout.positions import HOLDERS, stretches
from teiconv.model import Element


class Holder(NamedTuple):
    """An element that holds others, with its number in document order, which tells it from those that equal it."""

    number: int
    element: Element


Holders = tuple[Holder, ...]
"""The elements around a node, the outermost first."""


class Standing(NamedTuple):
    """An element, and the characters of the text that it stands for."""

    element: Element
    start: int
    end: int

    def meets(self, start: int, end: int) -> bool:
        """Whether it has characters between ``start`` and ``end``."""
        return self.start < end and start < self.end


class Standings:
    """The text of a division, with the place of each element."""

    def __init__(self, body: Element, conventions: Conventions) -> None:
        self.text, found = stretches(body, is_inline, conventions.write, conventions.canon)
        outer = _around_each(body, (), count())
        self._placed = [(node, at, around) for (node, at), around in zip(found, outer, strict=True) if at is not None]

    @cached_property
    def inline(self) -> list[Standing]:
        """The inline elements, in document order; a note has the place of its call."""
        return [Standing(node, *at) for node, at, _ in self._placed if isinstance(node, Element)]

    @cached_property
    def around(self) -> dict[int, Standing]:
        """The blocks and notes that hold strings, by number, each with the place of its strings.

        A note in one of them has a place of its own.
        """
        found: dict[int, Standing] = {}
        for node, (start, end), holders in self._placed:
            for number, holder in own(holders) if isinstance(node, str) else ():
                _, first, last = found.get(number, (holder, start, end))
                found[number] = Standing(holder, min(start, first), max(end, last))
        return found

    def holders(self, start: int, end: int) -> Holders:
        """Return the elements around the string at a place, the outermost first, from the innermost note on."""
        strings = (
            own(around) for node, at, around in self._placed if isinstance(node, str) and at[0] < end and start < at[1]
        )
        return next(strings, ())

    def has(self, name: str, start: int, end: int) -> bool:
        """Tell whether an element of that name stands at a place."""
        return any(one.element.name == name and one.meets(start, end) for one in (*self.inline, *self.around.values()))


def _around_each(node: Element, above: Holders, numbers: Iterator[int]) -> Iterator[Holders]:
    """Yield what is around each node that :func:`.stretches` finds, in its order."""
    here = (*above, Holder(next(numbers), node))
    for child in node.content:
        if node.name not in HOLDERS and is_inline(child):
            yield here
        if not isinstance(child, str):
            yield from _around_each(child, here, numbers)


def own(holders: Holders) -> Holders:
    """Return the part of ``holders`` from the innermost note on."""
    notes = [number for number, holder in enumerate(holders) if holder.element.name == "note"]
    return holders[notes[-1] :] if notes else holders
