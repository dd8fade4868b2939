"""Settings: what a teiconv.toml may say, and what is said of one that says something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from teiconv.model.header import Publication
from teiconv.settings import Settings, SettingsError, find_settings, read_settings, settings_over

WHOLE = """
persons = ["persons.txt", "lists/more.csv"]
terms = "terms.txt"
profile = "frus"
encoding = "cp1252"

[publication]
series = "Foreign Relations of the United States"
publisher = "Office of the Historian"
date = 2014-05-01
licence = "https://creativecommons.org/publicdomain/mark/1.0/"
"""


def written(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "teiconv.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_whole_file(tmp_path: Path) -> None:
    assert read_settings(written(tmp_path, WHOLE)) == Settings(
        tmp_path / "teiconv.toml",
        (tmp_path / "persons.txt", tmp_path / "lists" / "more.csv"),
        (tmp_path / "terms.txt",),
        "frus",
        "cp1252",
        Publication(
            series="Foreign Relations of the United States",
            publisher="Office of the Historian",
            date="2014-05-01",
            licence="https://creativecommons.org/publicdomain/mark/1.0/",
        ),
    )


def test_an_empty_file_says_nothing(tmp_path: Path) -> None:
    assert read_settings(written(tmp_path, "")) == Settings(tmp_path / "teiconv.toml")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("persons = x", r"teiconv.toml:1:\d+: is not TOML"),
        (
            'people = "a"',
            "no setting “people”; there are authority, conventions, decisions, edition",
        ),
        ('[publication]\ntitle = "a"', "no setting “title”; there are date, identifier, licence"),
        ('publication = "a"', "is a table"),
        ("persons = 3", "“persons” takes the name of a file"),
        ("persons = [3]", "“persons” takes the name of a file"),
        ("encoding = 3", "“encoding” takes a string, not 3"),
        ('profile = "p4"', "no profile “p4”; there are tei, frus"),
    ],
)
def test_what_cannot_be_meant(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(SettingsError, match=message) as caught:
        read_settings(written(tmp_path, text))
    assert caught.value.exit_code == 2


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        read_settings(tmp_path / "teiconv.toml")


def test_inner_settings_come_before_outer_ones(tmp_path: Path) -> None:
    inner = Settings(profile="frus", publication=Publication(volume="XII"))
    outer = Settings(tmp_path, profile="tei", encoding="cp1252", publication=Publication(volume="I", series="S"))
    assert inner.over(outer) == Settings(
        tmp_path, profile="frus", encoding="cp1252", publication=Publication(volume="XII", series="S")
    )


def test_they_are_found_in_the_source_or_beside_it(tmp_path: Path) -> None:
    source = tmp_path / "shelf" / "texts"
    source.mkdir(parents=True)
    (tmp_path / "shelf" / "texts.jsonl").touch()
    assert find_settings(source) is None
    beside = written(tmp_path / "shelf", "")
    assert find_settings(source) == beside
    assert find_settings(tmp_path / "shelf" / "texts.jsonl") == beside
    inside = written(source, "")
    assert find_settings(source) == inside


@pytest.mark.parametrize(
    ("line", "advice"),
    [
        ("persons = “persons.txt”", "write straight quotation marks"),
        ("persons = [„persons.txt“]", "write straight quotation marks"),
        ("persons = persons.txt", "write words in quotation marks, and true or false without"),
        ("unlisted = yes", "write words in quotation marks, and true or false without"),
        ('persons = "C:\\Users\\roe.txt"', "write / in the name of a file, not \\\\"),
    ],
)
def test_common_mistakes_are_told_with_what_to_write(tmp_path: Path, line: str, advice: str) -> None:
    with pytest.raises(SettingsError, match=rf"teiconv\.toml:2:\d+: is not TOML: .*; {advice}$"):
        read_settings(written(tmp_path, f'profile = "tei"\n{line}\nplaces = true\n'))


def test_settings_in_another_encoding_are_told_with_the_line(tmp_path: Path) -> None:
    (tmp_path / "teiconv.toml").write_bytes('profile = "tei"\n# für Zenda\n'.encode("cp1252"))
    with pytest.raises(SettingsError, match=r"teiconv\.toml:2: the settings are not UTF-8; save the file as UTF-8"):
        read_settings(tmp_path / "teiconv.toml")


@pytest.mark.parametrize("name", ["persons", "terms", "decisions", "authority"])
def test_a_list_that_is_not_there_is_told_with_its_line(tmp_path: Path, name: str) -> None:
    file = written(tmp_path, f'profile = "tei"\n{name} = "gone.txt"\n')
    with pytest.raises(SettingsError, match=rf":2:\d+: “{name}” names the file “gone.txt”, which is not there"):
        settings_over(Settings(), file)
    given = tmp_path / "given.txt"
    own = Settings(**{name: given if name == "authority" else (given,)})
    assert settings_over(own, file).listed(name) == (given,)
    (tmp_path / "gone.txt").mkdir()
    with pytest.raises(SettingsError, match=r"“gone\.txt”, which is a folder"):
        settings_over(Settings(), file)
