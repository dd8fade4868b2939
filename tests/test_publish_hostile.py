"""Names, dates and disks that are against us: what is published is whole, or it is told why not."""

from __future__ import annotations

import errno
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from batch_helpers import contents
from click.testing import CliRunner
from lxml import etree, html
from publish_helpers import SETTINGS, collection, publish, published

from teiconv.cli import main
from teiconv.collection.ids import document_id
from teiconv.publish.edition import Edition
from teiconv.publish.table import FORMATS
from teiconv.publish.target import Target

NAMES = ("a b/x#1?", "ü/é%20\"'", "<script>", "-rf", "con", "index", "a.b/c", "a/b.c", "search", "n" * 200, "ж" * 60)
BARE = "Nothing but words, without a title or a date."
VOLUME = 'series = "S"\nsubseries = "1970"\nnumber = "I"\n'


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("edition")
    texts = {f"texts/{name}.txt": BARE for name in NAMES}
    tei = collection(root, **texts, **{"teiconv.toml": SETTINGS + VOLUME})
    return published(tei, *(name for name in FORMATS if name != "deposit"))


@pytest.mark.parametrize("name", ["site", "cetei"])
def test_links_lead_to_files_of_any_name(public: Path, name: str) -> None:
    pages = list((public / name).rglob("*.html"))
    assert len(pages) > len(NAMES)
    for page in pages:
        for address in html.parse(str(page)).xpath("//@href"):
            parts = urlsplit(str(address))
            if not parts.scheme and parts.path:
                assert (page.parent / unquote(parts.path)).is_file(), (page, address)


@pytest.mark.parametrize("place", ["textgrid/tei", "dts/tei", "site/documents", "site/text"])
def test_no_document_takes_the_place_of_another(public: Path, place: str) -> None:
    files = [path for path in (public / place).rglob("*") if path.is_file()]
    assert len(files) == len(NAMES) + 3


def test_a_file_is_drawn_into_the_corpus_by_any_name(public: Path) -> None:
    corpus = etree.parse(str(public / "corpus/include.xml"))
    corpus.xinclude()
    assert len(list(corpus.getroot().iter("{*}body"))) == len(NAMES) + 3


def test_a_name_that_a_bag_cannot_hold_is_refused(tmp_path: Path) -> None:
    done = publish(collection(tmp_path, **{"texts/50%.txt": BARE}), "deposit")
    assert (done.exit_code, "50%.xml: a bag cannot hold" in done.output) == (1, True)


@pytest.mark.parametrize("path", ["ж" * 60 + ".txt", "n" * 240 + ".txt"])
def test_a_long_name_has_an_id_after_which_a_file_can_be_named(path: str) -> None:
    id = document_id(path)
    assert len(id) < 120
    assert id != document_id(f"{path[0]}{path}")


def test_a_full_disk_is_told_and_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tei = collection(tmp_path)
    before = contents(published(tei, "site"))

    def full(self: Target, path: str, data: bytes | str) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Target, "write", full)
    done = publish(tei, "site")
    assert (done.exit_code, "site: cannot be written: No space left on device" in done.output) == (1, True)
    assert contents(tmp_path / "public") == before


@pytest.mark.parametrize(("date", "day"), [("2026", "2026-01-01"), ("2026-11", "2026-11-01"), (None, "")])
def test_what_takes_days_only_is_given_one(date: str | None, day: str) -> None:
    assert Edition(date=date).day == day


def test_a_date_may_be_a_mere_year(tmp_path: Path) -> None:
    settings = SETTINGS.replace("date = 2026-11-29", "").replace("[edition]\n", "[edition]\ndate = 2026\n")
    public = published(collection(tmp_path, **{"teiconv.toml": settings}), "oai", "deposit", "xar", "epub")
    identify = etree.parse(str(public / "oai/repository.xml")).find("{*}Identify")
    assert identify is not None
    assert identify.findtext("{*}earliestDatestamp") == "2026-01-01"
    assert "Bagging-Date: 2026-01-01" in (public / "deposit/bag-info.txt").read_text(encoding="utf-8")


def test_a_date_in_words_is_refused(tmp_path: Path) -> None:
    settings = SETTINGS.replace("date = 2026-11-29", 'date = "November 2026"')
    tei = collection(tmp_path)
    (tmp_path / "teiconv.toml").write_text(settings, encoding="utf-8")
    done = publish(tei, "tables")
    assert (done.exit_code, "“date” is written 2026" in done.output) == (2, True)


def test_a_folder_without_texts_is_told_twice(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    done = CliRunner().invoke(main, ["batch", str(tmp_path / "texts"), str(tmp_path / "tei"), "-q"])
    assert (done.exit_code, "nothing to convert" in done.output) == (1, True)
    (tmp_path / "tei").mkdir(exist_ok=True)
    done = CliRunner().invoke(main, ["publish", str(tmp_path / "tei"), str(tmp_path / "public"), "--as", "site"])
    assert (done.exit_code, "no documents found" in done.output) == (1, True)


def test_two_batches_into_one_folder_make_one_edition(tmp_path: Path) -> None:
    tei = collection(tmp_path)
    (tmp_path / "texts/d4.txt").write_text("4. Letter\n\nSee Document 3.\n", encoding="utf-8")
    assert CliRunner().invoke(main, ["batch", str(tmp_path / "texts"), str(tei), "-j1", "-q"]).exit_code == 0
    site = published(tei, "site") / "site"
    page = html.parse(str(site / "documents/d3.html"))
    assert page.xpath("//link[@rel='next']/@href") == ["d4.html"]
