"""The header: what is known is said, what is not is absent, and the form of the source comes back exactly."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from teiconv._version import __version__
from teiconv.errors import TeiError
from teiconv.formats.tei.fold import canonical
from teiconv.formats.tei.form import _spelled, _white_space, form_element, read_form
from teiconv.formats.tei.header import header_element
from teiconv.formats.tei.header_reader import read_header
from teiconv.formats.tei.read import model_of
from teiconv.formats.tei.write import serialise
from teiconv.model import Element, descendants, element, plain
from teiconv.model.header import (
    Agent,
    AgentKind,
    Archive,
    Classification,
    Date,
    Editor,
    Form,
    Header,
    Level,
    Publication,
    Unit,
)

SAMPLES = Path(__file__).parent / "samples" / "headers"

LETTER = Header(
    title="Letter From President Roe to the Ambassador to Peru (Doe)",
    number="12",
    genre="letter",
    archive=Archive(
        "Library of Congress, Manuscript Division, Roe Papers, Box 7, Peru, Vol. 2",
        "Library of Congress",
        "Manuscript Division",
        (Unit(Level.COLLECTION, "Roe Papers"), Unit(Level.BOX, "7"), Unit(Level.FILE, "Peru, Vol. 2")),
    ),
    source="#d12fn1",
    classification=Classification("Secret", ("Nodis",), ("Priority",)),
    drafting="Drafted by Moe.",
    created=Date("May 5, 1971", (("when", "1971-05-05"),)),
    place="Washington",
    sent=(Agent(AgentKind.PERSON, "Roe", "#p_RJ1", "President", "high"),),
    received=(Agent(AgentKind.PERSON, "Doe", role="Ambassador to Peru"), Agent(AgentKind.ORGANISATION, "Embassy")),
    participants=(Agent(AgentKind.PERSON, "Roe", "#p_RJ1"),),
    authors=(Agent(AgentKind.ORGANISATION, "Planning Staff"), Agent(AgentKind.PERSON, "Doe", role="Legal Adviser")),
    publication=Publication(
        series="Foreign Affairs of Utopia",
        volume="Volume II, Peru",
        identifier="fau02",
        publisher="Utopian Press",
        place="Amaurot",
        date="2009",
        licence="https://creativecommons.org/publicdomain/zero/1.0/",
    ),
)
DECIDED = Header(
    title="Memorandum of Conversation",
    participants=(
        Agent(AgentKind.PERSON, "Roe", "#p_RJ1 #p_RJ2", resp="#ed_AE"),
        Agent(AgentKind.ROLE, "the Minister"),
    ),
    sent=(Agent(AgentKind.PERSON, "Roe", "#p_RJ1", certainty="low"),),
    received=(Agent(AgentKind.PERSON, "Doe", "#p_DJ1"),),
    received_at="Lima",
    received_on=Date("June 2", (("when", "1971-06-02"),)),
    is_conversation=True,
    created=Date("May 1971", (("from", "1971-05-01"), ("to", "1971-05-31"))),
    place="Moscow",
    language="fr",
    publication=Publication(series="S", publisher="Utopian Press", date="in spring", licence="CC0, as they say"),
    decided=(("title", "#ed_AE"), ("created", "#ed_AE")),
    editors=(Editor("Ada Editor", "ed_AE"), Editor("Bo Reader", "ed_BR")),
    edited="2026-11-29",
)
FILED = Header(archive=Archive("890F.6363/3–2948", units=(Unit(Level.FILE_NUMBER, "890F.6363/3–2948"),)))
PRINTED = Header(
    archive=Archive("Public Papers, 1961, pp. 7–9", published=True), publication=Publication(licence="CC0")
)
ODD = Form("utf-16-le", byte_order_mark=True, line_end="\r\n", start="\n\n \t", end="  \n\r\u00a0")
HEADERS = {
    "all there is": (LETTER, ODD),
    "decided by editors": (DECIDED, Form(encoding="cp1252", end="\n")),
    "nothing": (Header(), Form()),
    "a file number only": (FILED, Form(end="\n")),
    "a published source": (PRINTED, Form()),
    "drafting without source": (Header(drafting="Drafted by Moe.", language="fr"), Form(encoding="cp1252")),
    "a series without publisher": (Header(publication=Publication(series="S", licence="https://x.org/")), Form()),
}


def _all(root: Element, name: str) -> list[Element]:
    return [node for node in descendants(root) if node.name == name]


def _texts(root: Element, name: str) -> list[str]:
    return [plain(node.content) for node in _all(root, name)]


def test_archive_is_an_identifier_from_the_widest_to_the_narrowest() -> None:
    (identifier,) = _all(header_element(LETTER), "msIdentifier")
    said = [(node.name, node.get("type"), plain(node.content)) for node in descendants(identifier)][1:]
    assert said == [
        ("institution", None, "Library of Congress"),
        ("repository", None, "Manuscript Division"),
        ("collection", "collection", "Roe Papers"),
        ("collection", "file", "Peru, Vol. 2"),
        ("idno", "box", "7"),
    ]


def test_what_the_machine_concluded_is_marked() -> None:
    header = header_element(LETTER)
    (tool,) = [node for node in _all(header, "respStmt") if node.get("xml:id")]
    for name in ("msDesc", "creation", "keywords", "correspDesc", "particDesc"):
        assert all(node.get("resp") == f"#{tool.get('xml:id')}" for node in _all(header, name)), name
    (description,) = _all(header, "msDesc")
    assert (description.get("source"), description.get("cert")) == ("#d12fn1", "high")


def test_correspondence_says_who_when_and_where() -> None:
    sent, received = _all(header_element(LETTER), "correspAction")
    assert (sent.get("type"), received.get("type")) == ("sent", "received")
    (sender,) = _all(sent, "persName")
    assert (sender.get("ref"), sender.get("cert"), plain(sender.content)) == ("#p_RJ1", "high", "President Roe")
    assert [node.get("when") for node in _all(sent, "date")] == ["1971-05-05"]
    assert _texts(sent, "placeName") == ["Washington"]
    assert _texts(received, "persName") == ["Ambassador to Peru Doe"]
    assert _texts(received, "orgName") == ["Embassy"]


def test_authors_stand_below_the_title() -> None:
    (statement,) = _all(header_element(LETTER), "titleStmt")
    names = [node.name for node in statement.content if isinstance(node, Element)]
    assert names == ["title", "author", "author", "respStmt"]
    assert _texts(statement, "author") == ["Planning Staff", "Legal Adviser Doe"]


def test_marking_and_genre_are_terms() -> None:
    terms = {(node.get("type"), plain(node.content)) for node in _all(header_element(LETTER), "term")}
    assert terms == {
        ("genre", "letter"),
        ("classification", "Secret"),
        ("handling", "Nodis"),
        ("precedence", "Priority"),
    }


def test_tool_is_named_with_its_version() -> None:
    (application,) = _all(header_element(Header()), "application")
    assert (application.get("ident"), application.get("version")) == ("teiconv", __version__)


@pytest.mark.parametrize(
    "name", ["msDesc", "bibl", "seriesStmt", "creation", "textClass", "particDesc", "correspDesc", "tagsDecl", "date"]
)
def test_what_is_not_known_is_absent(name: str) -> None:
    assert _all(header_element(Header()), name) == []


def test_published_source_is_no_manuscript() -> None:
    assert _texts(header_element(PRINTED), "bibl") == ["Public Papers, 1961, pp. 7–9"]
    assert _all(header_element(PRINTED), "msDesc") == []


def test_bare_file_number_identifies_a_manuscript_whose_repository_is_not_named() -> None:
    (identifier,) = _all(header_element(FILED), "altIdentifier")
    (number,) = _all(identifier, "idno")
    assert (number.get("type"), plain(number.content)) == ("file-number", "890F.6363/3–2948")
    assert _all(header_element(FILED), "repository") == []


def test_publication_is_said_as_given() -> None:
    header = header_element(LETTER)
    assert _texts(header, "publisher") == ["Utopian Press"]
    assert [(node.get("level"), plain(node.content)) for node in _all(header, "title")][1:] == [
        ("s", "Foreign Affairs of Utopia"),
        ("m", "Volume II, Peru"),
    ]
    (licence,) = _all(header, "licence")
    assert licence.get("target") == "https://creativecommons.org/publicdomain/zero/1.0/"


@pytest.mark.parametrize(
    ("form", "said"),
    [
        (Form(end="\n"), {"source-end": "1 line end"}),
        (Form(end="  \n\n\t"), {"source-end": "2 blanks, 2 line ends, 1 tab"}),
        (Form(start="\u00a0"), {"source-start": "1 U+00A0"}),
        (Form(line_end="\r\n"), {"source-line-end": "CR LF"}),
        (Form(line_end="\r", end="\n"), {"source-line-end": "CR", "source-end": "1 line end"}),
        (Form(encoding="cp1252"), {"source-encoding": "cp1252"}),
        (Form(byte_order_mark=True), {"source-byte-order-mark": "present"}),
    ],
)
def test_form_in_words(form: Form, said: dict[str, str]) -> None:
    declared = form_element(form)
    assert declared is not None
    assert {str(node.get("n")): plain(node.content) for node in _all(declared, "rendition")} == said


def test_canonical_form_is_not_mentioned() -> None:
    assert form_element(Form()) is None


_WHITE = st.text(alphabet=" \t\n\r\u00a0\u2003\u2028", max_size=30)
_FORMS = st.builds(
    Form,
    encoding=st.sampled_from(["utf-8", "cp1252", "utf-16-le", "iso8859-1"]),
    line_end=st.sampled_from(["\n", "\r\n", "\r"]),
    start=_WHITE,
    end=_WHITE,
) | st.builds(Form, encoding=st.sampled_from(["utf-8", "utf-16-be"]), byte_order_mark=st.booleans(), end=_WHITE)


@given(_FORMS)
def test_form_comes_back(form: Form) -> None:
    assert read_form(header_element(Header(), form)) == form


@given(_FORMS)
def test_form_outlives_an_editor_that_indents(form: Form) -> None:
    header = header_element(Header(), form)
    indented = element("teiHeader", *(_indented(node) for node in descendants(header) if node.name == "rendition"))
    assert read_form(indented) == form


def _indented(node: Element) -> Element:
    (words,) = node.content
    return node.containing(("\n      ", str(words).replace(" ", "\n        "), "\n    "))


def test_long_white_space_is_counted_in_several_runs() -> None:
    form = Form(end="\n" * 25_000)
    declared = form_element(form)
    assert declared is not None
    assert _texts(declared, "rendition") == ["9999 line ends, 9999 line ends, 5002 line ends"]
    assert read_form(declared) == form


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("source-end", "some blanks"),
        ("source-end", "10000 blanks"),
        ("source-end", "1 U+0041"),
        ("source-end", "1 U+110000"),
        ("source-line-end", "LF CR"),
        ("source-encoding", "klingon"),
        ("source-encoding", "zlib"),
        ("source-encoding", "utf\x00"),
        ("source-byte-order-mark", "absent"),
    ],
)
def test_unreadable_form_is_refused(name: str, words: str) -> None:
    header = element("teiHeader", element("rendition", words, n=name, scheme="free"))
    with pytest.raises(TeiError, match="should say"):
        read_form(header)


def test_an_unreadable_line_end_is_told_with_the_readable_ones() -> None:
    header = element("teiHeader", element("rendition", "LF CR", n="source-line-end", scheme="free"))
    with pytest.raises(TeiError, match="should say “CR LF” or “CR”"):
        read_form(header)


@pytest.mark.parametrize(
    ("length", "said"),
    [
        (1, "1 blank"),
        (9_999, "9999 blanks"),
        (10_000, "9999 blanks, 1 blank"),
        (19_998, "9999 blanks, 9999 blanks"),
        (19_999, "9999 blanks, 9999 blanks, 1 blank"),
    ],
)
def test_a_long_run_of_white_space_is_spelled_in_pieces(length: int, said: str) -> None:
    assert _spelled(" " * length) == said
    assert _white_space(said) == " " * length


def test_renditions_of_others_are_no_form() -> None:
    css = element("rendition", "text-align: right;", xml_id="right", scheme="css")
    assert read_form(element("teiHeader", css)) == Form()


def test_what_documents_share_is_written_in_each_of_them_as_it_stands_there() -> None:
    person = element("person", element("persName", "Roe & Sons"), xml_id="p_RJ1")
    alone = element("TEI", element("standOff", element("listPerson", person)))
    deeper = element("TEI", element("standOff", element("listPerson", element("listPerson", person))))
    same = element("person", element("persName", "Roe & Sons"), xml_id="p_RJ1")
    written = [serialise(root) for root in (alone, deeper, alone)]
    assert written[0] == written[2] == serialise(element("TEI", element("standOff", element("listPerson", same))))
    assert b'\n      <person xml:id="p_RJ1">' in written[0]
    assert b'\n        <person xml:id="p_RJ1">' in written[1]
    assert all(xml.count(b"Roe &amp; Sons") == 1 for xml in written)


def _as_a_header_holds_it(header: Header) -> Header:
    """Return what of ``header`` a ``teiHeader`` holds: not the words of a citation, and numbers after names."""
    archive = header.archive
    if archive is None or archive.published:
        return header
    numbers = {Level.FILE_NUMBER, Level.LOT, Level.JOB, Level.ACCESSION, Level.ENTRY, Level.BOX, Level.FOLDER}
    units = tuple(sorted(archive.units, key=lambda unit: unit.level in numbers))
    return replace(header, archive=replace(archive, citation="", units=units))


@pytest.mark.parametrize("name", HEADERS)
def test_a_header_is_read_as_it_was_written(name: str) -> None:
    header, form = HEADERS[name]
    root = element("TEI", header_element(header, form), element("text", element("body", element("div"))))
    (written,) = etree.fromstring(serialise(root)).iter("{*}teiHeader")
    assert read_header(canonical(model_of(written)), header.number) == _as_a_header_holds_it(header)


@pytest.mark.parametrize("name", HEADERS)
def test_a_header_is_written_as_the_samples_show(name: str) -> None:
    header, form = HEADERS[name]
    written = serialise(header_element(header, form, "frus")).replace(__version__.encode(), b"VERSION")
    assert written == (SAMPLES / f"{name}.xml").read_bytes()


@pytest.mark.corpus
@pytest.mark.parametrize("name", HEADERS)
def test_valid_against_the_whole_of_tei(name: str, tei_all: etree.RelaxNG) -> None:
    header, form = HEADERS[name]
    people = element("standOff", element("listPerson", element("person", element("persName", "Roe"), xml_id="p_RJ1")))
    note = element("note", "Source: …", xml_id="d12fn1")
    text = element("text", element("body", element("div", element("p", "Text", note))))
    root = etree.fromstring(serialise(element("TEI", header_element(header, form), people, text)))
    assert tei_all.validate(root), tei_all.error_log
