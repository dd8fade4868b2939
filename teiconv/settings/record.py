"""What the settings of a folder say, as a frozen record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from teiconv.errors import OptionsError, TeiconvError
from teiconv.model.header import Publication

FILE_NAME = "teiconv.toml"


class SettingsError(OptionsError):
    """A settings file cannot be read, or says what no setting takes (exit code 2).

    It may stand for several; ``faults`` has each of them.
    """

    _all: tuple[SettingsError, ...] = ()

    @classmethod
    def of(cls, errors: Iterable[SettingsError]) -> SettingsError:
        """Return one error that stands for all ``errors``."""
        listed = tuple(errors)
        one = cls(listed[0].message, listed[0].place)
        one._all = listed
        return one

    @property
    def faults(self) -> tuple[TeiconvError, ...]:
        """All that is wrong, in the order of the file."""
        return self._all or (self,)

    def __str__(self) -> str:
        return "\n".join(map(str, self._all)) if len(self._all) > 1 else super().__str__()


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings in a file. Paths of lists are absolute; ``None`` and empty mean “not set”.

    Attributes:
        file: where the settings were read.
        persons: lists of persons, ``terms``: lists of terms; ``authority``: a compiled authority.
        unlisted: whether to name the people as well whom neither the lists nor the authority know.
        places: whether to name the places of running text.
        conventions: by which the texts are read; without, told by each text.
        profile: the name of the form that is written.
        encoding: of texts without a byte-order mark.
        publication: series, volume, publisher, licence … for the header.
        decisions: files of decisions.
        edition: what ``[edition]`` says of the edition as a whole, for ``teiconv publish`` to read.
    """

    file: Path | None = None
    persons: tuple[Path, ...] = ()
    terms: tuple[Path, ...] = ()
    profile: str | None = None
    encoding: str | None = None
    publication: Publication = field(default_factory=Publication)
    decisions: tuple[Path, ...] = ()
    conventions: str | None = None
    authority: Path | None = None
    unlisted: bool | None = None
    places: bool | None = None
    edition: Mapping[str, Any] = field(default_factory=dict)

    @property
    def lists(self) -> tuple[Path, ...]:
        """All files that are named, none of which is a document."""
        return (*self.persons, *self.terms, *self.decisions, *self.listed("authority"))

    def listed(self, name: str) -> tuple[Path, ...]:
        """The files that the setting ``name`` names: ``persons``, ``terms``, ``decisions`` or ``authority``."""
        value = getattr(self, name)
        return value if isinstance(value, tuple) else (value,) if value else ()

    def over(self, outer: Settings) -> Settings:
        """Return these settings, and those of ``outer`` that are missing here."""
        own = {item.name: _said(getattr(self, item.name), getattr(outer, item.name)) for item in fields(self)}
        names = [item.name for item in fields(Publication)]
        said = {name: getattr(self.publication, name) or getattr(outer.publication, name) for name in names}
        return replace(self, **{**own, "publication": Publication(**said)})


def _said(own: Any, outer: Any) -> Any:
    """Return the value that comes first; ``False`` is one, but not ``None`` or what is empty."""
    return own if own or own is False else outer


def find_settings(source: Path) -> Path | None:
    """Return the settings file in the folder ``source``, or else beside it; for a file, beside it."""
    places = (source, source.absolute().parent) if source.is_dir() else (source.absolute().parent,)
    return next((place / FILE_NAME for place in places if (place / FILE_NAME).is_file()), None)
