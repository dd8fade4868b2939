"""Persons and terms of TEI files: ``listPerson`` anywhere, or the lists in the front of an official volume.

In the published volumes an entry is an ``item`` that holds the name (``persName``, ``term``) with its ``xml:id``, and
the description after it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from teiconv.annotate.people.person import PART_NAMES, Identifier, NamePart, Office, Person, PersonName
from teiconv.annotate.terms import Term
from teiconv.lists.entry_names import split_entry
from teiconv.tei.parsing import parse

_TEI = "{http://www.tei-c.org/ns/1.0}"
_ID = "{http://www.w3.org/XML/1998/namespace}id"


def persons_from_tei(data: bytes, name: str) -> Iterator[Person]:
    """Yield the persons of a TEI file, in its order.

    Raises:
        TeiError: the XML cannot be read.
    """
    for node in parse(data, name).iter(f"{_TEI}person", f"{_TEI}persName"):
        if node.tag == f"{_TEI}person":
            person = _person(node)
            if person is not None:
                yield person
        elif node.get(_ID) and _item(node) is not None:
            heading = _words(node).rstrip(" ,;:")
            yield Person(node.get(_ID, ""), (split_entry(heading)[0],), _description(node))


def terms_from_tei(data: bytes, name: str) -> Iterator[Term]:
    """Yield the terms of a TEI file, in its order.

    Raises:
        TeiError: the XML cannot be read.
    """
    for node in parse(data, name).iter(f"{_TEI}term"):
        if node.get(_ID) and _item(node) is not None:
            yield Term(node.get(_ID, ""), _words(node).rstrip(" ,;:"), _description(node))


def _person(node: etree._Element) -> Person | None:
    names = tuple(_name(child) for child in node.findall(f"{_TEI}persName"))
    if not names:
        return None
    return Person(
        id=node.get(_ID, ""),
        names=names,
        description=" ".join(map(_words, node.findall(f"{_TEI}note"))),
        offices=tuple(_office(child) for kind in ("occupation", "state") for child in node.findall(f"{_TEI}{kind}")),
        identifiers=tuple(
            Identifier(child.get("type", ""), _words(child)) for child in node.findall(f"{_TEI}idno") if child.text
        ),
    )


def _name(node: etree._Element) -> PersonName:
    """Return the name, by its own markup where it has any, by its form where it has none."""
    if not any(_local(child) in PART_NAMES for child in node):
        return split_entry(_words(node))[0]
    parts = [NamePart("", _folded(node.text))]
    for child in node:
        kind = _local(child)
        parts += [NamePart(kind if kind in PART_NAMES else "", _words(child)), NamePart("", _folded(child.tail))]
    kept = [part for part in parts if part.text]
    if kept and not kept[0].kind:
        kept[0] = replace(kept[0], text=kept[0].text.lstrip())
    if kept and not kept[-1].kind:
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return PersonName(tuple(part for part in kept if part.text))


def _office(node: etree._Element) -> Office:
    return Office(_words(node), node.get("from"), node.get("to"))


def _item(node: etree._Element) -> etree._Element | None:
    """Return the ``item`` that ``node`` heads, with nothing but highlighting between them."""
    parent = node.getparent()
    while parent is not None and _local(parent) == "hi":
        parent = parent.getparent()
    return parent if parent is not None and _local(parent) == "item" else None


def _description(node: etree._Element) -> str:
    item = _item(node)
    whole, heading = _words(item) if item is not None else "", _words(node)
    return whole.removeprefix(heading).lstrip(" ,;:–—-")


def _local(node: etree._Element) -> str:
    return node.tag.removeprefix(_TEI) if isinstance(node.tag, str) else ""


def _words(node: etree._Element) -> str:
    return " ".join("".join(str(text) for text in node.itertext()).split())


def _folded(text: str | None) -> str:
    """Return ``text`` with runs of white space as one blank, its edges kept."""
    words = " ".join((text or "").split())
    if not words:
        return " " if text else ""
    return f"{' ' if text and text[0].isspace() else ''}{words}{' ' if text and text[-1].isspace() else ''}"
