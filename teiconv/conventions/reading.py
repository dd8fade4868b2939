"""Draft → the body of a document, by its conventions."""

from __future__ import annotations

from teiconv.conventions.base import Conventions
from teiconv.conventions.frus.pages import read_break
from teiconv.conventions.several import documents_of
from teiconv.conventions.table import recognise, sample
from teiconv.layout.lines import settle, spacing
from teiconv.layout.notation import Notation, apply
from teiconv.layout.preserve import preserve
from teiconv.layout.reconcile import NotTheTextError, reconcile
from teiconv.model import SEVERAL, Element, Node, element
from teiconv.structure.blocks import read_blocks
from teiconv.structure.draft import Draft, taken


def read_body(text: str, conventions: Conventions | None = None) -> Element:
    """Return ``text`` as a ``div``, read by ``conventions``, or by those that fit it best."""
    looked_at = sample(text)
    conventions = conventions or recognise(looked_at)
    return structured(conventions.read(looked_at), conventions)


def structured(draft: Draft, conventions: Conventions, *, several: bool = False) -> Element:
    """Return the ``div`` that ``conventions`` make of a draft, with all its white space.

    Should their reading not give the text back, the plainest does: every chunk a paragraph.  ``several``: a text that
    certainly holds several documents becomes a ``div`` of them (:data:`SEVERAL`).
    """
    found = documents_of(draft.text) if several and draft.text and conventions.name == _NUMBERED else []
    if len(found) > 1:
        content: list[Node] = []
        for before, text in found:
            content += spacing(before) if before not in ("", _BETWEEN) else []
            content.append(structured(conventions.read(sample(text)), conventions).having(type="document"))
        return element("div", *content, type=SEVERAL)
    body = taken(draft, conventions.passes).body
    assert body is not None, f"the passes of {conventions.name} must end with one that divides"
    if draft.text is None:
        return preserve(body)
    try:
        body = reconcile(body, draft.text, conventions.write, conventions.canon)
    except NotTheTextError:
        plain = _plain(draft.text, conventions.notations)
        body = reconcile(plain, draft.text, conventions.write, conventions.canon)
    return preserve(body)


_NUMBERED = "frus"
_BETWEEN = "\n\n"
"""The canonical white space between two documents, which is not said."""


def _plain(text: str, notations: tuple[Notation, ...]) -> Element:
    blocks = settle(read_blocks(text, read_break))
    return element("div", *(apply(placed.block, notations) for placed in blocks), type="document")
