"""What ``teiconv publish`` tells on the way: what it wrote, which ids it changed, of which volume a section is."""

from __future__ import annotations

from pathlib import Path

import pytest
from batch_helpers import tree
from lxml import html
from publish_helpers import collection, publish, published
from test_publish_others import HEADER, LETTER, SETTINGS
from test_publish_sections import VOLUME

from teiconv.errors import TeiconvError
from teiconv.publish import cmif

NUMBERED = "<title type='volume-number'>Volume {}</title><title type='volume'>{}</title>"


def test_forms_written_before_one_that_fails_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise TeiconvError("the disk is full")

    monkeypatch.setattr(cmif, "write", fail)
    done = publish(collection(tmp_path), "tables", "cmif", "site")
    assert (done.exit_code, [line for line in done.stderr.splitlines() if "wrote" in line]) == (
        1,
        [f"wrote {tmp_path / 'public/tables'}"],
    )
    assert (tmp_path / "public/tables").is_dir()
    assert not (tmp_path / "public/site").exists()


def test_the_second_document_of_one_id_in_a_file_is_told_with_its_line(tmp_path: Path) -> None:
    twice = VOLUME.format(header=HEADER.format("V")).replace('xml:id="d2"', 'xml:id="d1"').replace('n="2"', 'n="1"')
    done = publish(tree(tmp_path, {"tei/v1.xml": twice, "teiconv.toml": SETTINGS}) / "tei", "site")
    line = next(number for number, text in enumerate(twice.splitlines(), 1) if "2. Letter" in text)
    assert f"v1.xml:{line}: a document before it has the id d1, too; this one is v1.d1-2" in done.stderr
    assert (tmp_path / "public/site/documents/v1.d1-2.html").is_file()


def test_sections_of_several_volumes_are_listed_with_the_name_of_their_volume(tmp_path: Path) -> None:
    headers = {
        "v1": HEADER.replace("<title>{}</title>", NUMBERED.format("I", "The Crown")),
        "v2": HEADER.replace("<title>{}</title>", "<title/>"),
    }
    files = {f"tei/{name}.xml": VOLUME.format(header=header) for name, header in headers.items()}
    site = published(tree(tmp_path, files | {"teiconv.toml": SETTINGS}) / "tei", "site") / "site"
    listed = html.parse(str(site / "index.html")).xpath("//nav[@aria-label='Before the documents']//a/text()")
    assert listed == [
        "Preface (Volume I, The Crown)", "Persons (Volume I, The Crown)", "Preface (v2)", "Persons (v2)",
    ]  # fmt: skip


def test_sections_of_one_volume_beside_letters_have_its_name(tmp_path: Path) -> None:
    letter = LETTER.format(header=HEADER.format("A letter"), name="All is well.")
    files = {"tei/v1.xml": VOLUME.format(header=HEADER.format("The Crown")), "tei/letter.xml": letter}
    site = published(tree(tmp_path, files | {"teiconv.toml": SETTINGS}) / "tei", "site") / "site"
    listed = html.parse(str(site / "index.html")).xpath("//nav[@aria-label='After the documents']//a/text()")
    assert listed == ["Index (The Crown)"]


def test_prefaces_of_one_id_in_two_volumes_are_both_published(tmp_path: Path) -> None:
    other = VOLUME.replace('"d1"', '"d3"').replace('"d2"', '"d4"').replace("See <ref", "Never see <ref")
    files = {f"tei/v{n}.xml": text.format(header=HEADER.format("V")) for n, text in enumerate((VOLUME, other), 1)}
    site = published(tree(tmp_path, files | {"teiconv.toml": SETTINGS}) / "tei", "site") / "site"
    assert sorted(page.name for page in (site / "sections").iterdir() if "preface" in page.name) == [
        "v1.preface.html", "v2.preface.html",
    ]  # fmt: skip
