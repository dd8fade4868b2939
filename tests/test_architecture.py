"""Imports point one way, along the way of the data (``docs/design.md``)."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import teiconv

PACKAGE = Path(teiconv.__file__).parent

BASE = {"_version", "errors", "model", "reading", "regex", "remember"}
ROOMS = """
model            | errors remember
errors           |
reading          | errors
regex            |
remember         |
grammar          |
layout           |
notes            | grammar layout
structure        | grammar layout notes
names            | grammar
metadata         | grammar layout notes structure names conventions.frus
options          | names names.lists authority editing.file
settings         | options conventions formats.table
conventions      | grammar layout notes structure names metadata options conventions.frus conventions.generic
conventions.frus | grammar layout notes structure names metadata conventions
conventions.generic | grammar layout notes structure names metadata conventions conventions.frus
conventions.dafp | grammar layout notes structure names metadata conventions conventions.frus conventions.generic
document         | grammar layout conventions formats.text
formats.text     | formats
formats          | layout conventions.frus document formats.text
formats.table    | structure options formats formats.text conventions document
names.lists      | grammar names formats formats.text
collection       | names names.lists formats formats.text
authority        | grammar names names.lists formats
audit            | names
validation       | formats
evaluation       | formats
proof | layout options conventions formats formats.table formats.text validation document
convert | structure names metadata options conventions formats formats.table formats.text names.lists document +
  validation proof several editing
given            |
beside           | document formats names.lists
library          | given beside options names names.lists convert document formats validation
folders          | options settings batch conventions
editing | validation structure metadata conventions layout names names.lists options collection document formats +
  formats.table formats.text editing.file editing.scope editing.vocabulary
editing.edits | editing editing.file convert options conventions document structure formats proof +
  editing.vocabulary
editing.file | formats formats.text names names.lists editing.vocabulary
editing.scope | document collection
editing.vocabulary |
advice | grammar document conventions
explain | layout structure names conventions options formats.table document convert editing editing.vocabulary authority
several | structure metadata conventions options
batch | advice document editing editing.edits editing.file editing.scope collection options settings conventions +
  formats formats.table formats.text names names.lists authority validation proof convert
review | advice explain conventions convert document editing editing.file formats layout names.lists names options +
  proof publish batch
publish | settings options grammar collection conventions formats formats.text names names.lists convert document +
  batch validation
cli | advice audit authority batch conventions convert document editing editing.edits editing.file editing.scope +
  evaluation explain formats formats.table formats.text names names.lists options publish review settings validation
_version |
__init__ | batch document folders formats library options validation
__main__ | cli
"""
MAY_IMPORT = {
    name.strip(): set(others.split()) | (set() if name.strip() in BASE else BASE)
    for name, _, others in (line.partition("|") for line in ROOMS.replace("+\n", "").strip().splitlines())
}
SERIES = {f"conventions.{file.parent.name}" for file in (PACKAGE / "conventions").glob("*/__init__.py")}
MAY_IMPORT |= {name: MAY_IMPORT["conventions.generic"] | {"conventions.generic"} for name in SERIES - MAY_IMPORT.keys()}
MAY_IMPORT["conventions"] |= SERIES
"""The rooms that each may import from, in the order of the data's way.

A further series is a folder beside the others, and needs no line here.
"""


def room(parts: tuple[str, ...]) -> str:
    """Return the room of a module: the longest entry of :data:`MAY_IMPORT` that it stands in."""
    name = ".".join(part.removesuffix(".py") for part in parts[:2])
    return name if name in MAY_IMPORT else parts[0].removesuffix(".py")


def modules() -> Iterator[tuple[str, Path]]:
    for file in sorted(PACKAGE.rglob("*.py")):
        yield room(file.relative_to(PACKAGE).parts), file


def imported(file: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("teiconv."):
            base = node.module.split(".")[1:]
            names |= {".".join([*base, alias.name]) for alias in node.names}
        elif isinstance(node, ast.Import):
            names |= {alias.name.removeprefix("teiconv.") for alias in node.names if alias.name.startswith("teiconv.")}
    return names


def test_every_room_is_bound():
    assert {home for home, _ in modules()} <= MAY_IMPORT.keys()


LONGEST_FILE, LONGEST_FUNCTION, P90 = 300, 40, 15


def functions() -> Iterator[tuple[int, str]]:
    """Yield how many lines each function has, its docstring aside, and where it stands."""
    for _, file in modules():
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                said = node.body[0] if ast.get_docstring(node) else None
                told = (said.end_lineno or 0) - said.lineno + 1 if said else 0
                yield (node.end_lineno or 0) - node.lineno + 1 - told, f"{file.relative_to(PACKAGE)}:{node.name}"


def test_files_and_functions_are_short():
    long = [str(file) for _, file in modules() if len(file.read_text(encoding="utf-8").splitlines()) >= LONGEST_FILE]
    assert not long
    lengths = sorted(functions())
    assert not [where for length, where in lengths if length > LONGEST_FUNCTION]
    assert lengths[len(lengths) * 9 // 10][0] <= P90


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_imports_point_one_way(package):
    for home, file in modules():
        if home == package:
            rooms = {room(tuple(name.split("."))) for name in imported(file)}
            assert rooms <= MAY_IMPORT[package] | {package}, file


def test_no_module_imports_itself_by_a_roundabout_way():
    """Imports inside functions count too; those for type checkers alone do not."""
    names = {".".join(file.relative_to(PACKAGE).with_suffix("").parts): file for _, file in modules()}
    goes_to = {name: _modules_imported(file) & names.keys() - {name} for name, file in names.items()}
    waiting = set(goes_to)
    while leaves := {name for name in waiting if not goes_to[name] & waiting}:
        waiting -= leaves
    assert not waiting, f"these import each other: {', '.join(sorted(waiting))}"


def _modules_imported(file: Path) -> set[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    typed = {id(node) for test in ast.walk(tree) if _is_for_types(test) for node in ast.walk(test)}
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("teiconv.") and id(node) not in typed:
            module = (node.module or "").removeprefix("teiconv.")
            found |= {module, *(f"{module}.{alias.name}" for alias in node.names)}
    return found


def _is_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def test_what_the_process_remembers_stands_behind_one_name():
    """No other cache lives as long as the process; and no table is kept by ``id()``, which may come again."""
    for _, file in modules():
        tree = ast.parse(file.read_text(encoding="utf-8"))
        names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names}
        assert file.name == "remember.py" or not names & {"cache", "lru_cache"}, file
        called = {
            node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        assert "id" not in called, file


def test_help_imports_nothing_heavy():
    script = "import sys, teiconv.cli; print([m for m in ('lxml', 'xmlschema', 'teiconv.convert') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout == "[]\n"
