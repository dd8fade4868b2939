"""``docs/add-a-series.md``: a third series, added as the page tells."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

import teiconv
from teiconv.cli.show import outline
from teiconv.conventions import table
from teiconv.conventions.reading import structured
from teiconv.convert import annotated, divided
from teiconv.formats.table import FileDraft
from teiconv.model import descendants, flatten
from teiconv.model.header import Form
from teiconv.options import Options

PAGE = (Path(__file__).parents[1] / "docs" / "add-a-series.md").read_text(encoding="utf-8")
TEXT, LETTERED = re.findall(r"```text\n(No 1[23].*?)\n```", PAGE, re.S)
FOR_OFFICES = TEXT.replace("Keel", "Harbour Commission")


@pytest.fixture(autouse=True)
def harbour(monkeypatch):
    """Add the series of the page to the table."""
    module = ModuleType("harbour_series")
    monkeypatch.setitem(sys.modules, "harbour_series", module)
    exec("\n\n".join(re.findall(r"```python\n(.*?)```", PAGE, re.S)), vars(module))
    monkeypatch.setattr(table, "ALL", (*table.ALL, module.HARBOUR))
    return module


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
    assert not [node.name for node in descendants(body) if node.name in ("lb", "space", "milestone", "label")]
    assert [note.get("rend") for note in descendants(body) if note.name == "note"] == ["inline", None]


def test_page_shows_what_comes_out():
    tei = " ".join(teiconv.to_tei(TEXT).decode().split())
    (shown,) = re.findall(r"```xml\n(.*?)```", PAGE, re.S)
    for line in shown.splitlines():
        for part in line.strip().split("…"):
            assert part.strip().rstrip(">").rstrip() in tei, part


def test_line_of_blanks_does_not_hide_the_series():
    assert teiconv.read_text(TEXT.replace("\n\n", "\n \n", 1)).conventions == "harbour"


def test_offices_stand_in_titles_too():
    document = teiconv.read_text(TEXT.replace("Keel", "the Secretary of State"))
    assert [(agent.kind, agent.name) for agent in document.header.sent] == [("roleName", "Secretary of State")]


def test_text_of_the_page_is_a_sample_of_nearly_every_step(harbour):
    conventions = harbour.HARBOUR
    steps = [*conventions.passes[:-1], *conventions.annotators]
    assert [step.name for step in steps if outlined(conventions.without(step.name)) == outlined(conventions)] == [
        "offices"
    ]
    assert outlined(conventions.without("offices"), FOR_OFFICES) != outlined(conventions, FOR_OFFICES)


def outlined(conventions, text=TEXT):
    found = FileDraft(conventions.draft(table.sample(text)), Form(), conventions)
    return list(outline(annotated(structured(found.draft, conventions), found, Options()).body))


def test_notes_with_letters_stand_at_their_calls(harbour, monkeypatch):
    passes = [harbour.PLACES_LETTERS if step.name == "notes" else step for step in harbour.HARBOUR.passes]
    further = replace(harbour.HARBOUR, read=harbour.read_with_letters, passes=tuple(passes), canon=harbour.LETTERS)
    monkeypatch.setattr(table, "ALL", (*table.ALL[:-1], further))
    tei = teiconv.to_tei(LETTERED)
    assert teiconv.to_text(tei) == LETTERED
    assert teiconv.validate(tei) == []
    body = teiconv.read_text(LETTERED).body
    notes = [node for node in descendants(body) if node.name == "note" and not node.get("rend")]
    assert [(note.get("n"), flatten(note.content)) for note in notes] == [
        ("a", "The one that fell."),
        ("b", "So the foreman says."),
    ]
    assert not [node.name for node in descendants(body) if node.name in ("lb", "space", "milestone", "label")]


def test_several_documents_in_one_text_are_told_by_their_titles(harbour, monkeypatch):
    two = f"{TEXT}\n\n{TEXT.replace('No 12', 'No 13')}"
    assert len(divided(two)) == 1
    further = replace(harbour.HARBOUR, numbered_title=harbour._TITLE)
    monkeypatch.setattr(table, "ALL", (*table.ALL[:-1], further))
    assert [number for number, _ in divided(two)] == ["12", "13"]
    tei = teiconv.to_tei(two)
    assert teiconv.to_text(tei) == two
    assert teiconv.to_text(tei, document="d13") == TEXT.replace("No 12", "No 13")


def test_openers_come_after_the_notes_since_a_dateline_may_call_one(harbour, monkeypatch):
    called = TEXT.replace("1884\n", "1884 [1]\n").replace("seen [1]", "seen")
    *others, notes, openers, divide = harbour.HARBOUR.passes
    turned = replace(harbour.HARBOUR, passes=(*others, openers, notes, divide))
    for conventions, count in ((harbour.HARBOUR, 1), (turned, 0)):
        monkeypatch.setattr(table, "ALL", (*table.ALL[:-1], conventions))
        body = teiconv.read_text(called).body
        assert len([node for node in descendants(body) if node.name == "dateline"]) == count
