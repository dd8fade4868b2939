"""What the ends of a paper without a title say of it: who signs below, and to whom it goes, above or below the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from teiconv.grammar.posts import HONOURED, lacks_place
from teiconv.metadata.heading_lines import BLANKS, children, offices, person
from teiconv.model import OBJECT, Element, descendants, flatten, plain
from teiconv.model.certainty import Certainty, weakest
from teiconv.model.header import Agent, AgentKind
from teiconv.names.people.names import fold
from teiconv.names.people.vocabulary import FORENAMES
from teiconv.regex import regex
from teiconv.structure.places import DONE

_INITIALLED = regex(r"[\[(]?(?:(?i:signed|sgd\.?)[\])]|/s/)?\s*((?:[A-Z]\. ?){1,3}[A-Z][A-Z’'-]{2,20})[.,]?\Z")
"""A signature that is a name without a forename: ``(Signed) J. R. ROE``."""
_WITH_FORENAME = regex(
    r"[\[(]?(?:(?i:signed|sgd\.?)[\])]|/s/)?\s*"
    r"((?P<forename>[A-Z][\w’'-]{2,11}) (?:[A-Z]\. ?){0,2}[A-Z][\w’'-]{2,20})[.,]?\Z"
)
_TO_OFFICE = regex(r"To (?=(?:the|His|Her)\b)")
_HOLDER = regex(r"The [A-Z]")
"""Who is addressed by his office alone: ``The President``."""
_COUNTERSIGNED = regex(rf"\s*(?:(?:By (?:the|order)\b|Attest|Witness)|(?![\[(]Signed[\])]){DONE.pattern})", re.I)
_MINUTES = regex(
    r"(?:(?:Agreed|Approved|Draft|Summary|Verbatim|Cabinet) )?(?:Minutes|Conclusions|Record)\b|Meeting of the\b", re.I
)
"""What the record of a meeting begins with, below its letterhead."""
_TREATY = regex(r"(?:[\w-]+ ){0,4}(?:AGREEMENT|TREATY|CONVENTION|PROTOCOL)\b(?! ROOM| STAFF)", re.I)
_MOST_BELOW_LISTS = 2
_MOST_ABOVE = 12
"""So many elements stand above the text, with the empty lines between them."""
_ADDRESSED = regex(
    r"(?:MEMORANDUM (?:FOR|TO) (?!(?:THE )?(?:RECORD|F[Il1]LES?)\b)|To (?=(?:all )?the [A-Z]))([A-Za-z][^:]{2,100})\Z"
)


def signers(body: Element) -> tuple[Agent, ...]:
    """Return the persons whose names stand below the close; who signs a treaty, or countersigns, sends nothing.

    Nor does the secretary who signs the minutes of a meeting.
    """
    above = islice((node for node in body.content if isinstance(node, Element)), _MOST_ABOVE)
    titles = [(node.name, plain(node.content).strip()) for node in above if node.name in ("head", "p")]
    if any(names_minutes(text) or (name == "head" and _TREATY.match(text)) for name, text in titles):
        return ()
    own = (closer for closer in children(_text_of(body), "closer") if not _is_solemn(closer))
    closers = (node for closer in own for node in descendants(closer))
    signed = (node for node in closers if node.name == "signed")
    return tuple(agent for node in signed for agent in (tuple(_persons(node)) or _initialled(node)))


def names_minutes(title: str) -> bool:
    """Whether ``title`` begins like that of the record of a meeting: ``Cabinet Conclusions``."""
    return _MINUTES.match(title) is not None


def _initialled(signed: Element) -> tuple[Agent, ...]:
    """Return who signs with initials and a surname in capitals, whom nothing else names; an office may stand below.

    Or with a forename, and a surname that nothing else tells to be one: ``ARTHUR HALE``.
    """
    text = flatten(signed.content).strip().partition(OBJECT)[0].rstrip()
    if name := _INITIALLED.match(text):
        return (Agent(AgentKind.PERSON, name[1]),)
    name = _WITH_FORENAME.match(text)
    is_person = name is not None and fold(name["forename"]) in FORENAMES
    return (Agent(AgentKind.PERSON, name[1]),) if name and is_person else ()


def _is_solemn(closer: Element) -> bool:
    """Whether ``closer`` is that of a treaty or a proclamation, or of whoever attests what another signed."""
    return any(_COUNTERSIGNED.match(plain(node.content)) for node in descendants(closer))


def addressees(body: Element) -> tuple[Agent, ...]:
    """Return those to whom a letter is addressed: above its salutation, below its signature, or by the title.

    Such a title is ``MEMORANDUM FOR THE …``, or ``To the Diplomatic Officers …``.
    """
    persons = (
        [agent for node in _addresses(body, "opener") for agent in (*_persons(node), *_post(node))]
        or [agent for node in _addresses(_text_of(body), "closer") for agent in islice(_persons(node), 1)]
        or [agent for node in _addresses(_text_of(body), "closer") for agent in _office_below(node)]
    )
    below = tuple(replace(agent, certainty=weakest(agent.certainty, Certainty.MEDIUM)) for agent in persons)
    return below or tuple(agent for title in _titles(body) for agent in _named_in_title(title))


def _titles(body: Element) -> Iterator[Element]:
    """Yield the titles of a paper, and the first lines of its text, for below heading lines a title is one of these."""
    yield from children(body, "head")
    yield from islice(children(body, "p"), 2)


def _text_of(body: Element) -> Element:
    """Return the part of ``body`` that holds its text: where enclosures follow, a division of its own."""
    return next((node for node in children(body, "div") if node.get("type") == "text"), body)


def _addresses(body: Element, part: str) -> Iterator[Element]:
    """Yield the name and address of whoever a letter goes to, in the ``opener`` or in the ``closer``.

    Below a list, as that of the subject, an ``ab`` is what an ``opener`` is above it.
    """
    blocks = [*children(body, part), *(islice(children(body, "ab"), _MOST_BELOW_LISTS) if part == "opener" else ())]
    segments = (node for block in blocks for node in children(block, "seg"))
    return (node for node in segments if node.get("type") == "addressee")


def says_addressee_alone(title: str) -> bool:
    """Whether ``title`` says no more than to whom the paper is addressed: ``MEMORANDUM FOR Peter Brown``."""
    return _ADDRESSED.match(title) is not None


def _named_in_title(head: Element) -> tuple[Agent, ...]:
    match = _ADDRESSED.match(plain(head.content))
    if match and (persons := tuple(_persons(head))):
        return persons
    return offices(head.containing([match[1].rstrip(".")])) if match else ()


def _persons(node: Element) -> Iterator[Agent]:
    yield from (person(name) for name in descendants(node) if name.name == "persName")


def _post(address: Element) -> tuple[Agent, ...]:
    """Return the post that an address is: ``AMEMBASSY,`` over ``PARIS.``; or an office in it.

    That stands below ``HIS EXCELLENCY``, or, as ``The President``, in the first line.
    """
    first, _, below = flatten(address.content).partition(OBJECT)
    if HONOURED.match(first.strip(BLANKS)) and not any(_persons(address)):
        shown = below.lstrip(BLANKS + OBJECT)
        start = len(first) + 1 + len(below) - len(shown)
        return offices(address, start, start + len(shown.partition(OBJECT)[0].rstrip(f"{BLANKS},")))
    if _HOLDER.match(first) and not any(_persons(address)):
        named = offices(address, 0, len(first.rstrip(f"{BLANKS},")))
        return named if all(agent.kind is AgentKind.ROLE for agent in named) else ()
    return offices(address) if lacks_place(first) else ()


def _office_below(address: Element) -> tuple[Agent, ...]:
    """Return the office that a letter goes to, as the line below its signature says: ``To the Secretary of State.``"""
    text = flatten(address.content).rstrip(f"{BLANKS}.")
    to = _TO_OFFICE.match(text)
    return offices(address, to.end(), len(text)) if to else ()
