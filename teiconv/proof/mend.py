"""Markup that does not stand the proof is taken out of a document; its text stays."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple, TypeAlias

from teiconv.conventions.base import Conventions
from teiconv.conventions.form_feeds import FORM_FEED
from teiconv.document.record import Document
from teiconv.layout.leaf import WriteInline
from teiconv.layout.notation import read
from teiconv.layout.preserve import preserve
from teiconv.layout.render import leaves
from teiconv.model import BLOCKS, Content, Element, Node, joined, plain
from teiconv.model.header import Header

Path: TypeAlias = "tuple[int, ...]"
"""Where an element stands: the index of each step among all the nodes of the one above."""

Change: TypeAlias = "Callable[[Element, bool], Iterable[Node]]"
"""What becomes of an element; the second argument tells whether it stands among blocks."""

_STEP = re.compile(r"([\w:.-]+)(?:\[(\d+)\])?\Z")
_ATTRIBUTE = re.compile(r"@([\w:.-]+)")
_BODY = ("TEI", "text", "body", "div")
_STAND_OFF = ("TEI", "standOff")
_KEPT = BLOCKS | {"note", "lb", "space", "TEI", "text", "body"}
_SHOWN, _SAID = 40, 160


class Fault(NamedTuple):
    """What does not stand the proof: the ``path`` of an element in the file, or the place ``at`` in the text."""

    message: str
    path: str = ""
    at: int | None = None


def mended(document: Document, faults: Iterable[Fault], conventions: Conventions) -> tuple[Document, list[str]]:
    """Return ``document`` without the markup that ``faults`` are about, and what was taken out; nothing if none was."""
    changes: dict[Path, tuple[Change, str]] = {}
    told: list[str] = []
    header = document.header
    write = conventions.write
    for fault in faults:
        if fault.at is not None:
            _add_block_at(changes, document, fault, conventions)
        elif (found := _place(document.body, fault.path, _BODY)) is not None:
            change = _without(document.body, found, fault, write)
            if change is not None:
                changes.setdefault(found, change)
        elif document.header == header:  # what is left out of the header may mend its other faults as well
            document, what = _besides(document, fault)
            told += what
    body = _changed(document.body, {path: change for path, (change, _) in changes.items()}, (), write)
    told += [what for _, what in changes.values()]
    return replace(document, body=preserve(body)) if changes else document, told


def _place(root: Element, path: str, above: tuple[str, ...]) -> Path | None:
    """Return where the element at ``path`` of the file stands under ``root``, which the steps ``above`` lead to."""
    steps = path.strip("/").split("/")
    if tuple(steps[: len(above)]) != above:
        return None
    place: list[int] = []
    for step in steps[len(above) :]:
        match = _STEP.match(step)
        named = [i for i, child in enumerate(root.content) if match and _is_called(child, match[1])]
        number = int(match[2] or 1) if match else 0
        if not 0 < number <= len(named):
            return None
        place.append(named[number - 1])
        child = root.content[named[number - 1]]
        assert isinstance(child, Element)
        root = child
    return tuple(place)


def _is_called(node: Node, name: str) -> bool:
    return isinstance(node, Element) and node.name == name


def _at(root: Element, path: Path) -> Element:
    for index in path:
        child = root.content[index]
        assert isinstance(child, Element)
        root = child
    return root


def _without(body: Element, path: Path, fault: Fault, write: WriteInline) -> tuple[Change, str] | None:
    """Return what mends the element at ``path``: a phrase is left as text, a block loses the attribute at fault."""
    node = _at(body, path)
    if path and node.name not in _KEPT:
        return lambda found, apart: as_text(found, apart, write), _told(node, "is left as text", fault)
    bad = [name for name in _ATTRIBUTE.findall(fault.message) if node.get(name) is not None]
    names = bad[:1] or [name for name, _ in node.attributes if name not in ("xml:space", "type")]
    if not names:
        return None
    kept = tuple((name, value) for name, value in node.attributes if name not in names)
    said = _told(node, f"has no {', '.join(f'@{name}' for name in names)}", fault)
    return lambda found, apart: (Element(found.name, found.content, kept),), said


def as_text(node: Element, apart: bool, write: WriteInline) -> Content:
    """Return the text that the phrase ``node`` is; among blocks (``apart``) it is one of its own.

    A form feed in it stays an element, since XML cannot hold the character.
    """
    written = write(node)
    content = node.content if written is None else read(written, (FORM_FEED,))
    return (Element("ab", content),) if apart and content else content


def _add_block_at(
    changes: dict[Path, tuple[Change, str]], document: Document, fault: Fault, conventions: Conventions
) -> None:
    """Add what makes plain text of the block in which the text begins to differ."""
    end = 0
    write = conventions.write
    for leaf in leaves(document.body, write_inline=write, canon=conventions.canon):
        end += len((leaf.canonical if leaf.explicit is None else leaf.explicit) + leaf.marker + leaf.text)
        if fault.at is not None and fault.at < end:
            path = _to_element(document.body, leaf.path)
            node = _at(document.body, path)
            if path and flat(node, write) != node:
                changes[path] = (lambda found, apart: (flat(found, write),)), _told(node, "is plain text", fault)
            return


def _to_element(root: Element, path: Path) -> Path:
    """Return ``path`` without its last step if that leads to a string, which begins behind the start of its block."""
    if path and isinstance(_at(root, path[:-1]).content[path[-1]], str):
        return path[:-1]
    return path


def flat(node: Element, write: WriteInline) -> Element:
    """Return the block ``node`` without the phrases in it; its notes, and the breaks of its lines, stay."""
    apart = _holds_blocks(node)
    content: list[Node] = []
    for child in node.content:
        if isinstance(child, str):
            content.append(child)
        elif child.name in _KEPT:
            content.append(flat(child, write) if child.content else child)
        else:
            written = as_text(child, apart and child.name == "pb", write)
            content += [flat(each, write) if isinstance(each, Element) else each for each in written] or (
                [child] if write(child) is None else []
            )
    return node.containing(joined(content))


def _holds_blocks(node: Element) -> bool:
    return node.name == "div" and not any(isinstance(child, str) for child in node.content)


def _changed(node: Element, changes: Mapping[Path, Change], path: Path, write: WriteInline) -> Element:
    """Return ``node``, which stands at ``path``, with ``changes`` carried out, the outermost first."""
    if path == () and () in changes:
        (node,) = (each for each in changes[()](node, False) if isinstance(each, Element))
    if not any(place[: len(path)] == path and len(place) > len(path) for place in changes):
        return node
    apart = _holds_blocks(node)
    content: list[Node] = []
    for index, child in enumerate(node.content):
        here = (*path, index)
        if isinstance(child, str):
            content.append(child)
        elif here in changes:
            content += changes[here](child, apart)
        else:
            content.append(_changed(child, changes, here, write))
    return node.containing(joined(content))


def _besides(document: Document, fault: Fault) -> tuple[Document, list[str]]:
    """Mend what is no part of the text: an entry of a list, or the header."""
    steps = fault.path.strip("/").split("/")
    if tuple(steps[:2]) == _STAND_OFF and len(steps) > 2:
        return _without_entry(document, steps, fault)
    if "teiHeader" in steps[:2]:
        simpler = _simpler(document.header)
        if simpler is not None:
            what, header = simpler
            return replace(document, header=header), [f"the header leaves out the {what}: {fault.message:.{_SAID}}"]
    return document, []


def _without_entry(document: Document, steps: list[str], fault: Fault) -> tuple[Document, list[str]]:
    whole = Element("standOff", document.standoff)
    path = _place(whole, "/".join(steps[: 4 if len(steps) > 3 else 3]), _STAND_OFF)
    if path is None:
        return document, []
    entry = _at(whole, path)
    without = _changed(whole, {path: lambda found, apart: ()}, (), lambda node: None)
    kept = tuple(node for node in without.content if isinstance(node, Element) and node.content)
    return replace(document, standoff=kept), [_told(entry, "is not in the list", fault)]


_LADDER: tuple[tuple[str, dict[str, object]], ...] = (
    ("date", {"created": None}),
    ("correspondents", {"sent": (), "received": (), "participants": (), "authors": ()}),
    ("archive", {"archive": None, "source": None, "drafting": None}),
    ("classification", {"classification": None, "genre": None}),
    ("place", {"place": None, "number": None}),
)


def _simpler(header: Header) -> tuple[str, Header] | None:
    """Return ``header`` without the first that it says of :data:`_LADDER`, and what that is called."""
    for what, values in _LADDER:
        simpler = replace(header, **values)  # type: ignore[arg-type]
        if simpler != header:
            return what, simpler
    return None


def _told(node: Element, what: str, fault: Fault) -> str:
    text = " ".join(plain(node.content).split())
    shown = f" “{text[:_SHOWN]}{'…' if len(text) > _SHOWN else ''}”" if text else ""
    return f"<{node.name}>{shown} {what}: {fault.message:.{_SAID}}"
