"""Pages of what stands before and after the documents, and the links to them on the first page."""

from __future__ import annotations

from teiconv.conventions.table import named
from teiconv.publish.chapters import Chapter
from teiconv.publish.extract import words_of
from teiconv.publish.sections import BACK, FRONT, Section
from teiconv.publish.site.frame import Frame, listed
from teiconv.publish.site.html import Html, joined, link, tag, text
from teiconv.publish.site.links import Links
from teiconv.publish.site.render import Renderer
from teiconv.publish.site.search import Page, Words
from teiconv.publish.table import Work
from teiconv.publish.target import Target

_LABELS = {FRONT: "Before the documents", BACK: "After the documents"}


def write_sections(work: Work, frame: Frame, links: Links, words: Words, target: Target) -> None:
    """Write a page for each section, and its words for the search."""
    for side in (FRONT, BACK):
        for section in work.sections(side):
            target.write(f"sections/{section.id}.html", frame.page(section.title, _page(links, section), up="../"))
            words.add(Page(f"sections/{section.id}", "", section.title, _LABELS[side]), words_of(section.body))


def links_to(work: Work, side: str) -> Html:
    """Return the links to the sections on one side; nothing where there are none."""
    query = "SELECT section, title FROM sections WHERE side = ? ORDER BY rowid"
    found = [link(title, f"sections/{id}.html") for id, title in work.facts.ask(query, side)]
    return tag("nav", listed(*found, class_="front"), aria_label=_LABELS[side]) if found else Html("")


def rendered(own: Section | Chapter, renderer: Renderer) -> Html:
    """Return the title of a section or a chapter, and what is in it."""
    title = renderer.title(own.body) or text(own.title)
    return joined(tag("h1", title), renderer.notes(), renderer.document(own.body))


def renderer_of(links: Links, conventions: str) -> Renderer:
    """Return what renders a section or a chapter."""
    return Renderer(links.person, links.term, links.from_section, named(conventions).write, links.named)


def _page(links: Links, section: Section) -> Html:
    return tag("article", rendered(section, renderer_of(links, section.conventions)), id=section.id)
