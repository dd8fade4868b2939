"""The fields of a record, one on each line, as a database of telegrams has them below the text: ``Film Number: n/a``.

They are a ``list type="attributes"`` of labels and items.  They name nobody who took part, and date nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from teiconv.conventions.generic.lines import BLANKS, typed
from teiconv.model import Element, Node, element
from teiconv.regex import regex

_FIELD = regex(r"(?P<label>[A-Z][A-Za-z]*(?: [A-Za-z]+){0,5}:)(?:[ \t]+|\Z)")
_FEWEST = 8
"""So many fields, at least, stand one below the other."""


def begins_attributes(line: str) -> bool:
    """Whether ``line`` is a field, with which a record may begin."""
    return _FIELD.match(line) is not None


def read_attributes(lines: Sequence[str]) -> Element | None:
    """Return ``lines`` as the fields of a record, or ``None``; a line that is indented goes on with the field above."""
    fields = [_FIELD.match(line) for line in lines]
    if len(lines) < _FEWEST or not all(field or line[:1] in BLANKS for field, line in zip(fields, lines, strict=True)):
        return None
    starts = [index for index, field in enumerate(fields) if field]
    if len(starts) < _FEWEST or starts[0]:
        return None
    content: list[Node] = []
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        content += _field(lines[start:end])
    return element("list", *content, type="attributes", rend="run-in")


def _field(lines: Sequence[str]) -> list[Node]:
    first = _FIELD.match(lines[0])
    assert first is not None
    words = lines[0][first.end() :]
    is_empty = len(lines) == 1 and not words.strip(BLANKS)
    item = element("item", element("gap", reason="blank")) if is_empty else typed("item", [words, *lines[1:]])
    return [typed("label", [first["label"]]), item]
