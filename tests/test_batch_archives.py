"""An archive as the target, and the folder beside it that outlasts a run: whatever came between, nothing is lost."""

from __future__ import annotations

import zipfile
from itertools import product
from pathlib import Path

import pytest
from batch_helpers import SMALL, TEI, contents, convert, tree

from teiconv.batch import Plan, run
from teiconv.batch.edits import edits_in
from teiconv.batch.run import Watch
from teiconv.batch.unpacked import is_only_unpacked, unpack
from teiconv.errors import TeiconvError

EDITED = TEI % b"ONE" + b"<!-- an editor -->"
NOTES = ".teiconv-unpacked"


def pack(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def packed(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def into(parts: Path, path: Path) -> dict[str, bytes]:
    """Unpack the archive at ``path`` into the folder, and return what is there then."""
    with zipfile.ZipFile(path) as archive:
        unpack(archive, parts)
    return {name: data for name, data in contents(parts).items() if name != NOTES}


def corrupt(path: Path, words: bytes) -> None:
    path.write_bytes(path.read_bytes().replace(words, bytes(len(words)), 1))


@pytest.mark.parametrize("broken", ["in.zip", "out.zip"])
def test_a_refused_run_leaves_the_archive_and_nothing_else(tmp_path: Path, broken: str) -> None:
    tree(tmp_path / "in", {"a.txt": "one"})
    for name in ("in.zip", "out.zip"):
        pack(tmp_path / name, {"a.xml": b"first", "b.xml": b"second"})
    if broken == "in.zip":
        (tmp_path / broken).write_bytes(b"no archive")
    else:
        corrupt(tmp_path / broken, b"second")
    before = contents(tmp_path)
    with pytest.raises(TeiconvError, match=r"cannot be unpacked: Bad CRC-32|is not a ZIP archive"):
        convert(tmp_path / ("in" if broken == "out.zip" else "in.zip"), tmp_path / "out.zip")
    assert contents(tmp_path) == before


def test_an_archive_is_unpacked_in_whole_files(tmp_path: Path) -> None:
    path = pack(tmp_path / "out.zip", {"a.xml": b"first", "b.xml": b"second"})
    corrupt(path, b"second")
    with pytest.raises(zipfile.BadZipFile):
        into(tmp_path / "parts", path)
    assert contents(tmp_path / "parts").keys() == {"a.xml", NOTES}
    assert is_only_unpacked(tmp_path / "parts")
    assert into(tmp_path / "parts", pack(path, {"b.xml": b"third"})) == {"b.xml": b"third"}


def test_an_archive_that_was_replaced_after_an_interrupted_run_is_the_one_that_counts(tmp_path: Path) -> None:
    tree(tmp_path / "in", {"a.txt": "one", "b.txt": "two", "c.txt": "three"})
    convert(tmp_path / "in", tmp_path / "out.zip")
    (tmp_path / "in" / "b.txt").write_text("six")
    (tmp_path / "in" / "c.txt").write_text("six!")
    assert convert(tmp_path / "in", tmp_path / "out.zip", fail_fast=True).failed == 1
    pack(tmp_path / "out.zip", {**packed(tmp_path / "out.zip"), "a.xml": EDITED, "read me": b"by hand"})
    (tmp_path / "in" / "c.txt").write_text("three")
    again = convert(tmp_path / "in", tmp_path / "out.zip")
    assert (again.kept, again.failed) == (1, 0)
    made = {"a.xml": EDITED, "b.xml": TEI % b"SIX", "c.xml": TEI % b"THREE", "read me": b"by hand"}
    assert packed(tmp_path / "out.zip") == made


def test_a_run_that_begins_anew_keeps_what_an_editor_changed_in_the_archive(tmp_path: Path) -> None:
    tree(tmp_path / "in", {"a.txt": "one", "b.txt": "two"})
    pack(tmp_path / "out.zip", {"a.xml": EDITED, "read me": b"by hand"})
    assert convert(tmp_path / "in", tmp_path / "out.zip", resume=False).kept == 1
    assert packed(tmp_path / "out.zip") == {"a.xml": EDITED, "b.xml": TEI % b"TWO", "read me": b"by hand"}


def test_a_second_run_at_once_leaves_the_folder_of_the_first_alone(tmp_path: Path) -> None:
    tree(tmp_path / "in", {"a.txt": "one"})
    pack(tmp_path / "out.zip", {"a.xml": b"first"})

    def second(_: int | None) -> None:
        with pytest.raises(TeiconvError, match="another run is writing"):
            convert(tmp_path / "in", tmp_path / "out.zip", manifest=str(tmp_path / "second.jsonl"))
        assert contents(tmp_path / "out.zip.teiconv-parts")["a.xml"] == b"first"

    run(Plan(str(tmp_path / "in"), str(tmp_path / "out.zip"), (SMALL,), jobs=1), Watch(start=second))


def test_edits_in_an_archive_are_not_taken_and_that_is_said(tmp_path: Path) -> None:
    pack(tmp_path / "out.zip", {"a.xml": EDITED})
    with pytest.raises(TeiconvError, match="the edits in an archive cannot be taken; unpack it into a folder"):
        next(edits_in(Plan(str(tmp_path), str(tmp_path / "out.zip"), (SMALL,))))


STATES = [None, b"first", b"second", b"third"]


@pytest.mark.parametrize(("known", "left", "given"), list(product(STATES[:2], STATES[:3], STATES)))
def test_the_file_that_was_changed_last_stands_and_no_work_of_an_editor_goes(
    tmp_path: Path, known: bytes | None, left: bytes | None, given: bytes | None
) -> None:
    """The archive held ``known``, an interrupted run ``left`` that, and the archive holds ``given`` now."""
    parts, path = tmp_path / "parts", tmp_path / "out.zip"
    into(parts, pack(path, {"a.xml": known} if known else {}))
    (parts / "a.xml").unlink(missing_ok=True)
    if left:
        (parts / "a.xml").write_bytes(left)
    found = into(parts, pack(path, {"a.xml": given} if given else {}))
    if given is None:
        assert found.get("a.xml") == (None if left == known else left)
    elif given == known:
        assert found["a.xml"] == (left or given)
    else:
        assert found["a.xml"] == given
    assert {*found.values()} >= {each for each in (left, given) if each not in (None, known)}
