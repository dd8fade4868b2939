"""Notices of withheld text as the series prints them: ``gap`` ⇄ ``[<hi rend="italic">text not declassified</hi>]``.

The attributes of the ``gap`` follow from its wording and are made anew on the way back.  ``[sic]`` is in italics,
too; other remarks in brackets are not (1,618 of 1,942 notices and 25 of 31 ``sic`` in the reference corpus, and of
300 other remarks one).  The source of a withheld document is plain text (122 of 122).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from teiconv.conventions.frus.gaps import REASON, UNBRACKETED, is_withheld_document, with_withheld_document, withheld
from teiconv.model import Content, Element, Node, element, flatten, joined, plain

_SIC = re.compile(r"(?<=\[)[Ss]ic\b[^][]*(?=\])")


def italic_notice(gap: Element) -> Content:
    """Return the notice of ``gap`` as running text, of the series in italics; the gap itself where it has no words."""
    wording = _wording(gap)
    if not wording:
        return (gap,)
    is_italic = gap.get("reason") == REASON and not is_withheld_document(f"[{flatten(wording)}]")
    notice: Content = (element("hi", *wording, rend="italic"),) if is_italic else wording
    return notice if gap.get("rend") == UNBRACKETED else joined(["[", *notice, "]"])


def italic_sic(content: Content) -> Content:
    """Return the content of a ``metamark`` with ``[sic]`` in italics."""
    return joined(piece for node in content for piece in (_with_sic(node) if isinstance(node, str) else (node,)))


def with_gaps(content: Content) -> Content:
    """Return ``content`` with a ``gap`` for each notice in italics, and other italics in brackets as plain text."""
    if not any(_is_italic(node) for node in content):
        return with_withheld_document(Element("p", tuple(content))).content
    out: list[Node] = []
    for index, node in enumerate(content):
        if isinstance(node, Element) and _is_italic(node):
            following = content[index + 1] if index + 1 < len(content) else ""
            out.extend(_read(node, is_bracketed=_ends(out, "[") and _starts(following, "]")))
        else:
            out.append(node)
    return joined(_without_brackets(out))


def _read(hi: Element, *, is_bracketed: bool) -> Content:
    attributes = withheld(plain(hi.content))
    if attributes is None:
        return hi.content if is_bracketed else (hi,)
    has_breaks = any(isinstance(node, Element) for node in hi.content)
    wording = (element("hi", *hi.content),) if has_breaks else hi.content
    rend = None if is_bracketed else UNBRACKETED
    return (element("gap", element("desc", *wording), reason=REASON, **attributes, rend=rend),)


def _without_brackets(nodes: list[Node]) -> Iterator[Node]:
    """Yield ``nodes`` without the brackets around each ``gap``, which writes its own."""
    for index, node in enumerate(nodes):
        if isinstance(node, str):
            if index and _is_bracketed_gap(nodes[index - 1]):
                node = node.removeprefix("]")
            if index + 1 < len(nodes) and _is_bracketed_gap(nodes[index + 1]):
                node = node.removesuffix("[")
        yield node


def _is_bracketed_gap(node: Node) -> bool:
    return isinstance(node, Element) and node.name == "gap" and bool(node.content) and not node.get("rend")


def _is_italic(node: Node) -> bool:
    return isinstance(node, Element) and node.name == "hi" and node.get("rend") == "italic"


def _ends(nodes: list[Node], bracket: str) -> bool:
    return bool(nodes) and isinstance(nodes[-1], str) and nodes[-1].endswith(bracket)


def _starts(node: Node, bracket: str) -> bool:
    return isinstance(node, str) and node.startswith(bracket)


def _wording(gap: Element) -> Content:
    descriptions = (node for node in gap.content if isinstance(node, Element) and node.name == "desc")
    return joined(piece for description in descriptions for piece in _without_hi(description.content))


def _without_hi(content: Content) -> Iterable[Node]:
    for node in content:
        if isinstance(node, Element) and node.name == "hi":
            yield from _without_hi(node.content)
        else:
            yield node


def _with_sic(text: str) -> Iterator[Node]:
    done = 0
    for mark in _SIC.finditer(text):
        yield text[done : mark.start()]
        yield element("hi", mark[0], rend="italic")
        done = mark.end()
    yield text[done:]
