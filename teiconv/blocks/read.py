"""Text → the body of a document: blocks, then titles, lists, datelines and closers, then notes at their calls."""

from __future__ import annotations

from collections.abc import Sequence

from teiconv.blocks.anchors import anchor
from teiconv.blocks.closers import find_closer
from teiconv.blocks.front import find_title, join_labels_with_sentences, join_lists_with_heads
from teiconv.blocks.notes import split_notes
from teiconv.blocks.openers import find_openers
from teiconv.blocks.parse import read_blocks
from teiconv.blocks.placed import Placed, settle
from teiconv.blocks.reconcile import NotTheTextError, reconcile
from teiconv.blocks.running import running
from teiconv.inline import write as write_inline
from teiconv.model import Element, element


def read_body(text: str, identifier: str | None = None) -> Element:
    """Return ``text`` as a ``div``.

    Should the richest reading not give the text back, the plainest does: every chunk a paragraph.
    """
    try:
        return reconcile(_structured(text), text, write_inline)
    except NotTheTextError:
        return reconcile(_plain(text), text, write_inline)


def _structured(text: str) -> Element:
    lines, notes = split_notes(text.split("\n"))
    body = "\n".join(lines)
    after = text[len(body) : len(body) + 2].replace(" ", "") if notes else ""
    blocks = join_labels_with_sentences(join_lists_with_heads(find_title(read_blocks(body))))
    blocks = find_closer(blocks, after)
    blocks = _anchored(blocks, [_note(label, lines) for label, lines in notes])
    blocks = settle(find_openers(blocks))
    return element("div", *(placed.block for placed in blocks), type="document")


def _anchored(blocks: Sequence[Placed], notes: Sequence[Element]) -> list[Placed]:
    div = anchor(element("div", *(placed.block for placed in blocks)), notes)
    return [
        placed.with_block(block)
        for placed, block in zip(blocks, div.content, strict=True)
        if isinstance(block, Element)
    ]


def _note(label: str, lines: Sequence[str]) -> Element:
    text = "\n".join(lines[:1] + [line[4:] if line.startswith("    ") else line for line in lines[1:]])
    blocks = [placed.block for placed in read_blocks(text)]
    if blocks and blocks[0].name == "p":
        first, *further = blocks
        return Element("note", (*first.content, *further), (("n", label), *first.attributes))
    return element("note", *blocks, n=label)


def _plain(text: str) -> Element:
    return element("div", *(placed.block for placed in settle(read_blocks(text))), type="document")
