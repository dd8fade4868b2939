"""Text → the blocks of a document.  The way back is :mod:`teiconv.layout.render`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import TypeAlias

from teiconv.layout.chunks import Chunk, split
from teiconv.layout.lines import Placed, running
from teiconv.model import Element
from teiconv.structure.enclosures import is_marker
from teiconv.structure.letters import entitles_letter
from teiconv.structure.lists import level, read_bullets, read_labels
from teiconv.structure.openers import is_opener_line
from teiconv.structure.signatures import is_name
from teiconv.structure.tables import SEPARATOR, read_tabbed, read_table

KINDS: tuple[Callable[[tuple[str, ...]], Element | None], ...] = (read_bullets, read_table, read_tabbed, read_labels)
"""What a run of lines may be, in the order in which it is tried; what none of them knows is a paragraph."""


ReadBreak: TypeAlias = "Callable[[str], Element | None]"
"""Gives the ``pb`` that a line is, if it is a page break and nothing else."""

_ALONE = ("page break", "marker")
"""Kinds of lines that are a block each."""


def no_break(line: str) -> None:
    """Know no notation for page breaks."""


def read_blocks(text: str, read_break: ReadBreak = no_break) -> list[Placed]:
    """Return the blocks of ``text`` in order, each with the white space before it; their text is as it stands."""
    if _is_line(text):
        return [Placed("", _read_run(Chunk((text,), (), ""), read_break))]
    chunks = list(split(text))
    runs: list[Chunk] = []
    for index, chunk in enumerate(chunks):
        if len(chunk.lines) == 1:
            runs.append(chunk)
        else:
            runs += _runs(chunks, index, read_break)
    blocks: list[Placed] = []
    index = 0
    while index < len(runs):
        end = _end_of_list(runs, index + 1)
        block = _read_list(runs[index:end]) if end - index > 1 else None
        if block is None:
            end, block = index + 1, _read_run(runs[index], read_break)
        blocks.append(Placed(runs[index].before, block))
        index = end
    return blocks


def read_paragraphs(text: str) -> list[Placed]:
    """Return the paragraphs of ``text``: lines between blank lines, whatever they look like."""
    return [Placed(chunk.before, running("p", chunk.lines, chunk.ends)) for chunk in split(text)]


def _runs_on(line: str) -> bool:
    """Whether ``line``, which stands alone, is a paragraph for certain: it has neither cells nor indentation."""
    return SEPARATOR not in line and not line.startswith("  ")


def _is_line(text: str) -> bool:
    """Whether ``text`` is a single line that shows something, as that of most notes is."""
    return "\n" not in text and "\r" not in text and bool(text.strip(" \t"))


def _ends(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether a letter may end with the chunk: the last one, or one with an enclosure in or below it."""
    if index + 1 == len(chunks):
        return True
    below = chunks[index + 1].lines
    return any(map(is_marker, (*chunks[index].lines, *below[:2]))) or entitles_letter(below[0])


def _runs(chunks: Sequence[Chunk], index: int, read_break: ReadBreak) -> Iterator[Chunk]:
    """Cut a chunk where the kind of line changes: page breaks, ``[Enclosure]``, bullets, rows, everything else."""
    chunk = chunks[index]
    if not chunk.is_even or read_tabbed(chunk.lines) is not None:
        yield chunk
        return
    kinds = [_kind(line, read_break) for line in chunk.lines]
    if "row" in kinds:
        kinds = _with_whole_tables(chunk.lines, kinds, _ends(chunks, index))
    start, before = 0, chunk.before
    for end in range(1, len(kinds) + 1):
        if end == len(kinds) or kinds[end] != kinds[end - 1] or kinds[end] in _ALONE:
            yield Chunk(chunk.lines[start:end], chunk.ends[start : end - 1], before)
            start, before = end, "\n"


def _kind(line: str, read_break: ReadBreak) -> str:
    if read_break(line) is not None:
        return "page break"
    if line.startswith("["):
        return "marker" if is_marker(line) else "text"
    if line.startswith("  "):
        return "indented"
    return "row" if SEPARATOR in line else "text"


def _with_whole_tables(lines: Sequence[str], kinds: Sequence[str], ends: bool) -> list[str]:
    """Return ``kinds`` with rows of a single cell: lines without a margin beside rows, but for opener and signature.

    Such a row shows no tab, since the blanks at the end of a row are dropped.  ``ends``: a signature may stand below.
    """
    out = list(kinds)
    first, last = out.index("row"), len(out) - 1 - out[::-1].index("row")
    opened = max((i + 1 for i in range(first) if kinds[i] != "text" or is_opener_line(lines[i])), default=0)
    after = range(last + 1, len(out))
    signed = next((i for i in after if kinds[i] != "text" or (ends and is_name(lines[i]))), len(out))
    for index in (*range(opened, first), *range(first, last), *range(last + 1, signed)):
        if kinds[index] == "text":
            out[index] = "row"
    return out


def _end_of_list(runs: Sequence[Chunk], end: int) -> int:
    """Return the end of the runs that may be one list, whose items are set off by empty lines; its first is known."""
    while end < len(runs) and runs[end].lines[0].startswith("  ") and _continues_list(runs, end):
        end += 1
    return end


def _continues_list(runs: Sequence[Chunk], index: int) -> bool:
    """Whether the run goes on with the list before it: a level deeper, or with the head of another such list."""
    run, above = runs[index], runs[index - 1]
    first = level(run.lines[0])
    if not first or run.before != "\n\n" or not (run.is_even and above.is_even):
        return False
    last = level(run.lines[-1])
    if first > 1 and level(above.lines[-1]) == first - 1:
        return True
    below = level(runs[index + 1].lines[0]) if index + 1 < len(runs) else 0
    return first <= level(above.lines[-1]) and below == last + 1 > 1


def _read_list(runs: Sequence[Chunk]) -> Element | None:
    """Read a list whose items are heads of lists, with an empty line before and after each of them."""
    lines = [line for run in runs for line in run.lines]
    lengths = accumulate(len(run.lines) for run in runs[:-1])
    return read_bullets(lines, frozenset(lengths))


def _read_run(run: Chunk, read_break: ReadBreak) -> Element:
    if not run.is_even:
        return running("p", run.lines, run.ends)
    if len(run.lines) == 1:
        page_break = read_break(run.lines[0])
        if page_break is not None:
            return page_break
        if _runs_on(run.lines[0]):
            return Element("p", run.lines)
    for read in KINDS:
        block = read(run.lines)
        if block is not None:
            return block
    return running("p", run.lines)
