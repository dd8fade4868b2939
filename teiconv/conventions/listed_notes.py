"""Notes with numerals of a series' own: ``(a)``, ``(b)`` by ``places_listed_notes("[a-z]", canon)``.

The list stands at the end of the text.  What the general reader knows (``[1]``, ``1.``, ``*``) needs none of this:
see :func:`teiconv.conventions.passes.places_notes`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from teiconv.conventions.passes import heading_of_notes, is_heading_of_notes
from teiconv.layout.canon import Canon
from teiconv.layout.lines import Placed, lines_of
from teiconv.model import Element, Span, annotate, element, flatten
from teiconv.regex import regex
from teiconv.structure.draft import Draft, Pass


class _Call(NamedTuple):
    """Where a note is called: the block, and the stretch of its flattened text."""

    block: int
    start: int
    end: int


class _Group(NamedTuple):
    """A call, and the notes that stand there: one is called, the others are not."""

    call: _Call
    notes: list[Element]


def places_listed_notes(numeral: str, canon: Canon) -> Pass:
    """Return the pass that puts each note of the list at the end at its call.

    ``numeral`` is a regular expression for the numeral of a note.  ``canon`` says what stands around it, in the text
    and in the list.

    Raises:
        ValueError: ``canon`` has a bare numeral as call, or a list that is numbered apart from the calls.
    """
    if canon.call == "{}" or not canon.labelled:
        raise ValueError("listed notes need a call with something around its numeral, and canon.labelled")
    before, after = map(re.escape, canon.marker.split("{}"))
    marker = regex(f"{before}({numeral}){after}(?=\\S)")

    def place(draft: Draft) -> Draft:
        """Put each note of the list at the end at its call. A note without a call follows the note before it.

        The list begins below its heading (``Notes:``, or a rule), or else with the first of the paragraphs at the end
        that begin with a numeral. A list of which no note is called is none.
        """
        blocks = [line for placed in draft.blocks for line in _cut(placed, marker)]
        start = _start(blocks, marker)
        notes = _notes(blocks[start:], marker)
        texts = [flatten(placed.block.content) for placed in blocks[:start]]
        groups = _grouped(notes, _calls(texts, notes, canon))
        return draft.with_blocks(_anchored(blocks[:start], groups)) if groups else draft

    return Pass("notes", place)


def _cut(placed: Placed, marker: re.Pattern[str]) -> Iterator[Placed]:
    """Yield each line of a paragraph of notes as a paragraph; any other paragraph as it is."""
    lines = [placed.block.containing(line) for line in lines_of(placed.block.content)]
    first, *others = (_marker_of(line, marker) for line in lines)
    if others and all(others) and (first or is_heading_of_notes(lines[0])):
        yield from (Placed("\n" if index else placed.before, line) for index, line in enumerate(lines))
    else:
        yield placed


def _start(blocks: Sequence[Placed], marker: re.Pattern[str]) -> int:
    """Return where the list begins; the number of blocks if there is none."""
    for index in range(len(blocks) - 1, 0, -1):
        if is_heading_of_notes(blocks[index - 1].block) and _marker_of(blocks[index].block, marker):
            return index
    start, met = len(blocks), set[str]()
    while start and (found := _marker_of(blocks[start - 1].block, marker)) and found[1] not in met:
        start -= 1
        met.add(found[1])
    return start


def _marker_of(block: Element, marker: re.Pattern[str]) -> re.Match[str] | None:
    """Return the marker with which a paragraph begins."""
    first = block.content[0] if block.name == "p" and block.content else None
    return marker.match(first) if isinstance(first, str) else None


def _notes(blocks: Sequence[Placed], marker: re.Pattern[str]) -> list[Element]:
    """Return the notes; a paragraph without a numeral goes on with the note before it."""
    notes: list[Element] = []
    for placed in blocks:
        block, found = placed.block, _marker_of(placed.block, marker)
        if found:
            first, *rest = block.content
            notes.append(element("note", str(first)[found.end() :], *rest, n=found[1]))
        else:
            notes[-1] = notes[-1].containing([*notes[-1].content, block])
    return notes


def _calls(texts: Sequence[str], notes: Sequence[Element], canon: Canon) -> Iterator[_Call | None]:
    """Yield the call of each note behind that of the note before it; one right behind a word or a stop comes first."""
    last = _Call(0, 0, 0)
    for note in notes:
        places = list(_places(texts, canon.call.format(note.get("n")), last))
        glued = (call for call in places if texts[call.block][: call.start][-1:].strip())
        call = next(glued, places[0] if places else None)
        last = call or last
        yield call


def _places(texts: Sequence[str], call: str, last: _Call) -> Iterator[_Call]:
    """Yield where ``call`` stands behind the call ``last``."""
    for index in range(last.block, len(texts)):
        for match in re.compile(re.escape(call)).finditer(texts[index], last.end if index == last.block else 0):
            yield _Call(index, *match.span())


def _grouped(notes: Sequence[Element], calls: Iterator[_Call | None]) -> list[_Group]:
    """Return the notes at their calls; those before the first call stand there, too."""
    groups: list[_Group] = []
    waiting: list[Element] = []
    for note, call in zip(notes, calls, strict=True):
        if call:
            groups.append(_Group(call, [*waiting, note]))
            waiting = []
        else:
            uncalled = note.having(anchored="false")
            (groups[-1].notes if groups else waiting).append(uncalled)
    return groups


def _anchored(blocks: Sequence[Placed], groups: Sequence[_Group]) -> Iterator[Placed]:
    """Yield the blocks above the list, with the notes at their calls; its heading becomes an ``fw``."""
    spans: dict[int, list[Span]] = defaultdict(list)
    for call, (first, *others) in groups:
        spans[call.block].append(Span(call.start, call.end, first, replaces=True, followed_by=tuple(others)))
    for index, placed in enumerate(blocks):
        if spans[index]:
            block = placed.block
            yield placed.with_block(block.containing(annotate(block.content, spans[index])))
        elif index == len(blocks) - 1 and is_heading_of_notes(placed.block):
            yield placed.with_block(heading_of_notes(placed.block))
        else:
            yield placed
