"""Lines of running text ⇄ the content of a block; white space between blocks ⇄ ``lb`` and ``space``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from teiconv.conventions.notations import read
from teiconv.model import Element, Node, element, joined

_NAMES = {"\n": None, "\r\n": "CR LF", "\r": "CR"}
LINE_ENDS = {name: end for end, name in _NAMES.items()}


def running(name: str, lines: Sequence[str], ends: Sequence[str] = (), **attributes: str | None) -> Element:
    """Return the block ``name`` that holds ``lines``, with an ``lb`` for each line end between them.

    ``ends`` are the line ends, LF where there are none; ``attributes`` those of the block.
    """
    if len(lines) == 1 and not attributes:
        return Element(name, read(lines[0]))
    content: list[Node] = []
    for index, line in enumerate(lines):
        if index:
            content.append(line_break(ends[index - 1] if ends else "\n"))
        content.extend(read(line))
    return element(name, *joined(content), **attributes)


def line_break(end: str = "\n") -> Element:
    """Return the ``lb`` for a line end; one other than the text's own is named in ``@rend``."""
    return element("lb", rend=_NAMES[end])


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
