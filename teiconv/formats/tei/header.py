"""The header record → ``teiHeader`` (TEI Guidelines, chapter 2; for ``msDesc`` chapter 10).

What the converter concluded carries ``@resp`` with a pointer to it, and ``@cert``.  What is not known is absent; where
TEI requires an element all the same, it says in words that nothing is known.
"""

from __future__ import annotations

from collections.abc import Iterable

from teiconv._version import __version__
from teiconv.formats.tei.encoding import TOOL, encoding_description
from teiconv.model import Element, Node, element, lasting
from teiconv.model.certainty import weakest
from teiconv.model.header import CONVERSATION, Agent, AgentKind, Archive, Date, Form, Header, Level, Publication
from teiconv.regex import regex
from teiconv.remember import remembered

UNTITLED = "[Untitled]"
"""The title of a document that has none, since TEI requires one."""

NO_SOURCE = "Plain text"
"""Stands in ``sourceDesc``, which TEI requires, where nothing is known."""

EDITORS = "#ed_"
"""How a pointer to an editor begins, in ``@resp`` of what the editor decided."""

_RESP = f"#{TOOL}"
_LANGUAGES = {
    "en": "English", "fr": "French", "es": "Spanish", "de": "German", "it": "Italian", "pt": "Portuguese",
    "nl": "Dutch", "ru": "Russian", "el": "Greek", "ja": "Japanese", "ko": "Korean", "zh": "Chinese",
    "ar": "Arabic", "he": "Hebrew",
}  # fmt: skip
_DATE = regex(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_COLLECTIONS = frozenset({Level.RECORD_GROUP, Level.COLLECTION, Level.SERIES, Level.SUBSERIES, Level.FILE})
_RESPONSIBLE = lasting(
    element(
        "respStmt",
        element("resp", "recognition of structure, names and dates in the plain text, and encoding as TEI"),
        element("name", "teiconv", type="software"),
        xml_id=TOOL,
    )
)
_REVISION = lasting(
    element("revisionDesc", element("change", f"Converted from plain text by teiconv {__version__}.", who=_RESP))
)
_EDITING = "decisions on structure, names, dates and wording"
_EDITED = "Decisions of this editor were carried out."
_REMEMBERED = 64
"""Forms and publications that are known again: most files of a collection have the same."""


def header_element(header: Header, form: Form | None = None, conventions: str | None = None) -> Element:
    """Return the ``teiHeader`` for ``header`` and ``form``, the form of the source, read by ``conventions``."""
    return element(
        "teiHeader",
        _file_description(header),
        encoding_description(form or Form(), conventions),
        _profile(header),
        _revision(header),
    )


def _revision(header: Header) -> Element:
    """Return how the file came about: converted, and decided about by editors."""
    if not header.editors:
        return _REVISION
    edited = (element("change", _EDITED, when=header.edited, who=f"#{editor.id}") for editor in header.editors)
    return element("revisionDesc", *_REVISION.content, *edited)


def _editors(header: Header) -> Iterable[Element]:
    """Yield a ``respStmt`` for each editor who decided something."""
    for editor in header.editors:
        yield element(
            "respStmt", element("resp", _EDITING), element("name", editor.name, type="person"), xml_id=editor.id
        )


def _file_description(header: Header) -> Element:
    return element(
        "fileDesc",
        element(
            "titleStmt",
            element("title", header.title or UNTITLED, resp=header.responsible("title")),
            *(element("author", _agent(agent), resp=_RESP, cert=weakest(agent.certainty)) for agent in header.authors),
            _RESPONSIBLE,
            *_editors(header),
        ),
        _publication(header.publication),
        *_series(header),
        _source(header),
    )


@remembered(_REMEMBERED)
def _publication(publication: Publication) -> Element:
    return lasting(_publication_statement(publication))


def _publication_statement(publication: Publication) -> Element:
    licence = _licence(publication.licence)
    details = [
        *_text("pubPlace", publication.place),
        *(element("date", date, when=date if _DATE.fullmatch(date) else None) for date in _given(publication.date)),
        *(element("availability", one) for one in licence),
    ]
    if publication.publisher:
        return element("publicationStmt", element("publisher", publication.publisher), *details)
    if licence:
        return element("publicationStmt", element("p", "Licence: ", _linked(publication.licence or "")))
    return element("publicationStmt", element("p", "Unpublished working file"))


def _licence(licence: str | None) -> list[Element]:
    if not licence:
        return []
    return [element("licence", element("p", _linked(licence)), target=licence if _is_address(licence) else None)]


def _linked(words: str) -> Node:
    return element("ref", words, target=words) if _is_address(words) else words


def _is_address(words: str) -> bool:
    return words.startswith(("http://", "https://")) and len(words.split()) == 1


def _series(header: Header) -> Iterable[Element]:
    """Yield the ``seriesStmt``, where the user named a series or a volume."""
    given = header.publication
    if not (given.series or given.volume):
        return
    yield element(
        "seriesStmt",
        *(element("title", series, level="s") for series in _given(given.series)),
        *(element("title", volume, level="m") for volume in _given(given.volume)),
        *(element("idno", identifier, type="volume") for identifier in _given(given.identifier)),
        *(element("biblScope", number, unit="document", n=number) for number in _given(header.number)),
    )


def _source(header: Header) -> Element:
    sources = [one for each in header.documents for one in _source(each).content if _is_source(one)]
    if sources:
        return element("sourceDesc", *sources)
    archive = header.archive
    if archive is None:
        return element("sourceDesc", element("p", header.drafting or NO_SOURCE))
    cert = weakest(archive.certainty)
    if archive.published:
        return element("sourceDesc", element("bibl", archive.citation, resp=_RESP, cert=cert, source=header.source))
    history = [element("history", element("origin", element("p", words))) for words in _given(header.drafting)]
    return element(
        "sourceDesc",
        element("msDesc", _identifier(archive), *history, resp=_RESP, cert=cert, source=header.source),
    )


def _is_source(node: Node) -> bool:
    return isinstance(node, Element) and node.name in ("msDesc", "bibl")


def _identifier(archive: Archive) -> Element:
    """Return the ``msIdentifier``: TEI wants the names of collections before the numbers, each in its own order.

    It must not begin with an ``idno``; numbers of a holding that is not named are an ``altIdentifier`` each.
    """
    collections = [unit for unit in archive.units if unit.level in _COLLECTIONS]
    numbers = [
        element("idno", unit.name, type=unit.level.value) for unit in archive.units if unit.level not in _COLLECTIONS
    ]
    if not (archive.repository or collections):
        return element("msIdentifier", *(element("altIdentifier", number) for number in numbers))
    return element(
        "msIdentifier",
        *_text("institution", archive.institution),
        *_text("repository", archive.repository),
        *(element("collection", unit.name, type=unit.level.value) for unit in collections),
        *numbers,
    )


def _profile(header: Header) -> Element:
    return element(
        "profileDesc",
        *_creation(header),
        _language(header.language),
        *_text_class(header),
        *_participants(header.participants),
        *_correspondence(header),
    )


@remembered(_REMEMBERED)
def _language(tag: str) -> Element:
    return lasting(element("langUsage", element("language", *_given(_LANGUAGES.get(tag)), ident=tag)))


def _creation(header: Header) -> Iterable[Element]:
    when = [*_date(header.created), *_text("placeName", header.place)]
    if when:
        resp = header.responsible("created", header.responsible("place", _RESP))
        yield element("creation", *when, resp=resp)


def _date(date: Date | None) -> list[Element]:
    return [Element("date", (date.text,), date.attributes)] if date else []


def _text_class(header: Header) -> Iterable[Element]:
    """Yield the ``textClass``: the genre as the head has it, and the marking as the source note has it."""
    genre = [element("term", words, type="genre") for words in _given(header.genre)]
    marking = header.classification
    terms = [
        *(element("term", words, type="classification") for words in _given(marking.level if marking else None)),
        *(element("term", words, type="handling") for words in (marking.handling if marking else ())),
        *(element("term", words, type="precedence") for words in (marking.precedence if marking else ())),
    ]
    by = header.responsible("classification", _RESP)
    keywords = [
        *([element("keywords", *genre, resp=header.responsible("genre", _RESP))] if genre else []),
        *([element("keywords", *terms, resp=by, source=header.source)] if terms else []),
    ]
    if keywords:
        yield element("textClass", *keywords)


def _participants(participants: tuple[Agent, ...]) -> Iterable[Element]:
    people = [
        element("person", _named(agent), role="participant", sameAs=_one_pointer(agent.ref))
        for agent in participants
        if agent.kind is not AgentKind.ORGANISATION
    ]
    if people:
        yield element("particDesc", element("listPerson", *people, type="participants"), resp=_RESP)


def _one_pointer(reference: str | None) -> str | None:
    """Return ``reference`` unless it leaves open who is meant: ``@sameAs`` points to one."""
    return None if reference and " " in reference else reference


def _correspondence(header: Header) -> Iterable[Element]:
    for count, each in enumerate(header.documents, 1):
        yield from (described.having(n=each.number or str(count)) for described in _correspondence(each))
    actions = []
    if header.sent:
        dated = [*_date(header.created), *_text("placeName", header.place)]
        actions.append(element("correspAction", *map(_agent, header.sent), *dated, type="sent"))
    if header.received:
        dated = [*_date(header.received_on), *_text("placeName", header.received_at)]
        actions.append(element("correspAction", *map(_agent, header.received), *dated, type="received"))
    if actions:
        cert = weakest(*(agent.certainty for agent in (*header.sent, *header.received)))
        kind = CONVERSATION if header.is_conversation else None
        yield element("correspDesc", *actions, type=kind, resp=_RESP, cert=cert)


def _agent(agent: Agent) -> Element:
    """Return the name; a person's office stands inside it, as TEI has it (``President Nixon``)."""
    role: tuple[Node, ...] = ()
    if agent.role and agent.kind is AgentKind.PERSON:
        role = (element("roleName", agent.role), " ")
    return element(agent.kind.value, *role, agent.name, ref=agent.ref, cert=agent.certainty, resp=agent.resp)


def _named(agent: Agent) -> Element:
    """Return the name of a person; of one whose office only is known, that office in place of it."""
    named = _agent(agent)
    return named if agent.kind is AgentKind.PERSON else element("persName", named)


def _text(name: str, words: str | None) -> list[Element]:
    return [element(name, one) for one in _given(words)]


def _given(words: str | None) -> tuple[str, ...]:
    return (words,) if words else ()
