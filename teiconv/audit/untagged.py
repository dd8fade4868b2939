"""The names that an encoding tags, and its text without the tags: as it would come to be annotated."""

from __future__ import annotations

from typing import NamedTuple

from teiconv.model import Element, Node, joined
from teiconv.names.runs import elements_in_runs, runs

_INLINE = frozenset({"persName", "hi", "gloss"})


class Tagged(NamedTuple):
    """A name that is tagged: where in its run, and the id to which it leads, or ``""``."""

    start: int
    end: int
    pointer: str


def without_names(node: Element) -> Element:
    """Return ``node`` without the markup of names, terms and highlighting, its text kept."""
    content: list[Node] = []
    for child in node.content:
        if isinstance(child, Element):
            plain = without_names(child)
            content += plain.content if child.name in _INLINE else (plain,)
        else:
            content.append(child)
    return node.containing(joined(content))


def tagged_in(body: Element) -> list[list[Tagged]]:
    """Return the names tagged in each run of ``body``, in order; a pointer to another file is none."""
    texts = runs(body)
    found: list[list[Tagged]] = [[] for _ in texts]
    number = 0
    for run, start, end, name in elements_in_runs(body, "persName"):
        while texts[number] != run:
            number += 1
        pointer = (name.get("ref") or name.get("corresp") or "").split()
        own = pointer[0].removeprefix("#") if pointer and pointer[0].startswith("#") else ""
        found[number].append(Tagged(start, end, own))
    return found
