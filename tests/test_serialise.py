"""The tree as XML: what is escaped, what stands on a line of its own, and what stays as it is since text runs there."""

from __future__ import annotations

import pytest
from block_samples import tree

from teiconv.formats.tei.write import escaped_value, fragment, serialise, stands_apart
from teiconv.model import Element, element
from teiconv.structure.draft import on_blocks
from teiconv.structure.order import in_order


def test_what_xml_reserves_is_escaped_in_text_and_in_values() -> None:
    written = serialise(element("p", 'a <b> & "c"\r\n', n='1 < 2 > & "3"\t\n\r'))
    assert written.decode() == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<p xmlns="http://www.tei-c.org/ns/1.0" n="1 &lt; 2 &gt; &amp; &quot;3&quot;&#9;&#10;&#13;">'
        'a &lt;b&gt; &amp; "c"&#13;\n</p>\n'
    )


@pytest.mark.parametrize("character", ["&", "<", ">", "\r"])
def test_each_character_that_is_reserved_is_escaped_by_itself(character: str) -> None:
    escaped = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}[character]
    assert fragment(element("p", f"a{character}b"), "\n") == f"<p>a{escaped}b</p>"
    assert escaped_value(f"a{character}b") == f"a{escaped}b"


def test_an_instruction_stands_above_the_root() -> None:
    assert serialise(element("p"), "<?a b?>").decode() == (
        '<?xml version="1.0" encoding="UTF-8"?>\n<?a b?>\n<p xmlns="http://www.tei-c.org/ns/1.0"/>\n'
    )


def test_blocks_stand_on_lines_of_their_own_and_phrases_do_not() -> None:
    body = tree("<head>A</head><p>a <hi>b</hi></p><list><item>c<list><item>d</item></list></item><item/></list>")
    assert fragment(body, "\n  ").splitlines() == [
        "<div>",
        "    <head>A</head>",
        "    <p>a <hi>b</hi></p>",
        "    <list>",
        "      <item>c<list>",
        "        <item>d</item>",
        "      </list></item>",
        "      <item/>",
        "    </list>",
        "  </div>",
    ]


@pytest.mark.parametrize(
    ("node", "apart"),
    [
        (element("div", element("p", "a")), True),
        (element("div", "a", element("p", "b")), False),
        (element("list", " ", element("item", "a")), True),
        (element("p", element("hi", "a")), False),
        (element("item", element("p", "a"), element("p", "b")), True),
        (element("item", element("hi", "a")), False),
        (element("item", element("p", "a"), xml_space="preserve"), False),
        (element("item", element("p", "a"), rendition="#teiconv-preserve"), False),
        (element("item", element("p", "a"), rendition="#other"), True),
        (element("closer", element("signed", "a")), True),
        (element("cell", element("list", element("item"))), False),
    ],
    ids=str,
)
def test_children_stand_apart_where_no_text_runs(node: Element, apart: bool) -> None:
    assert stands_apart(node) is apart


def test_a_pass_is_explained_by_the_rule_of_its_function() -> None:
    assert on_blocks(in_order).__doc__ == in_order.__doc__
