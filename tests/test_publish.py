"""``teiconv publish``: what it needs, and what it says where that is missing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from batch_helpers import contents, tree
from click.testing import CliRunner
from publish_helpers import collection, publish, published

from teiconv.batch.places import LocalFolder, alone
from teiconv.cli import main
from teiconv.errors import TeiconvError
from teiconv.publish.edition import Chapter, Edition, Editor, edition_of
from teiconv.publish.table import FORMATS, Format, MissingSettingsError
from teiconv.publish.table import publish as write
from teiconv.publish.target import Target
from teiconv.settings import Settings, SettingsError


def test_a_format_that_is_not_there_is_told_with_those_that_are(tmp_path: Path) -> None:
    done = publish(collection(tmp_path), "papyrus")
    assert done.exit_code == 2
    assert f"there is no format “papyrus”; there are {', '.join(FORMATS)}" in done.output


def test_help_lists_the_formats() -> None:
    done = CliRunner().invoke(main, ["publish", "--help"])
    assert all(name in done.output for name in FORMATS)


def test_all_that_is_missing_is_told_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(FORMATS, "site", Format("site", "pages", ("title", "editors")))
    monkeypatch.setitem(FORMATS, "tables", Format("tables", "tables", ("base", "title")))
    with pytest.raises(MissingSettingsError) as told:
        write(tmp_path, tmp_path / "public", ["site", "tables"], Edition(licence="free"))
    assert str(told.value) == (
        "site needs title, editors; tables needs base, title. Write in teiconv.toml, in SRC or beside it:\n\n"
        "    [edition]\n"
        '    title = "Ruritania, 1969–1976"\n    editors = ["Ada Editor <ada@example.org>"]\n'
        '    base = "https://edition.example.org/"\n'
    )


def test_what_is_to_be_written_into_the_settings_is_printed_in_lines(tmp_path: Path) -> None:
    from teiconv import to_tei

    (tmp_path / "d1.xml").write_bytes(to_tei("1. Editorial Note"))
    done = subprocess.run(
        [sys.executable, "-m", "teiconv", "publish", tmp_path / "d1.xml", tmp_path / "public", "--as", "deposit"],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 2
    assert "\n    [edition]\n    " in done.stderr


def test_a_folder_without_documents_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TeiconvError, match="no documents found"):
        write(tmp_path, tmp_path / "public", ["site"], Edition())


def test_what_others_put_in_the_target_is_never_lost(tmp_path: Path) -> None:
    tei = collection(tmp_path)
    tree(tmp_path / "public", {"site/CNAME": "edition.example.org", "edition.epub": "mine", "notes.txt": "mine"})
    before = contents(tmp_path / "public")
    for name, file in (("site", "CNAME"), ("epub", "edition.epub")):
        done = publish(tei, name)
        assert (done.exit_code, file in done.output) == (1, True), done.output
        assert "did not write" in done.output
    assert contents(tmp_path / "public") == before
    published(tei, "tables")
    assert (tmp_path / "public/notes.txt").read_text() == "mine"


def test_what_is_added_to_a_site_by_hand_is_never_lost(tmp_path: Path) -> None:
    tei = collection(tmp_path)
    published(tei, "site")
    tree(tmp_path / "public/site", {"images/castle.svg": "<svg/>"})
    assert "images/castle.svg" in publish(tei, "site").output
    assert (tmp_path / "public/site/images/castle.svg").exists()


@pytest.mark.parametrize("left", [".site.teiconv-part", ".site.teiconv-old"])
def test_what_a_killed_run_left_is_cleared_away(tmp_path: Path, left: str) -> None:
    tei = collection(tmp_path)
    before = contents(published(tei, "site"))
    tree(tmp_path / "public" / left, {"index.html": "half"})
    published(tei, "site")
    assert contents(tmp_path / "public") == before


def test_what_a_run_had_put_aside_when_it_was_killed_is_put_back(tmp_path: Path) -> None:
    tree(tmp_path, {".site.teiconv-old/index.html": "old", ".site.teiconv": "index.html"})
    with pytest.raises(RuntimeError), Target(tmp_path / "site"):
        raise RuntimeError
    assert (tmp_path / "site/index.html").read_text() == "old"


def test_two_runs_into_one_target_are_refused(tmp_path: Path) -> None:
    tei = collection(tmp_path)
    with alone(LocalFolder(str(tmp_path / "public"))):
        done = publish(tei, "site")
    assert (done.exit_code, "another run" in done.output) == (1, True)


def test_a_target_in_the_source_is_refused(tmp_path: Path) -> None:
    tei = collection(tmp_path)
    done = CliRunner().invoke(main, ["publish", str(tei), str(tei / "public"), "--as", "site"])
    assert (done.exit_code, "the target is in the source" in done.output) == (1, True)


def test_what_the_publication_says_holds_for_the_edition() -> None:
    from teiconv.model.header import Publication

    said = Publication(series="S", volume="V", identifier="v1", publisher="P")
    edition = edition_of(Settings(publication=said, edition={"publisher": "Own", "editors": "A B <a@b.org>"}))
    assert (edition.title, edition.subtitle, edition.id, edition.publisher) == ("V", "S", "v1", "Own")
    assert edition.editors == (Editor("A B", "a@b.org"),)


def test_chapters_take_ranges_and_single_documents() -> None:
    said = {"chapters": [{"title": "One", "documents": "d1–d3, d7"}, {"title": "Two", "documents": ["8-9"]}]}
    assert edition_of(Settings(edition=said)).chapters == (
        Chapter("One", ("d1", "d2", "d3", "d7")),
        Chapter("Two", ("8", "9")),
    )


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({"titel": "a"}, "no setting “titel”; there are base.* did you mean “title”"),
        ({"title": 3}, "“title” takes a string, not 3"),
        ({"base": "edition.example.org"}, "“base” is an address"),
        ({"editors": [3]}, "“editors” takes a string, or a list"),
        ({"chapters": 3}, "“chapters” is a CSV file"),
        ({"chapters": "none.csv"}, "“chapters” names the file “none.csv”, which is not there"),
    ],
)
def test_what_cannot_be_meant(said: dict[str, object], message: str) -> None:
    with pytest.raises(SettingsError, match=message):
        edition_of(Settings(edition=said))


def test_a_file_that_is_no_tei_is_told_and_nothing_stays_open(tmp_path: Path) -> None:
    tei = collection(tmp_path)
    (tei / "d2.xml").write_text("<TEI>")
    done = publish(tei, "tables")
    assert done.exit_code == 4
    assert "d2.xml:1:" in done.stderr


def test_what_a_killed_run_had_put_aside_is_put_back_whatever_is_published_next(tmp_path: Path) -> None:
    tei = collection(tmp_path)
    public = published(tei, "site")
    (public / "site").rename(public / ".site.teiconv-old")
    tree(public, {".oai.teiconv-part/repository.xml": "half"})
    published(tei, "tables")
    assert (public / "site/index.html").exists()
    assert not [path for path in public.iterdir() if path.name.endswith(("-old", "-part"))]


def test_a_run_that_sigterm_ends_leaves_nothing_half_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def ended(work: object, target: Target) -> None:
        target.write("index.html", "half")
        os.kill(os.getpid(), signal.SIGTERM)

    monkeypatch.setattr("teiconv.publish.site.write", ended)
    done = publish(collection(tmp_path), "site")
    assert done.exit_code != 0
    assert not (tmp_path / "public/site").exists()
    assert not (tmp_path / "public/.site.teiconv-part").exists()
