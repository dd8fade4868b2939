"""Decisions about words of the text → the elements around them: persons, terms, places, dates, gaps, references."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from teiconv.editing.places import Stretch
from teiconv.layout.leaf import WriteInline
from teiconv.model import OPAQUE, Content, Element, Node, Span, annotate, joined
from teiconv.model.decision import Decision, Kind
from teiconv.names.runs import carries_text

ELEMENTS: Mapping[Kind, frozenset[str]] = {
    Kind.PERSON: frozenset({"persName", "rs"}),
    Kind.TERM: frozenset({"gloss"}),
    Kind.PLACE: frozenset({"placeName"}),
    Kind.DATE: frozenset({"date"}),
    Kind.GAP: frozenset({"gap"}),
    Kind.REFERENCE: frozenset({"ref"}),
}
"""The elements that say what a decision of each kind is about; the first name is that of a new one."""

_NEW = {
    Kind.PERSON: "persName",
    Kind.TERM: "gloss",
    Kind.PLACE: "placeName",
    Kind.DATE: "date",
    Kind.REFERENCE: "ref",
}
_POINTS_BY = {Kind.PERSON: "ref", Kind.TERM: "target"}
_ONE_OF = (("when", "from", "to", "notBefore", "notAfter"), ("quantity", "atMost", "atLeast", "min", "max", "extent"))
"""Attributes of which a decision sets some, and so takes the others away."""
_NOTICE = ("[", "]")


@dataclass(frozen=True, slots=True)
class Mark:
    """What a decision makes of a stretch: an element around it, or none."""

    decision: Decision
    stretch: Stretch
    resp: str

    @property
    def names(self) -> frozenset[str]:
        """The elements that the decision is about."""
        return ELEMENTS[self.decision.kind]

    def over(self, standing: Element | None) -> Element:
        """Return the new element, as what ``standing`` becomes, without content."""
        element = standing or Element(_NEW[self.decision.kind])
        return element.containing(()).having(**self._attributes(), resp=self.resp, cert="high")

    def _attributes(self) -> dict[str, str | None]:
        decision = self.decision
        pointer = _POINTS_BY.get(decision.kind)
        if pointer:
            return {pointer: f"#{decision.get('is')}"}
        values = {key: value for key, value in decision.values if key != "is"}
        if "target" in values and "://" not in values["target"] and not values["target"].startswith("#"):
            values["target"] = f"#{values['target']}"
        others = {key: None for group in _ONE_OF if values.keys() & set(group) for key in group}
        return {**others, **values}


def marked(body: Element, mark: Mark, write_inline: WriteInline) -> Element:
    """Return ``body`` with what ``mark`` decides carried out."""
    change = _of_gap if mark.decision.kind is Kind.GAP else _of_words
    return in_run(body, mark.stretch.run, lambda content: change(content, mark, write_inline))


def _of_words(content: Content, mark: Mark, write_inline: WriteInline) -> Content:
    """Return a run with another element, or none, around the words of ``mark``."""
    _, start, end = mark.stretch
    standing = next((node for node in _exactly(content, start, end) if node.name in mark.names), None)
    bare = unwrapped(content, lambda node, at, to: _is_in_the_way(node, at, to, mark))
    if mark.decision.takes_away:
        return bare
    return annotate(bare, [Span(start, end, mark.over(standing))])


def _is_in_the_way(node: Element, at: int, to: int, mark: Mark) -> bool:
    """Whether ``node`` cannot stand beside the element that ``mark`` makes: of the same kind, or cut by it."""
    _, start, end = mark.stretch
    if to <= start or end <= at:
        return False
    is_cut = (at < start < to < end) or (start < at < end < to)
    return node.name in mark.names or (is_cut and not mark.decision.takes_away)


def _of_gap(content: Content, mark: Mark, write_inline: WriteInline) -> Content:
    """Return a run in which the notice at the stretch of ``mark`` is a ``gap`` as decided, or mere words."""
    _, start, end = mark.stretch
    standing = next((node for node in _exactly(content, start, end) if node.name == "gap"), None)
    if standing is None:
        return annotate(content, [Span(start, end, _new_gap(content, mark), replaces=True)])
    new: Node = write_inline(standing) or "" if mark.decision.takes_away else _changed_gap(standing, mark)
    return _replaced(content, standing, new)


def _changed_gap(gap: Element, mark: Mark) -> Element:
    return mark.over(gap).containing(gap.content)


def _new_gap(content: Content, mark: Mark) -> Element:
    """Return the ``gap`` for words in brackets that were not taken for a notice; its wording is its ``desc``."""
    words = mark.decision.words.removeprefix(_NOTICE[0]).removesuffix(_NOTICE[1])
    gap = mark.over(Element("gap", (), (("reason", "illegible"),)))
    return gap.containing((Element("desc", (words,)),))


def is_notice(words: str) -> bool:
    """Whether ``words`` stand in brackets, as what a ``gap`` is written as."""
    return words.startswith(_NOTICE[0]) and words.endswith(_NOTICE[1])


def in_run(root: Element, number: int, change: Callable[[Content], Content]) -> Element:
    """Return ``root`` with the content of the run of that number changed."""
    runs = -1

    def visited(node: Element) -> Element:
        nonlocal runs
        content = node.content
        if carries_text(node):
            runs += 1
            if runs == number:
                return node.containing(change(content))
        if runs > number:
            return node
        new = tuple(child if isinstance(child, str) else visited(child) for child in content)
        return node if all(a is b for a, b in zip(new, content, strict=True)) else node.containing(new)

    return visited(root)


def unwrapped(content: Content, is_doomed: Callable[[Element, int, int], bool]) -> Content:
    """Return ``content`` with the inline elements that are doomed taken out, and what they hold left in."""
    return joined(_unwrapped(content, is_doomed, 0))


def _unwrapped(content: Content, is_doomed: Callable[[Element, int, int], bool], position: int) -> Iterator[Node]:
    for node in content:
        end = position + _length(node)
        if isinstance(node, str) or node.name in OPAQUE:
            yield node
        elif is_doomed(node, position, end):
            yield from _unwrapped(node.content, is_doomed, position)
        else:
            yield node.containing(joined(_unwrapped(node.content, is_doomed, position)))
        position = end


def _exactly(content: Content, start: int, end: int, position: int = 0) -> Iterator[Element]:
    """Yield the elements that are just the characters ``start`` to ``end`` of a run, the outermost first."""
    for node in content:
        to = position + _length(node)
        if isinstance(node, Element) and position <= start and end <= to:
            if (position, to) == (start, end):
                yield node
            if node.name not in OPAQUE:
                yield from _exactly(node.content, start, end, position)
        position = to


def _replaced(content: Content, old: Element, new: Node) -> Content:
    pieces = (
        new if node is old else node if isinstance(node, str) or node.name in OPAQUE
        else node.containing(_replaced(node.content, old, new))
        for node in content
    )  # fmt: skip
    return joined(pieces)


def _length(node: Node) -> int:
    if isinstance(node, str):
        return len(node)
    return 1 if node.name in OPAQUE else sum(map(_length, node.content))
