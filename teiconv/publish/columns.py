"""The tables of a collection and their columns: what the format ``tables`` writes, and what all formats ask."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, ``text``, ``integer`` or ``number``, and what it holds."""

    name: str
    kind: str
    description: str


def _columns(*said: str) -> tuple[Column, ...]:
    """Return the columns that ``said`` describes: ``name kind: what it holds``."""
    split = (line.partition(": ") for line in said)
    parts = ((*head.split(" ", 1), description) for head, _, description in split)
    return tuple(Column(name, kind, description) for name, kind, description in parts)


TABLES: dict[str, tuple[Column, ...]] = {
    "documents": _columns(
        "document text: id of the document",
        "position integer: place in the order of the volume, from 1",
        "file text: its TEI file",
        "number text: the number in its title",
        "title text: its title, without number and notes",
        "kind text: historical-document or editorial-note",
        "genre text: memorandum, telegram …",
        "date text: when it was written (ISO 8601), or the first day of that",
        "date_end text: the last day, where it is a period",
        "date_text text: the date as it stands in the text",
        "place text: where it was written",
        "place_id text: id in places",
        "classification text: Secret, Top Secret …",
        "language text: of the text",
        "page text: the page on which it begins",
        "words integer: words of its text, notes included",
        "notes integer: notes in it",
        "source text: its source note, in full",
    ),
    "agents": _columns(
        "document text: id of the document",
        "position integer: place in the document, from 1",
        "role text: sender, recipient, participant or author",
        "name text: the name as it stands",
        "office text: the office named with it",
        "kind text: persName, orgName or roleName",
        "person text: id in persons; empty where nobody is meant for certain",
        "cert text: certainty of the link (high, medium, low)",
        "organisation text: id in organisations",
    ),
    "letters": _columns(
        "document text: id of the document",
        "position integer: place in the document, from 1; a letter has a row for each sender and recipient",
        "date text: when it was sent, as in documents",
        "place text: from where",
        "sender text: the name in the register, or as it stands",
        "sender_id text: id in persons or organisations",
        "recipient text: the name in the register, or as it stands",
        "recipient_id text: id in persons or organisations",
    ),
    "mentions": _columns(
        "document text: id of the document",
        "position integer: place in the document, from 1",
        "person text: id in persons",
        "text text: the words",
        "cert text: certainty of the link (high, medium, low)",
        "candidates integer: how many persons the link leaves open, this one among them",
        "place text: head, text or note",
    ),
    "references": _columns(
        "document text: id of the document",
        "position integer: place in the document, from 1",
        "text text: the words",
        "target text: the pointer, as it stands",
        "to_document text: id of the document that is meant, if it is one of this volume",
        "cert text: certainty of the link (high, medium, low)",
    ),
    "gaps": _columns(
        "document text: id of the document",
        "position integer: place in the document, from 1",
        "reason text: not-declassified, illegible …",
        "unit text: line, page, word …",
        "quantity number: how many of the unit",
        "at_most number: how many at most",
        "extent text: the measure, where it is no number",
        "lines number: how many lines, also where they stand in brackets after another measure",
        "pages number: how many pages, likewise",
        "text text: the notice",
    ),
    "sources": _columns(
        "document text: id of the document",
        "institution text: what the repository is a part of",
        "repository text: where the document is kept",
        "record_group text: record group",
        "collections text: collections, from the widest to the narrowest, parted by ; ",
        "lot text: lot number",
        "box text: box",
        "folder text: folder",
        "file_number text: file number",
        "others text: other numbers, parted by ; ",
    ),
    "glosses": _columns(
        "document text: id of the document",
        "position integer: place in the document, from 1",
        "term text: id in terms",
        "text text: the words",
    ),
    "persons": _columns(
        "person text: id of the person",
        "name text: the name, surname first",
        "surname text: surname",
        "forename text: forenames",
        "description text: what the list says",
        "perhaps text: ids of persons who may be the same, parted by blanks",
        "identifiers text: of authorities (VIAF:1 Wikidata:Q2)",
        "listed integer: 1 if an editor listed the person, 0 if a machine found it",
    ),
    "places": _columns("place text: id of the place", "name text: its name"),
    "organisations": _columns("organisation text: id of the organisation", "name text: its name"),
    "terms": _columns(
        "term text: id of the term",
        "name text: the term or abbreviation",
        "expansion text: what it stands for",
    ),
}
"""The tables and their columns, the first of each what it is sorted by."""
