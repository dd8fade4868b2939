"""Plain-text diplomatic memoranda → TEI P5 XML, and back to the very same text.

>>> import teiconv
>>> tei = teiconv.to_tei("1. Telegram From the Embassy in Peru to the Department of State\\n\\n[Page 2]")
>>> teiconv.to_text(tei)
'1. Telegram From the Embassy in Peru to the Department of State\\n\\n[Page 2]'
>>> teiconv.validate(tei)
[]

Whoever wants to look inside takes the steps one by one: :func:`read_text` makes a :class:`Document` of a text,
:func:`write_tei` a TEI file of that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from teiconv._version import __version__

if TYPE_CHECKING:
    from teiconv.convert import read_text, to_bytes, to_tei, to_text, write_tei
    from teiconv.document.record import Document
    from teiconv.errors import InvalidError, SourceError, TeiconvError, TeiError
    from teiconv.options import Options
    from teiconv.validation import Problem, validate

__all__ = [
    "Document",
    "InvalidError",
    "Options",
    "Problem",
    "SourceError",
    "TeiError",
    "TeiconvError",
    "__version__",
    "read_text",
    "to_bytes",
    "to_tei",
    "to_text",
    "validate",
    "write_tei",
]

_HOMES = {
    "teiconv.convert": ("read_text", "to_bytes", "to_tei", "to_text", "write_tei"),
    "teiconv.document.record": ("Document",),
    "teiconv.errors": ("InvalidError", "SourceError", "TeiconvError", "TeiError"),
    "teiconv.options": ("Options",),
    "teiconv.validation": ("Problem", "validate"),
}


def __getattr__(name: str) -> Any:
    """Import what is asked for when it is asked for: ``teiconv --help`` needs none of it."""
    from importlib import import_module

    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
