"""Where words stand: the text of a document, and the way from its characters to the tree and back.

A decision is about words of the text.  The tree has them in runs (:mod:`teiconv.names.runs`): a :class:`TextMap` tells
which stretch of which run a stretch of the text is, and which elements stand there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from teiconv.layout.canon import CANON, Canon
from teiconv.layout.leaf import WriteInline
from teiconv.layout.positions import HOLDERS, stretches
from teiconv.model import OPAQUE, Element, Node
from teiconv.model.elements import APART
from teiconv.names.runs import carries_text


class Stretch(NamedTuple):
    """Characters ``start`` to ``end`` of the run of that number."""

    run: int
    start: int
    end: int


class Standing(NamedTuple):
    """An element, or a string of running text: its characters in the text, and its stretch of a run."""

    node: Node
    start: int
    end: int
    stretch: Stretch


class TextMap:
    """The text of a division, and where in it each string and each inline element stands."""

    def __init__(self, body: Element, write_inline: WriteInline, canon: Canon = CANON) -> None:
        self.text, found = stretches(body, is_inline, write_inline, canon)
        in_runs = _Walk(body).found
        self.standing = [
            Standing(node, *at, stretch)
            for (node, at), stretch in zip(found, in_runs, strict=True)
            if at is not None and stretch is not None
        ]

    @cached_property
    def strings(self) -> list[Standing]:
        """The strings of running text, in the order of the text."""
        return sorted((one for one in self.standing if isinstance(one.node, str)), key=lambda one: one.start)

    def elements(self, names: frozenset[str]) -> Iterator[Standing]:
        """Yield the inline elements of those names, in document order."""
        return (one for one in self.standing if isinstance(one.node, Element) and one.node.name in names)

    def stretch(self, start: int, end: int) -> Stretch | None:
        """Return which stretch of a run the characters are; ``None`` if they lie in several runs, or in none."""
        within = [one for one in self.strings if one.start < end and start < one.end]
        if not within or len({one.stretch.run for one in within}) > 1:
            return None
        first, last = within[0], within[-1]
        if first.start > start or last.end < end:
            return None
        return Stretch(
            first.stretch.run, first.stretch.start + start - first.start, last.stretch.start + end - last.start
        )


def occurrences(words: str, text: str) -> list[tuple[int, int]]:
    """Return where in ``text`` the ``words`` stand: whole words, with any white space between them.

    A numeral that calls a note may be glued to a word.
    """
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    before, after = f"(?<!{_kind(words[0])})", f"(?!{_kind(words[-1])})"
    found = [match.span() for match in re.finditer(before + pattern + after, text)]
    return found or [match.span() for match in re.finditer(pattern, text)]


def _kind(character: str) -> str:
    """Return the pattern of characters that would go on with a word, or a number, that ends in ``character``."""
    return r"\d" if character.isdigit() else r"[^\W\d_]" if character.isalpha() else r"[^\W\w]"


def is_inline(node: Node) -> bool:
    """Whether ``node`` is a part of running text, and not a block or white space."""
    if isinstance(node, str):
        return True
    return node.name not in APART and not (node.name == "note" and node.get("rend") == "inline")


class _Walk:
    """Walks a tree as :func:`stretches` does, and finds in which stretch of a run each node stands."""

    def __init__(self, root: Element) -> None:
        self.found: list[Stretch | None] = []
        self._runs = -1
        self._enter(root)

    def _enter(self, node: Element) -> None:
        """Walk through an element that is a run of its own, or holds such."""
        if carries_text(node):
            self._runs += 1
            self._content(node, self._runs, 0)
        else:
            self._content(node, None, 0)

    def _content(self, node: Element, run: int | None, position: int) -> int:
        """Walk through the content of ``node``, part of the ``run``; return where in that it ends."""
        for child in node.content:
            number, is_listed = len(self.found), node.name not in HOLDERS and is_inline(child)
            if is_listed:
                self.found.append(None)
            end = self._child(child, run, position)
            if is_listed and run is not None:
                self.found[number] = Stretch(run, position, end)
            position = end
        return position

    def _child(self, child: Node, run: int | None, position: int) -> int:
        if isinstance(child, str):
            return position + len(child)
        if child.name not in OPAQUE:
            return self._content(child, run, position)
        self._enter(child)
        return position + 1
