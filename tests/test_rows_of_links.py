"""Rows of the table of links: each is carried out, or told with its line and the reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

import teiconv
from teiconv.cli import main

TEXT = """\
12. Telegram From the Embassy in Ruritania to the Department of State

Strelsau, May 5, 1971.

Secretary Roe saw the King. Jane Roe came, too, but Roe had left. Smith did not.
"""
ROES = "Roe, John, Secretary of State\nRoe, Jane, Consul in Zenda\n"
HEAD = "document,mention,occurrence,person\n"

ROWS = [
    ("d12,Roe,1,p_RJ1", None),
    ("p04,Roe,2,-", None),
    ("*,Roe,,p_RJ2", None),
    ("d12,Roe,9,p_RJ1", "a person is found by these words 2 times, and not 9: “Roe”"),
    ("d12,Roe,1,p_RJ9", "no list has the person “p_RJ9”: “Roe”"),
    ("p04,King,1,-", "no person is found by these words; a [[person]] in TOML can mark them: “King”"),
    ("d12,Miller,,p_RJ1", "no person is found by these words; a [[person]] in TOML can mark them: “Miller”"),
]


@pytest.fixture
def papers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("texts/p04.txt", "texts/1971/p05.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(TEXT)
    (tmp_path / "roes.txt").write_text(ROES)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(rows: str, *words: str) -> str:
    """Return what the command ``words`` says with a table of these ``rows``."""
    Path("links.csv").write_text(HEAD + rows + "\n")
    result = CliRunner().invoke(main, [*words, "--persons", "roes.txt", "--decisions", "links.csv"])
    assert result.exit_code == 0, result.stderr
    return result.stderr


@pytest.mark.parametrize(("row", "why"), ROWS)
def test_a_row_that_fits_nothing_is_told_with_its_line(papers: Path, row: str, why: str | None) -> None:
    said = run(row, "convert", "texts/p04.txt", "-o", "p04.xml")
    assert said == (f"teiconv: texts/p04.txt: links.csv:2: decision not carried out: {why}\n" if why else "")


@pytest.mark.parametrize("way", ["--single", "--collection"])
def test_a_row_about_a_document_that_is_not_there_is_told_once(papers: Path, way: str) -> None:
    said = run("d99,Roe,1,p_RJ1\n*,Nobody,,p_RJ1\n*,Roe,2,p_RJ1", "batch", "texts", "tei", way, "-j", "1")
    assert [line for line in said.splitlines() if "links.csv" in line] == [
        "teiconv: links.csv:2: decision not carried out: there is no such document: “d99”",
        "teiconv: links.csv:3: decision not carried out: no document has these words, "
        "or it cannot be carried out there: “Nobody”",
    ]


@pytest.mark.parametrize("way", ["--single", "--collection"])
@pytest.mark.parametrize("name", ["p04", "p04.txt", "d1971.p05", "1971/p05", "p05"])
def test_a_row_may_name_its_document_as_the_collection_or_the_file_does(papers: Path, way: str, name: str) -> None:
    assert "links.csv" not in run(f"{name},Roe,1,p_RJ2", "batch", "texts", "tei", way, "-j", "1")
    file = papers / "tei" / ("p04.xml" if "4" in name else "1971/p05.xml")
    assert 'p_RJ2">Roe' in file.read_text()


def test_a_second_run_knows_which_rows_were_carried_out(papers: Path) -> None:
    row = "p04,Roe,1,p_RJ2"
    first, second = (run(row, "batch", "texts", "tei", "-j", "1") for _ in range(2))
    assert "0 converted, 2 unchanged" in second
    assert "links.csv" not in first + second


CELLS = st.tuples(
    st.sampled_from(["d12", "memo", "*", "d99"]),
    st.sampled_from(["Roe", "Jane Roe", "King", "Miller", "Smith"]),
    st.sampled_from(["", "1", "2", "3"]),
    st.sampled_from(["p_RJ1", "p_RJ2", "p_RJ9", "-"]),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(CELLS, min_size=1, max_size=5))
def test_each_row_about_a_document_is_carried_out_or_told_or_contradicts_another(tmp_path_factory, rows) -> None:
    folder = tmp_path_factory.mktemp("rows")
    (folder / "links.csv").write_text(HEAD + "".join(",".join(row) + "\n" for row in rows))
    (folder / "roes.txt").write_text(ROES)
    (folder / "memo.txt").write_text(TEXT)
    files = {"persons": folder / "roes.txt", "decisions": folder / "links.csv"}
    if len({row[:3] for row in rows}) < len(set(rows)):
        with pytest.raises(teiconv.TeiconvError, match=r"links\.csv:[3-6]: this contradicts line [2-5]"):
            teiconv.read_text(folder / "memo.txt", **files)
        return
    document = teiconv.read_text(folder / "memo.txt", **files)
    done = [decision.line for decision in document.linked]
    told = [decision.line for decision, _ in document.undone]
    asked = [line for line, row in enumerate(rows, 2) if row[0] != "d99"]
    assert sorted(done + told) == asked
    assert all(f"links.csv:{line}: " in said for line, said in zip(told, document.told, strict=True))
