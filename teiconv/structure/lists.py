"""Bulleted lists, nested by indentation, and lists of labels: ``  • text``, and ``(1)`` over its text.

The canonical form is in ``docs/design.md``: an item of level *n* begins with 2·*n* blanks and a bullet, and
whatever else it holds is indented by 2·*n* + 2.  An item that stands over a list of its own, with an empty line
between (``  • United States``, and the members of the delegation), is the ``head`` of that list.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from teiconv.grammar.labels import LABEL, Styles, begins_list, is_label, styles
from teiconv.layout.lines import running
from teiconv.model import Element, element, plain
from teiconv.regex import regex

_BULLET = regex(r"( {2,60})• (?=\S)")


def level(line: str) -> int:
    """Return how deep the item is that begins with ``line`` (from 1), or 0 if none does."""
    bullet = _BULLET.match(line) if line.startswith("  ") else None
    return len(bullet[1]) // 2 if bullet and len(bullet[1]) % 2 == 0 else 0


def read_bullets(lines: Sequence[str], apart: frozenset[int] = frozenset()) -> Element | None:
    """Return the list that ``lines`` are, or ``None`` where a line is no part of one.

    ``apart`` are the indices of lines that an empty line stands before.
    """
    depth = level(lines[0])
    if not depth:
        return None
    taken, found = _Reader(lines, apart).bullets(0, depth)
    return found if found is not None and taken == len(lines) else None


def read_labels(lines: Sequence[str]) -> Element | None:
    """Return the list of labels and items that ``lines`` are, or ``None``."""
    if len(lines) < 2 or not LABEL.match(lines[0]):
        return None
    taken, found = _Reader(lines, frozenset()).labels(0, 0)
    return found if found is not None and taken == len(lines) else None


class _Reader(NamedTuple):
    """Reads lists from ``lines``; each method takes the line to begin at and returns the line after what it read."""

    lines: Sequence[str]
    apart: frozenset[int]

    def bullets(self, index: int, depth: int) -> tuple[int, Element | None]:
        """Read a list whose items are ``depth`` deep."""
        items: list[Element] = []
        while depth and self._level(index) == depth and (not items or self._follows(index, depth)):
            index, item = self._item(index, depth)
            items.append(item)
        return index, element("list", *items) if items else None

    def labels(self, index: int, depth: int, around: Styles = frozenset()) -> tuple[int, Element | None]:
        """Read a list of labels inside an item ``depth`` deep (0: a list on its own).

        One that begins to count in another way is a list inside the item before it, until one of ``around``, the
        ways of the lists that this one stands in, goes on.
        """
        children: list[Element] = []
        ways: Styles = frozenset()
        while (label := self._label(index, depth)) is not None:
            own = styles(label, plain(children[-2].content) if children else None)
            if children and own and not own & ways:
                if own & around:
                    break
                if begins_list(label):
                    index, inner = self.labels(index, depth, around | ways)
                    children[-1] = _with_list(children[-1], inner)
                    continue
            ways = (ways & own) or own or ways
            index, item = self._labelled(index + 1, depth)
            children += [element("label", label), item]
        return index, element("list", *children) if children else None

    def _labelled(self, index: int, depth: int) -> tuple[int, Element]:
        """Read the item after a label."""
        index, own = self._own_lines(index, depth)
        taken, inner = self.bullets(index, depth + 1)
        return taken, _with_list(running("item", own), inner)

    def _item(self, index: int, depth: int) -> tuple[int, Element]:
        first = self.lines[index].lstrip(" ")[2:]
        index, more = self._own_lines(index + 1, depth)
        if index in self.apart and self._level(index) == depth + 1:
            return self._headed(index, depth, [first, *more])
        item = running("item", [first, *more])
        while True:
            taken, inner = self.bullets(index, depth + 1) if index not in self.apart else (index, None)
            if inner is None:
                taken, inner = self.labels(index, depth)
            if inner is None:
                return index, item
            item, index = item.containing([*item.content, inner]), taken

    def _headed(self, index: int, depth: int, lines: list[str]) -> tuple[int, Element]:
        taken, inner = self.bullets(index, depth + 1)
        assert inner is not None
        return taken, element("item", inner.containing([running("head", lines), *inner.content]))

    def _follows(self, index: int, depth: int) -> bool:
        """Whether the item at ``index`` has an empty line before it just where it is the head of a list."""
        after = index + 1
        is_headed = after in self.apart and self._level(after) == depth + 1
        return (index in self.apart) == is_headed

    def _own_lines(self, index: int, depth: int) -> tuple[int, list[str]]:
        """Read the lines of running text of an item, without their indentation."""
        indent = _indent(depth)
        own: list[str] = []
        while index < len(self.lines) and index not in self.apart and self.lines[index].startswith(indent):
            if self._level(index) or self._label(index, depth) is not None:
                break
            own.append(self.lines[index].removeprefix(indent))
            index += 1
        return index, own

    def _label(self, index: int, depth: int) -> str | None:
        """Return the line if it is a label, and a line of the same item follows it."""
        indent = _indent(depth)
        if index + 1 >= len(self.lines) or {index, index + 1} & self.apart:
            return None
        line, following = self.lines[index], self.lines[index + 1]
        label = line.removeprefix(indent)
        if not line.startswith(indent) or not is_label(label):
            return None
        return label if following.startswith(indent) and not is_label(following.removeprefix(indent)) else None

    def _level(self, index: int) -> int:
        return level(self.lines[index]) if index < len(self.lines) else 0


def _with_list(item: Element, inner: Element | None) -> Element:
    return item if inner is None else item.containing([*item.content, inner])


def _indent(depth: int) -> str:
    return " " * (2 * depth + 2) if depth else ""
