"""Several documents in one text: each is a ``div`` with its own notes and source, where that is certain."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import etree

import teiconv
from teiconv.cli import main
from teiconv.convert import divided
from teiconv.model import Element
from teiconv.options import Options, Profile

ONE = """7. Memorandum From Ellen Roe to John Doe1

Washington, May 5, 1971.

[Page 3]

The nets are torn. Mr. Brown has seen them.2

  1. Source: An Archives, Roe Papers, Box 7. Secret.
  2. John Brown."""
TWO = """8. Telegram From the Embassy in Peru to the Department of State1

Lima, May 6, 1971.

[Page 3]

Mr. John Brown has mended the nets.

  1. Source: Another Archives, Doe Papers, Box 9. Confidential."""
ID = "{http://www.w3.org/XML/1998/namespace}id"
NOTE = "9. Editorial Note\n\nThe nets were sold on May 9."


def numbers(text: str) -> list[str | None]:
    body = teiconv.read_text(text).body
    if body.get("type") != "documents":
        return [body.get("n")]
    return [node.get("n") for node in body.content if isinstance(node, Element) and node.name == "div"]


@pytest.mark.parametrize("between", ["\n\n", "\n\n\n\n", "\n \n", "\n\n\t\n"])
def test_several_documents_come_back_to_the_byte(between: str) -> None:
    text = between.join((ONE, TWO, NOTE))
    tei = teiconv.to_tei(text)
    assert teiconv.to_text(tei) == text
    assert [problem for problem in teiconv.validate(tei) if problem.severity == "error"] == []
    assert numbers(text) == ["7", "8", "9"]
    assert teiconv.to_tei(teiconv.to_text(tei)) == tei


FILED = """The Ambassador in Ruritania (Roe) to the Secretary of State

Strelsau, December 9, 1938—noon.
[Received December 9—9:05 a.m.]

344. Note delivered at 11 this morning.

Roe

740.00/512: Telegram

The Ambassador in Ruritania (Roe) to the Secretary of State

Strelsau, December 10, 1938—1 p.m.

345. The Minister says that the reply will be given on Monday.

Roe
"""


def test_a_file_number_over_the_title_of_a_letter_begins_another_document() -> None:
    root = etree.fromstring(teiconv.to_tei(FILED))
    assert [div.get("type") for div in root.iter("{*}div")] == ["document", "document"]
    days = {type: root.findall(f".//{{*}}correspAction[@type='{type}']/{{*}}date") for type in ("sent", "received")}
    assert {type: [date.get("when") for date in dates] for type, dates in days.items()} == {
        "sent": ["1938-12-09T12:00:00", "1938-12-10T13:00:00"],
        "received": ["1938-12-09T09:05:00"],
    }
    assert len(root.findall(".//{*}signed")) == 2
    assert teiconv.to_text(etree.tostring(root)) == FILED


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("740.00/512: Telegram", "[Enclosure]"),
        ("Strelsau, December 10, 1938—1 p.m.", "He came on Monday."),
        ("this morning.", "this morning.1"),
    ],
)
def test_in_doubt_it_is_none(was: str, now: str) -> None:
    text = FILED.replace(was, now)
    assert len(numbers(f"{text}\n  1. Not printed.\n" if now.endswith("1") else text)) == 1


def test_pieces_without_numbers_are_counted() -> None:
    assert [number for number, _ in divided(FILED.encode(), Options())] == ["1", "2"]


def test_each_has_its_own_notes_and_source() -> None:
    root = etree.fromstring(teiconv.to_tei(f"{ONE}\n\n{TWO}"))
    notes = {div.get("n"): len(div.findall(".//{*}note")) for div in root.iter("{*}div")}
    assert notes == {"7": 2, "8": 1}
    sources = [(one.get("source"), one.findtext(".//{*}repository")) for one in root.iter("{*}msDesc")]
    assert sources == [("#d7fn1", "An Archives"), ("#d8fn1", "Another Archives")]
    assert [one.get("n") for one in root.iter("{*}correspDesc")] == ["7", "8"]


def test_one_of_them_gives_its_own_text() -> None:
    tei = teiconv.to_tei(f"{ONE}\n\n{TWO}")
    assert teiconv.to_text(tei, document="d7") == ONE
    assert teiconv.to_text(tei, document="8") == TWO


def test_no_id_comes_twice_and_people_are_the_same() -> None:
    root = etree.fromstring(teiconv.to_tei(f"{ONE}\n\n{TWO}"))
    ids = root.xpath("//@xml:id")
    assert len(ids) == len(set(ids))
    named = [name for name in root.iter("{*}persName") if "Brown" in "".join(name.itertext())]
    brown = {name.get("ref") for name in named if name.get("ref")}
    assert len(brown) == 1


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{ONE}\n\n{TWO.replace('8. ', '9. ')}", id="not the next number"),
        pytest.param(ONE.replace("[Page 3]", "8. Telegram 330 was not found."), id="a numbered paragraph"),
        pytest.param(
            f"{ONE.partition('  1.')[0]}8. Notes on the Nets\n\nThey are torn.", id="it has nothing of its own"
        ),
        pytest.param(f"{ONE}\n{TWO}", id="no empty line between"),
    ],
)
def test_in_doubt_a_text_is_one_document(text: str) -> None:
    assert numbers(text) == ["7"]


def test_file_of_the_series_has_one_document() -> None:
    text = f"{ONE}\n\n{TWO}"
    tei = teiconv.to_tei(text, Options(profile=Profile.FRUS))
    assert teiconv.to_text(tei) == text
    assert tei.count(b'type="document"') == 1


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_split_writes_a_file_for_each_and_they_joined_are_the_text(tmp_path: Path, line_end: str) -> None:
    text = "\n\n\n".join((f"\ufeff{ONE}", TWO, f"{NOTE}\n")).replace("\n", line_end).encode()
    (tmp_path / "chapter.txt").write_bytes(text)
    command = ["convert", str(tmp_path / "chapter.txt"), "--split", "-q", "-o", str(tmp_path / "tei")]
    assert CliRunner().invoke(main, command).exit_code == 0
    files = sorted((tmp_path / "tei").iterdir())
    assert [file.name for file in files] == ["d7.xml", "d8.xml", "d9.xml"]
    pieces = [teiconv.read_tei(file).source_bytes.removeprefix(b"\xef\xbb\xbf") for file in files]
    assert b"\xef\xbb\xbf" + b"".join(pieces) == text


def test_split_leaves_a_text_of_one_document_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "memo.txt").write_text(ONE)
    command = ["convert", str(tmp_path / "memo.txt"), "--split", "-o", str(tmp_path / "tei")]
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 0
    assert "memo.txt: not split" in result.stderr
    assert "not split" not in CliRunner().invoke(main, [*command, "-q", "--overwrite"]).stderr
    assert teiconv.to_text(tmp_path / "tei" / "memo.xml") == ONE


def test_split_wants_a_folder(tmp_path: Path) -> None:
    (tmp_path / "chapter.txt").write_text(f"{ONE}\n\n{TWO}")
    result = CliRunner().invoke(main, ["convert", str(tmp_path / "chapter.txt"), "--split"])
    assert result.exit_code == 2
    assert "give a folder" in result.output


def cable(day: int, sender: str, recipient: str, end: str = "ROE\nBT\n#0817") -> str:
    return (
        f"R {day:02}1530Z MAY 74\nFM {sender}\nTO {recipient}\nBT\nSECRET\nSUBJECT: NETS\n\n"
        f"1. THE NETS ARE TORN.\n2. SEND OTHERS.\n\n{end}"
    )


FIRST, SECOND = cable(5, "AMEMBASSY LIMA", "SECSTATE WASHDC"), cable(6, "SECSTATE WASHDC", "AMEMBASSY LIMA")


@pytest.mark.parametrize("end", ["ROE\nBT\n#0817", "ROE", "BT", "NNNN"])
@pytest.mark.parametrize("above", ["", "\n\n", "ZNY CCCCC ZZH\n"])
def test_cables_in_one_text_are_a_document_each(above: str, end: str) -> None:
    text = f"{above}{cable(5, 'AMEMBASSY LIMA', 'SECSTATE WASHDC', end)}\n\n\n{above.lstrip()}{SECOND}\n"
    tei = teiconv.to_tei(text)
    assert teiconv.to_text(tei) == text
    assert [problem for problem in teiconv.validate(tei) if problem.severity == "error"] == []
    assert numbers(text) == [None, None]
    root = etree.fromstring(tei)
    assert [one.get("n") for one in root.iter("{*}correspDesc")] == ["1", "2"]


QUOTED = [
    pytest.param(FIRST.replace("SEND OTHERS.\n\nROE", f"STATE CABLED:\n\n{SECOND}\n\nROE"), id="quoted in a cable"),
    pytest.param(f"{FIRST}\n{SECOND}", id="no empty line between"),
    pytest.param("R 171530Z JAN 72\nFM AMEMBASSY LIMA\n" * 2 + "TO SECSTATE\nBT\n\nTEXT\n", id="two heads in one"),
    pytest.param(f"MEMORANDUM\n\nThe cables follow.\n\n{FIRST}\n\n{SECOND}", id="below a paper"),
    pytest.param(cable(5, "AMEMBASSY LIMA", "SECSTATE WASHDC", f"QUOTE\n\n{SECOND}"), id="below the word QUOTE"),
    pytest.param(cable(5, "AMEMBASSY LIMA", "SECSTATE WASHDC", f"SECRET\n\n{SECOND}"), id="below a marking"),
]


@pytest.mark.parametrize("text", QUOTED)
def test_in_doubt_cables_are_one_document(text: str) -> None:
    assert len(numbers(text)) == 1


def test_split_writes_a_file_for_each_cable(tmp_path: Path) -> None:
    (tmp_path / "cables.txt").write_text(f"{FIRST}\n\n{SECOND}\n")
    command = ["convert", str(tmp_path / "cables.txt"), "--split", "-q", "-o", str(tmp_path / "tei")]
    assert CliRunner().invoke(main, command).exit_code == 0
    files = sorted((tmp_path / "tei").iterdir())
    assert [file.name for file in files] == ["d1.xml", "d2.xml"]
    assert [teiconv.read_tei(file).header.sent[0].name for file in files] == ["AMEMBASSY LIMA", "SECSTATE WASHDC"]
    assert "".join(map(teiconv.to_text, files)) == f"{FIRST}\n\n{SECOND}\n"


@pytest.mark.parametrize(
    ("text", "senders"),
    [
        pytest.param(f"{ONE}\n\n{TWO}", {"d7": "Ellen Roe", "d8": "Embassy in Peru"}, id="numbered"),
        pytest.param(
            f"{FIRST}\n\n{SECOND}", {"document": "AMEMBASSY LIMA", "document-2": "SECSTATE WASHDC"}, id="cables"
        ),
    ],
)
def test_what_is_said_of_one_of_several_is_its_own(text: str, senders: dict[str, str]) -> None:
    tei = teiconv.to_tei(text)
    read = {name: teiconv.read_tei(tei, document=name) for name in senders}
    assert {name: document.header.sent[0].name for name, document in read.items()} == senders
    archives = [document.header.archive and document.header.archive.repository for document in read.values()]
    assert archives in (["An Archives", "Another Archives"], [None, None])


def test_the_documents_of_a_text_with_an_identifier_have_one_each():
    tei = teiconv.to_tei(f"{ONE}\n\n{TWO.replace('nets.', 'nets. See footnote 1 above.')}", identifier="x7")
    root = etree.fromstring(tei)
    assert [div.get(ID) for div in root.iterfind(".//{*}body/{*}div")] == ["x7", "x7-2"]
    assert [page.get(ID) for page in root.iterfind(".//{*}body//{*}pb")] == ["pg_3", "pg_3-2"]
    assert [note.get("target") for note in root.iterfind(".//{*}ref")] == ["#x7-2fn1"]
