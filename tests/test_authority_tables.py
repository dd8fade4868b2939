"""The tables of a compiled authority: every row is found by its key, whatever letters that has."""

from __future__ import annotations

from pathlib import Path

import pytest
from authority_sources import PEOPLE, options_of
from hypothesis import given
from hypothesis import strategies as st
from laws import check_refusal

from teiconv.authority.find import Finder
from teiconv.authority.tables import open_tables, write_tables
from teiconv.convert import to_tei
from teiconv.errors import TeiconvError
from teiconv.options import Options


def written(folder: Path, keys: list[str]) -> Path:
    """Return a file with a table of ``keys``, each with its number, and an empty one."""
    file = folder / "made.auth"
    rows = [(key, number) for number, key in enumerate(keys)]
    file.write_bytes(write_tables({}, {"made": rows, "empty": []}))
    return file


@given(st.sets(st.text(st.characters(codec="utf-8"), max_size=6), max_size=40), st.text(max_size=6))
def test_rows_are_found_by_their_keys(tmp_path_factory, keys, other):
    ordered = sorted(keys)
    _, tables = open_tables(written(tmp_path_factory.mktemp("tables"), ordered))
    table = tables["made"]
    assert list(table) == ordered
    assert [table.find(key) for key in ordered] == list(range(len(ordered)))
    assert (table.find(other) is None) == (other not in keys)
    assert len(tables["empty"]) == 0
    assert tables["empty"].find(other) is None


PAPER = "3. Paper\n\nLima, May 5, 1971.\n\nPresident Quill met Mr. Rolf and the Secretary of Defense."


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return the bytes of an authority."""
    folder = tmp_path_factory.mktemp("whole")
    options_of(folder, PEOPLE)
    return (folder / "people.auth").read_bytes()


@given(st.data())
def test_a_damaged_authority_is_refused_or_read(whole, tmp_path_factory, data):
    """Whatever a disk or a transfer made of it, the refusal names the file, and is no fault of teiconv."""
    at, length = data.draw(st.integers(0, len(whole) - 1)), data.draw(st.sampled_from([1, 4, 300]))
    file = tmp_path_factory.mktemp("damaged") / "damaged.auth"
    file.write_bytes(whole[:at] + data.draw(st.binary(min_size=length, max_size=length)) + whole[at + length :])
    try:
        to_tei(PAPER, Options(authority=Finder(file)))
    except TeiconvError as refused:
        error = refused
    else:
        return
    check_refusal(error)
    assert str(file) in str(error)
