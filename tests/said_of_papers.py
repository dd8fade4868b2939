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


def check_said(root: etree._Element, path: str, expected: str) -> None:
    """Assert that ``path`` leads to the texts ``expected``, in their order; of an attribute, to these and no others."""
    texts = texts_at(root, path)
    wanted = expected.split("; ") if expected else []
    assert texts == wanted or ("/@" in path and set(texts) == set(wanted))


def check_paper(text: str) -> None:
    """Assert that the TEI of ``text`` is valid, and gives it back."""
    tei = teiconv.to_tei(text)
    assert teiconv.to_text(tei) == text
    assert [problem for problem in teiconv.validate(tei) if problem.severity == "error"] == []
