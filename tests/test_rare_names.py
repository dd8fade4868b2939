"""Names and lists as hardly any document has them, but some do."""

from __future__ import annotations

import re

import pytest
from people_helpers import PEOPLE, listed, marked

from teiconv.names.lists.entry_names import split_entry
from teiconv.names.lists.load import load_terms
from teiconv.names.lists.tei import persons_from_tei
from teiconv.names.lists.terms_text import split_entry as split_term
from teiconv.names.lists.text import entries
from teiconv.names.people import PersonList, index
from teiconv.names.people.person import NamePart, PersonName
from teiconv.names.terms import forms_of as forms_of_term

TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff><listPerson>{}</listPerson></standOff></TEI>'


def test_a_list_of_nothing_has_no_entries():
    assert [*entries("")] == []


@pytest.mark.parametrize(
    ("person", "names"),
    [
        ('<person xml:id="p_A"><note>Nobody knows.</note></person>', []),
        ('<person xml:id="p_A"><persName> <surname>Abel</surname> </persName></person>', ["Abel"]),
        ('<person xml:id="p_A"><persName><surname> </surname><forename>Ada</forename></persName></person>', ["Ada"]),
    ],
)
def test_a_person_of_a_list_in_tei(person, names):
    assert [found.name.text for found in persons_from_tei(TEI.format(person).encode(), "persons.xml")] == names


def test_a_row_without_a_term_is_none():
    terms = load_terms([("terms.csv", b"id,term,expansion\nt_1,,nothing\nt_2,NSC,National Security Council\n")])
    assert [term.name for term in terms.terms] == ["NSC"]


@pytest.mark.parametrize(("heading", "forms"), [("UFCO ()", ["UFCO"]), ("DRV or DRVN", ["DRV", "DRVN"])])
def test_the_forms_of_a_term(heading, forms):
    assert [*forms_of_term(heading)] == forms


@pytest.mark.parametrize(
    ("entry", "name"), [("(NSC", ""), ("NSC, National Security Council", "NSC"), ("AFL, AFOL, Labor", "AFL, AFOL")]
)
def test_the_term_of_an_entry(entry, name):
    assert split_term(entry).name == name


def test_blanks_at_the_end_of_a_name_are_no_part_of_it():
    name, _ = split_entry("Abel, Adam (), Director")
    assert name.text == name.text.rstrip()


LISTED = """
  • Dobrynin, Anatoli F., Soviet Ambassador
  • Kissinger, Henry A., Assistant to the President
  • Mao Tse-tung, Chairman of the Communist Party
  • Smith, John (Sir), Officer
"""

MENTIONS = [
    "a Mao-style jacket",
    "the [Kissinger>KHA1]-led team",
    "Ambassador [Dobrinyn>?DAF1] spoke.",
    "Bishop Dobrinyn spoke.",
    "Dobrinyn spoke.",
    "Sir [Smith>SJ1]",
    "Sir [John Smith>SJ1]",
]


@pytest.mark.parametrize("expected", MENTIONS)
def test_what_is_a_mention(expected):
    assert marked(re.sub(r"\[(.*?)>.*?\]", r"\1", expected), people=listed(LISTED)) == expected


@pytest.mark.parametrize(
    "expected",
    ["the Postmaster-General agreed", "By the good old men of the small town at the river, Abel Zorn"],
)
def test_no_person_is_found_without_a_list_where_nothing_speaks_for_one(expected):
    assert marked(re.sub(r"\[(.*?)>.*?\]", r"\1", expected), people=None) == expected


def test_spellings_that_are_remembered_are_not_more_than_some(monkeypatch):
    monkeypatch.setattr(index, "_REMEMBERED", 1)
    own = PersonList(PEOPLE.persons)
    words = ["kissigner", "dobrinyn", "kissigner"]
    assert [own.spelt_like(word) for word in words] == [PEOPLE.spelt_like(word) for word in words]


def test_a_name_of_mere_signs_has_no_forms():
    assert [*index.forms_of(PersonName((NamePart("", "—"),)))] == []
