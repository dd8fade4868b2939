"""A document → its TEI file: header, stand-off, text."""

from __future__ import annotations

from teiconv.document.record import Document
from teiconv.formats.tei.header import header_element
from teiconv.model import Element, element


def file_element(document: Document) -> Element:
    """Return the ``TEI`` element of ``document``."""
    return element(
        "TEI",
        header_element(document.header, document.form, document.conventions),
        *([element("standOff", *document.standoff)] if document.standoff else ()),
        element("text", element("body", document.body)),
        xml_lang=document.header.language,
    )
