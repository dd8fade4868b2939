"""Several cables in one text, as somebody copied them out of a file: where it is certain that another begins.

A cable begins, below an empty line, with its date-time group over a line ``FM``, and ends with the signal of the
telegraph or the name that signs.  What is quoted within a cable has neither above it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from teiconv.conventions.generic.headers import read_heading
from teiconv.conventions.generic.top import is_classification
from teiconv.regex import regex

_FROM = "FM "
_GROUP = regex(r"(?:[A-Z] ){0,2}\d{6}Z [A-Z]{3} \d{2,4}(?: Z[A-Z]{2}-?\d{0,2})?\s*\Z")
_END = regex(r"(?:BT|#\d{2,6}|NNNN)\s*\Z")
_SIGNED = regex(r"(?!(?:QUOTE|QTE|UNQUOTE|UNQTE|TEXT|BEGIN|END)\b)[A-Z][A-Z’'-]{2,19}\s*\Z")
_NEAR = 3
"""The line ``FM`` stands no more lines below the date-time group."""
_NUMBERED = regex(r"[ \t]*(?P<number>\d{1,2})\.(?=[ \t]+\S)")
_MOST_AT_TOP = 60
"""The head of a cable stands among so many lines."""
_MOST_ROUTING = 8
"""No more lines stand above the date-time group in one paragraph with it."""


def cables_in(text: str) -> list[int]:
    """Return the line with which each cable begins that ``text`` certainly holds; 0 alone, if in doubt."""
    if text.count(_FROM) < 2:
        return [0]
    lines = text.split("\n")
    first, *further = [*_starts(lines)] or [0]
    is_first = not any(line.strip() for line in lines[:first])
    is_certain = is_first and all(_ends(lines[:start]) for start in further)
    return [0, *further] if is_certain else [0]


def parts_apart(lines: Sequence[str], stretches: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield ``stretches`` of ``lines``; of a cable without empty lines, each numbered paragraph and heading by itself.

    The paragraphs count on from 1; heading lines with a colon stand above the first.
    """
    is_cable = next(_starts(lines[:_MOST_AT_TOP]), None) is not None
    count = 0
    for start, end in stretches:
        first = start
        for index in range(start, end) if is_cable else ():
            numbered = _NUMBERED.match(lines[index])
            is_next = numbered is not None and int(numbered["number"]) == count + 1
            count += is_next
            if index > first and (is_next or (not count and _is_heading(lines[index]))):
                yield first, index
                first = index
        yield first, end


def _is_heading(line: str) -> bool:
    heading = read_heading(line)
    return heading is not None and ":" in heading.head


def _starts(lines: Sequence[str]) -> Iterator[int]:
    """Yield the first line of each paragraph that is the head of a cable."""
    for index, line in enumerate(lines):
        if _GROUP.match(line) and any(below.startswith(_FROM) for below in lines[index + 1 : index + 1 + _NEAR]):
            start = index
            while start and lines[start - 1].strip() and index - start < _MOST_ROUTING:
                start -= 1
            yield start


def _ends(lines: Sequence[str]) -> bool:
    """Whether ``lines`` end as a cable does, with an empty line below; where two heads are one paragraph, none do."""
    end = next((line for line in reversed(lines[:-1]) if line.strip()), "")
    is_name = _SIGNED.match(end) is not None and not is_classification(end)
    return not any(line.strip() for line in lines[-1:]) and (is_name or _END.match(end) is not None)
