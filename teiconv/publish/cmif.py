"""``cmif``: the letters for correspSearch, in the Correspondence Metadata Interchange Format (TEI Correspondence SIG).

The format needs a sender and a recipient for each letter (``Unknown`` if there is none); plain names; addresses of
authorities in ``@ref``; dates without times; a file under CC BY 4.0, whatever the licence of the edition.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from typing import Any

from teiconv.publish.authorities import address_of
from teiconv.publish.markup import DECLARATION, Xml, of_text, words, xml
from teiconv.publish.table import Work
from teiconv.publish.target import Target

_LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_UNKNOWN = "Unknown"
_SENT = """SELECT document, number, date, date_end, place FROM documents d
    WHERE EXISTS (SELECT 1 FROM agents a WHERE a.document = d.document AND a.role = 'recipient') ORDER BY position"""
_AGENTS = """SELECT a.kind, a.name, a.office, p.name, p.identifiers FROM agents a LEFT JOIN persons p USING (person)
    WHERE a.document = ? AND a.role = ? ORDER BY a.position"""


def write(work: Work, target: Target) -> None:
    """Write the index of letters: of documents that were sent to somebody."""
    target.write_pieces("letters.cmif.xml", _pieces(work))


def _pieces(work: Work) -> Iterator[str]:
    edition = work.edition
    own = f"uuid-{uuid.uuid5(uuid.NAMESPACE_URL, edition.base or '')}"
    editors = [
        xml("editor", words(editor.name + (" " if editor.email else "")), of_text("email", editor.email))
        for editor in edition.editors
    ]
    licence = xml("licence", words("This file is licensed under CC BY 4.0."), target=_LICENCE)
    statement = xml(
        "publicationStmt",
        xml("publisher", xml("ref", words(edition.publisher or ""), target=edition.base)),
        xml("idno", words(f"{edition.base}letters.cmif.xml"), type="url"),
        xml("date", when=edition.date),
        xml("availability", licence),
    )
    source = xml(
        "bibl",
        words(f"{edition.title}. "),
        xml("ref", words(edition.base or ""), target=edition.base),
        type="online",
        xml__id=own,
    )
    title = xml("title", words(f"Letters in {edition.title}"))
    described = xml("fileDesc", xml("titleStmt", title, *editors), statement, xml("sourceDesc", source))
    yield f'{DECLARATION}<TEI xmlns="http://www.tei-c.org/ns/1.0">\n<teiHeader>\n{described}\n<profileDesc>\n'
    for row in work.facts.ask(_SENT):
        yield _letter(work, row, own) + "\n"
    yield "</profileDesc>\n</teiHeader>\n<text><body><p/></body></text>\n</TEI>\n"


def _letter(work: Work, row: tuple[Any, ...], source: str) -> Xml:
    document, number, first, last, place = row
    sent = xml(
        "correspAction",
        *_agents(work, document, "sender"),
        of_text("placeName", place),
        _date(first, last),
        type="sent",
    )
    received = xml("correspAction", *_agents(work, document, "recipient"), type="received")
    address = f"{work.edition.base}documents/{document}.html"
    return xml("correspDesc", sent, received, key=number or document, ref=address, source=f"#{source}")


def _agents(work: Work, document: str, role: str) -> Iterator[Xml]:
    rows = list(work.facts.ask(_AGENTS, document, role))
    for kind, name, office, listed, identifiers in rows:
        element = "orgName" if kind == "orgName" else "persName"
        shown = listed or (f"{office} {name}" if office else name)
        yield xml(element, words(shown), ref=address_of(identifiers))
    if not rows:
        yield xml("persName", words(_UNKNOWN))


def _date(first: str | None, last: str | None) -> Xml:
    """Return the date by the day; a date without a value is left out."""
    days = [day[0] for value in (first, last) if value and (day := _DATE.match(value))]
    if not days:
        return Xml("")
    return xml("date", when=days[0]) if len(days) == 1 else xml("date", from_=days[0], to=days[1])
