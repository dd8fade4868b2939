"""Tables of what the TEI of papers says: ``paper | path | texts``, a line each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

import pytest
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


def checks_of(papers: Mapping[str, str], said: str) -> tuple[Callable[[str, str, str], None], Callable[[str], None]]:
    """Return two tests of ``papers``: the table ``said`` holds of them; their TEI is valid and gives them back."""

    @cache
    def paper(name: str) -> etree._Element:
        return tree_of(papers[name])

    @pytest.mark.parametrize(("name", "path", "expected"), rows(said))
    def holds(name: str, path: str, expected: str) -> None:
        check_said(paper(name), path, expected)

    @pytest.mark.parametrize("name", papers)
    def comes_back(name: str) -> None:
        check_paper(papers[name])

    return holds, comes_back
