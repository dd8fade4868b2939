"""A person as a list of persons gives one: names, description, offices, identifiers."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from teiconv.names.ids import Ids
from teiconv.regex import regex
from teiconv.remember import remembered

_NOT_IN_WORD = regex(r"[^A-Za-z0-9._:-]+")
_ADDRESS = regex(
    r"https?://(?:www\.|m\.)?(?:wikidata\.org/(?:entity|wiki)|viaf\.org/viaf|d-nb\.info/gnd|id\.loc\.gov/authorities/names)"
    r"/(?P<identifier>[A-Za-z0-9-]+)(?:\.\w+)?/?(?:[?#].*)?"
)
"""Where Wikidata, VIAF, GND and LCNAF tell of somebody."""
_NOT_IN_ID = regex(r"[^A-Za-z0-9]+")

_WORD = regex(r"[^\s.,]+")

PART_NAMES = ("surname", "forename", "roleName", "genName", "addName", "nameLink")
"""TEI's elements for the parts of a name."""


class NamePart(NamedTuple):
    """A stretch of a name: one of :data:`PART_NAMES`, or ``""`` for what stands between the parts."""

    kind: str
    text: str


class PersonName(NamedTuple):
    """A name as its list writes it; the texts of ``parts`` joined are the name, character by character."""

    parts: tuple[NamePart, ...]

    @property
    def text(self) -> str:
        """The whole name."""
        return "".join([text for _, text in self.parts])

    @property
    def surname_first(self) -> bool:
        """Whether the surname comes first without a comma after it (Chou En-lai)."""
        kinds = [part.kind for part in self.parts]
        if "forename" not in kinds or kinds[0] != "surname":
            return False
        return not any("," in part.text for part in self.parts[: kinds.index("forename")] if not part.kind)

    def of(self, kind: str) -> str:
        """Return the parts of one kind, with blanks between them."""
        return " ".join([text for of, text in self.parts if of == kind])


@dataclass(frozen=True, slots=True)
class Office:
    """An office and when it was held: dates as TEI writes them (``1969``, ``1969-01``, ``1969-01-20``)."""

    title: str
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Identifier:
    """What an authority calls the person: ``VIAF``, ``Wikidata``, ``LCNAF`` …, and the identifier."""

    authority: str
    value: str

    @classmethod
    def of(cls, authority: str, value: str) -> Identifier | None:
        """Return the identifier of an authority that may have any name, as a word of it; ``None`` if none is left.

        Of the address of somebody's entry (``http://www.wikidata.org/entity/Q13``) it is the last part.
        """
        word = _NOT_IN_WORD.sub("-", authority).strip("-")
        address = _ADDRESS.fullmatch(value)
        return cls(word, address["identifier"] if address else value) if value and word else None


@dataclass(frozen=True, slots=True)
class Person:
    """A person: ``names`` (the first is the entry's own), what the list says of them, and who else knows them.

    ``id`` is the ``xml:id`` (``p_KHA1``).  ``same_as`` is the name of the entry that this one only refers to
    (``Caramanlis, see Karamanlis``).  A person found in a document without any list has ``listed=False``, and
    ``resp`` points to the editor who added one.  ``line`` is where a list that gives ids has the entry.
    """

    id: str
    names: tuple[PersonName, ...]
    description: str = ""
    offices: tuple[Office, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    same_as: str = ""
    listed: bool = True
    resp: str = ""
    line: int = field(default=0, compare=False)

    @property
    def name(self) -> PersonName:
        """The name under which the person is listed."""
        return self.names[0]


@dataclass(frozen=True, slots=True)
class Unread:
    """An entry without a person: its words, and its place (``line`` counted from 1)."""

    file: str
    line: int
    text: str

    def __str__(self) -> str:
        shown = self.text if len(self.text) <= 60 else f"{self.text[:57]}…"
        return f"{self.file}:{self.line}: this entry names nobody, and is passed over: “{shown}”"


@dataclass(frozen=True, slots=True)
class WrongId:
    """An ``id`` that a list gives and that cannot be used: ``why`` not."""

    file: str
    line: int
    id: str
    why: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: the id “{self.id:.60}” {self.why}; another is made of the name"


@dataclass(frozen=True, slots=True)
class Spoilt:
    """A ``cell`` of a list that a spreadsheet has spoilt, and that is not read: ``why`` not."""

    file: str
    line: int
    cell: str
    why: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: “{self.cell:.60}” {self.why}, and is not read; correct the cell"


@dataclass(frozen=True, slots=True)
class ShortRow:
    """A row of a table that ends before the last columns, which are ``missing``: it may have lost a cell."""

    file: str
    line: int
    missing: tuple[str, ...]

    def __str__(self) -> str:
        columns = " and ".join(f"“{column}”" for column in self.missing)
        advice = "put a cell in quotation marks if a comma, a semicolon or a tab is part of it"
        return f"{self.file}:{self.line}: this row has no cell for {columns}, which is taken for empty; {advice}"


Remark = Unread | WrongId | Spoilt | ShortRow
"""What is to be told of a list."""


def identified(persons: Iterable[Person], taken: Iterable[str] = ()) -> tuple[Person, ...]:
    """Return ``persons`` with an ``id`` made for each that has none, in the manner of the series.

    ``p_``, the initials of surname, forenames and suffix, and a number that tells apart who share them
    (``p_KHA1`` for Kissinger, Henry A.); a person of one name has it whole (``p_SUHARTO1``).  None gets
    an id that is ``taken``.
    """
    people = tuple(persons)
    if all(person.id for person in people):
        return people
    ids = Ids([*(person.id for person in people), *taken])
    return tuple([person if person.id else _with_id(person, ids.new(_stem(person.name))) for person in people])


def _with_id(person: Person, identifier: str) -> Person:
    """Return ``person`` with an id: as ``replace`` does, in a third of the time."""
    names, description, offices, identifiers = person.names, person.description, person.offices, person.identifiers
    return Person(
        identifier, names, description, offices, identifiers, person.same_as, person.listed, person.resp, person.line
    )


@remembered(1 << 12)  # the people of a volume are named in document after document
def _stem(name: PersonName) -> str:
    kinds = ("surname", "forename", "genName")
    pieces = [piece for kind in kinds for piece in _letters(name.of(kind))] or _letters(name.of("") or name.text)
    return f"p_{pieces[0] if len(pieces) == 1 else ''.join(piece[0] for piece in pieces) or 'X'}"


@remembered(1 << 12)
def _letters(text: str) -> tuple[str, ...]:
    """Return the words of ``text``, parted by blanks and points, in plain capitals."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().upper()
    return tuple(piece for piece in (_NOT_IN_ID.sub("", word) for word in _WORD.findall(plain)) if piece)
