"""Words of a text → what the machine says of them, place by place, and why."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from teiconv.authority.find import Finder
from teiconv.editing.places import occurrences
from teiconv.explain.decided import ABOUT, decisions_at
from teiconv.explain.known import OfAuthority
from teiconv.explain.listed import Listed
from teiconv.explain.records import Explanation, Statement
from teiconv.explain.standing import Holder, Standing
from teiconv.explain.steps import steps_behind
from teiconv.explain.unlisted import Unlisted
from teiconv.explain.view import View
from teiconv.explain.witness import read
from teiconv.model import BLOCKS, Element
from teiconv.options import DEFAULTS, Options

_HOLDING = BLOCKS | {"note"}
PERSONS = frozenset({"persName", "rs"})
_PLAIN = frozenset({"p", "div", "row", "item", "cell"})
"""Blocks that say nothing which their holders, or their text, do not."""
_CONTEXT = 40
_NOT_SAID = frozenset({"cert", "resp", "xml:id", "xml:space", "place", "rend", "anchored"})
"""Attributes that are told in another way, or say how the text is written."""


def explain(
    data: bytes | str, words: str, options: Options = DEFAULTS, name: str = "<input>"
) -> tuple[Explanation, ...]:
    """Return what is said of ``words`` at each place of a text where they stand, and why; none if they stand nowhere.

    The passes and annotators behind each statement take longer: :meth:`Explainer.with_steps` adds them.

    Raises:
        SourceError: the text does not decode, holds what XML cannot, or is too large.
    """
    return Explainer(data, options, name).of(words)


class Explainer:
    """Explains places of one text, which is read once."""

    def __init__(self, data: bytes | str, options: Options = DEFAULTS, name: str = "<input>") -> None:
        self.witness = read(data, options, name)

    def of(self, words: str) -> tuple[Explanation, ...]:
        """Return what is said of ``words`` at each place where they stand."""
        places = occurrences(words, self.witness.text) if words.split() else []
        return tuple(self.at(start, end) for start, end in places)

    def at(self, start: int, end: int) -> Explanation:
        """Return what is said of the characters ``start`` to ``end`` of the text."""
        text = self.witness.text
        return Explanation(
            text[start:end],
            start,
            end,
            *self.witness.place(start),
            _before(text, start),
            _after(text, end),
            tuple(_named(node) for _, node in self._around(start, end)),
            tuple(self._statements(start, end)),
        )

    def with_steps(self, explanations: Sequence[Explanation]) -> tuple[Explanation, ...]:
        """Return ``explanations`` with the passes and annotators behind what no other rule explains."""
        asked = [one for each in explanations for one in each.statements if one.element and not one.why]
        found = dict(zip(map(_key, asked), steps_behind(self.witness, asked), strict=True))
        return tuple(
            replace(
                each, statements=tuple(replace(one, steps=found.get(_key(one), one.steps)) for one in each.statements)
            )
            for each in explanations
        )

    @cached_property
    def _people(self) -> Listed | OfAuthority | Unlisted:
        """How people are found: by a list, by an authority, or by the document alone."""
        options = self.witness.options
        if options.persons is not None:
            return Listed(self.witness, options.persons)
        if isinstance(options.authority, Finder):
            return OfAuthority(self.witness, options.authority)
        return Unlisted(self.witness)

    def _statements(self, start: int, end: int) -> Iterator[Statement]:
        """Yield what is said at a place: of names and other words, of blocks, and why no name is marked."""
        view = self._view(start, end)
        found = [*self._inline(start, end, view), *map(self._statement, self._blocks(start, end))]
        left = decisions_at(self.witness, start, end)
        for one in found:
            own = tuple(each for each in left if one.element in ABOUT.get(each.kind, ()))
            left = [each for each in left if each not in own]
            yield replace(one, decisions=own)
        unmarked = Statement("", self.witness.text[start:end], start, end, decisions=tuple(left))
        if any(one.element in PERSONS for one in found):
            view = None
        elif view is None and not found and any(map(str.isupper, unmarked.words)):
            view = View(self._people.nothing, is_taken=False)
        if view and (left or not view.is_taken):
            yield view.on(unmarked)
        elif left:
            yield unmarked

    def _view(self, start: int, end: int) -> View | None:
        stretch = self.witness.stretch(start, end)
        return self._people.at(stretch) if stretch else None

    def _inline(self, start: int, end: int, view: View | None) -> Iterator[Statement]:
        """Yield what is said of the names and other words at a place; each name has a view of its own."""
        for one in self.witness.standings.inline:
            if one.meets(start, end):
                made = self._statement(one)
                own = self._view(one.start, one.end) if view and one.element.name == "persName" else None
                made = own.on(made) if own else self._of_term(made)
                yield (
                    self._people.holder(made)
                    if isinstance(self._people, OfAuthority) and made.element == "rs"
                    else made
                )

    def _of_term(self, statement: Statement) -> Statement:
        """Return the ``statement`` that words are a term with what the list of terms says of it."""
        target = (dict(statement.values).get("target") or "").removeprefix("#")
        terms = self.witness.options.terms.terms if self.witness.options.terms else ()
        found = next((term for term in terms if term.id == target), None) if statement.element == "gloss" else None
        return replace(statement, why=f"the list of terms has {found.name}: {found.expansion}") if found else statement

    def _blocks(self, start: int, end: int) -> Iterator[Standing]:
        """Yield the blocks around a place that say what the words are, the innermost first."""
        for number, node in self._around(start, end):
            if node.name in BLOCKS and (node.name not in _PLAIN or _is_a_part(node)):
                yield self.witness.standings.around[number]

    def _around(self, start: int, end: int) -> Iterator[Holder]:
        """Yield the blocks around a place, the innermost first, up to the note or the document that it stands in."""
        root = self.witness.document.body
        for holder in reversed(self.witness.standings.holders(start, end)):
            if holder.element is not root and holder.element.name in _HOLDING:
                yield holder

    def _statement(self, standing: Standing) -> Statement:
        node, start, end = standing
        values = tuple((key, value) for key, value in node.attributes if key not in _NOT_SAID)
        return Statement(node.name, self.witness.text[start:end], start, end, values, node.get("cert") or "")


def _is_a_part(node: Element) -> bool:
    """Tell whether a division is an enclosure or a section, and not a whole document."""
    return node.name == "div" and node.get("type") not in (None, "document")


def _key(statement: Statement) -> tuple[str, int, int]:
    return statement.element, statement.start, statement.end


def _named(node: Element) -> str:
    """Return the name of a block or note, with its number or type."""
    more = node.get("n") if node.name == "note" else node.get("type")
    return f"{node.name} {more}" if more else node.name


def _before(text: str, start: int) -> str:
    """Return some words before a place, on one line."""
    at = start - _CONTEXT
    shown = text[max(0, at) : start]
    return re.sub(r"\s+", " ", shown if at <= 0 else f"…{shown[shown.find(' ') + 1 :]}")


def _after(text: str, end: int) -> str:
    """Return some words after a place, on one line."""
    shown = text[end : end + _CONTEXT]
    return re.sub(r"\s+", " ", shown if end + _CONTEXT >= len(text) else f"{shown[: shown.rfind(' ') + 1]}…")
