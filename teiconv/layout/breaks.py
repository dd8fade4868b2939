"""The lines of a block's content, and the ``lb`` between them; one that says more than that stays in its line."""

from __future__ import annotations

from collections.abc import Iterable

from teiconv.model import Content, Element, Node, joined

LINE_BREAK = Element("lb")


def lines_of(content: Content) -> list[Content]:
    """Return the lines of a block, without the line breaks between them."""
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
