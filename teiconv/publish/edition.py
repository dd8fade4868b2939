"""What an editor says of the edition as a whole: ``[edition]`` in ``teiconv.toml``.

.. code-block:: toml

    [edition]
    id = "ruritania"
    title = "Ruritania, 1969–1976"
    base = "https://edition.example.org/"
    editors = ["Ada Editor <ada@example.org>"]
    chapters = "chapters.csv"
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from teiconv.errors import Place
from teiconv.model.header import Publication
from teiconv.publish.chapters import Chapter, Row, chapters_of, read_table
from teiconv.settings import Settings, SettingsError

_MAILED = re.compile(r"(?P<name>[^<>]+?)\s*<(?P<mail>[^<>@\s]+@[^<>\s]+)>\s*\Z")
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?\Z")
_ADDRESS = re.compile(r"https?://[^\s]+\Z")


@dataclass(frozen=True, slots=True)
class Editor:
    """One who edited, with the e-mail address if it is given."""

    name: str
    email: str | None = None


@dataclass(frozen=True, slots=True)
class Edition:
    """The edition as a whole; what is not given is ``None`` or empty.

    Attributes:
        base: the address below which it stands, with a slash at its end.
        series, subseries, number: of a volume of a series (``Volume XII``).
        id: a short name, for files and identifiers.
        title, subtitle, publisher, place, date, licence: as they are shown; ``date`` as TEI writes dates.
        language: of the texts.
        editors: who edited it; ``creators`` who wrote the documents, ``collectors`` who gathered them.
        chapters: where the volume has them.
        preface, sources: files of text or TEI that stand before the documents.
        volumes: the address below which other volumes stand.
        doi: of the edition, where it has one.
        status: of the volume (``revisionDesc/@status``).
    """

    base: str | None = None
    id: str | None = None
    title: str | None = None
    subtitle: str | None = None
    publisher: str | None = None
    place: str | None = None
    date: str | None = None
    licence: str | None = None
    language: str | None = None
    editors: tuple[Editor, ...] = ()
    creators: tuple[str, ...] = ()
    collectors: tuple[str, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    preface: Path | None = None
    sources: Path | None = None
    volumes: str | None = None
    doi: str | None = None
    series: str | None = None
    subseries: str | None = None
    number: str | None = None
    status: str | None = None

    @property
    def licence_address(self) -> str | None:
        """The licence, where it is the address of one."""
        return self.licence if (self.licence or "").startswith(("http://", "https://")) else None

    @property
    def day(self) -> str:
        """The date to the day, for what takes nothing else: ``2026`` is ``2026-01-01``; empty without a date."""
        return "-".join([*self.date.split("-"), "01", "01"][:3]) if self.date else ""

    def missing(self, needs: Iterable[str]) -> tuple[str, ...]:
        """Return which of ``needs``, names of fields, are not given."""
        return tuple(name for name in needs if not getattr(self, name))


HOW = {
    "base": 'base = "https://edition.example.org/"',
    "id": 'id = "ruritania"',
    "title": 'title = "Ruritania, 1969–1976"',
    "publisher": 'publisher = "The Press"',
    "licence": 'licence = "https://creativecommons.org/publicdomain/mark/1.0/"',
    "date": "date = 2026-11-29",
    "editors": 'editors = ["Ada Editor <ada@example.org>"]',
    "place": 'place = "Washington"',
    "series": 'series = "Foreign Relations of the United States"',
    "subseries": 'subseries = "1969–1976"',
    "number": 'number = "Volume XII"',
    "creators": 'creators = ["Department of State"]',
}
"""What to write for a field that a format needs."""


def edition_of(settings: Settings) -> Edition:
    """Return the edition that ``settings`` tell of; what ``[publication]`` says holds where ``[edition]`` is silent.

    Raises:
        SettingsError: something in it is unknown, or not of the kind that it should be.
    """
    reader = _Reader(settings.edition, settings.file or Path("teiconv.toml"))
    own = Edition(
        **{name: reader.text(name) for name in _TEXTS},
        editors=tuple(map(_editor, reader.texts("editors"))),
        creators=reader.texts("creators"),
        collectors=reader.texts("collectors"),
        chapters=reader.chapters(),
        preface=reader.path("preface"),
        sources=reader.path("sources"),
    )
    edition = _with_publication(reader.checked(own), settings.publication)
    if edition.date and not _DATE.match(edition.date):
        raise reader.wrong(f"“date” is written 2026, 2026-11 or 2026-11-29, not “{edition.date}”")
    return edition


_TEXTS = tuple(
    """base id status title subtitle publisher place date licence language volumes doi series subseries
    number""".split()
)


def _with_publication(edition: Edition, said: Publication) -> Edition:
    return replace(
        edition,
        id=edition.id or said.identifier,
        title=edition.title or said.volume or said.series,
        subtitle=edition.subtitle or (said.series if said.volume else None),
        publisher=edition.publisher or said.publisher,
        place=edition.place or said.place,
        date=edition.date or said.date,
        licence=edition.licence or said.licence,
        series=edition.series or said.series,
    )


def _editor(text: str) -> Editor:
    found = _MAILED.match(text)
    return Editor(found["name"], found["mail"]) if found else Editor(text.strip())


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads what a table says, and tells what it should say instead."""

    said: Mapping[str, Any]
    file: Path

    def checked(self, edition: Edition) -> Edition:
        known = {field.name for field in fields(Edition)}
        for name in self.said:
            if name not in known:
                raise self.wrong(f"[edition] has no “{name}”; it has {', '.join(sorted(known))}")
        return replace(
            edition, base=self._address("base", edition.base), volumes=self._address("volumes", edition.volumes)
        )

    def _address(self, name: str, said: str | None) -> str | None:
        if said is not None and not _ADDRESS.match(said):
            raise self.wrong(f"“{name}” is an address (https://…/), not “{said}”")
        return said.rstrip("/") + "/" if said else None

    def text(self, name: str) -> str | None:
        value = self.said.get(name)
        if value is None or isinstance(value, str):
            return value or None
        if hasattr(value, "isoformat") or (name == "date" and re.fullmatch(r"\d{4}", str(value))):
            return str(value)
        raise self.wrong(f"“{name}” takes a string, not {value!r}")

    def texts(self, name: str) -> tuple[str, ...]:
        value = self.said.get(name, [])
        values = [value] if isinstance(value, str) else value
        if not isinstance(values, list) or not all(isinstance(each, str) for each in values):
            raise self.wrong(f"“{name}” takes a string, or a list of strings")
        return tuple(values)

    def path(self, name: str) -> Path | None:
        value = self.text(name)
        return self.file.absolute().parent / value if value else None

    def chapters(self) -> tuple[Chapter, ...]:
        value = self.said.get("chapters", [])
        if isinstance(value, str):
            return chapters_of(read_table(self.file.absolute().parent / value))
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            raise self.wrong("“chapters” is a CSV file (title,documents), or [[edition.chapters]] for each of them")
        place = Place(str(self.file))
        return chapters_of(Row(str(each.get("title", "")), _joined(each.get("documents", "")), place) for each in value)

    def wrong(self, message: str) -> SettingsError:
        """Return an error that names the file."""
        return SettingsError(message, Place(str(self.file)))


def _joined(value: object) -> str:
    return " ".join(map(str, value)) if isinstance(value, list) else str(value)
