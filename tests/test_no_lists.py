"""Files that are given as lists and are something else: each is refused, with what to do instead."""

from __future__ import annotations

from pathlib import Path

import pytest
from authority_sources import write_sources
from click.testing import CliRunner

from teiconv.authority.build import build
from teiconv.cli import main
from teiconv.errors import TeiconvError
from teiconv.names.lists.load import load_persons, load_terms

MEMO = """3. Memorandum

Washington, August 14, 1971.

The King met the Secretary of State, who had come from Zenda in the morning. It was late: nobody spoke of the treaty,
the horses or the wine, and the King left.

The Secretary of State wrote, and the Queen replied, that the treaty would be signed; then all of them left for Zenda.
"""
TERMS = b"NSC, National Security Council\nOAS, Organization of American States\nS/S, Executive Secretariat\n"


@pytest.mark.parametrize("load", [load_persons, load_terms])
def test_a_compiled_authority_is_no_list(load, tmp_path: Path) -> None:
    with pytest.raises(TeiconvError, match="this is a compiled authority: give it as --authority"):
        load([("us.auth", build(write_sources(tmp_path)).data)])


NO_LISTS = {
    "pyproject.toml": (b'[project]\nname = "roe, jane"\nfiles = ["a, b"]\n', "TOML"),
    "teiconv.toml": (b'persons = "persons.txt"\n', "TOML"),
    "settings.txt": (b'[project]\nname = "roe, jane"\n', "TOML"),
    "terms.json": (b'{\n  "NSC": "National Security Council",\n  "OAS": "x"\n}\n', "JSON"),
    "deep.json": (b"[" * 100_000, None),
}


@pytest.mark.parametrize("load", [load_persons, load_terms])
@pytest.mark.parametrize("name", NO_LISTS)
def test_settings_and_data_are_no_list(name: str, load) -> None:
    data, kind = NO_LISTS[name]
    with pytest.raises(TeiconvError, match=f"this is {kind}, and no list" if kind else "no (person|term) found"):
        load([(name, data)])


def test_a_list_of_terms_with_marks_of_equality_is_one() -> None:
    assert load_terms([("terms.txt", b'NSC = "National Security Council"\nOAS = "x"\n')]).terms


@pytest.mark.parametrize("memo", [MEMO, MEMO.replace("treaty,\n", "treaty, ")])
def test_a_memo_is_no_list_of_persons_and_none_of_terms(memo: str) -> None:
    with pytest.raises(TeiconvError, match="this looks like no list of persons"):
        load_persons([("memo.txt", memo.encode())])
    with pytest.raises(TeiconvError, match="this looks like no list of terms"):
        load_terms([("memo.txt", memo.encode())])


def test_terms_with_full_stops_are_no_memo() -> None:
    terms = TERMS.replace(b"\n", b".\n")
    with pytest.raises(TeiconvError, match="this looks like a list of terms"):
        load_persons([("terms.txt", terms)])


@pytest.mark.parametrize(("name", "data"), [("t.txt", TERMS), ("t.csv", b"abbreviation\texpansion\nNSC\tNational\n")])
def test_terms_that_are_given_as_persons_are_told(name: str, data: bytes) -> None:
    with pytest.raises(TeiconvError, match="this looks like a list of terms: give it as --terms"):
        load_persons([(name, data)])
    assert load_terms([(name, data)]).terms


def test_an_authority_is_built_with_a_word_about_each_bad_id(tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    own.write_text('id,name\nmy roe,"Roe, Jane"\n', encoding="utf-8")
    result = CliRunner().invoke(main, ["authority", "build", str(own), "-o", str(tmp_path / "own.auth")])
    assert result.exit_code == 0
    assert "own.csv:2: the id “my roe” is none that a person can have" in result.stderr


def test_an_authority_is_built_with_a_word_about_each_spoilt_cell(tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    own.write_text('name,description\n"Roe, Jane",#REF!\n', encoding="utf-8")
    result = CliRunner().invoke(main, ["authority", "build", str(own), "-o", str(tmp_path / "own.auth")])
    assert result.exit_code == 0
    assert "own.csv:2: “#REF!” is an error of a spreadsheet, and is not read; correct the cell" in result.stderr
