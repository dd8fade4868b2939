"""Blocks in short: lines to paragraphs for a test to begin with, and elements to what shows what became of them."""

from __future__ import annotations

from collections.abc import Iterable

from teiconv.layout.lines import Placed, with_breaks
from teiconv.model import Element, Node, element


def paragraph(*lines: str, before: str = "\n\n") -> Placed:
    return Placed(before, Element("p", with_breaks([(line,) for line in lines])))


def head(*content: Node) -> Placed:
    return Placed("", element("head", *content))


def paragraphs(text: str) -> list[Placed]:
    """Return the paragraphs of ``text``: one begins below a blank line, or at a line that begins with ``^``."""
    found = []
    for number, chunk in enumerate(text.replace("\n^", "\n\n^").split("\n\n")):
        before = "" if not number else "\n" if chunk.startswith("^") else "\n\n"
        found.append(paragraph(*chunk.removeprefix("^").split("\n"), before=before))
    return found


def xml(node: Node) -> str:
    """Return ``node`` as XML in one line, without a namespace."""
    if isinstance(node, str):
        return node
    said = "".join(f' {name}="{value}"' for name, value in node.attributes)
    inner = "".join(map(xml, node.content))
    return f"<{node.name}{said}>{inner}</{node.name}>" if node.content else f"<{node.name}{said}/>"


def shown(blocks: Iterable[Placed]) -> list[str]:
    """Return the blocks as XML; one that has no margin above it begins with ``^``."""
    return [("^" if placed.before == "\n" else "") + xml(placed.block) for placed in blocks]
