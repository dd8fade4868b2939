"""What decisions about words name, where words are cut or repeat; and how volumes are cited."""

from __future__ import annotations

import pytest

from teiconv.conventions.frus.volumes import read_title, subseries, volume_of_year
from teiconv.editing.edits.words import changed_words

LONG = "Rhababerbarbarabar" * 20


@pytest.mark.parametrize(
    ("before", "after", "decided"),
    [
        ("Oil came.", "Oil came.", []),
        ("Oil\ncame.", "Oil came.", [("Oil came.", None, "Oil came.")]),
        ("Oil came.", "Fish came.", [("Oil", None, "Fish")]),
        ("Oil came and oil went.", "Oil came and nets went.", [("oil", None, "nets")]),
        ("a oil b oil c", "a oil b nets c", [("oil", 2, "nets")]),
        ("Horses came.", "Horse came.", [("Horses", None, "Horse")]),
        ("Oil came.", "Oil and fish came.", [("Oil came.", None, "Oil and fish came.")]),
        ("Oil and fish came.", "Oil came.", [("Oil and fish came.", None, "Oil came.")]),
        ("Oil.\nFish.\nNets.\n", "Oil.\nCarts.\nNets.\n", [("Fish", None, "Carts")]),
        ("Oil came, fish came.", "Oil went, fish went.", [("came", 1, "went"), ("came", 2, "went")]),
        ("ha ha ha ha ha ha", "no ha ha oh ha ha", [("ha ha ha ha ha", None, "no ha ha oh ha")]),
        (" Oil came.", "  Oil came.", [("Oil", None, " Oil")]),
        ("oil came ", "oil ", [("oil came", None, "oil")]),
        (f"{LONG} came.", f"{LONG}, came.", [(f"{LONG} came.", None, f"{LONG}, came.")]),
    ],
)
def test_changed_words_are_named_with_the_words_around_them_if_need_be(
    before: str, after: str, decided: list[tuple[str, int | None, str]]
) -> None:
    found = changed_words(before, after)
    assert [(one.words, one.nth, dict(one.values)["to"]) for one in found] == decided


@pytest.mark.parametrize(
    ("before", "after"),
    [(" Oil came.", "Oil came."), ("ha " * 60 + ".", "ha " * 22 + "oh " + "ha " * 38 + ".")],
    ids=["the white space at the start", "words that repeat for ever"],
)
def test_a_change_whose_place_no_words_name_is_no_decision(before: str, after: str) -> None:
    assert changed_words(before, after) == []


@pytest.mark.parametrize(
    ("years", "stem"), [("1947", "1947"), ("1971", "1969-76"), ("1917–1972", "1917-72PubDip"), ("1902-03", "1902-03")]
)
def test_years_stand_for_their_subseries(years: str, stem: str) -> None:
    assert subseries(years) == stem


def test_a_volume_is_cited_by_its_number_in_the_subseries_of_its_year() -> None:
    assert volume_of_year(1971, "E–10") == "frus1969-76ve10"
    assert volume_of_year(1971, "XII") == "frus1969-76v12"
    assert volume_of_year(1872, "1", "2") == "frus1872p2v1"
    assert volume_of_year(1947, "1", "2") == "frus1947v01p2"


def test_a_title_of_a_volume_gives_its_id() -> None:
    found = read_title("Foreign Relations, 1947, vol. V, p. 3", 0)
    assert found is not None
    assert (found.identifier, found.complete) == ("frus1947v05", True)
    assert read_title("Horses, 1947", 0) is None
