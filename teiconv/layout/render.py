"""The tree of a document → its text: the one renderer, and the rule for the white space between blocks.

What it gives follows from the canonical form in ``docs/design.md``, and from nothing else: strings are written as
they are, and ``lb`` and ``space`` elements between two blocks take the place of the canonical white space.
The way back is :mod:`teiconv.structure.blocks`.
"""

from __future__ import annotations

from teiconv.errors import TeiError
from teiconv.layout.canon import (
    BULLET,
    CANON,
    CELL_END,
    MAY_RUN_ON,
    RUN_IN,
    RUN_ON,
    Block,
    Canon,
    call,
    canonical_separator,
    cell_end,
    explicit_separator,
    has_label_alone,
    indentation,
    is_place_of_notes,
    is_source_line,
    numeral,
    typed_marker,
)
from teiconv.layout.leaf import Leaf, WriteInline, write_plain
from teiconv.layout.lines import quantity, white_space
from teiconv.layout.walk import Walk, holds_lines
from teiconv.model import Content, Element, descendants

MOST_BLANKS = 32 * 2**20
"""How many blanks ``space`` elements may ask for in one document: more than a file may have characters is hostile."""


def render(div: Element, *, write_inline: WriteInline = write_plain, canon: Canon = CANON) -> str:
    """Return the text of ``div``: its blocks in order, and its notes as a numbered list where ``canon`` has it."""
    layout = Layout(write_inline, canon)
    layout.add(div)
    return "".join(written(layout))


def written(layout: Layout) -> list[str]:
    """Return the pieces of the text that was laid out."""
    pieces = [piece for leaf in layout.leaves for piece in (leaf.before, leaf.marker, leaf.text)]
    return [*pieces, *layout.pending]


def leaves(div: Element, *, write_inline: WriteInline = write_plain, canon: Canon = CANON) -> list[Leaf]:
    """Return what :func:`render` writes, piece by piece."""
    layout = Layout(write_inline, canon)
    layout.add(div)
    return layout.leaves


class Layout(Walk):
    """Walks a tree once; ``leaves`` is what it has found, ``pending`` the explicit white space not yet written."""

    def __init__(self, write_inline: WriteInline, canon: Canon) -> None:
        super().__init__()
        self.leaves: list[Leaf] = []
        self.pending: list[str] = []
        self._write_inline = write_inline
        self._canon = canon
        self._blocks = canon.blocks
        self._margin = False
        self._marker = ""
        self._joins = False  # whether the next leaf goes on in the line of the head or label before it
        self._run: list[str] = []
        self._opened: tuple[str, str | None, str, tuple[int, ...]] = ("", None, "", ())
        self._cell_ends = 0
        self._cell_end = CELL_END
        self._is_plain = False  # whether a leaf is open and the next string simply follows
        self._path: list[int] = []
        self._shortest = 1  # of the paths of leaves: those of a note do not lead out of it
        self._blanks = 0  # that space elements asked for
        self._row = 0  # length of the path to the row that is being laid out
        self._notes: list[tuple[Element, tuple[int, ...]]] = []
        self._number = 0  # of the last note that is listed
        self._is_implied = canon.above_source  # whether the list stands above the source, no other place being named

    def add(self, div: Element) -> None:
        """Lay out ``div`` and, after it, its notes."""
        if self._is_implied:
            self._is_implied = not any(map(is_place_of_notes, descendants(div)))
        self._contents(div.content, apart=True)
        self._list_notes()

    def _list_notes(self, *, apart: bool = False) -> None:
        """Lay out the notes that are called so far and not listed: one called within a note comes after that.

        ``apart``: among the paragraphs of a text each of them is one too, with margins.
        """
        self._break()
        around = self._path, self._shortest, self._depth, self._in_paragraph
        waiting: list[tuple[Element, tuple[int, ...]]] = []
        while self._notes or waiting:
            waiting += reversed(self._notes)
            self._notes = []
            self._number += 1
            self._margin |= apart
            self._note(*waiting.pop())
            self._margin |= apart
        self._path, self._shortest, self._depth, self._in_paragraph = around

    def _note(self, note: Element, path: tuple[int, ...]) -> None:
        canon = self._canon
        self._path, self._shortest = list(path), len(path) + 1
        typed = typed_marker(note)
        if has_label_alone(note):
            self._depth, self._marker = 0, ""
            self._contents(note.content)
            self._break()
            return
        self._depth = 1 if typed is None and canon.indented else 0
        self._marker = canon.marker.format(numeral(note, self._number, canon)) if typed is None else typed
        self._margin |= canon.apart and not canon.indented
        self._joins = note.get("rend") == RUN_ON
        self._contents(note.content, start=0 if typed is None else 1)
        self._break()
        if self._marker:
            self._empty()
        self._margin |= canon.apart and not canon.indented

    def _contents(self, content: Content, *, apart: bool = False, start: int = 0) -> None:
        apart = apart and holds_lines(content)
        path = self._path
        path.append(0)
        for index, child in enumerate(content[start:] if start else content, start):
            path[-1] = index
            if isinstance(child, str):
                if self._is_plain:
                    self._run.append(child)
                else:
                    self._text(child)
            elif (block := self._blocks.get(child.name)) is not None:
                self._block(child, block)
            else:
                self._inline(child, apart)
        path.pop()

    def _block(self, node: Element, block: Block) -> None:
        self._break()
        name = node.name
        if self._runs_in and name in RUN_IN:
            self._run_in(node)
            return
        self._margin |= self._has_margin(node, block)
        if name == "div" and node.get("type") == "document":
            self._document(node, block)
            return
        is_marked, row = name == "item" and self._is_marked(node), self._row
        around = self._enter(node)
        if name in MAY_RUN_ON and node.get("rend") == RUN_ON:
            self._joins = True
        if is_marked:
            self._marker = BULLET
        elif name == "row":
            self._row = len(self._path)
            self._cell_end = cell_end(node)
        self._contents(node.content, apart=block.apart)
        self._break()
        if is_marked:
            self._marker = ""
        self._leave(around)
        self._row, self._joins = row, False
        self._margin |= self._has_own_margin(node, block)

    def _document(self, node: Element, block: Block) -> None:
        """Lay out one of several documents, with its notes below it."""
        self._margin, self._in_paragraph, self._number = True, False, 0
        self._contents(node.content, apart=block.apart)
        self._list_notes()
        self._number, self._margin, self._in_paragraph = 0, True, False

    def _run_in(self, node: Element) -> None:
        """Lay out a head or label whose item goes on in the same line."""
        self._joins = node.get("rend") == RUN_ON
        self._contents(node.content)
        self._joins = bool(self._run)
        self._break()

    def _inline(self, node: Element, apart: bool) -> None:
        name = node.name
        if name == "lb" or name == "space":
            self.pending.append(self._white_space(node))
            self._is_plain = False
        elif name == "note":
            self._call(node)
        elif name == "cell":
            self._contents(node.content)
            self._cell_ends += 1
            self._is_plain = False
        elif is_place_of_notes(node):
            self._list_notes(apart=True)
        elif name == "seg" and node.get("rend") == RUN_ON:
            self._joins = not self._run
            self._phrase(node)
        elif apart:
            self._break()
            self._phrase(node)
            self._break()
        else:
            self._phrase(node)

    def _phrase(self, node: Element) -> None:
        text = self._write_inline(node)
        if text is None:
            self._contents(node.content)
        else:
            self._text(text)

    def _call(self, note: Element) -> None:
        if note.get("rend") == "inline":
            if self._is_implied and is_source_line(note):
                self._list_notes()
            self._block(note, self._blocks["p"])
            return
        self._notes.append((note, tuple(self._path)))
        if note.get("anchored") != "false":
            self._text(call(note, self._canon))

    def _text(self, text: str) -> None:
        if not text:
            return
        if not self._run:
            self._open()
        if self._cell_ends:
            self._run += (self._cell_end * self._cell_ends, indentation(self._depth))
            self._cell_ends = 0
        if self.pending:
            self._run += self.pending
            if self.pending[-1].endswith(("\n", "\r")):
                self._run.append(indentation(self._depth))
            self.pending = []
        self._run.append(text)
        self._is_plain = True

    def _white_space(self, node: Element) -> str:
        if node.name == "space":
            self._blanks += quantity(node)
            if self._blanks > MOST_BLANKS:
                raise TeiError(f"its space elements ask for more than {MOST_BLANKS} blanks; correct their quantity")
        return white_space(node) or ""

    def _open(self) -> None:
        """Begin a leaf."""
        separator = canonical_separator(first=not self.leaves, margin=self._margin)
        indent = " " * (2 * self._depth) if self._marker else "" if self._cell_ends else indentation(self._depth)
        canonical = " " if self._joins else separator + indent
        explicit = explicit_separator("".join(self.pending), canonical) if self.pending else None
        self._opened = (canonical, explicit, self._marker, self._outermost())
        self._margin, self._joins, self._marker, self.pending = False, False, "", []

    def _empty(self) -> None:
        """Add the leaf of a note that says nothing; no element begins with it that could say more of its place."""
        marker = self._marker.rstrip(" ")
        self._open()
        canonical, explicit, _, _ = self._opened
        self.leaves.append(Leaf(canonical, explicit, marker, "", ()))

    def _outermost(self) -> tuple[int, ...]:
        """Return the path to the outermost element that begins where the walk stands."""
        path = self._path[: self._row] if self._row else self._path
        length = len(path)
        while length > self._shortest and path[length - 1] == 0:
            length -= 1
        return tuple(path[:length])

    def _break(self) -> None:
        """End the open leaf, if there is one."""
        if self._run:
            canonical, explicit, marker, path = self._opened
            self.leaves.append(Leaf(canonical, explicit, marker, "".join(self._run), path))
            self._run = []
        self._cell_ends = 0
        self._is_plain = False
