"""What a document says of itself, gathered for its header from its title, its source note and its dateline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from teiconv.metadata import heading_lines, letter_ends
from teiconv.metadata.archive import read_note
from teiconv.metadata.correspondence import agents
from teiconv.metadata.language import language_of
from teiconv.metadata.participants import participants
from teiconv.metadata.parties import parties
from teiconv.metadata.receipts import received_on
from teiconv.metadata.rules import HeaderRules
from teiconv.metadata.title import Title, correspondents, number_alone
from teiconv.metadata.withheld import unveiled, veiled
from teiconv.metadata.written import Written, with_bounds
from teiconv.model import OBJECT, Element, descendants, flatten, plain
from teiconv.model.archive import Level
from teiconv.model.certainty import Certainty, weakest
from teiconv.model.header import Agent, Archive, Classification, Header, Publication
from teiconv.structure.third_person import writer_and_reader


def head_of(body: Element) -> Element:
    """Return the title of a document, or an empty one; its number may stand above, in a ``head`` of its own.

    So may what the title begins with: ``SUMMARY RECORD`` over ``Summary Record of a meeting held …``
    """
    heads = _children(body, "head")
    first = next(heads, None) or Element("head")
    second, above = next(heads, first), plain(first.content)
    is_whole = above.isupper() and plain(second.content).startswith(f"{above.title()} of ")
    return second if number_alone(above) or is_whole else first


def read_title(body: Element, rules: HeaderRules) -> Title:
    """Return what the title of a document says; a paper that is titled by its kind alone has its subject beside it."""
    content = head_of(body).content
    title = rules.title(veiled(content))
    text = _subject(body) or unveiled(title.text, content)
    return title._replace(text=text, number=title.number or _number_above(body))


def _subject(body: Element) -> str:
    segments = (part for opener in _children(body, "opener") for part in _children(opener, "seg"))
    return next((" ".join(plain(part.content).split()) for part in segments if part.get("type") == "subject"), "")


def _number_above(body: Element) -> str | None:
    """Return the number that a document has above its title: in a ``head`` of its own, or in an ``opener``.

    Without a title, it is the number of a note or despatch, and not that of the document in an edition.
    """
    first = next((node for node in body.content if isinstance(node, Element) and node.name in ("head", "opener")), None)
    if first is None or next(_children(body, "head"), None) is None:
        return None
    return number_alone(plain(next(_children(first, "seg"), first).content))


def describe(body: Element, title: Title, written: Written, publication: Publication, rules: HeaderRules) -> Header:
    """Return the header of the document ``body`` whose title says ``title``; ``rules`` read its source and markings."""
    head = head_of(body)
    origin = _origin(body, rules)
    bounded = with_bounds(written, body, origin.archive)
    lines = heading_lines.items_of(body)
    sent, received = _correspondents(body, head, title, lines)
    if (sent or received) and rules.is_scanned(body):
        sent, received = (_certain(named, Certainty.MEDIUM) for named in (sent, received))
    return Header(
        title=(title.text if not _is_kind_alone(title) else "")
        or heading_lines.wording(lines.get("title", ()))
        or heading_lines.wording(lines.get("subject", ()))
        or title.text
        or heading_lines.supplied_title(sent, received, written.date),
        number=title.number,
        genre=title.genre or origin.genre or rules.genre(body),
        archive=origin.archive,
        source=origin.pointer,
        classification=origin.classification or _own_marking(body, rules),
        drafting=origin.drafting,
        created=bounded.date,
        place=written.place,
        sent=sent,
        received=received,
        received_on=received_on(body, bounded.date),
        received_at=title.received_at.of(flatten(head.content)) if title.received_at else None,
        participants=agents(head, title.participants) + participants(body),
        is_conversation=bool(title.participants) and not (title.sent or title.received),
        authors=agents(head, title.authors),
        language=language_of(body),
        publication=publication,
    )


def _is_kind_alone(title: Title) -> bool:
    """Whether ``title`` is one word in capitals, the kind of the paper: ``NOTE``, over its subject."""
    return title.genre is not None and title.text.isupper() and title.text.isalpha()


def _correspondents(
    body: Element, head: Element, title: Title, lines: heading_lines.Items
) -> tuple[tuple[Agent, ...], tuple[Agent, ...]]:
    """Return who sent a document and who received it: as its title says, or its lines; of a letter, its ends."""
    titled = correspondents(title)
    by_place = None if title.sent or title.received else Certainty.MEDIUM  # of a talk, who is named first
    sent = _certain(agents(head, titled[0]), by_place) or heading_lines.correspondents(lines.get("from", ()))
    received = _certain(agents(head, titled[1]), by_place) or heading_lines.recipients(lines)
    if title.text and not title.text.isupper() and not letter_ends.says_addressee_alone(title.text):
        return sent, received
    signers, addressees = letter_ends.signers(body), letter_ends.addressees(body)
    inferred = Certainty.LOW if len(signers) > 1 else Certainty.MEDIUM  # who signs may sign for somebody
    if not (sent or received) and (said := _in_third_person(body)):
        return said
    return sent or _certain(signers, inferred), received or addressees


def _in_third_person(body: Element) -> tuple[tuple[Agent, ...], tuple[Agent, ...]] | None:
    """Return who writes to whom as the first sentence of a note says: ``The Embassy presents its compliments to …``"""
    for block in islice(_children(body, "p"), 2):  # the number of the note may stand above it
        text = veiled(block.content).replace(OBJECT, " ")
        if said := writer_and_reader(text):
            sent, received = (_certain(agents(block, parties(text, *place)), Certainty.MEDIUM) for place in said)
            return sent, received
    return None


def _certain(named: tuple[Agent, ...], degree: str | None) -> tuple[Agent, ...]:
    """Return the agents with no more certainty than ``degree``, that of their role."""
    if degree is None:
        return named
    return tuple(replace(agent, certainty=weakest(agent.certainty, degree)) for agent in named)


class _Origin(NamedTuple):
    """What the source note says, or the file number above the title; ``pointer`` leads to the note."""

    archive: Archive | None = None
    classification: Classification | None = None
    drafting: str | None = None
    genre: str | None = None
    pointer: str | None = None


def _origin(body: Element, rules: HeaderRules) -> _Origin:
    for note in filter(_gives_source, descendants(body)):
        if note.name != "note" or note.get("rend") == "inline":
            cited = rules.source_line(plain(note.content))
            if cited:
                return _Origin(
                    archive=replace(cited[0], certainty=cited[0].certainty or Certainty.MEDIUM), genre=cited[1]
                )
        else:
            said = rules.source(_without_brackets(read_note(note.content)))
            if said:
                return _Origin(said.archive, said.classification, said.drafting, pointer=f"#{note.get('xml:id')}")
    return _origin_of_withheld(body, rules)


def _gives_source(node: Element) -> bool:
    """Whether ``node`` says where the original lies: a note, a citation, a file number beside that of the document."""
    if node.name in ("note", "bibl"):
        return node.get("type") == "source"
    return node.name == "seg" and node.get("type") == Level.FILE_NUMBER


def _origin_of_withheld(body: Element, rules: HeaderRules) -> _Origin:
    """Return what stands in place of a document that is withheld: ``[Source: … 6 pages not declassified.]``."""
    for block in _children(body, "p"):
        opening = read_note(block.content[:1])
        said = rules.source(_without_brackets(read_note(block.content))) if opening.startswith("[Source") else None
        if said:
            return _Origin(said.archive, said.classification, said.drafting)
    return _Origin()


def _without_brackets(note: str) -> str:
    """Return ``note`` without the brackets that are around the source of a withheld document."""
    whole = note.strip()
    return whole[1:-1] if whole.startswith("[") and whole.endswith("]") else note


def _own_marking(body: Element, rules: HeaderRules) -> Classification | None:
    """Return the marking on the paper; what a cable says of itself counts more than the banner of its release."""
    found = _marking(body, rules) or heading_lines.marking(body)
    is_banner = found is not None and found.level == heading_lines.RELEASED
    return (heading_lines.marking_below(body) if is_banner else None) or found


def _marking(body: Element, rules: HeaderRules) -> Classification | None:
    """Return the marking that the opener of a document of the 1940s has under its dateline, or in its line."""
    for opener in (*_children(body, "opener"), *_children(body, "dateline")):
        marking = rules.marking([plain(segment.content) for segment in _children(opener, "seg")])
        if marking:
            return marking
    return None


def _children(node: Element, name: str) -> Iterator[Element]:
    return (child for child in node.content if isinstance(child, Element) and child.name == name)
