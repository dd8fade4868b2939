"""Bytes ⇄ text: encodings, marks, line ends, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teiconv.errors import SourceError
from teiconv.formats.text import decode, encode
from teiconv.model.header import Form

XML_TEXT = st.text(
    st.characters(
        codec="utf-8",
        exclude_characters="\x0b\ufffe\uffff",
        exclude_categories=["Cs", "Cc"],
        include_characters="\t\n\r\f",
    )
)

FORMS = {
    "plain": (b"One\n\nTwo", Form()),
    "last line feed": (b"One\n", Form(end="\n")),
    "CR LF": (b"One\r\nTwo\r\n", Form(line_end="\r\n", end="\n")),
    "CR": (b"One\rTwo", Form(line_end="\r")),
    "mixed line ends": (b"One\r\nTwo\nThree", Form()),
    "byte-order mark": (b"\xef\xbb\xbfOne", Form(byte_order_mark=True)),
    "UTF-16": ("\ufeffOne".encode("utf-16-le"), Form(encoding="utf-16-le", byte_order_mark=True)),
    "blank lines before": (b"\n  \nOne", Form(start="\n  \n")),
    "nothing at all": (b"", Form()),
    "nothing but blanks": (b" \n", Form(start=" \n")),
}


@pytest.mark.parametrize(("data", "form"), FORMS.values(), ids=FORMS)
def test_form_of_a_file(data, form):
    text, found = decode(data)
    assert found == form
    assert encode(text, found) == data


@given(XML_TEXT, st.sampled_from(["\n", "\r\n", "\r"]), st.booleans())
def test_any_text_comes_back(text, line_end, marked):
    data = b"\xef\xbb\xbf" * marked + text.replace("\n", line_end).encode()
    assert encode(*decode(data)) == data


@given(st.binary(max_size=60))
def test_bytes_come_back_or_are_refused(data):
    try:
        text, form = decode(data)
    except SourceError:
        return
    assert encode(text, form) == data


def test_named_encoding():
    text, form = decode(b"Caf\xe9", encoding="latin-1")
    assert text == "Café"
    assert encode(text, form) == b"Caf\xe9"


@pytest.mark.parametrize(
    ("data", "encoding", "message"),
    [
        (b"One\nTw\xe9", None, r"memo.txt:2:3: the bytes E9 are not utf-8; name its encoding"),
        (b"One\r\nT\x00o", None, r"memo.txt:2:2: XML cannot hold the character U\+0000; remove it"),
        (b"\xff\xfea", None, r"memo.txt:1:1: the bytes 61 are not utf-16-le"),
        (b"One", "klingon", r"'klingon' is not an encoding of texts; try utf-8"),
        (b"\x1b$B", "iso2022_jp", r"memo.txt: iso2022_jp would not give the same bytes back"),
    ],
)
def test_what_is_refused_says_where_and_what_to_do(data, encoding, message):
    with pytest.raises(SourceError, match=message):
        decode(data, "memo.txt", encoding)


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "text",
    ["The President’s “friend”", "  • Fishing Rights", "1970–73 — POL 33", "à Genève, Zürich, São Paulo", "One … two"],
)
def test_the_encoding_that_is_advised_gives_the_text(text: str, encoding: str) -> None:
    """Word processors wrote these encodings, and no mark tells which; wrong advice would spoil the text in silence."""
    data = f"Memorandum\n\n{text}\n".encode(encoding)
    with pytest.raises(SourceError, match=rf"--encoding {encoding}$") as refused:
        decode(data, "memo.txt")
    advised = str(refused.value).rpartition(" ")[2]
    assert decode(data, "memo.txt", advised)[0] == f"Memorandum\n\n{text}"


def test_a_zero_in_a_text_is_no_sign_of_wide_characters() -> None:
    with pytest.raises(SourceError, match=r"memo.txt:1:4: XML cannot hold the character U\+0000; remove it"):
        decode(b"Mem\0orandum of a conversation", "memo.txt")
