"""Documents → rows of a table, and tables as dataframes of whatever library the user has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeAlias

from teiconv.errors import MissingExtraError, OptionsError
from teiconv.model.header import Agent

if TYPE_CHECKING:
    from teiconv.document.answers import Answer
    from teiconv.document.record import Document

Row: TypeAlias = "dict[str, Any]"

_DATES = ("when", "from", "to", "notBefore", "notAfter")
_LIBRARIES: dict[str, Callable[[Any, list[Row]], Any]] = {
    "pandas": lambda module, rows: module.DataFrame(rows),
    "polars": lambda module, rows: module.DataFrame(rows, infer_schema_length=None),
    "pyarrow": lambda module, rows: module.Table.from_pylist(rows),
}


def rows(documents: Document | Iterable[Document], table: str = "documents") -> list[Row]:
    """Return a table of ``documents`` as a list of dictionaries, all with the same keys.

    The tables are ``documents``, ``letters`` (a row for each pair of sender and recipient), ``persons``, ``mentions``,
    ``gaps``, ``notes`` and ``references``.

    >>> import teiconv
    >>> document = teiconv.read_text("12. Telegram From the Embassy in Peru to the Department of State")
    >>> [(row["sender"], row["recipient"]) for row in teiconv.rows(document, "letters")]
    [('Embassy in Peru', 'Department of State')]

    Raises:
        OptionsError: there is no table of that name.
    """
    from teiconv.document.record import Document

    if table not in _TABLES:
        raise OptionsError(f"there is no table {table!r}; there are {', '.join(_TABLES)}")
    several = [documents] if isinstance(documents, Document) else documents
    return [{**_identity(document), **row} for document in several for row in _TABLES[table](document)]


def dataframe(documents: Document | Iterable[Document], table: str = "documents", library: str = "pandas") -> Any:
    """Return a table of ``documents`` (see :func:`rows`) as a dataframe of ``pandas``, ``polars`` or ``pyarrow``.

    >>> from pathlib import Path
    >>> import teiconv
    >>> gaps = teiconv.dataframe(teiconv.read_volume(Path("volume.xml")), "gaps", library="pyarrow")
    >>> gaps.column("quantity").to_pylist()
    [2.0]

    Raises:
        OptionsError: there is no such table or library.
        MissingExtraError: the library is not installed.
    """
    if library not in _LIBRARIES:
        raise OptionsError(f"there is no library {library!r} for dataframes; there are {', '.join(_LIBRARIES)}")
    try:
        module = import_module(library)
    except ImportError as error:
        raise MissingExtraError(f"a dataframe of {library} needs it; pip install {library}") from error
    return _LIBRARIES[library](module, rows(documents, table))


def _identity(document: Document) -> Row:
    return {"document": document.body.get("xml:id"), "number": document.number}


def _document(document: Document) -> Iterator[Row]:
    source, marking = document.source, document.classification
    yield {
        "title": document.title,
        "genre": document.genre,
        **_date(document),
        "place": document.place,
        "sender": _names(document.sender),
        "recipients": _names(document.recipients),
        "repository": source.repository if source else None,
        "citation": source.citation if source else None,
        "classification": marking.level if marking else None,
        "notes": len(document.notes),
        "gaps": len(document.gaps),
    }


def _letters(document: Document) -> Iterator[Row]:
    for sender in document.sender or (None,):
        for recipient in document.recipients or (None,):
            if sender or recipient:
                yield {**_party("sender", sender), **_party("recipient", recipient), **_date(document)}


def _party(name: str, agent: Agent | None) -> Row:
    return {name: agent.name if agent else None, f"{name}_ref": agent.ref if agent else None}


def _date(document: Document) -> Row:
    values = dict(document.date.attributes) if document.date else {}
    return {
        "date": next((values[name] for name in _DATES if name in values), None),
        **{name: values.get(name) for name in _DATES},
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
        yield {
            **_place(gap),
            "reason": gap.reason,
            "unit": gap.unit,
            "quantity": gap.quantity,
            "at_most": gap.at_most,
            "extent": gap.extent,
            "date": _date(document)["date"],
        }


def _notes(document: Document) -> Iterator[Row]:
    for note in document.notes:
        yield {**_place(note), "label": note.label, "kind": note.kind}


def _references(document: Document) -> Iterator[Row]:
    for reference in document.references:
        yield {**_place(reference), "targets": " ".join(reference.targets)}


def _place(answer: Answer) -> Row:
    return {"text": answer.text, "start": answer.start, "end": answer.end, "certainty": answer.certainty}


_TABLES: dict[str, Callable[[Document], Iterator[Row]]] = {
    "documents": _document,
    "letters": _letters,
    "persons": _persons,
    "mentions": _mentions,
    "gaps": _gaps,
    "notes": _notes,
    "references": _references,
}
