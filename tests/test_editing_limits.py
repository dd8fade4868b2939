"""Decisions that are hard to carry out: those that disagree, come from other places, or name whom the text does not."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_editing import PERSONS, TEXT, decided, run, table

import teiconv
from teiconv.editing.file import in_force, load_decisions, read_decisions
from teiconv.editing.scope import names_of_file
from teiconv.errors import TeiconvError
from teiconv.model.decision import Decision, Kind
from teiconv.names.lists.load import load_persons
from teiconv.options import Options

FOUND = """{}. Memorandum of Conversation

Strelsau, May 5, 1971.

I saw Hentzau on April 3. Sapt said that Rupert Hentzau agreed.

Henry Hentzau wrote to me about the nets.
"""


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("at = 'yesterday'", "“at” takes a time as 2026-11-29T10:00:00Z, not “yesterday”"),
        ("at = 10:00:00", "“at” takes a time as 2026-11-29T10:00:00Z, not “10:00:00”"),
        ("withdrawn = 'true'", "“withdrawn” takes true or false, without quotation marks"),
    ],
)
def test_a_time_that_is_none_and_a_withdrawal_that_is_none_are_told(said, told):
    with pytest.raises(TeiconvError, match=rf"^d\.toml:2: {re.escape(told)}"):
        read_decisions(f"\n[[title]]\nis = 'A'\n{said}".encode(), "d.toml")


def test_the_later_decision_holds_whatever_the_time_zone():
    later = "[[title]]\ndocument = 'd12'\nis = 'Later'\nat = 2026-11-29T10:30:00Z"
    earlier = "[[title]]\ndocument = 'd12'\nis = 'Earlier'\nat = 2026-11-29T12:00:00+02:00"
    assert decided(later, earlier).title == "Later"


@given(st.permutations([0, 1, 500_000, 999_999, 1_000_000]))
def test_the_last_moment_holds_however_it_is_written(order):
    def written(micro: int) -> str:
        time = f"2026-11-29T10:00:0{micro // 1_000_000}.{micro % 1_000_000:06}Z"
        return time.replace(".000000", "")

    made = [Decision(Kind.TITLE, "d1", values=(("is", str(micro)),), at=written(micro)) for micro in order]
    assert in_force(made)[0][0].get("is") == "1000000"


def test_two_decisions_about_the_same_words_by_other_names_contradict_each_other():
    document = decided(
        table("place", document="d12", words="Zenda", is_="nothing"),
        table("place", document="memo", words="Zenda", is_="place"),
        table("date", document="d12", words="April 3", when="1971-04-03"),
        table("date", document="d12", words="On April 3", when="1971-04-04"),
        name="memo.txt",
    )
    assert document.told == (
        "d.toml:1: decision not carried out: d.toml:6 contradicts it, and holds: “Zenda”",
        "d.toml:11: decision not carried out: d.toml:16 contradicts it, and holds: “April 3”",
    )


def test_what_is_said_of_one_place_or_later_is_no_contradiction():
    document = decided(
        table("date", document="d12", words="April 3", when="1971-04-03", at="2026-11-29T10:00:00Z"),
        table("date", document="d12", words="On April 3", when="1971-04-04", at="2026-11-29T10:00:01Z"),
        table("date", document="d12", words="April 3", nth=1, when="1971-04-05", at="2026-11-29T10:00:02Z"),
    )
    assert document.told == ()


def test_words_that_another_decision_changes_are_told():
    document = decided(
        table("text", document="d12", words="Rupert of Hentzau", to="Rudolf"),
        table("text", document="d12", words="Hentzau in Zenda", to="the castle"),
    )
    why = "another decision changes some of these words"
    assert document.told == (f"d.toml:6: decision not carried out: {why}: “Hentzau in Zenda”",)


def test_a_sender_whom_the_text_does_not_name_is_in_the_list_of_the_file():
    persons = load_persons([("persons.txt", PERSONS)])
    jane = next(person.id for person in persons.persons if "Jane" in person.name.text)
    tables = [
        table("sender", document="d12", is_=jane, who="Ada"),
        table("recipient", document="d12", is_="p_RD", name="Rassendyll, Rudolf", who="Ada"),
    ]
    decisions = load_decisions([("d.toml", "\n".join(tables).encode())])
    tei = teiconv.to_tei(TEXT, Options(decisions=decisions, persons=persons)).decode()
    assert f'<person xml:id="{jane}"' in tei
    assert '<person xml:id="p_RD" resp="#ed_A1">' in tei
    document = teiconv.read_tei(tei.encode())
    assert [one.ref for one in (*document.sender, *document.recipients)] == [f"#{jane}", "#p_RD"]
    assert document.date.begin.startswith("1971-05-05")


LETTER = """1. Letter From Ambassador Jane Smith to President John Smith1

Strelsau, May 5, 1971.

Dear Mr. President:

Hello.

  1. Source: National Archives.
"""


def test_a_sender_who_is_already_the_recipient_has_a_name_and_no_id_for_one():
    persons = load_persons([("persons.txt", PERSONS)])
    as_read = teiconv.read_text(LETTER, Options(persons=persons))
    (sender, recipient) = (*as_read.sender, *as_read.recipients)
    tables = [table("sender", is_=recipient.ref[1:]), table("recipient", is_=sender.ref[1:])]
    decisions = load_decisions([("d.toml", "\n".join(tables).encode())])
    document = teiconv.read_text(LETTER, Options(persons=persons, decisions=decisions))
    assert [one.name for one in (*document.sender, *document.recipients)] == ["John Smith", "Jane Smith"]


def test_a_sender_whom_nobody_knows_is_told_and_costs_nothing_else():
    document = decided(table("sender", document="d12", is_="p_XX"))
    why = "no list has the person p_XX, and the decision gives no name"
    assert document.told == (f"d.toml:1: decision not carried out: {why}",)
    assert document.sender == decided().sender
    assert document.date is not None


def collection(tmp_path: Path, *tables: str) -> tuple[Path, str]:
    source, target, file = tmp_path / "texts", tmp_path / "tei", tmp_path / "d.toml"
    for name in ("d1", "old/d2"):
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / f"{name}.txt").write_text(FOUND.format(name[-1]), encoding="utf-8")
    file.write_text("\n".join(tables), encoding="utf-8")
    return target, run("batch", source, target, "--decisions", file, "-j", 1, "--fresh")


def test_a_person_whom_an_editor_adds_keeps_the_id_in_a_collection(tmp_path: Path):
    new = {"is_": "p_the_red", "name": "Hentzau, Harold"}
    tables = [table("person", document=one, words="Hentzau", nth=1, who="Ada", **new) for one in ("d1", "old/d2")]
    target, said = collection(tmp_path, *tables)
    assert "not carried out" not in said
    register = (target / "persons.xml").read_text(encoding="utf-8")
    assert register.count("Harold") == 1
    assert '<person xml:id="p_the_red">' in register
    assert '"persons.xml#p_the_red" cert="high" resp="#ed_A1.d1"' in (target / "d1.xml").read_text(encoding="utf-8")
    assert '"../persons.xml#p_the_red"' in (target / "old" / "d2.xml").read_text(encoding="utf-8")
    again = run("batch", tmp_path / "texts", target, "--decisions", tmp_path / "d.toml", "-j", 1)
    assert "0 converted, 2 unchanged" in again
    assert (target / "persons.xml").read_text(encoding="utf-8") == register


def test_a_person_without_a_list_is_named_by_the_id_of_the_collection(tmp_path: Path):
    target, said = collection(
        tmp_path, table("person", document="d1", words="Hentzau", nth=1, is_="p_hentzau-henry", who="Ada")
    )
    assert "not carried out" not in said
    tei = (target / "d1.xml").read_text(encoding="utf-8")
    assert '<persName ref="persons.xml#p_hentzau-henry" cert="high" resp="#ed_A1.d1">Hentzau</persName> on' in tei


def test_a_file_is_known_by_as_many_of_its_folders_as_are_named(tmp_path: Path):
    assert names_of_file("a/b/memo.txt") >= {"memo", "b/memo", "a/b/memo", "b/memo.txt", "a/b/memo.xml"}
    memo, file = tmp_path / "1969" / "memo.txt", tmp_path / "d.toml"
    memo.parent.mkdir()
    memo.write_text(TEXT, encoding="utf-8")
    file.write_text(table("title", document="1969/memo", is_="One"), encoding="utf-8")
    run("convert", memo, "-o", tmp_path / "memo.xml", "--decisions", file)
    assert teiconv.read_tei((tmp_path / "memo.xml").read_bytes()).title == "One"


@pytest.mark.parametrize("name", ["1969/memo", "1969/memo.txt", "memo"])
def test_a_row_of_a_table_is_known_by_its_id_with_and_without_suffix(tmp_path: Path, name: str):
    rows, file = tmp_path / "texts.jsonl", tmp_path / "d.toml"
    rows.write_text(json.dumps({"id": "1969/memo", "text": TEXT}), encoding="utf-8")
    file.write_text(table("title", document=name, is_="One"), encoding="utf-8")
    said = run("batch", rows, tmp_path / "tei", "--decisions", file, "-j", 1)
    assert "not carried out" not in said
    assert teiconv.read_tei((tmp_path / "tei" / "1969" / "memo.xml").read_bytes()).title == "One"


def test_a_decision_for_all_that_no_document_can_carry_out_is_told(tmp_path: Path):
    _, said = collection(
        tmp_path,
        table("call", words="nets.", is_="7"),
        table("sender", is_="p_XX"),
        table("place", words="Zenda", is_="place"),
    )
    cannot = "no document has these words, or it cannot be carried out there"
    assert f"d.toml:1: decision not carried out: {cannot}: “nets.”" in said
    assert "d.toml:4: decision not carried out: it can be carried out in no document" in said
    assert f"d.toml:6: decision not carried out: {cannot}: “Zenda”" in said


@pytest.mark.parametrize("character", ["\\u0000", "\\u000b", "\\u001f", "\\u007f", "\\ufffe", "\\uffff"])
@pytest.mark.parametrize(
    "said",
    [
        "[[title]]\nis = '%s'", "[[text]]\nwords = 'Zenda'\nto = 'a%s'", "[[sender]]\nname = '%s'",
        "[[reference]]\nwords = 'Zenda'\ntarget = '%s'", "[[call]]\nwords = 'Zenda'\nis = '%s'",
        "[[gap]]\nwords = 'Zenda'\nextent = '%s'", "[[header]]\nplace = 'a%s'",
    ],
)  # fmt: skip
def test_a_character_that_xml_has_no_place_for_is_refused(said, character):
    with pytest.raises(TeiconvError, match=r"^d\.toml:1: “\w+” takes"):
        read_decisions((said % character).replace("'", '"').encode(), "d.toml")
