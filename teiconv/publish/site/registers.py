"""The registers: an index of persons, a page for each with all mentions, and the terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from teiconv.publish.authorities import addresses_of
from teiconv.publish.site.frame import Frame, cited, documents_of, index_hint, indexed, lines, listed, section
from teiconv.publish.site.html import Html, joined, link, tag, text
from teiconv.publish.table import Work
from teiconv.publish.target import Target

Row = tuple[Any, ...]

_INDEX = """SELECT p.person, p.name, p.description, count(DISTINCT m.document) FROM persons p
    LEFT JOIN mentions m USING (person) GROUP BY p.person ORDER BY p.name COLLATE NOCASE, p.person"""
_MENTIONED = """SELECT d.document, d.number, d.title, d.date_text, m.text, m.cert FROM mentions m
    JOIN documents d USING (document) WHERE m.person = ? ORDER BY d.position, m.position"""
_LETTERS = """SELECT DISTINCT a.role, d.document, d.number, d.title, d.date_text FROM agents a
    JOIN documents d USING (document) WHERE a.person = ? AND a.role IN ('sender', 'recipient') ORDER BY d.position"""
_TOGETHER = """SELECT p.person, p.name, count(DISTINCT o.document) FROM mentions m
    JOIN mentions o ON o.document = m.document AND o.person != m.person AND o.candidates = 1
    JOIN persons p ON p.person = o.person
    WHERE m.person = ? AND m.candidates = 1 GROUP BY o.person ORDER BY 3 DESC, p.name LIMIT 8"""


def write_persons(work: Work, frame: Frame, target: Target) -> None:
    """Write the index of persons, and a page for each."""
    people = [row for row in work.facts.ask(_INDEX) if row[3] or row[2]]
    if not people:
        return
    letters = [(letter, list(group)) for letter, group in groupby(people, key=lambda row: _initial(row[1]))]
    parts = [tag("h1", text("Persons")), index_hint()]
    parts.append(
        tag("nav", *(link(letter, f"#{letter}") for letter, _ in letters), class_="letters", aria_label="Letters")
    )
    for letter, group in letters:
        entries = (indexed(name, f"persons/{id}.html", count, about) for id, name, about, count in group)
        parts.append(section(letter, tag("ul", lines(*entries), class_="index"), id=letter))
    target.write("persons.html", frame.page("Persons", joined(*parts)))
    alike = _alike(work)
    for person in work.facts.rows("persons"):
        target.write(f"persons/{person[0]}.html", _person(work, frame, person, alike.get(person[0], ())))


def _initial(name: str) -> str:
    first = next((letter for letter in name if letter.isalpha()), "–")
    return first.upper() if first.isascii() else first.upper()[:1]


def _person(work: Work, frame: Frame, person: Row, alike: Iterable[str]) -> str:
    id, name, _, _, description, _, identifiers, is_listed = person
    parts = [tag("h1", text(name))]
    if description:
        parts.append(tag("p", text(description), class_="description"))
    if not is_listed:
        parts.append(tag("p", text("Found by a machine, without a list of persons."), class_="hint"))
    parts += [_perhaps(work, alike), _known(identifiers)]
    together = [
        joined(link(other, f"{who}.html"), text(f" {count}")) for who, other, count in work.facts.ask(_TOGETHER, id)
    ]
    letters = list(work.facts.ask(_LETTERS, id))
    for role, title in (("sender", "Sent"), ("recipient", "Received")):
        if found := documents_of(row[1:] for row in letters if row[0] == role):
            parts.append(section(title, found))
    mentioned = [_mentions(list(group)) for _, group in groupby(work.facts.ask(_MENTIONED, id), key=lambda row: row[0])]
    parts.append(
        section("Named in", listed(*mentioned, class_="mentions") if mentioned else tag("p", text("No document.")))
    )
    if together:
        parts.append(section("Named together with", listed(*together)))
    return frame.page(name, joined(*parts), up="../", kind="person")


def _alike(work: Work) -> dict[str, list[str]]:
    """Return for each person whose name leaves a doubt who may be the same, in either direction."""
    alike: dict[str, list[str]] = {}
    for person, perhaps in work.facts.ask("SELECT person, perhaps FROM persons WHERE perhaps NOT NULL ORDER BY person"):
        for other in perhaps.split():
            alike.setdefault(person, []).append(other)
            alike.setdefault(other, []).append(person)
    return alike


def _perhaps(work: Work, others: Iterable[str]) -> Html:
    query = "SELECT person, name FROM persons WHERE person = ?"
    found = [row for other in dict.fromkeys(others) for row in work.facts.ask(query, other)]
    if not found:
        return Html("")
    links = Html(", ".join(link(name, f"{other}.html") for other, name in found))
    return tag("p", text("Perhaps the same: "), links, class_="hint")


def _known(identifiers: str | None) -> Html:
    links = [link(authority, address) for authority, address in addresses_of(identifiers)]
    return tag("p", Html(" · ".join(links))) if links else Html("")


def _mentions(rows: list[Row]) -> Html:
    words = dict.fromkeys(row[4] + ("?" if row[5] != "high" else "") for row in rows)
    said = tag("span", text(f" {len(rows)}: {', '.join(words)}"), class_="words")
    return joined(cited(*rows[0][:4]), said)


def write_terms(work: Work, frame: Frame, target: Target) -> None:
    """Write the terms."""
    if terms := list(_terms(work)):
        parts = [tag("h1", text("Terms")), tag("dl", lines(*terms), class_="terms")]
        target.write("terms.html", frame.page("Terms", joined(*parts)))


_MOST = 100
"""Documents that are listed with a term; one that is in more needs no list."""


def _terms(work: Work) -> Iterator[Html]:
    query = """SELECT t.term, t.name, t.expansion, count(DISTINCT g.document) FROM terms t
        LEFT JOIN glosses g USING (term) GROUP BY t.term ORDER BY t.name COLLATE NOCASE, t.term"""
    for id, name, expansion, count in list(work.facts.ask(query)):
        meaning = joined(text(f"{expansion or ''} "), _used(work, id, count))
        yield tag("div", tag("dt", text(name)), tag("dd", meaning), id=id)


def _used(work: Work, term: str, count: int) -> Html:
    """Return in how many documents a term is, with their numbers to open; nothing where it is in none."""
    if not count:
        return Html("")
    said = text(f"in {count} document{'' if count == 1 else 's'}")
    if count > _MOST:
        return tag("span", said, class_="count")
    query = """SELECT DISTINCT d.document, d.number FROM glosses g JOIN documents d USING (document)
        WHERE g.term = ? ORDER BY d.position"""
    links = [link(number or id, f"documents/{id}.html") for id, number in work.facts.ask(query, term)]
    return tag("details", tag("summary", said), tag("p", Html(", ".join(links))), class_="count")
