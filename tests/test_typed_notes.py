"""Lists of notes typed in other ways than the canonical one: the marker is kept as the note's label."""

from __future__ import annotations

import re

import pytest

from teiconv import to_tei, validate
from teiconv.convert import to_bytes

MARKERS = ["[{}] ", "{}/ ", "  {}.  ", "{}) "]


@pytest.mark.parametrize("marker", MARKERS)
@pytest.mark.parametrize("rule", ["--------\n", "Notes:\n"])
def test_typed_list_of_notes(marker, rule):
    call = marker.strip().rstrip(".)")
    first, second = (marker.format(number) for number in (1, 2))
    text = (
        f"Meeting With President Velasco\n\nThe President met Velasco.{call.format(1)} He said no.{call.format(2)}\n\n"
        f"{rule}{first}See Tab A.\n{second}Not found.\n"
    )
    tei = to_tei(text)
    assert tei.count(b"<note n=") == 2
    assert b"<label" in tei
    assert to_bytes(tei).decode() == text
    assert validate(tei) == []


TITLE = "18. Memorandum From Peter Brown to the Secretary of State"
OTHER_WAYS = [
    ("brackets in the text, none in the list", "[{}]", "{} {}\n"),
    ("labels alone on their lines", "{}", "{}\n{}\n"),
    ("labels alone, with empty lines", "{}", "{}.\n\n{}\n\n"),
    ("labels in brackets, alone", " [{}]", "[{}]\n{}\n\n"),
    ("parentheses", "({})", "({}) {}\n"),
    ("parentheses in the text, none in the list", "({})", "{}. {}\n"),
]


@pytest.mark.parametrize(("kind", "call", "listed"), OTHER_WAYS, ids=[way[0] for way in OTHER_WAYS])
def test_the_numeral_of_a_note_is_its_number_however_it_is_called(kind, call, listed):
    notes = "".join(listed.format(*note) for note in ((1, "Source: S/S Files. Secret."), (2, "On July 3.")))
    text = f"{TITLE}{call.format(1)}\n\nWashington, July 7, 1961.\n\nThey met twice.{call.format(2)}\n\n{notes}"
    tei = to_tei(text)
    assert re.findall(rb'<note n="(\d)"', tei) == [b"1", b"2"]
    assert b'type="source"' in tei
    assert to_bytes(tei).decode() == text
    assert validate(tei) == []


@pytest.mark.parametrize("listed", ["({}) ", "{}. "])
@pytest.mark.parametrize("said", ["It has (1) nets and (2) boats.", "By section 4(1) and 4(2) he may fish."])
def test_a_numeral_in_parentheses_behind_no_word_calls_nothing(said, listed):
    text = f"Nets\n\n{said}\n\n{listed.format(1)}The nets are torn.\n{listed.format(2)}The boats are old.\n"
    tei = to_tei(text)
    assert b"<note" not in tei
    assert to_bytes(tei).decode() == text


def test_notes_that_begin_with_0():
    text = (
        f"{TITLE}0\n\nWashington, July 7, 1961.\n\nThey met twice.1\n\n  1. Source: S/S Files. Secret.\n  2. In July."
    )
    tei = to_tei(text)
    assert re.findall(rb'<note n="(\d)"[^>]* xml:id="(\w+)"', tei) == [(b"0", b"d18fn0"), (b"1", b"d18fn1")]
    assert b'<roleName type="to">Secretary of State</roleName>' in tei
    assert to_bytes(tei).decode() == text
    assert validate(tei) == []


def test_the_last_paragraph_of_a_cable_is_no_note():
    text = (
        "R 071630Z JUL 69\nFM AMEMBASSY FREEDONIA\nTO SECSTATE WASHDC\nC O N F I D E N T I A L FREEDONIA 2481\n\n"
        "SUBJECT: MEETING\n\n  1. MINISTER WILL RECEIVE ME.\n"
    )
    tei = to_tei(text)
    assert b"<note" not in tei
    assert b"1. MINISTER WILL RECEIVE ME." in tei
    assert to_bytes(tei).decode() == text


SOURCE = "/1/Source: S/S Files. Secret."
BELOW = [
    ("below the paragraph that calls them", 2, ["DATE", SOURCE, "They met./2/ So what.", "/2/In July.", "So."]),
    ("at the end", 1, ["DATE", "They met twice./2/", SOURCE, "/2/In July."]),
    ("two in a paragraph", 1, ["DATE", "They met/2/ twice./3/", SOURCE, "/2/In July.", "/3/In May."]),
]


@pytest.mark.parametrize(("kind", "places", "paragraphs"), BELOW, ids=[kind for kind, *_ in BELOW])
def test_notes_between_strokes(kind, places, paragraphs):
    text = "\n\n".join([f"{TITLE}/1/", *paragraphs]).replace("DATE", "Washington, July 7, 1961.")
    tei = to_tei(text)
    assert re.findall(rb'<note n="(\d)"', tei) == [label.encode() for label in re.findall(r"/(\d)/[SI]", text)]
    assert tei.count(b'<milestone unit="notes"/>') == places
    assert b'type="source"' in tei
    assert b'<roleName type="to">Secretary of State</roleName>' in tei
    assert b"<lb/>" not in tei
    assert to_bytes(tei).decode() == text
    assert validate(tei) == []


@pytest.mark.parametrize(
    "below", ["/3/In July.", "/1/In July.\n\n/1/In May.", "/2/ of them.", "/1/So.\n\nNo.\n\n/2/So."]
)
def test_strokes_that_call_nothing_stay_as_they_are(below):
    text = f"{TITLE}\n\nWashington, July 7, 1961.\n\nIn 1/2 of the cases, and/2/ more, he left.\n\n{below}\n"
    tei = to_tei(text)
    assert b"<note" not in tei
    assert to_bytes(tei).decode() == text


@pytest.mark.parametrize("labels", [("  1. ", "  2. "), ("", "")], ids=["numbered", "without labels"])
def test_the_arrow_back_to_the_call_is_no_text_of_the_note(labels):
    first, second = labels
    text = f"{TITLE}1\n\nWashington, July 7, 1961.\n\nThey met.2\n\n{first}Source: S/S Files.↩\n{second}In July. ↩︎\n"
    tei = to_tei(text)
    assert re.findall(rb'<note n="(\d)"', tei) == [b"1", b"2"]
    assert '<fw type="back">↩</fw></note>'.encode() in tei
    assert to_bytes(tei).decode() == text
    assert validate(tei) == []


OPENER = "MEMORANDUM FOR THE RECORD\n\nWashington, May 5, 1954.\n\n"
SIGNED = "The treaty* was signed.1 It was not published. We met again the next day, and they said nothing of it.2\n\n"
SIGNED_LATER = "The treaty was signed.1 It was not published. We met again the next day.2 They had no copy* of it.\n\n"
NUMBERED = "1. In Lisbon.\n2. So they said."
AMONG_SIGNS = [
    ("directly above", SIGNED, f"* Not printed.\n{NUMBERED}", ["*", "1", "2"]),
    ("above, apart", SIGNED, f"* Not printed.\n\n{NUMBERED}", ["*", "1", "2"]),
    ("below, apart", SIGNED_LATER, f"{NUMBERED}\n\n* Not printed.", ["1", "2", "*"]),
    ("below, indented", SIGNED_LATER, "  1. In Lisbon.\n  2. So they said.\n\n  * Not printed.", ["1", "2", "*"]),
]


@pytest.mark.parametrize(("where", "prose", "notes", "labels"), AMONG_SIGNS, ids=[one[0] for one in AMONG_SIGNS])
def test_a_note_with_a_sign_beside_numbered_notes_is_one_of_the_list(where, prose, notes, labels):
    text = f"{OPENER}{prose}{notes}\n"
    tei = to_tei(text)
    assert re.findall(r'<note n="([^"]+)" xml', tei.decode()) == labels
    assert "anchored" not in tei.decode()
    assert to_bytes(tei).decode() == text
    assert validate(tei) == []


def test_a_note_with_a_sign_that_the_list_has_too_late_is_not_called():
    text = f"{OPENER}{SIGNED}{NUMBERED}\n\n* Not printed.\n"
    tei = to_tei(text)
    notes = re.findall(r'<note n="([^"]+)" (?:anchored="(\w+)")?', tei.decode())
    assert notes == [("1", ""), ("2", ""), ("*", "false")]
    assert to_bytes(tei).decode() == text


def test_a_star_that_no_word_has_begins_no_note():
    text = f"{OPENER}{SIGNED.replace('*', '')}* We went home.\n\n{NUMBERED}\n"
    assert re.findall(r'<note n="([^"]+)"', to_tei(text).decode()) == ["1", "2"]


def test_a_numeral_among_notes_with_signs_begins_a_note_that_the_text_calls():
    prose = "The blockade* was raised on the 3rd.† The captain landed 42 men1 at the custom house.[2]\n\n"
    text = f"{OPENER}{prose}* In August.\n† Not printed.\n1 So they said.\n[2] Burned in 1894.\n"
    tei = to_tei(text)
    assert re.findall(r'<note n="([^"]+)"', tei.decode()) == ["*", "†", "1", "2"]
    assert "anchored" not in tei.decode()
    assert to_bytes(tei).decode() == text
    assert validate(tei) == []


@pytest.mark.parametrize("prose", ["landed 42 men at", "landed 42 men7 at"])
def test_a_numeral_that_the_text_does_not_call_goes_on_with_a_note_with_a_sign(prose):
    prose = f"The blockade* was raised on the 3rd.† The captain {prose} the custom house.[3]\n\n"
    text = f"{OPENER}{prose}* In August.\n† Not printed. Of the men,\n2 were wounded.\n[3] Burned in 1894.\n"
    assert re.findall(r'<note n="([^"]+)"', to_tei(text).decode()) == ["*", "†", "3"]
