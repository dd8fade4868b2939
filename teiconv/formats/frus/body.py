"""The text of a document ⇄ the text as the series encodes it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from teiconv.conventions.frus.editorial import with_remarks
from teiconv.conventions.frus.gaps import GAPS, READ_BY
from teiconv.formats.frus.conventions import TIGHT, read_conventions, write_conventions
from teiconv.formats.frus.divisions import arranged, read_division
from teiconv.formats.frus.italics import italic_notice, italic_sic, with_gaps
from teiconv.formats.frus.vocabulary import ATTRIBUTES, CLASSIFICATION, RENDS
from teiconv.formats.losses import LossCounter
from teiconv.formats.tei.fold import canonical
from teiconv.layout.notation import apply
from teiconv.model import BLOCKS, Content, Element, Node, element, joined, rewrite, transform

_IDENTIFIER = re.compile(r"d([1-9]\d*)")


class BodyWriter:
    """Writes the tree of a text as the series has it, and counts what is left out."""

    def __init__(self, losses: LossCounter) -> None:
        self._losses = losses

    def document(self, body: Element) -> Element:
        """Return the ``div`` of a document; its number is that of its identifier if its title has none."""
        if body.get("n") is None and (match := _IDENTIFIER.fullmatch(body.get("xml:id") or "")):
            body = body.having(n=match[1])
        body = write_conventions(body.containing(self.content(body.content)))
        return self._limited(arranged(body, self._losses))

    def content(self, content: Iterable[Node]) -> Content:
        """Return ``content`` as the series has it."""
        return joined(piece for node in content for piece in self._pieces(node))

    def _pieces(self, node: Node) -> Content:
        if isinstance(node, str):
            return (node,)
        if node.name == "gap":
            return self._notice(node)
        node = write_conventions(node.containing(self.content(node.content)) if node.content else node)
        if node.name == "div":
            node = arranged(node, self._losses)
        if node.name in ATTRIBUTES:
            return (self._limited(node),)
        self._losses.add(node.name)
        if node.name in BLOCKS:
            return (element("p", *node.content, rendition=f"#{TIGHT}"),)
        return italic_sic(node.content) if node.get("function") == "sic" else node.content

    def _notice(self, gap: Element) -> Content:
        notice = italic_notice(gap)
        if notice == (gap,):
            return (self._limited(gap),)
        self._losses.add("gap")
        return self.content(notice)

    def _limited(self, node: Element) -> Element:
        """Return ``node`` with such attributes only as the series has for it."""
        pairs = tuple(pair for pair in node.attributes if _is_permitted(node.name, *pair))
        if len(pairs) == len(node.attributes):
            return node
        for key, value in node.attributes:
            if (key, value) not in pairs:
                self._losses.add(f"{node.name}/@{key}")
        return Element(node.name, node.content, pairs)


def _is_permitted(name: str, key: str, value: str) -> bool:
    if key not in ATTRIBUTES[name]:
        return False
    return key != "rend" or name not in RENDS or value in RENDS[name]


def from_frus(div: Element, conventions: str) -> Element:
    """Return the canonical tree of a document that :func:`~teiconv.formats.frus.to_frus` wrote.

    ``div`` has all the white space of its XML; its text was read by ``conventions``.
    """
    body = canonical(transform(div, _read))
    if conventions in READ_BY:
        body = apply(transform(body, lambda node: node.containing(with_gaps(node.content))), GAPS)
    return rewrite(body, with_remarks)


def _read(node: Element) -> Element:
    if any(isinstance(child, Element) and child.name == CLASSIFICATION for child in node.content):
        node = node.containing(joined(_unmarked(node.content)))
    return read_division(read_conventions(node))


def _unmarked(content: Content) -> Iterator[Node]:
    for child in content:
        if isinstance(child, Element) and child.name == CLASSIFICATION:
            yield from child.content
        else:
            yield child
