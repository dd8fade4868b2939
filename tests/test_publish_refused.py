"""What is refused is refused before any form is replaced, and what is told before a form is written is true."""

from __future__ import annotations

from pathlib import Path

import pytest
from batch_helpers import contents, tree
from click.testing import CliRunner
from lxml import html
from publish_helpers import collection, publish, published
from test_publish_others import HEADER, LETTER, SETTINGS

from teiconv.cli import main


def test_a_form_with_files_of_others_leaves_all_other_forms_as_they_are(tmp_path: Path) -> None:
    tei = collection(tmp_path)
    public = published(tei, "tables", "site", "cmif")
    tree(public, {"site/note.txt": "mine", "site/a/b.txt": "mine", "corpus/mine.xml": "mine"})
    before = contents(public)
    (tei / "d1.xml").write_text((tei / "d1.xml").read_text().replace("the Duke", "the Prince"))
    done = publish(tei, "tables", "site", "cmif", "corpus")
    assert (done.exit_code, contents(public)) == (1, before)
    assert "(site/a/b.txt, site/note.txt, corpus/mine.xml)" in done.stderr
    assert "wrote" not in done.stderr


def test_a_name_that_a_bag_cannot_hold_is_refused_before_any_form_is_written(tmp_path: Path) -> None:
    tei = collection(tmp_path, **{"texts/100%.txt": "4. Editorial Note\n\nNothing is known.\n"})
    done = publish(tei, "tables", "deposit")
    assert (done.exit_code, "a bag cannot hold" in done.stderr, "wrote" in done.stderr) == (1, True, False)
    assert not (tmp_path / "public/tables").exists()


def test_a_broken_file_stops_the_run_before_new_ids_are_told(tmp_path: Path) -> None:
    letter = LETTER.format(header=HEADER.format("A letter"), name="All is well.")
    files = {"tei/a.xml": letter, "tei/b.xml": letter}
    tei = tree(tmp_path, files | {"teiconv.toml": SETTINGS}) / "tei"
    assert "the first document in a.xml becomes a\n" in publish(tei, "tables").stderr
    (tei / "b.xml").write_text(letter.replace("</TEI>", ""))
    done = publish(tei, "tables")
    assert (done.exit_code, "becomes" in done.stderr) == (4, False), done.stderr


def test_documents_of_no_chapter_have_a_heading_of_their_own(tmp_path: Path) -> None:
    tei = collection(tmp_path, **{"chapters.csv": "title,documents\nLate,d3\n"})
    page = html.parse(str(published(tei, "site") / "site/index.html"))
    links = page.xpath("//section[h2='In no chapter']//a/@href")
    assert links == ["documents/d1.html", "documents/d2.html"]


def test_many_documents_of_no_chapter_have_a_page_of_their_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("teiconv.publish.site.contents.FEW", 1)
    tei = collection(tmp_path, **{"chapters.csv": "title,documents\nLate,d3\n"})
    site = published(tei, "site") / "site"
    links = html.parse(str(site / "index.html")).xpath("//section[h2='In no chapter']//a/@href")
    assert links == ["contents/in-no-chapter.html"]
    links = html.parse(str(site / links[0])).xpath("//ol[@class='entries']//a/@href")
    assert links == ["../documents/d1.html", "../documents/d2.html"]


def test_of_many_documents_of_no_chapter_the_first_are_told(tmp_path: Path) -> None:
    more = {f"texts/d{number}.txt": f"{number}. Editorial Note\n\nNothing is known.\n" for number in range(4, 16)}
    tei = collection(tmp_path, **{**more, "chapters.csv": "title,documents\nLate,d3\n"})
    assert "d10, d11 and 4 more. Write them" in publish(tei, "tables").stderr


def test_forms_that_were_made_before_a_text_was_withdrawn_are_named(tmp_path: Path) -> None:
    tei = collection(tmp_path)
    published(tei, "tables", "site", "cmif")
    assert "publish them again" not in publish(tei, "tables").stderr
    (tmp_path / "texts/d3.txt").unlink()
    (tmp_path / "chapters.csv").write_text("title,documents\nThe Crown,d1–d2\n")
    batch = ["batch", str(tmp_path / "texts"), str(tei), "-j1", "-q", "--withdraw"]
    assert CliRunner().invoke(main, batch).exit_code == 0
    assert "so not up to date: tables, cmif; publish them again" in publish(tei, "site").stderr
    assert "publish them again" not in publish(tei, "tables", "cmif").stderr


def test_all_files_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    tei = collection(tmp_path)
    (tei / "d1.xml").write_text("<TEI>")
    (tei / "d3.xml").write_bytes(b"\xff\xfe\x00")
    (tei / ".d4.xml").write_text("<TEI>")  # what is hidden is no document
    (tei / "persons.xml").write_text((tei / "persons.xml").read_text().replace("</person>", "", 1))
    done = publish(tei, "tables")
    assert (done.exit_code, (tmp_path / "public/tables").exists()) == (4, False)
    told = [line.split(": ")[1].rpartition("/")[2].partition(":")[0] for line in done.stderr.splitlines()]
    assert told == ["d1.xml", "d3.xml", "persons.xml"], done.stderr


def test_all_files_of_others_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    letter = LETTER.format(header=HEADER.format("A letter"), name="All is well.")
    files = {f"tei/{name}.xml": letter.replace("</TEI>", "") for name in "ac"} | {"tei/b.xml": letter}
    done = publish(tree(tmp_path, files | {"teiconv.toml": SETTINGS}) / "tei", "tables")
    assert (done.exit_code, [name in done.stderr for name in ("a.xml", "b.xml", "c.xml")]) == (4, [True, False, True])
