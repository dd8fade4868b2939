"""Ids that are one document's alone in its collection: they follow from its path, and from nothing else.

The document in ``d12.txt`` is ``d12``, its note ``d12fn3``, its page ``pg_45.d12``; the one in ``1969/memo.txt`` is
``1969.memo`` with a letter before it (``d1969.memo``).
"""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256
from urllib.parse import quote

from teiconv.remember import remembered

_TAKEN = re.compile(r"(?:p|l|o|t|pg|tei|source)_", re.IGNORECASE)
"""What ids of persons, places, organisations, terms, pages and files begin with."""

_LONG = 100
_FILES = 64
"""Files whose addresses are known again: most are those of registers."""
_WORD = re.compile(r"[^\W_]+")

_DIGITS = re.compile(r"[0-9]+")
_FILLED = 15
"""Digits to which a number in a name is filled up to be compared."""
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]|_(?=[0-9a-f]+_)")


def document_id(path: str) -> str:
    """Return the ``xml:id`` of the document that the file at ``path`` (relative, with slashes, any suffix) holds.

    Two paths have two ids: a slash becomes a point, a point two, and a character that XML does not allow
    becomes its number.  Only ``12.txt`` and ``d12.txt`` would share one; a batch refuses the second.
    """
    stem = path.rpartition(".")[0] if "." in path.rpartition("/")[2] else path
    name = _UNSAFE.sub(lambda found: f"_{ord(found[0]):x}_", stem.replace(".", "..").replace("/", "\0")).replace(
        "_0_", "."
    )
    id = name if re.match(r"[A-Za-z_]", name) and not _TAKEN.match(name) else f"d{name}"
    return id if len(id) <= _LONG else f"{id[:_LONG]}.{sha256(id.encode()).hexdigest()[:12]}"


def below(volume: str, anchor: str) -> str:
    """Return where a document or a page of another volume stands below the address of all: ``frus1969-76v06/d32``."""
    document, note, _ = anchor.partition("fn")
    return volume + (f"/{document}" if anchor else "") + (f"#{anchor}" if note else "")


def natural(path: str) -> str:
    """Return a key by which ``d2.txt`` comes before ``d10.txt``."""
    return _DIGITS.sub(lambda found: found[0].zfill(_FILLED), path) + "\0" + path


def file_id(document: str) -> str:
    """Return the ``xml:id`` of the ``TEI`` element around the document with the id ``document``."""
    return f"tei_{document}"


def page_id(page: str, document: str) -> str:
    """Return the ``xml:id`` of a page: pages of several documents may have one number, and one id each all the same."""
    return f"{page}.{document}"


def address(file: str, above: int = 0, fragment: str = "") -> str:
    """Return the pointer to ``file`` (relative to the collection), from a folder so many levels below the top."""
    return "../" * above + _quoted(file) + (f"#{fragment}" if fragment else "")


@remembered(_FILES)
def _quoted(file: str) -> str:
    return quote(file, safe="/._-~")


def relative(file: str, start: str, fragment: str = "") -> str:
    """Return the pointer to ``file`` from the file ``start``; both are relative to the collection."""
    here, there = start.split("/")[:-1], file.split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    return address("/".join(there[shared:]), len(here) - shared, fragment)


def words(text: str) -> list[str]:
    """Return the words of ``text`` in letters that ids take; apostrophes part no word."""
    return [slug(word) for word in _WORD.findall(unicodedata.normalize("NFC", text).replace("’", "").replace("'", ""))]


def slug(text: str) -> str:
    """Return ``text`` in letters that ids allow; a letter without a plain form becomes its number."""
    if text.isascii() and text.isalnum():  # as most words are
        return text.lower()
    plain = (_plain(letter) for letter in text.casefold())
    return "".join(plain) or "x"


def _plain(letter: str) -> str:
    base = unicodedata.normalize("NFKD", letter).encode("ascii", "ignore").decode()
    return (base if base.isalnum() else "-" if not letter.isalnum() else "") or f"_{ord(letter):x}_"
