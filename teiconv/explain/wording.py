"""Explanations in words, line by line, for people; and as JSON can say them, for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import Any

from teiconv.explain.records import Candidate, Explanation, Sign, Statement, Step, Sum
from teiconv.model.decision import Decision

ELEMENTS = {
    "persName": "a person",
    "rs": "an office that stands for a person",
    "orgName": "an organisation",
    "roleName": "an office",
    "placeName": "a place",
    "date": "a date",
    "time": "a time",
    "gap": "a gap",
    "ref": "a reference",
    "gloss": "a term",
    "note": "the call of a note",
    "head": "a heading",
    "dateline": "a dateline",
    "opener": "a line of the opening",
    "salute": "a salutation",
    "signed": "a signature",
    "closer": "the end of the document",
    "postscript": "a postscript",
    "quote": "a block quotation",
    "list": "a list",
    "label": "a label",
    "table": "a table",
    "seg": "a line of markings",
    "ab": "a paragraph without margins",
    "fw": "furniture of the page",
    "div": "a part of the document",
    "supplied": "words of the editors",
    "metamark": "a remark of the editors",
    "ellipsis": "an omission",
    "sic": "a slip that the editors kept",
}
"""What an element says of its words."""

VALUES = {
    "ref": "→ {}",
    "target": "→ {}",
    "corresp": "→ {}",
    "when": "{}",
    "from": "from {}",
    "to": "until {}",
    "notBefore": "not before {}",
    "notAfter": "not after {}",
    "reason": "{}",
    "quantity": "{}",
    "unit": "{}",
    "n": "number {}",
    "type": "{}",
}
"""Attributes in words; others are told by their names."""
_ROLES = {("type", "from"): "who sent the document", ("type", "to"): "who received it"}

_OFFICE = "rs"
"""The element of an office that stands for its holder, of whom no signs are weighed."""
_OF_PERSONS = ("type", "person")
"""Says no more than that an office stands for a person."""

_MOST = 5
"""How many signs of a list are told."""
_LEAST = 0.05
"""A sign that weighs less is not told."""
_LONGEST = 60
_LONGEST_NOTE = 120


def lines(explanation: Explanation, name: str) -> Iterator[str]:
    """Yield an explanation of a place in the file ``name`` in words, line by line."""
    place = f"{name}:{explanation.line}:{explanation.column}"
    note = next((f" ({one})" for one in explanation.inside if one.startswith("note")), "")
    yield f"{place}{note}: {explanation.before}[{' '.join(explanation.words.split())}]{explanation.after}".rstrip()
    if not explanation.statements:
        yield "  Nothing is marked here."
    for statement in explanation.statements:
        yield from (f"  {line}" for line in _of_statement(statement))


def _of_statement(statement: Statement) -> Iterator[str]:
    words = _short(statement.words)
    if statement.element:
        yield f"“{words}” is {' '.join(_said(statement))}."
    elif statement.signs or statement.candidates:
        yield f"“{words}” is not taken for a person."
    else:
        yield f"“{words}” is not marked."
    yield from (f"  {decided(decision)}" for decision in statement.decisions)
    if statement.why:
        yield f"  {_before_rule(statement)}: {statement.why}."
    if statement.who:
        yield f"  Who it is: {statement.who}."
    yield from (f"  {line}" for line in _of_candidates(statement))
    yield from (f"  {line}" for line in _of_signs(statement.signs, statement.sum))
    yield from (f"  {line}" for line in _of_steps(statement.steps or ()))


def _before_rule(statement: Statement) -> str:
    """Return what stands before the rule: why the machine says so, or what it would say but for a decision."""
    if statement.decisions:
        return "Without the decision"
    return "Why" if statement.element or statement.signs or statement.candidates else "As a person"


def _said(statement: Statement) -> Iterator[str]:
    """Yield what a statement says: what the words are, by which values, and how certain that is."""
    yield ELEMENTS.get(statement.element, f"“{statement.element}”")
    values = list(_values(dict(statement.values)))
    certainty = [f"{statement.certainty} certainty"] if statement.certainty else []
    if values or certainty:
        yield f"({', '.join([*values, *certainty])})"


def _values(attributes: dict[str, str]) -> Iterator[str]:
    """Yield the values of a statement in words."""
    if "quantity" in attributes and "unit" in attributes:
        quantity, unit = attributes.pop("quantity"), attributes.pop("unit")
        yield f"{quantity} {unit}{'' if quantity == '1' else 's'}"
    for pair in attributes.items():
        if pair != _OF_PERSONS:
            yield _ROLES.get(pair) or VALUES.get(pair[0], f"{pair[0]} {{}}").format(pair[1])


def decided(decision: Decision) -> str:
    """Return who decided what, when and why, in one line."""
    when = f" on {decision.at[:16].replace('T', ' ')}" if decision.at else ""
    place = f" ({decision.place})" if decision.file else ""
    what = ", ".join(f"{key} = {value}" for key, value in decision.values)
    why = f" Because: {decision.why.rstrip('.')}." if decision.why else ""
    return f"Decided by {decision.who or 'an editor'}{when}{place}: {decision.kind}, {what}.{why}"


def _of_candidates(statement: Statement) -> Iterator[str]:
    several = len(statement.candidates) > 1 or statement.is_probability
    for candidate in statement.candidates:
        weight = f"{candidate.weight:4.0%}" if statement.is_probability else f"{candidate.weight:4.1f}"
        yield f"{f'{weight}  ' if several else ''}{described(candidate)}"
        told = signs_in_words(candidate.signs)
        yield from (f"      {line}" for line in told)
        if several and not told and statement.element != _OFFICE:
            yield "      nothing speaks for this one"


def described(one: Candidate) -> str:
    """Return a candidate with what is known of them, in one line."""
    known = "; ".join(part for part in (_short(one.about, _LONGEST_NOTE), one.dates, *one.identifiers) if part)
    return f"{one.name} ({one.id}){f': {known}' if known else ''}"


def _of_signs(signs: Sequence[Sign], sum_: Sum | None) -> Iterator[str]:
    """Yield signs for and against a name, and what they come to."""
    for is_everywhere, title in ((False, "At this place:"), (True, "In the whole document:")):
        told = signs_in_words(one for one in signs if one.is_everywhere is is_everywhere)
        if told:
            yield title
            yield from (f"  {line}" for line in told)
    if sum_ and sum_.places > 1:
        total = f"{sum_.total:.1f} at all {sum_.places} places"
        yield f"Sum: {sum_.here:.1f} here, {total}; threshold {sum_.threshold:.1f}."
    elif sum_:
        yield f"Sum: {sum_.total:.1f}; threshold {sum_.threshold:.1f}."


def signs_in_words(signs: Iterable[Sign]) -> tuple[str, ...]:
    """Return the strongest of ``signs``, each in one line."""
    return tuple([signed(one) for one in signs if abs(one.weight) >= _LEAST][:_MOST])


def signed(sign: Sign) -> str:
    """Return a sign with its weight, in one line."""
    return f"{sign.weight:+.1f}  {sign.words}"


def _of_steps(steps: Sequence[Step]) -> Iterator[str]:
    """Yield the step that found an element, and those on which it rests."""
    for number, step in enumerate(steps):
        yield f"{'It rests on' if number else 'Found by'} “{step.name}”: {step.rule}"


def _short(words: str, longest: int = _LONGEST) -> str:
    words = " ".join(words.split())
    return words if len(words) <= longest else f"{words[: longest - 1]}…"


def as_json(explanations: Iterable[Explanation], name: str) -> list[dict[str, Any]]:
    """Return explanations as JSON has them, with all signs."""
    return [{"file": name, **asdict(one)} for one in explanations]
