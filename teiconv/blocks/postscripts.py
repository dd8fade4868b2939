"""Postscripts: what a letter adds below its close (``P.S. The nets have come.``), or above the name that signs it."""

from __future__ import annotations

from collections.abc import Sequence

from teiconv.blocks.attachments import begins_attachment
from teiconv.blocks.placed import Placed
from teiconv.model import element, flatten
from teiconv.regex import regex

_MARK = regex(r"(?:P\. ?){1,2}S\.|PS[.:]")
_MAY_FOLLOW = frozenset({"closer", "postscript", "pb"})


def find_postscripts(blocks: Sequence[Placed]) -> list[Placed]:
    """Make a last paragraph that begins with ``P.S.`` a ``postscript``, and one before an enclosure."""
    out = list(blocks)
    is_end = True
    for index in range(len(out) - 1, 0, -1):
        block = out[index].block
        if is_end and block.name == "p" and _MARK.match(flatten(block.content[:1])):
            out[index] = out[index].with_block(element("postscript", block))
        elif block.name not in _MAY_FOLLOW:
            is_end = begins_attachment(blocks, index)
    return out
