"""An edit spliced into a file of others: every byte outside it stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from teiconv.editing.splice import Edit, applied, renamed, reverted, unwrapped, with_attributes
from teiconv.errors import TeiconvError

FILE = """<?xml version='1.0' encoding="UTF-8"?>
<!-- <p>no element</p> -->
<TEI  xmlns = 'http://www.tei-c.org/ns/1.0'><text>
  <p   rend='x'>It’s <persName cert="low"
     ref='#p_A1'>Roe &amp; Doe</persName> &#x2014; <![CDATA[<persName>]]><pb n="1"/><date when = "1970" />.</p >
</text></TEI >
""".encode()
PERSON, BREAK, DATE, PARAGRAPH = 3, 4, 5, 2


def changed(index: int, **changes: str | None) -> bytes:
    return applied(FILE, with_attributes(FILE, index, changes))


def test_an_attribute_keeps_its_place_and_its_quotation_marks() -> None:
    assert changed(PERSON, ref="#p_B1") == FILE.replace(b"'#p_A1'", b"'#p_B1'")
    assert changed(DATE, when="1971-05") == FILE.replace(b'"1970"', b'"1971-05"')


def test_a_new_attribute_comes_last() -> None:
    assert changed(PERSON, resp="#AE") == FILE.replace(b"'#p_A1'>", b"'#p_A1' resp=\"#AE\">")
    assert changed(BREAK, facs="f") == FILE.replace(b'<pb n="1"/>', b'<pb n="1" facs="f"/>')
    assert changed(DATE, cert="high") == FILE.replace(b'"1970" />', b'"1970" cert="high" />')


def test_an_attribute_is_removed_with_the_white_space_before_it() -> None:
    assert changed(PERSON, ref=None, cert="high") == FILE.replace(b"low\"\n     ref='#p_A1'", b'high"')


def test_what_a_value_cannot_hold_is_written_as_a_reference() -> None:
    new = changed(PERSON, ref="a'b\"<&é")
    assert etree.fromstring(new).find(".//{*}persName").get("ref") == "a'b\"<&é"


def test_tags_are_taken_away_and_what_they_hold_stays() -> None:
    new = applied(FILE, unwrapped(FILE, PERSON))
    assert new == FILE.replace(b"<persName cert=\"low\"\n     ref='#p_A1'>Roe &amp; Doe</persName>", b"Roe &amp; Doe")


def test_an_element_gets_another_name() -> None:
    new = applied(FILE, renamed(FILE, PARAGRAPH, "head"))
    assert new == FILE.replace(b"<p   rend", b"<head   rend").replace(b"</p >", b"</head >")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "iso-8859-1"])
def test_the_encoding_of_the_file_is_kept(encoding: str) -> None:
    declared = "utf-8" if encoding == "utf-8-sig" else encoding
    text = f'<?xml version="1.0" encoding="{declared}"?><TEI>é<p n="é">é</p></TEI>'
    new = text.replace('n="é"', 'n="&#233;1"')
    assert applied(text.encode(encoding), with_attributes(text.encode(encoding), 1, {"n": "é1"})) == new.encode(
        encoding
    )


def test_a_file_that_cannot_be_edited_in_place_is_told() -> None:
    with pytest.raises(TeiconvError, match="encoding"):
        with_attributes("<TEI><p/></TEI>".encode("utf-16"), 1, {"n": "1"})


def test_an_edit_of_what_has_been_changed_since_is_refused() -> None:
    edit = with_attributes(FILE, PERSON, {"ref": "#p_B1"})
    with pytest.raises(TeiconvError, match="changed since"):
        applied(FILE.replace(b"p_A1", b"p_C1"), edit)


_NAMES = st.sampled_from(["ref", "cert", "n", "when"])
_EDITS = st.lists(
    st.one_of(
        st.tuples(st.just("set"), st.integers(2, 5), _NAMES, st.text("ab<'&\"é", max_size=4)),
        st.tuples(st.just("drop"), st.integers(2, 5), _NAMES, st.none()),
        st.tuples(st.just("rename"), st.integers(2, 5), st.just("seg"), st.none()),
        st.tuples(st.just("unwrap"), st.integers(2, 3), st.just(""), st.none()),
    ),
    max_size=6,
)  # fmt: skip


def made(data: bytes, kind: str, index: int, name: str, value: str | None) -> Edit:
    if kind == "rename":
        return renamed(data, index, name)
    return unwrapped(data, index) if kind == "unwrap" else with_attributes(data, index, {name: value})


@given(_EDITS)
def test_any_edits_taken_back_leave_the_file_as_it_was(wanted: list[tuple[str, int, str, str | None]]) -> None:
    data, edits = FILE, []
    for kind, index, name, value in wanted:
        if index >= len(list(etree.fromstring(data).iter(etree.Element))):
            continue
        edit = made(data, kind, index, name, value)
        data = applied(data, edit)
        etree.fromstring(data)
        assert len(data) == len(applied(data, Edit(0, b"", b"")))
        edits.append(edit)
    for edit in reversed(edits):
        data = reverted(data, edit)
    assert data == FILE
