"""The closer: signature and title under it, at the end of a document.

What tells a closer from a last paragraph is the margin: a paragraph keeps a blank line between itself and the
notes, a closer does not.  Where no notes follow, it is a short line that looks like a name.
"""

from __future__ import annotations

import re

from teiconv.blocks.placed import Placed
from teiconv.model import OBJECT, Element, element, flatten

_NAME = re.compile(r"[\[“]?[A-Z][\w.’'-]*\]?(?:,? (?:[\[(“]?[A-Z][\w.’'-]*[\])”]?|de|von|van|la|del)){0,5}\d*\Z")
_NOT_NAMES = re.compile(r"\A(?:Attachments?|Enclosures?|Tabs?|Annex|END|End|Unclassified|Secret|Confidential|Approved)\b")
_LONGEST = 60


def find_closer(blocks: list[Placed], after: str) -> list[Placed]:
    """Make the last block a ``closer`` where it is one; ``after`` is the white space between it and the notes."""
    index = len(blocks) - 1
    while index > 0 and blocks[index].block.name == "pb":
        index -= 1
    if index < 1 or blocks[index].block.name != "p":
        return blocks
    below = blocks[index + 1].before if index + 1 < len(blocks) else after
    if below == "\n" or (not below and _is_signature(blocks[index].block)):
        out = list(blocks)
        out[index] = out[index].with_block(_as_closer(out[index].block))
        return out
    return blocks


def _is_signature(block: Element) -> bool:
    lines = flatten(block.content).split(OBJECT)
    return len(lines[0]) <= _LONGEST and bool(_NAME.match(lines[0])) and not _NOT_NAMES.match(lines[0])


def _as_closer(block: Element) -> Element:
    return element("closer", Element("signed", block.content, block.attributes))
