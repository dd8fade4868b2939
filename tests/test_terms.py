"""Terms of a list, in all their forms."""

from __future__ import annotations

import pytest
from growth import grows_in_proportion
from hypothesis import given, settings
from hypothesis import strategies as st
from people_helpers import body

from teiconv.model import Element, element, flatten
from teiconv.names.lists.load import load_terms
from teiconv.names.mark import mark_names
from teiconv.names.people import PersonList
from teiconv.names.people.annotator import Sources
from teiconv.names.term import Term
from teiconv.names.terms import TermList
from teiconv.names.token_cache import TokenCache

LIST = """
Abbreviations and Terms

  • 303 Committee, interagency group that reviewed covert operations
  • A, Bureau of Administration
  • A–1 (Skyrider), attack plane
  • ACTION, Federal agency
  • AID, Agency for International Development
  • AFL, AFOL, American Federation of Labor
  • ChiCom(s), Chinese Communist(s)
  • DOD, Department of Defense
  • DRV or DRVN, Democratic Republic of Vietnam
  • Embtel, Embassy telegram
  • EUR, Bureau of European Affairs
  • EUR/SOV, Office of Soviet Affairs, Bureau of European and Political
  • Affairs, Department of State
  • Nodis, no distribution
  • NEAC, Bureau of Near Eastern Affairs
  • NSC, National Security Council
  • NSC IG/EA, Interdepartmental Group for East Asia
  • PL480, Public Law 480
  • PM, Prime Minister
  • PRC, People’s Republic of China
  • reftel, reference telegram
  • S, Office of the Secretary of State
  • S/, documents of the Security Council
  • U, Office of the Under Secretary of State
  • U.S., United States
  • UNCFIN, United Nations Commission for Indonesia
  • WHO, World Health Organization
"""
TERMS = load_terms([("terms.txt", LIST.encode())])

FOUND = """
plain               | the [NSC>NSC1] met
possessive          | the [NSC>NSC1]’s view
plural              | two [ChiCom>ChiComs1]s, and [Embtel>Embtel1]s 12 and 13
other letters       | [NODIS>Nodis1] and [Reftel>reftel1]
with a stroke       | in [EUR/SOV>EURSOV1] and [EUR>EUR1]/RPM
in a pair           | the US–[PRC>PRC1] talks, as in [NSC>NSC1]/[AID>AID1] papers
several words       | the [NSC IG/EA>NSCIGEA1] paper
initials            | the [UNCFI>UNCFIN1] met; its heading has a letter too many
initials far off    | the BNEA met, the ET came
kinds of dash       | an [A-1>A1Skyrider1] and an [A–1>A1Skyrider1]
another form        | the [DRVN>DRVorDRVN1], the [AFOL>AFLAFOL1], a [Skyrider>A1Skyrider1]
with its points     | the [U.S.>US1] position; U.S.S.R. is not in the list
number apart        | [PL 480>PL4801], [PL–480>PL4801] and [PL480>PL4801]
a single letter     | approved by [S>S1] on May 3
an office’s part    | sent by [U>U1]/CF, and approved by [S>S1] and [U>U1], and in a note “[S>S1]—yes”
no office           | Tabs A and S, for the record; Option U, or Alternatives S and U, which fail; AF/U
no office, proposed | They accepted Proposal A, but not Recommendations S, U, and A.
with points, behind | Greek-[U.S.>US1] relations
capitals mixed      | the [DoD>DOD1] said so
before a number     | the resolution ([S/>S2]726)
the article         | A memo on nets. (A copy was sent.) It went to “[A>A1]—yes” and to [A>A1]’s desk
no single letter    | Harry S. Truman and the letters R.S.V.P.; (S) Subject
small letters       | those who act for the agency
behind small letters| a pro-[NSC>NSC1] and an anti-[U.S.>US1] paper; non-[NSC>NSC1]/[AID>AID1]
glued behind others | reNSC, 1NSC, d’NSC
a digit first       | the [303 Committee>303Committee1] met on 303 days, in 1303 Committees
small letters first | [reftel>reftel1], two [reftel>reftel1]s and [reftel>reftel1]–[NSC>NSC1]; the breftel, reftelegram
half of a day       | at 1:00 PM, or 2PM, [PM>PM1] Roe came
part of a word      | NSCX and xNSC
other letters, joined | the [DoD>DOD1], but a DoD-Nam and a pro-Dod paper
"""


NOBODY = PersonList()


def annotate(tree: Element, terms: TermList) -> tuple[Element, tuple[Term, ...]]:
    """Return ``tree`` with its terms marked, and the terms."""
    named = mark_names(tree, Sources(NOBODY), terms)
    return named.body, named.terms


def marked(text: str) -> str:
    tree = annotate(body(text), TERMS)[0]
    return "".join(
        node if isinstance(node, str) else f"[{flatten([node])}>{(node.get('target') or '').removeprefix('#t_')}]"
        for node in tree.content[0].content
    )


@pytest.mark.parametrize("case", FOUND.strip().splitlines(), ids=lambda case: case.split("|")[0].strip())
def test_forms(case):
    expected = case.split("|", 1)[1].strip()
    text = expected
    while "[" in text:
        before, _, rest = text.partition("[")
        word, _, rest = rest.partition(">")
        text = before + word + rest.partition("]")[2]
    assert marked(text) == expected


def test_a_paper_of_a_series_may_be_written_with_a_blank_but_a_type_may_not():
    terms = load_terms([("terms.txt", b"Terms\n\nNSC, council\nNSC-68, paper\nU-2, aircraft\n")])
    tree, _ = annotate(body("NSC 68, NSC-68 and NSC 69; U-2, U 2"), terms)
    found = [node.get("target") for node in tree.content[0].content if isinstance(node, Element)]
    ids = {term.name: f"#{term.id}" for term in terms.terms}
    assert found == [ids["NSC-68"], ids["NSC-68"], ids["NSC"], ids["U-2"]]


def test_a_heading_comes_before_the_initials_of_another_entry():
    terms = load_terms([("terms.txt", b"UNSYG, United Nations Secretary-General\nUNSG, United Nations Study Group")])
    assert terms.terms[terms.forms["UNSG"]].expansion == "United Nations Study Group"


def test_in_capitals_an_ordinary_word_is_none():
    assert marked("THOSE WHO TAKE ACTION FOR THE NSC") == "THOSE WHO TAKE ACTION FOR THE [NSC>NSC1]"


def test_an_entry_out_of_the_alphabet_goes_on_with_the_one_before():
    assert Term(
        "t_EURSOV1",
        "EUR/SOV",
        "Office of Soviet Affairs, Bureau of European and Political Affairs, Department of State",
    ) in (TERMS.terms)


def test_nothing_is_marked_in_names_and_dates_but_in_organisations():
    tree = body(element("p", element("persName", "NSC"), " ", element("orgName", "the NSC Staff")))
    marked_tree, used = annotate(tree, TERMS)
    assert used == (Term("t_NSC1", "NSC", "National Security Council"),)
    assert marked_tree.content[0].content[0] == tree.content[0].content[0]


def test_what_was_found_barren_is_sought_anew_once_it_is_forgotten(monkeypatch):
    monkeypatch.setattr("teiconv.names.token_cache._MOST", 3)
    asked = []
    cache = TokenCache(lambda stretch: asked.append(stretch) or stretch.strip("().,") in ("NSC", "AID"))
    run = {"The", "(NSC)", "Of", "AID,"}
    assert set(cache.sift(run)) == set(cache.sift(run)) == {"(NSC)", "AID,"}
    assert len(asked) > len(run), "it remembers no more than it may"


@pytest.mark.parametrize(
    "seed", ["303-", "ab-", "AB-", "a", "A", "reftel-", "303", "NSC/", "U.S.-", "NSC ", "PL ", "’s", "é"]
)
def test_long_repetitions_take_time_in_proportion(seed):
    def mark(size):
        tree = body(seed * size)
        assert flatten(annotate(tree, TERMS)[0].content) == flatten(tree.content)

    assert grows_in_proportion(mark, 1_000)


words = st.sampled_from(
    ["NSC", "U.S.", "/", "-", "–", "EUR", "SOV", "’s", "(", ")", ".", " ", "ChiComs", "PL", "480", "S", "İ"]
)


@given(st.lists(words, max_size=40).map("".join) | st.text(max_size=60))
@settings(max_examples=150, deadline=None)
def test_no_text_is_ever_changed_and_twice_is_once(text):
    tree = body(text)
    once, _ = annotate(tree, TERMS)
    assert flatten(once.content[0].content) == flatten(tree.content[0].content)
    assert annotate(once, TERMS)[0] == once


def test_without_a_list_of_persons_a_term_is_nobody():
    tree = body("Secretary FonOff said no. Mr. Roe told FonOff. FonOff asked Mr. Roe.")
    terms = load_terms([("terms.txt", b"FonOff, Foreign Office\nNSC, National Security Council\n")])
    named = mark_names(tree, terms=terms)
    assert [person.name.text for person in named.people] == ["Roe"]
    assert [term.name for term in named.terms] == ["FonOff"]


def test_an_empty_list_marks_nothing():
    tree = body("the NSC")
    assert annotate(tree, TermList()) == (tree, ())
