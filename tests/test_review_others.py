"""TEI that others made, reviewed: a decision is spliced into the file, and taken out again to the byte."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from teiconv.editing.file import in_force, read_decisions
from teiconv.editing.journal import Journal
from teiconv.errors import TeiconvError, TeiError
from teiconv.formats.tei.read import open_tei
from teiconv.review import cards
from teiconv.review.changed import ChangedError
from teiconv.review.folder import Folder
from teiconv.review.index import Index
from teiconv.review.reader import reading_of
from teiconv.review.session import Session

VOLUME = b"""<?xml version='1.0' encoding='UTF-8'?>
<TEI   xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader><fileDesc><titleStmt><title>Zenda</title></titleStmt><publicationStmt><p/></publicationStmt>
<sourceDesc><p/></sourceDesc></fileDesc></teiHeader>
<text><front><div xml:id="persons"><list><item><hi rend="strong"><persName xml:id="p_SF1">Sapt, Fritz</persName></hi>, Colonel</item>
<item><hi rend="strong"><persName  xml:id = "p_SF2">Sapt, Franz</persName></hi>, Major</item></list></div></front>
<body>
<div type="document" n="1" xml:id="d1"><head>1. Telegram From the Embassy in Ruritania to the Department of State</head>
<dateline><placeName>Strelsau</placeName>, <date   when='1970-05-01'>May 1, 1970</date></dateline>
<p>The   Duke met <persName cert="low"
   corresp="#p_SF1">Sapt</persName> &amp; left. <!-- who? --> He saw <persName corresp='#p_SF2'>Sapt</persName>, <gap reason="illegible"
 unit="line" quantity="2"><desc>2 lines illegible</desc></gap> and went.</p></div>
<div type="document" n="2" xml:id="d2"><head>2. Memorandum</head><p>Nobody met <persName cert="medium" corresp="#p_SF2">Sapt</persName> today.</p></div>
</body></text></TEI>
"""  # noqa: E501 (as others write)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "volumes").mkdir()
    (tmp_path / "volumes" / "zenda.xml").write_bytes(VOLUME)
    return tmp_path / "volumes"


@pytest.fixture
def session(folder: Path) -> Iterator[Session]:
    index = Index(":memory:")
    read = Folder(folder, index)
    read.refresh()
    read.wait()  # it was read at once
    yield Session(read, Journal(folder.parent / "decisions.toml"), "Ada")
    index.close()


def change(session: Session, old: bytes, new: bytes) -> bytes:
    """Edit the file as somebody else does, let it be read again, and return what it is now."""
    path = session.folder.root / "zenda.xml"
    path.write_bytes(path.read_bytes().replace(old, new))
    session.folder.refresh()
    return now(session)


def now(session: Session) -> bytes:
    return (session.folder.root / "zenda.xml").read_bytes()


def statement(session: Session, words: str, nth: int = 0, kind: str = "person") -> int:
    rows = session.rows({"state": "all", "kind": kind, "words": words}, 0, 50)["rows"]
    return int(sorted(rows, key=lambda row: row["statement"])[nth]["statement"])


def decide(session: Session, which: int, **values: str) -> str:
    answer = session.decide([{"statement": which, "values": values, "expects": None}])
    assert answer["told"] == []
    return str(answer["decisions"][0]["mark"])


def test_another_person_changes_the_pointer_and_nothing_else(session: Session) -> None:
    decide(session, statement(session, "Sapt"), **{"is": "p_SF2"})
    assert now(session) == VOLUME.replace(b'cert="low"\n   corresp="#p_SF1"', b'cert="high"\n   corresp="#p_SF2"')


def test_what_is_no_name_loses_its_tags(session: Session) -> None:
    decide(session, statement(session, "Sapt", 2), **{"is": "nothing"})
    assert now(session) == VOLUME.replace(
        b'<persName cert="medium" corresp="#p_SF2">Sapt</persName> today', b"Sapt today"
    )


def test_a_date_and_a_gap_get_their_values(session: Session) -> None:
    decide(session, statement(session, "May 1, 1970", kind="date"), when="1970-05-02")
    gap = session.rows({"state": "all", "kind": "gap"}, 0, 1)["rows"][0]["statement"]
    decide(session, gap, reason="illegible", unit="line", atMost="3")
    expected = VOLUME.replace(b"when='1970-05-01'", b"when='1970-05-02' cert=\"high\"")
    assert now(session) == expected.replace(b'unit="line" quantity="2">', b'unit="line" atMost="3" cert="high">')


def test_all_that_is_taken_back_leaves_the_file_as_it_was(session: Session) -> None:
    """In another order than it was decided, and after a new start."""
    marks = [decide(session, statement(session, "Sapt", nth), **{"is": "p_SF2"}) for nth in (2, 1, 0)]
    marks.append(decide(session, statement(session, "May 1, 1970", kind="date"), when="1970"))
    again = Session(session.folder, Journal(session.journal.path), "Ben")
    for mark in dict.fromkeys(marks):
        assert now(session) != VOLUME
        assert again.withdraw([mark])["told"] == []
    assert now(session) == VOLUME
    assert in_force(read_decisions(session.journal.path.read_bytes(), "decisions.toml"))[0] == ()


def test_what_no_edit_can_say_is_told_and_in_the_file_of_decisions(session: Session) -> None:
    title = session.rows({"state": "all", "kind": "title"}, 0, 1)["rows"][0]["statement"]
    answer = session.decide([{"statement": title, "values": {"is": "Another title"}}])
    assert answer["told"] == ["zenda.xml: this is in the file of decisions; no edit of the TEI says it"]
    assert now(session) == VOLUME
    assert len(session.decisions()) == 1


def test_several_in_one_file_are_edited_together(session: Session) -> None:
    which = [statement(session, "Sapt", nth) for nth in (0, 1, 2)]
    answer = session.decide([{"statement": one, "values": {"is": "nothing"}} for one in which])
    assert answer["changed"] == ["zenda.xml"]
    body = etree.fromstring(now(session)).find(".//{*}body")
    assert body.findall(".//{*}persName") == []
    session.withdraw([one["mark"] for one in answer["decisions"]])
    assert now(session) == VOLUME


def test_an_editor_who_saved_meanwhile_is_not_written_over(session: Session, folder: Path) -> None:
    which = statement(session, "Sapt")
    edited = VOLUME.replace(b'corresp="#p_SF1"', b'corresp="#p_XX1"')
    (folder / "zenda.xml").write_bytes(edited)
    with pytest.raises(ChangedError, match="was changed since it was read"):
        session.decide([{"statement": which, "values": {"is": "p_SF2"}}])
    assert now(session) == edited
    assert session.decisions() == []
    decide(session, statement(session, "Sapt"), **{"is": "p_SF2"})
    assert b'corresp="#p_SF2">Sapt</persName> &amp; left' in now(session)


@pytest.mark.parametrize(
    ("writes", "told"),
    [(1, "it is no longer as it was read; look at it again"), (2, "somebody changed it at this moment; decide again")],
)
def test_an_editor_who_saves_while_a_decision_is_written_is_not_written_over(
    session: Session, monkeypatch: pytest.MonkeyPatch, writes: int, told: str
) -> None:
    """First the decision is written down, then the edit, and then the file."""
    which, edited, left = statement(session, "Sapt"), VOLUME.replace(b'cert="low"', b'cert="medium"'), [writes]

    def sync(handle: int) -> None:
        left[0] -= 1
        if not left[0]:
            (session.folder.root / "zenda.xml").write_bytes(edited)

    monkeypatch.setattr(os, "fsync", sync)
    answer = session.decide([{"statement": which, "values": {"is": "p_SF2"}}])
    assert [said.endswith(told) for said in answer["told"]] == [True]
    assert (answer["changed"], now(session)) == ([], edited)


def test_a_heading_in_the_text_becomes_a_paragraph(session: Session) -> None:
    before = change(
        session, b"</p></div>\n</body>", b"</p><div><head>The horses</head><p>Two.</p></div></div>\n</body>"
    )
    decide(session, statement(session, "The horses", kind="block"), **{"is": "paragraph"})
    assert now(session) == before.replace(b"<head>The horses</head>", b"<p>The horses</p>")


def test_a_reference_leads_to_another_document_of_the_volume(session: Session) -> None:
    before = change(session, b"today.", b'today; see <ref target="#d2">Document 3</ref>.')
    decide(session, statement(session, "Document 3", kind="reference"), target="d1")
    assert now(session) == before.replace(b'target="#d2"', b'target="#d1" cert="high"')


def test_where_a_note_is_called_no_edit_of_the_file_can_say(session: Session) -> None:
    before = change(session, b"today.", b'on May 3.<note n="1" xml:id="d2fn1">Not found.</note>')
    answer = session.decide([{"statement": statement(session, "3.1", kind="call"), "values": {"is": "nothing"}}])
    assert answer["told"] == ["zenda.xml: this is in the file of decisions; no edit of the TEI says it"]
    assert now(session) == before


def test_a_document_of_several_in_a_file_is_shown_alone(session: Session) -> None:
    ((number,),) = session.index.ask("SELECT document FROM documents WHERE id = 'd2'")
    shown = cards.xml(session, number)
    assert shown is not None
    assert (shown["xml"][:5], shown["xml"][-6:], shown["line"]) == ("<div ", "</div>", None)
    assert "Strelsau" not in shown["xml"]


def test_what_is_not_there_any_more_is_told(session: Session) -> None:
    ((number,),) = session.index.ask("SELECT document FROM documents WHERE id = 'd2'")
    for said in ({"statement": 999}, {"document": 999, "kind": "person", "words": "Sapt"}):
        with pytest.raises(TeiconvError, match="is no longer there"):
            session.decide([{**said, "values": {"is": "p_SF2"}}])
    assert session.alike(999) == {"rows": []}
    assert cards.selection(session, 999, 0, 4) is None
    renamed = VOLUME.replace(b'xml:id="d2"', b'xml:id="d9"')
    (session.folder.root / "zenda.xml").write_bytes(renamed)
    with pytest.raises(TeiconvError, match=r"zenda\.xml: the document is no longer there"):
        cards.xml(session, number)
    with pytest.raises(TeiError, match="document d2 is no longer there"):
        reading_of(open_tei(renamed, "zenda.xml"), "d2")


def test_documents_keep_their_numbers_and_decisions_their_statements(session: Session) -> None:
    before = session.index.ask("SELECT id, document FROM documents ORDER BY id")
    decide(session, statement(session, "Sapt"), **{"is": "p_SF2"})
    assert session.index.ask("SELECT id, document FROM documents ORDER BY id") == before
    decided = session.rows({"state": "decided"}, 0, 10)["rows"]
    assert [(row["words"], row["values"]["is"], row["decision"]["who"]) for row in decided] == [
        ("Sapt", "p_SF2", "Ada")
    ]


def test_persons_are_those_that_the_volume_lists(session: Session) -> None:
    from teiconv.review import cards

    shown = cards.statement(session, statement(session, "Sapt"))
    assert shown is not None
    assert [(one["name"], one["description"]) for one in shown["candidates"]] == [("Sapt, Fritz", "Colonel")]
    assert [one["id"] for one in cards.people(session, "sapt")] == ["p_SF2", "p_SF1"]


def test_documents_of_one_id_in_two_files_are_told_apart(folder: Path) -> None:
    (folder / "hentzau.xml").write_bytes(VOLUME)
    index = Index(":memory:")
    read = Folder(folder, index)
    read.refresh()
    session = Session(read, Journal(folder.parent / "decisions.toml"), "Ada")
    first = session.rows({"words": "Sapt"}, 0, 10)["rows"][0]["statement"]
    session.decide([{"statement": first, "values": {"is": "p_SF2"}}])
    assert [one["document"] for one in session.decisions()] == ["hentzau#d1"]
    assert session.rows({"state": "decided"}, 0, 10)["total"] == 1
    assert (folder / "zenda.xml").read_bytes() == VOLUME
    index.close()


def test_a_decision_made_again_edits_the_file_again(session: Session) -> None:
    """As the key U says it: of the words, and not of the statement."""
    mark = decide(session, statement(session, "Sapt", 2), **{"is": "p_SF1"})
    edited, (made,) = now(session), session.decisions()
    session.withdraw([mark])
    assert now(session) == VOLUME
    again = {"kind": "person", "name": made["document"], "words": "Sapt", "nth": made["nth"], "values": made["values"]}
    assert session.decide([again])["told"] == []
    assert now(session) == edited


def test_the_heading_of_a_list_does_not_become_a_paragraph_in_the_list(folder: Path) -> None:
    subject = VOLUME.replace(b"<p>Nobody", b"<list><head>SUBJECT</head><item>Horses</item></list><p>Nobody")
    (folder / "zenda.xml").write_bytes(subject)
    index = Index(":memory:")
    read = Folder(folder, index)
    read.refresh()
    session = Session(read, Journal(folder.parent / "decisions.toml"), "Ada")
    answer = session.decide([{"statement": statement(session, "SUBJECT", kind="block"), "values": {"is": "paragraph"}}])
    assert answer["told"] == ["zenda.xml: this is in the file of decisions; no edit of the TEI says it"]
    assert now(session) == subject
    index.close()


def test_what_was_decided_twice_is_taken_back_twice(session: Session) -> None:
    first = decide(session, statement(session, "Sapt", 2), **{"is": "p_SF1"})
    once = now(session)
    anew = {"statement": statement(session, "Sapt", 2), "values": {"is": "p_XX1"}, "expects": first}
    second = session.decide([anew])["decisions"][0]["mark"]
    session.withdraw([second])
    assert now(session) == once
    session.withdraw([first])
    assert now(session) == VOLUME
    assert session.decisions() == []
