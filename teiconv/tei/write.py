"""The document tree → XML.  Its inverse is :mod:`teiconv.tei.read`.

Elements that hold only blocks are written one to a line and indented; where text runs, no white space is added.
"""

from __future__ import annotations

import re

from teiconv.model import BLOCKS, Element

TEI_NAMESPACE = "http://www.tei-c.org/ns/1.0"

RUNNING = frozenset(
    """ab abbr add affiliation author byline cell catDesc change corr cutoff date dateline del desc edition emph expan
    extent figDesc foreign forename funder fw gap genName gloss head hi idno item label language licence measure name
    note num occupation opener orgName p persName place placeName principal publisher ptr ref rendition repository
    resp roleName salute seg sic signed speaker supplied surname term time title trailer unclear addName nameLink
    region settlement country state collection choice orig reg closer postscript""".split()
)
"""Elements in which text may run, so that white space counts; they are written without any of our own."""

PRESERVE = "teiconv-preserve"
"""``xml:id`` of the ``rendition`` for a block whose white space counts: the series has no ``xml:space``."""

_HOLDERS = frozenset({"note", "item", "closer", "opener"})  # of text, or of blocks
_ATTRIBUTE_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;", "\t": "&#9;", "\n": "&#10;", '"': "&quot;"}
)


_RESERVED = re.compile(r'[&<>"\r\t\n]')


def serialise(root: Element) -> bytes:
    """Return ``root`` as an XML document in UTF-8, in the TEI namespace, with a line feed at the end."""
    root = Element(root.name, root.content, (("xmlns", TEI_NAMESPACE), *root.attributes))
    parts = ['<?xml version="1.0" encoding="UTF-8"?>\n']
    _write(parts, root, "\n", apart=True)
    return "".join((*parts, "\n")).encode()


def _write(parts: list[str], node: Element, indent: str, *, apart: bool) -> None:
    """Add ``node`` as XML to ``parts``; ``apart`` says that it stands on a line of its own."""
    start = "".join([f' {key}="{_in_quotes(value)}"' for key, value in node.attributes])
    if not node.content:
        parts.append(f"<{node.name}{start}/>")
        return
    parts.append(f"<{node.name}{start}>")
    deeper = indent + "  "
    apart = (apart or node.name in BLOCKS) and stands_apart(node)
    for child in node.content:
        if apart:
            parts.append(deeper)
        if isinstance(child, str):
            parts.append(_escaped(child) if _RESERVED.search(child) else child)
        else:
            _write(parts, child, deeper if apart else indent, apart=apart)
    parts.append(f"{indent}</{node.name}>" if apart else f"</{node.name}>")


def _in_quotes(value: str) -> str:
    return value.translate(_ATTRIBUTE_ESCAPES) if _RESERVED.search(value) else value


def _escaped(text: str) -> str:
    """Return ``text`` with what XML reserves as entities: for long texts, replacing is faster than translating."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def stands_apart(node: Element) -> bool:
    """Whether the children of ``node`` may stand on lines of their own without a word of text changing."""
    if node.name in RUNNING and (node.name not in _HOLDERS or _keeps_space(node)):
        return False
    if any(isinstance(child, str) and not child.isspace() for child in node.content):
        return False
    return node.name not in RUNNING or all(isinstance(child, str) or child.name in BLOCKS for child in node.content)


def _keeps_space(node: Element) -> bool:
    return node.get("xml:space") == "preserve" or f"#{PRESERVE}" in (node.get("rendition") or "").split()
