"""What stands before and after the documents of a volume is in each form, and references to other volumes are links."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

import pytest
from batch_helpers import tree
from lxml import etree, html
from publish_helpers import collection, publish, published
from test_publish_others import HEADER, ID, NS, SETTINGS
from test_publish_site import browse, in_a_browser

from teiconv.model import descendants, flatten, plain
from teiconv.publish.edition import Edition
from teiconv.publish.front import with_front
from teiconv.publish.sections import said
from teiconv.publish.volume import Volume

VOLUME = """<TEI xmlns="http://www.tei-c.org/ns/1.0">{header}<text><front>
  <titlePage><docTitle><titlePart>The Crown</titlePart></docTitle></titlePage>
  <pb n="III" xml:id="pg_III"/><div type="section" xml:id="preface"><head>Preface<note n="1" xml:id="preface.1">By the
  editor.</note></head><p>Of <persName corresp="#p_RR1">Rassendyll</persName>; see
  <ref target="#d2">Document 2</ref>.</p></div>
  <div type="section" xml:id="persons"><head>Persons</head><list type="names"><item><hi rend="strong">
  <persName xml:id="p_RR1">Rassendyll, Rudolf</persName>,</hi> a traveller</item></list></div></front>
  <body><div type="chapter" xml:id="ch1"><pb n="1" xml:id="pg_1"/><head>The Crown</head>
  <div type="document" xml:id="d1" n="1"><head>1. Memorandum</head>
  <p>See <ref target="#preface">the preface</ref>, <ref target="#pg_III">page III</ref>, <ref target="#in1">the
  index</ref>, <ref target="#ch1">the chapter</ref>, <ref target="frus1969-76v06#d32fn2">a note</ref>,
  <ref target="frus1969-76v06#pg_4">a page</ref>, <ref target="v1#d2">the next</ref>,
  <ref target="https://zenda.example.org/">a site</ref>.</p></div>
  <div type="document" xml:id="d2" n="2"><head>2. Letter</head><dateline><placeName>Zenda</placeName></dateline>
  <p>Agreed, <gloss>RSVP</gloss>.</p><pb n="2" xml:id="pg_2"/><p>So.</p></div>
  </div></body><back><div type="section" xml:id="index"><head>Index</head>
  <list type="index"><item xml:id="in1">Rassendyll, <ref target="#pg_1">1</ref></item></list></div></back></text>
  </TEI>"""
FILES = {
    "tei/v1.xml": VOLUME.format(header=HEADER.format("The Crown")),
    "teiconv.toml": SETTINGS + 'series = "Papers"\nsubseries = "1970"\nnumber = "Volume I"\nplace = "Zenda"\n',
}
PREFACE = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>P</title></titleStmt>
  <publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text><body>
  <head>To the Reader</head><p>Made <hi rend="italic">now</hi>.<note n="1" xml:id="n1">In Zenda.</note></p>
  <list><item>one</item></list></body></text></TEI>"""


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    tei = tree(tmp_path_factory.mktemp("sections"), FILES) / "tei"
    return published(tei, "site", "epub", "volume", "tables", "rdf")


def links(page: Path, path: str = "//article//a[@class='ref']") -> dict[str, str]:
    return {" ".join(link.text_content().split()): link.get("href") for link in html.parse(str(page)).xpath(path)}


def test_the_site_has_a_page_for_each_section(public: Path) -> None:
    assert links(public / "site/index.html", "//nav[@aria-label='Before the documents']//a") == {
        "Preface": "sections/preface.html",
        "Persons": "sections/persons.html",
    }
    assert links(public / "site/index.html", "//nav[@aria-label='After the documents']//a") == {
        "Index": "sections/index.html"
    }
    preface = public / "site/sections/preface.html"
    assert links(preface) == {"Document 2": "../documents/d2.html"}
    assert links(preface, "//article//a[@class='person']") == {"Rassendyll": "../persons/p_RR1.html"}
    assert "By the editor." in html.parse(str(preface)).xpath("string(//article)").replace("\n", " ").replace("  ", " ")


@in_a_browser
def test_the_search_finds_sections(public: Path, tmp_path: Path) -> None:
    dom, console = browse(public / "site/search.html", tmp_path, query="editor")
    assert (re.findall(r'href="([^"?]+)\?q=', dom), console) == (["sections/preface.html"], "")
    assert "Before the documents" in dom


def test_references_lead_to_sections_chapters_and_other_volumes(public: Path) -> None:
    abroad = "https://history.state.gov/historicaldocuments/frus1969-76v06"
    assert links(public / "site/documents/d1.html") == {
        "the preface": "../sections/preface.html",
        "page III": "../sections/preface.html#pg_III",
        "the index": "../sections/index.html#in1",
        "the chapter": "../contents/chapter-1.html",
        "a note": f"{abroad}/d32#d32fn2",
        "a page": f"{abroad}/pg_4",
        "the next": "d2.html",
        "a site": "https://zenda.example.org/",
    }
    assert links(public / "site/sections/index.html") == {"1": "../documents/d1.html#pg_1"}
    for page in (public / "site").rglob("*.html"):
        for href in links(page, "//a[@href]").values():
            file, _, anchor = href.partition("#")
            there = page if not file else (page.parent / file)
            if "://" in href or href.startswith("mailto:") or not there.name.endswith(".html"):
                continue
            assert there.is_file(), (page, href)
            assert not anchor or html.parse(str(there)).xpath("//*[@id=$id]", id=anchor), (page, href)


def test_linked_data_cites_documents_of_other_volumes(public: Path) -> None:
    things = json.loads((public / "rdf/documents.jsonld").read_text(encoding="utf-8"))["@graph"]
    first = next(thing for thing in things if thing["@id"].endswith("/d1.html"))
    assert {"@id": "https://history.state.gov/historicaldocuments/frus1969-76v06/d32#d32fn2"} in first["citation"]


def test_the_address_of_other_volumes_is_that_of_the_settings(tmp_path: Path) -> None:
    files = FILES | {"teiconv.toml": SETTINGS + 'volumes = "https://volumes.example.org/all"\n'}
    site = published(tree(tmp_path, files) / "tei", "site") / "site"
    assert links(site / "documents/d1.html")["a page"] == "https://volumes.example.org/all/frus1969-76v06/pg_4"
    tei = collection(tmp_path / "own")
    settings = tei.parent / "teiconv.toml"
    settings.write_text(settings.read_text() + 'volumes = "https://volumes.example.org/all"\n')
    page = published(tei, "site") / "site/documents/d1.html"
    assert "https://volumes.example.org/all/frus1969-76v06/d32" in links(page).values()


def test_the_book_has_the_sections_in_their_places(public: Path) -> None:
    with zipfile.ZipFile(public / "edition.epub") as book:
        nav = etree.fromstring(book.read("EPUB/nav.xhtml"))
        names = [link.get("href") for link in nav.iter("{*}a")]
        document = book.read("EPUB/d1.xhtml").decode()
    assert names[1:] == [
        "section-preface.xhtml", "section-persons.xhtml", "d1.xhtml", "d2.xhtml",
        "section-index.xhtml", "persons.xhtml",
    ]  # fmt: skip
    for href in ("section-preface.xhtml#pg_III", "section-index.xhtml#in1", "frus1969-76v06/pg_4", "nav.xhtml"):
        assert f'href="{href}"' in document or f'{href}"' in document


@pytest.mark.parametrize("form", ["zenda.xml", "2015/zenda.xml", "tei/zenda.xml"])
def test_the_volume_has_front_and_back(public: Path, form: str) -> None:
    root = etree.parse(str(public / "volume" / form)).getroot()
    for side, ids in (("front", ["preface", "persons"]), ("back", ["index"])):
        assert root.xpath(f"//t:{side}/t:div/@xml:id", namespaces=NS) == ids
    assert root.xpath("//t:body//t:pb/@xml:id", namespaces=NS) == ["pg_1", "pg_2"]
    assert root.xpath("string(//t:sourceDesc)", namespaces=NS).strip() == "Made from TEI of others."
    known = {node.get(ID) for node in root.iter() if node.get(ID)}
    targets = [node.get("target") for node in root.iter("{*}ref")]
    assert {target[1:] for target in targets if target.startswith("#")} <= known


def test_a_preface_of_the_settings_keeps_its_form_and_goes_before_that_of_the_volume(tmp_path: Path) -> None:
    settings = FILES["teiconv.toml"] + 'preface = "preface.xml"\n'
    tei = tree(tmp_path, FILES | {"preface.xml": PREFACE, "teiconv.toml": settings}) / "tei"
    public = published(tei, "site", "volume")
    article = html.parse(str(public / "site/sections/preface.html")).xpath("//article")[0]
    assert article.xpath("string(h1)") == "To the Reader"
    assert (article.xpath("string(.//i)"), len(article.xpath(".//ul/li"))) == ("now", 1)
    assert "In Zenda." in article.text_content()
    root = etree.parse(str(public / "volume/zenda.xml")).getroot()
    assert root.xpath("//t:front/t:div/@xml:id", namespaces=NS) == ["preface", "persons"]
    assert root.xpath("//t:front//t:note/@xml:id", namespaces=NS) == ["preface.n1"]


def test_a_preface_without_a_title_has_one_and_keeps_its_links(tmp_path: Path) -> None:
    link = '<p>See <ref target="https://zenda.example.org/">a site</ref>.</p>'
    (tmp_path / "preface.xml").write_text(PREFACE.replace("<head>To the Reader</head>", link))
    (section,) = said(Edition(preface=tmp_path / "preface.xml"), Volume(tmp_path, (), ()))
    title, first = section.body.content[0], section.body.content[1]
    assert (section.title, plain(title.content), flatten(first.content)) == ("Preface", "Preface", "See a site.")
    assert [node.get("target") for node in descendants(section.body) if node.name == "ref"] == [
        "https://zenda.example.org/"
    ]


def test_the_preface_stands_beside_a_file_that_has_its_name(tmp_path: Path) -> None:
    (tmp_path / "preface.xml").write_text(PREFACE)
    sections = said(Edition(preface=tmp_path / "preface.xml"), Volume(tmp_path, (), ()))
    found = with_front(Volume(tmp_path, ("front.xml",), ()), sections, tmp_path, "en")
    assert found.registers == ("edition-front.xml",)


def test_the_contents_of_cetei_list_the_documents_of_a_file_one_by_one(tmp_path: Path) -> None:
    pages = published(tree(tmp_path, FILES) / "tei", "cetei") / "cetei"
    assert links(pages / "index.html", "//main//a") == {
        "Zenda": "v1.html",
        "1. Memorandum": "v1.html#d1",
        "2. Letter": "v1.html#d2",
    }
    volumes = json.loads(html.parse(str(pages / "v1.html")).findtext(".//script[@id='volumes']") or "")
    assert volumes == {
        "frus1969-76v06#d32fn2": "https://history.state.gov/historicaldocuments/frus1969-76v06/d32#d32fn2",
        "frus1969-76v06#pg_4": "https://history.state.gov/historicaldocuments/frus1969-76v06/pg_4",
        "v1#d2": "v1.html#d2",
    }


def test_a_preface_of_the_settings_is_in_each_form_that_holds_tei(tmp_path: Path) -> None:
    tei = collection(tmp_path, **{"preface.txt": "Preface\n\nMade now. See Document 2.\n"})
    settings = tmp_path / "teiconv.toml"
    settings.write_text(settings.read_text().replace("[edition]", '[edition]\npreface = "preface.txt"'))
    public = published(tei, "site", "cetei", "corpus", "deposit", "dspace", "textgrid", "xar", "epub")
    files = ("site/tei", "cetei/tei", "corpus/tei", "deposit/data/tei", "dspace/registers", "textgrid/registers")
    for folder in files:
        root = etree.parse(str(public / folder / "front.xml")).getroot()
        assert root.xpath("string(//t:div[@xml:id='preface']/t:p)", namespaces=NS) == "Made now. See Document 2."
    with zipfile.ZipFile(public / "edition.xar") as package:
        assert "data/front.xml" in package.namelist()
    corpus = etree.parse(str(public / "corpus/corpus.xml")).getroot()
    assert len(corpus.xpath("//*[@xml:id='preface']")) == 1
    assert 'href="tei/front.xml"' in (public / "corpus/include.xml").read_text(encoding="utf-8")
    assert links(public / "cetei/index.html", "//header//a")["Before the documents"] == "front.html"
    with zipfile.ZipFile(public / "edition.epub") as book:
        assert b"Made now." in book.read("EPUB/section-preface.xhtml")


def test_a_document_that_is_the_preface_as_well_is_told(tmp_path: Path) -> None:
    preface = "Preface\n\nMade now.\n"
    tei = collection(tmp_path, **{"preface.txt": preface, "texts/preface.txt": preface})
    settings = tmp_path / "teiconv.toml"
    settings.write_text(settings.read_text().replace("[edition]", '[edition]\npreface = "preface.txt"'))
    done = publish(tei, "site")
    assert (done.exit_code, "take it out of the texts" in done.stderr) == (2, True)
