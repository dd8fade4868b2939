"""References, annotated: each block of a document read in order, so that ``ibid.`` knows what it repeats."""

from __future__ import annotations

from teiconv.conventions.frus.references import Context, scan
from teiconv.model import Element, annotate, flatten, rewrite


def link_references(body: Element, context: Context) -> Element:
    """Return ``body`` with a ``ref`` around each reference to a document, a note, a page or another volume."""

    def linked(block: Element) -> Element:
        nonlocal context
        found, context = scan(flatten(block.content), context)
        return block.containing(annotate(block.content, found)) if found else block

    return rewrite(body, linked)
