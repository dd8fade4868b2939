"""Mentions of listed persons: every form of a name, and what is none."""

from __future__ import annotations

import pytest
from growth import grows_in_proportion
from hypothesis import given, settings
from hypothesis import strategies as st
from people_helpers import LIST, PEOPLE, annotate, body, listed, marked

from teiconv.model import Element, element, flatten
from teiconv.names.people.index import FoundPeople, forms_of
from teiconv.names.people.names import WORD, fold, folded
from teiconv.names.people.person import NamePart, PersonName
from teiconv.names.people.tokens import Tokens
from teiconv.names.runs import NOTABLE, Run

# what | text with the expected marks
NAMES = """
full name                   | Then [Henry A. Kissinger>KHA1] spoke.
surname                     | The paper went to [Kissinger>KHA1].
with a title                | Ambassador [Dobrynin>DAF1] and Dr. [Kissinger>KHA1] met.
possessive                  | [Kissinger>KHA1]’s view, and [Rogers>RWP1]' view
in capitals                 | FROM: [HENRY A. KISSINGER>KHA1]
hyphenated pair             | the [Kissinger>KHA1]-[Dobrynin>DAF1] channel
nickname                    | [Bill Rogers>RWP1] called.
initials                    | [W.P. Rogers>RWP1] and [U. Alexis Johnson>JUA1]
other spelling of forename  | [Anatoliy F. Dobrynin>DAF1]
suffix, not in the list     | a note to [Richard Nixon, Jr.>?NRM1], in London
abbreviated forename        | [Wm. Rogers>RWP1]
a sentence ends             | I saw Henry. [Kissinger>KHA1] spoke.
husband and wife            | Mr. and Mrs. [Rogers>RWP1], Ambassador and Mrs. [Green>GM1]
unlisted forename           | Sapphira [Kissinger>?KHA1] left, and Drusilla [Rogers>?RWP1] with her.
forename of a woman         | Imelda Rogers left.
a title of somebody else    | Bishop [Rogers>?RWP1] and President [Dobrynin>?DAF1]; President [Nixon>NRM1]
speaker                     | [Nixon>NRM1]: Well, all right.
surname first               | [Chou En-lai>CE1] said; [Chou>CE1] added
surname first, in capitals  | PREMIER [CHOU EN-LAI>CE1]
apostrophe in the list      | Mr. [Ch’iao>CK1] and [Chiao Kuan-hua>CK1]
called by the first word    | Prime Minister [Thanom>TK1] and [Thanom Kittikachorn>TK1]
called by the last word     | President [Thieu>NVT1] and [Nguyen Van Thieu>NVT1]
particle                    | With [de Gaulle>DGC1] and President [De Gaulle>DGC1]
apostrophe in the name      | [O’Neill>OC1] and [O'Neill>OC1]
half of a double name       | Lord [Home>DA1] agreed.
the other half of one       | Mr. Douglas agreed, and so did Lew Douglas.
a nickname of another       | Al [Rogers>?RWP1] came; [Kissinger>KHA1] saw Lew [Rogers>?RWP1].
knight by his forename      | Sir [Alec>DA1] asked.
misspelt, with a forename   | [Henry Kissigner>?KHA1]
a file in a library         | Carter Library, [Kissinger>KHA1] File, Box 4
the President's papers      | the [Nixon>NRM1] Presidential Materials, the [Nixon>NRM1] Doctrine
ordinary word, with title   | Senator [Case>CCP1] agreed.
ordinary word, with forename| [Marshall Green>GM1] went. [Green>GM1] said no.
after U.S., no initial       | They left the U.S. [Kissinger>KHA1] stayed. He was in the U.N. [Rogers>RWP1] agreed.
a title that is a surname   | Mr. [Lord>LW1] took notes.
Monsieur, no initial        | He saw M. [De Gaulle>DGC1] and M. [Rogers>RWP1].
Prime Minister, no initials | H.E. [Thanom>TK1] saw P.M. [Thanom>TK1].
the hour, no initial        | They leave at 2230Z. [Kissinger>KHA1] asked Haig to call.
initials without points     | [HA Kissinger>KHA1] signed, and [WP Rogers>RWP1].
perhaps a namesake          | He met Drusilla [Rogers>?RWP1] for Zebulon [Kissinger>?KHA1].
word after a whole office   | the Secretary of Defense [Green>GM1] and the Minister of Justice [Case>CCP1]
a thing with a number       | Senator [Case>CCP1] spoke; see Case 4.
after an adjective          | Presidential Adviser [Kissinger>KHA1], Deputy [Rogers>RWP1]
after an unknown title      | the PermRep [Rogers>RWP1]; Secretary of Agriculture [Rogers>RWP1]; Fin Min [Rogers>RWP1]
"""

NOBODY = """
another's forename          | Robert Rogers and Chou Shu-kai
a library                   | the Johnson Library, the Nixon Library
held by a library           | Carter Library, Staff Material, Kissinger Office File
papers in a library         | Carter Library, Kissinger Papers, Box 4
a lot of the Department      | Department of State, Kissinger Files: Lot 64 D 327
an ordinary word            | In that case the green light. Case studies follow. The Dean of Yale.
a forename of another       | Dean Acheson and Marshall Plan
a title                     | Lord Hunt spoke.
part of a longer word       | Nixonian, Rogersville
in small letters            | nixon and brown
a woman of this name        | Mrs. Rogers, Miss Kissinger and Mrs. William P. Rogers came; he and Mrs. Nixon left.
another woman               | Yvonne Rogers and Virginia Nixon
another's forename          | Ruth Nixon, Maria Rogers and Henry Rogers
a ship, a commission, a line | the USS Rogers, the U.S.S. Nixon, the Rogers Commission, the Nixon Line
a place                     | Home Front and Green Bay
another's, before an initial | Johnson M. Weatherby and Rogers T. Oakes came.
a law                       | under the Nixon Amendment and the Rogers Bill
a trail                     | along the Thanom trail
"""


def cases(table: str) -> list[tuple[str, ...]]:
    return [tuple(cell.strip() for cell in line.split("|", 1)) for line in table.strip().splitlines()]


def plain(text: str) -> str:
    """Return ``text`` without its marks."""
    out = text
    while "[" in out:
        before, _, rest = out.partition("[")
        name, _, rest = rest.partition(">")
        out = before + name + rest.partition("]")[2]
    return out


@pytest.mark.parametrize(("what", "expected"), cases(NAMES))
def test_names(what, expected):
    assert marked(plain(expected)) == expected


@pytest.mark.parametrize(("what", "text"), cases(NOBODY))
def test_no_names(what, text):
    assert marked(text) == text


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("Roehamp, Yusuf Sheikh", "[Shaikh Yusuf>RY1] and [Yusuf Roehamp>RY1]; Yusuf alone"),
        ("Roehamp, Sheikh Yusuf", "[Sheikh Yusuf>RY1] and [Sheikh Yusuf Roehamp>RY1]; Yusuf alone"),
        ("Underwood-Major, Sir John", "Major units; Mr. [Underwood>UJ1] and Sir [John>UJ1]; John alone"),
    ],
)
def test_some_titles_go_with_a_forename_alone(entry, expected):
    assert marked(plain(expected), people=listed(f"  • {entry}, Minister\n  • Roe, Richard, clerk\n")) == expected


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        ("Громыко, Андрей А., министр", "Тогда Громыко и Андрей Громыко вошли; громыко нет"),
        ("Çelik, Vahit, Ambassador", "Then Çelik and Vahit Çelik came; not çelik"),
        ("Karamanlis, Constantine, Premier", "Ka\u0301ramanlis, Karamanlís and Constantine Karamanlis"),
    ],
)
def test_names_in_other_letters(entry, text):
    tree, people = annotate(body(text), listed(f"\nPersons\n\n  • {entry}\n"))
    assert len(people) == 1
    assert sum(isinstance(node, Element) for node in tree.content[0].content) == 2 + text.startswith("K")


def test_an_adjective_before_people_is_no_name_though_the_document_has_the_person():
    people = listed("\n  • Young, Kenneth T., Ambassador\n  • Roe, John, Consul\n")
    expected = "Ambassador [Young>YKT1] came. Young people gathered, and [Young>YKT1] saw them."
    assert marked(plain(expected), people=people) == expected


def test_an_ordinary_word_is_a_name_once_the_document_says_whose():
    assert marked("Green said no.") == "Green said no."
    assert marked("Ambassador Green came.", "Green said no.") == "Ambassador [Green>GM1] came.\n[Green>GM1] said no."


GENERATIONS = """
Persons

  • Harrington, Peter, III, Vice Consul in Lima
  • Harrington, Peter, Jr., Counselor of Embassy in Lima
  • Harrington, Peter, Sr., banker
"""


@pytest.mark.parametrize(
    "expected",
    [
        "[Peter Harrington III>HPI1] met [Peter Harrington, Jr.>HPJ1].",
        "Mr. [Harrington, Jr.>HPJ1], wrote to [Harrington Sr.>HPS1]",
        "Peter Harrington IV was not there.",
    ],
)
def test_the_generation_decides_between_namesakes(expected):
    assert marked(plain(expected), people=listed(GENERATIONS)) == expected


def test_a_woman_is_linked_to_her_own_entry():
    people = listed("\n  • Roe, Jane, Consul\n  • Doe, Ngaio, Consul\n  • Chiang Kai-shek, Madame, wife\n")
    expected = "Mrs. [Roe>RJ1], Miss [Doe>?DN1] and Madame [Chiang>CK1] met."
    assert marked(plain(expected), people=people) == expected


PAIRS = """
Persons

  • Aldous, C. Martin, Under Secretary
  • Bertram, Aldous, Special Assistant to the President
  • Frayne, George, Ambassador
  • George, Walter F., Senator
  • West, Adam S., Deputy Assistant Secretary
"""


@pytest.mark.parametrize(
    "expected",
    [
        "Mr. [Aldous Bertram>BA1] briefed Mr. [Aldous>ACM1].",
        "A CALL TO [ALDOUS BERTRAM>BA1]",
        "[George Q. Frayne>FG1] and Senator [George>GWF1]",
    ],
)
def test_a_surname_that_is_the_forename_of_the_next_name(expected):
    assert marked(plain(expected), people=listed(PAIRS)) == expected


def test_a_word_of_the_descriptions_is_no_forename():
    people = listed("\n  • Doe, Ann, Minister without Portfolio\n  • Roe, Bert, Kapellmeister at Court\n")
    expected = "To Kapellmeister [Doe>DA1], then to Zebulon [Doe>?DA1]."
    assert marked(plain(expected), people=people) == expected


def test_whose_family_name_stands_first_is_another_person():
    people = listed("\n  • Tri, Quang, monk\n  • Nguyen Van Thieu, President\n")
    assert marked("Tri met Nguyen Bao Tri.", people=people) == "[Tri>TQ1] met Nguyen Bao Tri."


STRANGE = """
Persons

  • al-Bassam, Yazid, Ambassador
  • De Corval, Anselm, Counselor
  • Fairley, Alban J.K., Ambassador
  • Marchand, Olive, Director
  • Dueng Van Hoc, General
  • Nguyen Van Luc, Minister
"""


@pytest.mark.parametrize(
    "expected",
    [
        "Ambassador [Yazid al-Bassam>BY1] met Mr. [Anselm De Corval>DCA1].",
        "H.E. [Yazid al-Bassam>BY1], S.E.M. [De Corval>DCA1], M. [Olive Marchand>MO1]",
        "[J.K. Fairley>FAJK1] and [A.J.K. Fairley>FAJK1] are one, J.A. Fairley is another.",
        "General [Hoc>DVH1] went.",
        "Minister [Luc>NVL1] went to Phung Luc; [Luc>NVL1] stayed.",
    ],
    ids=["a particle after the forename", "titles in letters", "the first forename left out", "Van", "a place"],
)
def test_names_of_several_languages(expected):
    assert marked(plain(expected), people=listed(STRANGE)) == expected


def test_a_side_of_the_world_is_a_name_only_if_the_document_names_the_person():
    text = "East-West relations, and a quarrel with West."
    assert marked(text, people=listed(PAIRS)) == text
    assert marked("Mr. West spoke.", people=listed(PAIRS)) == "Mr. [West>WAS1] spoke."


def test_a_paragraph_number_is_no_initial():
    assert marked("A. Kissinger will come.") == "A. [Kissinger>KHA1] will come."


def test_a_name_that_a_page_break_splits():
    page = element("pb", n="2")
    split = element("p", "So Henry ", page, "Kissinger said.")
    assert marked(split) == "So [Henry |Kissinger>KHA1] said."


def test_a_note_between_two_words_parts_them():
    note = element("note", "Dr. Kissinger.")
    split = element("p", "So Henry", note, " Kissinger said.")
    assert marked(split) == "So Henry{Dr. [Kissinger>KHA1].} [Kissinger>KHA1] said."


def test_what_is_marked_already_stays_as_it_is():
    tree = body(element("p", element("persName", "Nixon", ref="#other"), " and ", element("orgName", "Nixon and Co")))
    assert annotate(tree, PEOPLE)[0] == tree


def test_persons_come_in_the_order_of_the_list_and_once():
    _, people = annotate(body("Nixon, Kissinger, Nixon, Dobrynin"), PEOPLE)
    assert [person.id for person in people] == ["p_DAF1", "p_KHA1", "p_NRM1"]


words = st.sampled_from([*LIST.split(), "Mr.", "the", "U.S.", "-", "’s", "(", "\n", "É", "İ", "ß", "\u00ad", "“", "1"])
soup = st.lists(words, max_size=60).map(" ".join) | st.text(max_size=80)


@given(st.lists(soup, min_size=1, max_size=5), st.booleans())
@settings(max_examples=150, deadline=None)
def test_no_text_is_ever_changed_and_twice_is_once(texts, with_list):
    tree = body(*texts)
    once, people = annotate(tree, PEOPLE if with_list else None)
    assert [flatten([block]) for block in once.content] == [flatten([block]) for block in tree.content]
    ids = {person.id for person in people}
    assert {pointer[1:] for block in once.content for pointer in _pointers(block)} <= ids
    if with_list:
        assert annotate(once, PEOPLE)[0] == once


def _pointers(block):
    for node in block.content:
        if not isinstance(node, str):
            yield from (node.get("ref") or "").split()
            yield from _pointers(node)


@pytest.mark.parametrize(
    "seed", ["Nixon ", "A. ", "Chou En-", "Mr. Mr. ", "de de ", "O’", "Secretary of State ", "K: "]
)
def test_long_repetitions_take_time_in_proportion(seed):
    def mark(size):
        tree = body(seed * size)
        for people in (PEOPLE, None):
            assert flatten(annotate(tree, people)[0].content) == flatten(tree.content)

    assert grows_in_proportion(mark, 500)


def test_a_signature_is_a_name_even_if_it_is_a_word():
    _, people = annotate(body(element("closer", element("signed", "Green"))), PEOPLE)
    assert [person.id for person in people] == ["p_GM1"]


_WORDS = st.sampled_from(
    [
        "Kissinger",
        "KISSINGER,",
        "O’Neill’s",
        "o'Kissinger'Nixon",
        "(Nixon)",
        "de Gaulle",
        "Dobrinyn",
        "Chou",
        "the",
        "é-Lord",
        "ſmith",
        "\n",
    ]
)


@given(st.lists(_WORDS | st.text(max_size=6), max_size=12).map(" ".join))
@settings(max_examples=150, deadline=None)
def test_names_begin_at_the_same_words_of_a_text_that_is_read_already(text):
    tokens = Tokens(Run(text, "p", notable=set(NOTABLE.findall(text))))
    assert FoundPeople(PEOPLE.persons).beginnings(tokens) == PEOPLE.beginnings(tokens)


@given(st.text() | st.lists(st.sampled_from(["Péron", "O’Neill", "STRASSE", "ſo"])).map(" ".join))
def test_words_folded_together_are_what_they_are_one_by_one(text):
    written = WORD.findall(text)
    assert folded(written) == [fold(word) for word in written]


@pytest.mark.parametrize(
    ("surname", "called"),
    [
        ("12", []),
        ("—", []),
        ("O’Neill", [("oneill",)]),
        ("DeGaulle", [("degaulle",), ("de", "gaulle")]),
        ("Al-Sabah", [("al", "sabah")]),
        ("de la Torre", [("de", "la", "torre"), ("torre",), ("delatorre",)]),
        ("Cabot-Lodge", [("cabot", "lodge"), ("lodge",)]),
    ],
)
def test_the_words_by_which_somebody_is_called(surname, called):
    name = PersonName((NamePart("surname", surname), NamePart("", ", "), NamePart("forename", "Ada")))
    assert sorted({form.called for form in forms_of(name)}) == sorted(called)
