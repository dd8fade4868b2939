"""References in the forms of the volumes before 1906: numbers above titles, lists of papers, the work cut short."""

import pytest

from teiconv.conventions.frus.references import Context, find_references
from teiconv.convert import converted
from teiconv.model import Element
from teiconv.options import Options

NUMBERED = """No. 38.
Mr. Roe to Mr. Doe.

Legation of the United States,
Lima, April 26, 1894.

Sir: In regard to No. 11 I inclose a copy of the report.1

I am, etc.,

John Roe.
  1. {note}
"""
LISTED = """List of papers relating to the Strait, accompanying the message

CIRCULARS.

				Page.
Mr. Roe to all consuls		April 20, 1861.		31
Mr. Doe to Mr. Roe		May 9, 1862.		134
Mr. Roe to Mr. Doe		June 1, 1862.
"""


def references(text: str) -> list[tuple[str, str | None]]:
    """Return the words and the target of each reference of the document that ``text`` is."""
    body: Element = converted(text.encode(), Options(), name="paper.txt").document.body
    return [(node.text, node.get("target")) for node in body.iter("ref")]


@pytest.mark.parametrize(
    ("note", "number"),
    [
        ("See inclosure 7 in No. 12.", "12"),
        ("Printed as inclosure in No. 9.", "9"),
        ("See No. 31, and its reply.", "31"),
    ],
)
def test_notes_cite_documents_by_the_number_above_their_title(note: str, number: str) -> None:
    assert references(NUMBERED.format(note=note)) == [(f"No. {number}", f"#d{number}")]


@pytest.mark.parametrize("note", ["Not printed. Dispatch No. 12 tells the rest.", "See No. 12/3 of the files."])
def test_other_numbers_are_no_documents(note: str) -> None:
    assert references(NUMBERED.format(note=note)) == []


def test_a_document_with_another_number_is_not_cited_so() -> None:
    text = NUMBERED.format(note="See inclosure 7 in No. 12.").removeprefix("No. 38.\n")
    assert references(text) == []


def test_the_pages_in_a_list_of_papers() -> None:
    assert references(LISTED) == [("31", "#pg_31"), ("134", "#pg_134")]


def test_a_table_of_numbers_lists_no_papers() -> None:
    assert references(LISTED.replace("Page.", "Tons.")) == []


@pytest.mark.parametrize(
    "work", ["Foreign Relations, 1902", "Foreign Relations for 1902", "For. Rel., 1902", "For. Rel. 1902"]
)
def test_a_page_of_another_year(work: str) -> None:
    text = f"Printed in {work}, p. 211."
    (span,) = find_references(text, Context(document="d3", year=1903, by_page=True))
    assert (text[span.start : span.end], span.element.get("target")) == (f"{work}, p. 211", "frus1902#pg_211")


@pytest.mark.parametrize(
    "work",
    ["Malloy, Treaties, 1776–1909", "Moore, Digest", "Hackworth, Digest of International Law", "Roe, Papers, 1910–23"],
)
def test_a_volume_of_another_work(work: str) -> None:
    text = f"Signed at Lima, July 5, 1888; {work}, vol. ii, p. 800."
    assert find_references(text, Context(document="d3", year=1931, by_page=True)) == []


def test_a_volume_of_the_same_year() -> None:
    text = "See telegram 12, July 5, vol. ii, p. 800."
    (span,) = find_references(text, Context(document="d3", year=1931, by_page=True))
    assert span.element.get("target") == "frus1931v02#pg_800"
