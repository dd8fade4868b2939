"""How many mutants of the code the quick tests kill: one change at a time, in a copy of the checkout.

    python tools/mutants.py --number 150 --seed 1

A mutant is one operator, constant or condition that is another.  It is killed if a test fails, or takes ten times as
long.  Survivors are printed: each wants a test, or has a reason.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
CORE = ("formats/text", "structure", "layout", "formats/tei")
QUICK = """passes layout source read_tei proof found_texts typed_texts papers notes edited_files official_text
    older_volumes profile_frus hostile_xml laws""".split()
COMPARED = {ast.Eq: "!=", ast.NotEq: "==", ast.Lt: "<=", ast.LtE: "<", ast.Gt: ">=", ast.GtE: ">", ast.In: "not in"}
COMPARED |= {ast.NotIn: "in", ast.Is: "is not", ast.IsNot: "is"}

Change = tuple[ast.expr, str]
"""An expression, and what stands there instead."""


def changes(tree: ast.AST) -> Iterator[Change]:
    """Yield every change of one operator, constant or condition."""
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        match node:
            case ast.Compare(left, [operator], [right]) if type(operator) in COMPARED:
                yield node, f"({ast.unparse(left)} {COMPARED[type(operator)]} {ast.unparse(right)})"
            case ast.BoolOp(operator, values):
                other = " or " if isinstance(operator, ast.And) else " and "
                yield node, f"({other.join(f'({ast.unparse(value)})' for value in values)})"
            case ast.UnaryOp(ast.Not(), operand):
                yield node, f"({ast.unparse(operand)})"
            case ast.BinOp(left, ast.Add(), right):
                yield node, f"({ast.unparse(left)} - {ast.unparse(right)})"
            case ast.BinOp(left, ast.Sub(), right):
                yield node, f"({ast.unparse(left)} + {ast.unparse(right)})"
            case ast.Constant(bool() as value):
                yield node, str(not value)
            case ast.Constant(int() as value):
                yield node, str(value + 1)
            case ast.Constant(str() as value) if (
                value and id(node) not in docstrings and not _is_in_fstring(tree, node)
            ):
                yield node, repr(f"{value}X")
            case ast.IfExp(_, body, orelse):
                yield node, f"({ast.unparse(orelse)} if {ast.unparse(node.test)} else {ast.unparse(body)})"


def _is_in_fstring(tree: ast.AST, node: ast.AST) -> bool:
    return any(node in each.values for each in ast.walk(tree) if isinstance(each, ast.JoinedStr))


def mutated(source: str, node: ast.expr, new: str) -> str:
    """Return ``source`` with ``new`` where ``node`` stands."""
    lines = source.encode().splitlines(keepends=True)
    assert node.end_lineno is not None
    start = sum(map(len, lines[: node.lineno - 1])) + node.col_offset
    end = sum(map(len, lines[: node.end_lineno - 1])) + (node.end_col_offset or 0)
    data = source.encode()
    return (data[:start] + new.encode() + data[end:]).decode()


def tests_fail(copy: Path, limit: float) -> bool:
    """Tell whether a quick test fails in the copy, or all of them take longer than ``limit``."""
    files = [f"tests/test_{name}.py" for name in QUICK]
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "-p", "no:xdist", *files]
    environment = {**os.environ, "PYTHONPATH": str(copy), "CI": "true"}  # Hypothesis tries the same examples each time
    try:
        return bool(subprocess.run(command, cwd=copy, env=environment, timeout=limit, capture_output=True).returncode)
    except subprocess.TimeoutExpired:
        return True


def main() -> None:
    """Try a sample of all mutants."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--number", type=int, default=150)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=float("inf"))
    given = parser.parse_args()
    files = [file for room in CORE for file in sorted((ROOT / "teiconv" / room).rglob("*.py"))]
    every = [(file, *change) for file in files for change in changes(ast.parse(file.read_text(encoding="utf-8")))]
    chosen = random.Random(given.seed).sample(every, min(given.number, len(every)))
    killed = tried = 0
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "teiconv"
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".venv", ".git", ".hypothesis", "__pycache__"))
        started = time.monotonic()
        if tests_fail(copy, 3600):
            sys.exit("the quick tests fail without any change")
        limit = 10 * (time.monotonic() - started)
        for file, node, new in chosen:
            if time.monotonic() - started > given.seconds:
                break
            place = copy / file.relative_to(ROOT)
            source = file.read_text(encoding="utf-8")
            place.write_text(mutated(source, node, new), encoding="utf-8")
            is_killed = tests_fail(copy, limit)
            place.write_text(source, encoding="utf-8")
            tried, killed = tried + 1, killed + is_killed
            if not is_killed:
                name = file.relative_to(ROOT)
                print(f"survives: {name}:{node.lineno}: {ast.unparse(node)[:70]} -> {new[:70]}", flush=True)
    print(f"{killed} of {tried} killed ({killed / max(1, tried):.0%}), out of {len(every)} mutants; seed {given.seed}")


if __name__ == "__main__":
    main()
