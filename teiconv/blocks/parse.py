"""Text → the blocks of a document.  The way back is :mod:`teiconv.blocks.layout`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from teiconv.blocks.chunks import Chunk, split
from teiconv.blocks.lists import read_bullets, read_labels
from teiconv.blocks.placed import Placed
from teiconv.blocks.running import running
from teiconv.blocks.tables import read_table
from teiconv.inline import is_page_break
from teiconv.model import Element

KINDS: tuple[Callable[[tuple[str, ...]], Element | None], ...] = (read_bullets, read_table, read_labels)
"""What a run of lines may be, in the order in which it is tried; what none of them knows is a paragraph."""


def read_blocks(text: str) -> list[Placed]:
    """Return the blocks of ``text`` in order, each with the white space before it."""
    return [placed for chunk in split(text) for placed in _read_chunk(chunk)]


def _read_chunk(chunk: Chunk) -> Iterator[Placed]:
    """Yield the blocks of ``chunk``: one, or several where a page break stands on a line of its own."""
    if not chunk.is_even:
        yield Placed(chunk.before, running("p", chunk.lines, chunk.ends))
        return
    before = chunk.before
    for lines in _parts(chunk.lines):
        yield Placed(before, _read_lines(lines))
        before = "\n"


def _parts(lines: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Cut ``lines`` where the kind of line changes: page breaks, bullets, rows of cells, everything else."""
    start = 0
    for index in range(1, len(lines) + 1):
        if index == len(lines) or _kind(lines[index]) != _kind(lines[index - 1]) or is_page_break(lines[index]):
            yield lines[start:index]
            start = index


def _kind(line: str) -> str:
    if is_page_break(line):
        return "page break"
    if line.startswith("  "):
        return "indented"
    return "row" if "\t\t" in line else "text"


def _read_lines(lines: tuple[str, ...]) -> Element:
    if len(lines) == 1 and is_page_break(lines[0]):
        return _only_element(running("p", lines))
    for read in KINDS:
        block = read(lines)
        if block is not None:
            return block
    return running("p", lines)


def _only_element(block: Element) -> Element:
    (child,) = block.content
    assert isinstance(child, Element)
    return child
