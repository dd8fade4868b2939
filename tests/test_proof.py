"""What is written is proven: markup at fault goes, not the document, and that is told."""

from __future__ import annotations

import logging
from dataclasses import replace

import pytest
from click.testing import CliRunner

from teiconv import Options, SourceError, to_tei, validate
from teiconv.cli import main
from teiconv.conventions.table import named
from teiconv.convert import converted, read_text, to_bytes
from teiconv.errors import Place
from teiconv.formats.limits import LIMITS
from teiconv.formats.table import writer
from teiconv.model import Element, element
from teiconv.options import Profile
from teiconv.proof.mend import Fault, mended
from teiconv.remember import forget
from teiconv.validation import project_schemas

TEXT = "4. Memorandum for the Record\n\nWashington, May 5, 1971.\n\nMr. Smith agreed to it in Lima.\n\nIt is so."
BAD = Element("date", ("Lima",), (("when", "yesterday"),))


def errors(tei: bytes) -> list[str]:
    return [problem.message for problem in validate(tei) if problem.severity == "error"]


@pytest.fixture
def spoilt(monkeypatch: pytest.MonkeyPatch):
    """Let the conversion put ``spoil`` on the body of every document."""

    def let(spoil) -> None:
        from teiconv import convert

        whole = convert.annotated

        def annotated(body, found, options, hand=None):
            document = whole(body, found, options)
            return replace(document, body=spoil(document.body))

        monkeypatch.setattr(convert, "annotated", annotated)

    return let


def with_last(body: Element, change) -> Element:
    last = body.content[-2]
    assert isinstance(last, Element)
    return body.containing([*body.content[:-2], change(last), body.content[-1]])


def with_phrase(body: Element, phrase: Element) -> Element:
    return with_last(body, lambda p: p.containing(["Mr. Smith agreed to it in ", phrase, "."]))


def test_a_phrase_that_is_not_valid_is_left_as_text(spoilt, caplog):
    spoilt(lambda body: with_phrase(body, BAD))
    with caplog.at_level(logging.WARNING, "teiconv"):
        tei = to_tei(TEXT, name="memo.txt")
    assert errors(tei) == []
    assert to_bytes(tei).decode() == TEXT
    assert b"<placeName>Washington</placeName>" in tei
    assert b"Mr. Smith agreed to it in Lima." in tei
    (said,) = [record.getMessage() for record in caplog.records]
    assert said.startswith("memo.txt: <date> “Lima” is left as text: “yesterday” cannot be the value of @when")


def test_a_block_loses_the_attribute_that_is_not_valid(spoilt):
    spoilt(lambda body: body.having(xml_id="d⁴"))
    tei = to_tei(TEXT)
    assert errors(tei) == []
    assert b'<div type="document" subtype="historical-document" n="4">' in tei


def test_a_block_whose_text_would_not_come_back_is_plain(spoilt):
    spoilt(lambda body: with_phrase(body, element("gap", element("desc", "Lima"), reason="illegible")))
    proof = converted(TEXT, schemas=project_schemas())
    assert to_bytes(proof.tei).decode() == TEXT
    assert "is plain text: the text would not come back as it was" in proof.told[0] or "plain" in proof.told[-1]


def test_text_that_is_lost_comes_back_as_plain_paragraphs(spoilt):
    spoilt(lambda body: body.containing(body.content[:-1]) if len(body.content) > 3 else body)
    proof = converted(TEXT, schemas=project_schemas())
    assert to_bytes(proof.tei).decode() == TEXT
    assert errors(proof.tei) == []
    assert proof.told[-1].startswith("the text was written as plain paragraphs: ")


def test_what_the_header_cannot_say_is_left_out_of_it():
    document = read_text(TEXT)
    assert document.header.created is not None
    fault = Fault("no such date", "/TEI/teiHeader/profileDesc/creation/date")
    simpler, told = mended(document, [fault], named("frus"))
    assert simpler.header.created is None
    assert told == ["the header leaves out the date: no such date"]


def test_a_fault_of_the_date_costs_the_header_no_correspondents():
    document = read_text(TEXT)
    path = "/TEI/teiHeader/profileDesc"
    faults = [Fault("no such date", f"{path}/creation/date"), Fault("no such date", f"{path}/correspDesc/date")]
    simpler, told = mended(document, faults, named("frus"))
    assert (simpler.header.created, simpler.header.sent) == (None, document.header.sent)
    assert told == ["the header leaves out the date: no such date"]


def test_an_entry_that_is_not_valid_goes_from_the_list():
    document = read_text("4. Letter\n\nMr. Smith agreed. Mr. Jones did not.")
    (people,) = document.standoff
    fault = Fault("no such id", "/TEI/standOff/listPerson/person[2]")
    simpler, told = mended(document, [fault], named(document.conventions))
    assert len(simpler.standoff[0].content) == len(people.content) - 1
    assert told[0].endswith("is not in the list: no such id")


def test_an_attribute_too_long_for_any_parser_becomes_text():
    text = "4. Memorandum\n\n[" + "x" * 60_000 + " not declassified] and more."
    tei = to_tei(text)
    assert to_bytes(tei).decode() == text
    assert errors(tei) == []


def test_a_text_too_large_to_be_read_again_is_refused_on_the_way_in(monkeypatch):
    from teiconv.formats.tei import parsing

    def too_many(data: bytes, name: str, limits: object) -> None:
        raise parsing.TooLargeError(
            "it has more than 1000000 tags or attributes; split it into single documents", Place(name)
        )

    monkeypatch.setattr(parsing, "_check_size", too_many)
    with pytest.raises(SourceError, match=r"^big\.txt: the text is too large for one document: .* 1000000 tags"):
        converted(TEXT, name="big.txt")


def test_a_text_larger_than_any_document_is_not_even_read():
    with pytest.raises(SourceError, match=r"^big\.txt: it is larger than 32 MB; split it"):
        to_tei(b"x" * (LIMITS.size + 1), name="big.txt")


@pytest.mark.parametrize("profile", list(Profile))
def test_the_other_profile_is_mended_as_well(spoilt, profile):
    spoilt(lambda body: with_phrase(body, Element("ref", ("Lima",), (("target", "#nowhere"),))))
    proof = converted(TEXT, Options(profile=profile), schemas=project_schemas())
    assert to_bytes(proof.tei).decode() == TEXT
    assert b"#nowhere" not in proof.tei
    assert writer(profile).write(proof.document) == proof.tei


def test_the_command_line_tells_what_was_left_as_text(spoilt, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "memo.txt").write_text(TEXT)
    spoilt(lambda body: with_phrase(body, BAD))
    result = CliRunner().invoke(main, ["convert", "memo.txt", "-o", "memo.xml"])
    assert result.exit_code == 0
    assert result.stderr.startswith("teiconv: memo.txt: <date> “Lima” is left as text: ")
    assert CliRunner().invoke(main, ["convert", "memo.txt", "--quiet", "--overwrite", "-o", "memo.xml"]).stderr == ""


def test_a_batch_mends_and_the_manifest_tells(spoilt, tmp_path):
    from teiconv.batch import Plan, read_manifest, resolve, run
    from teiconv.settings import Settings

    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "memo.txt").write_text(TEXT)
    spoilt(lambda body: with_phrase(body, BAD))
    forget()
    setups, without, *_ = resolve(str(tmp_path / "in"), Settings())
    summary = run(Plan(str(tmp_path / "in"), str(tmp_path / "out"), setups, without, jobs=1))
    (row,) = read_manifest(summary.manifest)
    assert (summary.converted, row.failure) == (1, None)
    assert any("<date> “Lima” is left as text" in problem for problem in row.problems)
    assert errors((tmp_path / "out" / "memo.xml").read_bytes()) == []


LAYOUTS = [
    "Memo\n\nIt was so. [text not declassified ], and more was said of it.",
    "Memo\n\nA word[ text not declassified] was said.",
    "Memo\n\nIt was so. [\u00a0text not declassified\u00a0], and more.",
    "Memo\n\nIt was so. [text not declassified\f], and more.",
    "Memo\n\n[ text not declassified ]\n\nIt is so.",
    "1. Memo\n\n    • one thing that goes\n      on in a line\n    • two",
    "1. Memo\n\n      • one thing that goes\n        on in a line\n        • two\n          and on",
    "1. Memo\n\n" + "\n".join(f"{'  ' * depth}• level {depth}" for depth in range(1, 101)),
    "1. Memo\n\n" + "\n".join(f"{'  ' * depth}• level {depth}\n{'  ' * depth}  on" for depth in range(2, 40)),
    "1. Letter\n\n Washington, May 5, 1971. \n\nDear Sir: it is so.",
]
"""Texts whose white space was lost once, or that no reading gave back."""


@pytest.mark.parametrize("profile", list(Profile))
@pytest.mark.parametrize("text", LAYOUTS, ids=range(len(LAYOUTS)))
def test_white_space_comes_back_without_anything_taken_out(text, profile):
    proof = converted(text, Options(profile=profile), schemas=project_schemas())
    assert to_bytes(proof.tei).decode() == text
    assert proof.told == ()


MEMO = (
    "4. Memorandum From Mr. Roe1\n\nWashington, May 5, 1971.\n\nMr. Smith agreed.\n\n"
    "  1. Source: A Library, Roe Papers, Box 3. Secret."
)


def left(*faults: Fault, text: str = MEMO) -> list[str]:
    """Return what mending the faults of a memorandum tells."""
    _, told = mended(read_text(text), faults, named("frus"))
    return [each.partition(":")[0] for each in told]


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/TEI/text/body/div/p/persName", ["<persName> “Smith” is left as text"]),
        ("/TEI/text/body/div/p[1]/persName[1]", ["<persName> “Smith” is left as text"]),
        ("/TEI/text/body/div/p[2]", []),
        ("/TEI/text/body/div/p[0]", []),
        ("/TEI/text/body/div/@n", []),
        ("/TEI/text/body/div/p", []),
        ("/TEI/text/body/div/table", []),
        ("/TEI/standOff", []),
        ("/TEI/standOff/listPerson", ["<listPerson> “RoeSmith” is not in the list"]),
        ("/TEI/standOff/listPerson/person[9]", []),
        ("/TEI/other", []),
        ("/TEI/teiHeader/fileDesc", ["the header leaves out the date"]),
    ],
)
def test_what_is_at_fault_is_found_by_its_path(path: str, told: list[str]) -> None:
    assert left(Fault("it is wrong", path)) == told


def test_a_header_loses_one_thing_after_another_and_then_nothing() -> None:
    document, told = read_text(MEMO), []
    for _ in range(6):
        document, more = mended(document, [Fault("it is wrong", "/TEI/teiHeader")], named("frus"))
        told += [each.partition(":")[0] for each in more]
    assert told == [
        f"the header leaves out the {what}" for what in ("date", "correspondents", "archive", "classification", "place")
    ]


def test_a_fault_of_a_block_costs_the_attribute_that_the_message_names() -> None:
    document = read_text(MEMO)
    body = document.body.containing(
        node.having(n="1", rend="x") if isinstance(node, Element) and node.name == "p" else node
        for node in document.body.content
    )
    wrong = replace(document, body=body)
    path = "/TEI/text/body/div/p"
    assert mended(wrong, [Fault("@rend is wrong", path)], named("frus"))[1] == [
        "<p> “Mr. Smith agreed.” has no @rend: @rend is wrong"
    ]
    assert mended(wrong, [Fault("it is wrong", path)], named("frus"))[1] == [
        "<p> “Mr. Smith agreed.” has no @n, @rend: it is wrong"
    ]
