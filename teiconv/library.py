"""The library as users import it: functions that take a text, its bytes, or the path of a file.

A ``str`` is always a text and ``bytes`` are always the content of a file; a file itself is a :class:`pathlib.Path`.
"""

from __future__ import annotations

import warnings
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from teiconv.given import Tei, Text, tei_given, text_given
from teiconv.options import DEFAULTS, Options, Profile

if TYPE_CHECKING:
    from teiconv.document.record import Document
    from teiconv.formats.losses import Loss
    from teiconv.names.people.index import PersonList
    from teiconv.names.terms import TermList


def to_tei(text: Text, options: Options = DEFAULTS, *, name: str | None = None, **changes: Any) -> bytes:
    """Return the TEI of ``text``; :func:`to_text` gives the text back.

    Args:
        text: the text, its bytes, or the path of its file.
        options: how to convert.
        name: the name of the text in errors.
        changes: single options: ``to_tei(text, persons="persons.txt")``.

    >>> import teiconv
    >>> tei = teiconv.to_tei("12. Telegram From the Embassy in Peru to the Department of State")
    >>> teiconv.to_text(tei)
    '12. Telegram From the Embassy in Peru to the Department of State'

    Raises:
        SourceError: the file cannot be read or does not decode, or it holds a character that XML cannot.
        OptionsError: an option has a value that does not work.
    """
    from teiconv import convert

    data, name = text_given(text, name)
    return convert.to_tei(data, _changed(options, changes), name=name)


def to_text(tei: Tei, *, name: str | None = None, document: str | None = None) -> str:
    """Return the text of a TEI file.

    If teiconv made the file, this is the source text. If not, it is the text that a web page of the file would show.

    Args:
        tei: the TEI as bytes or characters, or the path of its file.
        name: the name of the file in errors.
        document: the ``xml:id`` or the number of a document, if the file holds several.

    >>> from pathlib import Path
    >>> import teiconv
    >>> teiconv.to_text(Path("memo.xml")) == Path("memo.txt").read_text(encoding="utf-8")
    True

    Raises:
        TeiError: the file cannot be read, or holds several documents and ``document`` names none of them.
    """
    from teiconv import convert

    data, name = tei_given(tei, name)
    return convert.to_text(data, name=name, document=document)


def to_bytes(tei: Tei, *, name: str | None = None, document: str | None = None) -> bytes:
    """Return the text of a TEI file in the encoding that it had.

    Deprecated since 1.0: use :attr:`Document.source_bytes`.

    >>> from pathlib import Path
    >>> import teiconv
    >>> teiconv.read_tei(Path("memo.xml")).source_bytes == Path("memo.txt").read_bytes()
    True
    """
    warnings.warn(
        "to_bytes is deprecated; use read_tei(…).source_bytes, or to_text for characters",
        DeprecationWarning,
        stacklevel=2,
    )
    from teiconv import convert

    data, name = tei_given(tei, name)
    return convert.to_bytes(data, name=name, document=document)


def read_text(text: Text, options: Options = DEFAULTS, *, name: str | None = None, **changes: Any) -> Document:
    """Return the :class:`Document` that a text becomes. It takes the same arguments as :func:`to_tei`.

    >>> import teiconv
    >>> teiconv.read_text("12. Telegram From the Embassy in Peru to the Department of State").number
    '12'

    Raises:
        SourceError: the file cannot be read or does not decode, or it holds a character that XML cannot.
        OptionsError: an option has a value that does not work.
    """
    from teiconv import convert

    data, name = text_given(text, name)
    return convert.read_text(data, _changed(options, changes), name=name)


def read_tei(tei: Tei, *, name: str | None = None, document: str | None = None) -> Document:
    """Return the :class:`Document` of any TEI file. It takes the same arguments as :func:`to_text`.

    Its persons are those of its list, of the list in the front of the volume, or, if ``tei`` is the path of a file in a
    collection, of the register there.

    >>> import teiconv
    >>> tei = teiconv.to_tei("12. Telegram From the Embassy in Peru to the Department of State")
    >>> teiconv.read_tei(tei).sender[0].name
    'Embassy in Peru'

    Raises:
        TeiError: the file cannot be read, or holds several documents and ``document`` names none of them.
    """
    from teiconv import convert
    from teiconv.beside import listed_in, registered_beside, with_persons

    data, name = tei_given(tei, name)
    found = convert.read_tei(data, name=name, document=document)
    if found.persons or not found.mentions:
        return found
    beside = registered_beside(tei.absolute()) if isinstance(tei, Path) else {}
    return with_persons(found, beside or listed_in(data, name))


def read_volume(tei: Tei, *, name: str | None = None) -> list[Document]:
    """Return all documents of a TEI file, in their order.

    >>> from pathlib import Path
    >>> import teiconv
    >>> [document.number for document in teiconv.read_volume(Path("volume.xml"))]
    ['12']

    Raises:
        TeiError: the file cannot be read, or holds no document.
    """
    from teiconv import convert
    from teiconv.beside import listed_in, with_persons
    from teiconv.formats.tei.read import open_tei

    data, name = tei_given(tei, name)
    file = open_tei(data, name)
    listed = listed_in(data, name)
    documents = (convert.read_tei(file.root, name=name, document=each) for each in file.names())
    return [with_persons(document, listed) for document in documents]


def write_tei(document: Document, profile: Profile | str = Profile.TEI) -> bytes:
    """Return ``document`` as a TEI file, in UTF-8. :func:`left_out` returns the losses of the profile.

    >>> import teiconv
    >>> teiconv.write_tei(teiconv.read_text("Memorandum"))[:38]
    b'<?xml version="1.0" encoding="UTF-8"?>'
    """
    from teiconv import convert

    return convert.write_tei(_is_document(document), profile)


def left_out(document: Document, profile: Profile | str) -> tuple[Loss, ...]:
    """Return the losses of ``document`` in a profile: the parts that :func:`write_tei` leaves out. ``tei`` has none.

    >>> import teiconv
    >>> teiconv.left_out(teiconv.read_text("Memorandum"), "tei")
    ()
    """
    from teiconv import convert

    return convert.left_out(_is_document(document), profile)


def load_persons(*files: str | Path) -> PersonList:
    """Return the persons of one or several lists in text, TEI or CSV.

    >>> from pathlib import Path
    >>> import teiconv
    >>> persons = teiconv.load_persons("persons.txt")
    >>> teiconv.read_text(Path("memo.txt"), persons=persons).persons[0].name
    'Doe, Paul'

    Raises:
        TeiconvError: a file cannot be read, or is no list of persons.
    """
    from teiconv.names.lists.load import load_persons as load
    from teiconv.names.lists.load import read_files

    return load(read_files(files))


def load_terms(*files: str | Path) -> TermList:
    """Return the terms of one or several lists in text, TEI or CSV.

    >>> import teiconv
    >>> terms = teiconv.load_terms("terms.csv")
    >>> b"<gloss" in teiconv.to_tei("Memorandum\\n\\nThe NSC met on Monday.", terms=terms)
    True

    Raises:
        TeiconvError: a file cannot be read, or holds no term.
    """
    from teiconv.names.lists.load import load_terms as load
    from teiconv.names.lists.load import read_files

    return load(read_files(files))


def _is_document(document: Document) -> Document:
    from teiconv.document.record import Document

    if not isinstance(document, Document):
        raise TypeError(f"“document” takes a Document, not {type(document).__name__}")
    return document


def _changed(options: Options, changes: dict[str, Any]) -> Options:
    if not isinstance(options, Options):
        raise TypeError(f"“options” takes Options, not {type(options).__name__}")
    return replace(options, **changes) if changes else options
