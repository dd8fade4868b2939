"""Every error that teiconv raises on purpose: what is wrong, where, and what to do about it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from types import TracebackType

REPORT = "this is a fault of teiconv: please report it with the document (CONTRIBUTING.md says where)"
"""What is said of an error that nobody raised on purpose."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in an input: file name, line and column, both counted from 1 (columns in characters)."""

    file: str = "<input>"
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)


class TeiconvError(Exception):
    """Base class; ``str()`` gives ``file:line:column: what is wrong; what to do``.

    ``exit_code`` is what the command line exits with.
    """

    exit_code = 1

    def __init__(self, message: str, place: Place | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.place = place

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if self.place else self.message


class OptionsError(TeiconvError):
    """Options or settings say what cannot be meant (exit code 2)."""

    exit_code = 2


class SourceError(TeiconvError):
    """The text cannot be decoded, or holds a character that XML 1.0 has no way to write (exit code 3)."""

    exit_code = 3


class TeiError(TeiconvError):
    """The XML is not well formed, is hostile, or is not a TEI document that can be read (exit code 4)."""

    exit_code = 4


class InvalidError(TeiconvError):
    """A document is not valid against a schema (exit code 5)."""

    exit_code = 5


class MissingExtraError(TeiconvError):
    """An optional dependency is not installed (exit code 6)."""

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
