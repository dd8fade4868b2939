"""The tables of a compiled authority: every row is found by its key, whatever letters that has."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from teiconv.authority.tables import open_tables, write_tables


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
