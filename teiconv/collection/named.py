"""Places and organisations of a collection: what is called alike is one.

Nothing but the name is known of them, and it says as much wherever it stands: datelines of *Washington* are of one
place.  Where a part of the name is withheld, nobody can tell, and it has no id; no more has a name of many (``Certain
Posts``, ``All Diplomatic Missions``, ``Embassies in Turkey and Greece``), who are others in each document.
"""

from __future__ import annotations

from itertools import takewhile
from typing import NamedTuple

from teiconv.collection.ids import words
from teiconv.model import Element, descendants, shown
from teiconv.remember import remembered

_SOME = frozenset("all both certain other selected several some various".split())
"""Words with which a name of many begins."""

_MANY = frozenset(
    """ambassadors capitals commanders companies consulates delegations embassies leaders legations members ministers
    missions offices officers posts representatives stations""".split()
)
"""Nouns that name many."""

_NOUN_ENDS = frozenset("at for from in of on to".split())
_BREAKS = frozenset({"lb", "pb", "space"})


class Kind(NamedTuple):
    """What is named: the element that names it, its register, what its ids begin with, its elements there."""

    element: str
    register: str
    stem: str
    list: str
    entry: str
    title: str


KINDS = {
    kind.element: kind
    for kind in (
        Kind("placeName", "places.xml", "l_", "listPlace", "place", "Places"),
        Kind("orgName", "organisations.xml", "o_", "listOrg", "org", "Organisations"),
    )
}
"""By the element that names it."""


class Named(NamedTuple):
    """A place or an organisation: its id over the collection, and its name as it stands."""

    id: str
    name: str


@remembered(1024)
def named(node: Element) -> Named | None:
    """Return whom ``node``, one of :data:`KINDS`, names; ``None`` where a part of it is withheld, or it names many."""
    if any(inner.name == "gap" for inner in descendants(node)):
        return None
    name = " ".join(shown(node.content, lambda inner: " " if inner.name in _BREAKS else "").split())
    if node.name == "orgName" and _is_many(name):
        return None
    slug = "-".join(words(name))
    return Named(KINDS[node.name].stem + slug, name) if slug and "[" not in name else None


def _is_many(name: str) -> bool:
    """Tell whether ``name`` is that of many, by its first word or its noun: *Posts* in *Posts in NATO Capitals*."""
    said = name.lower().split()
    phrase = list(takewhile(lambda word: word not in _NOUN_ENDS, said))
    return bool(phrase) and (phrase[0] in _SOME or phrase[-1] in _MANY)
