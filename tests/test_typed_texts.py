"""Texts outside the series: the samples in ``samples/texts``, and what an editor would make of each (docs/forms.md)."""

from __future__ import annotations

import re

import pytest
from growth import grows_in_proportion
from lxml import etree
from sample_texts import FILES, attributes, document, tei, words

from teiconv import to_tei
from teiconv.conventions.reading import read_body
from teiconv.convert import to_bytes
from teiconv.validation import schema_folder

NAMES = [file.stem for file in FILES]
LISTS = "//div/list[@rend='run-in']"


@pytest.mark.parametrize("file", FILES, ids=NAMES)
def test_every_sample_comes_back(file):
    data = file.read_bytes()
    assert to_bytes(tei(file.stem)) == data
    assert to_tei(to_bytes(tei(file.stem))) == tei(file.stem)


@pytest.mark.parametrize("schema", ["teiconv.rng", "teiconv.xsd"])
def test_every_sample_is_valid(schema):
    path = schema_folder() / schema
    compiled = (etree.RelaxNG if path.suffix == ".rng" else etree.XMLSchema)(etree.parse(path))
    for name in NAMES:
        assert compiled.validate(etree.fromstring(tei(name))), (name, compiled.error_log)


@pytest.mark.corpus
def test_every_sample_is_valid_tei(tei_all):
    for name in NAMES:
        assert tei_all.validate(etree.fromstring(tei(name))), (name, tei_all.error_log)


@pytest.mark.parametrize("name", NAMES)
def test_no_sample_falls_back_to_mere_paragraphs(name):
    structure = document(name).xpath("/TEI/text//*[self::head or self::closer or self::list or self::opener]")
    assert structure


@pytest.mark.parametrize(
    "name", sorted({*NAMES} - {"ocr", "cable-dashed", "airgram", "briefing", "conversation-columns"})
)
def test_layout_is_said_with_line_breaks_and_little_else(name):
    """Only columns that blanks make, and scans, keep their white space as it is."""
    body = tei(name).decode().partition("<text>")[2]
    assert len(re.findall("xml:space", body)) <= 2


# Memoranda


def test_heading_lines_of_a_memorandum():
    types = ["to", "from", "subject", "date"]
    assert attributes("memorandum", f"{LISTS}/@type") == types
    assert words("memorandum", f"{LISTS}/head") == ["MEMORANDUM FOR:", "FROM:", "SUBJECT:", "DATE:"]
    assert words("memorandum", f"{LISTS}/item") == [
        "THE PRESIDENT",
        "Henry A. Kissinger",
        "Fisheries Talks with Peru",
        "May 5, 1971",
    ]


def test_classification_at_the_top_and_at_the_foot():
    assert words("memorandum", "//opener/seg[@type='classification']") == ["SECRET"]
    assert words("memorandum", "//fw[@type='footer']") == ["SECRET"]
    assert document("memorandum").xpath("//textClass//term[@type='classification']/text()") == ["Secret"]


def test_letterhead():
    assert words("memorandum", "//opener/seg[@type='letterhead']") == ["THE WHITE HOUSE", "WASHINGTON"]
    assert words("letter", "//opener/seg[@type='letterhead']") == [
        "EMBASSY OF THE UNITED STATES OF AMERICA",
        "Lima, Peru",
    ]


def test_section_of_a_memorandum():
    assert words("memorandum", "//div[@type='section']/head") == ["Recommendation:"]


def test_several_addressees_below_each_other():
    assert words("memorandum-through", f"{LISTS}[@type='to']/item") == [
        "The Secretary",
        "The Deputy Secretary",
        "The Under Secretary for Political Affairs",
    ]
    assert words("memorandum-through", f"{LISTS}[@type='through']/item") == ["P - Mr. Porter"]
    assert len(words("memorandum-through", f"{LISTS}[@type='copies']/item")) == 2


def test_subject_of_two_lines():
    assert words("memorandum-through", f"{LISTS}[@type='subject']/item") == [
        "Payments under the compensation agreement with Peru and the position of the smaller claimants"
    ]


def test_kind_of_paper_is_the_head():
    assert words("memorandum-through", "//div/head") == ["ACTION MEMORANDUM"]
    assert words("ocr", "//div/head") == ["Memorandum of Conversation"]
    assert attributes("memorandum-through", "//opener/dateline/date/@when") == ["1973-10-12"]


def test_windows_line_ends():
    assert words("windows", f"{LISTS}/item") == ["The Secretary", "Mr. Meyer", "Peru"]
    assert words("windows", "//closer/signed") == ["Charles A. Meyer"]
    assert b"&#13;" not in tei("windows")


# Cables


def test_cable_headers():
    assert attributes("cable", "//opener/dateline/date/@when") == ["1972-01-17T15:30:00Z"]
    assert words("cable", f"{LISTS}[@type='from']/item") == ["AMEMBASSY LIMA"]
    assert words("cable", f"{LISTS}[@type='info'][head='INFO']/item") == [
        "AMEMBASSY BOGOTA",
        "AMEMBASSY QUITO",
        "USCINCSO",
    ]
    types = ["from", "to", "info", "classification", "tags", "subject", "references"]
    assert attributes("cable", f"{LISTS}[head]/@type") == types


def test_classification_below_the_addressees_of_a_cable():
    assert words("cable", "//ab/seg[@type='classification']") == [
        "C O N F I D E N T I A L SECTION 01 OF 02 LIMA 0342",
    ]
    assert words("cable", "//ab/seg[@type='handling']") == ["EXDIS"]


def test_end_of_a_cable():
    assert words("cable", "//closer/signed") == ["BELCHER"]
    assert words("cable", "//trailer") == ["BT #0342"]
    assert words("cable-dashed", "//closer/signed") == ["DEAN"]


def test_machine_lines_of_a_cable():
    assert words("cable-dashed", "//fw[@type='pageNum']") == ["PAGE 01 LIMA 00342 01 OF 02 171612Z"]
    assert words("cable-dashed", "//fw[@type='rule']") == ["--------------------- 061233"]


def test_telegram_in_capitals():
    assert words("capitals", "//div/head") == ["INCOMING TELEGRAM"]
    types = ["number", "received", "from", "to", "number"]
    assert attributes("capitals", f"{LISTS}/@type") == types
    assert words("capitals", "//seg[@type='precedence']") == ["PRIORITY"]
    assert words("capitals", "//closer/signed") == ["ACHILLES"]


# Pages


def test_form_feeds_and_page_numbers():
    assert len(document("formfeeds").xpath("//pb[@rend='form-feed']")) == 2
    assert words("formfeeds", "//fw[@type='pageNum']") == ["- 1 -", "- 2 -", "- 3 -"]
    assert words("formfeeds", "//fw[@type='header']") == ["TOP SECRET", "TOP SECRET"]


def test_running_heads():
    title = "Talking Points for the Meeting with Ambassador Berckemeyer"
    assert words("running-heads", "//div/head") == [title]
    assert words("running-heads", "//fw[@type='header']") == ["SECRET", title] * 2
    assert words("running-heads", "//fw[@type='pageNum']") == ["Page 1 of 3", "Page 2 of 3", "Page 3 of 3"]
    assert len(words("running-heads", "//p")) == 3


# Lines


def test_words_divided_at_the_end_of_a_line():
    divided = "//lb[@break='no']"
    assert len(document("hard-wrapped").xpath(divided)) == 4
    assert "has never recog-nized it" in words("hard-wrapped", "//p")[0]


def test_indented_first_lines_begin_paragraphs():
    starts = [paragraph.split()[0] for paragraph in words("hard-wrapped", "//p")]
    assert starts == ["The", "The", "If", "Of"]


def test_wrapped_and_nested_list():
    outer = "//div/list"
    assert words("hard-wrapped", f"{outer}/label") == ["(1)", "(2)", "(3)"]
    assert words("hard-wrapped", f"{outer}/item/list/label") == ["(a)", "(b)"]
    assert words("hard-wrapped", f"{outer}/item/list/item")[1].endswith("how the license worked;")


def test_signs_of_lists():
    assert words("lists", "//div/list/label")[:6] == ["-", "-", "-", "o", "o", "o"]
    assert words("lists", "//item/list/label")[:2] == ["*", "*"]


def test_outline():
    outline = "//div/list[label='I.']"
    assert words("lists", f"{outline}/label") == ["I.", "II.", "III."]
    assert words("lists", f"{outline}/item[1]/list/label") == ["A.", "B."]
    assert words("lists", f"{outline}/item[1]/list/item[2]/list/item") == ["Languages", "Records"]
    assert words("lists", f"{outline}/item[2]/list/item") == ["Conservation", "Inspection"]


def test_items_with_empty_lines_between_them_are_one_list():
    tree = to_tei(
        "Three things were said in Lima:\n\n-  The fee is low.\n\n-  The season is short.\n\n-  The sea is big."
    )
    assert tree.count(b"<item>") == 3
    assert tree.count(b"<list ") == 1


def test_numbered_paragraphs_are_a_list_where_a_colon_announces_them():
    name = "memorandum-options"
    assert words(name, "//div/list[label]/label") == ["1.", "2.", "3."]
    assert words(name, "//div/list/item/list/item") == ["through the CCC", "through banks"]
    text = "1. The first point is the fee.\n\n2. The second point is the season.\n"
    assert to_tei(f"They said this:\n\n{text}").count(b"<item>") == 2
    assert to_tei(f"They said this.\n\n{text}").count(b"<item>") == 0


def test_an_indented_line_begins_a_paragraph():
    text = (
        "The Minister did not agree with us on any of these points.\n     He then left the room.\nNobody followed him."
    )
    assert to_tei(f"The Talks in Lima\n\n{text}").partition(b"<text>")[2].count(b"<p>") == 2


def test_lists_are_not_nested_without_end():
    text = "\n".join(" " * depth + "- deeper" for depth in range(0, 900, 3))
    assert to_bytes(to_tei(text)).decode() == text


@pytest.mark.parametrize(
    "lines",
    [
        ["And it goes on with one that is at its end.", "     This sentence begins a paragraph."],
        ["SECRET", "FROM: x"],
        ["- x", "", "- 2 -", ""],
        ["\fSECRET", "- 2 -", "x:"],
    ],
)
def test_long_texts_take_no_longer_a_line(lines):
    """Each line is looked at a few times, not once for each other line."""
    assert grows_in_proportion(lambda size: read_body("\n".join(lines * size).strip("\n")), 400)


# Letters


def test_letter():
    assert attributes("letter", "//opener/dateline/date/@when") == ["1971-05-05"]
    assert words("letter", "//opener/seg[@type='addressee']")[0].startswith("The Honorable Charles A. Meyer")
    assert words("letter", "//opener/salute") == ["Dear Charlie:"]
    assert words("letter", "//closer/salute") == ["With warm regards,", "Sincerely yours,"]
    assert words("letter", "//closer/signed") == ["Taylor G. Belcher Ambassador"]


def test_below_the_signature():
    assert words("letter", "//closer/seg[@type='attachments']") == [
        "Enclosures: 1. Copy of note No. 112 2. Clipping from La Prensa"
    ]
    assert words("letter", "//closer/seg[@type='copies']") == ["cc: Mr. Crimmins Mr. Fisher"]
    assert words("letter", "//postscript/p") == ["P.S. Please tell John that his book arrived."]


def test_participants_below_a_heading_that_stands_alone():
    participants = f"{LISTS}[@type='participants']"
    assert words("conversation-columns", f"{participants}/head") == ["PARTICIPANTS:"]
    assert words("conversation-columns", f"{participants}/item/persName") == [
        "Celso Pastor",
        "Lincoln Gordon",
        "Juan Perez",
        "William Tyler",
    ]
    assert words("conversation-columns", f"{LISTS}[@type='copies']/item") == ["S/S, ARA, L, American Embassy Lima"]


def test_letterhead_number_and_title_of_a_memorandum():
    name = "memorandum-chiefs"
    assert words(name, "//opener/seg[@type='letterhead']") == ["THE JOINT CHIEFS OF STAFF", "WASHINGTON, D.C. 20301"]
    assert words(name, "//opener/seg[@type='number']") == ["JCSM-123-67"]
    assert words(name, "/body/div/head") == ["MEMORANDUM FOR THE SECRETARY OF DEFENSE"]


def test_an_attachment_of_which_only_copies_follow_is_none():
    assert words("memorandum-chiefs", "//div[@type='attachment']") == []
    assert words("memorandum-chiefs", "//closer/seg[@type='attachments']") == ["Attachment"]
    assert words("memorandum-chiefs", "//closer/seg[@type='copies']") == ["Copy to: CNO CSAF"]


def test_name_above_enclosures_signs():
    assert words("airgram", "//closer/signed") == ["JONES"]
    assert words("airgram", "//closer/seg[@type='attachments']") == [
        "Enclosures: 1. Table of exports 2. List of the Cabinet"
    ]


def test_signature_above_attachments_and_copies():
    name = "memorandum-options"
    assert words(name, "//closer/signed") == ["Henry A. Kissinger"]
    assert words(name, "//closer/seg[@type='attachments']") == ["Attachment Tab A - Butz memorandum"]
    assert words(name, "//closer/seg[@type='copies']") == ["cc: Secretary of State"]


def test_classification_below_the_notes_is_the_foot_of_the_page():
    assert words("memorandum-options", "//note/fw[@type='footer']") == ["SECRET/SENSITIVE"]


def test_enclosure_below_a_letter():
    text = "The Minister has not changed his mind, but he has changed his tone, and here that counts for a good deal."
    tree = to_tei(
        f"Dear Charlie:\n\n{text}\n\nTaylor Belcher\n\nAttachment\n\nTab A\n\nThe Price of Copper\n\n{text}\n"
    )
    assert b'<seg type="attachments">Attachment</seg>' in tree
    assert re.search(
        rb'<div type="attachment" n="Tab A">\s*<head>Tab A</head>\s*<head>The Price of Copper</head>', tree
    )


def test_a_close_without_a_letter_is_none():
    assert b"<closer" not in to_tei("SECRET\n\nSincerely yours,\n\n     Taylor Belcher\n\nEXDIS\n")


# Talk


def test_speakers_known_by_an_initial():
    assert words("transcript", "//p/rs[@type='speaker']") == ["K", "D", "K", "D", "K", "D", "K"]


def test_speakers_in_capitals():
    speakers = words("transcript-capitals", "//p/rs[@type='speaker']")
    assert speakers[:3] == ["MR. KISSINGER", "MR. IRWIN", "MR. PACKARD"]
    assert words("transcript-capitals", "//opener/dateline/placeName") == ["Situation Room"]


def test_questions_and_answers():
    assert words("questions", "//p/rs[@type='speaker']") == ["Q", "A"] * 3


def test_letters_of_a_list_do_not_speak():
    text = "The Options\n\n" + "\n\n".join(f"A. We wait. {number}\n\nB. We act." for number in range(4))
    assert b'<rs type="speaker">' not in to_tei(text)


# Minutes, Markdown, scans


def test_minutes():
    assert attributes("minutes", f"{LISTS}/@type") == ["date", "time", "place", "participants", "agenda"]
    assert len(words("minutes", f"{LISTS}[@type='participants']/item")) == 4
    assert words("minutes", f"{LISTS}[@type='agenda']/label") == ["1.", "2.", "3."]
    assert words("minutes", "//div[@type='section']/head") == [
        "1. Fisheries",
        "2. Military sales to Peru",
        "3. Other business",
    ]


def test_markdown():
    assert words("markdown", "//body/div/head") == ["# Memorandum of Conversation"]
    assert attributes("markdown", f"{LISTS}[head]/@type") == ["date", "place", "participants"]
    assert words("markdown", "//div[@type='section']/head") == ["## Fisheries", "## Military sales"]
    assert len(words("markdown", "//quote/p")) == 1
    assert words("markdown", "//note/label") == ["[^1]:"]


def test_scan_with_loose_blanks():
    assert words("ocr", "//opener/seg[@type='letterhead']") == ["DEPARTMENT OF STATE"]
    assert len(words("ocr", f"{LISTS}[@type='participants']/item")) == 3


# Notes


@pytest.mark.parametrize(
    ("name", "calls"),
    [("notes-slash", ["1/", "2/", "3/"]), ("notes-brackets", ["[1]", "[2]"]), ("notes-stars", ["*", "**"])],
)
def test_typed_notes(name, calls):
    assert attributes(name, "//p/note/@n") == [call.strip("[]/") for call in calls]
    assert words(name, "//p/note/label") == calls
    assert words(name, "//closer") == []


def test_what_stands_over_the_notes():
    assert words("notes-brackets", "//fw[@type='notes']") == ["NOTES"]
    assert len(words("notes-slash", "//fw[@type='rule']")) == 1
