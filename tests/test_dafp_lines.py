"""Documents on Australian Foreign Policy: what the lines of a document say, one rule at a time."""

from __future__ import annotations

import pytest

from teiconv.conventions.dafp.markings import parse_marking
from teiconv.conventions.dafp.notes import find_calls, find_lists
from teiconv.conventions.dafp.openers import parse_opener
from teiconv.conventions.dafp.recognise import score
from teiconv.conventions.dafp.sources import bracket_end, is_source, parse_source
from teiconv.conventions.dafp.titles import parse_title
from teiconv.model import OBJECT


def named(title, parties):
    """Return of each party what it is, its name, and the office beside the name of a person."""
    return [
        (
            party.kind.value,
            (party.name or party.phrase).of(title),
            party.office.of(title) if party.name and party.office else None,
        )
        for party in parties
    ]


TITLES = [
    ("7 Harland to Marsh", "7", [("persName", "Harland", None)], [("persName", "Marsh", None)]),
    (
        "12 Mr A. B. Harland, Minister to the Argentine, to Department of Works",
        "12",
        [("persName", "Mr A. B. Harland", "Minister to the Argentine")],
        [("orgName", "Department of Works", None)],
    ),
    (
        "13 Sir Ian Marsh, Consul in Lima, to Mr A. Harland, Prime Minister, and to Dr E. Voss, Minister for Trade",
        "13",
        [("persName", "Sir Ian Marsh", "Consul in Lima")],
        [("persName", "Mr A. Harland", "Prime Minister"), ("persName", "Dr E. Voss", "Minister for Trade")],
    ),
    (
        "14 Delegation, Postal Union, to Harland and Marsh",
        "14",
        [("orgName", "Delegation, Postal Union", None)],
        [("persName", "Harland", None), ("persName", "Marsh", None)],
    ),
    ("15 LETTER, HARLAND TO MARSH", "15", [("persName", "HARLAND", None)], [("persName", "MARSH", None)]),
    (f"16 Harland to Marsh {OBJECT}", "16", [("persName", "Harland", None)], [("persName", "Marsh", None)]),
    ("17 Harland, Trade Officer in Lima, 100 to Marsh", "17", [("persName", "Harland", "Trade Officer in Lima")], None),
    ("18 Harland to Marsh LIMA, 11 October 1947, 3 p.m.", "18", None, [("persName", "Marsh", None)]),
    ("22 Cablegram to Harland", "22", [], [("persName", "Harland", None)]),
    ("23 Cablegram From Harland to All Posts", "23", [("persName", "Harland", None)], [("orgName", "All Posts", None)]),
    ("24 Harland to Marsh Cablegram unnumbered", "24", None, [("persName", "Marsh", None)]),
    ("25 Harland to Marsh (in London)", "25", None, [("persName", "Marsh", None)]),
    ("19 Memorandum prepared for Delegation to Imperial Conference", "19", [], []),
]


@pytest.mark.parametrize(("title", "number", "sent", "received"), TITLES, ids=[case[0][:40] for case in TITLES])
def test_title_names_number_sender_and_recipient(title, number, sent, received):
    said = parse_title(title)
    assert said.number == number
    assert sent is None or named(title, said.sent) == sent
    assert received is None or named(title, said.received) == received


def test_title_of_a_record_names_who_spoke_or_wrote():
    title = "20 RECORD OF CONVERSATION BETWEEN HARLAND, MARSH AND VOSS"
    assert [name for _, name, _ in named(title, parse_title(title).participants)] == ["HARLAND", "MARSH", "VOSS"]
    title = "21 Report by Voss"
    assert named(title, parse_title(title).authors) == [("persName", "Voss", None)]
    assert parse_title(title).genre == "report"


def test_number_with_a_full_stop_is_none_of_this_series():
    assert parse_title("7. Memorandum From Harland to Marsh").number is None


OPENERS = [
    ("Cablegram UN47 NEW YORK, 22 May 1948, 2.01 p.m.", "cablegram", "UN47", "NEW YORK", "1948-05-22T14:01:00"),
    ("Cablegram 8 2 February 1938,", "cablegram", "8", None, "1938-02-02"),
    ("Cablegram unnumbered 15 November 1937,", "cablegram", None, None, "1937-11-15"),
    ("Letter 2 May 1947,", "letter", None, None, "1947-05-02"),
    ("Letter (air mail) LIMA, 9 September 1937", "letter", None, "LIMA", "1937-09-09"),
    ("Cablegrams 40, 65 LIMA, 16 April 1947", "cablegrams", "40, 65", "LIMA", "1947-04-16"),
    ("Memorandum [LIMA], 11 February 1947", "memorandum", None, "LIMA", "1947-02-11"),
    ("High Commission, Lima, 26 November 1972", None, None, "High Commission, Lima", "1972-11-26"),
    ("LIMA, 30 December 1941 Cablegram 168", "cablegram", "168", "LIMA", "1941-12-30"),
    ("E (PD) (37) 1 (extract) LIMA, 19 May 1937", None, None, "LIMA", "1937-05-19"),
    ("Cablegram 5 LIMA, 17 March 1942, 8.50 [p.m.]", "cablegram", "5", "LIMA", "1942-03-17T20:50:00"),
    ("Cablegram 5 LIMA, 8 November 1937, 4-02 p.m.", "cablegram", "5", "LIMA", "1937-11-08T16:02:00"),
    (f"Cablegram 5 {OBJECT} LIMA, 8 November 1937 {OBJECT}", "cablegram", "5", "LIMA", "1937-11-08"),
]


@pytest.mark.parametrize(("line", "genre", "number", "place", "when"), OPENERS, ids=[case[0] for case in OPENERS])
def test_opener_line(line, genre, number, place, when):
    said = parse_opener(line)
    assert said is not None
    assert said.date is not None
    assert (said.genre, said.number, said.place and line[slice(*said.place)]) == (genre, number, place)
    assert str(said.date.whole_value.when) == when


def test_date_that_the_editors_limit_is_no_day():
    said = parse_opener("LIMA, n.d. [on or after 9 June 1937]")
    assert said is not None
    assert said.date is not None
    assert said.date.value.attributes() == {"notBefore": "1937-06-09"}


def test_one_day_or_another_is_no_stretch_of_days():
    said = parse_opener("Cablegram 60 LIMA, 23 or 24 April 1937")
    assert said is not None
    assert said.date is not None
    assert said.date.value.attributes() == {"notBefore": "1937-04-23", "notAfter": "1937-04-24"}


def test_marking_may_stand_in_the_opener_line():
    said = parse_opener("Cablegram 5 17 March 1938 SECRET,")
    assert said is not None
    assert said.classification is not None
    assert said.classification.level == "Secret"


@pytest.mark.parametrize(
    "line", ["We met in Lima on 5 May 1947 and found that nothing had been done about it.", "LIMA", ""]
)
def test_sentence_is_no_opener(line):
    assert parse_opener(line) is None


MARKINGS = [
    ("MOST IMMEDIATE TOP SECRET", "Top Secret", (), ("Most Immediate",)),
    ("IMMEDIATE FOR THE PRIME MINISTER MOST SECRET", "Most Secret", ("For the Prime Minister",), ("Immediate",)),
    ("SECRET AND PERSONAL", None, ("Secret and Personal",), ()),
    ("SECRET [BRONX]", "Secret", ("BRONX",), ()),
]


@pytest.mark.parametrize(("line", "level", "handling", "precedence"), MARKINGS, ids=[case[0] for case in MARKINGS])
def test_line_of_markings(line, level, handling, precedence):
    said = parse_marking(line)
    assert said is not None
    found = said.classification
    if line.startswith("SECRET AND"):
        assert {found.level, *found.handling} - {None} in ({"Secret and Personal"}, {"Secret", "Personal"})
        return
    assert tuple(term.lower() for term in found.handling) == tuple(term.lower() for term in handling)
    assert (found.level, found.precedence) == (level, precedence)


def test_number_of_a_cable_stands_before_its_marking():
    said = parse_marking("6008. Top Secret")
    assert said is not None
    assert (said.number, said.classification.level) == ("6008", "Top Secret")


@pytest.mark.parametrize(
    "line", ["SECRET TREATIES", "THE IMMEDIATE FUTURE", "FOR THE RECORD", "Secret talks were held."]
)
def test_heading_is_no_marking(line):
    assert parse_marking(line) is None


SOURCES = [
    ("[AA : A838, 54/1/2, v]", "AA", ["A838", "54/1/2", "v"]),
    ("[AA:A838,1947,0.213/214]", "AA", ["A838", "1947, 0.213/214"]),
    ("[NAA: A868 VOLUME 14]", "NAA", ["A868", "VOLUME 14"]),
    ("[NAA: A838, 165/87 PART 1]", "NAA", ["A838", "165/87", "PART 1"]),
    ("[UKNA: PREM 11/32]", "UKNA", ["PREM 11/32"]),
    ("[PM &C : A694, MINUTE 30]", "PM &C", ["A694", "MINUTE 30"]),
    ("[AA:A444, [40]]", "AA", ["A444", "[40]"]),
]


@pytest.mark.parametrize(("line", "repository", "units"), SOURCES, ids=[case[0] for case in SOURCES])
def test_bracket_cites_archive_series_symbol_and_part(line, repository, units):
    archive = parse_source(line)
    assert archive is not None
    assert archive.repository == repository
    assert [unit.name for unit in archive.units] == units


def test_bracket_with_the_signature_after_it_cites_all_the_same():
    assert bracket_end(" [AA : A838, 54/1] HARLAND") == 18
    assert not is_source(" [AA : A838, 54/1] HARLAND")


@pytest.mark.parametrize(
    "line", ["[matter omitted]", "[Enclosure]", "[1] Document 12.", "[SECRET]", "[Note: not sent]"]
)
def test_other_brackets_cite_nothing(line):
    assert parse_source(line) is None


def notes_of(*paragraphs):
    """Return for each list the numbers of its notes, with ``+`` where the text calls one."""
    lists = find_lists(paragraphs)
    return [
        [f"{note.label}{'+' if call else ''}" for note, call in zip(section.notes, calls, strict=True)]
        for section, calls in zip(lists, find_calls(paragraphs, lists), strict=True)
    ]


TITLE, SOURCE = "1 Harland to Marsh", "[AA : A838, 54/1]"
NOTES = {
    "before the bracket": ((TITLE, "Seen. [1] Noted. [2]", "1 By Voss.", "2 In Lima.", SOURCE), [["1+", "2+"]]),
    "after the bracket": ((TITLE, "Seen. [1]", SOURCE, "1 By Voss."), [["1+"]]),
    "in the middle": (
        (
            TITLE,
            "Sent. [1]",
            "HARLAND",
            "1 Today.",
            "Enclosure",
            "Seen. [1] Noted. [2]",
            "1 By Voss.",
            "2 In Lima.",
            SOURCE,
        ),
        [["1+"], ["1+", "2+"]],
    ),
    "run on": (
        (TITLE, "Seen [1] by [2] all. [3]", "1 Document 12 2 Voss.", "3 In Lima.", SOURCE),
        [["1+", "2+", "3+"]],
    ),
    "with the rest in the next paragraph": (
        (TITLE, "Seen. [1] Noted. [2]", "1 By E. M.", "Voss.", "2 In Lima.", SOURCE),
        [["1+", "2+"]],
    ),
    "in brackets": ((TITLE, "Seen. [1] Noted. [2]", " _[1] By Voss.", "[2] In Lima.", SOURCE), [["1+", "2+"]]),
    "a call that begins a paragraph": (
        (TITLE, "Seen by Voss.", "[1] They went home. [2]", "1 E. Voss.", "2 Today.", SOURCE),
        [["1+", "2+"]],
    ),
    "brackets of the editors": ((TITLE, "On [15] [1] May [2]", "1 Mended.", "2 Today.", SOURCE), [["1+", "2+"]]),
    "nothing calls it": ((TITLE, "Seen.", "1 Document 12.", SOURCE), [["1"]]),
    "a bracket moved below the bracket": ((TITLE, "Seen. [1]", "1 By Voss.", SOURCE, " [6.] All is well."), [["1+"]]),
    "rows of a table": ((TITLE, "Ships. [1]", "1 Cruiser", "2 Frigates", "They sail.", "1 Today.", SOURCE), [["1+"]]),
    "numbered paragraphs": ((TITLE, "1. First.", "2. Then.", SOURCE), []),
}


@pytest.mark.parametrize("case", NOTES)
def test_list_of_notes(case):
    paragraphs, expected = NOTES[case]
    assert notes_of(*paragraphs) == expected


def test_day_of_a_month_begins_no_note():
    (section,) = find_lists([TITLE, "Seen. [1] Noted. [2]", "1 On 2 June 1947. 2 Voss.", SOURCE])
    second = section.notes[1].pieces[0]
    assert "1 On 2 June 1947. 2 Voss."[second.start : second.end] == "2 Voss."


def test_number_before_a_small_letter_begins_no_note():
    (section,) = find_lists([TITLE, "Seen. [1] Noted. [2]", "1 Article 2 read: 'All'.", SOURCE])
    assert [note.label for note in section.notes] == [1]


def test_series_is_recognised_by_title_opener_bracket_and_calls():
    text = "7 Harland to Marsh\n\nCablegram 5 LIMA, 8 May 1947\n\nSeen. [1]\n\n1 By Voss.\n\n[AA : A838, 54/1]"
    assert score(text) == pytest.approx(1.0)
    assert score(text.replace("7 Harland", "7. Harland")) == 0
    assert score("") == 0
    assert score("1 First, we went home.\n\n2 Then we slept.") < 0.5
