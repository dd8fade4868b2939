"""A document to be compared: its axis, and whom its links and its correspondence name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from teiconv.evaluation.axis import Axis, project
from teiconv.model import Element, descendants, plain
from teiconv.remember import remembered

_NOT_WORD = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class Encoded:
    """One document of an encoding; ``register`` gives the name of each entry of its lists by ``xml:id``.

    ``wikidata`` gives the identifiers there of the entries that state one.
    """

    identifier: str
    axis: Axis
    register: dict[str, str]
    correspondents: tuple[tuple[str, Element], ...]
    """The people whom ``correspAction`` names, each with its type: ``sent``, ``received``."""
    wikidata: Mapping[str, str] = field(default_factory=dict)

    def entry(self, element: Element, *attributes: str) -> str | None:
        """Return the entry that ``element`` points to, by the first of ``attributes`` that it has."""
        pointers = (element.get(name) for name in attributes)
        pointer = next((pointer for pointer in pointers if pointer), None)
        return self.register.get(pointer.rpartition("#")[2]) if pointer else None

    def with_names_of(self, gold: Encoded) -> Encoded:
        """Return this document with its entries named as those of ``gold`` whose names they begin, or lengthen."""
        known = frozenset(gold.register.values()) - {""}
        return replace(self, register={key: _known_name(name, known) for key, name in self.register.items()})


@remembered(4096)
def _known_name(name: str, known: frozenset[str]) -> str:
    if not name or name in known:
        return name
    hits = [other for other in known if name.startswith(f"{other} ") or other.startswith(f"{name} ")]
    return max(hits, key=lambda hit: (len(hit), hit), default=name)


def encoded_documents(tree: Element, name: str, register: Mapping[str, str] | None = None) -> Iterator[Encoded]:
    """Yield the documents of a TEI file: each ``div`` of type ``document``, or else its whole ``body``.

    ``name`` identifies a document that has no ``xml:id``; ``register`` has names that stand in other files.
    """
    nodes = list(descendants(tree))
    known = {**(register or {}), **_register(nodes)}
    roots = [node for node in nodes if node.name == "div" and node.get("type") == "document"]
    roots = roots or [node for node in nodes if node.name == "body"]
    people = tuple(_correspondents(nodes)) if len(roots) == 1 else ()
    identifiers = _wikidata(nodes)
    for root in roots:
        yield Encoded(root.get("xml:id") or name, project(root), known, people, identifiers)


def named(tree: Element) -> dict[str, str]:
    """Return the names of people and terms that ``tree``, a register, lists, by identifier."""
    return _register(list(descendants(tree)))


def _register(nodes: list[Element]) -> dict[str, str]:
    """Return the names of people and terms by identifier, of the entry or of the name in it."""
    entries: dict[str, str] = {}
    names: dict[str, str] = {}
    for node in nodes:
        identifier = node.get("xml:id")
        if identifier is None:
            continue
        if node.name in ("persName", "term"):
            names[identifier] = _folded(node)
        for inner in _NAME_IN.get(node.name, ()):
            name = next((below for below in descendants(node) if below.name == inner), None)
            if name is not None:
                entries[identifier] = _folded(name)
                break
    return names | entries


def _wikidata(nodes: list[Element]) -> dict[str, str]:
    """Return the identifiers in Wikidata of the entries that state one, by ``xml:id``."""
    entries = ((node.get("xml:id"), node) for node in nodes if node.name in ("person", "place", "org"))
    stated = ((key, below) for key, node in entries if key for below in descendants(node) if below.name == "idno")
    return {key: plain(idno.content).strip() for key, idno in stated if (idno.get("type") or "").lower() == "wikidata"}


_NAME_IN = {"person": ("persName",), "item": ("term",), "category": ("term", "catDesc")}
"""The elements that may hold the name of an entry."""


def _folded(node: Element) -> str:
    return _NOT_WORD.sub(" ", plain(node.content)).strip().casefold()


def _correspondents(nodes: list[Element]) -> Iterator[tuple[str, Element]]:
    for action in (node for node in nodes if node.name == "correspAction"):
        for node in descendants(action):
            if node.name == "persName":
                yield action.get("type") or "", node
