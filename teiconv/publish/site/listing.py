"""Lists of documents: number, title, place and date of each."""

from __future__ import annotations

from collections.abc import Iterable

from teiconv.publish.site.frame import lines
from teiconv.publish.site.html import Html, link, tag, text

COLUMNS = "document, number, title, date, date_text, place, kind"
Entry = tuple[str, str, str, str | None, str | None, str | None, str]
"""A document as a list shows it, in the order of the columns."""


def entries(found: Iterable[Entry], up: str) -> Html:
    """Return the list of the documents ``found``; ``up`` leads to the top of the site."""
    return tag("ol", lines(*(_entry(entry, up) for entry in found)), class_="entries")


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
