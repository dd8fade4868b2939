"""What users of the library give: a text or a TEI file, as it is, as bytes, or by the path of its file."""

from __future__ import annotations

import os
import warnings
from pathlib import Path
from typing import TypeAlias

from teiconv.errors import Place, SourceError, TeiconvError, TeiError
from teiconv.reading import read_bytes

Text: TypeAlias = "str | bytes | Path"
"""A text: as it is, as the bytes of a file, or the path of that file."""

Tei: TypeAlias = "bytes | str | Path"
"""A TEI file: its bytes, its characters, or its path."""

_LONGEST_NAME = 300
_INPUT = "<input>"


def text_given(text: Text, name: str | None) -> tuple[str | bytes, str]:
    """Return a text or its bytes, and the name that errors call it by.

    Raises:
        SourceError: its file cannot be read.
        TypeError: it is anything else.
    """
    _check_kind(text, "a text")
    if isinstance(text, Path):
        return _bytes(text, SourceError), name or str(text)
    if isinstance(text, str) and _names_file(text):
        warnings.warn(f"{text!r} is converted as a text; Path({text!r}) is the file of that name", stacklevel=3)
    return text, name or _INPUT


def tei_given(tei: Tei, name: str | None) -> tuple[bytes, str]:
    """Return the bytes of a TEI file, and the name that errors call it by.

    Raises:
        TeiError: the file cannot be read, or what is given is no XML.
        TypeError: it is anything else.
    """
    _check_kind(tei, "a TEI file")
    if isinstance(tei, Path):
        return _bytes(tei, TeiError), name or str(tei)
    if isinstance(tei, str):
        if not tei.lstrip("\ufeff \t\r\n").startswith("<"):
            raise TeiError(f"{tei[:60]!r} is not XML; for the file of that name, give Path(…)", Place(name or _INPUT))
        return tei.encode(errors="surrogatepass"), name or _INPUT
    return tei, name or _INPUT


def _check_kind(given: object, what: str) -> None:
    if not isinstance(given, (str, bytes, Path)):
        raise TypeError(f"{what} is given as a str, as bytes, or as the Path of a file, not as {type(given).__name__}")


def _names_file(text: str) -> bool:
    return 0 < len(text) < _LONGEST_NAME and "\n" not in text and "\0" not in text and os.path.isfile(text)


def _bytes(file: Path, error: type[TeiconvError]) -> bytes:
    try:
        return read_bytes(file)
    except OSError as fault:
        raise error(f"cannot be read: {fault.strerror}", Place(str(file))) from fault
