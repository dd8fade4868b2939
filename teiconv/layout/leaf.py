"""What a renderer makes of a tree: stretches of text between two block boundaries, each with its white space."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from teiconv.model import Element

WriteInline = Callable[[Element], "str | None"]
"""Gives the text of an element that is a notation (``pb``, ``gap``); ``None`` for one that text runs through."""


class Leaf(NamedTuple):
    """A stretch of text between two block boundaries.

    ``canonical`` is the white space that the canonical form puts before it, indentation included; ``explicit``
    what ``lb`` and ``space`` elements say instead; ``marker`` the bullet or numeral it begins with.  ``path``
    leads from the root to the outermost element that begins here, by index in each content.
    """

    canonical: str
    explicit: str | None
    marker: str
    text: str
    path: tuple[int, ...]

    @property
    def before(self) -> str:
        """The white space before the marker and the text."""
        return self.canonical if self.explicit is None else self.explicit


def write_plain(node: Element) -> str | None:
    """Write ``pb`` in its commonest notation, for want of those of :mod:`teiconv.conventions.notations`."""
    if node.name != "pb":
        return None
    number = node.get("n")
    return f"[Page {number}]" if number else ""
