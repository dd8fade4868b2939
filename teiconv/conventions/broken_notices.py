"""Notices that a line end or a page cuts in two: ``[2 lines`` / ``not declassified]`` is one ``gap``.

Notations are read in one line at a time.  Here the pieces of a notice are put together again, with the line breaks,
blanks and page numbers between them, inside its ``desc``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from teiconv.conventions.frus.gaps import REASON, UNBRACKETED, gap_over
from teiconv.layout.lines import Placed
from teiconv.model import Content, Element, Node, joined, plain
from teiconv.structure.draft import Pass, on_blocks

_BETWEEN = frozenset({"lb", "space", "pb", "fw"})
_MOST_PIECES = 14
_LONGEST = 200
"""Characters of a notice."""
_RUNNING = frozenset({"p", "ab", "item", "quote", "seg", "note"})


def join_notices(blocks: Sequence[Placed]) -> Sequence[Placed]:
    """Make one ``gap`` of each notice that a line end or a page divides."""
    are_open = [_is_left_open(placed.block) for placed in blocks]
    if not any(are_open):
        return blocks
    return [
        placed.with_block(_rewritten(placed.block, _with_whole_notices)) if is_open else placed
        for placed, is_open in zip(blocks, are_open, strict=True)
    ]


def _is_left_open(node: Element) -> bool:
    """Whether a piece of text in ``node`` opens a bracket that it does not close: hardly any block has one."""
    for child in node.content:
        if isinstance(child, str):
            if "[" in child and child.rfind("[") > child.rfind("]"):
                return True
        elif child.content and _is_left_open(child):
            return True
    return False


JOINS_NOTICES = Pass("broken notices", on_blocks(join_notices))


def _rewritten(node: Element, change: Callable[[Content], Content]) -> Element:
    """Return ``node`` with ``change`` applied to the running text in it, but for bulleted lists, which are indented."""
    if node.name == "table" or (node.name == "list" and node.get("rend") != "run-in"):
        return node
    if node.name in _RUNNING:
        content = change(node.content)
        return node if content is node.content else node.containing(content)
    content = tuple(_rewritten(child, change) if isinstance(child, Element) else child for child in node.content)
    return node if content == node.content else node.containing(content)


def _with_whole_notices(content: Content) -> Content:
    out: list[Node] = []
    index, changed = 0, False
    while index < len(content):
        found = _notice_at(content, index)
        if found is None:
            out.append(content[index])
            index += 1
            continue
        pieces, index = found
        out += pieces[:-1]
        content = (*content[:index], pieces[-1], *content[index:])  # what follows may open another notice
        changed = True
    return joined(out) if changed else content


def _notice_at(content: Content, index: int) -> tuple[tuple[Node, ...], int] | None:
    """Return the text before, the ``gap`` and the text after the notice that opens in the string at ``index``."""
    first = content[index]
    if not isinstance(first, str) or first.rfind("[") <= first.rfind("]"):
        return None
    start = first.rfind("[")
    inner: list[Node] = [first[start + 1 :]]
    for position in range(index + 1, min(len(content), index + _MOST_PIECES)):
        node = content[position]
        if isinstance(node, Element):
            if node.name not in _BETWEEN and not _lacks_bracket(node):
                return None
            inner += _wording(node) if node.name == "gap" else [node]
            continue
        end = node.find("]")
        if "[" in node[: end if end >= 0 else None]:
            return None
        inner.append(node[:end] if end >= 0 else node)
        if end >= 0:
            gap = gap_over(joined(inner)) if len(plain(inner)) <= _LONGEST else None
            return ((first[:start], gap, node[end + 1 :]), position + 1) if gap is not None else None
    return None


def _lacks_bracket(gap: Element) -> bool:
    """Whether ``gap`` is the rest of a notice whose bracket opens in the line above: ``[less than`` / ``1 line …]``."""
    return gap.name == "gap" and gap.get("rend") == UNBRACKETED and gap.get("reason") == REASON


def _wording(gap: Element) -> Content:
    return tuple(node for desc in gap.content if isinstance(desc, Element) for node in desc.content)
