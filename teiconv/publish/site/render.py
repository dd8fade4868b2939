"""A document → HTML: its blocks, and each note after the block that calls it (the style sheet puts it beside)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from teiconv.model import Element, Node
from teiconv.publish.extract import one_line
from teiconv.publish.site.html import Html, joined, tag, text
from teiconv.publish.site.marks import classes_of, measure_of, page_of

Resolve = Callable[[str], tuple[str, str] | None]
"""A pointer → the address of what it means and its name; ``None`` if it means nothing here."""

_CONTAINERS = frozenset({"div", "body", "text", "front", "floatingText", "postscript", "sp"})
_BLOCKS = frozenset(
    """ab byline closer dateline div fw head list opener p postscript quote salute seg signed sp speaker table trailer
    figure label""".split()
)
_INNER = _BLOCKS - {"seg", "quote", "dateline", "salute", "signed", "label", "fw", "head", "speaker", "byline"}
_LABELLED = re.compile(r"\(?(?:[0-9]{1,3}|[A-Za-z]|[ivxlIVXL]{1,5})[.)]")
_STYLES = {"italic": "i", "strong": "b", "bold": "b", "superscript": "sup", "sub": "sub", "underline": "u"}
_MARKS = {
    "unclear": "unclear in the original",
    "supplied": "supplied by the editors",
    "sic": "so in the original",
    "add": "added in the original",
    "del": "deleted in the original",
}


@dataclass(slots=True)
class Renderer:
    """Renders one document; ``written`` gives the words of a gap as the text has them, in their brackets.

    ``named`` leads to places and organisations, where they have pages; ``waiting`` are the notes called and not yet
    shown; ``around`` may put something around each phrase.
    """

    person: Resolve
    term: Resolve
    target: Resolve
    written: Callable[[Element], str | None]
    named: Resolve = field(default=lambda pointer: None)
    waiting: list[Element] = field(default_factory=list)
    around: Callable[[Element, Html], Html] = lambda _, made: made

    def document(self, body: Element) -> Html:
        """Return the content of the document whose ``div`` is ``body``, but for its title."""
        parts = [self.block(node, 2) for node in body.content if not _is_title(node)]
        return joined(*parts, self.notes())

    def title(self, body: Element) -> Html:
        """Return the title, with the calls of its notes."""
        head = next((node for node in body.content if _is_title(node)), None)
        return self.inline(head.content) if isinstance(head, Element) else Html("")

    def notes(self) -> Html:
        """Return the notes that were called since they were last shown."""
        shown: list[Html] = []
        while self.waiting:
            waiting, self.waiting = self.waiting, []
            shown += [self._note(note) for note in waiting]
        return tag("div", *shown, class_="notes") if shown else Html("")

    def block(self, node: Node, level: int) -> Html:
        """Return a block with the notes that it calls; ``level`` is the rank of titles in it."""
        if isinstance(node, str):
            return tag("p", text(node)) if node.strip() else Html("")
        if node.name in ("lb", "space"):
            return Html("")
        if node.name == "pb":
            return tag("div", page_of(node), class_="pbline")
        made = self._block(node, level)
        return joined(made, Html("\n") if node.name == "div" else self.notes(), Html("\n"))

    def _block(self, node: Element, level: int) -> Html:
        if node.name in ("div", "floatingText", "body"):
            kind = node.get("type") or "section"
            inner = [self.block(child, level + 1) for child in node.content]
            return tag("section", *inner, class_=kind, id=node.get("xml:id"))
        if node.name == "head":
            return tag(f"h{min(level, 6) - (level > 2)}", self.inline(node.content))
        if node.name in _SHAPES:
            return _SHAPES[node.name](self, node, level)
        if node.name in ("closer", "opener", "postscript", "sp") or any(_is_block(child) for child in node.content):
            return tag("div", *self._mixed(node, level), class_=classes_of(node))
        name = "p" if node.name in ("p", "ab") else "div"
        return tag(name, self.inline(node.content), class_=classes_of(node), id=node.get("xml:id"))

    def _mixed(self, node: Element, level: int) -> list[Html]:
        """Return the content of a block that holds text and blocks: stretches of text are paragraphs."""
        parts: list[Html] = []
        run: list[Node] = []
        for child in (*node.content, None):
            if child is not None and not _is_block(child):
                run.append(child)
                continue
            if any(not isinstance(each, str) or each.strip() for each in run):
                parts.append(tag("p", self.inline(run)))
            run = []
            if child is not None:
                parts.append(self._block(child, level) if isinstance(child, Element) else Html(""))
        return parts

    def listing(self, node: Element, level: int) -> Html:
        """Return a list, with its head before it."""
        items = [child for child in node.content if isinstance(child, Element)]
        heads = [tag("p", self.inline(child.content), class_="listhead") for child in items if child.name == "head"]
        if any(child.name == "label" for child in items):
            rows = [self._pair(child, level) for child in items if child.name in ("label", "item")]
            return tag("div", *heads, tag("dl", *rows), class_=classes_of(node))
        first = next((one_line(child) for child in items if child.name == "item"), "")
        plain = "plain" if _LABELLED.match(first) or (node.get("type") or "bulleted") in _PLAIN else None
        rows = [self._item(child, level) for child in items if child.name not in ("head", "lb", "space")]
        return tag("div", *heads, tag("ul", *rows, class_=plain) if rows else Html(""), class_=classes_of(node))

    def _pair(self, node: Element, level: int) -> Html:
        name = "dt" if node.name == "label" else "dd"
        return tag(name, *self._flow(node, level))

    def _item(self, node: Element, level: int) -> Html:
        if node.name == "item":
            return tag("li", *self._flow(node, level), id=node.get("xml:id"))
        return tag("li", page_of(node) if node.name == "pb" else self.inline((node,)), class_="apart")

    def _flow(self, node: Element, level: int) -> list[Html]:
        """Return the content of an item or cell, in paragraphs only where it holds blocks."""
        has_blocks = any(_is_block(child) for child in node.content)
        return self._mixed(node, level) if has_blocks else [self.inline(node.content)]

    def table(self, node: Element, level: int) -> Html:
        """Return a table, which can be scrolled by itself."""
        rows = []
        for row in (child for child in node.content if isinstance(child, Element)):
            if row.name == "row":
                cells = [child for child in row.content if isinstance(child, Element) and child.name == "cell"]
                rows.append(tag("tr", *(tag("td", *self._flow(cell, level)) for cell in cells)))
            elif row.name == "pb":
                rows.append(tag("tr", tag("td", page_of(row), colspan="99")))
        heads = [child for child in node.content if isinstance(child, Element) and child.name == "head"]
        caption = [tag("caption", self.inline(head.content)) for head in heads]
        return tag("div", tag("table", *caption, *rows), class_="table", tabindex="0", role="group", aria_label="Table")

    def quote(self, node: Element, level: int) -> Html:
        """Return a quotation that stands by itself."""
        return tag("blockquote", *self._mixed(node, level))

    def figure(self, node: Element, level: int) -> Html:
        """Return the caption of a figure; the image is not shown."""
        return tag("p", text(one_line(node) or "[figure]"), class_="figure")

    def inline(self, content: tuple[Node, ...] | list[Node]) -> Html:
        """Return running text."""
        return joined(*(text(node) if isinstance(node, str) else self._phrase(node) for node in content))

    def _phrase(self, node: Element) -> Html:
        return self.around(node, self._bare_phrase(node))

    def _bare_phrase(self, node: Element) -> Html:
        if node.name == "note" and node.get("rend") != "inline":
            return self._call(node)
        if node.name in _PHRASES:
            return _PHRASES[node.name](self, node)
        inner = self.inline(node.content)
        if node.name in _MARKS:
            return tag("span", inner, class_=node.name, title=_MARKS[node.name])
        if node.name in _BLOCKS or node.name in ("item", "row", "cell"):
            return tag("span", inner, Html(" "), class_=f"{node.name} line")
        return inner

    def _call(self, note: Element) -> Html:
        self.waiting.append(note)
        number, id = note.get("n") or "*", note.get("xml:id")
        if id is None:
            return tag("sup", text(number))
        call = tag("a", text(number), href=f"#{id}", id=f"call-{id}", role="doc-noteref", aria_label=f"Note {number}")
        return tag("sup", call, class_="call")

    def _note(self, note: Element) -> Html:
        number, id = note.get("n") or "*", note.get("xml:id")
        back = (
            tag("a", text(number), href=f"#call-{id}", role="doc-backlink", aria_label=f"Back to call {number}")
            if id
            else text(number)
        )
        return tag(
            "div",
            tag("span", back, class_="n"),
            Html(" "),
            *self._flow(note, 5),
            class_="note",
            id=id,
            role="doc-footnote",
        )

    def name(self, node: Element) -> Html:
        """Return a name, linked to the page of the person; a doubtful one says so."""
        pointers = (node.get("ref") or node.get("corresp") or f"#{node.get('xml:id') or ''}").split()
        found = [known for pointer in pointers if (known := self.person(pointer))]
        inner, cert = self.inline(node.content), node.get("cert", "high")
        if not found:
            return inner
        if len(found) > 1 or cert != "high":
            who = " or ".join(name for _, name in found)
            return tag("a", inner, href=found[0][0], class_="person doubtful", title=f"perhaps {who}")
        return tag("a", inner, href=found[0][0], class_="person", title=found[0][1])

    def thing(self, node: Element) -> Html:
        """Return the name of a place or an organisation, linked to its page."""
        known = self.named(node.get("ref") or "")
        inner = self.inline(node.content)
        return tag("a", inner, href=known[0], class_="named") if known else inner

    def gloss(self, node: Element) -> Html:
        """Return a term, linked to what it stands for."""
        known = self.term(node.get("target") or node.get("ref") or "")
        inner = self.inline(node.content)
        return tag("a", inner, href=known[0], class_="term", title=known[1]) if known else inner

    def reference(self, node: Element) -> Html:
        """Return a reference; one that leads nowhere here is mere text."""
        known = self.target(node.get("target") or "")
        inner = self.inline(node.content)
        return tag("a", inner, href=known[0], class_="ref", title=known[1] or None) if known else inner

    def gap(self, node: Element) -> Html:
        """Return the notice of a gap in its brackets, with its measure."""
        return tag("span", text(self.written(node) or one_line(node)), class_="gap", title=measure_of(node))

    def date(self, node: Element) -> Html:
        """Return a date with its value."""
        value = node.get("when")
        is_value = bool(value and re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", value))
        return tag("time", self.inline(node.content), datetime=value) if is_value else self.inline(node.content)

    def styled(self, node: Element) -> Html:
        """Return what is highlighted."""
        names = [_STYLES[rend] for rend in (node.get("rend") or "italic").split() if rend in _STYLES]
        return tag(names[0] if names else "span", self.inline(node.content))

    def page(self, node: Element) -> Html:
        """Return where a page begins."""
        return page_of(node)

    def line(self, node: Element) -> Html:
        """Return a line break."""
        return tag("br")

    def nothing(self, node: Element) -> Html:
        """Return a blank, for what only the layout of the source has."""
        return Html(" ")


_PLAIN = frozenset({"simple", "to", "from", "subject", "participants", "references", "memo"})
_SHAPES: dict[str, Callable[[Renderer, Element, int], Html]] = {
    "list": Renderer.listing,
    "table": Renderer.table,
    "quote": Renderer.quote,
    "figure": Renderer.figure,
}
_PHRASES: dict[str, Callable[[Renderer, Element], Html]] = {
    "persName": Renderer.name,
    "placeName": Renderer.thing,
    "orgName": Renderer.thing,
    "gloss": Renderer.gloss,
    "ref": Renderer.reference,
    "gap": Renderer.gap,
    "date": Renderer.date,
    "hi": Renderer.styled,
    "emph": Renderer.styled,
    "foreign": Renderer.styled,
    "pb": Renderer.page,
    "lb": Renderer.line,
    "space": Renderer.nothing,
}


def _is_title(node: Node) -> bool:
    return isinstance(node, Element) and node.name == "head"


def _is_block(node: Node) -> bool:
    return isinstance(node, Element) and (
        node.name in _BLOCKS or node.name == "floatingText" or (node.name == "note" and node.get("rend") == "inline")
    )
