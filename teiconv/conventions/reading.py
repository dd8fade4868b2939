"""Text → draft → the body of a document, by its conventions."""

from __future__ import annotations

from teiconv.conventions.base import Conventions, Sample
from teiconv.conventions.frus.pages import read_break
from teiconv.conventions.table import recognise, sample
from teiconv.layout.lines import settle
from teiconv.layout.notation import Notation, apply
from teiconv.layout.preserve import preserve
from teiconv.layout.reconcile import NotTheTextError, reconcile
from teiconv.model import Element, element
from teiconv.structure.blocks import read_blocks
from teiconv.structure.draft import taken


def read_body(text: str, conventions: Conventions | None = None) -> Element:
    """Return ``text`` as a ``div``, read by ``conventions``, or by those that fit it best."""
    looked_at = sample(text)
    return structured(looked_at, conventions or recognise(looked_at))


def structured(text: Sample, conventions: Conventions) -> Element:
    """Return the ``div`` that ``conventions`` make of a text, with all its white space.

    Should their reading not give the text back, the plainest does: every chunk a paragraph.
    """
    body = taken(conventions.read(text), conventions.passes).body
    assert body is not None, f"the passes of {conventions.name} must end with one that divides"
    try:
        body = reconcile(body, text.text, conventions.write)
    except NotTheTextError:
        body = reconcile(_plain(text.text, conventions.notations), text.text, conventions.write)
    return preserve(body)


def _plain(text: str, notations: tuple[Notation, ...]) -> Element:
    blocks = settle(read_blocks(text, read_break))
    return element("div", *(apply(placed.block, notations) for placed in blocks), type="document")
