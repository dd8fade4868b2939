"""What all pages share: head, navigation, foot."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from teiconv.publish.edition import Edition
from teiconv.publish.extract import numbered
from teiconv.publish.site.html import Html, joined, link, tag, text

_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'"
)
_NOTHING = Html("")


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame of the pages of one edition; ``registers`` are the titles and addresses of those that there are."""

    edition: Edition
    registers: tuple[tuple[str, str], ...] = ()

    @property
    def title(self) -> str:
        """The title of the edition."""
        return self.edition.title or "Documents"

    def page(
        self,
        title: str,
        content: Html,
        *,
        up: str = "",
        links: tuple[tuple[str, str], ...] = (),
        kind: str = "",
        meta: Html = _NOTHING,
    ) -> str:
        """Return a page; ``up`` leads to the top of the site, ``links`` are relations (``prev``, ``next``)."""
        name = title if title == self.title else f"{title} · {self.title}"
        head = tag(
            "head",
            tag("meta", charset="utf-8"),
            tag("meta", http_equiv="Content-Security-Policy", content=_POLICY),
            tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
            tag("meta", name="color-scheme", content="light dark"),
            tag("meta", name="generator", content="teiconv"),
            tag("title", text(name)),
            tag("link", rel="stylesheet", href=f"{up}style.css"),
            tag("link", rel="icon", href="data:,"),
            *(tag("link", rel=relation, href=href) for relation, href in links),
            meta,
            tag("script", src=f"{up}site.js", defer=""),
        )
        body = tag(
            "body",
            link("To the text", "#main", class_="skip"),
            self._top(up),
            tag("main", content, id="main", tabindex="-1"),
            self._foot(),
            class_=kind or None,
        )
        return f"<!DOCTYPE html>\n{tag('html', head, body, lang=self.edition.language or 'en')}\n"

    def _top(self, up: str) -> Html:
        items = (("Contents", "index.html#contents"), *self.registers)
        search = tag(
            "form",
            tag("label", text("Search"), for_="q", class_="hidden"),
            tag("input", type="search", id="q", name="q", placeholder="Search", autocomplete="off"),
            action=f"{up}search.html",
            role="search",
        )
        nav = tag("nav", tag("ul", *(tag("li", link(name, up + to)) for name, to in items)), aria_label="Edition")
        return tag("header", link(self.title, f"{up}index.html", class_="home"), nav, search, class_="top")

    def _foot(self) -> Html:
        edition = self.edition
        said = [text(each) for each in (edition.publisher, edition.place, edition.date) if each]
        parts = [Html(", ".join(said))] if said else []
        if edition.editors:
            parts.append(text("Edited by " + ", ".join(editor.name for editor in edition.editors)))
        if edition.licence:
            address = edition.licence_address
            parts.append(link("Licence", address, rel="license") if address else text(edition.licence))
        parts.append(text("Made with teiconv"))
        return tag("footer", *(tag("p", part) for part in parts))


def listed(*items: Html, class_: str | None = None) -> Html:
    """Return a list."""
    return tag("ul", *(tag("li", item) for item in items), class_=class_)


def nested(entries: Sequence[tuple[int, Html]], kind: str = "ul", class_: str | None = None) -> Html:
    """Return lists within lists: an entry of a greater level belongs to the one before it."""
    groups: list[list[tuple[int, Html]]] = []
    for entry in entries:
        if not groups or entry[0] <= groups[0][0][0]:
            groups.append([])
        groups[-1].append(entry)
    items = (tag("li", group[0][1], *([nested(group[1:], kind)] if group[1:] else [])) for group in groups)
    return tag(kind, *items, class_=class_)


def section(title: str, *content: Html, id: str | None = None) -> Html:
    """Return a section with a title of the second rank."""
    return tag("section", tag("h2", text(title), id=id), *content)


def lines(*parts: Html) -> Html:
    """Return ``parts`` on a line each, for whoever reads the source."""
    return joined(*(Html(part + "\n") for part in parts))


def indexed(name: str, address: str, count: int, about: str | None = None) -> Html:
    """Return an entry of an index, with the number of its documents."""
    parts = [link(name, address)]
    if count:
        parts.append(tag("span", text(f" {count}"), class_="count", title=f"{count} document{'s' * (count > 1)}"))
    if about:
        parts.append(tag("span", text(f" {about}"), class_="about"))
    return tag("li", *parts)


def index_hint() -> Html:
    """Return what the numbers in an index mean."""
    return tag("p", text("The number tells in how many documents the name is."), class_="hint")


def cited(document: str, number: str, title: str, date: str | None) -> Html:
    """Return a link to a document from the page of an entry of a register, with its date."""
    shown = link(numbered(number, title), f"../documents/{document}.html")
    return joined(shown, tag("span", text(f" {date}"), class_="where")) if date else shown


def documents_of(rows: Iterable[tuple[str, str, str, str | None]]) -> Html:
    """Return the list of documents (id, number, title, date); nothing where there are none."""
    found = [cited(*row) for row in rows]
    return listed(*found, class_="letters-of") if found else _NOTHING
