"""The lists of notes: where they stand among the paragraphs of a text, and what calls each note.

A list stands below the signature, before or after the bracket that names the file; a document with an enclosure may
have one of each, both counted from 1.  A note begins with its number and a blank (``1 Document 12.``), in later volumes
with the call itself (``[1] Document 12.``, after a ``_`` that was a rule on the site).  What the copy has done to them:
a note that ends in an abbreviation may go on in the next paragraph (``1 Sent by S. M.``, ``Bruce.``), and a note may
run on in the paragraph of the one before it (``4 Document 27 5 Lord Halifax.``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from teiconv.conventions.dafp.brackets import Brackets, NoteCall, rising
from teiconv.conventions.dafp.note_lists import ListedNote, NoteSection, Piece
from teiconv.conventions.dafp.sources import bracket_end
from teiconv.grammar import months
from teiconv.regex import regex

_MARKER = regex(
    r"[ \t]{0,4}_?(?:(?P<plain>[1-9]\d{0,2})(?!\d)(?:[ \t]+|(?=[A-Z][a-z]))"
    r"|\[\^?(?P<bracket>[1-9]\d{0,2})\]:?[ \t]*)(?=\S)"
)
_ENCLOSURE = regex(r"\s*\[?(?:attachments?|enclosures?|annex(?:e|es|ure)?|append(?:ix|ices))\b.{0,60}\Z", re.I)
_ENDS = regex(r"[.?!;][’”'\")\]]*\s*\Z|[’”'\")\]]\s*\Z")
_ABBREVIATION = regex(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Dr|No|Nos|St|Lt|Col|Gen|Maj|Capt|Rt|Hon|Messrs|vol|pp?|paras?|Senator|cf))\.\s*\Z"
)
_NAMES_NUMBER = "note notes Document Documents document documents No. no. nos. vol. paragraph paragraphs p. pp.".split()
"""What the number after it belongs to: it begins no note."""
_DISPLACED = regex(r"\s*_+\s*\Z| ?\[(?![1-9]\d{0,2}\]\s+\S)")
_HEADING = regex(r"(?=[^a-z]*[A-Z]{4})[^a-z]+\Z")
"""A rule, or a line that the copy has moved below the bracket because it begins with one of its own."""
_WIDEST_LINE = 80
"""Characters of a paragraph in a copy that gives each line as one."""
_MOST_BELOW, _MOST_LINES_BELOW = 4, 30
"""Paragraphs from the first of the last note to the bracket of the file: what is longer is another text."""
_MOST_MISSING = 9
"""Notes that run on in one paragraph."""
_MOST_AT_END = 3
"""Paragraphs below the list at the end: the bracket, and what was moved there."""
_MOST_UNCALLED = 3
"""Notes of a list at the end none of which is called."""
_MOST_BETWEEN, _MOST_LINES_BETWEEN = 12, 40
"""Paragraphs of one note."""
_MOST_STARTS, _MOST_LISTS = 8, 40
"""Places, from the end, at which the last list may begin, and at which any: a text with more of them has tables."""
_LONGEST_MARK = 40
"""Characters on either side of a number that say whether it begins a note."""


def find_lists(paragraphs: Sequence[str]) -> tuple[NoteSection, ...]:
    """Return the lists of notes among ``paragraphs``, in order.

    Of the places where the last of them may begin, the one is taken with which the most notes are called.
    """
    return _Text(paragraphs).lists()


def find_calls(paragraphs: Sequence[str], sections: Sequence[NoteSection]) -> tuple[tuple[NoteCall | None, ...], ...]:
    """Return for each list what calls its notes, ``None`` for a note that nothing does.

    A list holds the notes that are called between the list before and itself, or, where it follows that directly,
    below the calls of that.  Its calls stand in the order of their
    numbers: of the brackets that hold one, the most that do are calls; what else is in brackets, the editors supplied.
    """
    return _Text(paragraphs).calls_of(sections)


class _Text:
    """The paragraphs of a text, and the brackets in them that may be calls."""

    def __init__(self, paragraphs: Sequence[str]) -> None:
        self.paragraphs = paragraphs
        self.calls = Brackets(paragraphs)
        self.is_by_lines = len(paragraphs) > _MOST_BETWEEN and max(map(len, paragraphs[1:])) <= _WIDEST_LINE

    def lists(self) -> tuple[NoteSection, ...]:
        starts = [index for index in range(1, len(self.paragraphs)) if self._begins_list(index)][-_MOST_LISTS:]
        best: tuple[NoteSection, ...] = self._in_the_middle(starts, len(self.paragraphs))
        most = (0, -len(self.paragraphs), 0)
        for start in starts[: -_MOST_STARTS - 1 : -1]:
            last = self._read(start, len(self.paragraphs))
            if not self._ends_text(last):
                continue
            sections = (*self._in_the_middle(starts, start), last)
            calls = [call for calls in self.calls_of(sections) for call in calls]
            called = sum(call is not None for call in calls)
            if (called, -len(sections), called - len(calls)) > most:
                best, most = sections, (called, -len(sections), called - len(calls))
        return best

    def calls_of(self, sections: Sequence[NoteSection]) -> tuple[tuple[NoteCall | None, ...], ...]:
        calls: list[tuple[NoteCall | None, ...]] = []
        after = (0, 0)
        for index, section in enumerate(sections):
            if index and section.start > sections[index - 1].end:
                after = (sections[index - 1].end, 0)
            chosen = self._called(after, section)
            after = (chosen[-1].paragraph, chosen[-1].end) if chosen else after
            by_label = {call.label: call for call in chosen}
            calls.append(tuple(by_label.get(note.label) for note in section.notes))
        return tuple(calls)

    def _called(self, after: tuple[int, int], section: NoteSection) -> list[NoteCall]:
        labels = {note.label for note in section.notes}
        return rising([call for call in self.calls.between(after, (section.start, 0)) if call.label in labels])

    def _begins_list(self, index: int) -> bool:
        marker = _MARKER.match(self.paragraphs[index])
        return marker is not None and _label(marker) == 1

    def _in_the_middle(self, starts: Sequence[int], end: int) -> tuple[NoteSection, ...]:
        """Return the lists above ``end``."""
        sections: list[NoteSection] = []
        for start in starts:
            begin = sections[-1].end if sections else 0
            if begin <= start < end:
                section = self._read(start, end)
                if section.end < len(self.paragraphs) and self._is_list(section, begin):
                    sections.append(section)
        return tuple(sections)

    def _ends_text(self, section: NoteSection) -> bool:
        """Whether ``section`` is the list at the end: below it stands the bracket of the file at most.

        The text calls one of its notes, or it has so few that none of the calls need have survived the copying.
        """
        below = self.paragraphs[section.end :]
        if len(below) > _MOST_AT_END or not all(bracket_end(text) or _DISPLACED.match(text) for text in below):
            return False
        called = len(self._called((0, 0), section))
        if self._is_bracketed(section):
            return 2 * called >= len(section.notes)
        return called > 0 or max(len(section.notes), section.end - section.start) <= _MOST_UNCALLED

    def _is_list(self, section: NoteSection, begin: int) -> bool:
        """Whether ``section`` is a list in the middle: its notes are called above it, but for a few.

        Lines that begin with a number by chance, rows of a table, numbered paragraphs are not.
        """
        labels = {note.label for note in section.notes}
        called = len(self._called((begin, 0), section))
        if section.end - section.start > 2 * len(labels) or 4 * called < 3 * len(labels):
            return False
        further = next((call.label for call in self.calls.between((section.end, 0), (len(self.paragraphs), 0))), 1)
        return further == 1 and all(
            call.label <= max(labels) for call in self.calls.between((begin, 0), (section.start, 0))
        )

    def _is_bracketed(self, section: NoteSection) -> bool:
        marker = _MARKER.match(self.paragraphs[section.start])
        return marker is not None and marker["bracket"] is not None

    def _read(self, start: int, stop: int) -> NoteSection:
        """Return the list that begins at ``start``, as far as its numbers rise."""
        notes: list[ListedNote] = []
        index = start
        while index < stop:
            text = self.paragraphs[index]
            marker = _MARKER.match(text)
            before = self._before(notes, _label(marker)) if marker else None
            if marker and before is not None:
                notes = [*before, ListedNote(_label(marker), (Piece(index, 0, len(text), marker[0]),))]
            elif notes and self._goes_on(index, stop, notes[-1]):
                notes[-1] = notes[-1]._replace(pieces=(*notes[-1].pieces, Piece(index, 0, len(text))))
            else:
                break
            index += 1
        return NoteSection(start, index, tuple(self._with_run_on(notes)))

    def _before(self, notes: list[ListedNote], label: int) -> list[ListedNote] | None:
        """Return ``notes`` as they stand before one with that number: what runs on in the last of them apart.

        ``None``: no such note may come next.
        """
        missing = range(notes[-1].label + 1 if notes else 1, label)
        if not missing:
            return notes if label == missing.start else None
        if not notes or len(missing) > _MOST_MISSING:
            return None
        parts = self._parts(notes[-1], missing)
        if parts:
            return [*notes[:-1], *parts]
        return notes if len(missing) < _MOST_UNCALLED and label in self.calls.labels else None

    def _with_run_on(self, notes: list[ListedNote]) -> list[ListedNote]:
        """Return the notes of a list with those apart that run on in the last one, where the text calls them."""
        while notes and notes[-1].label + 1 in self.calls.labels:
            parts = self._parts(notes[-1], range(notes[-1].label + 1, notes[-1].label + 2))
            if parts is None:
                break
            notes[-1:] = parts
        return notes

    def _parts(self, note: ListedNote, labels: range) -> list[ListedNote] | None:
        """Return ``note`` and those with ``labels`` that run on in its last paragraph, or ``None`` if they do not."""
        *before, piece = note.pieces
        text = self.paragraphs[piece.paragraph]
        starts: list[int] = []
        position = piece.start + len(piece.marker)
        for label in labels:
            start = _run_on(text, label, position, piece.end)
            if start is None:
                return None
            starts.append(start)
            position = start + len(f"{label} ")
        stops = [*(start - 1 for start in starts), piece.end]
        first = note._replace(pieces=(*before, piece._replace(end=stops[0])))
        others = zip(labels, starts, stops[1:], strict=True)
        return [
            first,
            *(ListedNote(label, (Piece(piece.paragraph, start, stop, f"{label} "),)) for label, start, stop in others),
        ]

    def _goes_on(self, index: int, stop: int, last: ListedNote) -> bool:
        """Whether the paragraph belongs to ``last``: its sentence goes on, or the next note or the end comes soon."""
        text, above = self.paragraphs[index], self.paragraphs[index - 1]
        if (
            len(last.pieces) > _MOST_LINES_BETWEEN
            or bracket_end(text)
            or _DISPLACED.match(text)
            or _ENCLOSURE.match(text)
        ):
            return False
        if not _ENDS.search(above) or _ABBREVIATION.search(above):
            return True
        if _HEADING.match(text):
            return False
        if self._is_near(index, stop, last.label + 1):
            return True
        most = _MOST_LINES_BELOW if self.is_by_lines else _MOST_BELOW
        first = last.pieces[0].paragraph
        below = range(index, min(first + most + 1, len(self.paragraphs)))
        ends = next((i for i in below if bracket_end(self.paragraphs[i])), len(self.paragraphs))
        return ends - first <= most

    def _is_near(self, start: int, stop: int, label: int) -> bool:
        """Whether the note with that number begins in one of the next paragraphs, before a list or a text ends."""
        most = _MOST_LINES_BETWEEN if self.is_by_lines else _MOST_BETWEEN
        for index in range(start, min(start + most, stop)):
            text = self.paragraphs[index]
            if bracket_end(text) or _ENCLOSURE.match(text):
                return False
            marker = _MARKER.match(text)
            if marker and _label(marker) in (1, label):
                return _label(marker) == label
        return False


def _run_on(text: str, label: int, start: int, end: int) -> int | None:
    """Return where a note of that number begins within a paragraph: not at a day of a month, nor a cited number."""
    marker = f"{label} "
    position = text.find(f" {marker}", start, end)
    while position >= 0:
        begin = position + 1
        before = text[max(start, position - _LONGEST_MARK) : position].rstrip("* ")
        after = text[begin + len(marker) : min(end, begin + _LONGEST_MARK)]
        cited = before.endswith((",", " and", " or", "–", "-", *_NAMES_NUMBER))
        if not cited and before and re.match(rf"(?!{months.IN_FULL}\b)[A-Z‘“'\"\[(]|(?:i\.e|e\.g|ibid)\.", after):
            return begin
        position = text.find(f" {marker}", begin, end)
    return None


def _label(marker: re.Match[str]) -> int:
    return int(marker["plain"] or marker["bracket"])
