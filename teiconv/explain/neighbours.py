"""Why an undated document of a collection has bounds: its neighbours give them (:mod:`teiconv.collection.undated`)."""

from __future__ import annotations

from teiconv.model.header import Header


def bounded_by(header: Header) -> str:
    """Return in words which documents of the collection give a document its bounds; nothing if none do.

    >>> from teiconv.model.header import Date
    >>> date = Date("", (("notBefore", "1971-05-03"), ("notAfter", "1971-05-08"), ("source", "d1.xml#d1 d3.xml#d3")))
    >>> bounded_by(Header(created=date))
    'not before 1971-05-03, not after 1971-05-08: the days of its neighbours in the collection (d1.xml#d1, d3.xml#d3)'
    """
    said = dict(header.created.attributes) if header.created else {}
    if "source" not in said:
        return ""
    neighbours = ", ".join(said["source"].split())
    days = f"not before {said.get('notBefore', '?')}, not after {said.get('notAfter', '?')}"
    return f"{days}: the days of its neighbours in the collection ({neighbours})"
