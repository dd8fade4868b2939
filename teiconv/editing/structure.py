"""Decisions about structure: what a block of the text is, and which numeral calls a note."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile

from teiconv.conventions.base import Conventions
from teiconv.document.record import Document
from teiconv.editing.marks import in_run
from teiconv.editing.places import TextMap, occurrences
from teiconv.editing.vocabulary import BLOCKS
from teiconv.editing.words import nth
from teiconv.layout.canon import call
from teiconv.layout.reconcile import NotTheTextError, reconcile
from teiconv.model import Content, Element, Node, Span, annotate, descendants, element, joined, plain
from teiconv.model.decision import Decision, Kind
from teiconv.model.header import Form
from teiconv.structure.order import CLOSES
from teiconv.structure.sections import SECTION_TITLE

_BLOCKS = frozenset({*BLOCKS.values(), "opener", "closer", "byline", "trailer", "ab"})
_SECTION = "section"


def restructured(
    body: Element, decision: Decision, conventions: Conventions, resp: str, text: str | None
) -> Element | None:
    """Return ``body`` as ``decision`` has it; ``None`` if it finds no place, or would not give ``text`` back."""
    new = _CHANGES[decision.kind](body, decision, conventions, resp)
    if new is None or new is body:
        return new
    try:
        if text is not None:
            reconcile(new, text, conventions.write, conventions.canon)
    except NotTheTextError:
        return None
    return new if _errors(new) <= _errors(body) else None


def _errors(body: Element) -> int:
    """Return how many errors the grammar finds in ``body``: a decision must not add any."""
    from teiconv.formats.tei.file import file_element
    from teiconv.formats.tei.write import serialise
    from teiconv.validation.document import checked
    from teiconv.validation.schemas import project_schemas

    tei = serialise(file_element(Document(body, Form())))
    return sum(1 for _ in project_schemas()[0].problems(checked(tei)))


# What a block is.


def _with_block(body: Element, decision: Decision, conventions: Conventions, resp: str) -> Element | None:
    blocks = [node for node in descendants(body) if node.name in _BLOCKS and _says(node, decision.words)]
    chosen = blocks if decision.nth is None else blocks[decision.nth - 1 : decision.nth]
    name = BLOCKS[decision.get("is")]
    for block in chosen:
        if _is(block, name):
            continue
        if not _may_change(body, block):
            return None
        body = _become(body, block, name, resp)
    return body if chosen else None


def _is(block: Element, name: str) -> bool:
    """Whether ``block`` is already what was decided."""
    return name == ("head" if block.get("rend") == SECTION_TITLE else block.name)


def _may_change(body: Element, block: Element) -> bool:
    """Whether ``block`` stands among the blocks of a division; the label of a list is a part of that."""
    holders = (node for node in descendants(body) if any(child is block for child in node.content))
    return all(node.name == "div" for node in holders) and block is not _title(body)


def _title(body: Element) -> Element | None:
    return next((node for node in body.content if isinstance(node, Element) and node.name == "head"), None)


def _says(block: Element, words: str) -> bool:
    """Whether ``words`` are all that ``block`` says, or how it begins where they end in an ellipsis."""
    said = " ".join(plain(block.content).split())
    return said.startswith(words.removesuffix("…").rstrip()) if words.endswith("…") else said == words


def _become(body: Element, block: Element, name: str, resp: str) -> Element:
    """Return ``body`` with ``block`` as an element called ``name``; a heading begins a section."""
    if block.name == "head" or block.get("rend") == SECTION_TITLE:
        body = _dissolved(body, block)
        block = next((node for node in descendants(body) if node.content == block.content and node.name == "p"), block)
    new = Element(name, block.content, block.having(rend=None, resp=resp, cert="high").attributes)
    if name == "head":
        new = Element("p", new.content, new.having(rend=SECTION_TITLE).attributes)
        return _around(body, block, lambda content, index: _section(content, index, new))
    wrapped = element("closer", new) if name == "signed" else new
    return _around(body, block, lambda content, index: (*content[:index], wrapped, *content[index + 1 :]))


def _around(body: Element, block: Element, change: Callable[[Content, int], Sequence[Node]]) -> Element:
    """Return ``body`` with the content that ``block`` stands in changed; its place there is told."""
    for index, child in enumerate(body.content):
        if child is block:
            return body.containing(change(body.content, index))
        if isinstance(child, Element):
            new = _around(child, block, change)
            if new is not child:
                return body.containing((*body.content[:index], new, *body.content[index + 1 :]))
    return body


def _section(content: Content, index: int, title: Element) -> Sequence[Node]:
    """Return ``content`` with a section from ``index``, which goes as far as text does."""
    end = next((at for at in range(index + 1, len(content)) if _ends_section(content[at])), len(content))
    return (*content[:index], element("div", title, *content[index + 1 : end], type=_SECTION), *content[end:])


def _ends_section(node: Node) -> bool:
    return isinstance(node, Element) and (node.name == "div" or node.name in CLOSES)


def _dissolved(body: Element, title: Element) -> Element:
    """Return ``body`` without the section that has ``title``: what it holds goes to the text before it."""
    as_text = Element("p", title.content, title.having(rend=None).attributes)
    content: list[Node] = []
    for child in body.content:
        if not isinstance(child, Element):
            content.append(child)
        elif child.get("type") == _SECTION and child.content and child.content[0] is title:
            held = (as_text, *child.content[1:])
            last = content[-1] if content else None
            if isinstance(last, Element) and last.get("type") == _SECTION:
                content[-1] = last.containing((*last.content, *held))
            else:
                content += held
        else:
            content.append(as_text if child is title else _dissolved(child, title))
    return body.containing(content)


# Which numeral calls a note.


def _with_call(body: Element, decision: Decision, conventions: Conventions, resp: str) -> Element | None:
    """Return ``body`` with the note of that number at the numeral that ends the words, or with that numeral as text."""
    map_ = TextMap(body, conventions.write, conventions.canon)
    places = nth(occurrences(decision.words, map_.text), decision)
    if not places:
        return None
    if decision.takes_away:
        called = [one.node for one in map_.elements(frozenset({"note"})) if one.end in {end for _, end in places}]
        notes = [node for node in called if isinstance(node, Element) and node.get("anchored") != "false"]
        return _uncalled(body, notes[0], conventions) if notes else None
    note = next((node for node in _notes(body) if node.get("n") == decision.get("is")), None)
    if note is None:
        return None
    return _called(_taken(body, note, conventions), note, decision, conventions, resp)


def _notes(body: Element) -> Iterator[Element]:
    return (node for node in descendants(body) if node.name == "note" and node.get("rend") != "inline")


def _taken(body: Element, note: Element, conventions: Conventions) -> Element:
    """Return ``body`` without ``note``, what called it being text again."""
    numeral = "" if note.get("anchored") == "false" else call(note, conventions.canon)
    return _with(body, note, (numeral,) if numeral else ())


def _with(body: Element, old: Element, new: Sequence[Node]) -> Element:
    """Return ``body`` with ``new`` in place of ``old``."""
    return _around(body, old, lambda content, index: joined((*content[:index], *new, *content[index + 1 :])))


def _called(body: Element, note: Element, decision: Decision, conventions: Conventions, resp: str) -> Element | None:
    """Return ``body`` with ``note`` in place of the numeral that ends the words of ``decision``."""
    map_ = TextMap(body, conventions.write, conventions.canon)
    places = nth(occurrences(decision.words, map_.text), decision)
    note = note.having(anchored=None, resp=resp, cert="high")
    numeral = call(note, conventions.canon)
    if not places or not map_.text[: places[0][1]].endswith(numeral):
        return None
    stretch = map_.stretch(places[0][1] - len(numeral), places[0][1])
    if stretch is None:
        return None
    span = Span(stretch.start, stretch.end, note, replaces=True)
    return in_run(body, stretch.run, lambda content: annotate(content, [span]))


def _uncalled(body: Element, note: Element, conventions: Conventions) -> Element | None:
    """Return ``body`` with the call of ``note`` as text; the note follows the one before it in the list."""
    earlier = list(takewhile(lambda other: other is not note, _notes(body)))
    if not earlier:
        return None
    body = _taken(body, note, conventions)
    return _with(body, earlier[-1], (earlier[-1], note.having(anchored="false", cert=None)))


_CHANGES: dict[Kind, Callable[[Element, Decision, Conventions, str], Element | None]] = {
    Kind.BLOCK: _with_block,
    Kind.CALL: _with_call,
}
