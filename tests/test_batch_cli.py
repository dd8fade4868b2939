"""``teiconv batch`` as it is called: settings, reports, exit codes, progress, signals."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from batch_helpers import contents, tree
from click.testing import CliRunner, Result

from teiconv.batch import read_manifest
from teiconv.cli import main
from teiconv.cli.progress import Progress
from teiconv.remember import forget

TEXT = (
    "{n}. Telegram From the Embassy in Peru to the Department of State\n\nLima, May 5, 1971.\n\nPresident Nixon came."
)
SHELF = {f"v/d{n}.txt": TEXT.format(n=n) for n in range(1, 4)}


def batch(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["batch", *map(str, arguments), "--jobs", "1"])


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    tree(tmp_path / "in", SHELF)
    return tmp_path


def test_there_and_back(shelf: Path) -> None:
    there = batch(shelf / "in", shelf / "tei")
    assert there.exit_code == 0
    assert there.stderr == f"3 converted, 0 unchanged, 0 failed; manifest: {shelf}/tei.manifest.jsonl\n"
    assert batch(shelf / "tei", shelf / "back", "--to", "text").exit_code == 0
    assert contents(shelf / "back") == contents(shelf / "in")
    assert "0 converted, 3 unchanged" in batch(shelf / "in", shelf / "tei").stderr
    assert "3 converted" in batch(shelf / "in", shelf / "tei", "--fresh").stderr


def test_lists_and_settings_beside_the_source(shelf: Path) -> None:
    tree(shelf, {"persons.txt": "  • Nixon, Richard M., President of the United States\n"})
    (shelf / "teiconv.toml").write_text('persons = "persons.txt"\n[publication]\npublisher = "The Press"\n')
    assert batch(shelf / "in", shelf / "tei").exit_code == 0
    tei = (shelf / "tei/v/d1.xml").read_text()
    assert "<publisher>The Press</publisher>" in tei
    assert [row.facts.persons.get("Nixon, Richard M.") for row in read_manifest(f"{shelf}/tei.manifest.jsonl")] == [
        1
    ] * 3


SMITHS = "  • Smith, Adam A., Director\n  • Smith, Zoe B., Director\n"
DECIDED = "document,mention,occurrence,person\n*,Smith,,{}\n"


def test_decisions_and_what_changes_with_them(shelf: Path) -> None:
    text = "4. Letter\n\nSmith agreed with what Smith had said.\n"
    tree(shelf, {"in/v/d4.txt": text, "persons.txt": SMITHS, "decided.csv": DECIDED.format("p_SZB1")})
    command = (shelf / "in", shelf / "tei", "--persons", shelf / "persons.txt", "--decisions", shelf / "decided.csv")
    assert batch(*command).exit_code == 0
    assert '<persName ref="../persons.xml#p_SZB1">Smith</persName>' in (shelf / "tei/v/d4.xml").read_text()
    assert "0 converted, 4 unchanged" in batch(*command).stderr
    (shelf / "decided.csv").write_text(DECIDED.format("p_SAA1"))
    assert "4 converted, 0 unchanged" in batch(*command).stderr
    assert '<persName ref="../persons.xml#p_SAA1">Smith</persName>' in (shelf / "tei/v/d4.xml").read_text()


def test_decisions_in_the_settings(shelf: Path) -> None:
    settings = 'persons = "persons.txt"\ndecisions = "decided.csv"\n'
    tree(shelf, {"in/v/d4.txt": "4. Letter\n\nSmith agreed.\n", "in/v/persons.txt": SMITHS})
    tree(shelf, {"in/v/teiconv.toml": settings, "in/v/decided.csv": DECIDED.format("p_SZB1")})
    assert batch(shelf / "in", shelf / "tei").exit_code == 0
    assert '<persName ref="../persons.xml#p_SZB1">Smith</persName>' in (shelf / "tei/v/d4.xml").read_text()
    (shelf / "in/v/decided.csv").write_text(DECIDED.format("p_SAA1").replace("*,Smith,", "*,Smith,often"))
    wrong = batch(shelf / "in", shelf / "tei")
    assert (wrong.exit_code, "decided.csv" in wrong.stderr) == (1, True)


def test_the_way_back_does_not_depend_on_lists(shelf: Path) -> None:
    tree(shelf, {"persons.txt": SMITHS})
    back = (shelf / "tei", shelf / "back", "--to", "text")
    batch(shelf / "in", shelf / "tei")
    assert "3 converted" in batch(*back).stderr
    assert "3 unchanged" in batch(*back, "--persons", shelf / "persons.txt").stderr


def test_the_profile_of_the_series(shelf: Path) -> None:
    assert batch(shelf / "in", shelf / "frus", "--profile", "frus").exit_code == 0
    assert batch(shelf / "in", shelf / "tei").exit_code == 0
    assert contents(shelf / "frus") != contents(shelf / "tei")
    assert batch(shelf / "frus", shelf / "back", "--to", "text").exit_code == 0
    assert contents(shelf / "back") == contents(shelf / "in")


def test_the_profile_of_the_series_is_proven_too(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from teiconv.formats import frus

    whole = frus.to_frus
    monkeypatch.setattr(frus, "to_frus", lambda document: whole(replace(document, body=document.body.containing(()))))
    forget()
    found = batch(shelf / "in", shelf / "frus", "--profile", "frus")
    assert (found.exit_code, not (shelf / "frus").exists()) == (1, True)
    assert "d1.txt:1:1: the text would not come back" in found.stderr
    assert batch(shelf / "in", shelf / "frus", "--profile", "frus", "--no-verify").exit_code == 0


def test_the_way_back_is_proven_where_that_is_asked_for(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (shelf / "in/v/d3.txt").write_bytes("\ufeffcaf\xe9 \r\n\r\nend".encode("utf-16"))
    batch(shelf / "in", shelf / "tei")
    assert batch(shelf / "tei", shelf / "back", "--to", "text", "--verify").exit_code == 0
    assert contents(shelf / "back") == contents(shelf / "in")


def test_settings_named(shelf: Path) -> None:
    (shelf / "mine.toml").write_text('[publication]\npublisher = "The Press"\n')
    assert batch(shelf / "in", shelf / "tei", "--config", shelf / "mine.toml").exit_code == 0
    assert "<publisher>The Press</publisher>" in (shelf / "tei/v/d1.xml").read_text()
    (shelf / "mine.toml").write_text("publisher = 1")
    wrong = batch(shelf / "in", shelf / "tei", "--config", shelf / "mine.toml")
    assert (wrong.exit_code, "no setting “publisher”" in wrong.stderr) == (2, True)


def test_reports(shelf: Path) -> None:
    assert batch(shelf / "in", shelf / "tei", "--report", shelf / "r.html", "--report", shelf / "r.json").exit_code == 0
    assert json.loads((shelf / "r.json").read_text())["years"] == {"1971": 3}
    assert "3 of 3 documents" in (shelf / "r.html").read_text()
    assert batch(shelf / "in", shelf / "tei", "--report", shelf / "r.pdf").exit_code == 2


def test_failures_are_said_and_set_the_exit_code(shelf: Path) -> None:
    (shelf / "in/v/d2.txt").write_bytes(b"a \x01 b")
    (shelf / "in/v/d3.txt").write_bytes(b"a \xff b")
    found = batch(shelf / "in", shelf / "tei")
    assert found.exit_code == 3
    assert "teiconv: v/d2.txt:1:3: " in found.stderr
    assert "1 converted, 0 unchanged, 2 failed" in found.stderr
    assert batch(shelf / "in", shelf / "tei", "--fresh", "--fail-fast").exit_code == 3


def test_not_every_failure_of_very_many_is_said(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("teiconv.cli.batch._SAID", 2)
    for file in (shelf / "in").rglob("*.txt"):
        file.write_bytes(b"a \xff b")
    tree(shelf, {"in/d9.txt": "a \x01 b"})
    said = batch(shelf / "in", shelf / "tei").stderr.splitlines()
    assert [line.partition(":")[0] for line in said] == ["teiconv"] * 3 + [
        "0 converted, 0 unchanged, 4 failed; manifest"
    ]
    assert said[2] == "teiconv: more documents failed; the manifest has all of them with their reasons"


def test_quiet_says_nothing(shelf: Path) -> None:
    assert batch(shelf / "in", shelf / "tei", "--quiet").output == ""


def test_a_source_that_is_not_there(tmp_path: Path) -> None:
    found = batch(tmp_path / "in", tmp_path / "out")
    assert found.exit_code == 1
    assert "not found" in found.stderr


def test_sigterm_stops_as_ctrl_c_does(tmp_path: Path) -> None:
    tree(tmp_path / "in", {f"d{n}.txt": TEXT.format(n=n) for n in range(3000)})
    command = [sys.executable, "-c", "from teiconv.cli import main; main()", "batch", "in", "out", "-j1"]
    process = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True)
    manifest = tmp_path / "out.manifest.jsonl"
    while not (manifest.exists() and manifest.stat().st_size):
        assert process.poll() is None
        time.sleep(0.01)
    process.send_signal(signal.SIGTERM)
    assert "run the same command to go on from here" in process.communicate()[1]
    assert process.returncode == 130


def test_a_log_has_a_line_now_and_then(capsys: pytest.CaptureFixture[str]) -> None:
    with Progress("Converting", every=0.0) as progress:
        progress.start(4)
        time.sleep(0.01)
        progress.step()
        progress.step()
    lines = capsys.readouterr().err.splitlines()
    assert [line.split(",")[0] for line in lines] == ["Converting: 1 of 4 done", "Converting: 2 of 4 done"]
    assert lines[1].endswith("left")


def test_a_log_of_unknown_length(capsys: pytest.CaptureFixture[str]) -> None:
    with Progress("Converting", every=0.0) as progress:
        progress.start(None)
        progress.step()
    assert capsys.readouterr().err.startswith("Converting: 1 done, ")


def test_a_terminal_has_a_bar_with_rate_and_time_left(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    with Progress("Converting") as progress:
        progress.start(3)
        for number in range(3):
            time.sleep(0.01)
            progress.step()
            if number == 1:
                progress.say("d2.txt: no")
    said = capsys.readouterr().err
    assert "3/3" in said
    assert "/s" in said
    assert "d2.txt: no\n" in said
