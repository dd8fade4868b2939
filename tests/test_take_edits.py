"""What an editor changed in a TEI file becomes decisions, and the text with them makes the file again."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from test_editing import TEXT

import teiconv
from teiconv.cli import main
from teiconv.editing.edits.take import Editing, Taken, take_edits
from teiconv.editing.edits.words import changed_words
from teiconv.editing.words import corrected
from teiconv.formats.tei.read import read
from teiconv.model import Element, transform
from teiconv.options import Options

TEI = teiconv.to_tei(TEXT).decode()


def taken(*edits: tuple[str, str]) -> Taken:
    edited = TEI
    for old, new in edits:
        assert old in edited, old
        edited = edited.replace(old, new, 1)
    return take_edits(edited.encode(), TEXT.encode(), "d12.txt", Editing(Options(), who="Ada"))


def said(found: Taken) -> list[tuple[str, str, tuple[tuple[str, str], ...]]]:
    return [(str(one.kind), one.words, one.values) for one in found.decisions]


@pytest.mark.parametrize(
    ("old", "new", "decision"),
    [
        ("Zenda", "Hentzau", ("text", "Zenda", (("to", "Hentzau"),))),
        ("saw <pers", "saw old <pers", ("text", "saw Rupert", (("to", "saw old Rupert"),))),
        ("Zenda", "<placeName>Zenda</placeName>", ("place", "Zenda", (("is", "place"),))),
        ("April 3", '<date when="1971-04-03">April 3</date>', ("date", "April 3", (("when", "1971-04-03"),))),
        (
            'quantity="1"',
            'quantity="2"',
            ("gap", "[1 line not declassified]", (("reason", "not-declassified"), ("unit", "line"), ("quantity", "2"))),
        ),
        ('<ref target="#d11">Document 11</ref>', "Document 11", ("reference", "Document 11", (("is", "nothing"),))),
        ('<persName ref="#p_SMITH1">Smith</persName> and', "Smith and", ("person", "Smith", (("is", "nothing"),))),
        ("<creation", "<creation", None),
    ],
)  # fmt: skip
def test_an_edit_is_a_decision(old, new, decision):
    found = taken((old, new))
    assert said(found) == ([decision] if decision else [])
    assert found.left == ()
    assert all(one.who == "Ada" and one.document == "d12" and one.at for one in found.decisions)


def test_a_title_of_the_header_is_a_decision():
    found = taken(("<title>Telegram From", "<title>Cable from"))
    assert said(found) == [("title", "", (("is", "Cable from the Embassy in Ruritania to the Department of State"),))]


def test_a_heading_that_was_a_paragraph_is_a_decision():
    title = ("<p>Background</p>", '<div type="section"><p rend="sectiontitle">Background</p>')
    found = taken(title, ("<p>Burlesdon</p>", "<p>Burlesdon</p></div>"))
    assert said(found) == [("block", "Background", (("is", "heading"),))]
    assert found.left == ()


def test_a_call_that_was_moved_is_where_it_was_moved_to():
    note = re.search(r'<note n="2".*?</note>', TEI)[0]
    found = taken((note, ""), ("Smith</persName> and", f"Smith</persName>{note} and"))
    assert found.left == ()
    document = teiconv.read_text(TEXT, Options(decisions=found.decisions))
    (moved,) = (one for one in document.notes if one.label == "2")
    assert document.text[: moved.end].endswith("Smith2")


def test_what_no_decision_can_say_is_named():
    found = taken(("Zenda", '<hi rend="italic">Zenda</hi>'))
    assert found == Taken((), ("div/p[1]: no decision can say what was changed here",))


@pytest.mark.parametrize(
    ("old", "new", "left"),
    [
        ("April 3", "<date>April 3</date>", "the date “April 3” does not say what it is"),
        ("<surname>Rupert<", "<surname>Hentzau<", "person p_RUPERT1: no decision can say what was changed here"),
        ("Zenda", '<persName ref="#p_X1"/>Zenda', "div/p[1]: no decision can say what was changed here"),
    ],
    ids=["an element that says nothing", "a list of the file", "an element without words"],
)
def test_what_no_decision_can_say_of_names_and_dates_is_named(old, new, left):
    found = taken((old, new))
    assert found.decisions == ()
    assert found.left[0].partition(";")[0] == left


def test_a_call_that_became_a_numeral_calls_nothing():
    note = re.search(r'<note n="2".*?</note>', TEI)[0]
    first = re.search(r'<note n="1".*?</note>', TEI, re.S)[0]
    found = taken((note, "2"), (first, first + note.replace("<note ", '<note anchored="false" ')))
    assert said(found) == [("call", "agreed.2", (("is", "nothing"),))]


def test_where_words_repeat_for_ever_the_change_is_named_and_nothing_else_compared():
    text = f"12. Memorandum\n\n{'ha ' * 60}said he.\n"
    edited = teiconv.to_tei(text).decode().replace("ha " * 60, "ha " * 22 + "oh " + "ha " * 38)
    found = take_edits(edited.encode(), text.encode(), "d12.txt", Editing(Options()))
    assert found == Taken((), ("the text was changed in more than its words: nothing else could be compared",))


def test_an_id_that_was_added_in_the_header_is_named():
    found = taken(("<date when", '<date xml:id="arrival" when'))
    assert found == Taken((), ("date “arrival”: no decision can keep its xml:id",))


def test_a_person_whom_no_list_has_is_named_and_is_no_decision():
    found = taken(("Zenda", '<persName ref="#p_XX1">Zenda</persName>'))
    why = "no list has the person p_XX1, and the decision gives no name: “Zenda”"
    assert found.decisions == ()
    assert found.left[0] == f"person “Zenda”: {why}"


def test_a_file_that_cannot_be_read_is_named_as_itself():
    editing = Editing(Options(), who="Ada", edited="tei/d12.xml")
    with pytest.raises(teiconv.TeiconvError, match=r"^tei/d12\.xml"):
        take_edits(TEI.replace("</p>", "", 1).encode(), TEXT.encode(), "d12.txt", editing)


def test_a_note_that_was_added_is_named_and_changes_no_words():
    found = taken(("annexes", 'an<note type="editorial">Look here.</note>nexes'), ("Zenda", "Hentzau"))
    assert said(found) == [("text", "Zenda", (("to", "Hentzau"),))]
    assert found.left == ("note “Look here.”: no decision can add a note",)


def test_a_paragraph_that_was_split_is_split_in_the_text():
    found = taken(("one by one, ", "one by one,</p><p>"))
    assert said(found) == [("text", "one, until", (("to", "one,\n\nuntil"),))]
    assert found.left == ()


def test_a_date_changed_in_the_dateline_is_one_decision_and_the_header_follows():
    found = taken(
        (
            '<date when="1971-05-05T16:05:00Z">May 5, 1971, 1605Z</date>.</dateline>',
            '<date when="1971-05-06">May 5, 1971, 1605Z</date>.</dateline>',
        )
    )
    assert said(found) == [("date", "May 5, 1971, 1605Z", (("when", "1971-05-06"),))]
    assert teiconv.read_text(TEXT, Options(decisions=found.decisions)).date.begin == "1971-05-06"


def test_what_was_changed_in_the_header_is_named_if_no_decision_can_say_it():
    found = taken(("<p>Unpublished working file</p>", "<p>Published by me</p>"))
    assert found == Taken((), ("teiHeader/publicationStmt/p[1]: no decision can say what was changed here",))


def test_a_person_who_is_new_in_the_file_has_the_name_that_the_file_gives():
    person = (
        '<person xml:id="p_RH"><persName><surname>Hentzau</surname>, <forename>Rupert</forename></persName></person>'
    )
    found = taken(
        ("</listPerson>", f"{person}</listPerson>"),
        ("of Hentzau", 'of <persName ref="#p_RH">Hentzau</persName>'),
    )
    assert said(found) == [("person", "Hentzau", (("is", "p_RH"), ("name", "Hentzau, Rupert")))]


WORDS = st.lists(st.sampled_from(["a", "the", "net", "nets", "sea.", "(old)", "Zenda", "1868,", "“so”"]), max_size=12)


@given(WORDS, WORDS)
def test_changed_words_make_the_one_text_of_the_other(before, after):
    before, after = (" ".join(["Here:", *words, "END"]) for words in (before, after))
    text, missed = corrected(before, changed_words(before, after))
    assert (text, missed) == (after, {})


@pytest.mark.parametrize(
    ("before", "after", "named"),
    [
        ("Here the the the cat sat", "Here the the a cat sat", [("the", 3, "a")]),
        ("x y x y x", "x y y x y x", [("x y", 1, "x y y")]),
        ("one two", "one, two", [("one two", None, "one, two")]),
        ("of the  day", "of the night", [("the day", None, "the night")]),
        ("recognise it", "recognize it", [("recognise", None, "recognize")]),
        ("end", "end and more", [("end", None, "end and more")]),
        ("May 5 , 1971", "May 6, 1971", [("May 5 ,", None, "May 6,")]),
    ],
)
def test_the_words_that_a_change_of_words_names(before, after, named):
    changes = list(changed_words(before, after))
    assert [(one.words, one.nth, dict(one.values)["to"]) for one in changes] == named
    assert corrected(before, changes) == (after, {})


PLACES = ["Foreign Minister", "Zenda", "agreed", "was read", "annexes", "Background", "Burlesdon", "See ", "Secret"]
NEW = ["the late", "Hentzau", "—", "x & y", "nobody (1)", "1,000", "“No!”"]


@settings(deadline=None, max_examples=25)
@given(st.dictionaries(st.sampled_from(PLACES), st.sampled_from(NEW), min_size=1, max_size=4))
def test_an_edit_of_words_changes_just_these_words_in_the_text(edits):
    """The law: edit the TEI, take the edits, convert the text anew: the text that comes back is the edited one."""
    edited, text = TEI, TEXT
    for old, new in edits.items():
        written = new.replace("&", "&amp;")
        head, body = edited.split("<body>")
        edited, text = f"{head}<body>{body.replace(old, written, 1)}", text.replace(old, new, 1)
    found = take_edits(edited.encode(), TEXT.encode(), "d12.txt", Editing(Options()))
    again = teiconv.to_tei(TEXT, Options(decisions=found.decisions))
    assert teiconv.to_text(again) == teiconv.to_text(edited.encode()) == text


def run(*arguments: object) -> str:
    done = CliRunner().invoke(main, [*map(str, arguments)])
    assert done.exit_code == 0, done.output
    return done.output


def test_convert_takes_edits_and_keeps_a_copy(tmp_path: Path):
    memo, tei, file = tmp_path / "d12.txt", tmp_path / "d12.xml", tmp_path / "decisions.toml"
    memo.write_text(TEXT, encoding="utf-8")
    run("convert", memo, "-o", tei)
    edited = tei.read_text(encoding="utf-8").replace("Zenda", "<hi>Zenda</hi>").replace("April 3", "April 4")
    tei.write_text(edited, encoding="utf-8")
    output = run("convert", memo, "-o", tei, "--take-edits", file, "--editor", "Ada")
    assert "1 decision made from its edits" in output
    assert "no decision made: div/p[1]: no decision can say what was changed here" in output
    assert "April 4" in tei.read_text(encoding="utf-8")
    assert [copy.read_text(encoding="utf-8") for copy in tmp_path.glob("*.bak")] == [edited]
    assert memo.read_text(encoding="utf-8") == TEXT


def test_a_batch_takes_edits_and_the_next_run_honours_them(tmp_path: Path):
    source, target, file = tmp_path / "texts", tmp_path / "tei", tmp_path / "decisions.toml"
    source.mkdir()
    for name in ("d12", "d13"):
        (source / f"{name}.txt").write_text(TEXT.replace("12.", f"{name[1:]}."), encoding="utf-8")
    run("batch", source, target, "-j", 1)
    tei = target / "d13.xml"
    edited = tei.read_text(encoding="utf-8").replace("Zenda", "<placeName>Hentzau</placeName>")
    tei.write_text(edited, encoding="utf-8")
    assert "1 kept as edited" in run("batch", source, target, "-j", 1)
    output = run("batch", source, target, "-j", 1, "--take-edits", file, "--editor", "Ada")
    assert "d13.xml: 2 decisions made from its edits" in output
    assert "not taken" not in output
    assert "1 converted, 1 unchanged, 0 failed" in output
    assert 'resp="#ed_A1.d13"' in tei.read_text(encoding="utf-8")
    assert "0 converted, 2 unchanged" in run("batch", source, target, "-j", 1, "--decisions", file)
    assert teiconv.to_text(tei.read_bytes()) == TEXT.replace("12.", "13.").replace("Zenda", "Hentzau")


@pytest.mark.parametrize(
    ("old", "new", "left"),
    [
        ("Zenda", "Zenda<!-- look here -->", "comment “look here”: no decision can keep it"),
        ("Zenda", 'Zenda<?oxygen a="1"?>', "instruction oxygen “a=\"1\"”: no decision can keep it"),
        ("<TEI", "<!-- mine --><TEI", "comment “mine”: no decision can keep it"),
        ('xml:id="d12fn2"', 'xml:id="mine"', "div/p[3]/note[1]: no decision can say what was changed here"),
        ('<p>Background</p>', '<p xml:id="b">Background</p>', "div/p[2]: no decision can say what was changed here"),
        ("<fileDesc>", "<fileDesc><extent>3</extent>", "fileDesc/extent: no decision can add it"),
        ('<language ident="en"', '<language ident="en-GB"', "header: “language” takes a code, not “en-GB”"),
    ],
)  # fmt: skip
def test_what_no_text_and_no_decision_can_keep_is_named_and_changes_nothing(old, new, left):
    found = taken((old, new))
    assert (found.decisions, found.left[0]) == ((), left)
    assert found.left[1:] in ((), ("header: its header could not be decided",))


def test_an_impossible_date_is_named_and_does_not_come_into_the_file():
    found = taken(("April 3", '<date when="1971-02-30">April 3</date>'))
    assert found.decisions == ()
    assert found.left[0] == "date “April 3”: “when”: there is no day 1971-02-30"


def test_edits_of_a_document_whose_id_was_changed_are_about_the_document_of_the_text():
    found = taken(('n="12" xml:id="d12"', 'n="12" xml:id="other"'), ("Zenda", "Hentzau"))
    assert [one.document for one in found.decisions] == ["d12"]
    assert found.left == ("div: no decision can say what was changed here",)


EDITS = [
    ("Zenda", "Hentzau"),
    ("annexes", "two annexes"),
    ("Burlesdon", "Lord Burlesdon"),
    ("April 3", '<date when="1971-04-03">April 3</date>'),
    ("treaty", "<placeName>treaty</placeName>"),
    ("nobody", '<hi rend="italic">nobody</hi>'),
    ("wanted", "wanted<!-- so it says -->"),
    ('quantity="1"', 'quantity="2"'),
    ('xml:id="d12fn2"', 'xml:id="mine"'),
    ("<p>Background</p>", "<p>Foreground</p>"),
    ('<ref target="#d11">Document 11</ref>', "Document 11"),
    ("<title>Telegram From", "<title>Cable from"),
    ("one by one, ", "one by one,</p><p>"),
    ('when="1971-05-05T16:05:00Z">May', 'when="1971-05-06">May'),
    ("<fileDesc>", "<fileDesc><extent>3 pages</extent>"),
]
UNDIVIDED = frozenset({"xml:id", "xml:space", "resp", "cert"})


def without_attributes(element: Element) -> Element:
    """Return an element without what says who did it, how sure that is, and how the file is laid out."""

    def bare(node: Element) -> Element:
        return node.having(**{name.replace(":", "_"): None for name in UNDIVIDED if node.get(name) is not None})

    return transform(bare(element), bare)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(EDITS), min_size=1, max_size=4, unique=True))
def test_whatever_is_edited_is_made_again_or_something_is_named(edits):
    edited = TEI
    for old, new in edits:
        edited = edited.replace(old, new, 1)
    found = take_edits(edited.encode(), TEXT.encode(), "d12.txt", Editing(Options(), who="Ada"))
    if not found.left:
        again = teiconv.to_tei(TEXT, Options(decisions=found.decisions))
        assert without_attributes(read(again).body) == without_attributes(read(edited.encode()).body)
        assert teiconv.read_tei(again).title == teiconv.read_tei(edited.encode()).title
    assert teiconv.to_text(teiconv.to_tei(TEXT, Options(decisions=found.decisions))) == teiconv.to_text(edited.encode())


def test_edits_are_those_of_a_file_that_is_named(tmp_path: Path) -> None:
    (tmp_path / "memo.txt").write_text("Memo")
    done = CliRunner().invoke(main, ["convert", str(tmp_path / "memo.txt"), "--take-edits", str(tmp_path / "e.toml")])
    assert (done.exit_code, "give -o" in done.stderr) == (2, True)
