"""Elements as HTML, kind by kind: on a page of the edition, and in the reading view of a notebook."""

from __future__ import annotations

import pytest
from block_samples import tree

import teiconv
from teiconv.model import Element
from teiconv.publish.site.render import Renderer

KNOWN = {"#roe": ("persons.html#roe", "Roe, John"), "#doe": ("persons.html#doe", "Doe, Jane")}


def renderer() -> Renderer:
    return Renderer(KNOWN.get, lambda pointer: None, lambda pointer: None, lambda gap: "[1 line]")


def page(content: str) -> str:
    return "".join(str(renderer().document(tree(content))).split("\n"))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<p>a</p>", "<p>a</p>"),
        ("a<p>b</p> ", "<p>a</p><p>b</p>"),
        ("<lb/><space/><p>b</p>", "<p>b</p>"),
        ("<div><head>a</head><p>b</p></div>", '<section class="section"><h2>a</h2><p>b</p></section>'),
        ("<quote>a<p>b</p></quote>", "<blockquote><p>a</p><p>b</p></blockquote>"),
        ("<list><item>a</item></list>", "<ul><li>a</li></ul>"),
        ("<list><label>1.</label><item>a</item></list>", "<dl><dt>1.</dt><dd>a</dd></dl>"),
        ("<list><head>a</head><item>b</item></list>", '<p class="listhead">a</p>'),
        ("<list><item>a</item><ref>b</ref></list>", '<li class="apart">b</li>'),
        ("<table><row><cell>a</cell></row></table>", "<tr><td>a</td></tr>"),
        ("<table><head>a</head><row><cell>b</cell></row></table>", "<caption>a</caption>"),
        ("<table><pb n='2'/><lb/></table>", 'colspan="99"'),
        ("<figure><graphic url='x'/></figure>", '<p class="figure">[figure]</p>'),
        ("<p><sic>a</sic></p>", '<span class="sic" title="so in the original">a</span>'),
        ("<p><seg><item>a</item></seg></p>", '<span class="item line">a </span>'),
        (
            "<p><persName ref='#roe'>a</persName></p>",
            '<a href="persons.html#roe" class="person" title="Roe, John">a</a>',
        ),
        ("<p><persName ref='#poe'>a</persName></p>", "<p>a</p>"),
        ("<p><persName ref='#roe #doe'>a</persName></p>", 'title="perhaps Roe, John or Doe, Jane">a</a>'),
        ("<p><persName ref='#roe' cert='low'>a</persName></p>", 'class="person doubtful"'),
        ("<p>a<note>b</note></p>", "<p>a<sup>*</sup></p>"),
        ("<p>a<note n='1' xml:id='n1'>b</note></p>", 'href="#n1" id="call-n1"'),
    ],
)
def test_an_element_is_shown_as_its_kind(content: str, expected: str) -> None:
    assert expected in page(content)


def test_the_title_is_shown_apart_with_the_calls_of_its_notes() -> None:
    body = tree("<head>Letter<note n='1'>a</note></head><p>b</p>")
    assert str(renderer().title(body)) == "Letter<sup>1</sup>"
    assert "Letter" not in str(renderer().document(body))
    assert str(renderer().title(Element("div"))) == ""


TEXT = (
    "7. Letter From Roe to Doe1\n\nLima, May 5, 1971.\n\n[Page 3]\n\nOil came.2 [1 line not declassified] Fish\ncame."
    "\n\n  1. Source: A Library.\n  2. See Document 6."
)


def test_the_reading_view_shows_pages_gaps_breaks_and_notes() -> None:
    shown = teiconv.read_text(TEXT)._repr_html_()
    assert '<span style="color:gray">[3]</span>' in shown
    assert '<span style="color:gray">[1 line not declassified]</span>' in shown
    assert "Fish<br>came." in shown
    assert "<ol><li>Source: A Library.</li>" in shown
    assert "<hr>" not in teiconv.read_text("Memo\n\nOil.")._repr_html_()
