"""Tables of what the TEI of papers says: ``paper | path | texts``, a line each."""

from __future__ import annotations

from lxml import etree

import teiconv


def tree_of(text: str) -> etree._Element:
    """Return the TEI of ``text``, its elements without their namespace."""
    root = etree.fromstring(teiconv.to_tei(text))
    for node in root.iter("*"):
        node.tag = etree.QName(node).localname
    return root


def rows(said: str) -> list[tuple[str, ...]]:
    """Return the lines of a table, each as its fields."""
    return [tuple(field.strip() for field in line.split("|")) for line in said.strip().splitlines()]


def texts_at(root: etree._Element, path: str) -> list[str]:
    """Return the texts of what ``path`` leads to; of a number, its digits."""
    found = root.xpath(path)
    nodes = found if isinstance(found, list) else [f"{found:.0f}"]
    return [" ".join((node if isinstance(node, str) else "".join(node.itertext())).split()) for node in nodes]
