"""The contents of ``cetei``: the documents by chapter, where the volume has chapters, or file by file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import quote

from teiconv.publish.apart import id_within
from teiconv.publish.site.html import Html, joined, link, tag, text
from teiconv.publish.table import Work
from teiconv.publish.volume import TEI, open_xml

_LOWEST = 6
"""The lowest level of a heading in HTML."""
_WHOLE = "From the title page"


class Title(NamedTuple):
    """A document as the contents have it."""

    id: str
    title: str


def page_of(file: str) -> str:
    """Return the page of a file."""
    return str(PurePosixPath(file).with_suffix(".html"))


def address_of(file: str) -> str:
    """Return a path as links have it."""
    return quote(file)


def name_of(work: Work, file: str, documents: list[Title]) -> str:
    """Return the title of a file: that of its only document, or of the volume."""
    if len(documents) == 1:
        return documents[0].title
    alone = work.edition.title if len(work.volume.files) == 1 else None
    title = open_xml(work.volume.path(file)).findtext(f"{TEI}teiHeader/{TEI}fileDesc/{TEI}titleStmt/{TEI}title")
    return alone or " ".join((title or "").split()) or file


def outline(work: Work, titles: dict[str, list[Title]]) -> Iterator[Html]:
    """Yield the links to all files and documents; a file of one document stands where its document does."""
    if not work.edition.chapters:
        yield _listed(_entry(work, file, documents) for file, documents in titles.items())
        return
    several = [file for file, documents in titles.items() if len(documents) != 1]
    if several:
        alone = len(titles) == 1
        names = (_WHOLE if alone else name_of(work, file, titles[file]) for file in several)
        yield _listed(
            tag("li", link(name, address_of(page_of(file)))) for name, file in zip(names, several, strict=True)
        )
    links = dict(_links(work, titles))
    for chapter in work.edition.chapters:
        yield tag(f"h{min(1 + chapter.level, _LOWEST)}", text(chapter.title))
        own = [links.pop(id) for id in chapter.documents if id in links]
        if own:
            yield _listed(own)
    if links:
        yield joined(tag("h2", text("In no chapter")), _listed(links.values()))


def _links(work: Work, titles: dict[str, list[Title]]) -> Iterator[tuple[str, Html]]:
    """Yield each document with the link to it."""
    for file, documents in titles.items():
        page = address_of(page_of(file))
        for id, title in documents:
            yield id, tag("li", link(title, page if len(documents) == 1 else f"{page}#{anchor_of(work, file, id)}"))


def anchor_of(work: Work, file: str, id: str) -> str:
    """Return the id that a document has on its page, where the TEI is as others made it."""
    return id.removeprefix(id_within(file, "")) if work.volume.apart and file in work.volume.others else id


def _entry(work: Work, file: str, documents: list[Title]) -> Html:
    """Return the link to a file, and to each of its documents where it holds several."""
    page = address_of(page_of(file))
    several = documents if len(documents) > 1 else []
    inner = [tag("li", link(title, f"{page}#{anchor_of(work, file, id)}")) for id, title in several]
    return tag("li", link(name_of(work, file, documents), page), *([tag("ul", *inner)] if inner else []))


def _listed(entries: Iterable[Html]) -> Html:
    return tag("ul", *entries, class_="contents")
