"""Persons and terms as TEI: ``person`` in a ``listPerson``, ``term`` in a ``list``, or as official volumes have them.

An official volume lists its persons as ``item/persName[@xml:id]`` and its terms as ``item/term[@xml:id]``, the
description behind them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from teiconv.model import Element, element, lasting
from teiconv.names.people.names import words
from teiconv.names.people.person import PART_NAMES, Identifier, NamePart, Office, Person, PersonName, Unread
from teiconv.names.term import Term
from teiconv.remember import remembered

if TYPE_CHECKING:
    from lxml import etree

_REMEMBERED = 1 << 12
"""Persons and terms whose elements are kept: they come again in document after document."""

_TEI = "{http://www.tei-c.org/ns/1.0}"
_IDNO = f"{_TEI}idno"
_ID = "{http://www.w3.org/XML/1998/namespace}id"


def list_of_persons(
    people: Sequence[Person], *, unread: Sequence[Unread] = (), in_full: bool = False
) -> tuple[Element, ...]:
    """Return the ``listPerson`` of ``people``, or nothing where there are none.

    ``unread`` are kept as text: a ``desc`` each, before the persons.  Those who were found without a list or an
    authority have a list of their own, with ``@resp``.  ``in_full`` adds their offices, which a document that only
    names them can do without: the description says the same.
    """
    listed = [person_element(person, in_full=in_full) for person in people if person.listed]
    found = [person_element(person, in_full=in_full) for person in people if not person.listed]
    kept = [element("desc", entry.text, type="unread") for entry in unread]
    lists = (element("listPerson", *kept, *listed), element("listPerson", *found, resp="#teiconv"))
    return tuple(one for one in lists if one.content)


def document_of(people: Sequence[Person], unread: Sequence[Unread] = ()) -> Element:
    """Return a TEI document that holds the list of ``people``, with what is ``unread`` of it, and nothing else."""
    title = element("titleStmt", element("title", "Persons"))
    publication = element("publicationStmt", element("p", "Written by teiconv."))
    source = element("sourceDesc", element("p", "A list of persons."))
    header = element("teiHeader", element("fileDesc", title, publication, source))
    return element("TEI", header, element("standOff", *list_of_persons(people, unread=unread, in_full=True)))


def list_of_terms(terms: Sequence[Term]) -> tuple[Element, ...]:
    """Return the ``list`` of ``terms``, or nothing where there are none."""
    return (element("list", *map(term_element, terms), type="terms"),) if terms else ()


@remembered(_REMEMBERED)
def term_element(term: Term) -> Element:
    """Return ``term`` as an ``item``: the term, and what it stands for as ``gloss``."""
    expansion = (", ", element("gloss", term.expansion)) if term.expansion else ()
    return lasting(element("item", element("term", term.name, xml_id=term.id), *expansion))


@remembered(_REMEMBERED)
def person_element(person: Person, *, in_full: bool = True) -> Element:
    """Return ``person`` as TEI's ``person``, with the offices if ``in_full``."""
    names = [persname_element(name) for name in person.names]
    held = person.offices if in_full else ()
    offices = [element("occupation", office.title, from_=office.start, to=office.end) for office in held]
    identifiers = [element("idno", known.value, type=known.authority) for known in person.identifiers]
    note = [element("note", person.description)] if person.description else []
    return lasting(element("person", *names, *offices, *identifiers, *note, xml_id=person.id, resp=person.resp or None))


def persname_element(name: PersonName) -> Element:
    """Return ``name`` as TEI's ``persName``, its parts marked up and its text as the list has it."""
    return element("persName", *(element(part.kind, part.text) if part.kind else part.text for part in name.parts))


def persons_from_tei(data: bytes, file: str) -> Iterator[Person | Unread]:
    """Yield the persons of a TEI file, in its order: those of its ``listPerson``, and those that items list.

    Entries that name nobody are yielded, too.

    Raises:
        TeiError: the XML cannot be read.
    """
    yield from persons_in(root_of(data, file), file)


def persons_in(root: etree._Element, file: str) -> Iterator[Person | Unread]:
    """Yield the persons below ``root``, the root of ``file``, as :func:`persons_from_tei` does."""
    for node in root.iter(f"{_TEI}person", f"{_TEI}persName"):
        if node.tag == f"{_TEI}person":
            if node.find(f"{_TEI}persName") is not None:
                yield _person(node, file)
        elif node.get(_ID) and (item := _item(node)) is not None:
            name = _name(node)
            if words(name.text):
                yield Person(node.get(_ID, ""), (name,), _after(item, node), line=_line(node))
            else:
                yield _unread(item, file)


def root_of(data: bytes, file: str) -> etree._Element:
    """Return the root of a file without the remarks for its editors."""
    from lxml import etree  # writing a list can do without it

    from teiconv.formats.tei.parsing import parse

    tree = parse(data, file)
    etree.strip_tags(tree, etree.Comment, etree.ProcessingInstruction)
    return tree.getroot()


def unlisted_in(root: etree._Element) -> frozenset[str]:
    """Return the ids of the persons below ``root`` whom no list named: a ``listPerson`` with ``@resp`` has them."""
    found = (node for listed in root.iter(f"{_TEI}listPerson") if listed.get("resp") for node in listed)
    return frozenset(node.get(_ID, "") for node in found)


def _unread(node: etree._Element, file: str) -> Unread:
    return Unread(file, _line(node), _words(node))


def _line(node: etree._Element) -> int:
    line: int | None = node.sourceline  # type: ignore[assignment]
    return line or 0


def terms_from_tei(data: bytes, file: str) -> Iterator[Term]:
    """Yield the terms of a TEI file, in its order: those that items list.

    Raises:
        TeiError: the XML cannot be read.
    """
    yield from terms_in(root_of(data, file))


def terms_in(root: etree._Element) -> Iterator[Term]:
    """Yield the terms below ``root`` as :func:`terms_from_tei` does."""
    for node in root.iter(f"{_TEI}term"):
        if node.get(_ID) and _heading(node) and (item := _item(node)) is not None:
            yield Term(node.get(_ID, ""), _heading(node), _after(item, node), _line(node))


def _person(node: etree._Element, file: str) -> Person | Unread:
    names = [name for name in map(_name, node.findall(f"{_TEI}persName")) if words(name.text)]
    if not names:
        return _unread(node, file)
    offices = (office for office in node if _local(office) in ("occupation", "state"))
    return Person(
        node.get(_ID, ""),
        tuple(names),
        " ".join(map(_words, node.findall(f"{_TEI}note"))),
        tuple(Office(_words(office), office.get("from"), office.get("to")) for office in offices),
        tuple(filter(None, (Identifier.of(known.get("type", ""), _words(known)) for known in node.findall(_IDNO)))),
        line=_line(node),
    )


def _name(node: etree._Element) -> PersonName:
    """Return the name that a ``persName`` holds, by its markup or, where it has none, by its text."""
    if not any(_local(child) in PART_NAMES for child in node):
        from teiconv.names.lists.entry_names import split_entry

        text = _heading(node)
        name, rest = split_entry(text)
        return PersonName((*name.parts, NamePart("", text[len(name.text) :]))) if rest else name
    parts = [NamePart("", _folded(node.text))]
    for child in node:
        kind = _local(child)
        parts += [NamePart(kind if kind in PART_NAMES else "", _words(child)), NamePart("", _folded(child.tail))]
    return PersonName(tuple(_trimmed(parts)))


def _trimmed(parts: list[NamePart]) -> Iterator[NamePart]:
    """Yield ``parts`` without white space at the ends of the whole, and without empty ones."""
    kept = [part for part in parts if part.text]
    for number, part in enumerate(kept):
        text = part.text.lstrip() if number == 0 else part.text
        text = text.rstrip() if number == len(kept) - 1 else text
        if text:
            yield NamePart(part.kind, text)


def _item(node: etree._Element) -> etree._Element | None:
    """Return the ``item`` that ``node`` heads, with nothing but highlighting between them."""
    parent = node.getparent()
    while parent is not None and _local(parent) == "hi":
        parent = parent.getparent()
    return parent if parent is not None and _local(parent) == "item" else None


def _after(item: etree._Element, heading: etree._Element) -> str:
    """Return what ``item`` says after ``heading``."""
    return _words(item).partition(_words(heading))[2].lstrip(" ,;:–—-")


def _heading(node: etree._Element) -> str:
    return _words(node).rstrip(" ,;:")


def _local(node: etree._Element) -> str:
    return node.tag.removeprefix(_TEI) if isinstance(node.tag, str) else ""


def _words(node: etree._Element) -> str:
    return " ".join("".join(map(str, node.itertext())).split())


def _folded(text: str | None) -> str:
    """Return ``text`` with runs of white space as one blank."""
    return re.sub(r"\s+", " ", text or "")
