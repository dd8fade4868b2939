"""``xml:space="preserve"`` on every block whose text XML processors would fold or strip.

(TEI Guidelines, 1.3.1.1.6 “XML whitespace”.)  :mod:`teiconv.formats.tei.fold` is what reads it.
"""

from __future__ import annotations

from teiconv.layout.canon import BLOCKS
from teiconv.model import OBJECT, Content, Element, Node

_EDGE = "\n"
_READ_APART = frozenset({*BLOCKS, "cell"})
_SHOWN = frozenset({"pb", "space"})


def preserve(block: Element) -> Element:
    """Return ``block`` with ``xml:space`` on it, and on each block inside it, where its own text needs that."""
    content = block.content
    if len(content) == 1 and isinstance(content[0], str):  # as most blocks are
        return block.having(xml_space="preserve") if _folds(content[0]) else block
    own: list[str] = []
    content = _content(content, own, apart=block.name == "div")
    if content is not block.content:
        block = block.containing(content)
    return block.having(xml_space="preserve") if _folds("".join(own)) else block


def _folds(text: str) -> bool:
    """Whether XML would lose a blank of ``text``, in which :data:`_EDGE` stands where a line or a block ends."""
    if "  " in text or "\t" in text or text.startswith(" ") or text.endswith(" "):
        return True
    return _EDGE in text and (" \n" in text or "\n " in text)


def _content(content: Content, own: list[str], *, apart: bool) -> Content:
    """Return ``content`` with the blocks in it preserved, and add the text that is not theirs to ``own``.

    ``apart``: whatever stands in it is read by itself, ``fw`` as well.
    """
    changed: list[Node] | None = None
    for index, child in enumerate(content):
        if isinstance(child, str):
            own.append(child)
            continue
        new = preserve(child) if apart and child.content else _child(child, own)
        if new is not child:
            changed = changed or list(content)
            changed[index] = new
    return content if changed is None else tuple(changed)


def _child(child: Element, own: list[str]) -> Element:
    if child.name in _READ_APART or child.name == "lb":
        own.append(_EDGE)
    elif child.name == "note" or child.name in _SHOWN:
        own.append(OBJECT)
    else:
        content = _content(child.content, own, apart=False)
        return child if content is child.content else child.containing(content)
    return preserve(child) if child.content else child
