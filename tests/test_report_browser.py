"""The report in a real browser (Chromium, headless): it is drawn, fits, can be read in light and dark."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from browser import browser as driven
from test_report import SHELF, row

from teiconv.batch.report import gather, page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed: apt-get install chromium")

FLAGS = """--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
    --disable-component-update --disable-sync --enable-logging=stderr --virtual-time-budget=2000""".split()

MEASURE = """
<script>
const luminance = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).map(Number)
  .map((v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
  .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
const ratio = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
const paper = (e) => { for (; e; e = e.parentElement) {
  const c = getComputedStyle(e).backgroundColor; if (!c.endsWith(", 0)")) return c; } return "rgb(255, 255, 255)"; };
const texts = [...document.querySelectorAll("h1, h2, p, th, td, dt, dd, a, figcaption, summary, text")];
const boxes = [...document.querySelectorAll("figure svg.plot rect")].map((e) => e.getBoundingClientRect());
const found = {
  bars: boxes.filter((b) => b.width > 0.5 && b.height > 0.4).length,
  outside: boxes.filter((b) => b.left < 0 || b.right > innerWidth).length,
  overflow: document.documentElement.scrollWidth - innerWidth,
  contrast: Math.min(...texts.map((e) => { const s = getComputedStyle(e);
    return ratio(luminance(e.tagName == "text" ? s.fill : s.color), luminance(paper(e))); })),
  paper: luminance(getComputedStyle(document.body).backgroundColor),
  headings: [...document.querySelectorAll("h2")].map((e) => e.innerText),
  names: [...document.querySelectorAll("svg[role=img] > title")].map((e) => e.textContent),
};
document.body.dataset.found = JSON.stringify(found);
</script>
"""


def browse(file: Path, *flags: str) -> tuple[str, str]:
    """Open ``file``; return the page as it then is, and what the browser's console said."""
    assert CHROMIUM
    command = [CHROMIUM, *FLAGS, f"--user-data-dir={file.parent}/profile", *flags, "--dump-dom", file.as_uri()]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    return done.stdout, "\n".join(line for line in done.stderr.splitlines() if "CONSOLE" in line)


def measured(tmp_path: Path, *flags: str) -> dict[str, Any]:
    from lxml import html

    data = page(gather([*SHELF, *(row(n, date=str(1900 + n), gaps={"illegible": n}) for n in range(1, 80))])).decode()
    policy = '<meta http-equiv="Content-Security-Policy"'
    assert policy in data
    file = tmp_path / "report.html"  # with a script of ours, which the page's own policy would not let run
    file.write_text(data.replace(policy, "<meta").replace("</body>", f"{MEASURE}</body>"), encoding="utf-8")
    found: dict[str, Any] = json.loads(html.document_fromstring(browse(file, *flags)[0]).body.get("data-found", "{}"))
    return found


@pytest.mark.parametrize("width", [1200, 500])
def test_it_is_drawn_and_fits(tmp_path: Path, width: int) -> None:
    found = measured(tmp_path, f"--window-size={width},1000")
    assert found["bars"] > 150
    assert found["outside"] == 0
    assert found["overflow"] <= 0
    assert found["headings"][:2] == ["Totals", "What failed, and why"]
    assert found["names"][0] == "Documents by year: 79 columns, the largest 2 documents at 1969"


@pytest.mark.parametrize(("scheme", "is_dark"), [("1", False), ("0", True)], ids=["light", "dark"])
def test_it_can_be_read_in_light_and_dark(tmp_path: Path, scheme: str, is_dark: bool) -> None:
    found = measured(tmp_path, f"--blink-settings=preferredColorScheme={scheme}")
    assert (found["paper"] < 0.1) is is_dark
    assert found["contrast"] >= 4.5  # WCAG 2.2, AA


def test_the_browser_has_nothing_to_complain_of(tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    file.write_bytes(page(gather(SHELF)))
    dom, console = browse(file)
    assert dom.count("<svg") > 4
    assert console == ""


def test_figures_show_their_documents_and_heads_sort(tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    file.write_bytes(page(gather([*SHELF, *(row(n, notes=n % 7) for n in range(5, 40))])))
    titles = "[...document.querySelectorAll('#all tbody tr:not([hidden]) td:nth-child(2)')].map((e) => e.textContent)"
    with driven(tmp_path / "driven") as opened:
        opened.open(file.as_uri())
        opened.evaluate("[...document.querySelectorAll('a[data-rows]')].find((e) => e.textContent == 'Nixon').click()")
        assert opened.evaluate(titles) == ["Telegram 1"]
        assert opened.evaluate("document.getElementById('shown').textContent") == "1 of 39 documents: with Nixon"
        opened.evaluate("document.getElementById('everything').click()")
        assert len(opened.evaluate(titles)) == 39
        head = "document.querySelector('#all th:nth-child(6) button').click()"
        opened.evaluate(f"{head}; {head}")
        assert opened.evaluate(titles)[0] == "Telegram 6"
        assert opened.console == []
