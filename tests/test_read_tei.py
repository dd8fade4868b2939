"""TEI files in: which document is read, what is refused, and what white space means."""

from __future__ import annotations

from pathlib import Path

import pytest

from teiconv.convert import to_tei, to_text
from teiconv.errors import TeiError
from teiconv.formats.tei.parsing import parse
from teiconv.formats.tei.read import Convention, open_tei, read, read_register
from teiconv.layout.render import render
from teiconv.model import element
from teiconv.options import Options, Profile

NAMESPACE = 'xmlns="http://www.tei-c.org/ns/1.0"'
OWN = '<encodingDesc><appInfo><application ident="teiconv" version="1"/></appInfo></encodingDesc>'


def tei(body: str, header: str = OWN, beside: str = "") -> bytes:
    header = f"<teiHeader>{header}</teiHeader>"
    return f"<TEI {NAMESPACE}>{header}{beside}<text><body>{body}</body></text></TEI>".encode()


def div(xml: str) -> str:
    return f'<div type="document" xml:id="d1" n="1">{xml}</div>'


THREE = "".join(f'<div type="document" xml:id="d{n}" n="{n + 10}"><p>{n}</p></div>' for n in (1, 2, 3))


def test_a_document_of_ours() -> None:
    reading = read(tei(div("<p>Text.</p>"), beside="<standOff><listPerson/></standOff>"))
    assert reading.body == element("div", element("p", "Text."), type="document", xml_id="d1", n="1")
    assert reading.standoff == (element("listPerson"),)
    assert reading.convention is Convention.OWN


def test_a_document_of_others() -> None:
    reading = read(tei(div("<p>Text.</p>"), header=""))
    assert reading.convention is Convention.FOREIGN


def test_an_official_volume_is_read_document_by_document() -> None:
    volume = open_tei(tei(THREE))
    assert volume.names() == ("d1", "d2", "d3")
    assert [(name, reading.body.content) for name, reading in volume.read_all()] == [
        (f"d{n}", (element("p", str(n)),)) for n in (1, 2, 3)
    ]


@pytest.mark.parametrize("chosen", ["d2", "12"])
def test_a_document_is_chosen_by_id_or_number(chosen: str) -> None:
    assert read(tei(THREE), document=chosen).body.content == (element("p", "2"),)


def test_other_divisions_are_chosen_by_id() -> None:
    persons = '<div xml:id="persons"><list><item>Doe</item></list></div>'
    assert read(tei(persons + THREE), document="persons").body.content[0] == element("list", element("item", "Doe"))


def test_a_volume_without_a_choice_says_what_there_is() -> None:
    with pytest.raises(TeiError, match=r"^v\.xml: it holds several documents; choose one of d1, d2, d3$"):
        read(tei(THREE), file="v.xml")


def test_a_wrong_choice_says_what_there_is() -> None:
    with pytest.raises(TeiError, match=r"holds no document d9; choose one of d1, d2, d3"):
        read(tei(THREE), document="d9")


def test_many_choices_are_not_all_listed() -> None:
    many = "".join(f'<div type="document" xml:id="d{n}"/>' for n in range(1, 401))
    with pytest.raises(TeiError, match=r"d1, d2, .*, d11, …, d400 \(400 documents\)"):
        read(tei(many))


def test_tei_without_documents_is_read_as_one() -> None:
    assert read(tei("<p>Text.</p>", header="")).body.content == (element("p", "Text."),)


def test_a_corpus_of_documents() -> None:
    inner = tei(div("<p>Text.</p>")).decode()
    corpus = f"<teiCorpus {NAMESPACE}><teiHeader/>{inner}{inner.replace('d1', 'd2')}</teiCorpus>".encode()
    assert open_tei(corpus).names() == ("d1", "d2")
    assert open_tei(corpus).read("d2").convention is Convention.OWN


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<TEI>\n  <p>no end", r"^f\.xml:2:\d+: .*not well formed"),
        (b"", r"^f\.xml"),
        (b"plain text", r"^f\.xml"),
        (b"<html/>", r"^f\.xml:1: its root is <html>, which is not TEI"),
        (b"<TEI/>", r"^f\.xml:1: its root is <TEI>, which is in no namespace; it must be <TEI xmlns="),
        (f"<TEI {NAMESPACE}><teiHeader/></TEI>".encode(), r"^f\.xml:1: it holds no text"),
        (tei("<p>&nbsp;</p>"), r"^f\.xml:1:\d+: .*nbsp"),
        (b'<!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/passwd">]><TEI>&x;</TEI>', "document type declaration"),
    ],
)
def test_what_is_not_tei_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(TeiError, match=message):
        read(data, file="f.xml")


WHITE = {
    "indentation": ("<p>Text.</p>\n  <p>Text.</p>\n", ("Text.",)),
    "runs and edges": ("<p>\n  Text\n\t of  two </p>", ("Text of two",)),
    "at the edge of a phrase": ("<p> <hi> Text </hi> of <hi> two </hi></p>", None),
    "beside a line break": ("<p>Text <lb/>\n  of two</p>", ("Text", element("lb"), "of two")),
    "beside a line break in a phrase": (
        "<p>Text <hi> <lb/> of</hi> two</p>",
        ("Text", element("hi", element("lb"), "of"), " two"),
    ),
    "around a note": (
        '<p>Text <note n="1"> Ibid. </note> of</p>',
        ("Text ", element("note", "Ibid.", n="1"), " of"),
    ),
    "around page breaks": ('<p>Text <pb n="2"/> of</p>', ("Text ", element("pb", n="2"), " of")),
    "of comments": ("<p>Te<!-- x -->xt <!-- y --> of</p>", ("Text of",)),
    "no-break spaces are text": ("<p>\u00a0Text\u2003</p>", ("\u00a0Text\u2003",)),
}


@pytest.mark.parametrize("phenomenon", WHITE)
def test_white_space(phenomenon: str) -> None:
    xml, content = WHITE[phenomenon]
    paragraph = read(tei(div(xml))).body.content[0]
    expected = content or (element("hi", "Text "), "of ", element("hi", "two"))
    assert paragraph == element("p", *expected)


def test_white_space_that_is_kept() -> None:
    xml = '<p xml:space="preserve"> Text\t <hi> of </hi>\n<note n="1">\n  <p>a  b</p>\n</note></p>'
    kept = element(
        "p", " Text\t ", element("hi", " of "), "\n", element("note", element("p", "a b"), n="1"), xml_space="preserve"
    )
    assert read(tei(div(xml))).body.content == (kept,)


def test_a_list_in_a_note_is_apart_from_its_text() -> None:
    xml = "<p>A<note>\n One: \n<list>\n<item> a </item>\n</list>\n two </note></p>"
    note = element("note", "One:", element("list", element("item", "a")), "two")
    assert read(tei(div(xml))).body.content == (element("p", "A", note),)


@pytest.mark.parametrize("header", [OWN, ""], ids=["own", "foreign"])
def test_nesting_as_deep_as_the_parser_allows(header: str) -> None:
    xml = f"{'<hi>' * 245}deep{'</hi>' * 245}"
    assert render(read(tei(div(f"<p>{xml}</p>"), header=header)).body) == "deep"


def test_attributes_of_other_vocabularies_are_left_out() -> None:
    xml = '<p xmlns:x="urn:x" x:y="1" rend="center" xml:lang="es">Sí.</p>'
    paragraph = element("p", "Sí.", rend="center", xml_lang="es")
    assert read(tei(div(xml))).body.content == (paragraph,)


@pytest.mark.parametrize(
    ("choice", "shown"),
    [
        ("<choice><sic>wer</sic><corr>were</corr></choice>", "were"),
        ("<choice><corr>were</corr><sic>wer</sic></choice>", "were"),
        ("<choice><orig>weere</orig><reg>were</reg></choice>", "were"),
        ("<choice><abbr>wd.</abbr><expan>would</expan></choice>", "wd."),
        ("<choice><seg>one</seg><seg>other</seg></choice>", "one"),
    ],
)
def test_of_the_two_readings_of_a_choice_one_is_shown(choice, shown):
    tei = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><div type="document"><p>The boats '
        f"{choice} seized.</p></div></body></text></TEI>"
    )
    assert to_text(tei.encode()) == f"The boats {shown} seized."


def test_what_others_encoded_is_laid_out_as_a_site_would_show_it():
    shown = Path(__file__).parent / "samples" / "others" / "forms.xml"
    assert to_text(shown.read_bytes()) == shown.with_suffix(".txt").read_text(encoding="utf-8")


def test_an_inline_note_is_a_block_and_takes_no_number() -> None:
    shown = to_text(tei(div('<p>One</p><p>Two<note rend="inline">A remark.</note></p><p>Three<note>B.</note></p>'), ""))
    assert shown.startswith("One\n\nTwo\n\nA remark.\n\nThree1\n")


def test_a_register_is_read_from_its_bytes_or_its_root() -> None:
    register = tei("<p/>", beside="<standOff><listPerson/></standOff>")
    assert read_register(register) == read_register(parse(register).getroot()) == (element("listPerson"),)


def test_the_conventions_of_a_file_in_the_profile_of_the_series_come_back() -> None:
    data = to_tei("Memorandum", Options(profile=Profile.FRUS, conventions="dafp"))
    assert read(data).conventions == "dafp"


def test_a_note_without_an_anchor_begins_no_line() -> None:
    def shown(anchored: str) -> str:
        note = f'<note n="1"{anchored}>A.</note>'
        return to_text(tei(f"<div type='document'><head>Title</head>{note}<p>Text.</p></div>", ""))

    assert shown("").startswith("Title\n\n1\n\nText.")
    assert shown(' anchored="false"').startswith("Title\n\nText.")


def test_line_breaks_about_an_inline_note_come_on_top_of_its_margin() -> None:
    shown = to_text(tei(div('<p>One<lb/><note rend="inline">A remark.</note><lb/>two</p>'), ""))
    assert shown == "One\n\nA remark.\n\n\ntwo"
