"""Eastern names of a list, and who or what else is called by a part of one."""

from __future__ import annotations

import re

import pytest
from people_helpers import listed, marked

PEOPLE = listed("""
  • Chou Wen-li, Premier
  • Kong Lam, General
  • Minh Duc, monk
  • Nguyen Van Thien, Colonel
  • Pham Van Dong, Premier
  • Quang Tin, monk
  • Dinh, see Ton That Dinh
  • Ton That Dinh, Major General
  • Faisal, King
  • Kamel, Yahya, Minister
  • Salah, Walid, Minister
  • Surur, Muhammed, Sheikh, Minister
  • Yasin, Mustafa, Ambassador
""")

NOBODY = {
    "a colony": "Repeated to Bangkok, Hong Kong and London.",
    "a province, by its last word": "The camps are in Thua Thien and in Binh Dinh.",
    "a province, by its first word": "The camps are in Dinh Tuong, and in Dong Hoi.",
    "a province in the south": "They saw Quang Nam province.",
    "a forename before al-Din": "Mr. Salah al-Din Roehamp came, and Mr. Kamel Eddin Doe.",
    "an article with a capital": "They reinstated President Salah Al-Roehamp.",
}
NAMED = {
    "alone": "The camps of [Thien>NVT1] and [Dinh>DINH1] are there. General [Kong>KL1] saw [Quang>QT1].",
    "after a title": "General [Thien>NVT1], Premier [Chou>CW1] and Mr. [Dong>PVD1] agreed.",
    "before a month or a weekday": "He saw [Thien>NVT1] January 10, [Chou>CW1] Saturday and [Thien>NVT1] Wed. at noon.",
    "before a verb in a headline": "[Thien>NVT1] Killed by Troops",
    "where a sentence begins": "Although [Thien>NVT1] came, [Dong>PVD1] left. If [Chou>CW1] agrees, go on.",
    "a forename that is all of a name": "King [Faisal>FAISAL1] al-Roehamp came.",
    "without what goes on a forename": "[Salah>SW1] and [Kamel>KY1] met.",
    "another spelling of a forename": "[Shaikh Mohammed Surur>SM1] and [Mostafa Yasin>YM1] came.",
}


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY)
def test_nobody_is_named(text):
    assert marked(text, people=PEOPLE) == text


@pytest.mark.parametrize("expected", NAMED.values(), ids=NAMED)
def test_somebody_is_named(expected):
    text = re.sub(r"\[(.+?)>\w+\]", r"\1", expected)
    assert marked(text, people=PEOPLE) == expected
