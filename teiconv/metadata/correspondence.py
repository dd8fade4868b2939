"""Who wrote and to whom, as the title says: marked in the title, and listed for the header.

``persName``, ``orgName`` and ``roleName`` in the head have ``@type`` ``from`` or ``to``, as in the published volumes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from teiconv.metadata.parties import Party, Stretch
from teiconv.metadata.title import Title, correspondents
from teiconv.metadata.withheld import unveiled, veiled
from teiconv.model import OBJECT, Content, Element, Span, annotate, element, flatten
from teiconv.model.header import Agent, AgentKind


def mark_offices(head: Element, title: Title) -> Element:
    """Return ``head`` with the organisations and offices marked that sent or received; persons come later."""
    spans = [
        Span(party.office.start, party.office.end, element(party.kind.value, type=role))
        for role, party in _roles(title)
        if party.kind is not AgentKind.PERSON and party.office is not None
    ]
    return head.containing(annotate(head.content, sorted(spans, key=lambda span: span.start))) if spans else head


def mark_persons(head: Element, title: Title) -> Element:
    """Return ``head`` with ``@type`` on the names of the persons who sent or received."""
    for role, party in _roles(title):
        if party.name is not None:
            head = _typed(head, party.name, role)
    return head


def agents(head: Element, parties: Iterable[Party]) -> tuple[Agent, ...]:
    """Return ``parties`` for the header, with pointers to the persons that ``head`` names."""
    text = veiled(head.content)
    return tuple(_agent(head, party, text) for party in parties)


def _roles(title: Title) -> Iterator[tuple[str, Party]]:
    sent, received = correspondents(title)
    for party in sent:
        yield "from", party
    for party in received:
        yield "to", party


def _agent(head: Element, party: Party, text: str) -> Agent:
    office = unveiled(text, head.content, *party.office) if party.office else None
    if party.name is None:
        return Agent(party.kind, office or unveiled(text, head.content, *party.phrase))
    named = _name_at(head.content, party.name, 0)
    whole = unveiled(text, head.content, *party.name)
    if named is None or _is_half(named, whole):
        return Agent(AgentKind.PERSON, whole, role=office)
    return Agent(AgentKind.PERSON, flatten(named.content), named.get("ref"), office, named.get("cert"))


def _is_half(named: Element, whole: str) -> bool:
    """Whether ``named`` is half of the double name ``whole``, and may be anybody's: ``Noel-Baker``."""
    name = flatten(named.content)
    return f"-{name}" in whole or f"{name}-" in whole


def _typed(head: Element, stretch: Stretch, role: str) -> Element:
    named = _name_at(head.content, stretch, 0)
    if named is None and stretch.of(flatten(head.content)) == OBJECT:
        return head  # who it is is not said
    if named is None:
        marked = element("persName", type=role)
        return head.containing(annotate(head.content, [Span(stretch.start, stretch.end, marked)]))
    if _is_half(named, stretch.of(flatten(head.content))):
        return head
    return _replaced(head, named, named.having(type=role))


def _replaced(node: Element, old: Element, new: Element) -> Element:
    if node is old:
        return new
    for place, child in enumerate(node.content):
        if isinstance(child, Element) and (found := _replaced(child, old, new)) is not child:
            return node.containing((*node.content[:place], found, *node.content[place + 1 :]))
    return node


def _name_at(content: Content, stretch: Stretch, position: int) -> Element | None:
    """Return the ``persName`` that shares text with ``stretch``."""
    for node in content:
        length = len(flatten([node]))
        if isinstance(node, Element) and position < stretch.end and stretch.start < position + length:
            if node.name == "persName":
                return node
            inner = _name_at(node.content, stretch, position)
            if inner is not None:
                return inner
        position += length
    return None
