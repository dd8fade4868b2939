"""``docs/add-a-series.md``: a third series, added as the page tells."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

import teiconv
from teiconv.conventions import table
from teiconv.model import descendants, flatten

PAGE = (Path(__file__).parents[1] / "docs" / "add-a-series.md").read_text(encoding="utf-8")
TEXT = re.findall(r"```text\n(No 12.*?)\n```", PAGE, re.S)[0]


@pytest.fixture(autouse=True)
def harbour(monkeypatch):
    """Add the series of the page to the table."""
    module = ModuleType("harbour_series")
    monkeypatch.setitem(sys.modules, "harbour_series", module)
    exec("\n\n".join(re.findall(r"```python\n(.*?)```", PAGE, re.S)), vars(module))
    monkeypatch.setattr(table, "ALL", (*table.ALL, module.HARBOUR))


def test_text_comes_back_and_its_tei_is_valid():
    tei = teiconv.to_tei(TEXT)
    assert teiconv.to_text(tei) == TEXT
    assert teiconv.validate(tei) == []


def test_series_is_recognised_and_recorded():
    assert teiconv.read_text(TEXT).conventions == "harbour"
    assert teiconv.read_text(TEXT.replace("{", "(")).conventions != "harbour"


def test_the_three_habits_are_read():
    document = teiconv.read_text(TEXT)
    header = document.header
    assert (header.number, [agent.name for agent in (*header.sent, *header.received)]) == ("12", ["Keel", "Morrow"])
    assert (header.archive.repository, [unit.name for unit in header.archive.units]) == ("Harbour Office", ["4", "117"])
    assert dict(header.created.attributes) == {"when": "1884-05-05"}
    assert [flatten(node.content) for node in descendants(document.body) if node.name == "gap"] == [
        "two lines torn away"
    ]


def test_ordinary_document_carries_no_marks_of_layout():
    body = teiconv.read_text(TEXT).body
    assert not [node.name for node in descendants(body) if node.name in ("lb", "space", "milestone")]


def test_page_shows_what_comes_out():
    tei = " ".join(teiconv.to_tei(TEXT).decode().split())
    (shown,) = re.findall(r"```xml\n(.*?)```", PAGE, re.S)
    for line in shown.splitlines():
        for part in line.strip().split("…"):
            assert part.strip().rstrip(">").rstrip() in tei, part
