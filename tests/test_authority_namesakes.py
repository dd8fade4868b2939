"""Namesakes of an authority whom a seat, an office of the day or the forenames tell apart."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from authority_sources import person
from lxml import etree

from teiconv.authority.build import build
from teiconv.authority.find import Finder
from teiconv.convert import to_tei
from teiconv.options import Options

OF_1971 = [f"frus1969-76v9{number}" for number in range(5)]

PEOPLE = (
    person(1, "Roe, Edmund", "Secretary of Defense, January 20, 1969–June 30, 1973", volumes=OF_1971[:1]),
    person(2, "Roe, Walter", "Director of Plans, Department of State", volumes=OF_1971),
    person(3, "Vane, Conrad", "President of the United States, January 20, 1969–January 20, 1973", volumes=OF_1971),
    person(4, "Vane, Rupert", "Attorney General, January 20, 1969–January 20, 1973", volumes=OF_1971),
    person(5, "Quill, Amos", "Foreign Service Officer. Counselor of Embassy in Peru", volumes=OF_1971),
    person(6, "Quill, Homer", "USA, Commanding General, Forces in Ruritania", volumes=OF_1971[:1]),
    person(7, "Thorn, Susan", "Desk officer for Peru", volumes=OF_1971),
    person(8, "Moor, Jasper", "Consul at Lima"),
    person(9, "Lamb, Andrew", "President of the United States, from April 15, 1865 until March 4, 1869"),
    person(10, "Lamb, Silas", "Minister in Bern, 1866", volumes=["frus1868p1"]),
    person(11, "Orlov, Pavel", "Prime Minister of Ruritania", volumes=OF_1971),
    person(13, "Edward, Ivor", "Director of Plans, Department of State", volumes=OF_1971, also=("Jack, Ivor",)),
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
    person(12, "Orlov, Anton", "Director of the Bank of Ruritania", volumes=OF_1971),
)


@pytest.fixture(scope="module")
def options(tmp_path_factory: pytest.TempPathFactory) -> Options:
    folder = tmp_path_factory.mktemp("namesakes")
    (folder / "data").mkdir()
    for number, text in enumerate(PEOPLE):
        (folder / "data" / f"{number}.xml").write_text(text, encoding="utf-8")
    file: Path = folder / "namesakes.auth"
    file.write_bytes(build([folder / "data"]).data)
    return Options(authority=Finder(file))


def meant(sentence: str, options: Options, date: str = "May 5, 1971") -> list[tuple[str, str]]:
    """Return each name of the body and whom of the authority it means, by number; ``-`` if nobody."""
    root = etree.fromstring(to_tei(f"MEMORANDUM FOR THE FILES\n\n{date}\n\n{sentence}\n", options))
    body = next(root.iter("{*}body"))
    found = [("".join(map(str, node.itertext())), node.get("ref", "")) for node in body.iter("{*}persName")]
    return [(name, ref.removeprefix("#p_") if re.fullmatch(r"#p_\d+", ref) else "-") for name, ref in found]


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
