"""``--take-edits``: what was changed in TEI files becomes decisions, before the files are written anew."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from teiconv.cli import files as io
from teiconv.cli import terminal
from teiconv.cli.targets import Target

if TYPE_CHECKING:
    from teiconv.editing.edits.take import Taken
    from teiconv.options import Options

_Command = TypeVar("_Command", bound=Callable[..., Any])


def options(command: _Command) -> _Command:
    """Give a command the options ``--take-edits`` and ``--editor``."""
    command = click.option("--editor", default="", help="Your name, for these decisions.")(command)
    return click.option(
        "--take-edits",
        metavar="FILE",
        type=Target(dir_okay=False, path_type=Path),
        help="Turn edits of the TEI into decisions, and add them to FILE.",
    )(command)


def files_of_decisions(choices: Mapping[str, Any]) -> tuple[Path, ...]:
    """Return the files of decisions that a command was given, that of the edits taken among them."""
    given: tuple[Path, ...] = choices["decisions"]
    file: Path | None = choices["take_edits"]
    return (*given, file) if file and file.exists() and file not in given else given


def take_from(
    targets: Iterable[tuple[Path, Path | None]], choices: Mapping[str, Any], options: Options
) -> frozenset[Path]:
    """Take the edits of each standing target of a text, and return the targets that were edited."""
    from teiconv.editing.edits.take import Editing, take_edits
    from teiconv.editing.file import all_decisions
    from teiconv.formats.tei.meaning import State, state

    edited = set()
    decisions = all_decisions((str(file), io.read(file)) for file in files_of_decisions(choices))
    editing = Editing(options, decisions, choices["editor"])
    for source, target in targets:
        if target is None or not os.path.isfile(target):
            continue
        if state(standing := io.read(target), str(target)) is State.EDITED:
            taken = take_edits(standing, io.read(source), str(source), replace(editing, edited=str(target)))
            add(choices["take_edits"], [(str(target), taken)])
            edited.add(target)
    return frozenset(edited)


def add(file: Path, found: Iterable[tuple[str, Taken]]) -> list[str]:
    """Add the decisions taken from each file to ``file``, tell what no decision can say, and return the files."""
    from teiconv.editing.journal import Journal

    names = []
    for name, taken in found:
        names.append(name)
        if taken.decisions:
            Journal(file).add(taken.decisions)
        count = len(taken.decisions)
        terminal.say(f"teiconv: {name}: {count} decision{'' if count == 1 else 's'} made from its edits")
        for left in taken.left:
            terminal.say(f"teiconv: {name}: no decision made: {left}")
    return names
