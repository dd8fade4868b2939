"""The document tree → XML.  Its inverse is :mod:`teiconv.formats.tei.read`.

Elements that hold only blocks are written one to a line and indented; where text runs, no white space is added.
"""

from __future__ import annotations

import re

from teiconv.model import BLOCKS, Element, Lasting

TEI_NAMESPACE = "http://www.tei-c.org/ns/1.0"
FRUS_NAMESPACE, FRUS_PREFIX = "http://history.state.gov/frus/ns/1.0", "frus"
"""Of the few elements that official volumes add to TEI."""

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
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;", "\t": "&#9;", "\n": "&#10;", '"': "&quot;"}
_ATTRIBUTE_ESCAPES = str.maketrans(_ENTITIES)


_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

_RESERVED = re.compile(r'[&<>"\r\t\n]')


def serialise(root: Element, instruction: str = "") -> bytes:
    """Return ``root`` as an XML document in UTF-8, in the TEI namespace, with a line feed at the end.

    ``instruction`` is a processing instruction to stand above it.
    """
    parts: list[str] = []
    _write(parts, root, "\n", apart=True)
    written = "".join(parts)
    names = f' xmlns="{TEI_NAMESPACE}"'
    if f"<{FRUS_PREFIX}:" in written and root.get(f"xmlns:{FRUS_PREFIX}") is None:  # read from an official volume
        names += f' xmlns:{FRUS_PREFIX}="{FRUS_NAMESPACE}"'
    start = f"<{root.name}"
    above = f"{_DECLARATION}{instruction}\n" if instruction else _DECLARATION
    return f"{above}{start}{names}{written.removeprefix(start)}\n".encode()


def fragment(node: Element, indent: str) -> str:
    """Return ``node`` as it stands in a document, on a line of its own; ``indent`` is a line feed and its blanks."""
    parts: list[str] = []
    _write(parts, node, indent, apart=True)
    return "".join(parts)


def _write(parts: list[str], node: Element, indent: str, *, apart: bool) -> None:
    """Add ``node`` as XML to ``parts``; ``apart`` says that it stands on a line of its own."""
    name, start = node.name, f"<{node.name}"
    for key, value in node.attributes:
        start += f' {key}="{value if _RESERVED.search(value) is None else escaped_value(value)}"'
    if not node.content:
        parts.append(start + "/>")
        return
    parts.append(start + ">")
    apart = (apart or name in BLOCKS) and stands_apart(node)
    deeper = indent + "  " if apart else indent
    for child in node.content:
        if apart:
            parts.append(deeper)
        if isinstance(child, str):
            parts.append(_escaped(child))
        elif apart and isinstance(child, Lasting):
            parts.append(child.once(deeper, lambda node: fragment(node, deeper)))
        else:
            _write(parts, child, deeper, apart=apart)
    parts.append(f"{indent}</{name}>" if apart else f"</{name}>")


def escaped_value(value: str) -> str:
    """Return the value of an attribute with what XML reserves as entities."""
    return value.translate(_ATTRIBUTE_ESCAPES)


def plain_value(written: str) -> str:
    """Return the value of an attribute as it was before :func:`escaped_value`."""
    for character, entity in reversed(_ENTITIES.items()):  # the ampersand last: it may be one of another entity
        written = written.replace(entity, character)
    return written


def _escaped(text: str) -> str:
    """Return ``text`` with what XML reserves as entities; it is hardly ever there."""
    if "&" in text or "<" in text or ">" in text or "\r" in text:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")
    return text


def stands_apart(node: Element) -> bool:
    """Whether the children of ``node`` may stand on lines of their own without a word of text changing."""
    runs = node.name in RUNNING
    if runs and (node.name not in _HOLDERS or _keeps_space(node)):
        return False
    for child in node.content:
        if not child.isspace() if isinstance(child, str) else runs and child.name not in BLOCKS:
            return False
    return True


def _keeps_space(node: Element) -> bool:
    return node.get("xml:space") == "preserve" or f"#{PRESERVE}" in (node.get("rendition") or "").split()
