"""``teiconv.toml`` → :class:`~teiconv.settings.record.Settings`."""

from __future__ import annotations

import os
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

_LF, _BACKSLASH, _CURLY = "\n", "\\", frozenset("“”„‟‘’‚‹›«»")
_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)$")


def read_settings(file: Path) -> Settings:
    """Return what ``file`` says; paths in it are relative to its folder.

    Raises:
        SettingsError: the file cannot be read, or is not TOML, or settings are unknown or wrong: all of them are told.
    """
    text = _read(file)
    try:
        said = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise _not_toml(file, str(error), text) from error
    refuse(faults(said, FILE, "there is", file.absolute().parent), file, text)
    return _settings(said, file)


def _read(file: Path) -> str:
    try:
        data = read_bytes(file)
    except OSError as error:
        raise SettingsError(f"the settings cannot be read: {error.strerror}", Place(str(file))) from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = Place(str(file), data.count(b"\n", 0, error.start) + 1)
        raise SettingsError("the settings are not UTF-8; save the file as UTF-8", place) from error


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


def settings_over(own: Settings, file: Path | None) -> Settings:
    """Return ``own``, and what the settings in ``file`` say beyond them.

    Raises:
        SettingsError: the file cannot be used, or a list that is taken from it is not there.
    """
    if file is None:
        return own
    said = read_settings(file)
    found = own.over(said)
    refuse_missing(said, found)
    return found


def refuse_missing(said: Settings, found: Settings) -> None:
    """Refuse settings ``said`` in a file that name lists which are not there, where ``found`` takes them from it.

    Raises:
        SettingsError: a list is not there.
    """
    assert said.file is not None, "the settings are those of a file"
    missing = [
        Fault((name,), _missing(name, path), os.path.relpath(path, said.file.absolute().parent))
        for name in ("persons", "terms", "decisions", "authority")
        for path in said.listed(name)
        if path in found.listed(name) and not path.is_file()
    ]
    if missing:
        refuse(missing, said.file, _read(said.file))


def _missing(name: str, path: Path) -> str:
    what = "is a folder" if path.is_dir() else "is not there"
    return f"“{name}” names the file “{path.name}”, which {what}; it is looked for in {path.parent}"


def _not_toml(file: Path, message: str, text: str) -> SettingsError:
    match = _PLACE.search(message)
    if match is None:
        return SettingsError(f"is not TOML: {message}", Place(str(file)))
    line, column = int(match[1]), int(match[2])
    said = f"is not TOML: {_PLACE.sub('', message)}{_advice(text.split(_LF)[line - 1], column)}"
    return SettingsError(said, Place(str(file), line, column))


def _advice(line: str, column: int) -> str:
    """Return what to write instead of what stands in ``line``, if that is one of the common mistakes."""
    if line[column - 1 : column] in _CURLY:
        return "; write straight quotation marks"
    if _BACKSLASH in line[:column]:
        return f"; write / in the name of a file, not {_BACKSLASH}"
    if "=" in line[:column] and line[column - 1 : column].isalpha():
        return "; write words in quotation marks, and true or false without"
    return ""


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
