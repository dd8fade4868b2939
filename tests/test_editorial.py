"""The editors' remarks: what element stands around which words, and that the words stay running text."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from teiconv.conventions.frus.editorial import mark_remarks, with_remarks
from teiconv.conventions.frus.gaps import GAPS
from teiconv.conventions.frus.pages import PAGE_BREAKS
from teiconv.layout.notation import read
from teiconv.model import OPAQUE, Content, Element, Node, element, flatten

TEI = "http://www.tei-c.org/ns/1.0"

CASES = """
omission                | [Omitted here is discussion of Laos.]        | ellipsis metamark(function=omission)
omission, other wording | [Here follows the text of the statement.]    | ellipsis metamark(function=omission)
omission in the middle  | [Two paragraphs on trade are here omitted.]  | ellipsis metamark(function=omission)
omission with its size  | [Here follow 7 pages on trade.]              | ellipsis(unit=page,quantity=7) metamark(function=omission)
size in words           | [Here follow three pages on Laos.]           | ellipsis(unit=page,quantity=3) metamark(function=omission)
brackets in brackets    | [Here follows item [2] of the list.]         | ellipsis metamark(function=omission)
dots in brackets        | one [. . .] two                              | ellipsis metamark(function=omission)
dots between blanks     | one . . . two                                | ellipsis metamark(function=omission)
one letter for dots     | one … two                                    | ellipsis metamark(function=omission)
a line of dots          | . . . . . . . . .                            | ellipsis metamark(function=omission)
lacking in the source   | one [omission in the source text] two        | ellipsis metamark(function=lacking-in-source)
blank                   | paid [blank in source text] dollars          | ellipsis metamark(function=lacking-in-source)
a picture               | [map of East Africa]                         | ellipsis metamark(function=not-reproduced)
a note by hand          | Agree: [handwritten note]                    | ellipsis metamark(function=not-reproduced)
a sign on the page      | Yes [checkmark here]                         | metamark(function=sign)
illegible               | a [illegible] step                           | metamark(function=illegible)
illegible end           | the update PO[unclear] was                   | metamark(function=unclear)
garbled                 | that [garble] must                           | metamark(function=garbled)
garbled, and a guess    | that [garble—we?] must                       | supplied(reason=garbled,cert=low)
sic after a stop        | the end. [sic] So                            | metamark(function=sic)
letters of a name       | L[oy] said                                   | supplied(reason=omitted-in-original)
first letters of a name | [Sonn]enfeldt said                           | supplied(reason=omitted-in-original)
a doubtful word         | one [and?] two                               | supplied(cert=low)
place of a dateline     | [Washington,] May 17, 1948.                  | supplied(reason=omitted-in-original)
footnote of the source  | It was so. [Footnote in the source text.]    | supplied(reason=editorial)
footnote, and more      | So. [Footnote in the original. Not printed.] | supplied(reason=editorial)
laughter                | my proposal [laughter].                      | vocal desc
somebody laughs         | [Mr. Chou laughs.]                           | vocal desc
somebody nods           | [Chou nods]                                  | kinesic desc
"""  # noqa: E501

NOTICES = (
    "[text not declassified]",
    "[2½ lines of source text not declassified]",
    "[less than 1 line not declassified)",
    "[about 3 pages (2–3 maps) not declassified]",
    "[2 to 3 names not \f declassified]",
)


def _cases() -> Iterator[object]:
    for line in CASES.strip().splitlines():
        title, text, chain = (part.strip() for part in line.split("|"))
        yield pytest.param(text, chain, id=title)


def _shown(node: Element) -> str:
    attributes = ",".join(f"{key}={value}" for key, value in node.attributes)
    return f"{node.name}({attributes})" if attributes else node.name


def _chain(node: Node) -> Iterator[str]:
    while isinstance(node, Element):
        yield _shown(node)
        (node,) = node.content if len(node.content) == 1 else ("",)


@pytest.mark.parametrize(("text", "chain"), list(_cases()))
def test_remark(text: str, chain: str) -> None:
    marked = mark_remarks((text,))
    assert [" ".join(_chain(node)) for node in marked if isinstance(node, Element)] == [chain]
    assert flatten(marked) == text


@pytest.mark.parametrize(
    "text",
    [
        "President [Johnson] said",
        "[The US has resisted this.]",
        "[Tab A]",
        "[5 of 5]",
        "Well… that is it",
        "He laughed.",
        "[?]",
        "[Enclosure]",
        "the sign of three...",
    ],
)
def test_what_is_not_certain_stays_text(text: str) -> None:
    assert mark_remarks((text,)) == (text,)


def test_sic_takes_the_word_before_it() -> None:
    mark = element("metamark", "[sic]", function="sic")
    assert mark_remarks(("They are not kept [sic] here",)) == (
        "They are not ",
        element("sic", "kept"),
        " ",
        mark,
        " here",
    )


def test_remark_holds_notes_names_and_page_breaks() -> None:
    name, pb, note = element("persName", "Rogers"), element("pb", n="2"), element("note", "See below.", n="1")
    marked = mark_remarks(("[Omitted here is talk with ", name, ", ", pb, "on Laos.", note, "]"))
    inner = element(
        "metamark", "[Omitted here is talk with ", name, ", ", pb, "on Laos.", note, "]", function="omission"
    )
    assert marked == (element("ellipsis", inner),)


def test_nested_remark_inside_a_phrase_keeps_what_is_in_it() -> None:
    marked = mark_remarks((element("persName", "C", "[Omitted here is x.]"), " left"))
    mark = element("metamark", "[Omitted here is x.]", function="omission")
    assert marked == (element("persName", "C", element("ellipsis", mark)), " left")


def test_remark_inside_a_phrase_goes_inside_it() -> None:
    marked = mark_remarks((element("persName", "L[oy] Henderson"), " left"))
    letters = element("supplied", "[oy]", reason="omitted-in-original")
    assert marked == (element("persName", "L", letters, " Henderson"), " left")


def test_remark_that_would_cut_a_phrase_is_left_alone() -> None:
    content: Content = (element("persName", "John [Sm"), "yth?] left")
    assert mark_remarks(content) == content


def test_remark_does_not_reach_over_a_block() -> None:
    content: Content = ("[Omitted here is ", element("list", element("item", "one")), " and more]")
    assert mark_remarks(content) == content


_PIECES = [
    "[",
    "]",
    "[sic]",
    " word",
    "[Omitted here ",
    "[s]",
    "…",
    " . . .",
    "[illegible]",
    "[and?]",
    "[laughter]",
    " ",
]
_NODES = st.one_of(
    st.sampled_from(_PIECES),
    st.text("[] .…?as", max_size=6),
    st.sampled_from(sorted(OPAQUE)).map(element),
    st.sampled_from(_PIECES).map(lambda text: element("persName", text)),
)


@given(st.lists(_NODES, max_size=12).map(tuple))
def test_running_text_stays_what_it_is(content: Content) -> None:
    marked = mark_remarks(content)
    assert flatten(marked) == flatten(content)
    assert _opaque(marked) == _opaque(content)


def _opaque(content: Content) -> list[Element]:
    """Return the opaque elements of ``content`` in order."""
    found: list[Element] = []
    for node in content:
        if isinstance(node, Element):
            found += [node] if node.name in OPAQUE else _opaque(node.content)
    return found


def test_a_signature_in_brackets_is_supplied():
    supplied = element("supplied", "[Huddle]", reason="omitted-in-original")
    assert mark_remarks(("[Huddle]",), "signed") == (supplied,)
    assert mark_remarks(("[Huddle]",)) == ("[Huddle]",)
    assert mark_remarks(("[illegible]",), "signed") == mark_remarks(("[illegible]",))


@pytest.mark.parametrize(
    "piece",
    ["[", "[a ", "[Omitted ", "[Omitted [a] ", ". ", "a ", "[Aaa Bbb ", "[sic ", "[ footnote ", "[s]", "[1 word ", "…"],
)
def test_marking_takes_linear_time(piece: str) -> None:
    """With the square of its length it would take minutes, and run into the limit for a test."""
    text = piece * (100_000 // len(piece)) + "["
    assert flatten(mark_remarks((text,))) == text


@pytest.mark.corpus
def test_every_remark_and_notice_is_valid_wherever_text_may_stand(tei_all: etree.RelaxNG) -> None:
    texts = [line.split("|")[1].strip() for line in CASES.strip().splitlines()]
    content = [node for text in texts for node in (*mark_remarks((text,)), " ")]
    content += [node for text in NOTICES for node in read(text, (*GAPS, *PAGE_BREAKS))]
    places = ["p", "head", "note", "persName", "date", "salute", "item", "cell", "hi", "quote"]
    document = _document([element(name, *content) for name in places])
    assert tei_all.validate(document), tei_all.error_log.last_error


def _document(parts: list[Element]) -> etree._Element:
    """Return a minimal TEI document with each of ``parts`` in a place where TEI allows it."""
    inside = {"item": "list", "cell": "row", "note": "p", "persName": "p", "date": "p", "hi": "p", "salute": "opener"}
    blocks = [element(inside[part.name], part) if part.name in inside else part for part in parts]
    blocks = [element("table", block) if block.name == "row" else block for block in blocks]
    first = {"head": 0, "opener": 1}
    blocks.sort(key=lambda block: first.get(block.name, 2))
    statement = element("titleStmt", element("title", "Remarks"))
    publication = element("publicationStmt", element("p", "A test."))
    header = element("fileDesc", statement, publication, element("sourceDesc", element("p", "None.")))
    body = element("body", element("div", *blocks))
    return _xml(element("TEI", element("teiHeader", header), element("text", body)))


def _xml(node: Element) -> etree._Element:
    made = etree.Element(f"{{{TEI}}}{node.name}", dict(node.attributes))
    for child in node.content:
        if isinstance(child, Element):
            made.append(_xml(child))
        elif len(made):
            made[-1].tail = (made[-1].tail or "") + child
        else:
            made.text = (made.text or "") + child
    return made


def test_a_name_in_brackets_is_supplied_in_a_signature_and_nowhere_else() -> None:
    signed, paragraph = element("signed", "[John Roe]"), element("p", "[John Roe]")
    supplied = element("supplied", "[John Roe]", reason="omitted-in-original")
    assert with_remarks(signed) == element("signed", supplied)
    assert with_remarks(paragraph) == paragraph
