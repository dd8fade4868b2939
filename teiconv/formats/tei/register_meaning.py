"""What a register says, entry by entry: one of many thousand persons is never a tree in memory.

The digest is that of the whole file (:func:`teiconv.formats.tei.meaning.meaning_of`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from io import BytesIO

from lxml import etree

from teiconv.formats.tei.write import TEI_NAMESPACE

_TEI = f"{{{TEI_NAMESPACE}}}"
_LISTS = frozenset(f"{_TEI}{name}" for name in ("listPerson", "listPlace", "listOrg", "list", "listBibl"))
_AROUND = (frozenset({f"{_TEI}TEI"}), frozenset({f"{_TEI}standOff"}), _LISTS)
"""The elements around the entries, by their depth."""

Said = Callable[[etree._Element], str]
"""What an element says, with all that it holds."""


Digest = Callable[[Iterable[str]], str]
"""The digest of what a file says, piece by piece."""


def register_meaning(data: bytes, said: Said, digest: Digest) -> str | None:
    """Return the digest of ``data``; ``None`` for what is no plain register, which has to be read as a whole."""
    if b"<!" in data:  # comments, declarations
        return None
    try:
        return digest(_parts(data, said))
    except (etree.XMLSyntaxError, _OtherError):
        return None


class _OtherError(Exception):
    """There is text between the entries."""


def _parts(data: bytes, said: Said) -> Iterator[str]:
    """Yield what the file says in the order of the file."""
    depth = 0  # of the element that is open, if all around it are those around entries
    inside: etree._Element | None = None  # the entry that is being read
    events = etree.iterparse(BytesIO(data), events=("start", "end"), resolve_entities=False, no_network=True)
    for event, node in events:
        if inside is not None:
            if event == "end" and node is inside:
                yield said(node)
                _forget(node)
                inside = None
        elif event == "end":
            depth -= 1
            _refuse_text(node)
            yield "</>"
        elif depth < len(_AROUND) and node.tag in _AROUND[depth]:
            depth += 1
            yield said(etree.Element(node.tag, node.attrib)).removesuffix("</>")
        else:
            inside = node


def _forget(node: etree._Element) -> None:
    """Empty ``node``, and drop those before it."""
    node.clear(keep_tail=True)  # type: ignore[call-arg]
    while (before := node.getprevious()) is not None:
        _refuse_tail(before)
        before.getparent().remove(before)  # type: ignore[union-attr]


def _refuse_text(node: etree._Element) -> None:
    if (node.text or "").strip() or any((child.tail or "").strip() for child in node):
        raise _OtherError


def _refuse_tail(node: etree._Element) -> None:
    if (node.tail or "").strip():
        raise _OtherError
