"""The text of a block ⇄ phrases: each notation is a file, and one entry in :data:`NOTATIONS`."""

from __future__ import annotations

from teiconv.conventions.frus.gaps import GAPS
from teiconv.conventions.frus.pages import PAGE, PAGE_BREAKS
from teiconv.layout import notation
from teiconv.model import Content, Element

NOTATIONS: tuple[notation.Notation, ...] = (*GAPS, *PAGE_BREAKS)
"""Every notation of running text, in the order in which they are tried."""


def read(text: str) -> Content:
    """Return ``text`` with an element for each stretch that a notation knows."""
    return notation.read(text, NOTATIONS)


def write(node: Element) -> str | None:
    """Return the text of an element that a notation stands for; ``None`` for one that text runs through."""
    return notation.write(node, NOTATIONS)


def is_page_break(line: str) -> bool:
    """Whether ``line`` is a page break and nothing else."""
    return line.startswith(PAGE.hint) and PAGE.pattern.fullmatch(line) is not None
