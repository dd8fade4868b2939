"""What a file says, as a digest: a word, an attribute or an element changes it; what tools do in saving does not."""

from __future__ import annotations

import pytest
from lxml import etree

from teiconv.formats.tei.meaning import meaning_of

_TEI = "http://www.tei-c.org/ns/1.0"


def says(xml: str) -> str:
    return meaning_of(etree.fromstring(f'<div xmlns="{_TEI}">{xml}</div>'))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("<p>Oil.</p>", "<p>Fish.</p>", id="a word"),
        pytest.param("<p>Oil<lb/> and fish.</p>", "<p>Oil<lb/> and carts.</p>", id="a word beside an element"),
        pytest.param('<p n="1">Oil.</p>', '<ab n="1">Oil.</ab>', id="the name of an element with attributes"),
        pytest.param('<p n="1" rend="a">Oil.</p>', '<p n="2" rend="a">Oil.</p>', id="the first of two attributes"),
        pytest.param(
            "<p>Oil <hi>and</hi> <hi>fish</hi>.</p>",
            "<p>Oil <hi>and</hi><hi>fish</hi>.</p>",
            id="a blank between phrases",
        ),
        pytest.param("<p>&lt;hi>Oil&lt;/></p>", "<p><hi>Oil</hi></p>", id="a tag and the characters that look like it"),
    ],
)
def test_what_a_reader_would_see_changes_the_digest(one: str, other: str) -> None:
    assert says(one) != says(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("<p>Oil <hi>and</hi> fish.</p>", "<p>\n  Oil <hi>and</hi>\n  fish.\n</p>", id="indentation"),
        pytest.param('<p n="1" rend="a">Oil.</p>', '<p rend="a" n="1">Oil.</p>', id="the order of attributes"),
        pytest.param(
            '<attachment xmlns="http://history.state.gov/frus/ns/1.0"/>',
            '<attachment xmlns="http://history.state.gov/ns/1.0"/>',
            id="either namespace of Foreign Relations",
        ),
    ],
)
def test_what_a_tool_does_in_saving_does_not(one: str, other: str) -> None:
    assert says(one) == says(other)
