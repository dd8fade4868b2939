"""A whole document: what the TEI file says, as one frozen record."""

from __future__ import annotations

from dataclasses import dataclass, field

from teiconv.model import Element
from teiconv.model.header import Form, Header


@dataclass(frozen=True, slots=True)
class Document:
    """One document: its ``body`` (a ``div``), its ``header``, the ``form`` of its source, and its ``standoff``.

    ``standoff`` holds what the text points to: ``listPerson``, ``listOrg``, the list of terms.  ``conventions`` is the
    name of those by which the text was read.
    """

    body: Element
    form: Form
    header: Header = field(default_factory=Header)
    standoff: tuple[Element, ...] = ()
    conventions: str = "frus"
