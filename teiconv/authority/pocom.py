"""Principal officers and chiefs of mission (``pocom``): who was Ambassador to Peru, or Secretary of State, on a day.

The layout is that of the Office of the Historian's git repository: ``people/b/belcher-taylor-garrison.xml``,
``missions-countries/peru.xml``, ``missions-orgs/…``, ``positions-principals/…``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from teiconv.authority.entries import Entry, Post
from teiconv.authority.offices import unique_post
from teiconv.names.lists.entry_names import in_order
from teiconv.names.people.names import words
from teiconv.names.people.person import Identifier, NamePart, PersonName

if TYPE_CHECKING:
    from lxml import etree

AUTHORITY = "pocom"

_MISSIONS = frozenset({"country-mission", "org-mission", "principal-position"})
_RANKS = (("ambassador", "ambassador"), ("charge", "charge"), ("minister", "minister"), ("envoy", "minister"))
"""How the roles of chiefs of mission begin, and what running text calls them."""


def is_officer(root: etree._Element) -> bool:
    """Tell whether ``root`` is a person as the register writes one."""
    return root.tag == "person" and root.find("persName") is not None and root.find("career-type") is not None


def is_mission(root: etree._Element) -> bool:
    """Tell whether ``root`` lists those who held a post."""
    return root.tag in _MISSIONS


def read_officer(root: etree._Element) -> Entry:
    """Return the register's statements about a person, without the posts."""
    own = _text(root, "id")
    return Entry(
        keys=(f"{AUTHORITY} {own}",),
        names=tuple(_names(root)),
        identifiers=(Identifier(AUTHORITY, own),),
        born=_year(_text(root, "birth")),
        died=_year(_text(root, "death")),
    )


def read_mission(root: etree._Element) -> Iterator[Entry]:
    """Yield an entry for each term of office: the key of who held it, and the post under each of its names."""
    for node in root.iter("chief", "principal"):
        start, end = _text(node, "started/date"), _text(node, "ended/date")
        person = _text(node, "person-id")
        if not person or not start:
            continue  # who was appointed and did not serve
        posts = tuple(Post(name, start, end or None) for name in _posts(root, node))
        if posts:
            yield Entry(keys=(f"{AUTHORITY} {person}",), names=(), posts=posts)


def _posts(root: etree._Element, node: etree._Element) -> Iterator[str]:
    """Yield what the post of ``node`` is called: ``ambassador to peru``; ``secretary of state``."""
    if root.tag != "country-mission":
        title = _text(root, "names/singular")
        if name := unique_post(title) or " ".join(words(title)):
            yield name
        return
    role = _text(node, "role-title-id")
    rank = next((rank for begin, rank in _RANKS if role.startswith(begin)), None)
    if rank:
        places = (_text(node, "contemporary-territory-id"), _text(root, "territory-id"))
        for place in dict.fromkeys(filter(None, places)):
            yield f"{rank} to {place.replace('-', ' ')}"


def _names(root: etree._Element) -> Iterator[PersonName]:
    surname, forename, suffix = (_text(root, f"persName/{part}") for part in ("surname", "forename", "genName"))
    parts = [NamePart("surname", surname)] if surname else []
    for kind, text in (("forename", forename), ("genName", suffix)):
        if text:
            parts += [*([NamePart("", ", ")] if parts else []), NamePart(kind, text)]
    if parts:
        yield PersonName(tuple(parts))
    for node in root.iterfind("persName/altname"):
        text = " ".join((node.text or "").split())
        if text:
            yield in_order(text)


def _text(root: etree._Element, path: str) -> str:
    return " ".join((root.findtext(path) or "").split())


def _year(text: str) -> int | None:
    return int(text[:4]) if text[:4].isdigit() else None
