"""Walks a document that a RELAX NG schema refuses, and says of every element what is wrong with it.

After an error the walk goes on as if what is wrong were not there, so that one slip gives one problem.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import TypeAlias

from lxml import etree

from teiconv.validation.document import Checked, local_name, path_of
from teiconv.validation.grammar import Definition, Grammar
from teiconv.validation.patterns import NOT_ALLOWED, TEXT, Pattern, beginnings
from teiconv.validation.problem import Problem
from teiconv.validation.values import Values

_LISTED = 10
_EXCERPT = 30

Pending: TypeAlias = "list[tuple[etree._Element, Pattern]]"


class Explainer:
    """Explains documents by one grammar; ``schema`` is the name that problems give it."""

    def __init__(self, grammar: Grammar, schema: str) -> None:
        self._grammar = grammar
        self._values = Values(grammar)
        self._schema = schema

    def explain(self, document: Checked) -> list[Problem]:
        """Return what is wrong with ``document``, in its order; nothing if the grammar is too clever to tell."""
        root = document.tree.getroot()
        step = self._grammar.algebra.step(self._grammar.start, str(root.tag))
        if not step.matched:
            return [self._not_the_root(document, root)]
        problems: list[Problem] = []
        pending: Pending = [(root, step.matched[0])]
        while pending:
            element, pattern = pending.pop()
            definition = self._grammar.definition(pattern)
            problems += self._attributes(document, element, definition)
            problems += self._content(document, element, definition, pending)
        return sorted(problems, key=lambda problem: (problem.line or 0, problem.column or 0))

    def _problem(
        self, document: Checked, element: etree._Element, rule: str, message: str, found: str, allowed: Iterable[str]
    ) -> Problem:
        line, column = document.place(element)
        names = tuple(allowed)
        return Problem(document.name, line, column, path_of(element), message, found, names, self._schema, rule)

    def _not_the_root(self, document: Checked, root: etree._Element) -> Problem:
        allowed = _names(self._grammar.start)
        message = f"a document cannot be a {_tag(root)}{_namespace_hint(root)}; allowed: {_listed(allowed)}"
        return self._problem(document, root, "root", message, local_name(root), allowed)

    def _attributes(self, document: Checked, element: etree._Element, definition: Definition) -> Iterator[Problem]:
        attributes = definition.attributes
        for name, value in element.attrib.items():
            patterns = attributes.patterns.get(str(name), [])
            if not patterns and not attributes.others:
                yield self._unknown_attribute(document, element, str(name), definition)
            elif patterns and not any(self._values.is_right(str(value), pattern) for pattern in patterns):
                yield self._wrong_value(document, element, str(name), str(value), patterns)
        for name in sorted(attributes.required - {str(name) for name in element.attrib}):
            allowed = tuple(word for pattern in attributes.patterns[name] for word in self._values.in_words(pattern))
            message = f"{_tag(element)} must have {_at(name)}: {_listed(allowed)}"
            yield self._problem(document, element, "missing-attribute", message, "", allowed)

    def _unknown_attribute(
        self, document: Checked, element: etree._Element, name: str, definition: Definition
    ) -> Problem:
        allowed = tuple(sorted(_at(known) for known in definition.attributes.patterns))
        hint = _did_you_mean(_at(name), allowed)
        message = f"{_at(name)} is not allowed on {_tag(element)}{hint}; allowed: {_listed(allowed)}"
        return self._problem(document, element, "attribute", message, _at(name), allowed)

    def _wrong_value(
        self, document: Checked, element: etree._Element, name: str, value: str, patterns: list[etree._Element]
    ) -> Problem:
        allowed = tuple(word for pattern in patterns for word in self._values.in_words(pattern))
        message = (
            f"“{_excerpt(value)}” cannot be the value of {_at(name)} on {_tag(element)}; allowed: {_listed(allowed)}"
        )
        return self._problem(document, element, "value", message, value, allowed)

    def _content(
        self, document: Checked, element: etree._Element, definition: Definition, pending: Pending
    ) -> Iterator[Problem]:
        """Follow the children through the content model; put those that can be checked on ``pending``."""
        rest = definition.content
        before: etree._Element | None = None
        for child in (None, *element):
            is_element = child is not None and isinstance(child.tag, str)
            if child is not None and is_element:
                step = self._grammar.algebra.step(rest, str(child.tag))
                if step.rest is NOT_ALLOWED:
                    yield self._misplaced(document, child, before, rest)
                else:
                    rest = step.rest
                pattern = step.matched[0] if step.matched else self._grammar.the_one_called(str(child.tag))
                if pattern is not None:
                    pending.append((child, pattern))
                before = child
            text = (element.text if child is None else child.tail) or ""
            if text.strip():
                step = self._grammar.algebra.step(rest, TEXT)
                if step.rest is NOT_ALLOWED:
                    yield self._bare_text(document, element, text, rest)
                else:
                    rest = step.rest
        if not rest.nullable:
            yield self._incomplete(document, element, rest)

    def _misplaced(
        self, document: Checked, child: etree._Element, before: etree._Element | None, rest: Pattern
    ) -> Problem:
        parent = child.getparent()
        assert parent is not None
        where = f"in {_tag(parent)}" if before is None else f"in {_tag(parent)} after {_tag(before)}"
        allowed = _names(rest)
        if self._grammar.the_one_called(str(child.tag)) is None:
            hint = _namespace_hint(child) or _did_you_mean(local_name(child), allowed)
            message = f"{_tag(child)} is not an element of the schema{hint}; allowed {where}: {_listed(allowed)}"
        else:
            end = f"the end of {_tag(parent)}" if rest.nullable else ""
            message = f"{_tag(child)} is not allowed {where}; allowed: {_listed(allowed, end)}"
        return self._problem(document, child, "element", message, local_name(child), allowed)

    def _bare_text(self, document: Checked, element: etree._Element, text: str, rest: Pattern) -> Problem:
        allowed = _names(rest)
        message = f"the text “{_excerpt(text)}” stands bare in {_tag(element)}; put it into one of: {_listed(allowed)}"
        return self._problem(document, element, "text", message, text, allowed)

    def _incomplete(self, document: Checked, element: etree._Element, rest: Pattern) -> Problem:
        allowed = _names(rest)
        message = f"{_tag(element)} is not complete; it needs one of: {_listed(allowed)}"
        return self._problem(document, element, "incomplete", message, "", allowed)


def _names(pattern: Pattern) -> tuple[str, ...]:
    """Return the names of what may come next in ``pattern``."""
    found: set[str] = set()
    for leaf in beginnings(pattern):
        if leaf.name is None:
            found.add("text")
        else:
            found.update(name.rpartition("}")[2] for name in leaf.name.names or {"any element"})
    return tuple(sorted(found))


def _listed(names: tuple[str, ...], end: str = "") -> str:
    shown = [*names[:_LISTED]]
    if len(names) > _LISTED:
        shown[-1] += f" … ({len(names)} in all)"
    if end:
        shown.append(end)
    return ", ".join(shown) or "nothing"


def _tag(element: etree._Element) -> str:
    return f"<{local_name(element)}>"


def _at(name: str) -> str:
    namespace, _, local = name.rpartition("}")
    return f"@xml:{local}" if namespace.endswith("XML/1998/namespace") else f"@{local}"


def _excerpt(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _EXCERPT else f"{text[:_EXCERPT]}…"


def _did_you_mean(name: str, names: tuple[str, ...]) -> str:
    close = get_close_matches(name, names, 1, 0.75)
    return f" (did you mean {close[0]}?)" if close else ""


def _namespace_hint(element: etree._Element) -> str:
    namespace = etree.QName(element).namespace
    return "" if namespace == "http://www.tei-c.org/ns/1.0" else f" (its namespace is {namespace or 'missing'})"
