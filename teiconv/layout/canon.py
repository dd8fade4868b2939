"""The canonical form of a text, as data and rules: what begins a line, its margins, its indentation, its marker.

The form is described in ``docs/design.md``.  :mod:`teiconv.layout.render` walks a tree and applies it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from teiconv.model import Element, element, plain


class Block(NamedTuple):
    """How an element that begins a line is laid out.

    ``margin``: a blank line before and after it.  ``apart``: unless text runs in it, whatever stands in it has a
    line of its own.
    """

    margin: bool = False
    apart: bool = False


_PLAIN, _MARGIN, _APART = Block(), Block(margin=True), Block(apart=True)
_WITHOUT_MARGIN = frozenset({"table", "row", "list", "item", "label", "lg", "l"})

BLOCKS: dict[str, Block] = {
    "div": _APART,
    "head": _MARGIN,
    "p": _MARGIN,
    "ab": _MARGIN,
    "lg": _PLAIN,
    "l": _PLAIN,
    "figure": _PLAIN,
    "quote": _PLAIN,
    "opener": _PLAIN,
    "dateline": _PLAIN,
    "salute": _PLAIN,
    "byline": _PLAIN,
    "closer": _PLAIN,
    "signed": _PLAIN,
    "postscript": _PLAIN,
    "trailer": _PLAIN,
    "list": _APART,
    "label": _PLAIN,
    "item": _PLAIN,
    "table": _APART,
    "row": _PLAIN,
}
"""Every element that begins a line.  What is not here runs on: its text is text of the block around it."""


@dataclass(frozen=True, slots=True)
class Canon:
    """The canonical form of the texts of a series.  The default is that of *Foreign Relations*.

    Attributes:
        blocks: how each element is laid out that begins a line.
        call: how the text calls a note; ``{}`` stands for its numeral: ``[{}]``.
        marker: what a note begins with in the list; ``{}`` stands for its numeral there: ``[{}] ``.
        labelled: the list gives each note the numeral that the text calls it by. Without it, the list counts from 1.
        indented: the list is indented as that of a site is; else its notes are paragraphs as any others.
        apart: a list that is not indented has a blank line between any two notes; else each note begins the next line.
        above_source: the list stands above the note that gives the source, where that has a line of its own.
    """

    blocks: Mapping[str, Block] = field(default_factory=lambda: BLOCKS)
    call: str = "{}"
    marker: str = "{}. "
    labelled: bool = False
    indented: bool = True
    apart: bool = True
    above_source: bool = False

    @property
    def is_site(self) -> bool:
        """Whether the list of notes is that of a site: indented, counted from 1."""
        return self.indented and not self.labelled and self.marker == "{}. "


CANON = Canon()
SPACED = {name: block._replace(margin=name not in _WITHOUT_MARGIN) for name, block in BLOCKS.items()}
"""The blocks of a form that has a blank line between any two of them."""

BULLET = "• "
RUN_IN = frozenset({"head", "label"})
"""In a list with ``rend="run-in"`` their items go on in the same line, after a blank: ``FROM: Henry Kissinger``."""

CELL_END = "\t\t"
ONE_TAB = "one-tab"
"""``row/@rend`` of a typed table, whose cells one tab parts."""


def cell_end(row: Element) -> str:
    """Return what stands between the cells of ``row``."""
    return "\t" if row.get("rend") == ONE_TAB else CELL_END


def canonical_separator(*, first: bool, margin: bool) -> str:
    """Return the canonical white space between two blocks, without the indentation of the second.

    ``first`` says that nothing stands before it, ``margin`` that either of the two has a margin.
    """
    return "" if first else "\n\n" if margin else "\n"


def explicit_separator(said: str, canonical: str) -> str:
    """Return the white space that ``lb`` and ``space`` elements say before a block; blanks alone indent its line."""
    return canonical + said if "\n" in canonical and not ("\n" in said or "\r" in said) else said


def indentation(depth: int) -> str:
    """Return what stands before a line inside an item (but the first) at that depth of lists; a note is one deep."""
    return " " * (2 * depth + 2) if depth else ""


_CALLS = {
    "plain": ("", ""),
    "brackets": ("[", "]"),
    "caret": ("[^", "]"),
    "slashes": ("/", "/"),
    "slash": ("", "/"),
    "parentheses": ("(", ")"),
}
"""What stands around the numeral that calls a note, by what its ``@rend`` says of the call."""


def numeral(note: Element, number: int, canon: Canon = CANON) -> str:
    """Return what ``note``, the ``number``-th of its document, is numbered with in the list of notes."""
    return _said(note, "numeral-") or (note.get("n") if canon.labelled else None) or str(number)


_RAISED = "raised"
"""What ``@rend`` says of a call in raised figures: ``¹``."""
_LOWER = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISE = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_RAISED_DIGITS = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹")


def call(note: Element, canon: Canon = CANON) -> str:
    """Return what stands in the text where ``note`` is called: ``1``, ``[1]``, ``/1/``."""
    label, said = note.get("n") or "", _said(note, "call-")
    if said == _RAISED:
        return label.translate(_RAISE)
    if said in _CALLS:
        before, after = _CALLS[said]
        return f"{before}{label}{after}"
    return canon.call.format(label) if label else ""


def call_form(written: str, canon: Canon = CANON) -> tuple[str, str | None]:
    """Return the numeral of a call, and what ``@rend`` says of the call; the inverse of :func:`call`."""
    is_bare = canon.call == "{}"
    own = _inside(written, *canon.call.split("{}"))
    if is_bare and written and set(written) <= _RAISED_DIGITS:
        return written.translate(_LOWER), f"call-{_RAISED}"
    if own and (own.isdigit() or not is_bare):
        return own, None
    for name, around in _CALLS.items():
        numeral = _inside(written, *around)
        if numeral.isdigit():
            return numeral, f"call-{name}"
    return written, None if is_bare else "call-plain"


def _inside(written: str, before: str, after: str) -> str:
    """Return what stands between ``before`` and ``after``, or nothing if these do not stand around it."""
    inner = written.removeprefix(before).removesuffix(after)
    return inner if written == f"{before}{inner}{after}" else ""


def _said(note: Element, what: str) -> str:
    """Return what ``@rend`` says of that kind: ``7`` of ``numeral-`` in ``numeral-7 call-brackets``."""
    words = (note.get("rend") or "").split()
    return next((word.removeprefix(what) for word in words if word.startswith(what)), "")


def typed_marker(note: Element) -> str | None:
    """Return the marker that the list has before ``note``, where that is typed in another way than ``1. ``."""
    first = note.content[0] if note.content else None
    if not isinstance(first, Element) or first.name != "label":
        return None
    label = plain(first.content)
    return label if first.get("xml:space") == "preserve" else f"{label} "


RUN_ON = "run-on"
"""``@rend`` of what begins in the line in which another ends: a note, the head of a list, or :data:`MAY_RUN_ON`."""
MAY_RUN_ON = frozenset({"item", "signed"})
"""Blocks that stand side by side in two columns."""
_PLACE_OF_NOTES = "notes"


def place_of_notes() -> Element:
    """Return what stands where a list of notes does, if that is not its canonical place."""
    return element("milestone", unit=_PLACE_OF_NOTES)


def is_place_of_notes(node: Element) -> bool:
    """Whether a list of notes stands at ``node``: that of all notes called above it, but for those listed before."""
    return node.name == "milestone" and node.get("unit") == _PLACE_OF_NOTES


def is_source_line(node: Element) -> bool:
    """Whether ``node`` is a note that gives the source on a line of its own."""
    return node.name == "note" and node.get("rend") == "inline" and node.get("type") == "source"


def has_label_alone(note: Element) -> bool:
    """Return whether the marker of ``note`` has a line of its own: a ``label`` with ``place="above"``."""
    first = next((node for node in note.content if isinstance(node, str) or node.name not in ("lb", "space")), None)
    return isinstance(first, Element) and first.name == "label" and first.get("place") == "above"


def has_labels(node: Element) -> bool:
    """Whether ``node``, a list, gives each item a label: label and item then have a line each, without bullet."""
    return any(isinstance(child, Element) and child.name == "label" for child in node.content)


def runs_in(node: Element) -> bool:
    """Whether ``node``, a list, has each head or label on the line of its item (:data:`RUN_IN`)."""
    return node.get("rend") == "run-in"
