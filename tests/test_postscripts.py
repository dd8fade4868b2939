"""Postscripts of letters in the form of the series."""

from __future__ import annotations

import pytest

from teiconv.convert import read_text, to_tei, to_text
from teiconv.model import Element

HEAD = "7. Letter From the Ambassador to Peru (Roe) to President Doe1\n\nLima, May 3, 1970.\n\n"
LETTER = (
    "The fisheries have grown in each of the last five years, and they will go on growing as long as the nets hold."
)
NOTES = "\n  1. Source: Ford Library, NSC Files, Box 1. Secret."


def _names(*paragraphs: str) -> list[str]:
    text = HEAD + "\n\n".join(paragraphs) + NOTES
    assert to_text(to_tei(text)) == text
    return [node.name for node in read_text(text).body.content if isinstance(node, Element)][2:]


@pytest.mark.parametrize("mark", ["P.S.", "P. S.", "P.P.S.", "PS:"])
def test_postscript_at_the_end(mark: str) -> None:
    assert _names(LETTER, f"{mark} The nets have come, and they are better than the old.\n") == ["p", "postscript"]


def test_postscript_above_the_signature() -> None:
    assert _names(LETTER, "P.S. The nets have come.", "John Q. Roe") == ["p", "postscript", "closer"]


def test_postscript_before_an_enclosure() -> None:
    found = _names(LETTER, "P.S. The nets have come.", "Attachment", LETTER + "\n")
    assert found == ["div", "div"]


def test_text_goes_on_below_what_is_no_postscript() -> None:
    assert _names(LETTER, "P.S. 104 is a public school.", LETTER + "\n") == ["p", "p", "p"]
