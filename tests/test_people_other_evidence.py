"""What speaks against the one of a list who has the name: forename, sex, office, time; and what is no name at all."""

from __future__ import annotations

import pytest
from people_helpers import annotate, body, listed, shown
from test_people_mentions import plain

from teiconv.names.mark import mark_names
from teiconv.names.people.annotator import Sources

PEOPLE = listed("""
  • Chiang Wu-lai, Generalissimo, President of the Republic of Ruritania
  • Duong Van Thieu, President of Zenda
  • Duong Thi Lanh, Foreign Minister
  • Forrest, James V., Secretary of the Navy
  • Harrow, Henry S., President of the United States
  • Lorca, Juan, President of Ruritania
  • Lorca, María Estela Mora de (Isabel), Vice President of Ruritania
  • Maung Thin, Brigadier, Burmese Army
  • Oakley, Eleanor, widow of Franklin D. Oakley
  • Oates, George, British Foreign Secretary (later Lord George-Oates)
  • Oates, Harold, Secretary of the Navy
  • Said, Hakki, Prime Minister
  • Smyth, Ian, Prime Minister of Ruritania
  • Torrance, Moses, Ambassador to Ruritania
  • Vance, General Cyrus, Ambassador to Zenda
""")

CASES = {
    "a widow is not called by the bare surname": "Oakley said so; Mrs. [Oakley>OE1] and [Eleanor Oakley>OE1] agreed.",
    "a short forename that she does not have": "Kim Oakley came with Pat Oakley.",
    "a short forename that he does not have": "Then Kim [Smyth>?SI1] came with [Smyth>SI1].",
    "a bare surname is the husband's, wherever his wife is": "[Lorca>LJ1] is back; [Isabel Lorca>LMEMD1] waits.",
    "two surnames may be forename and surname": "He saw [Harrow>?HHS1] [Smyth>?SI1]; [Harrow>HHS1] saw [Smyth>SI1].",
    "a lord with his forename": "They met Lord [George-Oates>OG1].",
    "half of another's name": "They met Mr. Dalton-Smyth, and heard of the [Harrow>HHS1]-[Smyth>SI1] talks.",
    "the wife of an eastern president": "Madame Chiang Wu-lai and Madame Chiang met President [Chiang>CW1].",
    "the wife of a Vietnamese": "Mme. Duong Van Thieu met Mme. [Duong Thi Lanh>DTL1] and [Duong Van Thieu>DVT1].",
    "a Secretary who never was one": "Secretary [Smyth>?SI1] met Premier [Smyth>SI1] and Secretary [Forrest>FJV1].",
    "a general of whom no rank is said": "General [Torrance>?TM1] met General [Vance>VC1]; [Torrance>TM1] left.",
    "a doctor and a brigadier": "Dr. [Maung Thin>?MT1] met Brigadier [Maung Thin>MT1].",
    "a ship": "The Forrest sailed when [Forrest>FJV1] came; the [Forrest>FJV1] papers tell of the Forrest.",
    "a verb in front": "Said he would come. [Hakki Said>SH1] went. [Said>SH1] agreed.",
}


@pytest.mark.parametrize("expected", CASES.values(), ids=CASES)
def test_evidence_against_the_one_of_the_list(expected):
    assert "".join(shown(annotate(body(plain(expected)), PEOPLE)[0])) == expected


TIMES = listed("""
  • Brown, Harold, Secretary of Defense, January 1977–January 1981
  • Brown, George, British Foreign Secretary, 1966–1968
  • Diem, Ngo Dinh, President of Ruritania until his death in November 1963
  • Dover, Allen, Director of Plans, 1953–1961
  • Dover, Foster, Secretary of State, 1953–1959
  • Lodge, Henry (1902–1985), Ambassador to Zenda (1963–1964)
  • Smyth, Ian, Prime Minister of Zenda
  • Smyth, Walter, Under Secretary of State, 1953–1954
  • Wilson, Charles, Secretary of Defense, 1953–1957
  • Wilson, Edwin, Ambassador to Zenda, 1945–1948
  • Vance, Cyrus, Secretary of State, 1977–1980
  • Wilson, Harold, British Prime Minister, 1964–1970, 1974–1976
""")

IN_TIME = [
    ("1967-06-08", "[Wilson>?WH1] saw Mr. [Brown>?BG1]."),
    ("1968-06-08", "Secretary [Wilson>?WC1] is spoken of."),
    ("1975-06-08", "[Wilson>?WH1] was told."),
    ("1949-06-08", "Secretary [Vance>?VC1] was told; Mr. [Vance>VC1] was not."),
    ("1973-06-08", "[Wilson>??WH1] was told."),
    ("1955-06-08", "[Wilson>?WC1] was told."),
    ("1977-06-08", "[Smyth>?SI1] must go."),
    ("1954-06-08", "[Smyth>??SI1 SW1] must go."),
    ("1971-06-08", "[Dover>??DF1 DA1] would not."),
    ("1971-06-08", "President [Diem>?DND1] fell; [Ngo Dinh Diem>DND1] was killed."),
    ("1963-10-08", "President [Diem>DND1] falls."),
    ("1966-10-08", "Mr. [Lodge>LH1] is back."),
    ("1986-10-08", "Mr. [Lodge>?LH1] was back."),
]


@pytest.mark.parametrize(("date", "expected"), IN_TIME)
def test_who_is_of_another_time_gives_way_or_is_in_doubt(date, expected):
    named = mark_names(body(plain(expected)), Sources(TIMES, date=date))
    assert shown(named.body) == expected


UNLISTED = [
    "President [Chiang>CW1] met Mr. [Vost>VOST1]. Madame [Chiang>CHIANG1] came; Madame [Chiang>CHIANG1] spoke.",
    "Mr. [Forrest>FJV1] came with Mrs. [Forrest>FORREST1]; [Forrest>FJV1] left.",
    "Mr. [Forrest>FJV1] came; [Forrest>FJV1] left.",
]


@pytest.mark.parametrize("expected", UNLISTED)
def test_a_wife_who_is_not_listed_is_a_person_of_the_document_if_those_are_named(expected):
    named = mark_names(body(plain(expected)), Sources(PEOPLE, unlisted=True))
    assert shown(named.body) == expected
