"""Lists of notes with labels of two kinds: a note with a sign among numbered ones, a numeral among notes with signs.

A line begins a note of the other kind only where the text above the list calls it, right behind a word.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from teiconv.notes.listed import NoteList, NoteText
from teiconv.regex import regex

SIGN = regex(r"[ \t]{0,8}(\*{1,3}|[†‡§¶])[ \t]*(?![*†‡§¶])")
_CALLED_BY_SIGN = regex(r"(?<=[\w.,;:)”])(\*{1,3}|[†‡§¶])(?![*†‡§¶\w])")
_NUMERAL = regex(r"([1-9][0-9]{0,2})\.?[ \t]+(?=\S)")
_CALLED_BY_NUMERAL = regex(r"(?<=[a-zà-ÿ]{3})([1-9][0-9]{0,2})(?![\w/]|[.,:–-]\d)")


def with_other_labels(found: NoteList, lines: Sequence[str]) -> NoteList:
    """Return the list with the notes in it that are labelled in another way, if the text calls them behind a word.

    These begin with a sign, or, in a list that has signs, with a numeral next to one of its numerals.
    """
    above = lines[: found.start]
    called = signs_in(above)
    if any(SIGN.match(note.label) for note in found.notes):
        called |= _numerals_in(above) & _next_to(found)
    notes = tuple(part for note in found.notes for part in _parted(note, called)) if called else found.notes
    return found._replace(notes=notes)


def _next_to(found: NoteList) -> set[str]:
    """Return the numerals before and after those of the list, which has none of them."""
    numerals = {int(digits) for note in found.notes if (digits := note.label.strip("[]()/")).isdecimal()}
    beside = {numeral + step for numeral in numerals for step in (-1, 1)}
    return {str(numeral) for numeral in beside - numerals} if numerals else set()


def _parted(note: NoteText, called: Container[str]) -> Iterator[NoteText]:
    """Yield ``note`` up to the line that begins with one of the labels ``called``, and each note from there on."""
    start = 0
    label, marker = note.label, note.marker
    for index, line in enumerate(note.lines):
        other = (SIGN.match(line) or _NUMERAL.match(line)) if index else None
        if other and other[1] in called:
            yield NoteText(label, marker, _unmarked(note.lines[start:index], marker if start else ""))
            start, label, marker = index, other[1], other[0]
    yield NoteText(label, marker, _unmarked(note.lines[start:], marker if start else ""))


def _unmarked(lines: tuple[str, ...], marker: str) -> tuple[str, ...]:
    return (lines[0].removeprefix(marker), *lines[1:])


def signs_in(lines: Sequence[str]) -> set[str]:
    """Return the signs that stand in ``lines`` right behind a word or a stop."""
    return {match[1] for match in _CALLED_BY_SIGN.finditer("\n".join(lines))}


def _numerals_in(lines: Sequence[str]) -> set[str]:
    return {match[1] for match in _CALLED_BY_NUMERAL.finditer("\n".join(lines))}
