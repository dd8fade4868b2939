"""Where in a text another document seems to begin: the next number over the next title, another date-time group."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from teiconv.conventions.documents_in_text import NUMBERED_TITLE
from teiconv.regex import regex

_GROUP = regex(r"(?:[A-Z] ){0,2}\d{6}Z [A-Z]{3} \d{2,4}\Z")
_FROM = regex(r"(?:FM|FROM:?) \S")
_HEADED = regex(r"(?P<words>(?:ACTION |INFORMATION |BRIEFING )?MEMORANDUM (?:FOR|TO) (?:THE )?[A-Z][A-Za-z. ]{2,60})\Z")
_MAY_BEGIN = regex(r"\d{1,4}\. |\s*(?:(?:[A-Z] ){0,2}\d{6}Z |(?:[A-Z]{6,11} )?MEMORANDUM )")
"""What begins each of these; hardly any line does."""
_NEAR = 3


def further_documents(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the index of the line and the words with which each further document seems to begin."""
    number: int | None = None
    groups = heads = 0
    for index, line in enumerate(lines):
        if not _MAY_BEGIN.match(line):
            continue
        if match := NUMBERED_TITLE.match(line):
            if number is not None and int(match["number"]) == number + 1:
                yield index, match["words"]
            number = int(match["number"]) if number is None or int(match["number"]) == number + 1 else number
        elif _GROUP.match(line.strip()) and any(map(_FROM.match, lines[index + 1 : index + 1 + _NEAR])):
            groups += 1
            if groups > 1:
                yield index, line.strip()
        elif match := _HEADED.match(line.strip()):
            heads += 1
            if heads > 1:
                yield index, match["words"]
