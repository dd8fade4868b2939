"""Names for what others point to: ``xml:id`` of the document, its notes and pages, and what kind of note each is.

Ids are those of the series: ``d633``, ``d633fn1``, ``pg_12``; where a number comes twice, the second has ``-2``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from teiconv.metadata.archive import read_note
from teiconv.metadata.rules import HeaderRules
from teiconv.model import Element, Node, plain, transform
from teiconv.regex import regex

_NAMED = frozenset({"pb", "note", "seg"})
_NUMBER = regex(r"[0-9]+[a-z]?\Z")
_ID = regex(r"[A-Za-z_][\w.-]*\Z")


def document_id(identifier: str | None, number: str | None) -> str:
    """Return the ``xml:id`` of a document: the one asked for, or else that of its number, or ``document``."""
    return identifier or (f"d{number}" if number else "document")


def identify(body: Element, identifier: str, rules: HeaderRules) -> Element:
    """Return ``body`` with an ``xml:id`` for each note and page, and the kinds of its notes and of its markings."""
    body = _with_kinds(body, rules.is_source)
    used: Counter[str] = Counter()
    position = 0

    def named(node: Element) -> Element:
        nonlocal position
        if node.name not in _NAMED:
            return node
        if node.name == "pb" and (page := _page_id(node)):
            return node.having(xml_id=_unique(page, used))
        if node.name == "note" and node.get("n"):
            position += 1
            label = node.get("n") or ""
            name = label if _NUMBER.match(label) else str(position)
            return node.having(xml_id=_unique(f"{identifier}fn{name}", used), place="foot")
        if node.name == "seg" and not node.attributes and (kind := rules.kind_of_line(plain(node.content))):
            return node.having(type=kind)
        return node

    return transform(body, named)


def _page_id(pb: Element) -> str | None:
    """Return the ``xml:id`` of a page: its own, or that of its number."""
    of_number = f"pg_{pb.get('n')}"
    return pb.get("xml:id") or (of_number if _ID.match(of_number) and pb.get("n") else None)


def _unique(name: str, used: Counter[str]) -> str:
    used[name] += 1
    return name if used[name] == 1 else f"{name}-{used[name]}"


def _with_kinds(body: Element, is_source: Callable[[str], bool]) -> Element:
    """Return ``body`` with its source note marked, and the editors' summary of its text after it."""
    content = list(body.content)
    for index, block in enumerate(content):
        if isinstance(block, Element) and block.name == "head":
            content[index] = block.containing(_kinds(block.content, is_source))
            break
    return body.containing(content)


def _kinds(content: tuple[Node, ...], is_source: Callable[[str], bool]) -> list[Node]:
    """Mark the first note of a head that cites an archive as ``source``, one directly after it as ``summary``."""
    out: list[Node] = []
    after_source = False
    for node in content:
        if isinstance(node, Element) and node.name == "note":
            if after_source:
                node, after_source = node.having(type="summary"), False
            elif is_source(read_note(node.content).lstrip(" [")):  # in brackets for a document that is withheld
                node, after_source = node.having(type="source"), True
        elif node != " ":
            after_source = False
        out.append(node)
    return out
