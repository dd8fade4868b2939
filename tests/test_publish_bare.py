"""Editions of which little is known: papers without a date, a sender or a source, and few words about the edition."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace

import pytest
from lxml import etree, html
from publish_helpers import collection, published

from teiconv.errors import TeiError
from teiconv.publish import dts
from teiconv.publish.authorities import addresses_of
from teiconv.publish.columns import TABLES
from teiconv.publish.site import registers
from teiconv.publish.tables.write import _lines
from teiconv.publish.unreadable import all_told

PAPERS = {f"texts/d{number}.txt": "Of Horses\n\nThe horses are well.\n" for number in (1, 2, 3)}
TITLED = '[edition]\ntitle = "Of Horses"\n'
DEPOSITED = """[edition]
id = "horses"
title = "Of Horses"
subtitle = "Three Papers"
publisher = "The Castle Press"
date = 2026-11-29
licence = "All rights reserved"
base = "https://edition.example.org/"
creators = ["The Castle"]
"""


def edition(root: Path, said: str) -> Path:
    return collection(root, **PAPERS, **{"teiconv.toml": said})


@pytest.fixture
def deposit(tmp_path: Path) -> Path:
    (bag,) = published(edition(tmp_path, DEPOSITED), "deposit").glob("deposit*")
    return bag


def file(folder: Path, name: str) -> bytes:
    (found,) = folder.rglob(name)
    return found.read_bytes()


def test_tables_of_an_edition_that_has_no_more_than_a_title(tmp_path: Path) -> None:
    said = json.loads(file(published(edition(tmp_path, TITLED), "tables"), "datapackage.json"))
    assert said["title"] == "Of Horses"
    assert not said.keys() & {"licenses", "contributors", "homepage"}


def test_items_of_an_edition_that_has_no_more_than_a_title(tmp_path: Path) -> None:
    root = etree.fromstring(
        file(published(edition(tmp_path, TITLED), "dspace") / "dspace" / "item_d1", "dublin_core.xml")
    )
    said = {(each.get("element"), each.get("qualifier")): each.text for each in root}
    assert said["title", "none"] == "Of Horses"
    assert not {element for element, _ in said} & {"date", "rights", "publisher"}


def test_the_deposit_of_papers_without_dates_and_editors(deposit: Path) -> None:
    said = json.loads(file(deposit, "datacite.json"))
    assert [title["title"] for title in said["titles"]] == ["Of Horses", "Three Papers"]
    assert said["dates"] == [{"date": "2026-11-29", "dateType": "Issued"}]
    assert said["contributors"] == []
    crate = json.loads(file(deposit, "ro-crate-metadata.json"))
    assert not [each for each in crate["@graph"] if each["@type"] == "Person"]


def test_linked_data_of_papers_of_which_no_source_is_known(tmp_path: Path) -> None:
    said = json.loads(file(published(edition(tmp_path, DEPOSITED), "rdf"), "*.jsonld"))
    papers = [each for each in said["@graph"] if each["@type"] == "CreativeWork"]
    assert [each["name"] for each in papers] == ["Of Horses"] * 3
    assert not {key for each in papers for key in each} & {"dateCreated", "isBasedOn", "sender", "holdingArchive"}


LETTERS = {
    "texts/d1.txt": "1. Editorial Note\n\nThe horses are well.\n",
    "texts/d2.txt": "2. Letter From Mr. Roe to Mr. Doe1\n\nIt rains.\n\n  1. Source: Zenda Papers, Box 7.\n",
    "texts/d3.txt": "3. Letter From Mr. Roe to Mr. Doe1\n\nIt rains.\n\n  1. Source: Library of Congress.\n",
}


def test_letters_without_a_date_or_an_archive(tmp_path: Path) -> None:
    tei = collection(tmp_path, **LETTERS, **{"teiconv.toml": DEPOSITED + 'editors = ["Ada <ada@example.org>"]\n'})
    public = published(tei, "cmif", "rdf")
    letters = etree.fromstring(file(public, "*cmif*.xml")).findall(".//{*}correspDesc")
    assert [letter.findall(".//{*}date") for letter in letters] == [[], []]
    graph = json.loads(file(public / "rdf", "*.jsonld"))["@graph"]
    sources = {each["@id"].rpartition("/")[2]: each.keys() for each in graph if each["@type"] == "ArchiveComponent"}
    assert "holdingArchive" not in sources["d2.html#source"]
    assert "itemLocation" not in sources["d3.html#source"]


NAMED = {
    "texts/d1.txt": "1. Memorandum\n\nFritz Sapt told Mr. Rudolf Hentzau. Sapt agreed.\n",
    "texts/d2.txt": "2. Memorandum\n\nMr. Sapt was told.\n",
    "texts/d3.txt": "3. Memorandum\n\nMrs. Hentzau and Mr. Hentzau came.\n",
}


def test_who_may_be_one_is_told_on_the_pages_of_both(tmp_path: Path) -> None:
    """Two of one surname whom a document tells apart are two, and each may be whom another names in full."""
    people = published(collection(tmp_path, **NAMED, **{"teiconv.toml": TITLED}), "site") / "site/persons"
    alike = {path.stem: html.parse(str(path)).xpath("//p[@class='hint']/a/text()") for path in people.glob("p_*.html")}
    assert alike == {
        "p_hentzau-rudolf": ["Hentzau, Mrs.", "Hentzau, Mr"],
        "p_hentzau.d3": ["Hentzau, Rudolf"],
        "p_hentzau.d3-2": ["Hentzau, Rudolf"],
        "p_sapt-fritz": ["Sapt"],
        "p_sapt.d2": ["Sapt, Fritz"],
    }


def test_a_term_of_very_many_documents_has_no_list_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registers, "_MOST", 1)
    assert str(registers._used(None, "t_1", 2)) == '<span class="count">in 2 documents</span>'


def test_an_identifier_of_an_authority_that_is_not_known_has_no_address() -> None:
    assert list(addresses_of("Shelf:12 VIAF:7 https://zenda.example.org/1")) == [("VIAF", "https://viaf.org/viaf/7")]


@pytest.mark.parametrize(
    ("header", "names"),
    [
        ("", []),
        ("<teiHeader><fileDesc/></teiHeader>", ["fileDesc", "encodingDesc"]),
        ("<teiHeader><fileDesc/><encodingDesc><p/></encodingDesc></teiHeader>", ["fileDesc", "encodingDesc"]),
        (
            "<teiHeader><fileDesc/><encodingDesc><refsDecl><citeStructure/></refsDecl></encodingDesc></teiHeader>",
            ["fileDesc", "encodingDesc"],
        ),
    ],
    ids=["without a header", "without a description", "with one", "with a way to cite"],
)
def test_tei_of_others_has_one_way_to_cite(header: str, names: list[str]) -> None:
    tree = etree.fromstring(f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{header}<text/></TEI>')
    root = dts._citable(None, SimpleNamespace(own_tree=lambda: tree))
    assert [etree.QName(each).localname for each in root.iterfind("{*}teiHeader/*")] == names
    assert len(root.findall(".//{*}encodingDesc//{*}citeStructure")) == bool(names) * (1 if "cite" in header else 4)


def test_a_table_of_many_rows_is_written_in_pieces() -> None:
    row = tuple("a horse" for _ in TABLES["terms"])
    facts = SimpleNamespace(rows=lambda table: [row] * 5_000)
    pieces = list(_lines(facts, "terms"))
    assert len(pieces) > 1
    assert "".join(pieces).count("\n") == 5_001


def test_an_error_that_no_file_makes_is_told_as_it_is(tmp_path: Path) -> None:
    fault = TeiError("the registers do not fit together")
    with pytest.raises(TeiError) as told, all_told(tmp_path):
        raise fault
    assert told.value is fault


def test_the_catalogue_of_papers_of_which_nothing_is_known(tmp_path: Path) -> None:
    root = etree.fromstring(file(published(edition(tmp_path, TITLED), "dts"), "catalog.xml"))
    said = [etree.QName(each).localname for each in root.iterfind("members/resource[1]/dublinCore/*")]
    assert said == ["type", "format", "language", "relation"]
