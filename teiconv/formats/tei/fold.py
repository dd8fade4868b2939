"""White space of XML → the canonical white space of the model (TEI Guidelines, 1.3.1.1.6 “XML whitespace”).

Runs of white space are one blank; there is none at the edges of a block, beside a block, and beside ``lb``.
``xml:space="preserve"`` on a block keeps its own text as it is; notes and blocks inside it are read by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Set

from teiconv.formats.tei.write import RUNNING
from teiconv.layout.canon import BLOCKS
from teiconv.model import Content, Element, Node

IsRunning = Callable[[Element], bool]
"""Whether text may run in an element; where it may not, white space between its children means nothing."""

_WHITE = re.compile(r"[ \t\r\n]+")
_XML_WHITE = " \t\r\n"
_OWN_BLOCKS = frozenset({*BLOCKS, "cell"})


_NOTES = frozenset({"note"})
_APART = frozenset({"note", "gap"})


def fold(
    root: Element,
    blocks: Set[str],
    is_running: IsRunning,
    *,
    apart: Set[str] = _APART,
    keeps_end: Set[str] = frozenset(),
) -> Element:
    """Return ``root`` with canonical white space.

    ``blocks`` are the names of elements that begin a line, ``apart`` of those in a line that are read by themselves,
    ``keeps_end`` of those that keep a blank at their end, and say so with ``xml:space``.
    """
    return _Folder(blocks, is_running, apart, keeps_end).block(root)


def canonical(root: Element) -> Element:
    """Return ``root``, a tree that we wrote, with canonical white space: only its indentation is taken away.

    The wording of a ``gap`` is text of the line: it may begin or end with a blank.
    """
    return fold(root, _OWN_BLOCKS, _runs, apart=_NOTES)


def _runs(node: Element) -> bool:
    if node.name in RUNNING:
        return True
    for child in node.content:  # a loop, which takes half as long as ``any`` over a generator
        if isinstance(child, str) and not child.isspace():
            return True
    return False


class _Folder:
    """Walks a tree in document order; ``_swallows`` says that a blank here would follow another, or an edge."""

    def __init__(self, blocks: Set[str], is_running: IsRunning, apart: Set[str], keeps_end: Set[str]) -> None:
        self._blocks = blocks
        self._apart = apart
        self._is_running = is_running
        self._keeps_end = keeps_end
        self._swallows = True
        self._open: list[list[Node]] = []  # what the block has so far, and each phrase that is open in it

    def block(self, node: Element) -> Element:
        """Return ``node`` as a block of its own, and leave the walk at its edge."""
        self._swallows = True
        if not node.content:
            return node
        around, self._open = self._open, []
        if not self._is_running(node):
            content: list[Node] = [self.block(child) for child in node.content if not isinstance(child, str)]
        elif node.get("xml:space") == "preserve":
            content = self._kept(node.content)
        else:
            content = self._contents(node.content)
            stripped = strip_end(content)
            if stripped is not content and node.name in self._keeps_end:
                node = node.having(xml_space="preserve")
            else:
                content = stripped
        self._open = around
        self._swallows = True
        return node.containing(content)

    def _contents(self, content: Content) -> list[Node]:
        out: list[Node] = []
        self._open.append(out)
        for child in content:
            if isinstance(child, str):
                text = self._text(child)
                if text:
                    out.append(text)
            elif child.name in self._blocks:
                self._strip_open()
                out.append(self.block(child))
            elif child.name == "lb":
                self._strip_open()
                out.append(child)
                self._swallows = True
            elif child.name in self._apart:
                out.append(self.block(child))
                self._swallows = False
            elif child.content:
                out.append(self._phrase(child))
            else:
                out.append(child)
                self._swallows &= child.name not in _SHOWN
        self._open.pop()
        return out

    def _phrase(self, node: Element) -> Element:
        content = node.content
        if len(content) > 1 or not isinstance(content[0], str):
            return node.containing(self._contents(content))
        text = self._text(content[0])
        return node if text == content[0] else node.containing((text,) if text else ())

    def _strip_open(self) -> None:
        """Take away the blank before a place that breaks the line."""
        for out in reversed(self._open):
            while out:  # the last ones only: a long block is not looked at again and again
                out[-1:] = end = strip_end(out[-1:])
                if end:
                    return

    def _text(self, text: str) -> str:
        if "\n" in text or "  " in text or "\t" in text or "\r" in text:
            text = _WHITE.sub(" ", text)
        if self._swallows and text[0] == " ":
            text = text[1:]
        if text:
            self._swallows = text[-1] == " "
        return text

    def _kept(self, content: Content) -> list[Node]:
        """Return ``content`` with its own strings as they are."""
        out: list[Node] = []
        for child in content:
            if isinstance(child, str) or not child.content:
                out.append(child)
            elif child.name in self._blocks or child.name == "note":
                out.append(self.block(child))
            else:
                out.append(child.containing(self._kept(child.content)))
        return out


def _may_lose_end(node: Element) -> bool:
    """Whether a blank at the end of ``node`` is one at the end of the block that it stands in."""
    return bool(node.content) and node.name not in _OPAQUE and node.get("xml:space") != "preserve"


_OPAQUE = frozenset({"note", "gap"})
_SHOWN = frozenset({"pb", "space"})
"""Empty elements that stand for something in the text."""


def strip_end(content: list[Node]) -> list[Node]:
    """Return ``content`` without the blank at its end, even one inside the last phrase."""
    while content:
        last = content[-1]
        if isinstance(last, str):
            if last[-1] not in _XML_WHITE:
                return content
            if stripped := last.rstrip(_XML_WHITE):
                return [*content[:-1], stripped]
            content = content[:-1]
        elif _may_lose_end(last):
            inner = strip_end(list(last.content))
            is_same = len(inner) == len(last.content) and inner[-1] is last.content[-1]
            return content if is_same else [*content[:-1], last.containing(inner)]
        else:
            return content
    return content
