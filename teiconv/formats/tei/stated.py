"""What the header of a file that others wrote says of its document (TEI Guidelines, 2.4): it may be typed in many ways.

The header of a volume says nothing of one document: it counts only where its ``TEI`` holds one.
"""

from __future__ import annotations

from dataclasses import replace

from teiconv.formats.tei.header_reader import read_header
from teiconv.model import Element, Node, descendants, plain
from teiconv.model.header import Date, Header

_OF_THE_DOCUMENT = (
    "genre", "classification", "created", "place", "sent", "received", "received_at", "received_on",
    "participants", "authors",
)  # fmt: skip
"""What a header that others wrote is asked for; the source and the publication stand there in words of any kind."""


def stated(header: Element, language: str | None) -> Header:
    """Return what ``header``, a ``teiHeader``, says; ``language`` is that of the ``TEI`` around it.

    A letter was written when and where it was sent.
    """
    found = read_header(header)
    nodes = list(descendants(header))
    sent = next((node for node in nodes if node.name == "correspAction" and node.get("type") == "sent"), Element(""))
    created = [node for node in nodes if node.name == "creation"]
    created_or_sent = (date_of(node) for each in (*created, sent) for node in descendants(each) if node.name == "date")
    says_language = any(node.name == "language" and node.get("ident") for node in nodes)
    return replace(
        found,
        created=next((date for date in created_or_sent if date.begin), found.created),
        place=found.place or next(map(_words, filter(_is_place, sent.content)), None),
        language=found.language if says_language or not language else language,
    )


def _is_place(node: Node) -> bool:
    return isinstance(node, Element) and node.name == "placeName"


def _words(node: Node) -> str:
    return node if isinstance(node, str) else plain(node.content)


def with_stated(read_off: Header, said: Header) -> Header:
    """Return what was ``read_off`` the text, with what the header has ``said`` in place of it."""
    own = {name: value for name in _OF_THE_DOCUMENT if (value := getattr(said, name))}
    if {"sent", "received"} & own.keys():
        own |= {"sent": said.sent, "received": said.received, "is_conversation": said.is_conversation}
    title = read_off.title or (said.title if own else "")
    return replace(read_off, **own, title=title, language=said.language)


def date_of(node: Element) -> Date:
    """Return a ``date``: its words, or else its value, and the attributes that give its value."""
    attributes = tuple(pair for pair in node.attributes if pair[0] in _DATING)
    return Date(plain(node.content) or " – ".join(value for _, value in attributes), attributes)


_DATING = ("when", "from", "to", "notBefore", "notAfter")


def dated(body: Element) -> Date | None:
    """Return the first date with a value in a dateline of ``body``, by its markup; ``None`` if there is none."""
    lines = (node for node in descendants(body) if node.name == "dateline")
    marked = (date_of(node) for line in lines for node in descendants(line) if node.name == "date")
    return next((date for date in marked if date.begin), None)


def persons_of(header: Element) -> tuple[Element, ...]:
    """Return the persons whom ``header`` lists in its ``particDesc``, and to whom a text can point."""
    described = (node for node in descendants(header) if node.name == "particDesc")
    people = (node for each in described for node in descendants(each) if node.name == "person")
    return tuple(person for person in people if person.get("xml:id"))
