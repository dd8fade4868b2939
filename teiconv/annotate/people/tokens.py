"""The words of a run, where they stand."""

from __future__ import annotations

from dataclasses import dataclass

from teiconv.annotate.people.names import WORD, fold


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a run: where it stands, and the folded word."""

    start: int
    end: int
    word: str


def tokens(text: str) -> list[Token]:
    """Return the words of ``text``."""
    return [Token(match.start(), match.end(), fold(match[0])) for match in WORD.finditer(text)]
