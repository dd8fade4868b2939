"""People whom neither a list nor an authority knows: named or left out, by one switch for all."""

from __future__ import annotations

from pathlib import Path

import pytest
from authority_sources import write_sources
from click.testing import CliRunner
from lxml import etree

import teiconv
from teiconv.authority.build import build
from teiconv.cli import main

XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
MEMO = """3. Paper

Washington, May 5, 1971.

Ambassador Tarn met Mr. Jules Vost. Mr. Vost agreed.
"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unlisted")
    (folder / "small.auth").write_bytes(build(write_sources(folder)).data)
    (folder / "persons.txt").write_text("Tarn, Oswald Peter, Ambassador to Peru\n", encoding="utf-8")
    (folder / "texts").mkdir()
    (folder / "texts/memo.txt").write_text(MEMO, encoding="utf-8")
    return folder


KNOWING = {
    "list": ["--persons", "persons.txt"],
    "authority": ["--authority", "small.auth"],
    "list and authority": ["--persons", "persons.txt", "--authority", "small.auth"],
    "neither": [],
}
NAMES_UNKNOWN = {
    ("list", ""): False,
    ("list", "--unlisted"): True,
    ("list", "--no-unlisted"): False,
    ("authority", ""): True,
    ("authority", "--unlisted"): True,
    ("authority", "--no-unlisted"): False,
    ("list and authority", ""): False,
    ("list and authority", "--unlisted"): True,
    ("neither", ""): True,
    ("neither", "--unlisted"): True,
}


@pytest.mark.parametrize(("known", "switch"), NAMES_UNKNOWN)
def test_one_switch_names_or_leaves_out_whom_nobody_knows(files, monkeypatch, known, switch):
    monkeypatch.chdir(files)
    given = [*KNOWING[known], *([switch] if switch else [])]
    result = CliRunner().invoke(main, ["convert", "texts/memo.txt", *given])
    assert result.exit_code == 0, result.stderr
    assert (">Jules Vost</persName>" in result.stdout) == NAMES_UNKNOWN[known, switch]
    assert ">Tarn</persName>" in result.stdout


@pytest.mark.parametrize("command", [["convert", "texts/memo.txt"], ["batch", "texts", "no-tei"]], ids=str)
def test_without_a_list_or_an_authority_nobody_would_be_named(files, monkeypatch, command):
    monkeypatch.chdir(files)
    result = CliRunner().invoke(main, [*command, "--no-unlisted"])
    assert result.exit_code == 2
    assert "to leave out the people who are not known, give a list of persons or an authority" in result.stderr


def test_the_library_has_the_same_switch(files):
    authority = files / "small.auth"
    assert b"Jules Vost</persName>" in teiconv.to_tei(MEMO, authority=authority)
    assert b"Jules Vost</persName>" not in teiconv.to_tei(MEMO, authority=authority, unlisted=False)
    with pytest.raises(teiconv.OptionsError, match="give a list of persons or an authority"):
        teiconv.to_tei(MEMO, unlisted=False)


def test_settings_have_the_same_switch_and_those_of_an_inner_folder_come_first(files, tmp_path):
    for folder in (tmp_path / "texts", tmp_path / "texts/all"):
        folder.mkdir()
        (folder / "memo.txt").write_text(MEMO, encoding="utf-8")
    said = f'authority = "{(files / "small.auth").as_posix()}"\nunlisted = '
    (tmp_path / "texts/teiconv.toml").write_text(f"{said}true\n", encoding="utf-8")
    (tmp_path / "texts/all/teiconv.toml").write_text("unlisted = false\n", encoding="utf-8")
    teiconv.convert_folder(tmp_path / "texts", tmp_path / "tei", jobs=1)
    assert "Jules Vost</persName>" in (tmp_path / "tei/memo.xml").read_text(encoding="utf-8")
    assert "Jules Vost</persName>" not in (tmp_path / "tei/all/memo.xml").read_text(encoding="utf-8")
    teiconv.convert_folder(tmp_path / "texts", tmp_path / "tei", unlisted=False, jobs=1)
    assert "Jules Vost</persName>" not in (tmp_path / "tei/memo.xml").read_text(encoding="utf-8")


def test_explain_tells_that_a_person_is_left_out_as_was_asked(files, monkeypatch):
    monkeypatch.chdir(files)
    asked = ["explain", "texts/memo.txt", "Mr. Vost", "--authority", "small.auth"]
    assert "is a person" in CliRunner().invoke(main, asked).stdout
    assert "whom the authority does not know" in CliRunner().invoke(main, [*asked, "--no-unlisted"]).stdout


@pytest.mark.parametrize("known", KNOWING)
def test_in_the_profile_of_the_series_all_persons_stand_in_one_list(files, monkeypatch, known):
    monkeypatch.chdir(files)
    asked = ["convert", "texts/memo.txt", "-o", "-", "--profile", "frus", "--unlisted", *KNOWING[known]]
    front = etree.fromstring(CliRunner().invoke(main, asked).stdout_bytes).find(".//{*}front")
    assert [div.get(XML_ID) for div in front] == ["persons"]
    assert {name.text.partition(",")[0] for name in front.iter("{*}persName")} == {"Tarn", "Vost"}
