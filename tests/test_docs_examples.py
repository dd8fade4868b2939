"""Every example in Python of the pages for users runs, in the order of the page, as one script."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest

import teiconv

ROOT = Path(__file__).parents[1]
PAGES = ("README.md", "docs/library.md")
_BLOCK = re.compile(r"^```python\n(.*?)^```", re.DOTALL | re.MULTILINE)
MEMO = """12. Memorandum From John Roe to President Doe1

Washington, May 5, 1971.

Mr. Roe spoke of nets [1 line not declassified].

  1. Source: National Archives, RG 59. Secret."""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "memo.txt").write_text(MEMO, encoding="utf-8")
    (tmp_path / "persons.txt").write_text("  • Doe, Paul, President\n  • Roe, John, Secretary", encoding="utf-8")
    (tmp_path / "terms.csv").write_text("term,meaning\nNSC,National Security Council\n", encoding="utf-8")
    (tmp_path / "memo.xml").write_bytes(teiconv.to_tei(MEMO))
    (tmp_path / "volume.xml").write_bytes(teiconv.to_tei(MEMO))
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "d12.txt").write_text(MEMO, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("page", PAGES)
def test_the_examples_of_a_page_run(page: str, desk: Path) -> None:
    script = "\n".join(_BLOCK.findall((ROOT / page).read_text(encoding="utf-8")))
    assert script
    if importlib.util.find_spec("pandas") is None:  # an extra of the user's own
        script = re.sub(r"teiconv\.dataframe\(", "teiconv.rows(", script)
    (desk / "script.py").write_text(script, encoding="utf-8")
    done = subprocess.run([sys.executable, "-W", "error", "script.py"], cwd=desk, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
