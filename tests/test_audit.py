"""``teiconv audit``: what in the links of an encoding the evidence speaks against."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from authority_sources import write_sources
from click.testing import CliRunner

from teiconv.authority.build import build
from teiconv.cli import main

VOLUME = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>V</title></titleStmt>
<publicationStmt><p>P</p></publicationStmt><sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader><text><front>
<div><list>
<item><persName xml:id="p_DA1">Doyle, Allen W.</persName>, Director of Central Intelligence</item>
<item><persName xml:id="p_DJ1">Doyle, Jane F.</persName>, Secretary of State</item>
<item><persName xml:id="p_MF1">Marsh, Fay</persName>, President</item>
<item><persName xml:id="p_QA1">Quarry, Ann</persName>, Ambassador to Peru</item>
</list></div></front><body>
<div type="document" xml:id="d1" n="1"><head>1. Note</head><dateline>Lima, <date when="1971-05-05">May 5, 1971</date>
</dateline>{}</div></body></text></TEI>"""

CASES = {
    '<p>President <persName corresp="#p_MF1">Marsh</persName> left.</p>': [],
    '<p>President <persName corresp="#p_QA1">Marsh</persName> left.</p>': [
        ("another person", "Marsh", "Quarry, Ann", "Marsh, Fay")
    ],
    '<p>Then Secretary <persName corresp="#p_DA1">Doyle</persName> left.</p>': [
        ("another person", "Doyle", "Doyle, Allen W.", "Doyle, Jane F.")
    ],
    '<p>Mr. <persName corresp="#p_XX1">Marsh</persName> left.</p>': [("pointer to nobody", "Marsh", "p_XX1", "")],
    '<p>Mr. <persName corresp="#p_MF1">Borodin</persName> left.</p>': [
        ("not a name of this person", "Borodin", "Marsh, Fay", "")
    ],
    '<p>The <persName corresp="#p_MF1">President</persName> left: <persName corresp="#p_MF1">FM</persName></p>': [],
    '<p><persName corresp="#p_MF1">McFM</persName>: <persName corresp="#p_MF1">Marsh</persName> is well.</p>': [],
    '<p><persName corresp="#p_MF1">Marsh</persName> left. (Central Files, POL 7 US/MARSH)</p>': [],
    '<p><persName corresp="#p_MF1">Marsh</persName> left. President Marsh was ill.</p>': [
        ("not tagged here, but elsewhere in the document", "Marsh", "", "Marsh, Fay")
    ],
    '<p>The Ambassador in Peru (<persName corresp="#p_QA1">Quarry</persName>) left.</p>': [
        ("another person held the office on that day", "Quarry", "Quarry, Ann", "Tarn, Oswald Peter")
    ],
    '<p>The Ambassador in Peru, <persName corresp="#p_QA1">Quarry</persName>, left.</p>': [
        ("another person held the office on that day", "Quarry", "Quarry, Ann", "Tarn, Oswald Peter")
    ],
    '<p>Beside the King and the Ambassador in Peru, <persName corresp="#p_QA1">Quarry</persName> felt small.</p>': [],
}


@pytest.mark.parametrize("text", CASES)
def test_what_is_found(text, tmp_path):
    (tmp_path / "small.auth").write_bytes(build(write_sources(tmp_path)).data)
    volume = tmp_path / "volume.xml"
    volume.write_text(VOLUME.format(text), encoding="utf-8")
    result = CliRunner().invoke(main, ["audit", str(volume), "--authority", str(tmp_path / "small.auth"), "-q"])
    assert result.exit_code == 0, result.output
    header, *rows = csv.reader(io.StringIO(result.stdout))
    assert header == ["document", "finding", "mention", "linked", "instead", "context"]
    assert [tuple(row[1:5]) for row in rows] == CASES[text]


def test_a_file_without_a_list_wants_one(tmp_path: Path):
    file = tmp_path / "memo.xml"
    file.write_text(VOLUME.format("").replace("persName", "name"), encoding="utf-8")
    result = CliRunner().invoke(main, ["audit", str(file)])
    assert result.exit_code == 1
    assert "this file has no list of persons; give the list that its links lead to with --persons" in result.stderr


def test_the_findings_are_counted_unless_quiet(tmp_path: Path):
    """Without an authority, and for a document without a date, nobody is known to have held an office."""
    volume, table = tmp_path / "volume.xml", tmp_path / "found.csv"
    text = '<p>Mr. <persName corresp="#p_XX1">Marsh</persName> and <persName corresp="#p_XX2">Roe</persName> left.</p>'
    volume.write_text(VOLUME.format(text).replace('when="1971-05-05"', ""), encoding="utf-8")
    result = CliRunner().invoke(main, ["audit", str(volume), "-o", str(table)])
    assert result.exit_code == 0, result.output
    assert result.stderr.splitlines()[:2] == ["     2 pointer to nobody", "     0 another person"]
    assert table.read_text(encoding="utf-8").count("pointer to nobody") == 2


def test_the_list_may_be_the_text_that_the_volume_was_converted_with(tmp_path):
    (tmp_path / "persons.txt").write_text(
        "Doyle, Jane F., Secretary of State\nMarsh, Fay, President\n", encoding="utf-8"
    )
    (tmp_path / "memo.txt").write_text("Memorandum\n\nPresident Marsh met Secretary Doyle.\n", encoding="utf-8")
    memo, persons = str(tmp_path / "memo.xml"), ["--persons", str(tmp_path / "persons.txt")]
    result = CliRunner().invoke(main, ["convert", str(tmp_path / "memo.txt"), *persons, "-o", memo])
    assert result.exit_code == 0, result.output
    result = CliRunner().invoke(main, ["audit", memo, *persons])
    assert "     0 pointer to nobody" in result.output
