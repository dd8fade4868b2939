"""Relatives, the dead, and namesakes of whom a title tells: none of them is the one whom a document means otherwise."""

from __future__ import annotations

import pytest
from authority_sources import OF_1971, meant, options_of, person
from lxml import etree

from teiconv.convert import to_tei
from teiconv.options import Options

PEOPLE = (
    person(50, "Prado Bermejo, Anselmo", "General; Head of the Utopian State", volumes=OF_1971, also=("Prado",)),
    person(51, "Harkin, Edgar M.", "Senator from Ohio, 1962–1980", volumes=OF_1971),
    person(52, "Harkin, Robert", "Senator from Utah from 1965 until his assassination in June 1968", volumes=OF_1971),
    person(53, "Harkin, Dorset", "Director of Plans, Department of State", volumes=OF_1971),
    person(54, "Fordham, Gerald", "Congressman from Iowa", volumes=OF_1971),
    person(55, "Talib, Abdul", "King of Jordan", volumes=OF_1971, died="1968"),
    person(56, "Talib, Yusuf", "Sheikh; Prime Minister of Kuwait", volumes=OF_1971),
    person(57, "Irving, John N.", "Under Secretary of State", volumes=OF_1971),
    person(58, "Black, Eugene", "President of the Bank for Reconstruction", volumes=OF_1971),
    person(59, "Murad, Ibn", "King of Utopia", volumes=OF_1971, also=("Murad",)),
    person(61, "Bedoza, Garcia", "Desk officer for Peru", volumes=OF_1971),
    person(62, "Lon Tar", "President of Utopia", volumes=OF_1971),
    person(63, "Ali, Mohammed", "Prime Minister of Ruritania", volumes=OF_1971),
    person(64, "Ali, Chandra Mohamad", "Minister of Finance of Ruritania", volumes=OF_1971),
    person(65, "Roe, Edmund", "Secretary of Defense, January 20, 1969–June 30, 1973", volumes=OF_1971[:1]),
    person(66, "Roe, Walter", "Director of Plans", "Adviser", volumes=OF_1971),
    person(60, "Murad, Selim", "King of Utopia; Crown Prince", volumes=OF_1971),
)


@pytest.fixture(scope="module")
def options(tmp_path_factory: pytest.TempPathFactory) -> Options:
    return options_of(tmp_path_factory.mktemp("relatives"), PEOPLE)


def linked(said: str, options: Options) -> list[tuple[str, str, str | None]]:
    root = etree.fromstring(to_tei(f"NOTE\n\nMay 5, 1971\n\n{said}\n", options))
    found = root.find(".//{*}body").iter("{*}persName")
    return [(node.text, node.get("ref", "").replace("#p_", ""), node.get("cert")) for node in found]


def test_the_brother_is_not_the_general_of_the_surname(options):
    said = "General Prado received me. His brother, Nicolás Prado, was there. Prado was polite."
    assert [number for _, number in meant(said, options)] == ["50", "-", "50"]


def test_a_bare_surname_does_not_mean_the_wife_who_is_named_later(options):
    said = "Prado spoke to the sergeants with Secretary Roe. Maria Teresa Prado was not there."
    assert [number for _, number in meant(said, options)][::2] == ["50", "-"]


def test_the_king_whose_father_is_named_is_another(options):
    said = "We saw King Murad’s father, Ibn Murad. King Murad was out."
    assert [(name, number) for name, number, _ in linked(said, options)] == [
        ("Murad", "60"),
        ("Ibn Murad", "59"),
        ("Murad", "60"),
    ]


def test_a_relative_s_mere_forename_is_nobody_s_surname(options):
    said = "Under Secretary Irving came. General Fabian Velde’s son Irving commands a battalion."
    assert [number for _, number in meant(said, options)] == ["57", "-", "-"]


def test_a_senator_who_has_died_is_not_meant(options):
    said = "Senator Harkin agreed with Director Dorset Harkin."
    assert linked(said, options)[0] == ("Harkin", "51", "medium")


def test_a_congressman_is_not_the_manufacturer_of_the_surname(options):
    said = "Mr. Henry Fordham came. Congressman Fordham agreed. Henry Fordham sold trucks."
    assert [number for _, number in meant(said, options)] == ["-", "54", "-"]


def test_a_king_is_of_the_country_that_is_said_with_him(options):
    said = "Sheikh Talib of Kuwait came. King Talib of Jordan was dead. Sheikh Yusuf Talib spoke."
    assert [number for _, number in meant(said, options)] == ["56", "55", "56"]


def test_what_ends_a_longer_name_is_not_somebody_s_surname(options):
    said = "Mr. Eugene Black came. Ambassador Shirley Temple Black spoke."
    assert ("Black", "58") not in meant(said, options)


def test_a_name_of_two_words_is_not_that_of_the_family_of_the_first(options):
    said = "President Lon Tar received me. His brother Lon Non was there. General Lon Non spoke."
    assert {number for name, number in meant(said, options) if "Tar" not in name} <= {"-"}


def test_a_first_surname_of_another_there_is_in_doubt(options):
    said = "Luis Bedoza Reyes keeps quiet. Mr. Haya wrote to Bedoza."
    assert [cert for name, _, cert in linked(said, options) if name == "Bedoza"] == ["low"]


def test_each_of_two_of_one_name_is_found_as_the_document_spells_it(options):
    said = "Prime Minister Mohammed Ali came: Mohammed Ali Bogra, and not Chandra Mohammed Ali."
    found = [(name, number) for name, number, _ in linked(said, options)]
    assert found[-1] == ("Chandra Mohammed Ali", "64")


def test_without_a_date_a_secretary_is_who_ever_was_one(options):
    tei = to_tei("3. Editorial Note\n\nSecretary Roe asked to comment. Then Secretary Roe left.\n", options).decode()
    assert tei.count('ref="#p_65"') == 2


def test_a_first_surname_that_the_authority_does_not_know_is_of_who_has_it_there(options):
    said = "The Honorable Ramón Sedo Gómez came. Mr. Haya wrote to Under Secretary Sedo."
    assert len({ref for name, ref, _ in linked(said, options) if "Sedo" in name}) == 1
