"""Bulleted lists, nested by indentation, and lists of labels: ``  • text`` and ``(1)`` over its text.

The canonical form is in ``docs/design.md``: an item of level *n* begins with 2·*n* blanks and a bullet, and
whatever else it holds is indented by 2·*n* + 2.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from teiconv.blocks.running import running
from teiconv.model import Element, element

_BULLET = re.compile(r"( {2,})• (?=\S)")
_LABEL = re.compile(r"[“\"‘(\[]?(?:\d{1,3}|[a-zA-Z]|[ivxlIVXL]{1,6}|[–—•*-])[.):\]]{0,2}\Z")
_SURE_LABEL = re.compile(r"[“\"‘]?(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivxl]{1,6})\)|(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})\.)\Z")


def read_bullets(lines: Sequence[str]) -> Element | None:
    """Return the list that ``lines`` are, or ``None`` where a line is no part of one."""
    taken, found = _list_at(lines, 0, 1)
    return found if found is not None and taken == len(lines) else None


def read_labels(lines: Sequence[str]) -> Element | None:
    """Return the list of labels and items that ``lines`` are, or ``None``."""
    if len(lines) < 2 or not _SURE_LABEL.match(lines[0]):
        return None
    taken, found = _labels_at(lines, 0, 0)
    return found if found is not None and taken == len(lines) else None


def _list_at(lines: Sequence[str], start: int, level: int) -> tuple[int, Element | None]:
    """Return the list of that level that begins at line ``start``, and the line after it."""
    items: list[Element] = []
    index = start
    while index < len(lines) and _level(lines[index]) == level:
        index, item = _item_at(lines, index, level)
        items.append(item)
    return index, element("list", *items) if items else None


def _level(line: str) -> int:
    bullet = _BULLET.match(line)
    return len(bullet[1]) // 2 if bullet and len(bullet[1]) % 2 == 0 else 0


def _item_at(lines: Sequence[str], index: int, level: int) -> tuple[int, Element]:
    indent = " " * (2 * level + 2)
    own = [lines[index][len(indent) :]]
    index += 1
    while index < len(lines) and lines[index].startswith(indent) and not _begins_inner(lines, index, level):
        own.append(lines[index][len(indent) :])
        index += 1
    item = running("item", own)
    while index < len(lines):
        taken, inner = _inner_at(lines, index, level)
        if inner is None:
            break
        item, index = item.containing([*item.content, inner]), taken
    return index, item


def _begins_inner(lines: Sequence[str], index: int, level: int) -> bool:
    return _level(lines[index]) == level + 1 or _label_at(lines, index, level) is not None


def _inner_at(lines: Sequence[str], index: int, level: int) -> tuple[int, Element | None]:
    taken, inner = _list_at(lines, index, level + 1)
    return (taken, inner) if inner is not None else _labels_at(lines, index, level)


def _label_at(lines: Sequence[str], index: int, level: int) -> str | None:
    """Return the label that stands alone on a line, followed by a line of the same list."""
    indent = " " * (2 * level + 2) if level else ""
    line = lines[index][len(indent) :]
    if not lines[index].startswith(indent) or not _SURE_LABEL.match(line) or index + 1 == len(lines):
        return None
    following = lines[index + 1]
    return line if following.startswith(indent) and not _LABEL.match(following[len(indent) :]) else None


def _labels_at(lines: Sequence[str], start: int, level: int) -> tuple[int, Element | None]:
    """Return the list of labels inside an item of ``level`` (0: on its own) that begins at line ``start``."""
    indent = " " * (2 * level + 2) if level else ""
    children: list[Element] = []
    index = start
    while index < len(lines) and (label := _label_at(lines, index, level)) is not None:
        index += 1
        own: list[str] = []
        while index < len(lines) and lines[index].startswith(indent) and _is_text_of_label(lines, index, level):
            own.append(lines[index][len(indent) :])
            index += 1
        item = running("item", own)
        taken, inner = _list_at(lines, index, level + 1)
        if inner is not None:
            item, index = item.containing([*item.content, inner]), taken
        children += [element("label", label), item]
    return index, element("list", *children) if children else None


def _is_text_of_label(lines: Sequence[str], index: int, level: int) -> bool:
    return not _level(lines[index]) and _label_at(lines, index, level) is None
