"""References, annotated: each block of a document read in order, so that ``ibid.`` knows what it repeats."""

from __future__ import annotations

from collections.abc import Sequence

from teiconv.annotate.runs import BREAK, runs, with_spans
from teiconv.inline.references import Context, scan
from teiconv.model import OBJECT, Element, Span


def link_references(body: Element, context: Context) -> Element:
    """Return ``body`` with a ``ref`` around each reference to a document, a note, a page or another volume."""
    spans: dict[int, Sequence[Span]] = {}
    for number, run in enumerate(runs(body)):
        found, context = scan(run.text.replace(BREAK, OBJECT), context)
        if found:
            spans[number] = found
    return with_spans(body, spans)
