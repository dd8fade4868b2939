"""What all notations of running text have in common: a stretch of text that is an element, and says it again.

A notation is used only where writing what it read gives the very same stretch; anything else stays text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from teiconv.model import Content, Element, Node


class Notation(NamedTuple):
    """A notation, both ways: ``[Page 12]`` ⇄ ``<pb n="12" xml:id="pg_12"/>``.

    ``hint`` stands in every text that holds the notation: where it is missing, nothing is searched.  So does a match of
    ``sign``, for a ``pattern`` that takes long to search.
    ``read`` returns ``None`` if the match is not this notation after all, ``write`` if the element (a ``tag``)
    belongs to another one.  ``pattern`` must take linear time on any text.
    """

    name: str
    hint: str
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], Element | None]
    tag: str
    write: Callable[[Element], str | None]
    sign: re.Pattern[str] | None = None

    def may_be_in(self, text: str) -> bool:
        """Whether the notation may be in ``text``: it is worth searching."""
        return self.hint in text and (self.sign is None or self.sign.search(text) is not None)

    def alone(self, line: str) -> Element | None:
        """Return the element that ``line`` is, if it is the notation and nothing else."""
        match = self.pattern.fullmatch(line) if self.hint in line else None
        return self.read(match) if match else None


def read(text: str, notations: Sequence[Notation]) -> Content:
    """Return ``text`` with an element for each stretch that one of ``notations`` knows, earlier ones first."""
    content: list[Node] = [text] if text else []
    for notation in notations:
        if notation.hint in text:
            content = [piece for node in content for piece in _pieces(node, notation)]
    return tuple(content)


def apply(node: Element, notations: Sequence[Notation]) -> Element:
    """Return ``node`` with its text, and that of all elements in it, read by ``notations``; a ``gap`` is read."""
    content: list[Node] = []
    changed = False
    for child in node.content:
        if not isinstance(child, str):
            new = apply(child, notations) if child.content and child.name != "gap" else child
            changed |= new is not child
            content.append(new)
        elif _is_hinted(child, notations):
            pieces = read(child, notations)
            changed |= len(pieces) != 1 or pieces[0] is not child
            content += pieces
        else:
            content.append(child)
    return node.containing(content) if changed else node


def _is_hinted(text: str, notations: Sequence[Notation]) -> bool:
    for notation in notations:  # a loop, since every piece of text is asked
        if notation.hint in text:
            return True
    return False


def hinted(text: str | None, notations: Sequence[Notation]) -> Sequence[Notation]:
    """Return those of ``notations`` that may be in a document of this ``text``; all where it is not known."""
    return notations if text is None else [notation for notation in notations if notation.hint in text]


def write(node: Element, notations: Sequence[Notation]) -> str | None:
    """Return the text of ``node`` in the first of ``notations`` that knows it, or ``None``."""
    for notation in notations:
        if notation.tag == node.name:
            text = notation.write(node)
            if text is not None:
                return text
    return None


def _pieces(node: Node, notation: Notation) -> Iterator[Node]:
    if not isinstance(node, str) or not notation.may_be_in(node):
        yield node
        return
    done = position = 0
    while match := notation.pattern.search(node, position):
        found = notation.read(match)
        if found is None or notation.write(found) != match[0]:
            position = match.start() + 1  # a notation may begin inside what only looked like one
            continue
        if match.start() > done:
            yield node[done : match.start()]
        yield found
        done = position = match.end()
    if done < len(node):
        yield node[done:]
