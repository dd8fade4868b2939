"""The TEI displayed by CETEIcean in a browser: our behaviours and CSS, links to other files, nothing to complain of."""

from __future__ import annotations

import json
import re
import shutil
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from batch_helpers import tree
from lxml import html
from publish_helpers import LETTER, collection, publish, published
from test_publish_site import browse, in_a_browser, words

PAGES = ("index.html", "d1.html", "d3.html", "persons.html", "places.html", "terms.html")
OLD = b"old();\n"
SIGNED_OF_OLD = f"/* As teiconv ships it: sha256 {sha256(OLD).hexdigest()}. Edit. */\n"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return published(collection(tmp_path_factory.mktemp("edition")), "cetei") / "cetei"


@pytest.fixture(scope="module")
def shown(pages: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Any, str]]:
    profile = tmp_path_factory.mktemp("browser")
    opened = {name: browse(pages / name, profile) for name in PAGES}
    return {name: (html.document_fromstring(dom), console) for name, (dom, console) in opened.items()}


@in_a_browser
@pytest.mark.parametrize("name", PAGES)
def test_the_browser_has_nothing_to_complain_of(shown: dict[str, tuple[Any, str]], name: str) -> None:
    assert shown[name][1] == ""


@in_a_browser
def test_all_words_of_the_text_are_shown(shown: dict[str, tuple[Any, str]]) -> None:
    said = words(shown["d1.html"][0].get_element_by_id("tei"))
    for word in re.findall(r"\w+", LETTER.replace("[Page 7]", "")):
        assert word in said, word


@in_a_browser
def test_every_link_leads_somewhere(pages: Path, shown: dict[str, tuple[Any, str]]) -> None:
    ids = {name: set(page.xpath("//@id")) for name, (page, _) in shown.items()}
    links = [(name, to) for name, (page, _) in shown.items() for to in page.xpath("//a/@href")]
    assert len(links) > 20
    for name, to in links:
        file, _, id = to.partition("#")
        if not to.startswith("https://"):
            assert not file or (pages / file).is_file(), to
            assert not id or file == "d2.html" or id in ids[file or name], to


@in_a_browser
def test_notes_references_and_names_are_linked(shown: dict[str, tuple[Any, str]]) -> None:
    page = shown["d1.html"][0]
    links = {words(link): link.get("href") for link in page.xpath("//a")}
    assert links["Document 2, footnote 2"] == "d2.html#d2fn2"
    assert links["Hentzau"] == "persons.html#p_HH1"
    assert links["Foreign Relations, 1969–1976, volume VI, Document 32"] == (
        "https://history.state.gov/historicaldocuments/frus1969-76v06/d32"
    )
    notes = page.xpath("//ol[@class='notes']/li")
    assert [(note.get("id"), words(note)[:12]) for note in notes] == [
        ("d1fn1", "1 Source: Na"),
        ("d1fn2", "2 See Docume"),
    ]
    assert [note.find("a").get("href") for note in notes] == ["#call-d1fn1", "#call-d1fn2"]


@in_a_browser
def test_gaps_tell_their_measure(shown: dict[str, tuple[Any, str]]) -> None:
    (gap,) = shown["d1.html"][0].xpath("//tei-gap")
    assert (words(gap), gap.get("title")) == ("2 lines not declassified", "not-declassified 2 line")


@in_a_browser
def test_scripts_in_tei_do_not_run(tmp_path: Path) -> None:
    volume = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>V</title></titleStmt>
      <publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text><body>
      <!-- </script><script>document.title = "run"</script> --><div type="document" xml:id="d1" n="1"><head>A</head>
      <p>See <ref target="javascript:alert(1)">it</ref> &lt;script>document.title = "run"&lt;/script></p></div>
      </body></text></TEI>"""
    tree(tmp_path, {"tei/v.xml": volume})
    page = published(tmp_path / "tei", "cetei") / "cetei/v.html"
    dom, console = browse(page, tmp_path)
    opened = html.document_fromstring(dom)
    assert (opened.findtext(".//title"), console) == ("1. V", "")
    assert opened.xpath("//a[starts-with(@href, 'javascript')]") == []


with_axe = pytest.mark.skipif(
    find_spec("axe_core_python") is None, reason="axe is not installed: pip install axe-core-python"
)


@in_a_browser
@with_axe
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(pages: Path, tmp_path: Path, name: str) -> None:
    assert found_by_axe(pages, name, tmp_path) == []


@in_a_browser
@with_axe
def test_sections_are_no_landmarks_of_one_name(tmp_path: Path) -> None:
    section = '<div type="section"><head>{}</head><p>Text.</p></div>'
    volume = f"""<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>V</title></titleStmt>
      <publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text><body>
      <div type="document" xml:id="d1" n="1"><head>A</head>{section.format("B")}{section.format("C")}</div>
      </body></text></TEI>"""
    tree(tmp_path, {"tei/v.xml": volume})
    assert found_by_axe(published(tmp_path / "tei", "cetei") / "cetei", "v.html", tmp_path / "copy") == []


def found_by_axe(pages: Path, name: str, scratch: Path) -> list[list[str]]:
    """Return the violations that axe finds on a page: the rule, and the first element that breaks it."""
    spec = find_spec("axe_core_python")
    assert spec
    assert spec.submodule_search_locations
    axe = Path(spec.submodule_search_locations[0], "axe.min.js").read_text(encoding="utf-8")
    shutil.copytree(pages, scratch / "cetei")
    file = scratch / "cetei" / name
    text = re.sub(r"<meta http-equiv=[^>]*>", "", file.read_text(encoding="utf-8"))
    told = "JSON.stringify(all.violations.map((each) => [each.id, each.nodes[0].html]))"
    run = f"axe.run().then((all) => document.body.dataset.found = {told})"
    file.write_text(text.replace("</body>", f"<script>{axe}</script><script>{run}</script></body>"), encoding="utf-8")
    dom, _ = browse(file, scratch)
    found: list[list[str]] = json.loads(html.document_fromstring(dom).body.get("data-found") or '[["axe did not run"]]')
    return found


def test_a_style_sheet_that_was_edited_is_kept_and_told(tmp_path: Path) -> None:
    tei = collection(tmp_path)
    style, script = (published(tei, "cetei") / "cetei" / name for name in ("cetei.css", "cetei.js"))
    shipped = style.read_bytes()
    script.write_text(f"{SIGNED_OF_OLD}old();\n", encoding="utf-8", newline="")
    style.write_bytes(mine := shipped.replace(b"#1f1d1a", b"#000000"))
    done = publish(tei, "cetei")
    assert style.read_bytes() == mine != shipped
    assert "cetei/cetei.css: kept as you edited it; remove it" in done.stderr
    assert "cetei.js" not in done.stderr  # it is that of an earlier version, and nobody edited it
    assert b"old()" not in script.read_bytes()
    style.unlink()
    assert publish(tei, "cetei").stderr.count("kept") == 0
    assert style.read_bytes() == shipped


def test_the_contents_of_a_volume_have_its_chapters(tmp_path: Path) -> None:
    document = '<div type="document" xml:id="d{0}" n="{0}"><head>{0}. Letter</head><p>Text.</p></div>'
    chapters = (
        '<div type="compilation"><head>The Crown</head><div type="chapter"><head>The Coronation</head>'
        f"{document.format(1)}</div></div>{document.format(2)}"
    )
    volume = f"""<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>V</title></titleStmt>
      <publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text><body>
      {chapters}</body></text></TEI>"""
    tree(tmp_path, {"tei/v.xml": volume})
    main = html.parse(published(tmp_path / "tei", "cetei") / "cetei/index.html").find(".//main")
    assert main is not None
    said = [(node.tag, words(node)) for node in main.iter("h2", "h3", "a")]
    assert said == [
        ("a", "V"),
        ("h2", "The Crown"),
        ("h3", "The Coronation"),
        ("a", "1. Letter"),
        ("h2", "In no chapter"),
        ("a", "2. Letter"),
    ]


@in_a_browser
def test_a_wide_table_scrolls_and_not_the_page(tmp_path: Path) -> None:
    cells = "".join(f"<cell>Administration{n}requests</cell>" for n in range(9))
    letter = f"""<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>V</title></titleStmt>
      <publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text><body>
      <p>Words.</p><table><row>{cells}</row></table></body></text></TEI>"""
    tree(tmp_path, {"tei/v.xml": letter})
    page = published(tmp_path / "tei", "cetei") / "cetei/v.html"
    dom, _ = browse(page, tmp_path)
    assert html.document_fromstring(dom).xpath("//tei-table/@tabindex") == [
        "0"
    ]  # wider than the page: it scrolls, and not the page
