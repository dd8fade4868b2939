"""``cetei``: the TEI itself, displayed in the browser by CETEIcean (1.9.5, BSD 2-Clause), with behaviours of ours.

``cetei/`` has a page for each file and register: the TEI stands in it as it is, as a string of JSON, so that it needs
no server.  CETEIcean makes elements of it (``tei-p``), which ``cetei.css`` lays out and ``cetei.js`` links.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files

from lxml import etree

from teiconv.publish.cetei.contents import Title, address_of, name_of, outline, page_of
from teiconv.publish.cetei.edited import is_edited, signed
from teiconv.publish.extract import numbered
from teiconv.publish.pointers import POINTERS, abroad
from teiconv.publish.site.html import Html, link, tag, text
from teiconv.publish.table import Work
from teiconv.publish.target import Target
from teiconv.publish.volume import DOCUMENTS, FRONT_FILE, open_xml

_STATIC = ("CETEI.js", "CETEI.LICENSE.md")
_EDITABLE = ("cetei.js", "cetei.css")
_POLICY = (
    "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self'; img-src 'self' data:; base-uri 'none'"
)


_TITLES = {
    FRONT_FILE: "Before the documents",
    "persons.xml": "Persons",
    "places.xml": "Places",
    "organisations.xml": "Organisations",
    "terms.xml": "Terms",
}
"""Of registers; the file that lists the documents has no page of its own."""


def write(work: Work, target: Target) -> None:
    """Write the pages, what shows them, and the files."""
    for name in _STATIC:
        target.write(name, _shipped(name))
    for name in _EDITABLE:
        target.write(name, _edited(work, target, name) or signed(_shipped(name)))
    registers = [file for file in work.volume.registers if file != DOCUMENTS]
    contents = "contents.html" if "index.xml" in work.volume.files else "index.html"
    titles = _titles(work)
    for file in registers:
        target.write(page_of(file), _shown(work, file, _TITLES.get(file, file), contents))
    for place, file in enumerate(work.volume.files):
        near = {"prev": place - 1, "next": place + 1}
        steps = {kind: work.volume.files[n] for kind, n in near.items() if 0 <= n < len(work.volume.files)}
        target.write(page_of(file), _shown(work, file, name_of(work, file, titles[file]), contents, steps))
    target.write(contents, _contents(work, titles, registers))
    for file in (*work.volume.registers, *work.volume.files):
        target.copy(f"tei/{file}", work.volume.path(file))


def _shipped(name: str) -> bytes:
    return files("teiconv.publish.cetei").joinpath("static", name).read_bytes()


def _edited(work: Work, target: Target, name: str) -> bytes | None:
    """Return the file that a user edited in the target, which stays as it is; ``None`` if there is none."""
    standing = target.standing(name)
    if standing is None or not is_edited(standing):
        return None
    work.tell(f"cetei/{name}: kept as you edited it; remove it to get the file that teiconv ships")
    return standing


def _titles(work: Work) -> dict[str, list[Title]]:
    """Return the documents in each file: id and title."""
    titles: dict[str, list[Title]] = {file: [] for file in work.volume.files}
    for file, id, number, title in work.facts.ask(
        "SELECT file, document, number, title FROM documents ORDER BY position"
    ):
        titles[file].append(Title(id, numbered(number, title)))
    return titles


def _shown(work: Work, file: str, title: str, contents: str, steps: dict[str, str] | None = None) -> str:
    """Return the page of a file."""
    up = "../" * file.count("/")
    root = open_xml(work.volume.path(file))
    names = {"prev": "Before", "next": "Next"}
    around = [link(names[kind], up + address_of(page_of(to)), rel=kind) for kind, to in (steps or {}).items()]
    nav = tag(
        "nav",
        link("Contents", up + contents),
        *around,
        link("TEI", f"{up}tei/{address_of(file)}"),
        aria_label="Documents",
    )
    scripts = (
        _data("source", etree.tostring(root, encoding="unicode")),
        _data("volumes", dict(_led_abroad(work, root, up))),
        tag("script", src=f"{up}CETEI.js"),
        tag("script", src=f"{up}cetei.js"),
    )
    without = tag("noscript", tag("p", text("This page shows the TEI by a script; the TEI can be read without.")))
    heading = [tag("h1", text(title))] if file in work.volume.registers else []
    body = (tag("header", nav, *heading), tag("div", without, id="tei"), *scripts)
    return _framed(work, title, up, *body)


def _data(id: str, value: object) -> Html:
    """Return what a script reads, as JSON that ends no script."""
    said = Html(json.dumps(value, ensure_ascii=False).replace("<", "\\u003c"))
    return tag("script", said, type="application/json", id=id)


def _led_abroad(work: Work, root: etree._Element, up: str) -> Iterator[tuple[str, str]]:
    """Yield the pointers to other volumes, and where they lead: to the page of a file here, or to an address."""
    values = (node.get(name) or "" for node in root.iter(etree.Element) for name in POINTERS)
    for pointer in dict.fromkeys(pointer for value in values for pointer in value.split()):
        volume, mark, anchor = pointer.partition("#")
        if mark and f"{volume}.xml" in work.volume.files:
            yield pointer, f"{up}{address_of(page_of(f'{volume}.xml'))}#{anchor}"
            continue
        is_declared = ":" in pointer and not work.edition.volumes  # the header tells what a prefix means
        if not is_declared and (address := abroad(pointer, work.edition.volumes)):
            yield pointer, address


def _contents(work: Work, titles: dict[str, list[Title]], registers: list[str]) -> str:
    lists = (link(_TITLES.get(file, file), address_of(page_of(file))) for file in registers)
    title = work.edition.title or "Documents"
    main = tag("main", tag("h1", text(title)), *outline(work, titles))
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
