"""The series from 1861 to the 1950s: titles, datelines, markers, inclosures and signatures of these decades."""

from __future__ import annotations

import pytest
from sample_texts import attributes, document, words

from teiconv.conventions.reading import read_body
from teiconv.layout.lines import Placed, running
from teiconv.model import OBJECT, Element, descendants, element, flatten, plain
from teiconv.structure.closers import find_closers
from teiconv.structure.draft import Draft
from teiconv.structure.enclosures import is_marker
from teiconv.structure.letters import is_correspondence
from teiconv.structure.openers import read_opener


@pytest.mark.parametrize(
    ("name", "title", "place", "when"),
    [
        ("1865", "Mr. Bigelow to Mr. Seward", "Legation of the United States, Paris", "1865-05-03"),
        ("1895", "Mr. Uhl to Mr. Denby", "Department of State, Washington", "1895-02-04"),
    ],
)
def test_despatch(name, title, place, when):
    name = f"series-despatch-{name}"
    assert words(name, "/body/div/head") == [title]
    assert words(name, "/body/div/opener/seg")[0].startswith("No. ")
    assert words(name, "/body/div/opener/dateline/placeName") == [place]
    assert attributes(name, "/body/div/opener/dateline/date/@when") == [when]


def test_number_of_the_document_above_its_title():
    assert attributes("series-despatch-1877", "/body/div/@n") == ["91"]
    assert words("series-despatch-1877", "/body/div/head") == ["No. 91. Mr. Harlan to Mr. Poe."]
    assert document("series-despatch-1877").xpath("string(//titleStmt/title)") == "Mr. Harlan to Mr. Poe."


def test_number_of_the_document_on_a_line_of_its_own():
    assert attributes("series-despatch-1871", "/body/div/@n") == ["158"]
    assert words("series-despatch-1871", "/body/div/head") == ["Mr. Bancker to Mr. Fisk"]
    assert document("series-despatch-1871").xpath("string(//titleStmt/title)") == "Mr. Bancker to Mr. Fisk"
    assert words("series-despatch-1871", "/body/div/opener/seg") == ["No. 158.", "No. 180.]"]


def test_signed_by_order():
    assert words("series-despatch-1871", "//closer/signed") == ["GEO. BANCKER.", "ANDORF."]


def test_closes_of_the_1870s():
    assert words("series-despatch-1877", "//closer/salute") == [
        "I have, &c.,",
        "The undersigned avails himself of this occasion to renew to Mr. Harlan the assurances of his highest "
        "consideration.",
    ]
    assert words("series-despatch-1877", "//closer/signed") == ["E. B. HARLAN.", "J. VALDEZ."]


def test_close_of_a_despatch():
    closer = "/body/div/div[@type='text']/closer"
    assert words("series-despatch-1865", f"{closer}/salute") == ["I have the honor to be, sir, your obedient servant,"]
    assert words("series-despatch-1865", f"{closer}/signed") == ["JOHN BIGELOW."]
    below = "/body/div/div[@type='text']/postscript"
    assert words("series-despatch-1865", below) == ["Hon. William H. Seward, Secretary of State."]
    assert words("series-despatch-1895", f"{closer}/signed") == ["Edwin F. Uhl, Acting Secretary."]


@pytest.mark.parametrize(
    ("name", "labels", "titles"),
    [
        ("series-despatch-1861", ["Enclosure.—Translation."], ["[Untitled]", "Mr. Thouvard to Mr. Harrow"]),
        (
            "series-despatch-1864",
            ["Enclosures"],
            ["Mr. Harrow to Earl Rossmore", "Earl Rossmore to Mr. Harrow"],
        ),
        (
            "series-despatch-1900",
            ["Inclosure 1.—Translation.", "Inclosure 2.", "Subinclosure."],
            [
                "President of the Tsungli Yamen to Mr. de Colon.",
                "Mr. Conner to Prince Ching.",
                "Imperial edict.",
            ],
        ),
        (
            "series-despatch-1865",
            ["Enclosure No. 1.", "Enclosure No. 2.—Translation."],
            ["Mr. Bigelow to M. Drouyn de Lhuys", "M. Drouyn de Lhuys to Mr. Bigelow"],
        ),
        ("series-despatch-1871", ["Inclosure 1.—Translation."], ["The Count Andorf to Mr. Bancker."]),
        ("series-despatch-1895", ["Inclosure 1 in No. 972."], ["Mr. Smith to Mr. Uhl."]),
        (
            "series-instruction-1928",
            ["Enclosure 1—Translation"],
            ["The French Ambassador (Claudel) to the Secretary of State"],
        ),
        ("series-memorandum-1937", ["Annex"], ["The Japanese Embassy to the Department of State"]),
    ],
)
def test_inclosures(name, labels, titles):
    inclosure = "//div[@type='attachment']"
    assert attributes(name, f"{inclosure}/@n") == labels
    assert words(name, f"{inclosure}/head") == titles


@pytest.mark.parametrize(
    ("name", "signatures"),
    [
        ("1861", ["CHARLES F. HARROW.", "ROSSMORE.", "THOUVARD."]),
        ("1864", ["CHARLES FRANCIS HARROW.", "CHARLES FRANCIS HARROW.", "ROSSMORE."]),
        ("1900", ["E. H. Conner.", "E. H. Conner."]),
    ],
)
def test_every_letter_is_signed(name, signatures):
    assert words(f"series-despatch-{name}", "//closer/signed")[: len(signatures)] == signatures


def test_date_below_the_signature():
    below = "//div[@type='attachment']/closer"
    assert words("series-despatch-1899", f"{below}/signed") == ["CHING."]
    assert attributes("series-despatch-1899", f"{below}/dateline/date/@when") == ["1899-08-27"]


def test_date_below_minutes():
    assert attributes("series-minutes-1920", "//closer/dateline/date/@when") == ["1920-06-23"]


def closed(blocks):
    return find_closers(Draft(tuple(blocks), after="\n")).blocks


def test_initials_are_no_date():
    closer = closed([Placed("", element("p", "I agree.")), Placed("\n\n", element("p", "N.D."))])[-1]
    assert closer.block == element("closer", element("signed", "N.D."))


def test_addressee_below_the_signature_is_no_part_of_it():
    (own, *_) = words("series-despatch-1861", "//closer")
    assert own.endswith("Hon. William Stanfield, Secretary of State, Washington.")
    assert words("series-despatch-1864", "//postscript/p")[-1] == "C. F. Harrow, Esq., &c., &c., &c."


def test_inclosures_have_datelines_and_closes_of_their_own():
    inclosure = "//div[@type='attachment']"
    assert attributes("series-despatch-1865", f"{inclosure}/dateline/date/@when") == ["1865-04-29", "1865-05-02"]
    assert words("series-despatch-1865", f"{inclosure}/closer/signed") == ["JOHN BIGELOW.", "DROUYN DE LHUYS."]


@pytest.mark.parametrize(
    ("name", "marker", "when"),
    [("1895", "[Telegram.]", "1895-02-04"), ("1914", "[Telegram—Paraphrase]", "1914-09-10T15:00:00")],
)
def test_marker_above_the_dateline(name, marker, when):
    assert words(f"series-telegram-{name}", "/body/div/opener/seg") == [marker]
    assert attributes(f"series-telegram-{name}", "/body/div/dateline/date/@when") == [when]


@pytest.mark.parametrize(
    ("name", "received"), [("1914", "[Received 7:20 p.m.]"), ("1940", "[Received May 3—4:10 p.m.]")]
)
def test_time_of_receipt_belongs_to_the_dateline(name, received):
    (dateline,) = words(f"series-telegram-{name}", "/body/div/dateline")
    assert dateline.endswith(received)


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("telegram-1914", "File No. 763.72/1234"),
        ("instruction-1928", "711.5112 France/412"),
        ("memorandum-1937", "793.94/8990"),
        ("telegram-1940", "740.0011 European War 1939/2713: Telegram"),
    ],
)
def test_file_number(name, number):
    assert words(f"series-{name}", "/body/div/note[@type='source'][@rend='inline']") == [number]


@pytest.mark.parametrize(
    ("name", "source", "title"),
    [
        ("minutes-1919", "Paris Peace Conf. 180.03401/86", "Notes of a Meeting Held at President Wilmot’s House"),
        ("minutes-1943", "J. C. S. Files", "Minutes of the President’s Meeting With the Joint Chiefs of Staff"),
        ("message-1943", "Rosewell Papers: Telegram", "Prime Minister Churston to President Rosewell"),
        ("despatch-1911", "File No. 812.00/1621.", "The American Ambassador to the Secretary of State."),
    ],
)
def test_source_above_the_title(name, source, title):
    assert words(f"series-{name}", "/body/div/note[@rend='inline']") == [source]
    (head,) = words(f"series-{name}", "/body/div/head")
    assert head.startswith(title)


SOURCES = """
Policy Planning Staff Files
Hollis Papers
Moscow Embassy Records
Department of State Atomic Energy Files
Secretary’s Daily Meetings, Lot 58 D 609, June 1951
Eisenhower Library, Eisenhower papers, 1953–61, Whitman file
RSC Lot 60–D 224, Box 96: U.S. Cr. Min. 16
CFM Files: Lot M–88: Box 252: Bradley–Tedder
Files of the Council of Foreign Ministers: Lot M88: Box 2063
INR–NIE files
Lot 64 D 563
Leahy Diary
Treaty Series No. 800
396.1 GE/3–554: Circular telegram
""".strip().splitlines()
TITLES = (
    "Memorandum of Conversation, by the Secretary of State",
    "Minutes of the Third Meeting, Paris, May 5, 1946, 4 p.m.",
    "Harlan Minutes",
    "Special Estimate, Washington, May 5, 1951",
    "Treaty Between the United States of America and Utopia, Signed at Lima, April 20, 1928",
    "No. 443\nThe Secretary of State to the Embassy in France",
)


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("source", SOURCES)
def test_collections_above_titles_of_the_1940s_and_1950s(source, title):
    text = f"{source}\n\n{title}\n\ntop secret\n\nThe Ambassador called.1\n\nPaul Harlan\n  1. Not printed."
    above, head, *_ = [block for block in read_body(text).content if isinstance(block, Element)]
    assert (above.name, above.get("rend"), plain(above.content)) == ("note", "inline", source)
    assert (head.name, flatten(head.content)) == ("head", title.replace("\n", OBJECT))


def test_a_note_on_the_collection():
    body = read_body("Hollis Papers1\n\nMemorandum by Mr. Harlan\n\nThe Minister called.\n\n  1. At Princeton.")
    notes = [plain(node.content) for node in descendants(body) if node.name == "note"]
    assert notes == ["Hollis Papers", "At Princeton."]


@pytest.mark.parametrize("title", ["Records of the talks were kept.", "Minutes of a Meeting", "Notes for the Files"])
def test_what_is_no_collection(title):
    assert read_body(f"{title}\n\nThe Ambassador called.1\n\n  1. Not printed.").content[0].name == "head"


def test_a_collection_above_a_typed_memorandum():
    body = read_body("Nixon Library\n\nMEMORANDUM FOR: Paul Harlan\nFROM: John Doe\nSUBJECT: Peru\n\nIt went well.")
    assert [node.get("type") for node in descendants(body) if node.name == "list"] == ["to", "from", "subject"]


def test_notes_numbered_through_the_volume():
    body = read_body(
        "741.9111/70\n\nMemorandum, by Mr. Harlan25\n\nThe Minister26 called.\n  1. Paul Harlan.\n  2. Of Iran."
    )
    notes = [(node.get("n"), plain(node.content)) for node in descendants(body) if node.name == "note"]
    assert notes == [(None, "741.9111/70"), ("25", "Paul Harlan."), ("26", "Of Iran.")]


@pytest.mark.parametrize(
    "sentence",
    [
        "In the course of this discussion both of them said that no agreement had been reached on the matter.",
        "That the reply should be sent.)",
    ],
)
def test_a_sentence_above_the_notes_is_no_signature(sentence):
    blocks = [Placed("", element("p", "He began.")), Placed("\n\n", element("p", sentence))]
    assert [placed.block.name for placed in closed(blocks)] == ["p", "p"]


def test_an_office_under_the_last_signature_entitles_nothing():
    body = read_body("741.9/70\n\nMemorandum\n\nI agree.1\n\nPaul Harlan\nChief of the Division\n  1. Not printed.")
    assert [plain(node.content) for node in descendants(body) if node.name in ("head", "signed")] == [
        "Memorandum",
        "Paul HarlanChief of the Division",
    ]


def test_rows_of_a_single_cell_below_a_brace():
    assert words("series-minutes-1919", "//table/row/cell[1]") == [
        "Sir Maurice Hanley, K. C. B.",
        "Count Aldobrandi.",
        "Prof. P. J. Manton.—Interpreter.",
    ]


def test_those_present_are_participants():
    assert attributes("series-minutes-1919", "/body/div/list/@type") == ["participants"]


def test_number_of_minutes():
    assert words("series-minutes-1919", "/body/div/opener/seg") == ["CF–86"]


@pytest.mark.parametrize(
    ("name", "segments", "when"),
    [
        ("despatch-1938", ["No. 1234"], "1938-03-03"),
        ("telegram-1944", ["secret", "us urgent"], "1944-03-03T12:00:00"),
        ("message-1943", ["secret"], "1943-05-21"),
    ],
)
def test_number_or_classification_above_the_dateline(name, segments, when):
    assert words(f"series-{name}", "/body/div/opener/seg") == segments
    assert attributes(f"series-{name}", "/body/div//dateline/date/@when")[0] == when


def test_number_below_the_classification():
    (opener,) = (
        read_opener(element("p", "Lima, April 7, 1949.", element("lb"), "confidential", element("lb"), "No. 54")) or ()
    )
    assert [plain(node.content) for node in opener.content if isinstance(node, Element) and node.name == "seg"] == [
        "confidential",
        "No. 54",
    ]


def test_full_stop_of_a_title_belongs_to_nobody():
    assert words("series-despatch-1911", "/body/div/head/roleName") == ["American Ambassador", "Secretary of State"]


@pytest.mark.parametrize(
    ("name", "signature"),
    [
        ("telegram-1895", "Denby."),
        ("telegram-1940", "Bullitt"),
        ("instruction-1928", "Frank B. Kellogg"),
        ("memorandum-1937", "C[ordell] H[ull]"),
    ],
)
def test_signature(name, signature):
    assert words(f"series-{name}", "//closer/signed")[0] == signature


@pytest.mark.parametrize(
    "title",
    [
        "Señor Romero to Mr. Seward",
        "The Chargé in Great Britain (Laughlin) to the Acting Secretary of State",
        "Emperor William to President Roosevelt",
        "No. 12.\nBaron Gerolt to Mr. Fish.",
        "Consular Agent Jaynes to Mr. Tripp.",
        "Prince Ch’ing to Mr. Conger.",
        "Mr. Conger to Li Hung-chang.",
        "Foreign office to Mr. Conger.",
        "President of the Tsungli Yamen to Mr. de Cologan.",
        "The minister of foreign affairs to Mr. Adams",
        "The American Ambassador to American Consular Officers in Mexico.",
        "J. A. Smith & Co. to Mr. Fish.",
    ],
)
def test_titles_of_letters(title):
    assert is_correspondence(title)


@pytest.mark.parametrize(
    "title",
    [
        "The President asked me to see the Secretary.",
        "The Road to War",
        "Letter to the President",
        "Approach to President Nixon",
        "American Military Assistance to Vietnam",
        "The President to Visit China",
        "Mr. Adams went to the minister.",
    ],
)
def test_what_is_no_title_of_a_letter(title):
    assert not is_correspondence(title)


def test_what_marks_an_inclosure():
    for marker in ("[Enclosure]", "[Inclosure 2 in No. 45.]", "[Inclosure.—Translation.]", "[Subenclosure 1]"):
        assert is_marker(marker)
    for remark in ("[Enclosure not printed]", "[Annex 1 is printed below.]", "[Extract]"):
        assert not is_marker(remark)


@pytest.mark.parametrize(
    ("lines", "segments"),
    [
        ("Legation of the United States,\nPera, March 20, 1882. (Received April 10.)\nNo. 72.]", ["No. 72.]"]),
        ("Serial 672.]\nAmerican Embassy,\nLima, June 23, 1911.", ["Serial 672.]"]),
        ("No. 27½.]\nLegation of the United States,\nHonolulu, January 12, 1894.", ["No. 27½.]"]),
        ("F. O., No. 396.]\nPekin, July 14, 1902.", ["F. O., No. 396.]"]),
        ("Confidential.]\nParis, May 1, 1862.", ["Confidential.]"]),
        ("American Embassy,\nLondon, August 3, 1914, 7 p.m.\n[Received August 4, 2.30 a.m.]", []),
        ("American Embassy,\nLondon, August 3, 1914.\n(Received August 10.)", []),
    ],
)
def test_lines_around_the_dateline(lines, segments):
    (opener,) = read_opener(running("p", lines.split("\n"))) or ()
    assert [plain(node.content) for node in opener.content if getattr(node, "name", "") == "seg"] == segments
    (dateline,) = (node for node in descendants(element("div", opener)) if node.name == "dateline")
    assert [node.name for node in descendants(dateline) if node.name in ("placeName", "date")] == ["placeName", "date"]
