"""What a document says of itself, gathered for its header from its title, its source note and its dateline."""

from __future__ import annotations

from teiconv.annotate.archive import parse_file_line, parse_source
from teiconv.annotate.classification import parse_marking
from teiconv.annotate.correspondence import agents
from teiconv.annotate.title import Title, parse_title
from teiconv.header import Archive, Classification, Date, Header, Publication
from teiconv.model import Element, descendants, flatten, plain

_DATES = frozenset({"when", "from", "to", "notBefore", "notAfter"})


def head_of(body: Element) -> Element:
    """Return the title of a document, or an empty one."""
    return next((node for node in body.content if isinstance(node, Element) and node.name == "head"), Element("head"))


def read_title(body: Element) -> Title:
    """Return what the title of a document says."""
    return parse_title(flatten(head_of(body).content))


def describe(body: Element, title: Title, publication: Publication) -> Header:
    """Return the header of the document ``body`` whose title says ``title``."""
    head = head_of(body)
    archive, classification, drafting, source, genre = _source(body)
    created, place = _dateline(body)
    return Header(
        title=title.text,
        number=title.number,
        genre=title.genre or genre,
        archive=archive,
        source=source,
        classification=classification or _marking(body),
        drafting=drafting,
        created=created,
        place=place,
        sent=agents(head, title.sent or title.authors),
        received=agents(head, title.received),
        participants=agents(head, title.participants),
        publication=publication,
    )


def _source(
    body: Element,
) -> tuple[Archive | None, Classification | None, str | None, str | None, str | None]:
    """Return archive, marking, drafting, pointer and genre from the source note, or from the file number."""
    for note in descendants(body):
        if note.name != "note" or note.get("type") != "source":
            continue
        if note.get("rend") == "inline":
            cited = parse_file_line(plain(note.content))
            return (cited[0], None, None, None, cited[1]) if cited else (None, None, None, None, None)
        said = parse_source(flatten(note.content))
        if said:
            return said.archive, said.classification, said.drafting, f"#{note.get('xml:id')}", None
    return None, None, None, None, None


def _dateline(body: Element) -> tuple[Date | None, str | None]:
    """Return the date and the place of the first dateline."""
    line = next((node for node in descendants(body) if node.name == "dateline"), None)
    if line is None:
        return None, None
    date = next((node for node in descendants(line) if node.name == "date"), None)
    place = next((node for node in descendants(line) if node.name == "placeName"), None)
    created = Date(plain(date.content), _value(date)) if date is not None else None
    return created, plain(place.content) if place is not None else None


def _value(date: Element) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in date.attributes if name in _DATES)


def _marking(body: Element) -> Classification | None:
    """Return the marking that the opener of a document of the 1940s has under its dateline."""
    opener = next((node for node in body.content if isinstance(node, Element) and node.name == "opener"), None)
    segments = (node for node in opener.content if isinstance(node, Element) and node.name == "seg") if opener else ()
    return next(
        (marking for marking in map(parse_marking, (plain(node.content) for node in segments)) if marking), None
    )
