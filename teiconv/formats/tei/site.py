"""Line breaks as the published site shows them → the explicit white space of the model.

A browser lays out ``lb`` as ``br``, in the flow with the blocks around it: at the end of a line it only ends that
line, elsewhere it adds an empty one, and margins stay beside it.  In our model an ``lb`` between two blocks
stands for one line feed, and takes the place of the margins.  This translates the one into the other.
"""

from __future__ import annotations

from teiconv.layout.canon import BLOCKS, Block, canonical_separator, indentation
from teiconv.layout.leaf import WriteInline, write_plain
from teiconv.layout.walk import Walk, holds_lines
from teiconv.model import Element, Node, element

CAPTION = "caption"
"""The ``@rend`` of a ``head`` that the site gives no margin."""

_LINE = element("lb")
_INLINE_NOTE = BLOCKS["p"]


def explicit_breaks(div: Element, *, write_inline: WriteInline = write_plain) -> Element:
    """Return ``div`` with each ``lb`` in a line kept, and those beside a block made the white space they amount to.

    Where that is the canonical white space, none is left.
    """
    return _Site(write_inline).document(div)


class _Site(Walk):
    """Walks a tree once, in the order in which the browser lays it out, and makes the new one."""

    def __init__(self, write_inline: WriteInline) -> None:
        super().__init__()
        self._write_inline = write_inline
        self._lines = 0  # line feeds since the last text
        self._margin = False  # one that the browser has not laid out yet
        self._canonical_margin = False
        self._in_line = False
        self._is_first = True
        self._follows_marker = False  # whether the next text follows a bullet or numeral
        self._has_notes = False
        self._before_cells: tuple[int, bool] | None = None  # lines and margin before a row that has no text yet

    def document(self, div: Element) -> Element:
        """Return ``div`` with other line breaks."""
        content = self._contents(div, apart=True)
        self._edge(margin=False)
        if self._has_notes:
            self._depth, self._follows_marker = 1, True
            content += self._explicit()
        return div.containing(content)

    def _contents(self, node: Element, *, apart: bool = False) -> list[Node]:
        apart = apart and holds_lines(node.content)
        out: list[Node] = []
        for child in node.content:
            if isinstance(child, str):
                out += self._before_text()
                out.append(child)
            elif child.name in BLOCKS:
                out.append(self._block(child, BLOCKS[child.name]))
            elif child.name == "lb":
                self._line_break()
            elif apart:
                self._edge(margin=False)
                out += self._phrase(child)
                self._edge(margin=False)
            else:
                out += self._phrase(child)
        return out

    def _block(self, node: Element, block: Block) -> Element:
        canonical = self._has_margin(node, block)
        margin = canonical and node.get("rend") != CAPTION
        self._edge(margin=margin, canonical=canonical)
        self._follows_marker |= self._is_marked(node)
        around = self._enter(node)
        content = self._contents(node, apart=block.apart)
        self._leave(around)
        own = self._has_own_margin(node, block)
        self._edge(margin=margin and own, canonical=own)
        return node.containing(content)

    def _phrase(self, node: Element) -> list[Node]:
        if node.name == "note" and node.get("rend") == "inline":
            return [self._block(node, _INLINE_NOTE)]
        if node.name == "note":
            before = self._before_text() if node.get("anchored") != "false" else []
            self._has_notes = True
            return [*before, _Note(self._write_inline).note(node)]
        written = self._write_inline(node)
        if written is not None:
            return [*self._before_text(), node] if written else [node]
        if node.name == "cell" and not self._in_line:
            self._begin_cell()
        return [node.containing(self._contents(node))] if node.content else [node]

    def _begin_cell(self) -> None:
        """Begin a cell at the start of a line: should no text follow in that line, the margin is lost with it."""
        if self._before_cells is None:
            self._before_cells = self._lines, self._margin
        self._lines, self._margin = 0, False

    def _edge(self, *, margin: bool, canonical: bool = False) -> None:
        """Pass the edge of a block."""
        self._before_cells = None
        self._in_line = False
        self._follows_marker = False
        if not self._is_first:
            self._lines = max(self._lines, 1)
        self._margin |= margin
        self._canonical_margin |= canonical

    def _line_break(self) -> None:
        if self._is_first:
            return
        self._before_cells = None
        self._lines = self._laid_out() + 1
        self._margin = False

    def _laid_out(self) -> int:
        return max(self._lines, 2) if self._margin and not self._is_first else self._lines

    def _before_text(self) -> list[Node]:
        """Return the line breaks to say before text that stands here, and begin a line."""
        if self._before_cells is not None:
            self._lines, self._margin = self._before_cells
            self._before_cells = None
        if self._in_line:
            breaks: list[Node] = [_LINE] * self._lines
        else:
            breaks = self._explicit()
        self._lines = 0
        self._margin = self._canonical_margin = self._is_first = self._follows_marker = False
        self._in_line = True
        return breaks

    def _explicit(self) -> list[Node]:
        """Return the white space before a new block, if it is not the canonical one."""
        lines = self._laid_out()
        if lines == len(canonical_separator(first=self._is_first, margin=self._canonical_margin)):
            return []
        indent = 2 * self._depth if self._follows_marker else len(indentation(self._depth))
        space = [element("space", unit="chars", quantity=str(indent), dim="horizontal")] if indent else []
        return [*([_LINE] * lines), *space]


class _Note(_Site):
    """Lays out a note by itself: it begins a line, below text."""

    def note(self, node: Element) -> Element:
        """Return ``node`` with other line breaks."""
        self._is_first = False
        self._lines = 1
        self._depth = 1
        self._follows_marker = True
        return node.containing(self._contents(node))
