"""The library as users import it: what it takes, what a document answers, and that every example runs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_texts import FILES

import teiconv
from teiconv.conventions.table import named
from teiconv.layout.positions import positions
from teiconv.layout.render import render

TELEGRAM = """12. Telegram From the Embassy in Peru to the Department of State1

Lima, May 5, 1971, 1605Z.

Ambassador Roe called on President Doe [1½ lines not declassified]. See Document 11.2

  1. Source: National Archives, RG 59, Central Files 1970–73, POL 7 PERU. Secret.
  2. Not printed. President Doe was ill."""


@pytest.fixture
def memo(tmp_path: Path) -> Path:
    file = tmp_path / "memo.txt"
    file.write_text(TELEGRAM, encoding="utf-8")
    return file


def test_what_is_public_shows():
    assert set(dir(teiconv)) == set(teiconv.__all__)
    for name in teiconv.__all__:
        assert getattr(teiconv, name) is not None
    shown = subprocess.run(
        [sys.executable, "-c", "import teiconv; help(teiconv)"], capture_output=True, text=True
    ).stdout
    assert "convert_folder(" in shown
    assert "class Document" in shown


def test_a_path_is_a_file_and_a_string_is_a_text(memo, monkeypatch):
    assert teiconv.to_text(teiconv.to_tei(memo)) == TELEGRAM
    assert teiconv.read_text(memo).title == teiconv.read_text(TELEGRAM).title
    monkeypatch.chdir(memo.parent)
    with pytest.warns(UserWarning, match=r"'memo.txt' is converted as a text; Path\('memo.txt'\) is the file"):
        assert teiconv.to_text(teiconv.to_tei("memo.txt")) == "memo.txt"


def test_tei_is_bytes_characters_or_a_path(memo):
    tei = teiconv.to_tei(memo)
    file = memo.with_suffix(".xml")
    file.write_bytes(tei)
    assert teiconv.to_text(tei) == teiconv.to_text(tei.decode()) == teiconv.to_text(file) == TELEGRAM
    with pytest.raises(teiconv.TeiError, match=r"'memo\.xml' is not XML; for the file of that name, give Path"):
        teiconv.to_text("memo.xml")


@pytest.mark.parametrize(("call", "error"), [(teiconv.to_tei, "SourceError"), (teiconv.read_tei, "TeiError")])
def test_a_file_that_is_not_found_is_told_by_its_name(call, error, tmp_path):
    with pytest.raises(getattr(teiconv, error), match=r"none\.txt: cannot be read: No such file"):
        call(tmp_path / "none.txt")


def test_options_are_fields_or_a_record(memo):
    assert b'xml:id="memo"' in teiconv.to_tei(memo, identifier="memo")
    assert b'xml:id="memo"' in teiconv.to_tei(memo, teiconv.Options(identifier="memo"))


def test_a_list_is_given_by_its_path(memo, tmp_path):
    file = tmp_path / "persons.txt"
    file.write_text("  • Doe, John, President of Peru\n  • Roe, Jane, Ambassador to Peru", encoding="utf-8")
    document = teiconv.read_text(memo, persons=str(file))
    assert [(mention.text, mention.persons) for mention in document.mentions][:2] == [
        ("Roe", ("p_RJ1",)),
        ("Doe", ("p_DJ1",)),
    ]
    assert [person.name for person in document.persons] == ["Doe, John", "Roe, Jane"]
    assert teiconv.Options(persons=teiconv.load_persons(file)).persons is not None


@pytest.mark.parametrize("way", ["text", "tei"])
def test_a_document_answers_the_same_from_text_and_from_tei(way):
    document = teiconv.read_text(TELEGRAM)
    if way == "tei":
        document = teiconv.read_tei(teiconv.write_tei(document))
    assert (document.number, document.genre, document.place) == ("12", "telegram", "Lima")
    assert document.title == "Telegram From the Embassy in Peru to the Department of State"
    assert document.date is not None
    assert dict(document.date.attributes) == {"when": "1971-05-05T16:05:00Z"}
    assert [agent.name for agent in document.sender + document.recipients] == [
        "Embassy in Peru",
        "Department of State",
    ]
    assert document.source is not None
    assert document.source.repository == "National Archives"
    assert document.classification is not None
    assert document.classification.level == "Secret"
    (gap,) = document.gaps
    assert (gap.text, gap.unit, gap.quantity) == ("[1½ lines not declassified]", "line", 1.5)
    assert [(note.label, note.kind) for note in document.notes] == [("1", "source"), ("2", None)]
    assert [reference.targets for reference in document.references] == [("d11",)]
    assert document.text == TELEGRAM


def test_every_answer_stands_where_it_says():
    document = teiconv.read_text(TELEGRAM)
    for answer in (*document.mentions, *document.gaps, *document.references):
        assert document.text[answer.start : answer.end] == answer.text
    assert [document.text[note.start : note.end] for note in document.notes] == ["1", "2"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_marks_leave_the_text_as_it_is(file):
    document = teiconv.read_text(file)
    body, write = document.body, named(document.conventions).write
    text, found = positions(body, lambda node: node.name in ("persName", "date", "gap", "note", "ref"), write)
    assert text == render(body, write_inline=write)
    assert all(0 <= at.start <= at.end <= len(text) for at in found)


@given(st.text(alphabet="[1] line not declassified.\n\t •Document2", max_size=120))
def test_marks_leave_any_text_as_it_is(text):
    document = teiconv.read_text(text)
    assert document.source_bytes.decode() == text
    for gap in document.gaps:
        assert document.text[gap.start : gap.end] == gap.text


def test_tables_of_several_documents():
    documents = [teiconv.read_text(TELEGRAM), teiconv.read_text("13. Editorial Note\n\nNothing.")]
    letters = teiconv.rows(documents, "letters")
    assert [(row["number"], row["sender"], row["date"]) for row in letters] == [
        ("12", "Embassy in Peru", "1971-05-05T16:05:00Z")
    ]
    assert [row["quantity"] for row in teiconv.rows(documents, "gaps")] == [1.5]
    assert [row["title"] for row in teiconv.rows(documents)][1] == "Editorial Note"
    with pytest.raises(teiconv.OptionsError, match="no table 'people'; there are documents, letters, persons"):
        teiconv.rows(documents, "people")
    with pytest.raises(teiconv.OptionsError, match="no library 'numpy' for dataframes; there are pandas"):
        teiconv.dataframe(documents, library="numpy")


@pytest.mark.parametrize("library", ["pandas", "polars", "pyarrow"])
def test_a_dataframe_or_the_word_that_its_library_is_missing(library):
    try:
        __import__(library)
    except ImportError:
        with pytest.raises(teiconv.MissingExtraError, match=f"pip install {library}"):
            teiconv.dataframe(teiconv.read_text(TELEGRAM), library=library)
    else:
        assert len(teiconv.dataframe(teiconv.read_text(TELEGRAM), "notes", library)) == 2


def test_a_notebook_shows_the_reading_view():
    shown = teiconv.read_text("12. Editorial Note1\n\nJohn <Roe> & Co.\n\n  1. Source: x")._repr_html_()
    assert "&lt;Roe&gt; &amp; Co." in shown
    assert "<sup>1</sup>" in shown
    assert "<script" not in shown


def test_a_volume_is_a_list_of_documents():
    text = (
        b'<text><body><div type="document" n="1"><p>a</p></div><div type="document" n="2"><p>b</p></div></body></text>'
    )
    tei = b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/>' + text + b"</TEI>"
    assert [document.text for document in teiconv.read_volume(tei)] == ["a", "b"]


def test_a_folder_is_converted_by_one_call(memo, tmp_path):
    target = tmp_path / "tei"
    script = tmp_path / "script.py"
    script.write_text(
        f"import teiconv\nif __name__ == '__main__':\n    source, target = {str(memo.parent)!r}, {str(target)!r}\n"
        f"    print(teiconv.convert_folder(source, target, report={str(tmp_path / 'r.html')!r}))\n"
    )
    done = subprocess.run([sys.executable, "-W", "error", str(script)], capture_output=True, text=True)
    assert "converted=1" in done.stdout, done.stderr
    assert teiconv.to_text(target / "memo.xml") == TELEGRAM
    assert (tmp_path / "r.html").read_text().startswith("<!DOCTYPE html>")


def test_to_bytes_is_deprecated_for_a_release():
    tei = teiconv.to_tei(TELEGRAM.encode("utf-16"))
    with pytest.warns(DeprecationWarning, match="read_tei"):
        old = teiconv.to_bytes(tei)
    assert old == teiconv.read_tei(tei).source_bytes == TELEGRAM.encode("utf-16")


def test_a_form_whose_line_is_left_blank_is_the_text_that_it_was() -> None:
    text = (
        "From: Cheryl Roe\nSent: Saturday, March 21, 2009 4:32 PM\nTo:\nCc: Ellen Doe\nSubject: Visit\n\nSee below.\n"
    )
    document = teiconv.read_tei(teiconv.to_tei(text))
    assert document.text == text.strip("\n")
    assert document.source_bytes.decode() == text


VOLUME = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>V</title></titleStmt>
<publicationStmt><p>x</p></publicationStmt><sourceDesc><p>x</p></sourceDesc></fileDesc></teiHeader><text><front>
<div xml:id="persons"><head>Persons</head><list>
<item><hi><persName xml:id="p_RA1">Roe, Anna</persName></hi>, President</item>
<item><hi><persName xml:id="p_DB1">Doe, Berta</persName></hi>, Ambassador</item></list></div></front><body>
<div type="document" xml:id="d1" n="1"><head>1. Letter</head>
<p>I saw <persName corresp="#p_RA1">Roe</persName>.</p></div>
</body></text></TEI>"""


def test_the_persons_of_an_official_volume_are_those_of_its_list_that_a_document_names() -> None:
    (document,) = teiconv.read_volume(VOLUME)
    assert [mention.persons for mention in document.mentions] == [("p_RA1",)]
    assert [(person.id, person.name) for person in document.persons] == [("p_RA1", "Roe, Anna")]
    assert teiconv.read_tei(VOLUME).persons == document.persons


def test_the_persons_of_a_file_in_a_collection_are_those_of_its_register(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts/d1.txt").write_text("1. Letter\n\nI saw President Roe.\n", encoding="utf-8")
    (tmp_path / "persons.txt").write_text("Roe, Anna, President\n", encoding="utf-8")
    teiconv.convert_folder(
        tmp_path / "texts", tmp_path / "tei", persons=[tmp_path / "persons.txt"], collection=True, jobs=1
    )
    document = teiconv.read_tei(tmp_path / "tei/d1.xml")
    assert [person.name for person in document.persons] == ["Roe, Anna"]
    assert document.mentions[0].persons == (document.persons[0].id,)


TALK = """4. Memorandum of Telephone Conversation Between President Roe and Secretary Doe

Washington, May 5, 1971.

The nets are torn."""


@pytest.mark.parametrize("way", ["text", "tei"])
def test_a_conversation_has_participants_and_is_no_letter(way):
    document = teiconv.read_text(TALK)
    if way == "tei":
        document = teiconv.read_tei(teiconv.write_tei(document))
    assert document.sender == document.recipients == ()
    assert [agent.name for agent in document.participants] == ["Roe", "Doe"]
    assert teiconv.rows(document, "letters") == []
    assert teiconv.rows(document)[0]["participants"] == "Roe; Doe"


def test_the_tei_of_a_conversation_says_that_it_is_one():
    tei = teiconv.to_tei(TALK).decode()
    assert '<correspDesc type="conversation" resp="#teiconv" cert="medium">' in tei
    assert teiconv.validate(tei.encode()) == []


def test_an_editor_who_names_the_sender_says_that_a_conversation_was_sent(tmp_path):
    decisions = tmp_path / "decisions.toml"
    decisions.write_text('[[sender]]\nname = "Poe"\n')
    document = teiconv.read_text(TALK, decisions=decisions)
    assert [agent.name for agent in document.sender + document.recipients] == ["Poe", "Doe"]


def test_lines_in_brackets_after_another_measure_are_lines():
    text = "Nets [4 paragraphs (16 lines) not declassified] and [1 page not declassified] and [name not declassified]."
    first, second, third = teiconv.read_text(text).gaps
    assert (first.unit, first.quantity, first.lines, first.pages) == ("paragraph", 4, 16, None)
    assert (second.lines, second.pages, third.lines) == (None, 1, None)


def test_mentions_are_in_the_order_of_the_text():
    text = "4. Letter From John Roe to Jane Doe\n\nDoe1 and Roe met Mr. Poe.\n\n  1. Roe was ill."
    document = teiconv.read_text(text)
    starts = [mention.start for mention in document.mentions]
    assert starts == sorted(starts)
    assert document.mentions[-1].text == "Roe"
    assert document.text[starts[-1] :] == "Roe was ill."


@pytest.mark.parametrize("table", ["documents", "letters", "persons", "mentions", "gaps", "notes", "references"])
@pytest.mark.parametrize("library", ["pandas", "polars", "pyarrow"])
def test_a_table_without_rows_has_its_columns_with_their_types(library, table):
    pytest.importorskip(library)
    shown = {"pandas": lambda frame: frame.dtypes.to_dict(), "polars": lambda frame: dict(frame.schema)}
    empty, full = (teiconv.dataframe(documents, table, library) for documents in ([], [teiconv.read_text(TELEGRAM)]))
    columns = shown.get(library, lambda frame: {field.name: field.type for field in frame.schema})
    assert len(empty) == 0
    assert columns(empty) == columns(full)
    assert list(columns(empty))[:2] == ["document", "number"]


def test_letters_name_their_columns_as_the_published_tables_do():
    (row,) = teiconv.rows(teiconv.read_text(TELEGRAM), "letters")
    assert list(row) == ["document", "number", "date", "date_end", "sender", "sender_id", "recipient", "recipient_id"]


def test_a_mistyped_option_is_told_with_the_nearest():
    with pytest.raises(teiconv.OptionsError, match=r"no field “person”; did you mean “persons”\? help\(teiconv.Opti"):
        teiconv.Options(person="persons.txt")
    with pytest.raises(teiconv.OptionsError, match=r"no field “encodin”; did you mean “encoding”\?"):
        teiconv.to_tei("Memorandum", encodin="utf-8")
    with pytest.raises(teiconv.OptionsError, match="Publication has no field “x”"):
        teiconv.Publication(x="1")


HEADER = (
    "<teiHeader><fileDesc><titleStmt><title>Letters of Roe</title></titleStmt><publicationStmt><p>x</p>"
    "</publicationStmt><sourceDesc><p>x</p></sourceDesc></fileDesc></teiHeader>"
)


def _theirs(body: str) -> str:
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{HEADER}<text><body>{body}</body></text></TEI>'


def test_a_letter_of_others_has_the_title_and_number_of_its_division():
    document = teiconv.read_tei(
        _theirs('<div type="letter" n="7"><head>John Roe to Jane Doe</head><p>The nets are torn.</p></div>')
    )
    assert (document.title, document.number) == ("John Roe to Jane Doe", "7")
    assert [agent.name for agent in document.sender + document.recipients] == ["John Roe", "Jane Doe"]


def test_a_text_of_others_without_a_title_has_that_of_its_file():
    assert teiconv.read_tei(_theirs("<div><p>One.</p></div><div><p>Two.</p></div>")).title == "Letters of Roe"


def test_a_document_of_a_volume_without_a_title_has_not_that_of_the_volume():
    assert teiconv.read_tei(_theirs('<div type="document" n="1"><p>One.</p></div>')).title == ""


def test_a_folder_takes_people_whom_no_list_has_and_tells_its_warnings(tmp_path, caplog):
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts/a.txt").write_text("1. Letter From John Roe to Jane Doe\n\nMr. Francis Poe met Roe.\n")
    (tmp_path / "texts/b.txt").write_bytes(b"Caf\xe9")
    (tmp_path / "persons.txt").write_text("Roe, John, President\n")
    teiconv.convert_folder(
        tmp_path / "texts", tmp_path / "tei", persons=[tmp_path / "persons.txt"], unlisted=True, jobs=1
    )
    document = teiconv.read_tei(tmp_path / "tei/a.xml")
    assert "Poe, Francis" in [person.name for person in document.persons]
    told = [(record.name, record.levelname, record.message) for record in caplog.records]
    assert ("teiconv", "WARNING", "a.txt:1: the document has no date") in told
    assert [level for _, level, message in told if "b.txt:1:4" in message] == ["ERROR"]


def test_settings_may_ask_for_people_whom_no_list_has(tmp_path):
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts/a.txt").write_text("1. Letter From John Roe to Jane Doe\n\nMr. Francis Poe met Roe.\n")
    (tmp_path / "texts/persons.txt").write_text("Roe, John, President\n")
    (tmp_path / "texts/teiconv.toml").write_text('persons = "persons.txt"\nunlisted = true\n')
    teiconv.convert_folder(tmp_path / "texts", tmp_path / "tei", jobs=1)
    assert len(teiconv.read_tei(tmp_path / "tei/a.xml").persons) == 3
    (tmp_path / "texts/teiconv.toml").write_text("unlisted = 1\n")
    with pytest.raises(teiconv.TeiconvError, match="“unlisted” takes true or false, not 1"):
        teiconv.convert_folder(tmp_path / "texts", tmp_path / "tei", jobs=1)
