"""The archive that holds an original, as frozen records: a part of the header."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """The level of a part of an archive, in the words of the TEI.

    >>> from pathlib import Path
    >>> import teiconv
    >>> teiconv.read_text(Path("memo.txt")).source.named(teiconv.Level.BOX)
    ('12',)
    """

    RECORD_GROUP = "record-group"
    COLLECTION = "collection"
    SERIES = "series"
    SUBSERIES = "subseries"
    FILE = "file"
    FILE_NUMBER = "file-number"
    PART = "part"
    LOT = "lot"
    JOB = "job"
    ACCESSION = "accession"
    ENTRY = "entry"
    BOX = "box"
    FOLDER = "folder"


@dataclass(frozen=True, slots=True)
class Unit:
    """One part of an archive.

    Attributes:
        level: record group, series, box …
        name: its name or number.

    >>> from pathlib import Path
    >>> import teiconv
    >>> [(unit.level.value, unit.name) for unit in teiconv.read_text(Path("memo.txt")).source.units]
    [('record-group', 'RG 59'), ('box', '12')]
    """

    level: Level
    name: str


@dataclass(frozen=True, slots=True)
class Archive:
    """The archive that holds the original, and the place of the original in it.

    Attributes:
        citation: the words of the text.
        institution: the institution that the repository belongs to, if the text names both (``Library of Congress``,
            ``Manuscript Division``).
        repository: the archive itself.
        units: the parts of the archive, from the widest to the narrowest, in the order of the citation.
        published: whether the source is a book; then there is only a ``citation``.
        certainty: ``high``, ``medium`` or ``low``; ``None`` if the text says outright that this is the source.

    >>> from pathlib import Path
    >>> import teiconv
    >>> source = teiconv.read_text(Path("memo.txt")).source
    >>> source.repository, [unit.name for unit in source.units]
    ('National Archives', ['RG 59', '12'])
    """

    citation: str
    institution: str | None = None
    repository: str | None = None
    units: tuple[Unit, ...] = ()
    published: bool = False
    certainty: str | None = None

    def named(self, level: Level) -> tuple[str, ...]:
        """Return the names of the units of that level."""
        return tuple(unit.name for unit in self.units if unit.level is level)
