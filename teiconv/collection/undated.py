"""The bounds of a document without a date, from the documents around it in its collection.

Where documents stand in the order of their dates, one without a date was written between those around it.  That the
order is that of dates is seen, not assumed: of the dated documents of a folder, the three before it and the three
after it must follow each other in time.  The bounds are one cue, the place in the order, so they are ``medium``; and
they are taken away again when the documents around no longer give them.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from teiconv.collection.ids import address, relative
from teiconv.model import Element, Node
from teiconv.model.certainty import Certainty

Attributes = tuple[tuple[str, str], ...]

WINDOW = 3
"""How many dated documents on each side must stand in the order of their dates."""

_VALUES = ("when", "from", "to", "notBefore", "notAfter")
_NOT_DATED = frozenset({"editorial-note", "index"})
"""Kinds of divisions that were not written in the days they stand for."""


class Placed(NamedTuple):
    """A document in the order of its folder: its file and id, the attributes of its date, and if it may have bounds."""

    folder: str
    file: str
    id: str
    date: Attributes = ()
    is_undated: bool = False


def stated_date(header: Element) -> Attributes:
    """Return the values of the date of ``header``, a ``teiHeader``, and how certain they are."""
    date = _first(_first(_first(header, "profileDesc"), "creation"), "date")
    found = tuple(pair for pair in date.attributes if pair[0] in _VALUES)
    return (*found, *(pair for pair in date.attributes if pair[0] == "cert")) if found else ()


def may_be_bounded(body: Element, date: Attributes) -> bool:
    """Tell whether the document ``body`` has a day on which it was written, and none that is known."""
    return not date and body.get("subtype") not in _NOT_DATED


def bounds(documents: Iterable[Placed]) -> Iterator[tuple[str, Attributes]]:
    """Yield for each undated document among ``documents``, which are in order, its file and the date it gets.

    These are ``notBefore``, ``notAfter``, ``cert``, and in ``source`` the two documents that give them.
    """
    window: deque[_Dated] = deque(maxlen=2 * WINDOW)
    for document in documents:
        if window and window[0].document.folder != document.folder:
            window.clear()
        if first_and_last(document.date):
            window.append(_Dated(document, []))
            yield from _bounded(window)
        elif window and document.is_undated:
            window[-1].undated.append(document)


class _Dated(NamedTuple):
    """A dated document, and the undated ones that follow it."""

    document: Placed
    undated: list[Placed]


def _bounded(window: deque[_Dated]) -> Iterator[tuple[str, Attributes]]:
    """Yield the undated documents in the middle of a full ``window`` that is in the order of dates."""
    if len(window) < 2 * WINDOW or not window[WINDOW - 1].undated:
        return
    days = [first_and_last(each.document.date)[0] for each in window]
    if days != sorted(days):
        return
    before, after = window[WINDOW - 1].document, window[WINDOW].document
    first, last = first_and_last(before.date)[0], first_and_last(after.date)[1]
    for document in window[WINDOW - 1].undated:
        pointers = (relative(one.file, document.file, one.id) for one in (before, after))
        yield (
            document.file,
            (("notBefore", first), ("notAfter", last), ("cert", Certainty.MEDIUM), ("source", " ".join(pointers))),
        )


def first_and_last(date: Attributes) -> tuple[str, ...]:
    """Return the first and the last day of a date that its document says outright; nothing of bounds, or in doubt."""
    said = dict(date)
    first, last = said.get("when") or said.get("from"), said.get("when") or said.get("to") or said.get("from")
    if not first or not last or said.get("cert", Certainty.HIGH) != Certainty.HIGH:
        return ()
    return first.partition("T")[0], last.partition("T")[0]


def with_bounds(root: Element, date: Attributes, path: str) -> Element:
    """Return ``root``, the ``TEI`` of an undated document at ``path``, with ``date`` wherever its header has the date.

    Without ``date`` the bounds that it has are taken away.
    """
    resp = address("collection.xml", path.count("/"), "teiconv")
    header = _first(root, "teiHeader")
    profile = _first(header, "profileDesc")
    if _first(profile, "creation").name != "creation":
        profile = profile.containing((Element("creation", (), (("resp", resp),)), *profile.content))
    bounded = (each for node in profile.content for each in _with_date(node, date))
    return _replaced(root, _replaced(header, profile.containing(tuple(bounded))))


def _with_date(node: Node, date: Attributes) -> Iterator[Node]:
    """Yield a part of ``profileDesc`` with ``date``, if it says when the document was written or sent."""
    if not isinstance(node, Element):
        yield node
    elif node.name == "correspDesc":
        yield node.containing(tuple(each for child in node.content for each in _with_date(child, date)))
    elif node.name == "creation" or (node.name == "correspAction" and node.get("type") == "sent"):
        new = _dated(node, date)
        if new.content:
            yield new
    else:
        yield node


def _dated(node: Element, date: Attributes) -> Element:
    """Return ``node`` with ``date`` behind those who wrote it, before the place."""
    words = _first(node, "date").content
    rest = [child for child in node.content if not (isinstance(child, Element) and child.name == "date")]
    at = next(
        (n for n, child in enumerate(rest) if isinstance(child, Element) and child.name == "placeName"), len(rest)
    )
    if date or words:
        rest.insert(at, Element("date", words, date))
    return node.containing(tuple(rest))


def _first(node: Element, name: str) -> Element:
    found = (child for child in node.content if isinstance(child, Element) and child.name == name)
    return next(found, Element(""))


def _replaced(node: Element, part: Element) -> Element:
    """Return ``node`` with ``part`` in place of its child of that name."""
    return node.containing(
        tuple(part if isinstance(child, Element) and child.name == part.name else child for child in node.content)
    )
