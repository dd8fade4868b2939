"""Several documents in one text, each below its file number: ``740.00/512: Telegram``, its title, its dateline.

The volumes of the 1910s to the 1950s have no numbers in their titles.  A document has one file number, above its title,
and an enclosure none; so another one, over the title of another letter, begins another document.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from teiconv.conventions.frus.preliminaries import is_file_number
from teiconv.notes.calls import are_called, find_calls
from teiconv.notes.listing import split_notes
from teiconv.regex import regex
from teiconv.structure.datelines import read_dateline
from teiconv.structure.letters import is_correspondence

_SIGN = regex(
    r"(?:File No\. ?)?[A-Z]?\d[\w. –-]{0,60}/[\dA-Z][\w–/ –-]{0,30}(?:: ?(?:Telegram|Airgram|Despatch))?\.?\s*\Z"
)
_NEAR, _NEAR_WITH_BLANKS = 8, 20
"""A dateline stands no more lines below the file number; these are more with those that are empty."""


def filed_in(text: str) -> list[int]:
    """Return the line with which each document begins that ``text`` certainly holds; 0 alone, if in doubt."""
    if "/" not in text:
        return [0]
    lines = text.split("\n")
    further = [i for i in range(1, len(lines)) if "/" in lines[i] and not lines[i - 1].strip() and _is_filed(lines, i)]
    if not further or not _entitles(list(islice(_shown(lines), _NEAR))):
        return [0]
    edges = [0, *further, len(lines)]
    return edges[:-1] if _have_own_notes([lines[start:end] for start, end in pairwise(edges)]) else [0]


def _have_own_notes(documents: Sequence[Sequence[str]]) -> bool:
    """Whether all of ``documents`` have notes, or none; or the last alone, which calls each of them itself."""
    *above, last = [split_notes(list(lines), are_called) for lines in documents]
    if last is None or all(above):
        return not any(above) or last is not None
    labels, words = [note.label for note in last.notes], ["\n".join(note.lines) for note in last.notes]
    calls = find_calls(documents[-1][: last.start], labels, words, continued=False)
    return not any(above) and all(call is not None and call.certain for call in calls)


def _is_filed(lines: Sequence[str], index: int) -> bool:
    """Whether a document begins at ``index``: with a file number, the title of a letter, and its dateline."""
    if not _is_sign(lines[index]):
        return False
    return _entitles(list(islice(_shown(lines[index : index + _NEAR_WITH_BLANKS]), _NEAR)))


def _is_sign(line: str) -> bool:
    """Whether ``line`` is nothing but a file number."""
    return _SIGN.match(line) is not None and is_file_number(line.strip())


def _entitles(shown: Sequence[str]) -> bool:
    """Whether ``shown`` begin with the title of a letter, below a file number or without, over a dateline."""
    title = 1 if shown and _is_sign(shown[0]) else 0
    is_titled = len(shown) > title + 1 and is_correspondence(shown[title])
    return is_titled and any(read_dateline((line,)) is not None for line in shown[title + 1 :])


def _shown(lines: Sequence[str]) -> Iterator[str]:
    return (line for line in lines if line.strip())
