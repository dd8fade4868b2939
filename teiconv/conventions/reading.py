"""Draft → the body of a document, by its conventions."""

from __future__ import annotations

from collections.abc import Callable

from teiconv.conventions.base import Conventions
from teiconv.conventions.documents_in_text import documents_of
from teiconv.conventions.table import recognise, sample
from teiconv.layout.lines import line_break, settle, spacing
from teiconv.layout.notation import apply
from teiconv.layout.preserve import preserve
from teiconv.layout.reconcile import NotTheTextError, reconcile
from teiconv.model import SEVERAL, Element, Node, element
from teiconv.regex import regex
from teiconv.structure.blocks import read_blocks
from teiconv.structure.draft import Draft, taken

Change = Callable[[Element, Conventions, "str | None"], Element]

_LINE_END_OR_FEED = regex(r"(\r\n|\r|\n|\f)")


def read_body(text: str, conventions: Conventions | None = None) -> Element:
    """Return ``text`` as a ``div``, read by ``conventions``, or by those that fit it best."""
    looked_at = sample(text)
    conventions = conventions or recognise(looked_at)
    return structured(conventions.draft(looked_at), conventions)


def structured(
    draft: Draft, conventions: Conventions, *, several: bool = False, change: Change | None = None
) -> Element:
    """Return the ``div`` that ``conventions`` make of a draft, with all its white space.

    Should their reading not give the text back, the plainest does: every chunk a paragraph.  ``several``: a text that
    certainly holds several documents becomes a ``div`` of them (:data:`SEVERAL`).  ``change`` is what an editor makes
    of the division before its white space is said; it is given the text that must come back.
    """
    found = documents_of(draft.text, conventions.starts(draft.text)) if several and draft.text else []
    if len(found) > 1:
        content: list[Node] = []
        for before, text in found:
            content += spacing(before) if before not in ("", _BETWEEN) else []
            content.append(structured(conventions.draft(sample(text)), conventions).having(type="document"))
        return element("div", *content, type=SEVERAL)
    body = taken(draft, conventions.passes).body
    assert body is not None, f"the passes of {conventions.name} must end with one that divides"
    if change is not None:
        body = change(body, conventions, draft.text)
    if draft.text is None:
        return preserve(body)
    try:
        return preserve(reconcile(body, draft.text, conventions.write, conventions.canon))
    except NotTheTextError:
        return plain_body(draft.text, conventions)


_BETWEEN = "\n\n"
"""The canonical white space between two documents, which is not said."""


def plain_body(text: str, conventions: Conventions) -> Element:
    """Return ``text`` as blocks and nothing more, or, should even these not give it back, as :func:`plainest_body`."""
    blocks = settle(read_blocks(text, conventions.read_break))
    body = element("div", *(apply(placed.block, conventions.notations) for placed in blocks), type="document")
    try:
        return preserve(reconcile(body, text, conventions.write, conventions.canon))
    except NotTheTextError:
        return plainest_body(text)


def plainest_body(text: str) -> Element:
    """Return ``text`` as a single block of lines, which gives any text back."""
    content: list[Node] = []
    for piece in _LINE_END_OR_FEED.split(text):
        if piece == "\f":
            content.append(element("pb", rend="form-feed"))
        elif piece in ("\n", "\r\n", "\r"):
            content.append(line_break(piece))
        elif piece:
            content.append(piece)
    return element("div", *([element("ab", *content, xml_space="preserve")] if content else ()), type="document")
