"""The title before a name decides whom of an authority it means, or forbids somebody."""

from __future__ import annotations

import re

import pytest
from authority_sources import OF_1971, PEOPLE, meant, options_of, person
from lxml import etree

from teiconv.authority.build import build
from teiconv.authority.find import Finder
from teiconv.authority.titles import TitleReader
from teiconv.convert import to_tei
from teiconv.options import Options

NAMESAKES = (
    *PEOPLE,
    person(14, "Mott, Silas", "Attorney General of Ruritania. Non-career appointee", volumes=OF_1971),
    person(15, "Mott, Brian", "General, USA; Chief of Staff of the Army", volumes=OF_1971[:1]),
    person(16, "Dorn, Felix", "Deputy Assistant to the Director of Plans", volumes=OF_1971),
    person(17, "Dorn, Claude", "Senator (D-Ohio)", volumes=OF_1971[:1]),
    person(18, "Dorn, Julius", "Senator (D-Ohio)", volumes=OF_1971[:1], died="1958"),
    person(19, "Lund, Oscar", "Secretary of State, January 20, 1969–June 30, 1973", volumes=OF_1971[:1]),
    person(20, "Lund, Harvey", "Director of Plans, Department of State", volumes=OF_1971),
    person(21, "Carver, Dorian, II", "Ambassador to Ruritania. Foreign Service Officer", volumes=OF_1971),
    person(22, "Carver, Dorian", "General, USA; Supreme Commander", volumes=["frus1958-60v90"]),
    person(23, "Hart, Lin", "Member of the Assembly of Ruritania", volumes=OF_1971[:1]),
    person(24, "Sorrel, Mai", "wife of Lin Hart", volumes=OF_1971, also=("Hart, Madame", "Hart, Lin")),
    person(25, "Dale, Mortimer", "Prime Minister of Ruritania", volumes=OF_1971),
    person(26, "Dale, M.J.", "Foreign Secretary of Ruritania", volumes=["frus1961-63v90"]),
    person(29, "Hamid II", "King of Morocco", volumes=OF_1971, also=("Hamid",)),
    person(30, "Hamid bin Omar", "Crown Prince of Jordan", volumes=["frus1964-68v90"], also=("Hamid",)),
    person(42, "Sharif II", "King of Morocco", volumes=OF_1971, also=("Sharif", "Sharif, Prince Omar")),
    person(43, "Sharif bin Ali", "Crown Prince of Jordan", volumes=["frus1964-68v90"], also=("Sharif",)),
    person(44, "Yazid II", "King of Morocco", volumes=OF_1971, also=("Yazid", "Yazid, Prince Omar")),
    person(27, "Prest, Ada", "Director of Plans", volumes=OF_1971),
    person(28, "Prest, Ivor", "Secretary of Defense, January 20, 1965–January 20, 1969", volumes=OF_1971),
)


@pytest.fixture(scope="module")
def options(tmp_path_factory: pytest.TempPathFactory) -> Options:
    return options_of(tmp_path_factory.mktemp("titles"), NAMESAKES)


def test_the_secretary_of_the_day_is_meant_though_another_is_listed_more_often(options):
    assert meant("Secretary Roe telephoned the King.", options) == [("Roe", "1")]


def test_the_year_of_which_an_undated_note_speaks_tells_who_held_the_office(options):
    text = (
        "Editorial Note\n\nOn March 17, 1971, Secretary Roe wrote to President Vane. (611.6194/7-1871, 611.61/8-1871)\n"
    )
    body = next(etree.fromstring(to_tei(text, options)).iter("{*}body"))
    assert [node.get("ref") for node in body.iter("{*}persName")] == ["#p_1", "#p_3"]


def test_outside_the_term_of_office_the_title_decides_nothing(options):
    for date, held in (("1968-05-05", False), ("1971-05-05", True), ("1975-05-05", False)):
        assert bool(TitleReader(options.authority.authority, date).holder(("secretary",), "Roe")) == held


def test_two_of_one_surname_have_their_offices_before_their_names(options):
    assert meant("President Vane and Attorney General Vane met.", options) == [("Vane", "3"), ("Vane", "4")]


def test_the_president_of_the_day_is_no_governor(options):
    assert meant("President Vane met Governor Vane.", options) == [("Vane", "3"), ("Vane", "-")]


def test_a_general_is_no_diplomat_by_career(options):
    assert meant("General Quill asked for orders.", options) == [("Quill", "6")]


def test_an_attorney_general_is_no_general(options):
    assert meant("General Mott asked for orders.", options) == [("Mott", "15")]


def test_a_senator_is_one_who_has_a_seat_and_lives(options):
    assert meant("Felix Dorn met Senator Dorn.", options) == [("Felix Dorn", "16"), ("Dorn", "17")]


def test_a_mere_surname_is_that_of_who_leads_the_affairs(options):
    assert meant("The King thought that Mr. Lund had agreed to the plan.", options) == [("Lund", "19")]
    assert meant("Harvey Lund thought that the King had agreed.", options) == [("Harvey Lund", "20")]
    assert meant("Senator Lund thought that the King had agreed.", options) == [("Lund", "-")]


def test_mr_stands_before_no_woman(options):
    assert meant("Mr. Thorn called on the King.", options) == [("Thorn", "-")]
    assert meant("Miss Thorn called on the King.", options) == [("Thorn", "7")]


def test_an_entry_without_any_time_is_hardly_meant(options):
    assert ("Moor", "8") not in meant("Mr. Moor of the Department drew the text.", options)


def test_a_president_of_whom_no_volume_tells_holds_office_by_his_dates(options):
    assert meant("President Lamb agrees.", options, "July 7, 1868") == [("Lamb", "9")]


def test_no_link_of_low_certainty_leads_to_one_alone(options):
    for sentence in ("Lord Roe called.", "Mr. Moor came.", "General Vane left.", "Colonel Lamb spoke."):
        tei = to_tei(f"MEMORANDUM\n\nMay 5, 1919\n\n{sentence}\n", options).decode()
        assert not re.search(r'ref="#\w+" cert="low"', tei)


def test_a_forename_alone_is_no_surname_of_the_authority(tmp_path):
    (tmp_path / "1.xml").write_text(person(1, "Walt, Lewis", "General", volumes=OF_1971), encoding="utf-8")
    (tmp_path / "people.auth").write_bytes(build([tmp_path]).data)
    options = Options(authority=Finder(tmp_path / "people.auth"))
    assert meant("The King left.\n\nSincerely yours,\n\nWalt", options) == [("Walt", "-")]


def test_an_authority_of_one_person_tells_who_that_is(tmp_path):
    (tmp_path / "1.xml").write_text(person(1, "Quist, Lewis", "General", volumes=OF_1971), encoding="utf-8")
    (tmp_path / "people.auth").write_bytes(build([tmp_path]).data)
    options = Options(authority=Finder(tmp_path / "people.auth"))
    assert meant("General Lewis Quist saw the King.", options) == [("Lewis Quist", "1")]


def test_a_forename_and_a_surname_are_one_name_whoever_else_has_that_surname(options):
    assert meant("Mr. John Quill called on the King.", options) == [("John Quill", "-")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Ambassador Carver came. General Carver did not.", [("Carver", "21"), ("Carver", "22")]),
        ("Dorian Carver II came. General Carver did not.", [("Dorian Carver II", "21"), ("Carver", "22")]),
        ("Madame Hart came. Mr. Lodge said that Hart would not.", [("Hart", "24"), ("Lodge", "-"), ("Hart", "23")]),
        ("King Hamid of Morocco met Crown Prince Hamid of Jordan.", [("Hamid", "29"), ("Hamid", "30")]),
        ("Prince Sharif left with King Sharif.", [("Sharif", "43"), ("Sharif", "42")]),
        ("Mortimer Dale met M.J. Dale, the former Foreign Secretary.", [("Mortimer Dale", "25"), ("M.J. Dale", "26")]),
    ],
)
def test_what_stands_at_one_mention_says_that_a_namesake_is_meant(sentence, expected, options):
    assert meant(sentence, options) == expected


@pytest.mark.parametrize(
    ("sentence", "certs"),
    [
        ("King Sharif met Prince Sharif. Sharif agreed.", [None, "medium", "medium"]),
        ("Prince Yazid came. Then Yazid left.", ["medium", "medium"]),
        ("King Yazid came. Then Yazid left.", [None, None]),
        ("Mr. Walter Roe came. Mrs. Bexley left with Beatrice Bexley.", [None, "medium", None]),
    ],
)
def test_a_prince_a_wife_and_a_name_that_two_bear_are_in_doubt(sentence, certs, options):
    root = etree.fromstring(to_tei(f"MEMORANDUM FOR THE FILES\n\nMay 5, 1971\n\n{sentence}\n", options))
    assert [node.get("cert") for node in root.find(".//{*}body").iter("{*}persName")] == certs


def test_brothers_are_all_of_the_name(options):
    tei = to_tei(
        "MEMORANDUM\n\nMay 5, 1971\n\nAda Prest met Ivor Prest. The Prest brothers agreed.\n", options
    ).decode()
    assert 'The <persName ref="#p_27 #p_28" cert="low">Prest</persName> brothers' in tei


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Madame Roe asked for tea. Walter Roe was out.", [("Roe", "-"), ("Walter Roe", "2")]),
        ("Ambassador and Mrs. Quill came. Amos Quill left.", [("Quill", "5"), ("Amos Quill", "5")]),
        ("Prime Minister Orlov wrote. Anton Orlov of the Bank came.", [("Orlov", "11"), ("Anton Orlov", "12")]),
    ],
)
def test_a_title_that_only_another_of_the_family_bears_is_of_that_one(sentence, expected, options):
    assert meant(sentence, options) == expected


@pytest.mark.parametrize("sentence", ["The Consul thanked Edward. Edward agreed.", "I asked Jack to come."])
def test_a_forename_alone_means_nobody_of_the_authority(sentence, options):
    assert all(number == "-" for _, number in meant(sentence, options))
