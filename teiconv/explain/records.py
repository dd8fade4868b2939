"""What is told of words in a text, as frozen records."""

from __future__ import annotations

from dataclasses import dataclass

from teiconv.model.decision import Decision


@dataclass(frozen=True, slots=True)
class Sign:
    """Something that speaks for a statement, or, with a weight below 0, against it.

    ``is_everywhere``: it is about all places of a name in the document, not about this one alone.
    """

    words: str
    weight: float
    is_everywhere: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person who may be meant.

    Attributes:
        id: the ``xml:id``; ``name`` as the list has it.
        weight: what the signs come to: a sum, or with an authority a probability.
        signs: what speaks for this one, the strongest first.
        about: what the list or the authority says; ``dates``, ``identifiers`` what else it knows.
        line: where a list that gives ids has the entry.
    """

    id: str
    name: str
    weight: float
    signs: tuple[Sign, ...] = ()
    about: str = ""
    dates: str = ""
    identifiers: tuple[str, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """A pass or an annotator without which the statement would not be there, and its rule."""

    name: str
    rule: str


@dataclass(frozen=True, slots=True)
class Sum:
    """What signs come to: ``here`` at this place, ``total`` at all ``places``, which must exceed ``threshold``."""

    here: float
    total: float
    threshold: float
    places: int


@dataclass(frozen=True, slots=True)
class Statement:
    """What the machine says of some words, and why.

    Attributes:
        element: the TEI element; ``""`` where nothing is marked, and that is explained.
        words: what the element holds, from ``start`` to ``end`` in the text.
        values: what it says, by TEI's attributes.
        certainty: TEI's degree, if it is not certain.
        why: the rule that decided, in words; ``""`` where :attr:`steps` tell.
        who: the rule that decided who of several persons is meant, where another one decided that it is a person.
        candidates: who may be meant, the likeliest first; ``is_probability``: their weights are probabilities.
        signs: what speaks for and against the statement, the strongest first; ``sum`` what they come to.
        decisions: what editors decided about it: that holds.
        steps: the passes and annotators behind it, the one that found it first; ``None`` as long as nobody asked
            (:meth:`.Explainer.with_steps`).
    """

    element: str
    words: str
    start: int
    end: int
    values: tuple[tuple[str, str], ...] = ()
    certainty: str = ""
    why: str = ""
    who: str = ""
    candidates: tuple[Candidate, ...] = ()
    is_probability: bool = False
    signs: tuple[Sign, ...] = ()
    sum: Sum | None = None
    decisions: tuple[Decision, ...] = ()
    steps: tuple[Step, ...] | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """One place in a text, and what is said of it.

    Attributes:
        words: the words as they stand, from ``start`` to ``end`` of the text; ``before`` and ``after`` are some others.
        line, column: where they begin in the file, from 1.
        inside: the blocks and notes that they stand in, the innermost first.
        statements: what the machine says of them.
    """

    words: str
    start: int
    end: int
    line: int
    column: int
    before: str
    after: str
    inside: tuple[str, ...] = ()
    statements: tuple[Statement, ...] = ()
