"""The tree: flattened text, and elements put around stretches of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teiconv.model import OBJECT, Element, Span, annotate, element, flatten, is_phrase, joined, rewrite, shown

PERSON = element("persName", ref="#p_BT1")
CONTENT = (
    "On ",
    element("date", "May 5"),
    ", Mr. ",
    element("pb", n="3"),
    "Belcher",
    element("note", "Not printed."),
    " left.",
)


def test_opaque_elements_are_one_character():
    assert flatten(CONTENT) == f"On May 5, Mr. {OBJECT}Belcher{OBJECT} left."


def test_span_in_a_string():
    assert annotate(("Mr. Belcher left",), [Span(4, 11, PERSON)]) == ("Mr. ", PERSON.containing(["Belcher"]), " left")


def test_span_over_a_page_break_takes_it_in():
    start = flatten(CONTENT).index("Mr.")
    marked = annotate(CONTENT, [Span(start, start + 12, PERSON)])
    assert marked[3] == PERSON.containing(["Mr. ", element("pb", n="3"), "Belcher"])


def test_span_within_an_element_goes_inside():
    marked = annotate(CONTENT, [Span(3, 6, element("hi"))])
    assert marked[1] == element("date", element("hi", "May"), " 5")


def test_span_that_would_cut_an_element_is_left_out():
    assert annotate(CONTENT, [Span(0, 5, PERSON)]) == CONTENT


def test_span_may_replace_what_it_covers():
    note = element("note", "See p. 5.", n="1")
    assert annotate(("Peru1 and",), [Span(4, 5, note, replaces=True)]) == ("Peru", note, " and")


def test_rewrite_visits_blocks_and_notes_in_document_order():
    seen: list[str] = []

    def visit(block: Element) -> Element:
        seen.append(block.name)
        return block

    note = element("note", element("p", "Of a note"), n="1")
    rewrite(element("div", element("head", "A", note), element("list", element("item", "b"))), visit)
    assert seen == ["head", "p", "item"]


leaf = st.text("ab ", max_size=4) | st.sampled_from([element("pb", n="1"), element("gap")])
tree = st.recursive(
    leaf, lambda inner: st.lists(inner, max_size=4).map(lambda nodes: element("hi", *nodes)), max_leaves=8
)


@given(st.lists(tree, max_size=6), st.lists(st.integers(0, 30), max_size=8, unique=True))
def test_annotation_changes_no_text(nodes, edges):
    content = tuple(nodes)
    edges = sorted(edges)
    spans = [Span(a, b, PERSON) for a, b in zip(edges[::2], edges[1::2], strict=False)]
    assert flatten(annotate(content, spans)) == flatten(content)


@given(
    st.text("ab ", min_size=1, max_size=12), st.lists(st.integers(0, 14), max_size=8, unique=True), st.integers(1, 11)
)
def test_a_text_in_two_pieces_is_annotated_as_in_one(text, edges, cut):
    edges = sorted(edges)
    spans = [Span(a, b, PERSON) for a, b in zip(edges[::2], edges[1::2], strict=False)]
    pieces = tuple(piece for piece in (text[:cut], text[cut:]) if piece)
    assert annotate((text,), spans) == joined(_flat(annotate(pieces, spans)))


def _flat(content):
    """Return ``content`` with the text of each element in one piece."""
    return [node if isinstance(node, str) else node.containing(joined(node.content)) for node in content]


def test_what_stands_in_the_text_is_shown_as_asked():
    assert shown(CONTENT, lambda node: f"<{node.name}>") == "On May 5, Mr. <pb>Belcher<note> left."


def test_a_phrase_of_mere_text_is_not_walked_into():
    assert [is_phrase(node) for node in (PERSON, CONTENT[1], CONTENT[5], element("hi", element("note", "a")))] == [
        True,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize("count", [50_000])
def test_many_spans_take_linear_time(count):
    content = ("ab" * count,)
    spans = [Span(2 * i, 2 * i + 1, PERSON) for i in range(count)]
    assert len(annotate(content, spans)) == 2 * count
