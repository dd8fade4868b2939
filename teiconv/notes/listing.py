"""The list of notes at the end of a text: where it begins, and what each note says, to the byte.

The canonical list is the published site's: ``  1. text``, counted from 1, the further lines of a note indented by
four.  Other ways to type one are taken for a list of notes only if the text calls them, since the last paragraphs
of a memorandum may be numbered as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from teiconv.notes.listed import NoteList, NoteText
from teiconv.notes.mixed import SIGN, signs_in, with_other_labels
from teiconv.regex import regex
from teiconv.remember import remembered

_FIRST = ("0", "1")
"""Labels with which a list of notes begins."""

AreCalled = Callable[[Sequence[str], Sequence[str], Sequence[str], bool], bool]
"""Whether texts call the notes with these labels, which say this; the last: whether all must be called beyond
doubt (:func:`teiconv.notes.calls.are_called`)."""


class _Style(NamedTuple):
    """A way to type the label of a note; ``calls`` are the ways to write its call, ``{}`` being what it matched."""

    marker: re.Pattern[str]
    calls: tuple[str, ...]
    is_plain: bool = True
    """Whether paragraphs are numbered in the same way: then the list must begin with 1, and all be called."""
    indent: str = "  "
    """What a line begins with that belongs to a note although an empty line stands before it."""


_CANONICAL = _Style(regex(r"  (0|[1-9][0-9]{0,5})\.(?: |\Z)"), ("{}",), indent=" " * 4)
_STYLES = (
    _Style(regex(r"[ \t]{0,8}(0|[1-9][0-9]{0,5})\.(?:[ \t]+|\Z)"), ("{}", "[{}]", "({})")),
    _Style(regex(r"[ \t]{0,8}\[([1-9][0-9]{0,5})\][ \t]*"), ("[{}]", "{}"), is_plain=False),
    _Style(regex(r"\[\^([1-9][0-9]{0,5})\]:[ \t]*"), ("[^{}]",), is_plain=False),
    _Style(regex(r"[ \t]{0,8}([1-9][0-9]{0,5})/(?![0-9])[ \t]*"), ("{}/", "{}"), is_plain=False),
    _Style(regex(r"[ \t]{0,8}\(?([1-9][0-9]{0,5})\)[ \t]*"), ("{}", "({})")),
    _Style(regex(r"[ \t]{0,8}(0|[1-9][0-9]{0,5})(?:[ \t]+|\Z)"), ("{}", "[{}]", "({})")),
    _Style(regex(r"[ \t]{0,8}([¹²³⁴-⁹][⁰¹²³⁴-⁹]{0,5})[ \t]*"), ("{}",), is_plain=False),
    _Style(regex(r"[ \t]{0,8}([a-h])\.?[ \t]+"), ("{}",)),
    _Style(SIGN, ("{}",)),
)
_SIGNS = _STYLES[-1]
_RULE = regex(r"(?:[-–—_=*.~] ?){3,}|(?:#{1,6} )?(?:foot|end)?notes?[:.]?", re.IGNORECASE)
ARROW = "↩"
BACK = regex(rf"(?<![ \t])[ \t]*+{ARROW}\ufe0e?[ \t]*\Z")  # sought from the start of a run of blanks only
"""The arrow at the end of a note that leads back to its call, in texts made of web pages."""

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def is_notes_heading(line: str) -> bool:
    """Whether ``line`` stands over a list of notes: ``Notes:``, or a rule."""
    return _RULE.fullmatch(line.strip()) is not None


def split_notes(lines: Sequence[str], are_called: AreCalled | None = None) -> NoteList | None:
    """Return the list of notes at the end of ``lines``, or ``None`` if there is none.

    Without ``are_called`` every canonical list is one, and nothing else is.
    """
    end = len(lines)
    while end and not lines[end - 1].strip():
        end -= 1
    found = _read(lines, end, _CANONICAL)
    if found and _is_canonical(lines, found, are_called):
        return found
    styles = _styles_in(lines) if are_called else ()
    signed = _called_by_signs(lines, end) if _SIGNS in styles else None
    for style in styles:
        found = _read_among_signs(lines, end, style, signed)
        before = _before(lines, found.start) if found else ""
        if found is None or not _may_be_notes(found, style, before):
            continue
        strict = style.is_plain and not _RULE.fullmatch(before)
        for call in style.calls:
            called = _relabelled(found, call)
            if are_called and _check(lines, called, are_called, strict):
                return with_other_labels(called, lines)
    found = _arrowed(lines, end) if are_called else None
    return found if found and are_called and _check(lines, found, are_called, True) else None


def _styles_in(lines: Sequence[str]) -> list[_Style]:
    """Return the styles of which any marker stands in ``lines``: one search says so of many lines at once."""
    text = "\n".join(["", *lines])
    return [style for style in _STYLES if _below_line_end(style.marker.pattern).search(text)]


@remembered()
def _below_line_end(marker: str) -> re.Pattern[str]:
    within = marker.replace(r"\Z", "$")
    return re.compile(rf"\n(?:{within})", re.MULTILINE)


def _is_canonical(lines: Sequence[str], found: NoteList, are_called: AreCalled | None) -> bool:
    """Whether notes in the canonical form are a list: it counts from 1, or goes on from a document before it.

    If it goes on, the text must call its notes beyond doubt.
    """
    if found.notes[0].label not in _FIRST:
        return are_called is not None and _check(lines, found, are_called, True)
    return are_called is None or _gives_source(found) or _check(lines, found, are_called, False)


def _arrowed(lines: Sequence[str], end: int) -> NoteList | None:
    """Return the list of notes without labels, each of one line with an arrow at its end, back to the call."""
    start = end
    while start and (not lines[start - 1].strip() or BACK.search(lines[start - 1])):
        start -= 1
    while start < end and not lines[start].strip():
        start += 1
    starts = [index for index in range(start, end) if lines[index].strip()]
    edges = [*starts, end]
    notes = tuple(
        NoteText(str(number), "", tuple(lines[index:stop]))
        for number, (index, stop) in enumerate(zip(starts, edges[1:], strict=True), 1)
    )
    return NoteList(start, end, notes, False) if notes else None


def _gives_source(found: NoteList) -> bool:
    """Whether the first or second note says where the document is kept: then there is nothing to doubt."""
    return any(note.lines[0].startswith("Source: ") for note in found.notes[:2])


def _check(lines: Sequence[str], found: NoteList, are_called: AreCalled, strict: bool) -> bool:
    labels = [note.label for note in found.notes]
    words = ["\n".join(note.lines) for note in found.notes]
    return are_called(lines[: found.start], labels, words, strict)


def _relabelled(found: NoteList, call: str) -> NoteList:
    """Return the list with the labels as they are called; signs call themselves."""
    notes = (note._replace(label=call.format(note.label)) if note.label.isalnum() else note for note in found.notes)
    return found._replace(notes=tuple(notes))


def _before(lines: Sequence[str], start: int) -> str:
    """Return the last line before ``start`` that is not empty, or nothing if the line right before is not empty.

    A rule or a heading needs no empty line after it.
    """
    index = start - 1
    while index > 0 and not lines[index].strip():
        index -= 1
    before = lines[index].strip() if start else ""
    return before if index < start - 1 or _RULE.fullmatch(before) else ""


def _may_be_notes(found: NoteList, style: _Style, before: str) -> bool:
    """Return whether the list stands apart, is not what the text announces, and is no mere part of a list."""
    if not before or (before.endswith(":") and not _RULE.fullmatch(before)):
        return False
    begins = found.notes[0].label in (*_FIRST, "*", "†", "a") or not style.is_plain
    return begins and any(line.strip() for note in found.notes for line in note.lines)


def _read(lines: Sequence[str], end: int, style: _Style) -> NoteList | None:
    """Return the list of notes in this style that ends at ``end``."""
    starts = _starts(lines, end, style)
    edges = [*(index for index, _ in starts), end]
    notes = tuple(
        NoteText(_label(found), found[0], (lines[index][found.end() :], *lines[index + 1 : stop]))
        for (index, found), stop in zip(starts, edges[1:], strict=True)
    )
    return NoteList(edges[0], end, notes, style is _CANONICAL) if notes else None


def _read_among_signs(lines: Sequence[str], end: int, style: _Style, signed: NoteList | None) -> NoteList | None:
    """Return the list of notes in this style that ends at ``end``, with notes with a sign above or below it.

    ``signed`` are notes with a sign that end there.
    """
    if style is _SIGNS:
        return _read(lines, end, style)
    found = _read_above_signs(lines, end, style, signed) or _read(lines, end, style)
    above = _called_by_signs(lines, found.start) if found else None
    return found._replace(start=above.start, notes=(*above.notes, *found.notes)) if found and above else found


def _read_above_signs(lines: Sequence[str], end: int, style: _Style, below: NoteList | None) -> NoteList | None:
    """Return the list in this style above notes with a sign that stand apart, with these."""
    found = _read(lines, below.start, style) if below and not lines[below.start - 1].strip() else None
    return found._replace(end=end, notes=(*found.notes, *below.notes)) if found and below else None


def _called_by_signs(lines: Sequence[str], end: int) -> NoteList | None:
    """Return the notes with a sign that end at ``end``, if the text above has each of their signs behind a word."""
    found = _read(lines, end, _SIGNS)
    if found is None:
        return None
    return found if {note.label for note in found.notes} <= signs_in(lines[: found.start]) else None


def _starts(lines: Sequence[str], end: int, style: _Style) -> list[tuple[int, re.Match[str]]]:
    """Return the lines in which the notes begin, with their markers, as far up as the labels count down by one."""
    starts: list[tuple[int, re.Match[str]]] = []
    for index in range(end - 1, -1, -1):
        match = style.marker.match(lines[index])
        if match and (not starts or _precedes(match, starts[-1][1])):
            starts.append((index, match))
            if _label(match) in ("1", "a"):
                return [*_zero_above(lines, index, style), *starts[::-1]]
        elif not _goes_on(lines, index, style):
            break
    return starts[::-1]


def _zero_above(lines: Sequence[str], first: int, style: _Style) -> list[tuple[int, re.Match[str]]]:
    """Return where note 0 begins above note 1, which begins in line ``first``; or nothing."""
    for index in range(first - 1, -1, -1):
        if match := style.marker.match(lines[index]):
            return [(index, match)] if _label(match) == "0" else []
        if not _goes_on(lines, index, style):
            break
    return []


def _precedes(marker: re.Match[str], following: re.Match[str]) -> bool:
    label = _label(marker)
    if label.isalpha():
        return ord(label) + 1 == ord(_label(following))
    return not label.isdigit() or int(label) + 1 == int(_label(following))


def _goes_on(lines: Sequence[str], index: int, style: _Style) -> bool:
    """Return whether a line belongs to a note above it: empty, indented, in one paragraph, or below a lone label."""
    line = lines[index]
    if not line.strip() or line.startswith(style.indent):
        return True
    if style is _CANONICAL or not index:
        return False
    return bool(lines[index - 1].strip() or (index > 1 and style.marker.fullmatch(lines[index - 2])))


def _label(marker: re.Match[str]) -> str:
    return marker[1].translate(_SUPERSCRIPTS)
