"""What a file says, as a digest: a word, an attribute or an element changes it; what tools do in saving does not."""

from __future__ import annotations

import pytest
from lxml import etree

from teiconv.formats.tei.meaning import (
    State,
    decided,
    decided_in,
    mark,
    marked,
    meaning,
    meaning_of,
    pointed,
    said_whole,
    state,
    with_mark,
)
from teiconv.formats.tei.parsing import parse
from teiconv.formats.tei.read import model_of
from teiconv.formats.tei.register_meaning import register_meaning

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
        pytest.param(
            '<ab xml:space="preserve">Oil  and fish.</ab>',
            '<ab xml:space="preserve">Oil and fish.</ab>',
            id="white space that is kept",
        ),
        pytest.param(
            '<ab xml:space="preserve"><hi>Oil  and</hi> fish.</ab>',
            '<ab xml:space="preserve"><hi>Oil and</hi> fish.</ab>',
            id="white space that is kept around a phrase",
        ),
        pytest.param(
            '<ab xml:space="preserve"> <hi>Oil</hi></ab>',
            '<ab xml:space="preserve"><hi>Oil</hi></ab>',
            id="a blank that is kept before a phrase",
        ),
        pytest.param("<p><hi>Oil</hi> </p>", "<p><hi>Oil</hi>.</p>", id="a stop in place of a blank"),
        pytest.param("<p>Oil<!-- and fish --></p>", "<p>Oil</p>", id="a comment"),
        pytest.param("<p>Oil<?fish and?></p>", "<p>Oil<?carts and?></p>", id="the name of an instruction"),
        pytest.param('<p xml:id="a">Oil.</p>', '<p id="a">Oil.</p>', id="the namespace of an attribute"),
        pytest.param("<p/>", "<p>.</p>", id="an element without content"),
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
        pytest.param("<p>Oil and fish.</p>", "<p> Oil\r\tand  fish. </p>", id="white space of other kinds"),
        pytest.param("<p>Oil <note>a fish</note>.</p>", "<p>Oil <note> a  fish </note>.</p>", id="the edges of a note"),
        pytest.param(
            '<ab xml:space="preserve">Oil<note>a fish</note>.</ab>',
            '<ab xml:space="preserve">Oil<note>a  fish</note>.</ab>',
            id="white space in a note within kept white space",
        ),
        pytest.param("<p><hi>Oil</hi></p>", "<p> <hi>Oil</hi></p>", id="a blank before the first phrase"),
        pytest.param("<p>Oil<lb/></p>", "<p>Oil<lb></lb>\n</p>", id="the form of an empty tag"),
    ],
)
def test_what_a_tool_does_in_saving_does_not(one: str, other: str) -> None:
    assert says(one) == says(other)


TEI = f'<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="{_TEI}">{{}}</TEI>\n'


def whole(*, above: str = "", below: str = "") -> str:
    return meaning_of(parse(f"{above}<TEI>Oil</TEI>{below}".encode()).getroot())


def test_what_stands_above_and_below_the_root_is_said_in_its_order() -> None:
    said = [
        whole(),
        whole(above="<!--a-->"),
        whole(below="<!--a-->"),
        whole(above="<!--a--><!--b-->"),
        whole(above="<!--b--><!--a-->"),
        whole(above="<?fish a?>"),
    ]
    assert len(set(said)) == len(said)


def test_the_marks_of_teiconv_are_not_said() -> None:
    assert whole(above='<?teiconv as-written="sha256:0"?>\n<?teiconv decided="a b"?>') == whole()


def test_the_targets_of_references_are_counted_apart() -> None:
    one, other = says('<p><ref target="#d1" n="1">Oil</ref></p>'), says('<p><ref n="1" target="#d2">Oil</ref></p>')
    assert one[:32] == other[:32]
    assert one[32:] != other[32:]
    assert says("<p><ref>Oil</ref></p>")[32:] != says("<p>Oil</p>")[32:]


def test_a_model_says_what_the_file_says() -> None:
    root = parse(TEI.format('<text><p n="1">Oil <hi>and</hi><lb/> fish.</p></text>').encode()).getroot()
    assert meaning(model_of(root)) == meaning_of(root)


def test_a_file_tells_what_has_become_of_it() -> None:
    written = with_mark(TEI.format("<text><p>Oil.</p></text>").encode())
    assert state(written) is State.AS_WRITTEN
    assert state(written.replace(b"<text>", b"<text>\n  ")) is State.AS_WRITTEN
    assert state(written.replace(b"Oil", b"Fish")) is State.EDITED
    assert state(written.replace(b"</p>", b"")) is State.EDITED
    assert state(written[:-10]) is State.DAMAGED
    assert state(b"\0\0 \r\n") is State.DAMAGED
    assert state(TEI.format("<text/>").encode()) is State.FOREIGN
    assert state(b"<t:teiCorpus>") is State.FOREIGN
    assert state(b"<html/>") is State.OTHER
    assert state(b"Horses") is State.OTHER


def test_the_mark_stands_below_the_declaration() -> None:
    data = TEI.format("<text/>").encode()
    declaration, _, rest = data.partition(b"\n")
    digest = meaning_of(parse(data).getroot())
    assert with_mark(data) == b"%b\n%b\n%b" % (declaration, mark(digest).encode(), rest)
    assert marked(with_mark(data)) == digest
    assert marked(data) is None
    assert marked(b" " * 4096 + mark(digest).encode()) is None


def test_decisions_are_listed_above_the_root() -> None:
    assert decided(["a1", "b2"]) == '\n<?teiconv decided="a1 b2"?>'
    assert decided([]) == ""
    assert decided_in(b'<?teiconv decided="a1 b2"?><TEI/>') == ("a1", "b2")
    assert decided_in(b'<TEI><?teiconv decided="a1"?></TEI>') == ()


def test_other_targets_are_what_the_mark_tells_then() -> None:
    text = '<text><p><ref target="#d&amp;1">Oil</ref> <ref>and</ref> <ref n="1" target="#d3">fish</ref></p></text>'
    asked = []

    def point(place: int, target: str | None) -> str | None:
        asked.append((place, target))
        return {0: "#d&9", 1: "#d2", 2: None}[place]

    moved = pointed(with_mark(TEI.format(text).encode()), point)
    assert asked == [(0, "#d&1"), (1, None), (2, "#d3")]
    assert b'<ref target="#d&amp;9">Oil</ref> <ref target="#d2">and</ref> <ref n="1">fish</ref>' in moved
    assert state(moved) is State.AS_WRITTEN


REGISTER = (
    '<standOff type="register">\n<listPerson n="1"><head>People</head><person xml:id="a"><persName>Roe</persName> '
    'of <placeName>Lima</placeName></person>\n<person xml:id="b"/>\n</listPerson><list><item>x</item></list></standOff>'
)


@pytest.mark.parametrize("inner", [REGISTER, REGISTER.replace("standOff", "text"), "<text><p>Oil</p></text>"])
def test_entry_by_entry_a_file_says_what_it_says_as_a_whole(inner: str) -> None:
    data = TEI.format(inner).encode()
    pieces: list[str] = []

    def digest(said) -> str:
        pieces.extend(said)
        return "".join(pieces)

    assert register_meaning(data, said_whole, digest) == said_whole(parse(data).getroot())
    assert (len(pieces) > 10) == ("standOff" in inner)


@pytest.mark.parametrize(
    "inner",
    [
        REGISTER.replace("\n<person", "and<person"),
        REGISTER.replace("<listPerson", "all<listPerson"),
        REGISTER.replace("</listPerson>", "all</listPerson>"),
        REGISTER.replace("</standOff>", "all</standOff>"),
        REGISTER.replace("<head>", "all<head>"),
        REGISTER.replace("<head>", "<!--all--><head>"),
        REGISTER.replace("</standOff>", ""),
    ],
)
def test_what_is_no_plain_register_is_not_read_entry_by_entry(inner: str) -> None:
    assert register_meaning(TEI.format(inner).encode(), said_whole, "".join) is None


def test_a_register_tells_what_has_become_of_it() -> None:
    written = with_mark(TEI.format(REGISTER).encode())
    assert state(written) is State.AS_WRITTEN
    assert state(written.replace(b"Roe", b"Poe")) is State.EDITED
