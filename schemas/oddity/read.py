"""Read an ODD: its declarations as records, in the order of ``schemaSpec``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

TEI = "{http://www.tei-c.org/ns/1.0}"
EXAMPLES = "{http://www.tei-c.org/ns/Examples}"
SCHEMATRON = "{http://purl.oclc.org/dsdl/schematron}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


@dataclass(frozen=True, slots=True)
class Attribute:
    """An ``attDef``: ``values`` are those of its ``valList``, ``closed`` if no others are allowed."""

    name: str
    desc: str
    required: bool
    repeatable: bool
    datatype: str | None
    values: tuple[str, ...]
    closed: bool


@dataclass(frozen=True, slots=True)
class Declaration:
    """A ``classSpec``, ``dataSpec``, ``elementSpec`` or ``macroSpec``; ``kind`` is that name."""

    kind: str
    ident: str
    module: str
    gloss: str
    desc: str
    memberships: tuple[str, ...]
    attributes: tuple[Attribute, ...]
    content: etree._Element | None
    examples: tuple[etree._Element, ...]
    is_model: bool


@dataclass(frozen=True, slots=True)
class Chapter:
    """A division of the ODD that declares something: its title, its prose, and the names of what it declares."""

    title: str
    prose: str
    idents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Odd:
    """A whole ODD: the start element, the declarations by their names, and the constraints (rules) as they stand."""

    ident: str
    start: str
    namespace: str
    declarations: dict[str, Declaration]
    constraint_declarations: tuple[etree._Element, ...]
    constraints: tuple[etree._Element, ...]
    chapters: tuple[Chapter, ...]

    def of_kind(self, kind: str) -> Iterator[Declaration]:
        """Yield the declarations of one kind, in order."""
        return (spec for spec in self.declarations.values() if spec.kind == kind)

    def members(self, ident: str) -> list[str]:
        """Return the names of the elements and classes that say they belong to class ``ident``."""
        return [name for name, spec in self.declarations.items() if ident in spec.memberships]


def read_odd(path: Path) -> Odd:
    """Read the ODD at ``path``; its ``schemaSpec`` must name all its groups by ``specGrpRef``."""
    root = etree.parse(path, etree.XMLParser(remove_comments=True)).getroot()
    groups = {group.get(XML_ID): group for group in root.iter(f"{TEI}specGrp")}
    schema = next(root.iter(f"{TEI}schemaSpec"))
    specs: dict[str, Declaration] = {}
    constraints = []
    for ref in schema.iter(f"{TEI}specGrpRef"):
        for child in groups[ref.get("target", "")[1:]]:
            if child.tag == f"{TEI}constraintSpec":
                constraints.append(child)
                continue
            spec = _declaration(child)
            if spec.ident in specs:
                raise ValueError(f"{path}:{child.sourceline}: {spec.ident} is declared twice")
            specs[spec.ident] = spec
    declared = tuple(schema.iter(f"{TEI}constraintDecl"))
    ident, start, namespace = (schema.get(name, "") for name in ("ident", "start", "ns"))
    chapters = tuple(_chapter(group) for group in groups.values())
    return Odd(ident, start, namespace, specs, declared, tuple(constraints), chapters)


def words(element: etree._Element | None) -> str:
    """Return the text of ``element`` with its white space normalized."""
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def _chapter(group: etree._Element) -> Chapter:
    division = group.getparent()
    assert division is not None
    idents = tuple(child.get("ident", "") for child in group.iterchildren(f"{TEI}*"))
    return Chapter(words(division.find(f"{TEI}head")), words(division.find(f"{TEI}p")), idents)


def _declaration(spec: etree._Element) -> Declaration:
    return Declaration(
        kind=etree.QName(spec).localname,
        ident=spec.get("ident", ""),
        module=spec.get("module", ""),
        gloss=words(spec.find(f"{TEI}gloss")),
        desc=words(spec.find(f"{TEI}desc")),
        memberships=tuple(member.get("key", "") for member in spec.iterfind(f"{TEI}classes/{TEI}memberOf")),
        attributes=tuple(_attribute(item) for item in spec.iterfind(f"{TEI}attList/{TEI}attDef")),
        content=spec.find(f"{TEI}content"),
        examples=tuple(spec.iterfind(f"{TEI}exemplum/{EXAMPLES}egXML")),
        is_model=spec.get("type") == "model",
    )


def _attribute(item: etree._Element) -> Attribute:
    datatype, values = item.find(f"{TEI}datatype"), item.find(f"{TEI}valList")
    reference = item.find(f"{TEI}datatype/{TEI}dataRef")
    return Attribute(
        name=item.get("ident", ""),
        desc=words(item.find(f"{TEI}desc")),
        required=item.get("usage") == "req",
        repeatable=datatype is not None and datatype.get("maxOccurs") == "unbounded",
        datatype=reference.get("key") if reference is not None else None,
        values=() if values is None else tuple(value.get("ident", "") for value in values),
        closed=values is not None and values.get("type") == "closed",
    )
