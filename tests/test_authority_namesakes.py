"""Namesakes of an authority whom a seat, an office of the day or the forenames tell apart."""

from __future__ import annotations

import pytest
from authority_sources import OF_1971, PEOPLE, meant, options_of, person
from lxml import etree

from teiconv.convert import to_tei
from teiconv.options import Options

NAMESAKES = (
    *PEOPLE,
    person(34, "Pell, Hugo", "Senator from Ohio", volumes=OF_1971[:1]),
    person(35, "Pell, Oscar", "Director of Plans, Department of State", volumes=OF_1971),
    person(
        36, "Kerr, Silas", "Vice President of the United States, January 20, 1969–January 20, 1973", volumes=OF_1971
    ),
    person(37, "Lall, Ellsworth", "Ambassador to Ruritania", volumes=OF_1971),
    person(38, "Ellsworth, Paul", "Desk officer for Ruritania", volumes=OF_1971),
    person(39, "Mora Solis, Anastasio", "President of Ruritania", volumes=OF_1971),
    person(40, "Hadir, Talal", "King of Utopia", volumes=OF_1971, also=("Harun, Talal",)),
    person(41, "Harun, Ivor", "Director of Plans, Department of State", volumes=OF_1971[:3]),
)


@pytest.fixture(scope="module")
def options(tmp_path_factory: pytest.TempPathFactory) -> Options:
    return options_of(tmp_path_factory.mktemp("namesakes"), NAMESAKES)


def test_a_senator_is_the_one_of_the_surname_who_was_one(options):
    said = "Director Oscar Pell came. Oscar Pell and Senator Pell agreed."
    assert [number for _, number in meant(said, options)] == ["35", "35", "34"]


def test_the_vice_president_of_the_day_is_called_no_senator(options):
    said = "Vice President Kerr came. Then Senator Kerr of Ohio agreed."
    assert meant(said, options) == [("Kerr", "36"), ("Kerr", "-")]


def test_a_surname_that_is_the_forename_of_somebody_else_there_is_in_doubt(options):
    said = "Ambassador Lall spoke of it to Mr. Quill. Ellsworth asked him to stay, and so did Ellsworth’s wife."
    root = etree.fromstring(to_tei(f"NOTE\n\nMay 5, 1971\n\n{said}\n", options))
    names = [(node.text, node.get("cert")) for node in root.find(".//{*}body").iter("{*}persName")]
    assert ("Ellsworth", "medium") in names


def test_brothers_of_one_second_surname_are_two(options):
    said = "President Anastasio Mora Solis and Mr. Luis Mora Solis came."
    assert meant(said, options) == [("Anastasio Mora Solis", "39"), ("Luis Mora Solis", "-")]


def test_a_name_in_doubt_becomes_no_surer_by_another_name_of_the_person(options):
    root = etree.fromstring(to_tei("NOTE\n\nMay 5, 1971\n\nMr. Harun had telephoned King Talal Hadir.\n", options))
    names = {node.text: node.get("cert") for node in root.find(".//{*}body").iter("{*}persName")}
    assert names == {"Harun": "medium", "Talal Hadir": None}


def test_a_former_secretary_is_who_was_secretary_before(options):
    said = "Director Walter Roe came. Walter Roe and former Secretary Roe agreed."
    assert [number for _, number in meant(said, options, "May 5, 1975")] == ["2", "2", "1"]
    said = said.replace("former ", "")
    assert [number for _, number in meant(said, options, "May 5, 1975")] == ["2", "2", "2"]
