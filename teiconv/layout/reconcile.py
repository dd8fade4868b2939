"""The tree is compared with the text: deviating white space is recorded, and nothing else may differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from typing import TypeAlias

from teiconv.layout.canon import CANON, Canon, explicit_separator
from teiconv.layout.leaf import WriteInline
from teiconv.layout.lines import spacing
from teiconv.layout.render import leaves, render
from teiconv.model import Element, Node
from teiconv.regex import regex

Path: TypeAlias = "tuple[int, ...]"
"""Where a node stands in a tree: its number in each element around it, the outermost first."""

_WHITE = regex(r"[ \t\r\n]*")


class NotTheTextError(Exception):
    """The tree would not give the text back; the caller must make a plainer one."""


def reconcile(div: Element, text: str, write_inline: WriteInline, canon: Canon = CANON) -> Element:
    """Return ``div`` with ``lb`` and ``space`` elements wherever ``text`` deviates from the canonical white space.

    Raises:
        NotTheTextError: more than the white space between blocks would differ.
    """
    deviations: dict[Path, list[Node]] = {}
    position = 0
    says_some = False  # whether the tree says white space of its own, to which what is said here is added
    for leaf in leaves(div, write_inline=write_inline, canon=canon):
        body = leaf.marker + leaf.text
        says_some |= leaf.explicit is not None
        if text.startswith(leaf.canonical + body, position):
            position += len(leaf.canonical) + len(body)
            continue
        start = _end_of_white_space(text, position) - _leading_white_space(body)
        if start <= position or not leaf.path or not text.startswith(body, start):
            raise NotTheTextError(text[position : position + 40])
        deviations[leaf.path] = spacing(_said(text[position:start], leaf.canonical))
        position = start + len(body)
    if position != len(text):
        raise NotTheTextError(text[position : position + 40])
    told = _insert(div, deviations, _above(deviations), ()) if deviations else div
    if says_some and render(told, write_inline=write_inline, canon=canon) != text:
        raise NotTheTextError(text[:40])
    return told


def _said(white: str, canonical: str) -> str:
    """Return what must be said of ``white``: all of it, or the blanks after the ``canonical`` white space."""
    blanks = white.removeprefix(canonical)
    return blanks if explicit_separator(blanks, canonical) == white else white


def _end_of_white_space(text: str, position: int) -> int:
    match = _WHITE.match(text, position)
    return match.end() if match else position


def _leading_white_space(text: str) -> int:
    return _end_of_white_space(text, 0)


def _above(paths: Iterable[Path]) -> Set[Path]:
    """Return the paths of the elements around those at ``paths``."""
    return {path[:length] for path in paths for length in range(1, len(path))}


def _insert(node: Element, deviations: Mapping[Path, list[Node]], around: Set[Path], path: Path) -> Element:
    """Return ``node``, at ``path``, with ``deviations``, each before what has its path; ``around`` are those above."""
    content: list[Node] = []
    for index, child in enumerate(node.content):
        here = (*path, index)
        content += deviations.get(here, ())
        if isinstance(child, Element) and here in around:
            child = _insert(child, deviations, around, here)
        content.append(child)
    return node.containing(content)
