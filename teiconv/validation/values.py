"""Attribute values: are they what the schema wants, and what it wants in words.

A value is tried by libxml2 against a grammar of one element that may hold just that value.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from teiconv.validation.grammar import Grammar
from teiconv.validation.names import RNG, is_name_class

_DOCUMENTATION = "{http://relaxng.org/ns/compatibility/annotations/1.0}documentation"
_LIBRARY = "datatypeLibrary"
_HOLDER = "value"
_IN_WORDS = {
    "ID": "an identifier that is unique in the file",
    "IDREF": "the identifier of an element of the file",
    "NCName": "an XML name without colon",
    "Name": "an XML name",
    "NMTOKEN": "a word of letters, digits, “.”, “-”, “_” and “:”",
    "anyURI": "an address (URI)",
    "boolean": "true or false",
    "date": "a day such as 1971-05-05",
    "dateTime": "a moment such as 1971-05-05T16:05:00",
    "decimal": "a decimal number",
    "double": "a number",
    "gDay": "a day of a month, such as ---05",
    "gMonth": "a month, such as --05",
    "gMonthDay": "a day of a year, such as --05-05",
    "gYear": "a year such as 1971",
    "gYearMonth": "a month such as 1971-05",
    "integer": "a whole number",
    "language": "a language tag such as en",
    "nonNegativeInteger": "a whole number, not negative",
    "positiveInteger": "a whole number from 1",
    "string": "any text",
    "time": "a time of day such as 16:05:00",
    "token": "a word",
}


class Values:
    """Tells right values of attributes from wrong ones, for one grammar."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._checkers: dict[etree._Element, etree.RelaxNG | None] = {}

    def is_right(self, value: str, attribute: etree._Element) -> bool:
        """Tell whether ``attribute`` (its RELAX NG) may have ``value``; in doubt, that it may."""
        if attribute not in self._checkers:
            self._checkers[attribute] = self._checker(attribute)
        checker = self._checkers[attribute]
        holder = etree.Element(_HOLDER)
        holder.text = value
        return checker is None or checker.validate(holder)

    def in_words(self, attribute: etree._Element) -> tuple[str, ...]:
        """Return what ``attribute`` (its RELAX NG) may have as values, in words, or one by one."""
        return tuple(dict.fromkeys(self._describe(_values_of(attribute))))

    def _describe(self, nodes: list[etree._Element]) -> Iterator[str]:
        for node in nodes:
            kind = str(node.tag).removeprefix(RNG)
            if kind == "value":
                yield (node.text or "").strip() or "nothing at all"
            elif kind == "data":
                yield _data_in_words(node)
            elif kind == "ref":
                yield from self._describe_ref(node.get("name", ""))
            elif kind == "text":
                yield "any text"
            else:
                yield from self._describe(list(node.iterchildren(f"{RNG}*")))

    def _describe_ref(self, name: str) -> Iterator[str]:
        for define in self._grammar.defines(name):
            documentation = define.findtext(_DOCUMENTATION)
            if documentation:
                yield " ".join(documentation.split())
            else:
                yield from self._describe(list(define.iterchildren(f"{RNG}*")))

    def _checker(self, attribute: etree._Element) -> etree.RelaxNG | None:
        values = _values_of(attribute)
        if not values:
            return None
        root = etree.Element(f"{RNG}grammar", {_LIBRARY: _library_of(attribute)})
        holder = etree.SubElement(etree.SubElement(root, f"{RNG}start"), f"{RNG}element", name=_HOLDER)
        holder.extend(_copied(value) for value in values)
        self._add_defines(root, values, set())
        try:
            return etree.RelaxNG(root)
        except etree.RelaxNGParseError:
            return None

    def _add_defines(self, root: etree._Element, nodes: list[etree._Element], done: set[str]) -> None:
        for ref in (ref for node in nodes for ref in node.iter(f"{RNG}ref")):
            name = ref.get("name", "")
            if name not in done:
                done.add(name)
                defines = self._grammar.defines(name)
                root.extend(_copied(define) for define in defines)
                self._add_defines(root, defines, done)


def _values_of(attribute: etree._Element) -> list[etree._Element]:
    return [child for child in attribute.iterchildren(f"{RNG}*") if not is_name_class(child)]


def _copied(node: etree._Element) -> etree._Element:
    copy = deepcopy(node)
    copy.tail = None
    copy.set(_LIBRARY, _library_of(node))
    return copy


def _library_of(node: etree._Element) -> str:
    found = (ancestor.get(_LIBRARY) for ancestor in (node, *node.iterancestors()))
    return next((library for library in found if library is not None), "")


def _data_in_words(data: etree._Element) -> str:
    kind = data.get("type", "")
    words = _IN_WORDS.get(kind, kind)
    facets = [f"{param.get('name')} {param.text}" for param in data.iterchildren(f"{RNG}param")]
    return f"{words} ({', '.join(facets)})" if facets else words
