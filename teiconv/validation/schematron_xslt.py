"""ISO Schematron → XSLT: every assertion that fails becomes a ``problem`` with its message and its element's number.

Covered are patterns (abstract ones, too), rules (``extends``), ``let``, ``assert``, ``report``, ``name``,
``value-of`` and foreign declarations (keys, functions).  Phases, diagnostics and includes are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from lxml import etree

SCH = "{http://purl.oclc.org/dsdl/schematron}"
XSL = "{http://www.w3.org/1999/XSL/Transform}"
XS = "http://www.w3.org/2001/XMLSchema"

_UNION = re.compile(r"\|(?![^(\[]*[)\]])")
_NAME = re.compile(r"[\w.-]+:[\w.-]+(?=\[|$)")
_PREDICATE = re.compile(r"\[[^\[\]]*\]")
_POSITIONAL = re.compile(r"position\(|last\(|\[\s*\d+\s*\]")
_SHARED = "shared"
OWN = "urn:teiconv:functions"
"""The namespace of functions that a stylesheet may ask us for; ``OWN_PREFIX`` is its prefix there."""
OWN_PREFIX = "teiconv-own"
# The number of an element in document order, from 0, as `etree.iter` counts.
_NUMBER = "{count(ancestor-or-self::*[1]/ancestor::*) + count(ancestor-or-self::*[1]/preceding::*)}"


def to_xslt(schema: etree._Element, version: str = "1.0") -> etree._Element:
    """Return the stylesheet of a Schematron schema, of XSLT ``version`` (``3.0`` for ``xslt2`` and ``xslt3``)."""
    prefixes = {ns.get("prefix", ""): ns.get("uri", "") for ns in schema.iterchildren(f"{SCH}ns")}
    sheet = etree.Element(
        f"{XSL}stylesheet", {"version": version}, nsmap={"xsl": XSL[1:-1], "xs": XS, OWN_PREFIX: OWN, **prefixes}
    )
    sheet.extend(deepcopy(node) for node in schema if isinstance(node.tag, str) and not node.tag.startswith(SCH))
    _refuse_what_is_elsewhere(schema)
    patterns = list(_patterns(schema))
    for scope in (schema, *patterns):
        sheet.extend(_lets(scope))
    root = etree.SubElement(sheet, f"{XSL}template", match="/")
    problems = etree.SubElement(root, "problems")
    single = _Single(sheet, problems)
    for number, pattern in enumerate(patterns):
        rules = list(pattern.iterchildren(f"{SCH}rule"))
        if len(rules) == 1:
            single.add(pattern, rules[0])
        else:
            _add_pattern(sheet, problems, pattern, f"pattern{number}")
    return sheet


def contexts(schema: etree._Element) -> tuple[list[str], dict[str, str]]:
    """Return XPath expressions that find what the rules of ``schema`` are about, and the prefixes that they use."""
    prefixes = {ns.get("prefix", ""): ns.get("uri", "") for ns in schema.iterchildren(f"{SCH}ns")}
    rules = (rule for pattern in _patterns(schema) for rule in pattern.iterchildren(f"{SCH}rule"))
    each = (context.strip() for rule in rules for context in _UNION.split(rule.get("context", "")))
    return [_anywhere(context) for context in each], prefixes


def _anywhere(context: str) -> str:
    return context if context.startswith(("/", "key(", "id(")) else f"//{context}"


def _refuse_what_is_elsewhere(schema: etree._Element) -> None:
    """Refuse a schema of which a part is in another file, or nowhere: without that part it would find too little.

    Raises:
        RuleError: it is.
    """
    abstract = {node.get("id") for node in schema.iter(f"{SCH}pattern", f"{SCH}rule") if node.get("abstract") == "true"}
    for node in schema.iter(f"{SCH}include", f"{SCH}extends", f"{SCH}pattern"):
        if (file := node.get("href")) is not None:
            raise RuleError(f"it includes “{file}”, which teiconv does not do; put what that holds in its place", node)
        name = node.get("is-a") or node.get("rule")
        if name is not None and name not in abstract:
            raise RuleError(f'nothing in it has abstract="true" and the id “{name}”', node)


class RuleError(Exception):
    """Something in a schema cannot be used; ``line`` is its line."""

    def __init__(self, message: str, node: etree._Element) -> None:
        super().__init__(message)
        line: Any = node.sourceline  # the stubs of lxml say no type
        self.line: int | None = line


def _patterns(schema: etree._Element) -> Iterator[etree._Element]:
    """Yield the patterns of ``schema``, instances of abstract ones written out and rules extended."""
    abstract = {
        pattern.get("id"): pattern for pattern in schema.iter(f"{SCH}pattern") if pattern.get("abstract") == "true"
    }
    for pattern in schema.iterchildren(f"{SCH}pattern"):
        if pattern.get("abstract") == "true":
            continue
        model = abstract.get(pattern.get("is-a"))
        yield _extended(pattern if model is None else _instance(model, pattern))


def _instance(model: etree._Element, pattern: etree._Element) -> etree._Element:
    """Return the abstract pattern ``model`` with the parameters of ``pattern`` put in for ``$name``."""
    instance = deepcopy(model)
    instance.attrib.pop("abstract")
    instance.set("id", pattern.get("id", model.get("id", "")))
    params = sorted(pattern.iterchildren(f"{SCH}param"), key=lambda param: -len(param.get("name", "")))
    for node in instance.iter(f"{SCH}*"):
        for key, value in node.attrib.items():
            for param in params:
                value = str(value).replace(f"${param.get('name')}", param.get("value", ""))
            node.set(key, value)
    return instance


def _extended(pattern: etree._Element) -> etree._Element:
    """Return ``pattern`` with the assertions of abstract rules put in where a rule extends them."""
    pattern = deepcopy(pattern)
    abstract = {rule.get("id"): rule for rule in pattern.iterchildren(f"{SCH}rule") if rule.get("abstract") == "true"}
    for extends in list(pattern.iter(f"{SCH}extends")):
        rule = extends.getparent()
        model = abstract.get(extends.get("rule"))
        if rule is not None and model is not None:
            position = rule.index(extends)
            rule[position : position + 1] = [deepcopy(child) for child in model]
    for rule in abstract.values():
        pattern.remove(rule)
    return pattern


def _add_pattern(sheet: etree._Element, problems: etree._Element, pattern: etree._Element, mode: str) -> None:
    """Add what runs ``pattern``, which has several rules: a walk, as only the first rule that fits may fire."""
    rules = list(pattern.iterchildren(f"{SCH}rule"))
    etree.SubElement(problems, f"{XSL}apply-templates", select="/", mode=mode)
    for position, rule in enumerate(rules):
        template = etree.SubElement(sheet, f"{XSL}template", match=rule.get("context", ""), mode=mode)
        template.set("priority", str(len(rules) - position))
        template.sourceline = rule.sourceline
        _add_checks(template, rule, pattern)
        etree.SubElement(template, f"{XSL}apply-templates", select="@*|node()", mode=mode)
    onwards = etree.SubElement(sheet, f"{XSL}template", match="*", mode=mode, priority="-1")
    etree.SubElement(onwards, f"{XSL}apply-templates", select="@*|node()", mode=mode)
    etree.SubElement(sheet, f"{XSL}template", match="@*|text()", mode=mode, priority="-1")


class _Single:
    """Patterns of one rule: those for elements of a name share one walk, in which libxslt finds them by hashing."""

    def __init__(self, sheet: etree._Element, problems: etree._Element) -> None:
        self._sheet = sheet
        self._problems = problems
        self._templates: dict[str, etree._Element] = {}

    def add(self, pattern: etree._Element, rule: etree._Element) -> None:
        """Add what runs ``rule``, the only one of ``pattern``."""
        for context in map(str.strip, _UNION.split(rule.get("context", ""))):
            name = _NAME.match(context)
            if name and _is_name_with_conditions(context):
                place = self._template(name[0], rule)
                if name.end() < len(context):
                    place = etree.SubElement(place, f"{XSL}if", test=f"self::*{context[name.end() :]}")
                    place.sourceline = rule.sourceline
            else:
                place = etree.SubElement(self._problems, f"{XSL}for-each", select=_anywhere(context))
                place.sourceline = rule.sourceline
            _add_checks(place, rule, pattern)

    def _template(self, name: str, rule: etree._Element) -> etree._Element:
        if not self._templates:
            etree.SubElement(self._problems, f"{XSL}apply-templates", select="//*", mode=_SHARED)
            etree.SubElement(self._sheet, f"{XSL}template", match="*", mode=_SHARED, priority="-1")
        if name not in self._templates:
            self._templates[name] = etree.SubElement(self._sheet, f"{XSL}template", match=name, mode=_SHARED)
            self._templates[name].sourceline = rule.sourceline
        return self._templates[name]


def _is_name_with_conditions(context: str) -> bool:
    """Tell whether ``context`` is a name with predicates, none of which asks for a position among siblings."""
    outline = _without_nested_predicates(context)
    return "/" not in _PREDICATE.sub("", outline) and not _POSITIONAL.search(outline)


def _without_nested_predicates(context: str) -> str:
    kept: list[str] = []
    depth = 0
    for character in context:
        depth += character == "["
        if depth <= 1:
            kept.append(character)
        depth -= character == "]"
    return "".join(kept)


def _lets(scope: etree._Element) -> Iterator[etree._Element]:
    for let in scope.iterchildren(f"{SCH}let"):
        variable = etree.Element(f"{XSL}variable", name=let.get("name", ""), select=let.get("value", ""))
        variable.sourceline = let.sourceline
        yield variable


def _add_checks(place: etree._Element, rule: etree._Element, pattern: etree._Element) -> None:
    place.extend(_lets(rule))
    for check in rule.iterchildren(f"{SCH}assert", f"{SCH}report"):
        test = check.get("test", "")
        fails = f"not({test})" if check.tag == f"{SCH}assert" else test
        identifier = check.get("id") or rule.get("id") or pattern.get("id") or ""
        condition = etree.SubElement(place, f"{XSL}if", test=fails)
        condition.sourceline = check.sourceline
        problem = etree.SubElement(condition, "problem", rule=identifier, element=_NUMBER)
        problem.set("role", check.get("role") or rule.get("role") or pattern.get("role") or "")
        _add_message(problem, check)


def _add_message(problem: etree._Element, message: etree._Element) -> None:
    _add_text(problem, message.text)
    for child in message:
        if child.tag == f"{SCH}value-of":
            value = etree.SubElement(problem, f"{XSL}value-of", select=child.get("select", "."))
            value.sourceline = child.sourceline
        elif child.tag == f"{SCH}name":
            etree.SubElement(problem, f"{XSL}value-of", select=f"name({child.get('path', '.')})")
        elif isinstance(child.tag, str):
            _add_message(problem, child)
        _add_text(problem, child.tail)


def _add_text(problem: etree._Element, text: str | None) -> None:
    if text:
        etree.SubElement(problem, f"{XSL}text").text = text
