"""The decisions of an editor about links: whom a mention means, or that it means nobody of the list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from teiconv.model.decision import EVERY, NOTHING, Decision, Kind
from teiconv.names.people.index import PersonList
from teiconv.names.people.resolve import PersonLink
from teiconv.names.people.tokens import Tokens

NOBODY = "-"


@dataclass(frozen=True, slots=True)
class LinkDecision:
    """One decision.

    ``document`` is the ``xml:id`` of a document, its file, or ``*`` for all; ``mention`` the words, with single blanks;
    ``occurrence`` which of the mentions by these words in the document is meant, counted from 1, or None for all;
    ``person`` the ``xml:id`` of a person, or ``-`` if the words name nobody of the list; ``file`` and ``line`` where it
    stands; ``is_here`` whether it names the document in hand by its file.
    """

    document: str
    mention: str
    occurrence: int | None
    person: str
    file: str = field(default="", compare=False)
    line: int | None = field(default=None, compare=False)
    is_here: bool = field(default=False, compare=False)

    def is_about(self, document: str) -> bool:
        """Tell whether this is about the document in hand, whose ``xml:id`` is ``document``."""
        return self.is_here or self.is_for_all or self.document == document

    @property
    def is_for_all(self) -> bool:
        """Whether this is about all documents, and may miss in some."""
        return self.document == EVERY

    @property
    def decision(self) -> Decision:
        """This as one of the decisions that are written in TOML; it counts mentions, where these count words."""
        who = NOTHING if self.person == NOBODY else self.person
        values = (("is", who),)
        return Decision(
            Kind.PERSON, self.document, self.mention, self.occurrence, values, file=self.file, line=self.line
        )


class Decided(NamedTuple):
    """What became of decisions about links in a document: those about it alone that ``missed`` have the reason."""

    done: tuple[LinkDecision, ...] = ()
    missed: tuple[tuple[LinkDecision, str], ...] = ()


UNDECIDED = Decided()


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
) -> tuple[list[list[PersonLink]], Decided]:
    """Return the links of ``document`` with ``decisions`` carried out, and what became of each of these.

    One about a single mention outweighs the rest.
    """
    known = {person.id: number for number, person in enumerate(people.persons)}
    own = [decision for decision in decisions if decision.is_about(document)]
    fitting = [decision for decision in own if decision.person == NOBODY or decision.person in known]
    fitting.sort(key=lambda decision: (decision.occurrence is None, decision.is_for_all))
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
    return out, _outcome(own, known, counted.seen)


def _outcome(decisions: Iterable[LinkDecision], known: Container[str], mentions: Counter[str]) -> Decided:
    why = [(decision, _missing(decision, known, mentions[decision.mention])) for decision in decisions]
    done = tuple(decision for decision, said in why if not said)
    missed = [(one, f"{said}: “{one.mention:.60}”") for one, said in why if said and not one.is_for_all]
    return Decided(done, tuple(missed))


def _missing(decision: LinkDecision, known: Container[str], count: int) -> str:
    """Return why ``decision`` is not carried out where its words are mentioned ``count`` times; empty if it is."""
    if decision.person != NOBODY and decision.person not in known:
        return f"no list has the person “{decision.person:.60}”"
    if not count:
        return "no person is found by these words; a [[person]] in TOML can mark them"
    if decision.occurrence is not None and decision.occurrence > count:
        times = f"{count} time{'' if count == 1 else 's'}"
        return f"a person is found by these words {times}, and not {decision.occurrence}"
    return ""


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
