"""Documents on Australian Foreign Policy: whole documents, in the forms that the copies of its site have."""

from __future__ import annotations

import pytest

import teiconv
from teiconv.conventions.table import named
from teiconv.model import descendants, flatten, plain

CABLE = """7 Harland to Department of Works

Cablegram 54 LIMA, 21 March 1947, 6.25 p.m.

MOST IMMEDIATE SECRET

Your telegram 12 [1] reached us by way of Voss. [2] We agree with all of it.

2. Nothing more need be done before June. [3]

HARLAND

1 Document 6.

2 Edwin Voss, then Consul in Lima.

3 The meeting was put off.

[AA : A838, 54/1/2, v]"""

ENCLOSURE = """8 Mr A. B. Harland, Minister for Works, to Dr E. Voss, Consul in Lima

Letter CANBERRA, 2 May 1947, PERSONAL AND SECRET

I enclose a paper of my own. [1]

A. B. HARLAND

1 Sent by bag.

Enclosure

Memorandum by Mr A. B. Harland, Minister for Works

CANBERRA, 30 April 1947

SECRET

The bridge [1] ought to be mended by Easter. [2]

1 At Arica.

2 It was.

[AA : CP 90/6, BUNDLE 1, ITEM 2]"""

BELOW_SOURCE = """9 LETTER, HARLAND TO VOSS

High Commission, Lima, 2 May 1967

6008. Top Secret

The bridge is down again.[1]

[NAA: A838, 165/87 PART 1]

1  See Document 8."""

RULED = """10 Harland to Voss

Cablegram UN4, NEW YORK, 3 May 1949, 7.17 p.m.

RESTRICTED

Adopted, 25 to 21[1] with nine absent.[2]

 _[1] The text has 'twenty'.

[2] And one late.

[AA : A838, 54/10, I]"""

RUN_ON = """11 Harland to Voss

Cablegram 9 LIMA, 4 May 1942

Seen [1] by all [2] of them. [3]

1 Sent to the Consul (E. M.

Voss) too.

2 Document 27 3 The Ministers of Works.

[AA:A816, 19/304]"""

DISPLACED = """12 Harland to Voss

Letter 5 May 1938,

All is well. [1]

1 It was not.

 [AA : A981, LIMA 16] HARLAND"""

UNCALLED = """13 Harland to Voss

Letter LIMA, 5 May 1938

All is well.

HARLAND

1 Document 12.

[AA : A981, LIMA 16]"""

TWO_LISTS = """15 Harland to Voss

Letter LIMA, 5 May 1938

All is well. [1] So they say. [1]

1 Document 12.

1 Who says so, the copy leaves out.

[AA : A981, LIMA 16]"""

UNCALLED_BELOW = TWO_LISTS.replace("say. [1]", "say.").replace("1 Who", "Enclosure\n\nA list.\n\n1 Who")

DOCUMENTS = {
    "two lists, one below the other": TWO_LISTS,
    "a second list that nothing calls": UNCALLED_BELOW,
    "cable": CABLE,
    "enclosure": ENCLOSURE,
    "notes below the source": BELOW_SOURCE,
    "notes below a rule": RULED,
    "notes that run on": RUN_ON,
    "bracket with the signature": DISPLACED,
    "note that nothing calls": UNCALLED,
    "line ends of another system": CABLE.replace("\n", "\r\n"),
    "a quotation": CABLE.replace("2. Nothing", "> Nothing\n>\n> at all\n\n2. Nothing"),
    "blanks": CABLE.replace("HARLAND\n", "  HARLAND \n \t\n").replace("2 Edwin", " 2  Edwin"),
    "empty": "14 Harland to Voss\n\n[AA : A981, LIMA 16]",
}


@pytest.fixture
def document():
    def read(text):
        return teiconv.read_text(text)

    return read


def notes(body):
    return [node for node in descendants(body) if node.name == "note" and node.get("n")]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_text_comes_back_and_its_tei_is_valid(name):
    tei = teiconv.to_tei(DOCUMENTS[name])
    assert teiconv.to_text(tei) == DOCUMENTS[name]
    assert not [problem for problem in teiconv.validate(tei) if problem.severity == "error"]
    assert teiconv.to_tei(teiconv.to_text(tei)) == tei


@pytest.mark.parametrize("name", DOCUMENTS)
def test_series_is_recognised(name):
    assert teiconv.read_text(DOCUMENTS[name]).conventions == "dafp"


@pytest.mark.parametrize("name", sorted(DOCUMENTS.keys() - {"two lists, one below the other"}))
def test_numbering_of_the_series_is_nothing_to_warn_of(name):
    assert teiconv.validate(teiconv.to_tei(DOCUMENTS[name])) == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_text_comes_back_from_the_profile_of_the_other_series(name):
    tei = teiconv.to_tei(DOCUMENTS[name], profile=teiconv.Profile.FRUS)
    assert teiconv.to_text(tei) == DOCUMENTS[name]


def test_library_tells_where_in_the_text_a_note_is_called(document):
    found = document(CABLE).notes
    assert [CABLE[note.start : note.end] for note in found] == ["[1]", "[2]", "[3]"]


def test_conventions_that_are_not_known_here_are_told():
    tei = teiconv.to_tei(CABLE).replace(b'type="dafp"', b'type="of-tomorrow"')
    with pytest.raises(teiconv.TeiError, match="no conventions 'of-tomorrow'"):
        teiconv.to_text(tei)


def test_ordinary_document_carries_no_layout_marks(document):
    body = document(CABLE).body
    assert not [node.name for node in descendants(body) if node.name in ("lb", "space", "milestone", "label")]


def test_notes_stand_at_their_calls(document):
    body = document(CABLE).body
    assert [(note.get("n"), note.get("xml:id")) for note in notes(body)] == [(n, f"d7fn{n}") for n in "123"]
    (paragraph,) = (node for node in body.content if node.name == "p" and "Nothing" in flatten(node.content))
    assert plain(paragraph.content).endswith("before June. ")
    assert [flatten(node.content) for node in descendants(paragraph) if node.name == "note"] == [
        "The meeting was put off."
    ]


def test_header_says_what_title_opener_marking_and_bracket_say(document):
    header = document(CABLE).header
    assert (header.number, header.title, header.genre) == ("7", "Harland to Department of Works", "cablegram")
    assert [agent.name for agent in (*header.sent, *header.received)] == ["Harland", "Department of Works"]
    assert dict(header.created.attributes) == {"when": "1947-03-21T18:25:00"}
    assert header.place == "LIMA"
    assert (header.classification.level, header.classification.precedence) == ("Secret", ("Most Immediate",))
    assert (header.archive.repository, [unit.name for unit in header.archive.units]) == ("AA", ["A838", "54/1/2", "v"])


def test_opener_line_signature_and_source_are_marked(document):
    body = document(CABLE).body
    dateline = next(node for node in body.content if node.name == "dateline")
    assert [(node.name, flatten(node.content)) for node in dateline.content if not isinstance(node, str)] == [
        ("seg", "Cablegram 54"),
        ("placeName", "LIMA"),
        ("date", "21 March 1947, 6.25 p.m."),
    ]
    assert [plain(node.content) for node in descendants(body) if node.name == "signed"] == ["HARLAND"]
    assert [node.get("type") for node in body.content if node.name == "note"] == ["source"]


def test_enclosure_has_title_dateline_and_notes_of_its_own(document):
    body = document(ENCLOSURE).body
    letter, enclosed = (node for node in body.content if node.name == "div")
    assert [note.get("xml:id") for note in notes(letter)] == ["d8fn1"]
    assert [note.get("n") for note in notes(enclosed)] == ["1", "2"]
    assert [node.name for node in enclosed.content][:4] == ["head", "head", "dateline", "opener"]
    assert letter.content[-1].name == "milestone"


def test_marking_in_the_line_of_the_opener_is_the_document_s(document):
    assert document(ENCLOSURE).header.classification.handling == ("Personal",) or document(
        ENCLOSURE
    ).header.classification.level in ("Secret", "Personal and Secret")


def test_title_in_capitals_names_correspondents(document):
    header = document(BELOW_SOURCE).header
    assert [agent.name.upper() for agent in (*header.sent, *header.received)] == ["HARLAND", "VOSS"]
    assert header.genre == "letter"
    assert header.classification.level == "Top Secret"


def test_note_that_runs_on_in_the_line_of_another_is_a_note(document):
    found = notes(document(RUN_ON).body)
    assert [note.get("n") for note in found] == ["1", "2", "3"]
    assert plain(found[2].content) == "The Ministers of Works."
    assert found[2].get("rend") == "run-on"


def test_bracket_in_the_line_of_the_signature_is_the_source(document):
    assert document(DISPLACED).header.archive.units[-1].name == "LIMA 16"


def test_two_lists_without_anything_between_them_are_one(document):
    body = document(TWO_LISTS).body
    assert [note.get("xml:id") for note in notes(body)] == ["d15fn1", "d15fn1-2"]
    assert not [node for node in descendants(body) if node.name == "milestone"]


def test_note_that_nothing_calls_is_kept_as_such(document):
    (note,) = notes(document(UNCALLED).body)
    assert note.get("anchored") == "false"


def test_change_of_a_word_and_no_other_shows_in_the_text():
    tei = teiconv.to_tei(CABLE).replace(b"reached us", b"came to us").replace(b"was put off", b"took place")
    expected = CABLE.replace("reached us", "came to us").replace("was put off", "took place")
    assert teiconv.to_text(tei) == expected


def test_blank_before_a_short_line_makes_it_the_title_of_a_section(document):
    body = document(BELOW_SOURCE.replace("The bridge is", " Bridges in the North\n\nThe bridge is")).body
    (section,) = (node for node in body.content if node.name == "div")
    assert [plain(node.content) for node in section.content if node.name == "head"] == [" Bridges in the North"]
    assert [node.get("type") for node in body.content if node.name == "note"] == ["source"]


def test_lines_with_the_sign_of_a_quotation_are_one(document):
    (quote,) = (node for node in descendants(document(DOCUMENTS["a quotation"]).body) if node.name == "quote")
    assert plain(quote.content[0].content) == "> Nothing>> at all"


REFERENCES = [
    ("See Document 28.", ["#d28"]),
    ("See Document 28, note 4.", ["#d28fn4"]),
    ("See Document 28 and note 4 thereto.", ["#d28fn4"]),
    ("See Documents 78-80 and 85.", ["#d78", "#d80", "#d85"]),
    ("On the file cited in note 1.", ["#d7fn1"]),
    ("On the file cited in note 9.", []),
    ("See Volume IX, Document 12.", []),
    ("See Documents on the Works, vol. IV, Documents 12 and 13.", []),
    ("See ibid., Document 453.", []),
    ("See Penrose, Document 45.", []),
    ("Document 1947/3 was lost.", []),
]


@pytest.mark.parametrize(("sentence", "targets"), REFERENCES, ids=[sentence for sentence, _ in REFERENCES])
def test_reference_points_to_a_document_of_the_volume(document, sentence, targets):
    body = document(CABLE.replace("The meeting was put off.", sentence)).body
    assert [node.get("target") for node in descendants(body) if node.name == "ref"][1:] == targets


def test_place_in_brackets_is_where_the_recipient_was():
    text = CABLE.replace("7 Harland to Department of Works", "7 Harland to Voss (in Quebec)")
    header = teiconv.read_text(text).header
    assert ([agent.name for agent in header.received], header.received_at) == (["Voss"], "Quebec")
    assert b"<placeName>Quebec</placeName>" in teiconv.to_tei(text)


def test_line_that_could_open_a_paper_is_text_below_text(document):
    text = CABLE.replace("Your telegram", "THE BRIDGE\n\nAgendum No.1/1947\n\nINTRODUCTION\n\nYour telegram")
    assert teiconv.to_text(teiconv.to_tei(text)) == text
    assert not [node for node in document(text).body.content if node.name == "div" and node.get("type") == "attachment"]


@pytest.mark.parametrize("name", ["Voss-Meyer", "Meyer-Voss", "Voss-Rogers"])
def test_double_name_is_not_halved(document, name):
    made = document(CABLE.replace("7 Harland to Department of Works", f"7 Harland to {name}"))
    assert [(agent.name, agent.ref) for agent in made.header.received] == [(name, None)]
    assert not any(node.get("type") == "to" for node in made.body.iter("persName"))


OPENING = "7 Harland to Marsh\n\nCablegram 5 LIMA, 8 May 1947\n\nSeen. [1] [2]\n\n"
HOSTILE = {
    "lines that begin with 1": OPENING + "\n\n".join(["1 a b c"] * 6000),
    "numbers that rise among ones": OPENING + "\n\n".join(f"1 a\n\n{i} b" for i in range(2, 3000)),
    "notes that run on": OPENING + "1 A" + " 2 B" * 20000,
    "lines of a wrapped copy": OPENING
    + "\n\n".join(["and they went on to the harbour in the early morning of"] * 6000),
    "signatures": OPENING + "\n\n".join(["HARLAND"] * 6000),
    "brackets": OPENING + "\n\n".join(["[AA : A838, 54/1]"] * 6000),
    "a title without end": "7 " + "LIMA 5 to " * 20000 + "\n\n" + OPENING,
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.timeout(20)
def test_structure_takes_linear_time_on_any_text(name):
    from teiconv.conventions.reading import read_body

    read_body(HOSTILE[name].strip(), named("dafp"))


@pytest.mark.parametrize("left_out", ["title", "sources", "notes", "openers", "closers", "lines", "rules"])
def test_each_pass_can_be_left_out(left_out):
    from teiconv.conventions.reading import read_body
    from teiconv.layout.render import render

    fewer = named("dafp").without(left_out)
    body = read_body(ENCLOSURE, fewer)
    assert render(body, write_inline=fewer.write, canon=fewer.canon) == ENCLOSURE
