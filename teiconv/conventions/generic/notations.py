"""Notations of running text in papers of no series, in the order in which they are tried."""

from __future__ import annotations

from teiconv.conventions.frus.gaps import GAPS
from teiconv.conventions.frus.pages import PAGE_BREAKS
from teiconv.conventions.generic.redactions import REDACTIONS
from teiconv.layout import notation
from teiconv.layout.notation import Notation
from teiconv.model import Content

NOTATIONS: tuple[Notation, ...] = (*GAPS, *REDACTIONS, *PAGE_BREAKS)


def read(text: str) -> Content:
    """Return ``text`` with an element for each stretch that a notation knows."""
    return notation.read(text, NOTATIONS)
