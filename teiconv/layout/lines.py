"""Lines of a text ⇄ the content of a block, and the white space between blocks ⇄ ``lb`` and ``space``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from teiconv.model import Content, Element, Node, element, joined

LINE_BREAK = Element("lb")
NAMES = {"\n": None, "\r\n": "CR LF", "\r": "CR"}
"""What ``lb/@rend`` calls each line end; the text's own needs no name."""
_LINE_ENDS = {name: end for end, name in NAMES.items()}


class Placed(NamedTuple):
    """A block as found: ``before`` is all the white space between the block before and this one."""

    before: str
    block: Element

    def with_block(self, block: Element) -> Placed:
        """Return the same place with another block."""
        return self if block is self.block else Placed(self.before, block)


def has_block(blocks: Iterable[Placed], name: str) -> bool:
    """Whether one of ``blocks`` is of that name; a pass that is about others returns the blocks as they are."""
    for placed in blocks:
        if placed.block.name == name:
            return True
    return False


def settle(blocks: Sequence[Placed]) -> Sequence[Placed]:
    """Make a paragraph without a blank line before or after it an ``ab``: a block without margin."""
    if "\n" not in [placed.before for placed in blocks]:
        return blocks
    out = list(blocks)
    for index, placed in enumerate(blocks):
        below = blocks[index + 1].before if index + 1 < len(blocks) else None
        above = placed.before if index else None
        if placed.block.name == "p" and "\n" in (above, below):
            out[index] = placed.with_block(Element("ab", placed.block.content, placed.block.attributes))
    return out


def running(name: str, lines: Sequence[str], ends: Sequence[str] = ()) -> Element:
    """Return the block ``name`` that holds ``lines``, with an ``lb`` for each line end between them.

    ``ends`` are the line ends, LF where there are none.
    """
    content: list[Node] = []
    for index, line in enumerate(lines):
        if index:
            content.append(line_break(ends[index - 1] if ends else "\n"))
        if line:
            content.append(line)
    return Element(name, tuple(content))


def line_break(end: str = "\n") -> Element:
    """Return the ``lb`` for a line end; one other than the text's own is named in ``@rend``."""
    return element("lb", rend=NAMES[end])


def spacing(white: str) -> list[Node]:
    """Return the ``lb`` and ``space`` elements that say ``white``, the white space between two blocks."""
    nodes: list[Node] = []
    for run in re.findall(r"\r\n|\r|\n| +|\t+", white):
        if run[0] in "\r\n":
            nodes.append(line_break(run))
        else:
            unit = "chars" if run[0] == " " else "tabs"
            nodes.append(element("space", unit=unit, quantity=str(len(run)), dim="horizontal"))
    return nodes


def white_space(node: Element) -> str | None:
    """Return what an ``lb`` or ``space`` says, ``None`` for any other element; the inverse of :func:`spacing`."""
    if node.name == "lb":
        return _LINE_ENDS.get(node.get("rend"), "\n")
    return ("\t" if node.get("unit") == "tabs" else " ") * quantity(node) if node.name == "space" else None


def quantity(space: Element) -> int:
    """Return how many blanks or tabs a ``space`` says: one, unless it tells."""
    digits = space.get("quantity") or ""
    return int(digits[:12]) if digits.isdecimal() else 1


def lines_of(content: Content) -> list[Content]:
    """Return the lines of a block, without the line breaks between them; one that says more stays in its line."""
    lines: list[list[Node]] = [[]]
    for node in content:
        if not isinstance(node, str) and node == LINE_BREAK:
            lines.append([])
        else:
            lines[-1].append(node)
    return [joined(line) for line in lines]


def with_breaks(lines: Iterable[Content]) -> Content:
    """Return the content that ``lines`` are, with a line break between one and the next."""
    content: list[Node] = []
    for index, line in enumerate(lines):
        if index:
            content.append(LINE_BREAK)
        content += line
    return joined(content)
