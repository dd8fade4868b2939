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
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from teiconv.errors import Place
from teiconv.model import values
from teiconv.model.header import Publication
from teiconv.publish.chapter_table import read_table
from teiconv.publish.chapters import Chapter, Row, chapters_of
from teiconv.settings import Settings
from teiconv.settings.read import refuse
from teiconv.settings.rules import EDITION, TEXTS, faults

_MAILED = re.compile(r"(?P<name>[^<>]+?)\s*<(?P<mail>[^<>@\s]+@[^<>\s]+)>\s*\Z")


@dataclass(frozen=True, slots=True)
class Editor:
    """One who edited, with the e-mail address if it is given."""

    name: str
    email: str | None = None

    def __str__(self) -> str:
        return f"{self.name} <{self.email}>" if self.email else self.name


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
    def email(self) -> str | None:
        """The address of the first editor who has one."""
        return next((editor.email for editor in self.editors if editor.email), None)

    @property
    def day(self) -> str:
        """The date to the day, for what takes nothing else: ``2026`` is ``2026-01-01``; empty without a date."""
        return "-".join([*self.date.split("-"), "01", "01"][:3]) if self.date else ""

    def __post_init__(self) -> None:
        """Check every value.

        Raises:
            OptionsError: one is not what it must be.
        """
        for name in TEXTS:
            values.check(name, getattr(self, name))
        for editor in self.editors:
            values.check("editors", str(editor))

    def missing(self, needs: Iterable[str]) -> tuple[str, ...]:
        """Return which of ``needs``, names of fields and properties, are not given."""
        return tuple(name for name in needs if not getattr(self, name))


HOW = {
    "base": 'base = "https://edition.example.org/"',
    "id": 'id = "ruritania"',
    "title": 'title = "Ruritania, 1969–1976"',
    "publisher": 'publisher = "The Press"',
    "licence": 'licence = "https://creativecommons.org/publicdomain/mark/1.0/"',
    "date": "date = 2026-11-29",
    "editors": 'editors = ["Ada Editor <ada@example.org>"]',
    "email": 'editors = ["Ada Editor <ada@example.org>"]',
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
        SettingsError: something in it is unknown, or not of the kind that it should be; all of it is told.
    """
    said, file = settings.edition, settings.file or Path("teiconv.toml")
    folder = file.absolute().parent
    refuse(faults(said, EDITION, "[edition] has", folder), file)
    own = Edition(
        **{name: str(said[name]) for name in TEXTS if name in said},
        editors=tuple(map(_editor, _listed(said, "editors"))),
        creators=_listed(said, "creators"),
        collectors=_listed(said, "collectors"),
        chapters=_chapters(said.get("chapters", []), file),
        preface=_file(said, "preface", folder),
        sources=_file(said, "sources", folder),
    )
    return _with_publication(_ending_in_a_slash(own), settings.publication)


def _listed(said: Mapping[str, Any], name: str) -> tuple[str, ...]:
    value = said.get(name, [])
    return (value,) if isinstance(value, str) else tuple(value)


def _file(said: Mapping[str, Any], name: str, folder: Path) -> Path | None:
    return folder / said[name] if name in said else None


def _ending_in_a_slash(edition: Edition) -> Edition:
    base, volumes = (said.rstrip("/") + "/" if said else None for said in (edition.base, edition.volumes))
    return replace(edition, base=base, volumes=volumes)


def _with_publication(edition: Edition, said: Publication) -> Edition:
    return replace(
        edition,
        id=edition.id or (said.identifier if not values.fault("id", said.identifier or "") else None),
        title=edition.title or said.volume or said.series,
        subtitle=edition.subtitle or (said.series if said.volume else None),
        publisher=edition.publisher or said.publisher,
        place=edition.place or said.place,
        date=edition.date or said.date,
        licence=edition.licence or said.licence,
        series=edition.series or said.series,
    )


def _editor(text: str) -> Editor:
    match = _MAILED.match(text)
    return Editor(match["name"], match["mail"]) if match else Editor(text.strip())


def _chapters(value: str | list[dict[str, Any]], file: Path) -> tuple[Chapter, ...]:
    if isinstance(value, str):
        return chapters_of(read_table(file.absolute().parent / value))
    place = Place(str(file))
    return chapters_of(Row(each["title"], _joined(each["documents"]), place) for each in value)


def _joined(value: object) -> str:
    return " ".join(map(str, value)) if isinstance(value, list) else str(value)
