"""The first page, and the contents by chapter, by year, and in order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from teiconv.grammar.months import NAMES
from teiconv.publish.chapters import Chapter, Turns
from teiconv.publish.sections import BACK, FRONT
from teiconv.publish.site.frame import Frame, lines, listed, nested, section
from teiconv.publish.site.html import Html, joined, link, tag, text
from teiconv.publish.site.links import Links, page_of
from teiconv.publish.site.sections import links_to, rendered, renderer_of
from teiconv.publish.table import Work
from teiconv.publish.target import Target

FEW = 300
"""Documents that the first page lists itself; of more it lists chapters and years (it stays below 200 kB)."""

_COLUMNS = "document, number, title, date, date_text, place, kind"
Entry = tuple[str, str, str, str | None, str | None, str | None, str]


def write_contents(work: Work, frame: Frame, links: Links, target: Target) -> None:
    """Write the first page, and a page for each chapter and year."""
    count = next(work.facts.ask("SELECT count(*) FROM documents"))[0]
    chapters = range(1, len(work.edition.chapters) + 1)
    years = [(f"contents/{year or 'undated'}.html", year, number) for year, number in _years(work)]
    for number in chapters:
        title = work.edition.chapters[number - 1].title
        target.write(page_of(number).removeprefix("../"), frame.page(title, _chapter(work, links, number), up="../"))
    for place, year, _ in years:
        title = f"Documents of {year}" if year else "Documents without a date"
        months = (joined(*_month(name, entries)) for name, entries in groupby(_of_year(work, year), key=_month_of))
        target.write(place, frame.page(title, joined(tag("h1", text(title)), *months), up="../"))
    parts = [_heading(frame, _extent(work, count)), links_to(work, FRONT)]
    if chapters:
        parts.append(section("By chapter", _outline(work, chapters, ""), id="contents"))
    shown = (joined(link(year or "undated", place), text(f" {number}")) for place, year, number in years)
    parts.append(section("By date", listed(*shown, class_="years"), id=None if chapters else "contents"))
    if count <= FEW:
        parts.append(section("In order", _entries(_in_order(work), "")))
    else:
        write_all(work, frame, target)
        parts.append(section("In order", tag("p", link(f"All {count} documents", "contents/all.html"))))
    parts.append(links_to(work, BACK))
    target.write("index.html", frame.page(frame.title, joined(*parts), kind="home"))


def path_to(work: Work, number: int) -> Html:
    """Return links to the chapters around a chapter, from the outermost to itself."""
    chapters = work.edition.chapters
    around = Turns(chapters).around(number)
    return Html(" › ".join(link(chapters[each - 1].title, page_of(each)) for each in around))


def _outline(work: Work, numbers: Iterable[int], up: str = "../") -> Html:
    """Return links to the chapters with these numbers, those in a chapter below it."""
    chapters = [(number, work.edition.chapters[number - 1]) for number in numbers]
    entries = [
        (chapter.level, link(chapter.title, page_of(number).replace("../", up, 1))) for number, chapter in chapters
    ]
    return nested(entries, class_="outline")


def _chapter(work: Work, links: Links, number: int) -> Html:
    """Return the content of the page of a chapter: its place, its own text, its chapters, its documents."""
    chapter, turns = work.edition.chapters[number - 1], Turns(work.edition.chapters)
    *outer, _ = turns.around(number)
    parts = [tag("p", path_to(work, outer[-1]), class_="hint")] if outer else []
    parts.append(tag("article", rendered(chapter, renderer_of(links, chapter.conventions)), id=chapter.id))
    if inner := turns.within(number):
        parts.append(_outline(work, inner))
    return joined(*parts, *([_entries(_of_chapter(work, chapter), "../")] if chapter.documents else []))


def write_all(work: Work, frame: Frame, target: Target) -> None:
    """Write the page with all documents in order."""
    content = joined(tag("h1", text("All documents")), _entries(_in_order(work), "../"))
    target.write("contents/all.html", frame.page("All documents", content, up="../"))


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


def _month(number: str, entries: Iterable[Entry]) -> Iterator[Html]:
    """Yield the documents of a month below its name; of documents without one there is no name."""
    if number.isdigit():
        yield tag("h2", text(NAMES[int(number) - 1]))
    yield _entries(entries, "../")


def _years(work: Work) -> Iterator[tuple[str, int]]:
    year_of = "coalesce(substr(date, 1, 4), '')"
    query = f"SELECT {year_of}, count(*) FROM documents GROUP BY 1 ORDER BY {year_of} = '', 1"
    for year, count in work.facts.ask(query):
        yield (year if re.fullmatch(r"\d{4}", year) else ""), count


def _of_year(work: Work, year: str) -> Iterator[Entry]:
    query = f"SELECT {_COLUMNS} FROM documents WHERE coalesce(substr(date, 1, 4), '') = ? ORDER BY date, position"
    yield from work.facts.ask(query, year)


def _in_order(work: Work) -> Iterator[Entry]:
    yield from work.facts.ask(f"SELECT {_COLUMNS} FROM documents ORDER BY position")


def _of_chapter(work: Work, chapter: Chapter) -> Iterator[Entry]:
    for document in chapter.documents:
        yield from work.facts.ask(f"SELECT {_COLUMNS} FROM documents WHERE document = ?", document)


def _entries(entries: Iterable[Entry], up: str) -> Html:
    return tag("ol", lines(*(_entry(entry, up) for entry in entries)), class_="entries")


def _entry(entry: Entry, up: str) -> Html:
    id, number, title, _, date, place, kind = entry
    where = ", ".join(part for part in (place, date) if part)
    return tag(
        "li",
        tag("span", text(f"{number}." if number else ""), class_="number"),
        tag(
            "span",
            link(title, f"{up}documents/{id}.html"),
            *([tag("span", text(where), class_="where")] if where else []),
            class_="what",
        ),
        class_="editorial" if kind == "editorial-note" else None,
    )
