"""The way of the data, joined: text → document → TEI, and back by the same steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from teiconv.conventions.frus.editorial import with_remarks
from teiconv.conventions.frus.linking import link_references
from teiconv.conventions.frus.references import Context
from teiconv.conventions.notations import write as write_inline
from teiconv.formats.tei.header import header_element
from teiconv.formats.tei.write import serialise
from teiconv.formats.text import decode, encode, restore
from teiconv.layout.render import render
from teiconv.metadata.correspondence import mark_offices, mark_persons
from teiconv.metadata.describe import describe, head_of, read_title, read_written
from teiconv.metadata.identify import document_id, identify
from teiconv.metadata.title import Title
from teiconv.model import Element, descendants, element, rewrite
from teiconv.model.document import Document
from teiconv.model.header import Form
from teiconv.names.lists.tei import list_of_persons, list_of_terms
from teiconv.names.mark import mark_names
from teiconv.options import DEFAULTS, Options, Profile
from teiconv.steps import Steps, at_once
from teiconv.structure.read import reading_body

if TYPE_CHECKING:
    from teiconv.formats.frus import Loss
    from teiconv.formats.tei.read import Tei


def read_text(data: bytes | str, options: Options = DEFAULTS, *, name: str = "<input>") -> Document:
    """Return the document that a text is, with its people, references and header.

    Raises:
        SourceError: the text does not decode, or holds what XML cannot; ``name`` is the file's name in the message.
    """
    return at_once(reading_text(data, options, name=name))


def reading_text(data: bytes | str, options: Options = DEFAULTS, *, name: str = "<input>") -> Steps[Document]:
    """Return the steps of :func:`read_text`."""
    text, form = decode(data, name, options.encoding)
    yield
    body = yield from reading_body(text)
    yield
    title = read_title(body)
    identifier = document_id(options.identifier, title.number)
    body = identify(body, identifier).having(
        type="document", subtype=title.subtype, n=title.number or options.number, xml_id=identifier
    )
    written = read_written(body, title)
    yield
    year = written.date.year if written.date else None
    body = link_references(body, _context(body, title, identifier, year))
    yield
    body = _with_head(body, mark_offices(head_of(body), title))
    body, people, terms = mark_names(body, options.persons, options.terms, options.decisions)
    body = _with_head(body, mark_persons(head_of(body), title))
    yield
    body = rewrite(body, with_remarks)
    yield
    standoff = (*list_of_persons(people), *list_of_terms(terms))
    return Document(body, form, describe(body, title, written, options.publication), standoff)


def write_tei(document: Document, profile: Profile = Profile.TEI) -> bytes:
    """Return ``document`` as a TEI file, in UTF-8; what ``profile`` has no place for is told by :func:`left_out`."""
    if profile is Profile.FRUS:
        from teiconv.formats.frus import to_frus

        return serialise(to_frus(document))
    return serialise(tei_element(document))


def tei_element(document: Document) -> Element:
    """Return ``document`` as the ``TEI`` element of a file of our own."""
    return element(
        "TEI",
        header_element(document.header, document.form),
        *([element("standOff", *document.standoff)] if document.standoff else ()),
        element("text", element("body", document.body)),
    )


def left_out(document: Document, profile: Profile) -> tuple[Loss, ...]:
    """Return what :func:`write_tei` leaves out of ``document`` in that profile: nothing in our own."""
    if profile is not Profile.FRUS:
        return ()
    from teiconv.formats.frus import losses

    return losses(document)


def to_tei(data: bytes | str, options: Options = DEFAULTS, *, name: str = "<input>") -> bytes:
    """Return the TEI of a text; :func:`to_text` and :func:`to_bytes` give that text back.

    Raises:
        SourceError: the text does not decode, or holds what XML cannot; ``name`` is the file's name in the message.
    """
    return write_tei(read_text(data, options, name=name), options.profile)


def to_text(tei: Tei, *, name: str = "<input>", document: str | None = None) -> str:
    """Return the text of a TEI document: of one that teiconv made, the very text; of others, what a site would show.

    ``document`` is the ``xml:id`` or number of one of several documents in the file.

    Raises:
        TeiError: the XML cannot be read, or holds several documents and ``document`` names none of them.
    """
    text, form = _text_and_form(tei, name, document)
    return ("\ufeff" if form.byte_order_mark else "") + restore(text, form)


def to_bytes(tei: Tei, *, name: str = "<input>", document: str | None = None) -> bytes:
    """Return the text of a TEI document as :func:`to_text` does, in the encoding that it had."""
    return encode(*_text_and_form(tei, name, document))


def _text_and_form(tei: Tei, name: str, document: str | None) -> tuple[str, Form]:
    from teiconv.formats.tei.read import read  # lxml takes as long to import as many texts to convert

    reading = read(tei, file=name, document=document)
    return render(reading.body, write_inline=write_inline), reading.form


def _with_head(body: Element, head: Element) -> Element:
    old = head_of(body)
    return body.containing(head if node is old else node for node in body.content)


def _context(body: Element, title: Title, identifier: str, year: int | None) -> Context:
    """Return what references take for granted; volumes whose documents have no numbers are cited by page."""
    notes = sum(node.name == "note" and node.get("rend") != "inline" for node in descendants(body))
    return Context(document=identifier, notes=notes, year=year, by_page=title.number is None)
