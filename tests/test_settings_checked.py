"""What is wrong in the settings is told at once: where, what, and what to write instead."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from publish_helpers import collection, publish

import teiconv
from teiconv.cli import main
from teiconv.model.header import Publication
from teiconv.publish.edition import Edition, Editor
from teiconv.publish.told import completed
from teiconv.settings import SettingsError, read_settings
from teiconv.settings.places import Places

WRONG = """# of the volume
persons = "persons.txt"
encoding = "utf-12"

[publication]
date = "3 May 2026"
license = "https://x.example.org/"

[edition]
  title = ""
editors = [
    "Ada Editor <ada@example.org>",
    "Bob Editor bob@example.org",
]

[[edition.chapters]]
title = "The Crown"
documents = "d1"

[[edition.chapters]]
title = "Aftermath"
"""


def told(folder: Path, text: str) -> list[str]:
    file = folder / "teiconv.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        read_settings(file)
    return [str(each).removeprefix(f"{folder}/") for each in caught.value.faults]


def test_all_faults_are_told_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    assert [line.split(": ")[0] for line in told(tmp_path, WRONG)] == [
        "teiconv.toml:3:1",
        "teiconv.toml:6:1",
        "teiconv.toml:7:1",
        "teiconv.toml:10:3",
        "teiconv.toml:13:6",
        "teiconv.toml:20:1",
    ]


def test_publish_and_batch_print_a_line_for_each(tmp_path: Path) -> None:
    tei = collection(tmp_path)
    (tmp_path / "teiconv.toml").write_text(WRONG, encoding="utf-8")
    again = CliRunner().invoke(main, ["batch", str(tmp_path / "texts"), str(tmp_path / "tei")])
    for done in (publish(tei, "tables"), again):
        assert done.exit_code == 2
        assert [line.split(":")[:2] for line in done.stderr.splitlines()] == [
            ["teiconv", f" {tmp_path / 'teiconv.toml'}"]
        ] * 6
    assert not (tmp_path / "public").exists()


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ('title = " "', "“title” is empty; give it a value, or take the line out"),
        ("title = 3", "“title” takes a string, not 3; write it in quotation marks"),
        ('licens = "a"', "did you mean “licence”?"),
        ('id = "my volume"', "write “my-volume”"),
        ('id = "1969"', "“id” is a name for files and ids"),
        ('base = "edition.example.org"', "write “https://edition.example.org”"),
        ('base = "https://edition.example.org/?a"', "“base” is an address"),
        ('base = "ftp://edition.example.org/"', "“base” is an address"),
        ('volumes = "other volumes"', "“volumes” is an address"),
        ('status = "in work"', "write “in-work”"),
        ('doi = "https://doi.org/10.5281/zenodo.12"', "write “10.5281/zenodo.12”"),
        ('doi = "zenodo.12"', "“doi” is a DOI (10.5281/zenodo.1234567), not “zenodo.12”"),
        ('language = "english"', "“language” is a tag of BCP 47"),
        ('language = "xq"', "“language” is a tag of BCP 47"),
        ('language = "en_GB"', "write “en-GB”"),
        ('date = "2026-02-30"', "“date” is written 2026, 2026-11 or 2026-11-29"),
        ("date = 26", "“date” is written 2026, 2026-11 or 2026-11-29"),
        ('licence = "ftp://x y"', "is the address of a licence (https://…), or a sentence, not “ftp://x y”"),
        ('licence = "www.example.org/licence"', "write “https://www.example.org/licence”"),
        ('editors = "Ada Editor ada@example.org"', "write “Ada Editor <ada@example.org>”"),
        ('editors = ["<ada@example.org>"]', "“editors” is a name"),
        ("creators = 3", "“creators” takes a string, or a list of strings"),
        ('preface = "none.txt"', "“preface” names the file “none.txt”, which is not there"),
        ('chapters = "none.csv"', "“chapters” names the file “none.csv”, which is not there"),
        ('chapters = [{title = "A", docs = "d1"}]', "[[edition.chapters]] has no setting “docs”"),
    ],
)
def test_a_wrong_setting_of_the_edition(tmp_path: Path, setting: str, message: str) -> None:
    lines = told(tmp_path, f"[edition]\n{setting}\n")
    assert any(line.startswith("teiconv.toml:2:") and message in line for line in lines), lines


@pytest.mark.parametrize(
    "setting",
    [
        'language = "zh-Hant-TW"',
        'language = "de-1901"',
        'language = "sl-rozaj-biske"',
        'language = "grc"',
        'date = "2026-11"',
        "date = 2026-11-29",
        "date = 2026",
        'id = "frus1969-76v12"',
        'id = "тетрадь"',
        'base = "http://127.0.0.1:8000/edition"',
        'licence = "Public domain"',
        'editors = ["Ada Editor", "Bob <bob@localhost>"]',
    ],
)
def test_a_right_setting_of_the_edition(tmp_path: Path, setting: str) -> None:
    file = tmp_path / "teiconv.toml"
    file.write_text(f"[edition]\n{setting}\n", encoding="utf-8")
    read_settings(file)


def test_the_library_tells_the_same_of_its_records() -> None:
    with pytest.raises(teiconv.OptionsError, match="“base” is an address"):
        Edition(base="edition.example.org")
    with pytest.raises(teiconv.OptionsError, match="“editors” is a name"):
        Edition(editors=(Editor("Ada", "no mail"),))
    with pytest.raises(teiconv.OptionsError, match="“date” is written 2026"):
        teiconv.to_tei("Memorandum", publication=Publication(date="May"))


def test_an_option_of_the_command_line_tells_the_same(tmp_path: Path) -> None:
    (tmp_path / "memo.txt").write_text("Memorandum", encoding="utf-8")
    done = CliRunner().invoke(main, ["convert", str(tmp_path / "memo.txt"), "--pub-date", "3 May"])
    assert (done.exit_code, "“date” is written 2026" in done.stderr) == (2, True)


def test_an_identifier_that_is_no_name_is_not_the_id_of_the_edition(tmp_path: Path) -> None:
    tei = collection(tmp_path)
    (tmp_path / "teiconv.toml").write_text('[publication]\nidentifier = "ISBN 1 2"\n', encoding="utf-8")
    done = publish(tei, "xar")
    assert (done.exit_code, "id" in done.stderr) == (2, True)


def test_places_of_keys_in_each_way_that_toml_has() -> None:
    text = 'a.b = 1\nc = """\nd = 2\n"""\n"e f" = [\n  1,\n  "word",\n]\n[g]\n  h = 3\n'
    places = Places(text + "[[i.j]]\nk = 4\n[[i.j]]\nk = 5\n")
    assert places.at(("a", "b")) == (1, 1)
    assert places.at(("c",)) == (2, 1)
    assert places.at(("d",)) == ()
    assert places.at(("e f",), "word") == (7, 4)
    assert places.at(("g", "h")) == (10, 3)
    assert places.at(("i", "j", 1, "k")) == (14, 1)
    assert places.at(("i", "j", 1, "none")) == (13, 1)


def test_what_a_header_of_others_tells_is_taken_only_where_it_could_be_a_setting(tmp_path: Path) -> None:
    header = """<fileDesc><titleStmt><title>Ruritania</title><editor>Ada</editor><editor>a@@b</editor></titleStmt>
        <publicationStmt><publisher>P</publisher><date>spring</date><idno type="volume">no 12</idno></publicationStmt>
        <sourceDesc><p/></sourceDesc></fileDesc>"""
    file = tmp_path / "volume.xml"
    file.write_text(f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>{header}</teiHeader></TEI>', encoding="utf-8")
    found = completed(Edition(), file)
    assert (found.title, found.editors, found.publisher) == ("Ruritania", (Editor("Ada"),), "P")
    assert (found.date, found.id) == (None, None)
