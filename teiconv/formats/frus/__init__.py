"""The profile of the series: a document in the conventions of *Foreign Relations of the United States*, and back.

What the editors of the series write, and what their grammar (``frus.rnc``, 2015) lets them write, is less than our
own TEI: no ``standOff``, no ``profileDesc``, no ``gap`` with its wording, no ``@cert``.  So the profile is a change of
the tree: :func:`to_frus` makes the file out of a document, :func:`from_frus` the canonical tree out of such a file;
what the text needs (``docs/profiles.md``) is always kept; :func:`losses` counts what is not kept.
"""

from __future__ import annotations

from teiconv.document.record import Document
from teiconv.formats.frus.body import BodyWriter, from_frus
from teiconv.formats.frus.classification import mark_classification
from teiconv.formats.frus.entries import front_element, read_front
from teiconv.formats.frus.header import FRUS_MARK, OWN_SERIES, frus_header
from teiconv.formats.losses import Loss, LossCounter
from teiconv.formats.tei.header import header_element
from teiconv.formats.tei.write import FRUS_NAMESPACE
from teiconv.model import Element, element

__all__ = ["FRUS_MARK", "OWN_SERIES", "Loss", "from_frus", "losses", "read_front", "to_frus"]


def to_frus(document: Document) -> Element:
    """Return ``document`` as a whole file (``TEI``) in the conventions of the series."""
    return _written(document, LossCounter())


def losses(document: Document) -> tuple[Loss, ...]:
    """Return what :func:`to_frus` leaves out of ``document``, because the series has no place for it."""
    counter = LossCounter()
    _written(document, counter)
    return counter.found()


def _written(document: Document, counter: LossCounter) -> Element:
    writer = BodyWriter(counter)
    body = writer.document(mark_classification(document.body, document.header.classification))
    front = front_element(document.standoff, body.get("xml:id"), counter)
    header = frus_header(header_element(document.header, document.form, document.conventions), writer, body, counter)
    text = element("text", *([front] if front else ()), element("body", body), xml_lang=document.header.language)
    return Element("TEI", (header, text), (("xmlns:frus", FRUS_NAMESPACE),))
