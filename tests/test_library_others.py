"""TEI that others wrote: a document has what its header states; where that says nothing, the answer is empty."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

import teiconv
from teiconv.model import Element
from teiconv.names.lists.load import load_persons

ACTIONS = """<correspDesc><correspAction type="sent"><persName ref="#roe"><forename>John</forename>
  <surname>Roe</surname></persName><placeName>Lima</placeName><date when="1850-03-04"/></correspAction>
<correspAction type="received"><persName>Jane Doe</persName></correspAction></correspDesc>"""
PEOPLE = """<particDesc>
<listPerson><person xml:id="roe"><persName>John Roe</persName></person></listPerson></particDesc>
<langUsage><language ident="fr">French</language></langUsage>"""
BESIDE = '<standOff><listPerson><person xml:id="doe"><persName>Doe, Jane</persName></person></listPerson></standOff>'
LETTER = '<div><p>Then <rs type="person" ref="#doe">she</rs> came, <rs type="work">a song</rs>.</p></div>'


def theirs(profile: str = "", body: str = LETTER, beside: str = "") -> str:
    return (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Roe to Doe</title></titleStmt>'
        "<publicationStmt><p>x</p></publicationStmt><sourceDesc><p>x</p></sourceDesc></fileDesc>"
        f"<profileDesc>{profile}</profileDesc></teiHeader>{beside}<text><body>{body}</body></text></TEI>"
    )


def test_a_header_says_who_wrote_to_whom_and_when_and_where():
    document = teiconv.read_tei(theirs(ACTIONS))
    assert document.title == "Roe to Doe"
    assert [(agent.name, agent.ref) for agent in document.sender] == [("John Roe", "#roe")]
    assert [agent.name for agent in document.recipients] == ["Jane Doe"]
    assert (document.date.begin, document.date.text, document.place) == ("1850-03-04", "1850-03-04", "Lima")
    assert teiconv.rows(document, "letters")[0]["date"] == "1850-03-04"


def test_the_date_of_creation_comes_before_that_of_sending():
    creation = '<creation><date when="1850-03-01">on 1 March</date></creation>'
    document = teiconv.read_tei(theirs(creation + ACTIONS))
    assert (document.date.begin, document.date.text) == ("1850-03-01", "on 1 March")


def test_a_dateline_in_any_language_has_the_date_of_its_markup():
    body = '<div><opener><dateline>den <date when="1850-03-04">4ten Lenzmond</date></dateline></opener><p>Ja.</p></div>'
    document = teiconv.read_tei(theirs(body=body))
    assert (document.date.begin, document.date.text) == ("1850-03-04", "4ten Lenzmond")


def test_persons_are_listed_in_the_header_or_beside_the_text():
    document = teiconv.read_tei(theirs(PEOPLE, beside=BESIDE))
    assert [(person.id, person.name) for person in document.persons] == [("doe", "Doe, Jane"), ("roe", "John Roe")]
    assert document.header.language == "fr"


def test_an_rs_that_points_to_a_person_is_a_mention():
    document = teiconv.read_tei(theirs(beside=BESIDE))
    assert [(mention.text, mention.persons) for mention in document.mentions] == [("she", ("doe",))]


def test_the_header_of_a_file_with_several_documents_says_nothing_of_one():
    bodies = '<div type="document" n="1"><p>One.</p></div><div type="document" n="2"><p>Two.</p></div>'
    documents = teiconv.read_volume(theirs(ACTIONS, body=bodies))
    assert [(document.sender, document.date, document.title) for document in documents] == [((), None, "")] * 2


def test_where_a_file_of_others_says_nothing_the_answer_is_empty():
    document = teiconv.read_tei(theirs(body="<div><p>Nothing.</p></div>"))
    empty = (document.sender, document.recipients, document.participants, document.persons, document.mentions)
    assert empty == ((), (), (), (), ())
    assert (document.number, document.genre, document.date, document.place) == (None, None, None, None)
    assert (document.source, document.classification) == (None, None)


def test_the_published_table_has_the_date_place_and_language_that_the_library_reads(tmp_path):
    from teiconv.publish.database import gather
    from teiconv.publish.volume import volume

    (tmp_path / "letter.xml").write_text(theirs(ACTIONS + PEOPLE), encoding="utf-8")
    document = teiconv.read_tei(tmp_path / "letter.xml")
    with gather(volume(tmp_path)) as facts:
        (row,) = facts.ask("SELECT date, date_text, place, language FROM documents")
    assert document.date is not None
    assert tuple(row) == (document.date.begin, document.date.text, document.place, document.header.language)
    assert tuple(row) == ("1850-03-04", "1850-03-04", "Lima", "fr")


MARKED = (
    "12. Memorandum From Roe to Doe1\n\nMr. Roe came.\n\n  1. Source: National Archives, RG 59, Box 12. Secret; Nodis."
)


def test_a_file_in_the_conventions_of_the_series_whose_mark_is_gone_is_written_as_well_formed_tei():
    tei = teiconv.to_tei(MARKED, profile="frus")
    assert b"<frus:classification" in tei
    others = re.sub(rb"<encodingDesc>.*</encodingDesc>", b"", tei, flags=re.DOTALL)
    document = teiconv.read_tei(others)
    assert document.body.find("frus:classification") is None
    for profile in teiconv.Profile:
        assert teiconv.to_text(teiconv.write_tei(document, profile)) == teiconv.to_text(others)


def test_an_element_of_the_series_that_stays_in_the_tree_is_written_with_its_namespace():
    document = teiconv.read_text("Memorandum")
    marked = replace(document, body=document.body.containing([Element("frus:attachment", ("Annex",))]))
    assert teiconv.to_text(teiconv.write_tei(marked)) == "Annex"


@pytest.mark.parametrize("profile", list(teiconv.Profile))
def test_an_entry_of_a_list_from_which_an_editor_took_the_name_is_written(profile):
    tei = teiconv.to_tei(
        "Memorandum\n\nMr. John Roe came.", persons=load_persons([("persons.txt", b"Roe, John, President")])
    )
    emptied = re.sub(rb'(<person xml:id="[^"]*">).*?</person>', rb"\1</person>", tei, flags=re.DOTALL)
    assert emptied != tei
    written = teiconv.write_tei(teiconv.read_tei(emptied), profile)
    assert teiconv.to_text(written) == teiconv.to_text(tei)


def test_a_participant_from_whom_an_editor_took_the_name_is_none():
    text = "12. Memorandum of Conversation\n\nPARTICIPANTS\n\n  • John Roe\n  • Jane Doe\n\nThey spoke."
    tei = teiconv.to_tei(text)
    assert len(teiconv.read_tei(tei).participants) == 2
    emptied = re.sub(rb'(<person role="participant"[^>]*>).*?</person>', rb"\1</person>", tei, count=1, flags=re.DOTALL)
    assert [each.name for each in teiconv.read_tei(emptied).participants] == ["Jane Doe"]
