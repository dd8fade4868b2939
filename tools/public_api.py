"""The public interface, line by line: names with their signatures, commands with their options, exit codes.

``python tools/public_api.py`` prints it; ``--write`` writes ``tests/public_api.txt``, which is done when a version is
released.  ``tests/test_public_api.py`` holds the interface of today against that file.
"""

from __future__ import annotations

import enum
import inspect
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

import teiconv
from teiconv.cli import main as command_line
from teiconv.cli.guard import INTERRUPTED
from teiconv.cli.terminal import CLOSED_PIPE

_SIGNALS = (f"teiconv.INTERRUPTED exits with {INTERRUPTED}", f"teiconv.CLOSED_PIPE exits with {CLOSED_PIPE}")
SNAPSHOT = Path(__file__).parents[1] / "tests" / "public_api.txt"


def public_api() -> list[str]:
    """Return the public interface, one fact a line, sorted."""
    names = [name for name in teiconv.__all__ if name != "__version__"]
    described = {line for name in names for line in _described(name)}
    return sorted({*described, *_commands(command_line, "teiconv"), *_SIGNALS})


def _described(name: str) -> Iterator[str]:
    value = getattr(teiconv, name)
    if not inspect.isclass(value):
        yield f"teiconv.{name}{_signature(value)}"
    elif issubclass(value, enum.Enum):
        yield from (f"teiconv.{name}.{member.name} = {member.value!r}" for member in value)
    else:
        yield f"teiconv.{name}{_signature(value)}"
        yield from _members(name, value)


def _members(name: str, value: type) -> Iterator[str]:
    if issubclass(value, teiconv.TeiconvError):
        yield f"teiconv.{name}.exit_code = {value.exit_code}"
    for member in sorted(dir(value)):
        found = inspect.getattr_static(value, member)
        if member.startswith("_") or hasattr(Exception, member):
            continue
        if isinstance(found, property):
            yield f"teiconv.{name}.{member}: {inspect.signature(found.fget).return_annotation}"  # type: ignore[arg-type]
        elif inspect.isfunction(found):
            yield f"teiconv.{name}.{member}{_signature(found)}"


def _signature(value: Any) -> str:
    """Return the signature; of a default that is no plain value it says only that there is one."""
    signature = inspect.signature(value)
    return str(signature.replace(parameters=[_shown(each) for each in signature.parameters.values()]))


def _shown(parameter: inspect.Parameter) -> inspect.Parameter:
    default = parameter.default
    plain = default is parameter.empty or isinstance(default, (bool, int, float, str, tuple, type(None)))
    return parameter if plain else parameter.replace(default=_Default())


class _Default:
    def __repr__(self) -> str:
        return "…"


def _commands(command: click.Command, path: str) -> Iterator[str]:
    context = click.Context(command)
    for parameter in command.params:
        yield f"{path} {_parameter(parameter)}"
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            yield from _commands(below, f"{path} {name}")


def _parameter(parameter: click.Parameter) -> str:
    if isinstance(parameter, click.Argument):
        return parameter.make_metavar(click.Context(click.Command("")))
    assert isinstance(parameter, click.Option)
    kind = "" if parameter.is_flag else f" {_kind(parameter.type)}"
    return "/".join((*parameter.opts, *parameter.secondary_opts)) + kind


def _kind(kind: click.ParamType) -> str:
    return "|".join(map(str, kind.choices)) if isinstance(kind, click.Choice) else kind.name


def unsaid(before: Iterable[str], now: Iterable[str], told: str) -> list[str]:
    """Return the lines that only one of the two interfaces has, and whose name ``told`` does not hold in backticks.

    The name of a new class stands for its members.
    """
    code = " ".join(re.findall(r"`([^`]+)`", told))
    old, new = set(before), set(now)
    known = {_class(line) for line in old}
    return [
        line
        for line in sorted(old ^ new)
        if not _holds(code, _name(line)) and (_class(line) in known or not _holds(code, _class(line)))
    ]


def _holds(code: str, name: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(name)}\b", code))


def _class(line: str) -> str:
    """Return the first name of a line: ``Document`` of ``teiconv.Document.gaps``, ``convert`` of its options."""
    return re.split(r"[^\w]", line.removeprefix("teiconv").lstrip(". "))[0]


def _name(line: str) -> str:
    """Return what a reader calls a line: ``--persons``, ``FILES``, ``Document.gaps``, ``to_tei``."""
    if line.startswith("teiconv."):
        return re.match(r"teiconv\.([\w.]+)", line)[1]  # type: ignore[index]
    *_, last = re.findall(r"--[\w-]+|\b[A-Z]+\b", line.split("|")[0].split("/--no-")[0])
    return str(last)


def main() -> None:
    """Print the public interface, or write it."""
    lines = "\n".join(public_api()) + "\n"
    if sys.argv[1:] == ["--write"]:
        SNAPSHOT.write_text(lines, encoding="utf-8")
    else:
        sys.stdout.write(lines)


if __name__ == "__main__":
    main()
