"""A file that somebody changed, or wrote, is not lost: it is told, and kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from batch_helpers import contents, tree
from click.testing import CliRunner, Result
from lxml import etree

from teiconv import to_tei
from teiconv.cli import main
from teiconv.collection.part import REGISTERS
from teiconv.formats.tei.meaning import State, state
from teiconv.options import Options, Profile

TEXT = (
    "{n}. Telegram From the Embassy in Peru to the Department of State1\n\nLima, May 5, 1971, 1110Z.\n\n"
    "SUBJECT\n\n  • Fish\n\nPresident Nixon came.2 [less than 1 line not declassified] He  left “at once”; R&D went on."
    "\n\nNixon\n\n  1. Source: National Archives, RG 59, Central Files 1970–73, POL 7 PERU. Secret; Nodis.\n"
    "  2. See Document 12."
)
IDENTITY = etree.XSLT(
    etree.XML(
        '<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:output indent="yes"/>'
        '<xsl:template match="@*|node()"><xsl:copy><xsl:apply-templates select="@*|node()"/></xsl:copy></xsl:template>'
        "</xsl:stylesheet>"
    )
)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [*map(str, arguments)])


def formatted(tei: bytes, encoding: str = "utf-8") -> bytes:
    """What ``xmllint --format`` makes of a file: it is libxml2 with blanks dropped and lines indented."""
    root = etree.fromstring(tei, etree.XMLParser(remove_blank_text=True))
    return bytes(etree.tostring(root.getroottree(), pretty_print=True, encoding=encoding, xml_declaration=True))


def with_attributes_turned(tei: bytes) -> bytes:
    root = etree.fromstring(tei)
    for node in root.iter(etree.Element):
        pairs = list(reversed(node.attrib.items()))
        node.attrib.clear()
        node.attrib.update(pairs)
    return bytes(etree.tostring(root.getroottree(), encoding="us-ascii"))


@pytest.mark.parametrize("profile", list(Profile))
@pytest.mark.parametrize(
    "save",
    [
        formatted,
        lambda tei: formatted(tei, "utf-16"),
        lambda tei: bytes(IDENTITY(etree.fromstring(tei))),
        with_attributes_turned,
        lambda tei: tei.replace(b"\n", b"\r\n"),
    ],
    ids=["xmllint", "utf-16", "xslt", "attributes and entities", "line ends"],
)
def test_saved_by_another_tool_is_as_written(profile, save):
    tei = to_tei(TEXT.format(n=1), Options(profile=profile))
    assert save(tei) != tei
    assert state(save(tei)) is State.AS_WRITTEN


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Nixon", "Johnson"),
        (' when="1971-05-05', ' when="1971-05-06'),
        ("came.", "came ."),
        ("</p>", "</p><!-- check this -->"),
        ("Secret<", "Top Secret<"),
        ("Lima", "<hi>Lima</hi>"),
    ],
)
def test_a_change_is_told_apart_even_from_a_file_saved_by_another_tool(old, new):
    tei = to_tei(TEXT.format(n=1))
    changed = tei.replace(old.encode(), new.encode(), 1)
    assert changed != tei
    assert state(changed) is State.EDITED
    assert state(formatted(changed)) is State.EDITED


def test_a_file_that_breaks_off_is_damaged_and_one_that_is_not_well_formed_was_edited():
    tei = to_tei(TEXT.format(n=1))
    assert state(tei[:-100]) is State.DAMAGED
    assert state(b"\0" * 500) is State.DAMAGED
    assert state(tei.replace(b"</p>", b"", 1)) is State.EDITED


def test_convert_keeps_an_edited_file(tmp_path: Path):
    tree(tmp_path, {"a.txt": TEXT.format(n=1), "b.txt": TEXT.format(n=2)})
    assert run("convert", tmp_path / "a.txt", tmp_path / "b.txt", "-o", f"{tmp_path}/tei").exit_code == 0
    edited = (tmp_path / "tei/a.xml").read_bytes().replace(b"came", b"came at last")
    (tmp_path / "tei/a.xml").write_bytes(edited)
    again = run("convert", tmp_path / "a.txt", tmp_path / "b.txt", "-o", f"{tmp_path}/tei")
    assert again.exit_code == 1
    assert "tei/a.xml: changed since it was written, and kept" in again.stderr
    assert (tmp_path / "tei/a.xml").read_bytes() == edited
    over = run("convert", tmp_path / "a.txt", "-o", tmp_path / "tei/a.xml", "--overwrite")
    assert over.exit_code == 0
    (copy,) = (tmp_path / "tei").glob("a.xml.*.bak")
    assert copy.read_bytes() == edited
    assert b"came at last" not in (tmp_path / "tei/a.xml").read_bytes()


def test_convert_writes_over_nothing_that_it_did_not_write(tmp_path: Path):
    tree(tmp_path, {"a.txt": TEXT.format(n=1), "a.xml": "<TEI><text>mine</text></TEI>"})
    refused = run("convert", tmp_path / "a.txt", "-o", tmp_path / "a.xml")
    assert "not written by teiconv" in refused.stderr
    assert (tmp_path / "a.xml").read_text() == "<TEI><text>mine</text></TEI>"


@pytest.mark.parametrize("how", [[], ["--fresh"]], ids=["again", "fresh"])
def test_batch_keeps_an_edited_file_and_says_so(tmp_path: Path, how: list[str]):
    tree(tmp_path / "in", {f"d{n}.txt": TEXT.format(n=n) for n in (1, 2, 3)})
    batch = ("batch", tmp_path / "in", tmp_path / "tei", "--jobs", "1")
    assert run(*batch).exit_code == 0
    edited = (tmp_path / "tei/d2.xml").read_bytes().replace(b"came", b"came at last")
    (tmp_path / "tei/d2.xml").write_bytes(edited)
    (tmp_path / "tei/d3.xml").write_bytes(formatted((tmp_path / "tei/d3.xml").read_bytes()))
    again = run(*batch, *how)
    assert again.exit_code == 0
    assert "d2.xml: changed since it was written, and kept" in again.stderr
    assert "1 kept as edited" in again.stderr
    assert (tmp_path / "tei/d2.xml").read_bytes() == edited
    assert {name for name in contents(tmp_path / "tei") if name not in REGISTERS} == {"d1.xml", "d2.xml", "d3.xml"}
    rows = [json.loads(line) for line in (tmp_path / "tei.manifest.jsonl").read_text().splitlines()]
    assert [row["status"] for row in rows] == ["done", "kept", "done"]
    tree(tmp_path / "in", {"d2.txt": TEXT.format(n=2).replace("Fish", "Anchovy")})
    assert "its text has changed as well" in json.dumps(_row(run(*batch), tmp_path))
    assert run(*batch).stderr.startswith("0 converted, 2 unchanged") or "1 kept" in run(*batch).stderr
    assert run(*batch, "--overwrite", "--fresh").exit_code == 0
    (copy,) = (tmp_path / "tei").glob("d2.xml.*.bak")
    assert copy.read_bytes() == edited
    assert b"Anchovy" in (tmp_path / "tei/d2.xml").read_bytes()


def test_take_edits_says_that_it_can_take_nothing_from_a_file_of_others(tmp_path: Path):
    tree(tmp_path / "in", {"d1.txt": TEXT.format(n=1)})
    foreign = b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>Mine</p></body></text></TEI>'
    tree(tmp_path / "tei", {"d1.xml": foreign.decode()})
    decisions = tmp_path / "d.toml"
    for command in (
        ("batch", tmp_path / "in", tmp_path / "tei", "--jobs", "1"),
        ("convert", tmp_path / "in" / "d1.txt", "-o", tmp_path / "tei" / "d1.xml"),
    ):
        told = run(*command, "--take-edits", decisions).stderr
        assert "d1.xml: not written by teiconv" in told
        assert "nothing tells what was changed in it, so --take-edits can take nothing" in told
        assert (tmp_path / "tei" / "d1.xml").read_bytes() == foreign
    assert not decisions.exists()


def test_a_register_that_was_edited_is_kept(tmp_path: Path):
    tree(tmp_path / "in", {"d1.txt": TEXT.format(n=1)})
    batch = ("batch", tmp_path / "in", tmp_path / "tei", "--jobs", "1")
    assert run(*batch).exit_code == 0
    register = tmp_path / "tei/persons.xml"
    edited = register.read_bytes().replace(b"Nixon", b"Nixon, Richard M.", 1)
    register.write_bytes(edited)
    told = run(*batch).stderr
    assert "persons.xml: changed since it was written, and kept; change the list or the decisions" in told
    assert "--take-edits" not in told
    assert register.read_bytes() == edited
    assert run(*batch, "--overwrite").exit_code == 0
    assert register.read_bytes() != edited
    (copy,) = (tmp_path / "tei").glob("persons.xml.*.bak")
    assert copy.read_bytes() == edited


def _row(result: Result, place: Path) -> dict[str, object]:
    rows = [json.loads(line) for line in (place / "tei.manifest.jsonl").read_text().splitlines()]
    return next(row for row in rows if row["input"] == "d2.txt")


def test_a_text_that_was_corrected_is_not_written_over(tmp_path: Path):
    """On the way back, the folder of the original texts is a target like any other."""
    tree(tmp_path / "in", {f"d{n}.txt": TEXT.format(n=n) for n in (1, 2, 3)})
    back = ("batch", tmp_path / "tei", tmp_path / "in", "--to", "text", "-j", "1")
    assert run("batch", tmp_path / "in", tmp_path / "tei", "-j", "1").exit_code == 0
    corrected = tree(tmp_path / "in", {"d1.txt": TEXT.format(n=1).replace("Fish", "Anchovy")}) / "d1.txt"
    for _ in range(2):
        kept = run(*back)
        assert "d1.txt: not as teiconv wrote it, and kept" in kept.stderr
        assert "1 kept as edited" in kept.stderr
        assert "Anchovy" in corrected.read_text()
    assert run(*back, "--overwrite").exit_code == 0
    assert corrected.read_text() == TEXT.format(n=1)
    (copy,) = (tmp_path / "in").glob("*.bak")
    assert "Anchovy" in copy.read_text()


def test_a_text_that_the_last_run_wrote_follows_its_tei(tmp_path: Path):
    tree(tmp_path / "in", {"d1.txt": TEXT.format(n=1)})
    back = ("batch", tmp_path / "tei", tmp_path / "out", "--to", "text", "-j", "1")
    for word in ("Fish", "Anchovy"):
        tree(tmp_path / "in", {"d1.txt": TEXT.format(n=1).replace("Fish", word)})
        assert run("batch", tmp_path / "in", tmp_path / "tei", "-j", "1").exit_code == 0
        assert "1 converted" in run(*back).stderr
        assert word in (tmp_path / "out/d1.txt").read_text()
    (tmp_path / "out.manifest.jsonl").unlink()
    assert "1 converted" in run(*back).stderr  # what stands there is what is made


@pytest.mark.parametrize("command", ["convert", "batch"])
def test_what_is_no_tei_is_not_written_over(tmp_path: Path, command: str):
    notes = "Rogers is the Secretary.\n"
    tree(tmp_path, {"in/d1.txt": TEXT.format(n=1), "tei/d1.xml": notes})
    given = ["in/d1.txt", "-o", "tei/d1.xml"] if command == "convert" else ["in", "tei", "-j", "1"]
    place = [str(tmp_path / name) if "/" in name or name in ("in", "tei") else name for name in given]
    assert "d1.xml: no TEI, and kept; give one of the two another name" in run(command, *place).stderr
    assert (tmp_path / "tei/d1.xml").read_text() == notes
    assert run(command, *place, "--overwrite").exit_code == 0
    (copy,) = (tmp_path / "tei").glob("d1.xml.*.bak")
    assert copy.read_text() == notes


@pytest.mark.parametrize("end", [b"", b"\n<!-- my note", b" my words"])
def test_of_a_file_that_was_cut_short_a_copy_is_kept(tmp_path: Path, end: bytes):
    """Not teiconv cut it, which renames whole files; so somebody may have edited what is left."""
    text, tei = tree(tmp_path, {"d1.txt": TEXT.format(n=1)}) / "d1.txt", tmp_path / "d1.xml"
    for _ in range(2):
        assert run("convert", text, "-o", tei).exit_code == 0
    assert not list(tmp_path.glob("*.bak"))
    whole = tei.read_bytes()
    left = whole[: len(whole) // 2] + end
    tei.write_bytes(left)
    assert run("convert", text, "-o", tei).exit_code == 0
    (copy,) = tmp_path.glob("d1.xml.*.bak")
    assert (copy.read_bytes(), tei.read_bytes()) == (left, whole)


def test_a_table_of_doubtful_links_that_was_filled_in_is_kept(tmp_path: Path):
    """The same command is given in every round; what an editor wrote in one of them is decisions."""
    tree(tmp_path, {"d1.txt": TEXT.format(n=1) + " Roe came.", "roes.txt": "Roe, John\nRoe, Jane\n"})
    tei, table = tmp_path / "d1.xml", tmp_path / "doubtful.csv"
    assert run("convert", tmp_path / "d1.txt", "--persons", tmp_path / "roes.txt", "-o", tei).exit_code == 0
    for _ in range(2):
        assert run("persons", "--doubtful", tei, "-o", table).exit_code == 0
    filled = table.read_text().replace("Roe,1,,", "Roe,1,p_RJ1,")
    assert filled != table.read_text()
    for content in (filled, filled.replace(",", ";"), "my notes\n", "document,mention,person\nd1,Roe,-\n"):
        table.write_text(content)
        refused = run("persons", "--doubtful", tei, "-o", table)
        assert "doubtful.csv: holds decisions, or is no table of doubtful links, and is kept" in refused.stderr
        assert (refused.exit_code, table.read_text()) == (1, content)


@pytest.mark.parametrize("form", ["csv", "tei"])
def test_a_list_of_persons_that_was_edited_stays_as_a_copy(tmp_path: Path, form: str):
    listed = tree(tmp_path, {"roes.txt": "Roe, John\n"}) / "roes.txt"
    write = ("persons", listed, "-f", form, "-o", tmp_path / "list")
    for _ in range(2):
        assert run(*write).stderr == ""
    edited = (tmp_path / "list").read_text().replace("Roe", "Doe")
    (tmp_path / "list").write_text(edited)
    told = run(*write)
    (copy,) = tmp_path.glob("list.*.bak")
    assert (told.exit_code, copy.read_text()) == (0, edited)
    assert told.stderr == f"teiconv: {tmp_path / 'list'}: what stood there is kept as {copy.name}\n"


def test_a_list_in_tei_that_nobody_edited_needs_no_copy(tmp_path: Path):
    for names in ("Roe, John\n", "Roe, John\nDoe, Jane\n"):
        listed = tree(tmp_path, {"roes.txt": names}) / "roes.txt"
        assert run("persons", listed, "-o", tmp_path / "list.xml").stderr == ""
    assert not [*tmp_path.glob("*.bak")]
