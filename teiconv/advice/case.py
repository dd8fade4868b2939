"""A document as it is looked at for advice: its text by lines, its tree, and what is written in neither."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from teiconv.document.record import Document
from teiconv.model import Element, descendants
from teiconv.regex import regex

_KNOWN = frozenset({"gap", "metamark", "supplied", "ellipsis", "desc", "unclear", "sic"})


class Advice(NamedTuple):
    """What an editor should look at: the kind of check that says so, the line of the text (from 1), and the words."""

    kind: str
    line: int
    message: str

    def __str__(self) -> str:
        """Return the advice in one line, as manifests have it; :data:`TOLD` reads it."""
        return f"line {self.line}: {self.message} ({self.kind})"


TOLD = regex(r"line (?P<line>\d+): (?P<message>.*) \((?P<kind>[a-z]+)\)\Z", re.DOTALL)
"""An :class:`Advice` in one line."""


class Case:
    """A text and the document that was made of it; ``with_persons``: a list of persons was given.

    ``text`` is without the white space at its start, whose lines the form of the document counts.
    """

    def __init__(self, text: str, document: Document, *, with_persons: bool = False) -> None:
        self.text = text
        self._above = document.form.start.count("\n")
        self.lines: Sequence[str] = text.split("\n")
        self.document = document
        self.with_persons = with_persons

    @property
    def body(self) -> Element:
        """The ``div`` of the document."""
        return self.document.body

    @cached_property
    def elements(self) -> Sequence[Element]:
        """All elements of the body, in document order."""
        return tuple(descendants(self.body))

    def has(self, name: str) -> bool:
        """Whether the body holds an element of that name."""
        return any(node.name == name for node in self.elements)

    def plain_strings(self) -> Iterator[str]:
        """Yield the running text that no notice and no remark of the editors holds, piece by piece."""
        yield from _strings(self.body)

    def line_of(self, words: str) -> int:
        """Return the number of the first line that holds ``words``, or 1."""
        start = words.split("\n", 1)[0]
        return next((self.number(index) for index, line in enumerate(self.lines) if start in line), self.number(0))

    def number(self, index: int) -> int:
        """Return the number in the file, from 1, of the line ``index`` of the text."""
        return self._above + index + 1


def _strings(node: Element) -> Iterator[str]:
    for child in node.content:
        if isinstance(child, str):
            yield child
        elif child.name not in _KNOWN:
            yield from _strings(child)
