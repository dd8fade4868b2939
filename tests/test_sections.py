"""Titles of sections: lines of their own between passages, and the divisions that they begin."""

from __future__ import annotations

import pytest

from teiconv.convert import read_text
from teiconv.model import descendants, plain

HEAD = "7. Memorandum Prepared in the Planning Staff\n\nWashington, May 3, 1970.\n\n"
PROSE = "The fisheries of the northern coast have grown in each of the last five years, and they will go on growing as long as the nets hold."  # noqa: E501


def _titles(*paragraphs: str) -> list[str]:
    body = read_text(HEAD + "\n\n".join(paragraphs)).body
    return [plain(node.content) for node in descendants(body) if node.get("rend") == "sectiontitle"]


@pytest.mark.parametrize(
    "title", ["Fish and Nets", "II. Fish and Nets", "Recommendation:", "III. The Operation:", "THE POLITICS OF FISH:"]
)
def test_line_between_passages_is_a_title(title: str) -> None:
    assert _titles(PROSE, title, PROSE) == [title]


@pytest.mark.parametrize(
    "line",
    ["What follows is said of nets:", "Approve", "Sincerely Yours", "Table 3", "No. 17", "A-244", "Jane Q. Roe"],
)
def test_line_of_another_kind_is_no_title(line: str) -> None:
    assert _titles(PROSE, line, PROSE) == []


def test_document_may_begin_with_the_title_of_its_first_section() -> None:
    assert _titles("Nets of the North", PROSE, "Nets of the South", PROSE) == ["Nets of the North", "Nets of the South"]


def test_title_may_stand_over_another() -> None:
    assert _titles(PROSE, "II. The Coast", "Fish and Nets", PROSE) == ["II. The Coast", "Fish and Nets"]


def test_lines_above_the_last_list_of_a_heading_are_no_titles() -> None:
    lines = ("TIME AND PLACE", "Friday, May 3; 4 p.m.", "Hall of the Nets", "SUBJECT:\n\n  • Exchanges")
    assert _titles(*lines, PROSE) == []


def test_names_below_each_other_are_no_titles() -> None:
    assert _titles("Anna Roe", "Berta Doe", "Clara Poe", PROSE) == []


def test_remark_of_the_editors_ends_a_passage() -> None:
    assert _titles(PROSE, "[Omitted here is a discussion of ships.]", "Fish and Nets", PROSE) == ["Fish and Nets"]


def test_recommendation_may_be_a_few_words() -> None:
    assert _titles(PROSE, "Recommendation", "That you sign the letter at Tab A") == ["Recommendation"]
