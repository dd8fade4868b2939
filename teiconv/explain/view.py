"""What one way to find people makes of a place: :mod:`.listed`, :mod:`.unlisted` and :mod:`.known` each give one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from teiconv.explain.records import Candidate, Sign, Statement, Sum
from teiconv.names.people.person import Person


@dataclass(frozen=True, slots=True)
class View:
    """What was made of a name at a place; the attributes are those of :class:`.Statement`.

    ``is_taken`` tells whether the words were taken for a name at all.
    """

    why: str
    is_taken: bool
    candidates: tuple[Candidate, ...] = ()
    signs: tuple[Sign, ...] = ()
    sum: Sum | None = None
    is_probability: bool = False
    who: str = ""

    def on(self, statement: Statement) -> Statement:
        """Return ``statement`` with what this view says."""
        return replace(
            statement,
            why=self.why,
            who=self.who,
            candidates=self.candidates,
            signs=self.signs,
            sum=self.sum,
            is_probability=self.is_probability,
        )


def candidate_of(person: Person, weight: float, signs: tuple[Sign, ...], dates: str = "") -> Candidate:
    """Return ``person`` as a candidate, with what is known of them."""
    about = person.description or person.name.of("roleName")
    identifiers = tuple(f"{identifier.authority} {identifier.value}" for identifier in person.identifiers)
    return Candidate(person.id, person.name.text, weight, signs, about, dates, identifiers, person.line)


def by_commas(parts: Iterator[str]) -> str:
    """Return ``parts`` in one line."""
    return ", ".join(part for part in parts if part)
