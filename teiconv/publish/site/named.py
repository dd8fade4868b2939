"""The registers of places and organisations: an index, and a page for each with the documents that name it."""

from __future__ import annotations

from typing import NamedTuple

from teiconv.publish.site.frame import Frame, documents_of, index_hint, indexed, lines, section
from teiconv.publish.site.html import joined, tag, text
from teiconv.publish.table import Work
from teiconv.publish.target import Target


class Register(NamedTuple):
    """A register: its table, the column of its ids, its title, and sections with the documents that each asks for."""

    table: str
    key: str
    title: str
    counted: str
    sections: tuple[tuple[str, str], ...]


_AGENTS = """SELECT DISTINCT d.document, d.number, d.title, d.date_text FROM agents a JOIN documents d USING (document)
    WHERE a.organisation = ? AND a.role = '{}' ORDER BY d.position"""
REGISTERS = (
    Register(
        "places",
        "place",
        "Places",
        "SELECT count(*) FROM documents WHERE place_id = ?",
        (
            (
                "Written here",
                "SELECT document, number, title, date_text FROM documents WHERE place_id = ? ORDER BY date, position",
            ),
        ),
    ),
    Register(
        "organisations",
        "organisation",
        "Organisations",
        "SELECT count(DISTINCT document) FROM agents WHERE organisation = ?",
        (
            ("Sent", _AGENTS.format("sender")),
            ("Received", _AGENTS.format("recipient")),
            ("Written by it", _AGENTS.format("author")),
        ),
    ),
)


def write_named(work: Work, frame: Frame, target: Target) -> None:
    """Write the index of places, that of organisations, and a page for each of them."""
    for register in REGISTERS:
        query = f'SELECT {register.key}, name FROM "{register.table}" ORDER BY name COLLATE NOCASE, 1'
        entries = []
        for id, name in work.facts.ask(query):
            count = next(work.facts.ask(register.counted, id))[0]
            entries.append(indexed(name, f"{register.table}/{id}.html", count))
            target.write(f"{register.table}/{id}.html", _page(work, frame, register, id, name))
        if entries:
            content = joined(tag("h1", text(register.title)), index_hint(), tag("ul", lines(*entries), class_="index"))
            target.write(f"{register.table}.html", frame.page(register.title, content))


def _page(work: Work, frame: Frame, register: Register, id: str, name: str) -> str:
    parts = [tag("h1", text(name))]
    for title, query in register.sections:
        if documents := documents_of(work.facts.ask(query, id)):
            parts.append(section(title, documents))
    if len(parts) == 1:
        parts.append(tag("p", text("Named in the text of documents only."), class_="hint"))
    return frame.page(name, joined(*parts), up="../")
