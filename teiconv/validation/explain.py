"""Walks a document that a RELAX NG schema refuses, and says of every element what is wrong with it.

After an error the walk goes on as if what is wrong were not there, so that one slip gives one problem.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import TypeAlias

from lxml import etree

from teiconv.validation.document import Checked, local_name
from teiconv.validation.grammar import Definition, Grammar
from teiconv.validation.patterns import NOT_ALLOWED, TEXT, Pattern, beginnings
from teiconv.validation.problem import Problem
from teiconv.validation.values import Values

TEI_NAMESPACE = "http://www.tei-c.org/ns/1.0"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"

_LISTED = 10
_EXCERPT = 30

Pending: TypeAlias = "list[tuple[etree._Element, Pattern]]"
Names: TypeAlias = "tuple[str, ...]"


class Explainer:
    """Explains documents by one grammar; ``schema`` is the name that problems give it."""

    def __init__(self, grammar: Grammar, schema: str) -> None:
        self._grammar = grammar
        self._values = Values(grammar)
        self._schema = schema

    def explain(self, document: Checked) -> list[Problem]:
        """Return what is wrong with ``document``, in its order; nothing if the grammar is too clever to tell."""
        walk = _Walk(document, self._grammar, self._values, self._schema)
        walk.run()
        return sorted(walk.problems, key=lambda problem: (problem.line or 0, problem.column or 0))


class _Walk:
    """One walk through one document; ``problems`` are those found so far."""

    def __init__(self, document: Checked, grammar: Grammar, values: Values, schema: str) -> None:
        self.problems: list[Problem] = []
        self._document = document
        self._grammar = grammar
        self._step = grammar.algebra.step
        self._values = values
        self._schema = schema
        self._pending: Pending = []

    def run(self) -> None:
        root = self._document.tree.getroot()
        matched = self._step(self._grammar.start, str(root.tag)).matched
        if not matched:
            allowed = self._names(self._grammar.start)
            message = f"a document cannot be a {_tag(root)}{_namespace_hint(root)}; allowed: {_listed(allowed)}"
            self._report("root", root, message, local_name(root), allowed)
            return
        self._check_ids()
        self._pending.append((root, matched[0]))
        while self._pending:
            element, pattern = self._pending.pop()
            definition = self._grammar.definition(pattern)
            self._check_attributes(element, definition)
            self._check_content(element, definition)

    def _check_ids(self) -> None:
        seen: dict[str, etree._Element] = {}
        for element in self._document.tree.iter(etree.Element):
            identifier = element.get(XML_ID)
            if identifier is not None and seen.setdefault(identifier, element) is not element:
                line, _ = self._document.place(seen[identifier])
                message = f"the xml:id “{identifier}” is already that of {_tag(seen[identifier])} on line {line}"
                self._report("id-unique", element, f"{message}; let each have its own", identifier)

    def _check_attributes(self, element: etree._Element, definition: Definition) -> None:
        attributes = definition.attributes
        given = {str(name): str(value) for name, value in element.attrib.items()}
        for name, value in given.items():
            patterns = attributes.patterns.get(name, [])
            if not patterns and not attributes.others:
                allowed = tuple(sorted(_at(known) for known in attributes.patterns))
                hint = _did_you_mean(_at(name), allowed)
                message = f"{_at(name)} is not allowed on {_tag(element)}{hint}; allowed: {_listed(allowed)}"
                self._report("attribute", element, message, _at(name), allowed)
            elif patterns and not any(self._values.is_right(value, pattern) for pattern in patterns):
                allowed = self._values_in_words(patterns)
                message = f"“{_excerpt(value)}” cannot be the value of {_at(name)} on {_tag(element)}"
                self._report("value", element, f"{message}; allowed: {_listed(allowed)}", value, allowed)
        for name in sorted(attributes.required - given.keys()):
            allowed = self._values_in_words(attributes.patterns[name])
            message = f"{_tag(element)} must have {_at(name)}: {_listed(allowed)}"
            self._report("missing-attribute", element, message, "", allowed)

    def _check_content(self, element: etree._Element, definition: Definition) -> None:
        """Follow the children of ``element`` through its content model."""
        rest = self._after_text(definition.content, element, element.text)
        before: etree._Element | None = None
        for child in element:
            if isinstance(child.tag, str):
                rest = self._after_child(rest, child, before)
                before = child
            rest = self._after_text(rest, element, child.tail)
        if not rest.nullable:
            allowed = self._names(rest, only_onwards=True)
            message = f"{_tag(element)} is not complete; it needs {_one_of(allowed)}"
            self._report("incomplete", element, message, "", allowed)

    def _after_text(self, rest: Pattern, element: etree._Element, text: str | None) -> Pattern:
        if not text or not text.strip():
            return rest
        after = self._step(rest, TEXT).rest
        if after is not NOT_ALLOWED:
            return after
        allowed = self._names(rest)
        message = f"the text “{_excerpt(text)}” stands bare in {_tag(element)}; put it into {_one_of(allowed)}"
        self._report("text", element, message, text, allowed)
        return rest

    def _after_child(self, rest: Pattern, child: etree._Element, before: etree._Element | None) -> Pattern:
        step = self._step(rest, str(child.tag))
        pattern = step.matched[0] if step.matched else self._grammar.the_one_called(str(child.tag))
        if pattern is not None:
            self._pending.append((child, pattern))
        if step.rest is not NOT_ALLOWED:
            return step.rest
        self._report_misplaced(rest, child, before)
        return rest

    def _report_misplaced(self, rest: Pattern, child: etree._Element, before: etree._Element | None) -> None:
        parent = child.getparent()
        inside = "" if parent is None else f" in {_tag(parent)}"
        where = inside if before is None else f"{inside} after {_tag(before)}"
        allowed = self._names(rest)
        if self._grammar.the_one_called(str(child.tag)) is None:
            namespace = _namespace_hint(child)
            hint = "" if namespace else _did_you_mean(local_name(child), allowed)
            message = (
                f"{_tag(child)}{namespace} is not an element of the schema{hint}; allowed{where}: {_listed(allowed)}"
            )
        else:
            end = f" (or the end of {_tag(parent)})" if rest.nullable and parent is not None else ""
            message = f"{_tag(child)} is not allowed{where}; allowed: {_listed(allowed)}{end}"
        self._report("element", child, message, local_name(child), allowed)

    def _report(self, rule: str, element: etree._Element, message: str, found: str, allowed: Names = ()) -> None:
        line, column = self._document.place(element)
        name, path = self._document.name, self._document.path(element)
        self.problems.append(Problem(name, line, column, path, message, found, allowed, self._schema, rule))

    def _names(self, pattern: Pattern, *, only_onwards: bool = False) -> Names:
        """Return the names of what may come next in ``pattern``: first, or only, what leads on in it."""
        leads_on: dict[str, bool] = {}
        for symbol in _symbols(pattern):
            name = symbol.rpartition("}")[2].lstrip("#")
            leads_on[name] = leads_on.get(name, False) or self._step(pattern, symbol).rest is not pattern
        onwards = sorted(name for name, leads in leads_on.items() if leads)
        if only_onwards and onwards:
            return tuple(onwards)
        return (*onwards, *sorted(name for name, leads in leads_on.items() if not leads))

    def _values_in_words(self, patterns: list[etree._Element]) -> Names:
        return tuple(dict.fromkeys(word for pattern in patterns for word in self._values.in_words(pattern)))


def _symbols(pattern: Pattern) -> Iterator[str]:
    for leaf in beginnings(pattern):
        if leaf.name is None:
            yield TEXT
        else:
            yield from leaf.name.names or {"any element"}


def _listed(names: Names) -> str:
    if len(names) > _LISTED:
        return f"{', '.join(names[:_LISTED])} … ({len(names)} in all)"
    return ", ".join(names) or "nothing"


def _one_of(names: Names) -> str:
    return f"one of: {_listed(names)}" if len(names) > 1 else _listed(names)


def _tag(element: etree._Element) -> str:
    return f"<{local_name(element)}>"


def _at(name: str) -> str:
    namespace, _, local = name.rpartition("}")
    return f"@xml:{local}" if namespace.endswith("XML/1998/namespace") else f"@{local}"


def _excerpt(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _EXCERPT else f"{text[:_EXCERPT]}…"


def _did_you_mean(name: str, names: Names) -> str:
    close = get_close_matches(name, names, 1, 0.75)
    return f" (did you mean {close[0]}?)" if close else ""


def _namespace_hint(element: etree._Element) -> str:
    namespace = etree.QName(element).namespace
    if namespace == TEI_NAMESPACE:
        return ""
    return f" of {f'the namespace {namespace}' if namespace else 'no namespace'} (that of TEI is {TEI_NAMESPACE})"
