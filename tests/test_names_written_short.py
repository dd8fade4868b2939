"""Persons of a document without a list: forenames written short, forenames alone, titles of other tongues."""

from __future__ import annotations

import pytest

from teiconv import Options, read_text, to_tei


def named(text: str) -> list[tuple[str, str]]:
    """Return each mention and the name of the person in the list."""
    read = read_text(text, Options())
    names = {person.id: person.name for person in read.persons}
    return [
        (mention.text, names[(mention.element.get("ref") or "").removeprefix("#")])
        for mention in read.mentions
        if mention.element.name == "persName"
    ]


def memo(sentences: str) -> str:
    return f"MEMORANDUM FOR THE FILES\n\nMay 5, 1871\n\n{sentences}\n"


SHORT = {
    "Mr. Jas. Alton saw the King.": ("Jas. Alton", "Alton, Jas."),
    "Mr. Geo. Doe saw the King.": ("Geo. Doe", "Doe, Geo."),
    "Mr. Chas. Quill saw the King.": ("Chas. Quill", "Quill, Chas."),
    "Mr. Thos. Vane saw the King.": ("Thos. Vane", "Vane, Thos."),
    "Mr. Wm. Roe saw the King.": ("Wm. Roe", "Roe, Wm."),
}


@pytest.mark.parametrize("sentence", SHORT)
def test_a_forename_written_short_with_its_point_belongs_to_the_name(sentence):
    assert named(memo(sentence)) == [SHORT[sentence]]


def test_a_point_behind_another_word_still_ends_the_sentence():
    assert ("Alton", "Alton") in named(memo("The King saw Mr. Alton. Doe was absent, and Mr. Doe wrote."))


def test_a_forename_written_short_is_that_of_the_whole_name():
    assert {name for _, name in named(memo("Mr. Thos. Vane left. Mr. Thomas Vane wrote."))} == {"Vane, Thomas"}


def test_who_signs_by_a_forename_has_the_surname_of_the_whole_name():
    found = named(memo("Mrs. Marian Dole-Whitcombe wrote to Mr. Ashby.\n\nMarian"))
    assert ("Marian", "Dole-Whitcombe, Marian") in found


def test_signor_is_a_title_and_no_forename():
    assert ("Galli", "Galli") in named(memo("Signor Galli objected. Mr. Ashby agreed."))


def test_what_follows_ambassador_of_is_a_place():
    assert [name for name, _ in named(memo("The paper is signed.\n\nJohn Doe\nAmbassador of Ruritania"))] == [
        "John Doe"
    ]


def test_who_signs_by_a_common_forename_is_the_one_of_that_forename():
    found = named(memo("Mr. Walt Ashby wrote to Mr. Quill.\n\nSincerely yours,\n\nWalt"))
    assert found[-1] == ("Walt", "Ashby, Walt")


@pytest.mark.parametrize("sentence", ["Mr. Quill saw the King.", "Mr. Walt Ashby saw Mr. Walt Quill."])
def test_who_signs_by_a_forename_alone_has_no_surname(sentence):
    tei = to_tei(memo(f"{sentence}\n\nSincerely yours,\n\nWalt"))
    assert b"<persName><forename>Walt</forename></persName>" in tei


def test_sir_john_is_the_man_of_that_forename_who_is_called_sir():
    found = named(memo("Sir John Marlow came. Mr. John Doe left. Sir John stayed. Marlow wrote to Mr. Doe."))
    assert {name for text, name in found if text in ("John Marlow", "John", "Marlow")} == {"Marlow, Sir John"}


def test_sir_john_whom_the_document_names_no_further_has_no_surname():
    assert b"<persName><forename>John</forename></persName>" in to_tei(memo("Sir John stayed. Mr. Doe left."))
