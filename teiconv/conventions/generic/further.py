"""What goes on with a heading line: the lines below it, in its paragraph or in the next one."""

from __future__ import annotations

from collections import deque
from collections.abc import Container, Sequence
from itertools import islice

from teiconv.conventions.generic.columns import is_group_below
from teiconv.conventions.generic.headers import Heading, is_below_item, read_heading, typed_list_type
from teiconv.conventions.generic.lines import BLANKS
from teiconv.conventions.generic.top import is_top_line
from teiconv.regex import regex
from teiconv.structure.openers import is_salutation

_RULE = regex(r"(?:[-–—_=*.~] ?){5,}(?:[ \t]+\d{1,8})?(?:[ \t]+\d{6}Z(?: ?/\d{1,2})?)?\Z")
"""A line drawn across the page; on a cable the number and the hour of the machine stand behind it."""
_HONORABLE = regex(r"(?:The )?(?:Honorable|His Excellency),?\Z")
_MOST_OF_ADDRESS = 4
"""So many lines stand below ``The Honorable``, with the salutation."""
_MOST_ITEMS, _LONGEST_ITEM, _ENDS = 40, 100, (".", "?", "!", ";", ":")
"""A list of participants below a heading has no more lines, nor longer ones, and none ends so."""


def is_rule(line: str) -> bool:
    """Whether ``line`` is drawn with dashes or stars."""
    return _RULE.match(line.strip(BLANKS)) is not None


def heads_paragraph(lines: Sequence[str], heading: int, start: int, end: int, furniture: Container[int]) -> bool:
    """Whether the paragraph ``start`` to ``end`` are the items of the heading line above it: ``PARTICIPANTS:``."""
    found = read_heading(lines[heading])
    is_alone = found is not None and not found.item and not lines[heading + 1].strip(BLANKS)
    return is_alone and _may_be_items(lines, furniture, start, end)


def end_of_address(lines: Sequence[str], start: int, end: int, waiting: deque[tuple[int, int]]) -> int:
    """Return where the address ends that ``The Honorable`` begins, the paragraph ``start`` to ``end``.

    On the form of a despatch, each of its lines has an empty one below, up to the salutation.
    """
    if end - start > 1 or not _HONORABLE.match(lines[start].strip(BLANKS)):
        return end
    near = list(islice(waiting, _MOST_OF_ADDRESS))
    count = next((place for place, (first, _) in enumerate(near) if is_salutation(lines[first])), 0)
    if any(last - first > 1 for first, last in near[:count]):
        return end
    for _ in range(count):
        _, end = waiting.popleft()
    return end


def end_of_people(
    lines: Sequence[str], start: int, end: int, waiting: deque[tuple[int, int]], furniture: Container[int]
) -> int:
    """Return where the names end that stand below ``PARTICIPANTS`` at the end of the paragraph ``start`` to ``end``.

    Those of the other side stand in a paragraph of their own, in the same column, and those of each office may stand
    under a label with a colon; they are taken from ``waiting``.
    """
    headings = (heading for line in reversed(lines[start:end]) if (heading := read_heading(line)) is not None)
    last = next(headings, None)
    if last is None or typed_list_type(last.head) != "participants":
        return end
    while waiting and _are_people_below(lines, last, furniture, *waiting[0]):
        _, end = waiting.popleft()
    return end


def may_be_of_people(line: str) -> bool:
    """Whether the paragraph that ``line`` begins may hold more of the names above it: a cheap question."""
    return line[:1] in BLANKS or line.rstrip(BLANKS).endswith(":")


def _are_people_below(lines: Sequence[str], heading: Heading, furniture: Container[int], start: int, end: int) -> bool:
    """Whether the paragraph ``start`` to ``end`` goes on with those present: in their column, or under labels."""
    is_group = _may_be_items(lines, furniture, start, end) and is_group_below(lines[start:end])
    return is_group or (bool(heading.item) and _are_names_below(lines, heading.column, furniture, start, end))


def _are_names_below(lines: Sequence[str], column: int, furniture: Container[int], start: int, end: int) -> bool:
    indents = [len(line) - len(line.lstrip(BLANKS)) for line in lines[start:end]]
    return indents[0] == column == min(indents) and _may_be_items(lines, furniture, start, end)


def _may_be_items(lines: Sequence[str], furniture: Container[int], start: int, end: int) -> bool:
    """Whether the paragraph ``start`` to ``end`` may be the items of the heading line above it: short, and no prose."""
    below = lines[start:end]
    if len(below) > _MOST_ITEMS or any(index in furniture for index in range(start, end)):
        return False
    return all(len(line) <= _LONGEST_ITEM and _is_further(line) for line in below) and not below[-1].endswith(_ENDS)


def goes_on(line: str, heading: Heading) -> bool:
    """Whether ``line`` goes on with ``heading``: nothing else begins there, or it stands below the item."""
    return _is_further(line) or (read_heading(line) is None and is_below_item(line, heading))


def _is_further(line: str) -> bool:
    return read_heading(line) is None and not is_top_line(line) and not is_rule(line)
