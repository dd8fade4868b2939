"""``cetei``: the TEI itself, displayed in the browser by CETEIcean (1.9.5, BSD 2-Clause), with behaviours of ours.

``cetei/`` has a page for each file and register: the TEI stands in it as it is, as a string of JSON, so that it needs
no server.  CETEIcean makes elements of it (``tei-p``), which ``cetei.css`` lays out and ``cetei.js`` links.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import PurePosixPath

from lxml import etree

from teiconv.publish.extract import numbered
from teiconv.publish.site.html import Html, link, tag, text
from teiconv.publish.table import Work
from teiconv.publish.target import Target
from teiconv.publish.volume import DOCUMENTS, open_xml

_STATIC = ("CETEI.js", "CETEI.LICENSE.md", "cetei.js", "cetei.css")
_POLICY = (
    "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self'; img-src 'self' data:; base-uri 'none'"
)
_TITLES = {
    "persons.xml": "Persons",
    "places.xml": "Places",
    "organisations.xml": "Organisations",
    "terms.xml": "Terms",
}
"""Of registers; the file that lists the documents has no page of its own."""


def write(work: Work, target: Target) -> None:
    """Write the pages, what shows them, and the files."""
    for name in _STATIC:
        target.write(name, files("teiconv.publish.cetei").joinpath("static", name).read_bytes())
    registers = [file for file in work.volume.registers if file != DOCUMENTS]
    contents = "contents.html" if "index.xml" in work.volume.files else "index.html"
    titles = _titles(work)
    for file in registers:
        target.write(_page(file), _shown(work, file, _TITLES.get(file, file), contents))
    for place, file in enumerate(work.volume.files):
        near = {"prev": place - 1, "next": place + 1}
        steps = {kind: work.volume.files[n] for kind, n in near.items() if 0 <= n < len(work.volume.files)}
        target.write(_page(file), _shown(work, file, titles[file][0], contents, steps))
    target.write(contents, _contents(work, titles, registers))
    for file in (*work.volume.registers, *work.volume.files):
        target.copy(f"tei/{file}", work.volume.root / file)


def _titles(work: Work) -> dict[str, list[str]]:
    """Return the titles of the documents in each file."""
    titles: dict[str, list[str]] = {}
    for file, number, title in work.facts.ask("SELECT file, number, title FROM documents ORDER BY position"):
        titles.setdefault(file, []).append(numbered(number, title))
    return {file: titles.get(file, [file]) for file in work.volume.files}


def _page(file: str) -> str:
    return str(PurePosixPath(file).with_suffix(".html"))


def _address(file: str) -> str:
    from urllib.parse import quote

    return quote(file)


def _shown(work: Work, file: str, title: str, contents: str, steps: dict[str, str] | None = None) -> str:
    """Return the page of a file."""
    up = "../" * file.count("/")
    tei = etree.tostring(open_xml(work.volume.root / file), encoding="unicode")
    names = {"prev": "Before", "next": "Next"}
    around = [link(names[kind], up + _address(_page(to)), rel=kind) for kind, to in (steps or {}).items()]
    nav = tag(
        "nav",
        link("Contents", up + contents),
        *around,
        link("TEI", f"{up}tei/{_address(file)}"),
        aria_label="Documents",
    )
    data = Html(json.dumps(tei, ensure_ascii=False).replace("<", "\\u003c"))
    scripts = (
        tag("script", data, type="application/json", id="source"),
        tag("script", src=f"{up}CETEI.js"),
        tag("script", src=f"{up}cetei.js"),
    )
    without = tag("noscript", tag("p", text("This page shows the TEI by a script; the TEI can be read without.")))
    heading = [tag("h1", text(title))] if file in work.volume.registers else []
    body = (tag("header", nav, *heading), tag("div", without, id="tei"), *scripts)
    return _framed(work, title, up, *body)


def _contents(work: Work, titles: dict[str, list[str]], registers: list[str]) -> str:
    entries = (tag("li", link("; ".join(names), _address(_page(file)))) for file, names in titles.items())
    lists = (link(_TITLES.get(file, file), _address(_page(file))) for file in registers)
    title = work.edition.title or "Documents"
    main = tag("main", tag("h1", text(title)), tag("ul", *entries, class_="contents"))
    return _framed(work, title, "", *_if_any(list(lists)), main)


def _if_any(lists: list[Html]) -> Iterator[Html]:
    if lists:
        yield tag("header", tag("nav", *lists, aria_label="Registers"))


def _framed(work: Work, title: str, up: str, *body: Html) -> str:
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("title", text(title)),
        tag("link", rel="stylesheet", href=f"{up}cetei.css"),
        tag("link", rel="icon", href="data:,"),
    )
    return f"<!DOCTYPE html>\n{tag('html', head, tag('body', *body), lang=work.edition.language or 'en')}\n"
