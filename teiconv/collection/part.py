"""The part of a document in its collection: its TEI without the shared statements, and what other documents need."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field

from teiconv.collection.identity import UnlistedPerson
from teiconv.collection.ids import address, file_id, page_id
from teiconv.collection.listed import PERSONS, TERMS, children, found_persons, known_persons, register_names
from teiconv.collection.named import KINDS, Named, named
from teiconv.collection.undated import Attributes, may_be_bounded, stated_date
from teiconv.model import Element, Node, descendants, element, lasting
from teiconv.remember import remembered

DOCUMENTS = "collection.xml"
REGISTERS = (PERSONS, *(kind.register for kind in KINDS.values()), TERMS, DOCUMENTS)
"""What stands at the top of a collection beside its documents: registers, and the file that lists the documents."""

_TOOL = "#teiconv"
_POINTERS = frozenset("ref target corresp sameAs ana source resp who".split())
_LANGUAGE = "en"
_WITHOUT_POINTERS = "encodingDesc"
"""The part of the header that says how teiconv encodes: it points to nothing."""
_SHARED = frozenset({"respStmt", "revisionDesc"})
"""Elements of the header that document after document has."""


@dataclass(frozen=True, slots=True)
class Part:
    """What the collection needs to know of a document.

    Attributes:
        id: its ``xml:id``; ``number`` is the one in its title, ``date`` as TEI writes it.
        notes: the ids of its notes without that of the document (``fn3``); ``pages`` its page numbers.
        wants: the references that lead out of it, as the text has them (``d12fn3``, ``frus1969-76v06#d32``), each with
            its place among all ``ref`` of the file.
        opens: whether a page begins with it, its first.
        leads: where each of these leads in the file as it is now; ``None`` for a reference without pointer.
        found: its persons whom no list names; ``known``: the ids of those whom an authority does.
        named: its places and organisations.
        date: the values of its date, and how certain they are; ``is_undated``: it has none, and may get bounds.
        bounds: the date that it has now from the documents around it.
    """

    id: str
    number: str | None = None
    notes: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    wants: tuple[tuple[int, str], ...] = ()
    leads: tuple[str | None, ...] = ()
    found: tuple[UnlistedPerson, ...] = ()
    opens: bool = False
    known: tuple[str, ...] = ()
    named: tuple[Named, ...] = ()
    date: Attributes = ()
    is_undated: bool = False
    bounds: Attributes = ()

    @property
    def unresolved(self) -> tuple[str, ...]:
        """The references that lead nowhere in this collection, nor to a volume whose address is known."""
        return tuple(pointer for (_, pointer), lead in zip(self.wants, self.leads, strict=True) if lead is None)


@dataclass(frozen=True, slots=True)
class Gathered:
    """A document of a collection: its TEI, its part, and the names of its persons by the pointers to them."""

    root: Element
    part: Part
    names: Mapping[str, str]


@dataclass(slots=True)
class _Moving:
    """The state of one walk: what pointers become, and what is found on the way."""

    pointers: dict[str, str]
    above: int
    refs: int = 0
    wants: list[tuple[int, str]] = field(default_factory=list)
    named: dict[str, Named] = field(default_factory=dict)


def gathered(
    root: Element, path: str, prefixes: tuple[tuple[str, str], ...] = (), listed: Set[str] | None = None
) -> Gathered:
    """Return the document under ``root``, a ``TEI`` element, as a part of its collection.

    ``path`` is that of its file; ``prefixes`` are declared in its header, each with what it stands for.  Persons and
    terms go to the registers; a reference that leads out of the document is no pointer as yet.  ``listed`` are the ids
    of those whom lists name, where an authority names others.
    """
    header, *_, text = children((root,))
    body = next(node for node in descendants(text) if node.name == "div" and node.get("type") == "document")
    id, above = body.get("xml:id") or "", path.count("/")
    lists = tuple(node for node in root.content if isinstance(node, Element) and node.name == "standOff")
    found = found_persons(lists, id)
    names = register_names(lists, found, above)
    own, notes, pages = _own(body)
    tool = {_TOOL: address(DOCUMENTS, above, "teiconv")}
    pointers = {**own, **{old: pointer for old, pointer, _ in names}, **tool, **_editors(header, id)}
    state = _Moving(pointers, above)
    moved = _moved(root.containing(node for node in root.content if node not in lists), state)
    part = Part(
        id,
        body.get("n"),
        tuple(note.removeprefix(id) for note in notes),
        pages,
        tuple(state.wants),
        (None,) * len(state.wants),
        tuple(sorted({person.id: person for person in found.values()}.values(), key=lambda person: person.id)),
        _first(body) == "pb",
        () if listed is None else known_persons(lists, listed),
        tuple(sorted(state.named.values())),
        date := stated_date(header),
        may_be_bounded(body, date),
    )
    root = _declared(moved, prefixes).having(xml_id=file_id(id), xml_lang=root.get("xml:lang") or _LANGUAGE)
    return Gathered(root, part, {pointer: name for _, pointer, name in names})


def _own(body: Element) -> tuple[dict[str, str], list[str], tuple[str, ...]]:
    """Return what the pointers within the document become, the ids of its notes, and the numbers of its pages."""
    document = body.get("xml:id") or ""
    pointers: dict[str, str] = {}
    notes: list[str] = []
    pages: list[str] = []
    for node in descendants(body):
        id = node.get("xml:id") if node.attributes else None
        if id:
            pointers[f"#{id}"] = f"#{page_id(id, document) if node.name == 'pb' else id}"
            if node.name == "note":
                notes.append(id)
            elif node.name == "pb":
                pages.append(node.get("n") or "")
    return pointers, notes, tuple(pages)


def _first(node: Element) -> str:
    """Return what comes first in ``node``: ``text``, or the name of an element without text."""
    for child in node.content:
        if isinstance(child, str):
            if child.strip():
                return "text"
        elif first := _first(child) if child.content else child.name:
            return first
    return ""


def _moved(node: Element, state: _Moving) -> Element:
    """Return ``node`` with its pointers as they are in the collection, in document order."""
    if node.attributes or node.name in KINDS:
        node = _changed(node, state)
    content: list[Node] | None = None
    for index, child in enumerate(node.content):
        if isinstance(child, str) or not (child.content or child.attributes) or child.name == _WITHOUT_POINTERS:
            continue
        new = _moved(child, state)
        if new is not child:
            content = content or list(node.content)
            content[index] = new
    node = node if content is None else node.containing(content)
    return _same(node) if node.name in _SHARED else node


def _changed(node: Element, state: _Moving) -> Element:
    """Return ``node`` with its own pointers as they are in the collection; what is in it stays."""
    if node.name == "ref":
        node = _reference(node, state)
        resp = node.get("resp")
        return node.having(resp=state.pointers.get(resp, resp)) if resp else node
    if node.name in KINDS:
        return _naming(_pointing(node, state), state)
    if node.name == "respStmt":
        return _responsible(node, state)
    for key, _ in node.attributes:
        if key in _POINTERS or node.name == "pb":
            return _pointing(node, state)
    return node


def _editors(header: Element, document: str) -> dict[str, str]:
    """Return what the pointers to editors become: an editor is told in each document that was decided about."""
    title = header.find("titleStmt")
    ids = (node.get("xml:id") or "" for node in children((title,) if title else ()) if node.name == "respStmt")
    return {f"#{id}": f"#{id}.{document}" for id in ids if id and f"#{id}" != _TOOL}


def _responsible(node: Element, state: _Moving) -> Element:
    """Return a ``respStmt``: teiconv has its id in the file that lists the documents."""
    pointer = f"#{node.get('xml:id')}"
    return node.having(xml_id=None if pointer == _TOOL else state.pointers[pointer].removeprefix("#"))


def _pointing(node: Element, state: _Moving) -> Element:
    pairs = []
    for key, value in node.attributes:
        if key in _POINTERS and "#" in value:
            value = state.pointers.get(value) or " ".join(state.pointers.get(one, one) for one in value.split())
        elif key == "xml:id" and node.name == "pb":
            value = state.pointers[f"#{value}"].removeprefix("#")
        pairs.append((key, value))
    return Element(node.name, node.content, tuple(pairs))


def _naming(node: Element, state: _Moving) -> Element:
    """Return the name of a place or an organisation with a pointer to the register."""
    one = named(node)
    if one is None or node.get("ref"):
        return node
    known = state.named.setdefault(one.id, one)
    if known.name < one.name:
        state.named[one.id] = one
    return node.having(ref=address(KINDS[node.name].register, state.above, one.id))


def _reference(node: Element, state: _Moving) -> Element:
    """Return a ``ref``: one that leads out of the document has no pointer, and is wanted."""
    place, state.refs = state.refs, state.refs + 1
    target = node.get("target")
    if target is None or "://" in target:
        return node
    if target in state.pointers:
        return node.having(target=state.pointers[target])
    state.wants.append((place, target.removeprefix("#")))
    return node.having(target=None)


@remembered(64)
def _same(node: Element) -> Element:
    """Return the very element that other documents have, where they say the same: it is then written but once."""
    return lasting(node)


def _declared(root: Element, prefixes: tuple[tuple[str, str], ...]) -> Element:
    """Return ``root`` with its prefixes declared in the header."""
    if not prefixes:
        return root
    header = root.content[0]
    assert isinstance(header, Element)
    content = [
        _with_prefixes(node, prefixes) if isinstance(node, Element) and node.name == "encodingDesc" else node
        for node in header.content
    ]
    return root.containing((header.containing(content), *root.content[1:]))


@remembered(64)
def _with_prefixes(description: Element, prefixes: tuple[tuple[str, str], ...]) -> Element:
    """Return ``encodingDesc`` with the prefixes after its other declarations."""
    declared = element(
        "listPrefixDef",
        *(
            element("prefixDef", ident=prefix, matchPattern="(.+)", replacementPattern=f"{base}$1")
            for prefix, base in prefixes
        ),
    )
    return lasting(description.containing((*description.content, declared)))
