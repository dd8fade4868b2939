"""A second heading in the line of the first: the date or a field of a form beside it, or who is only informed.

``TO: Mr. Roe      DATE: May 3, 1965``; ``COUNTRY: Peru          NO. OF PAGES 2``; ``ACTION LIMA 3, INFO QUITO``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from teiconv.conventions.generic.headers import (
    Heading,
    empty_list,
    heading_list,
    read_beside_date,
    read_form_field,
    typed_list_type,
)
from teiconv.conventions.generic.lines import BLANKS
from teiconv.layout.canon import RUN_ON
from teiconv.model import Element
from teiconv.regex import regex

_COLUMN = regex(r" {3,}(?=\S)")
_INFORMED = regex(r"[,;.]? +(?P<head>(?:INFO(?:RMATION)?)\b:?) +(?=[A-Z/])")
"""Behind those who must act stand those who need only know of it."""
_MOST_BESIDE = 3
"""No line of a form has more columns."""


def heading_lists(heading: Heading, further: Sequence[str]) -> list[Element]:
    """Return the lists that a heading line and the lines that go on with it are, each heading beside it its own.

    Nothing follows a heading for which there is no list.  The lines below belong to the last heading.
    """
    further = [line for line in further if line.strip(BLANKS)]
    *before, last = _headings(heading, further)
    lists = [heading_list(one, ()) or empty_list(one) for one in before]
    below = heading_list(last, further) or (empty_list(last) if lists else None)
    lists += [below] if below is not None else []
    return [_run_on(found) if index else found for index, found in enumerate(lists)]


def _headings(heading: Heading, further: Sequence[str]) -> Iterator[Heading]:
    """Yield ``heading`` up to the next one in its line, and that in turn."""
    reach = min((len(line) - len(line.lstrip(BLANKS)) for line in further), default=None)
    for _ in range(_MOST_BESIDE):
        found = _informed(heading) or _in_next_column(heading, reach)
        if found is None:
            break
        yield heading._replace(item=heading.item[: found[0]])
        _, heading = found
    yield heading


def _informed(heading: Heading) -> tuple[int, Heading] | None:
    """Return where the heading of those begins who are informed, in the line of those who must act, and it."""
    if typed_list_type(heading.head) != "action":
        return None
    found = _INFORMED.search(heading.item)
    return (found.start("head"), _at(heading, found["head"], found.end())) if found else None


def _in_next_column(heading: Heading, reach: int | None) -> tuple[int, Heading] | None:
    """Return where the first column ends beside which a heading stands, and that heading.

    All lines below, which begin at ``reach``, stand in the column of a field of a form, and none below that of a date.
    """
    for gap in _COLUMN.finditer(heading.item):
        start = gap.end()
        is_below = reach is None or reach >= heading.column + start
        field = read_form_field(heading.item, start) if is_below else None
        found = field or (read_beside_date(heading.item, start) if reach is None else None)
        if found is not None:
            return gap.start(), _at(heading, found["head"], found.end())
    return None


def _at(heading: Heading, head: str, end: int) -> Heading:
    return Heading(head, heading.item[end:], heading.column + end)


def _run_on(found: Element) -> Element:
    head, *items = found.content
    assert isinstance(head, Element)
    return found.containing([head.having(rend=RUN_ON), *items])
