"""The documents in the report: a table of all of them, and the links that lead to it from figures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TypeAlias
from urllib.parse import quote

from teiconv.batch.report.plots import E, Html
from teiconv.batch.report.records import Listed, Report
from teiconv.batch.report.tables import clean
from teiconv.collection.ids import natural

Condition: TypeAlias = Callable[[Listed], bool]

_HEADS = ("Number", "Title", "Date", "From", "To", "Notes", "Gaps", "Doubts", "Warnings")
_NUMBERS = range(5, 9)


@dataclass(frozen=True, slots=True)
class Places:
    """Where documents can be opened: the folder of their TEI, and the site, as seen from the report."""

    tei: str | None = None
    site: str | None = None

    def of(self, document: Listed) -> str | None:
        """Return where ``document`` is to be seen: its page on the site, or else its TEI."""
        if not document.output:
            return None
        if self.site is not None:
            name = document.id or PurePosixPath(document.output).stem
            return f"{_address(self.site)}documents/{quote(name)}.html"
        return None if self.tei is None else f"{_address(self.tei)}{quote(document.output)}"


def _address(place: str) -> str:
    """Return the address of a folder; a colon in its name is written so that it begins no other scheme."""
    return f"{(place if place.startswith(('http://', 'https://')) else quote(place)).rstrip('/')}/"


class Documents:
    """The documents of a ``report``, where they can be opened."""

    def __init__(self, report: Report, places: Places) -> None:
        self.report = report
        self.places = places
        self._by_input = {one.input: one for one in report.listed}

    def leading(self, words: str, within: Sequence[int], what: str = "") -> Html:
        """Return ``words`` as a link to the documents at the places ``within``; ``what`` says what these have."""
        if not within or not self.report.listed:
            return clean(words)
        rows = " ".join(map(str, within))
        return E.a(clean(words), {"href": "#documents", "data-rows": rows, "data-what": clean(what or words)})

    def those(self, words: str, condition: str) -> Html:
        """Return ``words`` as a link to the documents that are as a condition of :data:`CONDITIONS` says."""
        return self.leading(words, self.where(condition), condition)

    def where(self, condition: str) -> list[int]:
        """Return the places of the documents that are as a ``condition`` of :data:`CONDITIONS` says."""
        is_so: Condition = CONDITIONS[condition]
        return [place for place, one in enumerate(self.report.listed) if is_so(one)]

    def opened(self, name: str) -> Html:
        """Return the name of an input as a link to where the document can be opened."""
        one = self._by_input.get(name)
        place = self.places.of(one) if one else None
        return E.a(clean(name), href=place) if place else clean(name)

    def table(self) -> Html:
        """Return the table of all documents; a script sorts it, and shows those behind a figure."""
        heads = [
            E.th(E.button(head, type="button"), {"scope": "col", "class": "number" if at in _NUMBERS else ""})
            for at, head in enumerate(_HEADS)
        ]
        ordered = sorted(enumerate(self.report.listed), key=lambda each: natural(each[1].input))
        body = (self._row(place, one) for place, one in ordered)
        table = E.table(E.thead(E.tr(*heads)), E.tbody(*body), id="all")
        box = {"class": "scroll long", "role": "region", "aria-label": "All documents", "tabindex": "0"}
        return E.div(table, box)

    def _row(self, place: int, one: Listed) -> Html:
        title = clean(one.title or one.input)
        address = self.places.of(one)
        shown = E.a(title, href=address) if address else title
        counts = (one.notes, sum(one.gaps.values()), one.doubts, one.warnings)
        texts = (clean(text) for text in (one.date[:10], one.sender, one.recipient))
        cells = [
            E.td(clean(one.number)),
            E.td(shown, *([E.strong(" failed", {"class": "bad"})] if one.failed else [])),
            *map(E.td, texts),
            *(E.td(f"{count:,}", {"class": "number"}) for count in counts),
        ]
        return E.tr(*cells, {"data-at": str(place), "title": clean(one.input)})


CONDITIONS: dict[str, Condition] = {
    "failed": lambda one: one.failed,
    "converted": lambda one: not one.failed,
    "with notes": lambda one: one.notes > 0,
    "with gaps": lambda one: bool(one.gaps),
    "with doubtful links": lambda one: one.doubts > 0,
    "with warnings": lambda one: one.warnings > 0,
    "without a date": lambda one: not one.failed and not one.date[:4].isdecimal(),
    "with a year only": lambda one: one.date[:4].isdecimal() and not one.date[5:7].isdecimal(),
    "without a title": lambda one: not one.failed and not one.title,
    "without a sender": lambda one: not one.failed and not one.sender,
}
"""What can be asked of the documents, in the words of the report."""


def dated(listed: Iterable[Listed], start: str) -> list[int]:
    """Return the places of the documents whose date begins with ``start``: a year or a month."""
    return [place for place, one in enumerate(listed) if one.date.startswith(start)]


def with_gap(listed: Iterable[Listed], kind: str) -> list[int]:
    """Return the places of the documents with a gap of that kind."""
    return [place for place, one in enumerate(listed) if kind in one.gaps]
