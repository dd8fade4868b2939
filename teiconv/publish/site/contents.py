"""The first page, and the contents by year and in order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from teiconv.grammar.months import NAMES
from teiconv.publish.sections import BACK, FRONT
from teiconv.publish.site.chapters import outline
from teiconv.publish.site.frame import Frame, listed, section
from teiconv.publish.site.html import Html, joined, link, tag, text
from teiconv.publish.site.listing import COLUMNS, Entry, entries
from teiconv.publish.site.sections import links_to
from teiconv.publish.table import Work
from teiconv.publish.target import Target

FEW = 300
"""Documents that the first page lists itself; of more it lists chapters and years (it stays below 200 kB)."""


def write_contents(work: Work, frame: Frame, target: Target) -> None:
    """Write the first page, and a page for each year."""
    count = next(work.facts.ask("SELECT count(*) FROM documents"))[0]
    chapters = range(1, len(work.edition.chapters) + 1)
    years = [(f"contents/{year or 'undated'}.html", year, number) for year, number in _years(work)]
    for place, year, _ in years:
        title = f"Documents of {year}" if year else "Documents without a date"
        months = (joined(*_month(name, group)) for name, group in groupby(_of_year(work, year), key=_month_of))
        target.write(place, frame.page(title, joined(tag("h1", text(title)), *months), up="../"))
    parts = [_heading(frame, _extent(work, count)), links_to(work, FRONT)]
    if chapters:
        parts.append(section("By chapter", outline(work, chapters, ""), id="contents"))
        parts.extend(_in_none(work, frame, target))
    shown = (joined(link(year or "undated", place), text(f" {number}")) for place, year, number in years)
    parts.append(section("By date", listed(*shown, class_="years"), id=None if chapters else "contents"))
    if count <= FEW:
        parts.append(section("In order", entries(_in_order(work), "")))
    else:
        write_all(work, frame, target)
        parts.append(section("In order", tag("p", link(f"All {count} documents", "contents/all.html"))))
    parts.append(links_to(work, BACK))
    target.write("index.html", frame.page(frame.title, joined(*parts), kind="home"))


def _in_none(work: Work, frame: Frame, target: Target) -> Iterator[Html]:
    """Yield the documents of no chapter below a heading of their own; many have a page of their own."""
    listed = work.chapter_of()
    left = [entry for entry in _in_order(work) if entry[0] not in listed]
    if len(left) > FEW:
        place = "contents/in-no-chapter.html"
        _write_listed(frame, target, place, "In no chapter", left)
        yield section("In no chapter", tag("p", link(f"{len(left)} documents", place)), id="in-no-chapter")
    elif left:
        yield section("In no chapter", entries(left, ""), id="in-no-chapter")


def write_all(work: Work, frame: Frame, target: Target) -> None:
    """Write the page with all documents in order."""
    _write_listed(frame, target, "contents/all.html", "All documents", _in_order(work))


def _write_listed(frame: Frame, target: Target, place: str, title: str, found: Iterable[Entry]) -> None:
    content = joined(tag("h1", text(title)), entries(found, "../"))
    target.write(place, frame.page(title, content, up="../"))


def _heading(frame: Frame, extent: str) -> Html:
    subtitle = frame.edition.subtitle
    said = [tag("p", text(subtitle), class_="sub")] if subtitle else []
    return tag("header", tag("h1", text(frame.title)), *said, tag("p", text(extent), class_="hint"))


def _extent(work: Work, count: int) -> str:
    """Return how many documents there are, and from when."""
    query = """SELECT min(substr(date, 1, 10)), max(substr(coalesce(date_end, date), 1, 10)) FROM documents
        WHERE length(date) >= 10"""
    first, last = next(work.facts.ask(query))
    days = [_spelled(day) for day in dict.fromkeys((first, last)) if day]
    return ", ".join((f"{count} document{'s' * (count != 1)}", *(["–".join(days)] if days else [])))


def _spelled(day: str) -> str:
    """Return ``1969-02-19`` as *February 19, 1969*; what is no such day as it is."""
    year, month, number = (*day.split("-"), "", "")[:3]
    return f"{NAMES[int(month) - 1]} {int(number)}, {year}" if number.isdigit() else day


def _month_of(entry: Entry) -> str:
    return (entry[3] or "")[5:7]


def _month(number: str, group: Iterable[Entry]) -> Iterator[Html]:
    """Yield the documents of a month below its name; of documents without one there is no name."""
    if number.isdigit():
        yield tag("h2", text(NAMES[int(number) - 1]))
    yield entries(group, "../")


def _years(work: Work) -> Iterator[tuple[str, int]]:
    year_of = "coalesce(substr(date, 1, 4), '')"
    query = f"SELECT {year_of}, count(*) FROM documents GROUP BY 1 ORDER BY {year_of} = '', 1"
    for year, count in work.facts.ask(query):
        yield (year if re.fullmatch(r"\d{4}", year) else ""), count


def _of_year(work: Work, year: str) -> Iterator[Entry]:
    query = f"SELECT {COLUMNS} FROM documents WHERE coalesce(substr(date, 1, 4), '') = ? ORDER BY date, position"
    yield from work.facts.ask(query, year)


def _in_order(work: Work) -> Iterator[Entry]:
    yield from work.facts.ask(f"SELECT {COLUMNS} FROM documents ORDER BY position")
