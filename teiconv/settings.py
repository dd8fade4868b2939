"""Settings: ``teiconv.toml``, what holds for all documents of a folder and need not be said on the command line.

.. code-block:: toml

    persons = ["persons.txt"]
    authority = "us-foreign-relations.auth"
    terms = ["terms.txt"]
    decisions = ["doubtful.csv"]
    conventions = "frus"
    profile = "tei"

    [publication]
    series = "Foreign Relations of the United States"
    publisher = "Office of the Historian"
    licence = "https://creativecommons.org/publicdomain/mark/1.0/"
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from teiconv.errors import OptionsError, Place
from teiconv.model.check import line
from teiconv.model.header import Publication
from teiconv.options import Options

FILE_NAME = "teiconv.toml"

_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)$")


class SettingsError(OptionsError):
    """A settings file cannot be read, or has an unknown setting (exit code 2)."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings in a file. Paths of lists are absolute; ``None`` and empty mean “not set”.

    Attributes:
        file: where the settings were read.
        persons: lists of persons, ``terms``: lists of terms; ``authority``: a compiled authority.
        unlisted: whether to name the people as well who are not in the lists.
        conventions: by which the texts are read; without, told by each text.
        profile: the name of the form that is written.
        encoding: of texts without a byte-order mark.
        publication: series, volume, publisher, licence … for the header.
        decisions: tables of doubtful links, filled in.
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
    unlisted: bool = False
    edition: Mapping[str, Any] = field(default_factory=dict)

    @property
    def lists(self) -> tuple[Path, ...]:
        """All files that are named, none of which is a document."""
        return (*self.persons, *self.terms, *self.decisions, *([self.authority] if self.authority else ()))

    def over(self, outer: Settings) -> Settings:
        """Return these settings, and those of ``outer`` that are missing here."""
        own = {item.name: getattr(self, item.name) or getattr(outer, item.name) for item in fields(self)}
        names = [item.name for item in fields(Publication)]
        said = {name: getattr(self.publication, name) or getattr(outer.publication, name) for name in names}
        return replace(self, **{**own, "publication": Publication(**said)})


def find_settings(source: Path) -> Path | None:
    """Return the settings file in the folder ``source``, or else beside it; for a file, beside it."""
    places = (source, source.absolute().parent) if source.is_dir() else (source.absolute().parent,)
    return next((place / FILE_NAME for place in places if (place / FILE_NAME).is_file()), None)


def read_settings(file: Path) -> Settings:
    """Return what ``file`` says; paths in it are relative to its folder.

    Raises:
        SettingsError: the file cannot be read, is not TOML, or says something unknown.
    """
    try:
        said = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"the settings cannot be read: {error}", Place(str(file))) from error
    except tomllib.TOMLDecodeError as error:
        raise _not_toml(file, str(error)) from error
    return _settings(said, file)


def _not_toml(file: Path, message: str) -> SettingsError:
    found = _PLACE.search(message)
    place = Place(str(file), int(found[1]), int(found[2])) if found else Place(str(file))
    return SettingsError(f"is not TOML: {_PLACE.sub('', message)}", place)


def _profile(said: Mapping[str, Any], file: Path) -> str | None:
    """Return the profile that the settings name; the table of all is loaded only where they name one."""
    profile = _string(said, "profile", file)
    if profile is None:
        return None
    from teiconv.formats.table import profiles

    if profile not in profiles():
        raise SettingsError(f"there is no profile “{profile}”; there are {', '.join(profiles())}", Place(str(file)))
    return profile


def _settings(said: Mapping[str, Any], file: Path) -> Settings:
    known = {item.name for item in fields(Settings)} - {"file"}
    _refuse_unknown(said, known, file)
    profile = _profile(said, file)
    _refuse_what_no_conversion_takes(said, file)
    return Settings(
        file=file,
        persons=_paths(said, "persons", file),
        terms=_paths(said, "terms", file),
        decisions=_paths(said, "decisions", file),
        authority=next(iter(_paths(said, "authority", file)), None),
        unlisted=_truth(said, "unlisted", file),
        conventions=_string(said, "conventions", file),
        profile=profile,
        encoding=_string(said, "encoding", file),
        publication=_publication(said.get("publication", {}), file),
        edition=_table(said, "edition", file),
    )


def _refuse_what_no_conversion_takes(said: Mapping[str, Any], file: Path) -> None:
    try:
        Options(encoding=_string(said, "encoding", file))
        for name in ("persons", "terms", "decisions", "authority"):
            for path in _paths(said, name, file):
                line(name, str(path))
    except OptionsError as error:
        raise SettingsError(error.message, Place(str(file))) from error


def _publication(said: Any, file: Path) -> Publication:
    if not isinstance(said, dict):
        raise SettingsError(
            "“publication” is a table; write [publication], and the settings below it", Place(str(file))
        )
    names = [item.name for item in fields(Publication)]
    _refuse_unknown(said, set(names), file)
    try:
        return Publication(**{name: _string(said, name, file) for name in names})
    except OptionsError as error:
        raise SettingsError(error.message, Place(str(file))) from error


def _table(said: Mapping[str, Any], name: str, file: Path) -> Mapping[str, Any]:
    value = said.get(name, {})
    if not isinstance(value, dict):
        raise SettingsError(f"“{name}” is a table; write [{name}], and the settings below it", Place(str(file)))
    return value


def _refuse_unknown(said: Mapping[str, Any], known: set[str], file: Path) -> None:
    for name in said:
        if name not in known:
            raise SettingsError(f"there is no setting “{name}”; there are {', '.join(sorted(known))}", Place(str(file)))


def _string(said: Mapping[str, Any], name: str, file: Path) -> str | None:
    value = said.get(name)
    if value is None or isinstance(value, str):
        return value
    if hasattr(value, "isoformat"):  # date = 2014-05-01 needs no quotes
        return str(value.isoformat())
    raise SettingsError(f"“{name}” takes a string, not {value!r}", Place(str(file)))


def _truth(said: Mapping[str, Any], name: str, file: Path) -> bool:
    value = said.get(name, False)
    if not isinstance(value, bool):
        raise SettingsError(f"“{name}” takes true or false, not {value!r}", Place(str(file)))
    return value


def _paths(said: Mapping[str, Any], name: str, file: Path) -> tuple[Path, ...]:
    value = said.get(name, [])
    names = [value] if isinstance(value, str) else value
    if not isinstance(names, list) or not all(isinstance(each, str) for each in names):
        raise SettingsError(f"“{name}” takes the name of a file, or a list of names", Place(str(file)))
    return tuple(file.absolute().parent / each for each in names)
