"""Postscripts: what a letter adds below its close (``P.S. The nets have come.``), or above the name that signs it."""

from __future__ import annotations

from collections.abc import Sequence

from teiconv.layout.lines import Placed
from teiconv.model import Element, element
from teiconv.regex import regex
from teiconv.structure.enclosures import begins_attachment

_MARK = regex(r"(?:P\. ?){1,2}S\.|PS[.:]")
_MAY_FOLLOW = frozenset({"closer", "postscript", "pb"})


def find_postscripts(blocks: Sequence[Placed]) -> Sequence[Placed]:
    """Make a last paragraph that begins with ``P.S.``, or such a paragraph before an enclosure, a ``postscript``."""
    if not any(map(is_postscript, [placed.block for placed in blocks])):
        return blocks
    out = list(blocks)
    is_end = True
    for index in range(len(out) - 1, 0, -1):
        block = out[index].block
        if is_end and is_postscript(block):
            out[index] = out[index].with_block(element("postscript", block))
        elif block.name not in _MAY_FOLLOW:
            is_end = begins_attachment(blocks, index)
    return out


def is_postscript(block: Element) -> bool:
    """Whether ``block`` is a paragraph that begins with ``P.S.``"""
    first = block.content[0] if block.name == "p" and block.content else ""
    return isinstance(first, str) and first.startswith("P") and _MARK.match(first) is not None
