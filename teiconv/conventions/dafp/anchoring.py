"""The pass that takes the lists of notes out of the text and puts each note at its call."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from teiconv.conventions.dafp.brackets import NoteCall
from teiconv.conventions.dafp.note_lists import ListedNote, NoteSection
from teiconv.conventions.dafp.notes import find_calls, find_lists
from teiconv.layout.canon import RUN_ON, is_source_line, place_of_notes
from teiconv.layout.lines import LINE_BREAK, Placed
from teiconv.model import Content, Element, Node, Span, annotate, element, flatten
from teiconv.regex import regex
from teiconv.structure.draft import Draft

_SENTENCE_ENDS = regex(r"(?<![A-Z]\.)(?<!\bDr\.)(?<!\bMr\.)(?<!\bNo\.)(?<=[.?!’'”\")\]])\s*\Z")


def place_notes(draft: Draft) -> Draft:
    """Put each note of a list at the ``[1]`` that calls it. A note without a call follows the note before it.

    Where a list does not stand above the source, or at the end, a ``milestone`` says where it does; lists without
    anything between them are one.
    """
    texts = [flatten(placed.block.content) for placed in draft.blocks]
    sections = find_lists(texts)
    if not sections:
        return draft
    members = list(zip(sections, find_calls(texts, sections), strict=True))
    groups = _grouped(draft.blocks, members)
    implied = _are_implied(draft.blocks, sections)
    out: list[Placed] = []
    done = 0
    for section, below in zip_longest(sections, sections[1:]):
        out += _with_notes(draft.blocks, groups, done, section.start)
        if not implied and not (below and below.start == section.end):
            out.append(Placed("", place_of_notes()))
        done = section.end
    return draft.with_blocks([*out, *_with_notes(draft.blocks, groups, done, len(draft.blocks))])


def _are_implied(blocks: Sequence[Placed], sections: Sequence[NoteSection]) -> bool:
    """Whether every list stands above a source, or at the end, and no source stands above where none does."""
    first = 0
    starts = {section.start for section in sections}
    for section in sections:
        if any(is_source_line(placed.block) for placed in blocks[first : section.start]):
            return False
        if section.end < len(blocks) and section.end not in starts and not is_source_line(blocks[section.end].block):
            return False
        first = section.end + 1
    return True


_Groups = dict[int, list[tuple[NoteCall, list[Element]]]]
"""By block: each call in it, and the notes that stand there in order; one of them is called, unless it is the last."""


def _grouped(blocks: Sequence[Placed], members: Sequence[tuple[NoteSection, Sequence[NoteCall | None]]]) -> _Groups:
    """Return the notes at their calls; one that nothing calls stands with the note before it, or else after it."""
    groups: _Groups = defaultdict(list)
    above = end = 0
    for section, calls in members:
        above, end = above if section.start == end else section.start - 1, section.end
        first = next((call for call in calls if call), None)
        call = first or _at_end(blocks, above)
        group: list[Element] = []
        groups[call.paragraph].append((call, group))
        for note, own in zip(section.notes, calls, strict=True):
            if own and own is not call:
                call, group = own, []
                groups[call.paragraph].append((call, group))
            group.append(_element(blocks, note, own))
    return groups


def _at_end(blocks: Sequence[Placed], index: int) -> NoteCall:
    """Return the end of a block as the place of notes that nothing calls."""
    end = len(flatten(blocks[index].block.content))
    return NoteCall(0, index, end, end)


def _with_notes(blocks: Sequence[Placed], groups: _Groups, start: int, end: int) -> Iterator[Placed]:
    for index in range(start, end):
        placed = blocks[index]
        yield placed.with_block(_anchored(placed.block, groups[index])) if index in groups else placed


def _anchored(block: Element, groups: Sequence[tuple[NoteCall, list[Element]]]) -> Element:
    """Return ``block`` with its notes."""
    spans = [
        Span(call.start, call.end, notes[0], replaces=True, followed_by=tuple(notes[1:]))
        for call, notes in groups
        if call.end > call.start
    ]
    content = annotate(block.content, spans)
    at_end = (note for call, notes in groups if call.end == call.start for note in notes)
    return block.containing([*content, *at_end])


def _element(blocks: Sequence[Placed], note: ListedNote, call: NoteCall | None) -> Element:
    """Return the note: its marker where that is not the canonical one, and its text, broken as the copy breaks it."""
    marker = note.pieces[0].marker
    content: list[Node] = []
    if marker.lstrip(" \t") != f"{note.label} ":
        content.append(_label(marker.lstrip(" \t")))
    paragraphs: list[Element] = []
    for piece in note.pieces:
        text = _text(blocks[piece.paragraph].block, piece.start + len(piece.marker), piece.end)
        if piece is note.pieces[0]:
            content += text
        elif paragraphs and _breaks_off(paragraphs[-1].content):
            paragraphs[-1] = paragraphs[-1].containing([*paragraphs[-1].content, LINE_BREAK, LINE_BREAK, *text])
        elif not paragraphs and _breaks_off(content):
            content += [LINE_BREAK, LINE_BREAK, *text]
        else:
            paragraphs.append(Element("p", tuple(text)))
    return element(
        "note",
        *content,
        *paragraphs,
        n=str(note.label),
        anchored=None if call else "false",
        rend=RUN_ON if note.runs_on else None,
    )


def _label(marker: str) -> Element:
    """Return the ``label`` for a marker; of the white space after it, one blank need not be said."""
    if marker.endswith(" ") and marker == f"{marker.rstrip()} ":
        return element("label", marker[:-1])
    return element("label", marker, xml_space="preserve")


def _breaks_off(content: Sequence[Node]) -> bool:
    """Whether a sentence goes on in the next paragraph."""
    return not _SENTENCE_ENDS.search(flatten(content))


def _text(block: Element, start: int, end: int) -> Content:
    """Return the content of ``block`` from ``start`` to ``end``, offsets of its flattened text."""
    mark = Element("seg")
    cut = annotate(block.content, [Span(start, end, mark)] if start < end else [])
    found = next((node for node in cut if isinstance(node, Element) and node.name == "seg"), mark)
    return found.content
