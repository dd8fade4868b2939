"""The page of a document: title, what is known of it, text with notes, citation, downloads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from teiconv.conventions.table import named
from teiconv.publish.extract import numbered, words_of
from teiconv.publish.site.chapters import path_to
from teiconv.publish.site.frame import Frame
from teiconv.publish.site.html import Html, joined, link, tag, text
from teiconv.publish.site.links import Links
from teiconv.publish.site.render import Renderer
from teiconv.publish.site.search import Page, Words
from teiconv.publish.table import Work
from teiconv.publish.target import Target
from teiconv.publish.volume import Text

_ROW = "SELECT document, number, title, date_text, place, page, classification, kind FROM documents WHERE position = ?"
_ROLES = (("sender", "From"), ("recipient", "To"), ("author", "By"), ("participant", "Participants"))


@dataclass(frozen=True, slots=True)
class Heading:
    """A document as others show it: id, number, title, date, place, page, classification and kind."""

    id: str
    number: str
    title: str
    date: str | None = None
    place: str | None = None
    page: str | None = None
    classification: str | None = None
    kind: str = ""

    @property
    def numbered(self) -> str:
        """The title with its number."""
        return numbered(self.number, self.title)


def write_documents(work: Work, frame: Frame, links: Links, words: Words, target: Target) -> None:
    """Write a page for each document, its text, and its words for the search."""
    chapter_of = work.chapter_of()
    for position, found in enumerate(work.volume.texts(), 1):
        links.declare(found)
        own, before, after = (_heading(work, position + step) for step in (0, -1, 1))
        assert own
        page = _Page(work, frame, links, found, own, before, after, chapter_of.get(found.id))
        target.write(f"documents/{found.id}.html", page.html())
        target.write(f"text/{found.id}.txt", found.source_bytes())
        place = Page(f"documents/{own.id}", own.number, own.title, own.date)
        words.add(place, f"{own.numbered} {words_of(found.reading.body)}")


def _heading(work: Work, position: int) -> Heading | None:
    row: Any = next(work.facts.ask(_ROW, position), None)
    return Heading(*row) if row else None


@dataclass(frozen=True, slots=True)
class _Page:
    work: Work
    frame: Frame
    links: Links
    found: Text
    own: Heading
    before: Heading | None
    after: Heading | None
    chapter: int | None = None

    def html(self) -> str:
        """Return the page."""
        reading = self.found.reading
        links = self.links
        written = named(reading.conventions).write
        renderer = Renderer(links.person, links.term, links.target, written, links.named)
        title = renderer.title(reading.body)
        header = tag("header", tag("h1", title or text(self.own.numbered)), self._facts(), class_="head")
        notes_of_title = renderer.notes()
        body = renderer.document(self.found.body)
        article = tag("article", header, notes_of_title, body, id=self.found.id, lang=_language(self.found))
        relations = (("prev", self.before), ("next", self.after))
        return self.frame.page(
            self.own.numbered,
            joined(self._steps("Documents"), article, self._about(), self._steps("Documents, again")),
            up="../",
            links=tuple((name, f"{other.id}.html") for name, other in relations if other),
            kind="document",
        )

    def _steps(self, label: str) -> Html:
        parts = []
        if self.before:
            before = tag("a", text("← " + _short(self.before)), href=f"{self.before.id}.html", rel="prev")
            parts.append(before)
        if self.after:
            after = tag("a", text(_short(self.after) + " →"), href=f"{self.after.id}.html", rel="next")
            parts.append(after)
        return tag("nav", *parts, class_="steps", aria_label=label)

    def _facts(self) -> Html:
        """Return what is known of the document, in pairs."""
        rows = [(name, value) for name, value in self._known() if value]
        pairs = [tag("div", tag("dt", text(name)), tag("dd", value)) for name, value in rows]
        return tag("dl", *pairs, class_="facts") if pairs else Html("")

    def _known(self) -> Iterator[tuple[str, Html]]:
        where = ", ".join(part for part in (self.own.place, self.own.date) if part)
        if self.chapter:
            yield "Chapter", path_to(self.work, self.chapter)
        yield "Date", text(where)
        for role, label in _ROLES:
            yield label, Html("; ".join(self._agents(role)))
        yield "Classification", text(self.own.classification or "")
        yield "Begins on page", text(self.own.page or "")

    def _agents(self, role: str) -> Iterator[Html]:
        query = """SELECT name, office, person, organisation FROM agents
            WHERE document = ? AND role = ? ORDER BY position"""
        for name, office, person, organisation in self.work.facts.ask(query, self.own.id, role):
            known = self.links.person(person) if person else self.links.named(organisation or "")
            shown = f"{office} {name}" if office else name
            yield tag("a", text(shown), href=known[0], title=known[1]) if known else text(shown)

    def _about(self) -> Html:
        """Return the citation and the downloads."""
        cited = self._citation()
        button = tag("button", text("Copy"), type="button", class_="copy", data_copy="#cite", hidden="")
        downloads = tag(
            "p",
            text("Download: "),
            link("text", f"../text/{self.found.id}.txt", download=""),
            text(" · "),
            link("TEI", f"../tei/{quote(self.found.file)}", download=""),
        )
        cite = tag("p", tag("span", text(cited), id="cite"), Html(" "), button)
        return tag("section", tag("h2", text("Cite this document")), cite, downloads, class_="about")

    def _citation(self) -> str:
        edition = self.work.edition
        number = f"Document {self.own.number}" if self.own.number else ""
        place = f"{edition.base}documents/{self.own.id}.html" if edition.base else ""
        editors = ", ".join(editor.name for editor in edition.editors)
        press = ": ".join(part for part in (edition.place, edition.publisher) if part)
        published = ", ".join(part for part in (press, (edition.date or "")[:4]) if part)
        parts = [
            f"“{self.own.title},”",
            ", ".join(part for part in (self.frame.title, f"ed. {editors}" if editors else "", number) if part),
        ]
        tail = "".join((f" ({published})" if published else "", f", {place}" if place else ""))
        return " ".join(parts) + tail + "."


def _short(heading: Heading) -> str:
    return f"Document {heading.number}" if heading.number else heading.title[:40]


def _language(found: Text) -> str:
    return found.reading.tei.get("{http://www.w3.org/XML/1998/namespace}lang") or "en"
