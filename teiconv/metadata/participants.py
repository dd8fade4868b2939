"""Who took part: the persons that a list of participants names, known or not, and the offices.

An item names a person and what he is (``Mr. John Roe, Director, Office of Economic Affairs``, ``NE—Mr. Roe``); what
stands before a dash that follows an office in capitals, and after the first comma or another dash, is not read.  The
volumes of the 1940s have a table instead, with ``Participants:`` in its first cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teiconv.metadata.parties import Party, parties
from teiconv.model import Element, descendants, flatten, plain
from teiconv.model.certainty import Certainty
from teiconv.model.header import Agent, AgentKind
from teiconv.regex import regex

_DESK = regex(r"[A-Z/]{1,8} ?[—–-] ?(?=[A-Z])")
_HONOUR = regex(r"(?:The )?(?:(?:Right|Rt\.?) )?Hon(?:ou?rable\b|\.)? (?=[A-Z])")
"""What stands before a name, and is no office: ``The Right Hon. C. R. ROE, M.P.``"""
_IN_CAPITALS = regex(r"\b[A-Z]{3,}\b")
_FIRST = regex(r"(?:[^,;(—\uFFFC]|,(?= (?:Jr|Sr|II|III)\b))*")
_HEADING = regex(r"participants\b", re.I)
_OFFICE = regex(r"(?:The|His Excellency the) [A-Z]")
_ACRONYM = regex(r"(?:[A-Z]\.?){2,5}\Z")
_COLUMN = regex(r" {3,}(?=\S)")
_TITLED = regex(r"The |[A-Z][\w.’-]* [A-Z]")
"""What names somebody in one of several columns, which have headings of one word."""
_LONGEST = 80
"""Characters before the first comma; what is longer is no name."""


def participants(body: Element) -> tuple[Agent, ...]:
    """Return those whom the lists of participants of ``body`` name, each once."""
    found: dict[str, Agent] = {}
    for item in _items(body):
        for agent in tuple(_linked(item)) or tuple(_read(item)):
            found.setdefault(agent.ref or agent.name, agent)
    return tuple(found.values())


def _items(body: Element) -> Iterator[Element]:
    """Yield the items that name no group; one that holds a further list does."""
    for block in body.content:
        if not isinstance(block, Element):
            continue
        if block.name == "list" and block.get("type") == "participants":
            yield from (node for node in descendants(block) if node.name == "item" and not _is_group(node))
        elif block.name == "table":
            yield from _cells(block)


def _cells(table: Element) -> Iterator[Element]:
    """Yield the cells beside and below ``Participants:``, as far as the next heading."""
    below = False
    for row in table.content:
        cells = [node for node in row.content if isinstance(node, Element)] if isinstance(row, Element) else []
        heading = flatten(cells[0].content).strip() if cells else ""
        if heading:
            below = _HEADING.match(heading) is not None
        if below:
            yield from cells[1:]


def _is_group(item: Element) -> bool:
    names = [node for node in item.content if isinstance(node, Element)]
    return any(node.name == "list" or node.get("type") == "group" for node in names)


def _linked(item: Element) -> Iterator[Agent]:
    for name in descendants(item):
        if name.name == "persName" and name.get("ref"):
            yield Agent(AgentKind.PERSON, plain(name.content), name.get("ref"), certainty=name.get("cert"))


def _read(item: Element) -> Iterator[Agent]:
    """Yield the one whom each column of the item begins with: a person, an office; an item may be a remark, too."""
    columns = _COLUMN.split(flatten(item.content).rstrip())
    for text in columns:
        if len(columns) == 1 or _TITLED.match(text):
            yield from _begun_with(text)


def _begun_with(text: str) -> Iterator[Agent]:
    desk = _DESK.match(text)
    start = desk.end() if desk else 0
    honour = _HONOUR.match(text, start)
    start = honour.end() if honour else start
    first = _FIRST.match(text, start)
    end = first.end() if first else 0
    readable = _IN_CAPITALS.sub(lambda word: word[0].title(), text) if honour else text
    found = parties(readable, start, end) if start < end <= start + _LONGEST else ()
    if len(found) == 1:
        yield from _agents(found[0], text)


def _agents(party: Party, text: str) -> Iterator[Agent]:
    office = party.office.of(text) if party.office else None
    name = party.name.of(text).strip("_") if party.name else ""
    if name and not _ACRONYM.match(name):
        yield Agent(AgentKind.PERSON, name, role=office, certainty=Certainty.MEDIUM)
    elif office and not name and party.kind is AgentKind.ROLE and _OFFICE.match(text):
        yield Agent(AgentKind.ROLE, office, certainty=Certainty.MEDIUM)
