"""Documents that come as rows of a table, in archives, and from stores."""

from __future__ import annotations

import gzip
import json
import zipfile
from pathlib import Path

import pytest
from batch_helpers import TEI, contents, convert, rows, tree

from teiconv.batch import Columns
from teiconv.batch.places import LocalFolder, is_url
from teiconv.batch.records import Direction
from teiconv.batch.rows_of_tables import RowName, task_of
from teiconv.batch.sources import source
from teiconv.batch.zipped import ZipFolder
from teiconv.errors import TeiconvError

ROWS = [{"id": "a/b", "text": "one"}, {"id": "c.txt", "text": "two"}, {"id": 7, "text": "three"}]
EXPECTED = {"7.xml": TEI % b"THREE", "a/b.xml": TEI % b"ONE", "c.xml": TEI % b"TWO"}


def lines(path: Path, found: list[object]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in found), encoding="utf-8")
    return path


def test_json_lines(tmp_path: Path) -> None:
    summary = convert(lines(tmp_path / "texts.jsonl", [*ROWS]), tmp_path / "out", jobs=2)
    assert contents(tmp_path / "out") == EXPECTED
    assert convert(tmp_path / "texts.jsonl", tmp_path / "out").unchanged == 3
    assert list(rows(summary)) == ["7", "a/b", "c.txt"]


def test_json_lines_with_other_columns_a_byte_order_mark_and_blank_lines(tmp_path: Path) -> None:
    (tmp_path / "texts.jsonl").write_text('\ufeff{"name": "a", "body": "one"}\n\n{"name": "b", "body": "two"}')
    convert(tmp_path / "texts.jsonl", tmp_path / "out", columns=Columns("body", "name"))
    assert sorted(contents(tmp_path / "out")) == ["a.xml", "b.xml"]


def test_json_lines_packed(tmp_path: Path) -> None:
    packed = gzip.compress(lines(tmp_path / "texts.jsonl", [*ROWS]).read_bytes())
    (tmp_path / "texts.jsonl.gz").write_bytes(packed)
    convert(tmp_path / "texts.jsonl.gz", tmp_path / "out")
    assert contents(tmp_path / "out") == EXPECTED


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "texts.jsonl:2: is not JSON"),
        ("[1]", "texts.jsonl:2: is not a JSON object"),
        ('{"id": "a"}', "texts.jsonl:2: has no “text”, only id; see --text-column"),
        ('{"text": "a", "name": "b"}', "texts.jsonl:2: has no “id”, only text, name; see --id-column"),
        ('{"id": "../a", "text": ""}', "texts.jsonl:2: has the id '../a', which cannot name a file"),
        ('{"id": "/a", "text": ""}', "cannot name a file"),
        ('{"id": "a//b", "text": ""}', "cannot name a file"),
        ('{"id": "", "text": ""}', "cannot name a file"),
        ('{"id": ".a", "text": ""}', "texts.jsonl:2: has the id '.a', which cannot name a file"),
        ('{"id": "a/.b", "text": ""}', "cannot name a file"),
        ('{"id": "a\\u0000", "text": ""}', "cannot name a file"),
        ('{"id": ["a"], "text": ""}', "cannot name a file"),
        ('{"id": "b", "text": 7}', "texts.jsonl:2: has no text, but int"),
        ('{"id": "b", "text": "a\\ud800"}', "texts.jsonl:2: half of a surrogate pair at character 2"),
        ('{"id": "a\\udc80", "text": ""}', "has the id 'a\\udc80', which cannot name a file"),
        ('{"\\udc80": 1}', "texts.jsonl:2: has no “text”, only \\udc80; see --text-column"),
        ("[" * 200_000, "texts.jsonl:2: is JSON that is nested too deeply"),
        ('{"id": "a.txt", "text": "twice"}', "a.txt would become a.xml, and so does a"),
        ('{"id": "a", "text": "twice"}', "a would become a.xml, and so does a"),
    ],
)
def test_a_row_that_cannot_be_converted_fails_alone(tmp_path: Path, line: str, message: str) -> None:
    (tmp_path / "texts.jsonl").write_text(f'{{"id": "a", "text": "one"}}\n{line}\n{{"id": "z", "text": "two"}}\n')
    summary = convert(tmp_path / "texts.jsonl", tmp_path / "out")
    assert sorted(contents(tmp_path / "out")) == ["a.xml", "z.xml"]
    (failure,) = [row.failure for row in rows(summary).values() if row.failure]
    assert message in failure.message


def test_parquet(tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    table = arrow.table({"id": ["a/b", "c.txt", "d"], "text": ["one", "two", None], "more": [1, 2, 3]})
    parquet.write_table(table, tmp_path / "texts.parquet")
    summary = convert(tmp_path / "texts.parquet", tmp_path / "out")
    assert contents(tmp_path / "out") == {"a/b.xml": TEI % b"ONE", "c.xml": TEI % b"TWO"}
    failure = rows(summary)["d"].failure
    assert failure is not None
    assert failure.message == f"{tmp_path}/texts.parquet: row 3: has no text, but NoneType"
    with pytest.raises(TeiconvError, match="no column “body”, only id, text, more; see --text-column"):
        convert(tmp_path / "texts.parquet", tmp_path / "out", columns=Columns("body"))


def test_what_is_called_parquet_but_is_not(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    (tmp_path / "texts.parquet").write_text("no")
    with pytest.raises(TeiconvError, match="is not a Parquet file"):
        convert(tmp_path / "texts.parquet", tmp_path / "out")


@pytest.mark.parametrize("form", ["{}", "zip://::{}"])
def test_an_archive(tmp_path: Path, form: str) -> None:
    with zipfile.ZipFile(tmp_path / "texts.zip", "w") as archive:
        archive.writestr("a/b.txt", "one")
        archive.writestr("c.txt", "two")
    convert(form.format(tmp_path / "texts.zip"), tmp_path / "out", jobs=2)
    assert contents(tmp_path / "out") == {"a/b.xml": TEI % b"ONE", "c.xml": TEI % b"TWO"}


def test_an_archive_for_the_outputs(tmp_path: Path) -> None:
    tree(tmp_path / "in", {"a/b.txt": "one", "c.txt": "two", "d.txt": "three!"})
    one, other = (
        convert(tmp_path / "in", tmp_path / "one.zip"),
        convert(tmp_path / "in", f"zip://::{tmp_path}/other.zip", jobs=2),
    )
    assert packed(tmp_path / "one.zip") == {"a/b.xml": TEI % b"ONE", "c.xml": TEI % b"TWO"}
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "other.zip").read_bytes()
    assert [summary.manifest for summary in (one, other)] == [
        f"{tmp_path}/{name}.zip.manifest.jsonl" for name in ("one", "other")
    ]
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "in", "one.zip", "one.zip.manifest.jsonl", "other.zip", "other.zip.manifest.jsonl",
    ]  # fmt: skip


def packed(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_an_archive_is_brought_up_to_date(tmp_path: Path) -> None:
    tree(tmp_path / "in", {"a.txt": "one", "b.txt": "two"})
    convert(tmp_path / "in", tmp_path / "out.zip")
    before = (tmp_path / "out.zip").read_bytes()
    assert convert(tmp_path / "in", tmp_path / "out.zip").unchanged == 2
    assert (tmp_path / "out.zip").read_bytes() == before
    (tmp_path / "in" / "b.txt").write_text("six")
    again = convert(tmp_path / "in", tmp_path / "out.zip")
    assert (again.converted, again.unchanged) == (1, 1)
    assert packed(tmp_path / "out.zip") == {"a.xml": TEI % b"ONE", "b.xml": TEI % b"SIX"}
    assert convert(tmp_path / "in", tmp_path / "out.zip", resume=False).converted == 2


def test_an_archive_is_there_whole_or_as_it_was(tmp_path: Path) -> None:
    tree(tmp_path / "in", {"a.txt": "one", "b.txt": "two!", "c.txt": "three"})
    stopped = convert(tmp_path / "in", tmp_path / "out.zip", fail_fast=True)
    assert (stopped.converted, stopped.failed) == (1, 1)
    assert not (tmp_path / "out.zip").exists()
    (tmp_path / "in" / "b.txt").write_text("two")
    resumed = convert(tmp_path / "in", tmp_path / "out.zip")
    assert (resumed.unchanged, resumed.converted) == (1, 2)
    assert sorted(packed(tmp_path / "out.zip")) == ["a.xml", "b.xml", "c.xml"]
    before = (tmp_path / "out.zip").read_bytes()
    (tmp_path / "in" / "a.txt").write_text("one!")
    convert(tmp_path / "in", tmp_path / "out.zip", fail_fast=True)
    assert (tmp_path / "out.zip").read_bytes() == before


@pytest.mark.parametrize("place", ["zip://tei::out.zip", "zip://::s3://archive/out.zip"])
def test_an_archive_that_cannot_be_written(tmp_path: Path, place: str) -> None:
    with pytest.raises(TeiconvError, match="only be written on this machine"):
        convert(tree(tmp_path / "in", {"a.txt": "one"}), place)


def test_what_is_called_an_archive_but_is_not(tmp_path: Path) -> None:
    tree(tmp_path, {"in/a.txt": "one", "out.zip": "no"})
    with pytest.raises(TeiconvError, match="the archive cannot be unpacked"):
        convert(tmp_path / "in", tmp_path / "out.zip")
    assert (tmp_path / "out.zip").read_text() == "no"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "out.zip"]


@pytest.mark.parametrize("target", ["out", "out.zip"])
def test_a_refused_run_leaves_nothing(tmp_path: Path, target: str) -> None:
    tree(tmp_path, {"in.zip": "no"})
    with pytest.raises(TeiconvError, match=r"is not a ZIP archive"):
        convert(tmp_path / "in.zip", tmp_path / target)
    assert [path.name for path in tmp_path.iterdir()] == ["in.zip"]


def test_a_refused_run_leaves_the_manifest_of_another(tmp_path: Path) -> None:
    tree(tmp_path, {"in.zip": "no", "out.manifest.jsonl": ""})
    with pytest.raises(TeiconvError, match=r"is not a ZIP archive"):
        convert(tmp_path / "in.zip", tmp_path / "out")
    assert (tmp_path / "out.manifest.jsonl").exists()


def test_an_archive_whose_folder_is_a_file_is_told_without_a_number(tmp_path: Path) -> None:
    tree(tmp_path, {"in/a.txt": "one", "out.zip.teiconv-parts": "mine"})
    with pytest.raises(TeiconvError, match=r"out.zip.teiconv-parts: the archive cannot be unpacked: File exists$"):
        convert(tmp_path / "in", tmp_path / "out.zip")


def test_file_urls_are_paths(tmp_path: Path) -> None:
    tree(tmp_path / "in", {"a.txt": "one"})
    convert(f"file://{tmp_path}/in", f"file://{tmp_path}/out")
    assert contents(tmp_path / "out") == {"a.xml": TEI % b"ONE"}
    assert (tmp_path / "out.manifest.jsonl").exists()


def test_a_store(tmp_path: Path) -> None:
    fsspec = pytest.importorskip("fsspec")
    store = fsspec.filesystem("memory")
    store.pipe({"/shelf/in/a/b.txt": b"one", "/shelf/in/c.txt": b"two", "/shelf/in/.d.txt": b"hidden"})
    try:
        summary = convert("memory://shelf/in", "memory://shelf/out")
        assert sorted(store.find("/shelf/out")) == ["/shelf/out/a/b.xml", "/shelf/out/c.xml"]
        assert summary.manifest == "memory://shelf/out.manifest.jsonl"
        assert list(rows(summary)) == ["a/b.txt", "c.txt"]
        store.pipe("/shelf/in/c.txt", b"changed")
        store.rm("/shelf/out/a/b.xml")
        again = convert("memory://shelf/in", "memory://shelf/out")
        assert (again.converted, again.unchanged) == (2, 0)
        assert convert("memory://shelf/in", "memory://shelf/out").unchanged == 2
    finally:
        store.rm("/shelf", recursive=True)


def test_what_is_a_url() -> None:
    assert all(map(is_url, ["s3://b/p", "zip://::a.zip", "zip::s3://b/a.zip", "https://example.org/a"]))
    assert not any(map(is_url, ["a/b", "/a", "C\\a", "a b", "./s3:x"]))


def test_a_place_that_nothing_reaches(tmp_path: Path) -> None:
    pytest.importorskip("fsspec")
    with pytest.raises(TeiconvError, match="no such place"):
        convert(tree(tmp_path / "in", {"a.txt": "one"}), "nowhere://bucket/out")


def test_the_text_of_a_row_may_be_bytes() -> None:
    task = task_of("a/b", b"12. Memo", RowName("row 3", "t.parquet:3"), Direction.TEI)
    assert (task.input, task.output, task.data, task.size) == ("a/b", "a/b.xml", b"12. Memo", 8)


def test_an_entry_that_an_archive_has_not_is_told(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.txt", "12. Memo")
    folder = ZipFolder(str(tmp_path / "a.zip"))
    assert folder.read("a.txt") == b"12. Memo"
    with pytest.raises(TeiconvError, match="is not in the archive"):
        folder.read("b.txt")


@pytest.mark.parametrize(("direction", "command"), [(Direction.TEI, "convert"), (Direction.TEXT, "text")])
def test_a_single_file_is_no_source_and_its_command_is_named(
    tmp_path: Path, direction: Direction, command: str
) -> None:
    (tmp_path / "a.txt").write_text("12. Memo")
    with pytest.raises(TeiconvError, match=f"is a single file; use teiconv {command}"):
        source(str(tmp_path / "a.txt"), direction, Columns("text", "id"))


def test_a_folder_that_is_not_there_has_nothing_to_clean(tmp_path: Path) -> None:
    assert LocalFolder(str(tmp_path / "none")).clean() == 0


@pytest.mark.parametrize("name", ["texts.csv", "TEXTS.TSV"])
def test_a_table_in_another_form_is_not_called_a_text(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("id,text\na,one\n")
    with pytest.raises(TeiconvError, match="is no table that a batch reads; save it as JSON Lines or Parquet"):
        convert(tmp_path / name, tmp_path / "out")
