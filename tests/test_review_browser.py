"""The review in a real browser: a volume corrected by the keyboard, the server killed in the middle."""

from __future__ import annotations

import csv
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from browser import CHROMIUM, Browser, browser
from click.testing import CliRunner
from lxml import etree
from review_helpers import DOCUMENTS, convert, served, volume
from test_review_others import VOLUME

from teiconv import read_tei
from teiconv.cli import main
from teiconv.editing.file import in_force, read_decisions
from teiconv.model.decision import Decision

pytest.importorskip("starlette", reason="starlette is not installed: pip install 'teiconv[review]'")
pytest.importorskip("uvicorn", reason="uvicorn is not installed: pip install 'teiconv[review]'")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed: apt-get install chromium")

QUIET = "document.body.getAttribute('aria-busy') == 'false' || document.getElementById('dialog').open"


@pytest.fixture
def page(tmp_path: Path) -> Iterator[Browser]:
    with browser(tmp_path / "profile") as opened:
        opened.screen(1280, 900, "light")
        yield opened


@contextmanager
def command(tei: Path, *more: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Run ``teiconv review`` as an editor does, and give the process and the address that it names."""
    arguments = [sys.executable, "-m", "teiconv", "review", str(tei), "--no-browser", "--who", "Ada Editor", *more]
    with subprocess.Popen(arguments, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stderr
            found = re.search(r"http://\S+", process.stderr.readline())
            assert found
            yield process, found[0]
        finally:
            process.kill()


def opened(page: Browser, url: str) -> None:
    page.open(url)
    page.until("document.body.dataset.ready == 'yes'")
    page.until("!!document.querySelector('#card .where')")


def press(page: Browser, *keys: str, shift: bool = False) -> None:
    """Press keys as an editor does: each after what the one before it led to."""
    for key in keys:
        page.press(key, shift=shift)
        page.evaluate("new Promise((after) => setTimeout(after, 20))")
        page.until(QUIET)


def choose_kind(page: Browser, title: str) -> None:
    """Turn to a kind with the key for that."""
    chosen = "document.querySelector('#kinds [aria-pressed=true]').textContent"
    for _ in range(20):
        if page.evaluate(chosen).startswith(title):
            return
        press(page, "g")
    raise AssertionError(f"there is no kind {title}")


def show_all(page: Browser) -> None:
    page.evaluate("const s = document.getElementById('state'); s.value = 'all'; s.dispatchEvent(new Event('change'))")
    page.until(QUIET)


AHEAD = """(() => { const range = getSelection().getRangeAt(0).cloneRange();
  range.setEndAfter(document.getElementById('source').lastChild);
  return range.toString().trimStart(); })()"""


def select(page: Browser, words: str) -> None:
    """Select words of the text with the keys for that."""
    press(page, "t")
    for _ in range(100):
        if page.evaluate(AHEAD).startswith(words):
            break
        press(page, "ArrowRight")
    for _ in words.split()[1:]:
        press(page, "ArrowRight", shift=True)
    assert page.evaluate("getSelection().toString()").strip() == words


def decisions(tei: Path) -> list[Decision]:
    place = tei.parent / "decisions.toml"
    return list(in_force(read_decisions(place.read_bytes(), str(place)))[0]) if place.exists() else []


def said(found: list[Decision], kind: str) -> list[dict[str, Any]]:
    return [{"document": one.document, "words": one.words, **dict(one.values)} for one in found if one.kind == kind]


def test_a_volume_is_corrected_by_keyboard_and_the_server_killed_in_the_middle(tmp_path: Path, page: Browser) -> None:
    tei = volume(tmp_path / "volume")
    with command(tei) as (process, url):
        opened(page, url)
        for key in ("1", "2", "Enter", "0", "2"):  # five links, with a key for each
            press(page, key)
        process.send_signal(signal.SIGKILL)
        process.wait()
        press(page, "1")
        assert "does not answer" in page.evaluate("document.getElementById('banner').textContent")
    assert len(decisions(tei)) == 5

    with command(tei) as (_, url):
        opened(page, url)
        page.console.clear()  # it said that nobody answered
        assert page.evaluate("document.getElementById('count').textContent").startswith("5 of 12 doubtful")
        press(page, "1", "2", "2", "1", "2")  # five more
        show_all(page)
        choose_kind(page, "Dates")
        press(page, "e")
        page.write("1970-05-01..1970-05-09")
        press(page, "Enter")
        press(page, "e")
        page.write("1971-05-02")
        press(page, "Enter")
        choose_kind(page, "Gaps")
        press(page, "e")
        page.write("<3 lines not-declassified")
        press(page, "Enter")
        choose_kind(page, "Calls")
        press(page, "j", "0")
        select(page, "The horses of the guard")
        press(page, "s", "h")
        assert page.console == []

    found = decisions(tei)
    links = said(found, "person")
    assert len(links) == 10
    assert [link["is"] for link in links].count("nothing") == 1
    assert said(found, "date") == [
        {"document": "d1", "words": "May 1, 1970", "notBefore": "1970-05-01", "notAfter": "1970-05-09"},
        {"document": "d2", "words": "May 2, 1970", "when": "1971-05-02"},
    ]
    assert said(found, "gap") == [
        {"document": "d1", "words": "[2 lines not declassified]", "reason": "not-declassified", "atMost": "3",
         "unit": "line"},
    ]  # fmt: skip
    assert said(found, "call") == [{"document": "d1", "words": "crowns,2", "is": "nothing"}]
    assert said(found, "block") == [{"document": "d2", "words": "The horses of the guard", "is": "heading"}]
    assert {one.who for one in found} == {"Ada Editor"}
    convert(tmp_path / "volume", "--decisions", str(tei.parent / "decisions.toml"))
    check_corrections(tei, links)


def check_corrections(tei: Path, links: list[dict[str, Any]]) -> None:
    """Look at what the next run of the batch made of the decisions: TEI, text, site and tables."""
    first, second = (etree.parse(tei / f"{name}.xml").getroot() for name in ("d1", "d2"))
    decided = [one.get("ref") for one in first.iterfind(".//{*}text//{*}persName[@resp]")]
    wanted = [link["is"] for link in links if link["document"] == "d1"]
    assert decided == [f"persons.xml#{person}" for person in wanted]
    assert first.find(".//{*}text//{*}date[@notBefore='1970-05-01']").get("notAfter") == "1970-05-09"
    assert second.find(".//{*}text//{*}date").get("when") == "1971-05-02"
    assert first.find(".//{*}gap").get("atMost") == "3"
    assert first.find(".//{*}note[@n='2']").get("anchored") == "false"
    assert second.find(".//{*}div[@type='section']/*").text == "The horses of the guard"
    text = read_tei(tei / "d1.xml").text
    assert text == (tei.parent / "texts" / "d1.txt").read_text("utf-8").rstrip("\n")
    done = CliRunner().invoke(
        main, ["publish", str(tei), str(tei.parent / "public"), "--as", "site", "--as", "tables", "-q"]
    )
    assert done.exit_code == 0, done.output
    site = (tei.parent / "public/site/documents/d1.html").read_text("utf-8")
    assert len(re.findall(r'href="../persons/p_SF[12].html"[^>]*>Sapt<', site)) == len(wanted)
    assert "doubtful" not in site
    check_tables(tei.parent / "public/tables", wanted)


def check_tables(tables: Path, wanted: list[str]) -> None:
    """Look at what the published tables say of the documents that were corrected."""

    def rows(name: str, document: str) -> list[dict[str, str]]:
        with (tables / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return [row for row in csv.DictReader(file) if row["document"] == document]

    assert [
        one["person"] for one in rows("mentions", "d1") if one["person"] in wanted and one["text"] == "Sapt"
    ] == wanted
    (gap,) = rows("gaps", "d1")
    assert (gap["at_most"], gap["unit"]) == ("3", "line")
    (document,) = rows("documents", "d2")
    assert document["date"] == "1971-05-02"


def test_a_decision_is_taken_back_and_made_again(tmp_path: Path, page: Browser) -> None:
    tei = volume(tmp_path / "volume")
    with served(tei) as client:
        opened(page, client.url)
        press(page, "1", "2")
        first = decisions(tei)
        press(page, "u")
        assert decisions(tei) == first[:1]
        press(page, "u")
        assert decisions(tei) == []
        press(page, "U", "U")
        assert [one.values for one in decisions(tei)] == [one.values for one in first]


def test_escape_leaves_each_dialog_at_once_and_decides_nothing(tmp_path: Path, page: Browser) -> None:
    tei = volume(tmp_path / "volume")
    with served(tei) as client:
        opened(page, client.url)
        for key in ("e", "m", "d", "l", "?"):
            press(page, key)
            assert page.evaluate("document.getElementById('dialog').open"), key
            press(page, "Escape")
            assert not page.evaluate("document.getElementById('dialog').open"), key
    assert decisions(tei) == []


def test_a_review_begins_with_the_document_that_the_command_names(tmp_path: Path, page: Browser) -> None:
    tei = volume(tmp_path / "volume")
    with command(tei, "--document", "d3") as (_, url):
        opened(page, url)
        page.until("document.querySelector('#card .where').textContent.includes('Document 3')")


def test_a_person_whom_no_list_has_is_typed(tmp_path: Path, page: Browser) -> None:
    tei = volume(tmp_path / "volume")
    with served(tei) as client:
        opened(page, client.url)
        press(page, "e")
        page.write("Sapt, Friederike")
        page.until("document.querySelectorAll('.found li').length == 1")
        press(page, "Enter")
        page.until("document.body.getAttribute('aria-busy') == 'false'")
    values = (("is", "p_sapt-friederike"), ("name", "Sapt, Friederike"))
    assert [(one.words, one.values) for one in decisions(tei)] == [("Sapt", values)]
    convert(tmp_path / "volume", "--decisions", str(tei.parent / "decisions.toml"))
    assert 'xml:id="p_sapt-friederike"' in (tei / "persons.xml").read_text("utf-8")


def test_a_link_takes_one_key_and_the_next_is_there(tmp_path: Path, page: Browser) -> None:
    """Six hundred an hour leave six seconds for each: no more than a key may be needed, and no time for the machine."""
    tei = volume(tmp_path / "volume")
    with served(tei) as client:
        opened(page, client.url)
        for done in range(2 * DOCUMENTS):
            started = time.monotonic()
            press(page, "2")
            assert time.monotonic() - started < 6
            assert len(decisions(tei)) == done + 1
    assert page.console == []


def test_all_like_one_are_shown_and_decided_with_two_keys(tmp_path: Path, page: Browser) -> None:
    tei = volume(tmp_path / "volume")
    with served(tei) as client:
        opened(page, client.url)
        press(page, "m")
        shown = page.evaluate("document.getElementById('dialog').innerText")
        assert shown.startswith("12 statements like “Sapt”")
        assert "Document 6" in shown
        press(page, "2")
        assert len(decisions(tei)) == 2 * DOCUMENTS
        press(page, "u")
        assert decisions(tei) == []


def test_two_windows_see_and_keep_what_each_decides(tmp_path: Path, page: Browser) -> None:
    tei = volume(tmp_path / "volume")
    with served(tei) as one, served(tei, who="Ben") as other:
        opened(page, one.url)
        first = one.ask("rows", count=1)["rows"][0]["statement"]
        status, _ = other.say("decide", {"decisions": [{"statement": first, "values": {"is": "p_SF2"}}]})
        assert status == 200
        press(page, "1")  # before the page has heard of it
        assert "Ben has decided this meanwhile" in page.evaluate("document.getElementById('banner').textContent")
        assert [(one.who, one.get("is")) for one in decisions(tei)] == [("Ben", "p_SF2")]
        press(page, "1")
        assert [(one.who, one.get("is")) for one in decisions(tei)] == [("Ada", "p_SF1")]
        page.until("document.getElementById('count').textContent.startsWith('1 of 12')")


def test_a_key_that_was_meant_for_an_undecided_statement_overwrites_nothing(tmp_path: Path, page: Browser) -> None:
    """Another window of the same editor decides; this page hears of it just before the key."""
    tei = volume(tmp_path / "volume")
    with served(tei) as client:
        opened(page, client.url)
        first = client.ask("rows", count=1)["rows"][0]["statement"]
        client.say("decide", {"decisions": [{"statement": first, "values": {"is": "p_SF2"}}]})
        page.until("document.getElementById('banner').textContent == 'Ada has decided this meanwhile.'")
        press(page, "0")
        assert [one.get("is") for one in decisions(tei)] == ["p_SF2"]
        assert "decide again if you disagree" in page.evaluate("document.getElementById('banner').textContent")
        press(page, "0")
        assert [one.get("is") for one in decisions(tei)] == ["nothing"]


def banner(page: Browser, id: str = "said") -> str:
    return str(page.evaluate(f"document.getElementById('{id}').textContent"))


def test_the_page_says_names_and_measures_as_an_editor_does(tmp_path: Path, page: Browser) -> None:
    tei = volume(tmp_path / "volume")
    with served(tei) as client:
        opened(page, client.url)
        press(page, "1")
        assert banner(page) == "Person “Sapt”: Sapt, Franz, Major"
        show_all(page)
        choose_kind(page, "Gaps")
        press(page, "e")
        page.write("3 lines illegible")
        press(page, "Enter")
        assert banner(page) == "Gap “[2 lines not declassified]”: 3 lines illegible"


def test_what_a_block_is_can_be_chosen(tmp_path: Path, page: Browser) -> None:
    tei = volume(tmp_path / "volume")
    heading = tmp_path / "heading.toml"
    heading.write_text('[[block]]\nwords = "The horses of the guard"\nis = "heading"\n', "utf-8")
    convert(tmp_path / "volume", "--decisions", str(heading))
    with served(tei) as client:
        opened(page, client.url)
        show_all(page)
        choose_kind(page, "Headings")
        press(page, "e")
        assert "What is this block?" in page.evaluate("document.getElementById('dialog').innerText")
        assert decisions(tei) == []
        press(page, "q")
        assert [one.get("is") for one in decisions(tei)] == ["quotation"]


def test_two_words_of_a_line_are_no_heading(tmp_path: Path, page: Browser) -> None:
    tei = volume(tmp_path / "volume")
    with served(tei) as client:
        opened(page, client.url)
        select(page, "The horses")
        press(page, "s", "h")
        assert banner(page) == "A heading is a line of its own: select all of it."
        assert decisions(tei) == []


def test_the_choice_of_a_document_keeps_what_is_shown(tmp_path: Path, page: Browser) -> None:
    tei = volume(tmp_path / "volume")
    with served(tei) as client:
        opened(page, client.url)
        press(page, "d", "Enter")
        page.until(QUIET)
        assert page.evaluate("document.getElementById('state').value") == "doubtful"
        press(page, "1", "1", "d", "Enter")
        page.until("document.getElementById('state').value == 'all'")
        page.until("document.getElementById('said').textContent.endsWith('all its statements are shown now.')")


def test_a_window_of_a_server_that_ended_says_so(tmp_path: Path, page: Browser) -> None:
    tei = volume(tmp_path / "volume")
    with served(tei) as client:
        opened(page, client.url)
        page.evaluate("history.replaceState(null, '', location.pathname.replace(/[^/]+/, 'token-of-before')); 1")
        press(page, "1")
        assert "Open the page that the new one names" in banner(page, "banner")
        assert decisions(tei) == []


HOSTILE = "<img src=x onerror=\"document.title='RUN'\"><script>document.title='RUN'</script>"


def hostile(tei: Path) -> None:
    """Put what would run in a page, as text, into a name of the register and into a document."""
    text = HOSTILE.replace("&", "&amp;").replace("<", "&lt;")
    register = tei / "persons.xml"
    register.write_text(register.read_text("utf-8").replace("Colonel; aide", text), "utf-8")
    for file in tei.glob("d?.xml"):
        file.write_text(file.read_text("utf-8").replace("greetings", f"greetings{text}"), "utf-8")


def looked_through(page: Browser, url: str) -> str:
    opened(page, url)
    press(page, "m")
    press(page, "Escape")
    press(page, "e")
    press(page, "Escape")
    press(page, "j", "v", "l")
    press(page, "Escape")
    return str(page.evaluate("document.title"))


def test_nothing_of_a_document_runs_in_the_page(tmp_path: Path, page: Browser) -> None:
    tei = volume(tmp_path / "volume")
    hostile(tei)
    with served(tei) as client:
        assert looked_through(page, client.url).startswith("Review")
        assert "onerror" in page.evaluate("document.getElementById('source').textContent")


def test_it_would_run_without_policy_and_escapes(
    tmp_path: Path, page: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What keeps it from running is the policy and that text is escaped: without both, it does."""
    from teiconv.publish.site import render
    from teiconv.review import guards

    tei = volume(tmp_path / "volume")
    hostile(tei)
    monkeypatch.setattr(render, "text", lambda words: words)
    with served(tei) as client:
        assert looked_through(page, client.url).startswith("Review")  # the policy alone is enough
    monkeypatch.delitem(guards.HEADERS, "Content-Security-Policy")
    with served(tei) as client:
        assert looked_through(page, client.url) == "RUN"


MEASURE = """(() => {
  const luminance = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).map(Number)
    .map((v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ratio = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  const paper = (e) => { for (; e; e = e.parentElement) {
    const c = getComputedStyle(e).backgroundColor; if (!c.endsWith(", 0)")) return c; } return "rgb(255, 255, 255)"; };
  const texts = [...document.querySelectorAll("h1, h2, p, span, strong, button, li, kbd, label, option")]
    .filter((e) => e.checkVisibility() && e.innerText?.trim());
  return { overflow: document.documentElement.scrollWidth - innerWidth,
    contrast: Math.min(...texts.map((e) => ratio(luminance(getComputedStyle(e).color), luminance(paper(e))))),
    unnamed: [...document.querySelectorAll("button, input, select")].filter((e) => !e.innerText.trim()
      && !e.getAttribute("aria-label") && !e.labels?.length).length,
    dark: luminance(getComputedStyle(document.documentElement).backgroundColor) < 0.1 };
})()"""


@pytest.mark.parametrize("width", [1280, 400])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_can_be_read_on_a_wide_and_a_narrow_screen(tmp_path: Path, page: Browser, width: int, scheme: str) -> None:
    tei = volume(tmp_path / "volume")
    page.screen(width, 900, scheme)
    with served(tei) as client:
        opened(page, client.url)
        found = page.evaluate(MEASURE)
    assert found["overflow"] <= 0
    assert found["contrast"] >= 4.5  # WCAG 2.2, AA
    assert found["unnamed"] == 0
    assert found["dark"] is (scheme == "dark")


def test_the_reading_view_takes_nothing_from_the_style_of_the_page(tmp_path: Path, page: Browser) -> None:
    """A list of a document is no list of the page: it once had no height."""
    tei = volume(tmp_path / "volume")
    file = tei / "d1.xml"
    paragraph = "<p>The horses of the guard</p>"
    listed = "<list><head>SUBJECT:</head><item>The horses of the guard</item></list>"
    assert paragraph in file.read_text("utf-8")
    file.write_text(file.read_text("utf-8").replace(paragraph, listed), "utf-8")
    with served(tei) as client:
        opened(page, client.url)
        page.until("!!document.getElementById('reading').shadowRoot.querySelector('.list')")
        height = "document.getElementById('reading').shadowRoot.querySelector('.list').getBoundingClientRect().height"
        page.until(f"{height} > 30")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_can_be_used_by_all(tmp_path: Path, page: Browser, scheme: str) -> None:
    """No fault that axe finds: names of controls, contrast, roles; in the page and in its dialogs."""
    axe = pytest.importorskip("axe_core_python", reason="axe is not installed: pip install axe-core-python")
    (script,) = Path(axe.__file__ or "").parent.rglob("axe.min.js")
    tei = volume(tmp_path / "volume")
    page.screen(1280, 900, scheme)
    with served(tei) as client:
        opened(page, client.url)
        page.evaluate(f"{script.read_text('utf-8')}; 1")
        for key in (None, "m", "e", "l", "d", "?"):
            press(page, *([key] if key else []))
            found = "axe.run().then((r) => r.violations.map((v) => [v.id, v.nodes[0].html]))"
            assert page.evaluate(found) == [], key
            press(page, *(["Escape"] if key else []))


def test_the_keys_decide_all_like_one_after_a_tick_was_removed(tmp_path: Path, page: Browser) -> None:
    tei = volume(tmp_path / "volume")
    with served(tei) as client:
        opened(page, client.url)
        press(page, "m")
        page.evaluate("const box = document.querySelector('#dialog input[type=checkbox]'); box.focus(); box.click()")
        press(page, "2")
        assert len(decisions(tei)) == 2 * DOCUMENTS - 1


def test_the_focus_stays_among_the_kinds_and_keys_lead_to_the_menus(tmp_path: Path, page: Browser) -> None:
    tei = volume(tmp_path / "volume")
    with served(tei) as client:
        opened(page, client.url)
        page.evaluate("document.querySelector('#kinds [data-kind=date]').focus()")
        page.evaluate("new Promise((after) => setTimeout(after, 2500))")  # longer than the page waits to ask again
        assert page.evaluate("document.activeElement.dataset.kind") == "date"
        press(page, "f")
        assert page.evaluate("document.activeElement.id") == "state"
        page.evaluate("document.activeElement.blur()")
        press(page, "c")
        assert page.evaluate("document.activeElement.id") == "certainty"


def test_the_kinds_count_what_is_shown(tmp_path: Path, page: Browser) -> None:
    tei = volume(tmp_path / "volume")
    with served(tei) as client:
        opened(page, client.url)
        gaps = "document.querySelector('#kinds [data-kind=gap] .count').textContent"
        assert page.evaluate(gaps) == "0"
        show_all(page)
        assert page.evaluate(gaps) == str(DOCUMENTS)


def test_a_volume_without_doubts_shows_what_is_undecided(tmp_path: Path, page: Browser) -> None:
    (tmp_path / "official").mkdir()
    (tmp_path / "official" / "zenda.xml").write_bytes(VOLUME.replace(b'cert="low"', b"").replace(b'cert="medium"', b""))
    with served(tmp_path / "official") as client:
        opened(page, client.url)
        page.until("document.getElementById('state').value == 'open'")
        assert "Nothing is left" not in page.evaluate("document.getElementById('card').textContent")


def test_a_wrong_date_stays_in_its_dialog(tmp_path: Path, page: Browser) -> None:
    tei = volume(tmp_path / "volume")
    with served(tei) as client:
        opened(page, client.url)
        show_all(page)
        choose_kind(page, "Dates")
        press(page, "e")
        page.evaluate("document.querySelector('#dialog input').value = '1969-03-11/1969-03-01'")
        press(page, "Enter")
        page.until("document.querySelector('#dialog .wrong').textContent.includes('is after')")
        assert page.evaluate("document.querySelector('#dialog input').value") == "1969-03-11/1969-03-01"
        assert decisions(tei) == []


def shown(page: Browser, id: str) -> str:
    """Return what ``id`` says on the page."""
    words: str = page.evaluate(f"document.getElementById('{id}').textContent")
    return words


@pytest.mark.parametrize("torn", [True, False])
def test_a_file_that_is_lost_while_the_page_is_open_stops_nobody(tmp_path: Path, page: Browser, torn: bool) -> None:
    tei = volume(tmp_path / "volume")
    with served(tei) as client:
        opened(page, client.url)
        if torn:
            (tei / "d2.xml").write_text("<TEI>")
        else:
            (tei / "d2.xml").unlink()
        press(page, "1", "1")
        assert "Document 3" in shown(page, "card")
        assert "d2.xml" in shown(page, "banner")
        press(page, "p")
        assert shown(page, "source").startswith("1. Letter")
        press(page, "n")
        assert "Document 3" in shown(page, "card")
    assert {one.document for one in decisions(tei)} == {"d1"}


def test_with_n_the_document_after_a_lost_one_is_reached(tmp_path: Path, page: Browser) -> None:
    tei = volume(tmp_path / "volume")
    with served(tei) as client:
        opened(page, client.url)
        for name in ("d2.xml", "d3.xml"):
            (tei / name).write_text("<TEI>")
        for _ in range(3):
            press(page, "n")
        assert "Document 4" in shown(page, "card")


def test_with_n_a_document_is_passed_of_which_nothing_is_left(tmp_path: Path, page: Browser) -> None:
    tei = volume(tmp_path / "volume")
    with served(tei) as client:
        opened(page, client.url)
        press(page, "n")
        press(page, "1", "1")
        press(page, "p")
        assert shown(page, "source").startswith("1. Letter")
        press(page, "n")
        assert "Nothing is left" in shown(page, "card")
        assert shown(page, "source").startswith("2. Letter")
        press(page, "n")
        assert "Document 3" in shown(page, "card")


def test_what_another_window_has_replaced_is_not_said_to_be_taken_back(tmp_path: Path, page: Browser) -> None:
    tei = volume(tmp_path / "volume")
    with served(tei) as client:
        opened(page, client.url)
        statement = page.evaluate("new URLSearchParams(location.hash.slice(1)).get('statement')")
        press(page, "1")
        standing = client.ask("statement", statement=statement)["decision"]["mark"]
        other = {"statement": int(statement), "values": {"is": "p_SF2"}, "expects": standing}
        assert client.say("decide", {"decisions": [other]})[0] == 200
        press(page, "u")
        assert shown(page, "said") == "Another decision has replaced this one: nothing was taken back."
    assert [one.get("is") for one in decisions(tei)] == ["p_SF2"]
