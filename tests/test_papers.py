"""Papers of no series: mail, several senders, routing lines, labels without a colon, tabs that only indent."""

from __future__ import annotations

import pytest

import teiconv
from teiconv.model import Element, descendants, plain


def read(text: str) -> Element:
    tei = teiconv.to_tei(text)
    assert teiconv.to_text(tei) == text
    assert [problem for problem in teiconv.validate(tei) if problem.severity == "error"] == []
    return teiconv.read_text(text).body


def lists(text: str) -> list[tuple[str | None, list[str]]]:
    found = (node for node in descendants(read(text)) if node.name == "list")
    return [
        (
            node.get("type"),
            [plain(item.content) for item in node.content if isinstance(item, Element) and item.name == "item"],
        )
        for node in found
    ]


def names(text: str) -> tuple[list[str], list[str]]:
    header = teiconv.read_text(text).header
    return [agent.name for agent in header.sent], [agent.name for agent in header.received]


MAIL = "From: {sender}\nSent: Monday, May 3, 2010 9:08 AM\nTo: {to}\nCc: {cc}\nSubject: Boats\n\nSee below."


def test_lines_of_a_mail() -> None:
    text = MAIL.format(sender="Ellen Roe", to="Brown, Peter J", cc="Miller, Thomas; Doe, Jane")
    assert [kind for kind, _ in lists(text)] == ["from", "date", "to", "copies", "subject"]
    assert names(text) == (["Ellen Roe"], ["Brown, Peter J"])
    header = teiconv.read_text(text).header
    assert header.created is not None
    assert dict(header.created.attributes) == {"when": "2010-05-03T09:08:00"}
    assert header.title == "Boats"


def test_line_of_a_mail_that_is_empty() -> None:
    text = "From: Ellen Roe\nSent: Monday, May 3, 2010 9:08 AM\n\nTo:\nCc: Jane Doe\nSubject: Boats\n\nSee below."
    assert [kind for kind, _ in lists(text)] == ["from", "date", "to", "copies", "subject"]
    assert names(text) == (["Ellen Roe"], [])


def test_semicolon_parts_people_and_the_comma_a_name() -> None:
    text = MAIL.format(sender="Roe, Ellen <roee@example.gov>", to="Brown, Peter J; Miller, Thomas", cc="Doe, Jane")
    assert names(text) == (["Roe, Ellen"], ["Brown, Peter J", "Miller, Thomas"])


def test_mail_is_known_by_its_addresses() -> None:
    text = (
        "From: Roe, Ellen M (State) [mailto:roeem@example.gov]\nTo: 'Doe, Quentina'; Brown, Peter\n"
        "Date: 3/21/2009 4:32 PM\nSubject: Nets\n\nThanks."
    )
    assert names(text) == (["Roe, Ellen M"], ["Doe, Quentina", "Brown, Peter"])


def test_inverted_name_points_to_the_person_whom_the_text_names() -> None:
    text = MAIL.format(sender="Roe, John", to="Doe, Jane", cc="Miller, Thomas") + "\n\nJohn Roe has seen Mr. Brown."
    document = teiconv.read_text(text)
    people = [node for node in descendants(document.body) if node.name == "persName" and "Roe" in plain(node.content)]
    assert len({node.get("ref") for node in people}) == 1
    assert people[0].get("ref")


@pytest.mark.parametrize("joint", ["ARA - John Roe and PM - Jane Doe", "ARA – John Roe; PM – Jane Doe"])
def test_two_senders_with_their_desks(joint: str) -> None:
    assert names(f"TO: The Secretary\nFROM: {joint}\nSUBJECT: Nets\n\nWe think so.")[0] == ["John Roe", "Jane Doe"]


def test_those_informed_of_a_cable_are_not_its_recipients() -> None:
    text = (
        "R 171530Z JAN 72\nFM AMEMBASSY LIMA\nTO SECSTATE WASHDC\nINFO AMEMBASSY QUITO\nSUBJECT: NETS\n\n1. THEY LEFT."
    )
    assert names(text) == (["AMEMBASSY LIMA"], ["SECSTATE WASHDC"])


ROUTED = """VZCZCXRO0000
RR RUEHAA RUEHBB
DE RUEHLM #0195/01 2531700
ZNY CCCCC ZZH
R 091700Z SEP 78
FM AMEMBASSY LIMA
TO RUEHC/SECSTATE WASHDC PRIORITY 37
INFO RUEHQT/AMEMBASSY QUITO 0022
C O N F I D E N T I A L SECTION 01 OF 02 LIMA 000195

SIPDIS

SUBJECT: NETS

1. THE NETS ARE TORN.

LIMA 00000195  002 OF 002

2. THEY WILL BE MENDED.
ROE"""


def test_routing_lines_above_the_date_time_group() -> None:
    assert names(ROUTED) == (["AMEMBASSY LIMA"], ["SECSTATE WASHDC"])
    body = read(ROUTED)
    kinds = [node.get("type") for node in descendants(body) if node.name in ("seg", "fw")]
    assert kinds == ["routing"] * 6 + ["classification", "handling", "pageNum"]
    assert [kind for kind, _ in lists(ROUTED)] == ["from", "to", "info", "subject"]
    assert teiconv.read_text(ROUTED).header.title == "NETS"


LABELLED = """MEMORANDUM OF CONVERSATION

DATE: May 4, 1952

PARTICIPANTS
  Mr. John Roe
  Miss Jane Doe

SUBJECT
  Nets

They talked of nets for an hour, and left."""


def test_labels_with_their_lines_below() -> None:
    assert lists(LABELLED) == [
        ("date", ["May 4, 1952"]),
        ("participants", ["Mr. John Roe", "Miss Jane Doe"]),
        ("subject", ["Nets"]),
    ]
    dates = [node.get("when") for node in descendants(read(LABELLED)) if node.name == "date"]
    assert dates == ["1952-05-04"]


def test_line_below_the_sender_that_is_the_subject() -> None:
    text = "MEMORANDUM FOR John Doe\nFROM: Ellen Roe\nReply to Mrs. Brown on Nets\n\nShe wrote in November."
    assert names(text) == (["Ellen Roe"], ["John Doe"])
    assert ("subject", ["Reply to Mrs. Brown on Nets"]) in lists(text)


def test_tabs_at_the_start_of_lines_are_no_table() -> None:
    text = (
        "From: Roe, John\nTo: Boston Post\n\n\t\tSirs,\n\t\tQuincy, June 23, 1809.\n\n"
        "\t\tOn the 17th I embarked\nfor Europe with two friends.\n\n\t\tJohn Roe."
    )
    body = read(text)
    assert [node.name for node in descendants(body) if node.name in ("table", "signed")] == ["signed"]
    assert names(text)[1] == ["Boston Post"]


def test_numbered_paragraphs_of_a_cable_are_neither_title_nor_number() -> None:
    text = "1. NETS THE MINISTER SAID THAT THEY ARE TORN. LIMA 542.\n\n2. BOATS THEY LEFT IN MAY. QUITO 773.\nROE"
    document = teiconv.read_text(text)
    assert document.header.number is None
    assert [node.name for node in read(text).content if isinstance(node, Element) and node.name != "lb"] == [
        "p",
        "p",
        "closer",
    ]


def test_title_that_begins_with_digits_is_no_file_number() -> None:
    body = read("003 by Embassies\n\nThe boats visit Honolulu, and Honolulu was glad. TOLD THAT THEY LEFT, HE SPOKE.")
    kinds = [node.name for node in descendants(body) if node.name in ("note", "persName")]
    assert kinds == []
