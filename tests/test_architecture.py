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

BASE = {"_version", "errors", "model", "regex", "steps"}
MAY_IMPORT = {
    "model": {"errors"},
    "errors": set(),
    "steps": set(),
    "grammar": BASE,
    "layout": BASE | {"conventions"},
    "notes": BASE | {"conventions", "layout", "structure"},
    "structure": BASE | {"conventions", "grammar", "layout", "notes"},
    "conventions": BASE | {"grammar", "layout", "notes", "structure"},
    "metadata": BASE | {"conventions", "grammar", "layout", "names", "structure"},
    "names": BASE | {"formats"},
    "formats": BASE | {"conventions", "layout"},
    "options": BASE | {"names"},
    "settings": BASE | {"options"},
    "validation": BASE | {"formats"},
    "evaluation": BASE | {"formats"},
}
"""The rooms that each may import from; ``convert``, ``batch`` and ``cli`` may import all."""


def modules() -> Iterator[tuple[str, Path]]:
    for file in sorted(PACKAGE.rglob("*.py")):
        yield file.relative_to(PACKAGE).parts[0].removesuffix(".py"), file


def imported(file: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("teiconv."):
            names.add(node.module.split(".")[1])
        elif isinstance(node, ast.Import):
            names |= {alias.name.split(".")[1] for alias in node.names if alias.name.startswith("teiconv.")}
    return names


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_imports_point_one_way(package):
    for home, file in modules():
        if home == package:
            assert imported(file) <= MAY_IMPORT[package] | {package}, file


def test_help_imports_nothing_heavy():
    script = "import sys, teiconv.cli; print([m for m in ('lxml', 'xmlschema', 'teiconv.convert') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout == "[]\n"
