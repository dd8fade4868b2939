"""Notes of a series of its own: their numerals, the form of their list, and what the TEI need not say then."""

from __future__ import annotations

from dataclasses import replace

import pytest

import teiconv
from teiconv.conventions import annotators as annotate
from teiconv.conventions import table
from teiconv.conventions.base import Conventions, Recognition
from teiconv.conventions.listed_notes import places_listed_notes
from teiconv.conventions.passes import NOTES_HEADING, divides, places_notes, reads_notations
from teiconv.layout.canon import SPACED, Canon
from teiconv.layout.notation import Notation
from teiconv.metadata.rules import HeaderRules
from teiconv.model import descendants, element, plain
from teiconv.regex import regex
from teiconv.structure.blocks import read_paragraphs
from teiconv.structure.draft import Draft

LETTERS = Canon(blocks=SPACED, call="({})", marker="({}) ", labelled=True, indented=False, apart=False)
BRACKETS = Canon(blocks=SPACED, call="[{}]", marker="[{}] ", labelled=True, indented=False)
LAYOUT = ("lb", "space", "milestone", "label")


def conventions(canon, *passes, own=True):
    return Conventions(
        name="river",
        title="Papers of the River Office",
        recognise=lambda sample: Recognition(1.0),
        read=(lambda sample: Draft(tuple(read_paragraphs(sample.text)), sample.text))
        if own
        else (lambda sample: Draft(tuple(sample.blocks), sample.text, sample.notes, sample.after)),
        passes=(*passes, divides()),
        notations=(),
        annotators=(annotate.IDENTIFIED,),
        header=HeaderRules(),
        canon=canon,
    )


@pytest.fixture
def read(monkeypatch):
    """Read a text by conventions of the test, and check that it comes back from TEI that is valid."""

    def read(text, river):
        monkeypatch.setattr(table, "ALL", (river, *table.ALL))
        tei = teiconv.to_tei(text)
        assert teiconv.to_text(tei) == text
        assert [problem for problem in teiconv.validate(tei) if problem.severity == "error"] == []
        return teiconv.read_text(text).body

    return read


def notes(body):
    return [
        (note.get("n"), plain(note.content), note.get("anchored")) for note in descendants(body) if note.name == "note"
    ]


def marks(body):
    return [node.name for node in descendants(body) if node.name in LAYOUT] + [
        note.get("rend") for note in descendants(body) if note.name == "note" and note.get("rend")
    ]


LETTERED = conventions(LETTERS, places_listed_notes("[a-z]", LETTERS))


def test_letters_call_the_notes_of_a_list_with_a_line_each(read):
    body = read("The crane(a) fell.(b)\n\nIt is mended.\n\nNotes:\n(a) At the pier.\n(b) On Monday.", LETTERED)
    assert notes(body) == [("a", "At the pier.", None), ("b", "On Monday.", None)]
    assert [node.get("type") for node in descendants(body) if node.name == "fw"] == ["notes"]
    assert marks(body) == []


def test_list_without_a_heading_has_no_marks_of_layout(read):
    body = read("The crane(a) fell.(b)\n\n(a) At the pier.\n(b) On Monday.", LETTERED)
    assert notes(body) == [("a", "At the pier.", None), ("b", "On Monday.", None)]
    assert marks(body) == []


def test_enumeration_in_a_sentence_calls_no_note(read):
    body = read(
        "For (a) the pass, (b) the ferry.\n\nThe crane(a) fell.(b)\n\n(a) At the pier.\n(b) On Monday.", LETTERED
    )
    first = next(node for node in descendants(body) if node.name == "p")
    assert plain(first.content) == "For (a) the pass, (b) the ferry."


def test_note_without_a_call_follows_the_note_before_it(read):
    body = read("The crane(b) fell.\n\n(a) At the pier.\n(b) On Monday.\n(c) At noon.", LETTERED)
    assert notes(body) == [("a", "At the pier.", "false"), ("b", "On Monday.", None), ("c", "At noon.", "false")]


def test_paragraphs_that_nothing_calls_are_no_list_of_notes(read):
    assert notes(read("We ask for:\n\n(a) a crane,\n(b) a ferry.", LETTERED)) == []


def test_note_has_several_paragraphs_below_a_heading(read):
    canon = replace(LETTERS, apart=True)
    river = conventions(canon, places_listed_notes("[ivx]+", canon))
    body = read("The crane(i) fell.(ii)\n\nNotes\n\n(i) At the pier.\n\nThe eastern one.\n\n(ii) At noon.", river)
    assert [label for label, _, _ in notes(body)] == ["i", "ii"]
    assert marks(body) == []


def test_bare_numerals_are_refused_where_the_pass_is_made():
    with pytest.raises(ValueError, match="something around its numeral"):
        places_listed_notes("[a-z]", Canon(labelled=True))


BRACKETED = conventions(BRACKETS, NOTES_HEADING, places_notes((), canon=BRACKETS), own=False)


def test_calls_and_markers_of_the_canonical_form_need_no_word(read):
    body = read("The crane [1] was moved [2] on Monday.\n\n[1] At the pier.\n\n[2] To the quay.", BRACKETED)
    assert notes(body) == [("1", "At the pier.", None), ("2", "To the quay.", None)]
    assert marks(body) == []


def test_calls_and_markers_of_another_form_come_back_all_the_same(read):
    for text in (
        "The crane1 was moved2 on Monday.\n\nIt fell.\n\n  1. At the pier.\n  2. To the quay.",
        "The crane [1] was moved [2] on Monday.\n\n1. At the pier.\n2. To the quay.",
        "The crane/1/ was moved/2/ on Monday.\n\n/1/At the pier.\n\n/2/To the quay.",
        "The crane [3] was moved [4] on Monday.\n\n[1] At the pier.\n\n[2] To the quay.",
        "The crane [1] was moved on Monday.\n\n[1] At the pier.\n\n[2] To the quay.",
    ):
        body = read(text, BRACKETED)
        assert [said for _, said, _ in notes(body)] == ["At the pier.", "To the quay."]


def test_numeral_of_the_list_is_kept_where_the_text_counts_otherwise(read):
    body = read("The crane [3] was moved [4] on Monday.\n\n[1] At the pier.\n\n[2] To the quay.", BRACKETED)
    assert [note.get("rend") for note in descendants(body) if note.name == "note"] == ["numeral-1", "numeral-2"]


PAGE = Notation(
    "page",
    "{p. ",
    regex(r"\{p\. (\d+)\}"),
    lambda found: element("pb", n=found[1]),
    "pb",
    lambda pb: f"{{p. {pb.get('n')}}}" if pb.get("n") else None,
)


def test_page_break_on_a_line_of_its_own_is_no_paragraph_and_has_an_id(read):
    river = replace(
        conventions(BRACKETS, reads_notations((PAGE,)), own=False), notations=(PAGE,), read_break=PAGE.alone
    )
    body = read("The crane fell.\n{p. 2}\nIt is {p. 3} mended.\n\n{p. 4}\n\nAll is well.", river)
    assert [node.get("xml:id") for node in descendants(body) if node.name == "pb"] == ["pg_2", "pg_3", "pg_4"]
    assert [node.name for node in body.content if node.name != "lb"] == ["p", "pb", "p", "pb", "p"]
