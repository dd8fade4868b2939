"""Whom titles name, phrase by phrase: in the official series, and in *Documents on Australian Foreign Policy*."""

from __future__ import annotations

import pytest

from teiconv.conventions.dafp import titles as dafp
from teiconv.metadata.parties import parties
from teiconv.metadata.title import parse_title

PHRASES = {
    "the Embassies in Peru and Chile and the Department of State": [
        ("orgName", None, "Embassies in Peru and Chile"),
        ("orgName", None, "Department of State"),
    ],
    "the Director of Security and the Assistant for Peru, and Mr. Abel": [
        ("roleName", None, "Director of Security"),
        ("roleName", None, "Assistant for Peru"),
        ("persName", "Abel", None),
    ],
    "Charles de, Ambassador": [("orgName", None, "Charles de, Ambassador")],
    "Mr. Abel’s Secretary": [("roleName", None, "Mr. Abel’s Secretary")],
    " , ": [],
    "the Headquarters, U.S. Air Force": [("orgName", None, "Headquarters, U.S. Air Force")],
    "the Deputy Director (Plans)": [("roleName", None, "Deputy Director")],
    "the Deputy Director (Plans) of Security (Abel)": [("persName", "Abel", "Deputy Director (Plans) of Security")],
    "the Assistant for Trade (Far East), Office of Peru (Abel)": [
        ("persName", "Abel", "Assistant for Trade (Far East), Office of Peru")
    ],
    "the Counselor (Holland)": [("persName", "Holland", "Counselor")],
    "the Executive Secretary (White)": [("persName", "White", "Executive Secretary")],
}


@pytest.mark.parametrize("phrase", PHRASES)
def test_the_parties_of_a_phrase(phrase):
    found = parties(phrase, 0, len(phrase))
    assert [
        (party.kind.value, party.name and party.name.of(phrase), party.office and party.office.of(phrase))
        for party in found
    ] == PHRASES[phrase]


TITLES = {
    "Exports From Peru to Chile": ([], [], []),
    "Memorandum for the Record, Prepared by Abel": ([], [], ["Abel"]),
    "Memorandum of a Conversation Prepared by Mr. Abel": ([], [], ["Mr. Abel"]),
    "Memorandum From the Ambassador-Designate to Peru (Abel) to President Baker": (
        ["the Ambassador-Designate to Peru (Abel)"],
        ["President Baker"],
        [],
    ),
    "Letter From Abel to Baker": (["Abel"], ["Baker"], []),
    "LETTER FROM CHANCELLOR ABEL TO PRESIDENT BAKER": (["CHANCELLOR ABEL"], ["PRESIDENT BAKER"], []),
    "Letter From Abel to Baker " + "and so on " * 100: ([], [], []),
}


@pytest.mark.parametrize("head", TITLES)
def test_who_writes_to_whom_by_the_title(head):
    title = parse_title(head)
    named = title.sent, title.received, title.authors
    assert tuple([party.phrase.of(head) for party in each] for each in named) == TITLES[head]


def test_two_places_may_stand_before_the_date_of_a_title():
    head = "Telegram From the Embassy in Peru, Lima, Callao, Cuzco, May 5, 1971"
    tail = parse_title(head).tail
    assert tail is not None
    assert tail.of(head) == "Callao, Cuzco, May 5, 1971"


AUSTRALIAN = {
    "Letter from High Commissioner, London, to Menzies": (
        [("roleName", "High Commissioner, London")],
        [("persName", "Menzies")],
    ),
    "Letter from Chifley to Attlee LONDON, nothing more here": (
        [("persName", "Chifley")],
        [("orgName", "Attlee LONDON, nothing more here")],
    ),
    "Minute by Secretary to": ([], []),
}


@pytest.mark.parametrize("head", AUSTRALIAN)
def test_who_writes_to_whom_by_an_australian_title(head):
    title = dafp.parse_title(head)
    named = title.sent, title.received
    sent, received = ([(party.kind.value, party.phrase.of(head)) for party in each] for each in named)
    assert (sent, received) == AUSTRALIAN[head]
