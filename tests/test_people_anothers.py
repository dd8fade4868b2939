"""Names of a list that are part of another's name: a wife's, a further surname's, a family's; and titles of couples."""

from __future__ import annotations

import pytest
from people_helpers import listed, marked
from test_people_mentions import plain

PEOPLE = listed("""
  • Chang Ching-lu, Premier
  • Duong Van Minh, General
  • Mora Solis, Arturo, President of Ruritania until 1970
  • Oakley, Major John S., Ambassador
  • Tessin, Patricia (Pat), wife of President Tessin
  • Tessin, Richard M., President of the United States
  • Ward, Makonnen Habte, Minister
  • Lord, Winston, member, NSC Staff
  • Roe, Loy W., Ambassador
""")

CASES = {
    "another family before the forenames": "[Duong Van Minh>DVM1] came. Tran Van Minh is in Tunis.",
    "another forename before a second one": "Aklilou Habte Ward is the brother of [Makonnen Habte Ward>WMH1].",
    "a given name of two parts is no surname": "[Chang Ching-lu>CC1] came; Chang Ching is the Chairman’s wife.",
    "a wife by her husband's name": "Doña Rosa Bussi de Mora and Maria Ruiz-Tagle de Mora saw [Mora>MSA1].",
    "another second surname": "Arturo Mora Besa, nephew of [Arturo Mora Solis>MSA1], knows [Arturo Mora>MSA1].",
    "no surname behind the name": "the [Arturo Mora>MSA1] Government",
    "a surname between forename and surname": "Julia Tessin [Oakley>?OJS1] came with [Oakley>OJS1].",
    "a bare surname is the husband's": "[Tessin>TRM1] wrote; Mrs. [Tessin>TP1] and [Pat Tessin>TP1] did not.",
    "the titles of a couple": "Lord and Lady Cromer saw Mr. [Lord>LW1].",
    "what a maker makes": "The Roe plant makes Roe trucks.",
    "a town called after somebody": "The Consul General in Ciudad Tessin saw President [Tessin>TRM1].",
    "a quarter on a hill": "They sit in Jabal Tessin with President [Tessin>TRM1].",
    "capitals, with a title": "SIR NEVILE [ROE>?RLW1] OF BERLIN FAME, NOT LOY AS AMBASSADOR [ROE>RLW1]",
    "a sentence ends behind a rank": "He saw the Generalissimo. Mrs. [Tessin>TP1] came.",
}


@pytest.mark.parametrize("expected", CASES.values(), ids=CASES)
def test_part_of_another_name(expected):
    assert marked(plain(expected), people=PEOPLE) == expected


def test_a_wife_is_in_doubt_if_the_list_has_another_woman_and_men_of_the_name():
    people = listed("  • Roe, Eleanor, Officer in Charge\n  • Roe, John F., Secretary of State\n")
    expected = "Mrs. [Roe>?RE1] slept, and Miss [Roe>RE1] came."
    assert marked(plain(expected), people=people) == expected


def test_the_president_of_a_university_is_not_called_president_before_another():
    people = listed("  • Roe, Milton, President, Zenda University\n  • Roe, Paul D., President of the United States\n")
    assert marked("President Roe spoke.", people=people) == "President [Roe>RPD1] spoke."


def test_the_office_decides_against_who_is_named_in_full_elsewhere():
    people = listed("  • Roe, Allen, Director of Plans\n  • Roe, John F., Secretary of State, 1953–1959\n")
    said = "Mr. Allen Roe came. Then Mr. Allen Roe spoke, and so did Mr. Allen Roe. Secretary Roe looked better."
    assert marked(said, people=people).endswith("Secretary [Roe>?RJF1] looked better.")
