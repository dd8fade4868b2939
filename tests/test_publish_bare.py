"""Editions of which little is known: papers without a date, a sender or a source, and few words about the edition."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import etree
from publish_helpers import collection, published

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


def test_the_catalogue_of_papers_of_which_nothing_is_known(tmp_path: Path) -> None:
    root = etree.fromstring(file(published(edition(tmp_path, TITLED), "dts"), "catalog.xml"))
    said = [etree.QName(each).localname for each in root.iterfind("members/resource[1]/dublinCore/*")]
    assert said == ["type", "format", "language", "relation"]
