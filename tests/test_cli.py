"""The command line, as a user meets it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from teiconv.cli import COMMANDS, main

MEMO = b"1. Telegram From the Embassy in Peru to the Department of State\n\nLima, May 5, 1971.\n\nVelasco agrees."


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def invoke(*arguments: str, data: bytes | None = None):
        return CliRunner().invoke(main, arguments, input=data)

    return invoke


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(run, command):
    result = run(command, "--help")
    assert result.exit_code == 0
    assert "Usage:" in result.output


def test_seed_there_and_back(run, seed):
    Path("memo.txt").write_bytes(seed)
    assert run("convert", "memo.txt", "-o", "memo.xml").exit_code == 0
    assert run("validate", "memo.xml").exit_code == 0
    assert run("text", "memo.xml", "-o", "back.txt").exit_code == 0
    assert Path("back.txt").read_bytes() == seed


def test_standard_input_and_output(run):
    tei = run("convert", "-", data=MEMO)
    assert tei.exit_code == 0
    assert run("text", "-", data=tei.stdout_bytes).stdout_bytes == MEMO


def test_a_dash_as_output_is_standard_output(run):
    Path("memo.txt").write_bytes(MEMO)
    assert run("convert", "memo.txt", "-o", "-").stdout_bytes == run("convert", "memo.txt").stdout_bytes
    assert not Path("-").exists()


def test_a_folder_of_outputs(run):
    for name in ("a.txt", "b.txt"):
        Path(name).write_bytes(MEMO)
    assert run("convert", "a.txt", "b.txt", "-o", "tei/").exit_code == 0
    assert sorted(os.listdir("tei")) == ["a.xml", "b.xml"]


def test_a_failure_does_not_stop_the_rest(run):
    Path("good.txt").write_bytes(MEMO)
    Path("bad.txt").write_bytes(b"One\nTw\xe9")
    result = run("convert", "bad.txt", "good.txt", "-o", "tei/")
    assert result.exit_code == 3
    assert "bad.txt:2:3: the bytes E9 are not utf-8" in result.stderr
    assert os.listdir("tei") == ["good.xml"]


def test_an_input_is_never_replaced(run):
    Path("memo.xml").write_bytes(MEMO)
    result = run("convert", "memo.xml", "-o", "memo.xml")
    assert result.exit_code == 2
    assert Path("memo.xml").read_bytes() == MEMO


def test_what_is_no_xml(run):
    Path("memo.xml").write_bytes(b"<TEI>")
    result = run("text", "memo.xml")
    assert result.exit_code == 4
    assert result.stderr.startswith("teiconv: memo.xml:1:")


@pytest.mark.parametrize("stage", ["source", "blocks", "model", "document", "tei"])
def test_every_stage_can_be_shown(run, stage):
    Path("memo.txt").write_bytes(MEMO)
    result = run("show", "--stage", stage, "memo.txt")
    assert result.exit_code == 0
    assert "Velasco" in result.output


def test_the_header_is_shown_in_lines_with_labels(run):
    Path("memo.txt").write_bytes(b"1. Letter From John Roe to Jane Doe\r\n\r\nLima, May 5, 1971.\r\n")
    shown = run("show", "memo.txt").output
    assert "form:\n  encoding: utf-8\n  byte order mark: no\n  line end: '\\r\\n'\n" in shown
    assert "  created:\n    text: May 5, 1971\n    attributes: when 1971-05-05\n" in shown
    assert "  sent:\n    kind: persName\n    name: John Roe\n" in shown
    assert "Header(" not in shown


@pytest.mark.parametrize("command", [("text",), ("validate",), ("persons", "--doubtful")], ids=lambda words: words[0])
def test_no_more_is_read_of_tei_than_a_document_may_have(run, command):
    from teiconv.formats.tei.parsing import LIMITS

    data = b"<TEI>".ljust(LIMITS.size + 2)
    Path("large.xml").write_bytes(data)
    for result in (run(*command, "large.xml"), run(*command, "-", data=data)):
        assert "is larger than 32 MB" in result.output
        assert result.exit_code == 4


@pytest.mark.parametrize("module", ["teiconv", "teiconv.cli"])
def test_it_runs_as_a_module(module):
    done = subprocess.run([sys.executable, "-m", module, "--help"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("Usage: teiconv ")


def test_version(run):
    from teiconv import __version__

    assert __version__ in run("--version").output


def test_validate_does_not_mix_standard_input_with_files(run):
    Path("memo.xml").write_bytes(b"<TEI/>")
    done = run("validate", "-", "memo.xml", data=b"<TEI/>")
    assert done.exit_code == 2
    assert "- (standard input) cannot be mixed with files" in done.stderr


def test_a_folder_without_tei_is_told(run):
    Path("empty").mkdir()
    done = run("validate", "empty")
    assert done.exit_code == 1
    assert "empty: this folder has no .xml file" in done.stderr


def test_two_files_of_one_name_do_not_become_one(run):
    for folder in ("one", "two", "out"):
        Path(folder).mkdir()
        Path(folder, "memo.txt").write_bytes(MEMO)
    done = run("convert", "one/memo.txt", "two/memo.txt", "-o", "out")
    assert done.exit_code == 2
    assert "several inputs have the same name; convert them to different folders" in done.stderr
    assert not list(Path("out").glob("*.xml"))


def test_links_that_lead_round_in_a_circle_are_told(run):
    Path("memo.txt").write_bytes(MEMO)
    Path("one.xml").symlink_to("two.xml")
    Path("two.xml").symlink_to("one.xml")
    done = run("convert", "memo.txt", "-o", "one.xml")
    assert done.exit_code == 1
    assert "one.xml: cannot be written: " in done.stderr


def test_edits_are_taken_from_one_file_for_each_text(run):
    Path("memo.txt").write_bytes(MEMO)
    done = run("convert", "memo.txt", "--split", "-o", "out", "--take-edits", "edits.csv")
    assert done.exit_code == 2
    assert "--take-edits takes one TEI file for each text; leave out --split or --profile" in done.stderr
