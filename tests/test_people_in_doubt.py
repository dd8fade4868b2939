"""What keeps apart, or in doubt, those who share a surname in a document without a list: wives, offices, numerals."""

from __future__ import annotations

import pytest
from people_helpers import listed, marked
from test_people_mentions import plain

WITHOUT_LIST = {
    "a wife in full does not take the President": (
        "I saw President [Mora>MORA1]. Señora [María Ibarra de Mora>DMMI1] came. [Mora>MORA1] agreed."
    ),
    "a wife by a name of either sex": (
        "President [Tessin>TESSIN1] and Mrs. [Tessin>?TP1] came. [Pat Tessin>TP1] spoke, and [Tessin>TESSIN1] wrote."
    ),
    "an office before the surname of a woman": "Ambassador [Oakley>?OJT1] left [Julie Tessin Oakley>OJT1].",
    "a senator and a secretary": (
        "[Hubert Harrow>HH1] is no judge. Senator [Harrow>?HH1] met Secretary [Harrow>?HH1]; [Harrow>?HH1] left."
    ),
    "a title that stands with the whole name": (
        "Senator [Hubert Harrow>HH1] came. Senator [Harrow>HH1] agreed with Secretary [Harrow>?HH1]."
    ),
    "a rank and a post of one": (
        "General [Harrow>HM1] came back to Saigon. [Max Harrow>HM1] spoke. Ambassador [Harrow>HM1] left."
    ),
}


@pytest.mark.parametrize("expected", WITHOUT_LIST.values(), ids=WITHOUT_LIST)
def test_bearers_of_one_surname_without_a_list(expected):
    assert marked(plain(expected), people=None) == expected


def test_the_numeral_of_another_ruler_makes_another():
    people = listed("  • Faisal ibn Saud, Crown Prince of Saudi Arabia\n  • Roe, Jane, Consul")
    expected = "King Faisal II of Iraq met Prince [Faisal>FIS1]."
    assert marked(plain(expected), people=people) == expected
