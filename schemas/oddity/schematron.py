"""ODD to ISO Schematron: every ``constraintSpec`` becomes a pattern of its name, with its ``desc`` for a title."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from oddity.read import SCHEMATRON, TEI, Odd, words


def to_schematron(odd: Odd, heading: str) -> bytes:
    """Return the Schematron schema of ``odd``, with ``heading`` as a comment before it."""
    schema = etree.Element(f"{SCHEMATRON}schema", nsmap={None: SCHEMATRON[1:-1]})
    schema.addprevious(etree.Comment(f" {heading} "))
    etree.SubElement(schema, f"{SCHEMATRON}title").text = f"The rules of {odd.ident}"
    for declaration in odd.constraint_declarations:
        schema.set("queryBinding", declaration.get("queryBinding", "xslt"))
        schema.extend(deepcopy(child) for child in declaration)
    for rule in odd.constraints:
        schema.append(_pattern(rule))
    etree.cleanup_namespaces(schema)
    etree.indent(schema)
    return etree.tostring(schema.getroottree(), xml_declaration=True, encoding="UTF-8") + b"\n"


def _pattern(rule: etree._Element) -> etree._Element:
    pattern = etree.Element(f"{SCHEMATRON}pattern", id=rule.get("ident", ""))
    etree.SubElement(pattern, f"{SCHEMATRON}title").text = words(rule.find(f"{TEI}desc"))
    pattern.extend(deepcopy(child) for child in rule.iterfind(f"{TEI}constraint/*"))
    return pattern
