"""What is refused says what is wrong, where, and what to do: the whole message, with file, line and column."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from teiconv.errors import SourceError, TeiconvError, TeiError
from teiconv.formats.limits import Limits
from teiconv.formats.tei.form import read_form
from teiconv.formats.tei.parsing import in_utf8, parse, read_file
from teiconv.formats.tei.read import open_tei, read
from teiconv.formats.text.codec import decode, encode
from teiconv.model import Element, element
from teiconv.model.header import MOST_WHITE_SPACE, Form

TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0">{}</TEI>'
DECLARED = '<?xml version="1.0" encoding="{}"?>'
MANY = "a.xml: it has more than 10 tags or attributes; split it into single documents"
SMALL = Limits(size=2**20, marks=10, attribute=40)

XML: dict[str, tuple[bytes, str]] = {
    "gzip": (b"\x1f\x8b\x08", "a.xml: it is compressed (gzip); unpack it first"),
    "bzip2": (b"BZh9", "a.xml: it is compressed (bzip2); unpack it first"),
    "xz": (b"\xfd7zXZ\0", "a.xml: it is compressed (xz); unpack it first"),
    "zstd": (b"\x28\xb5\x2f\xfd", "a.xml: it is compressed (zstd); unpack it first"),
    "zip": (b"PK\3\4", "a.xml: it is compressed (zip); unpack it first"),
    "text": (b"Horses left.", "a.xml:1:1: it does not begin as XML does; give a TEI file"),
    "utf-32": (
        codecs.BOM_UTF32_BE + "<a/>".encode("utf-32-be"),
        "a.xml:1:1: the encoding UTF-32 is not supported; save the file as UTF-8",
    ),
    "utf-16 without a mark": (
        "<a/>".encode("utf-16-be"),
        "a.xml:1:1: the encoding UTF-16 or UTF-32 without a byte-order mark is not supported; save the file as UTF-8",
    ),
    "utf-16 that says it is utf-8": (
        (DECLARED.format("UTF-8") + "<a/>").encode("utf-16"),
        "a.xml:1:1: the encoding utf-8 after the mark of UTF-16 is not supported; save the file as UTF-8",
    ),
    "an encoding that is not read": (
        DECLARED.format("KOI8-R").encode() + b"<a/>",
        "a.xml:1:1: the encoding koi8-r is not supported; save the file as UTF-8",
    ),
    "half a character": (
        codecs.BOM_UTF16_LE + b"<\0a",
        "a.xml: it is not UTF-16 throughout ('utf-16-le' codec can't decode byte 0x61 in position 4: truncated data); "
        "save it as UTF-8",
    ),
    "a document type": (
        b"<!-- one\ntwo --> <!DOCTYPE TEI><TEI/>",
        "a.xml:2:9: it has a document type declaration, which can hide entities; TEI P5 needs none, remove it",
    ),
    "a document type in the first line": (
        b"<!DOCTYPE TEI><TEI/>",
        "a.xml:1:1: it has a document type declaration, which can hide entities; TEI P5 needs none, remove it",
    ),
    "XInclude": (
        b'<a>\n<include xmlns="http://www.w3.org/2001/XInclude" href="b.xml"/></a>',
        "a.xml:2: it includes other files (XInclude), and teiconv never reads those; insert their text",
    ),
}


@pytest.mark.parametrize("what", XML)
def test_xml_is_refused_with_its_place_and_what_to_do(what: str) -> None:
    data, message = XML[what]
    with pytest.raises(TeiError) as refused:
        parse(data, "a.xml")
    assert str(refused.value) == message


@pytest.mark.parametrize(
    ("data", "place", "advice"),
    [
        (b"<a>\n<b></a>", "a.xml:2:8: ", "mend the XML there"),
        (b"<a>" * 300, "a.xml:1:", "no document is nested so deeply"),
    ],
    ids=["a tag that is not closed", "tags in tags"],
)
def test_what_libxml2_says_stands_between_the_place_and_what_to_do(data: bytes, place: str, advice: str) -> None:
    with pytest.raises(TeiError) as refused:
        parse(data, "a.xml")
    assert str(refused.value).startswith(place)
    assert ": the XML is not well formed: " in str(refused.value)
    assert str(refused.value).endswith(f"; {advice}")
    assert ", line" not in str(refused.value)


def test_a_message_of_libxml2_is_one_line() -> None:
    """It quotes what is not ended, with its line ends."""
    with pytest.raises(TeiError) as refused:
        parse(b"<TEI>\n<!-- a remark\nthat nobody ended\n</TEI>", "a.xml")
    assert str(refused.value).splitlines() == [str(refused.value)]
    assert str(refused.value).endswith("; mend the XML there")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<a>" + b" " * 2**20 + b"</a>", "a.xml: it is larger than 1 MB; split it into single documents"),
        (
            b"<a>" + b"<b/>" * 9 + b"</a>",
            "a.xml: it has more than 10 tags or attributes; split it into single documents",
        ),
        (
            b"<a b='' c='' d='' e='' f='' g='' h='' i='' j='' k='' l=''/>",
            "a.xml: it has more than 10 tags or attributes; split it into single documents",
        ),
        (
            b"<a>\n<b c='" + b"d" * 41 + b"'/></a>",
            "a.xml:2: an attribute has more than 40 characters; put the text into an element",
        ),
    ],
    ids=["size", "tags", "attributes", "an attribute"],
)
def test_xml_above_a_limit_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(TeiError) as refused:
        parse(data, "a.xml", SMALL)
    assert str(refused.value) == message


def test_xml_at_its_limits_is_read() -> None:
    assert parse(b"<a>" + b"<b/>" * 8 + b"</a>", limits=SMALL).getroot().tag == "a"
    assert parse(b"<a b='" + b"c" * 40 + b"'/>", limits=SMALL).getroot().get("b") == "c" * 40
    assert parse(b"<a>" + b" " * (2**20 - 7) + b"</a>", limits=SMALL).getroot().tag == "a"


@pytest.mark.parametrize("read_xml", [parse, in_utf8, open_tei, read], ids=lambda call: call.__name__)
def test_what_has_no_name_is_called_the_input(read_xml) -> None:
    with pytest.raises(TeiError) as refused:
        read_xml(b"")
    assert str(refused.value) == "<input>:1:1: it does not begin as XML does; give a TEI file"


@pytest.mark.parametrize("encoding", ["utf-8", "UTF8", "us-ascii", "ASCII"])
def test_declared_as_a_part_of_utf_8_the_bytes_stay(encoding: str) -> None:
    data = (DECLARED.format(encoding) + "<a/>").encode()
    assert in_utf8(data) == data


@pytest.mark.parametrize(("encoding", "codec"), [("iso-8859-1", "latin-1"), ("UTF-16", "utf-16")])
def test_of_another_encoding_the_text_is_read_without_its_declaration(encoding: str, codec: str) -> None:
    assert in_utf8((DECLARED.format(encoding) + "<a>Bogotá</a>").encode(codec)) == "<a>Bogotá</a>".encode()


def test_a_byte_order_mark_is_no_part_of_the_xml() -> None:
    assert in_utf8(codecs.BOM_UTF8 + b"<a/>") == b"<a/>"


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(TeiError) as refused:
        read_file(tmp_path / "a.xml")
    assert refused.value.message == (
        "the file cannot be read (No such file or directory); check its name and permissions"
    )
    assert refused.value.place is not None
    assert refused.value.place.file == str(tmp_path / "a.xml")


def test_a_file_of_the_largest_size_is_read_and_a_larger_one_is_not(tmp_path: Path) -> None:
    file = tmp_path / "a.xml"
    file.write_bytes(b"a" * 2**20)
    assert len(read_file(file, SMALL)) == 2**20
    file.write_bytes(b"a" * (2**20 + 1))
    with pytest.raises(TeiError, match="it is larger than 1 MB"):
        read_file(file, SMALL)


def test_what_is_not_tei_is_told_by_its_root() -> None:
    with pytest.raises(TeiError) as refused:
        open_tei(b"<html/>", "a.xml")
    assert str(refused.value) == (
        'a.xml:1: its root is <html>, which is not TEI; it must be <TEI xmlns="http://www.tei-c.org/ns/1.0">'
    )


def test_tei_without_text_is_told() -> None:
    with pytest.raises(TeiError) as refused:
        open_tei(TEI.format("").encode(), "a.xml")
    assert str(refused.value) == "a.xml:1: it holds no text; there must be a <text> with a <body>"


def volume(*names: str) -> bytes:
    divs = "".join(f'<div type="document" {name}><p>Oil.</p></div>' for name in names)
    return TEI.format(f"<text><body>{divs}</body></text>").encode()


@pytest.mark.parametrize(
    ("names", "document", "message"),
    [
        (("n='1'", "n='2'"), None, "a.xml: it holds several documents; choose one of 1, 2"),
        (("n='1'", "n='2'"), "3", "a.xml: it holds no document 3; choose one of 1, 2"),
        (("xml:id='d1' n='7'", "n='8'", ""), "9", "a.xml: it holds no document 9; choose one of d1, 8, 3"),
        (
            [f"n='{n}'" for n in range(1, 31)],
            None,
            "a.xml: it holds several documents; choose one of 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, …, 30 (30 documents)",
        ),
    ],
)
def test_a_document_that_is_not_there_is_told_with_those_that_are(names, document, message) -> None:
    with pytest.raises(TeiError) as refused:
        read(volume(*names), file="a.xml", document=document)
    assert str(refused.value) == message


def recorded(name: str, words: str) -> Element:
    return element("teiHeader", element("tagsDecl", element("rendition", words, n=name, scheme="free")))


@pytest.mark.parametrize(
    ("name", "words", "expected"),
    [
        ("source-encoding", "klingon", "an encoding, as “cp1252”"),
        ("source-byte-order-mark", "absent", "“present”, and only in an encoding of Unicode"),
        ("source-line-end", "NEL", "“CR LF” or “CR”"),
        ("source-start", "2 horses", "white space, as “2 line ends, 1 blank”"),
        ("source-end", "1 U+0041", "white space, as “2 line ends, 1 blank”"),
        ("source-end", "1 U+110000", "white space, as “2 line ends, 1 blank”"),
    ],
)
def test_words_about_the_source_that_mean_nothing_are_told(name: str, words: str, expected: str) -> None:
    with pytest.raises(TeiError) as refused:
        read_form(recorded(name, words))
    assert str(refused.value) == (
        f"tagsDecl/rendition says {words!r} of the source; it should say {expected}, or be removed"
    )


def test_white_space_that_no_source_has_is_told() -> None:
    most = ", ".join(["9999 blanks"] * (MOST_WHITE_SPACE // 9999))
    rest = MOST_WHITE_SPACE % 9999
    assert len(read_form(recorded("source-end", f"{most}, {rest} blanks")).end) == MOST_WHITE_SPACE
    with pytest.raises(TeiError) as refused:
        read_form(recorded("source-end", f"{most}, {rest + 1} blanks"))
    assert refused.value.message == (
        "tagsDecl/rendition says '9999 blanks, 9999 blanks, 9999 blanks, 9…' of the source; "
        f"it should say no more than {MOST_WHITE_SPACE} characters of white space, or be removed"
    )


TEXTS: dict[str, tuple[bytes | str, str | None, str]] = {
    "bytes that are not UTF-8": (
        b"Bogota\nBogot\xe1 left",
        None,
        "a.txt:2:6: the bytes E1 are not utf-8; name its encoding, for instance --encoding cp1252",
    ),
    "bytes that are not in a mapping": (
        b"Lima \x81",
        "cp1252",
        "a.txt:1:6: the bytes 81 are not cp1252; name its encoding, for instance --encoding mac_roman",
    ),
    "an encoding that there is not": (
        b"Lima",
        "utf-12",
        "'utf-12' is not an encoding of texts; try utf-8, cp1252 or iso8859-1",
    ),
    "bytes that would not come back": (
        b"+AEE-",
        "utf-7",
        "a.txt: utf-7 would not give the same bytes back; convert the file to UTF-8",
    ),
    "a control character": (
        "Lima\r\nOil \x07and fish",
        None,
        "a.txt:2:5: XML cannot hold the character U+0007; remove it from the text",
    ),
    "white space around the text": (
        "\n" * (MOST_WHITE_SPACE + 1) + "Lima",
        None,
        f"a.txt: more than {MOST_WHITE_SPACE} blanks and line ends stand around the text; cut them",
    ),
    "white space below the text": (
        "Lima" + " " * (MOST_WHITE_SPACE + 1),
        None,
        f"a.txt: more than {MOST_WHITE_SPACE} blanks and line ends stand around the text; cut them",
    ),
    "a text larger than any": (
        "a" * (32 * 2**20 + 1),
        None,
        "a.txt: it is larger than 32 MB; split it into single documents",
    ),
}


@pytest.mark.parametrize("what", TEXTS)
def test_a_text_is_refused_with_its_place_and_what_to_do(what: str) -> None:
    data, encoding, message = TEXTS[what]
    with pytest.raises(SourceError) as refused:
        decode(data, "a.txt", encoding)
    assert str(refused.value) == message


def test_a_text_without_a_name_is_called_the_input() -> None:
    with pytest.raises(SourceError, match=r"\A<input>:1:5: XML cannot hold the character U\+0000"):
        decode("Lima\0")


def test_as_much_white_space_as_is_allowed_stands_around_a_text() -> None:
    text, form = decode("\n" * MOST_WHITE_SPACE + "Lima" + " " * MOST_WHITE_SPACE)
    assert (text, len(form.start), len(form.end)) == ("Lima", MOST_WHITE_SPACE, MOST_WHITE_SPACE)


def test_a_new_character_that_the_encoding_lacks_is_told_with_its_place() -> None:
    with pytest.raises(TeiconvError) as refused:
        encode("Lima\nŁódź", Form(encoding="cp1252"))
    assert str(refused.value) == (
        "<text>:2:1: 'Ł' is not in the encoding cp1252; write the text as UTF-8 (--encoding utf-8)"
    )


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("\ufeffLima", "utf-8"),
        (codecs.BOM_UTF8 + b"Lima", "utf-8"),
        (codecs.BOM_UTF16_LE + "Lima".encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + "Lima".encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF32_LE + "Lima".encode("utf-32-le"), "utf-32-le"),
        (codecs.BOM_UTF32_BE + "Lima".encode("utf-32-be"), "utf-32-be"),
    ],
)
def test_a_byte_order_mark_is_a_property_of_the_file(data: bytes | str, encoding: str) -> None:
    text, form = decode(data)
    assert (text, form) == ("Lima", Form(encoding=encoding, byte_order_mark=True))
    assert encode(text, form) == (data.encode() if isinstance(data, str) else data)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_one_kind_are_a_property_of_the_file(end: str) -> None:
    text, form = decode(f" {end}Oil{end}{end}fish{end}")
    assert (text, form) == ("Oil\n\nfish", Form(line_end=end, start=" \n", end="\n"))


def test_line_ends_of_several_kinds_stay_in_the_text() -> None:
    text, form = decode("Oil\r\nfish\rnets\n")
    assert (text, form) == ("Oil\r\nfish\rnets", Form(end="\n"))


def test_a_text_of_nothing_but_white_space_stands_at_the_start() -> None:
    assert decode(" \n\t") == ("", Form(start=" \n\t"))
