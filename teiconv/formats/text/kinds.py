"""Files that are no plain text, recognised by what is in them, whatever they are called; each with what to do."""

from __future__ import annotations

import re
from typing import NamedTuple

from teiconv.errors import Place, SourceError

_HEAD = 4096


class Kind(NamedTuple):
    """A kind of file: how it begins (``inside``: what else its first bytes hold), what it is, and what to do."""

    begins: bytes
    name: str
    advice: str
    inside: bytes = b""


_SAVE = "save it as plain text (UTF-8), and convert that"
_READ = "run OCR on it first, and convert the text"
_UNPACK = "unpack it, and convert the texts in it"

TEI = Kind(rb"<TEI\b|<teiCorpus\b", "TEI already", "teiconv text gives its text, teiconv validate checks it")
KINDS = (
    Kind(rb"%PDF-", "a PDF", "take its text out (pdftotext -layout), and convert that"),
    Kind(rb"PK\x03\x04", "a Word document (.docx)", _SAVE, rb"word/|\[Content_Types\]\.xml"),
    Kind(rb"PK\x03\x04", "an OpenDocument text (.odt)", _SAVE, rb"mimetypeapplication/vnd\.oasis"),
    Kind(rb"PK\x03\x04", "an EPUB", _SAVE, rb"mimetypeapplication/epub"),
    Kind(rb"PK\x03\x04", "a ZIP archive", "teiconv batch takes it as it is"),
    Kind(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word document (.doc)", _SAVE),
    Kind(rb"\{\\rtf", "an RTF document", _SAVE),
    Kind(rb"\xffWPC", "a WordPerfect document", _SAVE),
    TEI,
    Kind(rb"<!DOCTYPE\s+html|<html\b", "a web page (HTML)", _SAVE),
    Kind(rb"<\?xml\b", "XML", "teiconv text and teiconv validate read TEI; from other XML, " + _SAVE),
    Kind(rb"\x1f\x8b|BZh[1-9]|\xfd7zXZ\x00|\x28\xb5\x2f\xfd|7z\xbc\xaf\x27\x1c|Rar!\x1a\x07", "packed", _UNPACK),
    Kind(rb"\x89PNG|\xff\xd8\xff|GIF8[79]a|II\*\x00|MM\x00\*", "an image", _READ),
)

# What may stand before the first tag of XML and HTML: a declaration, comments, blanks.
_BEFORE = re.compile(rb"(?:\xef\xbb\xbf)?\s*+(?:<\?xml\b[^>]*+>|<!--.*?-->|<\?[^>]*+>|\s++)*+", re.DOTALL)


def refuse_other_kinds(data: bytes | str, name: str) -> None:
    """Refuse a file that is not plain text.

    Raises:
        SourceError: ``data`` is of one of :data:`KINDS`; it says of which, and what to do.
    """
    head = data[:_HEAD] if isinstance(data, bytes) else data[:_HEAD].encode(errors="replace")
    starts = _starts(head)
    for kind in KINDS:
        if _is_of(kind, head, starts):
            raise SourceError(f"is {kind.name}, not plain text; {kind.advice}", Place(name))


def is_tei(data: bytes) -> bool:
    """Tell whether ``data`` is a TEI file."""
    return _is_of(TEI, data[:_HEAD], _starts(data[:_HEAD]))


def _starts(head: bytes) -> set[int]:
    """Return where a file may begin: at its first byte, or at its first tag."""
    before = _BEFORE.match(head)
    return {0, before.end() if before else 0}


def _is_of(kind: Kind, head: bytes, starts: set[int]) -> bool:
    pattern = re.compile(kind.begins, re.IGNORECASE)
    return any(pattern.match(head, start) for start in starts) and bool(re.search(kind.inside, head))
