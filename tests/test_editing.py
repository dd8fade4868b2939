"""Decisions of editors: each kind is carried out, marked as the editor's, and told where it cannot be."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

import teiconv
from teiconv.cli import main
from teiconv.convert import converted
from teiconv.editing.file import contradictions, load_decisions, read_decisions, write_decision, write_decisions
from teiconv.editing.vocabulary import NEEDS, VALUES, unknown_value
from teiconv.errors import TeiconvError
from teiconv.model import descendants
from teiconv.model.decision import Decision, Kind
from teiconv.names.lists.load import load_persons
from teiconv.options import Options
from teiconv.validation.schemas import project_schemas

TEXT = """12. Telegram From the Embassy in Ruritania to the Department of State1

Strelsau, May 5, 1971, 1605Z.

1. On April 3 Foreign Minister Rupert saw Rupert of Hentzau in Zenda. [1 line not declassified]

Background

2. Smith and Smith agreed.2 The treaty of 1868 was read, as were its annexes, one by one, until nobody in the hall
wanted to hear another word of them.

Burlesdon

  1. Source: National Archives, RG 59, Central Files, POL 7 RUR. Secret.
  2. See Document 11.
"""
PERSONS = b"Smith, John, Ambassador to Ruritania\nSmith, Jane, Department of State\n"


def decided(*tables: str, name: str = "<input>", **options) -> teiconv.Document:
    decisions = load_decisions([("d.toml", "\n\n".join(tables).encode())])
    return teiconv.read_text(TEXT, Options(decisions=decisions, **options), name=name)


def tei_of(*tables: str) -> str:
    decisions = load_decisions([("d.toml", "\n\n".join(tables).encode())])
    return teiconv.to_tei(TEXT, Options(decisions=decisions)).decode()


def table(kind: str, **values: object) -> str:
    lines = [f"{key.rstrip('_')} = {value if isinstance(value, int) else repr(value)}" for key, value in values.items()]
    return "\n".join([f"[[{kind}]]", *lines])


def test_a_person_is_another_one():
    persons = load_persons([("persons.txt", PERSONS)])
    jane = next(person.id for person in persons.persons if "Jane" in person.name.text)
    document = decided(table("person", document="d12", words="Smith", nth=2, is_=jane, who="Ada"), persons=persons)
    first, second = (one for one in document.mentions if one.text == "Smith")
    assert second.persons == (jane,)
    assert (second.element.get("resp"), second.certainty) == ("#ed_A1", "high")
    assert first.element.get("resp") is None


def test_a_person_who_is_in_no_list_has_a_name():
    document = decided(table("person", words="Rupert of Hentzau", is_="p_RH", name="Hentzau, Rupert of"))
    assert "p_RH" in [person.id for person in document.persons]


def test_a_person_whom_nobody_knows_is_told():
    document = decided(table("person", document="d12", words="Smith", is_="p_XX"))
    assert document.told == (
        "d.toml:1: decision not carried out: no list has the person p_XX, and the decision gives no name: “Smith”",
    )


def test_words_are_no_person():
    document = decided(table("person", words="Smith", is_="nothing"))
    assert "Smith" not in [one.text for one in document.mentions]


def test_a_date_has_a_value_that_its_words_do_not_have():
    tei = tei_of(table("date", words="April 3", when="1971-04-03", who="Ada"))
    assert '<date when="1971-04-03" resp="#ed_A1" cert="high">April 3</date>' in tei


def test_an_editor_may_date_against_the_words():
    tei = tei_of(table("date", document="d12", words="May 5, 1971, 1605Z", when="1971-06-05", who="Ada"))
    assert '<date when="1971-06-05" resp="#ed_A1" cert="high">' in tei
    assert teiconv.read_tei(tei.encode()).date.begin == "1971-06-05"


def test_a_document_has_bounds():
    document = decided(table("date", document="d12", notBefore="1971-05-01", notAfter="1971-05-31"))
    assert dict(document.date.attributes)["notAfter"] == "1971-05-31"


def test_a_gap_has_another_measure():
    (gap,) = decided(table("gap", words="1 line not declassified", quantity=3)).gaps
    assert (gap.quantity, gap.unit) == (3, "line")


def test_words_are_no_gap():
    document = decided(table("gap", words="1 line not declassified", is_="nothing"))
    assert document.gaps == ()
    assert document.text == TEXT.strip("\n")


def test_words_are_a_place():
    assert "<placeName" in tei_of(table("place", words="Zenda", is_="place"))


def test_words_are_a_reference():
    document = decided(table("reference", words="treaty of 1868", target="https://example.org/1868"))
    assert ("https://example.org/1868",) in [one.targets for one in document.references]


def test_a_reference_is_none():
    assert decided(table("reference", words="Document 11", is_="nothing")).references == ()


def test_a_paragraph_is_a_heading_and_a_heading_a_paragraph():
    prose = (
        "The fisheries of the northern coast have grown in each of the last five years, and will as long as nets hold."
    )
    text = f"7. Paper on Nets\n\n{prose}\n\nRecommendation\n\n{prose}\n"
    assert 'type="section"' in teiconv.to_tei(text).decode()
    decisions = load_decisions([("d.toml", table("block", words="Recommendation", is_="paragraph").encode())])
    assert 'type="section"' not in teiconv.to_tei(text, Options(decisions=decisions)).decode()
    tei = tei_of(table("block", document="d12", words="2. Smith and Smith…", is_="heading", who="Ada"))
    assert re.search(r'<p resp="#ed_A1" cert="high" rend="sectiontitle">2. <persName', tei)


@pytest.mark.parametrize(
    ("words", "kind"),
    [("SUBJECT", "paragraph"), ("SUBJECT", "heading"), ("Burlesdon", "signature"), ("Burlesdon", "heading")],
)
def test_a_block_that_cannot_be_so_there_costs_nothing_else(words, kind):
    """The label of a list, a signature: the rest of the document stands, and the decision is told or holds already."""
    text = TEXT.replace("1. On", "SUBJECT\n\n  • The visit\n\nOn").replace("Burlesdon", "Sincerely,\n\nBurlesdon")
    decisions = load_decisions([("d.toml", table("block", document="d12", words=words, is_=kind).encode())])
    proof = converted(text, Options(decisions=decisions), schemas=project_schemas())
    assert (proof.document.number, proof.document.date is None) == ("12", False)
    assert not any("plain paragraphs" in told for told in proof.told)
    assert len(proof.document.decisions) + len(proof.document.undone) == 1


def test_a_date_of_the_dateline_that_is_none_gives_the_header_none():
    document = decided(table("date", words="May 5, 1971, 1605Z", is_="nothing"))
    assert document.date is None


def test_a_sender_who_is_in_the_list_has_the_name_of_the_list():
    persons = load_persons([("persons.txt", PERSONS)])
    jane = next(person for person in persons.persons if "Jane" in person.name.text)
    document = decided(table("sender", document="d12", is_=jane.id), persons=persons)
    assert [(agent.name, agent.ref) for agent in document.sender] == [("Smith, Jane", f"#{jane.id}")]


def test_a_place_in_the_text_that_is_not_there_is_told_with_their_number():
    (told,) = decided(table("place", document="d12", words="Rupert", nth=7, is_="place")).told
    assert "the text has these words 2 times, and not 7: “Rupert”" in told


def test_a_new_measure_of_a_gap_takes_the_old_one_away():
    text = TEXT.replace("[1 line not declassified]", "[less than 1 line not declassified]")
    decisions = load_decisions(
        [("d.toml", table("gap", words="less than 1 line not declassified", quantity=3).encode())]
    )
    (gap,) = teiconv.read_text(text, Options(decisions=decisions)).gaps
    assert (gap.quantity, gap.at_most, gap.extent) == (3, None, None)


def test_a_numeral_calls_another_note():
    """``agreed.2`` is no call here, but the 8 of 1868 …: the note goes where the editor says."""
    text = TEXT.replace("agreed.2", "agreed in 2.").replace("was read,", "was read2,")
    decisions = load_decisions([("d.toml", table("call", words="was read2", is_="2", who="Ada").encode())])
    document = teiconv.read_text(text, Options(decisions=decisions))
    note = next(note for note in document.notes if note.label == "2")
    assert document.text[: note.end].endswith("was read2")
    assert document.text == text.strip("\n")


def test_a_numeral_calls_nothing():
    document = decided(table("call", document="d12", words="agreed.2", is_="nothing"))
    assert document.text == TEXT.strip("\n")
    assert document.told == ()
    note = next(note for note in document.notes if "Document 11" in note.text)
    assert note.element.get("anchored") == "false"


def test_words_of_the_text_are_changed_and_come_back_so():
    tei = tei_of(table("text", words="Zenda", to="Hentzau Castle"))
    assert teiconv.to_text(tei.encode()) == TEXT.replace("Zenda", "Hentzau Castle")


def test_the_header_is_as_decided():
    document = decided(
        table("title", document="d12", is_="Rupert’s visit", who="Ada"),
        table("sender", document="d12", is_="p_RH", name="Rupert of Hentzau", who="Ada"),
        table("recipient", document="d12", organisation="Department of State", who="Ada"),
        table("classification", document="d12", level="Top Secret", handling="Nodis; Cherokee", who="Ada"),
        table("header", document="d12", place="Zenda", who="Ada"),
    )
    header = document.header
    assert (header.title, header.place) == ("Rupert’s visit", "Zenda")
    assert [agent.ref for agent in header.sent] == ["#p_RH"]
    assert [agent.name for agent in header.received] == ["Department of State"]
    assert header.classification.handling == ("Nodis", "Cherokee")
    assert [editor.name for editor in header.editors] == ["Ada"]


def test_the_header_comes_back_from_tei():
    tei = tei_of(table("title", document="d12", is_="A visit", who="Ada Editor", at="2026-11-29T10:00:00Z"))
    header = teiconv.read_tei(tei.encode()).header
    assert (header.title, header.edited) == ("A visit", "2026-11-29")
    assert header.responsible("title") == f"#{header.editors[0].id}"


def test_what_cannot_be_carried_out_is_told_with_its_line():
    document = decided(table("place", document="d12", words="Atlantis", is_="place"))
    (told,) = document.told
    assert told == "d.toml:1: decision not carried out: the text does not have these words: “Atlantis”"


def test_a_decision_about_one_place_outweighs_one_about_all():
    document = decided(
        table("person", words="Smith", nth=2, is_="nothing"),
        table("person", words="Smith", is_="p_S", name="Smith, Adam"),
    )
    assert [one.persons for one in document.mentions if one.text == "Smith"] == [("p_S",)]


def test_the_last_decision_in_the_file_holds_unless_both_have_times():
    first, second = table("title", document="d12", is_="One"), table("title", document="d12", is_="Two")
    assert decided(first, second).title == "Two"
    (told,) = contradictions([("d.toml", f"{first}\n{second}".encode())])
    assert str(told) == "d.toml:4: this contradicts line 1 of d.toml; the last one holds"
    timed = table("title", document="d12", is_="Three", at="2026-11-29T10:00:00Z")
    assert contradictions([("d.toml", f"{first}\n{timed}".encode())]) == ()
    assert decided(first, timed).title == "Three"
    before = table("title", document="d12", is_="Four", at="2026-11-29T09:00:00Z")
    assert decided(timed, before).title == "Three"


def test_a_decision_written_by_hand_below_one_of_the_review_holds_and_is_told():
    review = table("title", document="d12", is_="Three", at="2026-11-29T10:00:00Z")
    by_hand = table("title", document="d12", is_="One")
    assert decided(review, by_hand).title == "One"
    (told,) = contradictions([("d.toml", f"{review}\n\n{by_hand}".encode())])
    assert str(told) == "d.toml:6: this contradicts line 1 of d.toml; the last one holds"


def test_the_later_of_two_decisions_holds_whether_or_not_it_numbers_the_only_place():
    numbered = table("place", document="d12", words="Zenda", nth=1, is_="place", ref="x:1", at="2026-11-29T10:00:00Z")
    later = table("place", document="memo", words="Zenda", is_="nothing", at="2026-11-29T11:00:00Z")
    said = decided(numbered, later, name="memo.txt")
    assert not said.told
    assert ("Zenda",) not in [node.content for node in descendants(said.body) if node.name == "placeName"]
    said = decided(later.replace("T11", "T09"), numbered, name="memo.txt")
    assert ("Zenda",) in [node.content for node in descendants(said.body) if node.name == "placeName"]


def test_a_decision_is_withdrawn():
    said = table("title", document="d12", is_="One", at="2026-11-29T10:00:00Z")
    withdrawn = "[[title]]\ndocument = 'd12'\nat = 2026-11-29T10:00:01Z\nwithdrawn = true\n"
    assert decided(said, withdrawn).title == decided().title


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("[[person]]\nwords = 'X'\nis = 'p X'", r"d\.toml:1: “is” takes an xml:id, not “p X”"),
        ("\n[[date]]\nwords = 'X'\nwhen = 'May'", r"d\.toml:2: “when” takes a date as 1971-05-05"),
        ("[[date]]\nwords = 'X'\nwhen = '1969-02-30'", r"d\.toml:1: “when”: there is no day 1969-02-30"),
        ("[[date]]\nwhen = '-0044-03-15'", r"d\.toml:1: “when” takes a date as 1971-05-05"),
        ("[[date]]\nwhen = '1971-05-05T10:00'", r"d\.toml:1: “when” takes .*, or a moment as 1971-05-05T16:05:00"),
        ("[[date]]\nwords = 'X'\nwhen = '1969-13'", r"d\.toml:1: “when”: there is no day 1969-13"),
        (
            "[[date]]\nwords = 'X'\nfrom = '1969-03-11'\nto = '1969-03-01'",
            r"d\.toml:1: “from” 1969-03-11 is after",
        ),
        ("[[date]]\nwords = 'X'\nnotBefore = '1970'\nnotAfter = '1969-03'", r"d\.toml:1: “notBefore” 1970 is after"),
        ("[[date]]\nwords = 'X'\nwhen = '1969'\nto = '1970'", r"d\.toml:1: “when” and “to” exclude each other"),
        ("[[place]]\nis = 'place'", r"d\.toml:1: \[\[place\]\] needs “words”"),
        ("[[gap]]\nwords = 'X'\nlength = 3", r"d\.toml:1: \[\[gap\]\] has no “length”; it has is, reason"),
        ("[[planet]]\nis = 'Mars'", r"d\.toml:1: there are no decisions called “planet”; there are person"),
        ("[person]\nis = 'Mars'", r"d\.toml: write \[\[person\]\], in two brackets"),
        ("[[person]]\nwords = 'X'\nnth = 0\nis = 'a'", r"d\.toml:1: “nth” takes a number"),
        ("[[person]]\nwords = 'X'\nname = 'Y'", r"d\.toml:1: \[\[person\]\] needs is"),
        (
            "[[date]]\nwords = 'X'\nis = 'nothing'\nwhen = '1971'",
            r"d\.toml:1: is = \"nothing\" stands alone; take “when”",
        ),
        ("[[person]]\nwords = 'X'", r"d\.toml:1: \[\[person\]\] decides nothing"),
        ("[[person", r"d\.toml: cannot be read as TOML"),
    ],
)
def test_a_decision_that_is_none_is_told_with_its_line(said, told):
    with pytest.raises(TeiconvError, match=rf"^{told}"):
        read_decisions(said.encode(), "d.toml")


LINES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20).filter(str.strip)


@st.composite
def decisions(draw):
    kind = draw(st.sampled_from(list(Kind)))
    key = draw(st.sampled_from(sorted(NEEDS.get(kind, VALUES[kind].keys()))))
    value = draw(
        st.from_regex(VALUES[kind][key][0].pattern, fullmatch=True).filter(
            lambda each: unknown_value(kind, key, each) is None
        )
    )
    words = " ".join(draw(LINES).split()) or "x"
    return Decision(kind, draw(LINES), words, draw(st.none() | st.integers(1, 99)), ((key, value),), draw(LINES))


@given(st.lists(decisions(), max_size=5))
def test_decisions_are_read_as_they_were_written(made):
    read = read_decisions(write_decisions(made).encode(), "d.toml")
    assert [write_decision(one) for one in read] == [write_decision(one) for one in made]


def run(*arguments: object) -> str:
    done = CliRunner().invoke(main, [*map(str, arguments)])
    assert done.exit_code == 0, done.output
    return done.output


def test_a_batch_does_again_what_is_decided_anew_and_tells_what_meets_no_document(tmp_path: Path):
    source, target, file = tmp_path / "texts", tmp_path / "tei", tmp_path / "d.toml"
    source.mkdir()
    for name in ("d12", "d13"):
        (source / f"{name}.txt").write_text(TEXT.replace("12.", f"{name[1:]}."), encoding="utf-8")
    first = "\n".join(
        [
            table("place", document="d12", words="Zenda", is_="place", who="Ada"),
            table("person", words="Nobody Here", is_="nothing"),
        ]
    )
    file.write_text(first, encoding="utf-8")
    run("batch", source, target, "--decisions", file, "-j", 1)
    assert 'resp="#ed_A1.d12"' in (target / "d12.xml").read_text(encoding="utf-8")
    more = [
        table("text", document="d13", words="Zenda", to="Hentzau"),
        table("title", document="d99", is_="Nowhere"),
    ]
    file.write_text("\n".join([first, *more]), encoding="utf-8")
    said = run("batch", source, target, "--decisions", file, "-j", 1)
    assert "1 converted, 1 unchanged" in said
    assert "d.toml:13: decision not carried out: there is no such document: “d99”" in said
    assert "d.toml:6: decision not carried out: no document has these words" in said
    assert "Hentzau. [1 line" in teiconv.to_text((target / "d13.xml").read_bytes())


def test_a_name_within_another_element_is_taken_away_and_its_text_is_one():
    text = "9. Telegram From the Embassy in Ruritania\n\nThe nets are torn.\n\n[Smith]\n"
    decisions = load_decisions([("d.toml", table("person", words="Smith", is_="nothing").encode())])
    tei = teiconv.to_tei(text, Options(decisions=decisions)).decode()
    assert "[Smith]</supplied>" in tei
    supplied = next(
        node
        for node in descendants(teiconv.read_text(text, Options(decisions=decisions)).body)
        if node.name == "supplied"
    )
    assert supplied.content == ("[Smith]",)


def test_decisions_about_a_text_of_several_documents_are_told():
    head = "{}. Telegram From the Embassy in Ruritania to the Department of State1\n\nStrelsau, May 5, 1971.\n\n"
    one = head + "{}\n\n  1. Source: Archives."
    prose = (
        "The fisheries of the northern coast have grown in each of the last five years, and will as long as nets hold."
    )
    text = "\n\n".join([one.format(12, prose), one.format(13, prose)])
    decisions = load_decisions([("d.toml", table("title", document="d12", is_="X").encode())])
    document = teiconv.read_text(text, Options(decisions=decisions), name="memo.txt")
    if document.body.get("type") == "documents":
        assert "the text holds several documents" in document.told[0]
    else:
        assert document.title == "X"


def test_the_profile_of_the_series_says_who_decided():
    decisions = load_decisions([("d.toml", table("place", words="Zenda", is_="place", who="Ada Editor").encode())])
    tei = teiconv.to_tei(TEXT, Options(decisions=decisions, profile="frus")).decode()
    assert '<p>Edited by <name type="person" xml:id="ed_AE1">Ada Editor</name>: decisions on' in tei
    assert '<change who="#ed_AE1">' in tei


def test_convert_counts_the_decisions_about_other_documents(tmp_path: Path):
    memo, file = tmp_path / "memo.txt", tmp_path / "d.toml"
    memo.write_text(TEXT, encoding="utf-8")
    file.write_text(
        f"{table('title', document='d1', is_='A')}\n{table('title', document='d2', is_='B')}", encoding="utf-8"
    )
    said = run("convert", memo, "-o", tmp_path / "memo.xml", "--decisions", file)
    assert "d.toml:1: 2 decisions are about other documents, the first at this line" in said


def test_the_path_of_a_file_of_decisions_works(tmp_path: Path):
    file = tmp_path / "decisions.toml"
    file.write_text(table("title", document="d12", is_="One"), encoding="utf-8")
    assert teiconv.read_text(TEXT, Options(decisions=file)).title == "One"
