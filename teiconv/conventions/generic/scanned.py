"""Papers that a machine read off a scan: what they say of themselves is less certain, and so are their dates."""

from __future__ import annotations

from itertools import islice

from teiconv.grammar.scans import looks_scanned, with_figures_mended
from teiconv.layout.lines import lines_of
from teiconv.model import Content, Element, flatten, shown
from teiconv.model.certainty import Certainty
from teiconv.structure.datelines import read_dateline

_MOST_LINES = 200
"""So many lines tell whether a text was corrected."""


def is_scanned(body: Element) -> bool:
    """Whether the paper ``body`` looks like uncorrected OCR."""
    blocks = (node for node in body.content if isinstance(node, Element) and node.content)
    lines = (shown(line, _words) for block in blocks for line in lines_of(block.content))
    return looks_scanned(tuple(islice(lines, _MOST_LINES))) is not None


def _words(node: Element) -> str:
    """Return the words of ``node``; a note, and what has none, is a blank."""
    return " " if node.name == "note" or not node.content else shown(node.content, _words)


def read_misread_dateline(content: Content) -> Content | None:
    """Return ``content`` as a dateline that has letters for figures: ``14 September l961``; its date is not certain."""
    text = flatten(content)
    mended = with_figures_mended(text)
    dated = read_dateline((mended,)) if mended != text and len(content) == 1 else None
    return tuple(_worded(dated.content, text)) if dated else None


def _worded(content: Content, text: str, start: int = 0) -> list[str | Element]:
    """Return ``content``, which words ``text`` without its errors, with the words of ``text``."""
    worded: list[str | Element] = []
    for node in content:
        end = start + len(flatten([node]))
        if isinstance(node, str):
            worded.append(text[start:end])
        else:
            inner = node.containing(_worded(node.content, text, start))
            worded.append(inner.having(cert=Certainty.MEDIUM) if inner.get("when") else inner)
        start = end
    return worded
