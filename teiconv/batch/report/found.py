"""Things that are equal for an editor, counted while the rows go by, with the documents that they are in."""

from __future__ import annotations

from dataclasses import dataclass, field

DOCUMENTS = 5_000
"""Documents that a report lists, and finds behind its figures; the manifest has all."""
_DISTINCT = 20_000
"""Things that are told apart; whatever comes later is counted."""


@dataclass(slots=True)
class Times:
    """How often something is there: the document that the first stands in, and the places of all of them."""

    first: str
    count: int = 0
    within: list[int] = field(default_factory=list)


class Found:
    """Things of one kind: how many of each, and in which documents."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, ...], Times] = {}

    def add(self, thing: tuple[str, ...], document: str, place: int) -> None:
        """Count ``thing`` in the ``document`` of that ``place``."""
        times = self._found.get(thing)
        if times is None:
            if len(self._found) >= _DISTINCT:
                return
            times = self._found[thing] = Times(document)
        times.count += 1
        if place < DOCUMENTS and place not in times.within[-1:]:
            times.within.append(place)

    def within(self, thing: tuple[str, ...]) -> list[int]:
        """Return the places of the documents with ``thing``."""
        times = self._found.get(thing)
        return times.within if times else []

    def most(self, number: int) -> list[tuple[tuple[str, ...], Times]]:
        """Return the ``number`` of things that are there most often, with what is known of each."""
        return sorted(self._found.items(), key=lambda each: (-each[1].count, each[0]))[:number]
