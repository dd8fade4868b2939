"""Documents → rows of a table; the names of the columns are those of the published tables, where both have them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

from teiconv.errors import OptionsError
from teiconv.model.header import Agent

if TYPE_CHECKING:
    from teiconv.document.answers import Answer
    from teiconv.document.record import Document

Row: TypeAlias = "dict[str, Any]"
Kind: TypeAlias = "type[str] | type[int] | type[float]"

_FIRST, _LAST = ("when", "from", "notBefore"), ("to", "notAfter")


def rows(documents: Document | Iterable[Document], table: str = "documents") -> list[Row]:
    """Return a table of ``documents`` as a list of dictionaries, all with the same keys.

    The tables are ``documents``, ``letters`` (a row for each pair of sender and recipient), ``persons``, ``mentions``,
    ``gaps``, ``notes`` and ``references``.  A conversation is no letter: it has participants.

    >>> import teiconv
    >>> document = teiconv.read_text("12. Telegram From the Embassy in Peru to the Department of State")
    >>> [(row["sender"], row["recipient"]) for row in teiconv.rows(document, "letters")]
    [('Embassy in Peru', 'Department of State')]

    Raises:
        OptionsError: there is no table of that name.
        TypeError: ``documents`` are none.
    """
    from teiconv.document.record import Document

    make, _ = _table(table)
    several = [documents] if isinstance(documents, Document) else list(documents)
    for document in several:
        if not isinstance(document, Document):
            raise TypeError(f"a table is made of documents, not of {type(document).__name__}")
    return [{**_identity(document), **row} for document in several for row in make(document)]


def columns(table: str) -> dict[str, Kind]:
    """Return the columns of a table with the type of each.

    Raises:
        OptionsError: there is no table of that name.
    """
    return {**_IDENTITY, **_table(table)[1]}


def _table(name: str) -> tuple[Callable[[Document], Iterator[Row]], dict[str, Kind]]:
    if name not in _TABLES:
        raise OptionsError(f"there is no table {name!r}; there are {', '.join(_TABLES)}")
    return _TABLES[name]


def _identity(document: Document) -> Row:
    return {"document": document.body.get("xml:id"), "number": document.number}


def _document(document: Document) -> Iterator[Row]:
    source, marking = document.source, document.classification
    yield {
        "title": document.title,
        "genre": document.genre,
        **_date(document),
        "date_text": document.date.text if document.date else None,
        "place": document.place,
        "sender": _names(document.sender),
        "recipients": _names(document.recipients),
        "participants": _names(document.participants),
        "repository": source.repository if source else None,
        "citation": source.citation if source else None,
        "classification": marking.level if marking else None,
        "notes": len(document.notes),
        "gaps": len(document.gaps),
    }


def _letters(document: Document) -> Iterator[Row]:
    known = {person.id: person.name for person in document.persons}
    for sender in document.sender or (None,):
        for recipient in document.recipients or (None,):
            if sender or recipient:
                yield {
                    **_date(document),
                    **_party("sender", sender, known),
                    **_party("recipient", recipient, known),
                }


def _party(column: str, agent: Agent | None, known: dict[str, str]) -> Row:
    """Return the name of a party, as the list has it or else with the office, and the id, as published tables do."""
    if agent is None:
        return {column: None, f"{column}_id": None}
    ids = " ".join(pointer.rpartition("#")[2] for pointer in (agent.ref or "").split())
    as_it_stands = f"{agent.role} {agent.name}" if agent.role else agent.name
    return {column: known.get(ids) or as_it_stands, f"{column}_id": ids or None}


def _date(document: Document) -> Row:
    """Return the first day, and the last one if the date is a period."""
    values = dict(document.date.attributes) if document.date else {}
    return {
        name: next((values[each] for each in attributes if each in values), None)
        for name, attributes in (("date", _FIRST), ("date_end", _LAST))
    }


def _names(agents: tuple[Agent, ...]) -> str | None:
    return "; ".join(agent.name for agent in agents) or None


def _persons(document: Document) -> Iterator[Row]:
    for person in document.persons:
        yield {"id": person.id, "name": person.name, "note": person.note}


def _mentions(document: Document) -> Iterator[Row]:
    for mention in document.mentions:
        yield {**_place(mention), "persons": " ".join(mention.persons)}


def _gaps(document: Document) -> Iterator[Row]:
    for gap in document.gaps:
        named = ("reason", "unit", "quantity", "at_most", "extent", "lines", "pages")
        yield {**_place(gap), **{name: getattr(gap, name) for name in named}, "date": _date(document)["date"]}


def _notes(document: Document) -> Iterator[Row]:
    for note in document.notes:
        yield {**_place(note), "label": note.label, "kind": note.kind}


def _references(document: Document) -> Iterator[Row]:
    for reference in document.references:
        yield {**_place(reference), "targets": " ".join(reference.targets)}


def _place(answer: Answer) -> Row:
    return {"text": answer.text, "start": answer.start, "end": answer.end, "certainty": answer.certainty}


def _columns(kind: Kind, names: str) -> dict[str, Kind]:
    return dict.fromkeys(names.split(), kind)


_IDENTITY = _columns(str, "document number")
_PLACE = {**_columns(str, "text"), **_columns(int, "start end"), **_columns(str, "certainty")}
_TABLES: dict[str, tuple[Callable[[Document], Iterator[Row]], dict[str, Kind]]] = {
    "documents": (
        _document,
        {
            **_columns(str, "title genre date date_end date_text place sender recipients participants"),
            **_columns(str, "repository citation classification"),
            **_columns(int, "notes gaps"),
        },
    ),
    "letters": (_letters, _columns(str, "date date_end sender sender_id recipient recipient_id")),
    "persons": (_persons, _columns(str, "id name note")),
    "mentions": (_mentions, {**_PLACE, **_columns(str, "persons")}),
    "gaps": (
        _gaps,
        {
            **_PLACE,
            **_columns(str, "reason unit"),
            **_columns(float, "quantity at_most"),
            **_columns(str, "extent"),
            **_columns(float, "lines pages"),
            **_columns(str, "date"),
        },
    ),
    "notes": (_notes, {**_PLACE, **_columns(str, "label kind")}),
    "references": (_references, {**_PLACE, **_columns(str, "targets")}),
}
"""What makes each table, and its columns with their types, in their order."""
