"""The errors that teiconv raises on purpose. Each says what is wrong and, where there is one, at which place."""

from __future__ import annotations

import os
from dataclasses import dataclass
from types import TracebackType

REPORT = "this is a fault of teiconv; please report it with the document"
"""The end of the message about an error that nobody raised on purpose."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in an input: file name, line and column. Both count from 1; columns count characters.

    >>> import teiconv
    >>> str(teiconv.Place("memo.txt", 14, 7))
    'memo.txt:14:7'
    """

    file: str = "<input>"
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)


class TeiconvError(Exception):
    """The base class of all errors that teiconv raises on purpose.

    Attributes:
        message: the problem, and often the remedy.
        place: the place of the problem; ``None`` if there is none.
        exit_code: the exit code of the command line.

    >>> import teiconv
    >>> try:
    ...     teiconv.read_tei("<TEI>")
    ... except teiconv.TeiconvError as error:
    ...     print(error.place, error.exit_code)
    <input>:1:6 4
    """

    exit_code = 1

    def __init__(self, message: str, place: Place | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.place = place

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if self.place else self.message

    @property
    def faults(self) -> tuple[TeiconvError, ...]:
        """All that is wrong in a file of settings, an error for each; any other error has only itself here."""
        return (self,)


class OptionsError(TeiconvError, ValueError):
    """An option or a setting has a value that does not work (exit code 2).

    >>> import teiconv
    >>> teiconv.Options(encoding="utf-12")
    Traceback (most recent call last):
    teiconv.errors.OptionsError: 'utf-12' is not an encoding of texts; try utf-8, cp1252 or iso8859-1
    """

    exit_code = 2


class SourceError(TeiconvError):
    """A text does not decode, or it holds a character that XML 1.0 cannot hold (exit code 3).

    >>> import teiconv
    >>> try:
    ...     teiconv.to_tei("Memorandum\\n\\nNets and \\x00 boats")
    ... except teiconv.SourceError as error:
    ...     print(error.place)
    <input>:3:10
    """

    exit_code = 3


class TeiError(TeiconvError):
    """An XML file is not well formed, is hostile, or is not TEI (exit code 4).

    >>> import teiconv
    >>> try:
    ...     teiconv.read_tei("<html/>")
    ... except teiconv.TeiError as error:
    ...     print(error.exit_code)
    4
    """

    exit_code = 4


class InvalidError(TeiconvError):
    """A document is not valid against a schema (exit code 5).

    The commands raise it. In Python, :func:`teiconv.validate` returns the problems and raises nothing.

    >>> import teiconv
    >>> teiconv.InvalidError("1 of 1 not valid").exit_code
    5
    """

    exit_code = 5


class MissingExtraError(TeiconvError):
    """An optional package is not installed (exit code 6). The message says how to install it.

    >>> import teiconv
    >>> teiconv.MissingExtraError("pip install pandas").exit_code
    6
    """

    exit_code = 6


def fault(error: BaseException, name: str | None = None) -> str:
    """Return one line about an ``error`` that nobody raised on purpose: document, error, place, and what to do."""
    said = " ".join(str(error).split())[:_SAID]
    place = _place_in_code(error.__traceback__)
    where = f" in {place}" if place else ""
    return f"{f'{name}: ' if name else ''}{type(error).__name__}{f' ({said})' if said else ''}{where}; {REPORT}"


_SAID = 200
"""How many characters of a foreign message are repeated."""


def _place_in_code(trace: TracebackType | None) -> str:
    """Return file and line of the innermost of our own functions that ``trace`` goes through."""
    here = os.path.dirname(os.path.abspath(__file__))
    place = ""
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.startswith(here + os.sep):
            place = f"{os.path.relpath(file, os.path.dirname(here))}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
