"""``teiHeader`` → the header record; the inverse of :mod:`teiconv.formats.tei.header`.

Two things a header does not hold: the number of the document, which its ``div`` has, and the words of the citation,
which stand in the source note.
"""

from __future__ import annotations

from collections.abc import Iterator

from teiconv.formats.tei.header import EDITORS, NO_SOURCE, UNTITLED
from teiconv.model import Element, Node, descendants, plain
from teiconv.model.certainty import attribute
from teiconv.model.header import (
    CONVERSATION,
    Agent,
    AgentKind,
    Archive,
    Classification,
    Date,
    Editor,
    Header,
    Level,
    Publication,
    Unit,
)
from teiconv.regex import regex

_KINDS = {kind.value: kind for kind in AgentKind}
_LEVELS = {level.value: level for level in Level}
_LICENCE = regex(r"Licence: (.+)")


def read_header(header: Element, number: str | None = None) -> Header:
    """Return what ``header``, a ``teiHeader``, says; ``number`` is that of the document."""
    file, profile = _child(header, "fileDesc"), _child(header, "profileDesc")
    creation, correspondence = _child(profile, "creation"), _child(profile, "correspDesc")
    source = _child(file, "sourceDesc")
    described = _first(source, "msDesc", "bibl")
    language = _first(_child(profile, "langUsage"), "language")
    return Header(
        title=(_words(_first(_child(file, "titleStmt"), "title")) or "").replace(UNTITLED, ""),
        number=number,
        genre=next(_terms(profile, "genre"), None),
        archive=_archive(described),
        source=described.get("source"),
        classification=_classification(profile),
        drafting=_drafting(source),
        created=_date(creation),
        place=_words(_child(creation, "placeName")),
        sent=_agents(_action(correspondence, "sent")),
        received=_agents(_action(correspondence, "received")),
        received_at=_words(_child(_action(correspondence, "received"), "placeName")),
        received_on=_date(_action(correspondence, "received")),
        participants=tuple(_participants(_child(profile, "particDesc"))),
        is_conversation=correspondence.get("type") == CONVERSATION,
        authors=tuple(agent for author in _children(_child(file, "titleStmt"), "author") for agent in _agents(author)),
        language=language.get("ident") or "en",
        publication=_publication(file),
        decided=tuple(_decided(file, profile)),
        editors=tuple(_editors(_child(file, "titleStmt"))),
        edited=next(filter(None, (change.get("when") for change in _changes(header))), None),
    )


def _changes(header: Element) -> Iterator[Element]:
    return _children(_child(header, "revisionDesc"), "change")


def _editors(titles: Element) -> Iterator[Editor]:
    """Yield the editors who decided something: they have ids by which what they decided points to them."""
    for statement in _children(titles, "respStmt"):
        name = _child(statement, "name")
        if name.get("type") == "person" and (identifier := statement.get("xml:id")):
            yield Editor(plain(name.content), identifier)


def _decided(file: Element, profile: Element) -> Iterator[tuple[str, str]]:
    """Yield the fields that an editor decided, each with the pointer to the editor."""
    marking = _children(_child(profile, "textClass"), "keywords")
    places = [
        ("title", _child(_child(file, "titleStmt"), "title")),
        ("created", _child(profile, "creation")),
        *(("genre" if any(_is_genre(node) for node in each.content) else "classification", each) for each in marking),
    ]
    for field, node in places:
        resp = node.get("resp") or ""
        if resp.startswith(EDITORS):
            yield field, resp


def _is_genre(node: Node) -> bool:
    return isinstance(node, Element) and node.get("type") == "genre"


def _resp(node: Element) -> str | None:
    """Return the editor who is responsible for ``node``, if it is one, and not teiconv."""
    resp = node.get("resp") or ""
    return resp if resp.startswith(EDITORS) else None


def _archive(described: Element) -> Archive | None:
    if described.name == "bibl":
        return Archive(plain(described.content), published=True, certainty=attribute(described.get("cert")))
    identifier = _child(described, "msIdentifier")
    if not identifier.content:
        return None
    named = [node for node in descendants(identifier) if node.name in ("collection", "idno")]
    return Archive(
        "",
        _words(_child(identifier, "institution")),
        _words(_child(identifier, "repository")),
        tuple(
            Unit(_LEVELS[node.get("type") or ""], plain(node.content)) for node in named if node.get("type") in _LEVELS
        ),
        certainty=attribute(described.get("cert")),
    )


def _drafting(source: Element) -> str | None:
    origin = next((node for node in descendants(source) if node.name == "origin"), source)
    words = _words(_child(origin, "p"))
    return None if words == NO_SOURCE else words


def _classification(profile: Element) -> Classification | None:
    level = next(_terms(profile, "classification"), None)
    handling, precedence = tuple(_terms(profile, "handling")), tuple(_terms(profile, "precedence"))
    return Classification(level, handling, precedence) if level or handling or precedence else None


def _terms(profile: Element, kind: str) -> Iterator[str]:
    return (
        plain(node.content)
        for keywords in _children(_child(profile, "textClass"), "keywords")
        for node in _children(keywords, "term")
        if node.get("type") == kind
    )


def _date(around: Element) -> Date | None:
    date = next(_children(around, "date"), None)
    return Date(plain(date.content), date.attributes) if date else None


def _action(correspondence: Element, kind: str) -> Element:
    actions = (node for node in _children(correspondence, "correspAction") if node.get("type") == kind)
    return next(actions, _NOTHING)


def _participants(described: Element) -> Iterator[Agent]:
    for person in _children(_child(described, "listPerson"), "person"):
        named = _child(person, "persName")
        if not named.name:  # an editor took the name out
            continue
        only = named.content[0] if len(named.content) == 1 else None
        yield _agent(only if isinstance(only, Element) and only.name in _KINDS else named)


def _agents(around: Element) -> tuple[Agent, ...]:
    return tuple(_agent(node) for node in around.content if isinstance(node, Element) and node.name in _KINDS)


def _agent(node: Element) -> Agent:
    """Return the agent that ``node`` names; a person's office stands inside the name."""
    content = node.content
    role = content[0] if node.name == "persName" and content else None
    if not isinstance(role, Element) or role.name != "roleName":
        return Agent(_KINDS[node.name], plain(content), node.get("ref"), None, node.get("cert"), _resp(node))
    name = plain(content[1:]).removeprefix(" ")
    return Agent(AgentKind.PERSON, name, node.get("ref"), plain(role.content), node.get("cert"), _resp(node))


def _publication(file: Element) -> Publication:
    said, series = _child(file, "publicationStmt"), _child(file, "seriesStmt")
    titles = {node.get("level"): plain(node.content) for node in _children(series, "title")}
    licence = next((node for node in descendants(said) if node.name == "licence"), None)
    alone = _LICENCE.match(_words(_child(said, "p")) or "")
    return Publication(
        series=titles.get("s"),
        volume=titles.get("m"),
        identifier=_words(_child(series, "idno")),
        publisher=_words(_child(said, "publisher")),
        place=_words(_child(said, "pubPlace")),
        date=_words(_child(said, "date")),
        licence=_words(_child(licence, "p")) if licence else alone[1] if alone else None,
    )


_NOTHING = Element("")


def _child(node: Element, name: str) -> Element:
    """Return the first child of that name, or an element without content."""
    return next(_children(node, name), _NOTHING)


def _first(node: Element, *names: str) -> Element:
    return next((child for child in node.content if isinstance(child, Element) and child.name in names), _NOTHING)


def _children(node: Element, name: str) -> Iterator[Element]:
    return (child for child in node.content if isinstance(child, Element) and child.name == name)


def _words(node: Element) -> str | None:
    return plain(node.content) or None
