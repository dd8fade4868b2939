"""The report on a batch: what it counts, and the page that an editor looks at."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html

from teiconv.batch import Facts, Failure, Row
from teiconv.batch.records import Doubt
from teiconv.batch.report import as_json, gather, page, write


def row(number: int, **facts: object) -> Row:
    return Row(
        f"d{number}.txt",
        f"d{number}.xml",
        input_bytes=1000 * number,
        output_bytes=2000 * number,
        facts=Facts(**{"title": f"Telegram {number}", **facts}),  # type: ignore[arg-type]
        seconds=0.01,
    )


SHELF = [
    row(1, date="1969-01-17", gaps={"not-declassified": 2}, persons={"Kissinger": 3, "Nixon": 1}, notes=4, links=2),
    row(2, date="1971", gaps={"illegible": 1}, persons={"Kissinger": 1}, doubts=(Doubt("Rogers", "p_RW1", "low"),)),
    row(3),
    Row("d4.txt", "d4.xml", failure=Failure("SourceError", "d4.txt:3:7: <script>alert(1)</script>", 3)),
]


def test_what_is_counted() -> None:
    report = gather(SHELF)
    assert (report.documents, report.failed, report.notes, report.links, report.undated) == (4, 1, 4, 2, 1)
    assert report.years == {1969: 1, 1970: 0, 1971: 1}
    assert report.gaps == {"not-declassified": 2, "illegible": 1}
    assert report.gaps_by_year == {1969: {"not-declassified": 2}, 1970: {}, 1971: {"illegible": 1}}
    assert [(each.name, each.mentions, each.documents) for each in report.persons] == [
        ("Kissinger", 4, 2),
        ("Nixon", 1, 1),
    ]
    assert report.sizes == {1024: 1, 2048: 1, 4096: 1}
    assert report.times == {0.015625: 3}
    assert [(each.input, each.doubt.target) for each in report.doubts] == [("d2.txt", "p_RW1")]
    assert [each.input for each in report.failures] == ["d4.txt"]


def test_lists_are_bounded_and_the_rest_is_counted() -> None:
    failed = Failure("SourceError", "no")
    report = gather(Row(f"{n}.txt", "", failure=failed) for n in range(2000))
    assert (report.failed, len(report.failures)) == (2000, 500)
    assert "and 1,500 more" in page(report).decode()


def test_a_date_far_off_does_not_stretch_the_plot() -> None:
    assert list(gather([row(1, date="0001-01-01"), row(2, date="1969")]).years) == [1, 1969]


def test_json_says_the_same() -> None:
    said = json.loads(write(gather(SHELF), ".json"))
    assert said["documents"] == 4
    assert said["gaps_by_year"]["1971"] == {"illegible": 1}
    assert said["doubts"][0]["doubt"] == {"text": "Rogers", "target": "p_RW1", "cert": "low"}


def parsed(data: bytes) -> etree._Element:
    return html.document_fromstring(data.decode())


def test_the_page_has_a_section_for_each_thing() -> None:
    found = parsed(page(gather(SHELF)))
    assert [section.get("id") for section in found.iter("section")] == [
        "totals", "failures", "dates", "gaps", "persons", "doubts", "sizes",
    ]  # fmt: skip
    assert [link.get("href") for link in found.findall(".//nav/a")] == [
        f"#{s.get('id')}" for s in found.iter("section")
    ]
    assert len(found.findall(".//figure")) == 4
    assert all(figure.find("details//table") is not None for figure in found.iter("figure"))


def test_the_page_loads_and_runs_nothing() -> None:
    data = page(gather(SHELF)).decode()
    assert "<script" not in data
    assert "&lt;script&gt;alert(1)" in data
    assert not re.search(r"(?:src|href)\s*=\s*\"(?!#)|url\(|@import", data)


def test_an_empty_batch_has_a_page_too() -> None:
    found = parsed(page(gather([])))
    assert [section.get("id") for section in found.iter("section")] == ["totals"]


_WORDS = st.text(st.characters(codec="utf-8"), max_size=20)
_FACTS = st.builds(
    Facts,
    _WORDS,
    st.none() | st.dates().map(str) | _WORDS,
    gaps=st.dictionaries(_WORDS, st.integers(1, 10**6), max_size=8),
    persons=st.dictionaries(_WORDS, st.integers(1, 10**6), max_size=8),
    doubts=st.lists(st.builds(Doubt, _WORDS, _WORDS, _WORDS), max_size=3).map(tuple),
)
_ROWS = st.builds(
    Row, _WORDS, _WORDS, input_bytes=st.integers(0, 10**9), output_bytes=st.integers(0, 10**9), facts=_FACTS,
    seconds=st.floats(0, 10**6), failure=st.none() | st.builds(Failure, _WORDS, _WORDS),
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(_ROWS, max_size=5))
def test_any_rows_give_a_page(rows: list[Row]) -> None:
    report = gather(rows)
    assert parsed(page(report)).find(".//h1") is not None
    json.loads(as_json(report))


@pytest.mark.parametrize("value", [1, 3, 7, 10, 99, 1000, 123456])
def test_no_column_is_higher_than_its_axis(value: int) -> None:
    from teiconv.batch.report.plots import Columns, draw

    drawing = draw(Columns("", ["a", "b"], {"s": [value, 0], "t": [0, value]}))
    assert all(float(bar.get("y")) >= 12 for bar in drawing.iter("rect"))
