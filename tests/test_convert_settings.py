"""``teiconv convert`` reads the settings that ``teiconv batch`` reads, and both take the publication from options."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from desk import lay_out

from teiconv.cli import main

SETTINGS = """persons = "persons.txt"

[publication]
series = "Papers on Nets"
publisher = "Harbour Press"
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    lay_out(tmp_path)
    (tmp_path / "teiconv.toml").write_text(SETTINGS, encoding="utf-8")
    return tmp_path


def convert(*arguments: str | Path) -> str:
    done = CliRunner().invoke(main, ["convert", "-q", *map(str, arguments)])
    assert done.exit_code == 0, done.output
    return done.stdout


@pytest.mark.parametrize("text", ["memo.txt", "texts/d12.txt"])
def test_the_settings_in_the_folder_of_a_text_or_beside_it_apply(desk: Path, text: str) -> None:
    tei = convert(desk / text)
    assert "<publisher>Harbour Press</publisher>" in tei
    assert "Secretary" in tei  # what the list says of a person


def test_an_option_comes_before_a_setting(desk: Path) -> None:
    tei = convert(desk / "memo.txt", "--publisher", "The Castle Press", "--licence", "Public domain")
    assert "<publisher>The Castle Press</publisher>" in tei
    assert "Papers on Nets" in tei
    assert "Public domain" in tei


def test_settings_elsewhere_are_named(desk: Path, tmp_path: Path) -> None:
    (tmp_path / "other.toml").write_text('[publication]\npublisher = "Elsewhere"\n', encoding="utf-8")
    assert "<publisher>Elsewhere</publisher>" in convert(desk / "memo.txt", "--config", tmp_path / "other.toml")


def test_a_list_that_the_settings_name_is_not_overwritten(desk: Path) -> None:
    done = CliRunner().invoke(main, ["convert", str(desk / "memo.txt"), "-o", str(desk / "persons.txt")])
    assert done.exit_code == 2
    assert "would replace" in done.output


def test_a_batch_takes_the_publication_from_options(desk: Path) -> None:
    done = CliRunner().invoke(
        main, ["batch", str(desk / "texts"), str(desk / "tei"), "-j1", "-q", "--pub-place", "Port Albert"]
    )
    assert done.exit_code == 0, done.output
    tei = (desk / "tei" / "d12.xml").read_text(encoding="utf-8")
    assert "<pubPlace>Port Albert</pubPlace>" in tei
    assert "<publisher>Harbour Press</publisher>" in tei
