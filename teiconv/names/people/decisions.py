"""The decisions of an editor about links: whom a mention means, or that it means nobody of the list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from teiconv.names.people.index import PersonList
from teiconv.names.people.resolve import PersonLink
from teiconv.names.people.tokens import Tokens

EVERY = "*"
THIS = ""
"""The document in hand, which a decision named by its file."""
NOBODY = "-"


@dataclass(frozen=True, slots=True)
class LinkDecision:
    """One decision.

    ``document`` is the ``xml:id`` of a document, its file, or ``*`` for all; ``mention`` the words, with single blanks;
    ``occurrence`` which of the mentions by these words in the document is meant, counted from 1, or None for all;
    ``person`` the ``xml:id`` of a person, or ``-`` if the words name nobody of the list.
    """

    document: str
    mention: str
    occurrence: int | None
    person: str


class Counted:
    """Counts the mentions of a document by their words, in the order of its runs."""

    def __init__(self) -> None:
        self.seen: Counter[str] = Counter()

    def next(self, text: str, start: int, end: int) -> tuple[str, int]:
        """Return the words of a mention with single blanks, and which of the mentions by these words it is."""
        words = " ".join(text[start:end].split())
        self.seen[words] += 1
        return words, self.seen[words]


def decided(
    document: str,
    all_tokens: Sequence[Tokens],
    linked: Sequence[Sequence[PersonLink]],
    people: PersonList,
    decisions: Iterable[LinkDecision],
) -> list[list[PersonLink]]:
    """Return the links of ``document`` with ``decisions`` carried out; one about a single mention outweighs the rest.

    A decision for a person who is not in ``people`` is left alone: it may belong to another list.
    """
    known = {person.id: number for number, person in enumerate(people.persons)}
    fitting = [
        decision
        for decision in decisions
        if decision.document in (document, THIS, EVERY) and (decision.person == NOBODY or decision.person in known)
    ]
    fitting.sort(key=lambda decision: (decision.occurrence is None, decision.document == EVERY))
    about: dict[str, list[LinkDecision]] = {}
    for decision in fitting:
        about.setdefault(decision.mention, []).append(decision)
    counted = Counted()
    out: list[list[PersonLink]] = []
    for tokens, links in zip(all_tokens, linked, strict=True):
        mentions = [(link, counted.next(tokens.text, link.start, link.end)) for link in links]
        out.append(
            [
                kept
                for link, mention in mentions
                for kept in _carried_out(link, mention[1], about.get(mention[0], ()), known)
            ]
        )
    return out


def _carried_out(
    link: PersonLink, occurrence: int, decisions: Sequence[LinkDecision], known: dict[str, int]
) -> tuple[PersonLink, ...]:
    """Return ``link`` as the first of ``decisions`` about its words has it: with another person, or not at all."""
    for decision in decisions:
        if decision.occurrence in (None, occurrence):
            if decision.person == NOBODY:
                return ()
            return (PersonLink(link.start, link.end, (known[decision.person],)),)
    return (link,)
