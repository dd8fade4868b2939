"""A document → its TEI file: header, stand-off, text."""

from __future__ import annotations

from teiconv.document.record import Document
from teiconv.formats.tei.header import header_element
from teiconv.model import SEVERAL, Element, element


def _text(body: Element) -> Element:
    """Return the ``text`` that holds a document, or several with the white space between them."""
    if body.get("type") == SEVERAL:
        return element("text", element("body", *body.content), type=SEVERAL)
    return element("text", element("body", body))


def file_element(document: Document) -> Element:
    """Return the ``TEI`` element of ``document``."""
    return element(
        "TEI",
        header_element(document.header, document.form, document.conventions),
        *([element("standOff", *document.standoff)] if document.standoff else ()),
        _text(document.body),
        xml_lang=document.header.language,
    )
