"""The reading edition: every link leads somewhere, nothing is asked of the network, and a browser finds no fault."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from batch_helpers import contents, tree
from lxml import html
from publish_helpers import LETTER, collection, publish, published

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = """--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-sync
    --disable-component-update --enable-logging=stderr --virtual-time-budget=5000""".split()
in_a_browser = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed: apt-get install chromium")
PAGES = (
    "index.html",
    "contents/chapter-1.html",
    "documents/d1.html",
    "documents/d3.html",
    "persons.html",
    "persons/p_HH1.html",
    "places.html",
    "places/l_strelsau.html",
    "terms.html",
    "search.html",
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return published(collection(tmp_path_factory.mktemp("edition")), "site") / "site"


def page(site: Path, name: str) -> Any:
    return html.document_fromstring((site / name).read_bytes())


def words(node: Any) -> str:
    return " ".join(node.text_content().split())


def test_every_link_leads_somewhere(site: Path) -> None:
    ids = {file: set(html.parse(str(file)).xpath("//@id")) for file in site.rglob("*.html")}
    assert len(ids) > 10
    for file in ids:
        for address in html.parse(str(file)).xpath("//@href | //@src | //@action"):
            parts = urlsplit(address)
            if parts.scheme:
                continue
            there = (file.parent / unquote(parts.path)).resolve() if parts.path else file
            assert there.is_file(), (file, address)
            assert not parts.fragment or parts.fragment in ids[there], (file, address)


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    for file in site.rglob("*.html"):
        for address in html.parse(str(file)).xpath("//@src | //link/@href | //@action"):
            assert urlsplit(address).scheme in ("", "data"), (file, address)


def test_ids_are_there_once_on_a_page(site: Path) -> None:
    for file in site.rglob("*.html"):
        ids = html.parse(str(file)).xpath("//@id")
        assert len(ids) == len(set(ids)), file


def test_all_words_of_the_text_are_shown(site: Path) -> None:
    shown = words(page(site, "documents/d1.html").find(".//article"))
    for word in re.findall(r"\w+", LETTER):
        assert word in shown, word


def test_a_document_shows_what_is_known_of_it(site: Path) -> None:
    known = page(site, "documents/d1.html").find_class("facts")[0]
    rows = {words(row.find("dt")): words(row.find("dd")) for row in known}
    assert rows == {
        "Chapter": "The Crown",
        "Date": "Strelsau, May 3, 1970",
        "From": "Ambassador Hentzau",
        "To": "President Elphberg",
        "Participants": "Sapt",
        "Classification": "Secret",
    }


def test_the_page_on_which_a_document_begins_is_shown(tmp_path: Path) -> None:
    texts = {"texts/d2.txt": "2. Memorandum\n\nSeen.\n\n[Page 8]\n\nAgreed.\n"}
    site = published(collection(tmp_path, **texts), "site") / "site"
    assert "Begins on page7" in words(page(site, "documents/d2.html").find_class("facts")[0])


def test_gaps_are_in_brackets_with_their_measure(site: Path) -> None:
    gaps = page(site, "documents/d1.html").find_class("gap")
    assert [(gap.text, gap.get("title")) for gap in gaps] == [
        ("[2 lines not declassified]", "not declassified, 2 lines")
    ]


def test_notes_stand_after_the_block_that_calls_them(site: Path) -> None:
    notes = page(site, "documents/d1.html").find_class("notes")
    assert [words(note)[:12] for note in notes] == ["1 Source: Na", "2 See Docume"]
    assert notes[1].getprevious().text_content().startswith("The Duke")


def test_a_reference_leads_to_the_very_note(site: Path) -> None:
    links = {words(link): link.get("href") for link in page(site, "documents/d1.html").find_class("ref")}
    assert links == {
        "Document 2, footnote 2": "d2.html#d2fn2",
        "Document 3": "d3.html",
        "Foreign Relations, 1969–1976, volume VI, Document 32": (
            "https://history.state.gov/historicaldocuments/frus1969-76v06/d32"
        ),
    }


def test_a_person_has_all_mentions(site: Path) -> None:
    person = page(site, "persons/p_HH1.html")
    assert [words(title) for title in person.iter("h1", "h2")] == [
        "Hentzau, Henry", "Sent", "Received", "Named in", "Named together with",
    ]  # fmt: skip
    assert [words(each) for each in person.find_class("mentions")[0]] == [
        "1. Letter From Ambassador Hentzau to President Elphberg May 3, 1970 1: Hentzau",
        "2. Memorandum From President Elphberg to Ambassador Hentzau June 4, 1971 2: Hentzau",
        "3. Editorial Note 1: Hentzau",
    ]


def test_a_place_has_the_documents_that_were_written_there(site: Path) -> None:
    place = page(site, "places/l_strelsau.html")
    assert [words(each) for each in place.find_class("letters-of")[0]] == [
        "1. Letter From Ambassador Hentzau to President Elphberg May 3, 1970"
    ]
    (name,) = page(site, "documents/d1.html").find_class("named")
    assert (words(name), name.get("href")) == ("Strelsau", "../places/l_strelsau.html")


def test_an_organisation_has_what_it_sent_and_received(tmp_path: Path) -> None:
    telegram = "4. Telegram From the Embassy in Ruritania to the Department of State\n\nNothing new.\n"
    site = published(collection(tmp_path, **{"texts/d4.txt": telegram}), "site") / "site"
    embassy = page(site, "organisations/o_embassy-in-ruritania.html")
    assert [words(title) for title in embassy.iter("h1", "h2")] == ["Embassy in Ruritania", "Sent"]
    sender = page(site, "documents/d4.html").find_class("facts")[0].find(".//dd/a")
    assert sender.get("href") == "../organisations/o_embassy-in-ruritania.html"


def test_a_term_tells_the_documents_that_it_is_in(site: Path) -> None:
    terms = {words(each.find("dt")): each.find("dd") for each in page(site, "terms.html").xpath("//dl/div")}
    assert {name: [link.get("href") for link in said.iter("a")] for name, said in terms.items()} == {
        "Nodis": ["documents/d1.html"],
        "NSC": ["documents/d2.html"],
    }
    assert words(terms["NSC"]) == "National Security Council in 1 document2"


def test_a_term_that_is_in_no_document_tells_none(tmp_path: Path) -> None:
    terms = "Terms\n\nNSC, National Security Council\nZZ, Zenda Zoo\n"
    site = published(collection(tmp_path, **{"terms.txt": terms}), "site") / "site"
    (unused,) = (each for each in page(site, "terms.html").xpath("//dl/div/dd") if "Zoo" in words(each))
    assert words(unused) == "Zenda Zoo"


def test_contents_by_chapter_and_by_year(site: Path) -> None:
    index = page(site, "index.html")
    assert [words(title) for title in index.iter("h2")] == ["By chapter", "By date", "In order"]
    assert [words(entry) for entry in page(site, "contents/chapter-1.html").find_class("entries")[0]] == [
        "1.Letter From Ambassador Hentzau to President ElphbergStrelsau, May 3, 1970",
        "2.Memorandum From President Elphberg to Ambassador HentzauWashington, June 4, 1971",
    ]
    assert len(page(site, "contents/1971.html").find_class("entries")[0]) >= 1


def test_the_first_page_tells_how_many_documents_there_are_and_from_when(site: Path) -> None:
    assert words(page(site, "index.html").find_class("hint")[0]) == "3 documents, May 3, 1970–June 4, 1971"


def test_a_year_is_parted_by_months(site: Path) -> None:
    assert [words(title) for title in page(site, "contents/1970.html").iter("h2")] == ["May"]


def test_a_document_can_be_cited_and_downloaded(site: Path) -> None:
    about = page(site, "documents/d1.html").find_class("about")[0]
    assert words(about.get_element_by_id("cite")) == (
        "“Letter From Ambassador Hentzau to President Elphberg,” Ruritania, 1970–1971, ed. Ada Editor, Document 1"
        " (Zenda: The Castle Press, 2026), https://edition.example.org/documents/d1.html."
    )
    assert (site / "text/d1.txt").read_text(encoding="utf-8") == LETTER
    assert (site / "tei/d1.xml").read_bytes() == (site.parent.parent / "tei/d1.xml").read_bytes()


def test_equal_input_gives_an_equal_site(site: Path, tmp_path: Path) -> None:
    assert contents(published(collection(tmp_path), "site")) == contents(site.parent)


def test_a_site_is_replaced_whole(tmp_path: Path) -> None:
    tei = collection(tmp_path)
    published(tei, "site")
    assert (tmp_path / "public/site/documents/d3.html").exists()
    (tei / "d3.xml").unlink()
    (tmp_path / "chapters.csv").write_text("title,documents\nThe Crown,d1–d2\n")
    published(tei, "site")
    assert not (tmp_path / "public/site/documents/d3.html").exists()
    assert sorted(path.name for path in (tmp_path / "public").iterdir()) == [".site.teiconv", "site"]


def test_what_fails_leaves_the_site_as_it_was(tmp_path: Path) -> None:
    tei = collection(tmp_path)
    before = contents(published(tei, "site"))
    (tei / "d3.xml").write_text("<TEI", encoding="utf-8")
    assert publish(tei, "site").exit_code == 4
    assert contents(tmp_path / "public") == before


def test_markup_in_texts_is_text(tmp_path: Path) -> None:
    text = '1. Letter\n\nHe wrote <script>alert(1)</script> & "quoted" it.\n'
    site = published(collection(tmp_path, **{"texts/d1.txt": text}), "site") / "site"
    assert "He wrote &lt;script&gt;alert(1)&lt;/script&gt; &amp;" in (site / "documents/d1.html").read_text()


def test_tei_that_others_made_is_shown_too(tmp_path: Path) -> None:
    volume = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>V</title></titleStmt>
      <publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text><body>
      <div type="document" xml:id="d1" n="1"><head>1. A <hi rend="italic">Letter</hi></head><p>See
      <ref target="#d2">2</ref>. <figure><graphic url="a.png"/></figure></p></div>
      <div type="document" xml:id="d2" n="2"><head>2. Another</head><table><row><cell>a</cell></row></table></div>
      </body></text></TEI>"""
    tree(tmp_path, {"tei/v.xml": volume})
    site = published(tmp_path / "tei", "site") / "site"
    (link,) = page(site, "documents/d1.html").find_class("ref")
    assert link.get("href") == "d2.html"
    assert (site / "text/d2.txt").is_file()


@in_a_browser
@pytest.mark.parametrize("name", PAGES)
def test_the_browser_has_nothing_to_complain_of(site: Path, tmp_path: Path, name: str) -> None:
    _, console = browse(site / name, tmp_path)
    assert console == ""


@in_a_browser
@pytest.mark.parametrize(
    ("query", "expected"), [("zenda", ["d2"]), ("hentz sapt", ["d1", "d3"]), ("horses", ["d1"]), ("nowhere", [])]
)
def test_search_finds(site: Path, tmp_path: Path, query: str, expected: list[str]) -> None:
    dom, console = browse(site / "search.html", tmp_path, query=query)
    found = re.findall(r'href="documents/([^."]+)\.html', dom)
    assert (sorted(found), console) == (expected, "")


@in_a_browser
def test_words_that_were_sought_are_marked(site: Path, tmp_path: Path) -> None:
    dom, _ = browse(site / "documents/d1.html", tmp_path, query="sapt")
    assert dom.count("<mark>Sapt</mark>") == 3


@in_a_browser
@pytest.mark.skipif(find_spec("axe_core_python") is None, reason="axe is not installed: pip install axe-core-python")
@pytest.mark.parametrize("scheme", ["0", "1"], ids=["dark", "light"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(site: Path, tmp_path: Path, name: str, scheme: str) -> None:
    spec = find_spec("axe_core_python")
    assert spec
    assert spec.submodule_search_locations
    axe = Path(spec.submodule_search_locations[0], "axe.min.js").read_text(encoding="utf-8")
    copy = tmp_path / "site"
    shutil.copytree(site, copy)
    file = copy / name
    text = re.sub(r"<meta http-equiv=[^>]*>", "", file.read_text(encoding="utf-8"))
    told = "JSON.stringify(all.violations.map((each) => [each.id, each.nodes[0].html]))"
    run = f"axe.run().then((all) => document.body.dataset.found = {told})"
    file.write_text(text.replace("</body>", f"<script>{axe}</script><script>{run}</script></body>"), encoding="utf-8")
    dom, _ = browse(file, tmp_path, f"--blink-settings=preferredColorScheme={scheme}")
    found = html.document_fromstring(dom).body.get("data-found")
    assert json.loads(found or '["axe did not run"]') == []


@in_a_browser
@pytest.mark.parametrize("width", [1280, 500])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_wider_than_the_window(site: Path, tmp_path: Path, name: str, width: int) -> None:
    copy = tmp_path / "site"
    shutil.copytree(site, copy)
    file = copy / name
    text = re.sub(r"<meta http-equiv=[^>]*>", "", file.read_text(encoding="utf-8"))
    script = "document.body.dataset.found = document.documentElement.scrollWidth - innerWidth"
    file.write_text(text.replace("</body>", f"<script>{script}</script></body>"), encoding="utf-8")
    dom, _ = browse(file, tmp_path, f"--window-size={width},900")
    assert int(html.document_fromstring(dom).body.get("data-found", "9999")) <= 0


def browse(file: Path, profile: Path, *flags: str, query: str = "") -> tuple[str, str]:
    """Open ``file``; return the page as it then is, and what the browser's console said."""
    assert CHROMIUM
    address = file.as_uri() + (f"?q={query.replace(' ', '+')}" if query else "")
    command = [CHROMIUM, *FLAGS, f"--user-data-dir={profile}/profile", *flags, "--dump-dom", address]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    return done.stdout, "\n".join(line for line in done.stderr.splitlines() if "CONSOLE" in line)
