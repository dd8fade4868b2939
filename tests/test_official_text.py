"""Law 5: what others wrote renders as the published site shows it.

The first cases are the site's ways, each in a small sample of our own; the last test holds all ten official
volumes of the reference corpus against the text of their pages.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from teiconv.conventions.frus.series import FRUS
from teiconv.formats.tei.read import TeiFile, open_tei, read
from teiconv.formats.tei.write import serialise
from teiconv.layout.render import render
from teiconv.model import Element, descendants, element

CORPUS = Path(__file__).parents[1].parent / "shared" / "corpus"
VOLUMES = sorted(path.stem for path in (CORPUS / "official").glob("*.xml"))

VOLUME = """
<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:frus="http://history.state.gov/frus/ns/1.0">
  <teiHeader/>
  <text><body>
    <div type="document" xml:id="d1" n="1">{}</div>
  </body></text>
</TEI>
"""


def shown(xml: str) -> str:
    return render(read(VOLUME.format(xml).encode()).body, write_inline=FRUS.write)


CASES = {
    "white space within names stays, that of the XML around blocks does not": (
        """
        <head>
          The Chargé in Peru ( <persName>
            <hi rend="italic">Doe</hi>
          </persName>) to the Secretary
        </head>
        <opener>
          <dateline>
            <placeName> <hi rend="smallcaps">Lima</hi> </placeName>, <date>May 5, 1948</date>.
          </dateline>
        </opener>
        <p>Text.</p>
        """,
        "The Chargé in Peru ( Doe ) to the Secretary\n\nLima , May 5, 1948.\n\nText.",
    ),
    "a note rendered in the text is a paragraph": (
        '<note rend="inline" type="source">890F.6363/3–2948: Telegram</note><head>The Minister</head>',
        "890F.6363/3–2948: Telegram\n\nThe Minister",
    ),
    "a page break is followed by a blank": (
        '<p>as he told the <pb n="7"/>Minister, and wrote in his presen-<pb n="8"/>tation</p>',
        "as he told the [Page 7] Minister, and wrote in his presen-[Page 8] tation",
    ),
    "page breaks in a row stand in one line": (
        '<p>One.</p><pb n="7"/> <pb n="8"/><p>Two.</p>',
        "One.\n\n[Page 7] [Page 8]\n\nTwo.",
    ),
    "breaks between items and rows are not shown": (
        """
        <list><item>Arms</item> <pb n="7"/> <lb/> <item>Oil</item></list>
        <table><row><cell>a</cell></row> <pb n="8"/> <row><cell><pb n="9"/>b</cell></row></table>
        """,
        "  • Arms\n  • Oil\na\n[Page 9] b",
    ),
    "the call is the number of the note, the list counts anew": (
        '<p>Text<note n="4">Not printed.</note> and more.<note n="*">Ibid.</note></p>',
        "Text4 and more.*\n\n  1. Not printed.\n  2. Ibid.",
    ),
    "a note without a number has that of its place": (
        '<p>Text<note>Not printed.</note> and more.<note n="7">Ibid.</note></p>',
        "Text1 and more.7\n\n  1. Not printed.\n  2. Ibid.",
    ),
    "a note of paragraphs has their margins": (
        '<p>A<note n="1"> <p>One.</p> <p>Two.</p> </note></p><closer>Doe<note n="2">Three.</note></closer>',
        "A1\n\nDoe2\n\n  1. One.\n\n    Two.\n\n  2. Three.",
    ),
    "a line break below a signature leaves a line empty": (
        "<p>Text.</p><closer>Sincerely,<lb/> <signed><persName>John Doe</persName></signed> <lb/>Director </closer>",
        "Text.\n\nSincerely,\nJohn Doe\n\nDirector",
    ),
    "a line break at the end of a paragraph only ends its line": (
        "<p>One.<lb/> </p> <p>Two.<lb/><lb/></p> <p>Three.</p>",
        "One.\n\nTwo.\n\nThree.",
    ),
    "line breaks between blocks stand beside their margins": (
        "<p>One.</p><lb/><p>Two.</p><lb/><lb/><closer>Doe</closer>",
        "One.\n\n\nTwo.\n\n\n\nDoe",
    ),
    "a line break at the beginning of an item leaves a line empty": (
        "<list><item>Mr. Doe</item><item><lb/> <hi>UK</hi></item></list>",
        "  • Mr. Doe\n\n  • UK",
    ),
    "markings below the dateline": (
        "<opener><dateline>Lima, noon.</dateline> <seg>secret</seg> <lb/> <seg>niact</seg></opener><p>4. Text.</p>",
        "Lima, noon.\nsecret\nniact\n\n4. Text.",
    ),
    "the title of an attachment has no margin": (
        """
        <closer><signed>Doe</signed></closer> <frus:attachment> <head>[Enclosure]</head>
        <opener><dateline>Lima, noon.</dateline></opener> <p>Text.</p> </frus:attachment>
        """,
        "Doe\n[Enclosure]\nLima, noon.\n\nText.",
    ),
    "the title of a table has none either": (
        "<p>Text:</p><table><head>Contents</head><row><cell>Note</cell><cell>1</cell></row></table>",
        "Text:\n\nContents\nNote\t\t1",
    ),
    "the title of a list has one": (
        "<dateline>Lima, noon.</dateline><list><head>SUBJECT</head><item>Arms</item></list><closer>Doe</closer>",
        "Lima, noon.\n\nSUBJECT\n\n  • Arms\nDoe",
    ),
    "a blank at the end of a cell stays, but not at the end of a row": (
        "<table><row> <cell> <hi>Date</hi> </cell> <cell>Total </cell> <cell> </cell> </row></table>",
        "Date \t\tTotal",
    ),
    "a blank at the end of a cell ends a line where the next cell holds a paragraph": (
        "<table><row><cell> <hi>Date</hi> </cell> <cell> <p>One.</p> </cell></row></table>",
        "Date\n\nOne.",
    ),
    "an empty row takes the margin with it": (
        "<p>Text:</p><table><row><cell/><cell> </cell></row><row><cell/><cell>1970</cell></row></table>",
        "Text:\n\t\t1970",
    ),
    "quotations": (
        '<p>He said: <quote rend="blockquote"> <p>“No.</p> <p>Never.”</p> </quote> and left <quote>then</quote>.</p>',
        "He said:\n\n“No.\n\nNever.”\n\nand left then.",
    ),
    "a table in a note is indented cell by cell": (
        '<p>A<note n="1">One:<table><row><cell>a</cell><cell>b</cell></row></table></note></p>',
        "A1\n\n  1. One:\n    a\t\t    b",
    ),
    "comments and processing instructions are not text": (
        "<p>One<!-- not this --> and <?nor this?>two.</p><!-- nor <p>this</p> -->",
        "One and two.",
    ),
    "a figure shows its title only": (
        '<figure><graphic url="map.jpg"/><head>Map of Peru</head><figDesc>a map</figDesc></figure><p>Text.</p>',
        "Map of Peru\n\nText.",
    ),
}


@pytest.mark.parametrize("phenomenon", CASES)
def test_the_ways_of_the_site(phenomenon: str) -> None:
    xml, text = CASES[phenomenon]
    assert shown(xml) == text


@pytest.mark.parametrize("phenomenon", CASES)
def test_what_was_foreign_is_canonical_then(phenomenon: str) -> None:
    """Written by us and read as our own, the tree is the same."""
    tree = read(VOLUME.format(CASES[phenomenon][0]).encode()).body
    assert read(as_own(tree)).body == tree


def as_own(tree: Element) -> bytes:
    application = element("application", ident="teiconv")
    header = element("teiHeader", element("encodingDesc", element("appInfo", application)))
    return serialise(element("TEI", header, element("text", element("body", tree))))


@pytest.fixture(scope="module", params=VOLUMES or [None])
def volume(request: pytest.FixtureRequest) -> TeiFile:
    if request.param is None:
        pytest.skip("the reference corpus is not at ../shared/corpus")
    path = CORPUS / "official" / f"{request.param}.xml"
    return open_tei(path.read_bytes(), path.stem)


@pytest.mark.corpus
def test_official_documents_give_the_text_of_their_pages(volume: TeiFile) -> None:
    pages = CORPUS / "text" / volume.file
    differ = [name for name, reading in volume.read_all() if text_of(reading.body) != page(pages / f"{name}.txt")]
    assert differ == []


@pytest.mark.corpus
@pytest.mark.parametrize("name", ["persons", "terms"])
def test_official_lists_of_persons_and_terms_give_the_text_of_their_pages(volume: TeiFile, name: str) -> None:
    path = CORPUS / "text" / volume.file / f"{name}.txt"
    if not path.exists():
        pytest.skip(f"{volume.file} has no list of {name}")
    assert text_of(volume.read(name).body) == page(path).rstrip("\n")


@pytest.mark.corpus
def test_official_documents_survive_as_our_own(volume: TeiFile) -> None:
    for name in volume.names()[::10]:
        tree = volume.read(name).body
        assert read(as_own(tree)).body == tree, name


@pytest.mark.corpus
def test_no_text_of_an_official_document_is_lost(volume: TeiFile) -> None:
    """Every word of the tree is in the text: a guard against rules that hide too much."""
    for name in volume.names()[::10]:
        tree = volume.read(name).body
        text = text_of(tree)
        for node in descendants(tree):
            for child in node.content:
                assert not isinstance(child, str) or child in text, name


def text_of(tree: Element) -> str:
    return render(tree, write_inline=FRUS.write)


def page(path: Path) -> str:
    return path.read_bytes().decode()
