"""The elements of a document that say something, numbered: an attribute of our own leads from the page to the element.

The number outlives what a rendering makes of the tree; the identity of an element would not.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from teiconv.model import Element
from teiconv.review.kinds import OF_ELEMENT

SAID = "said"
"""The attribute with the number; no TEI has it."""
STRETCH = "stretch"
"""An element around the content of a heading: only elements of running text have a place of their own."""
_HEADINGS = ("sectiontitle", "sectiontitleital")


@dataclass(frozen=True, slots=True)
class Said:
    """An element that says something: ``ordinal`` is which of its name it is in the document, from 0."""

    element: Element
    ordinal: int


@dataclass(frozen=True, slots=True)
class Numbered:
    """A ``body`` in which each element that says something has its number, and these elements in order."""

    body: Element
    said: tuple[Said, ...]


def numbered(body: Element) -> Numbered:
    """Return ``body`` with numbers."""
    walk = _Walk()
    made = body.containing(
        child if isinstance(child, str) else walk.titled(child) if child.name == "head" else walk.made(child)
        for child in body.content
    )
    return Numbered(made, tuple(walk.said))


class _Walk:
    """Counts elements while it rewrites them."""

    def __init__(self) -> None:
        self.said: list[Said] = []
        self._counts: Counter[str] = Counter()

    def titled(self, node: Element) -> Element:
        """Return the title of the document, which is no heading in it."""
        self._counts[node.name] += 1
        return node.containing(child if isinstance(child, str) else self.made(child) for child in node.content)

    def made(self, node: Element) -> Element:
        """Return ``node`` with numbers in it."""
        said = Said(node, self._counts[node.name])
        self._counts[node.name] += 1
        is_heading = node.name == "head" or node.get("rend") in _HEADINGS
        number = self._number(said) if is_heading or node.name in OF_ELEMENT else None
        content = tuple(child if isinstance(child, str) else self.made(child) for child in node.content)
        if number is None:
            return node.containing(content) if content else node
        if is_heading:
            return node.containing((Element(STRETCH, content, ((SAID, number),)),))
        return Element(node.name, content, (*node.attributes, (SAID, number)))

    def _number(self, said: Said) -> str:
        self.said.append(said)
        return str(len(self.said) - 1)
