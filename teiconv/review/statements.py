"""A document → the statements that an editor may decide: the words, their place in the text, and the reasons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from teiconv.advice import Advice, Case, advice
from teiconv.conventions.table import named
from teiconv.document.record import Document
from teiconv.layout.positions import Positioned, positions
from teiconv.model import Element
from teiconv.model.certainty import Certainty
from teiconv.model.header import Agent, AgentKind
from teiconv.review.kinds import KINDS, OF_ELEMENT, Kind
from teiconv.review.numbered import SAID, Said, numbered
from teiconv.review.reasons import of_agent, of_element
from teiconv.review.words import find, place_of, start_of_word

_ADVISED = frozenset({"call", "gap", "title", "date"})
"""The kinds of advice that are about something that may be decided."""
_TOP = 3000
"""Characters at the start of a text in which what its header says is sought."""
_CONTEXT = 60
"""Characters before and after a statement that are kept with it."""
_DEGREES = frozenset(Certainty)
_NO_PERSON = {AgentKind.ORGANISATION: "organisation", AgentKind.ROLE: "office"}
"""What the name of a sender or recipient is called in a decision, if it is not that of a person."""
_FIXED = {"block": "heading", "place": "place"}
"""Kinds whose element says all."""


@dataclass(frozen=True, slots=True)
class Statement:
    """Something that an encoding says about words of a text.

    Attributes:
        kind: the name of a :class:`Kind`.
        start, end: the characters of the text that it is about; both 0 where it has no place in the text.
        words: these, with single blanks; ``nth``: which of the places with these words in the text, from 1.
        certainty: TEI's degree.
        values: what it says, by the keys of a decision.
        candidates: who or what may be meant, by id.
        why: the reasons, in words.
        said: the number of its element (:mod:`.numbered`), ``None`` where it is not said in the text.
        around: what stands before and after the words.
    """

    kind: str
    start: int
    end: int
    words: str
    nth: int = 1
    certainty: str = Certainty.HIGH
    values: dict[str, str] = field(default_factory=dict)
    candidates: tuple[str, ...] = ()
    why: tuple[str, ...] = ()
    said: int | None = None
    around: tuple[str, str] = ("", "")

    @property
    def doubt(self) -> int:
        """How doubtful it is: 2 for what is low or undecided between several, 1 for medium, 0 for the rest."""
        if len(self.candidates) > 1:
            return 2
        return {Certainty.HIGH: 0, Certainty.MEDIUM: 1}.get(Certainty(self.certainty), 2)


@dataclass(frozen=True, slots=True)
class Stated:
    """A document with its text, its ``body`` with numbers, and its statements in the order of the text."""

    document: Document
    text: str
    body: Element
    statements: tuple[Statement, ...]
    said: tuple[Said, ...]


def stated(document: Document, *, advised: bool = True) -> Stated:
    """Return what ``document`` says; ``advised``: also what an editor should look at because it is not said."""
    conventions, marked = named(document.conventions), numbered(document.body)
    text, found = positions(marked.body, lambda node: node.get(SAID) is not None, conventions.write, conventions.canon)
    statements = [one for at in found if (one := _of_text(at, text, marked.said)) is not None]
    statements += _of_header(document, text)
    statements += _of_advice(document, text) if advised else ()
    placed = sorted((replace(one, around=_around(text, one)) for one in statements), key=lambda one: one.start)
    return Stated(document, text, marked.body, tuple(placed), marked.said)


def _around(text: str, one: Statement) -> tuple[str, str]:
    """Return some words before and after a statement, on one line."""
    before, after = text[max(0, one.start - _CONTEXT) : one.start], text[one.end : one.end + _CONTEXT]
    return re.sub(r"\s+", " ", before), re.sub(r"\s+", " ", after)


def _of_text(at: Positioned, text: str, said: tuple[Said, ...]) -> Statement | None:
    number = int(at.element.get(SAID) or 0)
    element = said[number].element
    kind = OF_ELEMENT.get(element.name, KINDS["block"])
    if kind.name == "call" and element.get("rend") == "inline":
        return None
    candidates = _candidates(element, kind)
    start = start_of_word(text, at.start) if kind.name == "call" else at.start
    words, nth = place_of(text, start, at.end)
    degree = element.get("cert") or Certainty.HIGH
    return Statement(
        kind.name,
        start,
        at.end,
        words,
        nth,
        degree if degree in _DEGREES else Certainty.LOW,
        _values(element, kind, candidates),
        candidates,
        of_element(element, len(candidates)),
        number,
    )


def _candidates(element: Element, kind: Kind) -> tuple[str, ...]:
    """Return the ids of the persons that a name points to; other statements have no candidates."""
    if kind.name != "person":
        return ()
    return tuple(pointer.rpartition("#")[2] for pointer in (element.get("ref") or element.get("corresp") or "").split())


def _values(element: Element, kind: Kind, candidates: tuple[str, ...]) -> dict[str, str]:
    if kind.name == "person":
        return {"is": candidates[0]} if candidates else {}
    if kind.name in _FIXED:
        return {"is": _FIXED[kind.name]}
    pairs = zip(kind.fields, kind.attributes, strict=False)
    said = {key: value for key, attribute in pairs if (value := element.get(attribute))}
    return {"is": said["is"].rpartition("#")[2]} if kind.name == "term" and said else said


def _of_header(document: Document, text: str) -> Iterator[Statement]:
    """Yield what is said of the document as a whole."""
    header = document.header
    for kind, agents in (("sender", document.sender), ("recipient", document.recipients)):
        yield from (_of_agent(kind, agent, text) for agent in agents)
    if header.title:
        yield _beside("title", header.title, text, {"is": header.title}, ())
    if header.classification and header.classification.level:
        level = header.classification.level
        yield _beside("classification", level, text, {"level": level}, ())


def _of_agent(kind: str, agent: Agent, text: str) -> Statement:
    is_known = agent.ref and " " not in agent.ref
    values = {"is": (agent.ref or "").rpartition("#")[2]} if is_known else {"name": agent.name}
    if agent.kind in _NO_PERSON:
        values = {_NO_PERSON[agent.kind]: agent.name}
    return _beside(kind, agent.name, text, values, of_agent(agent), agent.certainty or Certainty.HIGH)


def _beside(
    kind: str, words: str, text: str, values: dict[str, str], why: tuple[str, ...], certainty: str = Certainty.HIGH
) -> Statement:
    """Return a statement of the header, at the first place where the text has its words."""
    words = " ".join(words.split())
    place = find(text[:_TOP], words) or (0, 0)
    return Statement(kind, *place, words, 1, certainty, values, (), why)


def _of_advice(document: Document, text: str) -> Iterator[Statement]:
    """Yield what is not said, and perhaps should be."""
    case = Case(text, document)
    for told in advice(case):
        if told.kind in _ADVISED:
            yield _missing(told, case)


def _missing(told: Advice, case: Case) -> Statement:
    index = told.line - case.number(0)
    start = sum(len(line) + 1 for line in case.lines[:index])
    line = case.lines[index] if 0 <= index < len(case.lines) else ""
    words, nth = place_of(case.text, start, start + len(line))
    return Statement(told.kind, start, start + len(line), words, nth, Certainty.LOW, {}, (), (told.message,))
