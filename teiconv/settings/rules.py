"""What each setting takes: one rule for each, table by table.  All that is wrong in a file is told at once."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from teiconv.errors import OptionsError
from teiconv.model import values
from teiconv.options import Options
from teiconv.settings.places import Way


class Fault(NamedTuple):
    """What is wrong: the way to the setting, the message, and the words of it that are at fault."""

    way: Way
    message: str
    words: str = ""


Check: TypeAlias = "Callable[[str, Any, Path], Iterator[Fault]]"
"""Yields the faults of a setting: its name, its value, and the folder that files are relative to."""


def text(name: str, value: Any, _: Path) -> Iterator[Fault]:
    """Check a string; a date or a year needs no quotation marks."""
    if name == "date" and type(value) in (datetime.date, int):
        value = str(value)
    if not isinstance(value, str):
        yield Fault((name,), f"“{name}” takes a string, not {value!r:.60}; write it in quotation marks")
    elif wrong := values.fault(name, value):
        yield Fault((name,), wrong)


def texts(name: str, value: Any, _: Path, *, takes: str = "a string, or a list of strings") -> Iterator[Fault]:
    """Check a string, or a list of strings."""
    listed = [value] if isinstance(value, str) else value
    if not isinstance(listed, list) or not all(isinstance(each, str) for each in listed):
        yield Fault((name,), f"“{name}” takes {takes}, not {value!r:.60}")
        return
    for each in listed:
        if wrong := values.fault(name, each):
            yield Fault((name,), wrong, each)


def file(name: str, value: Any, folder: Path) -> Iterator[Fault]:
    """Check the name of a file that is there."""
    found = list(text(name, value, folder))
    yield from found
    if not found and not (folder / value).is_file():
        yield Fault((name,), f"“{name}” names the file “{value}”, which is not there; it is looked for in {folder}")


def truth(name: str, value: Any, _: Path) -> Iterator[Fault]:
    """Check a value that is true or false."""
    if not isinstance(value, bool):
        yield Fault((name,), f"“{name}” takes true or false, not {value!r:.60}")


def encoding(name: str, value: Any, folder: Path) -> Iterator[Fault]:
    """Check the name of an encoding."""
    if found := list(text(name, value, folder)):
        yield from found
        return
    try:
        Options(encoding=value)
    except OptionsError as error:
        yield Fault((name,), error.message)


def one_of(name: str, value: Any, folder: Path, *, known: Callable[[], tuple[str, ...]]) -> Iterator[Fault]:
    """Check a name out of a table, which is loaded only where a setting names one."""
    if found := list(text(name, value, folder)):
        yield from found
    elif value not in known():
        yield Fault((name,), f"there is no {name} “{value}”; there are {', '.join(known())}")


def _profiles() -> tuple[str, ...]:
    from teiconv.formats.table import profiles

    return tuple(profiles())


def _conventions() -> tuple[str, ...]:
    from teiconv.conventions import table

    return tuple(conventions.name for conventions in table.ALL)


def chapters(name: str, value: Any, folder: Path) -> Iterator[Fault]:
    """Check the name of a CSV file, or a list of tables."""
    if isinstance(value, str):
        yield from file(name, value, folder)
    elif not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
        yield Fault((name,), "“chapters” is a CSV file (title,documents), or [[edition.chapters]] for each of them")
    else:
        for number, each in enumerate(value):
            yield from within((name, number), faults(each, _CHAPTER, f"[[edition.{name}]] has", folder))
            for key in _CHAPTER:
                if key not in each:
                    yield Fault((name, number), f"[[edition.{name}]] needs “{key}”")


def table(name: str, value: Any, folder: Path, *, rules: Mapping[str, Check]) -> Iterator[Fault]:
    """Check a table."""
    if isinstance(value, dict):
        yield from within((name,), faults(value, rules, f"[{name}] has", folder))
    else:
        yield Fault((name,), f"“{name}” is a table; write [{name}], and the settings below it")


def within(way: Way, found: Iterator[Fault]) -> Iterator[Fault]:
    """Yield faults as those of what stands at ``way``."""
    return (each._replace(way=(*way, *each.way)) for each in found)


def faults(said: Mapping[str, Any], rules: Mapping[str, Check], what: str, folder: Path) -> Iterator[Fault]:
    """Yield all that is wrong in a table: what it has that is unknown, and what its settings cannot take.

    ``what`` begins the message about a setting that is unknown (``[edition] has``).
    """
    for name, value in said.items():
        if name in rules:
            yield from rules[name](name, value, folder)
            continue
        from difflib import get_close_matches

        near = get_close_matches(name, rules, 1)
        meant = f"; did you mean “{near[0]}”?" if near else ""
        yield Fault((name,), f"{what} no setting “{name}”; there are {', '.join(sorted(rules))}{meant}")


files = partial(texts, takes="the name of a file, or a list of names")
"""Checks the names of files; whether they are there is told when they are read."""

_CHAPTER: dict[str, Check] = {"title": text, "documents": texts}
PUBLICATION: dict[str, Check] = dict.fromkeys(
    ("series", "volume", "identifier", "publisher", "place", "date", "licence"), text
)
TEXTS = tuple(
    """base id status title subtitle publisher place date licence language volumes doi series subseries
    number""".split()
)
"""The settings of an edition that are a line of text each."""

EDITION: dict[str, Check] = {
    **dict.fromkeys(TEXTS, text),
    **dict.fromkeys(("editors", "creators", "collectors"), texts),
    **dict.fromkeys(("preface", "sources"), file),
    "chapters": chapters,
}
FILE: dict[str, Check] = {
    **dict.fromkeys(("authority", "decisions", "persons", "terms"), files),
    "conventions": partial(one_of, known=_conventions),
    "profile": partial(one_of, known=_profiles),
    "encoding": encoding,
    "unlisted": truth,
    "places": truth,
    "publication": partial(table, rules=PUBLICATION),
    "edition": partial(table, rules=EDITION),
}
"""The settings of a whole file."""
