"""Walking a tree, and rewriting it: what does not change is the very element it was."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set

from teiconv.model.elements import APART, MAY_CARRY_TEXT, NO_PHRASES
from teiconv.model.tree import Element, Node


def descendants(node: Element) -> Iterator[Element]:
    """Yield ``node`` and every element below it, in document order."""
    waiting = [node]
    while waiting:
        node = waiting.pop()
        yield node
        content = node.content
        if len(content) > 1:
            waiting += [child for child in reversed(content) if not isinstance(child, str)]
        elif content and not isinstance(content[0], str):
            waiting.append(content[0])


def elements_named(node: Element, names: Set[str]) -> list[Element]:
    """Return the elements below ``node`` that have one of ``names``, in document order."""
    wanted: list[Element] = []
    _add_named(wanted, node, names)
    return wanted


def _add_named(wanted: list[Element], node: Element, names: Set[str]) -> None:
    for child in node.content:
        if not isinstance(child, str):
            if child.name in names:
                wanted.append(child)
            content = child.content
            if len(content) > 1 or (content and not isinstance(content[0], str)):
                _add_named(wanted, child, names)


def transform(node: Element, change: Callable[[Element], Element]) -> Element:
    """Return the tree with ``change`` applied to every element, the innermost first."""
    content: list[Node] | None = None
    for index, child in enumerate(node.content):
        new = child if isinstance(child, str) else transform(child, change)
        if new is not child:
            content = content or list(node.content)
            content[index] = new
    return change(node if content is None else node.containing(content))


def rewrite(node: Element, change: Callable[[Element], Element], *, notes: bool = True) -> Element:
    """Return the tree with ``change`` applied to every block and note that carries running text, in document order.

    ``change`` sees a block with the blocks inside it as they were, and these are rewritten after it; with
    ``notes=False`` notes are left as they are, except those that are blocks themselves (``rend="inline"``).
    """
    if not notes and node.name == "note" and node.get("rend") != "inline":
        return node
    if node.name in MAY_CARRY_TEXT and _carries_text(node):
        node = change(node)
        if len(node.content) == 1 and isinstance(node.content[0], str):
            return node
    content: list[Node] | None = None
    for index, child in enumerate(node.content):
        if isinstance(child, str) or is_phrase(child):
            continue
        new = rewrite(child, change, notes=notes)
        if new is not child:
            content = content or list(node.content)
            content[index] = new
    return node if content is None else node.containing(content)


def running_blocks(node: Element, *, notes: bool = True) -> list[Element]:
    """Return the blocks and notes that :func:`rewrite` gives to its ``change``, in the same order."""
    found: list[Element] = []
    _add_running(found, node, notes)
    return found


def _add_running(found: list[Element], node: Element, notes: bool) -> None:
    if not notes and node.name == "note" and node.get("rend") != "inline":
        return
    if node.name in MAY_CARRY_TEXT and _carries_text(node):
        found.append(node)
    for child in node.content:
        if not (isinstance(child, str) or is_phrase(child)):
            _add_running(found, child, notes)


def is_phrase(node: Element) -> bool:
    """Tell whether ``node`` is empty, or no block and holds mere text: most elements are, and hold nothing to find."""
    content = node.content
    return not content or (node.name not in NO_PHRASES and len(content) == 1 and isinstance(content[0], str))


def _carries_text(node: Element) -> bool:
    for child in node.content:  # a loop, which takes half as long as ``any`` over a generator
        if isinstance(child, str) or child.name not in APART:
            return True
    return False
