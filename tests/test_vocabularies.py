"""Vocabularies stand in one place each: a second copy of the months, of the offices or of the markings is noticed."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import teiconv
from teiconv.grammar import markings, months
from teiconv.grammar.offices import Use, capitalised, offices

PACKAGE = Path(teiconv.__file__).parent
HOMES = {"grammar"}
"""The room in which they stand."""


def constants(tree: ast.Module) -> Iterator[str]:
    """Yield the strings of a module, but for its docstrings and other prose."""
    prose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose:
            yield node.value


def modules() -> Iterator[tuple[str, list[str]]]:
    for file in sorted(PACKAGE.rglob("*.py")):
        if file.relative_to(PACKAGE).parts[0] not in HOMES:
            yield str(file.relative_to(PACKAGE)), list(constants(ast.parse(file.read_text(encoding="utf-8"))))


def copies(words: frozenset[str], most: int) -> list[str]:
    """Return the modules in which one string, or the strings of one line-up, hold more than ``most`` of ``words``."""
    found = []
    for name, strings in modules():
        listed = [set(re.findall(r"[^\W\d_]+", string.lower())) & words for string in strings]
        if any(len(known) > most for known in listed):
            found.append(name)
    return found


def test_months_stand_in_one_file():
    names = frozenset(name.lower() for name in (*months.NAMES, *months.SHORT)) - {"may", "mar"}
    assert copies(names, 1) == []


def test_offices_stand_in_one_file():
    assert copies(offices(Use.OFFICE) - {"general", "member", "head"}, 5) == []


def test_levels_of_secrecy_stand_in_one_file():
    words = frozenset({"secret", "confidential", "restricted", "unclassified"})
    assert copies(words, 2) == []
    assert words < frozenset(markings.LEVELS)


@pytest.mark.parametrize("use", Use)
def test_every_use_of_an_office_has_words(use):
    assert offices(use)
    assert re.fullmatch(capitalised(use), next(iter(offices(use))).capitalize())


def test_no_office_is_listed_twice():
    lines = (PACKAGE / "grammar/offices.txt").read_text(encoding="utf-8").splitlines()[1:]
    words = [line.partition(":")[0] for line in lines]
    assert words == sorted(set(words))
