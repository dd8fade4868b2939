"""Tables: readers of data packages and networks take them, and questions have the answers that the TEI gives."""

from __future__ import annotations

import csv
import json
from collections import Counter
from pathlib import Path

import pytest
from batch_helpers import contents, tree
from lxml import etree
from publish_helpers import collection, published

from teiconv import convert_folder
from teiconv.batch import read_manifest
from teiconv.publish.columns import TABLES

TEI = {"t": "http://www.tei-c.org/ns/1.0"}


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return published(collection(tmp_path_factory.mktemp("edition")), "tables") / "tables"


def rows(tables: Path, name: str) -> list[dict[str, str]]:
    with (tables / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def asked(tables: Path, path: str) -> list[etree._Element]:
    files = sorted((tables.parent.parent / "tei").glob("d*.xml"))
    return [node for file in files for node in etree.parse(str(file)).xpath(path, namespaces=TEI)]


def test_documents_say_what_the_header_says(tables: Path) -> None:
    (first, *_) = rows(tables, "documents")
    assert {name: first[name] for name in ("document", "number", "title", "date", "place", "classification")} == {
        "document": "d1",
        "number": "1",
        "title": "Letter From Ambassador Hentzau to President Elphberg",
        "date": "1970-05-03",
        "place": "Strelsau",
        "classification": "Secret",
    }


def test_letters_between_two_are_found(tables: Path) -> None:
    agents = rows(tables, "agents")
    sent = {row["document"] for row in agents if (row["role"], row["person"]) == ("sender", "p_HH1")}
    received = {row["document"] for row in agents if (row["role"], row["person"]) == ("recipient", "p_ER1")}
    assert sent & received == {"d1"}


def test_letters_have_a_row_for_each_sender_and_recipient(tables: Path) -> None:
    assert [list(row.values()) for row in rows(tables, "letters")] == [
        ["d1", "1", "1970-05-03", "Strelsau", "Hentzau, Henry", "p_HH1", "Elphberg, Rudolf", "p_ER1"],
        ["d2", "1", "1971-06-04", "Washington", "Elphberg, Rudolf", "p_ER1", "Hentzau, Henry", "p_HH1"],
    ]


def test_places_have_ids(tables: Path) -> None:
    assert [(row["document"], row["place_id"]) for row in rows(tables, "documents")] == [
        ("d1", "l_strelsau"),
        ("d2", "l_washington"),
        ("d3", ""),
    ]
    assert [tuple(row.values()) for row in rows(tables, "places")] == [
        ("l_strelsau", "Strelsau"),
        ("l_washington", "Washington"),
    ]


def test_mentions_are_those_of_the_tei(tables: Path) -> None:
    told = Counter(row["person"] for row in rows(tables, "mentions"))
    names = asked(tables, "//t:body//t:persName[@ref]")
    assert told == Counter(name.get("ref", "").partition("#")[2] for name in names)
    assert sum(told.values()) >= 8


def test_gaps_are_those_of_the_tei(tables: Path) -> None:
    found = [(row["document"], row["reason"], row["unit"], row["quantity"]) for row in rows(tables, "gaps")]
    assert found == [("d1", "not-declassified", "line", "2"), ("d2", "not-declassified", "name", "")]


def test_references_name_the_documents_that_they_mean(tables: Path) -> None:
    found = [(row["document"], row["target"], row["to_document"]) for row in rows(tables, "references")]
    assert found == [
        ("d1", "d3.xml#d3", "d3"),
        ("d1", "volume:frus1969-76v06/d32", ""),
        ("d1", "d2.xml#d2fn2", "d2"),
        ("d2", "d1.xml#d1", "d1"),
        ("d3", "d1.xml#d1fn2", "d1"),
    ]


def test_boxes_and_collections_are_parted(tables: Path) -> None:
    found = {row["document"]: (row["repository"], row["collections"], row["box"]) for row in rows(tables, "sources")}
    assert found["d2"] == ("Manuscript Division", "Zenda Papers", "CL 215")


def test_records_for_search_engines_hold_the_text(tables: Path) -> None:
    lines = [json.loads(line) for line in (tables / "documents.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [line["document"] for line in lines] == ["d1", "d2", "d3"]
    assert lines[0]["persons"] == ["Elphberg, Rudolf", "Hentzau, Henry", "Sapt, Fritz, Colonel"]
    assert "sends his greetings" in lines[0]["text"]


def test_equal_input_gives_equal_tables(tables: Path, tmp_path: Path) -> None:
    assert contents(published(collection(tmp_path), "tables")) == contents(tables.parent)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_frictionless_finds_the_package_valid(tables: Path) -> None:
    frictionless = pytest.importorskip("frictionless", reason="frictionless is not installed")
    report = frictionless.validate(str(tables / "datapackage.json"))
    assert report.valid, report.to_summary()
    assert len(report.tasks) == len(TABLES)


def test_duckdb_reads_the_same_from_parquet(tables: Path) -> None:
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    for name in TABLES:
        counted = duckdb.connect().execute(f"SELECT count(*) FROM '{tables}/parquet/{name}.parquet'").fetchone()
        assert counted == (len(rows(tables, name)),)
    query = f"SELECT sum(quantity) FROM '{tables}/parquet/gaps.parquet' WHERE unit = 'line'"
    lines = [float(gap.get("quantity", 0)) for gap in asked(tables, "//t:gap[@unit='line']")]
    assert duckdb.connect().execute(query).fetchone() == (sum(lines),)


@pytest.mark.parametrize("form", ["gexf", "graphml"])
def test_networkx_reads_the_networks(tables: Path, form: str) -> None:
    networkx = pytest.importorskip("networkx", reason="networkx is not installed")
    read = {"gexf": networkx.read_gexf, "graphml": networkx.read_graphml}[form]
    letters = read(tables / f"networks/letters.{form}")
    assert sorted(letters.edges()) == [("p_ER1", "p_HH1"), ("p_HH1", "p_ER1")]
    together = read(tables / f"networks/named-together.{form}")
    assert together.edges[("p_HH1", "p_SF1")]["weight"] == 2
    assert together.nodes["p_HH1"]["label"] == "Hentzau, Henry"


EDITION = """[edition]
base = "https://edition.example.org/"
title = "Nets"
editors = ["Ada Editor <ada@example.org>"]
publisher = "Harbour Press"
date = "2026-11-29"
"""


def test_a_conversation_has_participants_and_is_in_no_list_of_letters(tmp_path: Path) -> None:
    text = "4. Memorandum of Telephone Conversation Between President Roe and Secretary Doe\n\nThe nets are torn."
    tree(tmp_path, {"texts/d4.txt": text, "teiconv.toml": EDITION})
    summary = convert_folder(tmp_path / "texts", tmp_path / "tei", collection=True, jobs=1)
    public = published(tmp_path / "tei", "tables", "cmif")
    assert [(row["role"], row["name"]) for row in rows(public / "tables", "agents")] == [
        ("participant", "Roe"),
        ("participant", "Doe"),
    ]
    assert rows(public / "tables", "letters") == []
    assert "<correspDesc" not in (public / "letters.cmif.xml").read_text(encoding="utf-8")
    (row,) = read_manifest(summary.manifest)
    assert (row.facts.sender, row.facts.recipient) == ("", "")
