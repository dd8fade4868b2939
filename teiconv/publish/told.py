"""What the header of a volume tells of the edition, for what the settings leave out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from lxml import etree

from teiconv.model import values
from teiconv.publish.edition import Edition, Editor
from teiconv.publish.volume import TEI, open_xml, words_in
from teiconv.reading import files_below

_UNTITLED = "Untitled document"
_SUBSERIES, _NUMBER = ("subseries", "sub-series"), ("volumenumber", "volume-number")
"""Types of titles in the series: of 2015 and of today."""


def completed(edition: Edition, source: Path) -> Edition:
    """Return the edition with what the header tells where ``source`` is one file of TEI; the settings go first.

    Raises:
        TeiError: the file cannot be read, or is no XML.
    """
    files = [source] if source.is_file() else files_below(source)[:2]
    header = open_xml(files[0]).find(f"{TEI}teiHeader") if len(files) == 1 else None
    if header is None:
        return edition
    titles = header.findall(f"{TEI}fileDesc/{TEI}titleStmt/{TEI}title")
    series, subseries, number = (_typed(titles, kinds) for kinds in (("series",), _SUBSERIES, _NUMBER))
    return replace(
        edition,
        title=edition.title or _title(titles),
        subtitle=edition.subtitle or (", ".join(filter(None, (series, subseries, number))) or None),
        series=edition.series or series,
        subseries=edition.subseries or subseries,
        number=edition.number or number,
        editors=edition.editors or _editors(header),
        **_published(edition, header),
    )


def name_of(root: etree._Element, file: str) -> str:
    """Return what a volume is called beside others: ``Volume XII, Soviet Union``, or the name of its file."""
    titles = root.findall(f"{TEI}teiHeader/{TEI}fileDesc/{TEI}titleStmt/{TEI}title")
    said = ", ".join(filter(None, (_typed(titles, _NUMBER), _title(titles))))
    return said or file.removesuffix(".xml")


def _title(titles: Sequence[etree._Element]) -> str | None:
    """Return the title of the volume, or else the first that there is."""
    first = next((words_in(title) for title in titles), "")
    return _typed(titles, ("volume",)) or (first if first != _UNTITLED else None) or None


def _typed(titles: Sequence[etree._Element], kinds: Sequence[str]) -> str | None:
    return next((words_in(title) or None for title in titles if title.get("type") in kinds), None)


def _editors(header: etree._Element) -> tuple[Editor, ...]:
    found = map(words_in, header.findall(f"{TEI}fileDesc/{TEI}titleStmt/{TEI}editor"))
    return tuple(Editor(name) for name in found if not values.fault("editors", name))


def _published(edition: Edition, header: etree._Element) -> dict[str, Any]:
    """Return what ``publicationStmt`` tells: publisher, place, date, short name and licence."""
    statement = header.find(f"{TEI}fileDesc/{TEI}publicationStmt")
    if statement is None:
        return {}
    date, licence = statement.find(f"{TEI}date"), statement.find(f".//{TEI}licence")
    day = "" if date is None else date.get("when") or words_in(date)
    said = {
        "publisher": statement.findtext(f"{TEI}publisher"),
        "place": statement.findtext(f"{TEI}pubPlace"),
        "date": day,
        "id": statement.findtext(f"{TEI}idno[@type='frus']") or statement.findtext(f"{TEI}idno[@type='volume']"),
        "licence": None if licence is None else licence.get("target") or words_in(licence),
    }
    return {name: getattr(edition, name) or _fitting(name, value) for name, value in said.items()}


def _fitting(name: str, value: str | None) -> str | None:
    """Return ``value`` in one line, if the setting ``name`` could have it."""
    words = " ".join((value or "").split())
    return None if values.fault(name, words) else words
