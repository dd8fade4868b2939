"""A text is taken out of the source: its TEI is told, left out of the edition, and withdrawn on request."""

from __future__ import annotations

import json
import re
from pathlib import Path

from batch_helpers import contents, convert, tree
from click.testing import CliRunner, Result
from publish_helpers import CHAPTERS, MEMORANDUM, SETTINGS, collection, publish, published

from teiconv.batch import read_manifest
from teiconv.cli import main
from teiconv.publish.table import FORMATS

NUMBERED = """[edition]
series = "Papers on Ruritania"
subseries = "1970–1971"
number = "Volume I"
"""


def batch(root: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["batch", str(root / "texts"), str(root / "tei"), "-j1", *options])


def without_second(root: Path, *options: str) -> Result:
    (root / "texts/d2.txt").unlink()
    (root / "chapters.csv").write_text(CHAPTERS.replace("d1–d2", "d1"), encoding="utf-8")
    done = batch(root, *options)
    assert done.exit_code == 0, done.output
    return done


def statuses(root: Path) -> dict[str, str]:
    lines = (root / "tei.manifest.jsonl").read_text(encoding="utf-8").splitlines()
    return {row["output"]: row["status"] for row in map(json.loads, lines)}


def person_ids(root: Path) -> set[str]:
    return set(re.findall(r'<person xml:id="([^"]+)"', (root / "tei/persons.xml").read_text(encoding="utf-8")))


def test_standard_error_manifest_and_report_tell_it_in_each_run(tmp_path: Path) -> None:
    collection(tmp_path)
    told = "teiconv: d2.xml: its text is no longer in the source; it stays, but the registers leave it out; --withdraw"
    for done in (
        without_second(tmp_path),
        batch(tmp_path, "--report", str(tmp_path / "r.html"), "--report", str(tmp_path / "r.json")),
    ):
        assert told in done.stderr
    assert statuses(tmp_path) == {"d1.xml": "done", "d2.xml": "gone", "d3.xml": "done"}
    assert "Files without a text" in (tmp_path / "r.html").read_text(encoding="utf-8")
    report = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert (report["documents"], report["gone"], report["files_gone"][0][0]) == (2, 1, "d2.xml")


def test_it_is_told_without_the_manifest_too(tmp_path: Path) -> None:
    tei = collection(tmp_path)
    (tei / "foreign.xml").write_text('<TEI xmlns="http://www.tei-c.org/ns/1.0"/>', encoding="utf-8")
    done = without_second(tmp_path, "--fresh")
    assert "d2.xml: its text is no longer in the source" in done.stderr
    assert "foreign.xml" not in done.stderr


def test_withdrawing_leaves_the_collection_as_if_the_text_had_never_been_there(tmp_path: Path) -> None:
    collection(tmp_path / "a")
    done = without_second(tmp_path / "a", "--withdraw")
    assert "0 failed, 1 withdrawn" in done.stderr
    assert "d2.xml: withdrawn, for its text is no longer in the source" in done.stderr
    tree(tmp_path / "b", {})
    collection(tmp_path / "b", **{"texts/d2.txt": ""})
    (tmp_path / "b/tei/d2.xml").unlink(missing_ok=True)
    (tmp_path / "b/texts/d2.txt").unlink()
    batch(tmp_path / "b", "--withdraw")
    assert contents(tmp_path / "a/tei") == contents(tmp_path / "b/tei")
    assert statuses(tmp_path / "a") == {"d1.xml": "done", "d3.xml": "done"}
    assert "withdrawn" not in batch(tmp_path / "a", "--withdraw").stderr


def test_persons_keep_their_ids(tmp_path: Path) -> None:
    tei = collection(tmp_path, **{"teiconv.toml": "", "persons.txt": "Nobody, N."})
    before = person_ids(tmp_path)
    names = {name: re.findall(r"<persName ref=[^>]*>", (tei / name).read_text()) for name in ("d1.xml", "d3.xml")}
    without_second(tmp_path, "--withdraw")
    assert person_ids(tmp_path) <= before
    for name, found in names.items():
        assert re.findall(r"<persName ref=[^>]*>", (tei / name).read_text()) == found


def test_of_an_edited_file_a_copy_is_kept(tmp_path: Path) -> None:
    tei = collection(tmp_path)
    edited = (tei / "d2.xml").read_bytes().replace(b"closed", b"open")
    (tei / "d2.xml").write_bytes(edited)
    done = without_second(tmp_path, "--withdraw")
    assert "it was changed since it was written, and is kept as d2.xml." in done.stderr
    (copy,) = tei.glob("d2.xml.*.bak")
    assert copy.read_bytes() == edited
    assert not (tei / "d2.xml").exists()


def test_nothing_is_withdrawn_while_documents_fail_or_if_there_are_none(tmp_path: Path) -> None:
    tei = collection(tmp_path)
    (tmp_path / "texts/d3.txt").write_bytes(b"\xff\0")
    (tmp_path / "texts/d2.txt").unlink()
    assert "removes nothing while documents fail" in batch(tmp_path, "--withdraw").stderr
    (tmp_path / "texts/d1.txt").unlink()
    (tmp_path / "texts/d3.txt").unlink()
    done = batch(tmp_path, "--withdraw")
    assert (done.exit_code, "if there are no texts at all" in done.stderr) == (1, True)
    assert {"d1.xml", "d2.xml", "d3.xml"} <= set(contents(tei))


def test_a_text_that_comes_back_is_converted_again(tmp_path: Path) -> None:
    collection(tmp_path)
    without_second(tmp_path)
    (tmp_path / "texts/d2.txt").write_text(MEMORANDUM, encoding="utf-8")
    done = batch(tmp_path)
    assert "1 converted, 2 unchanged" in done.stderr
    assert statuses(tmp_path)["d2.xml"] == "done"


def test_files_that_stand_alone_are_withdrawn_too(tmp_path: Path) -> None:
    convert(tree(tmp_path / "in", {"a.txt": "one", "b.txt": "two"}), tmp_path / "out")
    (tmp_path / "in/b.txt").unlink()
    assert convert(tmp_path / "in", tmp_path / "out", withdraw=True).withdrawn == 1
    assert set(contents(tmp_path / "out")) == {"a.xml"}


def test_texts_whose_tei_is_gone_are_withdrawn_too(tmp_path: Path) -> None:
    tei = collection(tmp_path)
    back = ["batch", str(tei), str(tmp_path / "back"), "--to", "text", "-j1", "--withdraw"]
    CliRunner().invoke(main, back)
    without_second(tmp_path, "--withdraw")
    (tmp_path / "back/mine.txt").write_text("mine", encoding="utf-8")
    assert "1 withdrawn" in CliRunner().invoke(main, back).stderr
    assert set(contents(tmp_path / "back")) == {"d1.txt", "d3.txt", "mine.txt"}


def test_no_form_has_anything_of_a_document_whose_text_is_gone(tmp_path: Path) -> None:
    tei = collection(tmp_path, **{"teiconv.toml": SETTINGS.replace("[edition]\n", NUMBERED)})
    public = published(tei, *FORMATS)
    assert (public / "site/documents/d2.html").exists()
    without_second(tmp_path)
    done = publish(tei, *FORMATS)
    assert "d2.xml: not published, for the collection does not list it" in done.stderr
    left = [path for path in public.rglob("*") if path.is_file() and re.search(r"(?<![a-z])d2\b", path.name)]
    assert not left
    for name in ("site", "tables", "oai", "rdf", "dts", "corpus", "volume"):
        for path in (public / name).rglob("*"):
            if path.suffix in (".html", ".xml", ".csv", ".json", ".jsonl", ".ttl", ".jsonld", ".gexf"):
                assert "Memorandum From President Elphberg" not in path.read_text(encoding="utf-8"), path


def test_a_new_document_is_published_though_an_editor_changed_the_list(tmp_path: Path) -> None:
    tei = collection(tmp_path)
    listed = (tei / "collection.xml").read_text(encoding="utf-8")
    (tei / "collection.xml").write_text(listed.replace("Documents</title>", "Papers</title>"), encoding="utf-8")
    tree(tmp_path, {"texts/d4.txt": MEMORANDUM.replace("2. Mem", "4. Mem")})
    batch(tmp_path)
    assert (published(tei, "site") / "site/documents/d4.html").exists()


def test_the_manifest_reads_back(tmp_path: Path) -> None:
    collection(tmp_path)
    without_second(tmp_path)
    assert [row.gone for row in read_manifest(str(tmp_path / "tei.manifest.jsonl"))] == [False, True, False]


def test_files_of_the_other_direction_are_not_gone(tmp_path: Path) -> None:
    """Who gives ``--to text`` by mistake is told of that, and not that all texts are gone."""
    tree(tmp_path, {"texts/d1.txt": "Memo."})
    assert batch(tmp_path).exit_code == 0
    manifest = (tmp_path / "tei.manifest.jsonl").read_text()
    wrong = batch(tmp_path, "--to", "text")
    assert wrong.exit_code == 1
    assert "gone" not in wrong.stderr
    assert "no longer in the source" not in wrong.stderr
    assert "leave out --to text to convert the .txt files" in wrong.stderr
    assert (tmp_path / "tei.manifest.jsonl").read_text() == manifest
