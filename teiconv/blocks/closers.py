"""The closer: complimentary close, signature, and what stands under it, at the end of a document.

What tells a closer from a last paragraph is the margin: a paragraph keeps a blank line between itself and the
notes, a closer does not.  Where no notes follow, it is a short line that looks like a name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from teiconv.blocks.placed import Placed
from teiconv.model import Content, Element, Node, element, flatten, plain

_WORD = r"[A-Z][\w.’'-]*"
_NAME = re.compile(rf"[\[(“]*{_WORD}\]?(?:,? (?:[\[(“]?{_WORD}[\])”]?|de|von|van|la|del)){{0,5}}[\])”,.]*\d*\Z")
_FULL_NAME = re.compile(rf"[\[(“]?(?:{_WORD}\.? )+{_WORD}[\])”]?(?:,? (?:Jr|Sr)\.)?\d*,?\Z")
_NOT_NAMES = re.compile(
    r"(?:Attachments?|Enclosures?|Tabs?|Annex|END|End|Unclassified|Secret|Confidential|Approved|Top)\b", re.I
)
_OFFICE = re.compile(
    r"\b(?:Secretary|Director|Chief|General|Admiral|Ambassador|President|Minister|Assistant|Deputy|Officer|Advis[eo]r"
    r"|Commissioner|Attach[eé]|Head|Navy|Army|Chairman|Counselor|Colonel|Commander|Representative|Consul)\b",
    re.I,
)
_SALUTE = re.compile(
    r"(?:.{0,40}\b(?:sincerely|truly|faithfully|respectfully|cordially)\b.{0,20}"
    r"|(?:with|and|kind|best|warm\w*|my)\b.{0,40}\b(?:regards|wishes|respects?)),?\d*\Z",
    re.I,
)
_ABOVE_NAME = re.compile(r"(?:For (?:the )?.{3,60}:|\[signature\]|\[?\(?(?:sgd|signed)\.?\)?\]?)\Z", re.I)
_LONGEST = 60


def find_closer(blocks: list[Placed], after: str) -> list[Placed]:
    """Make the last block a ``closer`` where it is one; ``after`` is the white space between it and the notes."""
    index = len(blocks) - 1
    while index > 0 and blocks[index].block.name == "pb":
        index -= 1
    if index < 1 or blocks[index].block.name != "p":
        return blocks
    below = blocks[index + 1].before if index + 1 < len(blocks) else after
    if below != "\n" and (below or not _is_signature(blocks[index].block)):
        return blocks
    first = index - 1 if _is_signed_above(blocks[index - 1], blocks[index]) else index
    closer = _closer([placed.block for placed in blocks[first : index + 1]])
    return [*blocks[:first], blocks[first].with_block(closer), *blocks[index + 1 :]]


def _is_signature(block: Element) -> bool:
    lines = _lines(block)
    return all(len(text) <= _LONGEST for text in map(flatten, lines)) and _looks_like_name(plain(lines[0]))


def _looks_like_name(text: str) -> bool:
    return _NAME.match(text) is not None and _NOT_NAMES.match(text) is None


def _is_signed_above(above: Placed, last: Placed) -> bool:
    """Whether the name is in the block above, and ``last`` is the office of whoever signed, or a note of the sender's."""
    if above.block.name != "p" or last.before != "\n\n":
        return False
    name, title = plain(_lines(above.block)[-1]), plain(_lines(last.block)[0])
    if len(name) > _LONGEST or not _FULL_NAME.match(name) or _NOT_NAMES.match(name):
        return False
    return _OFFICE.search(title) is not None or title.isupper()


def _closer(blocks: Sequence[Element]) -> Element:
    """Return the closer that ``blocks`` are: above the signature, the signature, and, in a second block, below it."""
    lines = _lines(blocks[0])
    first = next((i for i, line in enumerate(lines) if not _stands_above_name(plain(line))), len(lines))
    if first == len(lines):
        first -= 1
    above: list[Node] = []
    for line in lines[:first]:
        if _SALUTE.match(plain(line)):
            above.append(Element("salute", line))
        else:
            above += line
    signed = Element("signed", _with_breaks(lines[first:]), blocks[0].attributes)
    return element("closer", *above, signed, *(node for block in blocks[1:] for node in block.content))


def _stands_above_name(text: str) -> bool:
    return _SALUTE.match(text) is not None or _ABOVE_NAME.match(text) is not None


def _lines(block: Element) -> list[Content]:
    lines: list[list[Node]] = [[]]
    for node in block.content:
        if isinstance(node, Element) and node.name == "lb":
            lines.append([])
        else:
            lines[-1].append(node)
    return [tuple(line) for line in lines]


def _with_breaks(lines: Sequence[Content]) -> Content:
    content: list[Node] = []
    for index, line in enumerate(lines):
        if index:
            content.append(element("lb"))
        content += line
    return tuple(content)
