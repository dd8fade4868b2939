"""Persons and terms as CSV with a header.

Persons: ``name`` (surname first), or ``surname`` and ``forename``; and, if there are any, ``id``, ``description``,
``also`` (further names, parted by ``;``), and a column for each authority (``VIAF``, ``Wikidata``, ``LCNAF`` …).
Terms: ``term``, and ``expansion`` and ``id`` if there are any.  Some other names of columns are understood as well.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from teiconv.errors import Place, TeiconvError
from teiconv.names.lists.cells import sound
from teiconv.names.lists.entry_names import split_entry
from teiconv.names.lists.kinds import FEWEST, is_inverted
from teiconv.names.people.names import words
from teiconv.names.people.person import Identifier, NamePart, Person, PersonName, ShortRow, Spoilt, Unread
from teiconv.names.term import Term

_OTHERWISE = {
    **{"xml:id": "id", "person": "name", "persname": "name", "given": "forename", "note": "description"},
    **{"title": "rolename", "office": "description", "abbreviation": "term", "meaning": "expansion"},
}
"""Names of columns and what they are called here."""

_KNOWN = frozenset(
    {"id", "name", "surname", "forename", "rolename", "genname", "also", "description", "term", "expansion"}
)


def persons_from_csv(text: str, file: str = "<input>") -> Iterator[Person | Unread | Spoilt | ShortRow]:
    """Yield the persons of ``text``, the rows that name nobody or are too short, and what a spreadsheet has spoilt.

    Raises:
        TeiconvError: there is no column ``name`` or ``surname``; or the columns are those of terms.
    """
    _refuse_terms(text, file)
    rows, columns = rows_of(text, file, ("name", "surname"), _OTHERWISE)
    authorities = [column for column in columns if column and column.lower() not in _KNOWN | _OTHERWISE.keys()]
    for number, cells in rows:
        row, spoilt = sound(cells, Place(file, number), numbers=[column.lower() for column in authorities])
        yield from spoilt
        if missing := tuple([column for column in columns if column and _called(column) not in row]):
            yield ShortRow(file, number, missing)
        name = _name(row)
        if not words(name.text):
            yield Unread(file, number, ", ".join(filter(None, row.values())))
            continue
        also = [split_entry(other.strip())[0] for other in row.get("also", "").split(";") if other.strip()]
        known = (Identifier.of(column, row.get(column.lower(), "")) for column in authorities)
        identifiers = tuple(filter(None, known))
        yield Person(row.get("id", ""), (name, *also), row.get("description", ""), identifiers=identifiers, line=number)


def persons_to_csv(persons: Sequence[Person]) -> str:
    """Return ``persons`` as CSV that :func:`persons_from_csv` reads."""
    authorities = list(dict.fromkeys(known.authority for person in persons for known in person.identifiers))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["id", "name", "also", "description", *authorities])
    for person in persons:
        known = {identifier.authority: identifier.value for identifier in person.identifiers}
        also = "; ".join(name.text for name in person.names[1:])
        identifiers = [known.get(authority, "") for authority in authorities]
        writer.writerow([person.id, person.name.text, also, person.description, *identifiers])
    return out.getvalue()


def terms_from_csv(text: str, file: str = "<input>") -> Iterator[Term | Spoilt]:
    """Yield the terms of ``text``, and the cells that a spreadsheet has spoilt.

    Raises:
        TeiconvError: there is no column ``term``; or the names are those of people.
    """
    rows, _ = rows_of(text, file, ("term", "name"), _OTHERWISE)
    sounded = [(number, *sound(cells, Place(file, number))) for number, cells in rows]
    for *_, spoilt in sounded:
        yield from spoilt
    found = [(number, row, row.get("term") or row.get("name", "")) for number, row, _ in sounded]
    _refuse_persons([name for _, row, name in found if not row.get("term")], file)
    for number, row, term in found:
        if term:
            yield Term(row.get("id", ""), term, row.get("expansion") or row.get("description", ""), number)


def _refuse_persons(names: Sequence[str], file: str) -> None:
    if len(names) > 1 and sum(is_inverted(split_entry(name)[0]) for name in names) >= FEWEST * len(names):
        advice = "a list of terms has the columns “term” and “expansion”"
        raise TeiconvError(f"this looks like a list of persons: give it as --persons; {advice}", Place(file, 1))


def _refuse_terms(text: str, file: str) -> None:
    columns = {_called(column) for column in next(_numbered(text.removeprefix("\ufeff"), file), (1, []))[1]}
    if "term" in columns and not columns & {"name", "surname"}:
        advice = "a list of persons has the column “name”, or “surname” and “forename”"
        raise TeiconvError(f"this looks like a list of terms: give it as --terms; {advice}", Place(file, 1))


def _called(column: str) -> str:
    """Return what a column is called here."""
    small = _unbroken(column).lower()
    return _OTHERWISE.get(small, small)


def rows_of(
    text: str, file: str, needed: tuple[str, ...], otherwise: Mapping[str, str] = MappingProxyType({})
) -> tuple[Iterator[tuple[int, Mapping[str, str]]], Sequence[str]]:
    """Return the numbered rows of ``text`` by the names of their columns in small letters, and these names.

    A row that is too short has no cells for the last columns.
    ``otherwise`` gives other names of columns and what they are called here.

    Raises:
        TeiconvError: none of the columns ``needed`` is there, two have one name, a row is not CSV or has surplus cells.
    """
    text = text.removeprefix("\ufeff")
    numbered = _numbered(text, file)
    columns = [_unbroken(column) for column in next(numbered, (1, []))[1]]
    small = [otherwise.get(column.lower(), column.lower()) for column in columns]
    if not any(column in needed for column in small):
        wanted = " or ".join(f"“{name}”" for name in needed)
        raise TeiconvError(f"the first line must name the columns, one of them {wanted}", Place(file, 1))
    _refuse_doubled(columns, small, file)
    rows = (
        (number, dict(zip(small, _cells(row, len(small), Place(file, number)), strict=False)))
        for number, row in numbered
        if any(cell.strip() for cell in row)
    )
    return rows, columns


def _refuse_doubled(columns: Sequence[str], small: Sequence[str], file: str) -> None:
    """Refuse two columns that mean the same: of a row, only one of the cells would be read."""
    for number, name in enumerate(small):
        if name and name in small[:number]:
            both = f"“{columns[small.index(name)]}” and “{columns[number]}”"
            raise TeiconvError(f"the columns {both} mean the same; leave one of them", Place(file, 1))


def _cells(row: Sequence[str], columns: int, place: Place) -> list[str]:
    """Return the cells of ``row``, each on one line, no more than there are ``columns``."""
    cells = [_unbroken(cell) for cell in row]
    if surplus := next(filter(None, cells[columns:]), None):
        advice = "put the whole of a cell in quotation marks if a comma, a semicolon or a tab is part of it"
        message = f"this row has more cells than there are columns (“{surplus:.40}”); {advice}"
        raise TeiconvError(message, place)
    return cells[:columns]


def _numbered(text: str, file: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of ``text``, each with the number of its last line."""
    reader = csv.reader(io.StringIO(text), delimiter=_delimiter(text), skipinitialspace=True, strict=True)
    while True:
        begins = reader.line_num + 1
        try:
            row = next(reader, None)
        except csv.Error as error:
            advice = "save it anew from your spreadsheet"
            raise TeiconvError(f"cannot be read as CSV: {error}; {advice}", Place(file, begins)) from error
        if row is None:
            return
        yield reader.line_num, row


def _delimiter(text: str) -> str:
    """Return what parts the cells of the first line: a comma, a semicolon or a tab."""
    first = re.split(r"[\r\n]", text, maxsplit=1)[0]
    return max(",;\t", key=first.count)


def _unbroken(cell: str) -> str:
    """Return ``cell`` on one line."""
    return " ".join(cell.split())


def _name(row: Mapping[str, str]) -> PersonName:
    if row.get("name"):
        return split_entry(row["name"])[0]
    parts: list[NamePart] = []
    kinds = {"surname": "surname", "rolename": "roleName", "forename": "forename", "genname": "genName"}
    for column, kind in kinds.items():
        if row.get(column):
            separator = " " if parts and parts[-1].kind == "roleName" else ", "
            parts += [*([NamePart("", separator)] if parts else []), NamePart(kind, row[column])]
    return PersonName(tuple(parts))
