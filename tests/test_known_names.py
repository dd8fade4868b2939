"""How well known a name is: the counts that were learned, and the features that they give."""

from __future__ import annotations

from pathlib import Path

import pytest
from people_helpers import marked

import teiconv.names.people as package
from teiconv.names.people.known import FEWEST_WITH_FORENAME, NOBODY, SIGN, Known, called, known, known_as


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Roehamp", ("roehamp", "")),
        ("Roehamp, Peter A.", ("roehamp", "peter")),
        ("Chao En-ping", ("chao", "en")),
        ("De Beaulac", ("beaulac", "")),
        ("de Beaulac, Charles", ("beaulac", "charles")),
        ("…", ("", "")),
    ],
)
def test_a_name_is_known_by_its_surname_and_its_first_forename(name, words):
    assert called(name) == words


def test_nobody_knows_a_name_that_no_volume_tags():
    assert list(known_as(NOBODY, "")) == ["known:0", "known:bare:0"]
    assert list(known_as(NOBODY, "peter")) == ["known:0", "known:forename:0", "known:forename:False:0"]


def test_a_name_is_the_better_known_the_more_volumes_tag_it():
    one = Known(3, 4, {"peter": 2})
    assert list(known_as(one, "peter")) == [
        "known:3-4",
        "known:3-4:3",
        "known:forename:2",
        "known:forename:True:3-4",
    ]
    assert "known:forename:False:3-4" in known_as(one, "edgar")
    assert all(feature.startswith(SIGN) for feature in known_as(one, ""))


def test_a_statesman_is_found_where_he_is_named_once():
    text = "In the debate there was talk of {} and of the harvest."
    assert "[" in marked(text.format("Khrushchev"), people=None)
    assert "[" not in marked(text.format("Vostrikhin"), people=None)


def test_the_counts_are_shipped_small_and_consistent():
    assert Path(package.__file__).with_name("known.txt").stat().st_size < 200_000
    for surname, one in known().items():
        assert surname == called(surname)[0]
        assert 0 < one.tagged <= one.met
        assert all(FEWEST_WITH_FORENAME <= count <= one.tagged for count in one.forenames.values())
