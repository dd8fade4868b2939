"""What stands at the top of a typed text may come again below its first lists, where TEI allows no ``opener``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from teiconv.layout.canon import BLOCKS
from teiconv.layout.lines import Placed, lines_of
from teiconv.model import Element, Node, element, plain
from teiconv.structure.enclosures import attachment_label
from teiconv.structure.openers import holds_salute
from teiconv.structure.order import ABOVE_TEXT
from teiconv.structure.sections import is_usual_title

_NEAR = 6
_MOST_ABOVE, _MOST_LINES, _SHORT = 14, 6, 90
"""A title stands no lower, and no paragraph above it is longer, nor any line of one."""
_CUT = 25
"""A line of no more characters ends with a word cut short, and no sentence: ``COUNCIL     Distr.``"""


def below_lists(blocks: Sequence[Placed]) -> list[Placed]:
    """Make an ``opener`` below other text an ``ab``, and a ``head`` there a paragraph.

    A cable has its classification below the list of addressees; ``seg`` keeps saying what each line is.
    """
    out: list[Placed] = []
    begun = False
    blocks = _with_opened_title(blocks)
    for index, placed in enumerate(blocks):
        block = placed.block
        if not begun and _is_form(block, blocks[index + 1 : index + _NEAR]):
            placed = placed.with_block(element("opener", Element("seg", block.content, (("type", "letterhead"),))))
            block = placed.block
        if begun and block.name == "opener":
            out += [placed.with_block(part) for part in _parts(block)]
            continue
        if begun and block.name == "head":
            block = Element("p", block.content, block.attributes)
        begun = (begun or block.name not in ABOVE_TEXT) and attachment_label(block) is None
        out.append(placed.with_block(block))
    return out


def _is_form(head: Element, below: Sequence[Placed]) -> bool:
    """Whether ``head`` is the word ``MEMORANDUM`` of the paper that is typed on, above the title of its own."""
    if head.name != "head" or plain(head.content).strip() != "MEMORANDUM":
        return False
    names = [placed.block.name for placed in below]
    return "head" in names and set(names[: names.index("head")]) <= {"opener"}


def _with_opened_title(blocks: Sequence[Placed]) -> Sequence[Placed]:
    """Return ``blocks`` with the short lines above the title, or a salutation, as an ``opener``; no sentence is one."""
    opening = (
        i for i, placed in enumerate(blocks[:_MOST_ABOVE]) if _entitles(placed.block) or holds_salute(placed.block)
    )
    first = next(opening, 0)
    above = blocks[:first]
    if not all(placed.block.name in ABOVE_TEXT or _is_of_form(placed.block) for placed in above):
        return blocks
    opened = (
        placed.with_block(element("opener", element("seg", *placed.block.content)))
        if placed.block.name == "p"
        else placed
        for placed in above
    )
    return [*opened, *blocks[first:]]


def _entitles(block: Element) -> bool:
    """Whether ``block`` is a title that says more than ``Summary`` or ``Report``."""
    text = plain(block.content)
    return block.name == "head" and " " in text.strip() and not is_usual_title(text)


def _is_of_form(block: Element) -> bool:
    lines = [" ".join(plain(line).split()) for line in lines_of(block.content)] if block.name == "p" else [""]
    return len(lines) <= _MOST_LINES and all(
        0 < len(line) <= _SHORT and (not line.endswith((".", ":", "?")) or _is_cut(line)) for line in lines
    )


def _is_cut(line: str) -> bool:
    """Whether ``line``, though it ends so, is no sentence: a word cut short, or a label beside a name in capitals."""
    return (line[-1] == "." and len(line) <= _CUT) or (line[-1] == ":" and line.isupper() and " " in line)


def _parts(opener: Element) -> Iterator[Element]:
    """Yield ``opener`` in parts: ``dateline`` and ``salute`` by themselves, and the lines between them."""
    lines: list[Node] = []
    for node in opener.content:
        if isinstance(node, Element) and node.name in BLOCKS:
            yield from _anonymous(lines)
            yield from _anonymous(node.content)
            lines = []
        else:
            lines.append(node)
    yield from _anonymous(lines)


def _anonymous(content: Sequence[Node]) -> Iterator[Element]:
    """Yield the ``ab`` that ``content`` is, without the white space at its edges."""
    shown = [i for i, node in enumerate(content) if isinstance(node, str) or node.name not in ("lb", "space")]
    if shown:
        yield element("ab", *content[shown[0] : shown[-1] + 1])
