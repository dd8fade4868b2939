"""What stands at the top of a typed text may come again below its first lists, where TEI allows no ``opener``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from teiconv.layout.canon import BLOCKS
from teiconv.layout.lines import Placed
from teiconv.model import Element, Node, element
from teiconv.structure.enclosures import attachment_label
from teiconv.structure.order import ABOVE_TEXT


def below_lists(blocks: Sequence[Placed]) -> list[Placed]:
    """Make an ``opener`` below other text an ``ab``, and a ``head`` there a paragraph.

    A cable has its classification below the list of addressees; ``seg`` keeps saying what each line is.
    """
    out: list[Placed] = []
    begun = False
    for placed in blocks:
        block = placed.block
        if begun and block.name == "opener":
            out += [placed.with_block(part) for part in _parts(block)]
            continue
        if begun and block.name == "head":
            block = Element("p", block.content, block.attributes)
        begun = (begun or block.name not in ABOVE_TEXT) and attachment_label(block) is None
        out.append(placed.with_block(block))
    return out


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
