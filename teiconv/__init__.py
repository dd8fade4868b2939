"""Plain-text diplomatic memoranda → TEI P5 XML, and back to exactly the same text.

>>> import teiconv
>>> tei = teiconv.to_tei("1. Telegram From the Embassy in Peru to the Department of State\\n\\n[Page 2]")
>>> teiconv.to_text(tei)
'1. Telegram From the Embassy in Peru to the Department of State\\n\\n[Page 2]'
>>> teiconv.validate(tei)
[]

:func:`read_text` and :func:`read_tei` make a :class:`Document`, which answers questions about its sender, its
recipients, its persons and its gaps.  :func:`convert_folder` converts a folder.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from teiconv._version import __version__

if TYPE_CHECKING:
    from teiconv.batch.run import Summary
    from teiconv.document.answers import Gap, Mention, Note, Person, Reference
    from teiconv.document.dataframes import dataframe
    from teiconv.document.record import Document
    from teiconv.document.spans import spacy_doc
    from teiconv.document.tables import rows
    from teiconv.errors import (
        InvalidError,
        MissingExtraError,
        OptionsError,
        Place,
        SourceError,
        TeiconvError,
        TeiError,
    )
    from teiconv.folders import convert_folder
    from teiconv.formats.losses import Loss
    from teiconv.library import (
        left_out,
        load_persons,
        load_terms,
        read_tei,
        read_text,
        read_volume,
        to_bytes,
        to_tei,
        to_text,
        write_tei,
    )
    from teiconv.model import Element
    from teiconv.model.archive import Archive, Level, Unit
    from teiconv.model.decision import Decision
    from teiconv.model.header import (
        Agent,
        AgentKind,
        Classification,
        Date,
        Editor,
        Form,
        Header,
        Publication,
    )
    from teiconv.options import Options, Profile
    from teiconv.validation import Problem, validate

_HOMES = {
    "teiconv.batch.run": ("Summary",),
    "teiconv.library": (
        "left_out", "load_persons", "load_terms", "read_tei", "read_text", "read_volume", "to_bytes",
        "to_tei", "to_text", "write_tei",
    ),
    "teiconv.document.record": ("Document",),
    "teiconv.document.answers": ("Gap", "Mention", "Note", "Person", "Reference"),
    "teiconv.document.spans": ("spacy_doc",),
    "teiconv.document.dataframes": ("dataframe",),
    "teiconv.document.tables": ("rows",),
    "teiconv.errors": (
        "InvalidError", "MissingExtraError", "OptionsError", "Place", "SourceError", "TeiError", "TeiconvError",
    ),
    "teiconv.folders": ("convert_folder",),
    "teiconv.formats.losses": ("Loss",),
    "teiconv.model": ("Element",),
    "teiconv.model.decision": ("Decision",),
    "teiconv.model.archive": ("Archive", "Level", "Unit"),
    "teiconv.model.header": ("Agent", "AgentKind", "Classification", "Date", "Editor", "Form", "Header", "Publication"),
    "teiconv.options": ("Options", "Profile"),
    "teiconv.validation": ("Problem", "validate"),
}  # fmt: skip
"""Where each public name stands; it is imported when it is asked for, so that ``teiconv --help`` is instant."""

__all__ = [
    "Agent",
    "AgentKind",
    "Archive",
    "Classification",
    "Date",
    "Decision",
    "Document",
    "Editor",
    "Element",
    "Form",
    "Gap",
    "Header",
    "InvalidError",
    "Level",
    "Loss",
    "Mention",
    "MissingExtraError",
    "Note",
    "Options",
    "OptionsError",
    "Person",
    "Place",
    "Problem",
    "Profile",
    "Publication",
    "Reference",
    "SourceError",
    "Summary",
    "TeiError",
    "TeiconvError",
    "Unit",
    "__version__",
    "convert_folder",
    "dataframe",
    "left_out",
    "load_persons",
    "load_terms",
    "read_tei",
    "read_text",
    "read_volume",
    "rows",
    "spacy_doc",
    "to_bytes",
    "to_tei",
    "to_text",
    "validate",
    "write_tei",
]


def __getattr__(name: str) -> Any:
    """Return a public name, imported now."""
    for home, names in _HOMES.items():
        if name in names:
            found = getattr(import_module(home), name)
            globals()[name] = found
            return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """Return the public names."""
    return __all__
