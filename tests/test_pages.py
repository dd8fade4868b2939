"""Page breaks in running text, and what every notation promises."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teiconv.conventions.frus.gaps import GAPS
from teiconv.conventions.frus.pages import PAGE_BREAKS, page_id
from teiconv.layout.notation import Notation, read, write
from teiconv.model import Element, element

NOTATIONS = (*GAPS, *PAGE_BREAKS)
PIECES = (
    "[", "]", "(", ")", "[Page 3]", "[Page ", "12", "2½", "21/2", "1–1/2", "1/0", "less than ", "a ", "line", "s ",
    "pages ", " of source text", "name", "text", " not", " not declassified", " notdeclassfied", " declassified",
    "Source: a box. ", ".", "; ", "\f", "\t", "\N{NO-BREAK SPACE}", " ", "—", "ſ", "٣", "\N{LINE SEPARATOR}",
)  # fmt: skip
HOSTILE = (
    "[", "[less than ", "[less than 1 line ", "1 line not d", "[text [Page 1] ", "[x[Page 1]", "1-1/", "[Page ", "[ ]",
    "not declassified ", "(1 line (a) ", "less          ", "nomnot ",
)  # fmt: skip


def _written(text: str) -> str:
    return "".join(node if isinstance(node, str) else write(node, NOTATIONS) or "" for node in read(text, NOTATIONS))


@pytest.mark.parametrize("number", ["12", "XII", "xii", "A-3", "12a", "12-13"])
def test_page_number(number: str) -> None:
    assert read(f"[Page {number}]", PAGE_BREAKS) == (element("pb", n=number, xml_id=f"pg_{number}"),)


def test_page_range_with_dash_has_an_id_that_xml_allows() -> None:
    (pb,) = read("[Page 12–13]", PAGE_BREAKS)
    assert isinstance(pb, Element)
    assert (pb.get("n"), pb.get("xml:id")) == ("12–13", page_id("12–13")) == ("12–13", "pg_12-13")


def test_page_break_inside_a_word() -> None:
    before, pb, after = read("what[Page 201]ever", PAGE_BREAKS)
    assert (before, after) == ("what", "ever")
    assert write(pb, PAGE_BREAKS) == "[Page 201]" if isinstance(pb, Element) else False


def test_form_feed() -> None:
    assert read("end.\fNew", PAGE_BREAKS) == ("end.", element("pb", rend="form-feed"), "New")
    assert write(element("pb", rend="form-feed"), PAGE_BREAKS) == "\f"


@pytest.mark.parametrize(
    "text", ["[page 12]", "[Page]", "[Page twelve]", "[Page 12", "Page 12", "[Page 12 ]", "[ Page 12]"]
)
def test_what_is_no_page_break_stays_text(text: str) -> None:
    assert read(text, PAGE_BREAKS) == (text,)


def test_page_break_of_others_without_a_number_shows_nothing() -> None:
    assert write(element("pb", facs="0002"), PAGE_BREAKS) == ""


def test_element_that_no_notation_knows() -> None:
    assert write(element("note"), NOTATIONS) is None


def test_notation_that_does_not_write_what_it_read_is_not_used() -> None:
    loses_a_blank = Notation(
        "lossy",
        "*",
        re.compile(r"\* ?(\w)"),
        lambda match: element("ref", match[1]),
        "ref",
        lambda ref: f"*{ref.content[0]}",
    )
    assert read("*a * b *c", [loses_a_blank]) == (element("ref", "a"), " * b ", element("ref", "c"))


def test_empty_text_has_no_content() -> None:
    assert read("", NOTATIONS) == ()


@given(st.lists(st.sampled_from(PIECES), max_size=24).map("".join))
def test_every_text_comes_back(text: str) -> None:
    assert _written(text) == text


@given(st.lists(st.sampled_from(PIECES), max_size=24).map("".join))
def test_attributes_hold_no_white_space_that_xml_would_change(text: str) -> None:
    found = [node for node in read(text, NOTATIONS) if isinstance(node, Element)]
    assert all(value and value == " ".join(value.split()) for node in found for _, value in node.attributes)


def test_white_space_between_two_notices_is_no_extent() -> None:
    (gap,) = read("[ not declassified\t not declassified]", NOTATIONS)
    assert isinstance(gap, Element)
    assert gap.attributes == (("reason", "not-declassified"),)


@given(st.text())
def test_every_text_of_any_letters_comes_back(text: str) -> None:
    assert _written(text) == text


@pytest.mark.parametrize("piece", HOSTILE)
def test_reading_takes_linear_time(piece: str) -> None:
    """With the square of its length it would take minutes, and run into the limit for a test."""
    text = (piece * (100_000 // len(piece))) + "lassi"
    assert _written(text) == text
