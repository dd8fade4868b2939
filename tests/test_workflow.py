"""The tools for an editorial workflow: the hook for pre-commit, the GitHub Action, the container."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import teiconv

ROOT = Path(__file__).parents[1]
SCRIPT = ROOT / "tools" / "validate_changed.sh"
VALID = teiconv.to_tei("1. Editorial Note\n\nThe talks [2 lines not declassified] began.")
INVALID = VALID.replace(b' quantity="2"', b"")
ENVIRONMENT = {
    **os.environ,
    "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
    **{f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
}


def run(*command: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=folder, env=ENVIRONMENT, capture_output=True, text=True)


def commit(folder: Path) -> str:
    run("git", "add", ".", folder=folder)
    assert run("git", "commit", "-m", "x", folder=folder).returncode == 0
    return run("git", "rev-parse", "HEAD", folder=folder).stdout.strip()


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    run("git", "init", folder=tmp_path)
    (tmp_path / "tei").mkdir()
    (tmp_path / "tei" / "old fault.xml").write_bytes(INVALID)
    (tmp_path / "tei" / "d1.xml").write_bytes(VALID)
    return tmp_path


def test_only_what_changed_is_validated(edition: Path) -> None:
    base = commit(edition)
    (edition / "tei" / "d1.xml").write_bytes(INVALID)
    commit(edition)
    done = run(SCRIPT, base, ".", folder=edition)
    assert done.returncode == 5
    assert "tei/d1.xml" in done.stdout
    assert "old fault.xml" not in done.stdout


def test_where_nothing_changed_all_is_well(edition: Path) -> None:
    base = commit(edition)
    (edition / "README").write_text("x")
    commit(edition)
    assert run(SCRIPT, base, ".", folder=edition).returncode == 0


def test_on_a_new_branch_everything_is_validated(edition: Path) -> None:
    commit(edition)
    done = run(SCRIPT, "0" * 40, "tei", folder=edition)
    assert done.returncode == 5
    assert "old fault.xml" in done.stdout


def test_the_problem_matcher_reads_what_validate_prints(tmp_path: Path) -> None:
    (tmp_path / "d1.xml").write_bytes(INVALID)
    line = run("teiconv", "validate", "d1.xml", folder=tmp_path).stdout.splitlines()[0]
    (matcher,) = json.loads((ROOT / "tools" / "problem-matcher.json").read_text())["problemMatcher"]
    found = re.fullmatch(matcher["pattern"][0]["regexp"], line)
    assert found
    assert found[1] == "d1.xml"
    assert found[4] == "error"


@pytest.mark.parametrize(("content", "code"), [(VALID, 0), (INVALID, 5)])
def test_the_hook_passes_what_is_valid_and_nothing_else(content: bytes, code: int, tmp_path: Path) -> None:
    entry = re.search(r"entry: (.*)", (ROOT / ".pre-commit-hooks.yaml").read_text())
    assert entry
    (tmp_path / "d1.xml").write_bytes(content)
    assert run(*entry[1].split(), "d1.xml", folder=tmp_path).returncode == code
