"""The names of both sides in the format of HIPE-2022."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from click.testing import CliRunner

from teiconv.cli.evaluate import evaluate as command
from teiconv.evaluation.elements import read_tree
from teiconv.evaluation.encoded import Encoded, encoded_documents
from teiconv.evaluation.hipe import COLUMNS, HEADER, documents

TEI = "http://www.tei-c.org/ns/1.0"
PERSON = '<person xml:id="{}"><persName>{}</persName>{}</person>'
ROE = PERSON.format("p_RJ1", "Roe, John", '<idno type="Wikidata">Q42</idno>')
DOE = PERSON.format("p_DP1", "Doe, Paul", "")

GOLD = """<head>Talk With <persName ref="#p_RJ1">John Roe</persName><note n="1"><persName>Fay</persName>.</note></head>
<dateline><placeName>Zenda</placeName>, <date when="1971-05-05">May 5</date></dateline>
<p>Then <persName ref="#p_DP1">Doe</persName>’s aide left <orgName>Parliament</orgName>.</p>"""


def tei(content: str, persons: str = ROE + DOE) -> bytes:
    div = f'<div type="document" xml:id="d1">{content}</div>'
    lists = f"<standOff><listPerson>{persons}</listPerson></standOff>"
    return f'<TEI xmlns="{TEI}"><teiHeader/>{lists}<text><body>{div}</body></text></TEI>'.encode()


def encoded(content: str, persons: str = ROE + DOE) -> Encoded:
    (document,) = encoded_documents(read_tree(tei(content, persons), "x.xml"), "x")
    return document


def rows(written: str) -> list[dict[str, str]]:
    """As a scorer reads them: the lines that are no comment and not empty."""
    lines = [line for line in written.splitlines() if line and not line.startswith("#")]
    return list(csv.DictReader([HEADER, *lines], delimiter="\t", quoting=csv.QUOTE_NONE))


def entities(written: str) -> Iterator[tuple[str, str, str]]:
    """Words, type and link of each entity, by the scheme IOB."""
    words: list[str] = []
    kind = link = ""
    for row in [*rows(written), {"TOKEN": "", "NE-COARSE-LIT": "O", "NEL-LIT": "_"}]:
        tag = row["NE-COARSE-LIT"]
        if words and not tag.startswith("I-"):
            yield " ".join(words), kind, link
            words = []
        if tag != "O":
            words.append(row["TOKEN"])
            kind, link = tag[2:], row["NEL-LIT"]


def test_a_token_on_each_line_and_ten_columns() -> None:
    gold, _ = documents(encoded(GOLD), encoded(GOLD))
    assert [row["TOKEN"] for row in rows(gold)[:5]] == ["Talk", "With", "John", "Roe", "Zenda"]
    assert all(list(row) == list(COLUMNS) and None not in row.values() for row in rows(gold))
    assert gold.endswith("\n\n")


def test_names_are_typed_and_linked() -> None:
    gold, _ = documents(encoded(GOLD), encoded(GOLD))
    assert list(entities(gold)) == [
        ("John Roe", "pers", "Q42"),
        ("Zenda", "loc", "NIL"),
        ("Doe", "pers", "p_DP1"),
        ("Parliament", "org", "NIL"),
        ("Fay", "pers", "NIL"),
    ]


def test_the_document_and_its_day_are_told() -> None:
    gold, _ = documents(encoded(GOLD), encoded(GOLD))
    assert gold.startswith(
        "# hipe2022:document_id = d1\n# hipe2022:date = 1971-05-05\n# hipe2022:applicable_columns = "
    )


def test_blocks_end_sentences_and_glued_signs_are_told() -> None:
    gold, _ = documents(encoded(GOLD), encoded(GOLD))
    flags = {row["TOKEN"]: row["MISC"] for row in rows(gold)}
    assert flags["Roe"] == "EndOfLine|EndOfSentence"
    assert flags["Doe"] == "NoSpaceAfter"
    assert flags["Then"] == "_"


def test_blocks_without_white_space_between_them_are_not_one_word() -> None:
    glued = encoded("<head>Roe</head><p>Doe</p><p>[Fay] left</p>")
    gold, _ = documents(glued, glued)
    assert [row["TOKEN"] for row in rows(gold)] == ["Roe", "Doe", "[", "Fay", "]", "left"]
    assert [row["MISC"] != "_" for row in rows(gold)] == [True, True, True, True, False, True]


def test_a_bracket_within_a_name_belongs_to_it() -> None:
    name = encoded("<p>“Jack [<persName>Roe</persName>]” and <persName>Jack [Roe]</persName></p>")
    gold, _ = documents(name, name)
    assert list(entities(gold)) == [("Roe", "pers", "NIL"), ("Jack [ Roe", "pers", "NIL")]


class TestTheCandidate:
    def test_it_has_the_tokens_of_the_gold_though_its_layout_is_another(self) -> None:
        other = "<p>Talk With <persName>John\n Roe</persName></p>" + GOLD.partition("</note></head>")[2]
        gold, candidate = documents(encoded(GOLD), encoded(other))
        assert [row["TOKEN"] for row in rows(gold)] == [row["TOKEN"] for row in rows(candidate)]
        assert next(entities(candidate)) == ("John Roe", "pers", "NIL")

    def test_its_entries_are_those_of_the_gold_by_their_names(self) -> None:
        own = PERSON.format("p_7", "Roe, John", "") + PERSON.format("p_8", "Doe, Paul", "")
        moved = GOLD.replace("p_RJ1", "p_7").replace("p_DP1", "p_8")
        gold, candidate = documents(encoded(GOLD), encoded(moved, own))
        assert list(entities(gold)) == list(entities(candidate))

    def test_an_entry_that_the_gold_does_not_have_is_no_link(self) -> None:
        _, candidate = documents(
            encoded(GOLD), encoded(GOLD.replace("p_DP1", "p_9"), ROE + PERSON.format("p_9", "Lee", ""))
        )
        assert ("Doe", "pers", "NIL") in entities(candidate)

    def test_several_who_may_be_meant_are_all_named(self) -> None:
        _, candidate = documents(encoded(GOLD), encoded(GOLD.replace("#p_DP1", "#p_DP1 #p_RJ1")))
        assert ("Doe", "pers", "p_DP1|Q42") in entities(candidate)

    def test_a_name_within_another_does_not_count(self) -> None:
        nested = encoded("<p><orgName>Bank of <placeName>Zenda</placeName></orgName></p>")
        _, candidate = documents(nested, nested)
        assert list(entities(candidate)) == [("Bank of Zenda", "org", "NIL")]


def test_the_command_writes_both_sides(tmp_path: Path) -> None:
    for name, content in (("gold", GOLD), ("mine", GOLD.replace("<orgName>Parliament</orgName>", "Parliament"))):
        (tmp_path / name).mkdir()
        (tmp_path / name / "d1.xml").write_bytes(tei(content))
    folder = tmp_path / "hipe"
    given = [str(tmp_path / "gold"), str(tmp_path / "mine"), "--hipe", str(folder)]
    assert CliRunner().invoke(command, given).exit_code == 0
    gold, candidate = ((folder / f"{side}.tsv").read_text() for side in ("gold", "candidate"))
    assert gold.startswith(HEADER)
    assert candidate.startswith(HEADER)
    assert len(list(entities(gold))) == len(list(entities(candidate))) + 1
