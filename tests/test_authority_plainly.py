"""What a document says plainly of somebody: the whole name, a title, a country, or no more than a short forename."""

from __future__ import annotations

import pytest
from authority_sources import OF_1971, PEOPLE, meant, options_of, person
from test_authority_doubts import certs

from teiconv.authority.weigh import agreement, kind_of_given
from teiconv.names.people.index import NameForm

BEFORE = ["frus1964-68v90"]
NAMESAKES = (
    *PEOPLE,
    person(50, "Vedel, Tormod", "Chairman of the Fishery Board of Utopia", volumes=OF_1971[:1]),
    person(51, "Ibarro, Luis", "President of Ecuador", volumes=OF_1971),
    person(52, "Ibarro, Juan", "President of Peru", volumes=OF_1971),
    person(53, "Gant, Edwin", "Director of Plans, Department of State", volumes=OF_1971),
    person(54, "Gant, Morris W.", "Speaker of the House of Representatives", volumes=OF_1971[:1]),
    person(55, "Lisle, Arthur", "Senator (R-Ohio)", volumes=OF_1971[:1]),
    person(56, "Lisle, Edward", "Secretary of the British Cabinet", volumes=OF_1971),
    person(58, "Chang Chien", "Vice Minister of Utopia", volumes=OF_1971),
    person(59, "Freel, Fulton", "Ambassador to Mexico", volumes=OF_1971),
)


@pytest.fixture(scope="module")
def options(tmp_path_factory: pytest.TempPathFactory):
    return options_of(tmp_path_factory.mktemp("plainly"), NAMESAKES)


@pytest.mark.parametrize(
    "said",
    ["Neither Whitby nor Tormod Vedel; nothing came of it.", "Chairman Vedel, of course, fishes."],
)
def test_whom_a_document_names_in_full_or_by_title_is_named(said, options):
    assert [number for _, number in meant(said, options)][-1:] == ["50"]


def test_a_mere_surname_that_the_document_does_not_show_to_be_one_is_nobodys(options):
    assert meant("Vedel Bay is frozen.", options) == []


@pytest.mark.parametrize(("place", "number"), [("Lima", "52"), ("Peru", "52"), ("Quito", "51"), ("Ecuador", "51")])
def test_of_two_namesakes_that_of_the_country_before_the_name_is_meant(place, number, options):
    assert meant(f"In {place} Ibarro lost a leg.", options) == [("Ibarro", number)]


def test_a_speaker_is_who_was_one(options):
    assert meant("Speaker Gant and Mr. Quill came.", options)[0] == ("Gant", "54")


@pytest.mark.parametrize("title", ["Senator Lisle", "Senators Lisle and Quill"])
def test_a_title_that_one_of_two_bore_tells_them_apart_in_the_plural_too(title, options):
    assert meant(f"{title} asked questions.", options)[0] == ("Lisle", "55")


def test_a_syllable_of_an_eastern_name_is_short_for_no_other(options):
    assert meant("Mr. Chang Chih-chung negotiates; Chang Chih-chung left.", options) == [("Chang Chih-chung", "-")] * 2
    form = NameForm(1, ("chou",), ("en", "lai"), given_follows=True)
    assert agreement(("en", "lai"), form) is not None
    assert agreement(("e", "l"), form) is not None
    assert agreement(("end", "lai"), form) is None


def test_who_is_listed_by_an_initial_and_a_forename_is_called_by_that():
    assert kind_of_given(("joe",), ("j", "edgar")) == "other"
    assert kind_of_given(("edgar",), ("j", "edgar")) == "second"
    assert kind_of_given(("joe",), ("j", "e")) == "initial"


@pytest.mark.parametrize("said", ["Mr. Tony Freel spoke", "I told George of it"])
def test_somebody_of_a_short_name_whom_the_authority_may_know_by_another_is_in_doubt(said, options):
    assert {cert for _, cert in certs(f"{said}.", options)} <= {"medium"}
