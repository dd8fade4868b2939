"""Lists as the published site shows them in text: a heading, and an entry after each bullet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from teiconv.names.lists.entry_names import split_entry
from teiconv.names.people.names import words
from teiconv.names.people.vocabulary import FORENAMES
from teiconv.regex import regex

_BULLET = regex(r"^\s*[•*·‣–-]\s+")
_PAGE = regex(r"\s*\[Page [^\]]*\]\s*")
_REMARK = regex(r"(?:editor[’']?s?[’']? )?note\b|for (?:names|other|abbreviations)\b|the following\b", re.I)
_LONG = 100
"""Characters of a line that is a paragraph."""
_BLANK = regex(r"\n[ \t]*\n")
_SENTENCE_END = regex(r"[.!?][”’\"')]*\s*$")
_SAYS = regex(r"[,(:;–—=\t]")
_UNFINISHED = regex(r"(?:\b(?:of|and|the|for|to|in|on|at|with|from|by|under|until|since)|[,(–—-])$")


class Line(NamedTuple):
    """What stands on one line of a list, or is joined to it, and the number of that line, counted from 1."""

    number: int
    text: str


def entries(text: str) -> Iterator[str]:
    """Yield the entries of the list ``text``; see :func:`numbered_entries`."""
    return (entry.text for entry in numbered_entries(text))


def numbered_entries(text: str) -> Iterator[Line]:
    """Yield the entries of the list ``text``, each on one line, without page breaks, headings and editors' remarks.

    An entry begins with a bullet; where a list has none, every line that is not indented is one.  What follows
    on further lines belongs to the entry before, and so does an entry that goes on a sentence left unfinished,
    unless it begins with a name (``del Bosque, Juan``).
    """
    return (line for line in _finished(text) if _is_entry(line.text))


def lines_of(text: str) -> Iterator[Line]:
    """Yield what each bullet, or each line that is not indented, begins, be it an entry or not."""
    lines = [_PAGE.sub(" ", line).rstrip() for line in text.splitlines()]
    bulleted = any(_BULLET.match(line) for line in lines)
    number, pending = 0, ""
    for place, line in enumerate(lines, 1):
        starts = bool(_BULLET.match(line)) if bulleted else bool(line) and not line[0].isspace()
        if starts or (not line.strip() and not bulleted):
            if pending:
                yield Line(number, pending)
            number, pending = place, " ".join(_BULLET.sub("", line).split())
        elif pending and line.strip():
            pending = f"{pending} {' '.join(line.split())}"
    if pending:
        yield Line(number, pending)


def paragraphs_beside(text: str) -> int:
    """Return how many long lines of ``text`` have no bullet, if others have one: a list has few, a paper many."""
    lines = text.splitlines()
    if not any(_BULLET.match(line) for line in lines):
        return 0
    return sum(len(line) >= _LONG and not _BULLET.match(line) for line in lines)


def is_prose(text: str) -> bool:
    """Tell whether most of ``text`` stands in long paragraphs that end as sentences do; their lines may be broken."""
    blocks = [block.strip().splitlines() for block in _BLANK.split(text)]
    return sum(len(" ".join(block)) for block in blocks if _is_paragraph(block)) > len(text) / 2


def _is_paragraph(lines: Sequence[str]) -> bool:
    """Tell whether ``lines``, with no blank one among them, are a paragraph, and no entries that end in full stops."""
    if len(" ".join(lines)) < _LONG or not _SENTENCE_END.search(lines[-1]):
        return False
    return len(lines) == 1 or not all(_SENTENCE_END.search(line) for line in lines)


def _finished(text: str) -> Iterator[Line]:
    """Yield the lines of ``text``, those that leave a sentence unfinished with what comes after them."""
    pending: Line | None = None
    for line in lines_of(text):
        if pending and _UNFINISHED.search(pending.text) and not _begins_with_a_name(line.text):
            pending = pending._replace(text=f"{pending.text} {line.text}")
            continue
        if pending:
            yield pending
        pending = line
    if pending:
        yield pending


def _begins_with_a_name(line: str) -> bool:
    """Tell whether ``line`` begins with a surname, behind a particle or before a known forename or an initial."""
    name, _ = split_entry(line)
    given = words(name.of("forename"))
    if not given or name.surname_first or name.parts[0].kind not in ("surname", "nameLink"):
        return False
    return bool(name.of("nameLink")) or given[0] in FORENAMES or len(given[0]) == 1


def _is_entry(line: str) -> bool:
    """Tell whether ``line`` names something and says what it is; headings and remarks do not."""
    return bool(line) and bool(_SAYS.search(line) and not _REMARK.match(line))
