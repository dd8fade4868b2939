"""Each pointer in the TEI of each form leads to something that is there."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree
from publish_helpers import SETTINGS, collection, publish, published

from teiconv.publish.pointers import POINTERS

XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
XI = "{http://www.w3.org/2001/XInclude}include"
SOURCES = """Sources

The papers of President Richard Nixon and of Mr. Hentzau were used; see Document 2. Colonel Sapt helped.1

  1. Letter from Mr. Tarlenheim to Colonel Sapt, Zenda.
"""
FORMS = ("volume", "cetei", "corpus", "deposit")


def dangling(folder: Path) -> Iterator[str]:
    """Yield each pointer in a TEI file below ``folder`` that leads to nothing in these files, or in its own."""
    roots = {path: etree.parse(path).getroot() for path in folder.rglob("*.xml")}
    texts = {path: root for path, root in roots.items() if "tei-c.org" in str(root.tag)}
    ids = {path: {node.get(XML_ID) for node in root.iter(etree.Element)} for path, root in texts.items()}
    for path, root in texts.items():
        for node in root.iter(etree.Element):
            for pointer in (each for name in POINTERS for each in node.get(name, "").split()):
                file, mark, anchor = pointer.partition("#")
                there = Path(posixpath.normpath(path.parent / file)) if file else path
                if mark and (not file or file.endswith(".xml")) and anchor not in ids.get(there, ()):
                    yield f"{path.relative_to(folder)}: {pointer}"


@pytest.mark.parametrize("persons", ['persons = "persons.txt"\n', ""], ids=["with a list", "without a list"])
def test_sources_that_name_persons_point_to_nobody_who_is_not_there(tmp_path: Path, persons: str) -> None:
    settings = SETTINGS.replace('persons = "persons.txt"\n', persons).replace(
        "[edition]", '[edition]\nsources = "sources.txt"\nseries = "P"\nsubseries = "1970"\nnumber = "Volume I"'
    )
    tei = collection(tmp_path, **{"sources.txt": SOURCES, "teiconv.toml": settings})
    public = published(tei, *FORMS)
    assert {name: list(dangling(public / name)) for name in FORMS} == {name: [] for name in FORMS}


def test_a_person_of_the_list_in_the_sources_is_linked_to_the_register(tmp_path: Path) -> None:
    settings = SETTINGS.replace("[edition]", '[edition]\nsources = "sources.txt"')
    tei = collection(tmp_path, **{"sources.txt": SOURCES, "teiconv.toml": settings})
    page = (published(tei, "site") / "site/sections/sources.html").read_text()
    assert "../persons/p_HH1.html" in page
    assert "../persons/p_SF1.html" in page


@pytest.mark.parametrize("sources", ["", 'sources = "sources.txt"'], ids=["without sources", "with sources"])
def test_a_broken_register_is_no_fault_of_the_sources(tmp_path: Path, sources: str) -> None:
    settings = SETTINGS.replace("[edition]", f"[edition]\n{sources}")
    tei = collection(tmp_path, **{"sources.txt": SOURCES, "teiconv.toml": settings})
    register = tei / "persons.xml"
    register.write_text(register.read_text().replace("</listPerson>", ""))
    done = publish(tei, "site")
    assert (done.exit_code, "persons.xml:" in done.stderr) == (4, True), done.stderr
