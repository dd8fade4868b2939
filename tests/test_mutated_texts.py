"""The laws for texts that nobody wrote: the samples with lines cut, swapped, wrapped; characters and notations put in.

``tools/million.py`` tries many more of them; what it found is in ``tests/test_found_texts.py``.
"""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from laws import check_again, check_edit, check_text
from mutations import MOST, characters, mutated, samples, spliced

from teiconv.conventions.table import ALL
from teiconv.options import Options, Profile

NUMBERS = st.integers(0, MOST - 1)
MUTATIONS = st.lists(st.tuples(NUMBERS, NUMBERS, NUMBERS), min_size=1, max_size=12)
SAMPLES = st.integers(0, len(samples()) - 1).map(lambda number: samples()[number])
MUTATED = st.builds(mutated, SAMPLES, MUTATIONS)
SPLICED = st.builds(mutated, st.builds(spliced, SAMPLES, SAMPLES, NUMBERS, NUMBERS), MUTATIONS)


CONVENTIONS = st.none() | st.sampled_from([conventions.name for conventions in ALL])
"""Those that fit the text, or any that a user may name for it."""


@pytest.mark.parametrize("profile", list(Profile))
@settings(max_examples=150, deadline=None)
@given(text=MUTATED | SPLICED, conventions=CONVENTIONS, word=NUMBERS)
def test_a_mutated_text_comes_back_is_valid_and_can_be_edited(profile, text, conventions, word):
    options = Options(profile=profile, conventions=conventions)
    proof = check_text(text.encode(), options)
    if proof is not None:
        check_again(proof, text.encode(), options)
        check_edit(proof, word)


def test_every_category_of_characters_is_tried():
    kinds = {unicodedata.category(each) for each in characters()}
    assert kinds >= {
        "Lu",
        "Ll",
        "Lt",
        "Lm",
        "Lo",
        "Mn",
        "Mc",
        "Me",
        "Nd",
        "Nl",
        "No",
        "Zs",
        "Zl",
        "Zp",
        "Cf",
        "Co",
        "Cn",
    }
    assert kinds >= {"Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Sm", "Sc", "Sk", "So"}


@pytest.mark.parametrize("profile", list(Profile))
@pytest.mark.parametrize("text", samples(), ids=range(len(samples())))
def test_a_word_of_a_sample_can_be_edited(text, profile):
    proof = check_text(text.encode(), Options(profile=profile))
    assert proof is not None
    assert proof.told == ()
    for number in (0, 5, 11):
        assert check_edit(proof, number)
