"""Text → chunks: lines with no empty line between them, and the white space that stands before each chunk."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from teiconv.regex import regex

_LINE = regex(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_BLANKS = " \t"


class Chunk(NamedTuple):
    """Neighbouring lines of the text.

    ``ends[i]`` is the line end between ``lines[i]`` and ``lines[i + 1]``; ``before`` is all that stands between
    the chunk before and this one: line ends, and blanks on the empty lines.
    """

    lines: tuple[str, ...]
    ends: tuple[str, ...]
    before: str

    @property
    def is_even(self) -> bool:
        """Whether every line end inside the chunk is the text's own."""
        return self.ends.count("\n") == len(self.ends)


def split(text: str) -> list[Chunk]:
    """Return the chunks of ``text``; with what stands before each and the ends of their lines, they are the text."""
    chunks: list[Chunk] = []
    lines: list[str] = []
    ends: list[str] = []
    before = ""
    for line, end in _lines_and_ends(text):
        if not line.strip(_BLANKS) and (line or end):
            if lines:
                chunks.append(Chunk(tuple(lines), tuple(ends[:-1]), before))
                before = ends[-1]
                lines, ends = [], []
            before += line + end
        elif line:
            lines.append(line)
            ends.append(end)
    if lines:
        chunks.append(Chunk(tuple(lines), tuple(ends[:-1]), before))
    return chunks


def _lines_and_ends(text: str) -> Iterable[tuple[str, str]]:
    if "\r" in text:
        return _LINE.findall(text)
    lines = text.split("\n")
    return zip(lines, [*["\n"] * (len(lines) - 1), ""], strict=True)
