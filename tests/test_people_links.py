"""Whom a mention means: one of several of the same name, speakers by initial, and what an editor decides."""

from __future__ import annotations

import pytest
from lxml import etree
from people_helpers import LIST, annotate, body, listed, marked
from test_people_mentions import plain

import teiconv
from teiconv.model import element
from teiconv.names.lists.decisions import COLUMNS, doubtful, load_links, to_csv
from teiconv.names.lists.tei import list_of_persons
from teiconv.names.people.decisions import LinkDecision as Decision


def test_the_office_beside_the_name_decides():
    assert marked("President Johnson said so.") == "President [Johnson>JLB1] said so."
    assert marked("The Secretary of Defense (Brown) agreed.") == "The Secretary of Defense ([Brown>?BH1]) agreed."
    assert "[Brown>BGS1]" in marked("The Chairman of the Joint Chiefs of Staff (Brown) agreed.")


def test_the_secretary_of_a_president_is_no_president():
    people = listed("  • Roe, Ann M., Secretary to President Roe\n  • Roe, Paul, President of Ruritania")
    assert marked("President Roe came.", people=people) == "President [Roe>RP1] came."
    assert marked("Secretary Roe came.", people=people) == "Secretary [Roe>RAM1] came."


def test_of_two_in_one_bureau_the_one_whose_whole_office_stands_there_is_likely():
    people = listed(
        "  • Moss, Ann, Officer in Charge of Lebanon Affairs, Office of Near Eastern Affairs, Department of State\n"
        "  • Moss, Paul, Assistant Secretary of State for Near Eastern, South Asian, and African Affairs"
    )
    office = "Assistant Secretary of State for Near Eastern, South Asian, and African Affairs"
    assert marked(f"The {office} (Moss) agreed.", people=people).endswith("([Moss>?MP1]) agreed.")


def test_who_is_named_in_full_is_likely_meant_by_the_surname():
    assert marked("Harold Brown came.", "Mr. Brown said so.").endswith("Mr. [Brown>?BH1] said so.")


def test_who_is_named_in_full_only_later_is_a_guess_if_a_namesake_holds_a_high_office():
    people = listed("  • Hale, Ann, President of the United States\n  • Hale, Bert, Counselor of Embassy")
    assert marked("Hale came.", "Bert Hale, too.", people=people).startswith("[Hale>??HB1 HA1] came.")
    assert marked("Bert Hale came.", "Then Hale, too.", people=people).endswith("Then [Hale>?HB1], too.")


def test_an_assistant_to_the_president_is_not_president():
    people = listed(
        "  • Hale, Bert, Staff Secretary and Assistant to the President\n  • Hale, Ann, President of the United States"
    )
    assert marked("President Hale said so.", people=people) == "President [Hale>HA1] said so."


@pytest.mark.parametrize("reverse", [False, True])
def test_an_office_beside_one_mention_counts_for_the_others_wherever_the_entry_stands(reverse):
    entries = sorted(["  • Hale, Bert, Director of Central Intelligence", "  • Hale, Ann, Counselor"], reverse=reverse)
    said = marked(
        "The Director of Central Intelligence (Hale) agreed.", "Mr. Hale left.", people=listed("\n".join(entries))
    )
    assert said.endswith("Mr. [Hale>?HB1] left.")


def test_a_rank_of_the_list_decides():
    assert marked("General Brown said so.") == "General [Brown>BGS1] said so."


def test_a_link_that_nothing_decides_points_to_all_and_says_so():
    assert marked("Mr. Smith said so.") == "Mr. [Smith>??SAA1 SZB1] said so."


def test_the_higher_office_is_likelier_and_the_link_says_that_it_is_a_guess():
    assert marked("Mr. Johnson said so.") == "Mr. [Johnson>??JLB1 JUA1] said so."


def test_the_last_of_the_name_is_likely_meant_where_nothing_else_decides():
    text = marked("President Johnson came. Johnson left.")
    assert text == "President [Johnson>JLB1] came. [Johnson>?JLB1] left."


HALES = """
  • Hale, Ann, President of the United States
  • Hale, Kermit (Kim), officer of the Bureau
  • Hale, Eleanor (Nell), widow of President Hale
  • Hale, William I., Secretary of State
  • Hale, General Duong Van (“Big Hale”), Chairman
"""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Kim Hale came.", "[Kim Hale>HK1] came."),
        ("Nell Hale came.", "[Nell Hale>HE1] came."),
        ("President Hale came.", "President [Hale>HA1] came."),
        ("Mrs. Hale came.", "Mrs. [Hale>?HE1] came."),
        ("Big Hale came with Duong Van Hale.", "[Big Hale>HDV1] came with [Duong Van Hale>HDV1]."),
    ],
    ids=["nickname", "nickname of a widow", "widow of a president", "widow", "nickname with the surname, in quotes"],
)
def test_what_an_entry_says_of_nicknames_and_relatives_tells_people_of_one_surname_apart(text, said):
    assert marked(text, people=listed(HALES)) == said


def test_a_senator_is_hardly_who_is_listed_with_another_office():
    people = listed("  • Doe, Zoe, Senator from Ohio\n  • Roe, Richard, Director of Plans\n  • Poe, Ada, President\n")
    expected = "Senator [Roe>?RR1] came. Senators [Roe>?RR1], [Doe>DZ1] and [Poe>PA1] agreed. [Roe>RR1] planned."
    assert marked(plain(expected), people=people) == expected


def test_who_is_listed_as_a_wife_bears_no_office():
    people = listed("  • Roe, Patricia, wife of Richard Roe\n  • Roe, Richard, Vice President")
    assert marked("Senator Roe and Pat Roe came.", people=people) == "Senator [Roe>RR1] and [Pat Roe>RP1] came."


def test_rulers_of_one_name_are_told_apart_by_their_numerals():
    people = listed(f"{LIST}  • William I, German Emperor\n  • William II, German Emperor\n  • Leo XIII, Pope\n")
    said = marked("Emperor William II, William I, and Pope Leo XIII agreed.", people=people)
    assert said == "Emperor [William II>WI2], [William I>WI1], and Pope [Leo XIII>LX1] agreed."


def test_the_pronoun_behind_a_name_is_no_numeral():
    people = listed("  • Roe, Richard, clerk")
    assert marked("With Richard Roe I agreed.", people=people) == "With [Richard Roe>RR1] I agreed."


def test_the_son_of_another_father_is_another():
    people = listed("  • Faisal ibn Saud, King\n  • Ky, see Nguyen Cao Ky\n  • Nguyen Cao Ky, Prime Minister")
    assert (
        marked("Prince Faisal bin Turki left Tran Van Ky.", people=people)
        == "Prince Faisal bin Turki left Tran Van Ky."
    )


def test_letters_of_the_north_are_written_without_their_signs():
    people = listed("  • Guðmundsson, Guðmundur Í., Foreign Minister\n  • Þórðarson, Björn, Prime Minister")
    assert (
        marked("Mr. Gudmundsson and Mr. Thordarson", people=people) == "Mr. [Gudmundsson>GGI1] and Mr. [Thordarson>OB1]"
    )


def test_a_name_that_a_hyphen_parts_at_the_end_of_a_line_is_one_name():
    people = listed("  • Macmillan, Harold, Prime Minister\n  • Nixon, Richard M., President")
    text = "Harold Macmil-\nlan met the Nixon-\nera men.\n\nThen Mr. Mac-\nmillan left."
    marks = [
        "".join(name.itertext())
        for name in etree.fromstring(teiconv.to_tei(f"Memorandum\n\n{text}", teiconv.Options(persons=people))).iter(
            "{*}persName"
        )
        if name.get("ref")
    ]
    assert marks == ["Harold Macmil-lan", "Nixon", "Mac-millan"]


def test_an_entry_that_refers_to_another_is_whom_its_words_mean():
    people = listed(f"{LIST}  • Ionescu, Ion, see Jonescu\n  • Jonescu, Ion, Foreign Minister\n")
    assert marked("Jonescu and Mr. Ionescu", people=people) == "[Jonescu>JI1] and Mr. [Ionescu>II1]"


def test_an_entry_may_refer_to_another_in_brackets():
    people = listed("  • Roehamp (see Adam Roehamp)\n  • Adam Roehamp, M., Secretary\n  • Roe, Richard, clerk\n")
    assert [person.same_as for person in people.persons] == ["Adam Roehamp, M.", "", ""]


def test_an_entry_that_refers_stands_for_its_very_words():
    people = listed(
        "  • Trinh, see Nguyen Huu Trinh\n  • Nguyen Huu Trinh, Minister of Works\n  • Roe, Richard, clerk\n"
        "  • Orsini (Ursini, Orsyni), Carlo, engineer"
    )
    told = marked("General Trinh and Nguyen Huu Trinh", people=people)
    assert told == "General [Trinh>TRINH1] and [Nguyen Huu Trinh>NHT1]"
    assert marked("Mr. Ursini and Mr. Orsyni", people=people) == "Mr. [Ursini>OC1] and Mr. [Orsyni>OC1]"


def test_a_wife_listed_by_the_name_of_her_husband_is_meant_after_madame_alone():
    people = listed(
        "  • Nguyen Huu Trinh, Minister of Works\n  • Nguyen Huu Trinh, Madame, wife of Nguyen Huu Trinh\n"
        "  • Roe, Richard, clerk"
    )
    told = marked("Trinh spoke before Madame Trinh did, and Mrs. Trinh agreed with Mr. Trinh.", people=people)
    assert told.count(">NHT1]") == 2
    assert told.count(">NHT2]") == 2


def test_the_same_name_in_another_order_is_one_person():
    people = listed("  • Thant, U, Secretary-General\n  • U Thant, see Thant, U\n  • Roe, Richard, clerk")
    assert marked("U Thant and Thant", people=people) == "[U Thant>TU1] and [Thant>TU1]"


def test_speakers_by_their_initial():
    talk = ["Mr. Kissinger called Ambassador Dobrynin.", "K: Good morning.", "D: Good morning.", "K: Well.", "D: Yes."]
    lines = marked(*talk).splitlines()
    assert lines[1:] == ["[K>?KHA1]: Good morning.", "[D>?DAF1]: Good morning.", "[K>?KHA1]: Well.", "[D>?DAF1]: Yes."]


def test_one_line_with_a_letter_makes_no_speaker():
    assert marked("Mr. Kissinger came.", "K: his mark").endswith("\nK: his mark")


SIGNERS = listed("""
  • Rowan, Cyrus W., Adviser
  • Marsh, Leonard, Consul
  • Mackey, McGregor, Director
  • Vane, Thomas, Minister
  • Vane, Theodore, clerk
""")


@pytest.mark.parametrize(
    ("signed", "expected"),
    [
        ("Cyrus", "[Cyrus>?RCW1]"),
        ("Cy", "[Cy>?RCW1]"),
        ("Len M.", "[Len M.>?ML1]"),
        ("McG. M.", "[McG. M.>?MM1]"),
        ("Len R.", "Len R."),
        ("Tom", "Tom"),
        ("Cy and Len", "Cy and Len"),
        ("RCW", "RCW"),
        ("Yours", "Yours"),
    ],
)
def test_who_signs_by_a_forename_is_the_only_one_named_who_has_it(signed, expected):
    found = marked("Mr. Rowan, Marsh and Mackey met.", element("signed", signed), people=SIGNERS)
    assert found.endswith(f"\n{expected}")


def test_two_of_one_forename_sign_for_neither():
    people = listed("  • Rowan, Cyrus W., Adviser\n  • Marsh, Cyrus, Consul")
    assert marked("Mr. Rowan met Mr. Marsh.", element("signed", "Cy"), people=people).endswith("\nCy")


TWO = ("Mr. Smith said so.", "Mr. Smith said more.")


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        (Decision("d1", "Smith", 2, "p_SZB1"), ["??SAA1 SZB1", "SZB1"]),
        (Decision("*", "Smith", None, "p_SZB1"), ["SZB1", "SZB1"]),
        (Decision("d2", "Smith", None, "p_SZB1"), ["??SAA1 SZB1", "??SAA1 SZB1"]),
        (Decision("d1", "Smith", 1, "-"), ["", "??SAA1 SZB1"]),
        (Decision("d1", "Smith", 1, "p_OF_ANOTHER_LIST"), ["??SAA1 SZB1", "??SAA1 SZB1"]),
    ],
)
def test_decisions(decision, expected):
    lines = marked(*TWO, decisions=[decision]).splitlines()
    assert [line.partition(">")[2].partition("]")[0] for line in lines] == expected


def test_a_decision_about_one_mention_outweighs_one_about_all():
    decisions = [Decision("*", "Smith", None, "p_SAA1"), Decision("d1", "Smith", 2, "-")]
    assert marked(*TWO, decisions=decisions) == "Mr. [Smith>SAA1] said so.\nMr. Smith said more."


def test_doubtful_links_come_out_as_a_table_and_go_back_in_as_decisions():
    tree, people = annotate(body(*TWO, "Nixon"), listed())
    rows = list(doubtful("d1", tree, list_of_persons(people)))
    assert [row[:5] for row in rows] == [("d1", "Smith", "1", "", "low"), ("d1", "Smith", "2", "", "low")]
    assert rows[0][5:] == ("p_SAA1 Smith, Adam A.; p_SZB1 Smith, Zoe B.", "Mr. [Smith] said so.")
    filled = [(*row[:3], "p_SZB1", *row[4:]) for row in rows[1:]]
    decisions = load_links([("table.csv", to_csv([rows[0], *filled]).encode())])
    assert decisions == (Decision("d1", "Smith", 2, "p_SZB1"),)
    assert "more" not in COLUMNS
    assert "[Smith>SZB1]" in marked(*TWO, decisions=decisions).splitlines()[1]


def test_a_link_that_an_editor_decided_is_not_doubtful():
    decided = element("persName", "Smith", ref="#p_SAA1", cert="high", resp="#editor")
    assert list(doubtful("d1", element("div", element("p", decided, " said so.")), ())) == []


def test_people_who_are_not_in_the_list_are_named_if_asked_for_and_marked():
    text = (
        "12. Memorandum for the Files\n\nMr. Doe met Ambassador Henrik Solberg. Solberg had seen Mr. Roe and John Doe."
    )
    listed_only = teiconv.to_tei(text, persons=listed("  • Doe, John, clerk\n  • Roe, Richard, clerk"))
    assert b"<surname>Solberg" not in listed_only
    root = etree.fromstring(
        teiconv.to_tei(text, persons=listed("  • Doe, John, clerk\n  • Roe, Richard, clerk"), unlisted=True)
    )
    (found,) = root.iterfind(".//{*}listPerson[@resp='#teiconv']/{*}person")
    assert found.findtext(".//{*}surname") == "Solberg"
    names = [name.text for name in root.iterfind(".//{*}p//{*}persName")]
    assert names == ["Doe", "Henrik Solberg", "Solberg", "Roe", "John Doe"]


def test_the_title_of_a_ruler_is_of_those_whose_entries_give_it():
    people = listed(
        "  • Roe, Edith, widow of President Roe\n  • Roe, Frank, President from 1933 until 1945\n"
        "  • Roe, Thomas, President from 1901 until 1909\n  • Roe, Kermit, officer\n"
    )
    told = marked("Edith Roe wrote. President Roe read it.", people=people)
    assert told == "[Edith Roe>RE1] wrote. President [Roe>??RF1 RT1] read it."


@pytest.mark.parametrize(("year", "ambassador"), [("1956", "p_ZC1"), ("1983", "p_ZR1")])
def test_an_office_of_a_later_year_does_not_count(year: str, ambassador: str):
    people = listed("  • Zell, Conrad, Secretary of the Treasury\n  • Zell, Rupert, Ambassador to Utopia from 1981")
    text = f"12. Memorandum for the Files\n\nZenda, May 5, {year}.\n\nHe saw Ambassador Zell. Conrad Zell reported.\n"
    root = etree.fromstring(teiconv.to_tei(text, persons=people))
    assert root.find(".//{*}body//{*}p/{*}persName").get("ref") == f"#{ambassador}"
