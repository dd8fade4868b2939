"""What a TEI file says, as a digest, and the mark in each file that tells what was written.

The mark is a processing instruction above the root element: schemas do not see it, editors and XSLT keep it.  A file
whose digest is no longer the one that its mark tells was changed since it was written.  The digest does not depend on
what another tool may do in saving a file: the order of attributes, entities, the encoding, indentation.

The digest has two halves: the targets of references, which a collection changes once it knows all its documents, are
counted apart from all else.  So a file is not read again when they change.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from enum import Enum

from lxml import etree

from teiconv.errors import TeiError
from teiconv.formats.tei.parsing import in_utf8, parse
from teiconv.formats.tei.register_meaning import register_meaning
from teiconv.formats.tei.write import TEI_NAMESPACE, escaped_value, plain_value
from teiconv.model import BLOCKS, Content, Element, Lasting, Node, joined

_TARGET = "teiconv"
_MARK = re.compile(rb"<\?" + _TARGET.encode() + rb" as-written=\"sha256:([0-9a-f]{64})\"\s*\?>")
_DECIDED = re.compile(rb"<\?" + _TARGET.encode() + rb" decided=\"([0-9a-f ]*)\"\s*\?>")
_ROOT = re.compile(rb"<[A-Za-z_]")
_REFERENCE = re.compile(rb"<ref(?=[ />])[^>]*>")
_POINTER = re.compile(rb' target="([^"]*)"')
_ANY_TEI = re.compile(rb"<(?:\w+:)?(?:TEI|teiCorpus)\b")
_HEAD = 4096
"""Bytes in which the mark is sought: it stands above the root element."""

_TEI = f"{{{TEI_NAMESPACE}}}"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_FRUS = ("{http://history.state.gov/frus/ns/1.0}", "{http://history.state.gov/ns/1.0}")
_WHITE = re.compile(r"[ \t\r\n]+")
_XML_WHITE = " \t\r\n"
_PRESERVED = ("xml:space", "preserve")
_EDGED = BLOCKS | {"note", "cell"}
"""Elements at whose edges white space means nothing."""

_MEANING = "meaning"
_APART = "\0"
"""Stands before and after the target of a reference in what a file says; XML has no such character."""
_HALF = 32
_REGISTER = b'type="register"'


class State(Enum):
    """What has become of a file since teiconv wrote it."""

    AS_WRITTEN = "as it was written"
    EDITED = "changed since it was written"
    FOREIGN = "not written by teiconv, or by a version that left no mark"
    DAMAGED = "cut short, or empty"
    OTHER = "no TEI"


def meaning(root: Element) -> str:
    """Return the digest of what ``root``, the model of a whole file, says: 32 hex digits of SHA-256 for each half."""
    attributes = tuple(pair for pair in root.attributes if not pair[0].startswith("xmlns"))
    return digest((_said(Element(root.name, root.content, attributes)),))


def meaning_of(root: etree._Element) -> str:
    """Return the digest of what a parsed file says; comments and other instructions say something, too."""
    nodes = (*reversed([*root.itersiblings(preceding=True)]), root, *root.itersiblings())
    return digest(said_whole(node) for node in nodes if not is_mark(node))


def digest(said: Iterable[str]) -> str:
    """Return the digest of what a file says, piece by piece."""
    words, targets = hashlib.sha256(), hashlib.sha256()
    for piece in said:
        pieces = piece.split(_APART)
        words.update("".join(pieces[::2]).encode("utf-8", "surrogatepass"))
        targets.update(_listed(pieces[1::2]))
    return words.hexdigest()[:_HALF] + targets.hexdigest()[:_HALF]


def _listed(targets: Iterable[str]) -> bytes:
    return "".join(f"{target}\n" for target in targets).encode("utf-8", "surrogatepass")


def said_whole(node: etree._Element) -> str:
    """Return what a parsed element says with all that it holds, of which the digest is made."""
    return _said(_whole(node))


def mark(digest: str) -> str:
    """Return the instruction that tells what was written."""
    return f'<?{_TARGET} as-written="sha256:{digest}"?>'


def has_lost_header(data: bytes) -> bool:
    """Tell whether ``data`` is TEI that teiconv wrote, with the header taken out: that told the form of the text."""
    return b"teiHeader" not in data and bool(_MARK.search(data))


def decided(keys: Iterable[str]) -> str:
    """Return the instruction that tells which decisions of editors were carried out, by their keys; none without."""
    listed = " ".join(keys)
    return f'\n<?{_TARGET} decided="{listed}"?>' if listed else ""


def decided_in(data: bytes) -> tuple[str, ...]:
    """Return the keys of the decisions that were carried out in the file ``data`` when it was written."""
    root = _ROOT.search(data)
    match = _DECIDED.search(data, 0, root.start() if root else len(data))
    return tuple(match[1].decode().split()) if match else ()


def marked(data: bytes) -> str | None:
    """Return the digest that the mark in ``data`` tells, if there is one."""
    match = _MARK.search(data, 0, _HEAD)
    return match[1].decode() if match else None


def pointed(data: bytes, point: Callable[[int, str | None], str | None]) -> bytes:
    """Return ``data``, a file that stands as teiconv wrote it, with other targets and the mark of what it says now.

    ``point`` takes the place of each ``ref`` among all of them, and its target; it returns the new one, or ``None``.
    """
    targets: list[str] = []

    def pointing(reference: re.Match[bytes]) -> bytes:
        found = _POINTER.search(reference[0])
        before = plain_value(found[1].decode()) if found else None
        after = point(len(targets), before)
        targets.append(after or "")
        if after == before:
            return reference[0]
        bare = _POINTER.sub(b"", reference[0]).removeprefix(b"<ref")
        return b"<ref" + (b"" if after is None else f' target="{escaped_value(after)}"'.encode()) + bare

    data = _REFERENCE.sub(pointing, data)
    ends = hashlib.sha256(_listed(targets)).hexdigest()[:_HALF]
    return _MARK.sub(lambda found: mark(found[1].decode()[:_HALF] + ends).encode(), data, count=1)


def with_mark(data: bytes, name: str = "<input>") -> bytes:
    """Return ``data``, a file of ours that has no mark, with one below its XML declaration."""
    instruction = mark(_meaning_in(data, name)).encode()
    declaration, _, rest = data.partition(b"?>\n")
    return b"%b?>\n%b\n%b" % (declaration, instruction, rest)


def state(data: bytes, name: str = "<input>") -> State:
    """Tell what has become of the file ``data``; one that cannot be parsed was changed, unless it only breaks off."""
    if not data.strip(b"\0 \r\n"):
        return State.DAMAGED
    told = marked(data)
    foreign = State.FOREIGN if _ANY_TEI.search(data) else State.OTHER
    try:
        data = in_utf8(data, name)
        told = marked(data)
        now = _meaning_in(data, name)
    except TeiError:
        breaks_off = not data.rstrip().endswith(b"</TEI>")
        return State.DAMAGED if told and breaks_off else State.EDITED if told else foreign
    if told is None:
        return foreign
    return State.AS_WRITTEN if now == told else State.EDITED


def _meaning_in(data: bytes, name: str) -> str:
    """Return the digest of what a file says; a register is read entry by entry."""
    register = register_meaning(data, said_whole, digest) if _REGISTER in data[:_HEAD] else None
    return register or meaning_of(parse(data, name).getroot())


def _add(parts: list[str], node: Element, *, kept: bool) -> None:
    """Add what ``node`` says to ``parts``; ``kept``: the white space around its phrases counts."""
    tag = f"<{node.name}"
    attributes, content = node.attributes, node.content
    if node.name == "ref":
        tag += f"{_APART}{node.get('target', '')}{_APART}"
        attributes = tuple(pair for pair in attributes if pair[0] != "target")
    for key, value in sorted(attributes) if len(attributes) > 1 else attributes:
        tag += f'\n{key}="{value}"'
    if not content:
        parts.append(f"{tag}></>")
        return
    is_edged = node.name in _EDGED
    kept = (kept and not is_edged) or (bool(attributes) and _PRESERVED in attributes)
    first = content[0]
    if len(content) == 1 and isinstance(first, str) and not first.isspace():
        parts.append(f"{tag}>{_folded(first, kept=kept, starts=is_edged, ends=is_edged)}</>")
        return
    parts.append(f"{tag}>")
    _add_content(parts, content, is_edged, kept)
    parts.append("</>")


def _add_content(parts: list[str], content: Content, is_edged: bool, kept: bool) -> None:
    """Add the children of an element, at whose edges white space means nothing if it ``is_edged``."""
    runs = False  # whether text has come in this element: before that, blanks between tags are indentation
    begins, last = len(parts), len(content) - 1
    before: Node | None = None
    for index, child in enumerate(content):
        if not isinstance(child, str):
            if isinstance(child, Lasting) and not kept:
                parts.append(child.once(_MEANING, _said))
            else:
                _add(parts, child, kept=kept)
        elif not child or isinstance(before, str):  # strings side by side are one in a file
            del parts[begins:]
            _add_content(parts, joined(content), is_edged, kept)
            return
        elif not (child.isspace() and _is_indentation(child, runs=runs, ends=index == last, kept=kept)):
            parts.append(_folded(child, kept=kept, starts=is_edged and not runs, ends=is_edged and index == last))
            runs = True
        before = child


def _folded(text: str, *, kept: bool, starts: bool, ends: bool) -> str:
    """Return ``text`` with single blanks, unless they are ``kept``, and none where a block starts or ends."""
    if not kept:
        if starts:
            text = text.lstrip(_XML_WHITE)
        if ends:
            text = text.rstrip(_XML_WHITE)
        if "  " in text or "\n" in text or "\t" in text or "\r" in text:
            text = _WHITE.sub(" ", text)
    return text.replace("<", "&lt;") if "<" in text else text


def _said(node: Element) -> str:
    parts: list[str] = []
    _add(parts, node, kept=False)
    return "".join(parts)


def _is_indentation(text: str, *, runs: bool, ends: bool, kept: bool) -> bool:
    """Tell whether ``text`` is white space that a tool may have put there, or taken away."""
    if text.strip(_XML_WHITE):
        return False
    return ("\n" in text and (not runs or ends)) or (not runs and not kept)


def _whole(node: etree._Element) -> Element:
    """Return the model of ``node`` with all that it holds, comments and instructions as elements of their own."""
    if callable(node.tag):
        return Element("!", (f"{getattr(node, 'target', '')} {node.text}",))
    return Element(_name(str(node.tag)), joined(_children(node)), tuple(_attributes(node)))


def _children(node: etree._Element) -> Iterator[Node]:
    if node.text:
        yield node.text
    for child in node:
        yield _whole(child)
        if child.tail:
            yield child.tail


def _attributes(node: etree._Element) -> Iterator[tuple[str, str]]:
    for key, value in node.attrib.items():
        yield str(key).replace(_XML, "xml:"), str(value)


def _name(tag: str) -> str:
    if tag.startswith(_TEI):
        return tag[len(_TEI) :]
    for namespace in _FRUS:
        if tag.startswith(namespace):
            return f"frus:{tag[len(namespace) :]}"
    return tag


def is_mark(node: etree._Element) -> bool:
    """Tell whether ``node`` is an instruction of teiconv: what was written, which decisions were carried out."""
    return callable(node.tag) and getattr(node, "target", "") == _TARGET
