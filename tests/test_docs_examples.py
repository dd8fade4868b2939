"""Every command and every example of the pages runs, in the order of its page."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest
from desk import lay_out
from docs_pages import follow, has_commands, scripts

ROOT = Path(__file__).parents[1]
PAGES = [file for file in [ROOT / "README.md", *sorted(ROOT.glob("docs/**/*.md"))] if file.stem != "add-a-series"]
TUTORIALS = ROOT / "docs" / "tutorials"


def _text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def _name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    return lay_out(tmp_path)


@pytest.mark.parametrize("page", [page for page in PAGES if scripts(_text(page))], ids=_name)
def test_the_examples_in_python_of_a_page_run(page: Path, desk: Path) -> None:
    script = scripts(_text(page))
    if importlib.util.find_spec("pandas") is None:  # an extra of the user's own
        script = re.sub(r"teiconv\.dataframe\(", "teiconv.rows(", script)
    (desk / "script.py").write_text(script, encoding="utf-8")
    done = subprocess.run([sys.executable, "-W", "error", "script.py"], cwd=desk, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("page", [page for page in PAGES if has_commands(_text(page))], ids=_name)
def test_the_commands_of_a_page_do_what_it_says(page: Path, tmp_path: Path) -> None:
    follow(page, tmp_path if page.is_relative_to(TUTORIALS) else lay_out(tmp_path))
