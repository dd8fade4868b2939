"""The sample texts of the tests, converted: each once, as lxml trees without namespaces."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from lxml import etree

from teiconv import to_tei

FOLDER = Path(__file__).parent / "samples" / "texts"
FILES = sorted(FOLDER.glob("*.txt"))


@cache
def tei(name: str) -> bytes:
    """Return the TEI of the sample ``name``."""
    return to_tei((FOLDER / f"{name}.txt").read_bytes())


@cache
def document(name: str) -> etree._Element:
    """Return the TEI of the sample ``name``, without namespaces: ``//div/head``."""
    root = etree.fromstring(tei(name))
    for node in root.iter(etree.Element):
        node.tag = etree.QName(node).localname
    return root


def words(name: str, path: str) -> list[str]:
    """Return the text of what ``path`` finds in the sample, a blank for each line break, without notes."""
    return [_words(node) for node in document(name).xpath(f"/TEI/text{path}")]


def attributes(name: str, path: str) -> list[str]:
    """Return the values of the attributes that ``path`` finds in the sample."""
    return [str(value) for value in document(name).xpath(f"/TEI/text{path}")]


def _words(node: etree._Element) -> str:
    return " ".join("".join(_pieces(node)).split())


def _pieces(node: etree._Element) -> list[str]:
    pieces = [node.text or ""]
    for child in node:
        if child.tag == "lb":
            pieces.append("" if child.get("break") == "no" else " ")
        elif child.tag == "space":
            pieces.append(" ")
        elif child.tag != "note":
            pieces += _pieces(child)
        pieces.append(child.tail or "")
    return pieces
