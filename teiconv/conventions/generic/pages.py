"""Page numbers and running heads: ``- 2 -``, ``Page 2 of 5``, what stands again at the top or the foot of pages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from teiconv.conventions.generic.lines import BLANKS, FORM_FEED
from teiconv.conventions.generic.stamps import stamps
from teiconv.conventions.generic.top import is_classification
from teiconv.regex import regex

_NUMBER = regex(
    r"(?:[-–—] ?\d{1,4} ?[-–—]|(?:page|p\.) \d{1,4}(?: of \d{1,4})?)\Z"
    r"|.{0,40} {3,}[-–—] ?\d{1,4} ?[-–—](?: {3,}.{1,40})?\Z"
    r"|[A-Z][A-Z .]{2,30} \d{4,8} {1,3}\d{3} OF \d{3}\Z|PAGE \d{1,3}[ \t][A-Z\d \t]{1,60}Z\Z",
    re.I,
)
_DECLASSIFY = regex(
    r"(?:(?:Declassify|Review) on|Classified by|Derived from|Reason|DECL|[RXG]{1,2}DS[ -]?\d?)\b ?:? ?.{0,60}\Z", re.I
)
"""What stands below a classification at the foot of a page: ``Declassify on: OADR``."""
_FORM = regex(
    r"(?:(?:OPTIONAL |STANDARD |NA |DS )?FORM (?:NO\. ?)?[A-Z]{0,3}-?\d{1,5}\b.{0,40}"
    r"|\d{1,2}-\d{2}|\d{2}-\d{5}(?: .{0,20})?)\Z",
    re.I,
)
"""The number of a form, its issue, or the number of a job at a printer, at the end of a paper."""
_BARE_NUMBER = regex(r"\d{1,4}\Z")
_DIGITS = regex(r"\d+")
_CENTRED = " " * 20
_LONGEST, _NEAREST = 90, 3
"""A running head is no longer, and no more lines from the edge of its page."""


def page_furniture(lines: Sequence[str]) -> dict[int, str]:
    """Return which lines are no part of the text, by index, and what they are.

    ``pageNum``, ``header``, ``footer``; ``stamp`` is that of an archive, or of whoever released the paper.

    A classification on the last line is the foot of a page even if there is only one, and even above a stamp.
    """
    pages = _Pages.of(lines)
    furniture = dict(pages.running_heads()) if pages.edges else {}
    stamped = dict.fromkeys(stamps(lines), "stamp")
    furniture |= _marking_at_end(lines, [index for index in pages.shown if index not in stamped])
    furniture |= stamped
    return furniture | {pages.shown[place]: "pageNum" for place in pages.numbers}


def _marking_at_end(lines: Sequence[str], shown: Sequence[int]) -> dict[int, str]:
    """Return the classification at the end, with what stands below it on when it may be lifted, and on the form."""
    last = len(shown)
    while last > 1 and _FORM.match(lines[shown[last - 1]].strip(BLANKS)):
        last -= 1
    form = dict.fromkeys(shown[last:], "footer")
    place = last
    while place > 1 and _DECLASSIFY.match(lines[shown[place - 1]].strip(BLANKS)):
        place -= 1
    if place < 2 or not is_classification(lines[shown[place - 1]]):
        return form
    return dict.fromkeys(shown[place - 1 :], "footer")


class _Pages(NamedTuple):
    """The lines that show something, and among them (by place) those that begin a page or give its number."""

    lines: Sequence[str]
    shown: Sequence[int]
    edges: frozenset[int]
    numbers: frozenset[int]

    @classmethod
    def of(cls, lines: Sequence[str]) -> _Pages:
        shown = [index for index, line in enumerate(lines) if line.strip(BLANKS)]
        feeds = {place for place, index in enumerate(shown) if FORM_FEED in lines[index]}
        numbers = frozenset(
            place for place, index in enumerate(shown) if _is_number(lines[index], bool({place, place + 1} & feeds))
        )
        return cls(lines, shown, numbers | feeds, numbers)

    def running_heads(self) -> Iterator[tuple[int, str]]:
        """Yield the lines near the edges of pages that come again near another; the first page keeps its own."""
        for kind, edges, reach in (("footer", {len(self.shown)}, -_NEAREST), ("header", {0}, _NEAREST)):
            repeated: defaultdict[str, list[int]] = defaultdict(list)
            for place in sorted(self._near(self.edges | edges, reach) - self.numbers):
                text = _DIGITS.sub("#", self.lines[self.shown[place]].strip(BLANKS + FORM_FEED))
                if 0 < len(text) <= _LONGEST:
                    repeated[text].append(place)
            for places in repeated.values():
                yield from ((self.shown[place], kind) for place in places if len(places) > 1 and place >= _NEAREST)

    def _near(self, edges: frozenset[int] | set[int], reach: int) -> set[int]:
        places = {edge + step for edge in edges for step in range(min(reach, 0), max(reach, 0))}
        return {place for place in places if 0 <= place < len(self.shown)}


def _is_number(line: str, is_at_edge: bool) -> bool:
    text = line.strip(BLANKS + FORM_FEED)
    is_apart = is_at_edge or line.startswith(_CENTRED)
    return _NUMBER.match(text) is not None or (is_apart and _BARE_NUMBER.match(text) is not None)
