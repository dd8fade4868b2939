"""Files that are no plain text: recognised by what they are, whatever they are called."""

from __future__ import annotations

import gzip
import io
import zipfile

import pytest

from teiconv import SourceError, to_tei, to_text
from teiconv.formats.text.codec import decode
from teiconv.formats.text.kinds import refuse_other_kinds


def packed(*names: str, first: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        if first:
            archive.writestr("mimetype", first)
        for name in names:
            archive.writestr(name, "text")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
        (packed("[Content_Types].xml", "word/document.xml"), "a Word document (.docx)"),
        (packed(first="application/vnd.oasis.opendocument.text"), "an OpenDocument text (.odt)"),
        (packed(first="application/epub+zip"), "an EPUB"),
        (packed("a.txt"), "a ZIP archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00", "an old Word document (.doc)"),
        (rb"{\rtf1\ansi MEMORANDUM}", "an RTF document"),
        (b"<!DOCTYPE html>\n<html><p>MEMORANDUM", "a web page (HTML)"),
        (b"\n <!doctype HTML><p>", "a web page (HTML)"),
        (b'<?xml version="1.0"?><!-- a --><html xmlns="x">', "a web page (HTML)"),
        (b'\xef\xbb\xbf<?xml version="1.0"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"/>', "TEI already"),
        (b'<?xml version="1.0"?><article/>', "XML"),
        (gzip.compress(b"MEMORANDUM"), "packed"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "an image"),
        (b"\x89PNG\r\n\x1a\n", "an image"),
    ],
    ids=lambda part: part if isinstance(part, str) else "",
)
def test_what_is_no_text_is_recognised_with_advice(data, kind):
    with pytest.raises(SourceError, match=r"^memo\.txt: is ") as raised:
        to_tei(data, name="memo.txt")
    assert f"is {kind}, not plain text; " in str(raised.value)


def test_a_string_is_looked_at_too():
    with pytest.raises(SourceError, match="is TEI already"):
        to_tei(to_tei("Memo").decode())
    with pytest.raises(SourceError, match="a web page"):
        to_tei("\ufeff<html>")


@pytest.mark.parametrize(
    "text",
    [
        "<b> is a tag",
        "< 3",
        "PK",
        "PKI talks",
        "%PD",
        "{rtf}",
        "GIF",
        "BZh",
        "II* Part",
        "MM. Smith",
        "<TEIx",
        "<htmlx",
        "Rar",
    ],
)
def test_what_only_begins_alike_is_text(text):
    assert to_text(to_tei(text)) == text


def test_a_string_with_half_a_pair_is_no_other_kind():
    refuse_other_kinds("Memo \ud800", "memo.txt")


def test_a_text_without_a_name_is_called_input():
    with pytest.raises(SourceError, match=r"^<input>:"):
        decode(b"a\xff\xfe\0", encoding="utf-8")
