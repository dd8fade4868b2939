"""The pages of the chapters of all levels, and the links to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from teiconv.publish.chapters import Chapter, Turns
from teiconv.publish.extract import words_of
from teiconv.publish.site.frame import Frame, nested
from teiconv.publish.site.html import Html, joined, link, tag
from teiconv.publish.site.links import Links, page_of
from teiconv.publish.site.listing import COLUMNS, Entry, entries
from teiconv.publish.site.search import Page, Words
from teiconv.publish.site.sections import rendered, renderer_of
from teiconv.publish.table import Work
from teiconv.publish.target import Target


def write_chapters(work: Work, frame: Frame, links: Links, words: Words, target: Target) -> None:
    """Write a page for each chapter, and its words for the search."""
    for number, chapter in enumerate(work.edition.chapters, 1):
        place = page_of(number).removeprefix("../")
        target.write(place, frame.page(chapter.title, _page(work, links, number), up="../"))
        words.add(
            Page(place.removesuffix(".html"), "", chapter.title, chapter.kind.capitalize()), words_of(chapter.body)
        )


def path_to(work: Work, number: int) -> Html:
    """Return links to the chapters around a chapter, from the outermost to itself."""
    chapters = work.edition.chapters
    around = Turns(chapters).around(number)
    return Html(" › ".join(link(chapters[each - 1].title, page_of(each)) for each in around))


def outline(work: Work, numbers: Iterable[int], up: str = "../") -> Html:
    """Return links to the chapters with these numbers, those in a chapter below it."""
    chapters = [(number, work.edition.chapters[number - 1]) for number in numbers]
    entries = [
        (chapter.level, link(chapter.title, page_of(number).replace("../", up, 1))) for number, chapter in chapters
    ]
    return nested(entries, class_="outline")


def _page(work: Work, links: Links, number: int) -> Html:
    """Return the content of the page of a chapter: its place, its own text, its chapters, its documents."""
    chapter, turns = work.edition.chapters[number - 1], Turns(work.edition.chapters)
    *outer, _ = turns.around(number)
    parts = [tag("p", path_to(work, outer[-1]), class_="hint")] if outer else []
    parts.append(tag("article", rendered(chapter, renderer_of(links, chapter.conventions)), id=chapter.id))
    if inner := turns.within(number):
        parts.append(outline(work, inner))
    return joined(*parts, *([entries(_of_chapter(work, chapter), "../")] if chapter.documents else []))


def _of_chapter(work: Work, chapter: Chapter) -> Iterator[Entry]:
    for document in chapter.documents:
        yield from work.facts.ask(f"SELECT {COLUMNS} FROM documents WHERE document = ?", document)
