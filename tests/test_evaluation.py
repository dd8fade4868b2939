"""Comparing encodings: what counts as agreement, layer by layer, and what the reports say."""

import json
import random
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from teiconv.cli.evaluate import evaluate as command
from teiconv.errors import MissingExtraError, TeiconvError
from teiconv.evaluation import report
from teiconv.evaluation.compare import DocumentResult, compare
from teiconv.evaluation.elements import read_tree
from teiconv.evaluation.encoded import Encoded, encoded_documents
from teiconv.evaluation.gather import evaluate
from teiconv.evaluation.layers import LAYERS
from teiconv.evaluation.notices import measure

SHARED = Path(__file__).parents[1].parent / "shared"
TEI = "http://www.tei-c.org/ns/1.0"
LISTS = """<standOff><listPerson>
  <person xml:id="p_RW1"><persName>Rogers, William P.</persName></person>
  <person xml:id="p_KH1"><persName>Kissinger, Henry A.</persName></person>
</listPerson></standOff>"""


def tei(content: str, name: str = "d1", lists: str = LISTS, header: str = "") -> bytes:
    div = f'<div type="document" xml:id="{name}">{content}</div>'
    return f'<TEI xmlns="{TEI}"><teiHeader>{header}</teiHeader>{lists}<text><body>{div}</body></text></TEI>'.encode()


def encoded(content: str, **parts: str) -> Encoded:
    (document,) = encoded_documents(read_tree(tei(content, **parts), "x.xml"), "x")
    return document


def compared(gold: str, candidate: str) -> DocumentResult:
    return compare(encoded(gold), encoded(candidate))


def figures(gold: str, candidate: str, layer: str) -> tuple[int, int, int]:
    """Agreed, in the gold, in the candidate."""
    score = compared(gold, candidate).layers[layer].score
    return score.agreed, score.gold, score.candidate


class TestCoordinates:
    def test_layout_and_brackets_do_not_count(self) -> None:
        gold = "<p>He left\n   [2 lines not declassified] early.</p>"
        candidate = "<p>He left <gap><desc>2 lines not declassified</desc></gap> early.</p>"
        assert figures(gold, candidate, "p") == (1, 1, 1)

    def test_a_note_stands_where_it_is_called(self) -> None:
        gold = '<p>Peace<note n="1">Not printed.</note> now.</p>'
        assert figures(gold, gold, "note") == (1, 1, 1)
        assert figures(gold, '<p>Peace now<note n="1">Not printed.</note>.</p>', "note") == (0, 1, 1)
        assert figures(gold, '<p>Peace now<note n="1">Not printed.</note>.</p>', "noteText") == (1, 1, 1)

    def test_texts_that_differ_are_aligned(self) -> None:
        result = compared(
            "<p>He saw <placeName>Lima</placeName> again.</p>", "<p>He sew <placeName>Lima</placeName> agin.</p>"
        )
        assert not result.same_text
        assert result.layers["placeName"].score.agreed == 1
        assert result.layers["p"].score.agreed == 1

    def test_aligning_needs_rapidfuzz(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "rapidfuzz.distance", None)
        compared("<p>Same.</p>", "<p>Same.</p>")
        with pytest.raises(MissingExtraError, match=r"pip install 'teiconv\[evaluate\]'"):
            compared("<p>Same.</p>", "<p>Other.</p>")


class TestPeople:
    LISTED = '<p><persName ref="#p_KH1">Mr. Kissinger</persName> and <persName>Smith</persName> met.</p>'

    def test_exact_words(self) -> None:
        shorter = '<p>Mr. <persName ref="#p_KH1">Kissinger</persName> and Smith met.</p>'
        assert figures(self.LISTED, shorter, "persName") == (0, 1, 1)
        assert figures(self.LISTED, shorter, "mention") == (1, 1, 1)
        assert figures(self.LISTED, shorter, "mentionLink") == (1, 1, 1)

    def test_another_person(self) -> None:
        wrong = self.LISTED.replace("p_KH1", "p_RW1")
        assert figures(self.LISTED, wrong, "persName") == (1, 1, 1)
        assert figures(self.LISTED, wrong, "persLink") == (0, 1, 1)
        assert figures(self.LISTED, wrong, "mentionLink") == (0, 1, 1)

    def test_people_outside_the_list_are_not_scored(self) -> None:
        linked = '<p>Mr. Kissinger and <persName ref="#p_RW1">Smith</persName> met.</p>'
        assert figures(self.LISTED, linked, "persName") == (0, 1, 0)
        assert figures(self.LISTED, linked, "mention") == (0, 1, 0)

    def test_entries_are_known_by_name_not_by_identifier(self) -> None:
        lists = LISTS.replace("p_KH1", "kissinger").replace("Kissinger, Henry A.", "Kissinger, Henry")
        other = encoded('<p><persName ref="#kissinger">Mr. Kissinger</persName> and Smith met.</p>', lists=lists)
        assert compare(encoded(self.LISTED), other).layers["persLink"].score.agreed == 1

    def test_sender(self) -> None:
        gold = encoded('<p><persName type="from" ref="#p_RW1">Rogers</persName></p>')
        header = '<correspAction type="sent"><persName ref="#p_RW1">R</persName></correspAction>'
        assert compare(gold, encoded("<p>Rogers</p>", header=header)).layers["sender"].score.agreed == 1


class TestGaps:
    NOTICE = "<p>On [less than 1 line not declassified] he left.</p>"

    def gap(self, attributes: str) -> str:
        return f"<p>On <gap {attributes}><desc>less than 1 line not declassified</desc></gap> he left.</p>"

    def test_notice_left_as_text_in_the_gold_is_a_gap(self) -> None:
        assert figures(self.NOTICE, self.gap('unit="line" atMost="1"'), "gap") == (1, 1, 1)
        assert figures(self.NOTICE, self.gap('unit="line" atMost="1"'), "gapValue") == (1, 1, 1)

    def test_gap_in_the_gold(self) -> None:
        encoded_gap = self.gap('unit="line" atMost="1"')
        assert figures(encoded_gap, encoded_gap, "gapValue") == (1, 1, 1)

    def test_wrong_measure(self) -> None:
        assert figures(self.NOTICE, self.gap('unit="line" quantity="1"'), "gapValue") == (0, 1, 1)

    def test_notice_left_as_text_in_the_candidate_is_missing(self) -> None:
        assert figures(self.NOTICE, self.NOTICE, "gap") == (0, 1, 0)

    @pytest.mark.parametrize(
        ("wording", "value"),
        [
            ("2½ lines not declassified", ("line", 2.5, False)),
            ("2–1/2 pages not declassified", ("page", 2.5, False)),
            ("less than 1 line not declassified", ("line", 1.0, True)),
            ("½ page not declassified", ("page", 0.5, False)),
            ("a 3 paragraph not declassified", ("paragraph", 3.0, False)),
            ("text not declassified", None),
            ("1/0 line not declassified", None),
        ],
    )
    def test_measure_of_a_notice(self, wording: str, value: object) -> None:
        assert measure(wording) == value


class TestOtherLayers:
    def test_page_breaks_between_items_are_not_in_a_text(self) -> None:
        gold = '<list><item>One</item><pb n="2"/><item>Two</item></list>'
        assert figures(gold, "<list><item>One</item><item>Two</item></list>", "pb") == (0, 0, 0)

    def test_list_type_needs_a_heading(self) -> None:
        gold = '<list type="to"><head>TO</head><item>All</item></list>'
        assert figures(gold, gold.replace('"to"', '"from"'), "listType") == (0, 1, 1)
        assert figures(gold, gold.replace('"to"', '"from"'), "head") == (1, 1, 1)

    def test_day_of_a_dateline(self) -> None:
        gold = '<dateline><date when="1971-05-05T16:05:00">May 5</date></dateline><p><date when="1970">1970</date></p>'
        assert figures(gold, gold.replace("T16:05:00", ""), "dateWhen") == (1, 1, 1)

    def test_target_of_a_reference(self) -> None:
        gold = '<p>See <ref target="#d12">Document 12</ref>.</p>'
        assert figures(gold, gold.replace("#d12", "#d21"), "ref") == (1, 1, 1)
        assert figures(gold, gold.replace("#d12", "#d21"), "refTarget") == (0, 1, 1)

    def test_running_heads_and_lists_are_no_text(self) -> None:
        assert compared("<p>Peace.</p>", "<fw>MEMORANDUM</fw><p>Peace.</p>").same_text


BLOCKS = st.sampled_from(
    [
        "<head>1. Telegram</head>",
        '<p><persName ref="#p_KH1">Kissinger</persName> left<note n="1">See <ref target="#d2">it</ref>.</note></p>',
        '<pb n="2"/>',
        '<list type="to"><head>TO</head><item>All <date>today</date></item></list>',
        '<dateline><placeName>Lima</placeName>, <date when="1971-01-02">January 2</date></dateline>',
        '<p>On <gap unit="line" quantity="2"><desc>2 lines not declassified</desc></gap>.</p>',
        "<table><row><cell>a</cell><cell/></row></table>",
    ]
)


@given(st.lists(BLOCKS, max_size=8).map("".join))
def test_every_encoding_agrees_with_itself(content: str) -> None:
    for name, layer in compared(content, content).layers.items():
        assert layer.score.agreed == layer.score.gold == layer.score.candidate, name
        assert not layer.missing
        assert not layer.extra


@given(st.lists(BLOCKS, max_size=6).map("".join), st.lists(BLOCKS, max_size=6).map("".join))
def test_agreed_missing_and_extra_make_up_both_sides(gold: str, candidate: str) -> None:
    for layer in compared(gold, candidate).layers.values():
        assert layer.score.agreed + len(layer.missing) == layer.score.gold
        assert layer.score.agreed + len(layer.extra) == layer.score.candidate


@pytest.fixture
def volume(tmp_path: Path) -> Path:
    documents = "".join(
        f'<div type="document" xml:id="d{n}"><p>No. {n}, see <ref target="#d9">Document 9</ref>.</p></div>'
        for n in (1, 2, 3)
    )
    path = tmp_path / "volume.xml"
    path.write_text(f'<TEI xmlns="{TEI}"><text><body>{documents}</body></text></TEI>')
    return path


@pytest.fixture
def candidates(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "d1.xml").write_bytes(tei('<p>No. 1, see <ref target="#d9">Document 9</ref>.</p>', "other"))
    (folder / "memo.xml").write_bytes(tei("<p>No. 2, see Document 9.</p>", "d2"))
    (folder / "stranger.xml").write_bytes(tei("<p>No. 7.</p>", "d7"))
    return folder


class TestFiles:
    def test_documents_are_matched_by_file_name_or_identifier(self, volume: Path, candidates: Path) -> None:
        found = evaluate(volume, [candidates])
        assert [document.identifier for document in found.documents] == ["d1", "d2"]
        assert found.missing == ("d3",)
        assert found.unknown == ("d7",)
        assert (found.total("ref").agreed, found.total("ref").gold) == (1, 2)

    def test_a_volume_against_a_volume(self, volume: Path) -> None:
        assert evaluate(volume, [volume]).total("refTarget").f1 == 1

    def test_document_that_comes_twice(self, volume: Path, candidates: Path) -> None:
        with pytest.raises(TeiconvError, match=r"memo\.xml: document d2 occurs twice"):
            evaluate(volume, [candidates, candidates / "memo.xml"])

    def test_nothing_to_compare(self, volume: Path, candidates: Path) -> None:
        with pytest.raises(TeiconvError, match="no candidate is a document of"):
            evaluate(volume, [candidates / "stranger.xml"])


class TestReports:
    def test_table(self, volume: Path, candidates: Path) -> None:
        lines = list(report.table(evaluate(volume, [candidates])))
        assert lines[0] == "2 documents, 2 with the same text, 1 without a candidate, 1 candidates without gold"
        assert "ref                2       1     1.0000   0.5000   0.6667  a reference" in lines

    def test_layers_that_neither_side_has_are_not_shown(self, volume: Path, candidates: Path) -> None:
        assert not [line for line in report.table(evaluate(volume, [candidates])) if line.startswith("cell")]

    def test_by_document(self, volume: Path, candidates: Path) -> None:
        lines = list(report.document_table(evaluate(volume, [candidates]), "ref"))
        assert [line.split() for line in lines[1:]] == [
            ["d1", "1", "1", "1.0000", "1.0000", "1.0000"],
            ["d2", "1", "0", "0.0000", "0.0000", "0.0000"],
        ]

    def test_misses_show_the_words_around(self, volume: Path, candidates: Path) -> None:
        (line,) = report.misses(evaluate(volume, [candidates]), "refTarget")
        assert line == "d2\tmissing\t…No. 2, see [Document 9].…\t#d9"

    def test_json(self, volume: Path, candidates: Path) -> None:
        data = json.loads(report.as_json(evaluate(volume, [candidates])))
        expected = {"agreed": 1, "gold": 2, "candidate": 1, "precision": 1.0, "recall": 0.5, "f1": 0.6667}
        assert data["layers"]["ref"] == expected
        assert data["by_document"]["d2"]["ref"]["recall"] == 0.0
        assert data["missing"] == ["d3"]

    def test_command(self, volume: Path, candidates: Path, tmp_path: Path) -> None:
        out = tmp_path / "figures.json"
        call = [
            str(volume),
            str(candidates),
            "--layer",
            "ref",
            "--misses",
            "ref",
            "--documents",
            "p",
            "--json",
            str(out),
        ]
        result = CliRunner().invoke(command, call, catch_exceptions=False)
        assert result.exit_code == 0
        assert "d2\tmissing\t…No. 2, see [Document 9].…" in result.output
        assert list(json.loads(out.read_text())["layers"]) == ["p", "ref"]


def perturbed(div: etree._Element, rng: random.Random) -> etree._Element:
    """Return the encoding of a document with faults of every kind: lost, moved and wrong elements, wrong letters."""
    for element in [e for e in div.iter(etree.Element) if e is not div]:
        chance, name = rng.random(), etree.QName(element).localname
        if chance < 0.05 and name not in ("note", "pb"):
            element.tag = f"{{{TEI}}}seg"
        elif chance < 0.1:
            for attribute in {"when", "ref", "target", "n", "type"} & set(element.attrib):
                element.set(attribute, f"{element.get(attribute)}x")
        elif chance < 0.12 and element.text:
            element.text = f"{element.text[1:]}zz"
        elif chance < 0.2 and element.text and (notice := re.search(r"\[([^\[\]]*not declassified)\]", element.text)):
            gap = etree.Element(f"{{{TEI}}}gap", unit="line", quantity="1")
            etree.SubElement(gap, f"{{{TEI}}}desc").text = notice[1]
            gap.tail, element.text = element.text[notice.end() :], element.text[: notice.start()]
            element.insert(0, gap)
    return div


def perturbed_documents(volume: Path, count: int) -> Iterator[tuple[str, bytes]]:
    """Yield single TEI files of documents of ``volume``, with the volume's lists in standOff."""
    rng = random.Random(volume.name)
    tree = etree.parse(str(volume))
    people = [
        (e.get("{http://www.w3.org/XML/1998/namespace}id"), "".join(map(str, e.itertext())))
        for e in tree.iter(f"{{{TEI}}}persName")
    ]
    for div in [d for d in tree.iter(f"{{{TEI}}}div") if d.get("type") == "document"][:count]:
        root = etree.Element(f"{{{TEI}}}TEI")
        listed = etree.SubElement(etree.SubElement(root, f"{{{TEI}}}standOff"), f"{{{TEI}}}listPerson")
        for identifier, name in people:
            if identifier:
                person = etree.SubElement(
                    listed, f"{{{TEI}}}person", {"{http://www.w3.org/XML/1998/namespace}id": identifier}
                )
                etree.SubElement(person, f"{{{TEI}}}persName").text = name if rng.random() < 0.9 else name.split(",")[0]
        div.tail = None
        etree.SubElement(etree.SubElement(root, f"{{{TEI}}}text"), f"{{{TEI}}}body").append(perturbed(div, rng))
        yield div.get("{http://www.w3.org/XML/1998/namespace}id") or "", etree.tostring(root)


@pytest.mark.corpus
@pytest.mark.skipif(not (SHARED / "score.py").exists(), reason="the reference corpus is not there")
@pytest.mark.parametrize("name", ["frus1952-54Guat", "frus1977-80v21"])
def test_figures_are_those_of_the_scorer(name: str, tmp_path: Path) -> None:
    volume, out, theirs = SHARED / "corpus" / "official" / f"{name}.xml", tmp_path / "out", tmp_path / "scores.json"
    out.mkdir()
    for identifier, data in perturbed_documents(volume, 30):
        (out / f"{identifier}.xml").write_bytes(data)
    scorer = [sys.executable, str(SHARED / "score.py"), str(volume), str(out), "--json", str(theirs)]
    subprocess.run(scorer, check=True, capture_output=True)
    expected = json.loads(theirs.read_text())
    found = evaluate(volume, [out])
    assert len(found.documents) == expected["documents"]
    for layer in LAYERS:
        score, other = found.total(layer.name), expected.get(layer.name, {"tp": 0, "gold": 0, "cand": 0})
        assert (score.agreed, score.gold, score.candidate) == (other["tp"], other["gold"], other["cand"]), layer.name


def test_files_of_one_document_each_that_share_an_id_are_compared_by_their_names(tmp_path: Path):
    """Papers without a number in their title are all ``document``, if each file stands alone."""
    for side in ("gold", "other"):
        (tmp_path / side).mkdir()
        for name in ("one", "two"):
            content = f"<p>{name.title()} spoke.</p>"
            (tmp_path / side / f"{name}.xml").write_bytes(tei(content, name="document"))
    found = evaluate(tmp_path / "gold", [tmp_path / "other"])
    assert [document.identifier for document in found.documents] == ["one", "two"]
    assert found.total("p").f1 == 1
