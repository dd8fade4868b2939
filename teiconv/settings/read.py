"""``teiconv.toml`` → :class:`~teiconv.settings.record.Settings`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from teiconv.errors import Place
from teiconv.model.header import Publication
from teiconv.reading import read_bytes
from teiconv.settings.places import Places
from teiconv.settings.record import Settings, SettingsError
from teiconv.settings.rules import FILE, Fault, faults

_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)$")


def read_settings(file: Path) -> Settings:
    """Return what ``file`` says; paths in it are relative to its folder.

    Raises:
        SettingsError: the file cannot be read, or is not TOML, or settings are unknown or wrong: all of them are told.
    """
    try:
        text = read_bytes(file).decode("utf-8-sig")
        said = tomllib.loads(text)
    except OSError as error:
        raise SettingsError(f"the settings cannot be read: {error.strerror}", Place(str(file))) from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"the settings cannot be read: {error}", Place(str(file))) from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise _not_toml(file, str(error)) from error
    refuse(faults(said, FILE, "there is", file.absolute().parent), file, text)
    return _settings(said, file)


def refuse(found: Iterable[Fault], file: Path, text: str = "") -> None:
    """Raise an error that tells all that was ``found`` wrong, in the order of the file; ``text`` is what it says.

    Raises:
        SettingsError: something was found.
    """
    if not (listed := list(found)):
        return
    places = Places(text)
    told = sorted(
        ((places.at(each.way, each.words), each.message) for each in listed),
        key=lambda each: each[0],
    )
    raise SettingsError.of(SettingsError(message, Place(str(file), *place)) for place, message in told)


def _not_toml(file: Path, message: str) -> SettingsError:
    match = _PLACE.search(message)
    place = Place(str(file), int(match[1]), int(match[2])) if match else Place(str(file))
    return SettingsError(f"is not TOML: {_PLACE.sub('', message)}", place)


def _settings(said: Mapping[str, Any], file: Path) -> Settings:
    publication = said.get("publication", {})
    return Settings(
        file=file,
        persons=_paths(said, "persons", file),
        terms=_paths(said, "terms", file),
        decisions=_paths(said, "decisions", file),
        authority=next(iter(_paths(said, "authority", file)), None),
        unlisted=said.get("unlisted"),
        places=said.get("places"),
        conventions=said.get("conventions"),
        profile=said.get("profile"),
        encoding=said.get("encoding"),
        publication=Publication(
            **{item.name: _as_text(publication[item.name]) for item in fields(Publication) if item.name in publication}
        ),
        edition=said.get("edition", {}),
    )


def _as_text(value: Any) -> str:
    """Return a value as text: ``date = 2014-05-01`` needs no quotes."""
    return str(value)


def _paths(said: Mapping[str, Any], name: str, file: Path) -> tuple[Path, ...]:
    value = said.get(name, [])
    return tuple(file.absolute().parent / each for each in ([value] if isinstance(value, str) else value))
