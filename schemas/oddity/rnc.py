"""ODD to RELAX NG compact: every declaration becomes a definition of the same name."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from lxml import etree

from oddity.read import TEI, Attribute, Declaration, Odd

KEYWORDS = {"attribute", "datatypes", "default", "div", "element", "empty", "external", "grammar", "include", "inherit"}
KEYWORDS |= {"list", "mixed", "namespace", "notAllowed", "parent", "start", "string", "text", "token"}
OCCURRENCES = {("1", "1"): "", ("0", "1"): "?", ("0", "unbounded"): "*", ("1", "unbounded"): "+"}
SEPARATORS = {("sequence", False): ", ", ("alternate", False): " | ", ("alternate", True): "\n| "}
FILLER = textwrap.TextWrapper(110, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)
REFERENCES = frozenset({"elementRef", "classRef", "macroRef"})


def to_rnc(odd: Odd, heading: str) -> str:
    """Return the grammar of ``odd``, with ``heading`` as a comment before it."""
    definitions = (_definition(odd, spec) for spec in odd.declarations.values())
    return "\n".join(
        [
            *(f"# {line}" for line in heading.splitlines()),
            f'default namespace tei = "{odd.namespace}"',
            "",
            f"start = {_name(odd.start)}",
            "",
            *definitions,
        ]
    )


def _definition(odd: Odd, spec: Declaration) -> str:
    if spec.kind == "elementSpec":
        return _element(odd, spec)
    if spec.kind == "classSpec" and not spec.is_model:
        return _assignment(spec, ",\n".join(_attribute(item) for item in spec.attributes))
    if spec.kind == "classSpec":
        return _assignment(spec, " | ".join(map(_name, odd.members(spec.ident))) or "notAllowed")
    return _assignment(spec, _content(spec))


def _element(odd: Odd, spec: Declaration) -> str:
    classes = [name for name in spec.memberships if not odd.declarations[name].is_model]
    parts = [_content(spec, nested=True), *map(_name, classes), *(_attribute(item) for item in spec.attributes)]
    body = _indented(",\n".join(parts))
    return f"## {spec.gloss}: {spec.desc}\n{_name(spec.ident)} =\n  element {spec.ident} {{\n{_indented(body)}\n  }}\n"


def _assignment(spec: Declaration, pattern: str) -> str:
    return f"## {spec.desc}\n{_name(spec.ident)} =\n{_indented(pattern)}\n"


def _indented(pattern: str) -> str:
    wrapped = (line if '"' in line else FILLER.fill(line) for line in pattern.splitlines())
    return textwrap.indent("\n".join(wrapped), "  ")


def _attribute(item: Attribute) -> str:
    datatype = _values(item.values) if item.closed else _name(item.datatype or "")
    value = f"list {{ {datatype}+ }}" if item.repeatable else datatype
    return f"attribute {item.name} {{ {value} }}{'' if item.required else '?'}"


def _values(values: tuple[str, ...]) -> str:
    return " | ".join(f'"{value}"' for value in values)


def _content(spec: Declaration, nested: bool = False) -> str:
    if spec.content is None:
        raise ValueError(f"{spec.ident} has no content")
    return _pattern(spec.content[0], nested)


def _pattern(node: etree._Element, nested: bool = True) -> str:
    """Return the pattern of a ``content`` model; a group inside another, or repeated, stands in parentheses."""
    name = etree.QName(node).localname
    occurrence = OCCURRENCES[node.get("minOccurs", "1"), node.get("maxOccurs", "1")]
    if name in REFERENCES:
        return _name(node.get("key", "")) + occurrence
    if name in {"sequence", "alternate"}:
        joined = SEPARATORS[name, node[0].tag == f"{TEI}dataRef"].join(_parts(node))
        return f"({joined}){occurrence}" if nested or occurrence else joined
    if name == "dataRef":
        return _datatype(node)
    if name == "valList":
        return _values(tuple(item.get("ident", "") for item in node.iterfind(f"{TEI}valItem")))
    return {"textNode": "text", "empty": "empty"}[name]


def _parts(node: etree._Element) -> Iterator[str]:
    return (_pattern(child) for child in node)


def _datatype(node: etree._Element) -> str:
    restriction = node.get("restriction")
    facet = f' {{ pattern = "{_escaped(restriction)}" }}' if restriction else ""
    return f"xsd:{node.get('name')}{facet}"


def _escaped(pattern: str) -> str:
    """RNC has no backslash escapes but ``\\x{}``, and its strings end at the quotation mark."""
    return pattern.replace('"', "\\x{22}")


def _name(ident: str) -> str:
    return f"\\{ident}" if ident in KEYWORDS else ident
