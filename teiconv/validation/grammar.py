"""A RELAX NG schema read into patterns, so that it can say what it would have allowed.

Attributes are taken for independent of each other, which they are in TEI.  Where a grammar is cleverer than that, or
spread over several files, :func:`read_grammar` declines, and libxml2's own words remain.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from teiconv.remember import remembered
from teiconv.validation.names import RNG, is_name_class, name_class_of
from teiconv.validation.patterns import ANY_TEXT, DATA, EMPTY, NOT_ALLOWED, Algebra, Pattern

_ELSEWHERE = ("include", "externalRef", "parentRef")


@dataclass(slots=True)
class Attributes:
    """The attributes of an element: their RELAX NG by name in Clark notation, and which of them are required."""

    patterns: dict[str, list[etree._Element]] = field(default_factory=dict)
    required: set[str] = field(default_factory=set)
    others: list[etree._Element] = field(default_factory=list)

    def add(self, node: etree._Element, required: bool) -> None:
        """Take in the ``attribute`` of RELAX NG ``node``; one that has no name in particular goes to ``others``."""
        names = name_class_of(node).names
        if not names:
            self.others.append(node)
        for name in names:
            self.patterns.setdefault(name, []).append(node)
        if required and len(names) == 1:
            self.required |= names


@dataclass(frozen=True, slots=True)
class Definition:
    """What an element may have: attributes and content; ``node`` is its RELAX NG."""

    node: etree._Element
    attributes: Attributes
    content: Pattern


class Grammar:
    """The elements of a schema, each defined when it is first asked for; ``start`` is the document's."""

    def __init__(self, root: etree._Element) -> None:
        self.algebra = Algebra()
        self._defines = _by_name(root)
        self._elements: dict[str, list[etree._Element]] = {}
        for node in root.iter(f"{RNG}element"):
            for name in name_class_of(node).names:
                self._elements.setdefault(name, []).append(node)
        starts = [_Reader(self).all_in(node) for node in root.iter(f"{RNG}start")]
        self.start = self.algebra.choice(starts or [_Reader(self).pattern(root)])  # a schema may be one element
        self.definition = remembered()(self._definition)

    @property
    def element_names(self) -> tuple[str, ...]:
        """The names of all elements, in Clark notation, in alphabetical order."""
        return tuple(sorted(self._elements))

    def element(self, node: etree._Element) -> Pattern:
        """Return the pattern of the ``element`` of RELAX NG ``node``."""
        return self.algebra.element(name_class_of(node), node)

    def the_one_called(self, name: str) -> Pattern | None:
        """Return the element of that name, in Clark notation, if the grammar has just one."""
        found = self._elements.get(name, ())
        return self.element(found[0]) if len(found) == 1 else None

    def defines(self, name: str) -> list[etree._Element]:
        """Return the ``define`` elements of that name."""
        return self._defines.get(name, [])

    def _definition(self, pattern: Pattern) -> Definition:
        node = pattern.key
        assert isinstance(node, etree._Element)
        reader = _Reader(self)
        content = reader.all_in(node)
        return Definition(node, reader.attributes, content)


def read_grammar(schema: etree._ElementTree) -> Grammar | None:
    """Return the grammar of a RELAX NG schema, or ``None`` if it is of a kind that is not read here."""
    root = schema.getroot()
    if any(True for _ in root.iter(*(f"{RNG}{name}" for name in _ELSEWHERE))):
        return None
    return Grammar(root)


class _Reader:
    """Reads the patterns of one element; its attributes are put aside."""

    def __init__(self, grammar: Grammar) -> None:
        self.attributes = Attributes()
        self._grammar = grammar
        self._algebra = grammar.algebra
        self._required = True

    def all_in(self, node: etree._Element) -> Pattern:
        """Return the patterns in ``node``, one after the other."""
        return self._algebra.group(self._parts(node))

    def _parts(self, node: etree._Element) -> list[Pattern]:
        children = [child for child in node if str(child.tag).startswith(RNG) and not is_name_class(child)]
        return [self.pattern(child) for child in children]

    def pattern(self, node: etree._Element) -> Pattern:
        """Return the pattern that ``node`` is."""
        return _KINDS.get(str(node.tag).removeprefix(RNG), _nothing)(self, node)

    def element(self, node: etree._Element) -> Pattern:
        return self._grammar.element(node)

    def attribute(self, node: etree._Element) -> Pattern:
        self.attributes.add(node, self._required)
        return EMPTY

    def ref(self, node: etree._Element) -> Pattern:
        defines = self._grammar.defines(node.get("name", ""))
        patterns = [self.all_in(define) for define in defines]
        mingled = any(define.get("combine") == "interleave" for define in defines)
        return self._algebra.interleave(patterns) if mingled else self._algebra.choice(patterns)

    def choice(self, node: etree._Element) -> Pattern:
        return self._not_required(lambda: self._algebra.choice(self._parts(node)))

    def interleave(self, node: etree._Element) -> Pattern:
        return self._algebra.interleave(self._parts(node))

    def mixed(self, node: etree._Element) -> Pattern:
        return self._algebra.interleave([ANY_TEXT, self.all_in(node)])

    def optional(self, node: etree._Element) -> Pattern:
        return self._not_required(lambda: self._algebra.optional(self.all_in(node)))

    def zero_or_more(self, node: etree._Element) -> Pattern:
        repeated = self._not_required(lambda: self._algebra.one_or_more(self.all_in(node)))
        return self._algebra.optional(repeated)

    def one_or_more(self, node: etree._Element) -> Pattern:
        return self._algebra.one_or_more(self.all_in(node))

    def _not_required(self, read: Callable[[], Pattern]) -> Pattern:
        before, self._required = self._required, False
        pattern = read()
        self._required = before
        return pattern


def _nothing(reader: _Reader, node: etree._Element) -> Pattern:
    return NOT_ALLOWED


_KINDS: dict[str, Callable[[_Reader, etree._Element], Pattern]] = {
    "element": _Reader.element,
    "attribute": _Reader.attribute,
    "ref": _Reader.ref,
    "choice": _Reader.choice,
    "interleave": _Reader.interleave,
    "mixed": _Reader.mixed,
    "optional": _Reader.optional,
    "zeroOrMore": _Reader.zero_or_more,
    "oneOrMore": _Reader.one_or_more,
    "group": _Reader.all_in,
    "div": _Reader.all_in,
    "text": lambda reader, node: ANY_TEXT,
    "empty": lambda reader, node: EMPTY,
    "data": lambda reader, node: DATA,
    "value": lambda reader, node: DATA,
    "list": lambda reader, node: DATA,
}


def _by_name(root: etree._Element) -> dict[str, list[etree._Element]]:
    defines: dict[str, list[etree._Element]] = {}
    for define in root.iter(f"{RNG}define"):
        defines.setdefault(define.get("name", ""), []).append(define)
    return defines
