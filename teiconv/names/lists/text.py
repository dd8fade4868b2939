"""Lists as the published site shows them in text: a heading, and an entry after each bullet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from teiconv.regex import regex

_BULLET = regex(r"^\s*[•*·‣–-]\s+")
_PAGE = regex(r"\s*\[Page [^\]]*\]\s*")
_REMARK = regex(r"(?:editor[’']?s?[’']? )?note\b|for (?:names|other|abbreviations)\b|the following\b", re.I)
_SAYS = regex(r"[,(:;–—=\t]")
_UNFINISHED = regex(r"(?:\b(?:of|and|the|for|to|in|on|at|with|from|by|under|until|since)|[,(–—-])$")


def entries(text: str) -> Iterator[str]:
    """Yield the entries of the list ``text``, each on one line, without page breaks, headings and editors' remarks.

    An entry begins with a bullet; where a list has none, every line that is not indented is one.  What follows
    on further lines belongs to the entry before, and so does an entry that goes on a sentence left unfinished.
    """
    pending = ""
    for line in _joined_lines(text):
        if pending and _UNFINISHED.search(pending):
            pending = f"{pending} {line}"
            continue
        if _is_entry(pending):
            yield pending
        pending = line
    if _is_entry(pending):
        yield pending


def _joined_lines(text: str) -> Iterator[str]:
    """Yield what each bullet, or each line that is not indented, begins."""
    lines = [_PAGE.sub(" ", line).rstrip() for line in text.splitlines()]
    bulleted = any(_BULLET.match(line) for line in lines)
    pending = ""
    for line in lines:
        starts = bool(_BULLET.match(line)) if bulleted else bool(line) and not line[0].isspace()
        if starts or (not line.strip() and not bulleted):
            if pending:
                yield pending
            pending = " ".join(_BULLET.sub("", line).split())
        elif pending and line.strip():
            pending = f"{pending} {' '.join(line.split())}"
    if pending:
        yield pending


def _is_entry(line: str) -> bool:
    """Tell whether ``line`` names something and says what it is; headings and remarks do not."""
    return bool(line) and bool(_SAYS.search(line) and not _REMARK.match(line))
