"""A lone word on the line of a cable that faces a post: ``FROM: Lima`` above ``TO: SECSTATE``, whatever town that is.

A post, as a rule, and nobody, unless more than its place says that it names somebody: a list, the rest of the text, or
the surnames that are known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from teiconv.grammar.posts import is_house, names_post
from teiconv.metadata.heading_lines import BLANKS, items_of
from teiconv.metadata.parties import parties
from teiconv.model import Element, element, elements_named, plain, transform
from teiconv.model.certainty import Certainty
from teiconv.model.header import AgentKind
from teiconv.names.people.name_classifier import weights
from teiconv.names.people.names import fold
from teiconv.names.people.person import Person
from teiconv.regex import regex

_FACING = {"from": "to", "to": "from"}
_LONE_WORD = regex(r"[A-Z][^\W\d_]{2,}\Z")
_LIKELY = 1.0
"""The weight from which on a surname is one that many documents have."""


class Posts(NamedTuple):
    """A document with its posts marked, and those of its persons who are still named in it."""

    body: Element
    people: tuple[Person, ...]


def with_unnamed_posts(body: Element, people: Sequence[Person], *, is_telegram: bool) -> Posts:
    """Return ``body`` with an ``orgName`` in place of the name that such a word was taken for."""
    known = {f"#{person.id}" for person in people if person.listed}
    posts = set(_posts(body, known, is_telegram=is_telegram))
    if not posts:
        return Posts(body, tuple(people))
    marked = transform(body, lambda node: _with_posts(node, posts) if _is_line(node) else node)
    named = {name.get("ref") for name in elements_named(marked, {"persName"})}
    gone = {name.get("ref") for item in posts for name in elements_named(item, {"persName"})} - named
    return Posts(marked, tuple(person for person in people if f"#{person.id}" not in gone))


def _is_line(node: Element) -> bool:
    return node.name == "list" and node.get("rend") == "run-in" and node.get("type") in _FACING


def _with_posts(line: Element, posts: Set[Element]) -> Element:
    return line.containing(
        _as_post(node) if isinstance(node, Element) and node in posts else node for node in line.content
    )


def _posts(body: Element, known: Set[str], *, is_telegram: bool) -> Iterator[Element]:
    lines = items_of(body)
    for kind, other in _FACING.items():
        facing = [plain(item.content).strip(BLANKS) for item in lines.get(other, ())]
        if any(names_post(text) or (is_telegram and is_house(text)) for text in facing):
            yield from (
                item for item in lines.get(kind, ()) if _is_lone_word(item) and not _is_person(item, body, known)
            )


def _is_lone_word(item: Element) -> bool:
    """Whether ``item`` is a word that is taken for somebody, and no surname that is known."""
    text = plain(item.content).strip(BLANKS)
    if not _LONE_WORD.match(text) or weights().get(f"w:{fold(text)}", 0.0) >= _LIKELY:
        return False
    return item.find("persName") is not None or any(
        party.kind is AgentKind.PERSON for party in parties(text, 0, len(text))
    )


def _is_person(item: Element, body: Element, known: Set[str]) -> bool:
    """Whether more than its place says that ``item`` names somebody: a list, or another mention."""
    own = {name.get("ref") for name in elements_named(item, {"persName"})}
    named = [name.get("ref") for name in elements_named(body, {"persName"})] if own else []
    return any(ref in known or named.count(ref) > 1 for ref in own)


def _as_post(item: Element) -> Element:
    return item.containing([element("orgName", plain(item.content), cert=Certainty.MEDIUM)])
