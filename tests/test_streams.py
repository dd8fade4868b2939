"""Standard streams and what is written to: closed, full, a pipe nobody reads, devices, links; no traceback."""

from __future__ import annotations

import errno
import os
import re
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from click.testing import CliRunner

from teiconv import to_tei
from teiconv.cli import main
from teiconv.cli.terminal import shown

MEMO = b"1. Telegram From the Embassy in Peru to the Department of State\n\nLima, May 5, 1971.\n\nVelasco agrees."
TEICONV = [sys.executable, "-m", "teiconv"]


@pytest.fixture
def here(tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "memo.txt").write_bytes(MEMO)
    return tmp_path


def shell(command: str) -> subprocess.CompletedProcess[str]:
    whole = command.replace("teiconv", f"{sys.executable} -m teiconv", 1)
    return subprocess.run(["bash", "-c", whole], capture_output=True, text=True, check=False)


def run(*arguments: str, data: bytes | None = None):
    return CliRunner().invoke(main, arguments, input=data)


@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        ("teiconv convert memo.txt > /dev/full", 1, "teiconv: <stdout>: cannot be written: No space left on device"),
        ("teiconv --help > /dev/full", 1, "teiconv: <stdout>: cannot be written: No space left on device"),
        ("teiconv convert --help > /dev/full", 1, "teiconv: <stdout>: cannot be written: No space left on device"),
        ("teiconv convert memo.txt >&-", 1, "teiconv: <stdout>: is closed; give -o, or open it"),
        ("teiconv convert - <&-", 1, "teiconv: <stdin>: is closed; name a file"),
    ],
)
def test_a_stream_that_is_closed_or_full_is_told(here, command, code, said):
    done = shell(command)
    assert (done.returncode, done.stderr.strip()) == (code, said)


@pytest.mark.parametrize("end", [">&-", "2>&-", "2>/dev/full", "<&-"])
def test_a_stream_that_is_not_wanted_may_be_closed_or_full(here, end):
    assert shell(f"teiconv convert memo.txt memo.txt -o out {end}").returncode == 2
    assert shell(f"teiconv convert memo.txt -o memo.xml {end}").returncode == 0
    assert (here / "memo.xml").stat().st_size


def test_a_reader_who_has_gone_ends_it_in_silence(here):
    (here / "memo.txt").write_bytes(MEMO + b"\n\nMore of it." * 5000)
    read, write = os.pipe()
    os.close(read)
    for command in (["convert", "memo.txt"], ["show", "memo.txt"]):
        done = subprocess.run([*TEICONV, *command], stdout=write, stderr=subprocess.PIPE, check=False)
        assert (done.returncode, done.stderr) == (141, b"")
    os.close(write)


def test_what_is_replaced_lends_its_mode(here):
    target = here / "memo.xml"
    target.write_bytes(to_tei("An older text."))
    target.chmod(0o640)
    assert run("convert", "memo.txt", "-o", "memo.xml").exit_code == 0
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert target.read_bytes().startswith(b"<?xml")


def test_links_in_a_circle_are_told_and_kept(here):
    (here / "a.xml").symlink_to("b.xml")
    (here / "b.xml").symlink_to("a.xml")
    done = run("convert", "memo.txt", "-o", "a.xml")
    assert done.exit_code == 1
    assert "a.xml: cannot be written: Too many levels of symbolic links" in done.output
    assert (here / "a.xml").is_symlink()


def test_a_link_is_followed(here):
    (here / "shelf").mkdir()
    (here / "shelf" / "real.xml").write_bytes(to_tei("An older text."))
    (here / "memo.xml").symlink_to("shelf/real.xml")
    (here / "new.xml").symlink_to("shelf/new.xml")
    assert run("convert", "memo.txt", "-o", "memo.xml").exit_code == 0
    assert run("convert", "memo.txt", "-o", "new.xml").exit_code == 0
    assert (here / "memo.xml").is_symlink()
    assert (here / "new.xml").is_symlink()
    assert sorted(os.listdir("shelf")) == ["new.xml", "real.xml"]
    assert (here / "shelf" / "real.xml").read_bytes().startswith(b"<?xml")


def test_devices_and_pipes_are_written_to(here):
    assert run("convert", "memo.txt", "-o", "/dev/null").exit_code == 0
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)
    os.mkfifo("pipe")
    heard: list[bytes] = []
    reader = threading.Thread(target=lambda: heard.append(Path("pipe").read_bytes()))
    reader.start()
    assert run("convert", "memo.txt", "-o", "pipe").exit_code == 0
    reader.join()
    assert heard[0].startswith(b"<?xml")
    full = run("convert", "memo.txt", "-o", "/dev/full")
    assert (full.exit_code, full.stderr) == (1, "teiconv: /dev/full: cannot be written: No space left on device\n")


@pytest.mark.parametrize(
    "command",
    [
        "convert m.txt -o ''",
        "text m.xml -o ''",
        "persons p.txt -o ''",
        "batch texts ''",
        "batch texts out --manifest ''",
        "publish tei '' --as tables",
    ],
)
def test_an_empty_name_is_not_the_current_folder(here, command):
    (here / "texts").mkdir()
    (here / "tei").mkdir()
    for name in ("m.txt", "m.xml", "p.txt"):
        (here / name).write_text("Roe, John, President\n")
    before = sorted(here.rglob("*"))
    done = shell(f"teiconv {command}")
    assert (done.returncode, "the name is empty" in done.stderr) == (2, True)
    assert sorted(here.rglob("*")) == before


@pytest.mark.parametrize(
    "command", ["convert -q m.txt -o {0}", "convert -q m.txt -o {0}/", "batch {0} out", "batch texts {0}"]
)
def test_a_name_that_is_too_long_is_told(here, command):
    (here / "texts").mkdir()
    (here / "m.txt").write_text("Memorandum")
    done = shell(f"teiconv {command.format('x' * 256)}")
    assert done.returncode == 1
    assert done.stderr.startswith("teiconv: ")
    assert done.stderr.count("\n") == 1
    assert "File name too long" in done.stderr


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there is no device that never ends")
@pytest.mark.parametrize("option", ["", "m.txt --persons", "m.txt --terms", "m.txt --decisions", "m.txt --config"])
def test_a_device_that_never_ends_is_not_read_to_its_end(here, option):
    (here / "m.txt").write_text("Memorandum")
    done = shell(f"ulimit -v 2000000; teiconv convert {option} /dev/zero -o m.xml")
    assert done.returncode in (1, 2)
    assert "/dev/zero: " in done.stderr
    assert "it is larger than 32 MB" in done.stderr


def test_standard_input_that_never_ends_is_not_read_to_its_end(here):
    done = shell("ulimit -v 2000000; teiconv convert -o m.xml < /dev/zero")
    assert done.returncode == 3
    assert done.stderr == "teiconv: <stdin>: it is larger than 32 MB; split it into single documents\n"


def test_a_long_name_can_be_written(here):
    name = "ü" * 125 + ".xml"
    assert run("convert", "memo.txt", "-o", name).exit_code == 0
    assert os.listdir(".").count(name) == 1


PERSONS = "  • Nixon, Richard M., President\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("persons", "p.txt", "-o", "p.txt"),
        ("persons", "p.txt", "-o", "link.txt"),
        ("persons", "--doubtful", "g.xml", "-o", "g.xml"),
        ("persons", "--doubtful", "shelf", "-o", "shelf/g.xml"),
        ("evaluate", "g.xml", "h.xml", "--json", "g.xml"),
        ("evaluate", "g.xml", "h.xml", "--json", "h.xml"),
        ("convert", "memo.txt", "--persons", "p.txt", "-o", "p.txt"),
        ("convert", "memo.txt", "p.txt", "--persons", "shelf/p.xml", "-o", "shelf/"),
        ("convert", "memo.xml", "memo.txt", "-o", "."),
        ("text", "memo.xml", "-o", "./memo.xml"),
        ("audit", "g.xml", "-o", "g.xml"),
        ("audit", "g.xml", "--persons", "shelf/p.xml", "-o", "shelf/p.xml"),
        ("authority", "build", "p.txt", "-o", "link.txt"),
    ],
)
def test_what_the_user_gave_is_never_overwritten(here, arguments):
    (here / "p.txt").write_text(PERSONS)
    (here / "g.txt").write_bytes(MEMO)
    (here / "link.txt").symlink_to("p.txt")
    (here / "shelf").mkdir()
    run("persons", "p.txt", "-o", "shelf/p.xml")
    tei = run("convert", "memo.txt").stdout_bytes
    for name in ("g.xml", "h.xml", "memo.xml", "shelf/g.xml"):
        (here / name).write_bytes(tei)
    before = {path: path.read_bytes() for path in here.rglob("*") if path.is_file()}
    result = run(*arguments)
    assert (result.exit_code, "would replace" in result.stderr or "same name" in result.stderr) == (2, True)
    assert before == {path: path.read_bytes() for path in here.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("arguments", "target"),
    [
        (("audit", "g.xml", "--persons", "p.xml", "-o"), "notes.txt"),
        (("text", "g.xml", "-o"), "notes.txt"),
        (("authority", "build", "p.txt", "-o"), "notes.txt"),
        (("evaluate", "g.xml", "g.xml", "--json"), "notes.txt"),
        (("evaluate", "g.xml", "g.xml", "--hipe"), "gold.tsv"),
    ],
)
def test_what_stands_where_a_result_goes_is_kept(here, arguments, target):
    (here / "p.txt").write_text(PERSONS)
    (here / "g.xml").write_bytes(run("convert", "memo.txt").stdout_bytes)
    run("persons", "p.txt", "-o", "p.xml")
    (here / target).write_bytes(b"my own notes")
    place = "." if target == "gold.tsv" else target
    result = run(*arguments, place)
    assert (result.exit_code, f"{target}: what stood there is kept as {target}." in result.stderr) == (0, True)
    assert [copy.read_bytes() for copy in here.glob("*.bak")] == [b"my own notes"]
    assert "kept" not in run(*arguments, place).stderr  # the same, or a result that nobody edits
    assert len([*here.glob("*.bak")]) == 1


@pytest.mark.parametrize(
    "command",
    [
        ("validate", "shelf"),
        ("persons", "--doubtful", "shelf"),
        ("evaluate", "shelf", "shelf"),
        ("publish", "shelf", "public", "--as", "tables"),
        ("authority", "build", "shelf", "-o", "a.auth"),
    ],
)
def test_a_folder_that_cannot_be_read_is_told(here, command, monkeypatch):
    (here / "shelf" / "locked").mkdir(parents=True)
    (here / "shelf" / "g.xml").write_bytes(run("convert", "memo.txt").stdout_bytes)
    scandir = os.scandir

    def guarded(place):
        if os.fspath(place).endswith("locked"):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), place)
        return scandir(place)

    monkeypatch.setattr(os, "scandir", guarded)
    result = run(*command)
    assert (result.exit_code, result.stderr) == (
        1,
        f"teiconv: {Path('shelf', 'locked')}: cannot be read: Permission denied\n",
    )


@pytest.mark.parametrize(("command", "how"), [("convert", "\n"), ("text", " with --to text\n")])
def test_a_folder_is_for_batch(here, command, how):
    result = run(command, ".")
    assert (result.exit_code, f"“.” is a folder, which teiconv batch converts{how}" in result.stderr) == (2, True)


def test_a_header_that_is_gone_is_told(here):
    (here / "memo.txt").write_bytes(MEMO + b"\n")
    tei = run("convert", "memo.txt").stdout_bytes
    bare = re.sub(rb"<teiHeader>.*</teiHeader>", b"", tei, flags=re.DOTALL)
    found = run("text", "-", data=bare)
    assert "its header is gone, which told the encoding" in found.stderr
    assert found.stdout_bytes == (here / "memo.txt").read_bytes()
    assert run("text", "-", data=tei).stderr == ""


@pytest.mark.parametrize("command", [("validate",), ("persons", "--doubtful")])
def test_a_folder_without_documents_is_told(here, command):
    (here / "empty").mkdir()
    result = run(*command, "empty")
    assert (result.exit_code, result.stderr) == (1, "teiconv: empty: this folder has no .xml file\n")


def test_an_unexpected_fault_is_one_line_and_the_rest_goes_on(here, monkeypatch):
    (here / "good.txt").write_bytes(MEMO + b" It is good.")
    from teiconv import convert

    whole = convert.converted

    def read(data, *rest, **more):
        if b"good" not in data:
            raise KeyError("no such\nthing")
        return whole(data, *rest, **more)

    monkeypatch.setattr(convert, "converted", read)
    result = run("convert", "memo.txt", "good.txt", "-o", "tei/")
    assert (result.exit_code, os.listdir("tei")) == (1, ["good.xml"])
    first, second = result.stderr.splitlines()
    assert first.startswith("teiconv: memo.txt: KeyError ('no such\\nthing')")
    assert first.endswith("; --debug shows the rest")
    assert "please report it with the document" in first
    assert second == "1 of 2 written"
    for arguments in (("--debug", "convert", "memo.txt"), ("convert", "memo.txt", "--debug")):
        assert "Traceback (most recent call last)" in run(*arguments).stderr


def test_a_pipe_that_breaks_within_is_told(here, monkeypatch):
    def broken(*_: object, **__: object) -> None:
        raise BrokenPipeError(32, "Broken pipe")

    monkeypatch.setattr("teiconv.formats.tei.parsing.read_file", broken)
    result = run("audit", "memo.txt")
    assert (result.exit_code, result.stderr) == (
        1,
        "teiconv: a process that should do the work did not start, or died; try again with --jobs 1\n",
    )


@pytest.mark.parametrize("command", ["convert ../memo.txt", "batch a b", "publish ../memo.txt x --as tables"])
def test_a_folder_that_is_gone_is_told(here, command):
    result = shell(f"teiconv --version; mkdir gone; cd gone; rmdir ../gone; {sys.executable} -m teiconv {command}")
    assert (result.returncode, result.stderr) == (
        1,
        "teiconv: the current folder is no longer there; go to another one\n",
    )


def test_a_fault_anywhere_is_one_line(here, monkeypatch):
    monkeypatch.setattr("teiconv.cli.show._STAGES", {})
    result = run("show", "memo.txt")
    assert result.exit_code == 1
    assert result.stderr.startswith("teiconv: KeyError ('document') in teiconv/cli/")
    assert result.stderr.count("\n") == 1


def test_debug_shows_where_a_fault_of_any_command_arose(here, monkeypatch):
    monkeypatch.setattr("teiconv.cli.show._STAGES", {})
    for arguments in (("--debug", "show", "memo.txt"), ("show", "memo.txt", "--debug")):
        result = run(*arguments)
        assert result.exit_code == 1
        assert "Traceback (most recent call last)" in result.stderr


def test_an_interruption_has_its_own_exit_code(here, monkeypatch):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("teiconv.convert.converted", interrupted)
    result = run("convert", "memo.txt")
    assert (result.exit_code, result.stderr) == (130, "teiconv: interrupted\n")


def test_control_characters_are_shown_not_sent():
    assert shown("a\x1b[31mb\x9b\u202e\n\ud800é") == "a\\x1b[31mb\\x9b\\u202e\\n\\ud800é"
    assert shown("a\tb\nc\r", lines=True) == "a\tb\nc\\r"


def test_names_of_files_carry_no_control_characters(here):
    for name in ("a\x1b]0;x\x07.txt", "b\nteiconv: all is well.txt"):
        Path(name).write_bytes(b"\xff")
        result = run("convert", name)
        assert result.exit_code == 3
        assert result.stderr.count("\n") == 1
        assert "\x1b" not in result.stderr
        assert "\x1b" not in run("convert", name + "x").stderr


def test_a_name_that_is_not_utf_8(here):
    name = os.fsdecode(b"caf\xe9.txt")
    Path(name).write_bytes(MEMO)
    assert run("convert", name, "-o", "out/").exit_code == 0
    assert os.listdir(b"out") == [b"caf\xe9.xml"]
    Path(name).write_bytes(b"\xff")
    assert run("convert", name).stderr.startswith("teiconv: caf\\udce9.txt:1:1: ")


def test_texts_on_a_terminal_carry_no_control_characters(here):
    pty = pytest.importorskip("pty")
    Path("memo.txt").write_bytes("Memo\u009b31m\u202e\n\nIt is so.".encode())
    for command in (["convert"], ["show"], ["show", "--stage", "source"]):
        parent, child = pty.openpty()
        with open(parent, "rb", buffering=0) as heard:
            subprocess.run([*TEICONV, *command, "memo.txt"], stdout=child, check=True)
            os.close(child)
            said = heard.read(100_000).decode()
        assert "Memo" in said
        assert "\u009b" not in said
        assert "\u202e" not in said


@pytest.mark.parametrize("output", [(), ("-o", "-"), ("-o", "p.txt")], ids=["none", "-", "a file"])
def test_several_results_need_a_folder(here, output):
    """End to end they would be no XML, and no file can hold them."""
    (here / "p.txt").write_text(PERSONS)
    refused = run("convert", "memo.txt", "p.txt", *output)
    assert (refused.exit_code, refused.stdout_bytes) == (2, b"")
    assert "a folder" in refused.stderr
    assert (here / "p.txt").read_text() == PERSONS
    for name in ("memo", "p"):
        assert run("convert", f"{name}.txt", "-o", f"{name}.xml").exit_code == 0
    assert run("text", "memo.xml", "p.xml").stdout_bytes == (here / "memo.txt").read_bytes() + PERSONS.encode()
