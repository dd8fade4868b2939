"""Text → the blocks of a document.  The way back is :mod:`teiconv.blocks.layout`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

from teiconv.blocks.chunks import Chunk, split
from teiconv.blocks.lists import level, read_bullets, read_labels
from teiconv.blocks.placed import Placed
from teiconv.blocks.running import running
from teiconv.blocks.tables import read_table
from teiconv.inline import is_page_break
from teiconv.model import Element

KINDS: tuple[Callable[[tuple[str, ...]], Element | None], ...] = (read_bullets, read_table, read_labels)
"""What a run of lines may be, in the order in which it is tried; what none of them knows is a paragraph."""


def read_blocks(text: str) -> list[Placed]:
    """Return the blocks of ``text`` in order, each with the white space before it."""
    blocks: list[Placed] = []
    chunks = split(text)
    index = 0
    while index < len(chunks):
        taken, found = _read_headed_lists(chunks, index)
        if found is not None:
            blocks.append(found)
            index = taken
        else:
            blocks += _read_chunk(chunks[index])
            index += 1
    return blocks


def _read_headed_lists(chunks: Sequence[Chunk], start: int) -> tuple[int, Placed | None]:
    """Read a list whose items are heads of lists, with an empty line before and after each of them."""
    end = start + 1
    while end < len(chunks) and _continues_list(chunks, end):
        end += 1
    if end == start + 1:
        return start, None
    lines = [line for chunk in chunks[start:end] for line in chunk.lines]
    lengths = accumulate(len(chunk.lines) for chunk in chunks[start : end - 1])
    found = read_bullets(lines, frozenset(lengths))
    return end, Placed(chunks[start].before, found) if found is not None else None


def _continues_list(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether the chunk goes on with the list before it: a level deeper, or with the head of another such list."""
    chunk, above = chunks[index], chunks[index - 1]
    if chunk.before != "\n\n" or not (chunk.is_even and above.is_even):
        return False
    first, last = level(chunk.lines[0]), level(chunk.lines[-1])
    if first > 1 and level(above.lines[-1]) == first - 1:
        return True
    below = level(chunks[index + 1].lines[0]) if index + 1 < len(chunks) else 0
    return 0 < first <= level(above.lines[-1]) and below == last + 1 > 1


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
