"""The tree of a document → its text: one case for each rule of the canonical form, and what holds for every tree."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teiconv.conventions.frus.series import FRUS
from teiconv.editing.places import TextMap
from teiconv.errors import TeiError
from teiconv.formats.tei.read import read
from teiconv.formats.tei.write import serialise
from teiconv.layout.leaf import write_plain
from teiconv.layout.positions import positions
from teiconv.layout.preserve import preserve
from teiconv.layout.reconcile import NotTheTextError, reconcile
from teiconv.layout.render import MOST_BLANKS, leaves, render
from teiconv.model import Element, Node, descendants, element

OWN = """
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader><encodingDesc><appInfo><application ident="teiconv" version="1"/></appInfo></encodingDesc></teiHeader>
  <text><body><div type="document">{}</div></body></text>
</TEI>
"""


def body(xml: str) -> Element:
    return read(OWN.format(xml).encode()).body


CASES = {
    "paragraphs have a blank line between them": (
        "<p>The Ambassador called at noon.</p><p>He was received at once.</p>",
        """
        The Ambassador called at noon.

        He was received at once.""",
    ),
    "a title and a dateline": (
        "<head>12. Telegram From the Embassy</head><dateline>Lima, May 5, 1971</dateline><p>Text.</p>",
        """
        12. Telegram From the Embassy

        Lima, May 5, 1971

        Text.""",
    ),
    "datelines and salutations have no margin": (
        "<opener><dateline>Lima, May 5, 1971</dateline><salute>Dear Henry:</salute></opener><p>Text.</p>",
        """
        Lima, May 5, 1971
        Dear Henry:

        Text.""",
    ),
    "a page break between blocks has a line of its own": (
        '<p>First.</p><pb n="2"/><p>Second.</p>',
        """
        First.

        [Page 2]

        Second.""",
    ),
    "two page breaks, one below the other": (
        '<p>First.</p><pb n="2"/><pb n="3"/><p>Second.</p>',
        """
        First.

        [Page 2]
        [Page 3]

        Second.""",
    ),
    "a page break in a sentence": (
        '<p>in the first <pb n="IV"/> place</p>',
        """
        in the first [Page IV] place""",
    ),
    "a list with its heading": (
        "<list><head>SUBJECT</head><item>Arms</item><item>Oil</item></list><p>Text.</p>",
        """
        SUBJECT

          • Arms
          • Oil

        Text.""",
    ),
    "lists in lists": (
        "<list><item>Arms<list><item>Tanks<list><item>M–48</item></list></item></list></item><item>Oil</item></list>",
        """
          • Arms
            • Tanks
              • M–48
          • Oil""",
    ),
    "paragraphs in an item": (
        "<list><item><p>Arms</p><p>and oil</p></item><item>Grain</item></list>",
        """
          • Arms

            and oil

          • Grain""",
    ),
    "a list with labels has no bullets": (
        "<p>Two points:</p><list><label>(1)</label><item>Arms</item><label>(2)</label><item>Oil</item></list>",
        """
        Two points:

        (1)
        Arms
        (2)
        Oil""",
    ),
    "labels in an item are indented": (
        "<list><item>Arms<list><label>(a)</label><item>Tanks</item></list></item></list>",
        """
          • Arms
            (a)
            Tanks""",
    ),
    "a list within a paragraph ends it": (
        "<p>Two points:<list><item>Arms</item></list>and no more.</p><p>Text.</p>",
        """
        Two points:

          • Arms
        and no more.

        Text.""",
    ),
    "two tabs after each cell, none at the end of a row": (
        "<table><row><cell/><cell>1970</cell></row><row><cell>Loans</cell><cell>12</cell><cell/></row></table>",
        "\n\t\t1970\nLoans\t\t12",
    ),
    "a title and a name with a line break": (
        "<head>Memorandum<lb/>of Conversation</head><closer><signed>John Doe<lb/>Director</signed></closer>",
        """
        Memorandum
        of Conversation

        John Doe
        Director""",
    ),
    "a line break in an item is indented": (
        "<list><item>Arms<lb/>and oil</item></list>",
        """
          • Arms
            and oil""",
    ),
    "a space after a line break takes the place of the indentation": (
        '<list><item>Arms<lb/><space unit="chars" quantity="1"/>and oil<lb/><space quantity="0"/>end</item></list>',
        """
          • Arms
         and oil
        end""",
    ),
    "notes are the last block, a closer has no margin before them": (
        '<p>Text<note n="1">Not printed.</note> here.<note n="2">Ibid.</note></p><closer><signed>Doe</signed></closer>',
        """
        Text1 here.2

        Doe
          1. Not printed.
          2. Ibid.""",
    ),
    "paragraphs in a note": (
        '<p>Text<note n="1"><p>One.</p><p>Two.</p></note> here.<note n="2">Three.</note></p>',
        """
        Text1 here.2

          1. One.

            Two.

          2. Three.""",
    ),
    "text and then paragraphs in a note, with a list": (
        '<p>Text<note n="1">One.<p>Two.</p><list><item>Arms</item></list></note> here.</p>',
        """
        Text1 here.

          1. One.

            Two.

            • Arms""",
    ),
    "a note within a note comes after it": (
        '<p>Text<note n="1">One,<note n="2">Two.</note> sic.</note> here.<note n="3">Three.</note></p>',
        """
        Text1 here.3

          1. One,2 sic.
          2. Two.
          3. Three.""",
    ),
    "a note that nothing calls": (
        '<p>Text.<note n="1" anchored="false">One.</note></p>',
        """
        Text.

          1. One.""",
    ),
    "calls and list are numbered in different ways": (
        '<p>Text,<note n="2">Two.</note> here<note n="*" rend="numeral-7">Star.</note>.</p>',
        """
        Text,2 here*.

          1. Two.
          7. Star.""",
    ),
    "a note in the text": (
        '<note rend="inline" type="source">890F.6363/3–2948: Telegram</note><head>The Minister to the Secretary</head>',
        """
        890F.6363/3–2948: Telegram

        The Minister to the Secretary""",
    ),
    "line breaks between blocks take the place of the margin": (
        "<p>One.</p><lb/><lb/><lb/><p>Two.</p><lb/><p>Three.</p>",
        """
        One.


        Two.
        Three.""",
    ),
    "blanks on an empty line, and an indented block": (
        '<p>One.</p><lb/><space unit="chars" quantity="2"/><lb/><space unit="tabs" quantity="1"/><p>Two.</p>',
        "\nOne.\n  \n\tTwo.",
    ),
    "line breaks in a list and in a table": (
        "<list><item>Arms</item><lb/><lb/><item>Oil</item></list>"
        "<table><row><cell>a</cell></row><lb/><lb/><row><cell>b</cell></row></table>",
        "\n  • Arms\n\n• Oil\na\n\nb",
    ),
    "line breaks before a note": (
        '<p>Text<note n="1"><lb/>One.</note></p>',
        """
        Text1
        1. One.""",
    ),
    "line breaks at the edges of the text": (
        "<lb/><lb/><p>One.</p><lb/>",
        "\n\n\nOne.\n",
    ),
    "white space that a block keeps": (
        '<p xml:space="preserve">   FROM:\t Lima  </p><p>Text.</p>',
        "\n   FROM:\t Lima  \n\nText.",
    ),
    "other line ends": (
        '<p>One<lb rend="CR LF"/>two</p><lb rend="CR LF"/><lb rend="CR"/><p>Three.</p>',
        "\nOne\r\ntwo\r\n\rThree.",
    ),
    "phrases are only their text": (
        '<p>The <gloss target="#t_USG1">USG</gloss> and <persName>Mr. <hi rend="smallcaps">Doe</hi></persName></p>',
        """
        The USG and Mr. Doe""",
    ),
    "what is withheld": (
        '<p>He met <gap reason="not-declassified"><desc>name not declassified</desc></gap> there.</p>',
        """
        He met [name not declassified] there.""",
    ),
    "titles in divisions": (
        '<head>12. Memorandum</head><div><head>Arms</head><p>Text.</p></div><div type="attachment"><p>Tab A</p></div>',
        """
        12. Memorandum

        Arms

        Text.

        Tab A""",
    ),
    "an empty item or cell leaves no trace": (
        "<list><item/><item>Oil</item></list><table><row><cell/></row></table><p>Text.</p>",
        """
          • Oil

        Text.""",
    ),
}


@pytest.mark.parametrize("phenomenon", CASES)
def test_canonical_form(phenomenon: str) -> None:
    xml, text = CASES[phenomenon]
    assert render(body(xml), write_inline=FRUS.write) == text.replace("\n        ", "\n")[1:]


def test_a_notation_is_written_by_whoever_knows_it() -> None:
    tree = element("div", element("p", "He ", element("gap", reason="illegible"), " it."))
    assert render(tree, write_inline=lambda node: "…" if node.name == "gap" else None) == "He … it."


def test_leaves_say_what_the_canonical_white_space_would_be() -> None:
    tree = body("<head>Title</head><lb/><list><item>Arms</item></list>")
    assert [(leaf.canonical, leaf.explicit, leaf.marker, leaf.text) for leaf in leaves(tree)] == [
        ("", None, "", "Title"),
        ("\n\n  ", "\n", "• ", "Arms"),
    ]


def test_a_leaf_is_found_by_the_outermost_element_that_begins_with_it() -> None:
    tree = body('<p>Text<note n="1">One.</note></p><list><item>Arms</item><item>Oil</item></list>')
    assert [leaf.path for leaf in leaves(tree)] == [(0,), (1,), (1, 1), (0, 1, 0)]


def test_white_space_without_end_is_refused() -> None:
    hostile = element("space", unit="chars", quantity="9" * 5000)
    with pytest.raises(TeiError, match=f"more than {MOST_BLANKS} blanks"):
        render(element("div", element("p", "a", hostile, "b")))


def test_white_space_without_end_is_refused_in_several_elements() -> None:
    half = element("space", unit="chars", quantity=str(MOST_BLANKS // 2 + 1))
    with pytest.raises(TeiError, match=f"more than {MOST_BLANKS} blanks"):
        render(element("div", element("p", "a", half, "b", half, "c")))


def test_a_page_break_is_written_with_its_number() -> None:
    assert render(element("div", element("p", "One ", element("pb", n="3"), " two."))) == "One [Page 3] two."


def test_an_empty_note_is_laid_out() -> None:
    tree = element("div", element("p", "Text.", element("note", n="1")))
    assert [(leaf.canonical, leaf.marker, leaf.text) for leaf in leaves(tree)] == [
        ("", "", "Text.1"),
        ("\n\n  ", "1.", ""),
    ]


def test_a_name_stands_where_its_characters_are() -> None:
    div = element("div", element("p", "To ", element("persName", "Doe"), "."))
    text, (found,) = positions(div, lambda node: node.name == "persName", write_plain)
    assert text[found.start : found.end] == "Doe"


@pytest.mark.parametrize("words", ["One \nTwo", "One\n Two"], ids=["before a line end", "after a line end"])
def test_a_blank_that_xml_would_lose_is_preserved(words: str) -> None:
    assert preserve(element("p", words)).get("xml:space") == "preserve"


def test_blocks_that_the_text_has_in_one_line_are_not_its_tree() -> None:
    with pytest.raises(NotTheTextError):
        reconcile(element("div", element("p", "One."), element("p", "Two.")), "One.Two.", write_plain)


def test_a_tree_that_says_its_white_space_itself_stays_as_it_is() -> None:
    tree = element("div", element("p", "One."), element("lb"), element("lb"), element("p", "Two."))
    assert reconcile(tree, "One.\n\nTwo.", write_plain) == tree


def test_deep_nesting_is_laid_out() -> None:
    tree = element("p", "deep")
    for _ in range(120):
        tree = element("list", element("item", tree))
    assert render(element("div", tree)) == f"{' ' * 240}• deep"


# -- what holds for every tree ------------------------------------------------------------------------------------

WORDS = st.text("abc12.,:“”•’–é", min_size=1, max_size=8)
TEXT = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
PAGE = st.integers(1, 99).map(lambda n: element("pb", n=str(n)))
BREAK = st.just(element("lb"))
SPACE = st.builds(
    lambda n, unit: element("space", quantity=str(n), unit=unit), st.integers(0, 5), st.sampled_from(["chars", "tabs"])
)


def phrases(notes: st.SearchStrategy[Element] | None = None) -> st.SearchStrategy[list[Node]]:
    """Running text that begins and ends with a word, and has a phrase, a break or a note between words."""
    between = [PAGE, BREAK, TEXT.map(lambda text: element("persName", text)), *([notes] if notes is not None else [])]
    return st.lists(st.tuples(TEXT, st.one_of(between)), max_size=3).flatmap(
        lambda pairs: TEXT.map(lambda last: [node for pair in pairs for node in pair] + [last])
    )


def block(name: str, *content: st.SearchStrategy[list[Node]]) -> st.SearchStrategy[Element]:
    return st.tuples(*content).map(lambda parts: element(name, *(node for part in parts for node in part)))


def some(strategy: st.SearchStrategy[Element], least: int = 1) -> st.SearchStrategy[list[Node]]:
    return st.lists(strategy, min_size=least, max_size=3).map(list)


PLAIN_ITEM = block("item", phrases())
PLAIN_LIST = block("list", some(PLAIN_ITEM))
NOTE = st.one_of(block("note", phrases()), block("note", some(block("p", phrases()))), block("note", some(PLAIN_LIST)))
NUMBERED = st.tuples(NOTE, st.integers(1, 99)).map(lambda pair: pair[0].having(n=str(pair[1])))
ITEM = st.one_of(
    PLAIN_ITEM, block("item", phrases(NUMBERED), some(PLAIN_LIST)), block("item", some(block("p", phrases())))
)
LIST = st.one_of(
    block("list", some(ITEM)),
    block("list", some(block("head", phrases())), some(ITEM)),
    st.lists(st.tuples(block("label", TEXT.map(lambda text: [text])), ITEM), min_size=1, max_size=3).map(
        lambda pairs: element("list", *(node for pair in pairs for node in pair))
    ),
)
CELL = st.one_of(st.just(element("cell")), block("cell", phrases()))
TABLE = block("table", some(block("row", some(CELL))))
BLOCK = st.one_of(
    block("p", phrases(NUMBERED)),
    block("head", phrases(NUMBERED)),
    block("dateline", phrases()),
    block("closer", some(block("signed", phrases()))),
    PAGE,
    BREAK,
    SPACE,
    LIST,
    TABLE,
)
DIV = block("div", some(BLOCK, 0)).map(lambda div: div.having(type="document"))


def strings(node: Element) -> list[str]:
    return [child for inner in descendants(node) for child in inner.content if isinstance(child, str)]


@settings(max_examples=150, deadline=None)
@given(DIV)
def test_every_string_is_in_the_text_as_it_is(div: Element) -> None:
    text = render(div)
    for string in strings(div):
        assert string in text


@settings(max_examples=150, deadline=None)
@given(DIV)
def test_to_ask_where_words_stand_does_not_change_the_text(div: Element) -> None:
    map_ = TextMap(div, write_plain)
    assert map_.text == render(div)
    for one in map_.standing:
        if isinstance(one.node, str):
            assert map_.text[one.start : one.end] == one.node


@settings(max_examples=150, deadline=None)
@given(DIV)
def test_leaves_are_the_text(div: Element) -> None:
    pieces = "".join(leaf.before + leaf.marker + leaf.text for leaf in leaves(div))
    assert render(div).startswith(pieces)
    assert render(div)[len(pieces) :].strip(" \t\n") == ""


@settings(max_examples=150, deadline=None)
@given(DIV)
def test_xml_gives_the_tree_back(div: Element) -> None:
    application = element("application", ident="teiconv")
    header = element("teiHeader", element("encodingDesc", element("appInfo", application)))
    tei = element("TEI", header, element("text", element("body", div)))
    assert read(serialise(tei)).body == div


def changed(node: Element, turn: list[int]) -> Element:
    """Return ``node`` with a mark after its ``turn[0]``-th string."""
    content: list[Node] = []
    for child in node.content:
        if isinstance(child, Element):
            content.append(changed(child, turn))
        else:
            turn[0] -= 1
            content.append(child + "☺" if turn[0] == -1 else child)
    return node.containing(content)


@settings(max_examples=150, deadline=None)
@given(DIV, st.integers(0, 30))
def test_a_changed_word_changes_its_place_and_no_other(div: Element, place: int) -> None:
    text = render(changed(div, [place]))
    assert text.replace("☺", "") == render(div)
    assert ("☺" in text) == (place < len(strings(div)))
