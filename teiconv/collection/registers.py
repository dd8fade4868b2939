"""The registers of a collection, and the file that lists its documents: written piece by piece, as they are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from teiconv._version import __version__
from teiconv.collection.identity import UnlistedPerson, likely
from teiconv.collection.ids import address
from teiconv.collection.named import Kind, Named
from teiconv.collection.part import DOCUMENTS
from teiconv.collection.undated import Attributes
from teiconv.formats.tei.write import TEI_NAMESPACE, fragment
from teiconv.model import Element, element
from teiconv.names.lists.tei import person_element, term_element
from teiconv.names.people.person import NamePart, Person, PersonName
from teiconv.names.term import Term

Pieces = Iterator[str]
_DEEP = "\n      "


@dataclass(frozen=True, slots=True)
class Entry:
    """A document as the collection lists it: its file, id, number, title, date, and the page on which it begins.

    ``date`` has the attributes of its ``date``; ``pages`` are the first and the last that begin in it.
    """

    file: str
    id: str
    title: str
    number: str | None = None
    date: Attributes = ()
    begins: str | None = None
    pages: tuple[str, ...] = ()


def persons(
    listed: Mapping[str, Person], found: Iterable[UnlistedPerson], perhaps: Mapping[str, tuple[str, ...]]
) -> Pieces:
    """Yield the register of persons: those of the lists, and those ``found`` without, who come in order of surnames.

    ``perhaps`` tells who of the lists may be one with others of them.
    """
    own = {person.id for person in listed.values()}
    entries = (_listed(person, perhaps.get(id, ())) for id, person in sorted(listed.items()))
    yield from _opened("persons", "Persons", "The persons of the collection, each once.")
    some = False
    for kind, elements in (("", entries), (f"{DOCUMENTS}#teiconv", _found(found, own))):
        resp = f' resp="{kind}"' if kind else ""
        opened = False
        for node in elements:
            if not opened:
                yield f"    <listPerson{resp}>"
                opened = some = True
            yield _DEEP + fragment(node, _DEEP)
        if opened:
            yield "\n    </listPerson>\n"
    if not some:
        yield "    <listPerson/>\n"
    yield _CLOSED


def _listed(person: Person, others: tuple[str, ...]) -> Element:
    made = person_element(person, in_full=True)
    return made.having(corresp=" ".join(f"#{id}" for id in others), cert="medium") if others else made


def _found(found: Iterable[UnlistedPerson], listed: set[str]) -> Iterator[Element]:
    """Yield the persons found, with the one that each of them may be, where it can be but one."""
    for _, group in groupby(found, key=lambda person: person.surname):
        people = list(group)
        whole = [person for person in people if not person.document]
        for person in people:
            if person.id not in listed:
                yield _element(person, likely(person, whole))


def _element(person: UnlistedPerson, other: UnlistedPerson | None) -> Element:
    name = PersonName(tuple(NamePart(kind, text) for kind, text in person.name))
    notes = ["Added by an editor."] if person.decided else []
    if person.document:
        notes.append(f"Named so in {person.document}.")
    if other:
        notes.append(f"Perhaps {other.text}.")
    made = person_element(Person(person.id, (name,), " ".join(notes), listed=False), in_full=False)
    return made.having(corresp=f"#{other.id}", cert="medium") if other else made


def named(kind: Kind, names: Iterable[Named]) -> Pieces:
    """Yield the register of places or of organisations."""
    what = kind.title.lower()
    yield from _opened(
        what, kind.title, f"The {what} that the collection names, each once: what is called alike is one."
    )
    yield f"    <{kind.list}>"
    for one in names:
        entry = element(kind.entry, element(kind.element, one.name), xml_id=one.id)
        yield _DEEP + fragment(entry, _DEEP)
    yield f"\n    </{kind.list}>\n{_CLOSED}"


def terms(listed: Iterable[Term]) -> Pieces:
    """Yield the register of terms."""
    yield from _opened("terms", "Terms", "The terms and abbreviations of the collection, each once.")
    yield '    <list type="terms">'
    for term in listed:
        yield _DEEP + fragment(term_element(term), _DEEP)
    yield f"\n    </list>\n{_CLOSED}"


def documents(entries: Iterable[Entry]) -> Pieces:
    """Yield the file that lists the documents; it also says, once for all of them, what made them."""
    yield from _opened("documents", "Documents", "The documents of the collection.", responsible=True)
    yield '    <listBibl type="documents">'
    for entry in entries:
        yield _DEEP + fragment(_citation(entry), _DEEP)
    yield f"\n    </listBibl>\n{_CLOSED}"


def _citation(entry: Entry) -> Element:
    parts: list[Element] = [element("ref", entry.title or entry.id, target=address(entry.file, 0, entry.id))]
    if entry.date:
        parts.append(Element("date", (), tuple(pair for pair in entry.date if pair[0] != "source")))
    if entry.begins:
        parts.append(element("biblScope", unit="page", from_=entry.begins))
    elif entry.pages:
        parts.append(element("biblScope", unit="page", n=entry.pages[0]))
    return element("bibl", *parts, n=entry.number, corresp=address(entry.file, 0, f"tei_{entry.id}"))


def _opened(kind: str, title: str, source: str, *, responsible: bool = False) -> Pieces:
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="{TEI_NAMESPACE}" type="register" subtype="{kind}"'
    yield f' xml:id="tei_{kind}" xml:lang="en">\n  '
    tool = [_TOOL] if responsible else []
    header = element(
        "teiHeader",
        element(
            "fileDesc",
            element("titleStmt", element("title", title), *tool),
            element("publicationStmt", element("p", f"Written by teiconv {__version__}.")),
            element("sourceDesc", element("p", source)),
        ),
    )
    yield fragment(header, "\n  ")
    yield "\n  <standOff>\n"


_CLOSED = "  </standOff>\n</TEI>\n"
_TOOL = element(
    "respStmt",
    element("resp", "recognition of structure, names and dates in the plain text, and encoding as TEI"),
    element("name", "teiconv", type="software"),
    xml_id="teiconv",
)
