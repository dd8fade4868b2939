"""``teiconv persons``, and people over whole documents of the reference corpus."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from people_helpers import LIST

from teiconv.cli.persons import persons as command
from teiconv.convert import to_tei
from teiconv.names.lists.decisions import load_links
from teiconv.names.lists.load import load_persons, load_terms
from teiconv.options import Options
from teiconv.validation import validate

MEMO = """1. Memorandum From the Adviser (Kissinger) to President Nixon

Mr. Smith called. Harold Brown said no.
"""


def run(*arguments: str | Path) -> str:
    result = CliRunner().invoke(command, [str(argument) for argument in arguments], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


@pytest.fixture
def people(tmp_path: Path) -> Path:
    file = tmp_path / "persons.txt"
    file.write_text(LIST, encoding="utf-8")
    return file


def test_a_list_as_tei_and_as_csv_are_the_same_list(people: Path, tmp_path: Path):
    tei, table = tmp_path / "persons.xml", tmp_path / "persons.csv"
    run(people, "-o", tei)
    run(tei, "-f", "csv", "-o", table)
    assert run(table) == tei.read_text(encoding="utf-8")
    assert '<person xml:id="p_KHA1">' in run(people)


def test_doubtful_links_of_a_folder(people: Path, tmp_path: Path):
    options = Options(persons=load_persons([("persons.txt", people.read_bytes())]))
    (tmp_path / "tei").mkdir()
    (tmp_path / "tei" / "d1.xml").write_bytes(to_tei(MEMO, options))
    (row,) = csv.DictReader(io.StringIO(run("--doubtful", tmp_path / "tei")))
    assert row["mention"] == "Smith"
    assert row["person"] == ""
    assert row["cert"] == "low"
    assert row["candidates"] == "p_SAA1 Smith, Adam A.; p_SZB1 Smith, Zoe B."


@pytest.mark.parametrize("listed", [True, False])
def test_a_document_with_people_is_valid(people: Path, listed: bool):
    options = Options(persons=load_persons([("persons.txt", people.read_bytes())]) if listed else None)
    assert not [problem for problem in validate(to_tei(MEMO, options)) if problem.severity == "error"]


@pytest.mark.corpus
def test_the_editors_links_in_a_volume(corpus: Path, tmp_path: Path):
    from teiconv.evaluation.gather import evaluate

    folder = corpus / "text" / "frus1969-76v12"
    options = Options(
        persons=load_persons([("persons.txt", (folder / "persons.txt").read_bytes())]),
        terms=load_terms([("terms.txt", (folder / "terms.txt").read_bytes())]),
    )
    files = [folder / f"d{number}.txt" for number in range(60, 90)]
    for file in files:
        (tmp_path / f"{file.stem}.xml").write_bytes(to_tei(file.read_bytes(), options))
    found = evaluate(corpus / "official" / "frus1969-76v12.xml", [tmp_path])
    assert found.total("mention").f1 > 0.97
    assert found.total("mentionLink").f1 > 0.97
    assert found.total("glossLink").f1 > 0.92


def test_documents_of_one_id_go_by_their_files_and_a_decision_is_about_its_own_file_alone(people: Path, tmp_path: Path):
    """Papers without a number in their title are all ``document``, if each file stands alone."""
    options = Options(persons=load_persons([("persons.txt", people.read_bytes())]))
    memo = MEMO.replace("1. ", "")
    for name in ("a/one", "b/one", "b/two"):
        file = tmp_path / "tei" / f"{name}.xml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(to_tei(memo, options))
    table = run("--doubtful", tmp_path / "tei")
    rows = list(csv.DictReader(io.StringIO(table)))
    assert [row["document"] for row in rows] == ["a/one", "b/one", "two"]
    decided = load_links([("links.csv", table.replace("two,Smith,1,,", "two,Smith,1,p_SZB1,").encode())])
    decisions = replace(options, decisions=decided)
    assert b'ref="#p_SZB1">Smith' in to_tei(memo, decisions, name="b/two.txt")
    assert b'ref="#p_SZB1">Smith' not in to_tei(memo, decisions, name="b/one.txt")
