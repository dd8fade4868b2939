"""Lists of persons and terms from what users have: text as the site shows it, TEI, or CSV; the content tells which."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import TypeVar

from teiconv.errors import Place, TeiconvError
from teiconv.names.lists.no_lists import refuse_other_files
from teiconv.names.people.index import PersonList
from teiconv.names.people.person import Person, ShortRow, Spoilt, Unread
from teiconv.names.term import Term
from teiconv.names.terms import TermList
from teiconv.reading import read_bytes

_Entry = TypeVar("_Entry")
_TABLES = (".csv", ".tsv")

File = tuple[str, bytes]
"""A list file: the name that errors call it by, and its bytes."""


def load_persons(files: Iterable[File]) -> PersonList:
    """Return the persons of all ``files``, in order, and what entries name nobody.

    Raises:
        TeiconvError: a file cannot be read, holds no person, or is no list of persons.
    """
    from teiconv.names.lists.ids import with_sound_ids
    from teiconv.names.lists.persons_text import gathered

    found = [(name, entry) for name, data in files for entry in _some(_persons(name, data), name, "person")]
    persons, wrong_ids = with_sound_ids((name, entry) for name, entry in found if isinstance(entry, Person))
    unread = (entry for _, entry in found if isinstance(entry, Unread))
    spoilt = (entry for _, entry in found if isinstance(entry, (Spoilt, ShortRow)))
    return PersonList(gathered(persons), unread, (*wrong_ids, *spoilt))


def load_entries(files: Iterable[File]) -> tuple[Person, ...]:
    """Return the persons of all ``files`` to whom links may lead: the entries of TEI, else whom a conversion lists.

    Raises:
        TeiconvError: as for :func:`load_persons`.
    """
    files = tuple(files)
    if not all(_is_xml(data) for _, data in files):
        return load_persons(files).persons
    from teiconv.names.lists.tei import persons_from_tei

    entries = (entry for name, data in files for entry in persons_from_tei(data, name))
    return tuple(entry for entry in entries if isinstance(entry, Person))


def load_terms(files: Iterable[File]) -> TermList:
    """Return the terms of all ``files``, in order.

    Raises:
        TeiconvError: a file cannot be read, holds no term, or is no list of terms.
    """
    from teiconv.names.lists.ids import with_sound_ids_of_terms

    found = [(name, entry) for name, data in files for entry in _some(_terms(name, data), name, "term")]
    terms, wrong_ids = with_sound_ids_of_terms((name, entry) for name, entry in found if isinstance(entry, Term))
    return TermList(terms, (*wrong_ids, *(entry for _, entry in found if isinstance(entry, Spoilt))))


def read_files(paths: Iterable[str | os.PathLike[str]]) -> Iterator[File]:
    """Yield the list files at ``paths``.

    Raises:
        TeiconvError: one cannot be read.
    """
    for path in paths:
        try:
            yield os.fspath(path), read_bytes(path)
        except OSError as error:
            raise TeiconvError(f"cannot be read: {error.strerror}", Place(os.fspath(path))) from error


def _persons(name: str, data: bytes) -> Iterator[Person | Unread | Spoilt | ShortRow]:
    refuse_other_files(name, data)
    if _is_xml(data):
        from teiconv.names.lists.tei import persons_from_tei

        return persons_from_tei(data, name)
    if name.lower().endswith(_TABLES):
        from teiconv.names.lists.tables import persons_from_csv

        return persons_from_csv(_text(data, name), name)
    from teiconv.names.lists.persons_text import persons_from_text

    return persons_from_text(_text(data, name), name)


def _terms(name: str, data: bytes) -> Iterator[Term | Spoilt]:
    refuse_other_files(name, data)
    if _is_xml(data):
        from teiconv.names.lists.tei import terms_from_tei

        return terms_from_tei(data, name)
    if name.lower().endswith(_TABLES):
        from teiconv.names.lists.tables import terms_from_csv

        return terms_from_csv(_text(data, name), name)
    from teiconv.names.lists.terms_text import terms_from_text

    return terms_from_text(_text(data, name), name)


def _some(entries: Iterator[_Entry], name: str, what: str) -> Iterator[_Entry]:
    empty, line = True, None
    for entry in entries:
        if isinstance(entry, (Unread, Spoilt, ShortRow)):
            line = line or entry.line
        else:
            empty = False
        yield entry
    if empty:
        example = {"person": "Kissinger, Henry A., …", "term": "NATO, North Atlantic …"}[what]
        advice = f"a list has an entry to a line (“{example}”), or is TEI or CSV"
        raise TeiconvError(f"no {what} found in this file; {advice}", Place(name, line))


def _is_xml(data: bytes) -> bool:
    return data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<")


def _text(data: bytes, name: str) -> str:
    from teiconv.formats.text import decode

    return decode(data, name, advice="save it as UTF-8")[0]
