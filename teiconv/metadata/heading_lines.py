"""What a paper without a title says of itself: its heading lines (``FROM: …``) and its signature.

The published series says in the title who wrote to whom, on what subject and when; a typed paper has its heading lines,
and a letter the name below its close (encoding: ``list/@type``, ``signed``).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from teiconv.grammar.posts import goes_on_with_place, names_post
from teiconv.metadata.classification import parse_marking
from teiconv.metadata.correspondence import agents
from teiconv.metadata.parties import parties
from teiconv.metadata.withheld import unveiled, veiled
from teiconv.model import OBJECT, Content, Element, elements_named, flatten, plain, shown
from teiconv.model.header import Agent, AgentKind, Classification, Date
from teiconv.names.people.names import fold
from teiconv.names.people.vocabulary import FORENAMES
from teiconv.regex import regex
from teiconv.structure.datelines import time_and_place

_LINK = regex(rf"[;{OBJECT}]+|(?<=[>\]]), ?|,? (?:and|&) (?=[A-Z/]{{1,8}} ?[—–-] ?[A-Z])")
_DESK = regex(r" *(?:RU[A-Z]{3,6}/|[A-Z]{1,4}(?:/[A-Z]{1,4}){0,3} ?[—–-] ?(?=[A-Z][a-z]))")
"""The code of a station, or the desk whose head somebody is (``ARA - Charles Meyer``)."""
_STROKE, _BOTH = regex("/"), 2
_TWO_NAMED = regex(r"(?=[^ ]{4})[A-Z][\w’'-]+(?: [A-Z][\w.’'-]*){0,3}|[A-Z][\w’'-]+(?: [A-Z][\w.’'-]*){1,3}")
"""One of two names with a stroke between them; a single word of three letters may be an office."""
_ADDRESS = regex(r" ?[<\[(](?:mailto:)?[^<>\[\]() ]*@| ?[^ ,;<>]+@")
_THROUGH = regex(r"[,;]? \(?(?:through|thru|via)\b", re.I)
_NOBODY = regex(
    r"(?:see (?:below|distribution|attached)|distribution|as (?:listed|indicated)|undisclosed"
    r"|extension\b(?= {3}|\Z)|\(?(?:officer designation|name and address|name, office symbol))\b",
    re.I,
)
"""What stands on a line in place of addressees, or is printed on the form."""
_ARTICLE = regex(r"[Tt]he\b|THE\b")
BLANKS = f" \t{OBJECT}"
_EDGE = " ,;'\"‘’“”"
_SPACED = regex(r"\b(?:[A-Z][ -]){2,}[A-Z]\b")
_PRECEDENCE = regex(
    r"(?: (?:FLASH|NIACT|IMMEDIATE|PRIORITY|ROUTINE))*(?: \d{1,6}| \d{6}Z [A-Z]{3} \d\d)?\Z"
    r"|\A(?:(?:FLASH|IMMEDIATE|PRIORITY|ROUTINE|SAVING) )+(?=[A-Z])"
)
_COLUMN = regex(r" {3,}")
"""What stands farther to the right is no more of the line."""
_SMALL = regex(r"\b(?:Of|The|And|For)\b")
RELEASED = "Unclassified"
"""The level of a paper that was released: its banner stands above the marking of the paper itself."""
_SECTION = regex(r" SECTION \d+ OF \d+.*| [A-Z]{3,} \d{3,6}\Z")


Items: TypeAlias = "Mapping[str | None, Sequence[Element]]"
"""What stands on the heading lines of a paper, by their kind: ``from``, ``to``, ``date``, ``subject`` …"""


def items_of(body: Element) -> Items:
    """Return what stands on the heading lines of the paper, by their kind."""
    found: defaultdict[str | None, list[Element]] = defaultdict(list)
    for node in _own_lists(body):
        found[node.get("type")] += children(node, "item")
    return found


def correspondents(items: Iterable[Element]) -> tuple[Agent, ...]:
    """Return those whom lines of one kind name, ``from`` or ``to``: the persons in a line, or offices."""
    found: list[Agent] = []
    for item in items:
        named = [*_named_in(item)]
        if found and _is_office_of(found[-1], item, named):
            found[-1] = replace(found[-1], role=named[0].name)
        elif not _is_address(found, named):
            found += named
    return tuple(found)


def recipients(items: Items) -> tuple[Agent, ...]:
    """Return those who received a paper: whom ``TO`` names, or without it those who must act (``ACTION``)."""
    return correspondents(items.get("to") or items.get("action", ()))


def _is_office_of(above: Agent, item: Element, named: Sequence[Agent]) -> bool:
    """Whether ``item`` is the office, without ``The``, of the person on the line above, and not another addressee."""
    is_person = above.kind is AgentKind.PERSON and not above.role
    is_office = len(named) == 1 and named[0].kind is AgentKind.ROLE
    return is_person and is_office and not _ARTICLE.match(flatten(item.content).lstrip(BLANKS))


def _is_address(above: Sequence[Agent], named: Sequence[Agent]) -> bool:
    """Whether a line says where the person above it is (``The White House``), where all lines so far name persons."""
    are_persons = bool(above) and all(agent.kind is AgentKind.PERSON for agent in above)
    return are_persons and len(named) == 1 and named[0].kind is AgentKind.ORGANISATION


def _named_in(item: Element) -> Iterator[Agent]:
    """Yield whom a line names, one after the other: a person, or what stands there for one."""
    if posts := [*children(item, "orgName")]:
        yield from (Agent(AgentKind.ORGANISATION, plain(post.content), certainty=post.get("cert")) for post in posts)
        return
    text = _THROUGH.split(flatten(item.content), maxsplit=1)[0]
    stretches = _stretches(item.content)
    for start, end in _members(text):
        if _NOBODY.match(text[start:end].strip(BLANKS)):
            continue
        names = [name for begin, stop, name in stretches if name.name == "persName" and begin < end and start < stop]
        if names and not names_post(text[start:end].strip(BLANKS)):
            yield from map(person, names)
        else:
            yield from offices(item, start, end)


def _members(text: str) -> Iterator[tuple[int, int]]:
    """Yield where those stand whom a line names: a semicolon, a line end, and the desk of the next one part them."""
    position = 0
    links = [
        link for link in _LINK.finditer(text) if not goes_on_with_place(text[: link.start()].rpartition(OBJECT)[2])
    ]
    for link in (*(_between_names(text) if not links else ()), *links, None):
        end = link.start() if link else len(text)
        desk = _DESK.match(text, position, end)
        begin = desk.end() if desk else position
        mail = _ADDRESS.search(text, begin, end)
        stop = mail.start() if mail else end
        if text[begin:stop].strip(_EDGE):
            yield begin, stop
        position = link.end() if link else end


def _between_names(text: str) -> tuple[re.Match[str], ...]:
    """Return the stroke between the names of two persons, one with a forename: ``Roe/Ellen Doe``."""
    names = text.strip(BLANKS).split("/")
    if len(names) != _BOTH or not any(fold(name.split(" ", 1)[0]) in FORENAMES and " " in name for name in names):
        return ()
    readable = [name.title() if name.isupper() else name for name in names]
    are_names = all(_TWO_NAMED.fullmatch(name) and _is_person(name) for name in readable)
    return tuple(_STROKE.finditer(text)) if are_names else ()


def _is_person(name: str) -> bool:
    return all(party.kind is AgentKind.PERSON for party in parties(name, 0, len(name)))


def _stretches(content: Content, position: int = 0) -> list[tuple[int, int, Element]]:
    """Return the elements of ``content`` with the place of their text in it."""
    found: list[tuple[int, int, Element]] = []
    for node in content:
        length = len(flatten([node]))
        if isinstance(node, Element):
            found.append((position, position + length, node))
            found += _stretches(node.content, position) if length > 1 else []
        position += length
    return found


def person(name: Element) -> Agent:
    """Return whom a ``persName`` names."""
    words = " ".join(flatten(name.content).replace(OBJECT, " ").split())
    return Agent(AgentKind.PERSON, words, name.get("ref"), certainty=name.get("cert"))


def offices(item: Element, start: int = 0, stop: int | None = None) -> tuple[Agent, ...]:
    """Return the offices of a line, without the precedence and number of a cable, whatever case they are typed in."""
    text = _COLUMN.split(flatten(item.content)[:stop], maxsplit=1)[0]
    text = _PRECEDENCE.sub(lambda found: " " * len(found[0]), text).rstrip()
    start, end = max(start, len(text) - len(text.lstrip())), len(text)
    if names_post(text[:end]):
        return (Agent(AgentKind.ORGANISATION, text[:end].strip(BLANKS)),)
    is_in_capitals = text.isupper() and ("OF" in text or fold(text.partition(" ")[0]) in FORENAMES)
    readable = _SMALL.sub(lambda found: found[0].lower(), text.title()) if is_in_capitals else text
    return agents(item, parties(readable, start, end))


def wording(items: Sequence[Element]) -> str | None:
    """Return what the first line of a kind says: the ``title`` that a catalogue has, or the ``subject``."""
    return " ".join(unveiled(veiled(items[0].content), items[0].content).split()) if items else None


def supplied_title(sent: Sequence[Agent], received: Sequence[Agent], written: Date | None) -> str:
    """Return what a catalogue would call a paper that has no title, in brackets, or nothing if nobody is known."""
    if not sent:
        return ""
    names = [", ".join(agent.name for agent in agents) for agents in (sent, received) if agents]
    return f"[{' to '.join(names)}{f', {written.text}' if written else ''}]"


def date(body: Element) -> Date | None:
    """Return when the paper was written: as the line ``DATE`` says, or the date below the addressees of a cable."""
    for item in items_of(body).get("date", ()):
        value, _ = time_and_place(item.content)
        if value:
            return Date(words_of_date(item), tuple(value.attributes().items()))
    for item in (node for block in _own_lists(body) for node in children(block, "item")):
        if beside := next(children(item, "date"), None):
            return Date(plain(beside.content), beside.attributes)
    dated = (node for block in children(body, "ab") for node in block.content if isinstance(node, Element))
    found = next((node for node in dated if node.name == "date"), None)
    return Date(words_of_date(found), found.attributes) if found is not None else None


def words_of_date(date: Element) -> str:
    """Return the words of a date, which may go over a line end."""
    return " ".join(shown(date.content, lambda node: " " if node.name in ("lb", "space") else "").split())


def marking(body: Element) -> Classification | None:
    """Return the classification on a line of its own, above or below the addressees."""
    return next(_markings(body), None)


def marking_below(body: Element) -> Classification | None:
    """Return the level that the paper has below its first lines; ``UNCLASSIFIED`` is the banner of a release."""
    own = (node for node in body.content if isinstance(node, Element) and node.name in ("opener", "ab"))
    return next((found for node in own for found in _markings(node) if found.level not in (None, RELEASED)), None)


def _markings(body: Element) -> Iterator[Classification]:
    for node in elements_named(body, {"seg"}):
        if node.get("type") == "classification":
            words = _SPACED.sub(
                lambda found: found[0].replace(" ", "").replace("-", ""), " ".join(plain(node.content).split())
            )
            if found := parse_marking(_SECTION.sub("", words)):
                yield found


def _own_lists(body: Element) -> Iterator[Element]:
    """Yield the heading lines of the paper, and not those of a message that is quoted below its own text."""
    has_sender, is_below = False, False
    for node in _from_cable(_above_attachments(body.content)):
        if not isinstance(node, Element):
            continue
        if node.name == "list" and node.get("rend") == "run-in":
            kind = node.get("type")
            if kind == "from":
                if has_sender and is_below:
                    return
                has_sender = True
            is_below = is_below or (has_sender and kind == "subject")
            yield node
        elif node.name not in ("lb", "space", "fw", "pb"):
            is_below = has_sender


def _above_attachments(content: Content) -> Content:
    """Return ``content`` with what stands in the ``div`` of the paper's own text, which has attachments beside it."""
    for index, node in enumerate(content):
        if isinstance(node, Element) and node.name == "div" and node.get("type") == "text":
            return (*content[:index], *node.content)
    return content


def _from_cable(content: Content) -> Content:
    """Return ``content`` from the number of a cable (``MRN``) on: what stands above is the mail that brought it."""
    lists = ((i, node) for i, node in enumerate(content) if isinstance(node, Element) and node.name == "list")
    numbers = (i for i, node in lists if any(plain(head.content).startswith("MRN") for head in children(node, "head")))
    return content[next(numbers, 0) :]


def children(node: Element, name: str) -> Iterator[Element]:
    """Return the elements in ``node`` itself that have that name."""
    return (child for child in node.content if isinstance(child, Element) and child.name == name)
