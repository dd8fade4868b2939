"""Who wrote to whom, on what and when, where no title of the series says it: heading lines, ends of a letter."""

from __future__ import annotations

import pytest
from sample_texts import document


def said(name: str, action: str) -> list[str]:
    """Return who takes part in ``action`` of the correspondence of the sample ``name``."""
    found = document(name).xpath(f"//correspAction[@type='{action}']/*[not(self::date)]")
    return ["".join(node.itertext()) for node in found]


@pytest.mark.parametrize(
    ("name", "sent", "received"),
    [
        ("memorandum", ["Henry A. Kissinger"], ["PRESIDENT"]),
        ("memorandum-chiefs", ["EARLE G. WHEELER"], ["SECRETARY OF DEFENSE"]),
        ("airgram", ["Amembassy LIMA"], ["Department of State"]),
        ("letter", ["Taylor G. Belcher"], ["Charles A. Meyer"]),
        ("cable", ["AMEMBASSY LIMA"], ["SECSTATE WASHDC"]),
        (
            "memorandum-through",
            ["Jack B. Kubisch"],
            ["Secretary", "Deputy Secretary", "Under Secretary for Political Affairs"],
        ),
    ],
)
def test_correspondents_without_a_title(name, sent, received):
    assert (said(name, "sent"), said(name, "received")) == (sent, received)


@pytest.mark.parametrize(
    ("name", "date"), [("cable", "1972-01-17T15:30:00Z"), ("memorandum", "1971-05-05"), ("letter", "1971-05-05")]
)
def test_date_of_a_paper_without_a_title(name, date):
    assert document(name).xpath("string(//creation/date/@when)") == date


def test_subject_is_the_title_of_a_paper_without_one():
    assert document("memorandum").xpath("string(//titleStmt/title)") == "Fisheries Talks with Peru"


def test_letters_of_a_classification_may_be_spaced():
    assert document("cable").xpath("//term[@type='classification']/text()") == ["Confidential"]


def test_title_supplied_for_a_letter_without_one():
    title = document("letter").xpath("string(//titleStmt/title)")
    assert title == "[Taylor G. Belcher to Charles A. Meyer, May 5, 1971]"
