"""The conventions of the series that change one element: each is a function there, and one back.

They are applied in the order of :data:`CONVENTIONS`, and back in the opposite order.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from teiconv.formats.frus.vocabulary import LIST_TYPES
from teiconv.formats.tei.write import PRESERVE
from teiconv.layout.canon import is_place_of_notes, place_of_notes
from teiconv.model import Element, Node, element, joined

Change = Callable[[Element], Element]

TIGHT = "teiconv-tight"
"""``xml:id`` of the ``rendition`` for a paragraph without margins: the series has no ``ab``."""

RENDITIONS = {PRESERVE: "white-space: pre-wrap;", TIGHT: "margin: 0;"}
"""What the two look like, in CSS."""

OWN_SECTION_TITLE = "sectiontitle"
SECTION_TITLE = "sectiontitleital"
"""``p/@rend`` of the title of a section, in our own TEI and in that of the series."""

_FURNITURE = "page-furniture"
_HOLD_NO_SEG = frozenset({"div", "list", "table"})

_OFFICE = {"orgName": "body", "roleName": "office"}
_NAMES = {subtype: name for name, subtype in _OFFICE.items()}


@dataclass(frozen=True, slots=True)
class Convention:
    """One convention, both ways; each function returns an element that it does not concern as it is."""

    name: str
    write: Change
    read: Change


def _keep_space(node: Element) -> Element:
    if node.get("xml:space") != "preserve":
        return node
    return _with_rendition(node.having(xml_space=None), PRESERVE)


def _read_space(node: Element) -> Element:
    return _without_rendition(node, PRESERVE).having(xml_space="preserve") if _has(node, PRESERVE) else node


def _write_tight(node: Element) -> Element:
    return _with_rendition(replace(node, name="p"), TIGHT) if node.name == "ab" else node


def _read_tight(node: Element) -> Element:
    return replace(_without_rendition(node, TIGHT), name="ab") if node.name == "p" and _has(node, TIGHT) else node


def _write_correspondence(node: Element) -> Element:
    """A pointer to a person is ``@corresp``; where it may be one person or another, the series names neither."""
    pointers = (node.get("ref") or "").split()
    if node.name != "persName" or len(pointers) != 1:
        return node
    return _renamed(node, "ref", "corresp")


def _read_correspondence(node: Element) -> Element:
    return _renamed(node, "corresp", "ref") if node.name == "persName" else node


def _write_agency(node: Element) -> Element:
    """Who sends or receives and is no person is a ``gloss``, be it a body or an office."""
    if node.name not in _OFFICE or node.get("type") not in ("from", "to"):
        return node
    return replace(node.having(subtype=_OFFICE[node.name]), name="gloss")


def _read_agency(node: Element) -> Element:
    name = _NAMES.get(node.get("subtype") or "") if node.name == "gloss" and node.get("target") is None else None
    return replace(node.having(subtype=None), name=name) if name else node


def _write_reference(node: Element) -> Element:
    """Words for somebody (who speaks, in a transcript) are a ``name``: the series has no ``rs``."""
    return replace(node, name="name") if node.name == "rs" and node.get("type") else node


def _read_reference(node: Element) -> Element:
    return replace(node, name="rs") if node.name == "name" and node.get("type") else node


def _write_furniture(node: Element) -> Element:
    """What a page repeats (a letterhead, its number) is a ``figure`` between blocks, a ``seg`` in a line."""
    if node.name == "fw":
        return replace(node.having(type=node.get("type") or _FURNITURE, subtype=_FURNITURE), name="seg")
    if node.name in _HOLD_NO_SEG and any(_is_furniture(child) for child in node.content):
        return node.containing(_as_figure(child) if _is_furniture(child) else child for child in node.content)
    return node


def _read_furniture(node: Element) -> Element:
    if node.name not in ("figure", "seg") or node.get("subtype") != _FURNITURE:
        return node
    kind = node.get("type")
    content = node.content
    if node.name == "figure":
        content = joined(piece for child in content if isinstance(child, Element) for piece in child.content)
    kept = node.having(type=None if kind == _FURNITURE else kind, subtype=None)
    return Element("fw", content, kept.attributes)


def _as_figure(seg: Node) -> Node:
    if not isinstance(seg, Element):
        return seg
    return Element("figure", (element("label", *seg.content),), seg.attributes)


def _is_furniture(node: Node) -> bool:
    return isinstance(node, Element) and node.name == "seg" and node.get("subtype") == _FURNITURE


def _write_list(node: Element) -> Element:
    """Of the lists at the top of a document, the series has few types."""
    kind = node.get("type")
    if node.name != "list" or kind is None or kind in LIST_TYPES:
        return node
    return node.having(type="simple", subtype=kind)


def _read_list(node: Element) -> Element:
    if node.name != "list" or node.get("type") != "simple" or node.get("subtype") is None:
        return node
    return node.having(type=node.get("subtype"), subtype=None)


def _write_title(node: Element) -> Element:
    return node.having(rend=SECTION_TITLE) if _is_title(node, OWN_SECTION_TITLE) else node


def _read_title(node: Element) -> Element:
    return node.having(rend=OWN_SECTION_TITLE) if _is_title(node, SECTION_TITLE) else node


def _is_title(node: Element, rend: str) -> bool:
    return node.name == "p" and node.get("rend") == rend


def _write_place(node: Element) -> Element:
    """Where a list of notes stands is an ``anchor``: the series has no ``milestone``."""
    return element("anchor", type=node.get("unit")) if is_place_of_notes(node) else node


def _read_place(node: Element) -> Element:
    is_place = node.name == "anchor" and node.get("type") == place_of_notes().get("unit")
    return place_of_notes() if is_place else node


def _write_note(node: Element) -> Element:
    """Every note with a number is a footnote: that is not said."""
    return node.having(place=None) if _is_footnote(node) and node.get("place") == "foot" else node


def _read_note(node: Element) -> Element:
    return node.having(place="foot") if _is_footnote(node) and node.get("place") is None else node


def _is_footnote(node: Element) -> bool:
    return node.name == "note" and node.get("rend") != "inline"


def _write_end(node: Element) -> Element:
    """What a cable ends with, below the name, is a ``closer``: the series has no ``trailer``."""
    return replace(node.having(rend="trailer"), name="closer") if node.name == "trailer" else node


def _read_end(node: Element) -> Element:
    is_end = node.name == "closer" and node.get("rend") == "trailer"
    return replace(node.having(rend=None), name="trailer") if is_end else node


CONVENTIONS = (
    Convention("paragraph without margins", _write_tight, _read_tight),
    Convention("white space that counts", _keep_space, _read_space),
    Convention("pointer to a person", _write_correspondence, _read_correspondence),
    Convention("sender or recipient", _write_agency, _read_agency),
    Convention("words for somebody", _write_reference, _read_reference),
    Convention("page furniture", _write_furniture, _read_furniture),
    Convention("type of a list", _write_list, _read_list),
    Convention("title of a section", _write_title, _read_title),
    Convention("place of notes", _write_place, _read_place),
    Convention("footnote", _write_note, _read_note),
    Convention("end of a cable", _write_end, _read_end),
)


def write_conventions(node: Element) -> Element:
    """Return ``node`` as the series has it; its content is left as it is."""
    for convention in CONVENTIONS:
        node = convention.write(node)
    return node


def read_conventions(node: Element) -> Element:
    """Return ``node`` as our own TEI has it; the inverse of :func:`write_conventions`."""
    for convention in reversed(CONVENTIONS):
        node = convention.read(node)
    return node


def _renamed(node: Element, old: str, new: str) -> Element:
    return replace(node, attributes=tuple((new if key == old else key, value) for key, value in node.attributes))


def _has(node: Element, rendition: str) -> bool:
    return f"#{rendition}" in (node.get("rendition") or "").split()


def _with_rendition(node: Element, rendition: str) -> Element:
    return node.having(rendition=" ".join([*(node.get("rendition") or "").split(), f"#{rendition}"]))


def _without_rendition(node: Element, rendition: str) -> Element:
    kept = [pointer for pointer in (node.get("rendition") or "").split() if pointer != f"#{rendition}"]
    return node.having(rendition=" ".join(kept) or None)
