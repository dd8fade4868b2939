"""What hardly any document has, but some do: a table for each rule."""

from __future__ import annotations

import re

import pytest
from said_of_papers import texts_at, tree_of

import teiconv
from teiconv.advice.several import further_documents
from teiconv.conventions.broken_notices import join_notices
from teiconv.conventions.dafp.brackets import NoteCall, rising
from teiconv.conventions.dafp.openers import parse_opener
from teiconv.conventions.dafp.recognise import score
from teiconv.conventions.dafp.titles import parse_title as australian_title
from teiconv.conventions.frus.references import Context, find_references
from teiconv.conventions.generic.attributes import read_attributes
from teiconv.conventions.generic.stamps import with_cut
from teiconv.conventions.printed_notices import printed_notice
from teiconv.errors import fault
from teiconv.formats.tei.fold import strip_end
from teiconv.grammar.notices import missing
from teiconv.layout.lines import Placed
from teiconv.metadata.citation import parse_citation
from teiconv.metadata.parties import parties
from teiconv.model import element
from teiconv.notes.calls import find_calls

FURTHER = {
    "the next number, over the next title": (
        ["1. Memorandum From A to B", "Text.", "2. Memorandum From B to A", "3. Letter From A to B"],
        [2, 3],
    ),
    "a number that does not follow": (["1. Memorandum From A to B", "5. Memorandum From B to A"], []),
    "another heading of a memorandum": (["MEMORANDUM FOR THE PRESIDENT", "Text.", "MEMORANDUM FOR MR. ABEL"], [2]),
    "another date-time group over its sender": (
        ["R 171530Z JAN 72", "FM AMEMBASSY LIMA", "Text.", "R 181530Z JAN 72", "FM AMEMBASSY LIMA"],
        [3],
    ),
    "a date-time group without a sender": (["R 171530Z JAN 72", "FM AMEMBASSY LIMA", "", "R 181530Z JAN 72"], []),
}


@pytest.mark.parametrize("what", FURTHER)
def test_another_document_seems_to_begin(what):
    lines, expected = FURTHER[what]
    assert [index for index, _ in further_documents(lines)] == expected


def test_of_calls_that_do_not_rise_those_are_taken_that_let_most_follow():
    labels = [1, 5, 2, 3, 3, 4]
    calls = [NoteCall(label, 0, start, start + 4) for start, label in enumerate(labels)]
    assert [call.start for call in rising(calls)] == [0, 2, 3, 5]


AUSTRALIAN_OPENERS = {
    "Cablegram 27 CANBERRA, 9 June 1937": ("cablegram", "27"),
    "Cablegram (extract) 27 CANBERRA, 9 June 1937": ("cablegram", "27"),
    "Cablegram [n.d.]": ("cablegram", None),
    "Cablegram [on or before 9 June 1937]": ("cablegram", None),
    "Cablegram [CANBERRA, c. 9 June 1937]": ("cablegram", None),
    "Cablegram " + "27 " * 100 + "CANBERRA, 9 June 1937": None,
    "He went to see all of them in the old town of London on 9 June 1937": None,
}


@pytest.mark.parametrize("line", AUSTRALIAN_OPENERS)
def test_what_the_opener_of_an_australian_document_says(line):
    said = parse_opener(line)
    assert (said and (said.genre, said.number)) == AUSTRALIAN_OPENERS[line]


@pytest.mark.parametrize(
    ("line", "bounds"),
    [
        ("[on or before 9 June 1937]", (None, "1937-06-09")),
        ("[on or after 9 June 1937]", ("1937-06-09", None)),
        ("n.d. [on or after 9 June 1937]", ("1937-06-09", None)),
        ("probably 9 June 1937", (None, None)),
    ],
)
def test_the_limits_of_the_date_of_an_australian_document(line, bounds):
    said = parse_opener(f"Cablegram {line}")
    assert said is not None
    assert said.date is not None
    value = said.date.value
    assert (value.not_before and str(value.not_before), value.not_after and str(value.not_after)) == bounds


def test_a_title_without_a_number_is_none_of_the_australian_series():
    assert score("Memorandum by Hodgson\n\nText.\n") == 0


@pytest.mark.parametrize(
    ("head", "tail"),
    [
        ("12 Hodgson to Menzies LONDON, 9 June 1937", "LONDON, 9 June 1937"),
        ("12 Hodgson to Menzies CABINET 12 of them", None),
    ],
)
def test_the_place_and_the_date_behind_an_australian_title(head, tail):
    said = australian_title(head).tail
    assert (said and said.of(head)) == tail


def test_a_title_may_name_nobody_before_the_recipient():
    head = "12 Letter from , to Menzies"
    title = australian_title(head)
    assert [party.phrase.of(head) for party in title.sent] == []


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("footnote 3, vol. II, Document 12", "frus1947v02#d12fn3"),
        ("ibid., 1946, vol. vii", "frus1946v07"),
        ("ibid., 1946, vol. vii, p. 4", "frus1946v07#pg_4"),
    ],
)
def test_references_to_other_volumes(text, target):
    said = f"Foreign Relations, 1946, vol. vii, p. 3; {text}."
    _, found = find_references(said, Context(document="d40", year=1947, by_page=True))
    assert found.element.get("target") == target


@pytest.mark.parametrize("lines", [["Handle: SECRET", *["  and more"] * 8], ["  and more", *["Handle: SECRET"] * 8]])
def test_many_lines_are_a_record_only_if_many_fields_are_among_them_from_the_first_on(lines):
    assert read_attributes(lines) is None


def test_a_cut_below_a_list_has_no_paragraph_to_stand_in():
    blocks = [Placed("", element("list", element("item", "one")))]
    assert with_cut(blocks, "1.4(b)") is blocks
    assert with_cut([], "1.4(b)") == []


@pytest.mark.parametrize(
    ("node", "reason"),
    [
        (element("hi", "4 lines of source text not declassified", rend="italic"), "not-declassified"),
        (element("hi", "4 lines of source text not declassified", rend="bold"), None),
        (element("emph", "4 lines of source text not declassified"), None),
        (element("hi", "a ship", rend="italic"), None),
    ],
)
def test_a_notice_is_printed_in_italics(node, reason):
    said = printed_notice(node)
    assert (said and said.get("reason")) == reason


def test_a_notice_is_not_joined_over_the_cells_of_a_table():
    table = element("table", element("row", element("cell", "[1 line not"), element("cell", "declassified]")))
    (placed,) = join_notices([Placed("", table)])
    assert placed.block is table


@pytest.mark.parametrize(
    ("wording", "reason"), [("two pages missing", "missing"), ("text missing", None), ("1 line illegible", "illegible")]
)
def test_a_remark_that_text_is_missing_is_no_gap(wording, reason):
    said = missing(wording)
    assert (said and said["reason"]) == reason


def test_nothing_between_two_commas_is_no_part_of_a_citation():
    archive = parse_citation("National Archives: , RG 59")
    assert archive is not None
    assert all(unit.name for unit in archive.units)


def test_a_phrase_that_is_a_name_and_nothing_else():
    phrase = "Connally"
    (party,) = parties(phrase, 0, len(phrase))
    assert party.name is not None
    assert party.name.of(phrase) == "Connally"


@pytest.mark.parametrize(
    ("content", "left"),
    [
        (["text", " "], ["text"]),
        (["text ", element("hi", "more ")], ["text ", element("hi", "more")]),
        ([element("gap")], [element("gap")]),
        ([" "], []),
    ],
)
def test_blanks_at_the_end_of_a_block(content, left):
    assert strip_end(content) == left


def test_of_thousands_of_numerals_that_are_alike_the_first_is_the_call():
    text = "The report1 was good " * 4_500
    (call,) = find_calls([text], ["1"])
    assert call is not None
    assert text[: call.end] == "The report1"


def test_thousands_of_asterisks_do_not_keep_numerals_from_being_calls():
    numerals = [*map(str, range(1, 200))]
    text = "He left.* She stayed.† " * 1_500 + " ".join(f"He left.{numeral}" for numeral in numerals)
    calls = find_calls([text], ["*", "†", *numerals])
    assert [text[call.start : call.end] for call in calls[2:] if call] == numerals


@pytest.mark.parametrize(
    "text", ["Lima, at Tab A{1} of it", "the report{1} of it", "message 0317Z{1} of it", "and XB7R{1} of it"]
)
def test_a_numeral_behind_letters(text):
    call = find_calls([text.replace("{1}", "1")], ["1"])[0]
    assert call is not None
    assert call.start == text.index("{")


def test_the_reading_view_shows_pages_gaps_and_the_ends_of_lines():
    text = "1. Memorandum for the Record\n\n[Page 3]\n\nHe met [name not declassified] in Lima.\n\nWith regards,\nAbel"
    shown = teiconv.read_text(text)._repr_html_()
    assert ">[3]</span>" in shown
    assert ">[name not declassified]</span>" in shown


HEADERS = {
    "a source that cites nothing before one that does": (
        "1. Memorandum for the Record1\n\nText.\n\n  1. Source: National Archives, RG 59. Secret.",
        "//msDesc//repository | //msIdentifier/repository",
        ["National Archives"],
    ),
    "half of a double name": (
        "1. Letter From Philip Noel-Baker to Adam Abel\n\nText.",
        "//correspAction[@type='sent']/persName",
        ["Philip Noel-Baker"],
    ),
    "a line for the date without one": (
        "MEMORANDUM\n\nDATE: none\nTO: Adam Abel\nFROM: Berta Baker\n\nDear Adam, it is so.",
        "//creation/date/@when",
        [],
    ),
    "two dates with years of two digits": (
        "MEMORANDUM\n\nTO: Adam Abel\nFROM: Berta Baker\nDATE: 5/6/71\n\nHe came on 5/7/71, in 1971.\n\n5/8/71",
        "//creation/date/@when",
        ["1971-05-06"],
    ),
}


@pytest.mark.parametrize("what", HEADERS)
def test_what_the_header_says(what):
    text, path, expected = HEADERS[what]
    assert texts_at(tree_of(text), path) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [("nonsense", "'nonsense' is not an encoding of texts"), ("rot13", "'rot13' is not an encoding of texts")],
)
def test_what_is_no_encoding_of_texts_is_refused(code, expected):
    with pytest.raises(teiconv.OptionsError, match=re.escape(expected)):
        teiconv.to_tei("text", encoding=code)


def test_the_place_of_a_fault_is_the_innermost_of_our_own():
    with pytest.raises(teiconv.TeiconvError) as caught:
        teiconv.to_tei("a\0b")
    assert re.search(r" in teiconv/[a-z/_]+\.py:\d+; ", fault(caught.value))


def test_a_letter_that_nobody_receives_has_no_recipient_in_the_table():
    (row,) = teiconv.rows(teiconv.read_text("1. Letter From Mr. Abel\n\nText."), "letters")
    assert (row["sender"], row["recipient"]) == ("Abel", None)
