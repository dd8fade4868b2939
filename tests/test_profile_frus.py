"""The profile of the series: what each thing becomes, and that the text comes back whatever it is.

The grammar and the rules of the series are not ours to ship: where they lie beside the checkout, they are asked too
(``test_corpus.py``); what the rules say of a single document stands here once more, in our words.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree

from teiconv import Options, to_tei, to_text
from teiconv.cli import main
from teiconv.convert import left_out, read_text, to_bytes, write_tei
from teiconv.document.record import Document
from teiconv.formats.frus import to_frus
from teiconv.formats.frus.conventions import read_conventions, write_conventions
from teiconv.formats.tei.read import Convention, read
from teiconv.formats.tei.write import serialise
from teiconv.model import Element, element, transform
from teiconv.model.header import Form, Publication
from teiconv.names.lists.load import load_persons, load_terms
from teiconv.options import Profile

FRUS = Options(profile=Profile.FRUS)
TEI = "{http://www.tei-c.org/ns/1.0}"
NS = {"t": TEI[1:-1], "f": "http://history.state.gov/frus/ns/1.0"}
TITLE = "12. Telegram From the Embassy in Peru to the Department of State1\n\n"
NOTES = "\n\n  1. Source: National Archives, RG 59, Central Files 1970–73, POL 7. Secret; Nodis."
MEMO = TITLE + "Lima, May 5, 1971.\n\nVelasco agrees to [1 line not declassified] in May." + NOTES


def document(text: str, options: Options = FRUS) -> etree._Element:
    """Return the file of ``text`` in the profile, after making sure that it gives the text back."""
    tei = to_tei(text, options)
    assert to_text(tei) == text
    assert not broken_rules(etree.fromstring(tei))
    return etree.fromstring(tei)


def body(text: str, options: Options = FRUS) -> str:
    """Return what the document division of ``text`` holds, as XML without namespaces."""
    (div,) = document(text, options).iterfind(f".//{TEI}body/{TEI}div")
    return re.sub(r' xmlns(:\w+)?="[^"]*"', "", etree.tostring(div, encoding="unicode"))


def paragraph(words: str) -> str:
    """Return the XML of the paragraph that ``words`` make in a memorandum."""
    found = re.search(r"<p[ >].*</p>", body(f"12. Editorial Note\n\n{words}"))
    assert found
    return found[0]


def broken_rules(tei: etree._Element) -> list[str]:
    """Return what of the rules of the series that concern a single document ``tei`` breaks."""
    broken = {
        "hi/@rend": "//t:hi[not(@rend = 'strong' or @rend = 'italic')]",
        "p/@rend": "//t:p[@rend and @rend != 'sectiontitleital']",
        "an attachment holds no div": "//f:attachment//t:div",
        "a note holds no note": "//t:note//t:note",
        "a list holds no paragraph": "//t:list/t:p",
        "a list holds no table": "//t:list//t:table",
        "empty": "//t:p[not(node())] | //t:persName[not(node())] | //t:gloss[not(node())]",
        "a div has an identifier": "//t:div[not(@xml:id)]",
        "a second head": "//t:body//t:head[preceding-sibling::t:head]",
        "a title holds text only": "//t:titleStmt/t:title[*]",
        "type of title": "//t:titleStmt/t:title[not(contains('complete series volume', @type))]",
        "type of idno": "//t:publicationStmt//t:idno[@type != 'frus']",
        "a person is listed": "//t:persName[@corresp][not(//t:persName/@xml:id = substring(@corresp, 2))]",
        "a term is listed": "//t:gloss[@target][not(//t:term/@xml:id = substring(@target, 2))]",
        "a note is named for its document": "//t:note[not(starts-with(@xml:id, concat(//t:body/t:div/@xml:id, 'fn')))]"
        "[@xml:id]",
    }
    return [rule for rule, path in broken.items() if tei.xpath(path, namespaces=NS)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("We have [2 lines not declassified] there.", '[<hi rend="italic">2 lines not declassified</hi>]'),
        ("We saw (name not declassified] there.", '(<hi rend="italic">name not declassified</hi>]'),
        (
            "We have [2 pages [Page 4] not declassified] there.",
            '[<hi rend="italic">2 pages <pb n="4" xml:id="pg_4"/> not declassified</hi>]',
        ),
        ("The perils [sic] are great.", 'perils [<hi rend="italic">sic</hi>] are'),
        ("We go. [Omitted here is the list.]", "We go. [Omitted here is the list.]"),
        ("There were [2 words illegible] there.", "were [2 words illegible] there"),
    ],
    ids=["withheld", "half a bracket", "page break", "sic", "omission", "illegible"],
)
def test_remarks_in_brackets(words, expected):
    assert expected in paragraph(words)


def test_people_are_pointed_to_with_corresp_and_listed_in_front():
    tei = document("12. Letter From Henry Kissinger to President Nixon\n\nNixon saw Henry Kissinger on May 5.")
    listed = tei.findall(
        f".//{TEI}front/{TEI}div[@{{http://www.w3.org/XML/1998/namespace}}id='persons']//{TEI}persName"
    )
    assert ["".join(name.itertext()) for name in listed] == ["Kissinger, Henry", "Nixon"]
    assert tei.xpath("string(//t:body//t:p/t:persName/@corresp)", namespaces=NS) == "#p_NIXON1"
    assert not tei.xpath("//@ref", namespaces=NS)


def test_lists_of_persons_and_terms_stand_in_front():
    persons = load_persons([("persons.txt", "Persons\n\n  • Doe, Jane A., Ambassador to Peru\n".encode())])
    terms = load_terms([("terms.txt", "Terms\n\n  • NSC, National Security Council\n".encode())])
    text = "12. Editorial Note\n\nJane Doe wrote to the NSC on May 5."
    front = document(text, Options(persons=persons, terms=terms, profile=Profile.FRUS)).find(f".//{TEI}front")
    assert front is not None
    written = re.sub(r"\s*\n\s*| xmlns(:\w+)?=\"[^\"]*\"", "", etree.tostring(front, encoding="unicode"))
    assert '<persName xml:id="p_DJA1">Doe, Jane A.</persName>,</hi> Ambassador to Peru</item>' in written
    assert '<term xml:id="t_NSC1">NSC</term>,</hi> National Security Council</item>' in written


def test_bodies_and_offices_are_glosses():
    head = body(TITLE + "Lima, May 5, 1971.\n\nVelasco agrees." + NOTES).partition("<note")[0]
    assert '<gloss type="from" subtype="body">Embassy in Peru</gloss>' in head
    assert '<gloss type="to" subtype="body">Department of State</gloss>' in head


def test_notes_have_no_place_and_the_marking_is_named():
    note = re.search(r"<note .*?</note>", body(MEMO))
    assert note
    assert "place=" not in note[0]
    assert 'type="source"' in note[0]
    assert '<frus:classification level="s">Secret</frus:classification>; Nodis.' in note[0]


@pytest.mark.parametrize(
    ("marking", "level"),
    [("Top Secret", "ts"), ("Confidential", "c"), ("Unclassified", "u"), ("No classification marking", "na")],
)
def test_levels_of_classification(marking, level):
    assert f'<frus:classification level="{level}">{marking}<' in body(MEMO.replace("Secret", marking))


def test_a_level_that_the_series_has_no_value_for():
    written = body(MEMO.replace("Secret", "Limited Official Use"))
    assert "<frus:classification>Limited Official Use</frus:classification>" in written


def test_place_and_date_of_writing():
    dateline = '<dateline><placeName>Lima</placeName>, <date when="1971-05-05">May 5, 1971</date>.</dateline>'
    assert dateline in body(MEMO)


def test_an_enclosure_is_an_attachment_without_a_division_before_it():
    text = (
        TITLE + "Lima, May 5, 1971.\n\nI enclose it.\n\nDoe\n[Enclosure]\n\nNote From Doe to Roe\n\nWe agree." + NOTES
    )
    written = body(text)
    assert "<frus:attachment" in written
    assert written.count("<div") == 1
    assert written.index("<closer>") < written.index("<frus:attachment")


def test_a_title_of_a_section_is_a_paragraph():
    prose = "The talks began in May, and they went on in June. " * 4
    written = body(f"12. Editorial Note\n\n{prose.strip()}\n\nRecommendation\n\n{prose.strip()}\n\n{prose.strip()}")
    assert '<p rend="sectiontitleital">Recommendation</p>' in written


@pytest.mark.parametrize("kind", ["subject", "participants", "from", "memo", None])
def test_a_list_of_a_kind_that_the_series_has(kind):
    assert write_conventions(element("list", type=kind)) == element("list", type=kind)


def test_a_list_of_a_kind_that_the_series_has_not():
    assert write_conventions(element("list", type="place")) == element("list", type="simple", subtype="place")


@pytest.mark.parametrize(
    "node",
    [
        element("ab", "a", xml_space="preserve"),
        element("p", "a", rend="sectiontitle"),
        element("persName", "a", ref="#p_A1", type="from"),
        element("persName", "a", ref="#p_A1 #p_A2"),
        element("roleName", "a", type="to"),
        element("orgName", "a", type="from"),
        element("rs", "a", type="speaker"),
        element("fw", "a", type="header"),
        element("fw", "a"),
        element("list", type="place"),
        element("note", "a", n="1", place="foot"),
        element("note", "a", rend="inline"),
        element("cell", "a ", rendition="#nowrap", xml_space="preserve"),
    ],
    ids=lambda node: node.name,
)
def test_a_convention_and_back(node):
    assert read_conventions(write_conventions(node)) == node


def test_what_a_page_repeats():
    header = element("fw", "Doe", type="header")
    between = element("div", element("p", "a"), header, type="document", xml_id="d1")
    within = element("div", element("p", "a ", header), type="document", xml_id="d1")
    assert "<figure " in str(serialise(to_frus(Document(between, Form()))))
    assert "<seg " in str(serialise(to_frus(Document(within, Form()))))
    for tree in (between, within):
        assert read(serialise(to_frus(Document(tree, Form())))).body == tree.having(n="1")


def test_a_document_is_numbered_as_it_is_named():
    assert 'n="7"' in body("Editorial Note\n\nTalks began.", Options(identifier="d7", profile=Profile.FRUS))
    assert ' n="' not in body("Editorial Note\n\nTalks began.", Options(identifier="memo", profile=Profile.FRUS))


@pytest.mark.parametrize("identifier", ["persons", "terms"])
def test_identifiers_stay_unique(identifier):
    text = "12. Letter From Henry Kissinger to President Nixon\n\nNixon saw Henry Kissinger on May 5."
    tei = document(text, Options(identifier=identifier, profile=Profile.FRUS))
    identifiers = tei.xpath("//@xml:id")
    assert len(set(identifiers)) == len(identifiers)


def test_the_header_says_what_the_user_said():
    said = Publication(
        series="Papers",
        volume="Peru",
        identifier="frus1969-76ve10",
        publisher="An Office",
        place="Washington",
        date="2006",
    )
    tei = document(MEMO, Options(publication=said, profile=Profile.FRUS))
    titles = {title.get("type"): title.text for title in tei.iterfind(f".//{TEI}titleStmt/{TEI}title")}
    assert titles == {
        "complete": "Telegram From the Embassy in Peru to the Department of State",
        "series": "Papers",
        "volume": "Peru",
    }
    statement = tei.find(f".//{TEI}publicationStmt")
    assert statement is not None
    assert [child.text for child in statement] == ["An Office", "Washington", "2006", "frus1969-76ve10"]
    source = tei.find(f".//{TEI}sourceDesc/{TEI}p")
    assert source is not None
    assert "".join(source.itertext()) == "National Archives, RG 59, Central Files 1970–73, POL 7"


LAYOUTS = {
    "blank lines": MEMO.replace("\n\nVelasco", "\n\n\n\nVelasco"),
    "a paragraph without margin": MEMO.replace("in May.", "in May.\nHe said so."),
    "blanks in a row": MEMO.replace("agrees to", "agrees   to"),
    "blanks at the end of a line": MEMO.replace("1971.", "1971.  "),
    "tabs": MEMO.replace("agrees to", "agrees\tto"),
    "white space at the edges": f"\n\n {MEMO}\n \n",
    "a form feed": MEMO.replace("\n\nVelasco", "\n\f\nVelasco"),
    "CR LF": MEMO.replace("\n", "\r\n"),
    "mixed line ends": MEMO.replace("\n", "\r\n", 2),
    "a cell with a blank": MEMO.replace("in May.", "in May.\n\nA \t\tB\t\t\nC\t\tD"),
    "no title": "So it goes.",
    "nothing": "",
}


@pytest.mark.parametrize("text", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_layout(text):
    tei = to_tei(text, FRUS)
    assert to_text(tei) == text
    assert to_tei(to_text(tei), FRUS) == tei
    assert b"xml:space" not in tei.replace(b"xml:space and", b"")


@pytest.mark.parametrize("data", ["\ufeff" + MEMO, MEMO.replace("–", "-")], ids=["UTF-16", "cp1252"])
def test_encodings(data):
    encoded = data.encode("utf-16" if data[0] == "\ufeff" else "cp1252")
    options = Options(encoding=None if data[0] == "\ufeff" else "cp1252", profile=Profile.FRUS)
    assert to_bytes(to_tei(encoded, options)) == encoded


def test_tidied_by_another_program():
    tei = to_tei(MEMO, FRUS).decode()
    folded = tei.replace("1 line not", "1\n      line\n   not").replace("<p>Velasco", "<p>\n   Velasco")
    assert to_text(folded.encode()) == MEMO


def test_a_word_that_is_changed():
    tei = to_tei(MEMO, FRUS)
    assert to_text(tei.replace(b"agrees", b"objects")) == MEMO.replace("agrees", "objects")
    assert to_text(tei.replace(b">1 line not", b">3 lines not")) == MEMO.replace("1 line", "3 lines")


def test_front_matter_that_was_edited_beyond_recognition():
    lists = '<list type="names"><item>Nobody</item></list><list type="terms"><item/></list>'
    front = f'<front><div type="section">{lists}</div></front>'
    tei = re.sub(r"<front>.*</front>|(?=<body>)", front, to_tei(MEMO, FRUS).decode(), count=1, flags=re.DOTALL)
    assert "Nobody" in tei
    assert to_text(tei.encode()) == MEMO


def certain(node: Element) -> Element:
    """Return ``node`` without what the profile does not hold of a text."""
    if node.name not in ("persName", "ref"):
        return node
    return node.having(cert=None, ref=None if " " in (node.get("ref") or "") else node.get("ref"))


def test_the_very_tree_is_read_from_either_profile(seed):
    for text in (seed, MEMO.encode(), *(text.encode() for text in LAYOUTS.values())):
        found = read_text(text)
        own, theirs = (read(write_tei(found, profile)) for profile in Profile)
        assert transform(own.body, certain) == transform(theirs.body, certain)
        assert own.convention is Convention.OWN
        assert theirs.convention is Convention.FRUS


def test_persons_are_read_from_the_front_matter():
    text = "12. Letter From Henry Kissinger to President Nixon\n\nNixon saw Henry Kissinger on May 5."
    (people,) = read(to_tei(text, FRUS)).standoff
    assert people.name == "listPerson"
    assert {person.get("xml:id") for person in people.content if isinstance(person, Element)} == {"p_KH1", "p_NIXON1"}


def test_what_is_left_out_is_told():
    found = read_text(MEMO)
    lost = {loss.what: loss.count for loss in left_out(found, Profile.FRUS)}
    assert lost["gap"] == 1
    assert "teiHeader//correspDesc" in lost
    assert left_out(found, Profile.TEI) == ()
    assert "gap (1 time)" in map(str, left_out(found, Profile.FRUS))


WORDS = st.sampled_from(
    [
        *"Nixon Secret 12. TO: “Lima, May 5, 1971” [sic] [Page 3] • K: Tab [Enclosure] Background &< — Doe".split(" "),
        "[1 line not declassified]",
        "name not declassified)",
        "\n\n",
        "\n",
        "  • ",
        "\t\t",
        "  ",
        "\u00a0",
        "\f",
        "\n\nDoe\n[Enclosure]\n\n",
        "\n\nRecommendation\n\n",
        "\n\n  1. Source: National Archives, RG 59. Secret.",
    ]
)
TEXTS = st.lists(WORDS, max_size=25).map(" ".join)


@given(TEXTS)
@example("\n\nDoe\n[Enclosure]\n\n \f \n\nDoe\n[Enclosure]\n\n")
@example("Background \n\n  • ")
@example("Nixon \n\n [Enclosure] \n\n  1. Source: National Archives, RG 59. Secret.")
@settings(max_examples=150, deadline=None)
def test_whatever_comes_back_from_our_own_tei_comes_back_from_this(text):
    found = read_text(text)
    own, theirs = (write_tei(found, profile) for profile in Profile)
    assert to_text(theirs) == to_text(own)


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("memo.txt").write_text(MEMO, encoding="utf-8")
    return lambda *arguments: CliRunner().invoke(main, arguments)


def test_on_the_command_line(run):
    made = run("convert", "memo.txt", "--profile", "frus", "-o", "memo.xml")
    assert made.exit_code == 0
    assert "the profile frus has no place for" in made.stderr
    assert "gap (1)" in made.stderr
    assert run("text", "memo.xml").stdout == MEMO


def test_quiet_on_the_command_line(run):
    assert run("convert", "memo.txt", "--profile", "frus", "-o", "memo.xml", "-q").stderr == ""


def test_no_such_profile(run):
    assert run("convert", "memo.txt", "--profile", "dta").exit_code == 2
