"""What the page shows of one statement, one document or one person."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from teiconv.errors import TeiError
from teiconv.formats.tei.parsing import read_file
from teiconv.formats.tei.read import open_tei
from teiconv.publish.authorities import addresses_of
from teiconv.review.changed import ChangedError, LostError
from teiconv.review.index import records
from teiconv.review.machine import Told
from teiconv.review.reader import read, reading_of, stated_in
from teiconv.review.session import Session
from teiconv.review.statements import Stated
from teiconv.review.view import as_read, as_xml, pieces, place_in_xml
from teiconv.review.words import place_of

_STATEMENT = ("statement", "kind", "words", "nth", "certainty", "doubt", "start", "end", "said", "document", "decision",
              "data", "id", "title", "number", "date", "as_of")  # fmt: skip
_FOUND = 40
_NAMED_IN = 6
_DOCUMENT = ("document", "file", "id", "alone", "ours", "title", "number", "date", "written", "sender", "recipient",
             "as_of")  # fmt: skip


def statement(session: Session, number: int) -> dict[str, Any] | None:
    """Return a statement with its reasons, its candidates and what is known of each, and what is decided.

    Raises:
        LostError: its file was changed since it was read, and does not say this any more.
    """
    (own,) = session.index.one("SELECT document FROM statements WHERE statement = ?", number) or (None,)
    is_changed = own is not None and session.folder.bring_up_to_date(own)
    session.refresh()
    row = session.index.one(
        "SELECT s.statement, s.kind, s.words, s.nth, s.certainty, s.doubt, s.start, s.end, s.said, s.document,"
        " x.decision, s.data, d.id, d.title, d.number, d.date, f.stamp || '-' || f.size"
        " FROM statements s JOIN documents d USING (document) JOIN files f USING (file)"
        " LEFT JOIN temp.decided x USING (statement) WHERE s.statement = ?",
        number,
    )
    if row is None and is_changed:
        raise LostError(f"{session.name_of(own)} was changed since it was read, and no longer says this")
    if row is None:
        return None
    shown = next(records([row], _STATEMENT))
    data = json.loads(shown.pop("data"))
    decision = session.decision_of(shown.pop("decision"))
    told = _told(session, shown, data["candidates"])
    listed = [
        {**person(session, candidate), "signs": told.signs.get(candidate, ())}
        for candidate in _candidates(shown["kind"], data)
    ]
    return {**shown, **data, "why": told.why or data["why"], "candidates": listed, "decision": decision}


def _told(session: Session, shown: dict[str, Any], pointers: list[str]) -> Told:
    """Return why a name was linked, if a document of ours has it."""
    facts = _facts(session, shown["document"]) if shown["kind"] == "person" and pointers else None
    if facts is None or not facts["ours"]:
        return Told()
    return session.machine.told(_stated(session, facts), facts["id"], (shown["start"], shown["end"]), pointers)


def _candidates(kind: str, data: dict[str, Any]) -> Iterable[str]:
    if kind in ("sender", "recipient", "term"):
        return [data["values"]["is"]] if "is" in data["values"] else []
    candidates: list[str] = data["candidates"]
    return candidates


def person(session: Session, id: str) -> dict[str, Any]:
    """Return what the lists know of a person or term, and where else it is named."""
    row = session.index.one("SELECT name, about, kind FROM listed WHERE id = ?", id)
    name, about, kind = (row[0], json.loads(row[1]), row[2]) if row else (id, {}, "person")
    counts = session.index.one(
        "SELECT sum(doubt = 0), count(DISTINCT CASE doubt WHEN 0 THEN document END), sum(doubt > 0)"
        " FROM meant JOIN statements USING (statement) WHERE person = ?",
        id,
    )
    sure, documents, perhaps = (count or 0 for count in counts or (0, 0, 0))
    named = session.index.ask(
        "SELECT d.document, d.number, d.title, count(*) FROM meant JOIN statements s USING (statement)"
        " JOIN documents d USING (document) WHERE person = ? AND s.doubt = 0"
        " GROUP BY d.document ORDER BY 4 DESC, d.place LIMIT ?",
        id, _NAMED_IN,
    )  # fmt: skip
    known = " ".join(f"{one['authority']}:{one['value']}" for one in about.get("identifiers", ()))
    return {
        "id": id,
        "kind": kind,
        "name": name,
        "listed": row is not None,
        "description": about.get("description", ""),
        "names": about.get("names", []),
        "offices": about.get("offices", []),
        "identifiers": [list(each) for each in addresses_of(known)],
        "mentions": sure,
        "documents": documents,
        "perhaps": perhaps,
        "named_in": list(records(named, ("document", "number", "title", "times"))),
    }


def people(session: Session, words: str, kind: str = "person") -> list[dict[str, Any]]:
    """Return the persons (or terms) whose name or description holds all of ``words``, those most named first."""
    conditions = " AND ".join("(name LIKE ? OR about LIKE ? OR id = ?)" for _ in words.split()) or "1"
    values = [value for word in words.split() for value in (f"%{word}%", f"%{word}%", word)]
    first = f"{words.split()[0]}%" if words.split() else "%"
    rows = session.index.ask(
        f"SELECT id, name FROM listed WHERE kind = ? AND {conditions}"
        " GROUP BY id ORDER BY name NOT LIKE ?, (SELECT count(*) FROM meant WHERE person = id) DESC, name LIMIT ?",
        kind, *values, first, _FOUND,
    )  # fmt: skip
    return [person(session, id) for id, _ in rows]


def documents(session: Session, start: int, count: int, words: str = "") -> dict[str, Any]:
    """Return documents in their order, with counts; ``words`` are sought in number and title."""
    session.refresh()
    condition = " AND ".join("(d.number = ? OR d.title LIKE ? OR d.id = ?)" for _ in words.split()) or "1"
    values = [value for word in words.split() for value in (word, f"%{word}%", word)]
    names = ("document", "id", "number", "title", "date", "sender", "recipient", "statements", "doubts", "decided")
    rows = session.index.ask(
        "SELECT d.document, d.id, d.number, d.title, d.date, d.sender, d.recipient, d.statements, d.doubts,"
        " (SELECT count(*) FROM statements s JOIN temp.decided USING (statement) WHERE s.document = d.document)"
        f" FROM documents d WHERE {condition} ORDER BY d.place LIMIT ? OFFSET ?",
        *values, count, start,
    )  # fmt: skip
    total = session.index.one(f"SELECT count(*) FROM documents d WHERE {condition}", *values)
    return {"total": total[0] if total else 0, "start": start, "rows": list(records(rows, names))}


def document(session: Session, number: int) -> dict[str, Any] | None:
    """Return a document as the page shows it: the text in pieces, the encoding as HTML, its neighbours."""
    session.folder.bring_up_to_date(number)
    session.refresh()
    facts = _facts(session, number)
    if facts is None:
        return None
    found = _stated(session, facts)
    rows = session.index.ask(
        "SELECT statement, start, end, said, kind, doubt, decision FROM statements"
        " LEFT JOIN temp.decided USING (statement) WHERE document = ?",
        number,
    )
    numbers = {row[3]: row[0] for row in rows if row[3] is not None}
    names: dict[str, str] = dict(session.index.ask("SELECT id, name FROM listed WHERE kind = 'person'"))
    spans = [(start, end, statement) for statement, start, end, *_ in rows]
    return {
        **facts,
        "name": session.name_of(number),
        "pieces": list(pieces(found.text, spans)),
        "about": {row[0]: {"kind": row[4], "doubt": row[5], "decided": row[6] is not None} for row in rows},
        "html": as_read(found, numbers, names),
        "notes": [one.values["is"] for one in found.statements if one.kind == "call" and "is" in one.values],
        **_neighbours(session, number),
    }


def _facts(session: Session, number: int) -> dict[str, Any] | None:
    query = "SELECT d.*, f.stamp || '-' || f.size AS as_of FROM documents d JOIN files f USING (file)"
    row = session.index.one(f"SELECT {', '.join(_DOCUMENT)} FROM ({query}) WHERE document = ?", number)
    return next(records([row], _DOCUMENT)) if row else None


def _neighbours(session: Session, number: int) -> dict[str, Any]:
    place = "(SELECT place FROM documents WHERE document = ?)"
    before = session.index.one(f"SELECT document FROM documents WHERE place < {place} ORDER BY place DESC", number)
    after = session.index.one(f"SELECT document FROM documents WHERE place > {place} ORDER BY place", number)
    return {"before": before[0] if before else None, "after": after[0] if after else None}


def _stated(session: Session, facts: dict[str, Any]) -> Stated:
    """Return the document, read from its file as that is now."""
    return stated_in(session.folder.volume.root, facts["file"], facts["id"])


def xml(session: Session, number: int, statement: int | None = None) -> dict[str, Any] | None:
    """Return the XML of a document, and the line on which a statement is said in it."""
    session.folder.bring_up_to_date(number)
    facts = _facts(session, number)
    if facts is None:
        return None
    data = read_file(session.folder.volume.root / facts["file"])
    opened = open_tei(data, facts["file"])
    div = dict(zip(opened.names(), opened.divs, strict=True)).get(facts["id"])
    if div is None:
        raise TeiError(f"document {facts['id']} is no longer in {facts['file']}")
    row = session.index.one("SELECT said FROM statements WHERE statement = ?", statement or 0)
    place: dict[str, Any] = {"line": None}
    if row and row[0] is not None:
        said = read(reading_of(opened, facts["id"]), facts["file"]).said[row[0]]
        place = place_in_xml(div, said.element.name, said.ordinal, alone=bool(facts["alone"]))
    return {"file": facts["file"], "xml": as_xml(div, data, alone=bool(facts["alone"])), **place}


def selection(session: Session, number: int, start: int, end: int) -> dict[str, Any] | None:
    """Return the words that somebody selected in the text of a document, and which of these they are.

    Raises:
        ChangedError: the file was changed since it was read.
    """
    if session.folder.bring_up_to_date(number):
        raise ChangedError(f"{session.name_of(number)} was changed since it was read")
    facts = _facts(session, number)
    if facts is None:
        return None
    text = _stated(session, facts).text
    start, end = _trimmed(text, start, end)
    words, nth = place_of(text, start, end)
    is_whole_line = _is_edge(text[:start][::-1]) and _is_edge(text[end:])
    return {"words": words, "nth": nth, "start": start, "end": end, "is_whole_line": is_whole_line}


def _is_edge(rest: str) -> bool:
    """Whether a line ends where ``rest`` begins."""
    return not rest.partition("\n")[0].strip()


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch without white space at its ends."""
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
