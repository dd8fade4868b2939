"""Where decisions of editors find their places, and what is told where there is none."""

from __future__ import annotations

import pytest

import teiconv
from teiconv.conventions.table import named
from teiconv.editing.carry_out import refusal
from teiconv.editing.file import load_decisions
from teiconv.model import Element, descendants, plain
from teiconv.model.decision import Decision, Kind
from teiconv.options import Options

PROSE = (
    "The fisheries of the coast have grown in each of the last five years, and they will grow as long as the nets hold."
)
SECTIONS = f"7. Paper on Nets\n\n{PROSE}\n\nFish and Nets\n\n{PROSE}\n\nRecommendation\n\n{PROSE}\n"
NOTED = "7. Paper on Nets1\n\nOil came in 1868.2 Fish came in 1869.\n\n  1. Source: A Library.\n  2. See Document 6.\n"
NOT_DONE = "decision not carried out: "


def decided(text: str, kind: str, **values: object) -> teiconv.Document:
    lines = [f"{key.rstrip('_')} = {value if isinstance(value, int) else repr(value)}" for key, value in values.items()]
    decisions = load_decisions([("d.toml", "\n".join([f"[[{kind}]]", *lines]).encode())])
    return teiconv.read_text(text, Options(decisions=decisions))


def told(document: teiconv.Document) -> list[str]:
    return [each.partition(": ")[2] for each in document.told]


def sections(document: teiconv.Document) -> list[list[str]]:
    """Return the paragraphs of each section."""
    found = (node for node in descendants(document.body) if node.get("type") == "section")
    return [[plain(child.content)[:14] for child in node.content if isinstance(child, Element)] for node in found]


def test_the_text_below_a_heading_that_is_none_goes_to_the_section_above_it() -> None:
    assert sections(teiconv.read_text(SECTIONS)) == [["Fish and Nets", PROSE[:14]], ["Recommendation", PROSE[:14]]]
    document = decided(SECTIONS, "block", words="Recommendation", is_="paragraph")
    assert sections(document) == [["Fish and Nets", PROSE[:14], "Recommendation", PROSE[:14]]]
    assert document.told == ()


def test_the_text_below_the_first_heading_that_is_none_goes_to_the_document() -> None:
    document = decided(SECTIONS, "block", words="Fish and Nets", is_="paragraph")
    assert sections(document) == [["Recommendation", PROSE[:14]]]
    assert document.text == SECTIONS.strip()


@pytest.mark.parametrize(
    "values",
    [
        {"words": "in 1868.2", "is_": "9"},
        {"words": "in 1899", "is_": "2"},
        {"words": "Fish came", "is_": "2"},
        {"words": "Oil came", "is_": "nothing"},
        {"words": "Nets1", "is_": "nothing"},
    ],
    ids=["no such note", "no such words", "no numeral at the end", "nothing is called there", "the first of all notes"],
)
def test_a_call_that_cannot_be_is_told_and_changes_nothing(values: dict[str, object]) -> None:
    document = decided(NOTED, "call", document="d7", **values)
    assert len(document.told) == 1
    assert document.text == NOTED.strip()
    assert [note.label for note in document.notes] == [note.label for note in teiconv.read_text(NOTED).notes]


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("gap", {"words": "Oil came", "quantity": 2, "unit": "line"}),
        ("gap", {"words": "Oil came", "is_": "nothing"}),
        ("person", {"words": "Oil went", "is_": "nothing"}),
        ("date", {"words": "1868", "nth": 2, "when": "1868"}),
    ],
    ids=["no notice", "no gap", "other words", "another place"],
)
def test_words_that_cannot_be_marked_so_are_told(kind: str, values: dict[str, object]) -> None:
    document = decided(NOTED, kind, document="d7", **values)
    assert len(document.told) == 1
    assert document.text == NOTED.strip()


def test_the_number_of_a_page_calls_no_note() -> None:
    text = NOTED.replace("Fish", "[Page 2]\n\nFish")
    document = decided(text, "call", document="d7", words="Page 2", is_="2")
    assert told(document) == [f"{NOT_DONE}there is no such call, or it cannot be said there: “Page 2”"]
    assert document.text == text.strip()


def test_words_of_two_paragraphs_are_not_one_name() -> None:
    document = decided(
        NOTED.replace("Fish", "\n\nFish"), "place", document="d7", words="Fish came in 1869.", is_="place"
    )
    assert document.told == ()
    document = decided(NOTED.replace("Fish", "\n\nFish"), "place", document="d7", words="1868.2 Fish", is_="place")
    assert told(document) == [f"{NOT_DONE}these words run across blocks, notes or pages: “1868.2 Fish”"]


def test_words_in_brackets_become_a_gap() -> None:
    text = NOTED.replace("Fish", "[Horses.] Fish")
    assert teiconv.read_text(text).gaps == ()
    document = decided(text, "gap", document="d7", words="[Horses.]", unit="line", quantity=2)
    assert [(gap.unit, gap.quantity) for gap in document.gaps] == [("line", 2)]
    assert document.text == text.strip()


def test_a_term_that_no_list_has_is_told() -> None:
    document = decided(NOTED, "term", document="d7", words="Oil", is_="t_OIL1")
    assert told(document) == [f"{NOT_DONE}no list has the term t_OIL1: “Oil”"]


def test_words_that_the_text_has_not_are_not_changed() -> None:
    document = decided(NOTED, "text", document="d7", words="Nets came", to="Oil came")
    assert told(document) == [f"{NOT_DONE}the text does not have these words: “Nets came”"]
    assert document.text == NOTED.strip()


def test_what_is_decided_of_a_document_as_a_whole_is_never_refused() -> None:
    document = teiconv.read_text(NOTED)
    decision = Decision(Kind.TITLE, "d7", values=(("is", "Nets"),))
    assert refusal(decision, document.body, named(document.conventions), document.text) == ""


@pytest.mark.parametrize(("target", "expected"), [("d6", "d6"), ("#d6", "d6"), ("https://x.org/6", "https://x.org/6")])
def test_a_reference_points_within_the_file_or_to_an_address(target: str, expected: str) -> None:
    document = decided(NOTED, "reference", words="Document 6", target=target)
    assert [reference.targets for reference in document.references if reference.text == "Document 6"] == [(expected,)]
