"""What goes on with the sentence above it: a list of labels, and a block quotation.

A block quotation stands below a sentence that announces it with a colon, and ends where its quotation marks are
closed; a page may break in it.  The volumes that put a file number above the title have it inside the paragraph
that announces it, the others below that.
"""

from __future__ import annotations

from collections.abc import Sequence

from teiconv.layout.lines import Placed, has_block
from teiconv.model import OBJECT, Element, element, flatten
from teiconv.regex import regex
from teiconv.structure.draft import Draft

_UNFINISHED = regex(
    r"(?:[:;,—–-]|\bfollowing(?: \w+)?\.|\b(?:and|are|as|be|by|for|in|is|of|on|over|that|the|to|was|were|with))"
    rf"\d{{0,2}}[\s{OBJECT}]*\Z",
)
_ANNOUNCES = regex(r":[—–-]?\s*(?:\d{1,3})?\s*\Z")
_OPENS = ("“", '"')
_LONGEST = 60
"""No quotation has more blocks: what is not closed by then never is."""

_CLOSES = regex(r"[”\"][.,;]?(?:\s*\d{1,3})?(?:\s+\((?:[^()“”]|\([^()“”]{1,60}\)){1,240}\)\.?)?\s*(?:\d{1,3})?\s*\Z")
"""The end of a quotation, with the number of a note, and with where it is found in brackets."""


def join_labels_with_sentences(blocks: Sequence[Placed]) -> Sequence[Placed]:
    """Put a list of labels into the paragraph above it, if it continues the sentence there (``as follows:``)."""
    if not has_block(blocks, "list"):
        return blocks
    out: list[Placed] = []
    for placed in blocks:
        if out and placed.before == "\n\n" and _has_labels(placed.block) and _is_unfinished(out[-1].block):
            above = out.pop()
            placed = above.with_block(above.block.containing([*above.block.content, placed.block]))
        out.append(placed)
    return out


def _has_labels(block: Element) -> bool:
    first = block.content[0] if block.name == "list" else None
    return isinstance(first, Element) and first.name == "label"


def _is_unfinished(block: Element) -> bool:
    return block.name == "p" and _UNFINISHED.search(flatten(block.content)) is not None


def find_quotations(draft: Draft) -> Draft:
    """Put a ``quote`` around each block quotation, in the paragraph that announces it or below that."""
    blocks, out = draft.blocks, list[Placed]()
    inside = draft.habits.has_file_number
    index = 0
    while index < len(blocks):
        placed = blocks[index]
        end = _end(blocks, index) if out and _announces(out[-1].block) else index
        if end == index:
            out.append(placed)
            index += 1
            continue
        quote = element("quote", *(inner.block for inner in blocks[index:end]), rend="blockquote")
        if inside:
            above = out[-1].block
            out[-1] = out[-1].with_block(above.containing([*above.content, quote]))
        else:
            out.append(placed.with_block(quote))
        index = end
    return draft.with_blocks(out)


def _announces(block: Element) -> bool:
    return block.name == "p" and _ANNOUNCES.search(flatten(block.content)) is not None


def _end(blocks: Sequence[Placed], start: int) -> int:
    """Return the end of the quotation that begins at ``start``, or ``start`` if none does.

    It ends where its quotation marks are closed, at the end of a block.
    """
    depth, end = 0, start
    for index in range(start, min(start + _LONGEST, len(blocks))):
        placed = blocks[index]
        if placed.block.name == "pb" and index > start:
            continue
        if placed.block.name not in ("p", "list") or (placed.before != "\n\n" and blocks[index - 1].block.name != "pb"):
            break
        text = _words(placed.block)
        is_marked = text.startswith(_OPENS)
        if (index == start or end > start) and not is_marked:
            break
        depth += text.count("“") - text.count("”") - (is_marked and index > start)
        if _CLOSES.search(text) and depth <= 0:
            depth, end = 0, index + 1
    return end


def _words(block: Element) -> str:
    return "".join(node if isinstance(node, str) else _words(node) for node in block.content)
