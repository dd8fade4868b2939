"""What users hold: odd names, links, corrupt tables and archives, edited manifests.  One bad item fails alone."""

from __future__ import annotations

import errno
import gzip
import json
import os
import random
import warnings
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from batch_helpers import SMALL, TEI, contents, convert, rows, tree
from click.testing import CliRunner, Result

from teiconv.batch import Direction, Row, Summary
from teiconv.batch.manifest import LocalManifest
from teiconv.batch.records import Known
from teiconv.batch.sources import Columns, source
from teiconv.cli import main
from teiconv.errors import TeiconvError

SHELF = {"a.txt": "one", "b.txt": "two"}
ROW = Row("a.txt", "a.xml").to_json()


def failures(summary: Summary) -> dict[str, str]:
    return {name: row.failure.message for name, row in rows(summary).items() if row.failure}


def batch(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["batch", *map(str, arguments), "--jobs", "1"])


def test_a_name_that_is_not_utf_8_fails_alone(tmp_path: Path) -> None:
    tree(tmp_path / "in", SHELF)
    (tmp_path / "in" / os.fsdecode(b"caf\xe9.txt")).write_text("three")
    (tmp_path / "in" / os.fsdecode(b"shelf\xff")).mkdir()
    (tmp_path / "in" / os.fsdecode(b"shelf\xff") / "c.txt").write_text("four")
    summary = convert(tmp_path / "in", tmp_path / "out", jobs=2)
    assert failures(summary) == {
        "caf\\xe9.txt": "caf\\xe9.txt: its name is not UTF-8; rename it",
        "shelf\\xff/c.txt": "shelf\\xff/c.txt: its name is not UTF-8; rename it",
    }
    assert summary.converted == 2


@pytest.mark.skipif(os.sep != "/", reason="no such names here")
def test_names_that_another_system_could_not_have_are_names_like_others(tmp_path: Path) -> None:
    """The manifest holds them as the folder does: the next run takes what the last has told."""
    names = ["a:b", "back\\slash", "new\nline", "tab\t", "bell\a", "a..", "C:/d", "\x7f", "\u0085", "con", " "]
    inputs = {f"{name}.txt": f"Memo {number}." for number, name in enumerate(names)}
    tree(tmp_path / "in", inputs)
    told = batch(tmp_path / "in", tmp_path / "out")
    assert (told.exit_code, f"{len(names)} converted, 0 unchanged" in told.stderr) == (0, True), told.stderr
    assert f"0 converted, {len(names)} unchanged" in batch(tmp_path / "in", tmp_path / "out").stderr
    back = batch(tmp_path / "out", tmp_path / "back", "--to", "text")
    assert f"{len(names)} converted" in back.stderr
    assert contents(tmp_path / "back") == {name: text.encode() for name, text in inputs.items()}


def test_links_in_circles_and_to_nothing_fail_alone(tmp_path: Path) -> None:
    tree(tmp_path / "in", SHELF)
    (tmp_path / "in" / "circle.txt").symlink_to("circle.txt")
    (tmp_path / "in" / "gone.txt").symlink_to("nowhere")
    (tmp_path / "in" / "c.txt").symlink_to("a.txt")
    (tmp_path / "in" / "loop").symlink_to(".")
    os.mkfifo(tmp_path / "in" / "pipe.txt")
    summary = convert(tmp_path / "in", tmp_path / "out")
    assert failures(summary) == {
        "circle.txt": "circle.txt: cannot be read: Too many levels of symbolic links",
        "gone.txt": "gone.txt: cannot be read: No such file or directory",
        "pipe.txt": "pipe.txt: is no file, but a pipe or device",
    }
    assert sorted(contents(tmp_path / "out")) == ["a.xml", "b.xml", "c.xml"]
    assert dict(summary.aside) == {"links to folders": 1}


def test_files_that_vanish_while_they_are_listed_fail_alone(tmp_path: Path) -> None:
    tree(tmp_path / "in", {**SHELF, "sub/c.txt": "three"})
    found = source(str(tmp_path / "in"), Direction.TEI, Columns()).tasks()
    assert next(found).input == "a.txt"
    (tmp_path / "in" / "b.txt").unlink()
    (tmp_path / "in" / "sub" / "c.txt").unlink()
    (tmp_path / "in" / "sub").rmdir()
    assert [(task.input, task.fault) for task in found] == [
        ("b.txt", "b.txt: cannot be read: No such file or directory"),
        ("sub", "sub: the folder cannot be read: No such file or directory"),
    ]


def test_very_long_names_are_written(tmp_path: Path) -> None:
    name = "é" * 125
    convert(tree(tmp_path / "in", {f"{name}.txt": "one"}), tmp_path / "out")
    assert list(contents(tmp_path / "out")) == [f"{name}.xml"]


def test_what_is_no_document_is_told(tmp_path: Path) -> None:
    tree(tmp_path / "in", {**SHELF, "c.md": "three", "d.MD": "four", "e.docx": "five", "README": "six"})
    found = batch(tmp_path / "in", tmp_path / "out")
    assert found.exit_code == 0
    assert "skipped: 2 .md, 1 .docx, 1 without a suffix\n" in found.stderr


def test_settings_in_an_archive_are_told_not_to_be_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "in.zip", "w") as archive:
        archive.writestr("teiconv.toml", 'persons = ["p.txt"]')
        archive.writestr("a.txt", "one")
    assert "skipped: 1 teiconv.toml (of archives and" in batch(tmp_path / "in.zip", tmp_path / "out").stderr


def test_a_file_is_no_target(tmp_path: Path) -> None:
    (tmp_path / "out.xml").write_text("mine")
    found = batch(tree(tmp_path / "in", SHELF), tmp_path / "out.xml")
    assert (found.exit_code, f"{tmp_path}/out.xml: is a file; name a folder" in found.stderr) == (1, True)
    assert (tmp_path / "out.xml").read_text() == "mine"


def test_a_manifest_that_cannot_be_begun_is_told_before_anything_is_converted(tmp_path: Path) -> None:
    found = batch(tree(tmp_path / "in", SHELF), tmp_path / ("x" * 255))
    assert found.exit_code == 1
    assert "File name too long; nothing was converted; give another place" in found.stderr


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ('{"id": "b", "text": "one", "text": "two"}', "a.jsonl:2: is not JSON: “text” stands in it twice"),
        ('{"id": "b", "text": "one", "id": "c"}', "a.jsonl:2: is not JSON: “id” stands in it twice"),
        ('{"id": "a", "text": "two"}', "a.jsonl:2: a would become a.xml, and so does a; give it another name"),
        ('{"id": null, "text": "two"}', "a.jsonl:2: has null for “id”"),
    ],
)
def test_a_row_that_says_two_things_fails_with_its_line(tmp_path: Path, row: str, said: str) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": "a", "text": "one", "more": {"x": 1, "x": 2}}\n' + row)
    assert said in batch(tmp_path / "a.jsonl", tmp_path / "out").stderr


@pytest.mark.parametrize("texts", [{}, {"a.md": "one"}])
def test_nothing_to_convert_is_told_and_is_no_success(tmp_path: Path, texts: dict[str, str]) -> None:
    (tmp_path / "in").mkdir()
    found = batch(tree(tmp_path / "in", texts), tmp_path / "out", "--quiet")
    assert found.exit_code == 1
    assert found.stderr == (
        f"teiconv: {tmp_path}/in: nothing to convert; "
        "a document is a file whose name ends in .txt, or a row of a table\n"
    )


@pytest.mark.parametrize("spoil", [lambda data: data[:-20], lambda data: data[:60] + b"\xff" * 20 + data[80:]])
def test_a_table_that_is_cut_short_or_corrupt_gives_what_can_be_read(tmp_path: Path, spoil) -> None:
    source = random.Random(1)
    lines = [json.dumps({"id": str(number), "text": source.randbytes(40).hex()}) for number in range(50)]
    whole = gzip.compress(("\n".join(lines) + "\n").encode())
    (tmp_path / "texts.jsonl.gz").write_bytes(spoil(whole))
    summary = convert(tmp_path / "texts.jsonl.gz", tmp_path / "out")
    told = failures(summary)  # what is corrupt may still unpack, to a line that is no JSON
    last = max(int(name.removeprefix("line ")) for name in told)
    assert "cannot be unpacked from here on" in told[f"line {last}"]
    assert (summary.converted + len(told), summary.exit_code) == (last, 1)


def test_a_parquet_file_that_is_corrupt_gives_what_can_be_read(tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    table = arrow.table(
        {"id": [str(number) for number in range(300)], "text": [os.urandom(50).hex() for _ in range(300)]}
    )
    parquet.write_table(table, tmp_path / "texts.parquet", row_group_size=64, compression="gzip", use_dictionary=False)
    data = bytearray((tmp_path / "texts.parquet").read_bytes())
    middle = len(data) // 2
    data[middle : middle + 400] = b"\xff" * 400
    (tmp_path / "texts.parquet").write_bytes(data)
    summary = convert(tmp_path / "texts.parquet", tmp_path / "out")
    ((name, message),) = failures(summary).items()
    assert (summary.converted % 64, name) == (0, f"row {summary.converted + 1}")
    assert "cannot be read from here on" in message


def zipped(path: Path, *entries: tuple[str, str]) -> Path:
    with warnings.catch_warnings(), zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")  # of two entries with one name
        for name, text in entries:
            archive.writestr(name, text)
    return path


def test_every_entry_of_an_archive_is_converted_or_reported(tmp_path: Path) -> None:
    entries = [("./a.txt", "one"), ("v/./b.txt", "two"), ("../c.txt", "no"), ("/d.txt", "no"), ("v//f.txt", "three")]
    summary = convert(
        zipped(tmp_path / "in.zip", *entries, ("e.txt", "first"), ("e.txt", "second"), (".h.txt", "hidden")),
        tmp_path / "out",
    )
    assert contents(tmp_path / "out") == {
        "a.xml": TEI % b"ONE",
        "e.xml": TEI % b"FIRST",
        "v/b.xml": TEI % b"TWO",
        "v/f.xml": TEI % b"THREE",
    }
    assert failures(summary) == {
        "../c.txt": "../c.txt: its name leads out of the archive; rename it",
        "/d.txt": "/d.txt: its name leads out of the archive; rename it",
        "e.txt (2)": "e.txt would become e.xml, and so does e.txt; give it another name",
    }


def test_an_entry_that_is_corrupt_or_encrypted_fails_alone(tmp_path: Path) -> None:
    path = zipped(tmp_path / "in.zip", ("a.txt", "one " * 99), ("b.txt", "two " * 99), ("c.txt", "three"))
    with zipfile.ZipFile(path) as archive:
        start = archive.getinfo("b.txt").header_offset + 30 + len("b.txt")
    data = bytearray(path.read_bytes())
    data[start : start + 6] = b"\xff" * 6
    last = data.rindex(b"PK\1\2")
    data[last + 8] |= 1
    path.write_bytes(data)
    summary = convert(path, tmp_path / "out")
    assert sorted(contents(tmp_path / "out")) == ["a.xml"]
    told = failures(summary)
    assert told["b.txt"].startswith("b.txt: cannot be unpacked: ")
    assert told["c.txt"] == "c.txt: is encrypted"


def test_an_archive_that_is_cut_short_is_told(tmp_path: Path) -> None:
    path = zipped(tmp_path / "in.zip", ("a.txt", "one"))
    path.write_bytes(path.read_bytes()[:-30])
    with pytest.raises(TeiconvError, match=r"in\.zip: is not a ZIP archive, or a part of it is missing"):
        convert(path, tmp_path / "out")


SPOILED = {
    "input": 7,
    "output": None,
    "setup": [],
    "input_bytes": "x",
    "output_bytes": 1.5,
    "notes": True,
    "title": {},
    "date": 5,
    "seconds": "NaN",
    "time": 0,
    "failure": {"kind": 1},
    "details": [],
}


@pytest.mark.parametrize("name", SPOILED)
def test_a_row_of_wrong_types_is_done_again(tmp_path: Path, name: str) -> None:
    summary = convert(tree(tmp_path / "in", SHELF), tmp_path / "out")
    first, second = Path(summary.manifest).read_text().splitlines()
    spoiled = json.dumps({**json.loads(first), name: SPOILED[name]}, separators=(",", ":"))
    Path(summary.manifest).write_text(f"{spoiled}\n{second}\n")
    again = convert(tmp_path / "in", tmp_path / "out")
    assert (again.converted, again.unchanged) == (1, 1)


@pytest.mark.parametrize(
    "output", ["../../secret.xml", "/etc/secret.xml", "C:secret.xml", "b.xml", "a\0.xml"], ids=ascii
)
def test_a_row_whose_output_is_another_or_leads_out_of_the_target_is_done_again(tmp_path: Path, output: str) -> None:
    summary = convert(tree(tmp_path / "in", SHELF), tmp_path / "out")
    before = contents(tmp_path / "out")
    first, second = Path(summary.manifest).read_text().splitlines()
    spoiled = json.dumps({**json.loads(first), "output": output}, separators=(",", ":"))
    Path(summary.manifest).write_text(f"{spoiled}\n{second}\n")
    again = convert(tmp_path / "in", tmp_path / "out")
    assert (again.converted, again.unchanged, again.failed) == (1, 1, 0)
    assert contents(tmp_path / "out") == before


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity", "1" + "0" * 5000])
def test_numbers_that_json_does_not_have_are_done_again(tmp_path: Path, value: str) -> None:
    summary = convert(tree(tmp_path / "in", SHELF), tmp_path / "out")
    text = Path(summary.manifest).read_text()
    head, _, tail = text.partition('"seconds":')
    Path(summary.manifest).write_text(f'{head}"seconds":{value}}}\n{tail.partition(chr(10))[2]}')
    again = convert(tmp_path / "in", tmp_path / "out")
    assert (again.converted, again.unchanged) == (1, 1)


@pytest.mark.parametrize("first", ['{"inp', ROW[:40], ROW[:-1], "\0" * 50], ids=["key", "middle", "end", "zeros"])
def test_a_first_line_that_was_cut_short_does_not_stop_the_run(tmp_path: Path, first: str) -> None:
    tree(tmp_path, {"in/a.txt": "one", "out.manifest.jsonl": first})
    assert convert(tmp_path / "in", tmp_path / "out").converted == 1
    assert convert(tmp_path / "in", tmp_path / "out").unchanged == 1


def test_a_number_that_no_row_can_say_again_is_refused() -> None:
    with pytest.raises(ValueError, match="1e999"):
        Row.from_json(ROW.replace('"seconds":0.0', '"seconds":1e999'))


def test_a_row_that_says_kept_and_failed_is_a_failure() -> None:
    said = json.loads(ROW) | {"status": "kept", "failure": {"kind": "SourceError", "message": "x", "exit_code": 3}}
    row = Row.from_json(json.dumps(said))
    assert not row.kept
    assert Row.from_json(row.to_json()) == row


@pytest.mark.parametrize("fresh", [False, True])
@pytest.mark.parametrize("text", ["dear diary", "dear diary\n", "\n\nDear Sir:\n", '{"id": "a", "text": "one"}\n'])
def test_what_is_no_manifest_is_not_touched(tmp_path: Path, text: str, fresh: bool) -> None:
    tree(tmp_path, {"in/a.txt": "one", "mine.jsonl": text})
    with pytest.raises(TeiconvError, match="is not the manifest"):
        convert(tmp_path / "in", tmp_path / "out", manifest=str(tmp_path / "mine.jsonl"), resume=not fresh)
    assert (tmp_path / "mine.jsonl").read_text() == text


@pytest.mark.parametrize(
    "name", ["in/a.txt", "in/empty.txt", "in/new.txt", "out/new.xml", "link.txt", "in", "list.txt"]
)
def test_a_manifest_replaces_no_document(tmp_path: Path, name: str) -> None:
    tree(tmp_path, {"in/a.txt": "one", "in/empty.txt": "", "list.txt": ""})
    (tmp_path / "link.txt").symlink_to("in/empty.txt")
    before = contents(tmp_path)
    with pytest.raises(TeiconvError, match="the manifest would replace a document or a list"):
        convert(
            tmp_path / "in",
            tmp_path / "out",
            manifest=str(tmp_path / name),
            without=frozenset({str(tmp_path / "list.txt")}),
        )
    assert contents(tmp_path) == before


def test_an_output_replaces_no_list(tmp_path: Path) -> None:
    tree(tmp_path, {"in/persons.txt": "one", "in/b.txt": "two", "out/persons.xml": "mine"})
    (tmp_path / "lists").symlink_to("out")
    summary = convert(tmp_path / "in", tmp_path / "out", without=frozenset({str(tmp_path / "out/persons.xml")}))
    assert failures(summary) == {
        "persons.txt": "persons.txt would become persons.xml, which is a list; choose another DEST"
    }
    assert (tmp_path / "out/persons.xml").read_text() == "mine"


def test_a_report_replaces_no_manifest(tmp_path: Path) -> None:
    tree(tmp_path / "in", SHELF)
    manifest = tmp_path / "m.json"
    assert batch(tmp_path / "in", tmp_path / "out", "--manifest", manifest).exit_code == 0
    found = batch(tmp_path / "in", tmp_path / "out", "--manifest", manifest, "--report", manifest)
    assert (found.exit_code, "would replace" in found.stderr) == (2, True)


def test_two_batches_into_one_folder_by_different_names_are_refused(tmp_path: Path) -> None:
    fcntl = pytest.importorskip("fcntl")
    tree(tmp_path / "in", SHELF)
    (tmp_path / "out").mkdir()
    (tmp_path / "other").symlink_to("out")
    handle = os.open(tmp_path / "out", os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        with pytest.raises(TeiconvError, match=r"other: another run is writing to this folder"):
            convert(tmp_path / "in", tmp_path / "other")
    finally:
        os.close(handle)
    assert convert(tmp_path / "in", tmp_path / "other").converted == 2


def test_two_batches_after_each_other_may_have_different_names(tmp_path: Path) -> None:
    convert(tree(tmp_path / "in", SHELF), tmp_path / "out")
    (tmp_path / "other").symlink_to("out")
    assert convert(tmp_path / "in", tmp_path / "other").converted == 2


def test_a_full_disk_under_the_manifest_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree(tmp_path / "in", SHELF)
    taken: list[bytes] = []

    def write(self: LocalManifest, data: bytes) -> None:
        if taken:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        taken.append(data)
        whole(self, data)

    whole = LocalManifest._write
    monkeypatch.setattr(LocalManifest, "_write", write)
    with pytest.raises(TeiconvError, match=r"manifest\.jsonl: cannot be written: No space left on device"):
        convert(tmp_path / "in", tmp_path / "out")
    monkeypatch.undo()
    again = convert(tmp_path / "in", tmp_path / "out")
    assert (again.converted, again.unchanged) == (1, 1)


def test_a_manifest_that_is_a_device_is_refused(tmp_path: Path) -> None:
    tree(tmp_path / "in", SHELF)
    with pytest.raises(TeiconvError, match="is not a file"):
        convert(tmp_path / "in", tmp_path / "out", manifest="/dev/zero")


def test_a_manifest_that_cannot_be_read_leaves_nothing_open(tmp_path: Path) -> None:
    import gc

    tree(tmp_path, {"in/a.txt": "one", "m.jsonl": ROW + "\n"})
    (tmp_path / "m.jsonl").chmod(0)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        with pytest.raises(TeiconvError):
            convert(tmp_path / "in", tmp_path / "out", manifest=str(tmp_path / "in"))
        gc.collect()
    assert [str(warning.message) for warning in caught] == []


def test_the_database_is_closed_when_a_manifest_cannot_be_read() -> None:
    import sqlite3

    from teiconv.batch import ledger

    opened: list[sqlite3.Connection] = []

    def connect(place: str) -> sqlite3.Connection:
        opened.append(sqlite3.connect(place))
        return opened[-1]

    def broken():
        yield Row("a", "b")
        raise TeiconvError("cannot be read")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ledger, "sqlite3", type("Module", (), {"connect": staticmethod(connect)}))
        with pytest.raises(TeiconvError):
            ledger.Ledger(broken())
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        opened[0].execute("SELECT 1")


def test_a_fault_is_one_line_with_the_document_and_its_trace_in_the_manifest(tmp_path: Path) -> None:
    summary = convert(tree(tmp_path / "in", {"a.txt": "one#", "b.txt": "two"}), tmp_path / "out")
    failure = rows(summary)["a.txt"].failure
    assert failure is not None
    assert failure.message.startswith("a.txt: RuntimeError (a bug) in teiconv/batch/work.py:")
    assert "please report it with the document" in failure.message
    assert failure.trace.startswith("Traceback (most recent call last):")
    assert rows(summary)["b.txt"].failure is None


def test_what_an_earlier_run_knew_is_compared_by_value() -> None:
    row = replace(Row.from_json(ROW), output_bytes=7)
    assert row.known == Known(row.setup, "", "", 7)
    assert SMALL.digest != replace(SMALL, validate=False).digest
