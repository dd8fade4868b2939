"""The table of decisions: what an editor may have filled in, and what a spreadsheet made of it."""

from __future__ import annotations

import csv
import io

import pytest

from teiconv.errors import TeiconvError
from teiconv.names.lists.cells import as_meant, defused
from teiconv.names.lists.decisions import COLUMNS, load_links, to_csv


def loaded(rows: str):
    return load_links([("d.csv", f"document,mention,occurrence,person\n{rows}".encode())])


@pytest.mark.parametrize("person", ["#", "# ", " ", "#\t#", "''"])
def test_a_person_who_is_no_id_decides_nothing_or_is_one_word(person):
    assert all(" " not in decision.person and decision.person for decision in loaded(f"d1,Smith,1,{person}\n"))
    assert loaded("d1,Smith,1,#\n") == ()


@pytest.mark.parametrize("columns", ["document,mention,occurrence,person", "document,person,mention"])
def test_a_row_that_ends_before_the_mention_decides_nothing(columns):
    assert load_links([("d.csv", f"{columns}\nd1\n".encode())]) == ()


def test_a_row_that_ends_before_the_mention_but_has_a_person_is_refused():
    with pytest.raises(TeiconvError, match=r"^d\.csv:2: a person without a mention"):
        load_links([("d.csv", b"person,mention\np_RJ1\n")])


@pytest.mark.parametrize("occurrence", ["²", "١", "0", "-1", "1.0", "9" * 5000, "½", "1 2"])
def test_an_occurrence_that_is_no_number_is_told_with_its_line(occurrence):
    with pytest.raises(TeiconvError, match=r"^d\.csv:3: “.{1,20}” is not a number; give 1 for the first mention"):
        loaded(f"d1,Jones,1,p_J\nd1,Smith,{occurrence},p_S\n")


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("d1,Roe,1,p_RJ1\nd1,Doe,1,p_D\nd1,Roe,1,p_RJ2\n", r"d\.csv:4: this contradicts line 2; leave one of them out"),
        ("*,Roe,,p_RJ1\n,Roe,*,-\n", r"d\.csv:3: this contradicts line 2"),
        ("d1,Roe,1,p_RJ1 p_RJ2\n", r"d\.csv:2: “p_RJ1 p_RJ2” are several persons; leave one"),
        ('d1,Roe,1,"p_RJ1 Roe, John; p_RJ2 Roe, Jane"\n', r"d\.csv:2: .* are several persons"),
        ("d1,,1,p_RJ1\n", r"d\.csv:2: a person without a mention; say the words that are decided"),
    ],
)
def test_a_row_that_would_lose_something_is_refused_with_its_line(rows, said):
    with pytest.raises(TeiconvError, match=said):
        loaded(rows)


def test_a_row_that_says_the_same_again_or_is_a_candidate_copied_whole_decides():
    rows = 'd1,Roe,1,p_RJ1\nd1,Roe,1,#p_RJ1\nd1,Roe,2,"p_RJ2 Roe, Jane"\nd2,Roe,1,p_RJ2\n'
    assert [decision.person for decision in loaded(rows)] == ["p_RJ1", "p_RJ1", "p_RJ2", "p_RJ2"]


@pytest.mark.parametrize("rows", [f"d1,{'x' * 200_000},1,p_S\n", "d1,a\rb,1,p_S\n"], ids=["long cell", "lone CR"])
def test_csv_that_python_does_not_read_is_told(rows):
    with pytest.raises(TeiconvError, match=r"^d\.csv"):
        loaded(rows)


CELLS = ["=cmd|' /C calc'!A0", "+1", "-1+2", "@SUM(A1)", "\tx", "'=x", "''=x", "'x", "Smith", "", "-", "O'Neill"]


@pytest.mark.parametrize("cell", CELLS)
def test_cells_that_would_be_formulas_are_defused_and_come_back(cell):
    assert as_meant(defused(cell)) == cell
    assert defused(cell)[:1] not in {"=", "+", "-", "@", "\t", "\r"}


def test_a_mention_that_would_be_a_formula_is_decided_all_the_same():
    row = ("d1", "=Smith", "1", "", "low", "p_S Smith", "…[=Smith]…")
    table = to_csv([row])
    (cells,) = list(csv.DictReader(io.StringIO(table)))
    assert cells["mention"] == "'=Smith"
    filled = ",".join(COLUMNS) + "\n" + ",".join(["d1", cells["mention"], "1", "p_S", "", "", ""]) + "\n"
    (decision,) = load_links([("d.csv", filled.encode())])
    assert (decision.mention, decision.person) == ("=Smith", "p_S")
