"""The table of writers: a form that is no TEI is one record, and its document is proven as our own TEI."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from click.testing import CliRunner

import teiconv
from teiconv.cli import main
from teiconv.document.record import Document
from teiconv.formats import table
from teiconv.formats.table import Writer

TEXT = """12. Telegram From the Embassy in Peru to the Department of State

Lima, May 5, 1971.

The crane fell."""


NAME = "of-the-test"


def as_json(document: Document) -> bytes:
    return json.dumps({"title": document.header.title, "number": document.header.number}).encode()


@pytest.fixture
def with_json(monkeypatch):
    """Add a writer of JSON: one record in the table."""

    def add(**said):
        one = Writer(NAME, ".json", as_json, lambda document: (), **said)
        monkeypatch.setattr(table, "WRITERS", (*table.WRITERS, one))

    return add


def test_promised_profiles_are_in_the_table():
    assert {str(profile) for profile in teiconv.Profile} <= set(table.profiles())


def test_writer_of_no_tei_is_one_record(with_json):
    with_json(is_tei=False)
    assert json.loads(teiconv.to_tei(TEXT, profile=NAME))["number"] == "12"
    assert json.loads(teiconv.write_tei(teiconv.read_text(TEXT), NAME))["number"] == "12"
    assert teiconv.left_out(teiconv.read_text(TEXT), NAME) == ()


def test_command_line_writes_a_file_of_that_kind(with_json, tmp_path):
    with_json(is_tei=False)
    (tmp_path / "memo.txt").write_text(TEXT, encoding="utf-8")
    arguments = ["convert", str(tmp_path / "memo.txt"), "--profile", NAME, "-o", f"{tmp_path}/out/"]
    for _ in range(2):  # what stands there is no TEI, and is written over
        result = CliRunner().invoke(main, arguments)
        assert (result.exit_code, result.output) == (0, "")
    assert json.loads((tmp_path / "out" / "memo.json").read_text(encoding="utf-8"))["number"] == "12"


def test_document_of_a_writer_of_no_tei_is_proven_as_tei(with_json, monkeypatch):
    with_json(is_tei=False)
    proven = []
    refuse = teiconv.proof.prove._faults
    monkeypatch.setattr("teiconv.proof.prove._faults", lambda *all: proven.append(all[1]) or refuse(*all))
    teiconv.to_tei(TEXT, profile=NAME)
    assert [teiconv.to_text(tei) for tei in proven] == [TEXT]


def test_writer_that_makes_no_tei_and_does_not_say_so_is_told(with_json):
    with_json()
    with pytest.raises(
        teiconv.TeiconvError, match=r"the writer .of-the-test. made a file that is not TEI; .* must say is_tei=False"
    ):
        teiconv.to_tei(TEXT, profile=NAME)


def test_batch_refuses_a_profile_of_no_tei(with_json, tmp_path):
    with_json(is_tei=False)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "memo.txt").write_text(TEXT, encoding="utf-8")
    result = CliRunner().invoke(main, ["batch", str(tmp_path / "in"), str(tmp_path / "out"), "--profile", NAME])
    assert result.exit_code == 2
    assert "the profile 'of-the-test' is not TEI" in result.output


def test_unknown_profile_names_those_there_are():
    with pytest.raises(teiconv.TeiconvError, match=f"no profile 'p4'; there are {', '.join(table.profiles())}$"):
        teiconv.to_tei(TEXT, profile="p4")


@pytest.mark.parametrize("command", ["convert", "batch", "explain"])
def test_help_names_all_conventions_and_all_profiles(with_json, command, monkeypatch):
    from teiconv.conventions import table as conventions

    with_json(is_tei=False)
    further = replace(conventions.GENERIC, name=NAME)
    monkeypatch.setattr(conventions, "ALL", (*conventions.ALL, further))
    shown = CliRunner().invoke(main, [command, "--help"]).output
    assert "|".join(one.name for one in conventions.ALL) in "".join(shown.split())
    assert command == "explain" or "|".join(table.profiles()) in shown
