"""The library as users import it: functions that take a text, its bytes, or the path of a file.

A ``str`` is always a text and ``bytes`` are always the content of a file; a file itself is a :class:`pathlib.Path`.
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from teiconv.errors import Place, SourceError, TeiconvError, TeiError
from teiconv.options import DEFAULTS, Options, Profile

if TYPE_CHECKING:
    from teiconv.batch.run import Summary
    from teiconv.document.record import Document
    from teiconv.formats.losses import Loss
    from teiconv.names.people.index import PersonList
    from teiconv.names.terms import TermList

Text: TypeAlias = "str | bytes | Path"
"""A text: as it is, as the bytes of a file, or the path of that file."""

Tei: TypeAlias = "bytes | str | Path"
"""A TEI file: its bytes, its characters, or its path."""

_LONGEST_NAME = 300
_INPUT = "<input>"


def to_tei(text: Text, options: Options = DEFAULTS, *, name: str | None = None, **changes: Any) -> bytes:
    """Return the TEI of ``text``; :func:`to_text` gives the text back.

    ``changes`` are fields of ``options``: ``to_tei(text, persons="persons.txt")``.  ``name`` is what errors call the
    text.

    >>> import teiconv
    >>> tei = teiconv.to_tei("12. Telegram From the Embassy in Peru to the Department of State")
    >>> teiconv.to_text(tei)
    '12. Telegram From the Embassy in Peru to the Department of State'

    Raises:
        SourceError: the file cannot be read, does not decode, or holds what XML cannot.
        OptionsError: an option says what cannot be meant.
    """
    from teiconv import convert

    data, name = _text(text, name)
    return convert.to_tei(data, _changed(options, changes), name=name)


def to_text(tei: Tei, *, name: str | None = None, document: str | None = None) -> str:
    """Return the text of a TEI file: of one that teiconv made, the very text; of others, what a site would show.

    ``document`` is the ``xml:id`` or the number of one of several documents in the file.

    Raises:
        TeiError: the file cannot be read, or holds several documents and ``document`` names none of them.
    """
    from teiconv import convert

    data, name = _tei(tei, name)
    return convert.to_text(data, name=name, document=document)


def to_bytes(tei: Tei, *, name: str | None = None, document: str | None = None) -> bytes:
    """Return the text of a TEI file in the encoding that it had (deprecated: use :attr:`Document.source_bytes`)."""
    warnings.warn(
        "to_bytes is deprecated; use read_tei(…).source_bytes, or to_text for characters",
        DeprecationWarning,
        stacklevel=2,
    )
    from teiconv import convert

    data, name = _tei(tei, name)
    return convert.to_bytes(data, name=name, document=document)


def read_text(text: Text, options: Options = DEFAULTS, *, name: str | None = None, **changes: Any) -> Document:
    """Return the document that ``text`` is; ``changes`` are fields of ``options``.

    >>> import teiconv
    >>> teiconv.read_text("12. Telegram From the Embassy in Peru to the Department of State").number
    '12'

    Raises:
        SourceError: the file cannot be read, does not decode, or holds what XML cannot.
        OptionsError: an option says what cannot be meant.
    """
    from teiconv import convert

    data, name = _text(text, name)
    return convert.read_text(data, _changed(options, changes), name=name)


def read_tei(tei: Tei, *, name: str | None = None, document: str | None = None) -> Document:
    """Return the document of a TEI file, ours or others'; ``document`` names one of several.

    >>> import teiconv
    >>> tei = teiconv.to_tei("12. Telegram From the Embassy in Peru to the Department of State")
    >>> teiconv.read_tei(tei).sender[0].name
    'Embassy in Peru'

    Raises:
        TeiError: the file cannot be read, or holds several documents and ``document`` names none of them.
    """
    from teiconv import convert

    data, name = _tei(tei, name)
    return convert.read_tei(data, name=name, document=document)


def read_volume(tei: Tei, *, name: str | None = None) -> list[Document]:
    """Return all documents of a TEI file, in their order.

    Raises:
        TeiError: the file cannot be read, or holds no document.
    """
    from teiconv import convert
    from teiconv.formats.tei.read import open_tei

    data, name = _tei(tei, name)
    file = open_tei(data, name)
    return [convert.read_tei(file.root, name=name, document=each) for each in file.names()]


def write_tei(document: Document, profile: Profile | str = Profile.TEI) -> bytes:
    """Return ``document`` as a TEI file, in UTF-8; :func:`left_out` says what ``profile`` has no place for.

    >>> import teiconv
    >>> teiconv.write_tei(teiconv.read_text("Memorandum"))[:38]
    b'<?xml version="1.0" encoding="UTF-8"?>'
    """
    from teiconv import convert

    return convert.write_tei(document, Profile(profile))


def left_out(document: Document, profile: Profile | str) -> tuple[Loss, ...]:
    """Return what :func:`write_tei` leaves out of ``document`` in that profile: nothing in our own.

    >>> import teiconv
    >>> teiconv.left_out(teiconv.read_text("Memorandum"), "tei")
    ()
    """
    from teiconv import convert

    return convert.left_out(document, Profile(profile))


def load_persons(*files: str | Path) -> PersonList:
    """Return the persons of lists in text, TEI or CSV, given by their paths.

    Raises:
        TeiconvError: a file cannot be read, or is no list of persons.
    """
    from teiconv.names.lists.load import load_persons as load
    from teiconv.names.lists.load import read_files

    return load(read_files(files))


def load_terms(*files: str | Path) -> TermList:
    """Return the terms of lists in text, TEI or CSV, given by their paths.

    Raises:
        TeiconvError: a file cannot be read, or holds no term.
    """
    from teiconv.names.lists.load import load_terms as load
    from teiconv.names.lists.load import read_files

    return load(read_files(files))


def convert_folder(
    source: str | Path,
    target: str | Path,
    *,
    persons: Iterable[str | Path] = (),
    terms: Iterable[str | Path] = (),
    conventions: str | None = None,
    profile: Profile | str = Profile.TEI,
    jobs: int | None = None,
    report: str | Path | None = None,
) -> Summary:
    """Convert every text in the folder ``source``, as ``teiconv batch`` does; return how many of what became of them.

    A ``teiconv.toml`` in the folder holds, too; what is said here comes first.  ``jobs`` is the number of processes;
    without it, as many as there are cores.  ``report`` is a file, ``.html`` or ``.json``.

    A script that calls this must do so under ``if __name__ == "__main__":``, since every process imports the script.

    Raises:
        TeiconvError: the source, the target, a list or a setting cannot be used.
    """
    from multiprocessing import parent_process

    if parent_process() is not None:
        raise TeiconvError(
            'put the call of convert_folder under if __name__ == "__main__": each process imports the script'
        )
    from teiconv.batch.plan import Plan, resolve
    from teiconv.batch.run import run
    from teiconv.settings import Settings, find_settings, read_settings

    own = Settings(
        persons=tuple(Path(file).absolute() for file in persons),
        terms=tuple(Path(file).absolute() for file in terms),
        conventions=conventions,
        profile=str(Profile(profile)),
    )
    file = find_settings(Path(source))
    setups, without = resolve(str(source), own.over(read_settings(file)) if file else own)
    plan = Plan(str(source), str(target), setups, without)
    summary = run(plan if jobs is None else replace(plan, jobs=jobs))
    if report is not None:
        _write_report(Path(report), summary)
    return summary


def _write_report(file: Path, summary: Summary) -> None:
    from teiconv.batch.manifest import read_manifest
    from teiconv.batch.report import gather, write

    file.write_bytes(write(gather(read_manifest(summary.manifest)), file.suffix))


def _changed(options: Options, changes: dict[str, Any]) -> Options:
    return replace(options, **changes) if changes else options


def _text(text: Text, name: str | None) -> tuple[str | bytes, str]:
    if isinstance(text, Path):
        return _bytes(text, SourceError), name or str(text)
    if isinstance(text, str) and _names_file(text):
        warnings.warn(f"{text!r} is converted as a text; Path({text!r}) is the file of that name", stacklevel=3)
    return text, name or _INPUT


def _tei(tei: Tei, name: str | None) -> tuple[bytes, str]:
    if isinstance(tei, Path):
        return _bytes(tei, TeiError), name or str(tei)
    if isinstance(tei, str):
        if not tei.lstrip("\ufeff \t\r\n").startswith("<"):
            raise TeiError(f"{tei[:60]!r} is no XML; for the file of that name, give Path(…)", Place(name or _INPUT))
        return tei.encode(), name or _INPUT
    return tei, name or _INPUT


def _names_file(text: str) -> bool:
    return 0 < len(text) < _LONGEST_NAME and "\n" not in text and "\0" not in text and os.path.isfile(text)


def _bytes(file: Path, error: type[TeiconvError]) -> bytes:
    try:
        return file.read_bytes()
    except OSError as fault:
        raise error(f"cannot be read: {fault.strerror}", Place(str(file))) from fault
