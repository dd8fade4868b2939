"""Where a name ends without a list, at full stops and line ends; and wives beside husbands of whom no more is said."""

from __future__ import annotations

import pytest
from people_helpers import annotate, marked, shown
from test_people_mentions import plain

from teiconv.model import element

ENDS = {
    "a surname of two letters": "President [Quang>QUANG1] and Vice President [Vy>VY1]. Edgar Oates said so.",
    "a forename cut short": "Mr. [Wm. Harrow>HW1] and Mr. [Yu. V. Petrin>PYV1] left.",
}


@pytest.mark.parametrize("expected", ENDS.values(), ids=ENDS)
def test_a_full_stop_ends_a_name_but_behind_a_forename_cut_short(expected):
    assert marked(plain(expected), people=None) == expected


LINES = [
    (("Premier Tang Wu-lai", "Mr. Pai Chen-yu"), "Premier [Tang Wu-lai>TW1]|Mr. [Pai Chen-yu>PC1]"),
    (("Premier Tang Wu-lai", "Pai Chen-yu, Envoy"), "Premier [Tang Wu-lai>TW1]|Pai Chen-yu, Envoy"),
    (("Mr. Harrow", "Jane Oates, Consul"), "Mr. [Harrow>HARROW1]|Jane Oates, Consul"),
    (("Mr. Edgar Harrow", "Bertil Oates, Consul"), "Mr. [Edgar Harrow>HE1]|Bertil Oates, Consul"),
    (("Mr. Edgar", "Harrow told them."), "Mr. [Edgar|Harrow>HE1] told them."),
    (("Mr. Edgar P.", "Harrow told them."), "Mr. [Edgar P.|Harrow>HEP1] told them."),
    (("General Ngo Dinh", "Vinh told them."), "General [Ngo Dinh|Vinh>VND1] told them."),
]


@pytest.mark.parametrize(("lines", "expected"), LINES)
def test_a_line_ends_a_whole_name_before_another(lines, expected):
    paragraph = element("p", lines[0], element("lb"), lines[1])
    assert shown(annotate(paragraph)[0]) == expected


WIVES = {
    "the husband is named first": "[Harrow>HARROW1] said no. Mrs. [Harrow>HARROW2] slept; [Harrow>HARROW1] told me so.",
    "she is named first": "Mrs. [Harrow>?HARROW1] spoke. [Harrow>HARROW1] said so to Mr. [Oates>OATES1].",
}


@pytest.mark.parametrize("expected", WIVES.values(), ids=WIVES)
def test_a_wife_is_another_than_who_was_named_before_her(expected):
    assert marked(plain(expected), people=None) == expected


def test_a_wife_is_another_than_who_signs():
    tree = element("div", element("p", "Mrs. Harrow is well."), element("closer", element("signed", "HARROW")))
    assert shown(annotate(tree)[0]) == "Mrs. [Harrow>HARROW1] is well.[HARROW>HARROW2]"


RULERS = {
    "a pope with his numeral": "Envoys saw Pope [Leo VII>LV1], then [Leo VII>LV1].",
    "a king with his": "Envoys saw King [Ludwig IX>LI1] of Ruritania.",
    "a numeral of five letters": "Envoys saw Pope [Martin XXIII>MX1].",
    "no ruler": "Envoys read Document VI and saw Queen Street IV.",
}


@pytest.mark.parametrize("expected", RULERS.values(), ids=RULERS)
def test_the_numeral_of_a_ruler_is_part_of_the_name(expected):
    assert marked(plain(expected), people=None) == expected
