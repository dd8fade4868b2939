"""Document → a page to read: plain HTML without scripts or styles of its own, for notebooks and previews."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from teiconv.model import Element

if TYPE_CHECKING:
    from teiconv.document.record import Document

_TAGS = {
    "head": "h3", "p": "p", "ab": "p", "list": "ul", "item": "li", "label": "b", "table": "table", "row": "tr",
    "cell": "td", "quote": "blockquote", "dateline": "p", "signed": "p", "salute": "p", "persName": "b",
    "gloss": "abbr", "ref": "i", "hi": "i", "lb": "br",
}  # fmt: skip
_EMPTY = frozenset({"br"})
_BESIDE = "color:gray"


def reading_view(document: Document) -> str:
    """Return ``document`` as HTML: its title and facts, its text, its notes as a list."""
    notes: list[Element] = []
    body = "".join(_shown(document.body, notes))
    listed = []
    index = 0
    while index < len(notes):  # a note may call another
        listed.append(f"<li>{''.join(_inside(notes[index], notes))}</li>")
        index += 1
    below = f"<hr><ol>{''.join(listed)}</ol>" if listed else ""
    return f"<article>{_facts(document)}{body}{below}</article>"


def _facts(document: Document) -> str:
    agents = [", ".join(agent.name for agent in side) for side in (document.sender, document.recipients)]
    parts = [document.date.text if document.date else "", document.place or "", " → ".join(filter(None, agents))]
    return f'<p style="{_BESIDE}">{escape(" · ".join(filter(None, parts)))}</p>'


def _shown(node: Element, notes: list[Element]) -> Iterator[str]:
    if node.name == "note" and node.get("rend") != "inline":
        notes.append(node)
        yield f"<sup>{escape(node.get('n') or '*')}</sup>"
    elif node.name == "pb":
        yield f' <span style="{_BESIDE}">[{escape(node.get("n") or "page")}]</span> '
    elif node.name == "gap":
        yield f'<span style="{_BESIDE}">[{"".join(_inside(node, notes))}]</span>'
    elif (tag := _TAGS.get(node.name)) in _EMPTY:
        yield f"<{tag}>"
    elif tag:
        yield f"<{tag}>{''.join(_inside(node, notes))}</{tag}>"
    else:
        yield from _inside(node, notes)


def _inside(node: Element, notes: list[Element]) -> Iterator[str]:
    for child in node.content:
        if isinstance(child, str):
            yield escape(child)
        else:
            yield from _shown(child, notes)
