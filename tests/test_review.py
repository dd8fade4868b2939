"""The review without its page: what is found doubtful, and that no decision is lost."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
import webbrowser
from collections.abc import Callable, Iterator
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, closing, suppress
from pathlib import Path
from random import Random
from typing import Any

import pytest
from batch_helpers import tree
from click.testing import CliRunner
from review_helpers import DOCUMENTS, PERSONS, volume
from test_advice import SCANNED

from teiconv import read_tei, to_tei
from teiconv.advice import Case, advice
from teiconv.cli import main
from teiconv.editing import journal as journals
from teiconv.editing.file import in_force, read_decisions
from teiconv.editing.journal import Journal, mend, now
from teiconv.errors import TeiconvError
from teiconv.formats.tei.read import open_tei
from teiconv.model import element
from teiconv.model.decision import Decision, Kind
from teiconv.names.lists.load import load_persons
from teiconv.options import Options
from teiconv.review import cards
from teiconv.review.changed import ConflictError
from teiconv.review.decided import wrong_values
from teiconv.review.folder import Folder
from teiconv.review.index import Index
from teiconv.review.machine import Machine, Told
from teiconv.review.reader import Contents
from teiconv.review.reasons import of_element
from teiconv.review.session import Session
from teiconv.review.statements import Statement, stated
from teiconv.review.view import pieces, place_in_xml
from teiconv.review.words import find, place_of

AT_LEISURE = 120
"""Seconds that a server may take to end on a busy machine: what is tested is that it does."""


@pytest.fixture(scope="module")
def tei(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return volume(tmp_path_factory.mktemp("volume"))


Opening = Callable[..., Session]


@pytest.fixture
def session_on() -> Iterator[Opening]:
    """Open a session on a folder and a file of decisions; all are closed at the end."""
    with ExitStack() as stack:

        def opened(tei: Path, place: Path, who: str = "Ada", machine: Machine | None = None) -> Session:
            index = Index(":memory:")
            stack.callback(index.close)
            folder = Folder(tei, index)
            folder.refresh()
            return Session(folder, Journal(place), who, machine=machine)

        yield opened


def of_kind(statements: tuple[Statement, ...], kind: str) -> list[Statement]:
    return [one for one in statements if one.kind == kind]


# What an encoding says.


def test_each_statement_has_its_words_where_the_text_has_them(tei: Path) -> None:
    found = stated(read_tei(tei / "d1.xml"))
    for one in found.statements:
        assert " ".join(found.text[one.start : one.end].split()) == one.words
        assert find(found.text, one.words, one.nth) == (one.start, one.end)


def test_a_name_that_several_bear_is_doubtful_and_says_why(tei: Path) -> None:
    names = of_kind(stated(read_tei(tei / "d1.xml")).statements, "person")
    doubtful = [one for one in names if one.doubt]
    assert [(one.words, one.candidates) for one in doubtful] == [("Sapt", ("p_SF1", "p_SF2"))] * 2
    assert doubtful[0].why[0] == "2 may be meant, and nothing tells them apart"


def _person(session: Session, words: str) -> dict[str, Any]:
    rows = session.rows({"kind": "person", "state": "all"}, 0, 100)["rows"]
    shown = cards.statement(session, next(row["statement"] for row in rows if row["words"] == words))
    assert shown is not None
    return shown


def test_with_the_list_each_candidate_has_what_speaks_for_it(tei: Path, tmp_path: Path, session_on: Opening) -> None:
    persons = load_persons([("persons.txt", PERSONS.encode())])
    shown = _person(session_on(tei, tmp_path / "d.toml", machine=Machine(Options(persons=persons))), "Sapt")
    assert "nothing tells these apart, and so the link points to all, with low certainty" in shown["why"]
    assert [one["signs"] for one in shown["candidates"]] == [(), ()]


def test_without_the_list_that_made_the_links_no_signs_are_made_up(
    tei: Path, tmp_path: Path, session_on: Opening
) -> None:
    shown = _person(session_on(tei, tmp_path / "d.toml"), "Sapt")
    assert shown["why"] == ["2 may be meant, and nothing tells them apart", shown["why"][1]]
    assert not any(one["signs"] for one in shown["candidates"])


def test_names_that_were_found_without_a_list_have_their_signs(tmp_path: Path, session_on: Opening) -> None:
    (tmp_path / "tei").mkdir()
    text = "12. Memorandum From Mr. Roe to President Doe\n\nMr. Roe told Mr. Marsh. Roe agreed.\n"
    (tmp_path / "tei" / "d12.xml").write_bytes(to_tei(text))
    session = session_on(tmp_path / "tei", tmp_path / "d.toml")
    shown = _person(session, "Marsh")
    assert any("the title “mr” stands before the name" in one for one in shown["why"])


def test_of_words_with_other_candidates_than_the_link_has_nothing_is_told(tei: Path) -> None:
    """The list was changed since the batch, or an editor has corrected the link."""
    found = stated(read_tei(tei / "d1.xml"))
    machine = Machine(Options(persons=load_persons([("persons.txt", PERSONS.encode())])))
    name = of_kind(found.statements, "person")[0]
    assert machine.told(found, "d1", (name.start, name.end), name.candidates).why
    assert machine.told(found, "d1", (name.start, name.end), ("p_XX1",)) == Told()
    assert machine.told(found, "d1", (name.start - 1, name.end), name.candidates) == Told()


def test_the_reasons_that_an_encoding_gives_are_told() -> None:
    node = element("persName", "Sapt", evidence="internal", source="#d7", resp="#ada")
    assert of_element(node, 1) == ("evidence: internal", "said by ada", "source: #d7")


def test_a_note_in_the_line_has_no_call(tmp_path: Path) -> None:
    text = "12. Memorandum\n\nPOL 15–1 RUR\n\nStrelsau, May 1, 1970.\n\nNobody came.\n"
    tei = to_tei(text).replace(b"<p>Nobody", b'<note rend="inline">Not sent.</note><p>Nobody')
    found = stated(read_tei(tei))
    assert "Not sent." in found.text
    assert of_kind(found.statements, "call") == []


def test_advice_about_the_text_as_a_whole_is_no_statement() -> None:
    """Nothing of it can be decided."""
    document = read_tei(to_tei(SCANNED))
    assert [one.kind for one in advice(Case(document.text, document)) if one.kind == "ocr"] == ["ocr"]
    assert "ocr" not in {one.kind for one in stated(document).statements}


def test_an_element_that_the_xml_no_longer_has_is_on_no_line(tei: Path) -> None:
    div = open_tei((tei / "d1.xml").read_bytes(), "d1.xml").divs[0]
    assert place_in_xml(div, "persName", 99, alone=True) == {"line": None}


def test_an_index_of_another_version_is_made_anew(tei: Path, tmp_path: Path) -> None:
    place = tmp_path / "tei.review.sqlite"
    with closing(sqlite3.connect(place)) as base:
        base.execute("CREATE TABLE documents(name TEXT)")
        base.execute("PRAGMA user_version = 1")
        base.commit()
    index = Index(place)
    assert index.ask("SELECT name FROM pragma_table_info('documents') WHERE name = 'name'") == []
    assert index.ask("SELECT * FROM documents") == []
    index.close()


def test_a_call_is_told_by_the_word_that_it_follows(tei: Path) -> None:
    calls = of_kind(stated(read_tei(tei / "d1.xml")).statements, "call")
    assert [(one.words, one.values) for one in calls] == [("Elphberg1", {"is": "1"}), ("crowns,2", {"is": "2"})]


def test_what_is_missing_is_a_doubt(tmp_path: Path) -> None:
    from teiconv import to_tei

    text = "4. Telegram From the Embassy in Peru to the Department of State\n\nThe minister is ill.\n"
    statements = stated(read_tei(to_tei(text))).statements
    dates = of_kind(statements, "date")
    assert [(one.doubt, one.why) for one in dates] == [(2, ("the document has no date",))]


def test_a_document_that_says_that_it_is_undated_misses_no_date() -> None:
    text = "4. Telegram From the Embassy in Peru to the Department of State\n\nLima, undated.\n\nThe minister is ill.\n"
    dates = of_kind(stated(read_tei(to_tei(text))).statements, "date")
    assert not any("the document has no date" in one.why for one in dates)


def test_which_of_equal_words_is_meant_is_counted() -> None:
    text = "Sapt met\nMr. Sapt and Sapt."
    assert [place_of(text, *span) for span in ((0, 4), (13, 17), (22, 26))] == [("Sapt", 1), ("Sapt", 2), ("Sapt", 3)]
    assert place_of(text, 5, 12) == ("met Mr.", 1)
    assert find(text, "met Mr.") == (5, 12)


def test_pieces_of_a_text_are_the_text() -> None:
    cut = list(pieces("0123456789", [(2, 6, 1), (4, 5, 2), (8, 8, 3)]))
    assert "".join(piece["text"] for piece in cut) == "0123456789"
    assert [(piece["text"], piece["about"]) for piece in cut] == [
        ("01", []), ("23", [1]), ("4", [1, 2]), ("5", [1]), ("6789", []),
    ]  # fmt: skip


# The index.


def test_what_is_doubtful_comes_first_by_kind(session_on: Opening, tei: Path, tmp_path: Path) -> None:
    session = session_on(tei, tmp_path / "decisions.toml")
    rows = session.rows({"state": "all"}, 0, 500)["rows"]
    doubts = [row["doubt"] > 0 for row in rows]
    assert doubts == sorted(doubts, reverse=True)
    assert [row["number"] for row in rows[: 2 * DOCUMENTS : 2]] == [str(n) for n in range(1, DOCUMENTS + 1)]


def test_only_changed_files_are_read_again(tmp_path: Path) -> None:
    tei = volume(tmp_path)
    index = Index(tmp_path / "index.sqlite")
    Folder(tei, index).refresh()
    index.close()
    index = Index(tmp_path / "index.sqlite")
    (tei / "d2.xml").write_bytes((tei / "d2.xml").read_bytes().replace(b"The Duke", b"The Prince"))
    (tei / "d3.xml").unlink()
    folder = Folder(tei, index)
    read: list[str] = []
    original = folder._read
    folder._read = lambda files: (read.extend(files), original(files))[1]  # type: ignore[method-assign, func-returns-value]
    folder.refresh()
    assert read == ["d2.xml"]
    assert index.one("SELECT count(*) FROM documents") == (DOCUMENTS - 1,)
    index.close()


def test_a_file_that_cannot_be_read_is_told_and_the_rest_reviewed(session_on: Opening, tmp_path: Path) -> None:
    tei = volume(tmp_path)
    (tei / "d2.xml").write_bytes(b"<TEI")
    state = session_on(tei, tmp_path / "decisions.toml").state()
    assert state["documents"] == DOCUMENTS - 1
    assert state["faults"][0].startswith("d2.xml:1:")


def test_a_folder_of_others_is_reviewed_but_for_files_that_cannot_be_read(session_on: Opening, tmp_path: Path) -> None:
    folder = tmp_path / "others"
    folder.mkdir()
    div = '<div type="document" xml:id="d{}"><p>Sapt came on <date when="1971">Monday</date>.</p></div>'
    tei = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{}</body></text></TEI>'
    (folder / "good.xml").write_text(tei.format(div.format(1)), encoding="utf-8")
    (folder / "a-torn.xml").write_text(tei.format(div.format(2))[:-9], encoding="utf-8")
    (folder / "empty.xml").write_text('<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/></TEI>', encoding="utf-8")
    (folder / "text.xml").write_text("This is no XML.", encoding="utf-8")
    state = session_on(folder, tmp_path / "decisions.toml").state()
    assert state["documents"] == 1
    assert [fault.partition(":")[0] for fault in state["faults"]] == ["a-torn.xml", "empty.xml", "text.xml"]


# Decisions.


def decided(place: Path) -> list[tuple[str, str, str]]:
    found = in_force(read_decisions(place.read_bytes(), "decisions.toml"))[0]
    return [(one.document, one.words, one.get("is")) for one in found]


def test_a_decision_is_in_the_file_when_it_is_answered(session_on: Opening, tei: Path, tmp_path: Path) -> None:
    place = tmp_path / "decisions.toml"
    session = session_on(tei, place)
    first = session.rows({}, 0, 1)["rows"][0]["statement"]
    session.decide([{"statement": first, "values": {"is": "p_SF2"}, "expects": None}])
    assert decided(place) == [("d1", "Sapt", "p_SF2")]
    assert session.rows({}, 0, 1)["total"] == 2 * DOCUMENTS - 1
    assert session.state()["decisions"] == 1


def test_what_was_there_before_stays_to_the_byte(session_on: Opening, tei: Path, tmp_path: Path) -> None:
    place = tmp_path / "decisions.toml"
    own = b'# by hand\n[[person]]\nwords   =  "Hentzau" # he\nis = "p_HH1"\n'
    place.write_bytes(own)
    session = session_on(tei, place)
    first = session.rows({}, 0, 1)["rows"][0]["statement"]
    made = session.decide([{"statement": first, "values": {"is": "p_SF2"}}])
    session.withdraw([made["decisions"][0]["mark"]])
    assert place.read_bytes().startswith(own)
    assert decided(place) == [("*", "Hentzau", "p_HH1")]


def test_to_take_back_a_second_thought_restores_the_first(session_on: Opening, tei: Path, tmp_path: Path) -> None:
    place = tmp_path / "decisions.toml"
    session = session_on(tei, place)
    first = session.rows({}, 0, 1)["rows"][0]["statement"]
    session.decide([{"statement": first, "values": {"is": "p_SF1"}}])
    second = session.decide([{"statement": first, "values": {"is": "p_SF2"}}])
    session.withdraw([second["decisions"][0]["mark"]])
    assert decided(place) == [("d1", "Sapt", "p_SF1")]


def test_two_sessions_on_one_folder_lose_nothing_of_each_other(session_on: Opening, tei: Path, tmp_path: Path) -> None:
    place = tmp_path / "decisions.toml"
    ada, ben = session_on(tei, place), session_on(tei, place, "Ben")
    statements = [row["statement"] for row in ada.rows({}, 0, 50)["rows"]]
    for number, statement in enumerate(statements):
        (ada, ben)[number % 2].decide([{"statement": statement, "values": {"is": "p_SF1"}, "expects": None}])
    assert len(decided(place)) == len(statements)
    assert ada.rows({}, 0, 1)["total"] == ben.rows({}, 0, 1)["total"] == 0


def test_who_decides_what_another_decided_meanwhile_is_told(session_on: Opening, tei: Path, tmp_path: Path) -> None:
    place = tmp_path / "decisions.toml"
    ada, ben = session_on(tei, place), session_on(tei, place, "Ben")
    first = ada.rows({}, 0, 1)["rows"][0]["statement"]
    ben.decide([{"statement": first, "values": {"is": "p_SF2"}, "expects": None}])
    with pytest.raises(ConflictError, match="Ben has decided this meanwhile"):
        ada.decide([{"statement": first, "values": {"is": "p_SF1"}, "expects": None}])
    assert decided(place) == [("d1", "Sapt", "p_SF2")]


def test_what_another_window_decided_is_not_overwritten(session_on: Opening, tei: Path, tmp_path: Path) -> None:
    """The editor may have two windows: the same name makes no difference."""
    place = tmp_path / "decisions.toml"
    session = session_on(tei, place)
    first = session.rows({}, 0, 1)["rows"][0]["statement"]
    session.decide([{"statement": first, "values": {"is": "p_SF1"}, "expects": None}])
    with pytest.raises(ConflictError, match="Ada has decided this meanwhile"):
        session.decide([{"statement": first, "values": {"is": "nothing"}, "expects": None}])
    assert decided(place) == [("d1", "Sapt", "p_SF1")]


def test_one_place_is_decided_against_what_holds_for_all(session_on: Opening, tei: Path, tmp_path: Path) -> None:
    place = tmp_path / "decisions.toml"
    place.write_text('[[person]]\nwords = "Sapt"\nis = "p_SF1"\n', encoding="utf-8")
    session = session_on(tei, place)
    row = session.rows({"state": "decided"}, 0, 1)["rows"][0]
    said = {"statement": row["statement"], "values": {"is": "p_SF2"}, "expects": row["decision"]["mark"]}
    session.decide([said])
    assert decided(place) == [("*", "Sapt", "p_SF1"), ("d1", "Sapt", "p_SF2")]


def test_another_sender_settles_the_one_that_was_read(session_on: Opening, tei: Path, tmp_path: Path) -> None:
    session = session_on(tei, tmp_path / "decisions.toml")
    choice = {"kind": "sender", "document": "1", "state": "open"}
    (read,) = session.rows(choice, 0, 9)["rows"]
    made = session.decide([{"statement": read["statement"], "values": {"is": "p_SF2"}, "expects": None}])
    assert session.rows(choice, 0, 9)["total"] == 0
    (shown,) = session.rows({**choice, "state": "decided"}, 0, 9)["rows"]
    assert shown["decision"]["label"] == "Sapt, Fritz, Colonel"
    session.withdraw([made["decisions"][0]["mark"]])
    assert session.rows(choice, 0, 9)["total"] == 1


def test_senders_decided_bit_by_bit_are_what_is_decided_at_once(session_on: Opening, tei: Path, tmp_path: Path) -> None:
    place = tmp_path / "decisions.toml"
    session = session_on(tei, place)
    query = "SELECT statement, decision FROM temp.decided ORDER BY statement"
    for person in ("p_SF2", "p_HH1", "p_SF1", "nothing"):
        session.decide([{"kind": "sender", "name": "d1", "values": {"is": person}}])
        assert session.index.ask(query) == asked_afresh(session_on(tei, place), query)


@pytest.mark.parametrize("day", ["1969-02-30", "1969-13", "1969-04-31"])
def test_a_day_that_is_in_no_calendar_is_refused(session_on: Opening, tei: Path, tmp_path: Path, day: str) -> None:
    place = tmp_path / "decisions.toml"
    session = session_on(tei, place)
    date = session.rows({"kind": "date", "state": "all"}, 0, 1)["rows"][0]["statement"]
    with pytest.raises(TeiconvError, match=f"“when”: there is no day {day}"):
        session.decide([{"statement": date, "values": {"when": day}, "expects": None}])
    assert not place.exists()


def test_a_decision_that_cannot_be_meant_is_refused_and_not_written(
    session_on: Opening, tei: Path, tmp_path: Path
) -> None:
    place = tmp_path / "decisions.toml"
    session = session_on(tei, place)
    first = session.rows({}, 0, 1)["rows"][0]["statement"]
    with pytest.raises(TeiconvError, match="takes an xml:id"):
        session.decide([{"statement": first, "values": {"is": "two words"}}])
    assert not place.exists()


def test_what_is_joined_bit_by_bit_is_what_is_joined_at_once(session_on: Opening, tei: Path, tmp_path: Path) -> None:
    """Decisions about one place, one document or all, made and taken back in any order."""
    place = tmp_path / "decisions.toml"
    session, random = session_on(tei, place), Random(7)
    for step in range(60):
        if step % 5 == 4 and session.decisions():
            session.withdraw([random.choice(session.decisions())["mark"]])
        else:
            nth = random.choice([None, 1, 2])
            name = random.choice(["*", "d1", "d2", "d2"])
            values = {"is": random.choice(["p_SF1", "p_SF2", "nothing"])}
            session.decide([{"kind": "person", "name": name, "words": "Sapt", "nth": nth, "values": values}])
        query = "SELECT statement, decision FROM temp.decided ORDER BY statement"
        assert session.index.ask(query) == asked_afresh(session_on(tei, place), query)


def asked_afresh(session: Session, query: str) -> list[tuple[object, ...]]:
    session.refresh()
    return session.index.ask(query)


_DECIDING = """
import sys
from pathlib import Path
from teiconv.model.decision import Decision, Kind
from teiconv.editing.journal import Journal, now
journal = Journal(Path(sys.argv[1]))
for number in range(int(sys.argv[3])):
    journal.add([Decision(Kind.PERSON, "d1", f"{sys.argv[2]}{number}", None, (("is", "p_X1"),), sys.argv[2], now())])
    print(number, flush=True)
"""


def test_several_processes_write_at_once_and_nothing_is_lost(tmp_path: Path) -> None:
    place = tmp_path / "decisions.toml"
    writers = [
        subprocess.Popen([sys.executable, "-c", _DECIDING, str(place), name, "30"], stdout=subprocess.DEVNULL)
        for name in "ab"
    ]
    assert [writer.wait(120) for writer in writers] == [0, 0]
    assert {words for _, words, _ in decided(place)} == {f"{name}{number}" for name in "ab" for number in range(30)}


def test_a_killed_process_has_written_all_that_it_answered(tmp_path: Path) -> None:
    place = tmp_path / "decisions.toml"
    command = [sys.executable, "-c", _DECIDING, str(place), "a", "100000"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout
        answered = [int(writer.stdout.readline()) for _ in range(25)]
        os.kill(writer.pid, signal.SIGKILL)
    assert len(decided(place)) >= len(answered)


def test_a_decision_that_was_cut_short_becomes_a_comment_and_is_told(tmp_path: Path) -> None:
    place = tmp_path / "decisions.toml"
    journal = Journal(place)
    for words in ("Sapt", "Hentzau"):
        journal.add([Decision(Kind.PERSON, "d1", words, None, (("is", "p_X1"),), "Ada", now())])
    place.write_bytes(place.read_bytes()[:-20])
    told = mend(place)
    assert told is not None
    assert "was cut short" in told
    assert decided(place) == [("d1", "Sapt", "p_X1")]
    assert b"# cut short: " in place.read_bytes()
    assert mend(place) is None


def test_marks_tell_decisions_apart() -> None:
    one = Decision(Kind.PERSON, "d1", "Sapt", 1, (("is", "p_SF1"),), "Ada", "2026-11-29T10:00:00Z")
    assert one.key == one.key
    assert one.key != Decision(Kind.PERSON, "d1", "Sapt", 2, one.values, one.who, one.at).key


def test_what_held_is_known_before_a_decision_is_written(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "decisions.toml")
    first, second = (Decision(Kind.PERSON, "d1", "Sapt", 1, (("is", id),), "Ada", now()) for id in ("p_1", "p_2"))
    assert journal.before(first) is None
    journal.add([first])
    before = journal.before(second)
    assert before is not None
    assert before.key == first.key


def test_who_replaces_the_file_of_decisions_meanwhile_is_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An editor saves by renaming: what is decided goes into the new file, and not into the one that is gone."""
    place, taken = tmp_path / "decisions.toml", []
    journal = Journal(place)

    def replaced(handle: int) -> None:
        if not taken:
            (tmp_path / "saved").write_text("# saved\n", encoding="utf-8")
            (tmp_path / "saved").replace(place)
        taken.append(handle)

    monkeypatch.setattr(journals, "_lock", replaced)
    journal.add([Decision(Kind.PERSON, "d1", "Sapt", None, (("is", "p_X1"),), "Ada", now())])
    assert place.read_text(encoding="utf-8").startswith("# saved\n")
    assert (len(taken), decided(place)) == (2, [("d1", "Sapt", "p_X1")])


# The command.


def test_a_folder_without_tei_is_told(tmp_path: Path) -> None:
    pytest.importorskip("uvicorn", reason="uvicorn is not installed: pip install 'teiconv[review]'")
    (tmp_path / "empty").mkdir()
    done = CliRunner().invoke(main, ["review", str(tmp_path / "empty"), "--no-browser"])
    assert done.exit_code == 1
    assert "no documents found" in done.output


def test_decisions_that_are_no_file_are_told(tei: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["review", str(tei), "--decisions", os.devnull, "--no-browser"])
    assert done.exit_code == 1
    assert f"{os.devnull}: is not a file; name another with --decisions" in done.output


def test_without_its_extra_the_command_says_what_to_install(tei: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    done = CliRunner().invoke(main, ["review", str(tei), "--no-browser"])
    assert done.exit_code == 6
    assert "pip install 'teiconv[review]'" in done.output


def test_decisions_that_cannot_be_read_are_told_with_their_line(tei: Path, tmp_path: Path) -> None:
    place = tmp_path / "decisions.toml"
    pytest.importorskip("uvicorn", reason="uvicorn is not installed: pip install 'teiconv[review]'")
    place.write_text('[[person]]\nwords = "Sapt"\nis = "two words"\n', encoding="utf-8")
    done = CliRunner().invoke(main, ["review", str(tei), "--no-browser", "--decisions", str(place)])
    assert done.exit_code == 1
    assert "decisions.toml:1: “is” takes an xml:id" in done.output


def test_the_page_is_opened_at_the_document_that_is_named(
    tei: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    uvicorn = pytest.importorskip("uvicorn", reason="uvicorn is not installed: pip install 'teiconv[review]'")
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", opened.append)
    monkeypatch.setattr(uvicorn.Server, "run", lambda server, sockets: None)
    place = tmp_path / "decisions.toml"
    place.write_text('[[person]]\nwords = "Sapt"', encoding="utf-8")  # the power failed
    done = CliRunner().invoke(main, ["review", str(tei), "--document", "d 2", "--decisions", str(place)])
    assert done.exit_code == 0, done.output
    assert [url.partition("#")[2] for url in opened] == ["id=d%202"]
    assert "decisions.toml: the last decision was cut short, and is now a comment" in done.output


def children(process: int) -> set[int]:
    """Return the processes that ``process`` began (on Linux)."""
    return {pid for pid, parent in _parents() if parent == process}


def _parents() -> Iterator[tuple[int, int]]:
    """Yield each process with the one that began it."""
    for state in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # it has ended meanwhile
            yield int(state.parent.name), int(state.read_text().rpartition(")")[2].split()[1])


def is_alive(process: int) -> bool:
    state = Path(f"/proc/{process}/stat")
    return state.exists() and state.read_text().rpartition(")")[2].split()[0] != "Z"


@pytest.fixture
def hears_ctrl_c() -> Iterator[None]:
    """Who runs the tests in the background ignores Ctrl-C, and so would every process that they start."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="there is no /proc to look into")
@pytest.mark.usefixtures("hears_ctrl_c")
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_nothing_goes_on_when_the_server_is_ended_while_files_are_read(
    tei: Path, tmp_path: Path, how: signal.Signals
) -> None:
    pytest.importorskip("uvicorn", reason="uvicorn is not installed: pip install 'teiconv[review]'")
    many = tmp_path / "many"
    many.mkdir()
    for number in range(400):
        (many / f"d{number}.xml").write_bytes((tei / "d1.xml").read_bytes())
    command = [sys.executable, "-m", "teiconv", "review", str(many), "--no-browser"]
    with (
        subprocess.Popen(command, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL) as process,
        ExitStack() as stack,
    ):
        begun: set[int] = set()
        stack.callback(process.kill)  # whatever fails, nothing waits for it
        end = time.monotonic() + AT_LEISURE
        while not begun and time.monotonic() < end and process.poll() is None:
            begun = children(process.pid)
            time.sleep(0.01)
        assert begun
        process.send_signal(how)
        process.wait(AT_LEISURE)
        while any(map(is_alive, begun)) and time.monotonic() < end:
            time.sleep(0.05)
        assert not any(map(is_alive, begun))


@pytest.mark.parametrize("first", ["p_SF2", "p_EP1"])
def test_a_sender_decided_anew_takes_the_place_of_the_one_decided(
    session_on: Opening, tei: Path, tmp_path: Path, first: str
) -> None:
    session = session_on(tei, tmp_path / "decisions.toml")
    statement = session.rows({"kind": "sender", "document": "1", "state": "all"}, 0, 9)["rows"][0]["statement"]
    (before,) = session.decide([{"statement": statement, "values": {"is": first}}])["decisions"]
    (second,) = session.decide([{"statement": statement, "values": {"is": "p_SF1"}, "expects": before["mark"]}])[
        "decisions"
    ]

    def holding() -> list[str]:
        return [one.get("is") for one in session.journal.holding.values()]

    assert holding() == ["p_SF1"]
    session.withdraw([second["mark"]])
    assert holding() == [first]
    session.withdraw(list(session.journal.holding))
    assert holding() == []


def test_two_senders_are_named_by_words_that_are_selected(session_on: Opening, tei: Path, tmp_path: Path) -> None:
    session = session_on(tei, tmp_path / "decisions.toml")
    for person in ("p_SF1", "p_SF2"):
        session.decide([{"kind": "sender", "document": 1, "values": {"is": person}}])
    assert [one.get("is") for one in session.journal.holding.values()] == ["p_SF1", "p_SF2"]


def test_another_title_and_another_date_of_a_document_settle_what_was_read(
    session_on: Opening, tei: Path, tmp_path: Path
) -> None:
    session = session_on(tei, tmp_path / "decisions.toml")
    (title,) = session.rows({"kind": "title", "document": "1", "state": "all"}, 0, 9)["rows"]
    session.decide([{"statement": title["statement"], "values": {"is": "Another"}, "expects": None}])
    session.decide([{"kind": "date", "name": "d1", "values": {"when": "1970"}}])
    assert session.rows({"kind": "title", "state": "decided"}, 0, 9)["total"] == 1
    assert session.rows({"kind": "date", "state": "decided"}, 0, 9)["total"] == 0


@pytest.mark.parametrize("name", ["d1", "d1.txt", "d1.xml"])
def test_a_document_is_known_by_its_file_with_and_without_suffix(
    session_on: Opening, tei: Path, tmp_path: Path, name: str
) -> None:
    place = tmp_path / "decisions.toml"
    place.write_text(f'[[title]]\ndocument = "{name}"\nis = "One"\n', encoding="utf-8")
    session = session_on(tei, place)
    assert session.rows({"kind": "title", "state": "decided"}, 0, 9)["total"] == 1


def test_a_file_in_a_folder_is_known_by_its_name_as_the_batch_knows_it(session_on: Opening, tmp_path: Path) -> None:
    for file in ("a/memo", "b/memo", "b/mymemo"):
        tree(tmp_path / "texts", {f"{file}.txt": "Memorandum\n\nStrelsau, May 5, 1971.\n\nThe nets are torn.\n"})
    run = CliRunner().invoke(main, ["batch", str(tmp_path / "texts"), str(tmp_path / "tei"), "-q", "-j1"])
    assert run.exit_code == 0, run.output
    place = tmp_path / "decisions.toml"
    for name, count in (("memo", 2), ("b/memo", 1), ("mymemo.txt", 1), ("emo", 0)):
        place.write_text(f'[[title]]\ndocument = "{name}"\nis = "One"\n', encoding="utf-8")
        session = session_on(tmp_path / "tei", place)
        assert session.rows({"kind": "title", "state": "decided"}, 0, 9)["total"] == count, name


def test_a_person_whom_no_list_has_is_decided_with_the_name(session_on: Opening, tmp_path: Path) -> None:
    text = (
        "1. Memorandum of Conversation\n\nStrelsau, May 5, 1971.\n\nI saw Hentzau on April 3. {} Hentzau wrote to me.\n"
    )
    tree(tmp_path / "texts", {"d1.txt": text.format("Henry"), "d2.txt": text.format("Rupert")})
    batch = ["batch", str(tmp_path / "texts"), str(tmp_path / "tei"), "-q", "-j1"]
    assert CliRunner().invoke(main, batch).exit_code == 0
    place = tmp_path / "decisions.toml"
    session = session_on(tmp_path / "tei", place)
    statement = session.rows({"kind": "person", "state": "all"}, 0, 9)["rows"][0]["statement"]
    session.decide([{"statement": statement, "values": {"is": "p_hentzau-rupert"}}])
    assert 'name = "Hentzau, Rupert"' in place.read_text(encoding="utf-8")
    done = CliRunner().invoke(main, [*batch, "--decisions", str(place)])
    assert "not carried out" not in done.output
    assert '"persons.xml#p_hentzau-rupert"' in (tmp_path / "tei" / "d1.xml").read_text(encoding="utf-8")


def test_what_a_killed_process_should_have_read_is_read_here(
    session_on: Opening, tei: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(self: Folder, chunks: object, registers: object) -> Iterator[Contents]:
        raise BrokenProcessPool
        yield

    monkeypatch.setattr("teiconv.review.folder._FEW", 0)
    monkeypatch.setattr("teiconv.review.folder._CHUNK", 1)
    monkeypatch.setattr(Folder, "_read_elsewhere", killed)
    session = session_on(tei, tmp_path / "decisions.toml")
    assert session.state()["documents"] == DOCUMENTS
    assert session.state()["faults"] == []


SELECTED = [
    ({"kind": "gap", "words": "Mr. Sapt has", "nth": 1}, {"reason": "illegible"}, "only words in brackets"),
    ({"kind": "call", "words": "The horses", "nth": 1}, {"is": "2"}, "there is no such call"),
    ({"kind": "block", "words": "Mr. Sapt", "nth": 1}, {"is": "heading"}, "there is no block that says this"),
]


@pytest.mark.parametrize(("subject", "values", "why"), SELECTED)
def test_what_the_batch_cannot_carry_out_is_refused_in_its_words(tei, tmp_path, session_on, subject, values, why):
    session = session_on(tei, tmp_path / "decisions.toml")
    with pytest.raises(TeiconvError, match=f"this cannot be carried out: .*{why}"):
        session.decide([{**subject, "name": "d1", "values": values}])
    assert session.decisions() == []


def test_a_period_that_runs_backwards_is_refused_as_in_the_file(tei, tmp_path, session_on):
    session = session_on(tei, tmp_path / "decisions.toml")
    date = session.rows({"state": "all", "kind": "date"}, 0, 1)["rows"][0]["statement"]
    values = {"from": "1969-03-11", "to": "1969-03-01"}
    told = "“from” 1969-03-11 is after “to” 1969-03-01"
    assert wrong_values("date", values) == told
    with pytest.raises(TeiconvError, match=told):
        session.decide([{"statement": date, "values": values}])


def test_doubtful_links_are_counted_apart(tei, tmp_path, session_on):
    session = session_on(tei, tmp_path / "decisions.toml")
    sapt = cards.people(session, "sapt")[0]
    assert (sapt["mentions"], sapt["perhaps"]) == (0, 2 * DOCUMENTS)


def test_an_organisation_that_sent_a_document_is_decided_by_its_name():
    letter = (
        "1. Telegram From the Embassy in Ruritania to the Department of State1\n\nZenda, May 5, 1971.\n\nHello.\n\n"
    )
    found = stated(read_tei(to_tei(f"{letter}  1. Source: National Archives.\n")))
    assert [one.values for one in of_kind(found.statements, "sender")] == [{"organisation": "Embassy in Ruritania"}]
    decision = Decision(Kind.SENDER, values=(("organisation", "Embassy in Ruritania"),))
    document = read_tei(to_tei(f"{letter}  1. Source: National Archives.\n", Options(decisions=(decision,))))
    assert [one.name for one in document.sender] == ["Embassy in Ruritania"]
