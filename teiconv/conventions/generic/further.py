"""What goes on with a heading line: the lines below it, in its paragraph or in the next one."""

from __future__ import annotations

from collections.abc import Container, Sequence

from teiconv.conventions.generic.headers import Heading, is_below_item, read_heading
from teiconv.conventions.generic.lines import BLANKS
from teiconv.conventions.generic.top import is_top_line
from teiconv.regex import regex

_RULE = regex(r"(?:[-–—_=*.~] ?){5,}(?:[ \t]+\d{1,8})?\Z")
_MOST_ITEMS, _LONGEST_ITEM, _ENDS = 40, 100, (".", "?", "!", ";", ":")
"""A list of participants below a heading has no more lines, nor longer ones, and none ends so."""


def is_rule(line: str) -> bool:
    """Whether ``line`` is drawn with dashes or stars."""
    return _RULE.match(line.strip(BLANKS)) is not None


def heads_paragraph(lines: Sequence[str], heading: int, start: int, end: int, furniture: Container[int]) -> bool:
    """Whether the paragraph ``start`` to ``end`` are the items of the heading line above it: ``PARTICIPANTS:``."""
    found = read_heading(lines[heading])
    is_alone = found is not None and not found.item and not lines[heading + 1].strip(BLANKS)
    below = lines[start:end]
    if not is_alone or len(below) > _MOST_ITEMS or any(index in furniture for index in range(start, end)):
        return False
    return all(len(line) <= _LONGEST_ITEM and _is_further(line) for line in below) and not below[-1].endswith(_ENDS)


def goes_on(line: str, heading: Heading) -> bool:
    """Whether ``line`` goes on with ``heading``: nothing else begins there, or it stands below the item."""
    return _is_further(line) or (read_heading(line) is None and is_below_item(line, heading))


def _is_further(line: str) -> bool:
    return read_heading(line) is None and not is_top_line(line) and not is_rule(line)
