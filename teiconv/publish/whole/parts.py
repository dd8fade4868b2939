"""What the forms of a volume share: its documents with pointers that lead within it, its chapters, its lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import TypeGuard

from teiconv.convert import read_tei
from teiconv.document.record import Document
from teiconv.formats.tei.read import model_of, read_register
from teiconv.formats.tei.write import fragment
from teiconv.model import Element, Node, descendants, joined, transform
from teiconv.model.header import Form
from teiconv.publish.chapters import Chapter, Turns
from teiconv.publish.markup import opened
from teiconv.publish.pointers import POINTERS, anchor_of
from teiconv.publish.sections import BACK, FRONT, Section
from teiconv.publish.table import Work
from teiconv.publish.volume import Text


def pages_once(work: Work) -> frozenset[str]:
    """Return the ids of pages that begin but once in the volume; only these have an ``xml:id`` in it."""
    bodies = chain(
        (text.reading.body for text in work.volume.texts()),
        (section.body for side in (FRONT, BACK) for section in work.sections(side)),
        (chapter.body for chapter in work.edition.chapters),
    )
    breaks = (node for body in bodies for node in descendants(body) if node.name == "pb")
    counted = Counter(_page_id(id) for node in breaks if (id := node.get("xml:id")))
    return frozenset(id for id, count in counted.items() if count == 1)


def _page_id(id: str) -> str:
    """Return the id of a page in the volume: ``pg_12`` for ``pg_12.d3``; other ids stay."""
    return id.partition(".")[0] if id.startswith("pg_") else id


def source_of(work: Work) -> str:
    """Return what the volume was made from."""
    return "Made from TEI of others." if work.volume.others else "Made from the plain texts of the documents."


def section_in(section: Section, once: frozenset[str]) -> Document:
    """Return a section with pointers that lead within the volume."""
    return replace(section.document, body=transform(section.body, lambda node: _within(node, once)))


def chapter_in(chapter: Chapter, id: str, once: frozenset[str]) -> Document:
    """Return the title and the own text of a chapter with pointers that lead within the volume."""
    body = transform(chapter.body, lambda node: _within(node, once))
    return Document(body.having(type=chapter.kind, xml_id=id), Form(), conventions=chapter.conventions)


def document_in(text: Text, once: frozenset[str]) -> Document:
    """Return the document with pointers that lead within the volume."""
    found = read_tei(text.own_tree(), name=text.file)
    return replace(found, body=transform(_division(found.body, text.id), lambda node: _within(node, once)), standoff=())


def _division(body: Element, id: str) -> Element:
    """Return ``body`` as a division of the volume: others make a document the body of its text."""
    if body.name != "body":
        return body
    return Element("div", body.content, (("type", "document"), ("xml:id", id)))


def _within(node: Element, once: frozenset[str]) -> Element:
    """Return ``node`` with pointers within the volume; a reference that leads nowhere is mere text."""
    if any(map(_leads_nowhere, node.content)):
        pieces = (piece for child in node.content for piece in (child.content if _leads_nowhere(child) else (child,)))
        node = node.containing(joined(pieces))
    if node.name == "pb":
        id = _page_id(node.get("xml:id") or "")
        return node.having(xml_id=id if id in once else None)
    if not any(key in POINTERS for key, _ in node.attributes):
        return node
    pairs = ((key, _pointers(value) if key in POINTERS else value) for key, value in node.attributes)
    return Element(node.name, node.content, tuple(pairs))


def _leads_nowhere(node: Node) -> TypeGuard[Element]:
    return isinstance(node, Element) and node.name == "ref" and node.get("target") is None


def _pointers(value: str) -> str:
    return " ".join(map(_pointer, value.split()))


def _pointer(pointer: str) -> str:
    prefix, colon, rest = pointer.partition(":")
    if colon and prefix == "volume":
        path, mark, note = rest.partition("#")
        volume, _, document = path.partition("/")
        return f"{volume}#{note if mark else document}" if document else volume
    anchor = anchor_of(pointer)
    if anchor is None:
        return pointer
    return f"#{_page_id(anchor)}"


def lists_of(work: Work, kinds: Collection[str]) -> list[Element]:
    """Return the lists of these ``kinds`` (elements) in the registers, one of each, for ids are there but once."""
    by_kind: dict[str, list[Node]] = {}
    for register in work.volume.registers:
        for node in read_register(work.volume.path(register).read_bytes(), register):
            if node.name in kinds:
                by_kind.setdefault(node.name, []).extend(node.content)
    return [Element(name, tuple(by_kind[name])) for name in kinds if name in by_kind]


def body_of(
    work: Work, documents: Iterator[tuple[Text, Element]], divided: Callable[[Chapter, str], Element]
) -> Iterator[str]:
    """Yield the documents in their chapters, and these in theirs; one that no chapter has stands by itself.

    ``divided`` makes the division of a chapter, without documents, which has the id that is given.
    """
    chapter_of, turns = work.chapter_of(), Turns(work.edition.chapters)
    chapters = [divided(*each) for each in zip(turns.chapters, _chapter_ids(turns.chapters), strict=True)]
    levels: list[int] = []

    def begun(numbers: Iterable[int]) -> Iterator[str]:
        for number in numbers:
            yield from _ended(levels, turns.level(number))
            levels.append(turns.level(number))
            yield from _beginning(chapters[number - 1], levels[-1])

    yield "\n    <body>"
    for text, div in documents:
        number = chapter_of.get(text.id)
        yield from begun(turns.before(number))
        yield from _ended(levels, turns.level(number) + 1)
        margin = _margin(turns.level(number) + 1)
        yield from (margin + fragment(model_of(node), margin) for node in text.around.breaks)
        yield margin + fragment(div, margin)
    yield from begun(turns.rest())
    yield from _ended(levels, 0)
    yield "\n    </body>"


def _margin(level: int) -> str:
    return "\n" + " " * (4 + 2 * level)


def _ended(levels: list[int], level: int) -> Iterator[str]:
    """Yield the ends of the divisions, of these ``levels``, that end before what is of this level."""
    while levels and levels[-1] >= level:
        yield f"{_margin(levels.pop())}</div>"


def _beginning(div: Element, level: int) -> Iterator[str]:
    """Yield a division without its end."""
    names = {name: value for name, value in div.attributes if name in ("type", "xml:id")}
    yield _margin(level) + opened("div", **names)
    for node in div.content:
        if isinstance(node, Element):
            yield _margin(level + 1) + fragment(node, _margin(level + 1))


def _chapter_ids(chapters: Sequence[Chapter]) -> list[str]:
    """Return an id for each chapter: its own, or one by its number; parts of one chapter have the number, too."""
    ids = [chapter.id or f"ch{number}" for number, chapter in enumerate(chapters, 1)]
    return [id if ids.index(id) == place else f"{id}-{place + 1}" for place, id in enumerate(ids)]
