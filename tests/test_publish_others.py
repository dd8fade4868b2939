"""TEI that others made, published as it is: volumes of many documents, letters without any id."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from batch_helpers import tree
from lxml import etree, html
from publish_helpers import collection, publish, published

from teiconv import read_tei, to_text

NS = {"t": "http://www.tei-c.org/ns/1.0"}
ID = "{http://www.w3.org/XML/1998/namespace}id"
HEADER = """<teiHeader><fileDesc><titleStmt><title>{}</title></titleStmt><publicationStmt><p/></publicationStmt>
  <sourceDesc><p/></sourceDesc></fileDesc></teiHeader>"""
VOLUME = """<TEI xmlns="http://www.tei-c.org/ns/1.0">{header}<text><front><div xml:id="persons"><list>
  <item><hi rend="strong"><persName xml:id="p_RR1">Rassendyll, {name}</persName></hi>, a traveller</item></list>
  <list><item><term xml:id="t_KG1">KG</term>, King’s Guard</item></list></div></front>
  <body><div type="chapter" xml:id="ch1"><head>The Crown<note n="1">A note.</note></head>
  <div type="document" xml:id="d1" n="1"><head>1. Memorandum</head><pb n="3" xml:id="pg_3"/>
  <p><persName corresp="#p_RR1">Rassendyll</persName> of the <gloss target="#t_KG1">KG</gloss>: see
  <ref target="#d2">the next</ref>, <ref target="#d2fn1">its note</ref>, <ref target="#pg_4">page 4</ref>,
  <ref target="other-volume#d2">another volume</ref>.</p></div>
  <div type="document" xml:id="d2" n="2"><head>2. Letter</head>
  <p>Agreed.<note n="1" xml:id="d2fn1">Not printed.</note></p>
  <pb n="4" xml:id="pg_4"/><p>{name}</p></div></div></body></text></TEI>"""
LETTER = """<TEI xmlns="http://www.tei-c.org/ns/1.0">{header}<text><body><p>{name}</p></body></text></TEI>"""


def volumes(root: Path) -> Path:
    texts = {f"tei/{file}.xml": VOLUME.format(header=HEADER.format(file), name=name) for file, name in NAMES}
    return tree(root, {**texts, "teiconv.toml": SETTINGS}) / "tei"


NAMES = (("v1", "Rudolf"), ("v2", "Robert"))
SETTINGS = """[edition]
id = "zenda"
title = "Zenda"
base = "https://edition.example.org/"
editors = ["Ada Editor <ada@example.org>"]
creators = ["An Embassy"]
publisher = "The Castle Press"
date = 2026-11-29
licence = "https://creativecommons.org/publicdomain/mark/1.0/"
"""


def rows(public: Path, table: str) -> list[dict[str, str]]:
    with (public / "tables" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_volumes_that_share_ids_are_published_side_by_side(tmp_path: Path) -> None:
    site = published(volumes(tmp_path), "site") / "site"
    assert sorted(path.name for path in (site / "documents").iterdir()) == [
        "v1.d1.html", "v1.d2.html", "v2.d1.html", "v2.d2.html",
    ]  # fmt: skip
    page = html.parse(str(site / "documents/v2.d1.html"))
    links = {" ".join(link.text_content().split()): link.get("href") for link in page.xpath("//article//a[@class]")}
    assert links == {
        "Rassendyll": "../persons/v2.p_RR1.html",
        "KG": "../terms.html#v2.t_KG1",
        "the next": "v2.d2.html",
        "its note": "v2.d2.html#v2.d2fn1",
        "page 4": "v2.d2.html#v2.pg_4",
    }
    assert page.xpath("//p[contains(., 'another')]")  # as text, for nobody knows where that volume is


def test_a_single_volume_keeps_its_ids(tmp_path: Path) -> None:
    tei = volumes(tmp_path)
    (tei / "v2.xml").unlink()
    assert [row["document"] for row in rows(published(tei, "tables"), "documents")] == ["d1", "d2"]


def test_lists_and_chapters_of_a_volume_are_read(tmp_path: Path) -> None:
    public = published(volumes(tmp_path), "tables", "site")
    assert [(row["person"], row["name"], row["description"]) for row in rows(public, "persons")] == [
        ("v1.p_RR1", "Rassendyll, Rudolf", "a traveller"),
        ("v2.p_RR1", "Rassendyll, Robert", "a traveller"),
    ]
    assert [row["expansion"] for row in rows(public, "terms")] == ["King’s Guard", "King’s Guard"]
    chapters = html.parse(str(public / "site/index.html")).xpath("//section[h2='By chapter']//a/text()")
    assert chapters == ["The Crown (v1)", "The Crown (v2)"]


def test_documents_without_ids_are_each_published(tmp_path: Path) -> None:
    texts = {f"tei/{name}.xml": LETTER.format(header=HEADER.format(name), name=name) for name in ("a", "b c#1", "b/a")}
    public = published(tree(tmp_path, texts) / "tei", "site", "tables")
    assert [row["document"] for row in rows(public, "documents")] == ["a", "b_20_c_23_1", "b.a"]
    for row in rows(public, "documents"):
        assert (public / f"site/documents/{row['document']}.html").is_file()


def test_ids_are_there_once_in_the_corpus(tmp_path: Path) -> None:
    corpus = etree.parse(str(published(volumes(tmp_path), "corpus") / "corpus/corpus.xml"))
    ids = [str(id) for id in corpus.xpath("//@xml:id")]
    assert len(ids) == len(set(ids)) == 18
    pointers = [str(each) for each in corpus.xpath("//@target | //@corresp") if str(each).startswith("#")]
    assert {pointer.removeprefix("#") for pointer in pointers} <= set(ids)


@pytest.mark.parametrize("path", ["oai/repository.xml", "dspace/item_v1.d2/v1.d2.xml"])
def test_a_record_holds_its_document_alone(tmp_path: Path, path: str) -> None:
    public = published(volumes(tmp_path), "oai", "dspace")
    for tei in etree.parse(str(public / path)).xpath("descendant-or-self::t:TEI", namespaces=NS):
        assert len(tei.xpath(".//t:div[@type='document']", namespaces=NS)) == 1
        assert tei.xpath("t:teiHeader", namespaces=NS)


def test_pages_and_notes_can_be_served(tmp_path: Path) -> None:
    parser = pytest.importorskip("dapytains.metadata.xml_parser", reason="dapytains is not installed")
    from dapytains.tei.document import Document

    catalogue, _ = parser.parse(str(published(volumes(tmp_path), "dts") / "dts/catalog.xml"))
    files = {Path(each.filepath).name: each.filepath for each in catalogue.objects.values() if each.resource}
    assert sorted(files) == ["v1.d1.xml", "v1.d2.xml", "v2.d1.xml", "v2.d2.xml"]
    note = Document(files["v2.d2.xml"]).get_passage("v2.d2:1", tree="notes")
    assert "".join(note.itertext()).split() == ["Not", "printed."]


def test_an_id_cannot_lead_out_of_the_target(tmp_path: Path) -> None:
    tei = volumes(tmp_path)
    (tei / "v2.xml").unlink()
    text = (tei / "v1.xml").read_text(encoding="utf-8").replace("p_RR1", "../../../p")
    (tei / "v1.xml").write_text(text, encoding="utf-8")
    done = publish(tei, "site")
    assert (done.exit_code, "no file can have this name" in done.output) == (1, True)
    assert not list(tmp_path.rglob("p.html"))


def test_a_volume_in_another_encoding_is_published(tmp_path: Path) -> None:
    letter = LETTER.format(header=HEADER.format("Ä"), name="Größe")
    tree(tmp_path, {"teiconv.toml": SETTINGS})
    (tmp_path / "tei").mkdir()
    declared = f'<?xml version="1.0" encoding="ISO-8859-1"?>{letter}'
    (tmp_path / "tei/a.xml").write_bytes(declared.encode("iso-8859-1"))
    public = published(tmp_path / "tei", "site", "corpus", "textgrid", "oai")
    for file in ("site/documents/a.html", "corpus/corpus.xml", "textgrid/tei/a.xml", "oai/repository.xml"):
        assert "Größe" in (public / file).read_text(encoding="utf-8"), file


def test_a_volume_of_others_beside_a_collection_loses_no_document(tmp_path: Path) -> None:
    tei = collection(tmp_path)
    (tei / "v1.xml").write_text(VOLUME.format(header=HEADER.format("v1"), name="Rudolf"), encoding="utf-8")
    done = publish(tei, "tables", "site")
    assert "gets the name of the file before it, so that it is unique: d1 in v1.xml becomes v1.d1" in done.stderr
    public = tmp_path / "public"
    assert [row["document"] for row in rows(public, "documents")] == ["d1", "d2", "d3", "v1.d1", "v1.d2"]
    assert len(list((public / "site/documents").iterdir())) == 5
    people = [row["person"] for row in rows(public, "persons")]
    assert len(people) == len(set(people))


def test_a_letter_without_divisions_is_a_document_of_the_volume(tmp_path: Path) -> None:
    settings = SETTINGS + 'series = "S"\nsubseries = "SS"\nnumber = "I"\nplace = "Zenda"\n'
    letter = LETTER.format(header=HEADER.format("A letter"), name="All is well.")
    tei = tree(tmp_path, {"tei/letter.xml": letter, "tei/other.xml": letter, "teiconv.toml": settings}) / "tei"
    public = published(tei, "volume")
    for form in ("zenda.xml", "2015/zenda.xml", "tei/zenda.xml"):
        assert to_text((public / "volume" / form).read_bytes(), document="letter") == "All is well."


TOLD = """<TEI xmlns="http://www.tei-c.org/ns/1.0">{header}<text><front><pb n="III" xml:id="pg_III"/></front><body>
  <div type="chapter"><head>The Crown</head><pb n="{pages[0]}"/><div type="document" xml:id="d1" n="1">
  <head>1. Telegram From the Embassy in Ruritania to Secretary of State <persName type="to"
  corresp="#p_RR1">Rassendyll</persName><note n="1" type="source" xml:id="d1fn1">Source: National Archives, RG 59,
  Central Files 1970–73, POL 15 RUR. Secret; Immediate.</note></head>
  <p>A duke.</p></div>
  <div type="document" xml:id="d2" n="2"><head>2. Editorial Note</head><p>Nothing.</p><pb n="{pages[1]}"/><p>More.</p>
  </div><div type="document" xml:id="d3" n="3"><head>3. Letter</head><p>One.</p></div>
  <div type="document" xml:id="d4" n="4"><pb n="{pages[2]}"/><head>4. Letter</head><p>Two.</p></div></div></body>
  </text></TEI>"""


def told(root: Path, *pages: str) -> Path:
    volume = TOLD.format(header=HEADER.format("V"), pages=pages)
    return published(tree(root, {"tei/v.xml": volume, "teiconv.toml": SETTINGS}) / "tei", "tables")


def test_tables_tell_what_titles_source_notes_and_page_breaks_of_a_volume_tell(tmp_path: Path) -> None:
    public = told(tmp_path, "7", "8", "9")
    columns = ("kind", "genre", "classification", "page")
    first, second, *_ = ([row[name] for name in columns] for row in rows(public, "documents"))
    assert first == ["historical-document", "telegram", "Secret", "7"]
    assert second == ["editorial-note", "editorial note", "", "7"]
    assert [row["page"] for row in rows(public, "documents")] == ["7", "7", "8", "9"]
    (source,) = rows(public, "sources")
    assert (source["repository"], source["record_group"]) == ("National Archives", "RG 59")
    agents = [tuple(row[name] for name in ("role", "name", "office", "person")) for row in rows(public, "agents")]
    assert agents == [
        ("sender", "Embassy in Ruritania", "", ""),
        ("recipient", "Rassendyll", "Secretary of State", "p_RR1"),
    ]


def test_pages_that_begin_anew_in_each_document_tell_nothing_of_the_next(tmp_path: Path) -> None:
    assert [row["page"] for row in rows(told(tmp_path, "1", "1", "1"), "documents")] == ["", "", "", "1"]


def test_a_conversation_in_a_volume_has_participants_and_is_no_letter(tmp_path: Path) -> None:
    typed = VOLUME.replace(
        "<head>1. Memorandum</head>",
        '<head>1. Telephone Conversation Between <persName corresp="#p_RR1" type="from">Rassendyll</persName> and '
        '<persName type="to">Sapt</persName></head>',
    )
    tei = tree(tmp_path, {"tei/v1.xml": typed.format(header=HEADER.format("v1"), name="Rudolf")}) / "tei"
    public = published(tei, "tables")
    found = [(row["role"], row["name"]) for row in rows(public, "agents") if row["document"] == "d1"]
    assert found == [("participant", "Rassendyll"), ("participant", "Sapt")]
    assert rows(public, "letters") == []


WITHHELD = LETTER.format(
    header=HEADER.format("A volume"),
    name="""He left [<hi rend="italic">4½ lines of source text not
    declassified</hi>] in <hi rend="italic">The Times</hi>.<note n="1" xml:id="fn1">[<hi rend="italic">2 paragraphs
    (16 lines) not declassified</hi>]</note>""",
)


def test_notices_in_italics_are_gaps_in_the_tables_and_in_linked_data(tmp_path: Path) -> None:
    tei = tree(tmp_path, {"tei/d1.xml": WITHHELD, "teiconv.toml": SETTINGS}) / "tei"
    public = published(tei, "tables", "rdf")
    gaps = [(row["reason"], row["unit"], float(row["quantity"]), float(row["lines"])) for row in rows(public, "gaps")]
    assert gaps == [("not-declassified", "line", 4.5, 4.5), ("not-declassified", "paragraph", 2.0, 16.0)]
    turtle = (public / "rdf" / "documents.ttl").read_text(encoding="utf-8")
    assert turtle.count("4½ lines of source text not declassified") == 1
    assert turtle.count("QuantitativeValue") == 2


def test_a_notice_in_italics_is_a_gap_of_the_document_and_the_tei_stays() -> None:
    document = read_tei(WITHHELD.encode())
    first, second = document.gaps
    assert (first.reason, first.unit, first.quantity) == ("not-declassified", "line", 4.5)
    assert first.text.split() == "[4½ lines of source text not declassified]".split()
    assert document.text[first.start : first.end] == first.text
    assert (second.lines, first.element.name) == (16, "hi")


def test_a_gap_whose_wording_is_in_italics_counts_once(tmp_path: Path) -> None:
    gap = '<gap reason="x" unit="line" quantity="2"><desc><hi rend="italic">2 lines not declassified</hi></desc></gap>'
    letter = LETTER.format(header=HEADER.format("A letter"), name=gap)
    assert [gap.reason for gap in read_tei(letter.encode()).gaps] == ["x"]
    tei = tree(tmp_path, {"tei/d1.xml": letter, "teiconv.toml": SETTINGS}) / "tei"
    assert [row["reason"] for row in rows(published(tei, "tables"), "gaps")] == ["x"]


CHANGED = """<revisionDesc><change>Converted.</change><change when="2026-12-{}">A name corrected.</change>
  <change when="2027">Somewhen.</change></revisionDesc></teiHeader>"""


def test_a_record_that_harvesters_take_has_the_day_of_the_last_change(tmp_path: Path) -> None:
    headers = {"a": HEADER, "b": HEADER.replace("</teiHeader>", CHANGED.replace("{}", "24"))}
    letters = {f"tei/{n}.xml": LETTER.format(header=h.format(n), name=n) for n, h in headers.items()}
    tei = tree(tmp_path, {**letters, "teiconv.toml": SETTINGS}) / "tei"
    repository = etree.parse(published(tei, "oai") / "oai/repository.xml")
    days = [each.text for each in repository.iter("{*}datestamp")]
    assert days == ["2026-11-29", "2026-12-24"] * 2
    assert repository.findtext(".//{*}earliestDatestamp") == "2026-11-29"


def test_the_contents_for_cetei_lead_to_the_ids_that_the_tei_has(tmp_path: Path) -> None:
    index = html.parse(published(volumes(tmp_path), "cetei") / "cetei/index.html")
    links = [link for link in index.xpath("//main//a/@href") if "#" in link]
    assert links == ["v1.html#d1", "v1.html#d2", "v2.html#d1", "v2.html#d2"]
