"""What keeps apart, or in doubt, those who share a surname in a document without a list: wives, offices, numerals."""

from __future__ import annotations

import pytest
from people_helpers import annotate, listed, marked, shown
from test_people_mentions import plain

from teiconv.model import element

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
    "a President and an Ambassador": (
        "[Alexis Johnson>JA1] called. Ambassador [Alexis Johnson>JA1] met President [Johnson>?JA1] and [Johnson>?JA1]."
    ),
    "brothers who are servants of God": (
        "Mr. [Abd al-Salam Arif>AAAS1] was killed; his brother Mr. [Abd al-Rahman Arif>AAAR1] rules."
    ),
    "the name of a father": "King [Faisal ibn Abd al-Aziz>AAFIA1] and Prince Sultan ibn Abd al-Aziz came.",
    "another of the name": "[George Kennan>KG1] and the elder [Kennan>?KG1] came; another [Kennan>?KG1] did not.",
    "two whom a paper names side by side": (
        "[Peter Oates>OP1] and [P. J. Oates>OPJ1] are two. [P. J. Oates>OPJ1] left; Mr. [Peter Oates>OP1] did not."
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


WHOLE_NAMES = {
    "a title behind the name": (
        "General [Farid Khan>FARID1] met [Liaquat Ali Khan>AL1] and Mr. [Liaquat Ali Khan>AL1]. I saw [Farid>FARID1]."
    ),
    "an article of the Orient": (
        "Mr. [Nuri es-Said>ESN1] and Mr. [Hassan al-Huss>AHH1] met General [Nuri es-Said>ESN1]."
    ),
    "M. before a forename that begins so": "M. [Maurice Oranger>OM1] spoke; M. [Jules Moch>MJ1] did not.",
    "P.M. is an office": "P.M. [Hollis>HOLLIS1] plays. Prime Minister and Mrs. [Hollis>HOLLIS1] came.",
    "initials behind a courtesy": "Mr. [P.M. Hollis>HPM1] plays; [P. M. Hollis>HPM1] sings.",
}


@pytest.mark.parametrize("expected", WHOLE_NAMES.values(), ids=WHOLE_NAMES)
def test_where_a_name_begins_and_ends_without_a_list(expected):
    assert marked(plain(expected), people=None) == expected


NOBODY = {
    "ships side by side": "The Richard E. Kraus and the John Q. Roe lie off Danang.",
    "firms": "General Motors, General Electric’s Fred Borch, Arthur D. Little, and J.P. Morgan & Co. sent people.",
}


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY)
def test_things_are_nobody(text):
    assert marked(text, people=None) == text


def test_who_is_present_has_a_line():
    present = element("item", "Dr. Rashad Oates", element("lb"), "Omar Saqqaf, Deputy Foreign Minister")
    tree = element("div", element("list", present, type="participants"))
    said = "Dr. [Rashad Oates>OR1]|Omar Saqqaf, Deputy Foreign Minister"
    assert shown(annotate(tree)[0]) == said


def test_a_forename_above_the_full_name_is_no_part_of_it():
    tree = element("p", "Yours, George", element("lb"), "George F. Harrow")
    assert shown(annotate(tree)[0]) == "Yours, George|[George F. Harrow>HGF1]"
    signed = element("closer", element("signed", "Bill", element("lb"), "William P. Harrow"))
    people = listed("  • Harrow, William P., Ambassador")
    assert shown(annotate(signed, people)[0]) == "Bill|[William P. Harrow>HWP1]"


def test_who_has_a_copy_has_a_line():
    copies = element("seg", "cc: Mr. Oates", element("lb"), "Rose Woods", element("lb"), "H. A. Harrow", type="copies")
    tree = element("div", element("p", "Mr. Harrow met Rose Woods."), element("closer", copies))
    said = "Mr. [Harrow>HHA1] met [Rose Woods>WR1].cc: Mr. [Oates>OATES1]|[Rose Woods>WR1]|[H. A. Harrow>HHA1]"
    assert shown(annotate(tree)[0]) == said


def test_a_title_of_one_letter_may_end_a_text():
    assert marked("Visite de M. ", "M", people=None) == "Visite de M. \nM"
