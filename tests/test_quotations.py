"""Block quotations: paragraphs in quotation marks below the sentence that announces them."""

from __future__ import annotations

import pytest

from teiconv.convert import read_text, to_tei, to_text
from teiconv.model import descendants

HEAD = "7. Editorial Note\n\nOn May 3, 1970, the Council met. The record of the meeting reads as follows:\n\n"
FIRST = "“The Chairman said that the nets were old, and that nobody had thought of mending them."
BELOW = "\n\nThe Council met again in June of that year, and spoke of ships."


def _quoted(last: str) -> list[int]:
    """Return how many paragraphs each quotation has."""
    text = f"{HEAD}{FIRST}\n\n{last}{BELOW}"
    assert to_text(to_tei(text)) == text
    return [len(node.content) for node in descendants(read_text(text).body) if node.name == "quote"]


@pytest.mark.parametrize(
    "source",
    [
        "",
        " (Ibid.)",
        " (Ford Library, NSC Files (H-Files), Box 2)",
        " (Department of State Bulletin, May 8, 1970, page 2).",
    ],
)
def test_quotation_ends_with_its_marks_or_with_where_it_is_found(source: str) -> None:
    assert _quoted(f"“He would speak to the Minister.”{source}") == [2]


@pytest.mark.parametrize("last", ["“He would speak to the Minister.” Nobody else spoke.", "“He would speak."])
def test_paragraphs_that_go_on_or_are_not_closed_are_no_quotation(last: str) -> None:
    assert _quoted(last) == []
