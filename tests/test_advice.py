"""What an editor should look at is told, with its line; what is sure is not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import teiconv
from teiconv.advice import CHECKS, Advice, Case, advice
from teiconv.cli import main as command
from teiconv.names.lists.load import load_persons
from teiconv.options import Options

CLEAN = """7. Memorandum From Ellen Roe to John Doe1

Washington, May 5, 1971.

The nets are torn. He was told [1 line not declassified] of it.

  1. Source: An Archives, Roe Papers, Box 7. Secret."""
SCANNED = "PAPER\n\nMay 5, 1971\n\n" + "\n".join(
    "Th3 n~ts ar|e t0rn, and n0body h^s m{nded thcm s1nce thc spr1ng of th|s y¬ar in thc p■rt." for _ in range(4)
)

MISREAD = "PAPER\n\nMay 5, 1971\n\n" + "\n".join(
    "On May l4 thc nets wlll be mended by tbe men who tlie boats of Strelsau and Zenda belong to." for _ in range(3)
)
"""Read off a scan with letters for letters, and one for a figure."""


def told(text: str, options: Options = Options()) -> list[tuple[str, int]]:  # noqa: B008
    document = teiconv.read_text(text, options)
    found = advice(Case(text, document, with_persons=options.persons is not None))
    return [(one.kind, one.line) for one in found]


def test_nothing_is_told_of_a_document_that_is_clear() -> None:
    assert told(CLEAN) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(CLEAN.partition("\n\n  1.")[0], [("call", 1)], id="notes are missing"),
        pytest.param(
            "Paper\n\nMay 5, 1971\n\nThe nets1 are torn.\n\nThe boats2 left.",
            [("call", 5)],
            id="calls in the text",
        ),
        pytest.param(
            CLEAN.replace("1 line not declassified", "he has it that this part is withheld as well"),
            [("gap", 5)],
            id="a notice that no rule knows",
        ),
        pytest.param(SCANNED, [("ocr", 5)], id="scanned"),
        pytest.param(MISREAD, [("ocr", 5)], id="letters for letters"),
        pytest.param(
            "R 171530Z JAN 72\nFM AMEMBASSY LIMA\nTO SECSTATE WASHDC\nSUBJECT: NETS\n\n1. THEY LEFT.\n\n"
            "R 181530Z JAN 72\nFM AMEMBASSY LIMA\nTO SECSTATE WASHDC\nSUBJECT: NETS\n\n1. THEY CAME.",
            [("several", 8)],
            id="two cables",
        ),
        pytest.param("The nets are torn, and nobody has mended them since.", [("title", 1), ("date", 1)], id="neither"),
        pytest.param("4. Editorial Note\n\nThe nets are torn.", [], id="an editorial note has no date"),
        pytest.param("4. Letter From Ellen Roe to John Doe\n\nLima, undated.\n\nThey left.", [], id="it says undated"),
    ],
)
def test_what_is_told(text: str, expected: list[tuple[str, int]]) -> None:
    assert told(text) == expected


def test_name_that_comes_often_and_is_in_no_list() -> None:
    people = load_persons([("persons.txt", b"  \xe2\x80\xa2 Roe, Ellen, clerk\n  \xe2\x80\xa2 Doe, John, clerk")])
    text = CLEAN.replace("He was", "Mr. Brown saw Mr. Brown, and Mr. Roe told Mr. Brown. He was")
    assert told(text, Options(persons=people)) == [("name", 5)]
    assert told(text) == []


def test_every_check_says_what_it_looks_for() -> None:
    assert all(check.__doc__ for check in CHECKS.values())
    assert Advice("date", 1, "the document has no date").message


CALL = "“Desk1” looks like a call, but there are no notes"


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ("text", "teiconv: {file}:3: " + CALL + "\n"),
        ("json", '{{"file": "{file}", "line": 3, "message": "' + CALL + '", "kind": "call"}}\n'),
        ("none", ""),
    ],
)
def test_convert_tells_it_with_the_line(tmp_path: Path, choice: str, expected: str) -> None:
    file = tmp_path / "memo.txt"
    file.write_text("\n\n7. Memorandum From Ellen Roe to the Desk1\n\nLima, May 5, 1971.\n\nIt left.", encoding="utf-8")
    result = CliRunner().invoke(command, ["convert", "--warnings", choice, str(file), "-o", str(tmp_path / "memo.xml")])
    assert result.exit_code == 0
    assert result.stderr == expected.format(file=file)


def test_batch_tells_it_in_manifest_and_report(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("a", "b"):
        (tmp_path / "in" / f"{name}.txt").write_text("The nets are torn.", encoding="utf-8")
    report = tmp_path / "report.json"
    arguments = ["batch", str(tmp_path / "in"), str(tmp_path / "out"), "-j", "1", "--report", str(report)]
    result = CliRunner().invoke(command, arguments)
    assert result.exit_code == 0
    told = {tuple(row) for row in json.loads(report.read_text("utf-8"))["advice"]}
    words = [
        ("title", "nothing but paragraphs was recognised (no title, no dateline, no sender)"),
        ("date", "the document has no date"),
    ]
    assert told == {(f"{name}.txt", 1, message, kind) for name in ("a", "b") for kind, message in words}
    assert "a.txt:1: the document has no date" in result.stderr


@pytest.mark.parametrize(
    ("below", "told"),
    [
        ("2 Of fish.\n\n1 In the storm.", "the notes are out of order from “2 Of fish.” on; not all are found"),
        (
            "[2] Of fish.\n[1] In the\nstorm.",
            "the notes are out of order from “[2] Of fish.” on; not all are found",
        ),
        ("  2. Of fish.\n  1. In the storm.", "the notes are out of order from “2. Of fish.” on; not all are found"),
        ("Roe", "“torn.1” looks like a call, but there are no notes"),
        ("2 Of fish.\n\n3 In the storm.", "“torn.1” looks like a call, but there are no notes"),
        ("1 In the storm.\n\n2 Of fish.", None),
    ],
)
def test_notes_out_of_order_are_told(below: str, told: str | None) -> None:
    text = f"MEMORANDUM\n\nMay 3, 1962\n\nThe nets are torn.1 Nobody mends them.2 The men left.\n\n{below}\n"
    found = advice(Case(text, teiconv.read_text(text)))
    assert [one.message for one in found if one.kind == "call"] == ([told] if told else [])


def test_a_note_out_of_order_above_those_found_is_told() -> None:
    text = (
        CLEAN.replace("it.", "it.2 He left.3 They stayed.").replace("\n  1. ", "\n  3. Not found.\n  1. ")
        + "\n  2. Of nets."
    )
    assert told(text) == [("call", 7)]
