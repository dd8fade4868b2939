"""XML made to do harm is refused: at once, in little memory, with words that say what to do."""

from __future__ import annotations

import gzip
import io
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from teiconv.cli.validate import validate as validate_command
from teiconv.errors import TeiError
from teiconv.formats.tei.parsing import Limits, parse, read_file

SEED = Path(__file__).parent / "samples" / "valid" / "seed.xml"
TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0">{}</TEI>'
DECLARED = '<?xml version="1.0" encoding="{}"?>'


def _zip(data: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.xml", data)
    return buffer.getvalue()


def _laughs() -> str:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!DOCTYPE TEI [<!ENTITY l0 "lol">{levels}]>' + TEI.format("&l9;")


def _in_attribute() -> str:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!DOCTYPE TEI [<!ENTITY l0 "lol">{levels}]><TEI n="&l9;"/>'


DTD = "document type declaration"
ENCODING = "encoding"
ATTACKS: dict[str, tuple[Callable[[], str | bytes], str]] = {
    "billion laughs": (lambda: _laughs(), DTD),
    "billion laughs in an attribute": (lambda: _in_attribute(), DTD),
    "quadratic blow-up": (lambda: f'<!DOCTYPE TEI [<!ENTITY a "{"a" * 50_000}">]>' + TEI.format("&a;" * 50_000), DTD),
    "external entity, a file": (
        lambda: '<!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + TEI.format("&x;"),
        DTD,
    ),
    "external entity, the network": (
        lambda: '<!DOCTYPE TEI [<!ENTITY x SYSTEM "http://127.0.0.1:9/">]>' + TEI.format("&x;"),
        DTD,
    ),
    "parameter entity": (
        lambda: '<!DOCTYPE TEI [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>' + TEI.format(""),
        DTD,
    ),
    "external subset": (lambda: '<!DOCTYPE TEI SYSTEM "file:///etc/passwd">' + TEI.format(""), DTD),
    "a document type after comments and instructions": (
        lambda: "<!-- a --> <?b <!?>\n<!DOCTYPE TEI []>" + TEI.format(""),
        DTD,
    ),
    "an undefined entity": (lambda: TEI.format("&xxe;"), "not well formed"),
    "XInclude": (
        lambda: TEI.format('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/passwd"/>'),
        "XInclude",
    ),
    "deep nesting": (lambda: "<a>" * 200_000, "nested so deeply"),
    "deep nesting, closed": (lambda: "<a>" * 100_000 + "</a>" * 100_000, "nested so deeply"),
    "millions of elements": (lambda: TEI.format("<a/>" * 4_000_000), "tags or attributes"),
    "millions of attributes": (
        lambda: b"<TEI " + b" ".join(b'a%d=""' % n for n in range(1_500_000)) + b"/>",
        "tags or attributes",
    ),
    "a huge attribute": (lambda: TEI.format(f'<p n="{"a" * 9_000_000}"/>'), "attribute has more than"),
    "a huge attribute with tags about it": (
        lambda: TEI.format(f'<p/><p n="{"a>" * 60_000}"/><p/>'),
        "attribute has more than",
    ),
    "a huger attribute": (lambda: TEI.format(f'<p n="{"a" * 20_000_000}"/>'), "well formed"),
    "a huge name": (lambda: f"<{'a' * 5_000_000}/>", "well formed"),
    "a huge text": (lambda: TEI.format("a" * 34_000_000), "larger than 32 MB"),
    "an endless comment": (lambda: "<!--" * 1_000_000, "well formed"),
    "an endless instruction": (lambda: "<?a" * 1_000_000, "well formed"),
    "UTF-7": (lambda: DECLARED.format("utf-7") + "+ADwAIQ-DOCTYPE TEI+AFsAXQA+-" + TEI.format(""), ENCODING),
    "UTF-7, far off": (
        lambda: '<?xml version="1.0"' + " " * 900 + 'encoding="utf-7"?>' + TEI.format("+ADw-"),
        ENCODING,
    ),
    "UTF-16 without a mark": (
        lambda: DECLARED.format("utf-16").encode("utf-16-le") + TEI.format("").encode("utf-16-le"),
        ENCODING,
    ),
    "UTF-16 that hides a document type": (lambda: ("\ufeff" + _laughs()).encode("utf-16-be"), DTD),
    "UTF-16 that says it is UTF-8": (
        lambda: ("\ufeff" + DECLARED.format("utf-8") + TEI.format("")).encode("utf-16-le"),
        ENCODING,
    ),
    "UTF-8 that says it is UTF-16": (lambda: DECLARED.format("utf-16") + TEI.format(""), ENCODING),
    "UTF-16 with half a pair": (
        lambda: b"\xff\xfe" + TEI.format("").encode("utf-16-le") + b"\x00\xd8",
        "UTF-16 throughout",
    ),
    "UTF-32": (lambda: b"\xff\xfe\0\0" + TEI.format("").encode("utf-32-le"), ENCODING),
    "EBCDIC": (lambda: (DECLARED.format("cp037") + _laughs()).encode("cp037"), "does not begin as XML"),
    "an overlong sequence": (lambda: TEI.format("").encode().replace(b"></", b">\xc0\xbc</"), "well formed"),
    "a NUL": (lambda: TEI.format("a\0b"), "well formed"),
    "a gzip bomb": (lambda: gzip.compress(b"<a/>" * 10_000_000), "compressed (gzip)"),
    "a zip": (lambda: _zip(b"<a/>"), "compressed (zip)"),
    "nothing": (lambda: "", "does not begin as XML"),
    "not XML": (lambda: "Memorandum", "does not begin as XML"),
    "a character that is none": (lambda: TEI.format("&#0;"), "well formed"),
}


def _bytes(attack: str) -> bytes:
    data = ATTACKS[attack][0]()
    return data.encode() if isinstance(data, str) else data


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_is_refused_at_once(attack: str):
    data = _bytes(attack)
    with pytest.raises(TeiError) as refusal:
        parse(data, "attack.xml")
    assert ATTACKS[attack][1] in refusal.value.message
    assert refusal.value.place is not None
    assert refusal.value.place.file == "attack.xml"
    assert ";" in refusal.value.message  # what to do about it


MEASURE = """
import re, sys
from pathlib import Path
from teiconv.cli import main
try:
    main(["validate", "--jobs", "1", *sys.argv[1:]])
except SystemExit as leaving:
    print(leaving.code, re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the memory used is read from /proc")
def test_all_of_them_take_little_memory(tmp_path: Path):
    for number, attack in enumerate(ATTACKS):
        (tmp_path / f"{number}.xml").write_bytes(_bytes(attack))
    done = subprocess.run([sys.executable, "-c", MEASURE, tmp_path], capture_output=True, text=True, check=True)
    code, kilobytes = done.stdout.splitlines()[-1].split()
    assert code == "4"
    assert f"0 of {len(ATTACKS)} valid" in done.stderr
    assert int(kilobytes) < 200_000


def test_a_file_without_end_is_not_read_to_its_end():
    with pytest.raises(TeiError, match="larger than"):
        read_file(Path("/dev/zero"))


def test_a_file_that_cannot_be_read_says_so(tmp_path: Path):
    with pytest.raises(TeiError, match="check its name"):
        read_file(tmp_path / "missing.xml")


def test_limits_can_be_set():
    with pytest.raises(TeiError, match="larger than"):
        parse(SEED.read_bytes(), limits=Limits(size=1000))


def test_the_place_of_the_fault_is_told():
    with pytest.raises(TeiError) as refusal:
        parse(b"<TEI>\n  <p>\n</TEI>", "a.xml")
    assert str(refusal.value).startswith("a.xml:3:")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1"])
def test_honest_encodings_are_read(encoding: str):
    declared = {"utf-8-sig": "utf-8", "latin-1": "iso-8859-1"}.get(encoding, encoding)
    data = (DECLARED.format(declared) + TEI.format("é")).encode(encoding)
    assert parse(data).getroot().text == "é"


def test_the_command_exits_with_the_code_of_what_cannot_be_read(tmp_path: Path):
    attack = tmp_path / "attack.xml"
    attack.write_text(_laughs())
    done = CliRunner().invoke(validate_command, [str(attack)])
    assert done.exit_code == 4
    assert DTD in done.output


@pytest.mark.parametrize(
    ("data", "told"),
    [
        pytest.param(
            b"<?a?>\n <!DOCTYPE TEI><TEI/>",
            "a.xml:2:2: it has a document type declaration, which can hide entities; TEI P5 needs none, remove it",
            id="a document type, at its line and column",
        ),
        pytest.param(
            "<TEI/>".encode("utf-16-le"),
            "a.xml:1:1: the encoding UTF-16 or UTF-32 without a byte-order mark is not supported; "
            "save the file as UTF-8",
            id="UTF-16 without a mark",
        ),
        pytest.param(
            b'<TEI a="1" b="2" c="3" d="4"/>',
            "a.xml: it has more than 3 tags or attributes; split it into single documents",
            id="many attributes in few tags",
        ),
        pytest.param(
            b"<a><b/><c/></a>",
            "a.xml: it has more than 3 tags or attributes; split it into single documents",
            id="many tags without attributes",
        ),
    ],
)
def test_a_refusal_says_where_it_is_and_what_to_do(data: bytes, told: str):
    with pytest.raises(TeiError) as refusal:
        parse(data, "a.xml", Limits(marks=3))
    assert str(refusal.value) == told


def test_half_a_pair_in_utf_16_is_told_with_the_file():
    with pytest.raises(TeiError, match=r"^a\.xml: it is not UTF-16 throughout"):
        parse(b"\xff\xfe" + "<TEI/>".encode("utf-16-le") + b"\x00\xd8", "a.xml")
