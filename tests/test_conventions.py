"""Conventions: how they are recognised, recorded, chosen, and taken apart."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from teiconv.conventions.reading import read_body, structured
from teiconv.conventions.table import ALL, fits, named, recognise, sample
from teiconv.convert import read_text, to_tei, to_text
from teiconv.layout.lines import Placed
from teiconv.model import descendants, element
from teiconv.options import Options
from teiconv.structure.draft import Draft

SERIES = """12. Telegram From the Embassy in Peru to the Department of State1

Lima, May 5, 1971, 1605Z.

The Ambassador called. [1 line not declassified]

  1. Source: National Archives, RG 59. Secret."""
FILED = """501 BC Havana/5–649: Telegram

The Consul at Havana ( Roe ) to the Secretary of State 1

Havana , May 6, 1949—9 p. m.

413. Kubel 687. He came back from the fair where he had shown the texts (Kubel 6852) to all.

  1. Repeated to Lima.
  2. Not printed."""
PAGED = FILED.replace(": Telegram", "").replace("fair", "[Page 407] fair")
TYPED = """MEMORANDUM FOR: Paul Harlan
FROM: John Doe
SUBJECT: Peru

The talks went well, and nobody asked about the nets."""


@pytest.mark.parametrize(
    ("text", "name"), [(SERIES, "frus"), (FILED, "frus"), (PAGED, "frus"), (TYPED, "generic"), ("", "generic")]
)
def test_a_text_is_recognised_and_the_tei_says_as_what(text, name):
    assert recognise(sample(text)).name == name
    (application,) = etree.fromstring(to_tei(text)).iter("{*}application")
    assert application.get("type") == name


def test_the_user_chooses_against_what_the_text_looks_like():
    tei = to_tei(SERIES, Options(conventions="generic"))
    assert b'type="generic"' in tei
    assert to_text(tei) == SERIES


def test_unknown_conventions_are_told_with_those_there_are():
    with pytest.raises(ValueError, match="no conventions 'fres'; choose one of frus, "):
        named("fres")


def test_every_fit_says_why():
    assert [conventions.name for conventions, _ in fits(sample(SERIES))][:2] == ["frus", "generic"]
    assert len(fits(sample(SERIES))) == len(ALL)
    assert all(found.cue for _, found in fits(sample(SERIES)))


@pytest.mark.parametrize("conventions", ALL, ids=lambda one: one.name)
def test_every_pass_has_a_name_of_its_own_and_a_rule(conventions):
    steps = [(step.name, step.rule) for step in conventions.passes]
    steps += [(step.name, step.rule) for step in conventions.annotators]
    assert len(dict(steps)) == len(steps)
    assert all(rule for _, rule in steps)


@pytest.mark.parametrize("conventions", ALL, ids=lambda one: one.name)
def test_whatever_passes_are_left_out_the_text_comes_back(conventions):
    for step in conventions.passes[:-1]:
        if step.name != "notes":
            body = read_body(SERIES, conventions.without(step.name))
            assert "Ambassador" in str(body)


def test_a_pass_that_is_left_out_does_nothing():
    frus = named("frus")
    assert any(node.name == "gap" for node in descendants(read_body(SERIES, frus)))
    assert not any(node.name == "gap" for node in descendants(read_body(SERIES, frus.without("notations"))))
    with pytest.raises(ValueError, match=r"frus has no pass 'headings'; it has .*closers, correspondents"):
        frus.without("headings")


def test_a_draft_without_a_text_of_its_own_goes_the_same_way():
    """What a reader of HTML or Word makes: blocks whose names are known, and no text that must come back."""
    blocks = (
        Placed("", element("head", "12. Telegram From the Embassy in Peru to the Department of State")),
        Placed("\n\n", element("p", "Lima, May 5, 1971, 1605Z.")),
        Placed("\n\n", element("p", "The Ambassador called.")),
    )
    body = structured(Draft(blocks), named("frus"))
    assert [node.name for node in body.content if not isinstance(node, str)] == ["head", "dateline", "p"]


def test_the_document_knows_its_conventions():
    assert read_text(TYPED).conventions == "generic"


ROOT = Path(__file__).parents[1]
PAGES = sorted((*(ROOT / "docs").rglob("*.md"), ROOT / "README.md"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_page_that_lists_the_series_names_all_of_them(page):
    """A new series must be added to such a list, too."""
    series = {conventions.name for conventions in ALL} - {"generic"}
    for paragraph in page.read_text(encoding="utf-8").split("\n\n"):
        named = {name for name in series if f"`{name}`" in paragraph}
        assert len(named) < 2 or named == series, paragraph
