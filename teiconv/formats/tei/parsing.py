"""XML in: the one parser of the project, hardened, for whatever is given to ``text``, ``validate``, ``persons``.

What makes XML dangerous is not used by TEI documents, and is refused before or while parsing: document type
declarations (and with them all entities), XInclude, encodings that hide characters, compressed input, and sizes
that no document has.  Nothing but the given bytes is ever read.
"""

from __future__ import annotations

import codecs
import os
import re
from pathlib import Path
from typing import Any, NoReturn

from lxml import etree

from teiconv.errors import Place, TeiError
from teiconv.formats.limits import LIMITS, Limits

_COMPRESSED = (
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\0", "xz"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"PK\3\4", "zip"),
)
_DECLARATION = re.compile(rb"<\?xml\s[^>]*>")
_ENCODING = re.compile(rb"\bencoding\s*=\s*[\"']([^\"']*)[\"']")
_PROLOG = re.compile(rb"(?:\s++|<\?.*?\?>|<!--.*?-->)*+", re.DOTALL)
_XINCLUDE = "http://www.w3.org/2001/XInclude"
_READABLE = {"utf-8": "utf-8", "utf8": "utf-8", "us-ascii": "utf-8", "ascii": "utf-8", "iso-8859-1": "latin-1"}


class TooLargeError(TeiError):
    """A file is larger than any that is read."""


def read_file(path: Path, limits: Limits = LIMITS) -> bytes:
    """Return the bytes of the file at ``path``, of which no more is read than ``limits`` allow.

    Raises:
        TeiError: it cannot be read, or is too large.
    """
    try:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size or limits.size  # a pipe or device has none
            data = file.read(min(size, limits.size) + 1)
    except OSError as error:
        advice = f"the file cannot be read ({error.strerror}); check its name and permissions"
        raise TeiError(advice, Place(str(path))) from error
    except ValueError as error:  # a name that holds U+0000 or half of a surrogate pair
        raise TeiError("no file can have this name", Place(str(path))) from error
    _check_size(data, str(path), limits)
    return data


def parse(data: bytes, name: str = "<input>", limits: Limits = LIMITS) -> etree._ElementTree:
    """Parse the XML document in ``data``; ``name`` is what errors call it.

    Raises:
        TeiError: it is not well formed, or hostile, or larger than ``limits``; with line and column.
    """
    data = in_utf8(data, name, limits)
    parser = etree.XMLParser(encoding="utf-8", resolve_entities=False, no_network=True, collect_ids=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        _refuse_malformed(error, name)
    _check_tree(root, data, name, limits)
    return root.getroottree()


def in_utf8(data: bytes, name: str = "<input>", limits: Limits = LIMITS) -> bytes:
    """Return ``data`` in UTF-8 and without a byte-order mark, as any parser may read it: what is hostile is refused.

    Raises:
        TeiError: see :func:`parse`; whether it is well formed is not looked at.
    """
    _check_size(data, name, limits)
    data = _decoded(data, name)
    _check_prolog(data, name)
    return data


def _check_size(data: bytes, name: str, limits: Limits) -> None:
    if len(data) > limits.size:
        raise TooLargeError(f"it is larger than {limits.size >> 20} MB; split it into single documents", Place(name))
    # what has fewer bytes than there may be marks need not be counted
    if len(data) > limits.marks and (data.count(b"<") > limits.marks or data.count(b"=") > limits.marks):
        advice = f"it has more than {limits.marks} tags or attributes; split it into single documents"
        raise TooLargeError(advice, Place(name))


def _decoded(data: bytes, name: str) -> bytes:
    """Return ``data`` as UTF-8, whatever encoding (of the few that are read) its first bytes declare."""
    for magic, method in _COMPRESSED:
        if data.startswith(magic):
            raise TeiError(f"it is compressed ({method}); unpack it first", Place(name))
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        _refuse_encoding("UTF-32", name)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _recoded(data, "utf-16", name)
    if b"\0" in data[:4]:
        _refuse_encoding("UTF-16 or UTF-32 without a byte-order mark", name)
    data = data.removeprefix(codecs.BOM_UTF8)
    if not data.lstrip().startswith(b"<"):
        raise TeiError("it does not begin as XML does; give a TEI file", Place(name, 1, 1))
    encoding = _declared(data)
    if encoding not in _READABLE:
        _refuse_encoding(encoding, name)
    return data if _READABLE[encoding] == "utf-8" else _recoded(data, _READABLE[encoding], name)


def _recoded(data: bytes, encoding: str, name: str) -> bytes:
    try:
        recoded = data.decode(encoding).encode()
    except UnicodeError as error:
        raise TeiError(f"it is not {encoding.upper()} throughout ({error}); save it as UTF-8", Place(name)) from error
    if encoding == "utf-16" and _declared(recoded, "utf-16") != "utf-16":
        _refuse_encoding(f"{_declared(recoded)} after the mark of UTF-16", name)
    declaration = _DECLARATION.match(recoded)
    return recoded[declaration.end() :] if declaration else recoded


def _declared(data: bytes, default: str = "utf-8") -> str:
    """Return the encoding that the XML declaration names, in lower case."""
    declaration = _DECLARATION.match(data)
    match = _ENCODING.search(declaration[0]) if declaration else None
    return match[1].decode("latin-1").lower() if match else default


def _refuse_encoding(encoding: str, name: str) -> NoReturn:
    raise TeiError(f"the encoding {encoding} is not supported; save the file as UTF-8", Place(name, 1, 1))


def _check_prolog(data: bytes, name: str) -> None:
    """Refuse a document type declaration: it can only stand before the root element, after comments and the like."""
    prolog = _PROLOG.match(data)
    start = prolog.end() if prolog else 0
    if data.startswith(b"<!DOCTYPE", start):
        line = data.count(b"\n", 0, start) + 1
        column = start - data.rfind(b"\n", 0, start)
        raise TeiError(
            "it has a document type declaration, which can hide entities; TEI P5 needs none, remove it",
            Place(name, line, column),
        )


def _refuse_malformed(error: etree.XMLSyntaxError, name: str) -> NoReturn:
    line, column = error.position
    message = (error.msg or "not well formed").partition(", line ")[0].partition("\n")[0].strip()
    advice = "mend the XML there" if "depth" not in message else "no document is nested so deeply"
    raise TeiError(
        f"the XML is not well formed: {message}; {advice}", Place(name, line or None, column or None)
    ) from error


def _check_tree(root: etree._Element, data: bytes, name: str, limits: Limits) -> None:
    if _XINCLUDE.encode() in data:
        for element in root.iter(f"{{{_XINCLUDE}}}*"):
            raise TeiError(
                "it includes other files (XInclude), and teiconv never reads those; insert their text",
                Place(name, line_of(element)),
            )
    if not _has_stretch_without_tags(data, limits.attribute):
        return
    for element in root.iter(etree.Element):
        if any(len(value) > limits.attribute for value in element.attrib.values()):
            raise TeiError(
                f"an attribute has more than {limits.attribute} characters; put the text into an element",
                Place(name, line_of(element)),
            )


def _has_stretch_without_tags(data: bytes, limit: int) -> bool:
    """Whether ``data`` may hold a value of ``limit`` bytes: such a one fills one of the windows of half that size."""
    window = limit // 2
    return any(data.find(b"<", start, start + window) < 0 for start in range(0, len(data) - window, window))


def line_of(element: Any) -> int | None:
    """Return the line of ``element`` in its file; none where it was not parsed."""
    line: int | None = element.sourceline
    return line or None


def has_lost_header(root: etree._Element) -> bool:
    """Tell whether teiconv wrote the file, as its mark above ``root`` says, and the header has been taken out."""
    marks = (node.text or "" for node in root.itersiblings(etree.ProcessingInstruction, preceding=True))
    return root.find("{*}teiHeader") is None and any("as-written=" in mark for mark in marks)
