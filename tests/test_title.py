"""Heads: number, genre, who wrote and to whom, and where place and date end them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from growth import grows_in_proportion
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

import teiconv
from teiconv.convert import read_text
from teiconv.metadata.correspondence import agents, mark_persons
from teiconv.metadata.describe import head_of, read_title
from teiconv.metadata.parties import Party
from teiconv.metadata.rules import HeaderRules
from teiconv.metadata.title import correspondents, parse_title
from teiconv.model import OBJECT, Element, descendants, element, plain
from teiconv.model.header import Agent, AgentKind
from teiconv.structure.foreign_letters import sides

OFFICIAL = Path(__file__).parents[1].parent / "shared" / "corpus" / "official"

# title | head | senders | recipients; a person is “name (office)”, an organisation or office stands as it is
CORRESPONDENCE = """
offices with names          | 12. Memorandum From the President’s Adviser (Roe) to the Under Secretary of State (Doe) | Roe (President’s Adviser) | Doe (Under Secretary of State)
title and name              | Letter From President Roe to Secretary of State Doe | Roe (President) | Doe (Secretary of State)
departments of more words   | Letter From Secretary of Health, Education, and Welfare Roe to President Doe | Roe (Secretary of Health, Education, and Welfare) | Doe (President)
the Treasury                | Letter From Secretary of the Treasury Roe to Attorney General Doe | Roe (Secretary of the Treasury) | Doe (Attorney General)
organisations               | Telegram From the Embassy in Thailand to the Department of State | Embassy in Thailand | Department of State
an office without a name    | The Acting Secretary of State to the Embassy in France | Acting Secretary of State | Embassy in France
blanks in the brackets      | The Minister in Peru ( Roe ) to the Secretary of State | Roe (Minister in Peru) | Secretary of State
a call after the brackets   | The Minister in Peru (Roe)￼ to the Secretary of State￼ ￼ | Roe (Minister in Peru) | Secretary of State
name and staff              | Memorandum From Jane Q. Roe of the National Security Council Staff to John Doe | Jane Q. Roe | John Doe
foreign title               | Message From Indonesian General Roe to Thai Foreign Minister John Doe | Roe (Indonesian General) | John Doe (Thai Foreign Minister)
name with a suffix          | Memorandum From John Q. Roe, Jr., of the Planning Staff to Nixon | John Q. Roe, Jr. | Nixon
name with a particle        | Letter From Chancellor von Roe to Pope John III | von Roe (Chancellor) | John III (Pope)
away from the post          | Telegram From the Secretary of State to Ambassador J. Quincy Roe, at Geneva | Secretary of State | J. Quincy Roe (Ambassador)
delegation elsewhere        | The Secretary of State to the Delegation at the General Assembly, at Paris | Secretary of State | Delegation at the General Assembly
noun that claims “to”       | Telegram From the Mission to the United Nations to the Department of State | Mission to the United Nations | Department of State
ambassador to a country     | Letter From the Ambassador to Thailand (Roe) to Secretary of Defense Doe | Roe (Ambassador to Thailand) | Doe (Secretary of Defense)
adviser to the President    | Memorandum From the Counsel to the President (Roe) to the Assistant to the President (Doe) | Roe (Counsel to the President) | Doe (Assistant to the President)
memorandum by … to          | Memorandum by the Legal Adviser (Roe) to the Under Secretary of State (Doe) | Roe (Legal Adviser) | Doe (Under Secretary of State)
no sender                   | Memorandum to Jane Roe of the Central Intelligence Agency | - | Jane Roe
no recipient                | Aide Memoire From the Special Coordinator (Roe), Washington, May 16, 1969 | Roe (Special Coordinator) | -
number of a telegram        | Telegram 1699 From the Embassy in Peru to the Department of State, May 3, 1970, 0955Z | Embassy in Peru | Department of State
two senders                 | Memorandum From Jane Roe and John Q. Public of the Planning Staff to President Doe | Jane Roe; John Q. Public | Doe (President)
three senders               | Memorandum From Jane Roe, John Q. Public, Jr., and Ann Poe of the Staff to President Doe | Jane Roe; John Q. Public, Jr.; Ann Poe | Doe (President)
two recipients              | Memorandum From President Roe to Secretary of State Doe and the Director of the Budget (Poe) | Roe (President) | Doe (Secretary of State); Poe (Director of the Budget)
several organisations       | Telegram From the Embassy in Peru to the Department of State, the Department of Defense, and the Joint Chiefs of Staff | Embassy in Peru | Department of State; Department of Defense; Joint Chiefs of Staff
several embassies           | Telegram From the Department of State to the Embassies in Chile, Peru, and the Philippines | Department of State | Embassies in Chile, Peru, and the Philippines
“and” inside an office      | Letter From the Assistant Secretary of State for Near Eastern and South Asian Affairs (Roe) to President Doe | Roe (Assistant Secretary of State for Near Eastern and South Asian Affairs) | Doe (President)
the sea and the environment | Letter From the Assistant Secretary for Oceans and the Environment (Roe) to President Doe | Roe (Assistant Secretary for Oceans and the Environment) | Doe (President)
names in one office         | Memorandum From President Roe to the President’s Assistants (Doe), (Poe) and (Moe) | Roe (President) | Doe (President’s Assistants); Poe (President’s Assistants); Moe (President’s Assistants)
withheld name               | Memorandum From [name not declassified] of the Central Intelligence Agency to John Doe | Central Intelligence Agency | John Doe
withheld name, marked up    | Memorandum From ￼ of the Central Intelligence Agency to John Doe | Central Intelligence Agency | John Doe
many posts                  | Circular Telegram From the Department of State to All Diplomatic Posts | Department of State | All Diplomatic Posts
certain posts               | Circular Telegram From the Department of State to Certain Diplomatic and Other Posts | Department of State | Certain Diplomatic and Other Posts
when the letter came        | Consul-General Roe to Lord Doe.—(Received July 30.) | Roe (Consul-General) | Doe
when the letter went        | The Marquess of Zenda to Sir H. Doe.—(Sent November 9.) | Marquess of Zenda | H. Doe
what they write about       | DESPATCHES FROM HIS MAJESTY'S AMBASSADOR AT ZENDA RESPECTING THE CRISIS. | HIS MAJESTY'S AMBASSADOR AT ZENDA | -
certain offices             | The Secretary of State to Certain Consular Offices | Secretary of State | Certain Consular Offices
place and date at the end   | Letter From President Roe to John Doe, Washington, May 3, 1970 | Roe (President) | John Doe
undated                     | Message From President Roe to the Embassy in Peru, Beijing, undated | Roe (President) | Embassy in Peru
"""  # noqa: E501


def _rows(table: str) -> list[object]:
    rows = [[cell.strip() for cell in line.split(" | ")] for line in table.strip().splitlines()]
    return [pytest.param(*row[1:], id=row[0]) for row in rows]


def _shown(parties: Iterable[Party], head: str) -> str:
    return "; ".join(_party(party, head) for party in parties) or "-"


def _party(party: Party, head: str) -> str:
    office = party.office.of(head) if party.office else ""
    if party.name is None:
        return office
    return f"{party.name.of(head)} ({office})" if office else party.name.of(head)


@pytest.mark.parametrize(("head", "sent", "received"), _rows(CORRESPONDENCE))
def test_correspondence(head: str, sent: str, received: str) -> None:
    title = parse_title(head)
    assert (_shown(title.sent, head), _shown(title.received, head)) == (sent, received)


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("Secretary of State", AgentKind.ROLE),
        ("Ambassador in Peru", AgentKind.ROLE),
        ("CIA Chief of Station in Peru", AgentKind.ROLE),
        ("Embassy in Peru", AgentKind.ORGANISATION),
        ("Consulate General at Geneva", AgentKind.ORGANISATION),
        ("Joint Chiefs of Staff", AgentKind.ORGANISATION),
        ("Vice President’s Party", AgentKind.ORGANISATION),
    ],
)
def test_office_or_organisation(phrase: str, kind: AgentKind) -> None:
    assert parse_title(f"Telegram From the {phrase} to the Department of State").sent[0].kind is kind


# title | head | number | genre
GENRES = """
numbered              | 633. Memorandum From John Roe to Jane Doe | 633 | memorandum
number with a letter  | 12a. Letter From John Roe to Jane Doe | 12a | letter
number in brackets    | [No. 5] The Ambassador in Peru (Roe) to the Department of State | 5 | None
number after “No.”    | No. 15 Memorandum by the Legal Adviser (Roe) to the Secretary of State | 15 | memorandum
number of a committee | 303 Committee Minutes | None | minutes
conversation          | 7. Memorandum of a Conversation, Department of State, Washington, May 3, 1955 | 7 | memorandum of conversation
on the telephone      | Memorandum of Telephone Conversation Between President Roe and John Doe | None | memorandum of telephone conversation
for the record        | 9. Memorandum for the Record￼ | 9 | memorandum for the record
of a meeting          | 3. Minutes of a Washington Special Actions Group Meeting | 3 | minutes
circular              | Circular Telegram From the Department of State to All Posts | None | circular telegram
backchannel           | Backchannel Message From John Roe to Jane Doe | None | backchannel message
estimate              | 6. Special National Intelligence Estimate | 6 | special national intelligence estimate
study memorandum      | 4. National Security Study Memorandum 9 | 4 | national security study memorandum
diary                 | John Q. Roe Diary Entry | None | diary entry
none that is known    | Premier Roe’s Extemporaneous Toast | None | None
"""  # noqa: E501


@pytest.mark.parametrize(("head", "number", "genre"), _rows(GENRES))
def test_number_and_genre(head: str, number: str, genre: str) -> None:
    title = parse_title(head)
    assert (str(title.number), str(title.genre)) == (number, genre)


@pytest.mark.parametrize("head", ["18. Editorial Note", "Editorial Note"])
def test_editorial_note(head: str) -> None:
    title = parse_title(head)
    assert (title.subtype, title.genre, title.sent) == ("editorial-note", "editorial note", ())


@pytest.mark.parametrize(
    ("head", "tail"),
    [
        ("Memorandum of Conversation, Washington, May 2, 1972￼", "Washington, May 2, 1972"),
        ("Memorandum of Conversation, Abidjan, Ivory Coast, May 4, 1970", "Abidjan, Ivory Coast, May 4, 1970"),
        ("Telegram 9 From the Embassy in Peru to the Department of State, May 3, 1970, 0955Z", "May 3, 1970, 0955Z"),
        ("Letter From John Roe, Jr., to Jane Doe, Jr., Paris, undated", "Paris, undated"),
    ],
)
def test_place_and_date_at_the_end(head: str, tail: str) -> None:
    found = parse_title(head).tail
    assert found is not None
    assert found.of(head) == tail


def test_title_without_number_calls_and_loose_blanks() -> None:
    title = parse_title(f"5. The Minister in Peru ( Roe ){OBJECT} to  the Secretary of State {OBJECT}")
    assert title.text == "The Minister in Peru (Roe) to the Secretary of State"


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        ("Paper Prepared by the Chairman of the Planning Board (Roe)", "Roe (Chairman of the Planning Board)"),
        ("Memorandum of Conversation, by Mr. John Q. Roe of the Petroleum Division", "John Q. Roe"),
        ("Intelligence Memorandum Prepared in the Department of State", "Department of State"),
    ],
)
def test_author_of_what_was_not_sent(head: str, authors: str) -> None:
    title = parse_title(head)
    assert (_shown(title.authors, head), title.sent, title.received) == (authors, (), ())


def test_a_statement_of_trade_is_sent_by_nobody() -> None:
    title = parse_title("Statement showing the exports from Trieste to the United States in 1879.")
    assert title.sent == title.received == title.authors == ()


def test_those_who_spoke() -> None:
    head = "Transcript of Telephone Conversation Between President Roe and his Assistant (Doe)"
    title = parse_title(head)
    assert _shown(title.participants, head) == "Roe (President); Doe (Assistant)"
    assert title.sent == title.received == ()
    assert [_shown(side, head) for side in correspondents(title)] == ["Roe (President)", "Doe (Assistant)"]


def test_of_more_than_two_who_spoke_nobody_is_the_recipient() -> None:
    title = parse_title("Memorandum of Conversation Between President Roe, Secretary of State Doe, and Ambassador Poe")
    assert (len(title.participants), correspondents(title)) == (3, ((), ()))


@pytest.mark.parametrize(
    "head",
    [
        "Study Prepared in Response to National Security Study Memorandum 115",
        "Special Annex to Special National Intelligence Estimate 64.2-69",
        "U.S. Policy to 1975",
    ],
)
def test_other_uses_of_to_name_no_recipient(head: str) -> None:
    assert parse_title(head).received == ()


@given(st.text(alphabet="Tthe Fromby)(,.and 12￼Roe", max_size=80) | st.text(max_size=80))
def test_parties_lie_within_any_head(head: str) -> None:
    title = parse_title(head)
    for party in (*title.sent, *title.received, *title.authors, *title.participants):
        for stretch in filter(None, (party.phrase, party.name, party.office)):
            assert 0 <= stretch.start < stretch.end <= len(head)
            assert stretch.of(head) == stretch.of(head).strip()


@pytest.mark.parametrize("unit", ["the President to ", "special ", "(", ", and ", "From ", "Secretary of "])
def test_long_text_is_no_head(unit: str) -> None:
    def parse(size: int) -> None:
        assert parse_title(unit * size).sent == ()

    assert grows_in_proportion(parse, 10_000)


TEI = "{http://www.tei-c.org/ns/1.0}"


def _flat(node: etree._Element) -> str:
    """Return the text of a head, with a character for each note."""
    inner = (OBJECT if child.tag == f"{TEI}note" else _flat(child) for child in node)
    tails = (child.tail or "" for child in node)
    return (node.text or "") + "".join(text + tail for text, tail in zip(inner, tails, strict=True))


def _named(head: etree._Element) -> set[str]:
    """Return the names in a head that the editors gave as sender or recipient."""
    names = (name for name in head.iter(f"{TEI}persName") if name.get("type") in {"from", "to"})
    return {" ".join("".join(name.itertext()).split()) for name in names}


@pytest.mark.corpus
def test_senders_and_recipients_of_the_corpus() -> None:
    if not OFFICIAL.is_dir():
        pytest.skip("no reference corpus in ../shared")
    right = wrong = missing = 0
    for volume in sorted(OFFICIAL.glob("*.xml")):
        tree = etree.parse(volume, etree.XMLParser(huge_tree=True, recover=True))
        for head in tree.iterfind(f".//{TEI}div[@type='document']/{TEI}head"):
            text, gold = " ".join(_flat(head).split()), _named(head)
            title = parse_title(text)
            if not gold or not title.received:
                continue
            found = {party.name.of(text) for party in (*title.sent, *title.received) if party.name}
            right, wrong, missing = right + len(gold & found), wrong + len(found - gold), missing + len(gold - found)
    assert right > 1500
    assert right / (right + wrong) > 0.97
    assert right / (right + missing) > 0.97


def test_withheld_name_and_place_stand_in_the_title_and_among_the_correspondents() -> None:
    def notice(words: str, unit: str) -> Element:
        return element("gap", element("desc", words), reason="not-declassified", unit=unit)

    name, place = notice("name not declassified", "name"), notice("place not declassified", "place")
    note = element("note", "Source: x.", n="1")
    words = ("Telegram From ", name, " of the Planning Staff to the CIA Station in Utopia and ", place, note)
    body = element("div", element("head", *words))
    title = read_title(body, HeaderRules())
    assert title.text == (
        "Telegram From [name not declassified] of the Planning Staff"
        " to the CIA Station in Utopia and [place not declassified]"
    )
    (sender,), (recipient,) = (agents(head_of(body), parties) for parties in correspondents(title))
    assert sender == Agent(AgentKind.PERSON, "[name not declassified]")
    assert recipient == Agent(AgentKind.ORGANISATION, "CIA Station in Utopia and [place not declassified]")


def test_who_prepared_a_paper_is_its_author() -> None:
    header = read_text("6. Paper Prepared in the Policy Planning Staff\n\nLima, May 3, 1970.\n\nAll is well.").header
    assert header.authors == (Agent(AgentKind.ORGANISATION, "Policy Planning Staff"),)
    assert (header.sent, header.received) == ((), ())


@pytest.mark.parametrize(
    ("head", "author"),
    [
        ("Memorandum of Conversation, by Mr. John Roe of the Mission to the United Nations", "John Roe"),
        ("Memorandum for the Record by Admiral Jane Poe, Assistant to the Chairman of the Board", "Jane Poe"),
    ],
)
def test_record_is_written_to_nobody(head: str, author: str) -> None:
    title = parse_title(head)
    assert (title.sent, title.received) == ((), ())
    (party,) = title.authors
    assert party.name is not None
    assert party.name.of(head) == author


@pytest.mark.parametrize(
    ("lines", "when"),
    [
        ("STATE HOUSE\nLIMA\n18th September, 1971.", "1971-09-18"),
        ("STATE HOUSE\nLIMA\n\nOctober 29, 1971", "1971-10-29"),
    ],
)
def test_date_of_a_letterhead_is_when_a_letter_without_dateline_was_written(lines: str, when: str) -> None:
    text = f"6. Letter From President Roe to President Doe, Lima,1\n\n{lines}\n\nDear Mr. President:\n\n"
    letter = (
        "I thank you for the letter of May 3, 1970, that your ambassador gave me when we met over the nets last year."
    )
    created = read_text(f"{text}{letter}\n\n  1. Source: Ford Library, NSC Files. Secret.").header.created
    assert created is not None
    assert dict(created.attributes) == {"when": when}


def test_comma_at_the_end_is_none_of_the_title() -> None:
    assert parse_title(f"6. Letter From Jane Roe to John Doe (Poe), {OBJECT} {OBJECT}").text.endswith("Doe (Poe)")


def test_withheld_name_of_an_officer_leaves_no_empty_brackets() -> None:
    name = element("gap", element("desc", "name not declassified"), unit="name")
    body = element("div", element("head", "Letter From the Chief of Base (", name, ") to Ambassador Doe"))
    title = read_title(body, HeaderRules())
    assert title.text == "Letter From the Chief of Base ([name not declassified]) to Ambassador Doe"
    (sender,) = agents(head_of(body), title.sent)
    assert (sender.name, sender.role) == ("[name not declassified]", "Chief of Base")
    assert mark_persons(head_of(body), title) == element(
        "head", *("Letter From the Chief of Base (", name, ") to Ambassador "), element("persName", "Doe", type="to")
    )


@pytest.mark.parametrize(
    ("line", "wording"), [("May 3, 1970, noon.", "May 3, 1970, noon"), ("May 3, 1970, 3 p.m.", None)]
)
def test_stop_after_a_dateline_is_none_of_the_date(line: str, wording: str | None) -> None:
    created = read_text(f"6. Letter From Jane Roe to John Doe\n\nLima, {line}\n\nAll is well.").header.created
    assert created is not None
    assert created.text == (wording or line)


@pytest.mark.parametrize(
    ("below", "paragraphs"),
    [
        ("B: Did you read it?\nS: Not yet.\nB: Why not?\nS: I was away.", 4),
        ("Lima, May 5, 1971.\nThe nets are torn.", 1),
        ("The nets are torn, and nobody has mended them.", 1),
        ("and Secretary Doe on Nets\nThe nets are torn.", 1),
    ],
    ids=["speakers", "a dateline", "a sentence", "a second line of the title"],
)
def test_title_ends_before_what_is_none_though_no_empty_line_stands_between(below, paragraphs):
    text = f"63. Transcript of a Conversation Between Peter Brown and Ellen Smith\n{below}"
    body = teiconv.read_text(text).body
    (head,) = (node for node in descendants(body) if node.name == "head")
    assert "torn" not in plain(head.content)
    assert "Did" not in plain(head.content)
    assert sum(node.name in ("p", "ab") for node in descendants(body)) == paragraphs
    assert teiconv.to_text(teiconv.to_tei(text)) == text


@pytest.mark.parametrize(
    ("title", "sent", "received"),
    [
        ("Der Botschafter in London an das Auswärtige Amt.", "Der Botschafter in London", "das Auswärtige Amt"),
        ("M. Roy, Ambassadeur de France à Rome, à M. Petit", "M. Roy, Ambassadeur de France à Rome", "M. Petit"),
        ("Il ministro a Bucarest, Rossi, al ministro Bianchi", "Il ministro a Bucarest, Rossi", "ministro Bianchi"),
    ],
)
def test_titles_in_other_languages_have_two_sides(title: str, sent: str, received: str) -> None:
    found = sides(title)
    assert found is not None
    assert (title[slice(*found.sent)], title[slice(*found.received)]) == (sent, received)
