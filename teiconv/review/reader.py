"""One TEI file → what the index keeps of it: its documents with their statements, and the persons whom it lists."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from teiconv.convert import described
from teiconv.document.record import Document
from teiconv.errors import Place, TeiconvError, TeiError
from teiconv.formats.tei.parsing import read_file
from teiconv.formats.tei.read import Convention, Reading, TeiFile, open_tei
from teiconv.names.lists.tei import persons_in, root_of, terms_in, unlisted_in
from teiconv.names.people.person import Person
from teiconv.proof.prove import conventions_of_file
from teiconv.review.statements import Stated, Statement, stated

_HOLDS_LIST = re.compile(rb"<standOff|<(?:persName|term)\s[^>]*\bxml:id")


@dataclass(frozen=True, slots=True)
class Entry:
    """A document as the index lists it; ``alone``: it has a file to itself."""

    id: str
    alone: bool
    title: str
    number: str
    date: str
    place: str
    sender: str
    recipient: str
    ours: bool
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A person or a term of a list: id, name, and what the list knows, as JSON can say it."""

    id: str
    kind: str
    name: str
    about: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Contents:
    """What a file holds; ``fault`` says why nothing could be read of it."""

    file: str
    entries: tuple[Entry, ...] = ()
    listed: tuple[Listed, ...] = ()
    fault: str = ""


def contents(root: Path, file: str, *, is_register: bool) -> Contents:
    """Return what ``file`` below ``root`` holds; a file that cannot be read is told, and holds nothing."""
    try:
        data = read_file(root / file)
        listed = _listed(data, file) if is_register or _HOLDS_LIST.search(data) else ()
        return Contents(file, () if is_register else _entries(data, file), listed)
    except TeiconvError as error:
        return Contents(file, fault=str(error))


def _entries(data: bytes, file: str) -> tuple[Entry, ...]:
    opened = open_tei(data, file)
    alone = len(opened.divs) == 1
    return tuple(_entry(name, alone, read(reading, file), is_ours(reading)) for name, reading in opened.read_all())


def read(reading: Reading, file: str) -> Stated:
    """Return the document that was read, with its statements; what is missing is only told of files of ours."""
    conventions = conventions_of_file(reading.conventions, file)
    header = reading.header or described(reading.body, conventions)
    document = Document(reading.body, reading.form, header, reading.standoff, conventions.name)
    return stated(document, advised=is_ours(reading))


def stated_in(root: Path, file: str, id: str) -> Stated:
    """Return the document ``id`` of a file as that is now, with its statements.

    Raises:
        TeiError: it cannot be read, or no longer holds the document.
    """
    return read(reading_of(open_tei(read_file(root / file), file), id), file)


def reading_of(opened: TeiFile, id: str) -> Reading:
    """Return the document ``id`` of a file.

    Raises:
        TeiError: it is no longer there.
    """
    if id not in opened.names():
        raise TeiError(f"document {id} is no longer there", Place(opened.file))
    return opened.read(id)


def is_ours(reading: Reading) -> bool:
    """Tell whether teiconv wrote the file: what is decided about it, the next run carries out."""
    return reading.convention is not Convention.FOREIGN


def _entry(name: str, alone: bool, found: Stated, ours: bool) -> Entry:
    document = found.document
    sender, recipient = (", ".join(agent.name for agent in side) for side in (document.sender, document.recipients))
    return Entry(
        name,
        alone,
        document.title,
        document.number or "",
        (document.date and document.date.begin) or "",
        document.place or "",
        sender,
        recipient,
        ours,
        found.statements,
    )


def _listed(data: bytes, file: str) -> tuple[Listed, ...]:
    root = root_of(data, file)
    unlisted = unlisted_in(root)
    found = (one for one in persons_in(root, file) if isinstance(one, Person) and one.id)
    persons = tuple(Listed(one.id, "person", one.name.text, _about(one, one.id in unlisted)) for one in found)
    terms = tuple(Listed(one.id, "term", one.name, {"description": one.expansion}) for one in terms_in(root))
    return persons + terms


def _about(person: Person, is_unlisted: bool) -> dict[str, Any]:
    return {
        "unlisted": is_unlisted,
        "description": person.description,
        "names": [name.text for name in person.names[1:]],
        "offices": [asdict(office) for office in person.offices],
        "identifiers": [asdict(known) for known in person.identifiers],
    }
