"""A document as it is looked at for advice: its text by lines, its tree, and what is written in neither."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from teiconv.document.record import Document
from teiconv.model import Element, elements_named
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

    def named(self, name: str) -> list[Element]:
        """Return the elements of the body that have that name, in document order."""
        return elements_named(self.body, {name})

    @cached_property
    def plain_strings(self) -> Sequence[str]:
        """The running text that no notice and no remark of the editors holds, piece by piece."""
        strings: list[str] = []
        _add_strings(strings, self.body)
        return strings

    def line_of(self, words: str) -> int:
        """Return the number of the first line that holds ``words``, or 1."""
        start = words.split("\n", 1)[0]
        return next((self.number(index) for index, line in enumerate(self.lines) if start in line), self.number(0))

    def number(self, index: int) -> int:
        """Return the number in the file, from 1, of the line ``index`` of the text."""
        return self._above + index + 1


def _add_strings(strings: list[str], node: Element) -> None:
    for child in node.content:
        if isinstance(child, str):
            strings.append(child)
        elif child.content and child.name not in _KNOWN:
            _add_strings(strings, child)
