"""Several documents in one text, as somebody copied them out of a volume: where it is certain that another begins.

A document begins with the next number over a title that names its kind, below an empty line; and each of them has
what only a whole document has: its list of notes at its end, its dateline, or the title of an editorial note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from teiconv.notes.calls import are_called
from teiconv.notes.listing import split_notes
from teiconv.regex import regex
from teiconv.structure.datelines import read_dateline

_KIND = (
    r"(?:Telegram|Memorandum|Letter|Editorial Note|Airgram|Despatch|Minutes|Message|Paper|Note|Report|Transcript|Record"
    r"|Intelligence|National|Draft|Circular|Summary|Instruction|Action|Information|Aide|Backchannel|Special|Notes"
    r"|Statement|Research|Conversation|Briefing|Talking)"
)
NUMBERED_TITLE = regex(rf"(?P<number>\d{{1,4}})\. (?P<words>{_KIND}\b(?:.{{0,300}}[^.\s])?)\s*\Z")
"""A title with its number, as the volumes of *Foreign Relations* have it: it does not end as a sentence does."""
_NEAR = 6
"""A dateline stands no more lines below the title."""


def numbered_in(text: str, title: re.Pattern[str] = NUMBERED_TITLE) -> list[int]:
    """Return the line with which each document begins that ``text`` certainly holds; 0 alone, if in doubt.

    ``title`` is the title line of a document; its group ``number`` counts them.
    """
    number = _first_number(text, title)
    if number is None or str(number + 1) not in text:
        return [0]
    lines = text.split("\n")
    starts = list(_starts(lines, title, number))
    return starts if all(map(_is_whole, _parts(lines, starts))) else [0]


def documents_of(text: str, starts: Sequence[int]) -> list[tuple[str, str]]:
    """Return the documents that begin with the lines ``starts`` of ``text``, each with the white space before it."""
    if len(starts) < 2:
        return [("", text)]
    found: list[tuple[str, str]] = []
    before = ""
    for part in _parts(text.split("\n"), starts):
        words = "\n".join(part)
        content = words.rstrip() if len(found) + 1 < len(starts) else words
        found.append((before, content))
        before = words[len(content) :] + "\n"
    return found


def pieces_of(text: str, starts: Sequence[int], title: re.Pattern[str] | None = None) -> list[tuple[str, str]]:
    """Return the number and the text of each document in ``text``; joined, they are the text.  One has no number.

    Where no ``title`` has a number, they are counted.
    """
    found = documents_of(text, starts)
    if len(found) < 2:
        return [("", text)]
    after = [*(before for before, _ in found[1:]), ""]
    numbers = [_number(content, title) if title else "" for _, content in found]
    if not all(numbers):
        numbers = [str(place) for place in range(1, len(found) + 1)]
    return [(number, content + space) for number, (_, content), space in zip(numbers, found, after, strict=True)]


def _number(content: str, title: re.Pattern[str]) -> str:
    match = title.match(next(line for line in content.split("\n") if line.strip()))
    return match["number"] if match else ""


def _first_number(text: str, title: re.Pattern[str]) -> int | None:
    """Return the number in the first line that shows anything, if that is a title."""
    shown = len(text) - len(text.lstrip())
    start, end = text.rfind("\n", 0, shown) + 1, text.find("\n", shown)
    match = title.match(text[start : end if end >= 0 else None])
    return int(match["number"]) if match else None


def _starts(lines: Sequence[str], title: re.Pattern[str], number: int) -> Iterator[int]:
    """Yield 0, and the lines with a title whose number is the next one, the first being ``number``."""
    yield 0
    following = str(number + 1)
    for index in range(1, len(lines)):
        if following not in lines[index] or lines[index - 1].strip():
            continue
        match = title.match(lines[index])
        if match and int(match["number"]) == number + 1:
            yield index
            number += 1
            following = str(number + 1)


def _parts(lines: Sequence[str], starts: Sequence[int]) -> list[Sequence[str]]:
    return [lines[start:end] for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)]


def _is_whole(lines: Sequence[str]) -> bool:
    shown = [line for line in lines if line.strip()]
    if "Editorial Note" in shown[0]:
        return True
    notes = split_notes(list(lines), are_called)
    if notes is not None and notes.is_canonical:
        return True
    return any(read_dateline((line,)) is not None for line in shown[1:_NEAR])
