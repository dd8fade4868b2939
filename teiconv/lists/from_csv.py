"""Persons and terms of CSV files with a header line: ``name, description, VIAF, Wikidata …`` or ``term, expansion``."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from teiconv.annotate.people.person import Identifier, NamePart, Person, PersonName
from teiconv.annotate.terms import Term
from teiconv.errors import Place, TeiconvError
from teiconv.lists.entry_names import split_entry

_NAME = ("name", "person", "persname")
_OWN = frozenset({"id", "xml:id", *_NAME, "surname", "forename", "given", "title", "description", "note", "office"})
_TERM = ("term", "abbreviation", "name")
_EXPANSION = ("expansion", "gloss", "description", "meaning", "note")


def persons_from_csv(text: str, name: str) -> Iterator[Person]:
    """Yield the persons of a table; a column that is no part of a name or a description is an authority's (``VIAF``).

    Raises:
        TeiconvError: no column holds names.
    """
    for row in _rows(text, name, (*_NAME, "surname")):
        found = _name(row)
        if found is not None:
            identifiers = tuple(
                Identifier(column, value) for column, value in row.items() if value and column.lower() not in _OWN
            )
            description = _first(row, ("description", "note", "office"))
            yield Person(_first(row, ("id", "xml:id")), (found,), description, identifiers=identifiers)


def terms_from_csv(text: str, name: str) -> Iterator[Term]:
    """Yield the terms of a table.

    Raises:
        TeiconvError: no column holds terms.
    """
    for row in _rows(text, name, _TERM):
        term = _first(row, _TERM)
        if term:
            yield Term(_first(row, ("id", "xml:id")), term, _first(row, _EXPANSION))


def _rows(text: str, name: str, wanted: tuple[str, ...]) -> Iterator[dict[str, str]]:
    reader = csv.DictReader(io.StringIO(text), restkey="", restval="")
    columns = {column.strip().lower() for column in reader.fieldnames or ()}
    if columns.isdisjoint(wanted):
        advice = f"its first line must name the columns, one of them {' or '.join(wanted)}"
        raise TeiconvError(f"the table has no column for names; {advice}", Place(name, 1))
    for row in reader:
        yield {column.strip(): value.strip() for column, value in row.items() if column}


def _name(row: dict[str, str]) -> PersonName | None:
    surname, forename = _first(row, ("surname",)), _first(row, ("forename", "given"))
    if surname:
        given = [NamePart("", ", "), NamePart("forename", forename)] if forename else []
        return PersonName((NamePart("surname", surname), *given))
    entry = _first(row, _NAME)
    return split_entry(entry)[0] if entry else None


def _first(row: dict[str, str], columns: tuple[str, ...]) -> str:
    folded = {column.lower(): value for column, value in row.items()}
    return next((folded[column] for column in columns if folded.get(column)), "")
