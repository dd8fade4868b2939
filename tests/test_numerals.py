"""The names of numbers: the expression for them says their parts once."""

import re

import pytest

from teiconv.grammar.quantities import _NUMBER_OF, NUMERAL, decimal


@pytest.mark.parametrize("name", sorted(_NUMBER_OF))
def test_each_name_of_a_number_is_found_whole(name):
    match = re.match(NUMERAL, f"{name} line", re.IGNORECASE)
    assert match
    assert (match[0], decimal(name) is None) == (name, False)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("one half of a line", "one half of a"),
        ("eighteen and a half lines", "eighteen and a half"),
        ("sixty lines", "sixty"),
        ("twenty-five lines", "twenty-five"),
        ("a halfway house", "a"),
    ],
)
def test_of_two_names_of_numbers_the_longer_is_found(words, number):
    match = re.match(NUMERAL, words, re.IGNORECASE)
    assert (match and match[0]) == number
